//! A partner who is no legal person: «индивидуальный предприниматель Иванов Иван Иванович».
//!
//! It decides what of such a name is the position and what the person. Deliberately absent: how either
//! declines.

use super::phrase;
use crate::case::{Animacy, Case};
use crate::letters::is_inner;
use crate::person::Name;

/// What stands before the name of the person, in small letters.
const HEADS: [&str; 8] = [
    "индивидуальный предприниматель",
    "ип",
    "самозанятый",
    "самозанятая",
    "нотариус",
    "адвокат",
    "глава крестьянского (фермерского) хозяйства",
    "глава кфх",
];

/// Declines position and name; `None` where the text names no such person.
pub(super) fn decline(text: &str, case: Case) -> Option<String> {
    let (head, name) = HEADS.iter().find_map(|it| split(text, it))?;
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_name = |it: &&str| {
        it.starts_with(char::is_uppercase)
            && it.chars().all(|it| is_inner(it) || matches!(it, '-' | '‑' | '.'))
    };
    if !(2..=4).contains(&words.len()) || !words.iter().all(is_name) {
        return None;
    }
    // «ИП И. О. Иванов» and «ИП Иванов И. О.»
    let (surname, rest) = match words[0].ends_with('.') {
        true => words.split_last()?,
        false => words.split_first()?,
    };
    let (first, patronymic) = rest.split_first()?;
    let patronymic = patronymic.join(" ");
    let declined = Name { surname, first, patronymic: &patronymic }.decline(None, case);
    let mut parts = vec![declined.first, declined.patronymic];
    parts.insert(if words[0].ends_with('.') { 2 } else { 0 }, declined.surname);
    parts.retain(|it| !it.is_empty());
    Some(format!("{} {}", phrase(head, Animacy::Animate, case), parts.join(" ")))
}

/// The text as head and name, where it begins with the head.
fn split<'a>(text: &'a str, head: &str) -> Option<(&'a str, &'a str)> {
    let end = text.char_indices().nth(head.chars().count())?.0;
    let (before, name) = text.split_at(end);
    let begins = before.to_lowercase() == head && name.starts_with(char::is_whitespace);
    begins.then(|| (before, name.trim()))
}
