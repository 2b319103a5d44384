//! Which rows of a table are headings of those below.
//!
//! It decides by merged cells, by what stands alone and by numbers. Deliberately absent: what kind
//! of heading it is and how headings nest (`sections`).

use super::{Reader, is_bold};
use crate::columns::is_number;
use crate::plan::Column;
use crate::sections::{Heading, kind};
use crate::source::Cell;
use crate::table::{span, words};
use crate::vocabulary::squeeze;

impl Reader<'_, '_> {
    /// The number and the words of a row that is only a heading.
    pub(super) fn heading(&self, row: usize, own: &[&Cell]) -> Option<(Option<String>, String)> {
        let layout = &self.chosen.layout;
        let column = |it: &Cell| layout.slot(it).map(|it| layout.slots[it].column);
        let (numbers, others): (Vec<&&Cell>, Vec<&&Cell>) = own.iter().partition(|it| {
            is_number(&words(it))
                && matches!(column(it), Some(Column::Number | Column::Stage))
                && 1 < own.len()
        });
        let number = numbers.first().map(|it| words(it));
        let [only] = others.as_slice() else { return None };
        let text = squeeze(&words(only));
        // A cell merged from above means that the row goes on with something.
        let carried = self.chosen.grid.rows.get(row).is_some_and(|it| {
            it.cells.iter().any(|it| {
                it.continued
                    && matches!(
                        column(it),
                        Some(Column::Activity | Column::Deadline | Column::Responsible)
                    )
            })
        });
        if carried || numbers.len() > 1 {
            return None;
        }
        let width = self.chosen.grid.width;
        let wide =
            span(only).len() * 3 >= width * 2 || own.len() == 1 && span(only).len() * 2 > width;
        let alone =
            self.chosen.grid.rows.get(row).is_some_and(|it| it.cells.len() <= 1 + numbers.len())
                && 2 < width;
        let mut heading =
            wide && 1 < span(only).len() || alone || crate::sections::time(&text).is_some();
        if !heading {
            heading = self.stands_alone(row, only, number.as_deref(), &text, column(only));
        }
        heading.then_some((number, text))
    }

    /// Whether words without anything beside them, in an ordinary cell, are a heading.
    fn stands_alone(
        &self,
        row: usize,
        cell: &Cell,
        number: Option<&str>,
        text: &str,
        column: Option<Column>,
    ) -> bool {
        let layout = &self.chosen.layout;
        let timed = layout.has(Column::Deadline) || layout.has(Column::StartDate);
        if !(timed || layout.has(Column::Responsible))
            || matches!(
                column,
                Some(Column::Deadline | Column::Responsible | Column::Result | Column::Note)
            )
        {
            return false;
        }
        let kind = kind(text, number);
        let staged = layout.has(Column::Stage) && column == Some(Column::Activity);
        if staged && kind == Heading::Plain && !is_bold(cell) {
            return false;
        }
        if matches!(kind, Heading::Part | Heading::Block | Heading::Roman)
            || is_bold(cell) && !self.mostly_bold
        {
            return true;
        }
        if let Some(number) = number {
            let depth = |it: &str| it.trim_end_matches(['.', ')', ' ']).split('.').count();
            return match self.next_number(row) {
                Some(next) => depth(number) < depth(&next),
                None => self.is_unnumbered(row + 1),
            };
        }
        let stage_only = column == Some(Column::Stage) && layout.has(Column::Activity);
        self.mostly_filled
            && text.chars().count() < 200
            && (!text.ends_with('.') || stage_only)
            && row + 1 < self.chosen.grid.rows.len()
    }

    /// The number of the next row that has one.
    fn next_number(&self, row: usize) -> Option<String> {
        let grid = &self.chosen.grid;
        (row + 1..grid.rows.len()).take(1).find_map(|it| {
            let own = grid.own(it);
            own.first().map(|it| words(it)).filter(|it| is_number(it))
        })
    }

    /// Whether a row is full and has no number: rows under a numbered heading may have none.
    fn is_unnumbered(&self, row: usize) -> bool {
        let own = self.chosen.grid.own(row);
        2 < own.len() && own.first().is_some_and(|it| !is_number(&words(it)))
    }
}
