//! The ids of everything that is kept.
//!
//! It decides that each kind of thing has an id of its own type. Deliberately absent: making them.

use crate::words::ids;

ids! {
    /// A school, municipality or region.
    OrganisationId;
    /// A person known to an organisation, with or without an account.
    PersonId;
    /// A role that a person has from a day to a day.
    PersonRoleId;
    /// What a person signs in with.
    AccountId;
    /// A role of an account in an organisation.
    MembershipId;
    /// An invitation link, usable once.
    InvitationId;
    /// A link for a new password.
    PasswordLinkId;
    /// One sign-in on one device.
    SessionId;
    /// A roadmap: all its versions together.
    RoadmapId;
    /// One version of a roadmap.
    VersionId;
    /// A row through all versions: it stays when the row is edited, moved or approved again.
    LineageId;
    /// One reading of an uploaded document.
    ImportId;
    /// One occurrence of one row, to be done by a day.
    TaskId;
    /// That one part of a task was done.
    PartId;
    /// One thing that shows that a task is done.
    EvidenceId;
    /// An uploaded or produced file.
    FileId;
    /// Something that happened on a day and dates relative deadlines.
    HappeningId;
    /// A personal calendar by secret link.
    FeedId;
    /// Work to be done later.
    JobId;
    /// A letter in the outbox.
    LetterId;
    /// Who represents a minor from a day to a day.
    GuardianshipId;
    /// A consent that somebody signed.
    ConsentId;
    /// An addendum to the contract of an employee who mentors.
    AddendumId;
    /// What a person of a sensitive group needs so that the programme is accessible.
    AccessNeedId;
    /// That somebody may read what is sensitive, from a day to a day.
    SensitiveReaderId;
    /// What a person asked about the data held of it, and the answer.
    PersonRequestId;
    /// One destruction of the data of one person.
    ErasureId;
    /// A copy of the database, until the day it goes.
    BackupCopyId;
    /// An order of the head, from its draft on.
    OrderId;
    /// One line of an order on mentors or pairs: whom it names.
    OrderParticipantId;
    /// That a record was marked as a mistake.
    MistakeId;
    /// A person's stay in the pool of mentors or of mentees.
    PoolEntryId;
    /// A word of the school's dictionary of strengths, needs and forms.
    TermId;
    /// The size of a target group from a day on.
    GroupSizeId;
    /// A version of the template of a kind of paper.
    PaperTemplateId;
    /// A folder of papers made for an inspection.
    FolderId;
    /// An act of the region, the municipality or the school itself.
    LocalActId;
    /// A fact of a person from a day on.
    PersonFactId;
    /// One loaded list of people.
    PeopleImportId;
    /// That somebody is away and another acts.
    AbsenceId;
    /// A partner of the organisation.
    PartnerId;
    /// An agreement with a partner.
    AgreementId;
    /// That a person came from a partner.
    PartnerPersonId;
    /// A remark of the compiler that somebody took a roadmap with.
    AcceptanceId;
    /// What somebody said that a doubtful figure means.
    FigureAnswerId;
    /// A doubtful place of a roadmap rolled to the next year.
    RollQuestionId;
    /// A paper, from its draft on.
    PaperId;
    /// One wording of the data of a paper.
    PaperRevisionId;
    /// Many papers made at once.
    PaperPackId;
    /// A scan of a signed paper.
    ScanId;
    /// An edition of the text of a consent.
    WordingId;
    /// Something that stops because a consent was withdrawn.
    StopId;
    /// That people have to know an act.
    ActConcernId;
    /// That a person has read an act.
    ActReadingId;
    /// What a person asked for or proposed.
    PetitionId;
}
