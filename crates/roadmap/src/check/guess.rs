//! What the compiler had to guess or to leave out.
//!
//! It decides which guesses a person should look at. Deliberately absent: guesses that only one
//! reading allows.

use super::case::{Case, Finding};
use super::code::{CHANGES_ACCEPTED, CODE_PAGE_GUESSED, PERIOD_UNKNOWN, READ_WITH_LOSS};
use crate::plan::DiagnosticPlace;
use crate::source::Notice;
use crate::texts::Value;

pub(super) fn check(case: &mut Case<'_>) {
    if case.period.is_none() && !case.rows.is_empty() {
        case.report(Finding::new(PERIOD_UNKNOWN, case.whole(None)));
    }
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
