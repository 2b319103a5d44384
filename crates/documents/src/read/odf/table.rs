//! Tables of OpenDocument: repeated rows and cells, covered cells, values with types.
//!
//! It decides where each cell stands and which repetition is only formatting. Deliberately absent:
//! formulas (their last values are read).

use super::Walk;
use crate::read::grid;
use crate::read::limits::{MAX_COLUMNS, MAX_ROWS};
use crate::read::not_read::NotRead;
use crate::read::sheet;
use crate::read::xml::{Node, Tag, Xml};
use jiff::civil::Date;
use roadmap::source::{Block, Cell, Number, Paragraph, Row};

/// A cell that goes on down.
struct Down {
    column: usize,
    span: usize,
    rows_left: usize,
}

/// Rows in the making.
#[derive(Default)]
struct Grid {
    rows: Vec<Row>,
    down: Vec<Down>,
    /// Empty rows that count only if something follows them.
    empty: usize,
}

/// A row in the making.
#[derive(Default)]
struct Draft {
    cells: Vec<Cell>,
    begun: Vec<Down>,
    column: usize,
}

impl Walk {
    /// Reads a table of a text.
    pub(super) fn table(
        &mut self,
        xml: &mut Xml<'_>,
        into: &mut Vec<Block>,
    ) -> Result<(), NotRead> {
        let rows = self.rows(xml)?;
        if !rows.is_empty() {
            into.push(Block::Table(grid::finish(rows)));
        }
        Ok(())
    }

    /// Reads the rows of the table that was opened last.
    pub(super) fn rows(&mut self, xml: &mut Xml<'_>) -> Result<Vec<Row>, NotRead> {
        let mut grid = Grid::default();
        self.row_group(xml, false, &mut grid)?;
        Ok(grid.rows)
    }

    fn row_group(
        &mut self,
        xml: &mut Xml<'_>,
        header: bool,
        grid: &mut Grid,
    ) -> Result<(), NotRead> {
        loop {
            if self.budget.is_full() {
                return Ok(());
            }
            let tag = match xml.next()? {
                Node::Open(tag) => tag,
                Node::Close | Node::End => return Ok(()),
                Node::Text(_) => continue,
            };
            match tag.name() {
                "table-row" => self.row(xml, &tag, header, grid)?,
                "table-header-rows" => self.row_group(xml, true, grid)?,
                "table-rows" | "table-row-group" => self.row_group(xml, header, grid)?,
                _ => xml.skip()?,
            }
        }
    }

    fn row(
        &mut self,
        xml: &mut Xml<'_>,
        tag: &Tag<'_>,
        header: bool,
        grid: &mut Grid,
    ) -> Result<(), NotRead> {
        let repeated = tag.number("number-rows-repeated").unwrap_or(1).max(1);
        let mut draft = Draft::default();
        self.cells(xml, grid, &mut draft)?;
        let row = Row { cells: draft.cells, header };
        grid.down.retain_mut(|it| {
            it.rows_left -= 1;
            0 < it.rows_left
        });
        grid.down.extend(draft.begun);
        // A sheet ends in a million empty rows said once; an empty row said for itself is a row.
        let says = row.cells.iter().any(|it| !it.paragraphs.is_empty() || it.continued);
        if !says && 1 < repeated {
            grid.empty = grid.empty.saturating_add(repeated);
            return Ok(());
        }
        for _ in 0..std::mem::take(&mut grid.empty).min(MAX_ROWS) {
            if !self.budget.row(0) {
                return Ok(());
            }
            grid.rows.push(Row { cells: Vec::new(), header });
        }
        for at in 0..repeated.min(MAX_ROWS + 1) {
            let bytes = row.cells.iter().map(|it| it.text().len()).sum();
            if !self.budget.row(row.cells.len()) || 0 < at && !self.budget.paragraph(bytes) {
                return Ok(());
            }
            grid.rows.push(row.clone());
        }
        Ok(())
    }

    fn cells(&mut self, xml: &mut Xml<'_>, grid: &Grid, draft: &mut Draft) -> Result<(), NotRead> {
        // Columns up to this one belong to a cell of this row or of one above.
        let mut covered_to = 0;
        loop {
            if self.budget.is_full() {
                return Ok(());
            }
            let tag = match xml.next()? {
                Node::Open(tag) => tag,
                Node::Close | Node::End => return Ok(()),
                Node::Text(_) => continue,
            };
            let repeated = tag.number("number-columns-repeated").unwrap_or(1).max(1);
            let repeated = repeated.min(MAX_COLUMNS.saturating_sub(draft.column));
            match tag.name() {
                "table-cell" => {
                    covered_to = covered_to.max(self.cell(xml, &tag, repeated, draft)?);
                }
                "covered-table-cell" => {
                    xml.skip()?;
                    for _ in 0..repeated {
                        let column = draft.column;
                        draft.column += 1;
                        if column < covered_to {
                            continue;
                        }
                        let mut cell = sheet::cell(column, "");
                        if let Some(it) = grid.down.iter().find(|it| it.column == column) {
                            cell.continued = true;
                            cell.column_span = it.span;
                            covered_to = column + it.span;
                        }
                        draft.cells.push(cell);
                    }
                }
                _ => xml.skip()?,
            }
        }
    }

    /// Reads a cell; gives the column after its span.
    fn cell(
        &mut self,
        xml: &mut Xml<'_>,
        tag: &Tag<'_>,
        repeated: usize,
        draft: &mut Draft,
    ) -> Result<usize, NotRead> {
        let span = tag.number("number-columns-spanned").unwrap_or(1).clamp(1, MAX_COLUMNS);
        let rows = tag.number("number-rows-spanned").unwrap_or(1).clamp(1, MAX_ROWS);
        let mut blocks = Vec::new();
        self.blocks(xml, &mut blocks)?;
        let mut cell = Cell {
            column_span: span,
            row_span: 1,
            paragraphs: grid::flatten(blocks),
            ..Cell::default()
        };
        value(tag, &mut cell);
        let bytes = cell.paragraphs.iter().map(|it| it.text.len()).sum();
        for copy in 0..repeated {
            if 0 < copy && !cell.paragraphs.is_empty() && !self.budget.paragraph(bytes) {
                break;
            }
            let column = draft.column;
            draft.column += 1;
            if 1 < rows {
                draft.begun.push(Down { column, span, rows_left: rows - 1 });
            }
            draft.cells.push(Cell { column, ..cell.clone() });
        }
        Ok(draft.column - repeated.min(1) + span)
    }
}

/// Real dates and percentages of a spreadsheet.
fn value(tag: &Tag<'_>, cell: &mut Cell) {
    let kind = tag.attr("value-type").unwrap_or_default();
    let number = || tag.attr("value").and_then(|it| it.parse::<f64>().ok());
    match kind.as_str() {
        "date" => {
            let date = tag.attr("date-value").and_then(|it| it.get(..10)?.parse::<Date>().ok());
            let shown = cell.text();
            // A cell may show only the month of a date: the day was not meant then.
            if let Some(it) = date.filter(|it| shows_day(&shown, *it)) {
                let text = format!("{:02}.{:02}.{}", it.day(), it.month(), it.year());
                let first = cell.paragraphs.first().cloned().unwrap_or_default();
                cell.paragraphs = vec![Paragraph { text, ..first }];
                cell.date = Some(it);
            }
        }
        "percentage" => {
            cell.number = number().map(|value| Number { value, percent: true });
        }
        "float" => cell.number = number().map(|value| Number { value, percent: false }),
        _ => {}
    }
}

fn shows_day(shown: &str, date: Date) -> bool {
    let year = date.year().to_string();
    let numbers: Vec<&str> =
        shown.split(|it: char| !it.is_ascii_digit()).filter(|it| !it.is_empty()).collect();
    let has = |what: &dyn Fn(&str) -> bool| numbers.iter().any(|it| what(it));
    let day = date.day().to_string();
    let short_year = year.get(2..).unwrap_or_default().to_owned();
    let day_shown = has(&|it| it.trim_start_matches('0') == day);
    let year_shown = has(&|it| it == year || it == short_year);
    // «01.09» is both a month and a day: two numbers at least, or a month in words.
    let month_shown = 3 <= numbers.len() || shown.chars().any(char::is_alphabetic);
    shown.is_empty() || day_shown && year_shown && month_shown
}
