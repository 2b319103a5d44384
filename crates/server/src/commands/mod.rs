//! One file for each command: its arguments, and `run`, which gives the exit status.

pub(crate) mod check;
pub(crate) mod deadline;
pub(crate) mod demo;
pub(crate) mod explain;
pub(crate) mod import;
pub(crate) mod serve;
pub(crate) mod upkeep;
pub(crate) mod user;
pub(crate) mod work;
