//! The repository examines itself: form, words, arrows between crates, promises of the documents.
//!
//! It decides nothing about the product; each test says in its failure what to do. Lists of
//! exceptions stand beside this file and may only shrink.
//! Deliberately absent: anything that `rustfmt`, `clippy` or the compiler already says.

mod scan;
mod tree;
mod form;
mod layers;
mod words;
mod promises;
