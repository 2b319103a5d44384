//! A paper as a page may show it: blocks and pieces of text, before any format.
//!
//! It decides what of a paper can be seen without its file. Deliberately absent: how a page draws
//! them (the page), places of pages and letters (the formats).

use super::Paper;
use super::sheet::{Block, Paragraph, Span, Style};

/// A part of a paper, from top to bottom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A paragraph.
    Line {
        /// How it stands.
        style: ShownStyle,
        /// What it says.
        pieces: Vec<Piece>,
    },
    /// A table; cells that continue the one above are left out.
    Table {
        /// How many rows, from the top, are its header.
        n_header: usize,
        /// Its rows.
        rows: Vec<Vec<ShownCell>>,
    },
    /// Texts beside each other: post, line and name; day, place and number; lines to sign.
    Beside(Vec<Vec<Piece>>),
    /// An empty line, or the end of a page.
    Gap,
}

/// How a paragraph stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShownStyle {
    /// The title of the paper or of an appendix.
    Title,
    /// A heading.
    Heading,
    /// In the middle.
    Centre,
    /// In the right half.
    Right,
    /// As usual.
    Body,
    /// In small letters.
    Small,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownCell {
    /// Columns that it covers, at least one.
    pub across: usize,
    /// Rows that it covers, at least one.
    pub down: usize,
    /// Its paragraphs.
    pub lines: Vec<Vec<Piece>>,
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Words {
        /// The words.
        text: String,
        /// Whether they stand out.
        is_bold: bool,
    },
    /// A new line inside a paragraph.
    Break,
    /// A place to fill by hand.
    Blank {
        /// Letters; `None` to the right edge.
        width: Option<usize>,
        /// What is to be written; may be empty.
        caption: String,
    },
}

impl Paper {
    /// The paper for a page to show: what its files say, without their form.
    #[must_use]
    pub fn shown(&self) -> Vec<Shown> {
        self.sheet.blocks.iter().map(block).collect()
    }
}

fn block(it: &Block) -> Shown {
    match it {
        Block::Paragraph(it) => Shown::Line { style: style(it.style), pieces: paragraph(it) },
        Block::Table(table) => {
            let cell = |it: &super::sheet::Cell| ShownCell {
                across: it.across,
                down: it.down,
                lines: it.paragraphs.iter().map(paragraph).collect(),
            };
            let row = |row: &Vec<super::sheet::Cell>| {
                row.iter().filter(|it| !it.is_continued).map(cell).collect()
            };
            Shown::Table { n_header: table.n_header, rows: table.rows.iter().map(row).collect() }
        }
        Block::Signature { post, name } => {
            let line = vec![Piece::Blank { width: Some(16), caption: String::new() }];
            Shown::Beside(vec![pieces(post), line, pieces(name)])
        }
        Block::Requisites(parts) => Shown::Beside(parts.iter().map(|it| pieces(it)).collect()),
        Block::Signed(captions) => {
            let line = |caption: &Vec<Span>| {
                let mut all = vec![Piece::Blank { width: Some(16), caption: String::new() }];
                all.push(Piece::Break);
                all.extend(pieces(caption));
                all
            };
            Shown::Beside(captions.iter().map(line).collect())
        }
        Block::PageBreak | Block::Gap => Shown::Gap,
    }
}

fn style(it: Style) -> ShownStyle {
    match it {
        Style::Title => ShownStyle::Title,
        Style::Heading => ShownStyle::Heading,
        Style::Centre => ShownStyle::Centre,
        Style::Right => ShownStyle::Right,
        Style::Small => ShownStyle::Small,
        Style::Left | Style::Body | Style::Point | Style::Dash | Style::Cell(_) => ShownStyle::Body,
    }
}

fn paragraph(it: &Paragraph) -> Vec<Piece> {
    let mut all = pieces(&it.spans);
    if let Some(blank) = &it.blank {
        all.push(Piece::Blank { width: None, caption: blank.caption.clone() });
        if !blank.tail.is_empty() {
            all.push(Piece::Words { text: blank.tail.clone(), is_bold: false });
        }
    }
    all
}

fn pieces(spans: &[Span]) -> Vec<Piece> {
    let piece = |it: &Span| match it {
        Span::Words { text, is_bold } => Piece::Words { text: text.clone(), is_bold: *is_bold },
        Span::Break => Piece::Break,
        Span::Short { width, caption } => {
            Piece::Blank { width: Some(*width), caption: caption.clone() }
        }
        Span::Line { caption } => Piece::Blank { width: None, caption: caption.clone() },
    };
    spans.iter().map(piece).collect()
}
