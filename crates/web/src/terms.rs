//! Terms of the rules as people read them: roles, positions, kinds. The words stand in `locales`.

use app::launch::Evidence;
use mentoring::access::Role;
use mentoring::organisation::{OrganisationKind, TargetGroup};
use mentoring::person::listed::PersonKind;
use mentoring::person::{PersonRole, Position};

use crate::kit::form::Answer;
use crate::lang::{Lang, key};

/// Names the role of an account: «куратор».
#[must_use]
pub fn role(lang: Lang, role: Role) -> String {
    lang.t(&format!("role-{}", role.slug()))
}

/// Names the position of a person: «заместитель по учебной работе».
#[must_use]
pub fn position(lang: Lang, position: Position) -> String {
    lang.t(&format!("position-{}", position.slug()))
}

/// Names a position with what it is limited to: «классный руководитель, 7А».
#[must_use]
pub fn role_of_person(lang: Lang, role: &PersonRole) -> String {
    let named = position(lang, role.position);
    if role.about.is_empty() { named } else { format!("{named}, {}", role.about) }
}

/// Names a kind of organisation: «школа».
#[must_use]
pub fn kind(lang: Lang, kind: OrganisationKind) -> String {
    lang.t(&format!("kind-{}", kind.slug()))
}

/// Names a target group: «Обучающиеся».
#[must_use]
pub fn group(lang: Lang, group: TargetGroup) -> String {
    lang.t(&format!("group-{}", group.slug()))
}

/// Says what happened, by the word of the journal: `person_added` → «Добавлен человек».
#[must_use]
pub fn event(lang: Lang, kind: &str) -> String {
    lang.t(&format!("event-{kind}"))
}

/// The kinds of documents that can be wanted, in the order in which pages offer them.
pub const EVIDENCE_KINDS: &[&str] = &[
    "order",
    "regulation",
    "roadmap",
    "programme",
    "plan_set",
    "register",
    "agreement",
    "consent_set",
    "protocol",
    "survey",
    "diagnostics",
    "gathering",
    "training",
    "meetings",
    "material",
    "rubric",
    "publication",
    "report",
    "statistics",
    "case",
    "collection",
    "award",
    "appointment",
    "analysis",
    "familiarisation",
    "interview",
];

/// Names a document: «Приказ: наставнические пары».
///
/// - `kind`, `about`: slugs of the compiled roadmap; an unknown kind keeps its own word, an unknown
///   subject is left out.
#[must_use]
pub fn evidence(lang: Lang, kind: &str, about: &str) -> String {
    let kind = known(lang, format!("evidence-kind-{kind}"), kind);
    let about = known(lang, format!("evidence-about-{about}"), "");
    // «Согласия: согласия» says nothing twice: the subject alone names the document.
    if about.to_lowercase().starts_with(&kind.to_lowercase()) {
        return capitalised(&about);
    }
    match about.is_empty() {
        true => kind,
        false => lang.tn(key("evidence-named"), [("kind", kind.into()), ("about", about.into())]),
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |it| it.to_uppercase().chain(letters).collect())
}

/// The text of a key that data made, or another where there is none.
#[must_use]
pub fn known(lang: Lang, key: String, otherwise: &str) -> String {
    let words = lang.t(&key);
    if words == key { otherwise.to_owned() } else { words }
}

/// The documents of a row, and one of each other kind, as answers of a list.
#[must_use]
pub fn evidence_answers(lang: Lang, known: &[Evidence]) -> Vec<Answer> {
    let answer = |kind: &str, about: &str| Answer {
        value: format!("{kind}:{about}"),
        words: evidence(lang, kind, about),
    };
    let mut answers: Vec<Answer> = known.iter().map(|it| answer(&it.kind, &it.about)).collect();
    for kind in EVIDENCE_KINDS {
        if !known.iter().any(|it| it.kind == *kind && it.about.is_empty()) {
            answers.push(answer(kind, ""));
        }
    }
    answers
}

/// Names a figure: «Охват».
#[must_use]
pub fn measure(lang: Lang, measure: &str) -> String {
    known(lang, format!("measure-{measure}"), &lang.t(key("measure-unnamed")))
}

/// Writes an amount without a tail of zeros: 55, «2,5».
#[must_use]
pub fn amount(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').replace('.', ",")
}

/// Names what somebody is to the organisation.
#[must_use]
pub fn person_kind(lang: Lang, kind: PersonKind) -> String {
    lang.t(&format!("person-kind-{}", kind.slug()))
}

/// The positions that are given on the pages of people, as answers of a list: all but the head, who
/// is named on the card of the organisation.
#[must_use]
pub fn positions(lang: Lang) -> Vec<Answer> {
    let answer = |it: &Position| Answer { value: it.slug().to_owned(), words: position(lang, *it) };
    Position::ALL.iter().filter(|it| **it != Position::Head).map(answer).collect()
}

/// Names a time zone of Russia by its city; another zone by its name in the IANA database.
#[must_use]
pub fn zone(lang: Lang, name: &str) -> String {
    let city = name.rsplit('/').next().unwrap_or_default().to_lowercase();
    let key = format!("zone-{city}");
    let words = lang.t(&key);
    if words == key { name.to_owned() } else { words }
}

/// Names a browser and its system from what the browser calls itself: «Firefox, Windows».
///
/// - Returns: `None` where neither is known.
#[must_use]
pub fn device(agent: &str) -> Option<String> {
    // The order matters: nearly every browser also calls itself Safari and Chrome.
    const BROWSERS: &[(&str, &str)] = &[
        ("YaBrowser", "Yandex Browser"),
        ("Edg", "Edge"),
        ("OPR", "Opera"),
        ("Firefox", "Firefox"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ];
    const SYSTEMS: &[(&str, &str)] = &[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ];
    let find = |all: &[(&str, &'static str)]| {
        all.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name)
    };
    let parts: Vec<_> = [find(BROWSERS), find(SYSTEMS)].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use mentoring::event::Event;

    #[test]
    fn every_event_of_the_journal_is_said_in_both_languages() {
        for lang in Lang::ALL {
            for kind in Event::KINDS {
                assert!(!event(lang, kind).starts_with("event-"), "{lang:?}: no words for {kind}");
            }
        }
    }

    #[test]
    fn every_term_of_the_rules_is_said_in_both_languages() {
        for lang in Lang::ALL {
            let said = Role::ALL.iter().map(|it| role(lang, *it));
            let said = said.chain(Position::ALL.iter().map(|it| position(lang, *it)));
            let said = said.chain(OrganisationKind::ALL.iter().map(|it| kind(lang, *it)));
            let said = said.chain(TargetGroup::ALL.iter().map(|it| group(lang, *it)));
            for words in said {
                assert!(!words.contains('_') && !words.starts_with("role-"), "{lang:?}: {words}");
                assert!(!words.starts_with("position-") && !words.starts_with("group-"), "{words}");
                assert!(!words.starts_with("kind-"), "{lang:?}: {words}");
            }
        }
    }

    #[test]
    fn a_device_is_named_by_browser_and_system() {
        for (agent, named) in [
            (
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0 Safari/537.36",
                Some("Chrome, Windows"),
            ),
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:115.0) Gecko/20100101 Firefox/115.0",
                Some("Firefox, Linux"),
            ),
            (
                "Mozilla/5.0 (Linux; Android 13) Chrome/119 YaBrowser/23 Mobile Safari",
                Some("Yandex Browser, Android"),
            ),
            ("curl/8.0", None),
        ] {
            assert_eq!(device(agent).as_deref(), named, "{agent}");
        }
    }
}
