//! What people are called together: employees, students, parents, partners; and sexes.
//!
//! It decides the kind that a word means, wherever it stands: in a header, in a title, on the tab
//! of a sheet, in a cell. Deliberately absent: kinds told by which columns there are (`layout`).

use super::plain;
use mentoring::person::listed::{Gender, PersonKind};

const GUARDIAN: [&str; 8] =
    ["родител", "законн", "опекун", "мать", "матер", "отец", "отц", "усыновит"];
const PARTNER: [&str; 4] = ["партнер", "работодател", "предприят", "социальн"];
const STUDENT: [&str; 13] = [
    "учени",
    "учащ",
    "обучающ",
    "студент",
    "воспитанник",
    "школьник",
    "ребен",
    "ребят",
    "дет",
    "подросток",
    "первокурсник",
    "одаренн",
    "выпускник",
];
const EMPLOYEE: [&str; 38] = [
    "сотрудник",
    "педагог",
    "педработник",
    "учител",
    "работник",
    "преподават",
    "воспитател",
    "методист",
    "психолог",
    "директор",
    "завуч",
    "специалист",
    "руководит",
    "заведующ",
    "кадр",
    "персонал",
    "коллектив",
    "логопед",
    "дефектолог",
    "тьютор",
    "библиотек",
    "тренер",
    "мастер",
    "штат",
    "совместит",
    "администрац",
    "заместит",
    "бухгалтер",
    "секретар",
    "вожат",
    "повар",
    "водител",
    "уборщ",
    "инструктор",
    "концертмейстер",
    "лаборант",
    "инженер",
    "музыкальн",
];

/// The kind that the first telling word of a text means.
pub(in crate::people) fn read(text: &str) -> Option<PersonKind> {
    let text = plain(text);
    let mut words = text.split(' ').peekable();
    while let Some(word) = words.next() {
        // «Классный руководитель Петрова» above a list of a class says nothing about the list;
        // «социальный педагог» is no partner.
        if word.starts_with("классн") || word == "кл" || word.starts_with("социальн")
        {
            let next = words.peek().copied().unwrap_or_default();
            if next.starts_with("рук") {
                words.next();
            }
            if !next.starts_with("партнер") {
                continue;
            }
        }
        if let Some(kind) = of_word(word) {
            return Some(kind);
        }
    }
    None
}

fn of_word(word: &str) -> Option<PersonKind> {
    let is = |list: &[&str]| list.iter().any(|it| word.starts_with(it));
    match () {
        () if is(&GUARDIAN) => Some(PersonKind::Guardian),
        () if is(&PARTNER) => Some(PersonKind::Partner),
        () if is(&STUDENT) => Some(PersonKind::Student),
        () if is(&EMPLOYEE) => Some(PersonKind::Employee),
        () => None,
    }
}

/// A sex as papers write it.
pub(in crate::people) fn gender(text: &str) -> Option<Gender> {
    match plain(text).as_str() {
        "м" | "муж" | "мужской" | "мужчина" | "мальчик" | "юноша" | "m" | "male" => {
            Some(Gender::Male)
        }
        "ж" | "жен" | "женский" | "женщина" | "девочка" | "девушка" | "f" | "female" => {
            Some(Gender::Female)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_told_by_the_first_telling_word() {
        for (text, kind) in [
            ("Список учителей, работающих в 7А классе", Some(PersonKind::Employee)),
            ("Сведения о педагогических работниках", Some(PersonKind::Employee)),
            (
                "Список обучающихся 7А класса, классный руководитель Петрова",
                Some(PersonKind::Student),
            ),
            ("Классный руководитель Петрова", None),
            ("Родители учащихся", Some(PersonKind::Guardian)),
            ("Социальные партнёры", Some(PersonKind::Partner)),
            ("социальный педагог", Some(PersonKind::Employee)),
            ("Ребёнок с ОВЗ", Some(PersonKind::Student)),
            ("наставляемый", None),
            ("Лист1", None),
        ] {
            assert_eq!(read(text), kind, "{text}");
        }
    }
}
