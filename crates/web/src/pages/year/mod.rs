//! The year as time: the timeline, a month, the tasks of one person.
//!
//! All three are views of `app::roadmap`'s one running value. Deliberately absent: counting.

pub(crate) mod plot;
pub(crate) mod timeline;
pub(crate) mod calendar;
pub(crate) mod by_person;
