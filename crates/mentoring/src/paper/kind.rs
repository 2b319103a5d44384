//! Kinds of paper: the slug names the text, the sample and the command line.
//!
//! It decides which kinds there are and where each is described. Deliberately absent: what a
//! description says (the files beside this one).

use super::{PaperSpec, completion, consents, labour, launch, pairing, pools, programme};
use crate::words::slugs;

slugs! {
    /// A kind of paper.
    pub enum PaperKind {
        /// The order that introduces the system (D1).
        IntroductionOrder = "introduction-order",
        /// The regulation on mentoring of teachers (D2).
        TeachersRegulation = "teachers-regulation",
        /// The regulation on mentoring of students (D2).
        StudentsRegulation = "students-regulation",
        /// The order that approves the roadmap (D3).
        RoadmapOrder = "roadmap-order",
        /// The order that appoints the curator (D4).
        CuratorOrder = "curator-order",
        /// The order that appoints mentors (D5).
        MentorsOrder = "mentors-order",
        /// The order on pairs and groups (D6).
        PairsOrder = "pairs-order",
        /// An employee's consent to be a mentor (D7).
        MentorConsent = "mentor-consent",
        /// An application to be a mentor without pay (D7).
        MentorApplication = "mentor-application",
        /// An employee's consent to be a mentee (D8).
        MenteeConsent = "mentee-consent",
        /// A student's application to be a mentee (D8).
        MenteeApplication = "mentee-application",
        /// An adult's consent to the processing of personal data (D9).
        DataConsent = "data-consent",
        /// A guardian's consent to participation (D10a).
        GuardianConsent = "guardian-consent",
        /// A guardian's consent to the processing of data (D10b).
        GuardianDataConsent = "guardian-data-consent",
        /// A consent to distribution (D11).
        DistributionConsent = "distribution-consent",
        /// The addendum to a contract of employment (D12).
        ContractAddendum = "contract-addendum",
        /// A mentor's refusal (D13).
        MentorRefusal = "mentor-refusal",
        /// The notice that ends the work of a mentor (D13).
        CancellationNotice = "cancellation-notice",
        /// The agreement of mentor and mentee (D14).
        PairAgreement = "pair-agreement",
        /// The personalised programme of a pair (D15).
        PersonalisedProgramme = "personalised-programme",
        /// The individual plan of a teacher (D16).
        IndividualPlan = "individual-plan",
        /// The plan of a pair with students (D16).
        StudentPlan = "student-plan",
        /// The journal of meetings (D17).
        MeetingJournal = "meeting-journal",
        /// A questionnaire to print (D18).
        Questionnaire = "questionnaire",
        /// The pool of mentors (D19).
        MentorPool = "mentor-pool",
        /// The pool of mentees (D20).
        MenteePool = "mentee-pool",
        /// The register of participants (D21).
        ParticipantsRegister = "participants-register",
        /// The order that changes a mentor (D25).
        ChangeOrder = "change-order",
        /// The order that extends a programme (D25).
        ExtensionOrder = "extension-order",
        /// The order that ends a programme early (D25).
        EarlyEndingOrder = "early-ending-order",
        /// The order that completes programmes (D26).
        CompletionOrder = "completion-order",
        /// The order on the final gathering (D27).
        FinalGatheringOrder = "final-gathering-order",
        /// The order on encouragement (D28).
        EncouragementOrder = "encouragement-order",
        /// A letter of thanks (D29).
        LetterOfThanks = "letter-of-thanks",
        /// A certificate (D29).
        Certificate = "certificate",
        /// The act of destruction of personal data (D33).
        DestructionAct = "destruction-act",
        /// The extract of the journal beside the act (D33).
        JournalExtract = "journal-extract",
        /// The protocol of a council.
        CouncilProtocol = "council-protocol",
        /// The order on the association of mentors.
        AssociationOrder = "association-order",
        /// The order on the working group.
        WorkingGroupOrder = "working-group-order",
        /// The order on the contact for the centre.
        CentreContactOrder = "centre-contact-order",
        /// The order that approves plans or programmes (D16).
        PlansOrder = "plans-order",
        /// The order on the training of mentors.
        TrainingOrder = "training-order",
        /// The order on measures of accessibility.
        AccessibilityOrder = "accessibility-order",
        /// The order that releases from lessons.
        ReleaseOrder = "release-order",
        /// The order on access to a file.
        FileAccessOrder = "file-access-order",
        /// The agreement with a partner.
        PartnerAgreement = "partner-agreement",
        /// The list of partners.
        PartnerList = "partner-list",
        /// An invitation.
        Invitation = "invitation",
        /// The notice to guardians.
        GuardianNotice = "guardian-notice",
        /// The acquaintance sheet.
        AcquaintanceSheet = "acquaintance-sheet",
        /// Titles of folders.
        RegisterLabels = "register-labels",
        /// The school programme.
        SchoolProgramme = "school-programme",
        /// The order that amends another.
        AmendingOrder = "amending-order",
        /// The order on the commission of destruction (D33).
        DestructionCommissionOrder = "destruction-commission-order",
        /// A request that an order on a change stands on (D25).
        ChangeRequest = "change-request",
        /// The register of potential mentors.
        PotentialMentorsRegister = "potential-mentors-register",
        /// The plan of publications.
        ContentPlan = "content-plan",
        /// The attendance sheet.
        AttendanceSheet = "attendance-sheet",
        /// The protocol of selection.
        SelectionProtocol = "selection-protocol",
    }
}

impl PaperKind {
    /// The description of the kind.
    #[must_use]
    pub fn spec(self) -> &'static PaperSpec {
        match self {
            Self::IntroductionOrder => &launch::INTRODUCTION_ORDER,
            Self::TeachersRegulation => &launch::TEACHERS_REGULATION,
            Self::StudentsRegulation => &launch::STUDENTS_REGULATION,
            Self::RoadmapOrder => &launch::ROADMAP_ORDER,
            Self::CuratorOrder => &launch::CURATOR_ORDER,
            Self::MentorsOrder => &pairing::MENTORS_ORDER,
            Self::PairsOrder => &pairing::PAIRS_ORDER,
            Self::MentorConsent => &labour::MENTOR_CONSENT,
            Self::MentorApplication => &consents::MENTOR_APPLICATION,
            Self::MenteeConsent => &consents::MENTEE_CONSENT,
            Self::MenteeApplication => &consents::MENTEE_APPLICATION,
            Self::DataConsent => &consents::DATA_CONSENT,
            Self::GuardianConsent => &consents::GUARDIAN_CONSENT,
            Self::GuardianDataConsent => &consents::GUARDIAN_DATA_CONSENT,
            Self::DistributionConsent => &consents::DISTRIBUTION_CONSENT,
            Self::ContractAddendum => &labour::CONTRACT_ADDENDUM,
            Self::MentorRefusal => &labour::MENTOR_REFUSAL,
            Self::CancellationNotice => &labour::CANCELLATION_NOTICE,
            Self::PairAgreement => &pairing::PAIR_AGREEMENT,
            Self::PersonalisedProgramme => &programme::PERSONALISED_PROGRAMME,
            Self::IndividualPlan => &programme::INDIVIDUAL_PLAN,
            Self::StudentPlan => &programme::STUDENT_PLAN,
            Self::MeetingJournal => &programme::MEETING_JOURNAL,
            Self::Questionnaire => &programme::QUESTIONNAIRE,
            Self::MentorPool => &pools::MENTOR_POOL,
            Self::MenteePool => &pools::MENTEE_POOL,
            Self::ParticipantsRegister => &pools::PARTICIPANTS_REGISTER,
            Self::ChangeOrder => &pairing::CHANGE_ORDER,
            Self::ExtensionOrder => &pairing::EXTENSION_ORDER,
            Self::EarlyEndingOrder => &pairing::EARLY_ENDING_ORDER,
            Self::CompletionOrder => &completion::COMPLETION_ORDER,
            Self::FinalGatheringOrder => &completion::FINAL_GATHERING_ORDER,
            Self::EncouragementOrder => &completion::ENCOURAGEMENT_ORDER,
            Self::LetterOfThanks => &completion::LETTER_OF_THANKS,
            Self::Certificate => &completion::CERTIFICATE,
            Self::DestructionAct => &completion::DESTRUCTION_ACT,
            Self::JournalExtract => &completion::JOURNAL_EXTRACT,
            Self::CouncilProtocol => &launch::COUNCIL_PROTOCOL,
            Self::AssociationOrder => &launch::ASSOCIATION_ORDER,
            Self::WorkingGroupOrder => &launch::WORKING_GROUP_ORDER,
            Self::CentreContactOrder => &launch::CENTRE_CONTACT_ORDER,
            Self::PlansOrder => &pairing::PLANS_ORDER,
            Self::TrainingOrder => &pairing::TRAINING_ORDER,
            Self::AccessibilityOrder => &programme::ACCESSIBILITY_ORDER,
            Self::ReleaseOrder => &programme::RELEASE_ORDER,
            Self::FileAccessOrder => &programme::FILE_ACCESS_ORDER,
            Self::PartnerAgreement => &pools::PARTNER_AGREEMENT,
            Self::PartnerList => &pools::PARTNER_LIST,
            Self::Invitation => &pools::INVITATION,
            Self::GuardianNotice => &pools::GUARDIAN_NOTICE,
            Self::AcquaintanceSheet => &launch::ACQUAINTANCE_SHEET,
            Self::RegisterLabels => &launch::REGISTER_LABELS,
            Self::SchoolProgramme => &launch::SCHOOL_PROGRAMME,
            Self::AmendingOrder => &launch::AMENDING_ORDER,
            Self::DestructionCommissionOrder => &completion::DESTRUCTION_COMMISSION_ORDER,
            Self::ChangeRequest => &pairing::CHANGE_REQUEST,
            Self::PotentialMentorsRegister => &pools::POTENTIAL_MENTORS_REGISTER,
            Self::ContentPlan => &pools::CONTENT_PLAN,
            Self::AttendanceSheet => &completion::ATTENDANCE_SHEET,
            Self::SelectionProtocol => &pairing::SELECTION_PROTOCOL,
        }
    }
}
