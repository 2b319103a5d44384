//! The languages that the compiler speaks.
//!
//! It decides nothing but their names. Deliberately absent: the texts (`texts`).

/// A language of messages; Russian first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// Russian.
    #[default]
    Russian,
    /// British English.
    English,
}

impl Language {
    /// Every language, in the order in which texts are shown.
    pub const ALL: [Self; 2] = [Self::Russian, Self::English];

    /// The language that a tag names (`ru`, `en-GB`, `ru_RU.UTF-8`); Russian where it names none.
    #[must_use]
    pub fn from_tag(tag: &str) -> Self {
        match tag.get(..2) {
            Some(it) if it.eq_ignore_ascii_case("en") => Self::English,
            _ => Self::Russian,
        }
    }
}
