//! Letters: what is a word, which letters are vowels, «ё» beside «е», capitals of an ending.
//! Deliberately absent: grammar.

use std::borrow::Cow;

/// A word as the rules see it: in small letters, once with «ё» as typed and once with «е» for it.
pub(crate) struct Small {
    /// In small letters.
    pub(crate) exact: String,
    /// The same with «е» for every «ё»; empty where it would be equal.
    pub(crate) folded: String,
}

impl Small {
    pub(crate) fn of(word: &str) -> Self {
        let exact = word.to_lowercase();
        let folded = if exact.contains('ё') { exact.replace('ё', "е") } else { String::new() };
        Self { exact, folded }
    }

    /// The spelling with «е» for every «ё».
    pub(crate) fn folded(&self) -> &str {
        if self.folded.is_empty() { &self.exact } else { &self.folded }
    }
}

/// How many vowels, that is syllables, a word in small letters has.
pub(crate) fn n_vowels(word: &str) -> usize {
    word.chars().filter(|it| "аеёиоуыэюя".contains(*it)).count()
}

/// Whether a sign belongs to a word; «О’Коннор» is one word, a double name with a hyphen two.
pub(crate) fn is_inner(sign: char) -> bool {
    sign.is_alphanumeric() || matches!(sign, '\'' | '’' | 'ʼ' | '`')
}

/// Whether a word can be declined at all: more than one letter, every letter Cyrillic.
pub(crate) fn is_cyrillic(word: &str) -> bool {
    let mut n_letters = 0;
    for sign in word.chars() {
        match sign {
            'а'..='я' | 'А'..='Я' | 'ё' | 'Ё' => n_letters += 1,
            '\'' | '’' | 'ʼ' | '`' => {}
            _ => return false,
        }
    }
    1 < n_letters
}

/// Whether a word is written in capitals throughout, and not just begins with one.
pub(crate) fn is_capitals(word: &str) -> bool {
    let mut letters = word.chars().filter(|it| it.is_alphabetic());
    letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(char::is_uppercase)
        && letters.all(char::is_uppercase)
}

/// «й» and «ё» as one sign each, where another system wrote a letter and a mark above it.
pub(crate) fn composed(text: &str) -> Cow<'_, str> {
    if !text.contains(['\u{306}', '\u{308}']) {
        return Cow::Borrowed(text);
    }
    let pairs = [("и\u{306}", "й"), ("И\u{306}", "Й"), ("е\u{308}", "ё"), ("Е\u{308}", "Ё")];
    let whole = pairs.iter().fold(text.to_owned(), |text, (two, one)| text.replace(two, one));
    Cow::Owned(whole)
}

/// The word without its last letters, with another ending in the word's own capitals.
///
/// - `cut`: letters to take away; more than there are takes all.
pub(crate) fn with_ending(word: &str, cut: usize, ending: &str) -> String {
    let mut stem = word;
    for _ in 0..cut {
        stem = stem.strip_suffix(|_: char| true).unwrap_or_default();
    }
    let mut declined = String::with_capacity(stem.len() + ending.len());
    declined.push_str(stem);
    if is_capitals(word) {
        declined.extend(ending.chars().flat_map(char::to_uppercase));
    } else {
        declined.push_str(ending);
    }
    declined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ending_takes_the_capitals_of_its_word() {
        assert_eq!(with_ending("Иванов", 0, "ым"), "Ивановым");
        assert_eq!(with_ending("ИВАНОВ", 0, "ым"), "ИВАНОВЫМ");
        assert_eq!(with_ending("Я", 1, "и"), "и");
        assert_eq!(with_ending("ёж", 5, "а"), "а");
    }

    #[test]
    fn letters_with_marks_above_become_one_sign() {
        assert_eq!(composed("Андреи\u{306} Ковале\u{308}в"), "Андрей Ковалёв");
        assert!(matches!(composed("Андрей"), Cow::Borrowed(_)));
    }

    #[test]
    fn only_cyrillic_words_of_two_letters_are_declined() {
        for (word, is) in
            [("Ли", true), ("И", false), ("О’Коннор", true), ("Smith", false), ("5а", false)]
        {
            assert_eq!(is_cyrillic(word), is, "{word}");
        }
    }
}
