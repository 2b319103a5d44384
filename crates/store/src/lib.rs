//! Memory: all SQL, for SQLite and PostgreSQL, in one text.
//!
//! It decides how facts are kept, looked up within a scope, and changed in transactions; that the
//! journal is a chain; that nothing somebody wrote is deleted. Deliberately absent: rules (they are
//! in `mentoring`), the clock and ids (parameters), HTTP, documents.
//!
//! One file for each word of the life: `organisation`, `person`, `account`, `order`, `order_participant`, `mistake`, `launch`, `roadmap`,
//! `task`, `part`, `evidence`, `dates`, `pools`, `labour`, `care`, `paper`, `act`,
//! `rights`, `erasure`, `file`, `journal`, `job`, `letter`, `upkeep`.
//! `task`, `part`, `evidence`, `dates`, `pools`, `labour`, `care`, `paper_template`, `folder`, `file`, `journal`, `job`, `letter`, `upkeep`.

#![warn(missing_docs)]

mod cell;
mod error;
mod record;
mod schema;
mod tx;
mod organisation;
mod person;
mod account;
mod order;
mod order_participant;
mod mistake;
mod launch;
mod roadmap;
mod task;
mod part;
mod evidence;
mod dates;
mod pools;
mod labour;
mod requisites;
mod person_fact;
mod people_import;
mod partner;
mod absence;
mod care;
mod paper;
mod scan;
mod wording;
mod act;
mod petition;
mod rights;
mod erasure;
mod paper_template;
mod folder;
mod file;
mod journal;
mod job;
mod letter;
mod upkeep;
#[cfg(test)]
mod tests;

pub use absence::AbsenceRecord;
pub use account::{Account, FormClaim, FormOnce, Invitation, Membership, PasswordLink, Session};
pub use act::{ActConcern, ActFromAbove, ActReading};
pub use care::{AccessNeedRecord, SensitiveReader};
pub use cell::Json;
pub use dates::{CalendarDay, Feed, Happening, HappeningCause, SchoolDates};
pub use erasure::{ErasePlan, HeldRow, Mention, Needle, Needles};
pub use error::StoreError;
pub use evidence::Evidence;
pub use file::{File, FileCard};
pub use folder::{Folder, FolderCard};
pub use job::Job;
pub use journal::Entry;
pub use labour::AddendumRecord;
pub use launch::{Acceptance, FigureAnswer, Import, RollQuestion, Swap};
pub use letter::Letter;
pub use mistake::MistakeRecord;
pub use order::{Acquaintance, HeadOrder};
pub use order_participant::OrderParticipant;
pub use organisation::Seen;
pub use paper::{PackContent, PaperPack, PaperRecord, PaperRevision};
pub use paper_template::{PaperTemplate, PaperTemplateCard, Upward};
pub use part::TaskPart;
pub use partner::{AgreementRecord, Partner, PartnerPerson};
pub use people_import::{Arrivals, KnownAll, PeopleImport};
pub use person_fact::PersonFactRecord;
pub use petition::Petition;
pub use pools::{ConsentRecord, Guardianship, KeptDistribution, PersonDetail, PoolRecord};
pub use rights::{
    BackupCopy, Erasure, ErasureFile, ErasureLine, ErasureMember, PersonRequest, WholeErasure,
};
pub use roadmap::{Roadmap, Row, RowResponsible, RowStage, Version, VersionHeader};
pub use scan::Scan;
pub use task::{Task, TaskPerson};
pub use tx::{MayBeRetried, Pending, Store, Tx, retried};
pub use upkeep::{Flaw, Soundness};
pub use wording::{ConsentWording, WithdrawalStop};
