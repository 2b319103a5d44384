//! Days inside a month: its last day, its weeks, its n-th Monday.
//!
//! It decides plain calendar facts. Deliberately absent: days off (`mentoring::calendar`).

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use mentoring::period::Days;

/// The last day of a month.
///
/// - `month`: 1..=12; anything else is brought into that range.
/// - `year`: 1..=9998.
pub(crate) fn last_day(year: i16, month: u8) -> Date {
    first_day(year, month).last_of_month()
}

/// The first day of a month.
pub(crate) fn first_day(year: i16, month: u8) -> Date {
    let month = month.clamp(1, 12) as i8;
    Date::new(year.clamp(1, 9998), month, 1).unwrap_or(Date::constant(2000, 1, 1))
}

/// A day of a month, the last one where the month is shorter.
pub(crate) fn day_of(year: i16, month: u8, day: u8) -> Date {
    Date::new(year, month as i8, day as i8).unwrap_or_else(|_| last_day(year, month))
}

/// The n-th seven days of a month; the fourth runs to its end, the fifth is what follows the 28th
/// (or the last seven days, where nothing does).
pub(crate) fn week_days(year: i16, month: u8, n: u8) -> Days {
    let last = last_day(year, month);
    match n {
        1..=3 => Days { from: day_of(year, month, 7 * n - 6), to: day_of(year, month, 7 * n) },
        4 => Days { from: day_of(year, month, 22), to: last },
        _ if last.day() <= 28 => Days { from: day_of(year, month, 22), to: last },
        _ => Days { from: day_of(year, month, 29), to: last },
    }
}

/// The last seven days of a month.
pub(crate) fn last_week(year: i16, month: u8) -> Days {
    let to = last_day(year, month);
    Days { from: back(to, 6), to }
}

/// The n-th weekday of a month; the last one where there are fewer.
pub(crate) fn nth_weekday(year: i16, month: u8, n: u8, weekday: Weekday) -> Date {
    first_day(year, month)
        .nth_weekday_of_month(n.clamp(1, 5) as i8, weekday)
        .unwrap_or_else(|_| last_weekday(year, month, weekday))
}

/// The last such weekday of a month.
pub(crate) fn last_weekday(year: i16, month: u8, weekday: Weekday) -> Date {
    first_day(year, month)
        .nth_weekday_of_month(-1, weekday)
        .unwrap_or_else(|_| last_day(year, month))
}

/// The last day of a month from Monday to Friday.
pub(crate) fn last_workday(year: i16, month: u8) -> Date {
    let last = last_day(year, month);
    match last.weekday() {
        Weekday::Saturday => back(last, 1),
        Weekday::Sunday => back(last, 2),
        _ => last,
    }
}

fn back(day: Date, days: i64) -> Date {
    day.checked_sub(days.days()).unwrap_or(day)
}
