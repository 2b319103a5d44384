//! Tokens of a text, with their place in the original.
//!
//! It decides where a word begins and how it is written for comparison: lower case, «е» for «ё»,
//! no soft hyphens, Latin look-alikes mended inside Russian words. Deliberately absent: endings.

use std::ops::Range;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letters.
    Word,
    /// Digits.
    Number,
    /// Any other single character that is not a space; `\n` is one too.
    Mark(char),
}

/// A word, a number or a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Written for comparison.
    pub text: String,
    /// Its bytes in the original text.
    pub at: Range<usize>,
    /// What it is.
    pub kind: Kind,
    /// Begins with a capital.
    pub capital: bool,
    /// Nothing stands between it and the token before.
    pub glued: bool,
}

impl Token {
    /// Whether the token is this mark.
    #[must_use]
    pub fn is_mark(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }

    /// Whether the token is a dash or a hyphen of any kind.
    #[must_use]
    pub fn is_dash(&self) -> bool {
        matches!(self.kind, Kind::Mark(it) if is_dash(it))
    }

    /// Whether the token is a word.
    #[must_use]
    pub fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }
}

/// Whether the character is a dash or a hyphen of any kind.
#[must_use]
pub fn is_dash(it: char) -> bool {
    matches!(it, '-' | '–' | '—' | '−' | '‐' | '‑' | '―')
}

/// Characters that carry no meaning inside a word.
fn is_invisible(it: char) -> bool {
    matches!(it, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{301}')
}

/// Splits a text into tokens.
///
/// - `text`: as written, in composed form (see [`composed`]).
/// - Returns: tokens in order; spaces are dropped, line feeds are marks. Cannot fail.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut chars = text.char_indices().peekable();
    let mut glued = false;
    while let Some((start, first)) = chars.next() {
        if first == '\n' {
            found.push(mark(first, start));
            glued = false;
            continue;
        }
        if first.is_whitespace() || is_invisible(first) {
            glued = glued && is_invisible(first);
            continue;
        }
        let same: fn(char) -> bool = match first {
            it if it.is_ascii_digit() => |it: char| it.is_ascii_digit(),
            it if it.is_alphabetic() => |it: char| it.is_alphabetic() || is_invisible(it),
            _ => {
                found.push(Token { glued, ..mark(first, start) });
                glued = true;
                continue;
            }
        };
        let mut end = start + first.len_utf8();
        while let Some((at, _)) = chars.next_if(|(_, it)| same(*it)) {
            end = at + text[at..].chars().next().map_or(1, char::len_utf8);
        }
        let kind = if first.is_ascii_digit() { Kind::Number } else { Kind::Word };
        found.push(Token {
            text: folded(&text[start..end]),
            at: start..end,
            kind,
            capital: first.is_uppercase(),
            glued,
        });
        glued = true;
    }
    found
}

fn mark(it: char, at: usize) -> Token {
    Token {
        text: it.to_string(),
        at: at..at + it.len_utf8(),
        kind: Kind::Mark(it),
        capital: false,
        glued: false,
    }
}

/// A word as it is compared.
fn folded(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let (mut russian, mut latin) = (false, false);
    for it in word.chars().filter(|it| !is_invisible(*it)) {
        for it in it.to_lowercase() {
            let it = if it == 'ё' { 'е' } else { it };
            russian |= ('а'..='я').contains(&it);
            latin |= it.is_ascii();
            out.push(it);
        }
    }
    if russian && latin { out.chars().map(look_alike).collect() } else { out }
}

/// The Russian letter that looks the same: typists mix keyboards inside one word.
fn look_alike(it: char) -> char {
    match it {
        'a' => 'а',
        'c' => 'с',
        'e' => 'е',
        'o' => 'о',
        'p' => 'р',
        'x' => 'х',
        'y' => 'у',
        'k' => 'к',
        'm' => 'м',
        't' => 'т',
        'h' => 'н',
        'b' => 'в',
        _ => it,
    }
}

/// Characters of one cell that are understood: longer ones are kept as written and read so far.
///
/// A cell of a real roadmap has some hundred; the limit bounds the time that a hostile file takes.
pub const MOST_CHARS: usize = 4000;

/// The beginning of a text, at most [`MOST_CHARS`] long.
#[must_use]
pub fn clip(text: &str) -> &str {
    match text.char_indices().nth(MOST_CHARS) {
        Some((end, _)) => &text[..end],
        None => text,
    }
}

/// The text with composed letters («й» as one sign), unchanged where it already is.
#[must_use]
pub fn composed(text: &str) -> String {
    if is_nfc(text) { text.to_owned() } else { text.nfc().collect() }
}

/// The text for comparison: lower case, single spaces, no marks but those inside numbers.
#[must_use]
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for token in tokens(text) {
        if matches!(token.kind, Kind::Mark(_)) {
            continue;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&token.text);
    }
    out
}

/// The text as written with every run of spaces and line breaks as one space.
#[must_use]
pub fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_without_case_yo_soft_hyphens_and_mixed_keyboards() {
        assert_eq!(plain("Ответ\u{ad}ственный  за ВСЁ"), "ответственный за все");
        assert_eq!(plain("Cрок"), "срок", "a Latin C begins the word");
        assert_eq!(plain("VK"), "vk", "a Latin word stays Latin");
    }

    #[test]
    fn tokens_keep_their_place_in_the_original() {
        let text = "Не менее, 55% «ш»";
        let all = tokens(text);
        let written: Vec<&str> = all.iter().map(|it| &text[it.at.clone()]).collect();
        assert_eq!(written, ["Не", "менее", ",", "55", "%", "«", "ш", "»"]);
        assert!(all[2].glued && all[4].glued && !all[3].glued);
    }

    proptest::proptest! {
        #[test]
        fn any_text_has_tokens_that_cover_it_in_order(text in "\\PC*") {
            let mut last = 0;
            for token in tokens(&text) {
                assert!(last <= token.at.start && token.at.start < token.at.end);
                assert!(text.get(token.at.clone()).is_some());
                last = token.at.end;
            }
        }
    }
}
