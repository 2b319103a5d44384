//! The vocabulary of evidence: words that name what must exist, and what it is about.
//!
//! It decides which stems stand for which kind and which subject of the wire format. Deliberately
//! absent: the grammar that joins them (`evidence`).

mod deeds;
mod papers;

use self::deeds::DEEDS;
use self::papers::PAPERS;
use super::Lexicon;
use std::sync::LazyLock;

/// How far a word of evidence rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// It stands for itself.
    Own,
    /// What follows in its clause is its subject: «приказ об утверждении положения».
    Clause,
    /// It counts where something makes or approves it: «разработка дорожной карты».
    Made,
}

/// A kind, its subject where the words tell it, and its reach.
pub(crate) type Trigger = (&'static str, &'static str, Reach);

/// Words that make or approve a document.
pub(crate) const MAKING: &[&str] = &[
    "разработ",
    "утвержд",
    "созда",
    "составл",
    "принят",
    "подготов",
    "корректиров",
    "оформл",
    "пересмотр",
    "внесени",
    "актуализ",
    "заполнен",
    "обновлен",
    "согласован",
];

/// Words of help with what somebody else makes.
pub(crate) const HELP: &[&str] = &["помощ", "содейств", "консультир", "консультац"];

/// Words before which something is a purpose, a place or a property, not an outcome.
pub(crate) const ASIDE: &[&str] = &[
    "для",
    "целью",
    "целях",
    "сроки",
    "сроков",
    "после",
    "необходимых",
    "исходя",
    "порядок",
    "рамках",
    "основании",
    "основе",
];

pub(crate) static TRIGGER: LazyLock<Lexicon<Trigger>> =
    LazyLock::new(|| Lexicon::new(&[PAPERS, DEEDS].concat()));

/// Every kind that the vocabulary knows, in alphabetical order.
pub(crate) fn kinds() -> Vec<&'static str> {
    let mut all: Vec<&str> = PAPERS.iter().chain(DEEDS).map(|it| it.0.0).collect();
    all.sort_unstable();
    all.dedup();
    all.retain(|it| !it.is_empty());
    all
}
