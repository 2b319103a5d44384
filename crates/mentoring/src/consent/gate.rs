//! The gate: no consent — no action, and which consent, whose and for what.
//!
//! It decides which consents a deed wants of a person on a day, and which of them are not there.
//! Deliberately absent: dates of the addendum and the order (`labour`), and what the refusal says.

use jiff::civil::Date;

use super::{Consent, ConsentKind, ConsentState, age_on, state};
use crate::id::PersonId;
use crate::law::{Law, LawRule};
use crate::person::Position;
use crate::words::slugs;

slugs! {
    /// What somebody is about to do with a person.
    pub enum Deed {
        /// Enter the person into the bank of mentors.
        EnterMentorBank = "enter_mentor_bank",
        /// Enter the person into the bank of mentees.
        EnterMenteeBank = "enter_mentee_bank",
        /// Keep the person's named answers.
        NamedSurvey = "named_survey",
        /// Put the person into a pair or group as the mentor.
        PairAsMentor = "pair_as_mentor",
        /// Put the person into a pair or group as a mentee.
        PairAsMentee = "pair_as_mentee",
        /// Make something of the person public.
        Publish = "publish",
    }
}

slugs! {
    /// How a person stands to the organisation, as far as consents look at it.
    pub enum Standing {
        /// Works here; the labour code rules mentoring.
        Employee = "employee",
        /// Learns here.
        Student = "student",
        /// Represents a minor.
        Guardian = "guardian",
        /// Learned here.
        Graduate = "graduate",
        /// Comes from a partner organisation.
        Partner = "partner",
    }
}

impl Standing {
    /// How somebody stands by the positions held on the day.
    ///
    /// A student is a student whatever else; then comes the contract, then what lies outside it.
    /// Who holds nothing is taken for an outsider, of whom the most is asked.
    #[must_use]
    pub fn of(positions: &[Position]) -> Self {
        let has = |it: Position| positions.contains(&it);
        let outside = |it: &Position| {
            matches!(
                it,
                Position::Mentor
                    | Position::Mentee
                    | Position::Guardian
                    | Position::Graduate
                    | Position::Partner
                    | Position::Other
            )
        };
        if has(Position::Student) {
            Self::Student
        } else if !positions.iter().all(outside) {
            Self::Employee
        } else if has(Position::Graduate) {
            Self::Graduate
        } else if has(Position::Guardian) {
            Self::Guardian
        } else {
            Self::Partner
        }
    }
}

/// A person as the gate sees one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Participant {
    /// Who.
    pub person: PersonId,
    /// How the person stands to the organisation.
    pub standing: Standing,
    /// The day of birth; needed of students, looked at where it is known.
    pub birth: Option<Date>,
    /// Whether helping others is already the work of the person by contract, so that no consent
    /// under article 351.8 is wanted; the ground is kept beside the contract.
    pub mentors_by_contract: bool,
}

/// Why a wanted consent does not permit the deed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Nobody has recorded one.
    Absent,
    /// There is one, and it does not hold: the best of those there are.
    NotValid(ConsentState),
    /// Whether the person is a minor cannot be told: a student without a day of birth.
    AgeUnknown,
}

/// One consent that is wanted and does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Which.
    pub kind: ConsentKind,
    /// Whose.
    pub person: PersonId,
    /// For what.
    pub deed: Deed,
    /// Why it does not hold.
    pub missing: Missing,
}

/// The consents that a deed wants of a person on a day, in the order they are collected.
///
/// Lists of staff and classes want none: no deed here is an import of them. A bank wants what a
/// pair wants: who is in it is offered for pairs, and who withdraws leaves it. A named
/// questionnaire makes nobody a mentor or mentee, and wants the consent to the data.
///
/// Source: rules C6, M2, M3; DOCUMENTS D7–D11; ТК РФ ст. 351.8 from its first day.
#[must_use]
pub fn wanted(deed: Deed, it: Participant, day: Date, law: &Law) -> Vec<ConsentKind> {
    let minor = is_minor(it, day, law);
    let mut kinds = Vec::new();
    match deed {
        Deed::NamedSurvey => {}
        Deed::EnterMentorBank | Deed::PairAsMentor => kinds.extend(to_mentor(it, day, law)),
        Deed::EnterMenteeBank | Deed::PairAsMentee => {
            kinds.extend(to_be_mentored(it, day, law));
        }
        Deed::Publish => {
            let wants = law.holds(LawRule::DistributionConsent, day);
            return wants.then_some(ConsentKind::Distribution).into_iter().collect();
        }
    }
    if minor && deed != Deed::NamedSurvey {
        kinds.push(ConsentKind::GuardianParticipation);
    }
    if law.holds(LawRule::DataConsent, day) {
        kinds.push(if minor { ConsentKind::GuardianData } else { ConsentKind::PersonalData });
    }
    kinds
}

/// The wanted consents that do not hold on the day; empty where the deed may be done.
///
/// - `consents`: of any people; others' are passed over.
/// - Time: O(n of consents) for each wanted kind.
#[must_use]
pub fn gaps(deed: Deed, it: Participant, consents: &[Consent], day: Date, law: &Law) -> Vec<Gap> {
    let gap = |kind, missing| Gap { kind, person: it.person, deed, missing };
    let kinds = wanted(deed, it, day, law).into_iter();
    if it.standing == Standing::Student && it.birth.is_none() {
        return kinds.map(|kind| gap(kind, Missing::AgeUnknown)).collect();
    }
    kinds
        .filter_map(|kind| {
            let given = consents.iter().filter(|one| one.person == it.person && one.kind == kind);
            let states = given.map(|one| state(one, it.birth, day, law));
            match states.min_by_key(|state| rank(*state)) {
                None => Some(gap(kind, Missing::Absent)),
                Some(ConsentState::Valid) => None,
                Some(state) => Some(gap(kind, Missing::NotValid(state))),
            }
        })
        .collect()
}

fn is_minor(it: Participant, day: Date, law: &Law) -> bool {
    let full = law.number(LawRule::FullAge, day).unwrap_or(18);
    match (it.birth, it.standing) {
        (Some(birth), _) => age_on(birth, day) < full,
        // A student whose day of birth nobody knows is protected as a minor.
        (None, standing) => standing == Standing::Student,
    }
}

fn to_mentor(it: Participant, day: Date, law: &Law) -> Option<ConsentKind> {
    match it.standing {
        Standing::Employee => {
            let wants = law.holds(LawRule::LabourConsent, day) && !it.mentors_by_contract;
            wants.then_some(ConsentKind::LabourMentoring)
        }
        _ => owns_signature(it, day, law).then_some(ConsentKind::VolunteerMentoring),
    }
}

fn to_be_mentored(it: Participant, day: Date, law: &Law) -> Option<ConsentKind> {
    owns_signature(it, day, law).then_some(ConsentKind::Participation)
}

/// Whether the person is old enough to sign at all; below that only the representative does.
fn owns_signature(it: Participant, day: Date, law: &Law) -> bool {
    let own = law.number(LawRule::OwnSignatureAge, day).unwrap_or(14);
    it.birth.is_none_or(|birth| own <= age_on(birth, day))
}

/// The nearer to holding, the smaller: the gap tells what is wrong with the best paper there is.
fn rank(state: ConsentState) -> u8 {
    match state {
        ConsentState::Valid => 0,
        ConsentState::SignatureMissing { .. } => 1,
        ConsentState::NoAddress => 2,
        ConsentState::Joined => 3,
        ConsentState::NotYet { .. } => 4,
        ConsentState::Outgrown { .. } => 5,
        ConsentState::Expired { .. } => 6,
        ConsentState::Withdrawn { .. } => 7,
    }
}
