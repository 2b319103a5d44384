//! Paper: bytes in, facts out; facts in, bytes out.
//!
//! It decides how a Word file, a workbook, an OpenDocument file or a plain text becomes a
//! [`roadmap::source::Source`], and how a roadmap is written out. Deliberately absent: opening
//! files, the network, the clock, and any judgement of what a document says.

#![warn(missing_docs)]

pub mod fixture;
pub mod papers;
pub mod people;
pub mod read;
pub mod write;
