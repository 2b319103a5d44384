//! A paper: lines, one table, lines. What every format writes.
//!
//! It decides the shape and the widths of columns. Deliberately absent: formats, and what the words
//! mean.

use jiff::civil::Date;
use roadmap::source::{Block, Cell, Paragraph, Row, Source, Table};

/// Where a line stands on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// At the left edge.
    #[default]
    Left,
    /// In the middle.
    Centre,
    /// In the right half, as an approval stands.
    Right,
}

/// A line outside the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The text; a line feed is a line break.
    pub text: String,
    /// Where it stands.
    pub place: Place,
    /// Bold letters.
    pub bold: bool,
}

/// A document of lines and at most one table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// What the file is called inside (PDF readers show it); not printed.
    pub title: String,
    /// Lines above the table.
    pub above: Vec<Line>,
    /// The table; rows with `header` set are repeated on each page. Empty: none.
    pub table: Table,
    /// Lines below the table.
    pub below: Vec<Line>,
    /// The day on which the paper is made; it dates the file.
    pub day: Date,
}

impl Line {
    /// A plain line.
    #[must_use]
    pub fn new(text: impl Into<String>, place: Place) -> Self {
        Self { text: text.into(), place, bold: false }
    }

    /// The same line in bold.
    #[must_use]
    pub fn bold(self) -> Self {
        Self { bold: true, ..self }
    }
}

impl Paper {
    /// A list with a title, a header and rows of plain cells.
    ///
    /// - `header`, `rows`: texts of cells, from the left; a row may be shorter than the header.
    #[must_use]
    pub fn list(title: &str, header: &[&str], rows: &[Vec<String>], day: Date) -> Self {
        let row = |texts: Vec<String>, header| Row {
            cells: texts.iter().enumerate().map(|(at, it)| cell(at, it, header)).collect(),
            header,
        };
        let head = row(header.iter().map(|it| (*it).to_owned()).collect(), true);
        let body = rows.iter().map(|it| row(it.clone(), false));
        Self {
            title: title.to_owned(),
            above: vec![Line::new(title, Place::Centre).bold()],
            table: Table { rows: std::iter::once(head).chain(body).collect() },
            below: Vec::new(),
            day,
        }
    }

    /// What a reader of the written file should find.
    #[must_use]
    pub fn source(&self) -> Source {
        let paragraph = |it: &Line| {
            Block::Paragraph(Paragraph {
                text: it.text.clone(),
                bold: it.bold,
                centred: it.place == Place::Centre,
                ..Paragraph::default()
            })
        };
        let mut blocks: Vec<Block> = self.above.iter().map(paragraph).collect();
        if !self.table.rows.is_empty() {
            blocks.push(Block::Table(self.table.clone()));
        }
        blocks.extend(self.below.iter().map(paragraph));
        Source { blocks, notices: Vec::new() }
    }

    /// Columns of the table.
    pub(super) fn columns(&self) -> usize {
        let cells = self.table.rows.iter().flat_map(|it| &it.cells);
        cells.map(|it| it.column + it.column_span).max().unwrap_or(0)
    }

    /// Whether the page lies on its long side.
    pub(super) fn is_wide(&self) -> bool {
        5 <= self.columns()
    }

    /// Widths of the columns in thousandths of the table, from the left; they add up to a thousand.
    ///
    /// The longest word of a column fits whole wherever there is room; what is left goes to long
    /// texts, but less than in proportion, so that they do not starve the rest.
    pub(super) fn widths(&self) -> Vec<u32> {
        let wants: Vec<(f64, f64)> = (0..self.columns()).map(|it| self.wants(it)).collect();
        let least: f64 = wants.iter().map(|it| it.0).sum();
        let more: f64 = wants.iter().map(|it| it.1).sum();
        let letters = if self.is_wide() { LETTERS.0 } else { LETTERS.1 };
        let left = (letters - least).max(0.0);
        let whole = least + left;
        let share = |(least, more_of): &(f64, f64)| {
            let width = least + left * more_of / more.max(1.0);
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0..=1000")]
            let thousandths = (width / whole * 1000.0) as u32;
            thousandths
        };
        let mut widths: Vec<u32> = wants.iter().map(share).collect();
        let rest = 1000_u32.saturating_sub(widths.iter().sum());
        if let Some(widest) = widths.iter_mut().max() {
            *widest += rest;
        }
        widths
    }

    /// Letters that a column cannot do without, and the weight of the rest of its text.
    fn wants(&self, column: usize) -> (f64, f64) {
        let cells = self.table.rows.iter().flat_map(|it| &it.cells);
        let texts: Vec<String> = cells
            .filter(|it| it.column == column && it.column_span == 1 && !it.paragraphs.is_empty())
            .map(Cell::text)
            .collect();
        let letters: usize = texts.iter().map(|it| it.chars().count()).sum();
        let words = texts.iter().flat_map(|it| it.split(char::is_whitespace));
        let longest = words.map(|it| it.chars().count()).max().unwrap_or(0).clamp(3, 24);
        #[expect(clippy::cast_precision_loss, reason = "lengths of texts")]
        let (usual, longest) = (letters as f64 / texts.len().max(1) as f64, longest as f64);
        (longest + 2.5, (usual - longest).max(0.0).powf(0.75))
    }
}

/// Letters that go into the width of a page that lies, and of one that stands.
pub(super) const LETTERS: (f64, f64) = (150.0, 95.0);

/// A cell whose lines are those of the text.
pub(super) fn cell(column: usize, text: &str, bold: bool) -> Cell {
    let lines = text.split('\n').map(str::trim).filter(|it| !it.is_empty());
    let line = |text: &str| Paragraph { text: text.to_owned(), bold, ..Paragraph::default() };
    Cell {
        column,
        column_span: 1,
        row_span: 1,
        paragraphs: lines.map(line).collect(),
        ..Cell::default()
    }
}
