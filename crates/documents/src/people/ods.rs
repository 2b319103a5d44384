//! Spreadsheets of OpenDocument, row by row.
//!
//! It decides where each cell stands and what it says. Deliberately absent: hidden sheets, notes,
//! formulas (their last values are read), looks.

use super::cursor::{Cursor, Piece, Tag};
use super::grid::{Grid, Merge};
use super::limits::{MAX_COLUMNS, MAX_LIST_ROWS, MAX_SHEETS};
use crate::read::package::Package;
use crate::read::{Kind, NotRead};
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::io::Read;

/// Reads the visible sheets one after another.
pub(super) fn read(
    mut package: Package<'_>,
    each: &mut dyn FnMut(&Grid<'_>),
) -> Result<(), NotRead> {
    if let Some(manifest) = package.whole("META-INF/manifest.xml")?
        && manifest.contains("encryption-data")
    {
        return Err(NotRead::Encrypted);
    }
    let mut xml = Cursor::new(package.stream("content.xml")?);
    let mut hidden = BTreeSet::new();
    let mut style = String::new();
    let mut n_sheets = 0;
    loop {
        match xml.next()? {
            Piece::Open(tag) => match tag.name() {
                "style" => style = tag.attribute("name").unwrap_or_default(),
                "table-properties" if tag.attribute("display").as_deref() == Some("false") => {
                    hidden.insert(std::mem::take(&mut style));
                }
                "text" | "presentation" | "drawing" if n_sheets == 0 => {
                    return Err(NotRead::Format(Kind::Unknown));
                }
                "table" => {
                    let style = tag.attribute("style-name").unwrap_or_default();
                    let name = tag.attribute("name").unwrap_or_default();
                    n_sheets += 1;
                    if hidden.contains(&style) || MAX_SHEETS < n_sheets {
                        xml.skip()?;
                        continue;
                    }
                    let mut sheet =
                        Sheet { grid: Grid::new(name, ""), row: 0, text: String::new() };
                    sheet.rows(&mut xml)?;
                    sheet.grid.finish();
                    each(&sheet.grid);
                }
                _ => {}
            },
            Piece::End => return Ok(()),
            Piece::Close | Piece::Text(_) => {}
        }
    }
}

struct Sheet<'s> {
    grid: Grid<'s>,
    /// The number of the row at hand, from 1.
    row: u32,
    text: String,
}

/// A cell of a row in the making.
struct Draft {
    column: usize,
    repeated: usize,
    value: Option<Typed>,
    text: String,
}

/// A value with a type; anything else is told by the text that shows.
#[derive(Clone, Copy)]
enum Typed {
    Day(Date),
    Number(f64),
}

impl Sheet<'_> {
    /// Reads until the table that was opened last is closed.
    fn rows<R: Read>(&mut self, xml: &mut Cursor<R>) -> Result<(), NotRead> {
        // Groups of rows (headers, outlines) are walked through as if they were not there.
        let mut groups = 0;
        loop {
            match xml.next()? {
                Piece::Open(tag) => match tag.name() {
                    "table-row" => {
                        let repeated = count(&tag, "number-rows-repeated");
                        self.row(xml, repeated)?;
                    }
                    "table-header-rows" | "table-rows" | "table-row-group" => groups += 1,
                    _ => xml.skip()?,
                },
                Piece::Close if groups == 0 => return Ok(()),
                Piece::Close => groups -= 1,
                Piece::End => return Ok(()),
                Piece::Text(_) => {}
            }
        }
    }

    fn row<R: Read>(&mut self, xml: &mut Cursor<R>, repeated: usize) -> Result<(), NotRead> {
        let mut drafts: Vec<Draft> = Vec::new();
        let mut column = 0;
        loop {
            match xml.next()? {
                Piece::Open(tag) => {
                    let repeated = count(&tag, "number-columns-repeated");
                    let covered = tag.name() == "covered-table-cell";
                    if !covered && tag.name() == "table-cell" {
                        self.merge(&tag, column);
                        let value = typed(&tag);
                        let text = self.text(xml)?;
                        let repeated = repeated.min(MAX_COLUMNS);
                        if value.is_some() || !text.is_empty() {
                            drafts.push(Draft { column, repeated, value, text });
                        }
                    } else {
                        xml.skip()?;
                    }
                    column = column.saturating_add(repeated).min(MAX_COLUMNS);
                }
                Piece::Close | Piece::End => break,
                Piece::Text(_) => {}
            }
        }
        self.keep(&drafts, repeated)
    }

    fn keep(&mut self, drafts: &[Draft], repeated: usize) -> Result<(), NotRead> {
        let times = if drafts.is_empty() { 0 } else { repeated.min(MAX_LIST_ROWS + 1) };
        for at in 0..times {
            let number = self.row.saturating_add(u32::try_from(at).unwrap_or(u32::MAX)) + 1;
            self.grid.begin_row(number)?;
            for it in drafts {
                for column in it.column..it.column + it.repeated {
                    match it.value {
                        Some(Typed::Day(day)) => self.grid.push_day(column, day)?,
                        Some(Typed::Number(number)) => self.grid.push_number(column, number)?,
                        None => self.grid.push_text(column, &it.text)?,
                    }
                }
            }
        }
        self.row = self.row.saturating_add(u32::try_from(repeated).unwrap_or(u32::MAX));
        Ok(())
    }

    fn merge(&mut self, tag: &Tag<'_>, left: usize) {
        let (columns, rows) =
            (count(tag, "number-columns-spanned"), count(tag, "number-rows-spanned"));
        if 1 < columns || 1 < rows {
            let top = self.row.saturating_add(1);
            let rows = u32::try_from(rows - 1).unwrap_or(u32::MAX);
            let right = left.saturating_add(columns - 1).min(MAX_COLUMNS);
            self.grid.push_merge(Merge { top, left, bottom: top.saturating_add(rows), right });
        }
    }

    /// The text of the cell that was opened last, its paragraphs parted by a space.
    fn text<R: Read>(&mut self, xml: &mut Cursor<R>) -> Result<String, NotRead> {
        self.text.clear();
        loop {
            match xml.next()? {
                Piece::Open(tag) if tag.name() == "p" => {
                    if !self.text.is_empty() {
                        self.text.push(' ');
                    }
                    xml.text(&mut self.text, &["annotation", "note", "ruby-text"])?;
                }
                Piece::Open(_) => xml.skip()?,
                Piece::Close | Piece::End => return Ok(self.text.clone()),
                Piece::Text(_) => {}
            }
        }
    }
}

fn count(tag: &Tag<'_>, name: &str) -> usize {
    tag.attribute(name).and_then(|it| it.parse().ok()).unwrap_or(1).max(1)
}

fn typed(tag: &Tag<'_>) -> Option<Typed> {
    let (mut kind, mut value, mut day) = (String::new(), None, None);
    tag.attributes(|name, it| match name {
        "value-type" if kind.is_empty() => it.clone_into(&mut kind),
        "value" => value = it.parse().ok(),
        "date-value" => day = it.get(..10).and_then(|it| it.parse().ok()),
        _ => {}
    });
    match kind.as_str() {
        "date" => day.map(Typed::Day),
        "float" => value.map(Typed::Number),
        _ => None,
    }
}
