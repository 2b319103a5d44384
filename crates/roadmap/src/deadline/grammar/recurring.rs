//! What recurs: «ежемесячно», «каждый понедельник», «2 раза в год», «по вторникам и четвергам».
//!
//! It decides how often. Deliberately absent: on which day of the month or month of the year
//! (`assemble` brings those together).

use super::super::form::{Unit, Weekday};
use super::super::token::Is;
use super::super::words::Word;
use super::Parser;
use super::phrase::{Part, Phrase, When, YearRef};

impl Parser<'_> {
    /// Something that recurs.
    pub(super) fn recurring(&mut self) -> Option<Vec<Phrase>> {
        if let Some(Word::Every(unit)) = self.word(0) {
            self.i += 1;
            return Some(vec![Phrase::Every(unit)]);
        }
        if let Some(times) = self.attempt(Self::times) {
            return Some(vec![times]);
        }
        if let Some(edge) = self.attempt(Self::edge_of_each) {
            return Some(edge);
        }
        if let Some(each) = self.attempt(Self::each) {
            return Some(each);
        }
        if let Some(day) = self.attempt(Self::weekday_of_week) {
            return Some(day);
        }
        if let Some(days) = self.attempt(Self::weekdays) {
            return Some(days);
        }
        // «за отчётным кварталом», «по истечении квартала»: the quarter is what recurs.
        let reported = self.i.checked_sub(1).and_then(|it| self.tokens.get(it)).map(|it| it.is);
        if self.word(0) == Some(Word::Unit(Unit::Quarter))
            && reported == Some(Is::Word(Word::Reported))
        {
            self.i += 1;
            return Some(vec![Phrase::Every(Unit::Quarter)]);
        }
        if self.eat(Word::Once) {
            return Some(vec![Phrase::At(When::Plan)]);
        }
        self.attempt(Self::along_units)
    }

    /// «не реже 1 раза в месяц», «2–3 раза в год», «раз в две недели», «дважды в полугодие».
    fn times(&mut self) -> Option<Phrase> {
        self.eat_while(|it| {
            matches!(
                it,
                Is::Word(
                    Word::Not | Word::Bound | Word::Than | Word::Along | Word::Till | Word::On
                )
            )
        });
        let n = self.how_often()?;
        self.eat_if(|it| it == Is::Mark(','));
        let stretch = self.eat_while(|it| {
            matches!(
                it,
                Is::Word(
                    Word::In
                        | Word::On
                        | Word::Ahead
                        | Word::During
                        | Word::Each
                        | Word::Whole
                        | Word::Not
                        | Word::Bound
                        | Word::Than
                        | Word::This
                )
            )
        });
        if stretch == 0 {
            let Some(Word::Every(unit)) = self.word(0) else { return None };
            self.i += 1;
            return (1 <= n).then(|| times(n, 1, unit));
        }
        let per = self.count().unwrap_or(1);
        let (times_unit, unit) = self.unit()?;
        let per = u8::try_from(per * times_unit).ok().filter(|it| 1 <= *it)?;
        (1 <= n).then(|| times(n, per, unit))
    }

    /// «2–3 раза», «дважды», «раз».
    fn how_often(&mut self) -> Option<u16> {
        match self.word(0) {
            Some(Word::TimesOver(n)) => {
                self.i += 1;
                return Some(u16::from(n));
            }
            Some(Word::Times) => {
                self.i += 1;
                return Some(1);
            }
            _ => {}
        }
        let n = self.count()?;
        // «1-2 раза»: at least the smaller number.
        self.attempt(|it| {
            it.eat_dash().then_some(())?;
            it.count()
        });
        self.eat(Word::Times).then_some(n)
    }

    /// «в конце каждой четверти», «в начале каждого месяца», «в конце квартала».
    fn edge_of_each(&mut self) -> Option<Vec<Phrase>> {
        self.eat_if(|it| {
            matches!(it, Is::Word(Word::In | Word::By | Word::On | Word::Till | Word::Since))
        });
        let edge =
            self.word(0).filter(|it| matches!(it, Word::Begin | Word::Middle | Word::End))?;
        self.i += 1;
        let each = self.eat(Word::Each);
        match self.word(0)? {
            Word::Unit(unit @ (Unit::Quarter | Unit::Term | Unit::Half | Unit::Week)) => {
                self.i += 1;
                Some(vec![Phrase::Every(unit)])
            }
            Word::Year | Word::School | Word::Calendar if each => {
                let calendar = self.word(0) == Some(Word::Calendar);
                self.eat_if(|it| matches!(it, Is::Word(Word::School | Word::Calendar)));
                self.eat(Word::Year).then_some(())?;
                let month = match (edge, calendar) {
                    (Word::Begin, false) => 9,
                    (Word::End, false) => 5,
                    (Word::End, true) => 12,
                    (Word::Middle, true) => 6,
                    _ => 1,
                };
                let at = Phrase::At(When::Month { month, year: Some(YearRef::Every) });
                Some(vec![Phrase::Every(Unit::Year), at])
            }
            _ => None,
        }
    }

    /// «каждый понедельник», «каждую вторую пятницу месяца», «каждые две недели», «каждый май».
    fn each(&mut self) -> Option<Vec<Phrase>> {
        self.eat_if(|it| matches!(it, Is::Word(Word::In | Word::Along | Word::On)));
        self.eat(Word::Each).then_some(())?;
        if let Some(spans) = self.attempt(Self::units) {
            return self.each_counted(&spans);
        }
        if let Some(n) = self.attempt(Self::count) {
            let (times_unit, unit) = self.unit()?;
            return Some(vec![times(
                1,
                u8::try_from(n * times_unit).ok().filter(|it| 1 <= *it)?,
                unit,
            )]);
        }
        self.eat_if(|it| matches!(it, Is::Word(Word::School | Word::Working | Word::Calendar)));
        let phrase = match self.word(0)? {
            Word::Weekday(_) => return self.weekday_list(),
            Word::Unit(unit) => Phrase::Every(unit),
            Word::Year => Phrase::Every(Unit::Year),
            Word::HalfYearLong => Phrase::Every(Unit::Half),
            Word::Month(month, _) => {
                self.i += 1;
                let at = Phrase::At(When::Month { month, year: Some(YearRef::Every) });
                return Some(vec![Phrase::Every(Unit::Year), at]);
            }
            _ => return None,
        };
        self.i += 1;
        Some(vec![phrase])
    }

    fn each_counted(&mut self, spans: &[(When, Option<When>)]) -> Option<Vec<Phrase>> {
        // «каждую вторую неделю» is once in two weeks; «каждую вторую неделю месяца» a week of it.
        let month_told =
            self.i.checked_sub(1).and_then(|it| self.tokens.get(it)).is_some_and(|it| {
                matches!(it.is, Is::Word(Word::Unit(Unit::Month) | Word::Month(..)))
            });
        let phrases = spans.iter().map(|(when, _)| match when {
            When::Part { part: Part::Week(n @ 2..), month: None, .. } if !month_told => {
                Some(Phrase::EveryWeeks(*n))
            }
            When::Part { .. } => Some(Phrase::At(*when)),
            _ => None,
        });
        phrases.collect()
    }

    /// «по вторникам и четвергам», «в понедельник», «понедельник».
    fn weekdays(&mut self) -> Option<Vec<Phrase>> {
        self.eat_if(|it| matches!(it, Is::Word(Word::Along | Word::In)));
        self.weekday_list()
    }

    fn weekday_list(&mut self) -> Option<Vec<Phrase>> {
        let mut days: Vec<Weekday> = Vec::new();
        while let Some(Word::Weekday(day)) = self.word(0) {
            self.i += 1;
            // «понедельник – пятница».
            match days.last().copied().filter(|_| self.tokens[self.i - 2].is == Is::Mark('-')) {
                Some(first) => days.extend(
                    first.cycle_forward().skip(1).take(6).take_while(|it| *it != day).chain([day]),
                ),
                None => days.push(day),
            }
            let more = matches!(self.word(1), Some(Word::Weekday(_)))
                && self.eat_if(|it| matches!(it, Is::Mark(',' | '/' | '-') | Is::Word(Word::And)));
            if !more {
                break;
            }
        }
        if days.is_empty() {
            return None;
        }
        self.attempt(|it| {
            it.eat(Word::Each).then_some(())?;
            (it.word(0) == Some(Word::Unit(Unit::Week))).then(|| it.i += 1)
        });
        // «понедельник, 1 сентября» names a day and says which it is.
        let dated = {
            let from = self.i;
            self.eat_if(|it| matches!(it, Is::Mark(',' | '(')));
            let read = self.spans();
            self.i = from;
            matches!(read.as_deref(), Some([(When::Day { month: Some(_), .. }, _), ..]))
        };
        if dated {
            return Some(Vec::new());
        }
        if 5 <= days.len() {
            return Some(vec![Phrase::Every(Unit::Day)]);
        }
        Some(days.into_iter().map(Phrase::Weekday).collect())
    }

    /// «по четвертям», «по полугодиям».
    fn along_units(&mut self) -> Option<Vec<Phrase>> {
        self.eat(Word::Along).then_some(())?;
        let Some(Word::Unit(unit)) = self.word(0) else { return None };
        if unit == Unit::Day {
            return None;
        }
        self.i += 1;
        Some(vec![Phrase::Every(unit)])
    }
}

/// So many times in a stretch, in the plainest words.
pub(super) fn times(n: u16, per: u8, unit: Unit) -> Phrase {
    match (n, per, unit) {
        (1, 1, Unit::Workday) => Phrase::Every(Unit::Day),
        (1, 1, unit) => Phrase::Every(unit),
        (1, 7, Unit::Day) => Phrase::Every(Unit::Week),
        (1, 14, Unit::Day) => Phrase::EveryWeeks(2),
        (1, n, Unit::Week) => Phrase::EveryWeeks(n),
        (1, 3, Unit::Month) => Phrase::Every(Unit::Quarter),
        (1, 6, Unit::Month) => Phrase::Every(Unit::Half),
        (1, 12, Unit::Month) => Phrase::Every(Unit::Year),
        (n, per, unit) => Phrase::Times(n, per, unit),
    }
}
