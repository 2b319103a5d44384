//! A text some years later: years and dates move, acts stay.
//!
//! It decides, word by word, which numbers are years of this plan. Deliberately absent: what the
//! text means otherwise.

use jiff::civil::Date;
use mentoring::period::Days;

use super::{Doubt, Swap};
use crate::deadline::token::{Is, Token, tokens};
use crate::deadline::words::Word;
use crate::law::Law;

/// A text with its years moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shifted {
    /// The text with what was certain moved.
    pub(super) text: String,
    /// What a person should look at.
    pub(super) doubts: Vec<Asked>,
}

/// A doubtful place: the words kept and the words as they would be moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) doubt: Doubt,
    pub(super) kept: String,
    pub(super) moved: String,
    /// The text has the moved words.
    pub(super) is_moved: bool,
    /// Where the two readings differ in the new text.
    pub(super) swap: Option<Swap>,
}

/// How a text is read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    /// Years to move by, not 0.
    pub(super) years: i16,
    /// The days of the old plan.
    pub(super) plan: Option<Days>,
    /// The text is a deadline cell: every year in it is a date of the plan.
    pub(super) deadline: bool,
}

/// A piece of the text to be replaced.
struct Edit {
    at: usize,
    to: usize,
    with: String,
}

/// Moves the years of a text.
pub(super) fn shift(text: &str, frame: Frame) -> Shifted {
    let tokens = tokens(text, &mut Vec::new());
    let mut edits = Vec::new();
    let mut doubts = Vec::new();
    for (n, token) in tokens.iter().enumerate() {
        let Some(year) = year_at(&tokens, n) else { continue };
        let moved = year.full.saturating_add(frame.years);
        let with =
            if year.short { format!("{:02}", moved.rem_euclid(100)) } else { moved.to_string() };
        let asked = |doubt, is_moved| Asked {
            doubt,
            is_moved,
            swap: swap(text, token, &with),
            kept: context(text, &tokens, n, None),
            moved: context(text, &tokens, n, Some(&with)),
        };
        match judge(&tokens, n, year.full, frame) {
            Verdict::Keep => continue,
            Verdict::Ask(doubt) => {
                doubts.push(asked(doubt, false));
                continue;
            }
            Verdict::Move(None) => {}
            Verdict::Move(Some(doubt)) => doubts.push(asked(doubt, true)),
        }
        if let Some(edit) = leap_day(&tokens, n, year.full, moved) {
            doubts.push(asked(Doubt::LeapDay, true));
            edits.push(edit);
        }
        edits.push(Edit { at: token.at, to: token.to, with });
    }
    for doubt in &mut doubts {
        // The day of a leap day moves with its year: the two wordings are no pair of years.
        doubt.swap = doubt.swap.take().filter(|_| doubt.doubt != Doubt::LeapDay);
        if let Some(swap) = &mut doubt.swap {
            swap.at = moved_place(swap.at, &edits);
        }
    }
    Shifted { text: applied(text, edits), doubts }
}

/// The two pieces that may stand at a token; `None` where they differ in length, as digits joined
/// over a line break do: every later place would move with the answer.
fn swap(text: &str, token: &Token, with: &str) -> Option<Swap> {
    let kept = text.get(token.at..token.to)?;
    (kept.len() == with.len()).then(|| Swap {
        at: token.at,
        kept: kept.to_owned(),
        moved: with.to_owned(),
    })
}

/// Where a place of the old text stands in the new one.
fn moved_place(at: usize, edits: &[Edit]) -> usize {
    let before = edits.iter().filter(|it| it.at < at);
    let (gone, come) =
        before.fold((0, 0), |(gone, come), it| (gone + it.to - it.at, come + it.with.len()));
    (at + come).saturating_sub(gone)
}

fn applied(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|it| it.at);
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for edit in edits {
        // Digits joined over a line break are one number and are written as one.
        if let (Some(before), true) = (text.get(from..edit.at), from <= edit.at) {
            out.push_str(before);
            out.push_str(&edit.with);
            from = edit.to;
        }
    }
    out.push_str(text.get(from..).unwrap_or_default());
    out
}

/// A year written at a token.
struct YearAt {
    full: i16,
    short: bool,
}

fn year_at(tokens: &[Token], n: usize) -> Option<YearAt> {
    let is = |k: usize| tokens.get(k).map(|it| it.is);
    let back = |k: usize| n.checked_sub(k).and_then(is);
    match is(n)? {
        Is::Number(year @ 1990..=2100, 4) => {
            Some(YearAt { full: i16::try_from(year).ok()?, short: false })
        }
        Is::Number(year @ 0..=99, 2) => {
            let year = 2000 + i16::try_from(year).ok()?;
            // «2025/26», «2025-26»: the neighbour of a full year.
            if let (Some(Is::Mark('-' | '/')), Some(Is::Number(first, 4))) = (back(1), back(2)) {
                return (i32::from(year) == i32::try_from(first).ok()? + 1)
                    .then_some(YearAt { full: year, short: true });
            }
            // «01.09.25».
            let dated = matches!(back(1), Some(Is::Mark('.' | '/')))
                && matches!(back(2), Some(Is::Number(1..=12, 1 | 2)))
                && back(3) == back(1)
                && matches!(back(4), Some(Is::Number(1..=31, 1 | 2)))
                && !matches!(back(5), Some(Is::Mark('.')));
            // «25/26 уч. год».
            let pair = matches!(is(n + 1), Some(Is::Mark('-' | '/')))
                && matches!(is(n + 2), Some(Is::Number(next, 2)) if next as i16 + 2000 == year + 1)
                && is(n + 3) == Some(Is::Word(Word::School));
            let second = matches!(back(1), Some(Is::Mark('-' | '/')))
                && matches!(back(2), Some(Is::Number(first, 2)) if first as i16 + 2001 == year)
                && is(n + 1) == Some(Is::Word(Word::School));
            let named = matches!(back(1), Some(Is::Word(Word::Month(..))))
                && is(n + 1) == Some(Is::Word(Word::Year));
            (dated || pair || second || named).then_some(YearAt { full: year, short: true })
        }
        _ => None,
    }
}

enum Verdict {
    Keep,
    Move(Option<Doubt>),
    Ask(Doubt),
}

fn judge(tokens: &[Token], n: usize, year: i16, frame: Frame) -> Verdict {
    let near = frame.plan.is_none_or(|it| it.from.year() - 1 <= year && year <= it.to.year() + 1);
    match of_act(tokens, n) {
        // The number of a paper, not a year.
        Some(OfAct::Number) => return Verdict::Keep,
        // An act of the state stays as it is: only it has this day.
        Some(OfAct::Date) if is_of_known_act(tokens, n, year) => return Verdict::Keep,
        // An order of the plan's own years may have a successor; an old act is cited as it is.
        Some(OfAct::Date) if near => return Verdict::Ask(Doubt::Act),
        Some(OfAct::Date) => return Verdict::Keep,
        None => {}
    }
    let inside = frame.plan.is_none_or(|it| it.from.year() <= year && year <= it.to.year());
    if frame.deadline {
        return Verdict::Move((!inside).then_some(Doubt::OutsidePlan));
    }
    match (is_said_to_be_a_year(tokens, n), near) {
        (true, true) => Verdict::Move((!inside).then_some(Doubt::OutsidePlan)),
        (true, false) => Verdict::Ask(Doubt::OutsidePlan),
        (false, true) => Verdict::Ask(Doubt::PerhapsNoYear),
        (false, false) => Verdict::Keep,
    }
}

/// What a number of an act is.
enum OfAct {
    Number,
    Date,
}

/// Tokens that may stand between «от», «№» and the year of an act's date.
fn is_date_part(is: Is) -> bool {
    matches!(
        is,
        Is::Number(..) | Is::Nth(_) | Is::Mark('.' | '/' | '-') | Is::Word(Word::Month(..))
    )
}

/// «от 25.12.2019 № Р-145», «приказ № 5 от 1 сентября 2023 г.», «№ 145-2023».
fn of_act(tokens: &[Token], n: usize) -> Option<OfAct> {
    let mut k = n;
    while let Some(before) = k.checked_sub(1).and_then(|it| tokens.get(it)) {
        match before.is {
            Is::Mark('№') => return Some(OfAct::Number),
            Is::Word(Word::Of) => return Some(OfAct::Date),
            Is::Word(Word::Act) if k != n => return Some(OfAct::Date),
            it if is_date_part(it) && n - k < 8 => k -= 1,
            _ => break,
        }
    }
    // «приказ 01.09.2023 № 476»: the number follows.
    let mut after = n + 1;
    while matches!(tokens.get(after).map(|it| it.is), Some(Is::Word(Word::Year) | Is::Mark('.'))) {
        after += 1;
    }
    tokens.get(after).is_some_and(|it| it.is == Is::Mark('№')).then_some(OfAct::Date)
}

/// Whether the date that ends with this year is the day of an act that is known by itself.
fn is_of_known_act(tokens: &[Token], n: usize, year: i16) -> bool {
    let parts: Vec<Is> = tokens[..n]
        .iter()
        .rev()
        .map(|it| it.is)
        .take_while(|it| is_date_part(*it))
        .filter(|it| !matches!(it, Is::Mark(_)))
        .take(2)
        .collect();
    let [month, Is::Number(day, _) | Is::Nth(day)] = parts[..] else { return false };
    let month = match month {
        Is::Number(month, _) => i8::try_from(month).ok(),
        Is::Word(Word::Month(month, _)) => i8::try_from(month).ok(),
        _ => None,
    };
    let parts = month.zip(i8::try_from(day).ok());
    let day = parts.and_then(|(month, day)| Date::new(year, month, day).ok());
    day.is_some_and(|it| Law::built_in().acts.iter().any(|act| act.date == Some(it)))
}

/// «2023 год», «2023-2024 учебный», «01.09.2023», «сентябрь 2023».
fn is_said_to_be_a_year(tokens: &[Token], n: usize) -> bool {
    let is = |k: usize| tokens.get(k).map(|it| it.is);
    let back = |k: usize| n.checked_sub(k).and_then(is);
    let word = |it: Option<Is>| matches!(it, Some(Is::Word(Word::Year | Word::School)));
    let dash = |it: Option<Is>| matches!(it, Some(Is::Mark('-' | '/')));
    let year = |it: Option<Is>| matches!(it, Some(Is::Number(_, 4 | 2)));
    let dotted = |it: Option<Is>| matches!(it, Some(Is::Mark('.')));
    word(is(n + 1))
        || dotted(is(n + 1)) && word(is(n + 2))
        || dash(is(n + 1)) && year(is(n + 2))
        || dash(back(1)) && year(back(2))
        || matches!(back(1), Some(Is::Word(Word::Month(..))))
        || matches!(back(1), Some(Is::Mark('.')))
            && matches!(back(2), Some(Is::Number(1..=12, 1 | 2)))
        || is(n + 1) == Some(Is::Word(Word::Along)) && year(is(n + 2))
        || back(1) == Some(Is::Word(Word::Along)) && year(back(2))
}

/// «29.02.2024» and «29 февраля 2024» become the 28th where the new year has no such day.
fn leap_day(tokens: &[Token], n: usize, year: i16, moved: i16) -> Option<Edit> {
    let back = |k: usize| n.checked_sub(k).and_then(|it| tokens.get(it));
    let february = |it: &Token| matches!(it.is, Is::Number(2, 1 | 2) | Is::Word(Word::Month(2, _)));
    let day = match (back(1), back(2)) {
        (Some(month), Some(day)) if february(month) => day,
        (Some(dot), Some(month)) if dot.is == Is::Mark('.') && february(month) => back(4)?,
        _ => return None,
    };
    let is_29th = matches!(day.is, Is::Number(29, 2) | Is::Nth(29));
    let gone = Date::new(year, 2, 29).is_ok() && Date::new(moved, 2, 29).is_err();
    // «29-го» keeps its ending: only the two digits change.
    (is_29th && gone).then(|| Edit { at: day.at, to: day.at + 2, with: "28".into() })
}

/// The words around a token, with the token itself replaced.
fn context(text: &str, tokens: &[Token], n: usize, with: Option<&str>) -> String {
    const AROUND: usize = 4;
    let (Some(first), Some(token), Some(last)) = (
        tokens.get(n.saturating_sub(AROUND)),
        tokens.get(n),
        tokens.get((n + AROUND).min(tokens.len().saturating_sub(1))),
    ) else {
        return String::new();
    };
    let piece = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    let middle = with.unwrap_or_else(|| piece(token.at, token.to));
    let words = format!("{}{middle}{}", piece(first.at, token.at), piece(token.to, last.to));
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
