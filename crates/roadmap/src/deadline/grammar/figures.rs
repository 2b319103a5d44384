//! Dates in figures: «01.09.2025», «01.09», «09.2025», «2025-09-01», «1-15.10.2025».
//!
//! It decides which numbers with signs between them are days, months and years. Deliberately
//! absent: month names (`time`).

use super::Parser;
use super::phrase::{When, YearRef};
use super::time::Span;
use crate::deadline::token::{Gap, Is};

impl Parser<'_> {
    /// «01.09.2025 г.», «01.09», «09.2025», «2025-09-01», «01/09/25».
    pub(super) fn numeric(&mut self) -> Option<When> {
        let Is::Number(first, first_digits @ 1..) = self.is(0)? else { return None };
        let Is::Mark(sign @ ('.' | '/' | '-' | ',')) = self.is(1)? else { return None };
        let Is::Number(second, second_digits @ 1..) = self.is(2)? else { return None };
        let joined = |ahead| self.token(ahead).is_some_and(|it| it.gap == Gap::Joined);
        let tight = joined(1) && joined(2);
        if sign != '.' && !tight {
            return None;
        }
        let third = match (self.is(3), self.is(4)) {
            (Some(Is::Mark(again)), Some(Is::Number(n, digits @ (2 | 4))))
                if again == sign && (sign == '.' || joined(3) && joined(4)) =>
            {
                Some((n, digits))
            }
            _ => None,
        };
        if let Some(read) =
            self.full_date((first, first_digits), (second, second_digits), third, sign)
        {
            self.i += 5;
            self.year_words();
            return Some(read);
        }
        // Day and month, or month and year, have only the dot (and the slash before a year).
        let month = |n: u32| u8::try_from(n).ok().filter(|it| (1..=12).contains(it));
        if second_digits == 4
            && super::years::YEARS.contains(&second)
            && sign != ','
            && (sign != '-' || tight)
        {
            let month = month(first)?;
            self.i += 3;
            self.year_words();
            return Some(When::Month { month, year: Some(given(second)?) });
        }
        if first_digits == 4 && super::years::YEARS.contains(&first) && second_digits == 2 {
            let neighbour = second == (first + 1) % 100 && sign != '.';
            let month = month(second).filter(|_| !neighbour && sign != '/')?;
            self.i += 3;
            return Some(When::Month { month, year: Some(given(first)?) });
        }
        let dotted = sign == '.' && first_digits <= 2 && second_digits == 2 && tight;
        let day = u8::try_from(first).ok().filter(|it| dotted && (1..=31).contains(it))?;
        let month = month(second)?;
        self.i += 3;
        let year = self.attempt(|it| {
            it.eat_mark('.');
            it.year_after().filter(|it| !matches!(it, YearRef::School(_)))
        });
        if year.is_none() {
            self.eat_if(|it| it == Is::Mark('.'));
        }
        Some(When::Day { day, month: Some(month), year })
    }

    fn full_date(
        &self,
        first: (u32, u8),
        second: (u32, u8),
        third: Option<(u32, u8)>,
        sign: char,
    ) -> Option<When> {
        let third = third?;
        let (day, year) = if first.1 == 4 {
            (third, first)
        } else if sign != '-' || third.1 == 4 {
            (first, third)
        } else {
            return None;
        };
        let full = match year {
            (n, 4) if super::years::YEARS.contains(&n) => n,
            (n, 2) => 2000 + n,
            _ => return None,
        };
        let fits = (1..=31).contains(&day.0)
            && (1..=12).contains(&second.0)
            && day.1 <= 2
            && second.1 <= 2;
        fits.then_some(When::Day {
            day: u8::try_from(day.0).ok()?,
            month: u8::try_from(second.0).ok(),
            year: Some(given(full)?),
        })
    }
}

/// «1-15.10.2025», «5, 12.09»: days before a date in figures share its month and year.
pub(super) fn numeric_tail(
    days: &[(u8, Option<u8>)],
    from: Option<u8>,
    tail: When,
) -> Option<Vec<Span>> {
    // «09-10.2025» is two months: the tail names no day.
    if let (Some(first), When::Month { year, .. }, []) = (from, tail, days) {
        let month = Some(first).filter(|it| *it <= 12)?;
        return Some(vec![(When::Month { month, year }, Some(tail))]);
    }
    let When::Day { month, year, .. } = tail else { return None };
    let day = |day| When::Day { day, month, year };
    let mut spans: Vec<Span> = days.iter().map(|(a, b)| (day(*a), b.map(day))).collect();
    spans.push(from.map_or((tail, None), |from| (day(from), Some(tail))));
    Some(spans)
}

fn given(year: u32) -> Option<YearRef> {
    i16::try_from(year).ok().map(YearRef::Given)
}
