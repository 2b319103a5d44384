//! Parts of months, recurrences and lengths in the units of the wire.
//!
//! It decides which form a part or a length takes. Deliberately absent: years (`resolve`).

use super::form::{Deadline, Length, MonthPart, Offset, Point, Unit};
use super::grammar::phrase::Part;
use super::months::{first_day, last_day, last_weekday, last_workday, nth_weekday};

/// A part of a month whose year is known.
pub(super) fn part_of(part: Part, year: i16, month: u8) -> Deadline {
    let day = |day| Deadline::At(Point::Day(day));
    match part {
        Part::TenDays(n) => Deadline::TenDays(year, month, n),
        Part::Week(n) => Deadline::Week(year, month, n),
        Part::LastWeek => Deadline::Week(year, month, 4),
        Part::Middle => Deadline::TenDays(year, month, 2),
        Part::Half(n) => {
            let first = first_day(year, month);
            let (from, to) = if n == 1 { (1, 15) } else { (16, last_day(year, month).day()) };
            let at = |day: i8| Point::Day(first.with().day(day).build().unwrap_or(first));
            Deadline::Range(at(from), at(to))
        }
        Part::Weekday(n, weekday) => day(nth_weekday(year, month, n, weekday)),
        Part::LastWeekday(weekday) => day(last_weekday(year, month, weekday)),
        Part::LastDay => day(last_day(year, month)),
        Part::LastWorkday => day(last_workday(year, month)),
    }
}

/// A part of every month.
pub(super) fn month_part(part: Part) -> MonthPart {
    match part {
        Part::TenDays(1) => MonthPart::Day(10),
        Part::TenDays(2) => MonthPart::Day(20),
        Part::TenDays(_) | Part::Half(2) | Part::LastWeek => MonthPart::LastWeek,
        Part::Half(_) | Part::Middle => MonthPart::Day(15),
        Part::Week(n) => MonthPart::Week(n),
        Part::Weekday(n, day) => MonthPart::Weekday(n, day),
        Part::LastWeekday(day) => MonthPart::LastWeekday(day),
        // The form clamps a day to the month.
        Part::LastDay => MonthPart::Day(31),
        Part::LastWorkday => MonthPart::LastWorkday,
    }
}

pub(super) fn every(unit: Unit) -> Deadline {
    match unit {
        Unit::Day | Unit::Workday => Deadline::Daily,
        Unit::Week => Deadline::Weekly(1, None),
        Unit::Month => Deadline::Monthly(None),
        Unit::Quarter => Deadline::Quarterly(None),
        Unit::Term => Deadline::Times { n: 1, per: 1, unit: Unit::Term },
        Unit::Half => Deadline::Halfyearly,
        Unit::Year => Deadline::Yearly(Vec::new(), None),
    }
}

/// Days, weeks and years of a distance brought to the units of the wire.
pub(super) fn offset(n: i32, unit: Unit) -> Offset {
    match unit {
        Unit::Workday => Offset { n, unit: Unit::Workday },
        Unit::Day => Offset { n, unit: Unit::Day },
        Unit::Week => Offset { n: 7 * n, unit: Unit::Day },
        Unit::Month => Offset { n, unit: Unit::Month },
        Unit::Quarter | Unit::Term => Offset { n: 3 * n, unit: Unit::Month },
        Unit::Half => Offset { n: 6 * n, unit: Unit::Month },
        Unit::Year => Offset { n: 12 * n, unit: Unit::Month },
    }
}

pub(super) fn length(n: u16, unit: Unit) -> Length {
    match unit {
        Unit::Day | Unit::Workday => Length { n, unit: Unit::Day },
        Unit::Week => Length { n, unit: Unit::Week },
        Unit::Month => Length { n, unit: Unit::Month },
        Unit::Quarter | Unit::Term => Length { n: n.saturating_mul(3), unit: Unit::Month },
        Unit::Half => Length { n: n.saturating_mul(6), unit: Unit::Month },
        Unit::Year => Length { n, unit: Unit::Year },
    }
}
