//! Which tables of a document are the roadmap, and what their columns mean.
//!
//! It decides where the header stands, how two-row headers and lost headers are understood, and
//! which tables only look alike (lists of people, indicators, signatures). Deliberately absent: the
//! meaning of rows (`sections`, `rows`).

mod choose;
mod header;

pub(crate) use choose::{Chosen, choose, is_title};

use crate::items::cell_text;
use crate::plan::Column;
use crate::source::{Cell, Row, Table};
use crate::vocabulary::letters::is_letter_or_digit;
use std::ops::Range;

/// A table seen as a grid.
#[derive(Clone, Debug)]
pub(crate) struct Grid<'a> {
    pub(crate) rows: &'a [Row],
    /// Grid columns.
    pub(crate) width: usize,
    /// For each cell of each row the row where its merged cell begins: looked up, not walked, so
    /// that a cell merged over thousands of rows costs no more than others.
    begins: Vec<Vec<usize>>,
}

impl<'a> Grid<'a> {
    pub(crate) fn new(table: &'a Table) -> Self {
        let end = |it: &Cell| it.column.saturating_add(it.column_span.max(1)).min(4096);
        let width = table.rows.iter().flat_map(|it| &it.cells).map(end).max().unwrap_or(0);
        let mut grid = Self { rows: &table.rows, width, begins: Vec::new() };
        for (at, row) in table.rows.iter().enumerate() {
            let begins = row.cells.iter().map(|it| match at.checked_sub(1) {
                Some(above) if it.continued => grid.begin(above, it.column).unwrap_or(at),
                _ => at,
            });
            let begins = begins.collect();
            grid.begins.push(begins);
        }
        grid
    }

    /// The cell that covers a grid column in a row.
    pub(crate) fn cell(&self, row: usize, column: usize) -> Option<&'a Cell> {
        self.rows.get(row)?.cells.iter().find(|it| span(it).contains(&column))
    }

    /// The row where the merged cell at this place begins.
    fn begin(&self, row: usize, column: usize) -> Option<usize> {
        let at = self.rows.get(row)?.cells.iter().position(|it| span(it).contains(&column))?;
        self.begins.get(row)?.get(at).copied()
    }

    /// The cell where the merged cell at this place begins, with its row.
    pub(crate) fn origin(&self, row: usize, column: usize) -> Option<(usize, &'a Cell)> {
        let begin = self.begin(row, column)?;
        self.cell(begin, column).map(|it| (begin, it))
    }

    /// The cells that begin in a row and have words.
    pub(crate) fn own(&self, row: usize) -> Vec<&'a Cell> {
        let Some(row) = self.rows.get(row) else { return Vec::new() };
        row.cells.iter().filter(|it| !it.continued && !is_blank(it)).collect()
    }
}

/// The grid columns of a cell.
pub(crate) fn span(cell: &Cell) -> Range<usize> {
    cell.column..cell.column.saturating_add(cell.column_span.max(1))
}

/// The words of a cell; a dash alone says nothing.
pub(crate) fn words(cell: &Cell) -> String {
    let text = cell_text(&cell.paragraphs);
    if !text.is_empty() {
        return text;
    }
    // The word processor numbers the rows by itself.
    let mark = cell.paragraphs.iter().find_map(|it| it.list_mark.clone());
    match (mark, cell.date) {
        (Some(mark), _) => mark.trim().to_owned(),
        (None, Some(date)) => date.strftime("%d.%m.%Y").to_string(),
        (None, None) => String::new(),
    }
}

/// Whether a cell says nothing: empty, or dashes and dots only.
pub(crate) fn is_blank(cell: &Cell) -> bool {
    if cell.paragraphs.iter().any(|it| it.text.chars().any(is_letter_or_digit)) {
        return false;
    }
    let text = words(cell);
    !text.chars().any(char::is_alphanumeric) && !text.contains(['+', '✓', '✔', '√', '•'])
}

/// One column of the roadmap: grid columns with one meaning.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Slot {
    pub(crate) at: Range<usize>,
    pub(crate) column: Column,
    /// The words of the header cell above: «Сентябрь» under «Сроки», «2024».
    pub(crate) label: Option<String>,
    /// The words of the header.
    pub(crate) header: String,
}

/// The columns of a table and the rows of its header.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Layout {
    pub(crate) slots: Vec<Slot>,
    /// First and behind the last row of the header; empty where the table has none.
    pub(crate) header: Range<usize>,
}

impl Layout {
    pub(crate) fn has(&self, column: Column) -> bool {
        self.slots.iter().any(|it| it.column == column)
    }

    /// The slot that shares most grid columns with a cell.
    pub(crate) fn slot(&self, cell: &Cell) -> Option<usize> {
        let own = span(cell);
        let shared = |it: &Slot| {
            let from = it.at.start.max(own.start);
            it.at.end.min(own.end).saturating_sub(from)
        };
        // A cell over two columns belongs to the first of them: result and indicator in one.
        let first = self.slots.iter().position(|it| it.at.contains(&own.start));
        match first {
            Some(at) if 0 < shared(&self.slots[at]) => Some(at),
            _ => (0..self.slots.len())
                .max_by_key(|it| shared(&self.slots[*it]))
                .filter(|it| 0 < shared(&self.slots[*it])),
        }
    }
}
