//! Pages of the launch: from a document to a roadmap in force, and from version to version.

pub(crate) mod list;
pub(crate) mod import;
pub(crate) mod version;
pub(crate) mod reading;
pub(crate) mod remarks;
pub(crate) mod row;
pub(crate) mod order;
pub(crate) mod figure;
pub(crate) mod doubts;
pub(crate) mod head;
pub(crate) mod approval;
pub(crate) mod compare;
pub(crate) mod paper;
pub(crate) mod roll;
pub(crate) mod question;
