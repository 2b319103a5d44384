//! How a reading is told in words: deadlines, people, documents, figures.
//!
//! It decides the sentence under every cell: «Понято: …». Deliberately absent: the reading itself.

use app::launch::{Evidence, Indicator, RowResponsible};
use jiff::civil::Date;
use maud::{Markup, html};
use mentoring::period::Days;
use mentoring::person::{PersonName, Position};
use uuid::Uuid;

use crate::kit::icon::{Icon, icon};
use crate::lang::{Lang, key};
use crate::pages::tasks::look;
use crate::terms;
use crate::words;

/// Tells a deadline: «Понято: 12 сроков, ближайший 25 сентября 2026 г.».
///
/// - `windows`: its days inside the plan, in order; empty for a form without days.
pub(crate) fn deadline(lang: Lang, normal: &str, windows: &[Days], today: Date) -> String {
    match windows {
        [] => undated(lang, normal),
        [one] => words::window(lang, one.from, one.to),
        several => {
            let next = several.iter().find(|it| today <= it.to).unwrap_or(&several[0]);
            lang.tn(
                key("reading-times"),
                [
                    ("count", several.len().into()),
                    ("next", words::window(lang, next.from, next.to).into()),
                ],
            )
        }
    }
}

fn undated(lang: Lang, normal: &str) -> String {
    let (form, rest) = normal.split_once(':').unwrap_or((normal, ""));
    let event = normal.split_once(" from ").map_or(rest, |(_, event)| event);
    match form {
        "as-needed" => lang.t(key("reading-as-needed")),
        "continuous" => lang.t(key("reading-continuous")),
        "relative" | "before" | "from" => {
            lang.tn(key("reading-event"), [("event", event.to_owned().into())])
        }
        "dated-by" => lang.tn(key("reading-dated-by"), [("plan", rest.to_owned().into())]),
        "duration" => lang.t(key("reading-duration")),
        "list" => {
            let parts: Vec<String> = rest.split(';').map(|it| undated(lang, it)).collect();
            parts.join("; ")
        }
        _ => lang.t(key("reading-none")),
    }
}

/// Whether a deadline was understood at all.
pub(crate) fn is_understood(normal: &str) -> bool {
    normal != "none"
}

/// Prints a reading under the words it was read from.
pub(crate) fn understood(words: &str) -> Markup {
    html! { span.reading { span.st.st-ok { (icon(Icon::Done)) (words) } } }
}

/// Names who answers: people found, else roles.
///
/// - `people`: the people of the organisation.
pub(crate) fn responsible(
    lang: Lang,
    all: &[RowResponsible],
    people: &[(Uuid, PersonName)],
) -> String {
    let named: Vec<String> = all
        .iter()
        .flat_map(|it| {
            let found: Vec<String> = people
                .iter()
                .filter(|(id, _)| it.people.contains(id))
                .map(|(_, name)| name.short())
                .collect();
            if found.is_empty() { one_party(lang, it).into_iter().collect() } else { found }
        })
        .collect();
    named.join(", ")
}

fn one_party(lang: Lang, it: &RowResponsible) -> Option<String> {
    let role = it.role.as_deref().and_then(Position::of_roadmap_role);
    match (role, &it.person) {
        (Some(Position::Other), None) => Some(it.text.clone()),
        (Some(role), None) => Some(terms::position(lang, role)),
        (_, Some(person)) => {
            Some(lang.tn(key("reading-nobody-found"), [("name", person.clone().into())]))
        }
        (None, None) => None,
    }
}

/// Names documents: «приказ о закреплении пар, реестр наставляемых».
pub(crate) fn evidence(lang: Lang, all: &[Evidence]) -> String {
    all.iter().map(|it| terms::evidence(lang, &it.kind, &it.about)).collect::<Vec<_>>().join(", ")
}

/// Names figures: «охват не менее 55 %».
pub(crate) fn indicators(lang: Lang, all: &[Indicator]) -> String {
    all.iter().map(|it| indicator(lang, it)).collect::<Vec<_>>().join("; ")
}

/// Names a figure: «охват не менее 55 %».
pub(crate) fn indicator(lang: Lang, it: &Indicator) -> String {
    let measure = terms::measure(lang, &it.measure);
    let of = it.of.as_ref().map(|it| format!(" ({it})")).unwrap_or_default();
    let year = it.year.map(|it| format!(", {it}")).unwrap_or_default();
    format!("{measure} {}{of}{year}", look::bound(lang, &it.op, it.value, &it.unit))
}
