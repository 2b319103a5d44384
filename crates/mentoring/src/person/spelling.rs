//! How names are spelled: capitals as in a passport, and what is no name at all.
//!
//! It decides which letters of a name are capitals, and that digits, signs and formulas are none of a
//! name. Deliberately absent: which word is what (`documents::people`), declension (`grammar`).

use super::PersonName;

/// Words before a surname that are written small.
pub const PARTICLES: [&str; 14] =
    ["де", "фон", "ван", "дер", "ден", "да", "ди", "ла", "ле", "дель", "дос", "ибн", "аль", "эль"];

/// Words after a patronymic, written small: «Гасан оглы».
pub const TAILS: [&str; 7] = ["оглы", "оглу", "кызы", "гызы", "улы", "уулу", "заде"];

/// Whether a text can be a part of a name: letters, with hyphens, apostrophes and blanks between
/// them, and full stops behind initials.
#[must_use]
pub fn is_name_part(text: &str) -> bool {
    let inside = |it: char| it.is_alphabetic() || "-‐‑–'’`ʼ".contains(it);
    let is_word = |word: &str| {
        let bare = word.strip_suffix('.').unwrap_or(word);
        bare.chars().all(inside)
            && bare.starts_with(char::is_alphabetic)
            && bare.ends_with(char::is_alphabetic)
    };
    !text.trim().is_empty() && text.split_whitespace().all(is_word)
}

/// The name with the capitals of a passport; `None` where it has them.
#[must_use]
pub fn better(name: &PersonName) -> Option<PersonName> {
    let spelled = PersonName {
        surname: capitals(&name.surname),
        first: capitals(&name.first),
        patronymic: capitals(&name.patronymic),
    };
    (spelled != *name).then_some(spelled)
}

/// Gives words the capitals of a passport; a word that has its own capitals keeps them.
#[must_use]
pub fn capitals(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let n_words = text.split(' ').count();
    for (at, word) in text.split(' ').enumerate() {
        if 0 < at {
            written.push(' ');
        }
        let small = lower(word);
        let particle = at + 1 < n_words && PARTICLES.contains(&small.as_str());
        if particle && !is_mixed(word) || TAILS.contains(&small.as_str()) {
            written.push_str(&small);
        } else {
            hyphenated(word, &mut written);
        }
    }
    written
}

fn hyphenated(word: &str, written: &mut String) {
    for (at, part) in word.split(['-', '‐', '‑', '–']).enumerate() {
        if 0 < at {
            written.push('-');
        }
        let small = lower(part);
        match () {
            () if 0 < at && TAILS.contains(&small.as_str()) => written.push_str(&small),
            () if is_mixed(part) => written.push_str(part),
            () => capital(&small, written),
        }
    }
}

/// A capital at the beginning, and after «О'» and «Д'».
fn capital(small: &str, written: &mut String) {
    let mut raise = true;
    for (at, it) in small.chars().enumerate() {
        match raise {
            true => written.extend(it.to_uppercase()),
            false => written.push(it),
        }
        raise = at == 1 && "'’`ʼ".contains(it);
    }
}

/// Begins with a capital and has small letters: somebody wrote it so on purpose.
fn is_mixed(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase)
}

/// Nearly every letter of a list is Russian; the tables of Unicode are slow.
fn lower(text: &str) -> String {
    let small = |it: char| match it {
        'А'..='Я' => char::from_u32(u32::from(it) + 32).unwrap_or(it),
        'Ё' => 'ё',
        'а'..='я' | 'ё' => it,
        it => it.to_lowercase().next().unwrap_or(it),
    };
    text.chars().map(small).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_offered_the_capitals_of_a_passport_and_keeps_its_own() {
        for (typed, expected) in [
            ("иВАНОВ иван", Some("Иванов Иван")),
            ("ПЕТРОВА-ВОДКИНА АННА ИЛЬИНИЧНА", Some("Петрова-Водкина Анна Ильинична")),
            ("о'нил джек", Some("О'Нил Джек")),
            ("Иванов Иван Ильич", None),
            ("МакДональд Джон", None),
            ("Алиев Али гасан-оглы", Some("Алиев Али Гасан-оглы")),
        ] {
            let better = better(&PersonName::parse(typed)).map(|it| it.full());
            assert_eq!(better.as_deref(), expected, "{typed}");
        }
    }

    #[test]
    fn digits_signs_and_formulas_are_no_part_of_a_name() {
        for (text, expected) in [
            ("Салтыков-Щедрин", true),
            ("Дем'яненко", true),
            ("В.", true),
            ("фон Дервиз", true),
            ("Гасан оглы", true),
            ("=HYPERLINK(\"x\") +1 @a", false),
            ("Иванов1", false),
            ("Иванова (Смирнова)", false),
            ("-", false),
            ("", false),
        ] {
            assert_eq!(is_name_part(text), expected, "{text}");
        }
    }
}
