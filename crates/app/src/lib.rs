//! Use-cases: one function for each thing a person can do.
//!
//! It decides where transactions begin and end, and that every change is authorised, recorded in
//! the journal and enqueued together. Each use-case has one shape: open, look up, authorise,
//! decide, save, record, enqueue, commit. Deliberately absent: rules (`mentoring`, `roadmap`), SQL
//! (`store`), HTTP and HTML (`web`), the clock and randomness of ids (given by `server`).

#![warn(missing_docs)]

mod refusal;
mod secret;
pub mod vault;
pub mod clock;
pub mod ctx;
pub mod organisation;
pub mod person;
pub mod account;
pub mod guide;
pub mod console;
pub mod town;
mod file;
pub mod scan;
pub mod sheet;
pub mod labour;
pub mod order;
pub mod act;
pub mod petition;
pub mod folder;
pub mod mistake;
pub mod absence;
pub mod handing_over;
pub mod partner;
pub mod paper;
pub mod launch;
pub mod roadmap;
pub mod pools;
pub mod care;
pub mod rights;
pub mod play;
pub mod network;
pub mod feed;
pub mod form;
pub mod reminder;
#[cfg(test)]
mod tests;

pub use ctx::{App, Ctx, Manner};
pub use refusal::{NotFound, Nothing, Refusal};
pub use store::{
    AbsenceRecord, Account, Acquaintance, ActConcern, ActReading, AddendumRecord, AgreementRecord,
    BackupCopy, CalendarDay, ConsentRecord, ConsentWording, Entry, Erasure, ErasureLine, Evidence,
    Feed, File, FileCard, FormOnce, Guardianship, Happening, HeadOrder, HeldRow, Import,
    Invitation, Job, Json, KeptDistribution, Letter, MayBeRetried, Membership, Mention,
    MistakeRecord, PaperPack, PaperRecord, PaperRevision, PaperTemplateCard, Partner,
    PartnerPerson, PeopleImport, PersonDetail, PersonFactRecord, PersonRequest, Petition,
    PoolRecord, Roadmap, Row, RowResponsible, SchoolDates, Seen, Soundness, Store, StoreError,
    Task, TaskPerson, Tx, Version, VersionHeader, WithdrawalStop, retried,
};
