//! The rules of mentoring: pure functions over facts with dates.
//!
//! What it decides: what may be done, when something is due, what counts as done, who may do what.
//! Deliberately absent: a clock, I/O, randomness, serialisation. The day is always a parameter.

pub mod period;
pub mod calendar;
