//! What the columns of a table mean, from the words of a header or from what stands below.
//!
//! It decides the meaning of one header cell in any wording, and how much the words of a cell look
//! like a deadline, a responsible or a number, for tables without headers and rows with lost cells.
//! Deliberately absent: which table is the roadmap (`table`).

use crate::plan::Column;
use crate::responsible;
use crate::vocabulary::columns::{HEADER, TIME};
use crate::vocabulary::{Kind, Token, clip, plain, tokens};

/// The meaning of a header cell, and how strongly its words speak for it.
///
/// - `text`: the cell, parent header words first where the header has two rows.
/// - Returns: `None` where no word of a header is in it, or where it is too long to be one.
#[must_use]
pub fn header(text: &str) -> Option<(Column, u8)> {
    let trimmed = text.trim();
    if trimmed.starts_with('№') || matches!(trimmed, "N" | "#" | "п/п") {
        return Some((Column::Number, 9));
    }
    if 140 < trimmed.chars().count() {
        return None;
    }
    let all = tokens(text);
    let words = all.iter().filter(|it| it.is_word()).count();
    if words == 0 || 16 < words {
        return None;
    }
    if words == 1 && matches!(plain(text).as_str(), "с" | "от") {
        return Some((Column::StartDate, 6));
    }
    if words == 1 && matches!(plain(text).as_str(), "по" | "до") {
        return Some((Column::EndDate, 6));
    }
    let mut best: Option<(Column, u8)> = None;
    for hit in HEADER.all(&all) {
        // A later word must speak louder: «Ожидаемый результат (вид документа)».
        let weight = hit.means.1 + u8::from(hit.tokens.start == 0);
        if best.is_none_or(|it| it.1 < weight) {
            best = Some((hit.means.0, weight));
        }
    }
    best
}

/// Whether a header calls its column «Содержание …»: the details of another activity column.
#[must_use]
pub(crate) fn is_contents(text: &str) -> bool {
    let words = plain(text);
    words.starts_with("содержание") && !words.contains("подэтап") || words.starts_with("описание")
}

/// What the words of a cell look like, each 0..=1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Looks {
    pub(crate) empty: bool,
    pub(crate) number: bool,
    pub(crate) deadline: f32,
    pub(crate) responsible: f32,
    /// Words in the cell.
    pub(crate) words: usize,
}

/// Looks at the words of a cell.
pub(crate) fn looks(text: &str) -> Looks {
    let text = clip(text);
    let all = tokens(text);
    let words = all.iter().filter(|it| !matches!(it.kind, Kind::Mark(_))).count();
    if words == 0 {
        return Looks { empty: true, ..Looks::default() };
    }
    let number = is_number(text);
    if 30 < words {
        return Looks { words, number, ..Looks::default() };
    }
    let deadline = if number { 0.0 } else { timely(&all, words) };
    // What is plainly a time or as long as a sentence is nobody's name: not asked, it costs most.
    let asked = !number && (words <= 6 || deadline < 0.65 && words <= 20);
    let responsible = if asked { who(text, words) } else { 0.0 };
    Looks { empty: false, number, deadline, responsible, words }
}

/// The share of the words of a text that are words of time.
fn timely(all: &[Token], words: usize) -> f32 {
    let timely: usize = TIME.all(all).iter().map(|it| it.tokens.len()).sum();
    let digits = all.iter().filter(|it| it.kind == Kind::Number).count();
    ((digits + timely).min(words) as f32) / (words as f32)
}

/// Whether a short text is nothing but a time: «сен», «2024 год».
pub(crate) fn is_timely(text: &str) -> bool {
    if 40 < text.chars().count() {
        return false;
    }
    let all = tokens(text);
    let words = all.iter().filter(|it| !matches!(it.kind, Kind::Mark(_))).count();
    0 < words && !is_number(text) && 0.6 < timely(&all, words)
}

fn who(text: &str, words: usize) -> f32 {
    let parties = responsible::read(text);
    if parties.nobody {
        return 1.0;
    }
    let known = parties.responsible.iter().filter(|it| it.role.as_deref() != Some("other"));
    let covered: usize = known.map(|it| plain(&it.text).split(' ').count()).sum();
    (covered as f32 / words as f32).min(1.0)
}

/// Whether a cell holds nothing but the number of a row: «1», «2.1.», «III».
#[must_use]
pub fn is_number(text: &str) -> bool {
    let trimmed = text.trim().trim_end_matches(['.', ')', ' ']);
    let digits = !trimmed.is_empty()
        && trimmed.chars().count() <= 12
        && trimmed
            .split('.')
            .all(|it| !it.is_empty() && it.len() <= 3 && it.chars().all(|it| it.is_ascii_digit()));
    digits || is_roman(trimmed)
}

/// Whether a word is a Roman numeral, also with the look-alike Russian letters.
#[must_use]
pub fn is_roman(word: &str) -> bool {
    !word.is_empty()
        && word.chars().count() <= 5
        && word.chars().all(|it| matches!(it, 'I' | 'V' | 'X' | 'Х' | 'І'))
}

/// How well a cell suits a column.
pub(crate) fn suits(looks: &Looks, column: Column) -> f32 {
    if looks.empty {
        return if column == Column::Activity { -2.0 } else { 0.0 };
    }
    let timely = 0.65 < looks.deadline;
    let who = 0.5 <= looks.responsible;
    match column {
        Column::Number => {
            if looks.number {
                2.0
            } else {
                -3.0
            }
        }
        Column::Deadline | Column::StartDate | Column::EndDate => {
            if timely {
                3.0
            } else {
                -2.0
            }
        }
        Column::Responsible => {
            if who {
                3.0
            } else {
                -1.5
            }
        }
        Column::Activity if looks.number || timely => -1.5,
        Column::Activity => {
            if who && looks.words < 5 {
                -0.5
            } else {
                2.0
            }
        }
        Column::Stage | Column::SubStage => {
            if timely || who || looks.number {
                -1.0
            } else {
                0.5
            }
        }
        Column::Result => {
            if timely || who || looks.number {
                -1.0
            } else {
                1.1
            }
        }
        _ => {
            if timely || who {
                -1.0
            } else {
                1.0
            }
        }
    }
}

/// Puts cells into columns, in order, where some cells of the row are lost.
///
/// - `cells`: the looks of each cell, averaged by the caller where they are whole columns; `score`
///   gives how well cell `i` suits column `j`.
/// - Returns: for each cell the index of its column; cells keep their order. `None` where there are
///   more cells than columns.
/// - Time: O(cells · columns).
pub(crate) fn align(
    n_cells: usize,
    n_columns: usize,
    score: impl Fn(usize, usize) -> f32,
) -> Option<Vec<usize>> {
    if n_columns < n_cells {
        return None;
    }
    // best[i][j]: cells from i on, columns from j on.
    let mut best = vec![vec![0.0f32; n_columns + 1]; n_cells + 1];
    for row in best.iter_mut().take(n_cells) {
        row.fill(f32::MIN / 4.0);
    }
    for i in (0..n_cells).rev() {
        for j in (0..n_columns).rev() {
            let here = score(i, j) + best[i + 1][j + 1];
            best[i][j] = here.max(best[i][j + 1]);
        }
    }
    let (mut places, mut j) = (Vec::new(), 0);
    for (i, row) in best.iter().take(n_cells).enumerate() {
        while j + 1 < n_columns && row[j] == row[j + 1] && n_cells - i < n_columns - j {
            j += 1;
        }
        places.push(j.min(n_columns - 1));
        j += 1;
    }
    Some(places)
}

#[cfg(test)]
mod tests;
