//! Terms of the rules as people read them: roles, positions, kinds. The words stand in `locales`.

use mentoring::access::Role;
use mentoring::organisation::{OrganisationKind, TargetGroup};
use mentoring::person::{PersonRole, Position};

use crate::kit::form::Answer;
use crate::lang::Lang;

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

/// All positions as answers of a list.
#[must_use]
pub fn positions(lang: Lang) -> Vec<Answer> {
    let answer = |it: &Position| Answer { value: it.slug().to_owned(), words: position(lang, *it) };
    Position::ALL.iter().map(answer).collect()
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
