//! The lines of a network as a file to count with.
//!
//! It decides the columns. Deliberately absent: their words (`web` gives them), and anything that a
//! page of the network does not show.

use documents::write::{List, Value, list_csv, list_xlsx};

use super::SchoolLine;
use crate::ctx::Ctx;
use crate::refusal::{Nothing, Refusal};

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetFormat {
    /// A workbook.
    Xlsx,
    /// Values between semicolons.
    Csv,
}

impl SheetFormat {
    /// The ending of the name.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        }
    }

    /// The media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv; charset=utf-8",
        }
    }
}

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
    let list = List { title: words.title, heads: words.heads.to_vec(), rows, day: ctx.today() };
    let written = tokio::task::spawn_blocking(move || match format {
        SheetFormat::Xlsx => list_xlsx(&list),
        SheetFormat::Csv => list_csv(&list),
    });
    let written = written.await.map_err(|error| Refusal::Unexpected(error.into()))?;
    written.map_err(|error| Refusal::Unexpected(error.into()))
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
