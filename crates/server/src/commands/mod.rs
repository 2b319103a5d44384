//! One file for each command: its arguments, and `run`, which gives the exit status.

pub(crate) mod check;
pub(crate) mod deadline;
pub(crate) mod decline;
pub(crate) mod demo;
pub(crate) mod document;
pub(crate) mod explain;
pub(crate) mod import;
pub(crate) mod organisation;
pub(crate) mod people;
pub(crate) mod serve;
pub(crate) mod upkeep;
pub(crate) mod user;
pub(crate) mod work;

/// Prints a line of data to stdout; a closed pipe is the reader's choice, not an error.
pub(crate) fn say(line: impl std::fmt::Display) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stdout(), "{line}");
}
