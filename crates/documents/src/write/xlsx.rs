//! Paper as a workbook of one sheet: real merged cells, a repeated header, A4 fitted to its width.
//!
//! It decides places, widths and heights. Deliberately absent: formulas and types; a roadmap is
//! words.

use super::NotWritten;
use super::paper::{LETTERS, Line, Paper, Place};
use roadmap::source::Cell;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
};

/// Points of one line of text.
const LINE_HEIGHT: f64 = 15.0;
/// The highest row that Excel allows, points.
const HIGHEST: f64 = 409.0;

/// Writes a paper.
pub(super) fn write(paper: &Paper) -> Result<Vec<u8>, NotWritten> {
    let mut workbook = Workbook::new();
    let mut properties =
        DocProperties::new().set_title(paper.title.chars().take(200).collect::<String>());
    let (year, month, day) = (paper.day.year(), paper.day.month(), paper.day.day());
    let day = u16::try_from(year).ok().zip(u8::try_from(month).ok()).zip(u8::try_from(day).ok());
    if let Some(((year, month), day)) = day
        && let Ok(day) = ExcelDateTime::from_ymd(year, month, day)
    {
        properties = properties.set_creation_datetime(&day);
    }
    workbook.set_properties(&properties);
    let sheet = workbook.add_worksheet();
    sheet.set_name("Дорожная карта")?;
    let mut writing = Writing { sheet, widths: Vec::new(), columns: paper.columns().max(1) };
    writing.page(paper)?;
    let below = writing.body(paper)?;
    for (at, line) in (below..).zip(&paper.below) {
        writing.line(at, line)?;
    }
    Ok(workbook.save_to_buffer()?)
}

struct Writing<'a> {
    sheet: &'a mut Worksheet,
    /// Widths of the columns, letters.
    widths: Vec<f64>,
    columns: usize,
}

impl Writing<'_> {
    fn page(&mut self, paper: &Paper) -> Result<(), NotWritten> {
        let letters = if paper.is_wide() { LETTERS.0 } else { LETTERS.1 };
        self.widths = paper.widths().iter().map(|it| f64::from(*it) * letters / 1000.0).collect();
        if self.widths.is_empty() {
            self.widths.push(letters);
        }
        for (at, width) in self.widths.iter().enumerate() {
            self.sheet.set_column_width(column(at), *width)?;
        }
        self.sheet.set_paper_size(9).set_print_fit_to_pages(1, 0);
        // Inches: 20, 10, 20 and 20 millimetres.
        self.sheet.set_margins(0.79, 0.39, 0.79, 0.79, 0.3, 0.3).set_footer("&C&P");
        if paper.is_wide() {
            self.sheet.set_landscape();
        }
        Ok(())
    }

    /// Writes the lines above and the table; gives the row where lines below begin.
    fn body(&mut self, paper: &Paper) -> Result<u32, NotWritten> {
        for (at, line) in (0..).zip(&paper.above) {
            self.line(at, line)?;
        }
        let above = number(paper.above.len());
        if paper.table.rows.is_empty() {
            return Ok(above);
        }
        let first = above + 1;
        let headers = paper.table.rows.iter().take_while(|it| it.header).count();
        for (at, row) in (first..).zip(&paper.table.rows) {
            let mut lines = 1.0_f64;
            for cell in &row.cells {
                let height = self.cell(at, cell, at < first + number(headers))?;
                let rows = cell.row_span.max(1);
                lines = lines.max(height / f64::from(number(rows)));
            }
            self.sheet.set_row_height(at, (lines * LINE_HEIGHT + 3.0).min(HIGHEST))?;
        }
        if 0 < headers {
            self.sheet.set_repeat_rows(first, first + number(headers) - 1)?;
        }
        Ok(first + number(paper.table.rows.len()) + 1)
    }

    fn line(&mut self, at: u32, line: &Line) -> Result<(), NotWritten> {
        let align = match line.place {
            Place::Left => FormatAlign::Left,
            Place::Centre => FormatAlign::Center,
            Place::Right => FormatAlign::Right,
        };
        let format = plain(line.bold).set_align(align);
        let letters: f64 = self.widths.iter().sum();
        let height = lines(&line.text, letters) * LINE_HEIGHT + 3.0;
        self.sheet.set_row_height(at, height.min(HIGHEST))?;
        self.merged(at, 0, 1, self.columns, &line.text, &format)
    }

    /// Writes a cell; gives the lines that its text takes.
    fn cell(&mut self, at: u32, cell: &Cell, header: bool) -> Result<f64, NotWritten> {
        if cell.continued {
            return Ok(1.0);
        }
        let bold = cell.paragraphs.first().is_some_and(|it| it.bold);
        let align = if header { FormatAlign::Center } else { FormatAlign::Left };
        let format = plain(bold).set_align(align).set_border(FormatBorder::Thin);
        let text = cell.text();
        self.merged(at, cell.column, cell.row_span, cell.column_span, &text, &format)?;
        let letters = self.widths.iter().skip(cell.column).take(cell.column_span).sum();
        Ok(lines(&text, letters))
    }

    fn merged(
        &mut self,
        row: u32,
        left: usize,
        rows: usize,
        columns: usize,
        text: &str,
        format: &Format,
    ) -> Result<(), NotWritten> {
        if rows.max(columns) < 2 {
            self.sheet.write_string_with_format(row, column(left), text, format)?;
            return Ok(());
        }
        let (bottom, right) = (row + number(rows.max(1)) - 1, column(left + columns.max(1) - 1));
        self.sheet.merge_range(row, column(left), bottom, right, text, format)?;
        Ok(())
    }
}

fn plain(bold: bool) -> Format {
    let format = Format::new()
        .set_font_name("Times New Roman")
        .set_font_size(11)
        .set_text_wrap()
        .set_align(FormatAlign::Top);
    if bold { format.set_bold() } else { format }
}

/// Lines that a text takes in a column of so many letters.
fn lines(text: &str, letters: f64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "lengths of texts")]
    let taken =
        |line: &str| (line.chars().count() as f64 * 1.05 / letters.max(1.0)).ceil().max(1.0);
    text.split('\n').map(taken).sum()
}

fn column(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(u16::MAX)
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
