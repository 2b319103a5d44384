//! Running a roadmap: tasks, what shows that they are done, how far the year has come.
//!
//! It decides how tasks follow from an approved version, how facts close and reopen them, and what
//! pages may read. Deliberately absent: documents and versions (`launch`), the rules of closing
//! (`mentoring::task`, `mentoring::evidence`), words for people (`web`).

mod school;
mod facts;
mod settle;
pub mod planning;
pub mod approve;
pub mod next_year;
pub mod running;
pub mod show;
pub mod slip;
pub mod month;
pub mod act;
pub mod part;
pub mod evidence;
pub mod happen;
pub mod undo;

pub use approve::{Approve, approve_version};
pub use planning::{InForce, open_tasks};
pub use running::{
    DatedFrom, Given, PartView, PersonShort, RoadmapView, RowShown, RowView, Running, Standing,
    TaskView, show_running,
};
