//! A sheet as it is read: rows of cells, small enough that a hundred thousand rows fit.
//!
//! It decides how cells are kept: twelve bytes each, with all texts of a sheet in one piece.
//! Deliberately absent: what cells mean, empty cells, looks.

use super::limits::{MAX_CELLS, MAX_COLUMNS, MAX_LIST_ROWS, MAX_MERGES, MAX_TEXT_BYTES};
use crate::read::NotRead;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Value<'a> {
    /// A text, never empty.
    Text(&'a str),
    /// A number.
    Number(f64),
    /// A real date.
    Day(Date),
}

#[derive(Clone, Copy, Debug)]
enum Kind {
    Text,
    Shared,
    Number,
    Day,
}

/// A cell: where its text stands, or the bits of its number, or the digits of its day.
#[derive(Clone, Copy, Debug)]
struct Slot {
    a: u32,
    b: u32,
    column: u16,
    kind: Kind,
}

/// Merged cells, all ends inside; rows by the sheet's own numbers, columns from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Merge {
    pub(super) top: u32,
    pub(super) left: usize,
    pub(super) bottom: u32,
    pub(super) right: usize,
}

/// A sheet.
#[derive(Debug, Default)]
pub(super) struct Grid<'s> {
    /// Its name; empty where it has none.
    pub(super) name: String,
    shared: &'s str,
    text: String,
    slots: Vec<Slot>,
    /// The sheet's own number of a row, and where its cells begin.
    rows: Vec<(u32, u32)>,
    merges: Vec<Merge>,
    /// Column → merged rows, and the row that has the value.
    down: BTreeMap<usize, Vec<(u32, u32, usize)>>,
}

/// A row of a sheet.
#[derive(Clone, Copy)]
pub(super) struct GridRow<'g> {
    grid: &'g Grid<'g>,
    at: usize,
    /// The sheet's own number, from 1.
    pub(super) number: u32,
}

impl<'s> Grid<'s> {
    /// An empty sheet; `shared` is the text that cells may point into.
    pub(super) fn new(name: String, shared: &'s str) -> Self {
        Self { name, shared, ..Self::default() }
    }

    /// Begins a row with the sheet's own number.
    pub(super) fn begin_row(&mut self, number: u32) -> Result<(), NotRead> {
        if self.rows.last().is_some_and(|it| it.1 as usize == self.slots.len()) {
            self.rows.pop();
        }
        if self.rows.len() == MAX_LIST_ROWS {
            return Err(NotRead::UnpacksTooLarge { limit: MAX_LIST_ROWS });
        }
        self.rows.push((number, place(self.slots.len())));
        Ok(())
    }

    /// Adds a text to the row begun last; an empty one is nothing.
    pub(super) fn push_text(&mut self, column: usize, written: &str) -> Result<(), NotRead> {
        let from = self.text.len();
        push_tidy(&mut self.text, written);
        let length = self.text.len() - from;
        if MAX_TEXT_BYTES < self.text.len() {
            return Err(NotRead::UnpacksTooLarge { limit: MAX_TEXT_BYTES });
        }
        match length {
            0 => Ok(()),
            _ => self.push(column, Kind::Text, [place(from), place(length)]),
        }
    }

    /// Adds a text by its place in the shared text.
    pub(super) fn push_shared(
        &mut self,
        column: usize,
        range: std::ops::Range<usize>,
    ) -> Result<(), NotRead> {
        match range.is_empty() {
            true => Ok(()),
            false => self.push(column, Kind::Shared, [place(range.start), place(range.len())]),
        }
    }

    /// Adds a number.
    pub(super) fn push_number(&mut self, column: usize, number: f64) -> Result<(), NotRead> {
        let bits = number.to_bits();
        let low = u32::try_from(bits & u64::from(u32::MAX)).unwrap_or(0);
        let high = u32::try_from(bits >> 32).unwrap_or(0);
        self.push(column, Kind::Number, [high, low])
    }

    /// Adds a day.
    pub(super) fn push_day(&mut self, column: usize, day: Date) -> Result<(), NotRead> {
        let year = u32::try_from(day.year()).unwrap_or(0);
        let rest = u32::from(day.month().unsigned_abs()) * 32 + u32::from(day.day().unsigned_abs());
        self.push(column, Kind::Day, [year, rest])
    }

    fn push(&mut self, column: usize, kind: Kind, [a, b]: [u32; 2]) -> Result<(), NotRead> {
        let begun = self.rows.last().map_or(0, |it| it.1 as usize);
        let last = self.slots.get(begun..).and_then(<[Slot]>::last);
        // A cell that comes again, or before one that came, is none that a program writes.
        if MAX_COLUMNS <= column || last.is_some_and(|it| column <= usize::from(it.column)) {
            return Ok(());
        }
        if self.slots.len() == MAX_CELLS {
            return Err(NotRead::UnpacksTooLarge { limit: MAX_CELLS });
        }
        let column = u16::try_from(column).unwrap_or(u16::MAX);
        self.slots.push(Slot { a, b, column, kind });
        Ok(())
    }

    /// Adds a merged rectangle.
    pub(super) fn push_merge(&mut self, merge: Merge) {
        let inside = merge.left < MAX_COLUMNS && merge.left <= merge.right;
        if self.merges.len() < MAX_MERGES && inside && merge.top <= merge.bottom {
            self.merges.push(merge);
        }
    }

    /// Ends the sheet: cells merged downwards can be asked for from now on.
    pub(super) fn finish(&mut self) {
        if self.rows.last().is_some_and(|it| it.1 as usize == self.slots.len()) {
            self.rows.pop();
        }
        self.merges.sort_unstable_by_key(|it| (it.top, it.left));
        for it in self.merges.iter().filter(|it| it.top < it.bottom) {
            // Rows come in the order of their numbers; where they do not, nothing is found.
            if let Ok(row) = self.rows.binary_search_by_key(&it.top, |row| row.0) {
                self.down.entry(it.left).or_default().push((it.top, it.bottom, row));
            }
        }
    }

    /// How many rows say something.
    pub(super) fn n_rows(&self) -> usize {
        self.rows.len()
    }

    /// A row by its place among those that say something.
    pub(super) fn row(&'s self, at: usize) -> Option<GridRow<'s>> {
        self.rows.get(at).map(|it| GridRow { grid: self, at, number: it.0 })
    }

    /// The last column that a cell is merged over; itself where it is not merged.
    pub(super) fn right_of(&self, row: u32, column: usize) -> usize {
        let from = self.merges.partition_point(|it| it.top < row);
        let same_row = self.merges.iter().skip(from).take_while(|it| it.top == row);
        same_row.filter(|it| it.left == column).map(|it| it.right).next().unwrap_or(column)
    }

    fn value(&self, slot: Slot) -> Option<Value<'_>> {
        let (a, b) = (slot.a as usize, slot.b as usize);
        match slot.kind {
            Kind::Text => self.text.get(a..a + b).map(Value::Text),
            Kind::Shared => self.shared.get(a..a + b).map(Value::Text),
            Kind::Number => {
                Some(Value::Number(f64::from_bits(u64::from(slot.a) << 32 | u64::from(slot.b))))
            }
            Kind::Day => {
                let year = i16::try_from(slot.a).ok()?;
                let month = i8::try_from(slot.b >> 5).ok()?;
                let day = i8::try_from(slot.b & 31).ok()?;
                Date::new(year, month, day).ok().map(Value::Day)
            }
        }
    }
}

impl<'g> GridRow<'g> {
    fn slots(self) -> &'g [Slot] {
        let from = self.grid.rows.get(self.at).map_or(0, |it| it.1 as usize);
        let to = self.grid.rows.get(self.at + 1);
        let to = to.map_or(self.grid.slots.len(), |it| it.1 as usize);
        self.grid.slots.get(from..to).unwrap_or_default()
    }

    /// The cells that say something, from left to right.
    pub(super) fn cells(self) -> impl Iterator<Item = (usize, Value<'g>)> {
        let slots = self.slots().iter();
        slots.filter_map(move |it| Some((usize::from(it.column), self.grid.value(*it)?)))
    }

    /// How many cells say something.
    pub(super) fn filled(self) -> usize {
        self.slots().len()
    }

    /// What stands in a column.
    pub(super) fn get(self, column: usize) -> Option<Value<'g>> {
        let slots = self.slots();
        let at = slots.binary_search_by_key(&column, |it| usize::from(it.column)).ok()?;
        self.grid.value(*slots.get(at)?)
    }

    /// What stands in a column, or in the cell above that is merged down over it.
    pub(super) fn get_merged(self, column: usize) -> Option<Value<'g>> {
        self.get(column).or_else(|| {
            let down = self.grid.down.get(&column)?;
            let at = down.partition_point(|it| it.0 <= self.number).checked_sub(1)?;
            let (_, bottom, row) = *down.get(at)?;
            if bottom < self.number { None } else { self.grid.row(row)?.get(column) }
        })
    }
}

/// Places stay far below four gibibytes by the limits.
fn place(it: usize) -> u32 {
    u32::try_from(it).unwrap_or(u32::MAX)
}

/// Adds a text without what cannot be seen, its ends trimmed; breaks of lines become spaces.
pub(super) fn push_tidy(into: &mut String, text: &str) {
    let from = into.len();
    for it in text.trim().chars() {
        let space = it.is_whitespace() || it == '\u{A0}';
        let invisible = matches!(it, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}');
        if space {
            if !into[from..].ends_with(' ') {
                into.push(' ');
            }
        } else if !invisible && !it.is_control() {
            into.push(it);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn cells_are_kept_as_they_were_given() {
        let mut grid = Grid::new("Лист".into(), "общий текст");
        let days = [date(1985, 3, 12), date(2000, 12, 31), date(1960, 8, 1), date(9999, 1, 31)];
        grid.begin_row(3).unwrap();
        grid.push_text(0, " Анна\u{A0}\n Ивановна\u{200B} ").unwrap();
        grid.push_shared(2, 0..10).unwrap();
        grid.push_number(5, -12.5).unwrap();
        grid.push_text(4, "слева").unwrap();
        grid.begin_row(4).unwrap();
        grid.begin_row(7).unwrap();
        days.iter().enumerate().for_each(|(at, it)| grid.push_day(at, *it).unwrap());
        grid.push_merge(Merge { top: 3, left: 2, bottom: 9, right: 4 });
        grid.finish();
        assert_eq!(grid.n_rows(), 2);
        let (first, last) = (grid.row(0).unwrap(), grid.row(1).unwrap());
        assert_eq!((first.number, last.number), (3, 7));
        let cells: Vec<_> = first.cells().collect();
        let text = |it| Value::Text(it);
        assert_eq!(
            cells,
            [(0, text("Анна Ивановна")), (2, text("общий")), (5, Value::Number(-12.5))]
        );
        let kept: Vec<_> = last.cells().map(|it| it.1).collect();
        assert_eq!(kept, days.map(Value::Day));
        assert_eq!(grid.right_of(3, 2), 4);
        assert_eq!(last.get_merged(4), None);
        assert_eq!(last.get_merged(2), Some(Value::Day(date(1960, 8, 1))));
    }

    #[test]
    fn a_cell_merged_down_speaks_for_the_rows_below() {
        let mut grid = Grid::new(String::new(), "");
        for row in 1..=5 {
            grid.begin_row(row).unwrap();
            if row == 2 {
                grid.push_text(0, "7А").unwrap();
            }
            grid.push_text(1, "имя").unwrap();
        }
        grid.push_merge(Merge { top: 2, left: 0, bottom: 4, right: 0 });
        grid.finish();
        let said = |at| grid.row(at).unwrap().get_merged(0);
        let class = Some(Value::Text("7А"));
        assert_eq!([0, 1, 2, 3, 4].map(said), [None, class, class, class, None]);
    }
}
