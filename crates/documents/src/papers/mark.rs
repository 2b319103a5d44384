//! Marks in the written text: data that must not act as markup, and lines to fill by hand.
//!
//! It decides how a sign of the data is told from the same sign of the template: between template
//! and paper it stands in the private area of Unicode, from which data are kept out. Deliberately
//! absent: what the markup means (`parse`).

/// Where signs of data stand while the text is read.
const SHIFT: u32 = 0xE000;
/// Where a line to fill by hand begins; its caption follows.
pub(super) const FILL: char = '\u{E100}';
/// What parts the caption from the width.
pub(super) const FILL_WIDTH: char = '\u{E101}';
/// Where it ends.
pub(super) const FILL_END: char = '\u{E102}';
/// A line break inside a text, from the data or from `<br>`.
pub(super) const BREAK: char = '\u{E00A}';

/// Writes a text of the data so that none of its signs is markup.
pub(super) fn hide(text: &str, out: &mut String) {
    for sign in text.chars() {
        out.push(match sign {
            '\n' => BREAK,
            '#' | '^' | '>' | '<' | '|' | '*' | '-' | '@' | '\\' => {
                char::from_u32(SHIFT + u32::from(sign)).unwrap_or(sign)
            }
            _ => sign,
        });
    }
    if out.ends_with('.') && text.ends_with('.') {
        out.pop();
        out.push(STOP);
    }
}

/// A full stop at the end of a datum: «2026 г.», «И. И.».
const STOP: char = '\u{E02E}';

/// A text in which a sentence that ends with such a datum ends with one full stop.
pub(super) fn one_stop(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        whole.push(sign);
        if sign == STOP {
            // Three dots are an ellipsis, whatever stands before them.
            let mut ahead = signs.clone().skip(1);
            if signs.peek() == Some(&'.') && ahead.next() != Some('.') {
                signs.next();
            }
        }
    }
    whole
}

/// The sign that was hidden; every other sign as it is.
pub(super) fn shown(sign: char) -> char {
    let code = u32::from(sign);
    if (SHIFT..SHIFT + 0x80).contains(&code) && sign != BREAK {
        return char::from_u32(code - SHIFT).unwrap_or(sign);
    }
    sign
}

/// A text of the data without what no paper can show: control signs and the area of our marks.
pub(super) fn clean(text: &str) -> String {
    // Plain words, as nearly all data are, are told by their bytes: no control signs, and none of the
    // beginnings of those that may have to go.
    let is_plain = |it: u8| !matches!(it, 0..=0x1F | 0x7F | 0xC2 | 0xE2 | 0xEE | 0xEF);
    if text.bytes().all(is_plain) {
        return text.to_owned();
    }
    let text = text.trim_end_matches(['\n', '\r']);
    let mut whole = String::with_capacity(text.len());
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '\r' if signs.peek() == Some(&'\n') => {}
            '\r' | '\n' | '\u{2028}' | '\u{2029}' => whole.push('\n'),
            '\t' => whole.push(' '),
            '\u{E000}'..='\u{F8FF}' | '\u{FFFE}' | '\u{FFFF}' => {}
            it if it.is_control() => {}
            it => whole.push(it),
        }
    }
    whole
}
