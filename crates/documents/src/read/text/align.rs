//! Rows with fewer cells than the table: which columns do their cells stand in?
//!
//! It decides by likeness of words: a page on which two columns were merged keeps its people under
//! «Ответственный». Deliberately absent: the meaning of columns.

use roadmap::source::Row;
use std::collections::BTreeSet;

/// More columns than this are not compared; such tables only join at equal width.
const MAX_COMPARED: usize = 24;
/// Rows of a table that are looked at for likeness, from its end.
const MAX_ROWS_COMPARED: usize = 40;
/// Least likeness, in hundredths for each filled column, at which narrower rows belong to a table.
const LEAST_LIKENESS: usize = 12;

/// The columns of narrower rows: first column and span for each of their cells.
pub(super) struct Fit(Option<Vec<(usize, usize)>>);

impl Fit {
    /// Puts the cells of a row where they belong.
    pub(super) fn place(&self, mut row: Row) -> Row {
        let Some(places) = &self.0 else { return row };
        // A row with still fewer cells than its run has lost its last ones.
        for (cell, (column, span)) in row.cells.iter_mut().zip(places) {
            (cell.column, cell.column_span) = (*column, *span);
        }
        row
    }
}

/// Whether rows belong to a table, and where their cells stand in it.
///
/// - `wide`: columns of the table, as [`width`] counts them.
/// - `comparisons`: how many times words may still be compared; pages beyond that do not join.
/// - Returns: `None` where they are another table.
pub(super) fn fit(
    table: &[Row],
    wide: usize,
    next: &[Row],
    comparisons: &mut usize,
) -> Option<Fit> {
    let narrow = cells(next);
    if wide == narrow {
        return Some(Fit(None));
    }
    if wide < narrow || !(2..=MAX_COMPARED).contains(&wide) {
        return None;
    }
    if let Some(spans) = same_as_before(table, wide, narrow) {
        return Some(Fit(Some(spans)));
    }
    *comparisons = comparisons.checked_sub(1)?;
    let likeness = likeness(table, next, wide, narrow);
    let filled = likeness.iter().filter(|it| it.is_some()).count();
    let likeness: Vec<Vec<usize>> =
        likeness.into_iter().map(|it| it.unwrap_or_else(|| vec![0; wide])).collect();
    let (spans, merged) = best_spans(&likeness, wide);
    let lost: usize = likeness.iter().enumerate().map(|(at, it)| it[at]).sum();
    let fit = match lost < merged {
        true => Fit(Some(spans)),
        false => Fit(None),
    };
    let goes_on = || {
        let first = next.first().cloned().map(|it| fit.place(it));
        first.is_some_and(|it| super::join::goes_on(table, &it))
    };
    let alike = filled * LEAST_LIKENESS < lost.max(merged);
    (alike || goes_on()).then_some(fit)
}

/// The places of the rows before, where these are as narrow: the layout of a page seldom changes.
fn same_as_before(table: &[Row], wide: usize, narrow: usize) -> Option<Vec<(usize, usize)>> {
    let last = table.last().filter(|it| it.cells.len() == narrow)?;
    let places: Vec<(usize, usize)> =
        last.cells.iter().map(|it| (it.column, it.column_span)).collect();
    let covered: usize = places.iter().map(|it| it.1).sum();
    (covered == wide).then_some(places)
}

/// Columns of a table.
pub(super) fn width(rows: &[Row]) -> usize {
    rows.iter().flat_map(|it| &it.cells).map(|it| it.column + it.column_span).max().unwrap_or(0)
}

/// Cells of the longest row.
fn cells(rows: &[Row]) -> usize {
    rows.iter().map(|it| it.cells.len()).max().unwrap_or(0)
}

/// How much each narrow column is like each wide one, in hundredths; `None` for an empty column.
fn likeness(table: &[Row], next: &[Row], wide: usize, narrow: usize) -> Vec<Option<Vec<usize>>> {
    let mut words = vec![BTreeSet::new(); wide];
    for row in table.iter().rev().take(MAX_ROWS_COMPARED).chain(table.first()) {
        for cell in &row.cells {
            if let Some(words) = words.get_mut(cell.column) {
                words.extend(tokens(&cell.text()));
            }
        }
    }
    let column = |at: usize| {
        let texts = next.iter().take(MAX_ROWS_COMPARED).filter_map(|it| it.cells.get(at));
        let said: Vec<Vec<String>> =
            texts.map(|it| tokens(&it.text())).filter(|it| !it.is_empty()).collect();
        let share = |known: &BTreeSet<String>| {
            let parts = said.iter().map(|it| {
                let shared = it.iter().filter(|word| known.contains(*word)).count();
                shared * 100 / it.len()
            });
            parts.sum::<usize>() / said.len().max(1)
        };
        (!said.is_empty()).then(|| words.iter().map(share).collect())
    };
    (0..narrow).map(column).collect()
}

/// Divides the wide columns among the narrow ones, in order, so that likeness is greatest.
fn best_spans(likeness: &[Vec<usize>], wide: usize) -> (Vec<(usize, usize)>, usize) {
    let narrow = likeness.len();
    // best[cell][end]: likeness and span of the cell when its columns end before `end`.
    let mut best = vec![vec![None::<(usize, usize)>; wide + 1]; narrow];
    for cell in 0..narrow {
        for end in cell + 1..=wide - (narrow - 1 - cell) {
            for span in 1..=end - cell {
                let begin = end - span;
                let before = match cell {
                    0 if begin == 0 => 0,
                    0 => continue,
                    _ => match best[cell - 1][begin] {
                        Some((before, _)) => before,
                        None => continue,
                    },
                };
                let here = likeness[cell][begin..end].iter().max().copied().unwrap_or(0);
                // Of equals the narrower span wins: it is tried first.
                if best[cell][end].is_none_or(|(it, _)| it < before + here) {
                    best[cell][end] = Some((before + here, span));
                }
            }
        }
    }
    let mut spans = Vec::new();
    let mut end = wide;
    let whole = best.last().and_then(|it| it[wide]).map_or(0, |it| it.0);
    for row in best.iter().rev() {
        let span = row[end].map_or(1, |it| it.1);
        end = end.saturating_sub(span);
        spans.push((end, span));
    }
    spans.reverse();
    (spans, whole)
}

/// Words without their endings; months and years count as one word each.
fn tokens(text: &str) -> Vec<String> {
    const MONTHS: [&str; 12] =
        ["янв", "фев", "март", "апр", "май", "июн", "июл", "авг", "сент", "окт", "нояб", "дек"];
    let text = &text[..text.floor_char_boundary(1000)];
    let words = text.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
    words
        .map(str::to_lowercase)
        .filter_map(|word| {
            let is_number = word.bytes().all(|it| it.is_ascii_digit());
            match word {
                _ if is_number && word.len() == 4 => Some("#год".to_owned()),
                _ if is_number => Some("#число".to_owned()),
                _ if MONTHS.iter().any(|it| word.starts_with(it)) || word == "мая" => {
                    Some("#месяц".to_owned())
                }
                _ => (3 <= word.chars().count()).then(|| word.chars().take(6).collect()),
            }
        })
        .collect()
}
