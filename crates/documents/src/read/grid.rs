//! Rows of cells that know their columns become a table: spans down are counted, long rows cut.
//!
//! It decides what «merged» means for every format alike. Deliberately absent: how a format marks
//! a merged cell.

use super::limits::MAX_COLUMNS;
use roadmap::source::{Block, Cell, Paragraph, Row, Table};
use std::collections::BTreeMap;

/// Counts for each cell how many rows it covers: itself and the continued cells right below it.
///
/// A continued cell with nothing to continue becomes a cell of its own.
pub(super) fn finish(mut rows: Vec<Row>) -> Table {
    // Column → the row where the cell that is open there began.
    let mut open: BTreeMap<usize, usize> = BTreeMap::new();
    for at in 0..rows.len() {
        let mut still: BTreeMap<usize, usize> = BTreeMap::new();
        let (above, rest) = rows.split_at_mut(at);
        let Some(row) = rest.first_mut() else { break };
        row.cells.retain(|cell| cell.column < MAX_COLUMNS);
        for cell in &mut row.cells {
            cell.column_span = cell.column_span.clamp(1, MAX_COLUMNS - cell.column);
            cell.row_span = 1;
            let began = open.get(&cell.column).copied();
            if !cell.continued {
                still.insert(cell.column, at);
            } else if let Some(began) = began {
                still.insert(cell.column, began);
                if let Some(origin) = origin(above, began, cell.column) {
                    origin.row_span = at - began + 1;
                }
            } else {
                cell.continued = false;
                still.insert(cell.column, at);
            }
        }
        open = still;
    }
    Table { rows }
}

fn origin(rows: &mut [Row], row: usize, column: usize) -> Option<&mut Cell> {
    rows.get_mut(row)?.cells.iter_mut().find(|it| it.column == column)
}

/// The text of blocks as lines of a cell: a nested table gives its cells one after another.
pub(super) fn flatten(blocks: Vec<Block>) -> Vec<Paragraph> {
    let mut lines = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(it) => lines.push(it),
            Block::Table(table) => lines.extend(
                table.rows.into_iter().flat_map(|row| row.cells).flat_map(|cell| cell.paragraphs),
            ),
        }
    }
    lines
}
