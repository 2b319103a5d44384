//! One file for each command: its arguments, and `run`, which gives the exit status.

pub(crate) mod check;
pub(crate) mod deadline;
pub(crate) mod explain;
pub(crate) mod serve;
