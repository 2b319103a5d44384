//! Who may represent a minor, and from which day.
//!
//! It decides that a parent is one from the birth of the child, and the least age of a
//! representative. Deliberately absent: papers of guardians, consents.

use jiff::civil::Date;

use super::GuardianGround;
use crate::consent::age_on;
use crate::law::{Law, LawRule};
use crate::period::Period;

/// Whether somebody represents a minor on a day.
///
/// A parent is one from the birth of the child, whenever somebody wrote it down; every other ground
/// begins with its paper.
///
/// - `period`: as recorded.
///
/// Source: СК РФ ст. 47, 64 (parents); ст. 145 (an act of guardianship).
#[must_use]
pub fn represents_on(ground: GuardianGround, period: Period, day: Date) -> bool {
    match ground {
        GuardianGround::Parent => period.to.is_none_or(|to| day <= to),
        _ => period.contains(day),
    }
}

/// What is wrong with the age of a representative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GuardianAge {
    /// Younger than the law lets represent on this ground.
    #[error("the representative is {age}, and the least is {least}")]
    TooYoung {
        /// The age on the day.
        age: u16,
        /// The least age.
        least: u16,
    },
    /// A student whose day of birth nobody knows.
    #[error("the day of birth of the representative is not known")]
    Unknown,
    /// A parent who would have been a child at the birth of the child.
    #[error("the parent was {age} at the birth of the child")]
    ChildAtBirth {
        /// The age then; 0 where the child is older.
        age: u16,
    },
}

/// The age at which somebody can have become a parent at all; below it one of the two days of birth
/// is mistyped.
const YOUNGEST_PARENT: u16 = 12;

/// A person as far as the age of a representative is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GuardianFacts {
    /// The day of birth of the representative.
    pub birth: Option<Date>,
    /// Whether the representative learns here, so that being of age is not to be taken for granted.
    pub is_student: bool,
    /// The day of birth of the minor.
    pub of_ward: Option<Date>,
}

/// What is wrong with the age of a representative; `None` where nothing is.
///
/// A parent acts alone from sixteen, everybody else from full age. An adult who is no student needs
/// no day of birth.
///
/// Source: СК РФ ст. 62 п. 2 (minor parents from sixteen), ст. 127, 146 (adopters and guardians are
/// of full age).
#[must_use]
pub fn check_guardian_age(
    ground: GuardianGround,
    facts: GuardianFacts,
    day: Date,
    law: &Law,
) -> Option<GuardianAge> {
    let Some(birth) = facts.birth else {
        return facts.is_student.then_some(GuardianAge::Unknown);
    };
    let (rule, usual) = match ground {
        GuardianGround::Parent => (LawRule::ParentLeastAge, 16),
        _ => (LawRule::FullAge, 18),
    };
    let (age, least) = (age_on(birth, day), law.number(rule, day).unwrap_or(usual));
    if age < least {
        return Some(GuardianAge::TooYoung { age, least });
    }
    let of_ward = facts.of_ward.filter(|_| ground == GuardianGround::Parent)?;
    let then = if birth < of_ward { age_on(birth, of_ward) } else { 0 };
    (then < YOUNGEST_PARENT).then_some(GuardianAge::ChildAtBirth { age: then })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const DAY: Date = date(2026, 11, 20);

    #[test]
    fn a_parent_is_one_from_birth_and_a_trustee_from_the_paper() {
        use GuardianGround::{Parent, Trustee};
        let loaded = Period::since(DAY);
        let ended = Period { from: date(2024, 9, 1), to: Some(date(2026, 9, 1)) };
        let table = [
            (Parent, loaded, date(2026, 9, 1), true),
            (Parent, loaded, DAY, true),
            (Trustee, loaded, date(2026, 11, 19), false),
            (Trustee, loaded, DAY, true),
            (Parent, ended, date(2026, 9, 1), true),
            (Parent, ended, date(2026, 9, 2), false),
            (Trustee, ended, date(2024, 8, 31), false),
        ];
        for (ground, period, day, holds) in table {
            assert_eq!(represents_on(ground, period, day), holds, "{ground} {period:?} {day}");
        }
    }

    #[test]
    fn a_parent_acts_from_sixteen_and_everybody_else_from_full_age() {
        use GuardianGround::{Adopter, Institution, Parent, Trustee};
        let born = |age: i16| Some(date(2026 - age, 11, 20));
        let facts = |birth, is_student, of_ward| GuardianFacts { birth, is_student, of_ward };
        let young = |age, least| Some(GuardianAge::TooYoung { age, least });
        let table = [
            (Parent, facts(born(12), true, born(6)), young(12, 16)),
            (Parent, facts(born(16), true, born(0)), None),
            (Parent, facts(Some(date(2010, 11, 21)), true, None), young(15, 16)),
            (Trustee, facts(born(17), false, born(10)), young(17, 18)),
            (Trustee, facts(born(18), false, born(10)), None),
            (Adopter, facts(born(20), false, born(12)), None),
            (Parent, facts(born(20), false, born(12)), Some(GuardianAge::ChildAtBirth { age: 8 })),
            (Parent, facts(born(17), false, born(18)), Some(GuardianAge::ChildAtBirth { age: 0 })),
            (Parent, facts(born(40), false, born(10)), None),
            (Parent, facts(None, false, born(10)), None),
            (Institution, facts(None, false, None), None),
            (Parent, facts(None, true, born(2)), Some(GuardianAge::Unknown)),
        ];
        for (ground, facts, expected) in table {
            let found = check_guardian_age(ground, facts, DAY, Law::built_in());
            assert_eq!(found, expected, "{ground} {facts:?}");
        }
    }
}
