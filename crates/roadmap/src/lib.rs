//! The compiler of roadmaps: tables and text in; a plan and remarks out.
//!
//! What it decides: where in a document the roadmap stands, what each cell means (deadline,
//! responsible, evidence, indicator), and what is wrong with the plan. Facts of law come as dated
//! data (`law`), today's date as a parameter.
//!
//! Deliberately absent: files, formats, network, database, the clock. `documents` turns files into
//! a [`source::Source`]; this crate never fails because of what is written in one.

#![warn(missing_docs)]

pub mod plan;
pub mod deadline;
pub mod occurrence;
pub mod awaited;
pub mod source;
pub mod language;
pub mod texts;
pub mod law;
pub mod check;
pub mod explain;
pub mod render;
pub mod standard;
pub mod rollover;
pub mod compare;
pub mod vocabulary;
pub mod columns;
pub mod items;
pub mod responsible;
pub mod indicator;
pub mod evidence;
pub mod compile;

mod head;
mod rows;
mod sections;
mod table;
mod targets;

pub use compile::{
    Options, compile, read_deadline, read_evidence, read_indicators, read_items, read_responsible,
};
