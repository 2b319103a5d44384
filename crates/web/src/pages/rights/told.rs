//! Columns, values, sections and terms in words.
//!
//! It decides that a value shows as a person says it, and that what is unknown shows as it lies.
//! Deliberately absent: which columns there are (the database tells).

use jiff::civil::Date;
use mentoring::law::{Law, LawRule};
use mentoring::rights::{Fate, GoneWhy, HeldKind, HeldSpec, Keeping, Reach};

use crate::lang::{Lang, key};
use crate::terms::known;
use crate::words;

/// Columns whose values are slugs, with the family of texts that names them.
const SLUGS: &[(&str, &str, &str)] = &[
    ("consent", "kind", "consent-"),
    ("person_role", "position", "position-"),
    ("membership", "role", "role-"),
    ("invitation", "role", "role-"),
    ("guardianship", "ground", "guardian-ground-"),
    ("person_fact", "kind", "fact-"),
    ("person_detail", "gender", "gender-"),
    ("contract_addendum", "mode", "labour-mode-"),
    ("person_request", "kind", "request-kind-"),
    ("person_request", "outcome", "request-outcome-"),
    ("erasure", "reach", "erasure-reach-"),
    ("erasure", "why", "erasure-why-"),
    ("pool_entry", "kinds", "mentoring-kind-"),
    ("consent", "distribution", "data-"),
];

/// Names a section of the card.
pub(super) fn section(lang: Lang, it: HeldKind) -> String {
    lang.t(&format!("held-section-{}", it.slug()))
}

/// Names what a table keeps.
pub(super) fn table(lang: Lang, name: &str) -> String {
    known(lang, format!("held-table-{name}"), name)
}

/// Names a column.
pub(super) fn column(lang: Lang, name: &str) -> String {
    known(lang, format!("held-column-{name}"), name)
}

/// Says how a row is about the person, where it is not the person's own; empty else.
pub(super) fn by(lang: Lang, column: &str) -> String {
    match column {
        "ward" | "guardian" | "deputy" => lang.t(&format!("held-by-{column}")),
        _ => String::new(),
    }
}

/// Says a value as a person does; `None` where it says nothing.
pub(super) fn value(lang: Lang, table: &str, column: &str, text: &str) -> Option<String> {
    let family = SLUGS.iter().find(|it| it.0 == table && it.1 == column).map(|it| it.2);
    let slug = |it: &str| match family {
        Some(family) => known(lang, format!("{family}{it}"), it),
        None => it.to_owned(),
    };
    let said = match text {
        "0" if matches!(column, "kopecks" | "basis_points" | "attempts") => return None,
        "yes" => lang.t(key("held-yes")),
        _ if column == "pool" => known(lang, format!("held-pool-{text}"), text),
        _ => match (day_of(text), serde_json::from_str::<serde_json::Value>(text)) {
            (Some(day), _) => words::date(lang, day),
            (None, Ok(it)) if it.is_array() || it.is_object() => {
                let mut all = Vec::new();
                strings(&it, &mut all);
                all.iter().map(|it| slug(it)).collect::<Vec<_>>().join(", ")
            }
            _ => slug(text),
        },
    };
    Some(said).filter(|it| !it.is_empty())
}

/// A day, or the day of a moment.
fn day_of(text: &str) -> Option<Date> {
    let has_form = text.len() == 10 || text.get(10..11).is_some_and(|it| it == " " || it == "T");
    has_form.then(|| text.get(..10)?.parse().ok()).flatten()
}

fn strings(it: &serde_json::Value, into: &mut Vec<String>) {
    match it {
        serde_json::Value::String(text) => into.push(text.clone()),
        serde_json::Value::Array(all) => all.iter().for_each(|it| strings(it, into)),
        serde_json::Value::Object(all) => all.values().for_each(|it| strings(it, into)),
        _ => {}
    }
}

/// Where from, on which ground, for what, who sees it: four texts.
pub(super) fn about(lang: Lang, it: HeldSpec) -> [String; 4] {
    [
        lang.t(&format!("held-source-{}", it.source.slug())),
        lang.t(&format!("held-ground-{}", it.ground.slug())),
        lang.t(&format!("held-purpose-{}", it.purpose.slug())),
        lang.t(&format!("held-recipient-{}", it.recipient.slug())),
    ]
}

/// How long a section is kept.
pub(super) fn term(lang: Lang, spec: HeldSpec, fate: Fate, today: Date) -> String {
    match (fate, spec.keeping) {
        (Fate::Goes { by }, _) => {
            lang.tn(key("held-term-goes"), [("day", words::date(lang, by).into())])
        }
        (Fate::Stays { rule, until: Some(until) }, _) => lang.tn(
            key("held-term-stays"),
            [("day", words::date(lang, until).into()), ("source", source(rule, today).into())],
        ),
        (Fate::Stays { rule, until: None }, _) | (Fate::InUse, Keeping::Years(rule)) => {
            let years = Law::built_in().number(rule, today).unwrap_or_default();
            lang.tn(
                key("held-term-years"),
                [("count", i64::from(years).into()), ("source", source(rule, today).into())],
            )
        }
        (Fate::InUse, Keeping::WhileGround) => lang.t(key("held-term-ground")),
    }
}

fn source(rule: LawRule, day: Date) -> String {
    Law::built_in().on(rule, day).map(|it| it.source.clone()).unwrap_or_default()
}

/// Says why the ground has gone.
pub(super) fn why(lang: Lang, it: GoneWhy) -> String {
    lang.t(&format!("erasure-why-{}", it.slug()))
}

/// Says how far a destruction reaches.
pub(super) fn reach(lang: Lang, it: Reach) -> String {
    lang.t(&format!("erasure-reach-{}", it.slug()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_said_as_people_say_them() {
        for (table, column, text, expected) in [
            ("person", "left_on", "2026-09-15", Some("15\u{a0}сентября\u{a0}2026\u{a0}г.")),
            (
                "session",
                "opened_at",
                "2026-09-15 08:00",
                Some("15\u{a0}сентября\u{a0}2026\u{a0}г."),
            ),
            ("consent", "kind", "personal_data", Some("Согласие на обработку персональных данных")),
            ("consent", "is_joined", "yes", Some("да")),
            ("contract_addendum", "kopecks", "0", None),
            ("person", "phone", "2026-09", Some("2026-09")),
            ("person_role", "about", "7А", Some("7А")),
            ("pool_entry", "kinds", "[\"group\"]", Some("в группе")),
        ] {
            let said = value(Lang::Ru, table, column, text);
            let lower = |it: &str| it.to_lowercase();
            assert_eq!(said.as_deref().map(lower), expected.map(lower), "{table}.{column}");
        }
    }
}
