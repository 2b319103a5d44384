//! Events that relative deadlines wait for: which document shows one, which activity is one.
//!
//! It decides when the words of an event («издание приказа о парах», «круглый стол») name a document
//! or speak of an activity of the plan. A wrong day is worse than a question, so it is told only
//! where the words leave no doubt. Deliberately absent: whether the document exists or the activity
//! is done (`app`), how far the deadline lies from the event (`occurrence`).

use crate::evidence;
use crate::plan::Evidence;
use crate::vocabulary::tokens::composed;
use crate::vocabulary::{clip, tokens};

/// Words that carry no meaning of their own.
const EMPTY: &[&str] = &["для", "при", "под", "над", "без", "или", "все", "его", "после"];

/// Names the documents that show that an event has happened.
///
/// - `event`: the words of the event, as a normal form keeps them.
/// - Returns: kinds with subjects; empty where the words name none, or name one without its
///   subject: an order about something else must not count.
#[must_use]
pub fn documents_of(event: &str) -> Vec<Evidence> {
    let found = evidence::read(event, event);
    if found.iter().any(|it| it.about.is_empty()) { Vec::new() } else { found }
}

/// Whether a text speaks of an event: every word of the event that carries meaning stands in it, in
/// any form and order.
///
/// - `text`: an activity of the plan.
/// - `event`: the words of the event. A single deed («утверждение») says too little of what: it
///   speaks of nothing.
#[must_use]
pub fn speaks_of(text: &str, event: &str) -> bool {
    let meant = words_of(event);
    let is_vague = match meant.as_slice() {
        [] => true,
        [one] => is_deed(one),
        _ => false,
    };
    let said = words_of(text);
    !is_vague && meant.iter().all(|word| said.iter().any(|it| is_form_of(it, word)))
}

fn words_of(text: &str) -> Vec<String> {
    let text = composed(clip(text));
    tokens(&text)
        .into_iter()
        .filter(|it| it.is_word() && 2 < it.text.chars().count())
        .map(|it| it.text)
        .filter(|it| !EMPTY.contains(&it.as_str()))
        .collect()
}

/// A noun made of a verb: «утверждение», «открытие».
fn is_deed(word: &str) -> bool {
    const LETTERS: usize = 6;
    LETTERS < word.chars().count()
        && ["ние", "ния", "нию", "тие", "тия"].iter().any(|it| word.ends_with(it))
}

/// Whether two words may be forms of one: they begin alike, and neither is much longer.
///
/// A deed begins like its verb for fewer letters: «издание», «издать».
fn is_form_of(said: &str, meant: &str) -> bool {
    const LONGER: usize = 3;
    let n_meant = meant.chars().count();
    let n_said = said.chars().count();
    let n_kept = match n_meant {
        ..=4 => n_meant.min(3),
        5 => 4,
        it if is_deed(meant) => (it - 6).clamp(4, 6),
        it => (it - 2).min(6),
    };
    let stem: String = meant.chars().take(n_kept).collect();
    said.starts_with(&stem) && n_said <= n_meant + LONGER && n_meant <= n_said + LONGER + 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_activity_speaks_of_an_event_in_any_form_of_its_words() {
        for (text, event, speaks) in [
            ("Определение модели наставничества", "определение модели", true),
            ("Определить модель наставничества", "определение модели", true),
            ("Издать приказ о парах", "издание приказа", true),
            ("Провести круглый стол для педагогов", "круглый стол", true),
            ("Педагогический совет, педсовет", "педсовет", true),
            ("Моделирование уроков", "определение модели", false),
            ("Провести семинар", "круглый стол", false),
            ("Утверждение положения", "утверждение", false),
            ("Работа с партнёрами", "начало работы пары", false),
            ("Что угодно", "", false),
        ] {
            assert_eq!(speaks_of(text, event), speaks, "«{text}» — «{event}»");
        }
    }

    #[test]
    fn an_event_names_its_document_only_with_the_subject() {
        let of =
            |kind: &str, about: &str| vec![Evidence { kind: kind.into(), about: about.into() }];
        assert_eq!(documents_of("издание приказа о закреплении пар"), of("order", "pairs"));
        assert_eq!(documents_of("издание приказа"), []);
        assert_eq!(documents_of("определение модели"), []);
        assert_eq!(documents_of(""), []);
    }
}
