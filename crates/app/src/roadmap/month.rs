//! Days off inside a stretch of days, as calendars and timelines mark them.
//!
//! Deliberately absent: which day is off (`mentoring::calendar`), and tasks (`running`).

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::ctx::Ctx;
use crate::refusal::{Nothing, Refusal};

/// Longer stretches are cut: a page shows a month, a timeline a few years.
const LONGEST_DAYS: usize = 366 * 6;

/// Shows the days on which nobody works.
///
/// - `from`, `to`: first and last day; nothing where `to` lies before `from`.
/// - Errors: of the store.
pub async fn show_days_off(
    ctx: &Ctx,
    from: Date,
    to: Date,
) -> Result<BTreeSet<Date>, Refusal<Nothing>> {
    let tx = ctx.read().await?;
    let calendar = tx.working_calendar().await?;
    tx.commit().await?;
    let days = from.series(1.day()).take(LONGEST_DAYS).take_while(|it| *it <= to);
    Ok(days.filter(|it| !calendar.is_worked(*it)).collect())
}
