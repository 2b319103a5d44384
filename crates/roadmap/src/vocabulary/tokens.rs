//! Tokens of a text, with their place in the original.
//!
//! It decides where a word begins and how it is written for comparison: lower case, «е» for «ё»,
//! no soft hyphens, Latin look-alikes mended inside Russian words. Deliberately absent: endings.

use super::letters::{is_composed, is_letter, push_lower};
use std::iter::Peekable;
use std::ops::Range;
use std::str::CharIndices;
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
    let mut found = Vec::with_capacity(text.len() / USUAL_BYTES);
    found.extend(Pieces::of(text).map(|it| Token {
        text: it.folded(text),
        at: it.at,
        kind: it.kind,
        capital: it.capital,
        glued: it.glued,
    }));
    found
}

/// Bytes of a token and the space behind it in usual prose.
const USUAL_BYTES: usize = 10;

/// A token that is not written for comparison yet.
struct Piece {
    at: Range<usize>,
    kind: Kind,
    capital: bool,
    glued: bool,
}

impl Piece {
    fn folded(&self, text: &str) -> String {
        let written = &text[self.at.clone()];
        match self.kind {
            Kind::Word => folded(written),
            Kind::Number | Kind::Mark(_) => written.to_owned(),
        }
    }
}

/// The pieces of a text from the left.
struct Pieces<'a> {
    chars: Peekable<CharIndices<'a>>,
    glued: bool,
}

impl<'a> Pieces<'a> {
    fn of(text: &'a str) -> Self {
        Self { chars: text.char_indices().peekable(), glued: false }
    }

    /// The byte behind a run that began with a character.
    fn run(&mut self, start: usize, first: char, same: fn(char) -> bool) -> usize {
        let mut end = start + first.len_utf8();
        while let Some((at, it)) = self.chars.next_if(|(_, it)| same(*it)) {
            end = at + it.len_utf8();
        }
        end
    }
}

impl Iterator for Pieces<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        loop {
            let (start, first) = self.chars.next()?;
            let glued = self.glued;
            if first == '\n' {
                self.glued = false;
                let at = start..start + 1;
                return Some(Piece { at, kind: Kind::Mark(first), capital: false, glued: false });
            }
            if first.is_whitespace() || is_invisible(first) {
                self.glued = glued && is_invisible(first);
                continue;
            }
            let (kind, end) = if first.is_ascii_digit() {
                (Kind::Number, self.run(start, first, |it| it.is_ascii_digit()))
            } else if is_letter(first) {
                (Kind::Word, self.run(start, first, |it| is_letter(it) || is_invisible(it)))
            } else {
                (Kind::Mark(first), start + first.len_utf8())
            };
            self.glued = true;
            let capital = kind == Kind::Word && first.is_uppercase();
            return Some(Piece { at: start..end, kind, capital, glued });
        }
    }
}

/// A word as it is compared.
fn folded(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    fold(word, &mut out);
    out
}

/// Appends a word as it is compared.
fn fold(word: &str, out: &mut String) {
    let from = out.len();
    let (mut russian, mut latin) = (false, false);
    for it in word.chars() {
        match it {
            'а'..='я' => {
                russian = true;
                out.push(it);
            }
            _ if is_invisible(it) => {}
            _ => {
                let from = out.len();
                push_lower(out, it);
                russian |= out[from..].chars().any(|it| ('а'..='я').contains(&it));
                latin |= out[from..].chars().any(|it| it.is_ascii());
            }
        }
    }
    if russian && latin {
        let mended: String = out[from..].chars().map(look_alike).collect();
        out.truncate(from);
        out.push_str(&mended);
    }
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
    if text.chars().all(is_composed) || is_nfc(text) {
        text.to_owned()
    } else {
        text.nfc().collect()
    }
}

/// The text for comparison: lower case, single spaces, no marks but those inside numbers.
#[must_use]
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for piece in Pieces::of(text).filter(|it| !matches!(it.kind, Kind::Mark(_))) {
        if !out.is_empty() {
            out.push(' ');
        }
        fold(&text[piece.at], &mut out);
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
