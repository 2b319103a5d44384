//! From letters to tokens: numbers, known words, marks; broken words and digits mended.
//!
//! It decides where a word ends and which broken pieces were one. Deliberately absent: what the
//! tokens mean together (`grammar`).

mod mend;

use super::Guess;
use super::clean::{Letter, clean, lookalike, roman};
use super::form::Unit;
use super::words::{Word, exact, length_adjective};
use mend::{
    join_digits, join_hyphened, mend_words, roman_by_neighbour, roman_dates, roman_months,
    ten_days_by_neighbour, weekday_of_date,
};

/// A token with its place in the text as written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    /// What it is.
    pub(crate) is: Is,
    /// First byte as written.
    pub(crate) at: usize,
    /// The byte after it.
    pub(crate) to: usize,
    /// What stands before it.
    pub(crate) gap: Gap,
    /// Begins with a capital.
    pub(crate) capital: bool,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Is {
    /// A number with the count of its digits (0 for a Roman one).
    Number(u32, u8),
    /// A number with an ending: «25-го», «2-я».
    Nth(u32),
    /// «двухнедельный»: so many of a unit, as an adjective.
    Long(u8, Unit),
    /// A known word.
    Word(Word),
    /// A word that says nothing of time.
    Other,
    /// A sign: `-`, `.`, `,`, `;`, `:`, `/`, `(`, `)`, `№`, `%`, `…`, `+`, `_`.
    Mark(char),
}

/// The space before a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    /// Nothing.
    Joined,
    /// A blank.
    Space,
    /// A line break.
    Line,
}

/// A token while its spelling still matters.
struct Piece {
    token: Token,
    /// Cleaned letters of a word, empty for everything else.
    form: String,
    /// A number with a letter for a digit: «2О25».
    odd: bool,
}

/// Endings that make a number an ordinal or a counted adjective: «1-го», «2-я», «3-х», «10-ти».
const ENDINGS: [&str; 20] = [
    "го", "й", "я", "е", "ая", "ое", "ый", "ой", "ого", "ому", "му", "х", "м", "ым", "ю", "ую",
    "ти", "и", "ья", "ий",
];

/// Cuts a text into tokens.
///
/// - `guesses`: gets what was mended.
/// - Returns: tokens in order; unknown words are kept as [`Is::Other`].
pub(crate) fn tokens(text: &str, guesses: &mut Vec<Guess>) -> Vec<Token> {
    let mut pieces = pieces(&clean(text));
    for piece in pieces.iter().filter(|it| it.odd) {
        if let Is::Number(read, _) | Is::Nth(read) = piece.token.is {
            let written = excerpt(text, piece.token.at, piece.token.to);
            guesses.push(Guess::Typo { written, read: read.to_string() });
        }
    }
    join_digits(&mut pieces, text, guesses);
    join_hyphened(&mut pieces, text, guesses);
    mend_words(&mut pieces, text, guesses);
    roman_by_neighbour(&mut pieces);
    roman_dates(&mut pieces);
    roman_months(&mut pieces);
    ten_days_by_neighbour(&mut pieces);
    weekday_of_date(&mut pieces);
    pieces.into_iter().map(|it| it.token).collect()
}

fn pieces(letters: &[Letter]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::with_capacity(letters.len() / 4 + 4);
    let mut gap = Gap::Joined;
    let mut i = 0;
    while let Some(first) = letters.get(i) {
        let mut end = i + 1;
        let mut form = String::new();
        let mut odd = false;
        let is = match first.is {
            ' ' | '\n' => {
                gap = gap.max(if first.is == '\n' { Gap::Line } else { Gap::Space });
                i += 1;
                continue;
            }
            _ if digit(letters, i).is_some() => {
                while digit(letters, end).is_some() {
                    end += 1;
                }
                odd = letters[i..end].iter().any(|it| !it.is.is_ascii_digit());
                number(letters, i, &mut end)
            }
            c if c.is_alphabetic() => {
                end = run(letters, i, char::is_alphabetic);
                form = word_form(&letters[i..end], &mut end, letters);
                match word(&form) {
                    Is::Number(n, _) => roman_ending(letters, n, &mut end),
                    other => other,
                }
            }
            c if is_air(c) => {
                gap = gap.max(Gap::Space);
                i += 1;
                continue;
            }
            '.' if letters.get(i + 1).is_some_and(|it| it.is == '.') => {
                end = run(letters, i, |it| it == '.');
                Is::Mark('…')
            }
            '[' | '{' => Is::Mark('('),
            ']' | '}' => Is::Mark(')'),
            '\\' | '|' => Is::Mark('/'),
            c => Is::Mark(c),
        };
        let to = letters.get(end - 1).map_or(first.to, |it| it.to);
        let token = Token { is, at: first.at, to, gap, capital: first.capital };
        pieces.push(Piece { token, form, odd });
        gap = Gap::Joined;
        i = end;
    }
    pieces
}

fn run(letters: &[Letter], from: usize, fits: impl Fn(char) -> bool) -> usize {
    letters[from..].iter().position(|it| !fits(it.is)).map_or(letters.len(), |n| from + n)
}

/// Quotes stand around days («01» сентября), bullets before lines: both are air.
fn is_air(letter: char) -> bool {
    "«»\"“”„’‘´'`*•\u{f0b7}".contains(letter)
}

/// The digit at a place; «О» and «З» beside digits and inside no word are 0 and 3.
fn digit(letters: &[Letter], at: usize) -> Option<u32> {
    let is = |at: usize| letters.get(at).map(|it| it.is);
    let letter = is(at)?;
    if letter.is_ascii_digit() {
        return letter.to_digit(10);
    }
    let read = match letter {
        'о' | 'o' => 0,
        'з' => 3,
        _ => return None,
    };
    let before = at.checked_sub(1).and_then(is);
    let after = is(at + 1);
    let in_word = [before, after].into_iter().flatten().any(char::is_alphabetic);
    let beside = [before, after].into_iter().flatten().any(|it| it.is_ascii_digit());
    (beside && !in_word).then_some(read)
}

/// A number from `from` to `end`, with its ending if it has one («25-го»; not «2025-е годы»'s year).
fn number(letters: &[Letter], from: usize, end: &mut usize) -> Is {
    let digits = *end - from;
    let value = (from..*end)
        .filter_map(|it| digit(letters, it))
        .fold(0_u32, |n, it| n.saturating_mul(10).saturating_add(it));
    let dashed = usize::from(letters.get(*end).is_some_and(|it| it.is == '-'));
    let start = *end + dashed;
    let stop = run(letters, start.min(letters.len()), char::is_alphabetic);
    if start < stop && stop - start <= 3 {
        let ending: String = letters[start..stop].iter().map(|it| cyrillic(it.is)).collect();
        // «5 и 15»: a blank stood before the word, so it is no ending. «г» alone is a year.
        // «2-х недель», «10-ти дней» count; «2-я неделя» is one of them.
        if matches!(ending.as_str(), "х" | "ти") && counts(letters, stop) {
            *end = stop;
        } else if ENDINGS.contains(&ending.as_str()) {
            *end = stop;
            return Is::Nth(value);
        }
    }
    Is::Number(value, u8::try_from(digits).unwrap_or(u8::MAX))
}

/// Whether a unit in the genitive plural comes next: «недель», «дней», «месяцев».
fn counts(letters: &[Letter], from: usize) -> bool {
    let start = from + usize::from(letters.get(from).is_some_and(|it| it.is == ' '));
    let stop = run(letters, start.min(letters.len()), char::is_alphabetic);
    let next: String =
        letters.get(start..stop).unwrap_or_default().iter().map(|it| it.is).collect();
    matches!(next.as_str(), "недель" | "дней" | "месяцев" | "лет" | "кварталов")
}

/// «I-е», «II-го»: a Roman number with an ending counts as one without.
fn roman_ending(letters: &[Letter], n: u32, end: &mut usize) -> Is {
    if letters.get(*end).is_some_and(|it| it.is == '-') {
        let stop = run(letters, *end + 1, char::is_alphabetic);
        let ending: String = letters[*end + 1..stop].iter().map(|it| cyrillic(it.is)).collect();
        // «IX-X» are two numbers: a Latin «x» is a ten and no ending.
        let typed: String = letters[*end + 1..stop].iter().map(|it| it.is).collect();
        if ENDINGS.contains(&ending.as_str()) && roman(&typed).is_none() {
            *end = stop;
            return Is::Nth(n);
        }
    }
    Is::Number(n, 0)
}

fn cyrillic(letter: char) -> char {
    lookalike(letter).unwrap_or(letter)
}

/// The common form of a word, abbreviations with a sign inside («м-ц», «п/г», «кв-л») made whole.
fn word_form(word: &[Letter], end: &mut usize, letters: &[Letter]) -> String {
    let form: String = word.iter().map(|it| it.is).collect();
    if form.chars().count() <= 3
        && let Some(sign) = letters.get(*end).map(|it| it.is).filter(|it| matches!(it, '-' | '/'))
    {
        let stop = run(letters, *end + 1, char::is_alphabetic);
        let tail: String = letters[*end + 1..stop].iter().map(|it| it.is).collect();
        let whole = match (form.as_str(), sign, tail.as_str()) {
            ("м", '-', "ц" | "ца" | "цев") | ("мес", '-', "ц") => "месяц",
            ("п", '/' | '-', "г" | "годие") => "полугодие",
            ("кв", '-', "л" | "ла" | "ал") => "квартал",
            ("ч", '-', "ть" | "ти") => "четверть",
            ("уч", '-', "г") => "",
            _ => "",
        };
        if !whole.is_empty() {
            *end = stop;
            return whole.to_owned();
        }
    }
    if form.is_ascii() {
        // «I», «IV» are numbers; «c», «B» are Russian letters typed on the wrong keyboard.
        if roman(&form).is_some() || !form.chars().all(|it| lookalike(it).is_some()) {
            return form;
        }
        return form.chars().map(cyrillic).collect();
    }
    if form.bytes().any(|it| it.is_ascii_alphabetic()) && roman(&form).is_none() {
        return form.chars().map(cyrillic).collect();
    }
    form
}

fn word(form: &str) -> Is {
    if let Some(word) = exact(form) {
        return Is::Word(word);
    }
    if let Some(n) = roman(form) {
        return Is::Number(u32::from(n), 0);
    }
    if let Some((n, unit)) = length_adjective(form) {
        return Is::Long(n, unit);
    }
    // «при заключении», «по получении»: deeds, and so conditions after «при» and «по».
    if 14 < form.len() && (form.ends_with("нии") || form.ends_with("тии")) {
        return Is::Word(Word::Condition);
    }
    Is::Other
}

/// A piece of the text as written, on one line.
///
/// - `at`, `to`: byte places that tokens gave.
pub(crate) fn excerpt(text: &str, at: usize, to: usize) -> String {
    let piece = text.get(at..to).unwrap_or_default();
    piece.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::words::Case;
    use super::*;

    fn kinds(text: &str) -> Vec<Is> {
        tokens(text, &mut Vec::new()).into_iter().map(|it| it.is).collect()
    }

    #[test]
    fn broken_and_glued_words_are_mended() {
        let september = Is::Word(Word::Month(9, Case::Other));
        let december = Is::Word(Word::Month(12, Case::Other));
        assert_eq!(kinds("Сентябр\nьдекабр\nь"), [september, december]);
        assert_eq!(kinds("сен\nтябрь"), [september]);
        assert_eq!(kinds("сентя брь"), [september]);
        assert_eq!(kinds("20\n23")[..], [Is::Number(2023, 4)]);
        assert_eq!(kinds("cентябрь"), [september], "a Latin c");
    }

    #[test]
    fn numbers_know_their_endings() {
        assert_eq!(kinds("25-го")[..], [Is::Nth(25)]);
        assert_eq!(kinds("2025г")[..], [Is::Number(2025, 4), Is::Word(Word::Year)]);
        assert_eq!(kinds("IV кв")[..], [Is::Number(4, 0), Is::Word(Word::Unit(Unit::Quarter))]);
        assert_eq!(kinds("П четверть")[0], Is::Number(2, 0));
    }
}
