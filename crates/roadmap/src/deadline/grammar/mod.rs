//! The grammar of deadlines: tokens in, phrases out.
//!
//! It decides where a phrase begins and which rule reads it; what no rule reads is passed over.
//! Deliberately absent: years (`resolve`) and how phrases act on each other (`assemble`).

mod edges;
mod figures;
mod noise;
mod papers;
pub(crate) mod phrase;
mod recurring;
mod relative;
mod time;
mod units;
mod weeks;
mod years;

use super::Guess;
use super::form::Unit;
use super::token::{Gap, Is, Token, excerpt};
use super::words::Word;
use phrase::{Joint, Phrase};

/// Reads the phrases of a deadline.
///
/// - `text`: as written, `tokens` were cut from it.
/// - Returns: phrases in order, each with what stands before it.
pub(crate) fn phrases(
    text: &str,
    tokens: &[Token],
    guesses: &mut Vec<Guess>,
) -> Vec<(Joint, Phrase)> {
    let mut parser = Parser { text, tokens, i: 0, guesses };
    let mut found = Vec::new();
    let mut joint = Joint::Stop;
    while parser.i < tokens.len() {
        let from = parser.i;
        joint = joint.max(parser.joint());
        if parser.noise() {
            continue;
        }
        let in_brackets = from.checked_sub(1).is_some_and(|it| tokens[it].is == Is::Mark('('));
        if let Some(mut read) = parser.phrase() {
            // «июнь (после аттестации)» explains the month.
            if in_brackets && matches!(found.last(), Some((_, Phrase::At(_) | Phrase::Span(..)))) {
                read.retain(|it| !matches!(it, Phrase::Relative(0, ..)));
            }
            for phrase in read {
                found.push((joint, phrase));
                joint = Joint::Comma;
            }
            joint = Joint::Bare;
            parser.i = parser.i.max(from + 1);
        } else {
            parser.i = from + 1;
        }
    }
    found
}

/// Numbers in one list: days of a month, classes, groups of a phone number.
const MOST_LISTED: usize = 24;

/// A cursor over tokens. Every rule reads from `i` and leaves `i` where it was if it does not fit.
struct Parser<'a> {
    text: &'a str,
    tokens: &'a [Token],
    i: usize,
    guesses: &'a mut Vec<Guess>,
}

impl Parser<'_> {
    /// The rules, the most telling first.
    fn phrase(&mut self) -> Option<Vec<Phrase>> {
        self.attempt(Self::relative)
            .or_else(|| self.attempt(Self::recurring))
            .or_else(|| self.attempt(Self::paper))
            .or_else(|| self.attempt(Self::need))
            .or_else(|| self.attempt(Self::bounded))
            .or_else(|| self.attempt(Self::event_bound))
            .or_else(|| self.attempt(Self::duration))
    }

    /// Runs a rule and goes back where it does not fit.
    fn attempt<T>(&mut self, rule: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let from = self.i;
        let read = rule(self);
        if read.is_none() {
            self.i = from;
        }
        read
    }

    fn token(&self, ahead: usize) -> Option<Token> {
        self.tokens.get(self.i + ahead).copied()
    }

    fn is(&self, ahead: usize) -> Option<Is> {
        self.token(ahead).map(|it| it.is)
    }

    fn word(&self, ahead: usize) -> Option<Word> {
        match self.is(ahead)? {
            Is::Word(word) => Some(word),
            _ => None,
        }
    }

    fn eat(&mut self, word: Word) -> bool {
        self.eat_if(|it| it == Is::Word(word))
    }

    fn eat_mark(&mut self, mark: char) -> bool {
        self.eat_if(|it| it == Is::Mark(mark))
    }

    fn eat_if(&mut self, fits: impl Fn(Is) -> bool) -> bool {
        let eaten = self.is(0).is_some_and(fits);
        self.i += usize::from(eaten);
        eaten
    }

    fn eat_while(&mut self, fits: impl Fn(Is) -> bool) -> usize {
        let from = self.i;
        while self.eat_if(&fits) {}
        self.i - from
    }

    /// A range sign: a dash, or an ellipsis between two times.
    fn eat_dash(&mut self) -> bool {
        let dashes = self.eat_while(|it| matches!(it, Is::Mark('-' | '…')));
        0 < dashes
    }

    /// What the token at the cursor does as a joint.
    fn joint(&self) -> Joint {
        let Some(token) = self.token(0) else { return Joint::Bare };
        match token.is {
            Is::Mark('.' | ';') => Joint::Stop,
            Is::Mark(',' | '(' | ')' | '/' | ':' | '-') | Is::Word(Word::And | Word::Or) => {
                Joint::Comma
            }
            _ if token.gap == Gap::Line => Joint::Comma,
            _ => Joint::Bare,
        }
    }

    /// The words from the cursor to the end of the clause, read away; sanitised for a normal form.
    fn clause(&mut self) -> String {
        const MOST_TOKENS: usize = 24;
        let from = self.i;
        while let Some(token) = self.token(0) {
            let ends = match token.is {
                Is::Mark(',' | ';' | '(' | ')' | '…' | ':') => true,
                Is::Mark('.') => self.token(1).is_none_or(|it| it.gap != Gap::Joined),
                Is::Word(Word::During) => true,
                Is::Word(Word::In) => match self.is(1) {
                    Some(Is::Word(Word::During | Word::Month(..))) => true,
                    Some(Is::Number(_, digits)) => digits != 0,
                    _ => false,
                },
                Is::Word(Word::Every(_)) => true,
                _ => token.gap == Gap::Line && token.capital && from < self.i,
            };
            if ends || MOST_TOKENS <= self.i - from {
                break;
            }
            self.i += 1;
        }
        self.quoted(from, self.i)
    }

    /// Tokens as written, fit to stand in a normal form.
    fn quoted(&self, from: usize, to: usize) -> String {
        let (Some(first), Some(last)) =
            (self.tokens.get(from), to.checked_sub(1).and_then(|it| self.tokens.get(it)))
        else {
            return String::new();
        };
        if to <= from {
            return String::new();
        }
        papers::sanitised(&excerpt(self.text, first.at, last.to))
    }

    /// A count: «3», «10-ти», «двух», «5 (пяти)».
    fn count(&mut self) -> Option<u16> {
        let n = match self.is(0)? {
            Is::Number(n, digits) if digits <= 3 => n,
            Is::Nth(n) => n,
            Is::Word(Word::Cardinal(n)) => u32::from(n),
            _ => return None,
        };
        self.i += 1;
        let mut n = u16::try_from(n).ok().filter(|it| *it <= 999)?;
        if let (20 | 30, Some(Word::Cardinal(more @ 1..=9))) = (n, self.word(0)) {
            n += u16::from(more);
            self.i += 1;
        }
        // «5 (пяти) рабочих дней»: the brackets repeat the number in words.
        if self.is(0) == Some(Is::Mark('('))
            && matches!(self.is(1), Some(Is::Word(Word::Cardinal(_)) | Is::Other))
            && self.is(2) == Some(Is::Mark(')'))
        {
            self.i += 3;
        }
        Some(n)
    }

    /// A unit as a noun with its adjective: «рабочих дней», «учебный год», «полгода».
    ///
    /// - Returns: how many of the unit, and the unit («декада» is ten days).
    fn unit(&mut self) -> Option<(u16, Unit)> {
        let working = self.eat(Word::Working);
        self.eat_if(|it| matches!(it, Is::Word(Word::School | Word::Calendar)));
        let unit = match self.word(0)? {
            Word::Unit(Unit::Day) if working => (1, Unit::Workday),
            Word::Unit(unit) => (1, unit),
            Word::Year | Word::Age => (1, Unit::Year),
            Word::TenDays => (10, Unit::Day),
            Word::HalfYearLong => (1, Unit::Half),
            _ => return None,
        };
        self.i += 1;
        self.eat_abbreviation_dot();
        Some(unit)
    }

    /// The dot of an abbreviation, where what follows goes on.
    fn eat_abbreviation_dot(&mut self) {
        if self.is(0) == Some(Is::Mark('.'))
            && self.token(0).is_some_and(|it| it.gap == Gap::Joined)
        {
            self.i += 1;
        }
    }
}
