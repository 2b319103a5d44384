//! Words: how the compiler sees Russian text, and the tables of stems that it knows.
//!
//! It decides what a token is and when a pattern of stems matches. Deliberately absent: meaning;
//! `columns`, `responsible`, `evidence` and `indicator` give it. No list of whole sentences stands
//! here: a pattern names stems, and the endings follow from the language.

pub mod letters;
pub mod pattern;
pub mod tokens;
pub(crate) mod columns;
pub(crate) mod evidence;
pub(crate) mod roles;
pub(crate) mod subjects;

pub use pattern::{Lexicon, Match};
pub use tokens::{Kind, Token, clip, plain, squeeze, tokens};
