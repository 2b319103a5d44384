//! Whether a role suits a person: roles of the staff are for grown people who do not learn here.
//!
//! It decides which roles are of the staff and from which age somebody has a role. Deliberately
//! absent: who gives a role (`access`), roles that are held twice (`check_role`).

use jiff::civil::Date;

use super::{PersonRole, PersonRoleObstacle, Position};
use crate::consent::age_on;
use crate::law::{Law, LawRule};
use crate::period::Period;

/// The first day that a role can begin with: nobody in office today began earlier.
const EARLIEST: Date = jiff::civil::date(1950, 1, 1);

impl Position {
    /// Whether the position is one of those who work for the organisation.
    #[must_use]
    pub fn is_of_staff(self) -> bool {
        !matches!(
            self,
            Self::Mentor
                | Self::Mentee
                | Self::Student
                | Self::Guardian
                | Self::Graduate
                | Self::ProjectGroup
                | Self::Partner
                | Self::Other
        )
    }
}

/// Everything in a person that stands against a role.
///
/// - `held`: the roles of the person, of all times.
/// - `birth`: the day of birth, where it is known.
///
/// Source: ТК РФ ст. 63 and the requirements to staff; the least age of a mentor is the school's
/// own rule.
#[must_use]
pub fn check_suits(
    held: &[PersonRole],
    birth: Option<Date>,
    position: Position,
    period: Period,
    law: &Law,
) -> Vec<PersonRoleObstacle> {
    let from = period.from;
    let mut obstacles = Vec::new();
    if from < EARLIEST {
        obstacles.push(PersonRoleObstacle::TooEarly { earliest: EARLIEST });
    }
    let learns = |it: &PersonRole| it.position == Position::Student && it.period.overlaps(period);
    if position.is_of_staff() && held.iter().any(learns) {
        obstacles.push(PersonRoleObstacle::Student);
    }
    let rule = match position {
        Position::Mentor => Some(LawRule::MentorLeastAge),
        it if it.is_of_staff() => Some(LawRule::FullAge),
        _ => None,
    };
    if let Some((birth, least)) = birth.zip(rule.and_then(|it| law.number(it, from))) {
        let age = if birth <= from { age_on(birth, from) } else { 0 };
        if age < least {
            obstacles.push(PersonRoleObstacle::TooYoung { age, least });
        }
    }
    obstacles
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{PersonId, PersonRoleId};
    use jiff::civil::date;
    use uuid::Uuid;

    #[test]
    fn roles_of_the_staff_are_for_grown_people_and_a_mentor_is_old_enough() {
        use PersonRoleObstacle::{Student, TooEarly, TooYoung};
        let pupil = [PersonRole {
            id: PersonRoleId(Uuid::nil()),
            person: PersonId(Uuid::nil()),
            position: Position::Student,
            period: Period { from: date(2024, 9, 1), to: Some(date(2027, 5, 31)) },
            about: "8А".into(),
        }];
        let today = date(2026, 11, 20);
        let thirteen = Some(date(2013, 5, 2));
        let early = TooEarly { earliest: EARLIEST };
        let young = |age, least| TooYoung { age, least };
        type Row<'a> = (&'a [PersonRole], Option<Date>, Position, Date, &'a [PersonRoleObstacle]);
        let table: &[Row<'_>] = &[
            (&pupil, thirteen, Position::Curator, today, &[Student, young(13, 18)]),
            (&pupil, None, Position::Curator, today, &[Student]),
            (&pupil, None, Position::Curator, date(2027, 6, 1), &[]),
            (&[], Some(date(2008, 11, 21)), Position::Teacher, today, &[young(17, 18)]),
            (&[], Some(date(2008, 11, 20)), Position::Teacher, today, &[]),
            (&[], None, Position::Head, date(1800, 1, 1), &[early]),
            (&pupil, thirteen, Position::Mentor, today, &[young(13, 14)]),
            (&pupil, Some(date(2012, 11, 20)), Position::Mentor, today, &[]),
            (&pupil, thirteen, Position::Mentee, today, &[]),
            (&pupil, thirteen, Position::ProjectGroup, today, &[]),
        ];
        for (held, birth, position, from, expected) in table {
            let period = Period::since(*from);
            let found = check_suits(held, *birth, *position, period, Law::built_in());
            assert_eq!(found, *expected, "{position} {birth:?} {from}");
        }
    }
}
