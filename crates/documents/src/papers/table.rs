//! Rows of our markup become a table: widths, header, joined cells.
//!
//! It decides widths where none are given, and widens a column that is narrower than its words.
//! Deliberately absent: the text in cells (`parse`), how wide a word is (`width`).

use super::limits::MOST_COLUMNS;
use super::parse::{Letters, paragraphs, whole_spans};
use super::sheet::{Align, Cell, Span, Style, Table, words};
use super::width::{Room, Want, ems, tokens, widen};

/// Reads rows, each beginning with `|`.
///
/// - `room`: of the paper, by which columns are widened.
pub(super) fn parse(lines: &[&str], room: Room) -> Table {
    let mut rows: Vec<Vec<&str>> = lines.iter().map(|it| cells(it)).collect();
    let rule = rows.iter().position(|it| is_rule(it));
    let n_header = rule.unwrap_or(0);
    let rules: Vec<&str> = rule.map(|at| rows.remove(at)).unwrap_or_default();
    let n_columns = rows.iter().map(Vec::len).chain([rules.len(), 1]).max().unwrap_or(1);
    let align = |column: usize| rules.get(column).map_or(Align::Left, |it| alignment(it));
    let mut widths = widths(&rules, &rows, n_columns);
    widen(&mut widths, &wants(&rows, n_columns, room));
    let mut table = Table { widths, n_header, rows: Vec::new() };
    for (at, row) in rows.iter().enumerate() {
        let mut made: Vec<Cell> = Vec::new();
        for column in 0..n_columns {
            let text = row.get(column).copied().unwrap_or_default();
            match text {
                "<<" if !made.is_empty() => {
                    if let Some(it) = made.last_mut() {
                        it.across += 1;
                    }
                }
                _ => {
                    let align = if at < n_header { Align::Centre } else { align(column) };
                    made.push(cell(column, text, align, at != 0));
                }
            }
        }
        table.rows.push(made);
    }
    count_rows(&mut table);
    loosen(&mut table, room);
    table
}

/// What each column wants for its words; cells that join columns ask for nothing.
fn wants(rows: &[Vec<&str>], n_columns: usize, room: Room) -> Vec<Want> {
    let mut wants = vec![Want::default(); n_columns];
    for row in rows {
        for (at, (text, want)) in row.iter().zip(&mut wants).enumerate() {
            let is_joined = *text == "<<" || row.get(at + 1) == Some(&"<<");
            if !is_joined && *text != "^^" {
                want.add(&words(&whole_spans(text)), room);
            }
        }
    }
    wants
}

/// Words that a space holds together may part where the cell is too narrow for them.
fn loosen(table: &mut Table, room: Room) {
    let widths = &table.widths;
    for cell in table.rows.iter_mut().flatten() {
        let width: u32 = widths.iter().skip(cell.column).take(cell.across).sum();
        let inside = room.cell(width);
        for span in cell.paragraphs.iter_mut().flat_map(|it| &mut it.spans) {
            if let Span::Words { text, .. } = span
                && tokens(text).any(|it| inside < ems(it) && it.contains('\u{a0}'))
            {
                let loose = |it: &str| match inside < ems(it) {
                    true => it.replace('\u{a0}', " "),
                    false => it.to_owned(),
                };
                *text = text.split(' ').map(loose).collect::<Vec<_>>().join(" ");
            }
        }
    }
}

fn cell(column: usize, text: &str, align: Align, has_above: bool) -> Cell {
    let is_continued = text == "^^" && has_above;
    let style = Style::Cell(align);
    let paragraphs = match is_continued || text.is_empty() {
        true => Vec::new(),
        false => paragraphs(style, text, Letters(1)),
    };
    Cell { column, across: 1, down: 1, is_continued, paragraphs }
}

/// The texts between the bars; `\|` is no bar.
fn cells(line: &str) -> Vec<&str> {
    let inside = line.strip_prefix('|').unwrap_or(line);
    let mut cells = Vec::new();
    let mut begin = 0;
    let mut is_escaped = false;
    for (at, sign) in inside.char_indices() {
        if sign == '|' && !is_escaped {
            cells.push(inside[begin..at].trim());
            begin = at + 1;
        }
        is_escaped = sign == '\\' && !is_escaped;
    }
    // A last bar closes the row; without it the rest is a cell.
    if !inside[begin..].trim().is_empty() {
        cells.push(inside[begin..].trim());
    }
    cells.truncate(MOST_COLUMNS);
    cells
}

/// Whether a row is that of `|---|:-20-:|`.
fn is_rule(cells: &[&str]) -> bool {
    let is_part = |it: &&str| {
        it.contains('-') && it.bytes().all(|it| matches!(it, b'-' | b':') || it.is_ascii_digit())
    };
    !cells.is_empty() && cells.iter().all(is_part)
}

fn alignment(rule: &str) -> Align {
    match (rule.starts_with(':'), rule.ends_with(':')) {
        (true, true) => Align::Centre,
        (false, true) => Align::Right,
        _ => Align::Left,
    }
}

/// Widths in thousandths: percents of the rule, and what is left shared by the length of texts.
fn widths(rules: &[&str], rows: &[Vec<&str>], n_columns: usize) -> Vec<u32> {
    let given = |column: usize| -> Option<u32> {
        let rule = rules.get(column)?;
        let digits: String = rule.chars().filter(char::is_ascii_digit).collect();
        digits.parse::<u32>().ok().map(|it| it.clamp(1, 100) * 10)
    };
    let taken: u32 = (0..n_columns).filter_map(given).sum();
    let weights: Vec<u32> =
        (0..n_columns).map(|it| if given(it).is_some() { 0 } else { weight(rows, it) }).collect();
    let all: u32 = weights.iter().sum();
    let left = 1000_u32.saturating_sub(taken).max(if all == 0 { 0 } else { 200 });
    let mut widths: Vec<u32> = (0..n_columns)
        .map(|it| given(it).unwrap_or_else(|| left * weights[it] / all.max(1)).max(20))
        .collect();
    let whole: u32 = widths.iter().sum();
    widths.iter_mut().for_each(|it| *it = *it * 1000 / whole.max(1));
    let rest = 1000_u32.saturating_sub(widths.iter().sum());
    if let Some(widest) = widths.iter_mut().max() {
        *widest += rest;
    }
    widths
}

/// What a column asks for: its longest word, and the square root of its text.
fn weight(rows: &[Vec<&str>], column: usize) -> u32 {
    let mut longest = 3;
    let mut most = 0;
    for text in rows.iter().filter_map(|it| it.get(column)) {
        let text = words(&whole_spans(text));
        let of_word = text.split_whitespace().map(|it| it.chars().count()).max().unwrap_or(0);
        longest = longest.max(of_word.min(24));
        most = most.max(text.chars().count().min(900));
    }
    u32::try_from(longest + 2 + most.isqrt() * 2).unwrap_or(u32::MAX >> 12)
}

/// Counts how many rows the first of joined cells covers.
fn count_rows(table: &mut Table) {
    for at in 1..table.rows.len() {
        let (above, rest) = table.rows.split_at_mut(at);
        let Some(row) = rest.first_mut() else { break };
        for cell in row.iter_mut().filter(|it| it.is_continued) {
            let origin = above.iter_mut().enumerate().rev().find_map(|(place, it)| {
                let first = it.iter_mut().find(|it| it.column == cell.column)?;
                (!first.is_continued).then_some((place, first))
            });
            match origin {
                // Both must be of one width, or the grid would tear.
                Some((place, first)) if first.across == cell.across && first.down == at - place => {
                    first.down += 1;
                }
                _ => cell.is_continued = false,
            }
        }
    }
}
