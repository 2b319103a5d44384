//! A day inside a week, and parts that several months share.
//!
//! It decides «четверг второй недели октября», «с первой по третью неделю октября», «второй вторник
//! ноября и апреля». Deliberately absent: the parts themselves (`units`).

use super::super::form::Weekday;
use super::super::token::Is;
use super::super::words::{Case, Word};
use super::Parser;
use super::phrase::{Part, Phrase, When, YearRef};

impl Parser<'_> {
    /// «15 октября и апреля»: further months in the genitive, each with the same days.
    pub(super) fn more_months(&mut self) -> Vec<(Option<u8>, Option<YearRef>)> {
        let is_named =
            |it: Option<Is>| matches!(it, Some(Is::Word(Word::Month(_, Case::Genitive))));
        let mut months = Vec::new();
        while is_named(self.i.checked_sub(1).and_then(|it| self.tokens.get(it)).map(|it| it.is))
            && is_named(self.is(1))
            && self.eat_if(|it| matches!(it, Is::Mark(',') | Is::Word(Word::And)))
        {
            let Some(Word::Month(month, _)) = self.word(0) else { break };
            self.i += 1;
            months.push((Some(month), self.year_of_month()));
        }
        months
    }

    /// «вторая неделя октября, четверг»: the day inside the week.
    pub(super) fn weekday_behind(&mut self) -> Option<Weekday> {
        let bracket = self.eat_mark('(');
        (bracket || self.eat_mark(',')).then_some(())?;
        let Some(Word::Weekday(day)) = self.word(0) else { return None };
        self.i += 1;
        let closed = if bracket { self.eat_mark(')') } else { self.ends_here() };
        closed.then_some(day)
    }

    /// «четверг второй недели октября»: weeks are sevens from the first day of the month, so it is
    /// the second Thursday.
    pub(super) fn weekday_of_week(&mut self) -> Option<Vec<Phrase>> {
        self.eat_if(|it| matches!(it, Is::Word(Word::Along | Word::In | Word::On)));
        let Some(Word::Weekday(day)) = self.word(0) else { return None };
        self.i += 1;
        let weeks = self.attempt(Self::units)?.into_iter();
        let phrases = weeks.map(|it| match it {
            (When::Part { part: part @ (Part::Week(_) | Part::LastWeek), month, year }, None) => {
                let part = on_weekday(part, Some(day));
                Some(Phrase::At(When::Part { part, month, year }))
            }
            _ => None,
        });
        phrases.collect()
    }

    /// «с первой по третью неделю октября»; the preposition is read already.
    pub(super) fn parts_from_to(&mut self) -> Option<Phrase> {
        let from = self.nth()?;
        self.eat_if(|it| matches!(it, Is::Word(Word::Along | Word::Till))).then_some(())?;
        let to = self.nth()?;
        match self.counted_unit(&[from, to])?.as_slice() {
            [from @ When::Part { month: Some(_), .. }, to] => Some(Phrase::Span(*from, *to)),
            _ => None,
        }
    }
}

/// A week narrowed to one of its days.
pub(super) fn on_weekday(part: Part, day: Option<Weekday>) -> Part {
    match (part, day) {
        (Part::Week(n), Some(day)) => Part::Weekday(n, day),
        (Part::LastWeek, Some(day)) => Part::LastWeekday(day),
        (part, _) => part,
    }
}
