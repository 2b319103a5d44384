//! The lines of a network as a file to count with.
//!
//! It decides the columns. Deliberately absent: their words (`web` gives them), and anything that a
//! page of the network does not show.

use super::SchoolLine;
use crate::ctx::Ctx;
use crate::refusal::{Nothing, Refusal};
use crate::sheet::{Sheet, SheetCell as Value, SheetFormat, write_sheet};

/// The words of a sheet.
#[derive(Clone, Debug)]
pub struct SheetWords {
    /// Its title.
    pub title: String,
    /// Heads: name, kind, organisation above, positions, done, done in percent, on time, overdue,
    /// last day.
    pub heads: [String; 9],
}

/// Writes lines that a page shows, in their order.
///
/// - `kind`: the words of the kind of an organisation.
/// - Errors: unexpected where the workbook cannot be made.
pub async fn network_sheet(
    ctx: &Ctx,
    words: SheetWords,
    lines: &[SchoolLine],
    kind: impl Fn(&SchoolLine) -> String,
    format: SheetFormat,
) -> Result<Vec<u8>, Refusal<Nothing>> {
    let rows = lines.iter().map(|it| cells(it, kind(it))).collect();
    let sheet = Sheet { title: words.title, heads: words.heads.to_vec(), rows };
    write_sheet(ctx, sheet, format).await
}

fn cells(line: &SchoolLine, kind: String) -> Vec<Value> {
    let count = &line.fulfilment;
    let number = |it: u32| Value::Number(it.into());
    let share = i64::from(count.n_done) * 1000 / i64::from(count.n_positions.max(1));
    vec![
        Value::Text(line.organisation.card.name.clone()),
        Value::Text(kind),
        Value::Text(line.above.clone().unwrap_or_default()),
        number(count.n_positions),
        number(count.n_done),
        Value::Share(share),
        number(count.n_on_time),
        number(count.n_overdue),
        Value::Day(line.last_done_on),
    ]
}
