//! Tables of rules: which ending of a word, in which gender, becomes which five endings.
//!
//! It decides the form of the data files and which of several rules wins: a whole word over a rule
//! with a number of syllables, that over any other, the longer ending over the shorter. Deliberately
//! absent: the rules themselves (`data/*.tsv`).
//!
//! A line of a table: gender (`m`, `f`, `n`, `-` any), endings, five forms (genitive to
//! prepositional), examples, parted by tabs. An ending is `^whole`, `1:ending` (words of one vowel;
//! so with other digits) or `ending`; a form is the number of letters to take away and what comes
//! instead, or `=` for a word that stays. An ending with «ё» wants «ё»; one with «е» takes both.

use std::collections::HashMap;

use crate::case::{Case, Gender};
use crate::letters::{Small, n_vowels, with_ending};

/// What a rule makes of a word in one case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Form {
    cut: usize,
    ending: &'static str,
}

/// The five forms of a rule, genitive to prepositional.
type Forms = [Form; 5];

/// A rule under its ending.
#[derive(Clone, Copy, Debug)]
struct Rule {
    gender: Option<Gender>,
    n_vowels: Option<usize>,
    forms: Forms,
}

/// A table of rules, ready to be asked.
#[derive(Debug, Default)]
pub(crate) struct Table {
    whole: HashMap<&'static str, Vec<Rule>>,
    ends: HashMap<&'static str, Vec<Rule>>,
    longest: usize,
}

/// The lines of a data file that say something, without comments.
pub(crate) fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().map(str::trim_end).filter(|it| !it.is_empty() && !it.starts_with('#'))
}

impl Table {
    /// Reads a table; a line that is no rule is left out.
    pub(crate) fn read(text: &'static str) -> Self {
        let mut table = Self::default();
        for line in lines(text) {
            // A test wants every line of every table to be a rule.
            let _ = table.add(line);
        }
        table
    }

    fn add(&mut self, line: &'static str) -> Option<()> {
        let mut cells = line.split('\t');
        let gender = match cells.next()? {
            "-" => None,
            slug => Some(Gender::from_slug(slug)?),
        };
        let ends = cells.next()?;
        let forms = forms(cells.next()?)?;
        for end in ends.split(' ') {
            if let Some(word) = end.strip_prefix('^') {
                self.whole.entry(word).or_default().push(Rule { gender, n_vowels: None, forms });
                continue;
            }
            let (n_vowels, end) = match end.split_once(':') {
                None => (None, end),
                Some((number, end)) => (Some(number.parse().ok()?), end),
            };
            self.longest = self.longest.max(end.len());
            self.ends.entry(end).or_default().push(Rule { gender, n_vowels, forms });
        }
        Some(())
    }

    fn whole_rule(&self, word: &Small, gender: Option<Gender>) -> Option<&Rule> {
        let rules =
            self.whole.get(word.exact.as_str()).or_else(|| self.whole.get(word.folded()))?;
        rules.iter().find(|it| it.gender.is_none() || it.gender == gender)
    }

    fn rule(&self, word: &Small, gender: Option<Gender>) -> Option<&Rule> {
        if let Some(rule) = self.whole_rule(word, gender) {
            return Some(rule);
        }
        let mut plain = None;
        let mut vowels = None;
        // Both spellings have letters of the same length, so one position serves for both.
        for (at, _) in word.exact.char_indices() {
            if self.longest < word.exact.len() - at {
                continue;
            }
            for spelling in [&word.exact, &word.folded] {
                for rule in
                    spelling.get(at..).and_then(|end| self.ends.get(end)).into_iter().flatten()
                {
                    if rule.gender.is_some() && rule.gender != gender {
                        continue;
                    }
                    let Some(wanted) = rule.n_vowels else {
                        plain = plain.or(Some(rule));
                        continue;
                    };
                    if wanted == *vowels.get_or_insert_with(|| n_vowels(&word.exact)) {
                        return Some(rule);
                    }
                }
            }
        }
        plain
    }

    /// Declines one word.
    ///
    /// - `gender`: where it is unknown, only rules of any gender speak.
    /// - Returns: `None` where no rule speaks of the word; the nominative is the word itself.
    pub(crate) fn decline(
        &self,
        word: &str,
        small: &Small,
        gender: Option<Gender>,
        case: Case,
    ) -> Option<String> {
        let Some(at) = case.oblique() else { return Some(word.to_owned()) };
        let form = self.rule(small, gender)?.forms.get(at)?;
        Some(with_ending(word, form.cut, form.ending))
    }
}

/// Five forms, or one `=` for a word that stays.
fn forms(cell: &'static str) -> Option<Forms> {
    const STAYS: Form = Form { cut: 0, ending: "" };
    if cell == "=" {
        return Some([STAYS; 5]);
    }
    let mut found = [STAYS; 5];
    let mut given = cell.split(' ');
    for form in &mut found {
        let text = given.next()?;
        if text == "=" {
            continue;
        }
        let digit = text.get(..1)?;
        *form = Form { cut: digit.parse().ok()?, ending: text.get(1..)? };
    }
    given.next().is_none().then_some(found)
}

#[cfg(test)]
impl Table {
    /// Lines that are no rules.
    pub(crate) fn unread(text: &'static str) -> Vec<&'static str> {
        lines(text).filter(|line| Self::default().add(line).is_none()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = "# a comment\nm\tв\t0а 0у 0а 0ом 0е\tИв\nm\tов\t0а 0у 0а 0ым 0е\n\
m\t1:ев\t0а 0у 0а 0ом 0е\nm\tсев\t=\n-\t^лев\t2ьва 2ьву 2ьва 2ьвом 2ьве\nm\tёк\t2ька 2ьку 2ька 2ьком 2ьке\n\
m\tек\t0а 0у 0а 0ом 0е\n";

    fn instrumental(word: &str) -> Option<String> {
        let table = Table::read(SAMPLE);
        assert!(Table::unread(SAMPLE).is_empty());
        table.decline(word, &Small::of(word), Some(Gender::Masculine), Case::Instrumental)
    }

    #[test]
    fn a_whole_word_wins_over_syllables_and_they_over_the_longer_ending() {
        for (word, form) in [
            ("Петров", "Петровым"),
            ("Ив", "Ивом"),
            ("Сев", "Севом"),
            ("Лев", "Львом"),
            ("ЛЕВ", "ЛЬВОМ"),
            ("Огонёк", "Огоньком"),
            ("Гашек", "Гашеком"),
        ] {
            assert_eq!(instrumental(word).as_deref(), Some(form));
        }
        assert_eq!(instrumental("Сноб"), None);
        assert_eq!(instrumental(""), None);
    }

    #[test]
    fn a_line_that_is_no_rule_is_left_out() {
        for line in ["x\tов\t=", "m\tов", "m\tов\t0а", "m\tов\t0а 0а 0а 0а 0а 0а", "m\ty:ов\t="]
        {
            assert_eq!(Table::unread(line), [line]);
        }
    }
}
