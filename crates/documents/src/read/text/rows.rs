//! Lines of a text: which of them are rows of a table, and rows that were wrapped over lines.
//!
//! It decides what one row is. Deliberately absent: what belongs together over blank lines
//! (`table`, `join`).

use crate::read::limits::MAX_COLUMNS;

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// Nothing but spaces.
    Blank,
    /// Cells divided by tabs or upright bars.
    Row(Vec<String>),
    /// A line under a header, made of dashes.
    Rule,
    /// Anything else.
    Text(String),
}

/// How many lines of the text one row may be wrapped over.
const MAX_WRAPPED: usize = 12;

/// Tells what a line is by itself.
pub(super) fn classify(line: &str) -> Line {
    if line.trim_matches([' ', '\u{A0}']).is_empty() {
        return Line::Blank;
    }
    let cells: Vec<String> = if line.contains('\t') {
        line.split('\t').take(MAX_COLUMNS).map(|it| it.trim().to_owned()).collect()
    } else if let Some(cells) = bars(line.trim()) {
        cells
    } else if is_rule(line.trim()) {
        return Line::Rule;
    } else {
        return Line::Text(line.trim().to_owned());
    };
    let filled: Vec<&String> = cells.iter().filter(|it| !it.is_empty()).collect();
    match 2 <= filled.len() && filled.iter().all(|it| is_rule(it)) {
        true => Line::Rule,
        false => Line::Row(cells),
    }
}

/// `| one | two |`; a bar inside a cell is written `\|`.
fn bars(line: &str) -> Option<Vec<String>> {
    let inside = line.strip_prefix('|')?.strip_suffix('|')?;
    let mut cells = vec![String::new()];
    let mut chars = inside.chars().peekable();
    while let Some(it) = chars.next() {
        match it {
            '\\' if chars.peek() == Some(&'|') => {
                chars.next();
                cells.last_mut()?.push('|');
            }
            '|' if cells.len() < MAX_COLUMNS => cells.push(String::new()),
            it => cells.last_mut()?.push(it),
        }
    }
    Some(cells.into_iter().map(|it| it.trim().to_owned()).collect())
}

/// Two or more dashes and nothing else: a ruled line, not a dash that stands for «none».
fn is_rule(text: &str) -> bool {
    2 <= text.len()
        && text.chars().all(|it| matches!(it, '-' | '–' | '—' | ':' | '=' | '+' | ' '))
        && text.chars().any(|it| it != ' ' && it != ':')
        && 2 <= text.chars().filter(|it| *it != ' ').count()
}

/// Cuts lines of text after the last row off, unless they go on with its last cell.
pub(super) fn split_off_text(mut run: Vec<Line>) -> (Vec<Line>, Vec<String>) {
    let rows = run.iter().rposition(|it| matches!(it, Line::Row(_))).map_or(0, |it| it + 1);
    let unfinished = match run.get(rows.wrapping_sub(1)) {
        Some(Line::Row(cells)) => cells.last().is_some_and(|it| is_open(it)),
        _ => false,
    };
    let mut keep = rows;
    while unfinished && matches!(run.get(keep), Some(Line::Text(text)) if begins_small(text)) {
        keep += 1;
    }
    let after = run.split_off(keep);
    let texts = after.into_iter().filter_map(|it| match it {
        Line::Text(text) => Some(text),
        _ => None,
    });
    (run, texts.collect())
}

/// Turns a run of lines into rows: a row wrapped inside its cells is put together again.
pub(super) fn unwrap(run: Vec<Line>) -> Vec<Vec<String>> {
    let width = usual_width(&run);
    let lines: Vec<Vec<String>> = run
        .into_iter()
        .filter_map(|it| match it {
            Line::Row(cells) => Some(cells),
            Line::Text(text) => Some(vec![text]),
            Line::Rule | Line::Blank => None,
        })
        .collect();
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let taken = wrapped(&lines[at..], width);
        let mut row = line.clone();
        for next in &lines[at + 1..at + taken] {
            continue_row(&mut row, next);
        }
        at += taken;
        match rows.last_mut() {
            Some(last) if row.len() == 1 && goes_on(last, &row[0]) => continue_row(last, &row),
            _ => rows.push(row),
        }
    }
    rows
}

/// The most frequent number of cells, the larger of equals.
fn usual_width(run: &[Line]) -> usize {
    let mut counts = [0_usize; MAX_COLUMNS + 1];
    for line in run {
        if let Line::Row(cells) = line {
            counts[cells.len().min(MAX_COLUMNS)] += 1;
        }
    }
    counts.iter().enumerate().max_by_key(|(_, count)| **count).map_or(0, |(width, _)| width)
}

/// How many of the lines make one row of the usual width, 1 where the first stands alone.
fn wrapped(lines: &[Vec<String>], width: usize) -> usize {
    let mut cells = lines.first().map_or(0, Vec::len);
    if cells < 2 || width <= cells {
        return 1;
    }
    for (at, pair) in lines.windows(2).enumerate().take(MAX_WRAPPED) {
        let (Some(before), Some(after)) = (pair[0].last(), pair[1].first()) else { return 1 };
        if before.is_empty() || after.is_empty() || is_number(after) {
            return 1;
        }
        cells += pair[1].len() - 1;
        if cells == width {
            return at + 2;
        }
        if width < cells {
            return 1;
        }
    }
    1
}

fn continue_row(row: &mut Vec<String>, next: &[String]) {
    let mut cells = next.iter().cloned();
    if let (Some(last), Some(first)) = (row.last_mut(), cells.next()) {
        last.push_str("<br>");
        last.push_str(&first);
    }
    row.extend(cells);
    row.truncate(MAX_COLUMNS);
}

fn goes_on(row: &[String], text: &str) -> bool {
    begins_small(text) && row.last().is_some_and(|it| is_open(it))
}

fn is_number(text: &str) -> bool {
    text.starts_with(|it: char| it.is_ascii_digit())
        && text.chars().all(|it| it.is_ascii_digit() || matches!(it, '.' | ')'))
}

fn begins_small(text: &str) -> bool {
    text.chars().next().is_some_and(|it| it.is_lowercase() || matches!(it, ')' | ','))
}

/// A text that does not look finished.
fn is_open(text: &str) -> bool {
    text.chars().next_back().is_some_and(|it| !matches!(it, '.' | '!' | '?'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<String> {
        unwrap(text.lines().map(classify).collect()).iter().map(|it| it.join("|")).collect()
    }

    #[test]
    fn a_row_wrapped_inside_its_cells_is_one_row() {
        let text = "№\tМероприятие\tСрок\n1\tПодготовить\nприказ\tмай\n2\tОбъявить\tиюнь";
        assert_eq!(
            rows(text),
            ["№|Мероприятие|Срок", "1|Подготовить<br>приказ|май", "2|Объявить|июнь"]
        );
    }

    #[test]
    fn a_section_between_rows_stays_a_row_of_its_own() {
        let text = "№\tДело\tСрок\nРаздел 1\n1\tПриказ\tмай\n2\tЖурнал";
        assert_eq!(rows(text), ["№|Дело|Срок", "Раздел 1", "1|Приказ|май", "2|Журнал"]);
    }

    #[test]
    fn lines_of_dashes_are_no_rows_and_a_single_dash_is_a_cell() {
        assert_eq!(classify("--\t--\t---"), Line::Rule);
        assert_eq!(classify("|---|:--:|"), Line::Rule);
        assert_eq!(classify("-\t-"), Line::Row(vec!["-".to_owned(), "-".to_owned()]));
        assert_eq!(
            classify("| а | б \\| в |"),
            Line::Row(vec!["а".to_owned(), "б | в".to_owned()])
        );
    }
}
