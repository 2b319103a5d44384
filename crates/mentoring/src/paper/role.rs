//! What a kind of paper is in the product: an order about something, evidence of something, a paper
//! for whose eyes.
//!
//! It decides the ways from a kind to the journal of orders, to the rows of a roadmap and to the
//! rights. Deliberately absent: what the kind says of itself (`PaperSpec`).

use super::PaperKind;
use crate::access::Action;
use crate::consent::ConsentKind;
use crate::order::OrderSubject;

impl PaperKind {
    /// What an order of this kind is about; `None` of what is no order.
    #[must_use]
    pub fn order_subject(self) -> Option<OrderSubject> {
        Some(match self {
            Self::IntroductionOrder => OrderSubject::Introduction,
            Self::RoadmapOrder => OrderSubject::Roadmap,
            Self::CuratorOrder => OrderSubject::Curator,
            Self::MentorsOrder => OrderSubject::Mentors,
            Self::PairsOrder => OrderSubject::Pairs,
            Self::PlansOrder => OrderSubject::Plans,
            Self::ChangeOrder | Self::ExtensionOrder | Self::EarlyEndingOrder => {
                OrderSubject::PairChange
            }
            Self::CompletionOrder => OrderSubject::Completion,
            Self::FinalGatheringOrder => OrderSubject::FinalEvent,
            Self::EncouragementOrder => OrderSubject::Encouragement,
            Self::AccessibilityOrder => OrderSubject::Accessibility,
            Self::AssociationOrder => OrderSubject::Association,
            Self::ReleaseOrder => OrderSubject::Release,
            Self::FileAccessOrder => OrderSubject::FileAccess,
            Self::WorkingGroupOrder
            | Self::CentreContactOrder
            | Self::TrainingOrder
            | Self::AmendingOrder
            | Self::DestructionCommissionOrder => OrderSubject::Other,
            _ => return None,
        })
    }

    /// Kinds of orders about something, in the order of the catalogue.
    pub fn of_order(subject: OrderSubject) -> impl Iterator<Item = Self> {
        let is_about = move |it: &Self| it.order_subject() == Some(subject);
        Self::ALL.iter().copied().filter(is_about)
    }

    /// What a signed paper of the kind shows to the rows of a roadmap: kind and subject of evidence.
    ///
    /// - Returns: `None` of orders, which show themselves when they are registered, of consents and
    ///   addenda, which are counted in their own registers, and of what no row waits for.
    #[must_use]
    pub fn shows(self) -> Option<(&'static str, &'static str)> {
        Some(match self {
            Self::TeachersRegulation | Self::StudentsRegulation => ("regulation", "regulation"),
            Self::SchoolProgramme => ("programme", "programme"),
            Self::CouncilProtocol => ("protocol", "pedagogical_council"),
            Self::SelectionProtocol => ("protocol", "selection"),
            Self::PartnerAgreement => ("agreement", "partners"),
            Self::PartnerList => ("register", "partners"),
            Self::MentorPool => ("register", "mentors"),
            Self::MenteePool => ("register", "mentees"),
            Self::PotentialMentorsRegister => ("register", "mentors"),
            Self::ParticipantsRegister => ("register", "participants"),
            Self::PersonalisedProgramme | Self::IndividualPlan | Self::StudentPlan => {
                ("plan_set", "plans")
            }
            Self::ContentPlan => ("material", "content_plan"),
            Self::LetterOfThanks | Self::Certificate => ("award", ""),
            _ => return None,
        })
    }

    /// Whose right opens papers of the kind: `(to see, to make)`, beside those of papers in general.
    #[must_use]
    pub fn rights(self) -> (Action, Action) {
        match self {
            _ if self.order_subject().is_some() => (Action::SeeOrders, Action::EditOrders),
            Self::ContractAddendum | Self::MentorRefusal | Self::CancellationNotice => {
                (Action::SeeAddenda, Action::EditAddenda)
            }
            _ if self.consent().is_some() => (Action::SeeConsents, Action::EditConsents),
            Self::PartnerAgreement | Self::PartnerList => {
                (Action::SeePartners, Action::EditPartners)
            }
            _ => (Action::SeePapers, Action::EditPapers),
        }
    }

    /// The consent that the kind is a blank of.
    #[must_use]
    pub fn consent(self) -> Option<ConsentKind> {
        Some(match self {
            Self::MentorConsent => ConsentKind::LabourMentoring,
            Self::MentorApplication => ConsentKind::VolunteerMentoring,
            Self::MenteeConsent | Self::MenteeApplication => ConsentKind::Participation,
            Self::DataConsent => ConsentKind::PersonalData,
            Self::GuardianConsent => ConsentKind::GuardianParticipation,
            Self::GuardianDataConsent => ConsentKind::GuardianData,
            Self::DistributionConsent => ConsentKind::Distribution,
            _ => return None,
        })
    }

    /// The blank of a consent of somebody.
    ///
    /// - `is_student`: a student applies, an employee consents.
    #[must_use]
    pub fn of_consent(kind: ConsentKind, is_student: IsStudent) -> Self {
        match kind {
            ConsentKind::LabourMentoring => Self::MentorConsent,
            ConsentKind::VolunteerMentoring => Self::MentorApplication,
            ConsentKind::Participation if is_student == IsStudent::Yes => Self::MenteeApplication,
            ConsentKind::Participation => Self::MenteeConsent,
            ConsentKind::PersonalData => Self::DataConsent,
            ConsentKind::GuardianParticipation => Self::GuardianConsent,
            ConsentKind::GuardianData => Self::GuardianDataConsent,
            ConsentKind::Distribution => Self::DistributionConsent,
        }
    }

    /// Whether the kind is about one person, whom a page or a pack names.
    #[must_use]
    pub fn subject_field(self) -> Option<&'static str> {
        const SUBJECTS: [&str; 5] = ["person", "child", "applicant", "addressee", "mentor"];
        if matches!(self, Self::MenteeConsent | Self::MenteeApplication) {
            return Some("mentee");
        }
        let spec = self.spec();
        SUBJECTS.into_iter().find(|name| spec.all_fields().any(|it| it.path == *name))
    }
}

/// Whether somebody studies here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IsStudent {
    /// A student.
    Yes,
    /// Anybody else.
    No,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_subject_of_an_order_has_a_text_and_every_order_a_subject() {
        for subject in OrderSubject::ALL {
            assert!(PaperKind::of_order(*subject).next().is_some(), "{subject}");
        }
        for kind in PaperKind::ALL {
            let is_order = kind.slug().ends_with("-order");
            assert_eq!(kind.order_subject().is_some(), is_order, "{kind}");
            assert!(!is_order || kind.shows().is_none(), "{kind}: an order shows itself");
        }
    }

    #[test]
    fn every_consent_has_its_blank_and_every_blank_its_person() {
        for consent in ConsentKind::ALL {
            for is_student in [IsStudent::Yes, IsStudent::No] {
                let blank = PaperKind::of_consent(*consent, is_student);
                assert_eq!(blank.consent(), Some(*consent));
                assert!(blank.subject_field().is_some(), "{blank}");
            }
        }
    }
}
