//! The same table in every format reads back the same; no bytes whatever make the reader panic.

use documents::{fixture, read};
use proptest::prelude::*;
use roadmap::source::{Block, Cell, Row, Source, Table};

/// Words as people write them in cells, with signs that formats must escape.
fn text() -> impl Strategy<Value = String> {
    let word = "[А-Яа-яЁёA-Z0-9«»№—<>&\"%;,()/+-]{1,9}";
    prop::collection::vec(word, 1..5).prop_map(|it| it.join(" "))
}

fn cell_text() -> impl Strategy<Value = String> {
    prop_oneof![
        1 => Just(String::new()),
        6 => prop::collection::vec(text(), 1..3).prop_map(|it| it.join("\n")),
    ]
}

/// A table with merged cells: some cells cover the one on their right or the one below.
fn table() -> impl Strategy<Value = Table> {
    (3_usize..6, 2_usize..7)
        .prop_flat_map(|(columns, rows)| {
            let row = prop::collection::vec((cell_text(), 0_u8..8), columns);
            prop::collection::vec(row, rows)
        })
        .prop_map(build)
}

fn build(texts: Vec<Vec<(String, u8)>>) -> Table {
    let mut table = Table::default();
    for (at, row) in texts.iter().enumerate() {
        let mut cells: Vec<Cell> = Vec::new();
        for (column, (text, merged)) in row.iter().enumerate() {
            let above: Option<&Row> = at.checked_sub(1).and_then(|it| table.rows.get(it));
            let over = above.and_then(|it| it.cells.iter().find(|it| it.column == column));
            let taken = cells.last().is_some_and(|it| column < it.column + it.column_span);
            let free_below = over.is_some_and(|it| it.column_span == 1 && 1 < at);
            match merged {
                _ if taken => {}
                // The first two rows stay whole, so that every format sees where a table begins.
                0 if 1 < at && column + 1 < row.len() => {
                    cells.push(Cell { column_span: 2, ..fixture::cell(column, text) });
                }
                1 if free_below => {
                    cells.push(Cell { continued: true, ..fixture::cell(column, "") });
                }
                _ if at < 2 => cells.push(fixture::cell(column, &format!("я{text}"))),
                _ => cells.push(fixture::cell(column, text)),
            }
        }
        table.rows.push(Row { cells, header: false });
    }
    count_rows(&mut table);
    table
}

fn count_rows(table: &mut Table) {
    for at in 1..table.rows.len() {
        let columns: Vec<usize> = continued(&table.rows[at]);
        for column in columns {
            let origin = (0..at).rev().find_map(|above| {
                let row = &table.rows[above];
                let it = row.cells.iter().position(|it| it.column == column && !it.continued)?;
                Some((above, it))
            });
            if let Some((above, it)) = origin {
                table.rows[above].cells[it].row_span = at - above + 1;
            }
        }
    }
}

fn continued(row: &Row) -> Vec<usize> {
    row.cells.iter().filter(|it| it.continued).map(|it| it.column).collect()
}

fn document() -> impl Strategy<Value = Source> {
    (text(), table(), text()).prop_map(|(above, table, below)| {
        let text = |it: &str| fixture::paragraph(&format!("т {it}"));
        fixture::source(vec![text(&above), Block::Table(table), text(&below)])
    })
}

/// The document as a sheet holds it: below an empty row other words of the sheet begin, so no row
/// is empty.
fn sheet(source: &Source) -> Source {
    let mut table = table_of(source).cloned().unwrap_or_default();
    for row in &mut table.rows {
        let says = row.cells.iter().any(|it| !it.paragraphs.is_empty());
        if let (false, Some(cell)) = (says, row.cells.first_mut()) {
            cell.paragraphs = fixture::cell(0, "я").paragraphs;
            cell.continued = false;
        }
        row.cells.iter_mut().for_each(|it| it.row_span = 1);
    }
    count_rows(&mut table);
    fixture::source(vec![Block::Table(table)])
}

/// Words with signs that other files separate by could be read either way: they are left out.
fn without_other_separators(mut source: Source, separator: char) -> Source {
    let tables = source.blocks.iter_mut().filter_map(|it| match it {
        Block::Table(table) => Some(table),
        Block::Paragraph(_) => None,
    });
    let cells = tables.flat_map(|it| &mut it.rows).flat_map(|it| &mut it.cells);
    for paragraph in cells.flat_map(|it| &mut it.paragraphs) {
        let kept = |it: &char| *it == separator || ![';', ',', '\t'].contains(it);
        let text: String = paragraph.text.chars().filter(kept).collect();
        let words: Vec<&str> = text.split_whitespace().collect();
        paragraph.text = format!("я{}", words.join(" "));
    }
    source
}

/// The table of what was read.
fn table_of(source: &Source) -> Option<&Table> {
    source.blocks.iter().find_map(|it| match it {
        Block::Table(table) => Some(table),
        Block::Paragraph(_) => None,
    })
}

/// The table without empty rows at its end: a sheet does not know them.
fn trimmed(table: &Table) -> Table {
    let mut table = table.clone();
    let says = |row: &Row| row.cells.iter().any(|it| !it.paragraphs.is_empty());
    while table.rows.last().is_some_and(|it| !says(it)) {
        table.rows.pop();
    }
    for row in &mut table.rows {
        row.cells.iter_mut().for_each(|it| it.row_span = 1);
    }
    count_rows(&mut table);
    table
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_document_of_words_reads_back_the_same(source in document()) {
        prop_assert_eq!(read::read("а.docx", &fixture::docx(&source)), Ok(source.clone()));
        prop_assert_eq!(read::read("а.odt", &fixture::odt(&source)), Ok(source));
    }

    #[test]
    fn a_table_on_a_sheet_reads_back_the_same(source in document()) {
        let only = sheet(&source);
        let expected = table_of(&only).map(trimmed);
        for (name, bytes) in [("а.xlsx", fixture::xlsx(&only)), ("а.ods", fixture::ods(&only))] {
            let read = read::read(name, &bytes).unwrap();
            prop_assert_eq!(table_of(&read).map(trimmed), expected.clone(), "{}", name);
        }
    }

    #[test]
    fn separated_values_read_back_the_same(source in document(), at in 0_usize..3) {
        let separator = [';', ',', '\t'][at];
        let only = without_other_separators(sheet(&source), separator);
        let bytes = fixture::csv(&only, separator);
        let read = read::read("а.csv", &bytes).unwrap();
        let texts = |it: &Table| -> Vec<Vec<String>> {
            let row = |row: &Row| {
                let said = row.cells.iter().flat_map(|it| {
                    std::iter::once(it.text()).chain(std::iter::repeat_n(String::new(), it.column_span - 1))
                });
                said.collect()
            };
            it.rows.iter().map(row).collect()
        };
        let expected = table_of(&only).map(trimmed);
        prop_assert_eq!(table_of(&read).map(texts), expected.as_ref().map(texts));
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..3000)) {
        for name in ["а", "а.csv", "а.docx"] {
            let _ = read::read(name, &bytes);
        }
    }

    #[test]
    fn no_text_makes_the_reader_panic(
        text in "([0-9.]{1,3}|[а-яА-Я]{1,5}|\t|\n|\n\n|</?[bp]>|\\*\\*|--|\\||;|\"|&nbsp;| ){0,120}"
    ) {
        let _ = read::read("а.txt", text.as_bytes());
        let _ = read::read("а.csv", text.as_bytes());
    }

    #[test]
    fn no_damage_makes_the_reader_panic(
        source in document(),
        flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in any::<prop::sample::Index>(),
    ) {
        for whole in [
            fixture::docx(&source),
            fixture::odt(&source),
            fixture::xlsx(&source),
            fixture::ods(&source),
            fixture::csv(&source, ';'),
        ] {
            let mut flipped = whole.clone();
            for (at, bits) in &flips {
                let at = at.index(flipped.len());
                flipped[at] ^= bits;
            }
            let _ = read::read("а", &flipped);
            let _ = read::read("а", &whole[..cut.index(whole.len())]);
        }
    }
}
