//! What is sensitive: groups that need measures of accessibility, and words that tell such things.
//!
//! It decides which groups there are, and which words of a free text speak of health or of the
//! police. Deliberately absent: labels of people outside the sealed section — a group is written
//! down only where a measure follows from it; casework with pupils.

use crate::words::slugs;

slugs! {
    /// A group for which the programme is made accessible.
    ///
    /// Source: requirement C7; TOS section 2 («меры по обеспечению доступности»).
    pub enum AccessGroup {
        /// Only the measures are written down, not why: what is not needed is not kept.
        Unnamed = "unnamed",
        /// Special educational needs, limited possibilities of health.
        SpecialNeeds = "special_needs",
        /// Outstanding abilities.
        Gifted = "gifted",
        /// A difficult situation of life.
        Hardship = "hardship",
        /// A poor family.
        LowIncome = "low_income",
        /// A village, a place that is far or hard to reach.
        Remote = "remote",
        /// An orphan, left without the care of parents.
        Orphan = "orphan",
    }
}

slugs! {
    /// What a free text seems to tell.
    pub enum SensitiveMatter {
        /// Health: a special category of personal data (152-ФЗ ст. 10).
        Health = "health",
        /// Police, court, prevention of offences.
        Police = "police",
    }
}

/// A word of a free text that tells of a sensitive matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SensitiveWord {
    /// What of.
    pub matter: SensitiveMatter,
    /// The word as it stands in the text.
    pub word: String,
}

/// Beginnings of words, folded: in lower case, ё as е.
const HEALTH: &[&str] = &[
    "диагноз",
    "инвалид",
    "болезн",
    "заболевани",
    "диабет",
    "астм",
    "эпилеп",
    "аутизм",
    "аутич",
    "депресси",
    "психиатр",
    "психическ",
    "нарколог",
    "наркозависим",
    "алкогол",
    "беременн",
    "онколог",
    "туберкулез",
    "гепатит",
    "шизофрен",
    "умственн",
    "слабовид",
    "слабослыш",
    "суицид",
    "самоповрежд",
    "медикамент",
    "госпитализ",
    "хроническ",
];

const POLICE: &[&str] = &[
    "полици",
    "судим",
    "приговор",
    "правонаруш",
    "преступлен",
    "уголовн",
    "наркотик",
    "колони",
    "беспризорн",
    "безнадзорн",
    "безнадзорност",
];

/// Abbreviations in capitals only: written otherwise they name other things, personal data among them.
const HEALTH_CAPITALS: &[&str] =
    &["ОВЗ", "ЗПР", "ЗПРР", "СДВГ", "РАС", "ВИЧ", "ДЦП", "ПМПК", "ИПРА"];
const POLICE_CAPITALS: &[&str] = &["ПДН", "КДН", "КДНиЗП", "ОВД", "ВШУ"];

/// The words of a free text that tell of health or of the police, each once, in the order of the text.
///
/// A word is a hint and not a proof: «экскурсия в полицию» is one too, so nothing is refused for it,
/// the writer is asked once.
///
/// - Time: O(length of the text).
#[must_use]
pub fn sensitive_words(text: &str) -> Vec<SensitiveWord> {
    let mut found: Vec<SensitiveWord> = Vec::new();
    let is_letter = |it: char| it.is_alphabetic();
    for word in text.split(|it| !is_letter(it)).filter(|it| !it.is_empty()) {
        let Some(matter) = matter_of(word) else { continue };
        if found.iter().all(|it| it.word != word) {
            found.push(SensitiveWord { matter, word: word.to_owned() });
        }
    }
    found
}

fn matter_of(word: &str) -> Option<SensitiveMatter> {
    if HEALTH_CAPITALS.contains(&word) {
        return Some(SensitiveMatter::Health);
    }
    if POLICE_CAPITALS.contains(&word) {
        return Some(SensitiveMatter::Police);
    }
    let folded = word.to_lowercase().replace('ё', "е");
    let begins = |all: &[&str]| all.iter().any(|it| folded.starts_with(it));
    match (begins(HEALTH), begins(POLICE)) {
        (true, _) => Some(SensitiveMatter::Health),
        (_, true) => Some(SensitiveMatter::Police),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_health_and_police_are_seen_in_any_form() {
        let of = |text: &str| -> Vec<(SensitiveMatter, String)> {
            sensitive_words(text).into_iter().map(|it| (it.matter, it.word)).collect()
        };
        use SensitiveMatter::{Health, Police};
        for (text, expected) in [
            (
                "стоит на учёте в ПДН, был привод в полицию",
                vec![(Police, "ПДН"), (Police, "полицию")],
            ),
            ("сахарный диабет, инвалидность", vec![(Health, "диабет"), (Health, "инвалидность")]),
            ("ребёнок с ОВЗ", vec![(Health, "ОВЗ")]),
            (
                "хроническая Астма и астма",
                vec![(Health, "хроническая"), (Health, "Астма"), (Health, "астма")],
            ),
            ("туберкулёз", vec![(Health, "туберкулез")]),
        ] {
            let expected: Vec<_> = expected
                .into_iter()
                .map(|(matter, word)| (matter, word.replace("туберкулез", "туберкулёз")))
                .collect();
            assert_eq!(of(text), expected, "{text}");
        }
    }

    #[test]
    fn ordinary_words_of_the_programme_are_not_sensitive() {
        for text in [
            "",
            "согласие на обработку ПДн получено",
            "здоровьесберегающие технологии, спорт",
            "классный руководитель, работа с родителями, расписание",
            "раствор, астрономия, колонна, судья олимпиады",
            "уорк-шоп, расы и народы, овация",
            "профилактика выгорания педагога",
        ] {
            assert_eq!(sensitive_words(text), [], "{text}");
        }
    }
}
