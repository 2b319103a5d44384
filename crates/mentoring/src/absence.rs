//! Somebody is away from a day to a day, and another acts instead.
//!
//! It decides what of an absence is plainly wrong and which roles the deputy has between the days.
//! Deliberately absent: accounts; an absent person keeps every right.

use jiff::civil::Date;

use crate::access::Role;
use crate::consent::Standing;
use crate::id::{AbsenceId, PersonId};
use crate::period::Days;
use crate::person::Position;

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
    /// The deputy is not on the staff: a parent, a mentee, an auditor, somebody from outside.
    #[error("the deputy is not on the staff")]
    NotStaff,
}

/// What is known of who would act.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stand<'a> {
    /// The roles of the account on the day; empty without an account.
    pub roles: &'a [Role],
    /// The positions held on the day.
    pub positions: &'a [Position],
}

impl Stand<'_> {
    /// Whether the person works here, so that the rights of another may be lent to it.
    ///
    /// A role of the staff is enough, for positions may not be recorded; a mentor can be a pupil or
    /// come from outside, and has to work here by positions. A student never acts for anybody.
    #[must_use]
    pub fn is_staff(self) -> bool {
        use Role::*;
        let by_role = |it: &Role| {
            matches!(
                it,
                Curator | Head | Deputy | Teacher | Psychologist | MunicipalCentre | RegionalCentre
            )
        };
        let standing = Standing::of(self.positions);
        let is_student = self.positions.contains(&Position::Student);
        let works = !self.positions.is_empty() && standing == Standing::Employee;
        !is_student && (self.roles.iter().any(by_role) || (self.roles.contains(&Mentor) && works))
    }

    /// How near somebody stands to acting for a head of the work; the least comes first.
    #[must_use]
    pub fn rank(self) -> u8 {
        match self.roles {
            it if it.contains(&Role::Deputy) => 0,
            it if it.contains(&Role::Curator) => 1,
            it if it.contains(&Role::Head) => 2,
            _ => 3,
        }
    }
}

/// Checks an absence; everything wrong at once.
///
/// - `known`: absences of the organisation that were not withdrawn.
/// - `acting`: what is known of the deputy.
#[must_use]
pub fn check_absence(
    person: PersonId,
    deputy: PersonId,
    (from, to): (Date, Date),
    known: &[Absence],
    acting: Stand<'_>,
) -> Vec<AbsenceObstacle> {
    let mut obstacles = Vec::new();
    if person == deputy {
        obstacles.push(AbsenceObstacle::Oneself);
    } else if acting.roles.is_empty() {
        obstacles.push(AbsenceObstacle::NoAccount);
    } else if !acting.is_staff() {
        obstacles.push(AbsenceObstacle::NotStaff);
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

    const DEPUTY: Stand<'static> = Stand { roles: &[Role::Deputy], positions: &[] };

    #[test]
    fn only_who_works_here_acts_for_another() {
        use Position as P;
        use Role as R;
        let table: &[(&[R], &[P], bool)] = &[
            (&[R::Deputy], &[P::DeputyUpbringing], true),
            (&[R::Teacher], &[], true),
            (&[R::Mentor], &[P::Teacher, P::Mentor], true),
            (&[R::Mentor], &[P::Mentor, P::Partner], false),
            (&[R::Mentor], &[], false),
            (&[R::Mentor], &[P::Student, P::Mentor], false),
            (&[R::Guardian], &[P::Guardian], false),
            (&[R::Guardian], &[P::Guardian, P::SocialPedagogue], false),
            (&[R::Guardian, R::Teacher], &[P::Guardian, P::Teacher], true),
            (&[R::Mentee], &[P::Teacher, P::Mentee], false),
            (&[R::Auditor], &[], false),
            (&[R::Psychologist], &[P::Psychologist], true),
            (&[R::Teacher], &[P::Student], false),
        ];
        for (roles, positions, may) in table {
            assert_eq!(Stand { roles, positions }.is_staff(), *may, "{roles:?} {positions:?}");
        }
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
        let same = |days| check_absence(person(1), person(3), days, &known, DEPUTY);
        assert_eq!(same((to, to)), [AbsenceObstacle::Known { since }]);
        assert_eq!(same((date(2026, 10, 15), date(2026, 10, 20))), []);
        assert_eq!(same((to, from)), [AbsenceObstacle::EndsBeforeItBegan { from: to }]);
        assert_eq!(
            check_absence(person(4), person(4), (from, to), &[], DEPUTY),
            [AbsenceObstacle::Oneself]
        );
        assert_eq!(
            check_absence(person(4), person(1), (from, from), &known, Stand::default()),
            [AbsenceObstacle::NoAccount, AbsenceObstacle::DeputyAway { since }]
        );
        let parent = Stand { roles: &[Role::Guardian], positions: &[Position::Guardian] };
        let refused = check_absence(person(4), person(5), (from, to), &[], parent);
        assert_eq!(refused, [AbsenceObstacle::NotStaff]);
    }

    #[test]
    fn a_deputy_acts_as_the_curator_and_never_as_the_head() {
        assert_eq!(role_of_deputy(&[Role::Curator, Role::Head]), Some(Role::Curator));
        assert_eq!(role_of_deputy(&[Role::Head]), None);
    }
}
