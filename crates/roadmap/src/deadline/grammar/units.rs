//! Parts of months and years: weeks, ten-day parts, quarters, terms, seasons, beginnings and ends.
//!
//! It decides how a count, a unit and a month go together. Deliberately absent: days (`time`).

use super::super::form::Unit;
use super::super::token::Is;
use super::super::words::Word;
use super::Parser;
use super::phrase::{Edge, Of, Part, When, YearRef};
use super::time::Span;

/// A number of a unit: counted, or the last.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Nth {
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
        for (n, in_range) in of.into_iter().zip(ranges) {
            match spans.last_mut() {
                Some(last) if in_range && last.1.is_none() => last.1 = Some(n),
                _ => spans.push((n, None)),
            }
        }
        Some(spans.into_iter().flat_map(spread).collect())
    }

    /// One counted unit, as an end of a span.
    pub(super) fn single_unit(&mut self) -> Option<When> {
        let n = self.nth()?;
        self.counted_unit(&[n])?.first().copied()
    }

    fn nth(&mut self) -> Option<Nth> {
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

    fn counted_unit(&mut self, list: &[Nth]) -> Option<Vec<When>> {
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
            Word::HalfOf if self.is_year_next() => {
                let list = counted(2)?;
                let year = self.year_of_unit();
                Some(list.into_iter().map(|n| When::Half(n, year)).collect())
            }
            _ => self.parts_of_month(word, working, list),
        }
    }

    fn parts_of_month(&mut self, word: Word, working: bool, list: &[Nth]) -> Option<Vec<When>> {
        let parts: Option<Vec<Part>> = list.iter().map(|it| part(word, working, *it)).collect();
        let (month, year) = self.of_month()?;
        Some(parts?.into_iter().map(|part| When::Part { part, month, year }).collect())
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
        let ordinal = self.i.checked_sub(2).and_then(|it| self.tokens.get(it)).map(|it| it.is);
        let weekday = matches!(before, Some(Is::Word(Word::Weekday(_))));
        // «сентябрь, 1 неделя»: the month stands before.
        let month_before =
            self.tokens[..self.i].iter().any(|it| matches!(it.is, Is::Word(Word::Month(..))));
        let says = month_before
            || matches!(ordinal, Some(Is::Nth(_) | Is::Word(Word::Ordinal(_) | Word::Last)));
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
            let alone = self.tokens.len() == self.i && first == 0;
            return (whole || school || inside || alone).then_some(When::Plan);
        }
        if school {
            return None;
        }
        if matches!(self.word(0), Some(Word::Period | Word::Term)) {
            self.i += 1;
            let running = matches!(self.word(0), Some(Word::Running));
            return (whole || running || inside && self.ends_here()).then_some(When::Plan);
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

fn ten_days(edge: Edge) -> Part {
    Part::TenDays(match edge {
        Edge::Begin => 1,
        Edge::Middle => 2,
        Edge::End => 3,
    })
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
