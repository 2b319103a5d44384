//! The standard texts of papers and samples of their data, which travel in the program.
//! Deliberately absent: texts that a school has changed (the store keeps them).

use mentoring::paper::PaperKind;

/// The text and the sample of every kind: variant and slug, as in [`PaperKind`].
macro_rules! texts {
    ($($kind:ident = $slug:literal,)+) => {
        /// The standard text of a kind.
        #[must_use]
        pub fn text(kind: PaperKind) -> &'static str {
            match kind {
                $(PaperKind::$kind => include_str!(concat!("../../templates/", $slug, ".txt")),)+
            }
        }

        /// A complete sample of the data of a kind, as JSON; its people are invented.
        #[must_use]
        pub fn example(kind: PaperKind) -> &'static str {
            match kind {
                $(PaperKind::$kind => include_str!(concat!("../../templates/", $slug, ".json")),)+
            }
        }
    };
}

texts! {
    IntroductionOrder = "introduction-order",
    TeachersRegulation = "teachers-regulation",
    StudentsRegulation = "students-regulation",
    RoadmapOrder = "roadmap-order",
    CuratorOrder = "curator-order",
    MentorsOrder = "mentors-order",
    PairsOrder = "pairs-order",
    MentorConsent = "mentor-consent",
    MentorApplication = "mentor-application",
    MenteeConsent = "mentee-consent",
    MenteeApplication = "mentee-application",
    DataConsent = "data-consent",
    GuardianConsent = "guardian-consent",
    GuardianDataConsent = "guardian-data-consent",
    DistributionConsent = "distribution-consent",
    ContractAddendum = "contract-addendum",
    MentorRefusal = "mentor-refusal",
    CancellationNotice = "cancellation-notice",
    PairAgreement = "pair-agreement",
    PersonalisedProgramme = "personalised-programme",
    IndividualPlan = "individual-plan",
    StudentPlan = "student-plan",
    MeetingJournal = "meeting-journal",
    Questionnaire = "questionnaire",
    MentorPool = "mentor-pool",
    MenteePool = "mentee-pool",
    ParticipantsRegister = "participants-register",
    ChangeOrder = "change-order",
    ExtensionOrder = "extension-order",
    EarlyEndingOrder = "early-ending-order",
    CompletionOrder = "completion-order",
    FinalGatheringOrder = "final-gathering-order",
    EncouragementOrder = "encouragement-order",
    LetterOfThanks = "letter-of-thanks",
    Certificate = "certificate",
    DestructionAct = "destruction-act",
    JournalExtract = "journal-extract",
    CouncilProtocol = "council-protocol",
    AssociationOrder = "association-order",
    WorkingGroupOrder = "working-group-order",
    CentreContactOrder = "centre-contact-order",
    PlansOrder = "plans-order",
    TrainingOrder = "training-order",
    AccessibilityOrder = "accessibility-order",
    ReleaseOrder = "release-order",
    FileAccessOrder = "file-access-order",
    PartnerAgreement = "partner-agreement",
    PartnerList = "partner-list",
    Invitation = "invitation",
    GuardianNotice = "guardian-notice",
    AcquaintanceSheet = "acquaintance-sheet",
    RegisterLabels = "register-labels",
    SchoolProgramme = "school-programme",
    AmendingOrder = "amending-order",
    DestructionCommissionOrder = "destruction-commission-order",
    ChangeRequest = "change-request",
    PotentialMentorsRegister = "potential-mentors-register",
    ContentPlan = "content-plan",
    AttendanceSheet = "attendance-sheet",
    SelectionProtocol = "selection-protocol",
}
