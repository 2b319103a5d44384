//! What the compiler had to guess or to leave out.
//!
//! It decides which guesses a person should look at. Deliberately absent: guesses that only one
//! reading allows.

use super::case::{Case, Finding};
use super::code::{
    CHANGES_ACCEPTED, CODE_PAGE_GUESSED, DEADLINE_GUESSED, PERIOD_UNKNOWN, READ_WITH_LOSS,
};
use crate::deadline::Guess;
use crate::plan::{Column, DiagnosticPlace, PlanPeriod};
use crate::source::Notice;
use crate::texts::Value;

pub(super) fn check(case: &mut Case<'_>) {
    if case.period.is_none() && !case.rows.is_empty() {
        let finding = Finding::new(PERIOD_UNKNOWN, case.whole(None));
        case.report(match case.plan.derived_period.as_ref().and_then(PlanPeriod::days) {
            Some(days) => finding.variant("derived").value("days", Value::Days(days)),
            None => finding,
        });
    }
    let mut findings = Vec::new();
    for row in &case.rows {
        for guess in crate::deadline::read(row.deadline.text, case.period).guesses {
            if let Some(values) = worth_a_look(&guess) {
                let (written, read) = values;
                let finding = Finding::new(DEADLINE_GUESSED, row.place(Column::Deadline))
                    .variant(guess.slug())
                    .words("written", written)
                    .words("read", read);
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

fn notices(case: &mut Case<'_>) {
    let place = DiagnosticPlace::default();
    for notice in case.source.notices.clone() {
        let finding = match notice {
            Notice::GuessedEncoding(name) => {
                Finding::new(CODE_PAGE_GUESSED, place).value("name", Value::Text(name))
            }
            Notice::RowsLeftOut { kept } => Finding::new(READ_WITH_LOSS, place)
                .variant("rows")
                .value("kept", Value::Text(kept.to_string())),
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
