//! A sheet of cells becomes paragraphs above, a table, and paragraphs below.
//!
//! It decides where the table of a sheet begins and ends. Deliberately absent: file formats, and
//! what the columns mean.

use super::budget::Budget;
use super::grid;
use super::letters::tidy;
use super::limits::{MAX_CELLS, MAX_COLUMNS};
use roadmap::source::{Block, Cell, Paragraph, Row};
use std::collections::BTreeMap;

/// Cells of a row by their columns.
pub(super) type SheetRow = BTreeMap<usize, Cell>;

/// A rectangle of merged cells, all ends inside, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Merge {
    pub(super) top: usize,
    pub(super) left: usize,
    pub(super) bottom: usize,
    pub(super) right: usize,
}

/// A cell whose lines are those of a text.
pub(super) fn cell(column: usize, text: &str) -> Cell {
    let lines = text.split('\n').map(tidy).filter(|it| !it.is_empty());
    let paragraphs = lines.map(|text| Paragraph { text, ..Paragraph::default() }).collect();
    Cell { column, column_span: 1, row_span: 1, paragraphs, ..Cell::default() }
}

/// Merges rectangles of cells: the first keeps its text, the rest of it is gone.
pub(super) fn merge(rows: &mut [SheetRow], merges: &[Merge]) {
    let mut work = 0;
    for it in merges {
        let right = it.right.min(MAX_COLUMNS - 1);
        if right < it.left || it.bottom < it.top {
            continue;
        }
        let span = right - it.left + 1;
        let bottom = it.bottom.saturating_add(1).min(rows.len());
        for (at, row) in rows.get_mut(it.top..bottom).into_iter().flatten().enumerate() {
            work += span;
            if MAX_CELLS * 4 < work {
                return;
            }
            let mut first = row.remove(&it.left).unwrap_or_else(|| cell(it.left, ""));
            (it.left + 1..=right).for_each(|column| drop(row.remove(&column)));
            first.column_span = span;
            if 0 < at {
                first = Cell { continued: true, column_span: span, ..cell(it.left, "") };
            }
            row.insert(it.left, first);
        }
    }
}

/// Sorts the rows of a sheet into text and a table.
///
/// Rows before the first that fills at least three cells (two, where none fills three) are text;
/// so are lonely cells after the table, beyond an empty row.
pub(super) fn blocks(name: Option<String>, rows: Vec<SheetRow>, budget: &mut Budget) -> Vec<Block> {
    let mut blocks = Vec::new();
    let rows = dense(rows, budget);
    if let Some(text) = name.filter(|_| !rows.is_empty()) {
        let paragraph = Paragraph { text, sheet_name: true, ..Paragraph::default() };
        blocks.push(Block::Paragraph(paragraph));
    }
    let most = rows.iter().map(filled).max().unwrap_or(0);
    let begin = match rows.iter().position(|it| most.clamp(2, 3) <= filled(it)) {
        Some(begin) => begin,
        None => rows.len(),
    };
    let (above, rest) = rows.split_at(begin);
    let end = rest.iter().rposition(|it| 2 <= filled(it)).map_or(0, |it| it + 1);
    // Lines right under the table may be its last section; after a gap they are signatures.
    let gap = rest[end..].iter().position(|it| filled(it) == 0);
    let end = gap.map_or(rest.len(), |it| end + it);
    let (table, below) = rest.split_at(end);
    blocks.extend(above.iter().flat_map(lines));
    if !table.is_empty() {
        blocks.push(Block::Table(grid::finish(table.to_vec())));
    }
    blocks.extend(below.iter().flat_map(lines));
    blocks
}

/// Fills gaps with empty cells, cuts empty edges, and makes sure that cells do not overlap.
fn dense(mut rows: Vec<SheetRow>, budget: &mut Budget) -> Vec<Row> {
    while rows.last().is_some_and(|row| !row.values().any(says)) {
        rows.pop();
    }
    let said = || rows.iter().flat_map(BTreeMap::values).filter(|it| says(it));
    let first = said().map(|it| it.column).min().unwrap_or(0);
    let width = said().map(|it| it.column + 1).max().unwrap_or(0).min(MAX_COLUMNS);
    let mut kept = Vec::with_capacity(rows.len());
    for row in rows {
        if !budget.row(width - first.min(width)) {
            break;
        }
        let mut cells: Vec<Cell> = Vec::new();
        let mut free = first;
        for (column, mut it) in row.range(first..width).map(|(at, it)| (*at, it.clone())) {
            if column < free {
                continue;
            }
            cells.extend((free..column).map(|column| cell(column - first, "")));
            it.column_span = it.column_span.clamp(1, width - column);
            free = column + it.column_span;
            it.column = column - first;
            cells.push(it);
        }
        cells.extend((free..width).map(|column| cell(column - first, "")));
        kept.push(Row { cells, header: false });
    }
    kept
}

fn says(cell: &Cell) -> bool {
    !cell.paragraphs.is_empty()
}

fn filled(row: &Row) -> usize {
    row.cells.iter().filter(|it| says(it)).count()
}

fn lines(row: &Row) -> impl Iterator<Item = Block> {
    row.cells.iter().flat_map(|it| it.paragraphs.clone()).map(Block::Paragraph)
}
