//! The journal: what happened, to what, by whom.
//!
//! It decides the words and ids of every entry. Deliberately absent: names, texts and addresses of
//! people (an entry points at records; erasing a person leaves the chain whole), and how the chain
//! is kept (`store`).

use jiff::civil::Date;
use uuid::Uuid;

use crate::access::Role;
use crate::id::*;
use crate::person::Position;
use crate::task::Closing;

/// One thing that happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it; each field is the id or day of what is named")]
pub enum Event {
    OrganisationFounded { organisation: OrganisationId },
    OrganisationChanged { organisation: OrganisationId },
    GroupSizeSet { size: GroupSizeId, from: Date },
    PersonAdded { person: PersonId },
    PersonChanged { person: PersonId },
    PersonLeft { person: PersonId, on: Date },
    PersonRoleGiven { person: PersonId, position: Position, from: Date },
    PersonRoleEnded { person: PersonId, position: Position, on: Date },
    AccountOpened { account: AccountId },
    SignedIn { account: AccountId },
    SignedOutEverywhere { account: AccountId },
    PasswordChanged { account: AccountId },
    InvitationMade { invitation: InvitationId, role: Role },
    InvitationAccepted { invitation: InvitationId, account: AccountId },
    InvitationWithdrawn { invitation: InvitationId },
    MembershipGiven { membership: MembershipId, account: AccountId, role: Role },
    MembershipEnded { membership: MembershipId, on: Date },
    FileKept { file: FileId },
    ImportRead { import: ImportId },
    ImportMended { import: ImportId },
    ImportDiscarded { import: ImportId },
    ImportAccepted { import: ImportId, version: VersionId },
    RoadmapOpened { roadmap: RoadmapId },
    RoadmapEnded { roadmap: RoadmapId, on: Date },
    VersionDrafted { roadmap: RoadmapId, version: VersionId },
    VersionChanged { version: VersionId, row: LineageId },
    VersionApproved { roadmap: RoadmapId, version: VersionId },
    VersionDiscarded { version: VersionId },
    TaskPlanned { task: TaskId },
    TaskDated { task: TaskId, due_on: Date },
    TaskGiven { task: TaskId, person: PersonId },
    TaskTaken { task: TaskId, person: PersonId },
    TaskStarted { task: TaskId, on: Date },
    TaskClosed { task: TaskId, on: Date, closing: Closing },
    TaskReopened { task: TaskId },
    TaskDropped { task: TaskId },
    EvidenceGiven { task: TaskId, evidence: EvidenceId },
    EvidenceRecorded { evidence: EvidenceId },
    EvidenceWithdrawn { evidence: EvidenceId },
    Happened { happening: HappeningId, on: Date },
    HappeningWithdrawn { happening: HappeningId },
    DaysOffLoaded { year: i16 },
    SchoolDatesSet { from: Date },
    FeedMade { feed: FeedId },
    FeedWithdrawn { feed: FeedId },
    SettingChanged,
    ClockMoved { to: Date },
}

/// One fact of an entry, beside its kind and subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    /// An id.
    Id(Uuid),
    /// A day.
    Day(Date),
    /// A slug.
    Word(&'static str),
    /// A number.
    Number(i64),
}

impl Event {
    /// The stable word for what happened, the id of what it happened to, and the other facts.
    #[must_use]
    pub fn parts(&self) -> (&'static str, Option<Uuid>, Vec<(&'static str, Fact)>) {
        let id = Fact::Id;
        let day = Fact::Day;
        match *self {
            Self::OrganisationFounded { organisation: it } => {
                ("organisation_founded", Some(it.0), vec![])
            }
            Self::OrganisationChanged { organisation: it } => {
                ("organisation_changed", Some(it.0), vec![])
            }
            Self::GroupSizeSet { size: it, from } => {
                ("group_size_set", Some(it.0), vec![("from", day(from))])
            }
            Self::PersonAdded { person: it } => ("person_added", Some(it.0), vec![]),
            Self::PersonChanged { person: it } => ("person_changed", Some(it.0), vec![]),
            Self::PersonLeft { person: it, on } => {
                ("person_left", Some(it.0), vec![("on", day(on))])
            }
            Self::PersonRoleGiven { person: it, position, from } => (
                "person_role_given",
                Some(it.0),
                vec![("position", Fact::Word(position.slug())), ("from", day(from))],
            ),
            Self::PersonRoleEnded { person: it, position, on } => (
                "person_role_ended",
                Some(it.0),
                vec![("position", Fact::Word(position.slug())), ("on", day(on))],
            ),
            Self::AccountOpened { account: it } => ("account_opened", Some(it.0), vec![]),
            Self::SignedIn { account: it } => ("signed_in", Some(it.0), vec![]),
            Self::SignedOutEverywhere { account: it } => {
                ("signed_out_everywhere", Some(it.0), vec![])
            }
            Self::PasswordChanged { account: it } => ("password_changed", Some(it.0), vec![]),
            Self::InvitationMade { invitation: it, role } => {
                ("invitation_made", Some(it.0), vec![("role", Fact::Word(role.slug()))])
            }
            Self::InvitationAccepted { invitation: it, account } => {
                ("invitation_accepted", Some(it.0), vec![("account", id(account.0))])
            }
            Self::InvitationWithdrawn { invitation: it } => {
                ("invitation_withdrawn", Some(it.0), vec![])
            }
            Self::MembershipGiven { membership: it, account, role } => (
                "membership_given",
                Some(it.0),
                vec![("account", id(account.0)), ("role", Fact::Word(role.slug()))],
            ),
            Self::MembershipEnded { membership: it, on } => {
                ("membership_ended", Some(it.0), vec![("on", day(on))])
            }
            Self::FileKept { file: it } => ("file_kept", Some(it.0), vec![]),
            Self::ImportRead { import: it } => ("import_read", Some(it.0), vec![]),
            Self::ImportMended { import: it } => ("import_mended", Some(it.0), vec![]),
            Self::ImportDiscarded { import: it } => ("import_discarded", Some(it.0), vec![]),
            Self::ImportAccepted { import: it, version } => {
                ("import_accepted", Some(it.0), vec![("version", id(version.0))])
            }
            Self::RoadmapOpened { roadmap: it } => ("roadmap_opened", Some(it.0), vec![]),
            Self::RoadmapEnded { roadmap: it, on } => {
                ("roadmap_ended", Some(it.0), vec![("on", day(on))])
            }
            Self::VersionDrafted { roadmap, version: it } => {
                ("version_drafted", Some(it.0), vec![("roadmap", id(roadmap.0))])
            }
            Self::VersionChanged { version: it, row } => {
                ("version_changed", Some(it.0), vec![("row", id(row.0))])
            }
            Self::VersionApproved { roadmap, version: it } => {
                ("version_approved", Some(it.0), vec![("roadmap", id(roadmap.0))])
            }
            Self::VersionDiscarded { version: it } => ("version_discarded", Some(it.0), vec![]),
            Self::TaskPlanned { task: it } => ("task_planned", Some(it.0), vec![]),
            Self::TaskDated { task: it, due_on } => {
                ("task_dated", Some(it.0), vec![("due_on", day(due_on))])
            }
            Self::TaskGiven { task: it, person } => {
                ("task_given", Some(it.0), vec![("person", id(person.0))])
            }
            Self::TaskTaken { task: it, person } => {
                ("task_taken", Some(it.0), vec![("person", id(person.0))])
            }
            Self::TaskStarted { task: it, on } => {
                ("task_started", Some(it.0), vec![("on", day(on))])
            }
            Self::TaskClosed { task: it, on, closing } => (
                "task_closed",
                Some(it.0),
                vec![("on", day(on)), ("closing", Fact::Word(closing.slug()))],
            ),
            Self::TaskReopened { task: it } => ("task_reopened", Some(it.0), vec![]),
            Self::TaskDropped { task: it } => ("task_dropped", Some(it.0), vec![]),
            Self::EvidenceGiven { task: it, evidence } => {
                ("evidence_given", Some(it.0), vec![("evidence", id(evidence.0))])
            }
            Self::EvidenceRecorded { evidence: it } => ("evidence_recorded", Some(it.0), vec![]),
            Self::EvidenceWithdrawn { evidence: it } => ("evidence_withdrawn", Some(it.0), vec![]),
            Self::Happened { happening: it, on } => ("happened", Some(it.0), vec![("on", day(on))]),
            Self::HappeningWithdrawn { happening: it } => {
                ("happening_withdrawn", Some(it.0), vec![])
            }
            Self::DaysOffLoaded { year } => {
                ("days_off_loaded", None, vec![("year", Fact::Number(i64::from(year)))])
            }
            Self::SchoolDatesSet { from } => ("school_dates_set", None, vec![("from", day(from))]),
            Self::FeedMade { feed: it } => ("feed_made", Some(it.0), vec![]),
            Self::FeedWithdrawn { feed: it } => ("feed_withdrawn", Some(it.0), vec![]),
            Self::SettingChanged => ("setting_changed", None, vec![]),
            Self::ClockMoved { to } => ("clock_moved", None, vec![("to", day(to))]),
        }
    }
}
