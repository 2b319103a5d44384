//! Separated values of any code page as one sheet.
//!
//! It decides where a field ends. Our own walk rather than a library's: a library passes over empty
//! lines, and rows must have the numbers that a spreadsheet shows. Deliberately absent: types.

use super::grid::Grid;
use super::limits::MAX_COLUMNS;
use crate::read::{NotRead, csv, encoding};

/// Reads a text of separated values.
pub(super) fn read(bytes: &[u8], each: &mut dyn FnMut(&Grid<'_>)) -> Result<(), NotRead> {
    let decoded = encoding::decode(bytes);
    let (told, text) = csv::told_separator(&decoded.text);
    // Only as much as shows the separator is looked at.
    let sample = &text[..text.floor_char_boundary(SAMPLE_BYTES)];
    let separator = told.unwrap_or_else(|| csv::likeliest(sample));
    let mut grid = Grid::new(String::new(), "");
    let mut rest = text;
    let mut number = 0;
    let mut field = String::new();
    while !rest.is_empty() {
        number += 1;
        grid.begin_row(number)?;
        let mut column = 0;
        loop {
            field.clear();
            let (after, end) = take_field(rest, separator, &mut field);
            if column < MAX_COLUMNS {
                grid.push_text(column, &field)?;
            }
            column += 1;
            rest = after;
            if end == End::Row {
                break;
            }
        }
    }
    grid.finish();
    each(&grid);
    Ok(())
}

const SAMPLE_BYTES: usize = 256 * 1024;
/// Longest field that is kept, bytes.
const MAX_FIELD_BYTES: usize = 64 * 1024;

/// What follows a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Field,
    Row,
}

/// Adds to a field as long as it may be kept: a quotation without an end is a whole file, and no
/// fact of a person comes near the limit, beyond which a cell is refused anyway.
fn push(field: &mut String, text: &str) {
    let room = MAX_FIELD_BYTES.saturating_sub(field.len());
    field.push_str(&text[..text.floor_char_boundary(room)]);
}

/// Takes one field off a text; gives what is left.
fn take_field<'t>(text: &'t str, separator: u8, field: &mut String) -> (&'t str, End) {
    let mut rest = text;
    if let Some(mut quoted) = text.strip_prefix('"') {
        loop {
            let Some(end) = quoted.find('"') else {
                push(field, quoted);
                return ("", End::Row);
            };
            push(field, &quoted[..end]);
            quoted = &quoted[end + 1..];
            match quoted.strip_prefix('"') {
                Some(after) => {
                    field.push('"');
                    quoted = after;
                }
                None => break,
            }
        }
        rest = quoted;
    }
    let ends = |it: &u8| *it == separator || *it == b'\n' || *it == b'\r';
    let end = rest.bytes().position(|it| ends(&it)).unwrap_or(rest.len());
    push(field, &rest[..end]);
    match rest.as_bytes().get(end) {
        Some(it) if *it == separator => (&rest[end + 1..], End::Field),
        Some(b'\r') if rest[end + 1..].starts_with('\n') => (&rest[end + 2..], End::Row),
        Some(_) => (&rest[end + 1..], End::Row),
        None => ("", End::Row),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::grid::Value;

    fn rows(bytes: &[u8]) -> Vec<(u32, Vec<(usize, String)>)> {
        let mut rows = Vec::new();
        read(bytes, &mut |grid| {
            for row in (0..grid.n_rows()).filter_map(|it| grid.row(it)) {
                let cells = row.cells().map(|(at, it)| match it {
                    Value::Text(text) => (at, text.to_owned()),
                    other => (at, format!("{other:?}")),
                });
                rows.push((row.number, cells.collect()));
            }
        })
        .unwrap();
        rows
    }

    #[test]
    fn rows_keep_the_numbers_that_a_spreadsheet_shows() {
        let text = "ФИО;Класс\r\n\r\n\"Иванов\nИван\";\"7 \"\"А\"\"\"\n;;\nПетров;8Б";
        let cell = |at: usize, text: &str| (at, text.to_owned());
        let expected = [
            (1, vec![cell(0, "ФИО"), cell(1, "Класс")]),
            (3, vec![cell(0, "Иванов Иван"), cell(1, "7 \"А\"")]),
            (5, vec![cell(0, "Петров"), cell(1, "8Б")]),
        ];
        assert_eq!(rows(text.as_bytes()), expected);
        let (old, _, _) = encoding_rs::WINDOWS_1251.encode(text);
        assert_eq!(rows(&old), expected);
    }

    #[test]
    fn a_quotation_without_an_end_is_read_to_the_end() {
        assert_eq!(rows("а;б\n\"в;г\nд".as_bytes()).len(), 2);
        let endless = format!("\"{}", "а;".repeat(100_000));
        assert!(rows(endless.as_bytes())[0].1[0].1.len() <= MAX_FIELD_BYTES);
        assert_eq!(rows(b"sep=,\n1,2\n"), [(2, vec![(0, "1".into()), (1, "2".into())])]);
    }
}
