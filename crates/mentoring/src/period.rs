//! From a day to a day: the one vocabulary for facts with dates.
//!
//! It decides what overlaps, contains, finishes. Deliberately absent: time of day; a fact of this
//! product begins and ends with a day.

use jiff::ToSpan;
use jiff::civil::{Date, date};

/// A span of days, both ends inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Days {
    /// First day.
    pub from: Date,
    /// Last day, never before `from`.
    pub to: Date,
}

impl Days {
    /// A span of days, or `None` where it would end before it begins.
    #[must_use]
    pub fn new(from: Date, to: Date) -> Option<Self> {
        (from <= to).then_some(Self { from, to })
    }

    /// A single day.
    #[must_use]
    pub fn single(day: Date) -> Self {
        Self { from: day, to: day }
    }

    /// The school year that begins in September of `year`: 1 September to 31 August.
    ///
    /// - `year`: 1..=9998.
    #[must_use]
    pub fn school_year(year: i16) -> Self {
        Self { from: date(year, 9, 1), to: date(year + 1, 8, 31) }
    }

    /// Whether the day lies inside.
    #[must_use]
    pub fn contains(self, day: Date) -> bool {
        self.from <= day && day <= self.to
    }

    /// Whether the two spans share a day.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.from <= other.to && other.from <= self.to
    }

    /// The days that both spans share.
    #[must_use]
    pub fn intersection(self, other: Self) -> Option<Self> {
        Self::new(self.from.max(other.from), self.to.min(other.to))
    }
}

/// A fact that is true from a day until it is ended, or for good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    /// First day on which the fact is true.
    pub from: Date,
    /// Last day on which it is true; `None` while it lasts.
    pub to: Option<Date>,
}

impl Period {
    /// A period that has begun and not ended.
    #[must_use]
    pub fn since(from: Date) -> Self {
        Self { from, to: None }
    }

    /// Whether the fact is true on the day.
    #[must_use]
    pub fn contains(self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }

    /// Whether both facts are true on some day.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.to.is_none_or(|to| other.from <= to) && other.to.is_none_or(|to| self.from <= to)
    }

    /// The same fact ended on the day before its successor begins.
    ///
    /// - `next`: first day of the successor, after `from`.
    /// - Returns: `None` where the successor begins on the first day or earlier.
    #[must_use]
    pub fn ended_before(self, next: Date) -> Option<Self> {
        let last = next.checked_sub(1.day()).ok()?;
        (self.from <= last).then_some(Self { from: self.from, to: Some(last) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_that_share_one_day_overlap_and_neighbours_do_not() {
        let first = Period { from: date(2025, 9, 1), to: Some(date(2025, 12, 31)) };
        assert!(first.overlaps(Period::since(date(2025, 12, 31))));
        assert!(!first.overlaps(Period::since(date(2026, 1, 1))));
        assert!(Period::since(date(2020, 1, 1)).overlaps(first));
    }

    #[test]
    fn a_fact_ends_the_day_before_the_next_begins() {
        let fact = Period::since(date(2024, 2, 1));
        assert_eq!(fact.ended_before(date(2024, 3, 1)).unwrap().to, Some(date(2024, 2, 29)));
        assert_eq!(fact.ended_before(date(2024, 2, 1)), None);
    }

    #[test]
    fn a_school_year_is_september_to_august() {
        let year = Days::school_year(2023);
        assert!(year.contains(date(2024, 2, 29)) && year.contains(date(2024, 8, 31)));
        assert!(!year.contains(date(2024, 9, 1)) && !year.contains(date(2023, 8, 31)));
    }
}
