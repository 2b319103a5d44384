//! Plain text: paragraphs, and tables whose cells are divided by tabs or by upright bars.
//!
//! It decides which lines are rows, which rows are one table, and mends rows that a page end broke.
//! Deliberately absent: columns made of spaces, and what a table means.

mod align;
mod join;
mod markup;
mod rows;
mod table;

use super::budget::Budget;
use super::encoding;
use super::limits::{MAX_ROWS, MAX_TEXT_BYTES};
use super::not_read::NotRead;
use markup::Markup;
use roadmap::source::{Block, Notice, Paragraph, Row, Source};
use rows::Line;

/// Reads a text of any code page.
///
/// - Returns: the source; a text has no pictures.
/// - Errors: none of its own; the shape is that of the other readers.
pub(super) fn read(bytes: &[u8]) -> Result<(Source, usize), NotRead> {
    let decoded = encoding::decode(bytes);
    let mut source = Source::default();
    source.notices.extend(decoded.guessed.map(|it| Notice::GuessedEncoding(it.to_owned())));
    if 0 < decoded.broken {
        source.notices.push(Notice::BrokenBytes(decoded.broken));
    }
    let mut text = decoded.text;
    let is_cut = MAX_TEXT_BYTES < text.len();
    text.truncate(text.floor_char_boundary(MAX_TEXT_BYTES));
    let mut reading = Reading { source, ..Reading::default() };
    reading.text(&text);
    reading.budget.notices(&mut reading.source.notices);
    if is_cut && !reading.budget.is_full() {
        reading.source.notices.push(Notice::TextLeftOut);
    }
    Ok((reading.source, 0))
}

/// Takes remnants of markup off the text of any document: who pastes a page of a site into a table
/// leaves `<ul style="…">` in a cell. What the word processor says of a paragraph stays.
pub(super) fn drop_remnants(source: &mut Source) {
    for block in &mut source.blocks {
        match block {
            Block::Table(table) => {
                for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
                    cleaned(&mut cell.paragraphs);
                }
            }
            Block::Paragraph(it) if markup::has_remnants(&it.text) => {
                let texts: Vec<String> =
                    markup::lines(&it.text).into_iter().map(|it| it.text).collect();
                it.text = texts.join("\n");
            }
            Block::Paragraph(_) => {}
        }
    }
}

fn cleaned(paragraphs: &mut Vec<Paragraph>) {
    if !paragraphs.iter().any(|it| markup::has_remnants(&it.text)) {
        return;
    }
    let lines = |it: Paragraph| match markup::has_remnants(&it.text) {
        false => vec![it],
        true => markup::lines(&it.text)
            .into_iter()
            .map(|line| Paragraph { text: line.text, ..it.clone() })
            .collect(),
    };
    *paragraphs = std::mem::take(paragraphs).into_iter().flat_map(lines).collect();
}

/// Lines, whatever ends them; the end of a page ends a line too.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.split(['\n', '\u{C}', '\u{B}']);
    lines.flat_map(|it| it.strip_suffix('\r').unwrap_or(it).split('\r'))
}

/// Lines are gathered until it is clear what they are.
#[derive(Default)]
struct Reading {
    source: Source,
    budget: Budget,
    /// Rows without a blank line between them.
    run: Vec<Line>,
    /// Runs with nothing but blank lines between them.
    runs: Vec<Vec<Line>>,
    /// Rows in them.
    waiting: usize,
    markup: Markup,
}

impl Reading {
    fn text(&mut self, text: &str) {
        for line in lines(text) {
            if self.budget.is_full() {
                break;
            }
            if MAX_ROWS < self.waiting {
                self.budget.leave_rows_out();
                break;
            }
            match rows::classify(line) {
                Line::Blank => {
                    self.end_run();
                    if self.runs.is_empty() {
                        self.markup.blank();
                    }
                }
                it @ Line::Row(_) => {
                    self.end_paragraphs();
                    self.waiting += 1;
                    self.run.push(it);
                }
                Line::Rule if self.run.is_empty() => {}
                it @ (Line::Rule | Line::Text(_)) if !self.run.is_empty() => self.run.push(it),
                Line::Text(text) => {
                    self.end_tables();
                    self.markup.line(&text);
                }
                Line::Rule => {}
            }
        }
        self.end_run();
        self.end_tables();
        self.end_paragraphs();
    }

    fn end_run(&mut self) {
        if self.run.is_empty() {
            return;
        }
        let (run, after) = rows::split_off_text(std::mem::take(&mut self.run));
        self.runs.push(run);
        if !after.is_empty() {
            self.end_tables();
            after.iter().for_each(|it| self.markup.line(it));
        }
    }

    fn end_tables(&mut self) {
        self.waiting = 0;
        for table in table::tables(std::mem::take(&mut self.runs)) {
            match table {
                table::Found::Text(lines) => lines.into_iter().for_each(|it| self.keep(it)),
                table::Found::Table(rows) => self.keep_table(rows),
            }
        }
    }

    fn end_paragraphs(&mut self) {
        for paragraph in std::mem::take(&mut self.markup).finish() {
            self.keep(paragraph);
        }
    }

    fn keep(&mut self, paragraph: Paragraph) {
        if self.budget.paragraph(paragraph.text.len()) {
            self.source.blocks.push(Block::Paragraph(paragraph));
        }
    }

    fn keep_table(&mut self, rows: Vec<Row>) {
        let mut kept = Vec::with_capacity(rows.len());
        for row in rows {
            let bytes = row.cells.iter().map(|it| it.text().len()).sum();
            if !self.budget.row(row.cells.len()) || !self.budget.paragraph(bytes) {
                break;
            }
            kept.push(row);
        }
        if !kept.is_empty() {
            self.source.blocks.push(Block::Table(super::grid::finish(kept)));
        }
    }
}
