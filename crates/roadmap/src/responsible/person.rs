//! Names of persons: surnames with initials or with their patronymic, in either order.
//!
//! It decides where a name begins and ends, also where points or the end of a line are lost.
//! Deliberately absent: roles (`responsible`), and who the person is.

use crate::vocabulary::roles::ROLE;
use crate::vocabulary::{Kind, Token};

/// Where a person's name that begins at a token ends.
pub(super) fn person(text: &str, all: &[Token], at: usize) -> Option<usize> {
    let first = all.get(at).filter(|it| it.is_word() && it.capital)?;
    if is_initial(first) {
        let end = initials(all, at)?;
        let surname = all.get(end).filter(|it| is_name(it))?;
        let _ = surname;
        return ROLE.at(all, end).is_none().then(|| double_surname(all, end));
    }
    if !is_name(first) || ROLE.at(all, at).is_some() {
        return None;
    }
    let surname_end = double_surname(all, at);
    if let Some(end) = initials(all, surname_end).or_else(|| below(all, surname_end)) {
        return Some(end);
    }
    if let Some(end) = bare_initials(text, all, surname_end) {
        return Some(end);
    }
    let second = all.get(surname_end).filter(|it| is_name(it))?;
    let third = all.get(surname_end + 1).filter(|it| is_name(it));
    match third {
        Some(third) if is_patronymic(&third.text) => Some(surname_end + 2),
        Some(third) if is_patronymic(&second.text) && ROLE.at(all, surname_end + 1).is_none() => {
            let _ = third;
            Some(double_surname(all, surname_end + 1))
        }
        _ => is_patronymic(&second.text).then_some(surname_end + 1),
    }
}

/// Initials on the line below their surname, which a narrow cell parted.
fn below(all: &[Token], at: usize) -> Option<usize> {
    let pointed = all.get(at + 2).is_some_and(|it| it.is_mark('.') && it.glued);
    all.get(at).filter(|it| it.is_mark('\n') && pointed)?;
    // «Иванова ⏎ П.П. Петров» are two.
    initials(all, at + 1).filter(|end| !all.get(*end).is_some_and(is_name))
}

/// Initials without points behind what can only be a surname: «Иванова ИИ», «Иванова И».
fn bare_initials(text: &str, all: &[Token], at: usize) -> Option<usize> {
    let surname = at.checked_sub(1).and_then(|it| all.get(it)).filter(|it| is_surname(&it.text))?;
    let token = all.get(at).filter(|it| it.is_word() && !it.glued)?;
    let written = text.get(token.at.clone())?;
    let ends = all.get(at + 1).is_none_or(|it| matches!(it.kind, Kind::Mark(_)));
    let short = written.chars().count() <= 2 && written.chars().all(char::is_uppercase);
    (short && ends && 3 < surname.text.chars().count()).then_some(at + 1)
}

/// Whether a word ends as most surnames do.
pub(super) fn is_surname(word: &str) -> bool {
    SURNAMES.iter().any(|it| word.ends_with(it))
}

const SURNAMES: &[&str] = &[
    "ова",
    "ева",
    "ёва",
    "ина",
    "ына",
    "ская",
    "цкая",
    "ов",
    "ев",
    "ин",
    "ын",
    "ский",
    "цкий",
    "енко",
    "чук",
    "юк",
    "ян",
    "дзе",
    "швили",
    "ых",
    "их",
];

fn is_initial(token: &Token) -> bool {
    token.is_word() && token.capital && token.text.chars().count() == 1
}

pub(super) fn is_name(token: &Token) -> bool {
    token.is_word() && token.capital && 1 < token.text.chars().count()
}

fn double_surname(all: &[Token], at: usize) -> usize {
    let hyphen = all.get(at + 1).is_some_and(|it| it.is_dash() && it.glued);
    let second = all.get(at + 2).is_some_and(|it| is_name(it) && it.glued);
    if hyphen && second { at + 3 } else { at + 1 }
}

/// One or two initials with their points; a comma typed for a point is understood.
fn initials(all: &[Token], at: usize) -> Option<usize> {
    let point = |it: usize| {
        all.get(it).is_some_and(|it| it.is_mark('.'))
            || all.get(it).is_some_and(|it| it.is_mark(','))
                && all.get(it + 1).is_some_and(|it| it.glued && is_initial(it))
    };
    all.get(at).filter(|it| is_initial(it))?;
    let mut end = at + 1;
    if point(end) {
        end += 1;
    }
    if all.get(end).is_some_and(is_initial) {
        end += 1;
        if all.get(end).is_some_and(|it| it.is_mark('.')) {
            end += 1;
        }
        return Some(end);
    }
    all.get(at + 1).is_some_and(|it| it.is_mark('.')).then_some(end)
}

fn is_patronymic(word: &str) -> bool {
    ["вич", "вна", "чна", "ьич", "вича", "вны", "вне", "вичем", "вной", "оглы", "кызы"]
        .iter()
        .any(|it| word.ends_with(it))
}
