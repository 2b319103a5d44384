//! The journal: what happened, to what, by whom.
//!
//! It decides the words and ids of every entry. Deliberately absent: names, texts and addresses of
//! people (an entry points at records; erasing a person leaves the chain whole), and how the chain
//! is kept (`store`).

use jiff::civil::Date;
use uuid::Uuid;

use crate::access::Role;
use crate::consent::ConsentKind;
use crate::id::*;
use crate::launch::RollChoice;
use crate::mistake::MistakeKind;
use crate::order::OrderSubject;
use crate::paper::PaperKind;
use crate::person::Position;
use crate::task::Closing;

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

/// Makes the enum and its parts from the table below: a line that is forgotten cannot be.
macro_rules! events {
    ($($name:ident = $kind:literal $(of $subject:ident: $id:ident)?
       $(with $($fact:ident: $type:ident),+)?;)+) => {
        /// One thing that happened.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "the table says it: ids and days of what is named")]
        pub enum Event {
            $($name { $($subject: $id,)? $($($fact: $type),+)? },)+
        }

        impl Event {
            /// The stable words for what can happen, in the order of the table.
            pub const KINDS: &[&str] = &[$($kind),+];

            /// The word for what happened, the id of what it happened to, and the other facts.
            #[must_use]
            pub fn parts(&self) -> (&'static str, Option<Uuid>, Vec<(&'static str, Fact)>) {
                match *self {
                    $(Self::$name { $($subject,)? $($($fact),+)? } => (
                        $kind,
                        [$($subject.0)?].first().copied(),
                        vec![$($((stringify!($fact), $fact.into())),+)?],
                    ),)+
                }
            }
        }
    };
}

// The word for what happened, of which thing, with which other facts.
events! {
    OrganisationFounded = "organisation_founded" of organisation: OrganisationId;
    OrganisationChanged = "organisation_changed" of organisation: OrganisationId;
    GroupSizeSet = "group_size_set" of size: GroupSizeId with from: Date;
    PersonAdded = "person_added" of person: PersonId;
    PersonChanged = "person_changed" of person: PersonId;
    PersonLeft = "person_left" of person: PersonId with on: Date;
    PersonRoleGiven = "person_role_given" of person: PersonId with position: Position, from: Date;
    PersonRoleEnded = "person_role_ended" of person: PersonId with position: Position, on: Date;
    PersonDetailed = "person_detailed" of person: PersonId;
    GuardianNamed = "guardian_named" of guardianship: GuardianshipId with person: PersonId, from: Date;
    GuardianEnded = "guardian_ended" of guardianship: GuardianshipId with on: Date;
    ConsentRecorded = "consent_recorded" of consent: ConsentId with person: PersonId, consent_kind: ConsentKind, on: Date;
    ConsentWithdrawn = "consent_withdrawn" of consent: ConsentId with person: PersonId, on: Date;
    DictionaryFilled = "dictionary_filled" of organisation: OrganisationId with edition: i64, added: i64;
    TermAdded = "term_added" of term: TermId;
    TermEnded = "term_ended" of term: TermId with on: Date;
    PoolEntered = "pool_entered" of entry: PoolEntryId with person: PersonId, from: Date;
    PoolEntryChanged = "pool_entry_changed" of entry: PoolEntryId;
    PoolLeft = "pool_left" of entry: PoolEntryId with on: Date;
    OrderDrafted = "order_drafted" of order: OrderId with about: OrderSubject;
    OrderChanged = "order_changed" of order: OrderId;
    OrderSent = "order_sent" of order: OrderId with on: Date;
    OrderRegistered = "order_registered" of order: OrderId with on: Date;
    OrderCeased = "order_ceased" of order: OrderId with on: Date;
    OrderDiscarded = "order_discarded" of order: OrderId;
    OrderConcerns = "order_concerns" of order: OrderId with person: PersonId;
    OrderTakenOff = "order_taken_off" of order: OrderId with person: PersonId;
    OrderNames = "order_names" of order: OrderId with participant: OrderParticipantId, person: PersonId;
    OrderNamesNoMore = "order_names_no_more" of order: OrderId with participant: OrderParticipantId, person: PersonId;
    OrderRead = "order_read" of order: OrderId with person: PersonId, on: Date;
    PaperDrafted = "paper_drafted" of paper: PaperId with about: PaperKind;
    PaperChanged = "paper_changed" of paper: PaperId with number: i64;
    PaperDiscarded = "paper_discarded" of paper: PaperId;
    PaperRegistered = "paper_registered" of paper: PaperId with on: Date;
    PaperWithdrawn = "paper_withdrawn" of paper: PaperId with on: Date;
    PapersPacked = "papers_packed" of pack: PaperPackId with about: PaperKind, n_papers: i64;
    OrderAmended = "order_amended" of order: OrderId with amending: OrderId, from: Date;
    AddendumSigned = "addendum_signed" of addendum: AddendumId with person: PersonId, on: Date;
    MistakeMarked = "mistake_marked" of mistake: MistakeId with what: MistakeKind, record: Uuid;
    AddendumEnded = "addendum_ended" of addendum: AddendumId with person: PersonId, on: Date;
    TemplateKept = "template_kept" of template: PaperTemplateId with paper: PaperKind, from: Date;
    TemplateWithdrawn = "template_withdrawn" of template: PaperTemplateId with paper: PaperKind, from: Date;
    FolderAsked = "folder_asked" of folder: FolderId;
    LocalActAdded = "local_act_added" of act: LocalActId;
    LocalActEnded = "local_act_ended" of act: LocalActId with on: Date;
    LocalActChanged = "local_act_changed" of act: LocalActId;
    ActConcernNamed = "act_concern_named" of concern: ActConcernId with from: Date;
    ActConcernEnded = "act_concern_ended" of concern: ActConcernId with on: Date;
    ActRead = "act_read" of reading: ActReadingId with person: PersonId, on: Date;
    ScanAttached = "scan_attached" of scan: ScanId with file: FileId;
    WordingNoted = "wording_noted" of wording: WordingId;
    StopDue = "stop_due" of stop: StopId with consent: ConsentId, on: Date;
    StopDone = "stop_done" of stop: StopId with on: Date;
    PetitionMade = "petition_made" of petition: PetitionId with person: PersonId;
    PetitionAnswered = "petition_answered" of petition: PetitionId with on: Date;
    PetitionWithdrawn = "petition_withdrawn" of petition: PetitionId with on: Date;
    NameCorrected = "name_corrected" of person: PersonId;
    PeopleLoaded = "people_loaded" of import: PeopleImportId;
    PeopleImported = "people_imported" of import: PeopleImportId with added: i64, changed: i64;
    PeopleDiscarded = "people_discarded" of import: PeopleImportId;
    AbsenceRecorded = "absence_recorded" of absence: AbsenceId with person: PersonId, from: Date, on: Date;
    AbsenceWithdrawn = "absence_withdrawn" of absence: AbsenceId with person: PersonId;
    PartnerAdded = "partner_added" of partner: PartnerId;
    PartnerChanged = "partner_changed" of partner: PartnerId;
    PartnerEnded = "partner_ended" of partner: PartnerId with on: Date;
    AgreementRecorded = "agreement_recorded" of agreement: AgreementId with on: Date;
    AgreementEnded = "agreement_ended" of agreement: AgreementId with on: Date;
    PartnerPersonNamed = "partner_person_named" of named: PartnerPersonId with person: PersonId, from: Date;
    PartnerPersonEnded = "partner_person_ended" of named: PartnerPersonId with on: Date;
    AccessNeedRecorded = "access_need_recorded" of need: AccessNeedId with from: Date;
    AccessNeedChanged = "access_need_changed" of need: AccessNeedId;
    AccessNeedEnded = "access_need_ended" of need: AccessNeedId with on: Date;
    SensitiveReaderNamed = "sensitive_reader_named" of reader: SensitiveReaderId with person: PersonId, from: Date;
    SensitiveReaderEnded = "sensitive_reader_ended" of reader: SensitiveReaderId with on: Date;
    RequestRecorded = "request_recorded" of request: PersonRequestId with person: PersonId, on: Date;
    RequestAnswered = "request_answered" of request: PersonRequestId with person: PersonId, on: Date;
    HeldShown = "held_shown" of person: PersonId;
    DataDestroyed = "data_destroyed" of erasure: ErasureId with person: PersonId, on: Date;
    AccountOpened = "account_opened" of account: AccountId;
    SignedIn = "signed_in" of account: AccountId;
    SignedOutEverywhere = "signed_out_everywhere" of account: AccountId;
    PasswordChanged = "password_changed" of account: AccountId;
    PasswordLinkMade = "password_link_made" of link: PasswordLinkId with account: AccountId;
    InvitationMade = "invitation_made" of invitation: InvitationId with role: Role;
    InvitationAccepted = "invitation_accepted" of invitation: InvitationId with account: AccountId;
    InvitationWithdrawn = "invitation_withdrawn" of invitation: InvitationId;
    MembershipGiven = "membership_given" of membership: MembershipId with account: AccountId, role: Role;
    MembershipEnded = "membership_ended" of membership: MembershipId with on: Date;
    FileKept = "file_kept" of file: FileId;
    ImportRead = "import_read" of import: ImportId;
    ImportMended = "import_mended" of import: ImportId;
    ImportDiscarded = "import_discarded" of import: ImportId;
    ImportAccepted = "import_accepted" of import: ImportId with version: VersionId;
    RoadmapOpened = "roadmap_opened" of roadmap: RoadmapId;
    RoadmapEnded = "roadmap_ended" of roadmap: RoadmapId with on: Date;
    VersionDrafted = "version_drafted" of version: VersionId with roadmap: RoadmapId;
    VersionChanged = "version_changed" of version: VersionId with row: LineageId;
    RemarkAccepted = "remark_accepted" of acceptance: AcceptanceId with version: VersionId;
    FigureAnswered = "figure_answered" of answer: FigureAnswerId;
    RoadmapRolled = "roadmap_rolled" of roadmap: RoadmapId with version: VersionId;
    RollQuestionAnswered = "roll_question_answered" of question: RollQuestionId with version: VersionId, choice: RollChoice;
    VersionApproved = "version_approved" of version: VersionId with roadmap: RoadmapId;
    VersionDiscarded = "version_discarded" of version: VersionId;
    TaskPlanned = "task_planned" of task: TaskId;
    TaskDated = "task_dated" of task: TaskId with due_on: Date;
    TaskGiven = "task_given" of task: TaskId with person: PersonId;
    TaskTaken = "task_taken" of task: TaskId with person: PersonId;
    TaskStarted = "task_started" of task: TaskId with on: Date;
    TaskClosed = "task_closed" of task: TaskId with on: Date, closing: Closing;
    TaskReopened = "task_reopened" of task: TaskId;
    TaskPartDone = "task_part_done" of task: TaskId with part: PartId, on: Date;
    TaskPartUndone = "task_part_undone" of task: TaskId with part: PartId;
    TaskUndated = "task_undated" of task: TaskId;
    TaskStartUndone = "task_start_undone" of task: TaskId;
    TaskDropped = "task_dropped" of task: TaskId;
    EvidenceGiven = "evidence_given" of task: TaskId with evidence: EvidenceId;
    EvidenceRecorded = "evidence_recorded" of evidence: EvidenceId;
    EvidenceWithdrawn = "evidence_withdrawn" of evidence: EvidenceId;
    Happened = "happened" of happening: HappeningId with on: Date;
    HappeningWithdrawn = "happening_withdrawn" of happening: HappeningId;
    DaysOffLoaded = "days_off_loaded" with year: i16;
    SchoolDatesSet = "school_dates_set" with from: Date;
    FeedMade = "feed_made" of feed: FeedId;
    FeedWithdrawn = "feed_withdrawn" of feed: FeedId;
    SettingChanged = "setting_changed";
    ClockMoved = "clock_moved" with to: Date;
}

/// Makes the kinds of facts from the types that they are of.
macro_rules! facts {
    ($($type:ty, $it:ident => $fact:expr;)+) => {$(
        impl From<$type> for Fact {
            fn from($it: $type) -> Self {
                $fact
            }
        }
    )+};
}
facts! {
    Date, it => Self::Day(it);
    i16, it => Self::Number(it.into());
    i64, it => Self::Number(it);
    Role, it => Self::Word(it.slug());
    Position, it => Self::Word(it.slug());
    Closing, it => Self::Word(it.slug());
    RollChoice, it => Self::Word(it.slug());
    ConsentKind, it => Self::Word(it.slug());
    OrderSubject, it => Self::Word(it.slug());
    PaperKind, it => Self::Word(it.slug());
    OrderId, it => Self::Id(it.0);
    AccountId, it => Self::Id(it.0);
    PersonId, it => Self::Id(it.0);
    RoadmapId, it => Self::Id(it.0);
    VersionId, it => Self::Id(it.0);
    LineageId, it => Self::Id(it.0);
    EvidenceId, it => Self::Id(it.0);
    PartId, it => Self::Id(it.0);
    FileId, it => Self::Id(it.0);
    ConsentId, it => Self::Id(it.0);
    OrderParticipantId, it => Self::Id(it.0);
    MistakeKind, it => Self::Word(it.slug());
    Uuid, it => Self::Id(it);
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn an_entry_says_what_happened_to_what_and_the_other_facts() {
        let membership = MembershipId(Uuid::from_u128(1));
        let account = AccountId(Uuid::from_u128(2));
        let event = Event::MembershipGiven { membership, account, role: Role::Curator };
        let facts = vec![("account", Fact::Id(account.0)), ("role", Fact::Word("curator"))];
        assert_eq!(event.parts(), ("membership_given", Some(membership.0), facts));
        let moved = Event::ClockMoved { to: date(2026, 9, 1) };
        let facts = vec![("to", Fact::Day(date(2026, 9, 1)))];
        assert_eq!(moved.parts(), ("clock_moved", None, facts));
    }

    #[test]
    fn no_two_events_have_the_same_word() {
        let mut kinds = Event::KINDS.to_vec();
        kinds.sort_unstable();
        kinds.dedup();
        assert_eq!(kinds.len(), Event::KINDS.len());
        let is_plain = |it: &&&str| it.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        assert_eq!(kinds.iter().filter(is_plain).count(), kinds.len());
    }
}
