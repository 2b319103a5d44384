//! A position as it stands in papers, whatever way it was typed: «ЗАМ. ДИРЕКТОРА ПО УВР».
//!
//! It decides when capitals were only loud typing, which words in them are abbreviations, and which
//! shortened heads are written out, for «зам.» cannot decline. Deliberately absent: shortened words
//! behind the head («доп. образования»), which read the same in every case.

use super::{token, word};
use crate::case::Gender;

/// Abbreviations with a vowel that schools use in positions; those without one need no list.
const ABBREVIATIONS: [&str; 30] = [
    "УВР",
    "УР",
    "УМР",
    "УПР",
    "ОЭР",
    "АХР",
    "АХЧ",
    "АХД",
    "ИКТ",
    "ИЗО",
    "ОБЖ",
    "ОБЗР",
    "ОРКСЭ",
    "ГПД",
    "ДО",
    "ДОУ",
    "ДОО",
    "ПДО",
    "МО",
    "ШМО",
    "РМО",
    "ГМО",
    "ЦОС",
    "ФГОС",
    "СОШ",
    "ООШ",
    "ГО",
    "ОТ",
    "ЮИД",
    "УСП",
];

/// Letters of the longest word in capitals that stays one where nothing else is known of it.
const LONGEST_UNKNOWN: usize = 3;

/// Heads that people shorten: as typed, for a man or by itself, for a woman.
const SHORTENED: [(&str, &str, &str); 9] = [
    ("зам", "заместитель", "заместитель"),
    ("рук", "руководитель", "руководитель"),
    ("преп", "преподаватель", "преподаватель"),
    ("соц", "социальный", "социальный"),
    ("гл", "главный", "главная"),
    ("ст", "старший", "старшая"),
    ("мл", "младший", "младшая"),
    ("кл", "классный", "классный"),
    ("воспит", "воспитатель", "воспитатель"),
];

/// A position with quiet letters and its head written out: «ЗАМ. ДИРЕКТОРА ПО УВР» → «заместитель
/// директора по УВР».
///
/// - `text`: in the nominative.
/// - Returns: the same text where it has small letters and no shortened head.
#[must_use]
pub fn settled_position(text: &str) -> String {
    written_out(&quiet(text))
}

/// The text in small letters, if it was typed in capitals throughout.
fn quiet(text: &str) -> String {
    let tokens = token::tokens(text);
    let is_loud = tokens.iter().all(token::Token::is_loud);
    let is_position = |it: &&token::Token<'_>| {
        let small = it.text.to_lowercase();
        word::known_head(it.text).is_some()
            || word::adjective(it.text).is_some()
            || SHORTENED.iter().any(|(short, ..)| *short == small)
    };
    if !is_loud || !tokens.iter().filter(|it| it.is_word()).any(|it| is_position(&it)) {
        return text.to_owned();
    }
    let mut whole = String::with_capacity(text.len());
    for it in &tokens {
        match it.is_word() && !is_kept(it) {
            true => whole.push_str(&it.text.to_lowercase()),
            false => whole.push_str(it.text),
        }
    }
    whole
}

/// Whether a word in capitals is an abbreviation.
fn is_kept(token: &token::Token<'_>) -> bool {
    let count = token.text.chars().count();
    let has_vowel = token.text.chars().any(|it| "АЕЁИОУЫЭЮЯ".contains(it));
    let is_dotted = token.is_abbreviation();
    let is_known = word::is_unchanging(token.text) || word::known_head(token.text).is_some();
    // «МБОУ», «ГБПОУ», «МБУДО»: kinds of schools.
    ["ОУ", "УДО"].iter().any(|it| token.text.ends_with(it))
        || ABBREVIATIONS.contains(&token.text)
        || (1 < count && !is_dotted && !is_known && (!has_vowel || count <= LONGEST_UNKNOWN))
}

/// The text with the shortened words at its beginning written out.
fn written_out(text: &str) -> String {
    let mut whole = String::with_capacity(text.len() + 16);
    let mut rest = text.trim_start();
    while let Some((written, after)) = first_written_out(rest) {
        whole.push_str(&written);
        whole.push(' ');
        rest = after;
    }
    match whole.is_empty() {
        true => text.to_owned(),
        false => whole + rest,
    }
}

/// The first word written out, and what stands behind it: «Зам.директора» → «Заместитель».
fn first_written_out(text: &str) -> Option<(String, &str)> {
    let end = text.find(|it: char| !it.is_alphabetic())?;
    let (word, rest) = text.split_at(end);
    let small = word.to_lowercase();
    let (_, man, woman) = SHORTENED.iter().find(|(short, ..)| *short == small)?;
    let rest = match rest.strip_prefix('.') {
        Some(rest) => rest.trim_start(),
        // Without a dot only «зам» is no other word.
        None if small == "зам" => rest.trim_start(),
        None => return None,
    };
    if rest.is_empty() {
        return None;
    }
    let next = rest.split(|it: char| !it.is_alphabetic()).next().unwrap_or_default();
    let gender = word::known_head(next).or_else(|| word::adjective(next));
    let written = if gender == Some(Gender::Feminine) { *woman } else { *man };
    let begins_loud = word.starts_with(char::is_uppercase);
    let mut signs = written.chars();
    let first = signs.next()?;
    let first = if begins_loud { first.to_uppercase().to_string() } else { first.to_string() };
    Some((first + signs.as_str(), rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Case;
    use crate::phrase::position;

    #[test]
    fn a_position_stands_in_papers_as_a_person_writes_it() {
        for (typed, settled, dative) in [
            (
                "ЗАМ. ДИРЕКТОРА ПО УВР",
                "заместитель директора по УВР",
                "заместителю директора по УВР",
            ),
            ("зам.директора по ВР", "заместитель директора по ВР", "заместителю директора по ВР"),
            ("Зам директора", "Заместитель директора", "Заместителю директора"),
            ("УЧИТЕЛЬ ИЗО И МХК", "учитель ИЗО и МХК", "учителю ИЗО и МХК"),
            ("ПЕДАГОГ-ПСИХОЛОГ", "педагог-психолог", "педагогу-психологу"),
            ("СТ. ВОЖАТАЯ", "старшая вожатая", "старшей вожатой"),
            ("ст. воспитатель", "старший воспитатель", "старшему воспитателю"),
            ("Соц. педагог", "Социальный педагог", "Социальному педагогу"),
            ("кл. рук. 5А", "классный руководитель 5А", "классному руководителю 5А"),
            ("ГЛАВНЫЙ БУХГАЛТЕР", "главный бухгалтер", "главному бухгалтеру"),
            ("Директор", "Директор", "Директору"),
            ("и. о. директора", "и. о. директора", "и. о. директора"),
            ("учитель", "учитель", "учителю"),
            ("УВР", "УВР", "УВР"),
            ("ДИРЕКТОР МБОУ «ЛИЦЕЙ»", "директор МБОУ «ЛИЦЕЙ»", "директору МБОУ «ЛИЦЕЙ»"),
            ("преп", "преп", "препу"),
            ("зам.", "зам.", "зам."),
            ("", "", ""),
        ] {
            assert_eq!(settled_position(typed), settled, "{typed}");
            assert_eq!(position(settled, Case::Dative), dative, "{typed}");
            assert_eq!(settled_position(settled), settled, "{typed} twice");
        }
    }
}
