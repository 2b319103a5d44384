//! Days of addenda that are plainly wrong, and those that are asked about once.
//!
//! It decides which days no paper can have, and when two addenda pay for the same days. Deliberately
//! absent: what an addendum must say (`labour`).

use jiff::ToSpan;
use jiff::civil::Date;

use super::{AddendumObstacle, ContractAddendum};
use crate::id::AddendumId;
use crate::law::{Law, LawRule};
use crate::period::Days;

/// What in an addendum can be right and is more often a slip: it is asked about once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddendumDoubt {
    /// Another addendum of the person pays for some of the days.
    Overlaps {
        /// Which.
        other: AddendumId,
        /// The first day of both.
        from: Date,
        /// The last day of both.
        to: Date,
    },
    /// The term is longer than any programme.
    LongTerm {
        /// The months that a programme lasts at most.
        months: u16,
    },
}

/// The first day of the law on education that today's papers rest on: an earlier day is mistyped.
///
/// Source: Федеральный закон от 29.12.2012 № 273-ФЗ, in force from 01.09.2013.
const EARLIEST: Date = jiff::civil::date(2013, 9, 1);

/// The earliest day that a contract of somebody who still works can have.
const EARLIEST_CONTRACT: Date = jiff::civil::date(1950, 1, 1);

/// What is wrong with the days of the papers themselves.
///
/// - `contract_on`: the day of the contract, where it was said.
#[must_use]
pub fn check_days(signed_on: Date, contract_on: Option<Date>) -> Vec<AddendumObstacle> {
    let mut obstacles = Vec::new();
    if signed_on < EARLIEST {
        obstacles.push(AddendumObstacle::TooEarly { earliest: EARLIEST });
    }
    match contract_on {
        Some(contract_on) if signed_on < contract_on => {
            let addendum_on = signed_on;
            obstacles.push(AddendumObstacle::ContractAfter { contract_on, addendum_on });
        }
        Some(contract_on) if contract_on < EARLIEST_CONTRACT => {
            obstacles.push(AddendumObstacle::TooEarly { earliest: EARLIEST_CONTRACT });
        }
        _ => {}
    }
    obstacles
}

/// What is asked about once before an addendum is recorded.
///
/// Two addenda for the same days are two payments in the register of the accountant.
///
/// - `others`: the addenda of the person, of all times.
#[must_use]
pub fn doubts(it: &ContractAddendum, others: &[ContractAddendum], law: &Law) -> Vec<AddendumDoubt> {
    let days_of = |it: &ContractAddendum| {
        let to = it.ending.map_or(it.period.to, |it| Some(it.last()));
        Days::new(it.period.from, to?)
    };
    let Some(days) = days_of(it) else { return Vec::new() };
    let overlap = |other: &ContractAddendum| {
        let theirs = days_of(other).filter(|theirs| theirs.overlaps(days))?;
        let (from, to) = (days.from.max(theirs.from), days.to.min(theirs.to));
        Some(AddendumDoubt::Overlaps { other: other.id, from, to })
    };
    let mut found: Vec<AddendumDoubt> =
        others.iter().filter(|other| other.id != it.id).filter_map(overlap).collect();
    let months = law.number(LawRule::ProgrammeGreatestMonths, it.signed_on).unwrap_or(12);
    let longest = days.from.saturating_add(i64::from(months).months());
    if longest <= days.to {
        found.push(AddendumDoubt::LongTerm { months });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::PersonId;
    use crate::labour::EarlyEnding;
    use crate::period::Period;
    use jiff::civil::date;
    use uuid::Uuid;

    fn addendum(number: u128, from: Date, to: Date) -> ContractAddendum {
        ContractAddendum {
            id: AddendumId(Uuid::from_u128(number)),
            person: PersonId(Uuid::nil()),
            consent: None,
            number: number.to_string(),
            signed_on: from,
            period: Period { from, to: Some(to) },
            content: String::new(),
            mode: None,
            pay: None,
            pay_ground: String::new(),
            ending: None,
        }
    }

    #[test]
    fn a_contract_is_not_later_than_its_addendum_and_no_day_is_of_another_age() {
        use AddendumObstacle::{ContractAfter, TooEarly};
        let addendum_on = date(2026, 11, 18);
        let contract_on = date(2030, 8, 28);
        let early = TooEarly { earliest: EARLIEST };
        let table: &[(Date, Option<Date>, &[AddendumObstacle])] = &[
            (addendum_on, None, &[]),
            (addendum_on, Some(addendum_on), &[]),
            (addendum_on, Some(contract_on), &[ContractAfter { contract_on, addendum_on }]),
            (addendum_on, Some(date(1900, 1, 1)), &[TooEarly { earliest: EARLIEST_CONTRACT }]),
            (date(1926, 11, 18), None, &[early]),
        ];
        for (signed_on, contract_on, expected) in table {
            assert_eq!(check_days(*signed_on, *contract_on), *expected, "{signed_on}");
        }
    }

    #[test]
    fn two_addenda_for_the_same_days_and_a_long_term_are_asked_about() {
        let law = Law::built_in();
        let (from, to) = (date(2026, 9, 14), date(2027, 5, 31));
        let it = addendum(1, from, to);
        assert_eq!(doubts(&it, std::slice::from_ref(&it), law), []);
        let later = addendum(2, date(2027, 5, 31), date(2027, 6, 30));
        let other = later.id;
        let last = date(2027, 5, 31);
        let overlap = AddendumDoubt::Overlaps { other, from: last, to: last };
        assert_eq!(doubts(&it, std::slice::from_ref(&later), law), [overlap]);
        let told_on = date(2027, 3, 1);
        let ending = Some(EarlyEnding::Refusal { told_on, last: told_on });
        let ended = ContractAddendum { ending, ..addendum(3, from, to) };
        assert_eq!(doubts(&later, &[ended], law), [], "it ended before the days of the other");
        let year = addendum(4, from, date(2027, 9, 13));
        assert_eq!(doubts(&year, &[], law), []);
        let long = addendum(5, from, date(2027, 9, 14));
        assert_eq!(doubts(&long, &[], law), [AddendumDoubt::LongTerm { months: 12 }]);
    }
}
