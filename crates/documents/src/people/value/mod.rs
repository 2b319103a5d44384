//! Values of cells as people write them: names, days, classes, telephones, years, categories.
//!
//! It decides what a cell means once its column is known. Deliberately absent: which column that is
//! (`vocabulary`), and what is done with a row that has a wrong cell (`rows`).

pub(super) mod category;
pub(super) mod class;
pub(super) mod day;
pub(super) mod first_names;
pub(super) mod kin;
pub(super) mod kind;
pub(super) mod name;
pub(super) mod reach;
pub(super) mod years;

use super::grid::Value;
use std::borrow::Cow;

/// The text of a cell as a person sees it.
pub(super) fn text<'a>(value: &Value<'a>) -> Cow<'a, str> {
    match value {
        Value::Text(it) => Cow::Borrowed(it),
        Value::Number(it) => Cow::Owned(it.to_string()),
        Value::Day(it) => Cow::Owned(format!("{:02}.{:02}.{}", it.day(), it.month(), it.year())),
    }
}

/// Whether a text says that there is nothing to say.
pub(super) fn is_nothing(text: &str) -> bool {
    const NOTHING: [&str; 12] = [
        "нет",
        "н/д",
        "нд",
        "н д",
        "отсутствует",
        "не указано",
        "не указан",
        "нет данных",
        "не имеет",
        "б/н",
        "#н/д",
        "#n/a",
    ];
    let text = text.trim().trim_end_matches('.');
    // «#Н/Д», «#REF!»: a formula of Excel that failed.
    if text.starts_with('#') {
        return true;
    }
    !says(text) || text.len() < 30 && NOTHING.contains(&lower(text).as_str())
}

/// A letter in small; Russian and Latin ones without asking the tables of all alphabets.
fn small(it: char) -> char {
    match it {
        'А'..='Я' => char::from_u32(u32::from(it) + 32).unwrap_or(it),
        'Ё' => 'ё',
        it if it.is_ascii() => it.to_ascii_lowercase(),
        'а'..='я' | 'ё' => it,
        it => it.to_lowercase().next().unwrap_or(it),
    }
}

/// A text in small letters.
pub(super) fn lower(text: &str) -> String {
    text.chars().map(small).collect()
}

/// Whether a character is a letter of any alphabet.
pub(super) fn is_letter(it: char) -> bool {
    matches!(it, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё' | 'a'..='z' | 'A'..='Z')
        || !it.is_ascii() && it.is_alphabetic()
}

/// Whether a character is a letter or a digit.
pub(super) fn is_sign(it: char) -> bool {
    it.is_ascii_digit() || is_letter(it) || !it.is_ascii() && it.is_alphanumeric()
}

/// Whether a text says anything at all.
pub(super) fn says(text: &str) -> bool {
    text.contains(is_sign)
}

/// Small letters without «ё» and without what is neither letter nor digit, parted by single spaces.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for it in text.chars() {
        match it {
            'ё' | 'Ё' => plain.push('е'),
            it if is_sign(it) => plain.push(small(it)),
            _ if plain.is_empty() || plain.ends_with(' ') => {}
            _ => plain.push(' '),
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

/// A Latin letter that looks like a Russian one, as the Russian one.
pub(super) fn russian_twin(letter: char) -> Option<char> {
    Some(match letter {
        'A' => 'А',
        'B' => 'В',
        'C' => 'С',
        'E' => 'Е',
        'H' => 'Н',
        'K' => 'К',
        'M' => 'М',
        'O' => 'О',
        'P' => 'Р',
        'T' => 'Т',
        'X' => 'Х',
        'Y' => 'У',
        'a' => 'а',
        'c' => 'с',
        'e' => 'е',
        'o' => 'о',
        'p' => 'р',
        'x' => 'х',
        'y' => 'у',
        _ => return None,
    })
}

/// Mends Latin letters inside Russian words; words without a Russian letter stay as they are.
pub(super) fn mend(text: &str) -> Cow<'_, str> {
    let is_russian = |it: char| matches!(it, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё');
    if !text.contains(|it: char| it.is_ascii_alphabetic()) || !text.contains(is_russian) {
        return Cow::Borrowed(text);
    }
    let mut mended = String::with_capacity(text.len());
    for word in text.split_inclusive(|it: char| !it.is_alphabetic()) {
        match word.contains(is_russian) {
            true => mended.extend(word.chars().map(|it| russian_twin(it).unwrap_or(it))),
            false => mended.push_str(word),
        }
    }
    Cow::Owned(mended)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_and_words_for_nothing_are_nothing() {
        for text in ["-", "—", " нет ", "Нет.", "н/д", "", "___"] {
            assert!(is_nothing(text), "{text}");
        }
        assert!(!is_nothing("Нетов"));
    }

    #[test]
    fn latin_letters_in_russian_words_are_mended() {
        assert_eq!(mend("Ивaнoвa"), "Иванова");
        assert_eq!(mend("Smith Анна"), "Smith Анна");
        assert_eq!(plain("  Дата\nрожд. (д/р) "), "дата рожд д р");
    }
}
