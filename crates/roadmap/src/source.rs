//! What a reader of files hands to the compiler: paragraphs and tables, in document order.
//!
//! It decides the one shape that all formats are brought to. Deliberately absent: fonts, colours,
//! pictures, anything that does not change what a roadmap says.

use jiff::civil::Date;

/// A document as blocks in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Paragraphs and tables, in the order of the document. Sheets of a workbook follow each other,
    /// each begun by a paragraph with [`Paragraph::sheet_name`] set.
    pub blocks: Vec<Block>,
    /// What the reader noticed (text dropped at a limit, pictures instead of text, a guessed code
    /// page). Plain facts: the compiler words them.
    pub notices: Vec<Notice>,
}

/// One block of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Text outside tables.
    Paragraph(Paragraph),
    /// A table, nested tables flattened into the text of their cell.
    Table(Table),
}

/// A paragraph, or one line of a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// The text as written, runs joined, a line break inside as `\n`; not trimmed of meaning:
    /// letters, quotes and dashes stay as they are. Control characters are gone.
    pub text: String,
    /// The automatic list mark that the word processor would print («1.», «5.1.2», «–»), if any.
    /// A mark typed by hand stays in `text`.
    pub list_mark: Option<String>,
    /// Depth of the automatic list, 0 for the outermost; 0 where there is no list.
    pub list_level: u8,
    /// Heading level 1..=9 where the style is a heading or a title.
    pub heading: Option<u8>,
    /// All of the text is bold.
    pub bold: bool,
    /// The paragraph is centred.
    pub centred: bool,
    /// The paragraph only carries the name of a spreadsheet's sheet.
    pub sheet_name: bool,
}

/// A table with merged cells resolved to a grid.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Rows from the top, as in the file (repeated header rows and empty rows included, so that a
    /// place counts as a person counts).
    pub rows: Vec<Row>,
}

/// One row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The cells that begin in this row or pass through it, from the left. Columns do not overlap;
    /// a ragged row may end early.
    pub cells: Vec<Cell>,
    /// The word processor marks the row as a repeating header.
    pub header: bool,
}

/// One cell of the grid.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// First grid column, from 0.
    pub column: usize,
    /// Grid columns covered, at least 1.
    pub column_span: usize,
    /// Rows covered from here down, at least 1. A cell that continues one from above is given again
    /// in its row, with `continued` set and no text.
    pub row_span: usize,
    /// The cell continues a merged cell that began in an earlier row.
    pub continued: bool,
    /// The lines of the cell.
    pub paragraphs: Vec<Paragraph>,
    /// The real date of a spreadsheet cell.
    pub date: Option<Date>,
    /// The real number of a spreadsheet cell (`0.55` with `percent` for «55 %»).
    pub number: Option<Number>,
}

/// A number of a spreadsheet cell with what its format says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// The stored value.
    pub value: f64,
    /// The format shows it as a percentage.
    pub percent: bool,
}

impl Eq for Number {}

/// Something that the reader noticed about the file as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The text was decoded by a guess: the name of the code page.
    GuessedEncoding(String),
    /// Rows beyond the limit of a reader were left out: how many were kept.
    RowsLeftOut {
        /// Rows kept.
        kept: usize,
    },
    /// Text beyond the limit of a reader was left out, outside tables or inside cells.
    TextLeftOut,
    /// Bytes that are no letters of the code page were dropped: how many places.
    BrokenBytes(usize),
    /// Pictures stand where text was expected: how many.
    Pictures(usize),
    /// Tracked changes were read as if accepted.
    TrackedChanges,
}

impl Cell {
    /// The whole text of the cell, paragraphs joined by a line feed, list marks not included.
    #[must_use]
    pub fn text(&self) -> String {
        self.paragraphs.iter().map(|it| it.text.as_str()).collect::<Vec<_>>().join("\n")
    }
}
