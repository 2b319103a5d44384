//! Who heads the organisation on a day: papers of a day take the head of that day.
//!
//! It decides who it is where an acting head stands in for the one in office. Deliberately absent:
//! giving and ending the role (`person`).

use jiff::civil::Date;

use crate::person::{PersonRole, Position};

/// The role of whoever heads the organisation on a day.
///
/// An acting head is one who began later; the one in office goes on before and after.
///
/// - `roles`: roles of any people and times.
#[must_use]
pub fn head_on(roles: &[PersonRole], day: Date) -> Option<&PersonRole> {
    let heads = roles.iter().filter(|it| it.position == Position::Head && it.period.contains(day));
    heads.max_by_key(|it| (it.period.from, it.id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{PersonId, PersonRoleId};
    use crate::period::Period;
    use jiff::civil::date;
    use uuid::Uuid;

    #[test]
    fn an_acting_head_signs_between_the_days_and_the_head_before_and_after() {
        let role = |number, from, to| PersonRole {
            id: PersonRoleId(Uuid::from_u128(number)),
            person: PersonId(Uuid::from_u128(number)),
            position: Position::Head,
            period: Period { from, to },
            about: String::new(),
        };
        let roles =
            [role(1, date(2020, 9, 1), None), role(2, date(2026, 7, 1), Some(date(2026, 7, 28)))];
        for (day, expected) in [
            (date(2020, 8, 31), None),
            (date(2026, 6, 30), Some(1)),
            (date(2026, 7, 1), Some(2)),
            (date(2026, 7, 28), Some(2)),
            (date(2026, 7, 29), Some(1)),
        ] {
            assert_eq!(head_on(&roles, day).map(|it| it.person.0.as_u128()), expected, "{day}");
        }
    }
}
