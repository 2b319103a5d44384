//! Parts of months and years: weeks, ten-day parts, quarters, terms, seasons, beginnings and ends.
//!
//! It decides how a count, a unit and a month go together. Deliberately absent: days (`time`).

use super::super::form::Unit;
use super::super::token::Is;
use super::super::words::Word;
use super::Parser;
use super::phrase::{Part, When, YearRef};
use super::time::Span;
use super::weeks::on_weekday;

/// A number of a unit: counted, or the last.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Nth {
    Counted(u8),
    Last,
}

impl Parser<'_> {
    /// Counted units, one or several: «II–III кв. 2025 г.», «1-я и 3-я неделя октября».
    pub(super) fn units(&mut self) -> Option<Vec<Span>> {
        let mut list = vec![self.nth()?];
        let mut ranges = vec![false];
        loop {
            let dash = self.eat_dash();
            let more = dash || self.eat_if(|it| matches!(it, Is::Mark(',') | Is::Word(Word::And)));
            if !more || super::MOST_LISTED <= list.len() {
                break;
            }
            list.push(self.nth()?);
            ranges.push(dash);
        }
        let of = self.counted_unit(&list)?;
        let mut spans: Vec<Span> = Vec::new();
        for (n, in_range) in of.into_iter().zip(ranges.into_iter().cycle()) {
            match spans.last_mut() {
                Some(last) if in_range && last.1.is_none() => last.1 = Some(n),
                _ => spans.push((n, None)),
            }
        }
        Some(spans.into_iter().flat_map(spread).collect())
    }

    /// «первые две недели сентября», «последние две недели мая».
    pub(super) fn first_units(&mut self) -> Option<Vec<Span>> {
        let last = match self.word(0)? {
            Word::Ordinal(1) => false,
            Word::Last => true,
            _ => return None,
        };
        self.i += 1;
        let n = u8::try_from(self.count()?).ok().filter(|it| (2..=3).contains(it))?;
        let list = if last {
            vec![Nth::Counted(5 - n), Nth::Counted(4)]
        } else {
            vec![Nth::Counted(1), Nth::Counted(n)]
        };
        let ends = self.counted_unit(&list)?;
        let [from @ When::Part { month: Some(_), .. }, to] = ends.as_slice() else { return None };
        Some(vec![(*from, Some(*to))])
    }

    /// One counted unit, as an end of a span.
    pub(super) fn single_unit(&mut self) -> Option<When> {
        let n = self.nth()?;
        self.counted_unit(&[n])?.first().copied()
    }

    pub(super) fn nth(&mut self) -> Option<Nth> {
        let nth = match self.is(0)? {
            Is::Number(n @ 1..=12, 0..=2) | Is::Nth(n @ 1..=12) => {
                Nth::Counted(u8::try_from(n).ok()?)
            }
            Is::Word(Word::Ordinal(n)) => Nth::Counted(n),
            Is::Word(Word::Last) => Nth::Last,
            // «квартал I», «кв. 2»: the unit first.
            Is::Word(Word::Unit(Unit::Quarter | Unit::Half | Unit::Term)) => {
                let dot = usize::from(self.is(1) == Some(Is::Mark('.')));
                match self.is(1 + dot)? {
                    Is::Number(n @ 1..=4, 0) => return self.unit_first(n, dot),
                    _ => return None,
                }
            }
            _ => return None,
        };
        self.i += 1;
        if nth == Nth::Last {
            self.eat_abbreviation_dot();
        }
        Some(nth)
    }

    /// Leaves the cursor on the unit, so that the rule after reads it; the number is behind it.
    fn unit_first(&mut self, n: u32, dot: usize) -> Option<Nth> {
        // The number must end the phrase: «квартал 1 сентября» is no first quarter.
        if matches!(self.is(2 + dot), Some(Is::Word(Word::Unit(_) | Word::Month(..)))) {
            return None;
        }
        u8::try_from(n).ok().map(Nth::Counted)
    }

    pub(super) fn counted_unit(&mut self, list: &[Nth]) -> Option<Vec<When>> {
        let working = self.eat(Word::Working);
        self.eat_if(|it| matches!(it, Is::Word(Word::School)));
        let word = self.word(0)?;
        self.i += 1;
        self.eat_abbreviation_dot();
        self.eat_if(|it| matches!(it, Is::Number(_, 0)));
        let counted = |most: u8| -> Option<Vec<u8>> {
            list.iter()
                .map(|it| match it {
                    Nth::Counted(n) if *n <= most => Some(*n),
                    _ => None,
                })
                .collect()
        };
        match word {
            Word::Unit(Unit::Quarter) => {
                let list = counted(4)?;
                let year = self.year_of_unit();
                Some(list.into_iter().map(|n| When::Quarter(n, year)).collect())
            }
            Word::Unit(Unit::Half) => {
                let list = counted(2)?;
                let year = self.year_of_unit();
                Some(list.into_iter().map(|n| When::Half(n, year)).collect())
            }
            Word::Unit(Unit::Term) => {
                let list = counted(4)?;
                self.year_of_unit();
                Some(list.into_iter().map(When::Term).collect())
            }
            Word::HalfOf if self.is_year_next() || self.is_half_year() => {
                let list = counted(2)?;
                let year = self.year_of_unit();
                Some(list.into_iter().map(|n| When::Half(n, year)).collect())
            }
            _ => self.parts_of_month(word, working, list),
        }
    }

    fn parts_of_month(&mut self, word: Word, working: bool, list: &[Nth]) -> Option<Vec<When>> {
        let parts: Option<Vec<Part>> = list.iter().map(|it| part(word, working, *it)).collect();
        let mut months = vec![self.of_month()?];
        months.extend(self.more_months());
        let day = self.attempt(Self::weekday_behind);
        let parts: Vec<Part> = parts?.into_iter().map(|it| on_weekday(it, day)).collect();
        let all = months.into_iter().flat_map(|(month, year)| {
            parts.iter().map(move |part| When::Part { part: *part, month, year })
        });
        Some(all.collect())
    }

    /// «II пол.»: the Roman number says that it is a half of the year, where no month stands by.
    fn is_half_year(&self) -> bool {
        let roman = self.tokens[..self.i]
            .iter()
            .rev()
            .take(3)
            .any(|it| matches!(it.is, Is::Number(1..=2, 0)));
        roman && self.ends_here()
    }

    /// The month that a part is of: a name, «(каждого) месяца», or nothing.
    fn of_month(&mut self) -> Option<(Option<u8>, Option<YearRef>)> {
        if let Some(Word::Month(month, case)) = self.word(0) {
            self.i += 1;
            if case == super::super::words::Case::Short {
                self.eat_abbreviation_dot();
            }
            return Some((Some(month), self.year_of_month()));
        }
        // «2 недели» alone is a length; «2-я неделя» and «неделя месяца» recur.
        let told = self.attempt(Self::of_each_month).is_some();
        let before = self.i.checked_sub(1).and_then(|it| self.tokens.get(it)).map(|it| it.is);
        let mut ordinals = self.tokens[..self.i].iter().rev().take(4);
        let weekday = matches!(before, Some(Is::Word(Word::Weekday(_))));
        // «сентябрь, 1 неделя»: the month stands before.
        let month_before =
            self.tokens[..self.i].iter().any(|it| matches!(it.is, Is::Word(Word::Month(..))));
        // «ежемесячно, 3 неделя»: each month is told.
        let monthly =
            self.tokens[..self.i].iter().any(|it| it.is == Is::Word(Word::Every(Unit::Month)));
        let says = month_before
            || monthly
            || ordinals.any(|it| {
                matches!(
                    it.is,
                    Is::Nth(_) | Is::Number(_, 0) | Is::Word(Word::Ordinal(_) | Word::Last)
                )
            });
        (told || weekday || says).then_some((None, None))
    }

    /// The year of a quarter or a half; school words with no number are read away.
    fn year_of_unit(&mut self) -> Option<YearRef> {
        let year = self.year_after();
        if year.is_none() {
            self.attempt(Self::year_words);
        }
        year
    }

    fn is_year_next(&self) -> bool {
        matches!(self.word(0), Some(Word::Year | Word::School | Word::Calendar))
            || matches!(self.is(0), Some(Is::Number(n, 4)) if super::years::YEARS.contains(&n))
    }

    /// «осень 2025», «летний период», «осенние каникулы», «каникулы».
    pub(super) fn season(&mut self) -> Option<When> {
        if self.eat(Word::Holidays) {
            self.eat_if(|it| matches!(it, Is::Word(Word::Period)));
            self.eat_mark('(');
            let season = match self.word(0) {
                Some(Word::Season(season)) => {
                    self.i += 1;
                    Some(season)
                }
                _ => None,
            };
            return Some(When::Holidays(season));
        }
        let Some(Word::Season(season)) = self.word(0) else { return None };
        self.i += 1;
        if self.eat(Word::Holidays) {
            self.attempt(Self::year_after);
            return Some(When::Holidays(Some(season)));
        }
        self.eat(Word::Period);
        let year = self.year_of_month();
        Some(When::Season(season, year))
    }

    /// «2025-2026 учебный год», «2022-2024 гг.», «2025 г.», «следующий учебный год».
    pub(super) fn year(&mut self) -> Option<When> {
        if let Some((first, second)) = self.attempt(Self::two_years) {
            let school = self.attempt(Self::year_words).unwrap_or(false);
            let neighbours = second == first + 1;
            return Some(if school && neighbours {
                When::Year(YearRef::School(first))
            } else {
                When::Years(first, second)
            });
        }
        if let Some(year) = self.full_year() {
            let school = self.attempt(Self::year_words).unwrap_or(false);
            return Some(When::Year(if school {
                YearRef::School(year)
            } else {
                YearRef::Given(year)
            }));
        }
        if self.word(0) == Some(Word::Each) {
            return None;
        }
        let school = matches!(self.word(1), Some(Word::School));
        match self.named_year()? {
            YearRef::This => Some(When::Plan),
            YearRef::Next if school => Some(When::NextSchoolYear),
            _ if school => None,
            year => Some(When::Year(year)),
        }
    }

    /// «(весь) период», «учебный год», «круглый год», «срок реализации».
    ///
    /// - `inside`: a preposition of time stands before, so that a bare «года» means the plan's.
    pub(super) fn whole(&mut self, inside: bool) -> Option<When> {
        if self.eat(Word::AllYear) {
            return Some(When::Plan);
        }
        let whole = 0 < self.eat_while(|it| it == Is::Word(Word::Whole));
        // «в течение 1 года» is a length and has its own rule.
        let first = self.i;
        let adjectives =
            |it: Is| matches!(it, Is::Word(Word::This | Word::Calendar | Word::New | Word::Whole));
        self.eat_while(adjectives);
        let school = self.eat(Word::School);
        if school {
            self.eat_mark('.');
        }
        if self.eat(Word::Year) {
            self.eat_abbreviation_dot();
            // «учебный год 2025-2026».
            if school && let Some((first, second)) = self.attempt(Self::two_years) {
                self.attempt(Self::year_words);
                return (second == first + 1).then_some(When::Year(YearRef::School(first)));
            }
            let alone = self.tokens.len() == self.i && first == 0;
            return (whole || school || inside || alone).then_some(When::Plan);
        }
        if matches!(self.word(0), Some(Word::Period | Word::Term)) {
            self.i += 1;
            let running = school || matches!(self.word(0), Some(Word::Running));
            return (whole || running || inside && self.ends_here()).then_some(When::Plan);
        }
        if school {
            return None;
        }
        // «на протяжении всей программы».
        if whole && inside && matches!(self.is(0), Some(Is::Other | Is::Word(Word::Paper))) {
            self.i += 1;
            return Some(When::Plan);
        }
        // The preposition «в течение», «в ходе» has read the noun: «в ходе реализации программы».
        let during = first.checked_sub(1).and_then(|it| self.tokens.get(it)).map(|it| it.is);
        let noun = matches!(during, Some(Is::Word(Word::During | Word::Period | Word::Term)));
        (inside
            && noun
            && (whole
                || self.word(0) == Some(Word::Running)
                || self.ends_here() && during != Some(Is::Word(Word::During))))
        .then_some(When::Plan)
    }

    /// Nothing more is said in this clause.
    pub(super) fn ends_here(&self) -> bool {
        matches!(self.is(0), None | Some(Is::Mark(_)))
    }
}

fn part(word: Word, working: bool, nth: Nth) -> Option<Part> {
    match (word, nth) {
        (Word::Unit(Unit::Week), Nth::Counted(n @ 1..=5)) => Some(Part::Week(n)),
        (Word::Unit(Unit::Week), Nth::Last) => Some(Part::LastWeek),
        (Word::TenDays, Nth::Counted(n @ 1..=3)) => Some(Part::TenDays(n)),
        (Word::TenDays, Nth::Last) => Some(Part::TenDays(3)),
        (Word::HalfOf, Nth::Counted(n @ 1..=2)) => Some(Part::Half(n)),
        (Word::HalfOf, Nth::Last) => Some(Part::Half(2)),
        (Word::Weekday(day), Nth::Counted(n @ 1..=5)) => Some(Part::Weekday(n, day)),
        (Word::Weekday(day), Nth::Last) => Some(Part::LastWeekday(day)),
        (Word::Unit(Unit::Day), Nth::Last) if working => Some(Part::LastWorkday),
        (Word::Unit(Unit::Day), Nth::Last) => Some(Part::LastDay),
        (Word::DayNumber, Nth::Counted(1)) => Some(Part::TenDays(1)),
        // «в десятых числах», «в двадцатых числах».
        (Word::DayNumber, Nth::Counted(10)) => Some(Part::TenDays(2)),
        (Word::DayNumber, Nth::Counted(20)) => Some(Part::TenDays(3)),
        (Word::DayNumber, Nth::Last) => Some(Part::TenDays(3)),
        _ => None,
    }
}

/// A span of terms or halves is each of them: their days are the school's own.
fn spread((from, to): Span) -> Vec<Span> {
    match (from, to) {
        (When::Term(a), Some(When::Term(b))) => (a..=b).map(|n| (When::Term(n), None)).collect(),
        (When::Half(a, year), Some(When::Half(b, _))) => {
            (a..=b).map(|n| (When::Half(n, year), None)).collect()
        }
        other => vec![other],
    }
}
