//! The rules of mentoring: pure functions over facts with dates.
//!
//! What it decides: what may be done, when something is due, what counts as done, who may do what.
//! Deliberately absent: a clock, I/O, randomness, serialisation. The day is always a parameter.

#![warn(missing_docs)]

mod words;
pub mod id;
pub mod period;
pub mod calendar;
pub mod law;
pub mod organisation;
pub mod person;
pub mod access;
pub mod consent;
pub mod labour;
pub mod order;
pub mod act;
pub mod mistake;
pub mod paper;
pub mod launch;
pub mod folder;
pub mod evidence;
pub mod task;
pub mod pools;
pub mod partner;
pub mod absence;
pub mod handing_over;
pub mod care;
pub mod petition;
pub mod rights;
pub mod event;
