//! Working days of Russia: which day is off, and where a deadline moves.
//!
//! It decides, from loaded facts, whether a day is worked, and moves a due day. Deliberately
//! absent: the facts themselves (decrees are data that is loaded), and today.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use std::collections::BTreeMap;

use crate::period::Days;

/// What a decree or the law says of a day that differs from its weekday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayKind {
    /// A day off: a feast day, or a working weekday made free by transfer.
    Off,
    /// A Saturday or Sunday that is worked.
    Worked,
}

/// The days that differ from «Monday to Friday are worked».
#[derive(Clone, Debug, Default)]
pub struct WorkingCalendar {
    exceptions: BTreeMap<Date, DayKind>,
}

impl WorkingCalendar {
    /// A calendar from exceptions; a later entry for the same day replaces an earlier one.
    pub fn new(exceptions: impl IntoIterator<Item = (Date, DayKind)>) -> Self {
        Self { exceptions: exceptions.into_iter().collect() }
    }

    /// Whether people work on the day.
    #[must_use]
    pub fn is_worked(&self, day: Date) -> bool {
        match self.exceptions.get(&day) {
            Some(kind) => *kind == DayKind::Worked,
            None => !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday),
        }
    }

    /// The day itself where it is worked, else the next worked day.
    #[must_use]
    pub fn on_or_after(&self, day: Date) -> Date {
        self.walk(day, 1)
    }

    /// The day itself where it is worked, else the last worked day before it.
    #[must_use]
    pub fn on_or_before(&self, day: Date) -> Date {
        self.walk(day, -1)
    }

    /// When a window falls due: a single day off moves to the next worked day; a longer window
    /// falls due on its last worked day, or after it where it has none.
    ///
    /// Source: roadmap format, «Deadlines: normal form», last paragraph.
    #[must_use]
    pub fn due_on(&self, window: Days) -> Date {
        if window.from == window.to {
            return self.on_or_after(window.to);
        }
        let day = self.on_or_before(window.to);
        if day < window.from { self.on_or_after(window.to) } else { day }
    }

    /// The day `n` working days after (before, where negative) `day`, not counting `day` itself.
    #[must_use]
    pub fn add_working_days(&self, day: Date, n: i32) -> Date {
        let mut at = day;
        let step = if n < 0 { -1 } else { 1 };
        for _ in 0..n.unsigned_abs() {
            at = self.walk(next(at, step), step);
        }
        at
    }

    fn walk(&self, day: Date, step: i64) -> Date {
        // A year without a worked day is no calendar: the bound keeps bad data from looping.
        let mut at = day;
        for _ in 0..400 {
            if self.is_worked(at) {
                return at;
            }
            at = next(at, step);
        }
        day
    }
}

fn next(day: Date, step: i64) -> Date {
    day.checked_add(step.days()).unwrap_or(day)
}
