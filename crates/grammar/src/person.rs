//! Names of people in any case: surname, first name, patronymic, each by its own rules.
//!
//! It decides what happens to double names, particles, initials and names whose gender nobody knows.
//! Deliberately absent: the endings (`data/*.tsv`), which gender a name tells (`gender`), forms that
//! a person has corrected (`own`).

use std::sync::LazyLock;

use crate::case::{Case, Gender};
use crate::gender::gender_of;
use crate::letters::{Small, composed, is_cyrillic, is_inner};
use crate::own::{OwnForms, Part};
use crate::table::Table;

static SURNAMES: LazyLock<Table> =
    LazyLock::new(|| Table::read(include_str!("../data/surnames.tsv")));
static FIRST_NAMES: LazyLock<Table> =
    LazyLock::new(|| Table::read(include_str!("../data/first-names.tsv")));
static PATRONYMICS: LazyLock<Table> =
    LazyLock::new(|| Table::read(include_str!("../data/patronymics.tsv")));

/// First parts of double surnames that stay: «Бонч-Бруевича», «Тян-Шанского», «Абдель-Насира».
const FIXED_BEFORE_HYPHEN: [&str; 24] = [
    "бонч",
    "тян",
    "тер",
    "мелик",
    "сен",
    "сент",
    "сан",
    "санта",
    "корвин",
    "сквозник",
    "гулак",
    "рамон",
    "эль",
    "аль",
    "ар",
    "ас",
    "абу",
    "бен",
    "абдель",
    "абдул",
    "абд",
    "нур",
    "бин",
    "ибн",
];

/// Small words inside foreign names that stay: «фон Штейна», «де Голля».
const PARTICLES: [&str; 26] = [
    "фон",
    "ван",
    "вон",
    "де",
    "дер",
    "ден",
    "дель",
    "делла",
    "ди",
    "да",
    "дос",
    "дас",
    "дю",
    "ла",
    "ле",
    "лос",
    "цу",
    "ибн",
    "бен",
    "бин",
    "аль",
    "эль",
    "абу",
    "абдул",
    "абдель",
    "сан",
];

/// First parts of double masculine first names that decline: «Франца-Иосифа», but «Жан-Поля».
const DECLINED_BEFORE_HYPHEN: [&str; 9] =
    ["франц", "иоанн", "петр", "иван", "николай", "александр", "михаил", "андрей", "иосиф"];

/// Words that make the patronymic before them stay as well.
const KIN: [&str; 13] = [
    "оглы", "оглу", "огли", "улы", "уулу", "углы", "угли", "кызы", "гызы", "кизи", "гизи", "заде",
    "зода",
];

/// A name in its three parts, in the nominative; any part may be empty or an initial.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Name<'a> {
    /// «Петрова-Водкина».
    pub surname: &'a str,
    /// «Мария».
    pub first: &'a str,
    /// «Ильинична».
    pub patronymic: &'a str,
}

/// A name in some case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeclinedName {
    /// «Петровой-Водкиной».
    pub surname: String,
    /// «Марии».
    pub first: String,
    /// «Ильиничне».
    pub patronymic: String,
}

impl Name<'_> {
    /// The gender that the name tells: see [`gender_of`].
    #[must_use]
    pub fn gender(&self) -> Option<Gender> {
        gender_of(self.surname, self.first, self.patronymic)
    }

    /// Declines the whole name.
    ///
    /// - `gender`: what is known of the person; where it is `None`, what the name tells. Where that
    ///   is nothing either, a part whose form depends on the gender stays as it is.
    /// - Returns: the parts with spaces, hyphens, capitals and «ё» as they were.
    #[must_use]
    pub fn decline(&self, gender: Option<Gender>, case: Case) -> DeclinedName {
        let gender = gender.or_else(|| self.gender());
        DeclinedName {
            surname: surname(self.surname, gender, case),
            first: first_name(self.first, gender, case),
            patronymic: patronymic(self.patronymic, gender, case),
        }
    }

    /// Declines the whole name, with the person's own forms in the place of ours.
    ///
    /// - `own`: forms that the person has corrected; the others follow the rules.
    #[must_use]
    pub fn decline_with(&self, gender: Option<Gender>, case: Case, own: &OwnForms) -> DeclinedName {
        let mut name = self.decline(gender, case);
        let parts = [
            (Part::Surname, &mut name.surname),
            (Part::First, &mut name.first),
            (Part::Patronymic, &mut name.patronymic),
        ];
        for (part, form) in parts {
            if let Some(own) = own.get(part, case) {
                own.clone_into(form);
            }
        }
        name
    }
}

/// Declines a surname: «Петрова-Водкина» → «Петровой-Водкиной».
///
/// - `gender`: `None` where it is unknown; then only a form that men and women share is given.
#[must_use]
pub fn surname(text: &str, gender: Option<Gender>, case: Case) -> String {
    by_words(text, case, |word, small, joint| {
        let fixed = match joint {
            Joint::Hyphen => FIXED_BEFORE_HYPHEN.contains(&small.folded()),
            Joint::Space => PARTICLES.contains(&small.folded()),
            Joint::End => KIN.contains(&small.folded()),
        };
        if fixed { None } else { either(&SURNAMES, word, small, gender, case) }
    })
}

/// Declines a first name: «Анна-Мария» → «Анны-Марии», «Жан-Поль» → «Жан-Поля».
///
/// - `gender`: `None` where it is unknown; then only a form that men and women share is given.
#[must_use]
pub fn first_name(text: &str, gender: Option<Gender>, case: Case) -> String {
    if has_kin(text) {
        return text.to_owned();
    }
    by_words(text, case, |word, small, joint| {
        let fixed = match joint {
            Joint::Hyphen => match gender {
                Some(Gender::Feminine) => false,
                _ => !DECLINED_BEFORE_HYPHEN.contains(&small.folded()),
            },
            Joint::Space => PARTICLES.contains(&small.folded()),
            Joint::End => false,
        };
        if fixed { None } else { either(&FIRST_NAMES, word, small, gender, case) }
    })
}

/// Declines a patronymic: «Ильинична» → «Ильиничны»; «Мамед оглы» stays.
///
/// - `gender`: `None` where it is unknown; the patronymic itself tells it.
#[must_use]
pub fn patronymic(text: &str, gender: Option<Gender>, case: Case) -> String {
    if has_kin(text) {
        return text.to_owned();
    }
    let gender = gender.or_else(|| gender_of("", "", text));
    by_words(text, case, |word, small, _| {
        PATRONYMICS
            .decline(word, small, gender, case)
            .or_else(|| either(&FIRST_NAMES, word, small, gender, case))
    })
}

/// Whether «оглы», «кызы» or one of their kin stands among the words.
fn has_kin(text: &str) -> bool {
    let mut words = text.split(|it| !is_inner(it));
    words.any(|word| KIN.contains(&word.to_lowercase().as_str()))
}

/// What stands between a word and the next one of the same part.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    Hyphen,
    Space,
    End,
}

/// Declines every word of a part by itself and keeps all between them.
///
/// - `decline`: gives `None` where the word stays.
fn by_words(
    text: &str,
    case: Case,
    decline: impl Fn(&str, &Small, Joint) -> Option<String>,
) -> String {
    if case == Case::Nominative {
        return text.to_owned();
    }
    let text = composed(text);
    let mut declined = String::with_capacity(text.len() + 8);
    let mut rest = text.as_ref();
    while let Some(start) = rest.find(is_inner) {
        declined.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = rest.find(|it| !is_inner(it)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        rest = after;
        // «И.» and «Вл.» are not words but their beginnings.
        if !is_cyrillic(word) || rest.starts_with('.') {
            declined.push_str(word);
            continue;
        }
        match decline(word, &Small::of(word), joint(rest)) {
            Some(form) => declined.push_str(&form),
            None => declined.push_str(word),
        }
    }
    declined.push_str(rest);
    declined
}

fn joint(rest: &str) -> Joint {
    if !rest.contains(is_inner) {
        return Joint::End;
    }
    if rest.trim_start().starts_with(['-', '‑', '–', '—']) {
        Joint::Hyphen
    } else {
        Joint::Space
    }
}

/// The form of a known gender, or the form that both genders share.
fn either(
    table: &Table,
    word: &str,
    small: &Small,
    gender: Option<Gender>,
    case: Case,
) -> Option<String> {
    if gender.is_some() {
        return table.decline(word, small, gender, case);
    }
    let masculine = table.decline(word, small, Some(Gender::Masculine), case);
    let feminine = table.decline(word, small, Some(Gender::Feminine), case);
    masculine.filter(|it| Some(it) == feminine.as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_tables_is_a_rule() {
        for table in [
            include_str!("../data/surnames.tsv"),
            include_str!("../data/first-names.tsv"),
            include_str!("../data/patronymics.tsv"),
        ] {
            assert_eq!(Table::unread(table), Vec::<&str>::new());
        }
    }

    #[test]
    fn every_letter_at_the_end_of_a_name_has_a_rule_for_men_and_women() {
        for letter in ('а'..='я').chain(['ё']) {
            let word = format!("тест{letter}");
            let small = Small::of(&word);
            for gender in [Gender::Masculine, Gender::Feminine] {
                for table in [&*SURNAMES, &*FIRST_NAMES] {
                    let form = table.decline(&word, &small, Some(gender), Case::Dative);
                    assert!(form.is_some() || letter == 'ъ', "{word} {gender:?}");
                }
            }
        }
    }

    #[test]
    fn a_word_that_depends_on_an_unknown_gender_stays() {
        assert_eq!(surname("Ким", None, Case::Dative), "Ким");
        assert_eq!(surname("Глоба", None, Case::Dative), "Глобе");
        assert_eq!(first_name("Саша", None, Case::Dative), "Саше");
    }
}
