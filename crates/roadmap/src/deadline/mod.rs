//! The deadline language: from the words of a cell to windows in the calendar.
//!
//! It decides what an expression means in a plan's period. Deliberately absent: working days
//! (`mentoring::calendar` moves due days), and the clock.

use mentoring::period::Days;

/// What was read from the words of a deadline cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The normal form of `docs/roadmap-format.md`: `month:2023-10`, `list:…`, `none`.
    pub normal: String,
    /// What was guessed, for a remark at the cell.
    pub guesses: Vec<String>,
}

/// Reads the words of a deadline cell.
///
/// - `text`: the cell as written; line feeds stand for line breaks.
/// - `period`: the days of the plan, where known.
/// - Returns: a reading, `none` where nothing says when. Cannot fail.
#[must_use]
pub fn read(text: &str, period: Option<Days>) -> Reading {
    let _ = (text, period);
    Reading { normal: "none".into(), guesses: Vec::new() }
}

/// The windows that a normal form names inside the plan's period, in order.
///
/// - `normal`: a normal form, also one mended by hand.
/// - `period`: the days of the plan; occurrences are listed inside it, dated ones as they are.
/// - Returns: empty for forms without dates (`as-needed`, `relative:…`, `none`, …).
#[must_use]
pub fn occurrences(normal: &str, period: Days) -> Vec<Days> {
    let _ = (normal, period);
    Vec::new()
}
