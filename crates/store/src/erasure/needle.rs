//! Finding a person in texts that others wrote, and taking the person out.
//!
//! It decides what counts as the same words: case, «ё» and the kind of space do not matter, whole
//! words do; a telephone is its last ten digits however it is written. Deliberately absent: which
//! words to look for (`app` declines the name).

/// What stands in a text in the place of what was destroyed.
pub(crate) const MARK: &str = "[данные уничтожены]";
/// Digits that tell a telephone: without the code of the country, which is written in two ways.
const PHONE_DIGITS: usize = 10;
/// Signs on each side of what was found, for the one who looks through it.
const AROUND: usize = 40;

/// One thing to look for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Needle {
    /// Words as they stand in a text.
    Words(String),
    /// A telephone.
    Phone(String),
}

/// Everything to look for of one person, ready to be looked for.
#[derive(Clone, Debug, Default)]
pub struct Needles {
    words: Vec<Vec<char>>,
    phones: Vec<Vec<char>>,
}

impl Needles {
    /// Prepares what to look for; what is too short to mean anybody is left out.
    #[must_use]
    pub fn new(all: impl IntoIterator<Item = Needle>) -> Self {
        let mut needles = Self::default();
        for it in all {
            match it {
                Needle::Words(text) => {
                    let folded: Vec<char> = text.trim().chars().map(fold).collect();
                    if 2 < folded.len() {
                        needles.words.push(folded);
                    }
                }
                Needle::Phone(text) => needles.phones.extend(last_digits(&text)),
            }
        }
        // The longest first: «Орлова М. С.» goes whole, before «Орлова» is found in it.
        needles.words.sort_by_key(|it| std::cmp::Reverse(it.len()));
        needles.words.dedup();
        needles
    }

    /// Whether there is nothing to look for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.phones.is_empty()
    }

    /// Whether a text names the person.
    #[must_use]
    pub fn are_in(&self, text: &str) -> bool {
        !self.found(&folded(text)).is_empty()
    }

    /// The first place where a text names the person, with the words around it.
    #[must_use]
    pub fn excerpt(&self, text: &str) -> Option<String> {
        let all: Vec<char> = text.chars().collect();
        let (from, to) = self.found(&folded(text)).first().copied()?;
        let (start, end) = (from.saturating_sub(AROUND), (to + AROUND).min(all.len()));
        let mut words: String = all[start..end].iter().collect();
        if start != 0 {
            words.insert(0, '…');
        }
        if end != all.len() {
            words.push('…');
        }
        Some(words)
    }

    /// The text without the person; `None` where it does not name the person.
    #[must_use]
    pub fn taken_out_of(&self, text: &str) -> Option<String> {
        let found = self.found(&folded(text));
        if found.is_empty() {
            return None;
        }
        let all: Vec<char> = text.chars().collect();
        let mut left = String::new();
        let mut at = 0;
        for (from, to) in found {
            left.extend(&all[at..from]);
            left.push_str(MARK);
            at = to;
        }
        left.extend(&all[at..]);
        Some(left)
    }

    /// Where the person is named, from the left, without overlaps: beginnings and ends in signs.
    ///
    /// - Time: O(length of the text × number of needles).
    fn found(&self, text: &[char]) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < text.len() {
            let end = self.words_at(text, at).or_else(|| self.phone_at(text, at));
            found.extend(end.map(|end| (at, end)));
            at = end.unwrap_or(at + 1);
        }
        found
    }

    fn words_at(&self, text: &[char], at: usize) -> Option<usize> {
        if at.checked_sub(1).is_some_and(|before| text[before].is_alphanumeric()) {
            return None;
        }
        let rest = &text[at..];
        let ends = |end: &usize| rest.get(*end).is_none_or(|it| !it.is_alphanumeric());
        let same = self.words.iter().filter_map(|it| length_of(it, rest));
        same.filter(ends).max().map(|length| at + length)
    }

    fn phone_at(&self, text: &[char], at: usize) -> Option<usize> {
        let begins = |it: char| it.is_ascii_digit() || matches!(it, '+' | '(');
        if self.phones.is_empty() || !begins(text[at]) {
            return None;
        }
        if at.checked_sub(1).is_some_and(|before| text[before].is_ascii_digit()) {
            return None;
        }
        let within = |it: &char| it.is_ascii_digit() || "+()- \u{2011}\u{2013}".contains(*it);
        let run = text[at..].iter().take_while(|it| within(it)).count();
        let last = text[at..at + run].iter().rposition(char::is_ascii_digit)?;
        let digits: Vec<char> =
            text[at..=at + last].iter().copied().filter(char::is_ascii_digit).collect();
        let tail = digits.len().checked_sub(PHONE_DIGITS)?;
        // «8» or «+7» may stand before the ten; more digits are some other number.
        let is_known = tail <= 1 && self.phones.iter().any(|it| it[..] == digits[tail..]);
        is_known.then_some(at + last + 1)
    }
}

/// How many signs of a text a needle takes; a space of the needle is any run of spaces, or none
/// after a full stop («М.С.»).
fn length_of(needle: &[char], text: &[char]) -> Option<usize> {
    let mut at = 0;
    for (place, sign) in needle.iter().enumerate() {
        if *sign == ' ' {
            let spaces = text[at..].iter().take_while(|it| **it == ' ').count();
            let may_lack = place.checked_sub(1).is_some_and(|before| needle[before] == '.');
            if spaces == 0 && !may_lack {
                return None;
            }
            at += spaces;
        } else {
            if text.get(at) != Some(sign) {
                return None;
            }
            at += 1;
        }
    }
    Some(at)
}

fn folded(text: &str) -> Vec<char> {
    text.chars().map(fold).collect()
}

/// One sign for another, so that places stay.
fn fold(it: char) -> char {
    match it {
        'ё' | 'Ё' => 'е',
        it if it.is_whitespace() => ' ',
        it => it.to_lowercase().next().unwrap_or(it),
    }
}

fn last_digits(text: &str) -> Option<Vec<char>> {
    let digits: Vec<char> = text.chars().filter(char::is_ascii_digit).collect();
    let from = digits.len().checked_sub(PHONE_DIGITS)?;
    Some(digits[from..].to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn needles(all: &[&str]) -> Needles {
        let words = all.iter().map(|it| Needle::Words((*it).to_owned()));
        Needles::new(words.chain([Needle::Phone("8 (900) 123-45-67".to_owned())]))
    }

    #[test]
    fn a_person_is_taken_out_of_a_text_however_the_name_is_written() {
        let it = needles(&["Соловьёва", "Соловьёва А. П.", "А. П. Соловьёва", "anna@example.org"]);
        for (text, expected) in [
            ("Ответственная Соловьева", "Ответственная [данные уничтожены]"),
            ("СОЛОВЬЁВА А.П., учитель", "[данные уничтожены], учитель"),
            ("Соловьёва\u{a0}А.\u{a0}П.", "[данные уничтожены]"),
            ("А.П. Соловьёва и Соловьёва", "[данные уничтожены] и [данные уничтожены]"),
            ("пишите на Anna@example.org!", "пишите на [данные уничтожены]!"),
            ("тел. +7 900 123-45-67, доб. 2", "тел. [данные уничтожены], доб. 2"),
            ("89001234567", "[данные уничтожены]"),
            ("9001234567", "[данные уничтожены]"),
        ] {
            assert_eq!(it.taken_out_of(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn others_stay_in_a_text() {
        let it = needles(&["Соловьёв", "Ли", "anna@example.org"]);
        for text in [
            "",
            "Соловьёва, Соловьёвский переулок",
            "Лиза",
            "joanna@example.org",
            "1289001234567",
            "приказ № 900 от 12.03.2045",
        ] {
            assert_eq!(it.taken_out_of(text), None, "{text}");
        }
        assert!(Needles::new([Needle::Words("Ли".into()), Needle::Phone("12".into())]).is_empty());
    }

    #[test]
    fn an_excerpt_shows_the_words_around() {
        let it = needles(&["Соловьёва"]);
        let long = format!("{} Соловьёва {}", "а".repeat(100), "б".repeat(5));
        let expected = format!("…{} Соловьёва ббббб", "а".repeat(39));
        assert_eq!(it.excerpt(&long), Some(expected));
        assert_eq!(it.excerpt("никого"), None);
    }
}
