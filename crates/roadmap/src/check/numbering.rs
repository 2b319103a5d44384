//! Numbers of rows and of the lists inside cells.
//!
//! It decides what is a gap, a repeat and a step back. Deliberately absent: numbers of sections and
//! automatic lists, which a word processor counts itself.

use super::case::{Case, Finding, RowCase};
use super::code::{Code, NUMBER_BACKWARDS, NUMBER_GAP, NUMBER_REPEATED};
use crate::plan::Column;
use crate::source::Cell;
use crate::texts::Value;

/// A larger jump is not a gap but another way of counting.
const WIDEST_GAP: u32 = 4;

pub(super) fn check(case: &mut Case<'_>) {
    rows(case);
    let mut findings = Vec::new();
    for row in &case.rows {
        findings.extend(list(row));
    }
    findings.into_iter().for_each(|it| case.report(it));
}

/// The parts of «5.1.2»; `None` where the cell is not such a number.
fn parts(number: &str) -> Option<Vec<u32>> {
    let bare = number.trim().trim_end_matches(['.', ')']);
    bare.split('.').map(|it| it.trim().parse().ok()).collect()
}

/// A numbered row on the way down the table.
struct Numbered {
    table: usize,
    section: String,
    number: Vec<u32>,
}

fn rows(case: &mut Case<'_>) {
    let mut findings = Vec::new();
    let mut former: Vec<Numbered> = Vec::new();
    for row in &case.rows {
        let Some(text) = row.row.number.as_deref() else { continue };
        let Some(number) = parts(text) else { continue };
        let Some((&last, parent)) = number.split_last() else { continue };
        let table = row.row.place.table;
        let section = row.row.path.first().cloned().unwrap_or_default();
        let previous = former.iter().rev().find(|it| {
            it.table == table && it.number.len() == number.len() && it.number.starts_with(parent)
        });
        let here = Numbered { table, section, number: number.clone() };
        let found = match previous {
            None => first_of(&here, parent, last).or_else(|| section_gap(former.last(), &here)),
            Some(it) => judge(it, &here, last, is_written(case, row, text)),
        };
        if let Some((code, expected)) = found {
            let finding = Finding::new(code, row.place(Column::Number))
                .at(text)
                .words("number", text)
                .value(
                    "former",
                    Value::Text(
                        previous
                            .or(former.last())
                            .map(|it| written(&it.number))
                            .unwrap_or_default(),
                    ),
                )
                .value("expected", Value::Text(expected));
            findings.push(finding);
        }
        former.push(here);
    }
    findings.into_iter().for_each(|it| case.report(it));
}

fn written(number: &[u32]) -> String {
    number.iter().map(u32::to_string).collect::<Vec<_>>().join(".")
}

fn with_last(number: &[u32], last: u32) -> String {
    let mut number = number.to_vec();
    if let Some(it) = number.last_mut() {
        *it = last;
    }
    written(&number)
}

/// The first row of a parent must be 1 where the parent is written in the number.
fn first_of(here: &Numbered, parent: &[u32], last: u32) -> Option<(Code, String)> {
    let is_gap = !parent.is_empty() && (2..=WIDEST_GAP).contains(&last);
    is_gap.then(|| (NUMBER_GAP, with_last(&here.number, 1)))
}

/// The first row of section 4 after the rows of section 2.
fn section_gap(former: Option<&Numbered>, here: &Numbered) -> Option<(Code, String)> {
    let former = former.filter(|it| it.table == here.table && 1 < it.number.len())?;
    let (before, now) = (*former.number.first()?, *here.number.first()?);
    let is_gap = 1 < here.number.len() && before + 1 < now && now - before <= WIDEST_GAP;
    is_gap.then(|| (NUMBER_GAP, (before + 1).to_string()))
}

fn judge(former: &Numbered, here: &Numbered, last: u32, is_own: bool) -> Option<(Code, String)> {
    let before = *former.number.last()?;
    let next = with_last(&here.number, before + 1);
    // Single numbers may begin anew in each section, and a spreadsheet drops the zero of 1.10.
    let begins_anew =
        last == 1 && (former.section != here.section || here.number.len() > 1 && before == 9);
    if begins_anew || last == before + 1 {
        return None;
    }
    if last == before {
        return is_own.then_some((NUMBER_REPEATED, next));
    }
    if last < before {
        return Some((NUMBER_BACKWARDS, next));
    }
    (last - before <= WIDEST_GAP + 1).then_some((NUMBER_GAP, next))
}

/// Whether the number stands in a cell of this row, rather than being carried down a merged one.
fn is_written(case: &Case<'_>, row: &RowCase<'_>, number: &str) -> bool {
    let own =
        |it: &Cell| !it.continued && parts(number).is_some() && parts(&it.text()) == parts(number);
    case.cells(row).iter().any(own)
}

/// A list mark typed by hand.
struct Mark<'a> {
    text: &'a str,
    number: Vec<u32>,
    /// `)` or `.`: lists of different signs are different lists.
    sign: char,
}

fn list<'a>(row: &RowCase<'a>) -> Vec<Finding<'a>> {
    let marks = marks(row.activity.text);
    let mut findings = Vec::new();
    for (at, mark) in marks.iter().enumerate() {
        let Some((&last, parent)) = mark.number.split_last() else { continue };
        let former = marks[..at].iter().rev().find(|it| {
            it.sign == mark.sign
                && it.number.len() == mark.number.len()
                && it.number.starts_with(parent)
        });
        let Some(former) = former else { continue };
        let Some(&before) = former.number.last() else { continue };
        let next = with_last(&mark.number, before + 1);
        let code = match last {
            it if it == before + 1 || it == 1 => continue,
            it if it == before => NUMBER_REPEATED,
            it if before < it && it - before <= WIDEST_GAP => NUMBER_GAP,
            _ => continue,
        };
        let finding = Finding::new(code, row.place(Column::Activity))
            .at(mark.text)
            .variant("list")
            .words("number", &written(&mark.number))
            .value("former", Value::Text(written(&former.number)))
            .value("expected", Value::Text(next));
        findings.push(finding);
    }
    findings
}

/// Marks that begin an entry: at the beginning of a line, or after the end of a sentence and before
/// a capital letter. A list counts only if it begins with 1, so that «5. класс» is none.
fn marks(text: &str) -> Vec<Mark<'_>> {
    let mut marks: Vec<Mark<'_>> = Vec::new();
    let (mut ended, mut parted) = (true, true);
    let mut at = 0;
    while let Some(first) = text.get(at..).and_then(|it| it.chars().next()) {
        if parted && first.is_ascii_digit() {
            let found = mark(text.get(at..).unwrap_or_default());
            // After a sentence that lacks its full stop only the very next number is a mark.
            let found = found.filter(|(it, _)| is_entry(&marks, it, ended));
            if let Some((mark, length)) = found {
                marks.push(mark);
                at += length;
                (ended, parted) = (false, false);
                continue;
            }
        }
        ended = match first {
            '.' | ';' | ':' | '\n' | '!' | '?' => true,
            it if it.is_whitespace() => ended,
            _ => false,
        };
        parted = first.is_whitespace();
        at += first.len_utf8();
    }
    marks
}

/// Whether a mark begins a list or goes on with one.
fn is_entry(marks: &[Mark<'_>], mark: &Mark<'_>, ended: bool) -> bool {
    let mut same = marks
        .iter()
        .rev()
        .filter(|it| it.sign == mark.sign && it.number.len() == mark.number.len());
    let Some(former) = same.next() else { return ended && mark.number.last() == Some(&1) };
    let is_next = former.number.last().map(|it| it + 1) == mark.number.last().copied()
        && former.number.split_last().map(|it| it.1) == mark.number.split_last().map(|it| it.1);
    ended || is_next
}

fn mark(rest: &str) -> Option<(Mark<'_>, usize)> {
    let length = rest.find(|it: char| !it.is_ascii_digit() && it != '.').unwrap_or(rest.len());
    let (bare, tail) = rest.split_at(length);
    let (sign, after) = match tail.strip_prefix(')') {
        Some(after) => (')', after),
        None if bare.ends_with('.') => ('.', tail),
        None => return None,
    };
    let is_entry = after.starts_with(|it: char| it.is_whitespace() || it.is_alphabetic());
    let next = after.trim_start().chars().next()?;
    let number = parts(bare)?;
    let is_mark = is_entry
        && (next.is_uppercase()
            || matches!(next, '«' | '"')
            || sign == ')' && next.is_alphabetic())
        && number.iter().all(|it| (1..100).contains(it));
    is_mark.then(|| {
        (
            Mark {
                text: rest.get(..length + usize::from(sign == ')')).unwrap_or(bare),
                number,
                sign,
            },
            length,
        )
    })
}
