//! The kit: what every page is made of, as functions that print.
//!
//! It decides how things look, after the look of the project; `/kit` shows all of it. Deliberately
//! absent: looking anything up. A part prints what it is given.

pub mod icon;
pub mod status;
pub mod block;
pub mod figure;
pub mod form;
pub mod nav;
pub mod prose;
pub mod table;
pub mod track;
pub mod shell;
