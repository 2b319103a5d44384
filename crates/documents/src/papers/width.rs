//! How wide words are, so that a column holds them and no text runs over another.
//!
//! It decides by the widths of Times New Roman, in thousandths of an em, that is of the size of the
//! letters; both formats are set in letters of these widths. Deliberately absent: kerning, and where a
//! line really ends, which the program that shows the paper decides.

use super::sheet::Sheet;

/// Points of the text across an upright page and a lying one.
const UPRIGHT: u32 = 481;
const LYING: u32 = 756;

/// Points at the left and the right of a cell, together, and a little air.
const CELL_MARGINS: u32 = 9;

/// Letters of a word that a hyphen may leave together; every longer word can be parted.
const LONGEST_SYLLABLES: usize = 8;

/// Room for text, in thousandths of an em.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Room {
    /// Of a line of the text.
    pub(super) line: u32,
    /// Of a row of a table, in letters of a table.
    pub(super) row: u32,
    /// What a cell loses at its edges.
    margins: u32,
}

impl Room {
    /// The room of a paper, by its page and the size of its letters.
    pub(super) fn of(sheet: &Sheet) -> Self {
        let across = if sheet.is_wide { LYING } else { UPRIGHT };
        let (body, cells) = if sheet.is_compact { (12, 11) } else { (14, 12) };
        Self {
            line: across * 1000 / body,
            row: across * 1000 / cells,
            margins: CELL_MARGINS * 1000 / cells,
        }
    }

    /// The room inside a cell.
    ///
    /// - `width`: of its columns, in thousandths of the row.
    pub(super) fn cell(self, width: u32) -> u32 {
        (self.row * width / 1000).saturating_sub(self.margins)
    }

    /// The width of a column, in thousandths of the row, that holds a text; never more than the row.
    fn column(self, text: u32) -> u32 {
        ((text + self.margins).saturating_mul(1000) / self.row.max(1) + 1).min(1000)
    }
}

/// How wide a text is on one line, in thousandths of an em.
pub(super) fn ems(text: &str) -> u32 {
    text.chars().map(letter).fold(0, u32::saturating_add)
}

fn letter(sign: char) -> u32 {
    match sign {
        '@' => 930,
        '№' => 960,
        '—' | 'Ш' | 'Щ' | 'Ю' => 1020,
        'Ж' | 'М' | 'Ы' | 'W' | 'M' => 900,
        'ш' | 'щ' | 'ю' | 'm' => 780,
        'ж' | 'ф' | 'ы' | 'м' | 'w' => 690,
        'i' | 'j' | 'l' | 't' | '.' | ',' | ':' | ';' | '/' | '\'' | '|' => 290,
        ' ' | '\u{a0}' => 250,
        '-' | '(' | ')' | '[' | ']' | 'f' | 'r' => 335,
        'а' | 'в' | 'г' | 'е' | 'ё' | 'з' | 'с' | 'т' | 'э' | 'я' | 'ь' => 475,
        it if it.is_uppercase() => 725,
        _ => 535,
    }
}

/// The words of a text as lines part them: a space that does not break joins two words.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = &str> {
    text.split([' ', '\n', '\t']).filter(|it| !it.is_empty())
}

/// Whether a hyphen parts a word well enough: Russian letters, with a vowel again and again.
pub(super) fn can_be_parted(word: &str) -> bool {
    let mut run = 0;
    for sign in word.chars() {
        match sign.to_lowercase().next().unwrap_or(sign) {
            'а' | 'е' | 'ё' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю' | 'я' | '-' => run = 0,
            'а'..='я' | '«' | '»' | ',' | '.' | ';' | ':' | '(' | ')' => run += 1,
            _ => return false,
        }
        if LONGEST_SYLLABLES / 2 < run {
            return false;
        }
    }
    true
}

/// The least room that a word wants, with hyphens and with breaks at any letter.
fn least(word: &str) -> u32 {
    let parts = word.split('\u{a0}');
    let of = |part: &str| match part.char_indices().nth(LONGEST_SYLLABLES) {
        Some((at, _)) => ems(&part[..at]) + letter('-'),
        None => ems(part),
    };
    parts.map(of).max().unwrap_or(0)
}

/// What a column wants, in thousandths of the row: to hold every word whole, and at the least.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Want {
    whole: u32,
    least: u32,
}

impl Want {
    /// Adds a text of the column.
    pub(super) fn add(&mut self, text: &str, room: Room) {
        for it in tokens(text) {
            self.whole = self.whole.max(room.column(ems(it)));
            self.least = self.least.max(room.column(least(it)));
        }
    }
}

/// Widens columns that are too narrow for their words at the cost of those that have room to spare.
///
/// - `widths`: in thousandths, a thousand together; so they are afterwards.
/// - `wants`: of each column. Where all words cannot stand whole, the longest are parted; where even
///   that is too much, every column gets its share.
pub(super) fn widen(widths: &mut [u32], wants: &[Want]) {
    let whole: u32 = wants.iter().map(|it| it.whole).sum();
    let least: u32 = wants.iter().map(|it| it.least).sum();
    let least_of = |it: &Want| match (whole, least) {
        (..=1000, _) => it.whole,
        // Between the two by what is left.
        (_, ..=1000) => it.least + (it.whole - it.least) * (1000 - least) / (whole - least).max(1),
        _ => it.least * 1000 / least,
    };
    let floors: Vec<u32> = wants.iter().map(least_of).collect();
    let lacks: u32 = widths.iter().zip(&floors).map(|(it, floor)| floor.saturating_sub(*it)).sum();
    let spare: u32 = widths.iter().zip(&floors).map(|(it, floor)| it.saturating_sub(*floor)).sum();
    if lacks == 0 {
        return;
    }
    for (width, floor) in widths.iter_mut().zip(&floors) {
        let own = width.saturating_sub(*floor);
        *width = (*width).max(*floor) - (own * lacks.min(spare)).div_ceil(spare.max(1)).min(own);
    }
    let all: u32 = widths.iter().sum::<u32>().max(1);
    if 1000 < all {
        widths.iter_mut().for_each(|it| *it = *it * 1000 / all);
    }
    let rest = 1000_u32.saturating_sub(widths.iter().sum());
    if let Some(widest) = widths.iter_mut().max() {
        *widest += rest;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn widened(widths: &[u32], wants: &[(u32, u32)]) -> Vec<u32> {
        let mut widths = widths.to_vec();
        let wants: Vec<Want> =
            wants.iter().map(|(whole, least)| Want { whole: *whole, least: *least }).collect();
        widen(&mut widths, &wants);
        assert_eq!(widths.iter().sum::<u32>(), 1000);
        widths
    }

    #[test]
    fn columns_widen_for_their_words_and_take_only_what_others_can_spare() {
        for (widths, wants, made) in [
            (vec![500, 500], vec![(100, 50), (100, 50)], vec![500, 500]),
            (vec![100, 900], vec![(300, 90), (400, 90)], vec![300, 700]),
            (vec![30, 485, 485], vec![(60, 60), (100, 50), (480, 90)], vec![60, 455, 485]),
            // Not all whole: between least and whole.
            (vec![500, 500], vec![(900, 300), (300, 100)], vec![750, 250]),
            // Not even parted: shares.
            (vec![500, 500], vec![(1000, 1000), (1000, 1000)], vec![500, 500]),
            (vec![1000], vec![(0, 0)], vec![1000]),
        ] {
            assert_eq!(widened(&widths, &wants), made, "{widths:?} {wants:?}");
        }
    }

    #[test]
    fn words_without_vowels_or_of_other_letters_are_not_left_to_hyphens() {
        for (word, can) in [
            ("сельскохозяйственный,", true),
            ("Мамин-Сибиряк", true),
            ("гггггггггггг", false),
            ("ivanova@example.com", false),
            ("2026–2027", false),
        ] {
            assert_eq!(can_be_parted(word), can, "{word}");
        }
    }
}
