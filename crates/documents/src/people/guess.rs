//! A list without a header: what its columns are is told by what stands in them.
//!
//! It decides only what is plain to see: whole names, days, addresses, telephones, classes, jobs.
//! Deliberately absent: guesses at names in parts; such a list needs its header, or a mapping.

use super::grid::{Grid, Value};
use super::layout::{Column, Layout};
use super::value::day::{self, LatestYear};
use super::value::{class, kind, name, reach, text};
use super::vocabulary::Whose;
use mentoring::person::listed::{ListField, PersonKind};

/// How many rows are looked at.
const LOOKED_AT: usize = 60;
/// How many columns.
const COLUMNS: usize = 24;

/// What cells can be seen to be, the surest first.
const SEEN: [ListField; 6] = [
    ListField::FullName,
    ListField::Email,
    ListField::Phone,
    ListField::BirthDate,
    ListField::Class,
    ListField::Position,
];

/// The layout of a sheet without a header; `None` where no column is one of whole names.
pub(super) fn layout(grid: &Grid<'_>) -> Option<Layout> {
    let mut columns: Vec<Column> = Vec::new();
    for column in 0..COLUMNS {
        let free = SEEN.iter().filter(|it| !columns.iter().any(|known| known.field == **it));
        let field = free.copied().find(|it| is_full_of(grid, column, *it));
        columns.extend(field.map(|field| Column {
            column,
            header: letter_of(column),
            field,
            whose: Whose::Own,
        }));
    }
    let has = |field| columns.iter().any(|it| it.field == field);
    let kind = match (has(ListField::Position), has(ListField::Class)) {
        (true, _) => Some(PersonKind::Employee),
        (false, true) => Some(PersonKind::Student),
        (false, false) => None,
    };
    let is_list = has(ListField::FullName);
    is_list.then_some(Layout { columns, header: 0, below: 0, kind })
}

/// A column without a header goes by the letter that a spreadsheet gives it.
fn letter_of(column: usize) -> String {
    let letter = u8::try_from(column).unwrap_or(0).min(25) + b'A';
    char::from(letter).to_string()
}

/// Whether most of what stands in a column is of one kind.
fn is_full_of(grid: &Grid<'_>, column: usize, field: ListField) -> bool {
    let rows = (0..grid.n_rows().min(LOOKED_AT)).filter_map(|it| grid.row(it));
    let (mut n_cells, mut n_right) = (0, 0);
    for value in rows.filter_map(|it| it.get(column)) {
        n_cells += 1;
        n_right += usize::from(is(&value, field));
    }
    2 <= n_right && n_cells * 7 <= n_right * 10
}

fn is(value: &Value<'_>, field: ListField) -> bool {
    let shown = text(value);
    match field {
        ListField::FullName => {
            let n_words = shown.split_whitespace().count();
            (2..=5).contains(&n_words)
                && kind::read(&shown).is_none()
                && name::full(&shown).is_ok_and(|it| name::is_surely_a_name(&it.name))
        }
        ListField::Email => reach::email(&shown).is_ok(),
        ListField::Phone => reach::phone(&shown).is_ok_and(|it| !it.is_empty()),
        ListField::BirthDate => {
            !matches!(value, Value::Number(_)) && day::read(value, LatestYear(9999)).is_ok()
        }
        ListField::Class => {
            class::read(&shown).is_some_and(|it| !it.bytes().all(|it| it.is_ascii_digit()))
        }
        ListField::Position => kind::read(&shown) == Some(PersonKind::Employee),
        _ => false,
    }
}
