//! Workbooks of Excel, row by row: parts are unpacked as they are walked, cells kept small.
//!
//! It decides what a cell of a list says. The reader of roadmaps (`read::xlsx`) keeps whole
//! paragraphs with their looks; this one keeps values only, for a hundred thousand rows.
//! Deliberately absent: formulas (their last values are read), hidden sheets, looks.

use super::cursor::{Cursor, Piece, Tag};
use super::grid::{Grid, Merge, push_tidy};
use super::limits::{MAX_COLUMNS, MAX_SHEETS, MAX_TEXT_BYTES};
use crate::read::NotRead;
use crate::read::package::Package;
use crate::read::xlsx::formats::{Formats, Shows};
use crate::read::xlsx::sheet::{Epoch, day, place};
use crate::read::xlsx::{Listed, list};
use std::io::Read;
use std::ops::Range;

/// The texts that cells share: one text, and where each ends.
#[derive(Default)]
struct Strings {
    text: String,
    ends: Vec<u32>,
}

impl Strings {
    fn range(&self, index: usize) -> Range<usize> {
        let end = |at: usize| self.ends.get(at).map(|it| *it as usize);
        match (index.checked_sub(1).map_or(Some(0), end), end(index)) {
            (Some(from), Some(to)) => from..to,
            _ => 0..0,
        }
    }
}

/// Reads the visible sheets one after another.
pub(super) fn read(
    mut package: Package<'_>,
    each: &mut dyn FnMut(&Grid<'_>),
) -> Result<(), NotRead> {
    let (listed, epoch) = list(&mut package)?;
    let strings = match package.has("xl/sharedStrings.xml") {
        true => strings(&mut Cursor::new(package.stream("xl/sharedStrings.xml")?))?,
        false => Strings::default(),
    };
    let formats = match package.whole("xl/styles.xml")? {
        Some(text) => Formats::read(&text)?,
        None => Formats::default(),
    };
    for Listed { name, part } in listed.into_iter().take(MAX_SHEETS) {
        if !package.has(&part) {
            continue;
        }
        let grid = Grid::new(name, &strings.text);
        let mut sheet =
            Sheet { strings: &strings, formats: &formats, epoch, grid, text: String::new() };
        sheet.read(&mut Cursor::new(package.stream(&part)?))?;
        sheet.grid.finish();
        each(&sheet.grid);
    }
    Ok(())
}

fn strings<R: Read>(xml: &mut Cursor<R>) -> Result<Strings, NotRead> {
    let mut strings = Strings::default();
    let mut one = String::new();
    loop {
        match xml.next()? {
            Piece::Open(tag) if tag.name() == "si" => {
                one.clear();
                // Readings above a text, and marks of breaks that Excel writes out.
                xml.text(&mut one, &["rPh", "phoneticPr"])?;
                push_tidy(&mut strings.text, &without_breaks(&one));
                if MAX_TEXT_BYTES < strings.text.len() {
                    return Err(NotRead::UnpacksTooLarge { limit: MAX_TEXT_BYTES });
                }
                strings.ends.push(u32::try_from(strings.text.len()).unwrap_or(u32::MAX));
            }
            Piece::End => return Ok(strings),
            _ => {}
        }
    }
}

fn without_breaks(text: &str) -> std::borrow::Cow<'_, str> {
    match text.contains("_x000D_") {
        true => text.replace("_x000D_", "").into(),
        false => text.into(),
    }
}

struct Sheet<'s> {
    strings: &'s Strings,
    formats: &'s Formats,
    epoch: Epoch,
    grid: Grid<'s>,
    /// The text of the cell at hand, kept so that it is not asked of the system again.
    text: String,
}

/// What a cell says of itself.
struct Head {
    column: usize,
    kind: Kind,
    look: Option<usize>,
}

/// How the value of a cell is to be taken.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Shared,
    Bool,
    Day,
    Text,
}

impl Sheet<'_> {
    fn read<R: Read>(&mut self, xml: &mut Cursor<R>) -> Result<(), NotRead> {
        let mut next_row: u32 = 1;
        let mut next_column = 0;
        loop {
            match xml.next()? {
                Piece::Open(tag) => match tag.name() {
                    "row" => {
                        let number = tag.attribute("r").and_then(|it| it.parse().ok());
                        let number = number.unwrap_or(next_row);
                        next_row = number.saturating_add(1);
                        next_column = 0;
                        self.grid.begin_row(number)?;
                    }
                    "c" => {
                        let head = head(&tag, next_column);
                        next_column = head.column + 1;
                        self.cell(xml, &head)?;
                    }
                    "mergeCell" => {
                        if let Some(it) = tag.attribute("ref").and_then(|it| rectangle(&it)) {
                            self.grid.push_merge(it);
                        }
                    }
                    _ => {}
                },
                Piece::End => return Ok(()),
                Piece::Close | Piece::Text(_) => {}
            }
        }
    }

    fn cell<R: Read>(&mut self, xml: &mut Cursor<R>, head: &Head) -> Result<(), NotRead> {
        self.text.clear();
        let mut inline = false;
        loop {
            match xml.next()? {
                Piece::Open(tag) => match tag.name() {
                    "v" => xml.text(&mut self.text, &[])?,
                    "is" => {
                        inline = true;
                        xml.text(&mut self.text, &["rPh", "phoneticPr"])?;
                    }
                    _ => xml.skip()?,
                },
                Piece::Close | Piece::End => break,
                Piece::Text(_) => {}
            }
        }
        let kind = if inline { Kind::Text } else { head.kind };
        self.value(kind, head)
    }

    fn value(&mut self, kind: Kind, head: &Head) -> Result<(), NotRead> {
        let (column, text) = (head.column, self.text.trim());
        match kind {
            _ if text.is_empty() => Ok(()),
            Kind::Shared => {
                let index = text.parse().unwrap_or(usize::MAX);
                self.grid.push_shared(column, self.strings.range(index))
            }
            Kind::Bool => self.grid.push_text(column, if text == "1" { "да" } else { "нет" }),
            Kind::Day => match text.get(..10).and_then(|it| it.parse().ok()) {
                Some(it) => self.grid.push_day(column, it),
                None => self.grid.push_text(column, text),
            },
            Kind::Text => self.grid.push_text(column, &without_breaks(text)),
            Kind::Number => match text.parse::<f64>() {
                Ok(number) => match self.day(number, head.look) {
                    Some(day) => self.grid.push_day(column, day),
                    None => self.grid.push_number(column, number),
                },
                Err(_) => self.grid.push_text(column, text),
            },
        }
    }

    /// The day that a number means by its format: whatever parts of it show, a person typed a day.
    fn day(&self, number: f64, look: Option<usize>) -> Option<jiff::civil::Date> {
        match self.formats.get(look).shows {
            Shows::Date { .. } => day(number, self.epoch),
            _ => None,
        }
    }
}

fn head(tag: &Tag<'_>, next_column: usize) -> Head {
    let mut head = Head { column: next_column, kind: Kind::Number, look: None };
    tag.attributes(|name, value| match name {
        "r" => {
            if let Some(column) = column(value) {
                head.column = column;
            }
        }
        "s" => head.look = value.parse().ok(),
        "t" => {
            head.kind = match value {
                "s" => Kind::Shared,
                "b" => Kind::Bool,
                "d" => Kind::Day,
                "str" | "inlineStr" | "e" => Kind::Text,
                _ => Kind::Number,
            }
        }
        _ => {}
    });
    head
}

/// The column of `AB12`, from 0; a column beyond all that are looked at is the first of those.
fn column(place: &str) -> Option<usize> {
    let letters = place.bytes().take_while(u8::is_ascii_uppercase).take(4);
    let column = letters.fold(0, |sum, it| sum * 26 + usize::from(it - b'A') + 1);
    column.checked_sub(1).map(|it| it.min(MAX_COLUMNS))
}

fn rectangle(name: &str) -> Option<Merge> {
    let (from, to) = name.split_once(':')?;
    let ((top, left), (bottom, right)) = (place(from)?, place(to)?);
    let row = |it: usize| u32::try_from(it + 1).ok();
    Some(Merge { top: row(top)?, left, bottom: row(bottom)?, right: right.min(MAX_COLUMNS) })
}
