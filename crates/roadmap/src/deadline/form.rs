//! The normal form of a deadline: its shapes, and how they are written.
//!
//! It decides the words of the wire format («Deadlines: normal form»). Deliberately absent: reading
//! them back (`normal`), and the calendar days they name (`windows`).

use jiff::civil::Date;
pub use jiff::civil::Weekday;
use std::fmt;

/// A deadline in its normal form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deadline {
    /// Nothing says when.
    None,
    /// No date, on purpose: it happens when it is needed.
    AsNeeded,
    /// No date, on purpose: it goes on all the time.
    Continuous,
    /// The whole period of the plan.
    Period,
    /// A day, a month or a year.
    At(Point),
    /// The n-th week of a month, 1..=5; the fourth runs to the end of the month.
    Week(i16, u8, u8),
    /// The first, second or third ten days of a month.
    TenDays(i16, u8, u8),
    /// From the first day of one point to the last day of another; kept as written where it would
    /// end before it begins.
    Range(Point, Point),
    /// Not later than the end of a point or an event.
    Before(Bound),
    /// From a point or an event on.
    From(Bound),
    /// 1 September of the year to 31 August of the next.
    SchoolYear(i16),
    /// Every year, on parts of it, from a year on.
    Yearly(Vec<YearPart>, Option<i16>),
    /// Every month.
    Monthly(Option<MonthPart>),
    /// Every quarter, not later than a day of the month that follows.
    Quarterly(Option<u8>),
    /// Every half-year.
    Halfyearly,
    /// Every `n` weeks, on a day of the week.
    Weekly(u8, Option<Weekday>),
    /// Every day.
    Daily,
    /// So many times in each stretch of so many units.
    Times {
        /// How many times.
        n: u16,
        /// Units in a stretch, at least 1.
        per: u8,
        /// The unit.
        unit: Unit,
    },
    /// A quarter whose year the plan does not tell, 1..=4.
    Quarter(u8),
    /// A half of the plan's year, 1..=2.
    Half(u8),
    /// A school term, 1..=4.
    Term(u8),
    /// School holidays.
    Holidays(Season),
    /// A length, or the least and the greatest length.
    Duration(Length, Option<Length>),
    /// Counted from an event; the event may be empty.
    Relative(Offset, String),
    /// Another plan or schedule decides.
    DatedBy(String),
    /// Several of the above, two or more, none of them a list.
    List(Vec<Deadline>),
}

impl Deadline {
    /// The day of a deadline that comes every week on it.
    pub(super) fn weekday(&self) -> Option<Weekday> {
        match self {
            Self::Weekly(1, day) => *day,
            _ => None,
        }
    }
}

/// A day, a month or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Point {
    /// A day.
    Day(Date),
    /// A year and a month.
    Month(i16, u8),
    /// A calendar year.
    Year(i16),
}

/// The end of an open window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bound {
    /// A calendar point.
    Point(Point),
    /// An event, in words.
    Event(String),
}

/// What recurs inside a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearPart {
    /// A month.
    Month(u8),
    /// From one month to another, maybe over the new year.
    Months(u8, u8),
    /// Not later than a day: month and day.
    Day(u8, u8),
}

/// What recurs inside a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MonthPart {
    /// A day, 1..=31; the last day where the month is shorter.
    Day(u8),
    /// A week, 1..=5.
    Week(u8),
    /// The last week.
    LastWeek,
    /// The n-th such weekday, 1..=5.
    Weekday(u8, Weekday),
    /// The last such weekday.
    LastWeekday(Weekday),
    /// The last working day.
    LastWorkday,
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Days.
    Day,
    /// Working days.
    Workday,
    /// Weeks.
    Week,
    /// Months.
    Month,
    /// Quarters.
    Quarter,
    /// School terms.
    Term,
    /// Half-years.
    Half,
    /// Years.
    Year,
}

/// A season.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Season {
    /// September to November.
    Autumn,
    /// December to February.
    Winter,
    /// March to May.
    Spring,
    /// June to August.
    Summer,
}

/// A length of time: days, weeks, months or years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    /// How many.
    pub n: u16,
    /// Of which: [`Unit::Day`], [`Unit::Week`], [`Unit::Month`] or [`Unit::Year`].
    pub unit: Unit,
}

/// A distance from an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offset {
    /// How many; negative before the event.
    pub n: i32,
    /// Of which: [`Unit::Day`], [`Unit::Workday`] or [`Unit::Month`].
    pub unit: Unit,
}

impl Season {
    /// First and last month.
    #[must_use]
    pub fn months(self) -> (u8, u8) {
        match self {
            Self::Autumn => (9, 11),
            Self::Winter => (12, 2),
            Self::Spring => (3, 5),
            Self::Summer => (6, 8),
        }
    }

    /// The word of the normal form.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Autumn => "autumn",
            Self::Winter => "winter",
            Self::Spring => "spring",
            Self::Summer => "summer",
        }
    }
}

impl Unit {
    /// The word of the normal form after `times:1/`.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Day | Self::Workday => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Term => "term",
            Self::Half => "half",
            Self::Year => "year",
        }
    }
}

/// The word of the normal form: `mon`.
#[must_use]
pub(crate) fn weekday_slug(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "mon",
        Weekday::Tuesday => "tue",
        Weekday::Wednesday => "wed",
        Weekday::Thursday => "thu",
        Weekday::Friday => "fri",
        Weekday::Saturday => "sat",
        Weekday::Sunday => "sun",
    }
}

impl Deadline {
    /// One deadline of several: no list inside a list, nothing twice, `none` only alone.
    #[must_use]
    pub fn list(parts: Vec<Self>) -> Self {
        let mut flat: Vec<Self> = Vec::with_capacity(parts.len());
        for part in parts {
            let inner = match part {
                Self::List(inner) => inner,
                other => vec![other],
            };
            for one in inner {
                if one != Self::None && !flat.contains(&one) {
                    flat.push(one);
                }
            }
        }
        match flat.len() {
            0 => Self::None,
            1 => flat.remove(0),
            _ => Self::List(flat),
        }
    }
}

impl fmt::Display for Deadline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("none"),
            Self::AsNeeded => f.write_str("as-needed"),
            Self::Continuous => f.write_str("continuous"),
            Self::Period => f.write_str("period"),
            Self::At(Point::Day(day)) => write!(f, "date:{day}"),
            Self::At(Point::Month(year, month)) => write!(f, "month:{year:04}-{month:02}"),
            Self::At(Point::Year(year)) => write!(f, "year:{year:04}"),
            Self::Week(year, month, n) => write!(f, "week:{year:04}-{month:02}-W{n}"),
            Self::TenDays(year, month, n) => write!(f, "decade:{year:04}-{month:02}-{n}"),
            Self::Range(from, to) => write!(f, "range:{from}..{to}"),
            Self::Before(bound) => write!(f, "before:{bound}"),
            Self::From(bound) => write!(f, "from:{bound}"),
            Self::SchoolYear(year) => write!(f, "academic-year:{year:04}-{:04}", year + 1),
            Self::Yearly(parts, since) => write_yearly(f, parts, *since),
            Self::List(parts) => {
                for (n, part) in parts.iter().enumerate() {
                    write!(f, "{}{part}", if n == 0 { "list:" } else { ";" })?;
                }
                Ok(())
            }
            other => write_recurring(f, other),
        }
    }
}

fn write_yearly(f: &mut fmt::Formatter<'_>, parts: &[YearPart], since: Option<i16>) -> fmt::Result {
    f.write_str("yearly")?;
    for (n, part) in parts.iter().enumerate() {
        f.write_str(if n == 0 { ":" } else { "," })?;
        match part {
            YearPart::Month(month) => write!(f, "{month:02}")?,
            YearPart::Months(from, to) => write!(f, "{from:02}..{to:02}")?,
            YearPart::Day(month, day) => write!(f, "{month:02}-{day:02}")?,
        }
    }
    since.map_or(Ok(()), |year| write!(f, " from {year:04}"))
}

fn write_recurring(f: &mut fmt::Formatter<'_>, deadline: &Deadline) -> fmt::Result {
    match deadline {
        Deadline::Monthly(None) => f.write_str("monthly"),
        Deadline::Monthly(Some(part)) => write!(f, "monthly:{part}"),
        Deadline::Quarterly(None) => f.write_str("quarterly"),
        Deadline::Quarterly(Some(day)) => write!(f, "quarterly:{day}"),
        Deadline::Halfyearly => f.write_str("halfyearly"),
        Deadline::Weekly(n, day) => {
            f.write_str("weekly")?;
            if 1 < *n {
                write!(f, "/{n}")?;
            }
            day.map_or(Ok(()), |day| write!(f, ":{}", weekday_slug(day)))
        }
        Deadline::Daily => f.write_str("daily"),
        Deadline::Times { n, per: 1, unit } => write!(f, "times:{n}/{}", unit.slug()),
        Deadline::Times { n, per, unit } => write!(f, "times:{n}/{per}{}s", unit.slug()),
        Deadline::Quarter(n) => write!(f, "quarter:Q{n}"),
        Deadline::Half(n) => write!(f, "half:{n}"),
        Deadline::Term(n) => write!(f, "term:{n}"),
        Deadline::Holidays(season) => write!(f, "holidays:{}", season.slug()),
        Deadline::Duration(least, None) => write!(f, "duration:{least}"),
        Deadline::Duration(least, Some(most)) => write!(f, "duration:{least}..{most}"),
        Deadline::Relative(offset, event) => {
            write!(f, "relative:{offset}")?;
            if event.is_empty() { Ok(()) } else { write!(f, " from {event}") }
        }
        Deadline::DatedBy(paper) => write!(f, "dated-by:{paper}"),
        // Every other shape is written by `Display` itself.
        _ => Ok(()),
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{day}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Year(year) => write!(f, "{year:04}"),
        }
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Point(point) => write!(f, "{point}"),
            Self::Event(event) => f.write_str(event),
        }
    }
}

impl fmt::Display for MonthPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{day}"),
            Self::Week(n) => write!(f, "w{n}"),
            Self::LastWeek => f.write_str("last-week"),
            Self::Weekday(n, day) => write!(f, "{n}{}", weekday_slug(*day)),
            Self::LastWeekday(day) => write!(f, "last-{}", weekday_slug(*day)),
            Self::LastWorkday => f.write_str("last-workday"),
        }
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            Unit::Week => 'W',
            Unit::Month => 'M',
            Unit::Year => 'Y',
            _ => 'D',
        };
        write!(f, "P{}{unit}", self.n)
    }
}

impl fmt::Display for Offset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            Unit::Workday => "wd",
            Unit::Month => "mo",
            _ => "d",
        };
        write!(f, "{:+}{unit}", self.n)
    }
}
