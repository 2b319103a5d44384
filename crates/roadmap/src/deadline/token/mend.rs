//! Broken words and digits made whole, words run together taken apart, slips mended.
//!
//! It decides which pieces were one word before a page, a line or a tired hand broke them.
//! Deliberately absent: cutting text into pieces (`token`).

use super::{Gap, Is, Piece, Token, excerpt, word};
use crate::deadline::Guess;
use crate::deadline::form::Unit;
use crate::deadline::words::{Case, Word, exact, mended};

/// Digits cut by the end of a page or a line: «20⏎23», «0⏎1.09», «2⏎025».
pub(super) fn join_digits(pieces: &mut Vec<Piece>, text: &str, guesses: &mut Vec<Guess>) {
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

/// «в тече-⏎ние», «еже-⏎месячно»: a word broken with a hyphen.
pub(super) fn join_hyphened(pieces: &mut Vec<Piece>, text: &str, guesses: &mut Vec<Guess>) {
    let mut i = 0;
    while i + 2 < pieces.len() {
        let (a, sign, b) = (&pieces[i], &pieces[i + 1].token, &pieces[i + 2]);
        let broken = sign.is == Is::Mark('-')
            && sign.gap == Gap::Joined
            && b.token.gap == Gap::Line
            && !a.form.is_empty()
            && !b.form.is_empty()
            && a.form.len() + b.form.len() <= 64
            && (a.token.is == Is::Other || b.token.is == Is::Other);
        let whole = if broken { format!("{}{}", a.form, b.form) } else { String::new() };
        if broken && exact(&whole).is_some() {
            let token = Token { is: word(&whole), to: b.token.to, ..a.token };
            guesses.push(Guess::MendedWord {
                written: excerpt(text, token.at, token.to),
                read: whole.clone(),
            });
            pieces[i] = Piece { token, form: whole, odd: false };
            pieces.drain(i + 1..i + 3);
        }
        i += 1;
    }
}

/// Most pieces of one broken word.
const MOST_PIECES: usize = 4;

pub(super) fn mend_words(pieces: &mut Vec<Piece>, text: &str, guesses: &mut Vec<Guess>) {
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
            odd: false,
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
            (Word::Month(_, x), Word::Month(_, y)) => x != Case::Short && y != Case::Short,
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
pub(super) fn roman_by_neighbour(pieces: &mut [Piece]) {
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

/// «01.IX.2025», «1 IX», «IX.2025»: a Roman number beside a day or a year is a month.
pub(super) fn roman_dates(pieces: &mut Vec<Piece>) {
    let is = |pieces: &[Piece], at: usize| pieces.get(at).map(|it| it.token.is);
    let mut at = 0;
    while at < pieces.len() {
        let Is::Number(n @ 1..=12, 0) = pieces[at].token.is else {
            at += 1;
            continue;
        };
        let dot_before = at.checked_sub(1).is_some_and(|it| is(pieces, it) == Some(Is::Mark('.')));
        let before = at.checked_sub(1 + usize::from(dot_before)).and_then(|it| is(pieces, it));
        let dot = usize::from(is(pieces, at + 1) == Some(Is::Mark('.')));
        let year = matches!(is(pieces, at + 1 + dot), Some(Is::Number(1990..=2100, 4)));
        let ends = matches!(is(pieces, at + 1), None | Some(Is::Mark('-' | ',' | ';')));
        let day = matches!(before, Some(Is::Number(1..=31, 1 | 2))) && (year || ends);
        if let Ok(month) = u8::try_from(n)
            && (day || year && dot == 1)
        {
            let case = if day { Case::Genitive } else { Case::Other };
            pieces[at].token.is = Is::Word(Word::Month(month, case));
            pieces.drain(at + 1..at + 1 + dot);
            if day && dot_before {
                pieces.remove(at - 1);
            }
        }
        at += 1;
    }
}

/// «IX–V», «с IX по V»: where a cell is nothing but Roman numerals and one of them is too great for a
/// quarter, they are months.
pub(super) fn roman_months(pieces: &mut [Piece]) {
    let only = pieces.iter().all(|it| {
        matches!(
            it.token.is,
            Is::Number(_, 0)
                | Is::Number(_, 4)
                | Is::Mark('-' | ',' | '/' | '.' | ';')
                | Is::Word(
                    Word::And | Word::Since | Word::Along | Word::Till | Word::In | Word::Year
                )
        )
    });
    let great = pieces.iter().any(|it| matches!(it.token.is, Is::Number(5..=12, 0)));
    if !only || !great {
        return;
    }
    for piece in pieces {
        if let Is::Number(n @ 1..=12, 0) = piece.token.is
            && let Ok(month) = u8::try_from(n)
        {
            piece.token.is = Is::Word(Word::Month(month, Case::Other));
        }
    }
}

/// «3 дек. октября»: before the name of a month «дек.» is ten days of it.
pub(super) fn ten_days_by_neighbour(pieces: &mut [Piece]) {
    for i in 1..pieces.len() {
        let short = matches!(pieces[i].token.is, Is::Word(Word::Month(12, Case::Short)));
        let counted = matches!(pieces[i - 1].token.is, Is::Number(1..=3, _) | Is::Nth(1..=3));
        let dot = usize::from(pieces.get(i + 1).is_some_and(|it| it.token.is == Is::Mark('.')));
        let month = pieces.get(i + 1 + dot).map(|it| it.token.is);
        if short
            && counted
            && matches!(month, Some(Is::Word(Word::Month(_, Case::Genitive | Case::Other))))
        {
            pieces[i].token.is = Is::Word(Word::TenDays);
        }
    }
}

/// «14 марта (пятница)»: the day of the week of a date says nothing more.
pub(super) fn weekday_of_date(pieces: &mut Vec<Piece>) {
    let is = |pieces: &[Piece], at: usize| pieces.get(at).map(|it| it.token.is);
    let mut at = 1;
    while at < pieces.len() {
        let dot = usize::from(is(pieces, at + 2) == Some(Is::Mark('.')));
        let enclosed = is(pieces, at) == Some(Is::Mark('('))
            && matches!(is(pieces, at + 1), Some(Is::Word(Word::Weekday(_))))
            && is(pieces, at + 2 + dot) == Some(Is::Mark(')'));
        let dated = pieces[at.saturating_sub(4)..at].windows(2).any(|it| {
            matches!(it[0].token.is, Is::Number(_, 1 | 2)) && it[1].token.is != Is::Other
        });
        if enclosed && dated {
            pieces.drain(at..at + 3 + dot);
        } else {
            at += 1;
        }
    }
}
