//! Words of a cell with their places, and small patterns over them.
//!
//! It decides what a word is: letters or digits in a run, lower case, «ё» as «е», Latin look-alikes
//! inside a Cyrillic word as Cyrillic. Deliberately absent: grammar; a pattern names stems.

use std::borrow::Cow;

use crate::vocabulary::letters::{is_digit, is_letter_or_digit as is_part, push_lower as push};

/// One word and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Word<'a> {
    /// Lower case, «ё» as «е»; most words of a text are written so already.
    pub(crate) low: Cow<'a, str>,
    /// First byte in the text.
    pub(crate) start: usize,
    /// Byte after the last.
    pub(crate) end: usize,
    /// A sentence, a list entry or a line begins with this word.
    pub(crate) opens: bool,
}

/// A text cut into words.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words<'a> {
    /// The text as written.
    pub(crate) text: &'a str,
    /// Its words in order.
    pub(crate) list: Vec<Word<'a>>,
    /// Which beginnings of two letters occur, hashed: most patterns are told absent by it at once.
    seen: [u64; 4],
}

/// A run of words: the first and the last, both inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) first: usize,
    pub(crate) last: usize,
}

/// How many words a `..` of a pattern may stand for.
const GAP: usize = 3;

impl<'a> Words<'a> {
    /// Cuts a text into words; `%` and `№` are words of their own.
    pub(crate) fn of(text: &'a str) -> Self {
        let mut list: Vec<Word<'a>> = Vec::new();
        let mut opens = true;
        let mut rest = text.char_indices().peekable();
        while let Some((start, first)) = rest.next() {
            if !is_part(first) && !matches!(first, '%' | '№') {
                opens |= matches!(first, '.' | ';' | ':' | '!' | '?' | '\n' | '•' | '–' | '—');
                continue;
            }
            let mut end = start + first.len_utf8();
            while let Some(&(at, next)) = rest.peek() {
                let soft = is_soft(next);
                let joined = is_part(first) && is_part(next) && is_digit(first) == is_digit(next);
                if !soft && !joined {
                    break;
                }
                end = at + next.len_utf8();
                rest.next();
            }
            list.push(Word { low: low(&text[start..end]), start, end, opens });
            opens = false;
        }
        let mut seen = [0; 4];
        for word in &list {
            let at = beginning(&word.low);
            seen[at / 64] |= 1 << (at % 64);
        }
        Self { text, list, seen }
    }

    /// The first run of words that fits the pattern.
    ///
    /// - `pattern`: words parted by spaces; `стем*` is a beginning, `а|б` is either, `_` is any word,
    ///   `..` is up to three words or none.
    pub(crate) fn find(&self, pattern: &str) -> Option<Span> {
        self.find_from(pattern, 0)
    }

    /// As [`Words::find`], beginning no earlier than a word.
    pub(crate) fn find_from(&self, pattern: &str, from: usize) -> Option<Span> {
        if self.list.is_empty() || !parts(pattern, b' ').all(|it| self.may_have(it)) {
            return None;
        }
        let tokens: Vec<&str> = parts(pattern, b' ').collect();
        (from..self.list.len())
            .find_map(|first| Some(Span { first, last: self.fits(&tokens, first)? }))
    }

    /// Whether the pattern is anywhere in the text.
    pub(crate) fn has(&self, pattern: &str) -> bool {
        self.find(pattern).is_some()
    }

    /// The first of several patterns that is in the text.
    pub(crate) fn any(&self, patterns: &[&str]) -> Option<Span> {
        patterns.iter().find_map(|it| self.find(it))
    }

    /// Whether some word fits one token of a pattern.
    pub(crate) fn has_like(&self, token: &str) -> bool {
        self.may_have(token) && self.list.iter().any(|it| is_like(&it.low, token))
    }

    /// Every run that fits the pattern, not overlapping.
    pub(crate) fn all(&self, pattern: &str) -> Vec<Span> {
        let mut spans = Vec::new();
        let mut from = 0;
        while let Some(span) = self.find_from(pattern, from) {
            from = span.last + 1;
            spans.push(span);
        }
        spans
    }

    /// The piece of the text that a run of words covers.
    pub(crate) fn cut(&self, span: Span) -> &'a str {
        match (self.list.get(span.first), self.list.get(span.last)) {
            (Some(first), Some(last)) => self.text.get(first.start..last.end).unwrap_or(""),
            _ => "",
        }
    }

    /// The sentence or list entry that a word stands in, as a run of words.
    pub(crate) fn sentence(&self, at: usize) -> Span {
        let first = (0..=at).rev().find(|&it| self.list.get(it).is_some_and(|w| w.opens));
        let last = (at + 1..self.list.len()).find(|&it| self.list[it].opens);
        Span { first: first.unwrap_or(0), last: last.unwrap_or(self.list.len()).max(1) - 1 }
    }

    /// The words of a run as a text of their own.
    pub(crate) fn within(&self, span: Span) -> Words<'a> {
        Words::of(self.cut(span))
    }

    /// The word at a place, lower case; empty beyond the end.
    pub(crate) fn low(&self, at: usize) -> &str {
        self.list.get(at).map_or("", |it| it.low.as_ref())
    }

    /// Whether some word may fit the token; a wrong yes costs time, a wrong no cannot be.
    fn may_have(&self, token: &str) -> bool {
        parts(token, b'|').any(|it| {
            let stem = it.strip_suffix('*').unwrap_or(it);
            // A stem of one letter is a beginning of any second letter.
            let is_open =
                matches!(it, "_" | "..") || stem.len() < it.len() && stem.chars().nth(1).is_none();
            let at = beginning(stem);
            is_open || self.seen[at / 64] & (1 << (at % 64)) != 0
        })
    }

    fn fits(&self, tokens: &[&str], at: usize) -> Option<usize> {
        let (token, rest) = tokens.split_first()?;
        if *token == ".." {
            return (at..=at + GAP).find_map(|it| self.fits(rest, it));
        }
        if !is_like(&self.list.get(at)?.low, token) {
            return None;
        }
        if rest.is_empty() { Some(at) } else { self.fits(rest, at + 1) }
    }
}

/// A number below 256 for the first two letters of a word.
fn beginning(low: &str) -> usize {
    low.chars().take(2).fold(0, |all: usize, it| (all * 31 + it as usize) % 256)
}

/// Whether a lower-case word fits one token of a pattern.
///
/// Told byte by byte: a plan asks it hundred thousands of times.
pub(crate) fn is_like(low: &str, token: &str) -> bool {
    let (low, mut rest) = (low.as_bytes(), token.as_bytes());
    loop {
        let n_same = low.iter().zip(rest).take_while(|(a, b)| a == b).count();
        let ends = |at: usize| matches!(rest.get(at), None | Some(b'|'));
        let fits = n_same == low.len() && ends(n_same)
            || rest.get(n_same) == Some(&b'*') && ends(n_same + 1)
            || rest.first() == Some(&b'_') && ends(1);
        if fits {
            return true;
        }
        match rest[n_same..].iter().position(|it| *it == b'|') {
            Some(at) => rest = &rest[n_same + at + 1..],
            None => return false,
        }
    }
}

/// The parts of a pattern between an ASCII sign: as `split`, which is slow to begin.
fn parts(text: &str, sign: u8) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let all = rest?;
        let at = all.as_bytes().iter().position(|it| *it == sign);
        rest = at.map(|it| &all[it + 1..]);
        Some(at.map_or(all, |it| &all[..it]))
    })
}

/// Signs inside a word that are not seen.
fn is_soft(it: char) -> bool {
    matches!(it, '\u{ad}' | '\u{301}')
}

/// A word as it is compared.
fn low(written: &str) -> Cow<'_, str> {
    let (mut is_low, mut russian, mut latin) = (true, false, false);
    for it in written.chars() {
        match it {
            'а'..='я' => russian = true,
            'a'..='z' => latin = true,
            '0'..='9' | '%' | '№' => {}
            _ => is_low = false,
        }
    }
    if is_low && !(russian && latin) {
        return Cow::Borrowed(written);
    }
    let mut low = String::with_capacity(written.len());
    written.chars().filter(|it| !is_soft(*it)).for_each(|it| push(&mut low, it));
    Cow::Owned(as_cyrillic(low))
}

/// Letters and digits of a text, lower case: for comparing texts that differ in signs only.
pub(crate) fn letters(text: &str) -> String {
    let mut low = String::new();
    for it in text.chars().filter(|&it| is_part(it)) {
        push(&mut low, it);
    }
    low
}

/// «Cентябрь» typed with a Latin «C» is the same word.
fn as_cyrillic(low: String) -> String {
    let is_mixed = low.bytes().any(|it| it.is_ascii_alphabetic())
        && low.chars().any(|it| ('а'..='я').contains(&it));
    if !is_mixed {
        return low;
    }
    let like = |it| match it {
        'a' => 'а',
        'b' => 'в',
        'c' => 'с',
        'e' => 'е',
        'h' => 'н',
        'k' => 'к',
        'm' => 'м',
        'o' => 'о',
        'p' => 'р',
        't' => 'т',
        'x' => 'х',
        'y' => 'у',
        other => other,
    };
    low.chars().map(like).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_finds_stems_alternatives_and_gaps() {
        let words = Words::of("После завершения Круглого стола, 55% участников");
        assert_eq!(words.cut(words.find("кругл* стол*").unwrap()), "Круглого стола");
        assert_eq!(
            words.cut(words.find("после .. стола|стол").unwrap()),
            "После завершения Круглого стола"
        );
        assert!(words.has("55 % участник*") && !words.has("круглый"));
    }

    #[test]
    fn a_latin_letter_inside_a_russian_word_is_read_as_russian() {
        assert_eq!(Words::of("Cентябрь").list[0].low, "сентябрь");
        assert_eq!(Words::of("ВКонтакте Telegram").list[1].low, "telegram");
    }

    #[test]
    fn a_sentence_is_bounded_by_its_signs() {
        let words = Words::of("1. Анализ анкет. 2. Сбор согласий; обучение");
        let at = words.find("соглас*").unwrap().first;
        assert_eq!(words.cut(words.sentence(at)), "Сбор согласий");
    }
}
