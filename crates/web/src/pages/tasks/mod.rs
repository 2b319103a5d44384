//! Tasks: what a person does to one of them, each on a page of its own that works without script.

pub(crate) mod look;
pub(crate) mod found;
pub(crate) mod close;
pub(crate) mod evidence;
pub(crate) mod settle;
pub(crate) mod day;
pub(crate) mod parts;
pub(crate) mod undo;
pub(crate) mod reason;
