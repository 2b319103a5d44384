//! What the grammar makes of tokens: times with parts still missing.
//!
//! It decides what one phrase can say before the plan's years are known. Deliberately absent: years
//! that the words do not name (`resolve`).

use super::super::form::{Season, Unit, Weekday};

/// A year as the words name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum YearRef {
    /// «2025 г.»
    Given(i16),
    /// «2025-2026 учебного года».
    School(i16),
    /// «текущего года».
    This,
    /// «следующего года».
    Next,
    /// «прошлого года».
    Past,
    /// «каждого года».
    Every,
}

/// A part of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Ten days, 1..=3.
    TenDays(u8),
    /// A week, 1..=5.
    Week(u8),
    /// «последняя неделя».
    LastWeek,
    /// A half, 1..=2.
    Half(u8),
    /// The n-th weekday.
    Weekday(u8, Weekday),
    /// The last such weekday.
    LastWeekday(Weekday),
    /// The last day.
    LastDay,
    /// The last working day.
    LastWorkday,
    /// «середина месяца» where no month is named.
    Middle,
}

/// An end or the middle of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edge {
    /// «начало».
    Begin,
    /// «середина».
    Middle,
    /// «конец».
    End,
}

/// What has ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Of {
    /// The school year.
    SchoolYear,
    /// The calendar year.
    CalendarYear,
    /// «года», and the plan tells which kind.
    Year,
    /// A quarter.
    Quarter(u8),
    /// A half-year.
    Half(u8),
    /// A season.
    Season(Season),
}

/// A time, its year and maybe its month still missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    /// A day; without a month it recurs.
    Day {
        /// 1..=31.
        day: u8,
        /// 1..=12.
        month: Option<u8>,
        /// The year.
        year: Option<YearRef>,
    },
    /// A month.
    Month {
        /// 1..=12.
        month: u8,
        /// The year.
        year: Option<YearRef>,
    },
    /// A part of a month; without a month it recurs.
    Part {
        /// Which part.
        part: Part,
        /// 1..=12.
        month: Option<u8>,
        /// The year.
        year: Option<YearRef>,
    },
    /// A year, school years included.
    Year(YearRef),
    /// Years from and to, as written: «2023-2024», «2022-2026 гг.».
    Years(i16, i16),
    /// A season.
    Season(Season, Option<YearRef>),
    /// A quarter.
    Quarter(u8, Option<YearRef>),
    /// A half-year.
    Half(u8, Option<YearRef>),
    /// A school term.
    Term(u8),
    /// Holidays; all of them where none is named.
    Holidays(Option<Season>),
    /// An end of something.
    Edge(Edge, Of, Option<YearRef>),
    /// The school year after the plan's.
    NextSchoolYear,
    /// The plan's whole period.
    Plan,
}

/// One phrase of a deadline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Phrase {
    /// A time.
    At(When),
    /// From one time to another.
    Span(When, When),
    /// Not later than.
    Before(When),
    /// From then on.
    From(When),
    /// Every unit.
    Every(Unit),
    /// Every `n` weeks.
    EveryWeeks(u8),
    /// On a day of the week.
    Weekday(Weekday),
    /// So many times in each stretch.
    Times(u16, u8, Unit),
    /// From an event: count (negative before it), unit, event.
    Relative(i32, Unit, String),
    /// Until an event.
    BeforeEvent(String),
    /// From an event on.
    FromEvent(String),
    /// By another paper.
    DatedBy(String),
    /// When needed.
    AsNeeded,
    /// All the time.
    Continuous,
    /// A length, or from a length to a length.
    Duration(u16, Unit, Option<(u16, Unit)>),
}

/// What stands between a phrase and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Joint {
    /// Nothing, or words that say nothing of time.
    Bare,
    /// A comma, a bracket, «и», a line break.
    Comma,
    /// The end of a sentence.
    Stop,
}
