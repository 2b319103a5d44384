//! Working days of Russia: which day is off, and where a deadline moves.
//!
//! It decides, from loaded facts, whether a day is worked, and moves a due day. Deliberately
//! absent: the facts themselves (decrees are data that is loaded), and today.

mod russia;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use std::collections::{BTreeMap, BTreeSet};

use crate::period::Days;

pub use russia::{CalendarFacts, CalendarLine, by_rule};

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
    /// Years told by a decree, and the facts that rule the others; none of it in a plain calendar.
    decreed: BTreeSet<i16>,
    rule: Option<CalendarFacts>,
}

impl WorkingCalendar {
    /// A calendar from exceptions; a later entry for the same day replaces an earlier one.
    pub fn new(exceptions: impl IntoIterator<Item = (Date, DayKind)>) -> Self {
        Self { exceptions: exceptions.into_iter().collect(), ..Self::default() }
    }

    /// The calendar of Russia: decreed years as decreed, every other year by the rule.
    ///
    /// - `facts`: feast days and decrees, see [`CalendarFacts::built_in`].
    #[must_use]
    pub fn russia(facts: &CalendarFacts) -> Self {
        let decreed: BTreeSet<i16> = facts.decreed_years().collect();
        let exceptions = decreed.iter().flat_map(|it| facts.exceptions(*it)).collect();
        Self { exceptions, decreed, rule: Some(facts.clone()) }
    }

    /// The same with days that were loaded later; the years they belong to count as decreed.
    #[must_use]
    pub fn with(mut self, days: impl IntoIterator<Item = (Date, DayKind)>) -> Self {
        for (day, kind) in days {
            let year = day.year();
            if let Some(facts) = self.rule.as_ref().filter(|_| !self.decreed.contains(&year)) {
                // What the loaded days do not mention stays as the rule says.
                self.exceptions.extend(facts.by_rule(year));
            }
            self.decreed.insert(year);
            self.exceptions.insert(day, kind);
        }
        self
    }

    /// Whether the days off of the year are only known by the rule of the Labour Code, so that a
    /// decree may still move some.
    #[must_use]
    pub fn is_by_rule(&self, year: i16) -> bool {
        self.rule.is_some() && !self.decreed.contains(&year)
    }

    /// Whether people work on the day.
    #[must_use]
    pub fn is_worked(&self, day: Date) -> bool {
        let told = match &self.rule {
            Some(facts) if self.is_by_rule(day.year()) => {
                facts.by_rule(day.year()).get(&day).copied()
            }
            _ => self.exceptions.get(&day).copied(),
        };
        match told {
            Some(kind) => kind == DayKind::Worked,
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

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn russia() -> WorkingCalendar {
        WorkingCalendar::russia(CalendarFacts::built_in())
    }

    fn worked_days(calendar: &WorkingCalendar, from: Date, to: Date) -> usize {
        from.series(1.day()).take_while(|it| *it <= to).filter(|it| calendar.is_worked(*it)).count()
    }

    #[test]
    fn the_built_in_data_are_understood_wholly() {
        let (_, refused) = CalendarFacts::parse(include_str!("../data/calendar.tsv"));
        assert_eq!(refused, []);
    }

    #[test]
    fn decreed_years_have_the_working_days_of_their_production_calendars() {
        // 2020: 248 by the decree of 2019, less 24 June and 1 July by decrees of the President.
        let known = [
            (2020, 246),
            (2021, 247),
            (2022, 247),
            (2023, 247),
            (2024, 248),
            (2025, 247),
            (2026, 247),
        ];
        for (year, n) in known {
            let calendar = russia();
            assert_eq!(worked_days(&calendar, date(year, 1, 1), date(year, 12, 31)), n, "{year}");
            assert!(!calendar.is_by_rule(year));
        }
    }

    #[test]
    fn months_of_2026_have_their_working_days() {
        let calendar = russia();
        let months = [15, 19, 21, 22, 19, 21, 23, 21, 22, 22, 20, 22];
        for (month, n) in (1..=12).zip(months) {
            let from = date(2026, month, 1);
            assert_eq!(worked_days(&calendar, from, from.last_of_month()), n, "{month}");
        }
    }

    #[test]
    fn known_days_are_off_or_worked() {
        let calendar = russia();
        for (day, worked) in [
            (date(2021, 2, 20), true),
            (date(2021, 2, 22), false),
            (date(2022, 3, 5), true),
            (date(2023, 11, 6), false),
            (date(2024, 4, 27), true),
            (date(2024, 12, 28), true),
            (date(2024, 12, 30), false),
            (date(2025, 2, 24), true),
            (date(2025, 3, 10), true),
            (date(2025, 5, 8), false),
            (date(2025, 6, 13), false),
            (date(2025, 11, 1), true),
            (date(2026, 1, 9), false),
            (date(2026, 1, 12), true),
            (date(2026, 3, 9), false),
            (date(2026, 12, 31), false),
        ] {
            assert_eq!(calendar.is_worked(day), worked, "{day}");
        }
    }

    #[test]
    fn a_year_without_a_decree_follows_the_rule_and_says_so() {
        let calendar = russia();
        assert!(calendar.is_by_rule(2027) && calendar.is_by_rule(2019));
        // 1 May 2027 is a Saturday, 9 May a Sunday, 12 June a Saturday.
        for day in [date(2027, 5, 3), date(2027, 5, 10), date(2027, 6, 14), date(2027, 1, 8)] {
            assert!(!calendar.is_worked(day), "{day}");
        }
        assert!(calendar.is_worked(date(2027, 1, 11)), "January days are moved by decree only");
        assert_eq!(worked_days(&calendar, date(2027, 1, 1), date(2027, 12, 31)), 249);
    }

    #[test]
    fn a_loaded_decree_makes_a_working_saturday_and_replaces_the_rule() {
        let (decree, refused) = CalendarFacts::parse(
            "decree\t2027\tsome act\tseen\nmove\t2027-11-06\t2027-11-05\nmove\tnonsense\t?",
        );
        assert_eq!(refused.first().map(|it| it.line), Some(3));
        let mut facts = CalendarFacts::built_in().clone();
        facts.add(decree);
        let calendar = WorkingCalendar::russia(&facts);
        assert!(!calendar.is_by_rule(2027));
        assert!(calendar.is_worked(date(2027, 11, 6)) && !calendar.is_worked(date(2027, 11, 5)));
    }

    #[test]
    fn the_25th_of_each_month_of_2026_falls_due_on_a_working_day() {
        let calendar = russia();
        for (month, day) in [(1, 26), (4, 27), (7, 27), (10, 26), (2, 25), (12, 25)] {
            let due = calendar.due_on(Days::single(date(2026, month, 25)));
            assert_eq!(due, date(2026, month, day), "{month}");
        }
    }

    #[test]
    fn a_window_falls_due_on_its_last_working_day() {
        let calendar = russia();
        for (from, to, due) in [
            (date(2026, 5, 1), date(2026, 5, 31), date(2026, 5, 29)),
            (date(2025, 12, 1), date(2025, 12, 31), date(2025, 12, 30)),
            (date(2026, 1, 1), date(2026, 1, 8), date(2026, 1, 12)),
        ] {
            assert_eq!(calendar.due_on(Days { from, to }), due);
        }
    }

    #[test]
    fn working_days_are_counted_over_feasts_both_ways() {
        let calendar = russia();
        assert_eq!(calendar.add_working_days(date(2025, 12, 30), 1), date(2026, 1, 12));
        assert_eq!(calendar.add_working_days(date(2026, 1, 12), -1), date(2025, 12, 30));
        assert_eq!(calendar.add_working_days(date(2026, 5, 8), 10), date(2026, 5, 25));
    }
}
