//! A normal form some years later.
//!
//! It decides what of a form names a year. Deliberately absent: words (`text`), and forms that
//! weekdays decide, which are read anew.

use jiff::civil::Date;

use crate::deadline::{Bound, Deadline, Point};

/// The day some years later; the 29th of February becomes the 28th in a common year.
pub(super) fn day(day: Date, years: i16) -> Date {
    let year = day.year().saturating_add(years).clamp(1, 9998);
    Date::new(year, day.month(), day.day())
        .or_else(|_| Date::new(year, day.month(), 28))
        .unwrap_or(day)
}

/// The form some years later; what names no year stays.
pub(super) fn deadline(deadline: Deadline, years: i16) -> Deadline {
    match deadline {
        Deadline::At(at) => Deadline::At(point(at, years)),
        Deadline::Week(y, month, n) => Deadline::Week(year(y, years), month, n),
        Deadline::TenDays(y, month, n) => Deadline::TenDays(year(y, years), month, n),
        Deadline::Range(from, to) => Deadline::Range(point(from, years), end(to, years)),
        Deadline::Before(Bound::Point(at)) => Deadline::Before(Bound::Point(end(at, years))),
        Deadline::From(Bound::Point(at)) => Deadline::From(Bound::Point(point(at, years))),
        Deadline::SchoolYear(y) => Deadline::SchoolYear(year(y, years)),
        Deadline::Yearly(parts, since) => Deadline::Yearly(parts, since.map(|it| year(it, years))),
        Deadline::List(parts) => {
            Deadline::List(parts.into_iter().map(|it| self::deadline(it, years)).collect())
        }
        other => other,
    }
}

fn year(year: i16, years: i16) -> i16 {
    year.saturating_add(years).clamp(1, 9997)
}

fn point(point: Point, years: i16) -> Point {
    match point {
        Point::Day(at) => Point::Day(day(at, years)),
        Point::Month(y, month) => Point::Month(year(y, years), month),
        Point::Year(y) => Point::Year(year(y, years)),
    }
}

/// An end stays the end of its month: the 28th of February that was its last day becomes the 29th
/// in a leap year.
fn end(at: Point, years: i16) -> Point {
    match at {
        Point::Day(at) if at.month() == 2 && at == at.last_of_month() => {
            Point::Day(day(at.first_of_month(), years).last_of_month())
        }
        other => point(other, years),
    }
}
