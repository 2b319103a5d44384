//! Beginnings, middles and ends: «начало октября», «в конце учебного года», «до конца I полугодия».
//!
//! It decides what an end is the end of. Deliberately absent: the day it falls on (`resolve`).

use super::Parser;
use super::phrase::{Edge, Of, Part, When, YearRef};
use super::time::Span;
use crate::deadline::token::Is;
use crate::deadline::words::Word;

impl Parser<'_> {
    /// «начало октября», «в конце учебного года», «середина месяца», «конец I полугодия».
    pub(super) fn edge(&mut self) -> Option<When> {
        let edge = self.edge_word()?;
        self.eat_abbreviation_dot();
        if let Some(Word::Month(month, _)) = self.word(0) {
            self.i += 1;
            let year = self.year_of_month();
            return Some(When::Part { part: ten_days(edge), month: Some(month), year });
        }
        if self.attempt(Self::of_each_month).is_some() {
            let part = match edge {
                Edge::Begin => Part::Week(1),
                Edge::Middle => Part::Middle,
                Edge::End => Part::LastWeek,
            };
            return Some(When::Part { part, month: None, year: None });
        }
        self.eat(Word::New);
        if let Some(unit) = self.attempt(Self::single_unit) {
            return match unit {
                When::Quarter(n, year) => Some(When::Edge(edge, Of::Quarter(n), year)),
                When::Half(n, year) => Some(When::Edge(edge, Of::Half(n), year)),
                When::Term(_) => Some(unit),
                _ => None,
            };
        }
        if let Some(When::Season(season, year)) = self.attempt(Self::season) {
            return Some(When::Edge(edge, Of::Season(season), year));
        }
        self.edge_of_year(edge)
    }

    fn edge_of_year(&mut self, edge: Edge) -> Option<When> {
        if let Some((first, second)) = self.attempt(Self::two_years) {
            self.year_words();
            return (second == first + 1).then_some(When::Edge(
                edge,
                Of::SchoolYear,
                Some(YearRef::School(first)),
            ));
        }
        if let Some(year) = self.full_year() {
            let school = self.year_words().unwrap_or(false);
            let (of, year) = if school {
                (Of::SchoolYear, YearRef::School(year))
            } else {
                (Of::CalendarYear, YearRef::Given(year))
            };
            return Some(When::Edge(edge, of, Some(year)));
        }
        let named = [Word::This, Word::Next, Word::Past, Word::New].map(|it| (it, self.eat(it)));
        let year = named.iter().find(|it| it.1).and_then(|it| match it.0 {
            Word::Next => Some(YearRef::Next),
            Word::Past => Some(YearRef::Past),
            _ => None,
        });
        let of = match self.word(0)? {
            Word::School => Of::SchoolYear,
            Word::Calendar => Of::CalendarYear,
            Word::Year => Of::Year,
            _ => return None,
        };
        self.i += usize::from(of != Of::Year);
        self.eat_mark('.');
        self.eat(Word::Year).then_some(())?;
        self.eat_abbreviation_dot();
        Some(When::Edge(edge, of, year))
    }

    /// «начало и конец учебного года»: two ends of one thing.
    pub(super) fn edges(&mut self) -> Option<Vec<Span>> {
        let first = self.edge_word()?;
        self.eat_if(|it| matches!(it, Is::Mark(',' | '-') | Is::Word(Word::And))).then_some(())?;
        self.eat(Word::In);
        let second = self.attempt(Self::edge)?;
        let pair = match second {
            When::Edge(_, of, year) => When::Edge(first, of, year),
            When::Part { month, year, .. } if month.is_some() => {
                When::Part { part: ten_days(first), month, year }
            }
            _ => return None,
        };
        Some(vec![(pair, None), (second, None)])
    }

    fn edge_word(&mut self) -> Option<Edge> {
        let edge = match self.word(0)? {
            Word::Begin => Edge::Begin,
            Word::Middle => Edge::Middle,
            Word::End | Word::Finish => Edge::End,
            _ => return None,
        };
        self.i += 1;
        Some(edge)
    }

    /// «осенние и весенние каникулы»: several holidays.
    pub(super) fn holidays(&mut self) -> Option<Vec<Span>> {
        let mut seasons = Vec::new();
        while let Some(Word::Season(season)) = self.word(0) {
            self.i += 1;
            seasons.push((When::Holidays(Some(season)), None));
            self.eat_if(|it| matches!(it, Is::Mark(',' | '-') | Is::Word(Word::And)));
        }
        (2 <= seasons.len() && self.eat(Word::Holidays)).then_some(seasons)
    }
}

fn ten_days(edge: Edge) -> Part {
    Part::TenDays(match edge {
        Edge::Begin => 1,
        Edge::Middle => 2,
        Edge::End => 3,
    })
}
