//! Which kinds of consent are for whom on a day.
//!
//! It decides which kinds somebody can give at all, so that a form offers no other. Deliberately
//! absent: which are wanted for a deed (`gate`), and who signs (`age`).

use jiff::civil::Date;

use super::gate::{Participant, Standing};
use super::{ConsentKind, age, age_on};
use crate::law::{Law, LawRule};

/// Why a kind of consent is not for somebody on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// It is of employees only.
    #[error("not an employee")]
    NotEmployee,
    /// The law that asks for it was not in force yet.
    #[error("the law is in force from {from}")]
    BeforeLaw {
        /// Its first day.
        from: Date,
    },
    /// It is of minors only.
    #[error("of full age")]
    NotMinor,
    /// Whether the person is a minor cannot be told without the day of birth.
    #[error("the day of birth is not known")]
    NoBirth,
}

/// Why somebody cannot give a kind of consent on a day; `None` where they can.
#[must_use]
pub fn unfit(kind: ConsentKind, it: Participant, day: Date, law: &Law) -> Option<Unfit> {
    let [_, full] = age::bounds(day, law);
    match kind {
        ConsentKind::LabourMentoring => {
            let first = law.first_day(LawRule::LabourConsent).filter(|from| day < *from);
            let not_employee = it.standing != Standing::Employee;
            not_employee
                .then_some(Unfit::NotEmployee)
                .or(first.map(|from| Unfit::BeforeLaw { from }))
        }
        ConsentKind::GuardianParticipation | ConsentKind::GuardianData => match it.birth {
            None => Some(Unfit::NoBirth),
            Some(birth) => (full <= age_on(birth, day)).then_some(Unfit::NotMinor),
        },
        _ if it.standing == Standing::Student && it.birth.is_none() => Some(Unfit::NoBirth),
        _ => None,
    }
}

/// The kinds that make sense for somebody on a day, in the order they are collected.
///
/// A student without a day of birth is offered what a minor gives: the form then says what is
/// missing.
#[must_use]
pub fn offered(it: Participant, day: Date, law: &Law) -> Vec<ConsentKind> {
    let [own, full] = age::bounds(day, law);
    let age = it.birth.map(|birth| age_on(birth, day));
    let is_minor = age.map_or(it.standing == Standing::Student, |age| age < full);
    let signs = age.is_none_or(|age| own <= age);
    let makes_sense = |kind: &ConsentKind| match kind {
        ConsentKind::LabourMentoring => unfit(*kind, it, day, law).is_none(),
        ConsentKind::VolunteerMentoring => it.standing != Standing::Employee && signs,
        ConsentKind::Participation => signs,
        ConsentKind::PersonalData => !is_minor,
        ConsentKind::GuardianParticipation | ConsentKind::GuardianData => is_minor,
        ConsentKind::Distribution => true,
    };
    ConsentKind::ALL.iter().copied().filter(makes_sense).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::PersonId;
    use ConsentKind::*;
    use jiff::civil::date;
    use uuid::Uuid;

    const DAY: Date = date(2026, 10, 1);

    fn person(standing: Standing, birth: Option<Date>) -> Participant {
        Participant { person: PersonId(Uuid::nil()), standing, birth, mentors_by_contract: false }
    }

    #[test]
    fn a_form_offers_the_kinds_that_somebody_can_give() {
        let law = Law::built_in();
        let teacher = person(Standing::Employee, None);
        let child = person(Standing::Student, Some(date(2014, 5, 1)));
        let teen = person(Standing::Student, Some(date(2010, 5, 1)));
        let adult = person(Standing::Student, Some(date(2008, 5, 1)));
        let unknown = person(Standing::Student, None);
        let graduate = person(Standing::Graduate, None);
        let table: &[(Participant, Date, &[ConsentKind])] = &[
            (teacher, DAY, &[LabourMentoring, Participation, PersonalData, Distribution]),
            (teacher, date(2025, 2, 28), &[Participation, PersonalData, Distribution]),
            (child, DAY, &[GuardianParticipation, GuardianData, Distribution]),
            (
                teen,
                DAY,
                &[
                    VolunteerMentoring,
                    Participation,
                    GuardianParticipation,
                    GuardianData,
                    Distribution,
                ],
            ),
            (adult, DAY, &[VolunteerMentoring, Participation, PersonalData, Distribution]),
            (
                unknown,
                DAY,
                &[
                    VolunteerMentoring,
                    Participation,
                    GuardianParticipation,
                    GuardianData,
                    Distribution,
                ],
            ),
            (graduate, DAY, &[VolunteerMentoring, Participation, PersonalData, Distribution]),
        ];
        for (it, day, kinds) in table {
            assert_eq!(offered(*it, *day, law), *kinds, "{it:?} on {day}");
        }
    }

    #[test]
    fn what_somebody_cannot_give_is_refused_for_its_own_reason() {
        let law = Law::built_in();
        let teacher = person(Standing::Employee, None);
        let from = date(2025, 3, 1);
        let table = [
            (LabourMentoring, teacher, date(2024, 11, 20), Some(Unfit::BeforeLaw { from })),
            (LabourMentoring, teacher, from, None),
            (LabourMentoring, person(Standing::Guardian, None), DAY, Some(Unfit::NotEmployee)),
            (GuardianData, teacher, DAY, Some(Unfit::NoBirth)),
            (
                GuardianData,
                person(Standing::Student, Some(date(2008, 5, 1))),
                DAY,
                Some(Unfit::NotMinor),
            ),
            (Participation, person(Standing::Student, None), DAY, Some(Unfit::NoBirth)),
        ];
        for (kind, it, day, expected) in table {
            assert_eq!(unfit(kind, it, day, law), expected, "{kind} {it:?} {day}");
        }
    }
}
