//! Patterns of stems over tokens: «заместител~ директор~ по воспитательн*».
//!
//! The language: elements are separated by spaces; `word` matches itself, `stem*` any word that
//! begins so, `stem~` the stem with an ending of declension (so that «программ~» is not
//! «программно-методический»); `a|b` either, `?a` may be missing, `..` up to three words between.
//! Dashes, quotes, points and line breaks between the words of a pattern are passed over; commas,
//! semicolons and brackets are not. Deliberately absent: meaning.

use super::tokens::{Kind, Token};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

/// Endings of Russian declension, the empty one included.
const ENDINGS: &[&str] = &[
    "", "а", "я", "о", "е", "и", "ы", "у", "ю", "й", "ь", "ам", "ям", "ах", "ях", "ой", "ей", "ою",
    "ею", "ом", "ем", "ов", "ев", "ами", "ями", "ий", "ия", "ию", "ие", "ии", "ием", "иям", "иях",
    "иями", "ый", "ая", "яя", "ое", "ее", "ые", "ого", "его", "ому", "ему", "ым", "им", "ыми",
    "ими", "ых", "их", "ую", "юю", "ью", "ья", "ье", "ьи", "ьям", "ьями", "ьях", "ьев",
];

/// Letters by which patterns are found: more make the tables of candidates shorter.
const KEY_CHARS: usize = 3;

/// A hash for keys of a few bytes that nobody outside chooses.
#[derive(Debug, Default)]
struct Quick(u64);

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }
}

/// The first characters of a word.
fn beginning(word: &str, n_chars: usize) -> &str {
    match word.char_indices().nth(n_chars) {
        Some((end, _)) => &word[..end],
        None => word,
    }
}

/// How one word is matched.
#[derive(Clone, Debug)]
enum Form {
    Exact(String),
    Prefix(String),
    Declined(String),
}

impl Form {
    fn parse(text: &str) -> Self {
        if let Some(stem) = text.strip_suffix('*') {
            return Self::Prefix(stem.to_owned());
        }
        match text.strip_suffix('~') {
            Some(stem) => Self::Declined(stem.to_owned()),
            None => Self::Exact(text.to_owned()),
        }
    }

    fn matches(&self, word: &str) -> bool {
        match self {
            Self::Exact(it) => it == word,
            Self::Prefix(it) => word.starts_with(it.as_str()),
            Self::Declined(it) => {
                word.strip_prefix(it.as_str()).is_some_and(|rest| ENDINGS.contains(&rest))
            }
        }
    }

    /// The letters with which a word must begin, at most [`KEY_CHARS`].
    fn key(&self) -> &str {
        match self {
            Self::Exact(it) | Self::Prefix(it) | Self::Declined(it) => beginning(it, KEY_CHARS),
        }
    }
}

#[derive(Clone, Debug)]
enum Element {
    Word { forms: Vec<Form>, optional: bool },
    Gap,
}

/// What was found: the meaning and the tokens it covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match<T> {
    /// The meaning of the pattern.
    pub means: T,
    /// Indices of the tokens covered.
    pub tokens: Range<usize>,
}

/// A compiled table of patterns, each with a meaning.
#[derive(Debug)]
pub struct Lexicon<T> {
    patterns: Vec<(Vec<Element>, T)>,
    by_first: HashMap<String, Vec<usize>, BuildHasherDefault<Quick>>,
}

impl<T: Copy> Lexicon<T> {
    /// Compiles a table of meanings with their patterns.
    ///
    /// - `table`: rows of a meaning and its patterns; of two matches of one length the earlier row
    ///   wins.
    #[must_use]
    pub fn new(table: &[(T, &[&str])]) -> Self {
        let mut patterns = Vec::new();
        let mut by_first: HashMap<String, Vec<usize>, BuildHasherDefault<Quick>> =
            HashMap::default();
        for (means, rows) in table {
            for row in *rows {
                let elements: Vec<Element> = row.split_whitespace().map(element).collect();
                for first in firsts(&elements) {
                    let entry = by_first.entry(first).or_default();
                    if entry.last() != Some(&patterns.len()) {
                        entry.push(patterns.len());
                    }
                }
                patterns.push((elements, *means));
            }
        }
        Self { patterns, by_first }
    }

    /// The longest match that begins at a token.
    #[must_use]
    pub fn at(&self, tokens: &[Token], start: usize) -> Option<Match<T>> {
        let word = &tokens.get(start).filter(|it| it.is_word())?.text;
        let mut best: Option<(Match<T>, usize)> = None;
        let mut last = "";
        // Longer beginnings first: a stem shorter than the key stands under its own letters.
        for n_chars in (1..=KEY_CHARS).rev() {
            let key = beginning(word, n_chars);
            if key.len() == last.len() {
                continue;
            }
            last = key;
            for &index in self.by_first.get(key).into_iter().flatten() {
                let (elements, means) = &self.patterns[index];
                let Some(end) = matched(elements, tokens, start, true) else { continue };
                let better = best.as_ref().is_none_or(|(it, at)| {
                    it.tokens.end < end || it.tokens.end == end && index < *at
                });
                if better {
                    best = Some((Match { means: *means, tokens: start..end }, index));
                }
            }
        }
        best.map(|it| it.0)
    }

    /// Every match from the left, longest first, none overlapping.
    #[must_use]
    pub fn all(&self, tokens: &[Token]) -> Vec<Match<T>> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            match self.at(tokens, at) {
                Some(it) => {
                    at = it.tokens.end.max(at + 1);
                    found.push(it);
                }
                None => at += 1,
            }
        }
        found
    }

    /// The first match anywhere.
    #[must_use]
    pub fn first(&self, tokens: &[Token]) -> Option<Match<T>> {
        (0..tokens.len()).find_map(|at| self.at(tokens, at))
    }
}

fn element(text: &str) -> Element {
    if text == ".." {
        return Element::Gap;
    }
    let (optional, text) = match text.strip_prefix('?') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    Element::Word { forms: text.split('|').map(Form::parse).collect(), optional }
}

/// Beginnings of words with which a match can begin.
fn firsts(elements: &[Element]) -> Vec<String> {
    let mut found = Vec::new();
    for element in elements {
        let Element::Word { forms, optional } = element else { break };
        found.extend(forms.iter().map(|it| it.key().to_owned()));
        if !optional {
            break;
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Marks that may stand between the words of one pattern.
fn is_passable(token: &Token) -> bool {
    match token.kind {
        Kind::Mark(it) => {
            super::tokens::is_dash(it)
                || matches!(it, '.' | '«' | '»' | '"' | '“' | '”' | '\n' | '/')
        }
        _ => false,
    }
}

/// Where a match of the elements ends, or `None`.
fn matched(elements: &[Element], tokens: &[Token], at: usize, first: bool) -> Option<usize> {
    let Some((element, rest)) = elements.split_first() else { return Some(at) };
    let mut here = at;
    if !first {
        while tokens.get(here).is_some_and(is_passable) {
            here += 1;
        }
    }
    match element {
        Element::Gap => (0..=3).find_map(|_| {
            if let Some(end) = matched(rest, tokens, here, false) {
                return Some(end);
            }
            let passed = tokens.get(here).is_some_and(|it| !matches!(it.kind, Kind::Mark(_)));
            here = if passed { here + 1 } else { tokens.len() };
            // «раздел «Наставничество» на сайте»: quotes part nothing.
            while tokens.get(here).is_some_and(|it| it.is_mark('«') || it.is_mark('»')) {
                here += 1;
            }
            None
        }),
        Element::Word { forms, optional } => {
            let hit = tokens.get(here).is_some_and(|token| {
                token.is_word() && forms.iter().any(|it| it.matches(&token.text))
            });
            if hit && let Some(end) = matched(rest, tokens, here + 1, false) {
                return Some(end);
            }
            if *optional { matched(rest, tokens, at, first) } else { None }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;

    fn found(patterns: &'static [&'static str], text: &str) -> Vec<String> {
        let lexicon = Lexicon::new(&[((), patterns)]);
        let all = tokens(text);
        let places = lexicon.all(&all);
        places
            .iter()
            .map(|it| text[all[it.tokens.start].at.start..all[it.tokens.end - 1].at.end].to_owned())
            .collect()
    }

    #[test]
    fn a_declined_stem_takes_endings_of_cases_and_not_other_words() {
        assert_eq!(
            found(&["программ~"], "программы, программно, программами"),
            ["программы", "программами"]
        );
        assert_eq!(found(&["програм*"], "программно"), ["программно"]);
    }

    #[test]
    fn points_dashes_and_line_breaks_do_not_part_a_pattern_and_commas_do() {
        let patterns: &[&str] = &["соц* педагог~"];
        assert_eq!(
            found(patterns, "соц. педагог, соц-\nпедагога"),
            ["соц. педагог", "соц-\nпедагога"]
        );
        assert_eq!(found(patterns, "соц, педагог"), Vec::<String>::new());
    }

    #[test]
    fn the_longest_pattern_wins_and_optional_words_may_be_missing() {
        let patterns: &[&str] = &["зам*", "зам* ?директор~ ?по ур|вр"];
        assert_eq!(
            found(patterns, "зам по ВР, зам. директора, зам. директора по УР"),
            ["зам по ВР", "зам", "зам. директора по УР"]
        );
    }

    #[test]
    fn a_gap_passes_over_three_words_at_most() {
        assert_eq!(found(&["а .. я"], "а б в г я").len(), 1);
        assert_eq!(found(&["а .. я"], "а б в г д я").len(), 0);
    }
}
