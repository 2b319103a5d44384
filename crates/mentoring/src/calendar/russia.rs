//! The production calendar of Russia from its data: feast days, and transfers by decree.
//!
//! It decides which days a year has off: by decree where one is loaded, else by the rule of the
//! Labour Code. Deliberately absent: the facts (they are data), files, and regional feast days,
//! which a region loads as its own lines.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::DayKind;

/// Feast days and decrees, read from text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CalendarFacts {
    feasts: Vec<Feast>,
    years: BTreeMap<i16, Year>,
}

/// A feast day, or a run of them, every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Feast {
    from: (i8, i8),
    to: (i8, i8),
    /// A weekend that meets it moves to the next working day.
    moves: bool,
}

/// What a decree says of a year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Year {
    act: String,
    moves: Vec<(Date, Date)>,
    off: Vec<Date>,
}

/// A line of calendar data that says nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line} of the calendar is not understood: {text}")]
pub struct CalendarLine {
    /// Number of the line, from 1.
    pub line: usize,
    /// The line as written.
    pub text: String,
}

static BUILT_IN: LazyLock<CalendarFacts> =
    LazyLock::new(|| CalendarFacts::parse(include_str!("../../data/calendar.tsv")).0);

impl CalendarFacts {
    /// The facts that travel with the program: years 2020 to 2026.
    #[must_use]
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// Reads facts from text: the form is told at the head of `data/calendar.tsv`.
    ///
    /// - `text`: lines with cells separated by tabs; `#` begins a remark.
    /// - Returns: the facts, and every line that was not understood, in order.
    #[must_use]
    pub fn parse(text: &str) -> (Self, Vec<CalendarLine>) {
        let mut facts = Self::default();
        let mut refused = Vec::new();
        for (n, line) in text.lines().enumerate() {
            let said = line.split('#').next().unwrap_or_default().trim();
            if !said.is_empty() && facts.read(said).is_none() {
                refused.push(CalendarLine { line: n + 1, text: line.to_owned() });
            }
        }
        (facts, refused)
    }

    /// Adds facts, year by year, over what was known of those years.
    pub fn add(&mut self, newer: Self) {
        self.feasts.extend(
            newer.feasts.into_iter().filter(|it| !self.feasts.contains(it)).collect::<Vec<_>>(),
        );
        self.years.extend(newer.years);
    }

    fn read(&mut self, line: &str) -> Option<()> {
        let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
        match *cells.as_slice() {
            ["feast", days, kind @ ("moves" | "stays")] => {
                let (from, to) = days.split_once("..").unwrap_or((days, days));
                let (from, to) = (month_day(from)?, month_day(to)?);
                (from <= to)
                    .then(|| self.feasts.push(Feast { from, to, moves: kind == "moves" }))?;
            }
            ["decree", year, act, ..] => {
                let year: i16 = year.parse().ok().filter(|it| (1..=9998).contains(it))?;
                self.years.entry(year).or_default().act = act.to_owned();
            }
            ["move", from, to, ..] => {
                let (from, to): (Date, Date) = (from.parse().ok()?, to.parse().ok()?);
                self.years.entry(to.year()).or_default().moves.push((from, to));
            }
            ["off", day, ..] => {
                let day: Date = day.parse().ok()?;
                self.years.entry(day.year()).or_default().off.push(day);
            }
            _ => return None,
        }
        Some(())
    }

    /// The act that tells the days off of a year, `None` where only the rule is known.
    #[must_use]
    pub fn decree(&self, year: i16) -> Option<&str> {
        self.years.get(&year).map(|it| it.act.as_str())
    }

    /// The years that a decree tells.
    pub fn decreed_years(&self) -> impl Iterator<Item = i16> {
        self.years.keys().copied()
    }

    /// The days of a year that differ from «Monday to Friday are worked», by its decree, or by the
    /// rule where no decree is loaded.
    #[must_use]
    pub fn exceptions(&self, year: i16) -> BTreeMap<Date, DayKind> {
        let Some(decree) = self.years.get(&year) else { return self.by_rule(year) };
        let moved: Vec<Date> = decree.moves.iter().map(|it| it.0).collect();
        let mut days = self.with_feasts(year, &moved);
        for (from, to) in &decree.moves {
            if !self.is_feast(*from) {
                days.insert(*from, DayKind::Worked);
            }
            days.insert(*to, DayKind::Off);
        }
        days.extend(decree.off.iter().map(|it| (*it, DayKind::Off)));
        days
    }

    /// The days off of a year by law alone: feast days, and a weekend that meets one moved to the
    /// next working day, save in January, where the Government moves.
    ///
    /// Source: Labour Code, article 112, parts 1 and 2.
    #[must_use]
    pub fn by_rule(&self, year: i16) -> BTreeMap<Date, DayKind> {
        self.with_feasts(year, &[])
    }

    fn with_feasts(&self, year: i16, moved_by_decree: &[Date]) -> BTreeMap<Date, DayKind> {
        let mut days = BTreeMap::new();
        let mut to_move = Vec::new();
        for feast in &self.feasts {
            let Ok(mut day) = Date::new(year, feast.from.0, feast.from.1) else { continue };
            while (day.month(), day.day()) <= feast.to && day.year() == year {
                days.insert(day, DayKind::Off);
                if feast.moves && is_weekend(day) && !moved_by_decree.contains(&day) {
                    to_move.push(day);
                }
                match day.checked_add(1.day()) {
                    Ok(next) => day = next,
                    Err(_) => break,
                }
            }
        }
        for feast in to_move {
            let free = feast
                .series(1.day())
                .take(14)
                .find(|it| !is_weekend(*it) && !days.contains_key(it));
            days.extend(free.map(|it| (it, DayKind::Off)));
        }
        days
    }

    fn is_feast(&self, day: Date) -> bool {
        let at = (day.month(), day.day());
        self.feasts.iter().any(|it| it.from <= at && at <= it.to)
    }
}

/// The days off of a year by law alone, with the built-in feast days.
///
/// - `year`: 1..=9998.
#[must_use]
pub fn by_rule(year: i16) -> BTreeMap<Date, DayKind> {
    CalendarFacts::built_in().by_rule(year)
}

fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

fn month_day(text: &str) -> Option<(i8, i8)> {
    let (month, day) = text.split_once('-')?;
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    // 2024 has every day that a year can have.
    Date::new(2024, month, day).ok()?;
    Some((month, day))
}
