//! From letters to tokens: numbers, known words, marks; broken words and digits mended.
//!
//! It decides where a word ends and which broken pieces were one. Deliberately absent: what the
//! tokens mean together (`grammar`).

use super::Guess;
use super::clean::{Letter, clean, lookalike, roman};
use super::form::Unit;
use super::words::{Word, exact, length_adjective, mended};

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
    join_digits(&mut pieces, text, guesses);
    mend_words(&mut pieces, text, guesses);
    roman_by_neighbour(&mut pieces);
    pieces.into_iter().map(|it| it.token).collect()
}

fn pieces(letters: &[Letter]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::with_capacity(letters.len() / 4 + 4);
    let mut gap = Gap::Joined;
    let mut i = 0;
    while let Some(first) = letters.get(i) {
        let mut end = i + 1;
        let mut form = String::new();
        let is = match first.is {
            ' ' | '\n' => {
                gap = gap.max(if first.is == '\n' { Gap::Line } else { Gap::Space });
                i += 1;
                continue;
            }
            '0'..='9' => {
                end = run(letters, i, |it| it.is_ascii_digit());
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
            '«' | '»' | '"' | '“' | '”' | '„' | '’' | '‘' | '´' | '\'' | '`' | '*' | '•'
            | '\u{f0b7}' => {
                // Quotes stand around days («01» сентября), bullets before lines: both are air.
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
        pieces.push(Piece { token, form });
        gap = Gap::Joined;
        i = end;
    }
    pieces
}

fn run(letters: &[Letter], from: usize, fits: impl Fn(char) -> bool) -> usize {
    letters[from..].iter().position(|it| !fits(it.is)).map_or(letters.len(), |n| from + n)
}

/// A number from `from` to `end`, with its ending if it has one («25-го»; not «2025-е годы»'s year).
fn number(letters: &[Letter], from: usize, end: &mut usize) -> Is {
    let digits = *end - from;
    let value = letters[from..*end]
        .iter()
        .fold(0_u32, |n, it| n.saturating_mul(10).saturating_add(it.is.to_digit(10).unwrap_or(0)));
    let dashed = usize::from(letters.get(*end).is_some_and(|it| it.is == '-'));
    let start = *end + dashed;
    let stop = run(letters, start.min(letters.len()), char::is_alphabetic);
    if start < stop && stop - start <= 3 {
        let ending: String = letters[start..stop].iter().map(|it| cyrillic(it.is)).collect();
        // «5 и 15»: a blank stood before the word, so it is no ending. «г» alone is a year.
        if ENDINGS.contains(&ending.as_str()) {
            *end = stop;
            return Is::Nth(value);
        }
    }
    Is::Number(value, u8::try_from(digits).unwrap_or(u8::MAX))
}

/// «I-е», «II-го»: a Roman number with an ending counts as one without.
fn roman_ending(letters: &[Letter], n: u32, end: &mut usize) -> Is {
    if letters.get(*end).is_some_and(|it| it.is == '-') {
        let stop = run(letters, *end + 1, char::is_alphabetic);
        let ending: String = letters[*end + 1..stop].iter().map(|it| cyrillic(it.is)).collect();
        if ENDINGS.contains(&ending.as_str()) && roman(&ending).is_none() {
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
    length_adjective(form).map_or(Is::Other, |(n, unit)| Is::Long(n, unit))
}

/// Digits cut by the end of a page or a line: «20⏎23», «0⏎1.09», «2⏎025».
fn join_digits(pieces: &mut Vec<Piece>, text: &str, guesses: &mut Vec<Guess>) {
    let mut i = 1;
    while i < pieces.len() {
        let (a, b) = (pieces[i - 1].token, pieces[i].token);
        if let (Is::Number(left, l), Is::Number(right, r)) = (a.is, b.is)
            && b.gap == Gap::Line
            && 0 < l
            && 0 < r
        {
            let joined = left.saturating_mul(10_u32.saturating_pow(u32::from(r))) + right;
            let year = l + r == 4 && (1990..=2099).contains(&joined);
            let padded = l == 1 && r == 1 && left == 0;
            if year || padded {
                let token = Token { is: Is::Number(joined, l + r), to: b.to, ..a };
                guesses.push(Guess::JoinedDigits {
                    written: excerpt(text, a.at, b.to),
                    read: if padded { format!("{joined:02}") } else { joined.to_string() },
                });
                pieces[i - 1].token = token;
                pieces.remove(i);
                continue;
            }
        }
        i += 1;
    }
}

/// Most pieces of one broken word.
const MOST_PIECES: usize = 4;

fn mend_words(pieces: &mut Vec<Piece>, text: &str, guesses: &mut Vec<Guess>) {
    let mut i = 0;
    while i < pieces.len() {
        if pieces[i].form.is_empty() {
            i += 1;
            continue;
        }
        let widest = (1..MOST_PIECES)
            .take_while(|n| pieces.get(i + n).is_some_and(|it| continues(it, &pieces[i + n - 1])))
            .count();
        let found = (0..=widest).rev().find_map(|n| mend_run(&pieces[i..=i + n]).map(|it| (n, it)));
        let Some((n, read)) = found else {
            i += 1;
            continue;
        };
        let (first, last) = (pieces[i].token, pieces[i + n].token);
        let written = excerpt(text, first.at, last.to);
        if read.slip {
            guesses.push(Guess::Typo { written, read: read.forms.join(" ") });
        } else {
            guesses.push(Guess::MendedWord { written, read: read.forms.join("-") });
        }
        let many = read.forms.len();
        let mended = read.forms.into_iter().enumerate().map(|(k, form)| Piece {
            token: Token {
                is: word(&form),
                to: last.to,
                gap: if k == 0 { first.gap } else { Gap::Joined },
                ..first
            },
            form,
        });
        pieces.splice(i..=i + n, mended);
        i += many;
    }
}

/// A piece that may go on the word before it: across a line break, or where both are unknown.
fn continues(piece: &Piece, before: &Piece) -> bool {
    if piece.form.is_empty() {
        return false;
    }
    match piece.token.gap {
        Gap::Line => true,
        Gap::Space => {
            !piece.token.capital && piece.token.is == Is::Other && before.form.len() <= 24
        }
        Gap::Joined => false,
    }
}

struct Mended {
    forms: Vec<String>,
    slip: bool,
}

fn mend_run(run: &[Piece]) -> Option<Mended> {
    if run.iter().all(|it| it.token.is != Is::Other) {
        return None;
    }
    let whole: String = run.iter().map(|it| it.form.as_str()).collect();
    if 64 < whole.len() {
        return None;
    }
    let across_line = run[1..].iter().any(|it| it.token.gap == Gap::Line);
    if 1 < run.len()
        && let Some(word) = exact(&whole)
        && (across_line || is_telling(word))
    {
        return Some(Mended { forms: vec![whole], slip: false });
    }
    if (run.len() == 1 || across_line)
        && let Some((a, b)) = glued(&whole)
    {
        return Some(Mended { forms: vec![a.to_owned(), b.to_owned()], slip: false });
    }
    if run.len() == 1 {
        return mended(&whole).map(|(_, right)| Mended { forms: vec![right], slip: true });
    }
    None
}

/// Words that nobody writes by chance when two pieces of other words meet.
fn is_telling(word: Word) -> bool {
    matches!(word, Word::Month(..) | Word::Weekday(_) | Word::Every(_) | Word::Steady)
}

/// Two words without a blank between: «сентябрьдекабрь», «вмае», «ежемесячнодо».
fn glued(whole: &str) -> Option<(&str, &str)> {
    whole.char_indices().skip(1).find_map(|(at, _)| {
        let (a, b) = whole.split_at(at);
        let (first, second) = (exact(a)?, exact(b)?);
        let fits = match (first, second) {
            (Word::Month(_, x), Word::Month(_, y)) => {
                x != super::words::Case::Short && y != super::words::Case::Short
            }
            (Word::In | Word::Till | Word::By | Word::Since, Word::Month(..)) => 4 < b.len(),
            (Word::In | Word::On, Word::During) => true,
            (Word::Every(_), Word::Till | Word::In) => true,
            (Word::Each, Word::Unit(_) | Word::Weekday(_)) => true,
            (Word::School, Word::Year) => 4 < b.len(),
            _ => false,
        };
        fits.then_some((a, b))
    })
}

/// «П четверть», «Ш квартал»: Cyrillic letters that stand for II and III before a counted unit.
fn roman_by_neighbour(pieces: &mut [Piece]) {
    for i in 1..pieces.len() {
        let counted = matches!(
            pieces[i].token.is,
            Is::Word(Word::Unit(Unit::Quarter | Unit::Term | Unit::Half) | Word::Numbered)
        );
        let n = match pieces[i - 1].form.as_str() {
            "п" => 2,
            "ш" => 3,
            _ => continue,
        };
        if counted && pieces[i - 1].token.capital {
            pieces[i - 1].token.is = Is::Number(n, 0);
        }
    }
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
