//! What the compiler had to guess or to leave out.
//!
//! It decides which guesses a person should look at. Deliberately absent: guesses that only one
//! reading allows.

use super::case::{Case, Finding};
use super::code::{
    CHANGES_ACCEPTED, CODE_PAGE_GUESSED, DEADLINE_GUESSED, PERIOD_UNKNOWN, READ_WITH_LOSS,
};
use super::missing::is_blank;
use crate::compile::MOST_ROWS;
use crate::deadline::Guess;
use crate::plan::{Column, DiagnosticPlace, PlanPeriod};
use crate::source::{Block, Notice, Row};
use crate::texts::Value;

pub(super) fn check(case: &mut Case<'_>) {
    if case.period.is_none() && !case.rows.is_empty() {
        let finding = Finding::new(PERIOD_UNKNOWN, case.whole(None));
        case.report(match case.plan.derived_period.as_ref().and_then(PlanPeriod::days) {
            Some(days) => {
                let (first, last) = (days.from.year(), days.to.year());
                let is_school = last == first + 1 && 8 <= days.from.month();
                let years =
                    if first == last { first.to_string() } else { format!("{first}–{last}") };
                let finding = finding.variant(if is_school { "derived-school" } else { "derived" });
                finding.value("days", Value::Days(days)).value("years", Value::Text(years))
            }
            None => finding,
        });
    }
    let mut findings = Vec::new();
    for row in &case.rows {
        for guess in crate::deadline::read(row.deadline.text, case.period).guesses {
            if let Some(values) = worth_a_look(&guess) {
                let (written, read) = values;
                let read = match read.parse() {
                    Ok(day) => Value::Day(day),
                    Err(_) => Value::Text(read.to_owned()),
                };
                let finding = Finding::new(DEADLINE_GUESSED, row.place(Column::Deadline))
                    .variant(guess.slug())
                    .words("written", written)
                    .value("read", read);
                let text = row.deadline.text;
                let excerpt = text.find(written).and_then(|at| text.get(at..at + written.len()));
                findings.push(finding.at(excerpt.unwrap_or_default()));
            }
        }
    }
    findings.into_iter().for_each(|it| case.report(it));
    notices(case);
}

/// What was written and what was read instead, for guesses that could have gone another way.
fn worth_a_look(guess: &Guess) -> Option<(&str, &str)> {
    match guess {
        Guess::Typo { written, read } | Guess::NoSuchDay { written, read } => Some((written, read)),
        Guess::YearEndAssumed | Guess::EventAssumed | Guess::TooLong => Some(("", "")),
        // A word broken by the end of a line has one reading; the rest has remarks of its own.
        Guess::MendedWord { .. }
        | Guess::JoinedDigits { .. }
        | Guess::YearUnknown
        | Guess::StartsBeforePlan
        | Guess::EndBeforeStart { .. }
        | Guess::BoundsDropped => None,
    }
}

/// The last row that was read of a roadmap longer than a plan may be.
fn end_of_reading(case: &Case<'_>) -> Option<DiagnosticPlace> {
    let last = case.rows.last().filter(|_| MOST_ROWS <= case.rows.len())?.row.place;
    let tables = case.source.blocks.iter().filter_map(|it| match it {
        Block::Table(table) => Some(table),
        Block::Paragraph(_) => None,
    });
    let unread = tables.enumerate().skip(last.table.saturating_sub(1)).flat_map(|(at, table)| {
        table.rows.iter().skip(if at + 1 == last.table { last.row } else { 0 })
    });
    // A signature below the table is no row; what fills several cells is.
    let is_row = |row: &Row| {
        1 < row.cells.iter().filter(|it| !it.continued && !is_blank(&it.text())).count()
    };
    let place = DiagnosticPlace { table: last.table, row: last.row, column: None };
    unread.into_iter().any(is_row).then_some(place)
}

/// The last row that the reader of the file kept.
fn end_of_file(case: &Case<'_>) -> DiagnosticPlace {
    let tables = case.source.blocks.iter().filter_map(|it| match it {
        Block::Table(table) => Some(table.rows.len()),
        Block::Paragraph(_) => None,
    });
    let rows: Vec<usize> = tables.collect();
    let row = rows.last().copied().unwrap_or_default();
    DiagnosticPlace { table: rows.len(), row, column: None }
}

fn notices(case: &mut Case<'_>) {
    let place = DiagnosticPlace::default();
    let end = end_of_reading(case);
    if let Some(end) = end {
        let finding = Finding::new(READ_WITH_LOSS, end).variant("plan");
        let finding = finding.value("kept", Value::Text(MOST_ROWS.to_string()));
        case.report(finding.value("row", Value::Text(end.row.to_string())));
    }
    for notice in case.source.notices.clone() {
        let finding = match notice {
            Notice::GuessedEncoding(name) => {
                Finding::new(CODE_PAGE_GUESSED, place).value("name", Value::Text(name))
            }
            // The plan ended earlier: one remark of where it stopped is enough.
            Notice::RowsLeftOut { .. } if end.is_some() => continue,
            Notice::RowsLeftOut { kept } => {
                let end = end_of_file(case);
                Finding::new(READ_WITH_LOSS, end)
                    .variant("rows")
                    .value("kept", Value::Text(kept.to_string()))
                    .value("row", Value::Text(end.row.to_string()))
            }
            Notice::Pictures(_) => Finding::new(READ_WITH_LOSS, place),
            Notice::TextLeftOut => Finding::new(READ_WITH_LOSS, place).variant("text"),
            Notice::BrokenBytes(n) => Finding::new(READ_WITH_LOSS, place)
                .variant("bytes")
                .value("n", Value::Text(n.to_string())),
            Notice::TrackedChanges => Finding::new(CHANGES_ACCEPTED, place),
        };
        case.report(finding);
    }
}
