//! Comma-separated values, whatever the comma is.
//!
//! It decides the separator by which of them gives rows of one length. Deliberately absent: types
//! of values; a date in a text is the compiler's to read.

use super::budget::Budget;
use super::encoding;
use super::limits::{MAX_COLUMNS, MAX_ROWS, MAX_TEXT_BYTES};
use super::sheet::{self, SheetRow};
use csv::ReaderBuilder;
use roadmap::source::{Notice, Source};

const SEPARATORS: [u8; 4] = [b';', b',', b'\t', b'|'];

/// How many records are looked at to tell the separator.
const SAMPLE: usize = 200;

/// Reads a text of separated values of any code page.
pub(super) fn read(bytes: &[u8]) -> (Source, usize) {
    let decoded = encoding::decode(bytes);
    let mut source = Source::default();
    source.notices.extend(decoded.guessed.map(|it| Notice::GuessedEncoding(it.to_owned())));
    if 0 < decoded.broken {
        source.notices.push(Notice::BrokenBytes(decoded.broken));
    }
    let (told, text) = told_separator(&decoded.text);
    let separator = told.unwrap_or_else(|| likeliest(text));
    let mut budget = Budget::default();
    let mut rows = Vec::new();
    for (after_gap, record) in records_with_gaps(text, separator) {
        if after_gap && !rows.is_empty() {
            rows.push(SheetRow::new());
        }
        if MAX_ROWS <= rows.len() {
            budget.leave_rows_out();
            break;
        }
        if !budget.paragraph(record.iter().map(String::len).sum()) {
            break;
        }
        let cells = record.iter().enumerate().take(MAX_COLUMNS);
        rows.push(cells.map(|(at, text)| (at, sheet::cell(at, text))).collect());
    }
    source.blocks = sheet::blocks(None, rows, &mut budget);
    if MAX_TEXT_BYTES < text.len() && !budget.is_full() {
        source.notices.push(Notice::TextLeftOut);
    }
    budget.notices(&mut source.notices);
    (source, 0)
}

/// Whether a text without tabs is a list of separated values all the same: lines of one length.
pub(super) fn looks_separated(bytes: &[u8]) -> bool {
    let decoded = encoding::decode(&bytes[..bytes.len().min(64 * 1024)]);
    if decoded.text.contains('\t') {
        return false;
    }
    let (_, usual, share) = regularity(&decoded.text, b';');
    3 <= usual && 80 <= share
}

/// Excel writes `sep=;` into the first line for itself.
pub(crate) fn told_separator(text: &str) -> (Option<u8>, &str) {
    let line = text.lines().next().unwrap_or_default();
    match line.trim().strip_prefix("sep=").map(str::as_bytes) {
        Some([it]) if it.is_ascii() => (Some(*it), &text[line.len()..]),
        _ => (None, text),
    }
}

/// The separator that gives rows of one length.
pub(crate) fn likeliest(text: &str) -> u8 {
    let score = |separator: &u8| {
        let (records, usual, share) = regularity(text, *separator);
        if usual < 2 { 0 } else { records * share * (usual - 1).min(8) }
    };
    SEPARATORS.into_iter().rev().max_by_key(score).unwrap_or(b';')
}

/// Records looked at, the most frequent number of their fields, and its share in hundredths.
fn regularity(text: &str, separator: u8) -> (usize, usize, usize) {
    let mut counts = [0_usize; MAX_COLUMNS + 1];
    let mut records = 0;
    for record in self::records(text, separator).take(SAMPLE) {
        counts[record.len().min(MAX_COLUMNS)] += 1;
        records += 1;
    }
    let usual = counts.iter().enumerate().max_by_key(|(_, it)| **it).map_or(0, |(at, _)| at);
    (records, usual, counts[usual] * 100 / records.max(1))
}

/// Whether an empty line begins at a byte where a record was looked for.
fn is_gap(text: &[u8], start: usize) -> bool {
    let ends = text.get(start..).unwrap_or_default().iter();
    let n_ends =
        ends.take_while(|it| matches!(it, b'\r' | b'\n')).filter(|it| **it == b'\n').count();
    // Of «\r\n» the second sign may be left over from the line before.
    let is_half = start.checked_sub(1).and_then(|it| text.get(it)) == Some(&b'\r');
    usize::from(is_half) < n_ends
}

fn records(text: &str, separator: u8) -> impl Iterator<Item = Vec<String>> {
    records_with_gaps(text, separator).map(|it| it.1)
}

/// Records, each with whether an empty line stands before it: what the library passes over parts a
/// table from the text below it.
fn records_with_gaps(text: &str, separator: u8) -> impl Iterator<Item = (bool, Vec<String>)> {
    let text = &text[..text.floor_char_boundary(MAX_TEXT_BYTES)];
    let reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let records = reader.into_records().map_while(Result::ok);
    records.map(|it| {
        let start = it.position().map_or(0, |it| usize::try_from(it.byte()).unwrap_or(usize::MAX));
        let fields = it.iter().take(MAX_COLUMNS).map(str::to_owned).collect();
        (is_gap(text.as_bytes(), start), fields)
    })
}
