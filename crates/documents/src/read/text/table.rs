//! Runs of rows become tables: a table goes on over blank lines where a page ended.
//!
//! It decides which runs are one table and which are only text with a tab. Deliberately absent: how
//! a broken row is recognised (`join`) and how narrower rows fit (`align`).

use super::align::{self, Fit};
use super::join;
use super::markup;
use super::rows::{self, Line};
use roadmap::source::{Cell, Paragraph, Row};

/// What a run of rows turned out to be.
pub(super) enum Found {
    /// Lines with a tab in them: a signature, a date and a place.
    Text(Vec<Paragraph>),
    /// Rows of one table.
    Table(Vec<Row>),
}

/// How many narrower pages of one text are fitted by comparing words.
const MAX_COMPARISONS: usize = 500;

/// A table in the making.
struct Building {
    rows: Vec<Row>,
    width: usize,
}

/// Sorts runs that have only blank lines between them into tables.
pub(super) fn tables(runs: Vec<Vec<Line>>) -> Vec<Found> {
    let mut tables: Vec<Building> = Vec::new();
    let mut comparisons = MAX_COMPARISONS;
    for run in runs {
        let rows: Vec<Vec<String>> = rows::unwrap(run);
        let next: Vec<Row> = rows.into_iter().map(row).collect();
        if next.is_empty() {
            continue;
        }
        let mut fits = |it: &Building| align::fit(&it.rows, it.width, &next, &mut comparisons);
        match tables.last_mut().and_then(|it| Some((fits(it)?, it))) {
            Some((fit, table)) => {
                append(&mut table.rows, next, &fit);
            }
            None => tables.push(Building { width: align::width(&next), rows: next }),
        }
    }
    tables.into_iter().map(|it| found(it.rows)).collect()
}

/// A single short row is a line of text that happens to have a tab.
fn found(rows: Vec<Row>) -> Found {
    let is_line = rows.len() == 1 && rows.iter().all(|it| it.cells.len() <= 3);
    if !is_line {
        return Found::Table(rows);
    }
    let paragraphs = rows.into_iter().flat_map(|it| it.cells).flat_map(|it| it.paragraphs);
    let mut line = Paragraph::default();
    for it in paragraphs {
        if !line.text.is_empty() {
            line.text.push(' ');
        }
        line.text.push_str(&it.text);
    }
    Found::Text(Vec::from_iter((!line.text.is_empty()).then_some(line)))
}

fn row(cells: Vec<String>) -> Row {
    let cells = cells.iter().enumerate().map(|(column, text)| Cell {
        column,
        column_span: 1,
        row_span: 1,
        paragraphs: markup::lines(text),
        ..Cell::default()
    });
    Row { cells: cells.collect(), header: false }
}

/// Adds rows after a page end: the first of them, after a repeated header, may go on with the last.
fn append(table: &mut Vec<Row>, next: Vec<Row>, fit: &Fit) {
    let mut next: Vec<Row> = next.into_iter().map(|it| fit.place(it)).collect();
    let header = next.iter().take(2).take_while(|it| repeats_header(table, it)).count();
    let goes_on = next.get(header).is_some_and(|it| join::goes_on(table, it));
    if goes_on {
        let rest = next.split_off(header + 1);
        let piece = next.pop();
        let words = join::words(table);
        if let (Some(last), Some(piece)) = (table.last_mut(), piece) {
            join::join(last, piece, &words);
        }
        table.extend(next);
        table.extend(rest);
    } else {
        table.extend(next);
    }
}

fn repeats_header(table: &[Row], row: &Row) -> bool {
    let text = |row: &Row| row.cells.iter().map(|it| it.text().to_lowercase()).collect::<Vec<_>>();
    let says = text(row);
    says.iter().any(|it| !it.is_empty()) && table.iter().take(2).any(|it| text(it) == says)
}
