//! Spans whose years are missing on one side or both: «Декабрь – апрель 2024».
//!
//! It decides on which side of the new year each end stands. Deliberately absent: single times
//! (`resolve`).

use super::Guess;
use super::form::{Deadline, Point, YearPart};
use super::grammar::phrase::{When, YearRef};
use super::resolve::{Found, Resolver};

/// An end of a span: where it stands in a year, and the year where named.
struct End {
    when: When,
    month: u8,
    day: u8,
    year: Option<YearRef>,
}

impl Resolver<'_> {
    /// A window from one time to another.
    pub(crate) fn span(&mut self, from: When, to: When) -> Deadline {
        match (from, to) {
            // «с 20 по 25 число» recurs and falls due on its last day.
            (When::Day { month: None, .. }, When::Day { month: None, .. })
            | (When::Part { month: None, .. }, When::Part { month: None, .. }) => {
                return self.deadline(super::grammar::phrase::Phrase::At(to));
            }
            (When::Day { day, month: None, .. }, When::Day { month, year, .. }) => {
                return self.span(When::Day { day, month, year }, to);
            }
            // «1–2 недели октября» came with the month on both; a unit without one takes it.
            (When::Part { part, month: None, .. }, When::Part { month, year, .. }) => {
                return self.span(When::Part { part, month, year }, to);
            }
            (When::Quarter(a, None), When::Quarter(b, year @ Some(_))) => {
                return self.span(When::Quarter(a, year), When::Quarter(b, year));
            }
            _ => {}
        }
        match (end(from, false), end(to, true)) {
            (Some(a), Some(b)) => self.months(a, b),
            _ => self.joined(from, to),
        }
    }

    fn months(&mut self, a: End, b: End) -> Deadline {
        let forward = (a.month, a.day) <= (b.month, b.day);
        let (from, to) = match (named(a.year), named(b.year)) {
            (true, true) => (self.year(a.month, a.year), self.year(b.month, b.year)),
            (false, true) => match self.year(b.month, b.year) {
                Found::Year(year) => {
                    (Found::Year(if forward { year } else { year - 1 }), Found::Year(year))
                }
                Found::Every => (Found::Every, Found::Every),
            },
            (true, false) => match self.year(a.month, a.year) {
                Found::Year(year) => {
                    (Found::Year(year), Found::Year(if forward { year } else { year + 1 }))
                }
                Found::Every => (Found::Every, Found::Every),
            },
            (false, false) => self.both_missing(&a, &b, forward),
        };
        let (Found::Year(from), Found::Year(to)) = (from, to) else {
            return every_year(&a, &b);
        };
        let with_year = |when, year| set_year(when, YearRef::Given(year));
        self.joined(with_year(a.when, from), with_year(b.when, to))
    }

    fn both_missing(&mut self, a: &End, b: &End, forward: bool) -> (Found, Found) {
        let (from, to) = (self.year(a.month, None), self.year(b.month, None));
        let (Found::Year(first), Found::Year(last)) = (from, to) else {
            return (Found::Every, Found::Every);
        };
        if (first, a.month, a.day) <= (last, b.month, b.day) {
            return (from, to);
        }
        // «август – сентябрь» prepares the year and ends in its first month; «май – октябрь» goes
        // on after the plan.
        if 6 <= a.month && 9 <= b.month {
            self.guesses.push(Guess::StartsBeforePlan);
            return (Found::Year(last), to);
        }
        (from, Found::Year(if forward { first } else { first + 1 }))
    }

    /// Both ends have what years they can have.
    fn joined(&mut self, from: When, to: When) -> Deadline {
        let at = super::grammar::phrase::Phrase::At;
        let (a, b) = (self.deadline(at(from)), self.deadline(at(to)));
        let Some((first, last)) = first_point(&a).zip(last_point(&b)) else {
            return Deadline::list(vec![a, b]);
        };
        if last_date(last) < first_date(first) {
            self.guesses.push(Guess::EndBeforeStart {
                from: first_date(first).to_string(),
                to: last_date(last).to_string(),
            });
        }
        Deadline::Range(first, last)
    }
}

fn named(year: Option<YearRef>) -> bool {
    matches!(
        year,
        Some(
            YearRef::Given(_) | YearRef::School(_) | YearRef::Next | YearRef::Past | YearRef::Every
        )
    )
}

fn end(when: When, last: bool) -> Option<End> {
    let (month, day, year) = match when {
        When::Day { day, month: Some(month), year } => (month, day, year),
        When::Month { month, year } => (month, if last { 31 } else { 1 }, year),
        When::Part { month: Some(month), year, .. } => (month, if last { 31 } else { 1 }, year),
        When::Season(season, year) => {
            let (from, to) = season.months();
            if last && from < to { (to, 31, year) } else { (from, 1, year) }
        }
        _ => return None,
    };
    Some(End { when, month, day, year })
}

fn set_year(when: When, given: YearRef) -> When {
    let given = Some(given);
    match when {
        When::Day { day, month, .. } => When::Day { day, month, year: given },
        When::Month { month, .. } => When::Month { month, year: given },
        When::Part { part, month, .. } => When::Part { part, month, year: given },
        When::Season(season, _) => When::Season(season, given),
        other => other,
    }
}

fn every_year(a: &End, b: &End) -> Deadline {
    let part = match (a.when, b.when) {
        (When::Day { .. }, When::Day { .. }) if a.month == b.month => YearPart::Day(b.month, b.day),
        _ => YearPart::Months(a.month, b.month),
    };
    Deadline::Yearly(vec![part], None)
}

fn first_point(deadline: &Deadline) -> Option<Point> {
    match deadline {
        Deadline::At(point) | Deadline::Range(point, _) => Some(*point),
        Deadline::SchoolYear(year) => Some(Point::Month(*year, 9)),
        Deadline::Week(..) | Deadline::TenDays(..) => {
            super::windows::fixed(deadline).map(|it| Point::Day(it.from))
        }
        _ => None,
    }
}

fn last_point(deadline: &Deadline) -> Option<Point> {
    match deadline {
        Deadline::At(point) | Deadline::Range(_, point) => Some(*point),
        Deadline::SchoolYear(year) => Some(Point::Month(year + 1, 8)),
        Deadline::Week(..) | Deadline::TenDays(..) => {
            super::windows::fixed(deadline).map(|it| Point::Day(it.to))
        }
        _ => None,
    }
}

fn first_date(point: Point) -> jiff::civil::Date {
    super::windows::ends(point).from
}

fn last_date(point: Point) -> jiff::civil::Date {
    super::windows::ends(point).to
}
