//! Years as words name them: «2025 г.», «2025/26 уч. г.», «текущего года», «с. г.».
//!
//! It decides which numbers are years. Deliberately absent: which year is meant where none is named.

use super::super::token::{Gap, Is};
use super::super::words::Word;
use super::Parser;
use super::phrase::YearRef;

/// The years that plans and the acts they name can speak of.
pub(super) const YEARS: std::ops::RangeInclusive<u32> = 1990..=2100;

impl Parser<'_> {
    /// A number that is a year in full.
    pub(super) fn full_year(&mut self) -> Option<i16> {
        match self.is(0)? {
            Is::Number(n, 4) if YEARS.contains(&n) => {
                self.i += 1;
                i16::try_from(n).ok()
            }
            Is::Nth(n) if YEARS.contains(&n) => {
                self.i += 1;
                i16::try_from(n).ok()
            }
            _ => None,
        }
    }

    /// «2023-2024», «2025/26», «25/26»: two years with a sign between.
    pub(super) fn two_years(&mut self) -> Option<(i16, i16)> {
        let short_first = match self.is(0)? {
            Is::Number(n, 2) => Some(2000 + i16::try_from(n).ok()?),
            _ => None,
        };
        let first = match short_first {
            Some(year) => {
                self.i += 1;
                year
            }
            None => self.full_year()?,
        };
        self.attempt(|it| {
            it.eat_mark('.');
            it.eat(Word::Year).then_some(())?;
            it.eat_mark('.');
            Some(())
        });
        if !(self.eat_dash() || self.eat_mark('/')) {
            return None;
        }
        let second = match self.is(0)? {
            Is::Number(n, 2) => {
                self.i += 1;
                first - first % 100 + i16::try_from(n).ok()?
            }
            _ => self.full_year()?,
        };
        let follows = second == first + 1;
        // «25/26» and «2025-26» are years only as neighbours; «25/26 уч. г.» must say so.
        if short_first.is_some() && !(follows && matches!(self.word(0), Some(Word::School))) {
            return None;
        }
        (first < second).then_some((first, second))
    }

    /// The words after a year: «г.», «года», «г.г.», «уч. г.», «учебного года».
    ///
    /// - Returns: whether they say «school year»; `None` where there are no such words.
    pub(super) fn year_words(&mut self) -> Option<bool> {
        let from = self.i;
        self.attempt(|it| {
            it.eat_mark('.').then_some(())?;
            matches!(it.word(0), Some(Word::Year | Word::School)).then_some(())
        });
        let school = self.eat(Word::School);
        if school {
            self.eat_mark('.');
            self.eat_mark('-');
        }
        let mut years = 0;
        while self.eat(Word::Year) {
            years += 1;
            self.eat_abbreviation_dot();
        }
        if years == 0 && !school {
            self.i = from;
            return None;
        }
        Some(school)
    }

    /// The year that belongs to a day, a month or a quarter before it.
    pub(super) fn year_after(&mut self) -> Option<YearRef> {
        self.attempt(|it| {
            let bracket = it.eat_mark('(');
            let sign = !bracket && (it.eat_mark(',') || it.eat_dash() || it.eat_mark('\''));
            let year = it
                .attempt(|it| it.year_pair_or_one(sign))
                .or_else(|| if bracket || sign { None } else { it.named_year() })?;
            if bracket && !it.eat_mark(')') {
                return None;
            }
            Some(year)
        })
    }

    fn year_pair_or_one(&mut self, sign: bool) -> Option<YearRef> {
        if let Some((first, second)) = self.attempt(Self::two_years) {
            self.year_words();
            return (second == first + 1).then_some(YearRef::School(first));
        }
        if let Some(year) = self.full_year() {
            // «сентябрь - 2025.10», «сентябрь, 2025 октябрь»: the number belongs to what follows.
            let dotted =
                self.is(0) == Some(Is::Mark('.')) && matches!(self.is(1), Some(Is::Number(..)));
            let opens = sign && matches!(self.word(0), Some(Word::Month(..)));
            if dotted && self.token(1).is_some_and(|it| it.gap == Gap::Joined) || opens {
                return None;
            }
            let school = self.year_words().unwrap_or(false);
            return Some(if school { YearRef::School(year) } else { YearRef::Given(year) });
        }
        if let Some(year) = self.short_year(sign) {
            return Some(year);
        }
        match (self.is(0)?, self.is(1)) {
            (Is::Number(n, 2), Some(Is::Word(Word::Year))) if !sign => {
                self.i += 1;
                self.year_words();
                Some(YearRef::Given(2000 + i16::try_from(n).ok()?))
            }
            _ => None,
        }
    }

    /// «сентябрь 25 – май 26»: two digits right after a month, and nothing that makes them a day.
    fn short_year(&mut self, sign: bool) -> Option<YearRef> {
        let Is::Number(n @ 20..=39, 2) = self.is(0)? else { return None };
        let after_month = !sign
            && self
                .i
                .checked_sub(1)
                .and_then(|it| self.tokens.get(it))
                .is_some_and(|it| matches!(it.is, Is::Word(Word::Month(..))));
        let next = match self.is(1) {
            Some(Is::Mark('-')) => matches!(self.is(2), Some(Is::Word(Word::Month(..)))),
            None | Some(Is::Mark(')' | ';')) => true,
            _ => false,
        };
        if !(after_month && next) {
            return None;
        }
        self.i += 1;
        i16::try_from(n).ok().map(|it| YearRef::Given(2000 + it))
    }

    /// «текущего года», «следующего учебного года», «с. г.», «каждого года».
    pub(super) fn named_year(&mut self) -> Option<YearRef> {
        self.attempt(|it| {
            let year = match it.word(0)? {
                Word::This | Word::Since => YearRef::This,
                Word::Next => YearRef::Next,
                Word::Past => YearRef::Past,
                Word::Each => YearRef::Every,
                _ => return None,
            };
            let letters = it.word(0) == Some(Word::Since);
            it.i += 1;
            if letters && !it.eat_mark('.') {
                return None;
            }
            it.eat_mark('.');
            it.eat_if(|it| matches!(it, Is::Word(Word::School | Word::Calendar)));
            it.eat_mark('.');
            it.eat(Word::Year).then_some(())?;
            it.eat_abbreviation_dot();
            Some(year)
        })
    }
}
