//! A row broken by a page end: is a row the rest of the one before, and how do the pieces join?
//!
//! It decides by what unfinished text looks like: a small letter where the column begins with
//! capitals, an open bracket, a hanging preposition. Deliberately absent: sentences of any one
//! document.

use roadmap::source::{Cell, Paragraph, Row};
use std::collections::BTreeSet;

/// Rows at the end of a table from which the habits of its columns are taken.
const MAX_ROWS_STUDIED: usize = 40;

/// How the cells of a column usually look, in hundredths.
struct Habit {
    /// Cells that begin with a small letter, of the filled ones.
    small: usize,
    /// Filled cells, of all.
    filled: usize,
    /// Cells that are only a number, of the filled ones.
    numbers: usize,
}

impl Habit {
    /// How much an empty cell speaks for the rest of an old row: a new one would fill it.
    fn missed(&self) -> i32 {
        match self {
            Self { filled: 80.., numbers: 60.., .. } => 2,
            Self { filled: 90.., .. } => 1,
            _ => 0,
        }
    }
}

/// Whether a row goes on with the last row of a table.
///
/// The first row of a table is never gone on with: it is its header.
pub(super) fn goes_on(table: &[Row], next: &Row) -> bool {
    let Some(last) = table.last().filter(|_| 1 < table.len()) else { return false };
    let says = |row: &Row| row.cells.iter().any(|it| !it.paragraphs.is_empty());
    if !says(last) || !says(next) {
        return false;
    }
    let (mut said, mut missing) = (0, 0);
    for cell in &next.cells {
        let (text, habit) = (cell.text(), habit(table, cell.column));
        match text.is_empty() {
            true => missing += habit.missed(),
            false => said += sign(&text_under(last, cell), &text, &habit),
        }
    }
    // Empty cells alone prove little: the title of a section leaves them empty too.
    0 < said || said == 0 && 2 <= missing
}

/// The text of the cell (or cells, where the next is wider) above a cell.
fn text_under(row: &Row, cell: &Cell) -> String {
    let columns = cell.column..cell.column + cell.column_span.max(1);
    let above = row
        .cells
        .iter()
        .filter(|it| it.column < columns.end && columns.start < it.column + it.column_span.max(1));
    above.map(Cell::text).collect::<Vec<_>>().join(" ").trim().to_owned()
}

fn habit(table: &[Row], column: usize) -> Habit {
    let rows = table.iter().skip(1).rev().take(MAX_ROWS_STUDIED);
    let (mut all, mut filled, mut small, mut numbers) = (0, 0, 0, 0);
    for row in rows {
        all += 1;
        let guess = row.cells.get(column).filter(|it| it.column == column);
        let found = guess.or_else(|| row.cells.iter().find(|it| it.column == column));
        let Some(first) = found.and_then(|it| it.paragraphs.first()) else { continue };
        filled += 1;
        small += usize::from(first.text.starts_with(char::is_lowercase));
        numbers += usize::from(is_number(&first.text));
    }
    // Half a witness each way, so that one row does not make a custom.
    Habit {
        small: (small * 100 + 50) / (filled + 1),
        filled: filled * 100 / all.max(1),
        numbers: (numbers * 100 + 50) / (filled + 1),
    }
}

/// How much one pair of cells speaks for (above 0) or against going on.
fn sign(before: &str, after: &str, habit: &Habit) -> i32 {
    let Some(first) = after.chars().next() else { return 0 };
    if 60 <= habit.numbers {
        return if is_number(after) { -6 } else { -3 };
    }
    if before.is_empty() {
        return if first.is_lowercase() { 1 } else { -2 };
    }
    if open_brackets(before) < 0 && 0 < open_brackets(after) {
        return 4;
    }
    let closed = before.ends_with(['.', '!', '?']);
    match first {
        ')' | ',' | ';' | '»' | '%' => 4,
        '(' if !closed => 2,
        it if it.is_lowercase() => match habit.small {
            ..34 => 3,
            34..67 => 1,
            _ => 0,
        },
        '-' | '–' | '—' | '•' => i32::from(before.ends_with([':', ';', ','])) * 2,
        it if it.is_ascii_digit() => numeral(before, after),
        _ if hangs(before) => 2,
        _ => -2,
    }
}

/// A cell that begins with a digit: the next number of a list, or the rest of a broken year.
fn numeral(before: &str, after: &str) -> i32 {
    let count: String = after.chars().take_while(char::is_ascii_digit).collect();
    let tail = before.chars().rev().take_while(char::is_ascii_digit).count();
    if (1..4).contains(&tail) && tail + count.len() == 4 || hangs(before) {
        return 3;
    }
    let next: usize = count.parse().unwrap_or(0);
    let follows = |mark: &str| before.contains(&format!("{}{mark}", next.wrapping_sub(1)));
    let marked = after[count.len()..].starts_with(['.', ')']);
    if marked && 1 < next && (follows(".") || follows(")")) { 2 } else { -1 }
}

/// Closing brackets less opening ones: below 0 where something is left open.
fn open_brackets(text: &str) -> i32 {
    text.chars().fold(0, |sum, it| match it {
        '(' | '«' => sum - 1,
        ')' | '»' => sum + 1,
        _ => sum,
    })
}

/// A text that cannot end so: with a preposition, a conjunction, a comma, an opening bracket.
fn hangs(text: &str) -> bool {
    const WORDS: [&str; 28] = [
        "и",
        "или",
        "а",
        "но",
        "в",
        "во",
        "на",
        "о",
        "об",
        "с",
        "со",
        "по",
        "для",
        "из",
        "к",
        "ко",
        "у",
        "от",
        "до",
        "за",
        "при",
        "не",
        "без",
        "через",
        "между",
        "также",
        "№",
        "г.",
    ];
    let last = text.rsplit(char::is_whitespace).next().unwrap_or_default().to_lowercase();
    text.ends_with([',', '(', '«', '-', '–', '—', '/']) || WORDS.contains(&last.as_str())
}

fn is_number(text: &str) -> bool {
    text.starts_with(|it: char| it.is_ascii_digit())
        && text.len() < 12
        && text.chars().all(|it| it.is_ascii_digit() || matches!(it, '.' | ')'))
}

/// The words of a table in small letters: they tell whether a word was broken.
pub(super) fn words(table: &[Row]) -> BTreeSet<String> {
    let texts = table.iter().rev().take(MAX_ROWS_STUDIED).flat_map(|it| &it.cells);
    let mut words = BTreeSet::new();
    for text in texts.flat_map(|it| &it.paragraphs).map(|it| near(&it.text)) {
        let whole = text.split(|it: char| !it.is_alphabetic()).filter(|it| !it.is_empty());
        words.extend(whole.map(str::to_lowercase));
    }
    words
}

/// The beginning of a text, enough to know its words.
fn near(text: &str) -> &str {
    &text[..text.floor_char_boundary(2000)]
}

/// Joins the rest of a row to its beginning, cell by cell.
pub(super) fn join(last: &mut Row, rest: Row, words: &BTreeSet<String>) {
    for piece in rest.cells {
        if piece.paragraphs.is_empty() {
            continue;
        }
        let end = piece.column + piece.column_span.max(1);
        let at = last
            .cells
            .iter()
            .position(|it| it.column < end && piece.column < it.column + it.column_span.max(1));
        match at.and_then(|at| last.cells.get_mut(at)) {
            Some(cell) => join_lines(&mut cell.paragraphs, piece.paragraphs, words),
            None => {
                let after = last.cells.iter().position(|it| piece.column < it.column);
                last.cells.insert(after.unwrap_or(last.cells.len()), piece);
            }
        }
    }
}

fn join_lines(lines: &mut Vec<Paragraph>, rest: Vec<Paragraph>, words: &BTreeSet<String>) {
    let mut rest = rest.into_iter();
    match (lines.last_mut(), rest.next()) {
        (Some(last), Some(first)) if first.list_mark.is_none() => {
            last.bold = last.bold && first.bold;
            last.text.push_str(between(&last.text, &first.text, words));
            if last.text.ends_with('\u{AD}') {
                last.text.pop();
            }
            last.text.push_str(&first.text);
        }
        (_, Some(first)) => lines.push(first),
        (_, None) => {}
    }
    lines.extend(rest);
}

/// What stands between two pieces of one text: nothing inside a broken word or year.
fn between(before: &str, after: &str, words: &BTreeSet<String>) -> &'static str {
    let is_letter = |it: &char| it.is_alphabetic();
    let head: String = after.chars().take_while(is_letter).collect();
    let tail: String =
        before.chars().rev().take_while(is_letter).collect::<Vec<_>>().into_iter().rev().collect();
    let known = |word: &str| words.contains(&word.to_lowercase());
    let digits_before = before.chars().rev().take_while(char::is_ascii_digit).count();
    let digits_after = after.chars().take_while(char::is_ascii_digit).count();
    if 0 < digits_before && 0 < digits_after && digits_before + digits_after == 4 {
        return "";
    }
    if tail.is_empty() || head.is_empty() {
        // «онлайн-» + «платформе»: the hyphen is the author's own.
        let hyphen = before.ends_with('-') && !before.ends_with(" -") && !head.is_empty();
        return if hyphen || before.ends_with(['(', '«', '/']) { "" } else { " " };
    }
    let is_broken = known(&format!("{tail}{head}")) && !(known(&tail) && known(&head));
    if is_broken { "" } else { " " }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Vec<Row> {
        let cell = |(column, text): (usize, &str)| Cell {
            column,
            column_span: 1,
            row_span: 1,
            paragraphs: crate::read::text::markup::lines(text),
            ..Cell::default()
        };
        let row = |line: &str| Row {
            cells: line.split('|').enumerate().map(cell).collect(),
            header: false,
        };
        text.lines().map(row).collect()
    }

    const HEAD: &str = "№|Мероприятие|Срок|Ответственный\n1|Издать приказ|май 2025|директор\n";

    #[test]
    fn the_rest_of_a_row_is_told_from_a_new_row() {
        for (last, next, expected) in [
            ("2|Провести педсовет и|июнь 2025|куратор", "|родительское собрание||", true),
            ("2|Провести педсовет (очно|июнь 2025|куратор", "|или заочно)||", true),
            ("2|Провести педсовет|июнь 20|куратор", "||25|", true),
            ("2|Провести педсовет|июнь 2025|куратор", "3|Подвести итоги|июль 2025|директор", false),
            ("2|Провести педсовет|июнь 2025|куратор", "|Подвести итоги|июль 2025|директор", false),
            ("2|1) Педсовет. 2) Собрание.|июнь 2025|куратор", "|3) Классный час.||", true),
            ("2|Провести педсовет|июнь 2025|куратор", "|||наставники", true),
            ("2|Провести педсовет.|июнь 2025|куратор", "Раздел 2. Завершение|||", false),
            ("2|Провести педсовет|июнь 2025|куратор", "|Завершение||", false),
        ] {
            let whole = table(&format!("{HEAD}{last}"));
            let rest = table(next).remove(0);
            assert_eq!(goes_on(&whole, &rest), expected, "{last} + {next}");
        }
    }

    #[test]
    fn pieces_join_without_a_space_only_inside_a_word_or_a_year() {
        let words: BTreeSet<String> =
            ["сентябрь", "на", "наставник"].into_iter().map(str::to_owned).collect();
        for (before, after, expected) in [
            ("реализации", "программы", " "),
            ("Сентябр", "ь", ""),
            ("20", "25 г.", ""),
            ("на", "наставник", " "),
            ("онлайн-", "платформе", ""),
            ("2024 -", "2025", " "),
        ] {
            assert_eq!(between(before, after, &words), expected, "{before} + {after}");
        }
    }
}
