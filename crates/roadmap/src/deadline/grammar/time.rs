//! Days, months and their spans: «01.09.2025», «1, 15 октября», «сентябрь – май 2026 г.».
//!
//! It decides how numbers and month names make times and spans of times. Deliberately absent:
//! prepositions (`relative`, `recurring` and [`Parser::bounded`] below read those).

use super::super::form::Unit;
use super::super::token::{Gap, Is};
use super::super::words::{Case, Word};
use super::Parser;
use super::figures::numeric_tail;
use super::phrase::{Edge, Of, Phrase, When, YearRef};

/// A time, or a span of two.
pub(super) type Span = (When, Option<When>);

/// How a preposition bounds the time after it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bound {
    Before,
    From,
    Inside,
}

impl Parser<'_> {
    /// A time with its preposition: «до 1 марта», «с сентября по май», «в октябре», «1 сентября».
    pub(super) fn bounded(&mut self) -> Option<Vec<Phrase>> {
        let bound = self.preposition();
        if bound == Some(Bound::From)
            && let Some(span) = self.attempt(Self::two_ends)
        {
            return Some(vec![span]);
        }
        let bare = bound.is_none();
        if matches!(bound, Some(Bound::Before | Bound::From)) && self.starts_holidays() {
            return None;
        }
        // «до нового года».
        if bound == Some(Bound::Before)
            && self.word(0) == Some(Word::New)
            && self.word(1) == Some(Word::Year)
        {
            self.i += 2;
            return Some(vec![Phrase::Before(When::Edge(Edge::End, Of::CalendarYear, None))]);
        }
        let spans = self
            .attempt(Self::spans)
            .or_else(|| {
                self.attempt(|it| it.whole(bound == Some(Bound::Inside))).map(|it| vec![(it, None)])
            })
            .or_else(|| self.attempt(|it| it.day_alone(bound == Some(Bound::Before))))?;
        if let [(When::Year(year @ YearRef::Given(_)), None)] = *spans.as_slice()
            && bare
            && let Some(months) = self.attempt(|it| it.months_of_year(year))
        {
            return Some(months);
        }
        Some(spans.into_iter().map(|span| phrase(bound, span)).collect())
    }

    /// «2025 г.: сентябрь, октябрь»: a year before its months.
    fn months_of_year(&mut self, year: YearRef) -> Option<Vec<Phrase>> {
        self.eat_if(|it| matches!(it, Is::Mark(',' | ':' | '-' | '(')));
        let year = Some(year);
        let given = |when: When| match when {
            When::Month { month, year: None } => Some(When::Month { month, year }),
            When::Day { day, month: Some(month), year: None } => {
                Some(When::Day { day, month: Some(month), year })
            }
            When::Quarter(n, None) => Some(When::Quarter(n, year)),
            When::Half(n, None) => Some(When::Half(n, year)),
            When::Season(season, None) => Some(When::Season(season, year)),
            _ => None,
        };
        let phrase = |(from, to): Span| match to {
            None => given(from).map(Phrase::At),
            Some(When::Month { year: None, .. } | When::Day { year: None, .. }) => {
                given(from).zip(to).map(|(from, to)| Phrase::Span(from, to))
            }
            Some(_) => None,
        };
        self.attempt(Self::spans)?.into_iter().map(phrase).collect()
    }

    /// «ежемесячно до 25-го», «ежеквартально, 10»: a day that only a bound or a recurrence tells.
    fn day_alone(&mut self, bounded: bool) -> Option<Vec<Span>> {
        let every = self.tokens[..self.i]
            .iter()
            .rev()
            .take(4)
            .any(|it| matches!(it.is, Is::Word(Word::Every(Unit::Month | Unit::Quarter))));
        let ordinal = matches!(self.is(0)?, Is::Nth(_));
        let day = self.day_number()?;
        (ordinal && (bounded || every) || every && self.ends_here())
            .then(|| vec![(When::Day { day, month: None, year: None }, None)])
    }

    fn preposition(&mut self) -> Option<Bound> {
        let mut bound = None;
        // «в срок до», «в период с», «не позднее чем до»: several words, the last that bounds wins.
        loop {
            let next = match self.word(0) {
                Some(Word::Till | Word::By) => Bound::Before,
                Some(Word::Not) if matches!(self.word(1), Some(Word::Later)) => {
                    self.i += 1;
                    Bound::Before
                }
                Some(Word::Not) if matches!(self.word(1), Some(Word::Earlier)) => {
                    self.i += 1;
                    Bound::From
                }
                Some(Word::Than) if bound.is_some() => bound.unwrap_or(Bound::Before),
                Some(Word::Since) if self.is(1) != Some(Is::Mark('.')) => Bound::From,
                Some(Word::Starting | Word::After) => Bound::From,
                Some(Word::Of) if matches!(self.is(1), Some(Is::Number(..))) => Bound::From,
                Some(Word::Between) => Bound::From,
                Some(Word::In | Word::On | Word::Ahead | Word::During) => Bound::Inside,
                Some(Word::Period | Word::Term) if bound.is_some() || self.bounds_follow() => {
                    bound.unwrap_or(Bound::Inside)
                }
                _ => return bound,
            };
            let during = self.word(0) == Some(Word::During);
            self.i += 1;
            // «в теч. года» has a dot, «срок: сентябрь» a colon.
            self.eat_if(|it| it == Is::Mark(':') || during && it == Is::Mark('.'));
            bound = Some(match (bound, next) {
                (Some(Bound::Before), _) => Bound::Before,
                (_, next) => next,
            });
        }
    }

    fn bounds_follow(&self) -> bool {
        matches!(
            self.word(1),
            Some(Word::Till | Word::By | Word::Since | Word::Not | Word::Month(..))
        ) || matches!(self.is(1), Some(Is::Mark(':')))
    }

    /// «с 1 по 15 октября», «с сентября 2025 г. до мая 2026 г.»; the preposition is read already.
    fn two_ends(&mut self) -> Option<Phrase> {
        if let Some(parts) = self.attempt(Self::parts_from_to) {
            return Some(parts);
        }
        let bare_day = self.attempt(|it| {
            let day = it.day_number()?;
            it.eat_if(|it| matches!(it, Is::Word(Word::DayNumber)));
            let between = it.word(0) == Some(Word::And)
                && it.tokens[..it.i].iter().any(|it| it.is == Is::Word(Word::Between));
            (between || matches!(it.word(0), Some(Word::Along | Word::Till))).then_some(())?;
            Some(When::Day { day, month: None, year: None })
        });
        let from = bare_day.or_else(|| self.attempt(Self::when))?;
        self.eat_if(|it| it == Is::Mark(','));
        if !(self.eat_if(|it| matches!(it, Is::Word(Word::Along | Word::Till | Word::And)))
            || self.eat_dash())
        {
            return None;
        }
        let to = self.attempt(Self::when)?;
        Some(Phrase::Span(from, to))
    }

    /// One or several times that share a month or a unit, each maybe a span.
    pub(super) fn spans(&mut self) -> Option<Vec<Span>> {
        if let Some(mut days) = self.attempt(Self::days_of_month) {
            // «10 сентября - 20 октября»: the last day may begin a span.
            if let Some((from, to @ None)) = days.last_mut() {
                let from = *from;
                *to = self.attempt(|it| it.range_end(from));
            }
            return Some(days);
        }
        if let Some(pair) = self.attempt(Self::edges).or_else(|| self.attempt(Self::holidays)) {
            return Some(pair);
        }
        let units = self.attempt(Self::first_units).or_else(|| self.attempt(Self::units));
        if let Some(mut units) = units {
            // «вторая половина сентября – первая половина октября».
            if let Some((
                from @ (When::Part { month: Some(_), .. } | When::Quarter(_, Some(_))),
                to @ None,
            )) = units.last_mut()
            {
                let from = *from;
                *to = self.attempt(|it| it.range_end(from));
            }
            return Some(units);
        }
        let first = self.attempt(Self::when)?;
        let mut last = None;
        let mut previous = first;
        for _ in 0..super::MOST_LISTED {
            let before = self.i;
            let Some(next) = self.attempt(|it| it.range_end(previous)) else { break };
            // «сентябрь – декабрь, март» may be written with dashes only: the rest is no window. Of
            // «сентябрь/декабрь/май» each is meant; «сентябрь/октябрь» is both and a window as well.
            let listed = self.tokens.get(before).is_some_and(|it| it.is == Is::Mark('/'));
            if (last.is_some() || listed) && !follows(previous, next) {
                self.i = before;
                break;
            }
            last = Some(next);
            previous = next;
        }
        Some(vec![(first, last)])
    }

    fn range_end(&mut self, from: When) -> Option<When> {
        let month = matches!(from, When::Month { .. });
        let glued = month
            && matches!(self.word(0), Some(Word::Month(..)))
            && self.token(0).is_some_and(|it| it.gap == Gap::Joined);
        let signed = glued
            || self.eat_dash()
            || month && (self.eat_mark('/') || self.eat(Word::Or))
            || matches!(self.word(1), Some(Word::Month(..))) && self.eat(Word::Along);
        if !signed {
            return None;
        }
        self.eat_if(|it| it == Is::Word(Word::Along));
        self.when()
    }

    /// One time.
    fn when(&mut self) -> Option<When> {
        self.attempt(Self::numeric)
            .or_else(|| self.attempt(Self::single_day))
            .or_else(|| self.attempt(Self::month))
            .or_else(|| self.attempt(Self::edge))
            .or_else(|| self.attempt(Self::season))
            .or_else(|| self.attempt(Self::single_unit))
            .or_else(|| self.attempt(Self::year))
    }

    fn day_number(&mut self) -> Option<u8> {
        let day = match (self.is(0)?, self.word(1)) {
            (Is::Number(n, 1 | 2) | Is::Nth(n), _) if (1..=31).contains(&n) => n,
            // «двадцать пятое», «тридцать первое».
            (Is::Word(Word::Cardinal(tens @ (20 | 30))), Some(Word::Ordinal(n @ 1..=9)))
                if tens + n <= 31 =>
            {
                self.i += 1;
                u32::from(tens + n)
            }
            (Is::Word(Word::Ordinal(n)), _) => u32::from(n),
            _ => return None,
        };
        self.i += 1;
        u8::try_from(day).ok()
    }

    fn single_day(&mut self) -> Option<When> {
        match self.days_of_month()?.as_slice() {
            [(when, None)] => Some(*when),
            _ => None,
        }
    }

    /// «сентябрь 2025 г.», «сентябрь месяц», «май - 2024».
    fn month(&mut self) -> Option<When> {
        let Some(Word::Month(month, case)) = self.word(0) else { return None };
        self.i += 1;
        if case == Case::Short {
            self.eat_abbreviation_dot();
        }
        if self.word(0) == Some(Word::Unit(Unit::Month)) {
            self.i += 1;
        }
        let year = self.year_of_month();
        Some(When::Month { month, year })
    }

    pub(super) fn year_of_month(&mut self) -> Option<YearRef> {
        let year = self.year_after();
        if year.is_none() {
            self.attempt(Self::year_words);
        }
        year
    }

    /// «1, 15 октября», «25-26 января 2023 года», ««01» сентября», «1-15.10.2025», «25 числа».
    fn days_of_month(&mut self) -> Option<Vec<Span>> {
        // «01-02-2021» is a date, not two days.
        let from = self.i;
        let date = matches!(self.numeric(), Some(When::Day { year: Some(_), .. }));
        self.i = from;
        if date {
            return None;
        }
        let mut days: Vec<(u8, Option<u8>)> = Vec::new();
        loop {
            if !days.is_empty()
                && let Some(tail) = self.attempt(Self::numeric)
            {
                return numeric_tail(&days, None, tail);
            }
            let from = self.day_number()?;
            if self.eat_dash() {
                if let Some(tail) = self.attempt(Self::numeric) {
                    return numeric_tail(&days, Some(from), tail);
                }
                days.push((from, Some(self.day_number()?)));
            } else {
                days.push((from, None));
            }
            if days.len() < super::MOST_LISTED
                && matches!(self.is(1), Some(Is::Number(_, 1 | 2) | Is::Nth(_)))
                && self
                    .eat_if(|it| matches!(it, Is::Mark(',' | '/') | Is::Word(Word::And | Word::Or)))
            {
                continue;
            }
            break;
        }
        let mut months = vec![self.month_of_days()?];
        months.extend(self.more_months());
        let spans = months.into_iter().flat_map(|(month, year)| {
            let day = move |day| When::Day { day, month, year };
            days.iter().map(move |(from, to)| (day(*from), to.map(day)))
        });
        Some(spans.collect())
    }

    /// The month of days before it, with its year; neither where the days recur.
    fn month_of_days(&mut self) -> Option<(Option<u8>, Option<YearRef>)> {
        let dotted = self.eat_mark('.');
        match self.word(0)? {
            Word::Month(month, case) if !(dotted && case == Case::Other) => {
                self.i += 1;
                if case == Case::Short {
                    self.eat_abbreviation_dot();
                }
                Some((Some(month), self.year_of_month()))
            }
            Word::DayNumber if !dotted => {
                self.i += 1;
                // «в первых числах октября» are its first ten days and have their own rule.
                if matches!(self.word(0), Some(Word::Month(..))) {
                    return None;
                }
                self.attempt(Self::of_each_month);
                Some((None, None))
            }
            Word::Each if self.word(1) == Some(Word::Unit(Unit::Month)) => {
                self.i += 2;
                Some((None, None))
            }
            _ => None,
        }
    }

    /// «(каждого) месяца», «месяца, следующего за отчётным»; a month's name instead is left.
    pub(super) fn of_each_month(&mut self) -> Option<()> {
        self.eat(Word::Each);
        self.eat(Word::Next);
        self.eat(Word::This);
        if self.word(0) != Some(Word::Unit(Unit::Month)) {
            return None;
        }
        self.i += 1;
        self.attempt(|it| {
            it.eat_mark(',');
            it.eat(Word::Next).then_some(())?;
            it.eat(Word::Ahead);
            it.eat(Word::Reported);
            // «отчётным кварталом» is left for the rules: the day is then one after each quarter.
            it.eat(Word::Unit(Unit::Month));
            Some(())
        });
        Some(())
    }
}

/// The second month comes right after the first.
fn follows(first: When, second: When) -> bool {
    match (first, second) {
        (When::Month { month: a, .. }, When::Month { month: b, .. }) => a % 12 + 1 == b,
        _ => false,
    }
}

fn phrase(bound: Option<Bound>, (from, to): Span) -> Phrase {
    match (bound, to) {
        (Some(Bound::Before), to) => Phrase::Before(to.unwrap_or(from)),
        (_, Some(to)) => Phrase::Span(from, to),
        (Some(Bound::From), None) => Phrase::From(from),
        (_, None) => Phrase::At(from),
    }
}
