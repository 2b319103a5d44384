//! One word of a phrase: is it an adjective, a head, which gender has it, how does it decline.
//!
//! Deliberately absent: which of the words decline (the module above).

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::case::{Animacy, Case, Gender};
use crate::letters::{Small, is_cyrillic, with_ending};
use crate::table::{Table, lines};

static NOUNS: LazyLock<Table> = LazyLock::new(|| Table::read(include_str!("../../data/nouns.tsv")));

static HEADS: LazyLock<HashMap<&'static str, Gender>> = LazyLock::new(|| {
    let line = |line: &'static str| {
        let (slug, words) = line.split_once('\t')?;
        // What has only the plural declines by its own line, whatever the gender.
        let gender = Gender::from_slug(slug).unwrap_or(Gender::Neuter);
        Some(words.split(' ').map(move |word| (word, gender)))
    };
    lines(include_str!("../../data/heads.tsv")).filter_map(line).flatten().collect()
});

/// First parts of compound nouns that stay: «бизнес-тренера».
const FIXED_BEFORE_HYPHEN: [&str; 24] = [
    "бизнес",
    "пресс",
    "вице",
    "экс",
    "веб",
    "медиа",
    "арт",
    "фитнес",
    "интернет",
    "онлайн",
    "смарт",
    "бренд",
    "пиар",
    "генерал",
    "унтер",
    "обер",
    "премьер",
    "фото",
    "видео",
    "аудио",
    "кино",
    "шеф",
    "штаб",
    "радио",
];

/// Adjectives and participles that are heads by themselves, and may govern what follows.
const SUBSTANTIVES: [&str; 26] = [
    "заведующий",
    "заведующая",
    "управляющий",
    "управляющая",
    "исполняющий",
    "исполняющая",
    "рабочий",
    "рабочая",
    "дежурный",
    "дежурная",
    "вожатый",
    "вожатая",
    "служащий",
    "служащая",
    "ведущий",
    "ведущая",
    "ответственный",
    "ответственная",
    "обучающийся",
    "обучающаяся",
    "учащийся",
    "учащаяся",
    "наставляемый",
    "наставляемая",
    "уполномоченный",
    "уполномоченная",
];

const UNCHANGING: [&str; 20] = [
    "по",
    "за",
    "на",
    "в",
    "во",
    "с",
    "со",
    "при",
    "для",
    "о",
    "об",
    "к",
    "из",
    "от",
    "до",
    "без",
    "над",
    "и",
    "или",
    "временно",
];

/// Whether a word is a preposition, a conjunction or an adverb, in any capitals.
pub(super) fn is_unchanging(word: &str) -> bool {
    UNCHANGING.contains(&word.to_lowercase().as_str())
}

/// Whether a word that looks like an adjective heads phrases without a noun.
pub(super) fn is_substantive(word: &str) -> bool {
    SUBSTANTIVES.contains(&word.to_lowercase().as_str())
}

/// The gender of a noun that is known to head phrases; of «учитель-логопед» the first part tells.
pub(super) fn known_head(word: &str) -> Option<Gender> {
    let small = word.to_lowercase();
    if let Some(gender) = HEADS.get(small.as_str()) {
        return Some(*gender);
    }
    if adjective(word).is_some() {
        return None;
    }
    let mut parts = small.split(['-', '‑']);
    let known = parts.clone().any(|part| HEADS.contains_key(part));
    let first = parts.find(|part| !FIXED_BEFORE_HYPHEN.contains(part))?;
    if !known || first == small {
        return None;
    }
    HEADS.get(first).copied().or_else(|| noun_by_ending(first, None))
}

/// The gender of a word that looks like an adjective or a participle in the nominative.
pub(super) fn adjective(word: &str) -> Option<Gender> {
    let small = word.to_lowercase();
    let last = small.rsplit(['-', '‑']).next().unwrap_or_default();
    if !is_cyrillic(last) || HEADS.contains_key(last) {
        return None;
    }
    let stem = last.strip_suffix("ся").unwrap_or(last);
    let ends = |ends: &[&str]| ends.iter().any(|end| stem.ends_with(end) && end.len() < stem.len());
    if ends(&["ый", "ий", "ой"]) {
        Some(Gender::Masculine)
    } else if ends(&["ая", "яя"]) {
        Some(Gender::Feminine)
    } else if ends(&["ое", "ее"]) {
        Some(Gender::Neuter)
    } else {
        None
    }
}

/// The gender of any noun by its ending.
///
/// - `wanted`: the gender of the adjectives before it; a noun of another gender is none.
pub(super) fn noun_by_ending(word: &str, wanted: Option<Gender>) -> Option<Gender> {
    let small = word.to_lowercase();
    if !is_cyrillic(small.rsplit(['-', '‑']).next().unwrap_or_default()) {
        return None;
    }
    let first = small.split(['-', '‑']).find(|it| !FIXED_BEFORE_HYPHEN.contains(it))?;
    if let Some(gender) = HEADS.get(first) {
        return Some(*gender).filter(|it| wanted.is_none_or(|wanted| wanted == *it));
    }
    let may_be: &[Gender] = match first.chars().next_back()? {
        'а' | 'я' => &[Gender::Feminine, Gender::Masculine],
        'о' | 'е' => &[Gender::Neuter],
        'ь' if ["тель", "арь", "ырь"].iter().any(|it| first.ends_with(it)) => {
            &[Gender::Masculine]
        }
        'ь' => &[Gender::Feminine, Gender::Masculine],
        'и' | 'ы' | 'у' | 'ю' | 'э' | 'ё' => &[],
        _ => &[Gender::Masculine],
    };
    match wanted {
        None => may_be.first().copied(),
        Some(wanted) => may_be.contains(&wanted).then_some(wanted),
    }
}

/// Declines one word: an adjective as such, a noun with all its parts.
pub(super) fn decline(word: &str, gender: Gender, animacy: Animacy, case: Case) -> String {
    if adjective(word).is_some() {
        return decline_adjective(word, gender, animacy, case);
    }
    let mut declined = String::with_capacity(word.len() + 8);
    let mut rest = word;
    while let Some(at) = rest.find(['-', '‑']) {
        let (part, after) = rest.split_at(at);
        let small = part.to_lowercase();
        if FIXED_BEFORE_HYPHEN.contains(&small.as_str()) {
            declined.push_str(part);
        } else {
            declined.push_str(&decline_noun(part, gender, animacy, case));
        }
        let hyphen = after.chars().next().map_or(0, char::len_utf8);
        declined.push_str(&after[..hyphen]);
        rest = &after[hyphen..];
    }
    declined.push_str(&decline_noun(rest, gender, animacy, case));
    declined
}

/// Declines one part of a noun; a part of another gender («школа-интернат») by its own.
fn decline_noun(word: &str, gender: Gender, animacy: Animacy, case: Case) -> String {
    let small = Small::of(word);
    let gender = HEADS
        .get(small.exact.as_str())
        .copied()
        .or_else(|| noun_by_ending(word, Some(gender)))
        .or_else(|| noun_by_ending(word, None))
        .unwrap_or(gender);
    let is_second = !small.exact.ends_with(['а', 'я']);
    let case = match (case, gender, animacy) {
        (Case::Accusative, Gender::Masculine, Animacy::Inanimate) if is_second => Case::Nominative,
        (Case::Accusative, Gender::Neuter, _) => Case::Nominative,
        _ => case,
    };
    NOUNS.decline(word, &small, Some(gender), case).unwrap_or_else(|| word.to_owned())
}

/// Declines an adjective or a participle, also one with «-ся».
pub(super) fn decline_adjective(
    word: &str,
    gender: Gender,
    animacy: Animacy,
    case: Case,
) -> String {
    let small = word.to_lowercase();
    let (stem, tail) = match small.strip_suffix("ся") {
        Some(_) => (with_ending(word, 2, ""), "ся"),
        None => (word.to_owned(), ""),
    };
    let case = match (case, gender, animacy) {
        (Case::Accusative, Gender::Masculine, Animacy::Animate) => Case::Genitive,
        (Case::Accusative, Gender::Masculine, Animacy::Inanimate)
        | (Case::Accusative, Gender::Neuter, _) => Case::Nominative,
        _ => case,
    };
    if case == Case::Nominative {
        return word.to_owned();
    }
    let small = stem.to_lowercase();
    // «Третий» alone of all ordinals: «третьего».
    let stem = if small == "третий" { with_ending(&stem, 2, "ьий") } else { stem };
    let before = small.chars().rev().nth(2).unwrap_or(' ');
    let is_soft = small.ends_with("яя")
        || (small.ends_with("ий") && !"гкх".contains(before))
        || small.ends_with("ее")
        || (small.ends_with("ая") && "жшчщ".contains(before));
    let is_hissing = "гкхжшчщ".contains(before);
    let endings: [&str; 4] = match (gender, is_soft) {
        (Gender::Feminine, false) => ["ой", "ой", "ой", "ой"],
        (Gender::Feminine, true) => ["ей", "ей", "ей", "ей"],
        (_, true) => ["его", "ему", "им", "ем"],
        (_, false) if is_hissing => ["ого", "ому", "им", "ом"],
        (_, false) => ["ого", "ому", "ым", "ом"],
    };
    let ending = match case {
        Case::Nominative => "",
        Case::Genitive => endings[0],
        Case::Dative => endings[1],
        Case::Accusative if small.ends_with("яя") => "юю",
        Case::Accusative => "ую",
        Case::Instrumental => endings[2],
        Case::Prepositional => endings[3],
    };
    with_ending(&stem, 2, &format!("{ending}{tail}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_nouns_is_a_rule_and_every_head_declines() {
        assert_eq!(Table::unread(include_str!("../../data/nouns.tsv")), Vec::<&str>::new());
        for line in lines(include_str!("../../data/heads.tsv")) {
            let (gender, words) = line.split_once('\t').unwrap();
            assert!(["m", "f", "n", "-"].contains(&gender), "{line}");
            for word in words.split(' ') {
                let gender = known_head(word).unwrap();
                let form = NOUNS.decline(word, &Small::of(word), Some(gender), Case::Dative);
                assert!(form.is_some_and(|it| it != word || word == "бюро"), "{word}");
            }
        }
    }
}
