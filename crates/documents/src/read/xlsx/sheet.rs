//! One sheet of a workbook: its cells, its merged rectangles, its values as a person sees them.
//!
//! It decides the text of a cell. Deliberately absent: where the table of a sheet begins
//! (`read::sheet`).

use super::formats::{Look, Shows};
use super::{Workbook, rich_text};
use crate::read::budget::Budget;
use crate::read::letters::tidy;
use crate::read::limits::{MAX_CELLS, MAX_COLUMNS, MAX_ROWS};
use crate::read::not_read::NotRead;
use crate::read::package::Part;
use crate::read::sheet::{self, Merge, SheetRow};
use crate::read::xml::{Node, Tag, Xml};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use roadmap::source::{Block, Cell, Number};

/// Reads a sheet.
pub(super) fn read(
    name: String,
    part: &Part,
    workbook: &Workbook,
    budget: &mut Budget,
) -> Result<Vec<Block>, NotRead> {
    let mut walk = Walk { workbook, rows: Vec::new(), merges: Vec::new(), too_long: false };
    match walk.sheet(&mut Xml::new(&part.text), budget) {
        // Rows beyond the limit would not be kept anyway, and merged cells stand after them.
        Err(_) if walk.too_long || budget.is_full() => {}
        Err(_) if part.cut => return Err(NotRead::UnpacksTooLarge { limit: part.text.len() }),
        it => it?,
    }
    sheet::merge(&mut walk.rows, &walk.merges);
    let blocks = sheet::blocks(Some(name), walk.rows, budget);
    if walk.too_long {
        budget.leave_rows_out();
    }
    Ok(blocks)
}

struct Walk<'a> {
    workbook: &'a Workbook,
    rows: Vec<SheetRow>,
    merges: Vec<Merge>,
    too_long: bool,
}

impl Walk<'_> {
    fn sheet(&mut self, xml: &mut Xml<'_>, budget: &mut Budget) -> Result<(), NotRead> {
        let mut next_row = 0;
        loop {
            let tag = match xml.next()? {
                Node::Open(tag) => tag,
                Node::End => return Ok(()),
                _ => continue,
            };
            match tag.name() {
                "row" => {
                    let at = tag.number("r").map_or(next_row, |it| it.saturating_sub(1));
                    next_row = at.saturating_add(1);
                    if MAX_ROWS <= at || budget.is_full() {
                        self.too_long |= self.has_cells(xml)?;
                        continue;
                    }
                    self.row(xml, at, budget)?;
                }
                "mergeCell" if self.merges.len() < MAX_CELLS => {
                    self.merges.extend(tag.attr("ref").and_then(|it| rectangle(&it)));
                }
                _ => {}
            }
        }
    }

    /// Passes over a row and tells whether it said anything.
    fn has_cells(&self, xml: &mut Xml<'_>) -> Result<bool, NotRead> {
        let mut said = false;
        loop {
            match xml.next()? {
                Node::Open(tag) if tag.name() == "c" => said |= !xml.text()?.is_empty(),
                Node::Open(_) => xml.skip()?,
                Node::Close | Node::End => return Ok(said),
                Node::Text(_) => {}
            }
        }
    }

    fn row(&mut self, xml: &mut Xml<'_>, at: usize, budget: &mut Budget) -> Result<(), NotRead> {
        let mut next_column = 0;
        loop {
            let tag = match xml.next()? {
                Node::Open(tag) => tag,
                Node::Close | Node::End => return Ok(()),
                Node::Text(_) => continue,
            };
            if tag.name() != "c" || budget.is_full() {
                xml.skip()?;
                continue;
            }
            let column = tag.attr("r").and_then(|it| place(&it)).map_or(next_column, |it| it.1);
            next_column = column.saturating_add(1);
            let cell = self.cell(xml, &tag, column)?;
            let bytes = cell.paragraphs.iter().map(|it| it.text.len()).sum();
            if cell.paragraphs.is_empty() || MAX_COLUMNS <= column || !budget.paragraph(bytes) {
                continue;
            }
            if self.rows.len() <= at {
                self.rows.resize_with(at + 1, SheetRow::new);
            }
            if let Some(row) = self.rows.get_mut(at) {
                row.insert(column, cell);
            }
        }
    }

    fn cell(&self, xml: &mut Xml<'_>, tag: &Tag<'_>, column: usize) -> Result<Cell, NotRead> {
        let kind = tag.attr("t").unwrap_or_default();
        let look = self.workbook.formats.get(tag.number("s"));
        let (mut value, mut written) = (String::new(), None);
        loop {
            match xml.next()? {
                Node::Open(tag) => match tag.name() {
                    "v" => value = xml.text()?,
                    "is" => written = Some(rich_text(xml)?),
                    _ => xml.skip()?,
                },
                Node::Close | Node::End => break,
                Node::Text(_) => {}
            }
        }
        let mut cell = match (kind.as_str(), written) {
            (_, Some(text)) => sheet::cell(column, &text),
            ("s", _) => {
                let index = value.trim().parse().unwrap_or(usize::MAX);
                sheet::cell(column, self.workbook.strings.get(index).map_or("", |it| it))
            }
            ("b", _) => sheet::cell(column, if value == "1" { "ИСТИНА" } else { "ЛОЖЬ" }),
            ("str" | "e", _) => sheet::cell(column, &tidy(&value)),
            ("d", _) => dated(column, value.get(..10).and_then(|it| it.parse().ok()), &value),
            _ => self.number(column, &value, look),
        };
        for line in &mut cell.paragraphs {
            (line.bold, line.centred) = (look.bold, look.centred);
        }
        Ok(cell)
    }

    fn number(&self, column: usize, written: &str, look: Look) -> Cell {
        let Ok(value) = written.trim().parse::<f64>() else { return sheet::cell(column, written) };
        let number = |percent| Some(Number { value, percent });
        match look.shows {
            Shows::Percent => {
                let text = format!("{}%", trimmed(value * 100.0, 2));
                Cell { number: number(true), ..sheet::cell(column, &text) }
            }
            Shows::Fixed(decimals) => {
                let text = format!("{value:.*}", decimals.min(9));
                Cell { number: number(false), ..sheet::cell(column, &text) }
            }
            Shows::Plain => {
                Cell { number: number(false), ..sheet::cell(column, &trimmed(value, 10)) }
            }
            Shows::Time => sheet::cell(column, &time(value)),
            Shows::Date { day, month, year } => match self::day(value, self.workbook.epoch) {
                Some(it) if day && month && year => dated(column, Some(it), written),
                Some(it) => sheet::cell(column, &part_of_date(it, day, month, year)),
                None => sheet::cell(column, written),
            },
        }
    }
}

/// From where a workbook counts its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Epoch {
    /// 1900, as Excel for Windows.
    Nineteen00,
    /// 1904, as Excel for the Mac of old.
    Nineteen04,
}

/// The day that a number stands for.
pub(crate) fn day(value: f64, epoch: Epoch) -> Option<Date> {
    // The last day that Excel knows is 31.12.9999.
    if !(0.0..2_958_466.0).contains(&value) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "checked to be a small whole number")]
    let days = value.floor() as i64;
    let from = match (epoch, days) {
        (Epoch::Nineteen04, _) => date(1904, 1, 1),
        // Excel believes that 1900 was a leap year.
        (Epoch::Nineteen00, ..=59) => date(1899, 12, 31),
        (Epoch::Nineteen00, _) => date(1899, 12, 30),
    };
    from.checked_add(days.days()).ok()
}

fn dated(column: usize, date: Option<Date>, written: &str) -> Cell {
    match date {
        Some(it) => {
            let text = format!("{:02}.{:02}.{}", it.day(), it.month(), it.year());
            Cell { date, ..sheet::cell(column, &text) }
        }
        None => sheet::cell(column, written),
    }
}

/// A date of which the sheet shows only a part: the rest of it nobody meant.
fn part_of_date(it: Date, day: bool, month: bool, year: bool) -> String {
    const MONTHS: [(&str, &str); 12] = [
        ("январь", "января"),
        ("февраль", "февраля"),
        ("март", "марта"),
        ("апрель", "апреля"),
        ("май", "мая"),
        ("июнь", "июня"),
        ("июль", "июля"),
        ("август", "августа"),
        ("сентябрь", "сентября"),
        ("октябрь", "октября"),
        ("ноябрь", "ноября"),
        ("декабрь", "декабря"),
    ];
    let at = usize::try_from(it.month() - 1).unwrap_or(0);
    let (name, of) = MONTHS.get(at).copied().unwrap_or_default();
    let mut parts = Vec::new();
    match (day, month) {
        (true, true) => parts.push(format!("{} {of}", it.day())),
        (true, false) => parts.push(it.day().to_string()),
        (false, true) => parts.push(name.to_owned()),
        (false, false) => {}
    }
    if year {
        parts.push(it.year().to_string());
    }
    parts.join(" ")
}

/// A number with at most so many decimals and no zeros at the end.
fn trimmed(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => text,
    }
}

fn time(value: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "rounded to whole minutes of one day")]
    let minutes = (value.rem_euclid(1.0) * 1440.0).round() as i64 % 1440;
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// `B12` as row and column from 0.
pub(crate) fn place(name: &str) -> Option<(usize, usize)> {
    let name = name.replace('$', "");
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    if letters == 0 || 3 < letters {
        return None;
    }
    let (column, row) = name.split_at(letters);
    let column = column
        .bytes()
        .fold(0, |sum, it| sum * 26 + usize::from(it.to_ascii_uppercase() - b'A') + 1);
    let row: usize = row.parse().ok()?;
    Some((row.checked_sub(1)?, column - 1))
}

fn rectangle(name: &str) -> Option<Merge> {
    let (from, to) = name.split_once(':')?;
    let ((top, left), (bottom, right)) = (place(from)?, place(to)?);
    (left < MAX_COLUMNS && top < MAX_ROWS).then_some(Merge { top, left, bottom, right })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_as_excel_writes_them() {
        assert_eq!(place("A1"), Some((0, 0)));
        assert_eq!(place("$AB$12"), Some((11, 27)));
        assert_eq!(place("12"), None);
        assert_eq!(place("A0"), None);
        let merge = Merge { top: 0, left: 1, bottom: 2, right: 3 };
        assert_eq!(rectangle("B1:D3"), Some(merge));
    }

    #[test]
    fn a_part_of_a_date_is_said_as_a_person_says_it() {
        let it = date(2025, 9, 1);
        assert_eq!(part_of_date(it, false, true, true), "сентябрь 2025");
        assert_eq!(part_of_date(it, true, true, false), "1 сентября");
        assert_eq!(part_of_date(it, false, false, true), "2025");
    }
}
