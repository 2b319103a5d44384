//! Handing over: one person's duties of the programme go to another from a day on.
//!
//! It decides which roles can be handed over and what stands against it. Deliberately absent: a stay
//! away for a time (`absence`), the right to read what is sensitive, which is given by name only.

use jiff::civil::Date;

use crate::person::{PersonRole, Position};

/// Duties of the programme that one person can take over from another.
pub const DUTIES: &[Position] = &[
    Position::Curator,
    Position::MethodicalHead,
    Position::ProjectGroup,
    Position::SiteAdmin,
    Position::MunicipalCentre,
    Position::RegionalCentre,
];

/// Why nothing is handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HandingObstacle {
    /// To oneself.
    #[error("nobody hands over to oneself")]
    Oneself,
    /// The one who takes over is not there any more.
    #[error("the one who takes over is not there")]
    NotThere,
    /// Nothing was chosen.
    #[error("nothing is handed over")]
    Nothing,
    /// Access is handed over to somebody who cannot sign in.
    #[error("the one who takes over has no account")]
    NoAccount,
}

/// What is about to be handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handing {
    /// Whether it is to oneself.
    pub is_to_oneself: bool,
    /// Whether the one who takes over is there on the day.
    pub is_there: bool,
    /// Whether the one who takes over can sign in.
    pub has_account: bool,
    /// Whether access is handed over.
    pub with_access: bool,
    /// How many roles and tasks are.
    pub n_chosen: usize,
}

/// What stands against handing over, everything at once.
#[must_use]
pub fn check(it: Handing) -> Vec<HandingObstacle> {
    let against = [
        (it.is_to_oneself, HandingObstacle::Oneself),
        (!it.is_there, HandingObstacle::NotThere),
        (it.n_chosen == 0 && !it.with_access, HandingObstacle::Nothing),
        (it.with_access && !it.has_account, HandingObstacle::NoAccount),
    ];
    against.into_iter().filter(|(stands, _)| *stands).map(|(_, it)| it).collect()
}

/// The roles of a person on a day that can be handed over, in the order of the duties.
///
/// A role that begins on the day itself was just given, and is taken back and not handed over.
#[must_use]
pub fn handed(roles: &[PersonRole], day: Date) -> Vec<PersonRole> {
    let holds = |it: &&PersonRole| it.period.contains(day) && it.period.from < day;
    let place = |it: &PersonRole| DUTIES.iter().position(|duty| *duty == it.position);
    let mut found: Vec<PersonRole> =
        roles.iter().filter(holds).filter(|it| place(it).is_some()).cloned().collect();
    found.sort_by_key(place);
    found
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::id::{PersonId, PersonRoleId};
    use crate::period::Period;

    #[test]
    fn everything_against_handing_over_is_said_at_once() {
        use HandingObstacle::{NoAccount, NotThere, Nothing, Oneself};
        let sound = Handing {
            is_to_oneself: false,
            is_there: true,
            has_account: true,
            with_access: true,
            n_chosen: 0,
        };
        for (it, expected) in [
            (sound, vec![]),
            (Handing { has_account: false, ..sound }, vec![NoAccount]),
            (Handing { has_account: false, with_access: false, n_chosen: 1, ..sound }, vec![]),
            (Handing { with_access: false, ..sound }, vec![Nothing]),
            (
                Handing { is_to_oneself: true, is_there: false, with_access: false, ..sound },
                vec![Oneself, NotThere, Nothing],
            ),
        ] {
            assert_eq!(check(it), expected, "{it:?}");
        }
    }

    #[test]
    fn duties_of_the_day_are_handed_over_and_posts_are_not() {
        let day = date(2026, 9, 15);
        let role = |number: u128, position, from| PersonRole {
            id: PersonRoleId(uuid::Uuid::from_u128(number)),
            person: PersonId(uuid::Uuid::nil()),
            position,
            about: String::new(),
            period: Period::since(from),
        };
        let roles = [
            role(1, Position::SiteAdmin, date(2026, 9, 1)),
            role(2, Position::Teacher, date(2026, 9, 1)),
            role(3, Position::Curator, date(2026, 9, 14)),
            role(4, Position::MethodicalHead, day),
        ];
        let ids: Vec<u128> = handed(&roles, day).iter().map(|it| it.id.0.as_u128()).collect();
        assert_eq!(ids, [3, 1]);
    }
}
