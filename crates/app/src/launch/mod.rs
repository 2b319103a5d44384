//! Launch: from a Word file to a roadmap in force, and from one version of it to the next.
//!
//! It decides how documents become drafts, drafts are mended and approved, and years follow each
//! other. Deliberately absent: what a cell means (`roadmap`), running what was approved
//! (`crate::roadmap`), words for people (`web`).

mod convert;
pub(crate) mod sources;
pub mod import;
pub mod draft;
pub mod edit;
pub mod figure;
pub mod remark;
pub mod view;
pub mod compare;
pub mod paper;
pub mod roll;
pub mod question;

pub use draft::{Into, accept_import, draft_next, start_from_standard};
pub use edit::{EditRow, Move, RowEdit, add_row, change_head, change_row, move_row, strike_row};
pub use import::{
    ReadDocument, ReadObstacle, discard_import, list_waiting, read_document, try_document,
};
pub use view::{RoadmapLine, VersionView, list_roadmaps, show_version};

// What pages name of the crates below: they know this crate alone.
pub use ::roadmap::plan::{
    Column, Diagnostic, Evidence, Indicator, Item, Plan, PlanPeriod, PlanRow, Severity,
};
pub use ::roadmap::standard::{Standard, list as list_standards};
pub use documents::read::{Language, NotRead, sentence};
pub use figure::{FigureDoubt, FigureEdit, FigureFault};
pub use question::QuestionView;
pub use remark::{AcceptanceLine, RemarkView};
pub use store::{Import, Roadmap, Row, RowResponsible, Version};
