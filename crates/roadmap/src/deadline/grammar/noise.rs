//! Numbers that are no dates: classes, ages, phones, clock times, acts, percents, blanks to fill.
//!
//! It decides what is passed over before any rule looks. Deliberately absent: words without
//! numbers, which no rule reads anyway.

use super::super::token::{Gap, Is};
use super::super::words::{Case, Word};
use super::Parser;

impl Parser<'_> {
    /// Passes over something that only looks like a time.
    pub(super) fn noise(&mut self) -> bool {
        self.attempt(Self::numbered_sign)
            .or_else(|| self.attempt(Self::act))
            .or_else(|| self.attempt(Self::classes))
            .or_else(|| self.attempt(Self::phone))
            .or_else(|| self.attempt(Self::clock))
            .or_else(|| self.attempt(Self::blank_year))
            .or_else(|| self.attempt(Self::list_mark))
            .is_some()
    }

    /// «№ 145», «№ Р-145», «№ 273-ФЗ».
    fn numbered_sign(&mut self) -> Option<()> {
        if !self.eat_mark('№') {
            return None;
        }
        self.act_number();
        self.attempt(Self::act_date);
        Some(())
    }

    /// A number of an act with its letters and dashes, written without blanks.
    fn act_number(&mut self) {
        self.i += 1;
        while self.token(0).is_some_and(|it| it.gap == Gap::Joined)
            && self.eat_if(|it| {
                matches!(
                    it,
                    Is::Number(..)
                        | Is::Nth(_)
                        | Is::Other
                        | Is::Word(_)
                        | Is::Mark('-' | '/' | '.')
                )
            })
        {}
    }

    /// «ст. 351.8», «приказ от 01.09.2025 № 12», «от 25.12.2019 № Р-145».
    fn act(&mut self) -> Option<()> {
        if matches!(self.word(0), Some(Word::Act)) {
            self.i += 1;
            self.eat_mark('.');
            if matches!(self.is(0), Some(Is::Number(..))) {
                self.act_number();
                return Some(());
            }
            while self.eat_if(|it| it == Is::Other) {}
            if self.is(0) == Some(Is::Mark('№')) {
                return None;
            }
            self.act_date()?;
            return Some(());
        }
        self.act_date()?;
        (self.is(0) == Some(Is::Mark('№'))).then_some(())
    }

    fn act_date(&mut self) -> Option<()> {
        if !self.eat(Word::Of) {
            return None;
        }
        self.attempt(Self::spans)?;
        Some(())
    }

    /// «5-9 классы», «9, 11 кл.», «14-17 лет», «1 этап», «школа 5».
    fn classes(&mut self) -> Option<()> {
        let named = matches!(self.word(0), Some(Word::Class | Word::Numbered));
        if named {
            self.i += 1;
            self.eat_mark('.');
            self.eat_mark('№');
            let number = matches!(self.is(0), Some(Is::Number(..) | Is::Nth(_)));
            let month_follows =
                matches!(self.is(1), Some(Is::Word(Word::Month(..)) | Is::Mark('.')));
            self.i += usize::from(number && !month_follows);
            return Some(());
        }
        let age_from = self.eat(Word::Of);
        let mut numbers = 0;
        // Rules that look far ahead from every place would make long cells slow.
        while numbers < super::MOST_LISTED {
            match self.is(0)? {
                Is::Number(..) | Is::Nth(_) => numbers += 1,
                Is::Mark('-' | ',' | '–') | Is::Word(Word::And) if 0 < numbers => {}
                Is::Word(Word::Till) if age_from && 0 < numbers => {}
                Is::Word(Word::Class) if 0 < numbers => break,
                Is::Word(Word::Numbered) if numbers == 1 => break,
                Is::Word(Word::Age) if 0 < numbers => break,
                _ => return None,
            }
            self.i += 1;
        }
        (numbers < super::MOST_LISTED).then_some(())?;
        self.i += 1;
        Some(())
    }

    /// «+7 (812) 555-35-35», «тел. 2-15-36», «8-800-555-35-35».
    fn phone(&mut self) -> Option<()> {
        let said = self.eat(Word::Phone);
        let plus = self.eat_mark('+');
        self.eat_while(|it| said && matches!(it, Is::Mark('.' | ':')));
        let from = self.i;
        let mut digits = 0;
        let mut groups = Vec::new();
        while let Some(is) = self.is(0)
            && groups.len() < super::MOST_LISTED
        {
            match is {
                Is::Number(_, n) if 0 < n && n <= 11 => {
                    digits += usize::from(n);
                    groups.push(n);
                }
                Is::Mark('-' | '(' | ')') => {}
                _ => break,
            }
            self.i += 1;
        }
        let shaped = groups.ends_with(&[3, 2, 2]) && groups.len() != 4
            || groups.len() == 5 && groups[0] == 1
            || groups == [11];
        let long = matches!(groups.first(), Some(5..=11)) && groups.len() == 1;
        ((said || plus) && 4 < digits || shaped || long && from < self.i).then_some(())
    }

    /// «14:00», «в 10.00 ч», «15 часов», «25 %».
    pub(super) fn clock(&mut self) -> Option<()> {
        if !matches!(self.is(0)?, Is::Number(_, 1..=2) | Is::Nth(_)) {
            return None;
        }
        self.i += 1;
        if matches!(self.is(0)?, Is::Mark(':')) && matches!(self.is(1), Some(Is::Number(_, 2))) {
            self.i += 2;
            return Some(());
        }
        if matches!(self.is(0)?, Is::Mark('.')) && matches!(self.is(1), Some(Is::Number(_, 2))) {
            self.i += 2;
        }
        self.eat_if(|it| matches!(it, Is::Word(Word::Clock) | Is::Mark('%'))).then_some(())
    }

    /// «20__ г.», «__.__.20__».
    fn blank_year(&mut self) -> Option<()> {
        self.eat_if(|it| matches!(it, Is::Number(..)));
        if self.eat_while(|it| it == Is::Mark('_')) == 0 {
            return None;
        }
        self.eat(Word::Year);
        Some(())
    }

    /// «1) сентябрь», «2. Октябрь»: the number of an entry.
    fn list_mark(&mut self) -> Option<()> {
        let starts = self.i == 0 || self.token(0).is_some_and(|it| it.gap == Gap::Line);
        if !matches!(self.is(0)?, Is::Number(_, 0..=2)) {
            return None;
        }
        match self.is(1)? {
            Is::Mark(')') => {}
            Is::Mark('.') => {
                let spaced = self.token(2).is_some_and(|it| it.gap != Gap::Joined);
                let month = matches!(self.is(2), Some(Is::Word(Word::Month(_, Case::Other))));
                if !(month
                    || starts
                        && spaced
                        && !matches!(self.is(2), Some(Is::Number(..) | Is::Word(Word::Month(..)))))
                {
                    return None;
                }
            }
            _ => return None,
        }
        self.i += 2;
        Some(())
    }
}
