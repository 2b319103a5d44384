//! Somebody is away from a day to a day, and another acts instead.
//!
//! It decides what of an absence is plainly wrong and which roles the deputy has between the days.
//! Deliberately absent: accounts; an absent person keeps every right.

use jiff::civil::Date;

use crate::access::Role;
use crate::id::{AbsenceId, PersonId};
use crate::period::Days;

/// An absence with its deputy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absence {
    /// Its id.
    pub id: AbsenceId,
    /// Who is away.
    pub person: PersonId,
    /// Who acts.
    pub deputy: PersonId,
    /// From when to when, both days inside.
    pub days: Days,
}

/// What is wrong with an absence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AbsenceObstacle {
    /// Nobody stands in for oneself.
    #[error("nobody stands in for oneself")]
    Oneself,
    /// It would end before it began.
    #[error("it begins on {from} and cannot end before")]
    EndsBeforeItBegan {
        /// The first day.
        from: Date,
    },
    /// The person is away on some of the days already.
    #[error("the person is away since {since}")]
    Known {
        /// The first day of the absence that is known.
        since: Date,
    },
    /// The deputy is away on some of the days.
    #[error("the deputy is away since {since}")]
    DeputyAway {
        /// The first day of the deputy's absence.
        since: Date,
    },
    /// The deputy has no account and cannot sign in.
    #[error("the deputy has no account")]
    NoAccount,
}

/// Checks an absence; everything wrong at once.
///
/// - `known`: absences of the organisation that were not withdrawn.
/// - `has_account`: whether the deputy can sign in.
#[must_use]
pub fn check_absence(
    person: PersonId,
    deputy: PersonId,
    (from, to): (Date, Date),
    known: &[Absence],
    has_account: bool,
) -> Vec<AbsenceObstacle> {
    let mut obstacles = Vec::new();
    if person == deputy {
        obstacles.push(AbsenceObstacle::Oneself);
    } else if !has_account {
        obstacles.push(AbsenceObstacle::NoAccount);
    }
    let Some(days) = Days::new(from, to) else {
        obstacles.push(AbsenceObstacle::EndsBeforeItBegan { from });
        return obstacles;
    };
    let away = |who: PersonId| known.iter().find(|it| it.person == who && it.days.overlaps(days));
    if let Some(it) = away(person) {
        obstacles.push(AbsenceObstacle::Known { since: it.days.from });
    }
    if let Some(it) = away(deputy).filter(|_| person != deputy) {
        obstacles.push(AbsenceObstacle::DeputyAway { since: it.days.from });
    }
    obstacles
}

/// The role that a deputy has between the days: the curator's alone. A head who is away signs
/// through an acting head, who is appointed.
#[must_use]
pub fn role_of_deputy(absent: &[Role]) -> Option<Role> {
    absent.contains(&Role::Curator).then_some(Role::Curator)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use uuid::Uuid;

    fn person(number: u128) -> PersonId {
        PersonId(Uuid::from_u128(number))
    }

    #[test]
    fn an_absence_is_told_everything_that_is_wrong() {
        let (from, to) = (date(2026, 10, 1), date(2026, 10, 14));
        let known = [Absence {
            id: AbsenceId(Uuid::nil()),
            person: person(1),
            deputy: person(2),
            days: Days { from, to },
        }];
        let since = from;
        let same = |days| check_absence(person(1), person(3), days, &known, true);
        assert_eq!(same((to, to)), [AbsenceObstacle::Known { since }]);
        assert_eq!(same((date(2026, 10, 15), date(2026, 10, 20))), []);
        assert_eq!(same((to, from)), [AbsenceObstacle::EndsBeforeItBegan { from: to }]);
        assert_eq!(
            check_absence(person(4), person(4), (from, to), &[], true),
            [AbsenceObstacle::Oneself]
        );
        assert_eq!(
            check_absence(person(4), person(1), (from, from), &known, false),
            [AbsenceObstacle::NoAccount, AbsenceObstacle::DeputyAway { since }]
        );
    }

    #[test]
    fn a_deputy_acts_as_the_curator_and_never_as_the_head() {
        assert_eq!(role_of_deputy(&[Role::Curator, Role::Head]), Some(Role::Curator));
        assert_eq!(role_of_deputy(&[Role::Head]), None);
    }
}
