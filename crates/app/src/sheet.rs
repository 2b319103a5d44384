//! A list as a file to count with: what every page that has a list gives away.
//!
//! It decides kinds of files. Deliberately absent: which rows (the use-cases), words (`web`), how a
//! cell is kept from becoming a formula (`documents`).

use documents::write::{List, Paper, list_csv, list_xlsx, table_pdf};

pub use documents::write::Value as SheetCell;

use crate::ctx::Ctx;
use crate::refusal::{Nothing, Refusal};

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetFormat {
    /// A workbook.
    Xlsx,
    /// Values between semicolons.
    Csv,
    /// Paper.
    Pdf,
}

impl SheetFormat {
    /// The ending of the name.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Pdf => "pdf",
        }
    }

    /// The media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv; charset=utf-8",
            Self::Pdf => "application/pdf",
        }
    }
}

/// A list with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What it is called.
    pub title: String,
    /// Heads of the columns, from the left.
    pub heads: Vec<String>,
    /// Rows, in the order of the page.
    pub rows: Vec<Vec<SheetCell>>,
}

/// Writes a list as a file.
///
/// - Errors: unexpected where the workbook cannot be made.
pub async fn write_sheet(
    ctx: &Ctx,
    sheet: Sheet,
    format: SheetFormat,
) -> Result<Vec<u8>, Refusal<Nothing>> {
    let list = List { title: sheet.title, heads: sheet.heads, rows: sheet.rows, day: ctx.today() };
    let written = tokio::task::spawn_blocking(move || match format {
        SheetFormat::Xlsx => list_xlsx(&list),
        SheetFormat::Csv => list_csv(&list),
        SheetFormat::Pdf => table_pdf(&paper(&list)),
    });
    let written = written.await.map_err(|error| Refusal::Unexpected(error.into()))?;
    written.map_err(|error| Refusal::Unexpected(error.into()))
}

/// The list as paper: its title, its heads on every page, its cells as words.
fn paper(list: &List) -> Paper {
    let heads: Vec<&str> = list.heads.iter().map(String::as_str).collect();
    let rows: Vec<Vec<String>> =
        list.rows.iter().map(|cells| cells.iter().map(words).collect()).collect();
    Paper::list(&list.title, &heads, &rows, list.day)
}

fn words(cell: &SheetCell) -> String {
    match cell {
        SheetCell::Text(text) => text.clone(),
        SheetCell::Number(number) => number.to_string(),
        SheetCell::Share(thousandths) => {
            format!("{},{} %", thousandths / 10, (thousandths % 10).abs())
        }
        SheetCell::Day(day) => day
            .map(|it| format!("{:02}.{:02}.{}", it.day(), it.month(), it.year()))
            .unwrap_or_default(),
    }
}
