//! Years for what the words leave open, from the plan's period.
//!
//! It decides that September to December belong to the first year of a school plan, January to
//! August to the second, and that in a longer plan they recur. Deliberately absent: words.
//!
//! Source: roadmap format, «Deadlines: normal form», rules.

use jiff::civil::Date;
use mentoring::period::Days;

use super::Guess;
use super::form::{Bound, Deadline, MonthPart, Point, Season, YearPart};
use super::grammar::phrase::{Edge, Of, Phrase, When, YearRef};
use super::months::{first_day, last_day, week_days};
use super::parts::{every, length, month_part, offset, part_of};

/// A plan of at most so many days is one year, however its months are counted.
const ONE_YEAR_DAYS: i32 = 400;

/// The year of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// This year.
    Year(i16),
    /// It recurs every year, or no year is known.
    Every,
}

/// Gives years to phrases.
pub(crate) struct Resolver<'a> {
    /// The days of the plan.
    pub(crate) period: Option<Days>,
    /// Gets what was guessed.
    pub(crate) guesses: &'a mut Vec<Guess>,
    /// A day without a month is a day after each quarter.
    pub(crate) quarterly: bool,
}

impl Resolver<'_> {
    /// The deadline of one phrase.
    pub(crate) fn deadline(&mut self, phrase: Phrase) -> Deadline {
        match phrase {
            Phrase::At(when) => self.at(when),
            Phrase::Span(from, to) => self.span(from, to),
            Phrase::Before(when) => self.before(when),
            Phrase::From(when) => self.since(when),
            Phrase::Every(unit) => every(unit),
            Phrase::EveryWeeks(n) => Deadline::Weekly(n.clamp(1, 52), None),
            Phrase::Weekday(day) => Deadline::Weekly(1, Some(day)),
            Phrase::Times(n, per, unit) => Deadline::Times { n, per, unit },
            Phrase::Relative(n, unit, event) => Deadline::Relative(offset(n, unit), event),
            Phrase::BeforeEvent(event) => Deadline::Before(Bound::Event(event)),
            Phrase::FromEvent(event) => Deadline::From(Bound::Event(event)),
            Phrase::DatedBy(paper) => Deadline::DatedBy(paper),
            Phrase::AsNeeded => Deadline::AsNeeded,
            Phrase::Continuous => Deadline::Continuous,
            Phrase::Duration(n, unit, to) => {
                Deadline::Duration(length(n, unit), to.map(|(n, unit)| length(n, unit)))
            }
        }
    }

    /// The deadline of one phrase beside «ежегодно»: what has no year recurs.
    pub(crate) fn deadline_every(
        &mut self,
        mut phrase: Phrase,
        yearly: Option<Option<i16>>,
    ) -> Deadline {
        if yearly.is_some() {
            for when in super::assemble::whens(&mut phrase) {
                recur(when);
            }
        }
        self.deadline(phrase)
    }

    /// The plan is one year that crosses the new year, as a school year does.
    fn is_school_plan(&self) -> bool {
        self.period.is_some_and(|it| is_one_year(it) && it.from.year() != it.to.year())
    }

    /// The year of a month in this plan.
    pub(crate) fn year(&mut self, month: u8, year: Option<YearRef>) -> Found {
        match (year, self.period) {
            (Some(YearRef::Given(year)), _) => Found::Year(year),
            (Some(YearRef::School(year)), _) => {
                Found::Year(if 9 <= month { year } else { year + 1 })
            }
            (Some(YearRef::Every), _) => Found::Every,
            (Some(YearRef::Next), Some(plan)) => Found::Year(plan.from.year() + 1),
            (Some(YearRef::Past), Some(plan)) => Found::Year(plan.from.year() - 1),
            (_, Some(plan)) => year_in(plan, month),
            (_, None) => {
                if !self.guesses.contains(&Guess::YearUnknown) {
                    self.guesses.push(Guess::YearUnknown);
                }
                Found::Every
            }
        }
    }

    /// A real day: «31 сентября» is read as the last day of the month, and this is said.
    fn day(&mut self, year: i16, month: u8, day: u8) -> Date {
        let last = last_day(year, month);
        match Date::new(year, month as i8, day as i8) {
            Ok(day) => day,
            Err(_) => {
                self.guesses.push(Guess::NoSuchDay {
                    written: format!("{day:02}.{month:02}"),
                    read: last.to_string(),
                });
                last
            }
        }
    }

    fn at(&mut self, when: When) -> Deadline {
        match when {
            When::Day { day, month: None, .. } if self.quarterly => Deadline::Quarterly(Some(day)),
            When::Day { day, month: None, .. } => Deadline::Monthly(Some(MonthPart::Day(day))),
            When::Part { part, month: None, .. } => Deadline::Monthly(Some(month_part(part))),
            When::Day { day, month: Some(month), year } => match self.year(month, year) {
                Found::Year(year) => Deadline::At(Point::Day(self.day(year, month, day))),
                Found::Every => {
                    Deadline::Yearly(vec![YearPart::Day(month, real_day(month, day))], None)
                }
            },
            When::Month { month, year } => match self.year(month, year) {
                Found::Year(year) => Deadline::At(Point::Month(year, month)),
                Found::Every => Deadline::Yearly(vec![YearPart::Month(month)], None),
            },
            When::Part { part, month: Some(month), year } => match self.year(month, year) {
                Found::Year(year) => part_of(part, year, month),
                Found::Every => Deadline::Yearly(vec![YearPart::Month(month)], None),
            },
            When::Year(year) => self.calendar_year(year),
            When::Years(from, to) => self.years(from, to),
            When::Season(season, year) => self.season(season, year),
            When::Quarter(n, year) => self.quarter(n, year),
            When::Half(n, year) => self.half(n, year),
            When::Term(n) => Deadline::Term(n),
            When::Holidays(Some(season)) => Deadline::Holidays(season),
            When::Holidays(None) => Deadline::List(
                [Season::Autumn, Season::Winter, Season::Spring, Season::Summer]
                    .map(Deadline::Holidays)
                    .to_vec(),
            ),
            When::Edge(edge, of, year) => {
                let (month, _) = self.edge(edge, of);
                match self.year(month, year) {
                    Found::Year(year) => Deadline::At(Point::Month(year, month)),
                    Found::Every => Deadline::Yearly(vec![YearPart::Month(month)], None),
                }
            }
            When::NextSchoolYear => match self.period {
                Some(plan) if 5 <= plan.from.month() => Deadline::SchoolYear(plan.from.year() + 1),
                Some(plan) => Deadline::SchoolYear(plan.from.year()),
                None => Deadline::Period,
            },
            When::Plan => Deadline::Period,
        }
    }

    fn calendar_year(&mut self, year: YearRef) -> Deadline {
        let first = self.period.map(|it| it.from.year());
        match (year, first) {
            (YearRef::Given(year), _) => Deadline::At(Point::Year(year)),
            (YearRef::School(year), _) => Deadline::SchoolYear(year),
            (YearRef::Next, Some(first)) => Deadline::At(Point::Year(first + 1)),
            (YearRef::Past, Some(first)) => Deadline::At(Point::Year(first - 1)),
            (YearRef::Every, _) => Deadline::Yearly(Vec::new(), None),
            _ => Deadline::Period,
        }
    }

    /// «2023-2024» is a school year, unless the plan is longer than one.
    fn years(&self, from: i16, to: i16) -> Deadline {
        if to == from + 1 && self.period.is_none_or(is_one_year) {
            return Deadline::SchoolYear(from);
        }
        Deadline::Range(Point::Year(from), Point::Year(to))
    }

    fn season(&mut self, season: Season, year: Option<YearRef>) -> Deadline {
        let (from, to) = season.months();
        let first = match (self.year(from, year), year, self.period) {
            // «зима 2026 г.» in a plan that ends in 2026 began in December 2025.
            (Found::Year(first), Some(YearRef::Given(_)), Some(plan))
                if to < from && plan.to.year() <= first =>
            {
                first - 1
            }
            (found, ..) => match found {
                Found::Year(first) => first,
                Found::Every => return Deadline::Yearly(vec![YearPart::Months(from, to)], None),
            },
        };
        let last = if to < from { first + 1 } else { first };
        Deadline::Range(Point::Month(first, from), Point::Month(last, to))
    }

    fn quarter(&mut self, n: u8, year: Option<YearRef>) -> Deadline {
        let (from, to) = (3 * n - 2, 3 * n);
        let range = |year| Deadline::Range(Point::Month(year, from), Point::Month(year, to));
        match (year, self.period) {
            (Some(YearRef::Every), _) => Deadline::Yearly(vec![YearPart::Months(from, to)], None),
            (None | Some(YearRef::This), Some(plan)) if is_one_year(plan) => {
                let inside = |year: &i16| {
                    plan.from <= first_day(*year, from) && last_day(*year, to) <= plan.to
                };
                let fitting: Vec<i16> =
                    (plan.from.year()..=plan.to.year()).filter(inside).collect();
                match fitting.as_slice() {
                    [year] => range(*year),
                    _ => Deadline::Quarter(n),
                }
            }
            (None | Some(YearRef::This), _) => Deadline::Quarter(n),
            (year, _) => match self.year(from, year) {
                Found::Year(year) => range(year),
                Found::Every => Deadline::Quarter(n),
            },
        }
    }

    fn half(&mut self, n: u8, year: Option<YearRef>) -> Deadline {
        let own_school_year =
            |plan: Days, first: i16| is_one_year(plan) && plan.from.year() == first;
        match (year, self.period) {
            (Some(YearRef::School(first)), Some(plan)) if !own_school_year(plan, first) => {
                let (year, from, to) = if n == 1 { (first, 9, 12) } else { (first + 1, 1, 5) };
                Deadline::Range(Point::Month(year, from), Point::Month(year, to))
            }
            (Some(YearRef::Given(year)), plan) => {
                let (from, to) = if n == 1 { (1, 6) } else { (7, 12) };
                let days = Days::new(first_day(year, from), last_day(year, to));
                let outside = plan.zip(days).is_some_and(|(plan, days)| !plan.overlaps(days));
                if outside && self.is_school_plan() {
                    return Deadline::Half(n);
                }
                Deadline::Range(Point::Month(year, from), Point::Month(year, to))
            }
            _ => Deadline::Half(n),
        }
    }

    /// Month and day of an end or a middle.
    fn edge(&mut self, edge: Edge, of: Of) -> (u8, u8) {
        let school = match of {
            Of::SchoolYear => true,
            Of::Year => {
                self.guesses.push(Guess::YearEndAssumed);
                self.is_school_plan() || self.period.is_some_and(|it| 8 <= it.from.month())
            }
            _ => false,
        };
        let (from, middle, to) = match of {
            Of::Quarter(n) => (3 * n - 2, 3 * n - 1, 3 * n),
            Of::Half(1) => (9, 11, 12),
            Of::Half(_) => (1, 3, 5),
            Of::Season(season) => {
                let (from, to) = season.months();
                (from, from % 12 + 1, to)
            }
            _ if school => (9, 1, 5),
            _ => (1, 6, 12),
        };
        match edge {
            Edge::Begin => (from, 1),
            Edge::Middle => (middle, 15),
            // 2023 has no 29th of February; a bound there is the 28th, true in every year.
            Edge::End => (to, last_day(2023, to).day() as u8),
        }
    }

    fn before(&mut self, when: When) -> Deadline {
        match when {
            When::Edge(edge, of, year) => {
                let (month, day) = self.edge(edge, of);
                self.before(When::Day { day, month: Some(month), year })
            }
            When::Season(season, year) => {
                self.before(When::Day { day: 1, month: Some(season.months().0), year })
            }
            When::Year(YearRef::School(first)) => self.before(When::Day {
                day: 31,
                month: Some(5),
                year: Some(YearRef::Given(first + 1)),
            }),
            When::Half(n, year) if self.period.is_some_and(is_one_year) => {
                self.before(When::Edge(Edge::End, Of::Half(n), year))
            }
            When::Month { month, year } if self.year(month, year) == Found::Every => {
                let day = last_day(2023, month).day() as u8;
                Deadline::Yearly(vec![YearPart::Day(month, day)], None)
            }
            other => match self.at(other) {
                Deadline::At(point) | Deadline::Range(_, point) => {
                    Deadline::Before(Bound::Point(point))
                }
                Deadline::Week(year, month, n) => {
                    Deadline::Before(Bound::Point(Point::Day(week_days(year, month, n).to)))
                }
                Deadline::TenDays(year, month, n) => {
                    let day =
                        if n < 3 { self.day(year, month, 10 * n) } else { last_day(year, month) };
                    Deadline::Before(Bound::Point(Point::Day(day)))
                }
                other => other,
            },
        }
    }

    fn since(&mut self, when: When) -> Deadline {
        if let When::Edge(edge, of, year) = when {
            let (month, day) = self.edge(edge, of);
            return self.since(When::Day { day, month: Some(month), year });
        }
        match self.at(when) {
            Deadline::At(point) | Deadline::Range(point, _) => Deadline::From(Bound::Point(point)),
            Deadline::SchoolYear(year) => {
                Deadline::From(Bound::Point(Point::Day(first_day(year, 9))))
            }
            Deadline::Week(year, month, n) => {
                Deadline::From(Bound::Point(Point::Day(week_days(year, month, n).from)))
            }
            Deadline::TenDays(year, month, n) => {
                Deadline::From(Bound::Point(Point::Day(self.day(year, month, 10 * n - 9))))
            }
            // In a plan of several years it begins once, in the first of them.
            Deadline::Yearly(parts, None) => match (parts.as_slice(), self.period) {
                ([YearPart::Month(month)], Some(plan)) => {
                    Deadline::From(Bound::Point(Point::Month(first_year(plan, *month), *month)))
                }
                ([YearPart::Day(month, day)], Some(plan)) => {
                    let day = self.day(first_year(plan, *month), *month, *day);
                    Deadline::From(Bound::Point(Point::Day(day)))
                }
                _ => Deadline::Yearly(parts, None),
            },
            other => other,
        }
    }
}

/// Sets «every year» where no year is named.
fn recur(when: &mut When) {
    let year = match when {
        When::Day { year, month: Some(_), .. }
        | When::Month { year, .. }
        | When::Part { year, month: Some(_), .. }
        | When::Season(_, year)
        | When::Quarter(_, year)
        | When::Edge(_, _, year) => year,
        When::Plan => {
            *when = When::Year(YearRef::Every);
            return;
        }
        _ => return,
    };
    *year =
        year.or(Some(YearRef::Every)).filter(|it| *it != YearRef::This).or(Some(YearRef::Every));
}

fn first_year(plan: Days, month: u8) -> i16 {
    let year = plan.from.year();
    if (month as i8) < plan.from.month() { year + 1 } else { year }
}

/// Whether the plan is at most one year.
pub(crate) fn is_one_year(plan: Days) -> bool {
    plan.from.until(plan.to).map_or(0, |it| it.get_days()) < ONE_YEAR_DAYS
}

fn year_in(plan: Days, month: u8) -> Found {
    let meets =
        |year: &i16| first_day(*year, month) <= plan.to && plan.from <= last_day(*year, month);
    let mut fitting = (plan.from.year()..=plan.to.year()).filter(meets);
    match (fitting.next(), fitting.next_back()) {
        (Some(year), None) => Found::Year(year),
        (Some(first), Some(last)) if is_one_year(plan) => {
            Found::Year(if 9 <= month { first } else { last })
        }
        (Some(_), Some(_)) => Found::Every,
        // A month outside the plan stands where the school year would have it.
        (None, _) if month as i8 >= plan.from.month() => Found::Year(plan.from.year()),
        (None, _) => Found::Year(plan.to.year()),
    }
}

/// A day that a month has in some year.
fn real_day(month: u8, day: u8) -> u8 {
    day.min(last_day(2024, month).day() as u8)
}
