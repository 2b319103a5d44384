//! What is sensitive: needs of accessibility, and who may read them.

pub(crate) mod needs;
pub(crate) mod readers;

use maud::{Markup, html};
use mentoring::care::{AccessGroup, SensitiveMatter, sensitive_words};

use crate::kit::form::{self, Answer, Mends};
use crate::lang::{Lang, key};

/// The address of the section.
pub(super) const HREF: &str = "/access-needs";

/// Names a group: «ограниченные возможности здоровья».
pub(super) fn group(lang: Lang, it: AccessGroup) -> String {
    lang.t(&format!("care-group-{}", it.slug()))
}

/// Every group, to choose from.
pub(super) fn groups(lang: Lang) -> Vec<Answer> {
    let answer = |it: &AccessGroup| Answer { value: it.slug().to_owned(), words: group(lang, *it) };
    AccessGroup::ALL.iter().map(answer).collect()
}

/// Asks once where a free text seems to tell of health or of the police.
///
/// - `confirmed`: the writer has seen the question and keeps the text.
/// - Returns: whether the question must be asked; it then stands at the field.
pub(crate) fn asks_about(
    lang: Lang,
    field: &'static str,
    text: &str,
    confirmed: bool,
    mends: &mut Mends,
) -> bool {
    let found = sensitive_words(text);
    let Some(first) = found.first().filter(|_| !confirmed) else { return false };
    let words: Vec<String> = found.iter().map(|it| format!("«{}»", it.word)).collect();
    let said = [("words", words.join(", ").into())];
    let words = match first.matter {
        SensitiveMatter::Health => lang.tn(key("sensitive-health"), said),
        SensitiveMatter::Police => lang.tn(key("sensitive-police"), said),
    };
    mends.push(field, words);
    true
}

/// Prints the box by which a writer keeps a text that seemed sensitive; nothing for other texts.
pub(crate) fn confirm(lang: Lang, text: &str) -> Markup {
    if sensitive_words(text).is_empty() {
        return html! {};
    }
    form::tick("not_sensitive", &lang.t(key("sensitive-confirm")), false)
}
