//! Whom an order on mentors or pairs names, and the gate before it is registered.
//!
//! It decides which orders name people by what they put in force, and everything that stands
//! against registering one: nobody named, a mentor alone, a consent that does not hold, papers of
//! article 351.8 that are missing or out of order. Deliberately absent: who has to know the order
//! (the acquaintance sheet is another list), pairs as records of their own.

use jiff::civil::Date;

use super::OrderSubject;
use crate::consent::{Consent, Deed, Gap, Participant, Standing, gaps};
use crate::id::PersonId;
use crate::labour::{ChainObstacle, LabourGround, check_chain};
use crate::law::Law;

/// One line of an order: a mentor, and with whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// The mentor.
    pub mentor: PersonId,
    /// The mentee; `None` in a list of mentors. A group is several lines of one mentor.
    pub mentee: Option<PersonId>,
}

/// What is known of somebody who is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedFacts {
    /// As the gate of consents sees the person on the day of the order.
    pub participant: Participant,
    /// The consent and the addendum of article 351.8, as far as there are any.
    pub ground: LabourGround,
}

/// What stands against an order that names mentors or pairs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ParticipantObstacle {
    /// It names nobody.
    #[error("the order names nobody")]
    Nobody,
    /// An order on pairs names a mentor without a mentee.
    #[error("a mentor of the order has no mentee")]
    MentorAlone {
        /// Who.
        mentor: PersonId,
    },
    /// Nobody mentors oneself.
    #[error("nobody mentors oneself")]
    Oneself {
        /// Who.
        person: PersonId,
    },
    /// A consent that the deed wants does not hold on the day of the order.
    #[error("the consent {} does not hold", .0.kind)]
    Consent(Gap),
    /// A paper of article 351.8 is missing or out of order.
    #[error("a mentor of the order: {obstacle}")]
    Labour {
        /// Which mentor.
        person: PersonId,
        /// What is wrong.
        obstacle: ChainObstacle,
    },
}

impl OrderSubject {
    /// Whether an order of this subject puts mentors, or pairs, in force and so has to name them.
    #[must_use]
    pub fn names_participants(self) -> bool {
        matches!(self, Self::Mentors | Self::Pairs)
    }
}

/// Everything that stands against registering an order that names people, in the order in which
/// they are named; empty for an order of another subject.
///
/// A list of mentors wants their consents; the addendum is signed between it and the order on
/// pairs, which wants both: the standard order on mentors lays the addenda upon the personnel
/// officer. The day of the order decides which law applies.
///
/// - `facts`: of everybody who is named; who is missing there is passed over.
/// - `consents`: of any people.
///
/// Source: rules M2, M3; DOCUMENTS 0.4, D5, D6; ТК РФ ст. 351.8 from its first day.
#[must_use]
pub fn check_participants(
    subject: OrderSubject,
    named: &[Named],
    facts: &[NamedFacts],
    consents: &[Consent],
    (order_on, law): (Date, &Law),
) -> Vec<ParticipantObstacle> {
    if !subject.names_participants() {
        return Vec::new();
    }
    if named.is_empty() {
        return vec![ParticipantObstacle::Nobody];
    }
    let is_pairs = subject == OrderSubject::Pairs;
    let mut obstacles = shape(is_pairs, named);
    let of = |id: PersonId| facts.iter().find(|it| it.participant.person == id);
    let gate = |deed, it: &NamedFacts| {
        gaps(deed, it.participant, consents, order_on, law)
            .into_iter()
            .map(ParticipantObstacle::Consent)
    };
    for it in once(named.iter().map(|it| it.mentor)).into_iter().filter_map(of) {
        obstacles.extend(gate(Deed::PairAsMentor, it));
        if is_pairs && it.participant.standing == Standing::Employee {
            let person = it.participant.person;
            let chain = check_chain(it.ground, order_on, None, law).into_iter();
            // The gate of consents has told the missing consent already, and better.
            let chain = chain.filter(|it| *it != ChainObstacle::NoConsent);
            obstacles.extend(chain.map(|it| ParticipantObstacle::Labour { person, obstacle: it }));
        }
    }
    for it in once(named.iter().filter_map(|it| it.mentee)).into_iter().filter_map(of) {
        obstacles.extend(gate(Deed::PairAsMentee, it));
    }
    obstacles
}

/// What is wrong with the lines themselves.
fn shape(is_pairs: bool, named: &[Named]) -> Vec<ParticipantObstacle> {
    let has_mentee = |mentor| named.iter().any(|it| it.mentor == mentor && it.mentee.is_some());
    let alone = once(named.iter().map(|it| it.mentor))
        .into_iter()
        .filter(|it| is_pairs && !has_mentee(*it))
        .map(|mentor| ParticipantObstacle::MentorAlone { mentor });
    let oneself = named
        .iter()
        .filter(|it| it.mentee == Some(it.mentor))
        .map(|it| ParticipantObstacle::Oneself { person: it.mentor });
    alone.chain(oneself).collect()
}

/// Each person once, in the order of the first naming.
fn once(people: impl Iterator<Item = PersonId>) -> Vec<PersonId> {
    let mut found: Vec<PersonId> = Vec::new();
    for id in people {
        if !found.contains(&id) {
            found.push(id);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consent::{ConsentKind, Signer};
    use crate::id::ConsentId;
    use jiff::civil::date;
    use uuid::Uuid;

    const DAY: Date = date(2026, 10, 15);

    fn person(n: u128) -> PersonId {
        PersonId(Uuid::from_u128(n))
    }

    fn employee(n: u128, ground: LabourGround) -> NamedFacts {
        NamedFacts {
            participant: Participant {
                person: person(n),
                standing: Standing::Employee,
                birth: None,
                mentors_by_contract: ground == LabourGround::WorkByContract,
            },
            ground,
        }
    }

    fn pupil(n: u128, birth: Date) -> NamedFacts {
        let participant = Participant {
            person: person(n),
            standing: Standing::Student,
            birth: Some(birth),
            mentors_by_contract: false,
        };
        NamedFacts { participant, ground: WITHOUT }
    }

    fn consent(n: u128, kind: ConsentKind, by: Signer) -> Consent {
        Consent {
            id: ConsentId(Uuid::nil()),
            kind,
            person: person(n),
            text_version: 1,
            signed_on: date(2026, 9, 1),
            signed_by: vec![by],
            guardian: None,
            until: None,
            withdrawn_on: None,
            scan: None,
            is_joined: false,
            distribution: None,
        }
    }

    const WITHOUT: LabourGround = LabourGround::Addendum { consent_on: None, addendum_on: None };
    const WHOLE: LabourGround = LabourGround::Addendum {
        consent_on: Some(date(2026, 9, 1)),
        addendum_on: Some(date(2026, 9, 14)),
    };

    fn pair(mentor: u128, mentee: u128) -> Named {
        Named { mentor: person(mentor), mentee: Some(person(mentee)) }
    }

    fn alone(mentor: u128) -> Named {
        Named { mentor: person(mentor), mentee: None }
    }

    /// What is refused, as short words.
    fn told(
        subject: OrderSubject,
        named: &[Named],
        facts: &[NamedFacts],
        consents: &[Consent],
        day: Date,
    ) -> Vec<String> {
        let found = check_participants(subject, named, facts, consents, (day, Law::built_in()));
        let word = |it: &ParticipantObstacle| match it {
            ParticipantObstacle::Nobody => "nobody".to_owned(),
            ParticipantObstacle::MentorAlone { .. } => "alone".to_owned(),
            ParticipantObstacle::Oneself { .. } => "oneself".to_owned(),
            ParticipantObstacle::Consent(it) => format!("{} of {}", it.kind, it.person.0.as_u128()),
            ParticipantObstacle::Labour { obstacle, .. } => format!("{obstacle:?}"),
        };
        found.iter().map(word).collect()
    }

    fn mentor_signed() -> Vec<Consent> {
        vec![
            consent(1, ConsentKind::LabourMentoring, Signer::Oneself),
            consent(1, ConsentKind::PersonalData, Signer::Oneself),
        ]
    }

    #[test]
    fn an_order_on_pairs_or_mentors_names_somebody_and_another_order_nobody() {
        for (subject, expected) in [
            (OrderSubject::Pairs, vec!["nobody"]),
            (OrderSubject::Mentors, vec!["nobody"]),
            (OrderSubject::Curator, vec![]),
            (OrderSubject::Release, vec![]),
        ] {
            assert_eq!(told(subject, &[], &[], &[], DAY), expected, "{subject}");
        }
    }

    #[test]
    fn a_pair_has_two_people_and_a_list_of_mentors_has_mentors() {
        let facts = [employee(1, WHOLE)];
        let signed = mentor_signed();
        assert_eq!(told(OrderSubject::Pairs, &[alone(1)], &facts, &signed, DAY), ["alone"]);
        assert!(told(OrderSubject::Mentors, &[alone(1)], &facts, &signed, DAY).is_empty());
        assert_eq!(told(OrderSubject::Pairs, &[pair(1, 1)], &[], &[], DAY), ["oneself"]);
    }

    #[test]
    fn everybody_who_is_paired_has_every_consent_of_the_day() {
        let child = pupil(2, date(2013, 5, 2));
        let facts = [employee(1, WHOLE), child];
        let none = told(OrderSubject::Pairs, &[pair(1, 2)], &facts, &[], DAY);
        let expected = [
            "labour_mentoring of 1",
            "personal_data of 1",
            "guardian_participation of 2",
            "guardian_data of 2",
        ];
        assert_eq!(none, expected);
        let mut signed = mentor_signed();
        signed.push(consent(2, ConsentKind::GuardianParticipation, Signer::Guardian));
        signed.push(consent(2, ConsentKind::GuardianData, Signer::Guardian));
        assert!(told(OrderSubject::Pairs, &[pair(1, 2)], &facts, &signed, DAY).is_empty());
    }

    #[test]
    fn the_addendum_comes_before_the_order_on_pairs_and_not_before_the_list_of_mentors() {
        let signed = mentor_signed();
        let early = LabourGround::Addendum {
            consent_on: Some(date(2026, 9, 1)),
            addendum_on: Some(date(2026, 10, 16)),
        };
        let consented =
            LabourGround::Addendum { consent_on: Some(date(2026, 9, 1)), addendum_on: None };
        let table = [
            (consented, vec!["NoAddendum".to_owned()]),
            (
                early,
                vec![format!(
                    "{:?}",
                    ChainObstacle::OrderBeforeAddendum {
                        addendum_on: date(2026, 10, 16),
                        order_on: DAY
                    }
                )],
            ),
            (WHOLE, vec![]),
            (LabourGround::WorkByContract, vec![]),
        ];
        for (ground, expected) in table {
            let facts = [employee(1, ground)];
            let of_pairs = told(OrderSubject::Pairs, &[pair(1, 9)], &facts, &signed, DAY);
            assert_eq!(of_pairs, expected, "{ground:?}");
            assert!(told(OrderSubject::Mentors, &[alone(1)], &facts, &signed, DAY).is_empty());
        }
    }

    #[test]
    fn the_gate_of_article_351_8_applies_from_its_first_day() {
        let data = [consent_on(1, date(2024, 9, 1))];
        let facts = [employee(1, WITHOUT)];
        let last_without = date(2025, 2, 28);
        assert!(told(OrderSubject::Mentors, &[alone(1)], &facts, &data, last_without).is_empty());
        let first = told(OrderSubject::Mentors, &[alone(1)], &facts, &data, date(2025, 3, 1));
        assert_eq!(first, ["labour_mentoring of 1"]);
    }

    fn consent_on(n: u128, signed_on: Date) -> Consent {
        Consent { signed_on, ..consent(n, ConsentKind::PersonalData, Signer::Oneself) }
    }

    #[test]
    fn a_mentor_of_several_mentees_is_told_of_once() {
        let named = [pair(1, 2), pair(1, 3)];
        let facts = [employee(1, WITHOUT)];
        let found = told(OrderSubject::Pairs, &named, &facts, &[], DAY);
        assert_eq!(found, ["labour_mentoring of 1", "personal_data of 1", "NoAddendum"]);
    }
}
