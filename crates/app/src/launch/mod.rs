//! Launch: from a Word file to a roadmap in force, and from one version of it to the next.
//!
//! It decides how documents become drafts, drafts are mended and approved, and years follow each
//! other. Deliberately absent: what a cell means (`roadmap`), running what was approved
//! (`crate::roadmap`), words for people (`web`).

mod convert;
pub mod import;
pub mod draft;
pub mod edit;
pub mod approve;
pub mod view;

pub use approve::{Approve, approve_version};
pub use draft::{Into, accept_import, draft_next, start_from_standard};
pub use edit::{EditRow, Move, RowEdit, add_row, change_head, change_row, move_row, strike_row};
pub use import::{ReadDocument, ReadObstacle, read_document};
pub use view::{RoadmapLine, VersionView, list_roadmaps, show_version};
