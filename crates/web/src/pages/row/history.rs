//! What happened to a row, the latest first, each line with its day and author.

use app::roadmap::show::RowEntry;
use maud::{Markup, html};

use crate::kit::block;
use crate::kit::track::{self, Happened};
use crate::lang::{Lang, key};
use crate::pages::tasks::look;
use crate::visit::Visit;
use crate::words;

/// Prints the history.
pub(super) fn show(visit: &Visit, all: &[RowEntry]) -> Markup {
    let lang = visit.lang;
    let lines: Vec<Happened> = all.iter().map(|it| line(visit, it)).collect();
    html! {
        section aria-labelledby="hist" {
            (block::section_head("hist", &lang.t(key("line-history")), "", None))
            (track::history(&lines))
        }
    }
}

fn line(visit: &Visit, it: &RowEntry) -> Happened {
    let lang = visit.lang;
    let at = visit.local(it.entry.at);
    let by = it.by.as_ref().map(mentoring::person::PersonName::short);
    let by = by.unwrap_or_else(|| lang.t(key("happened-by-itself")));
    let day = |name: &str| {
        let on = it.entry.fact(name).and_then(words::read_date);
        on.map_or_else(String::new, |on| words::date(lang, on))
    };
    Happened {
        when: words::moment(lang, at),
        datetime: at.to_string(),
        what: html! { (said(lang, it, (day("on"), day("due_on")))) " " span.soft { "— " (by) } },
    }
}

fn said(lang: Lang, it: &RowEntry, (on, due_on): (String, String)) -> String {
    let person = it.person.as_ref().map_or_else(String::new, mentoring::person::PersonName::short);
    let what = it.words.clone().unwrap_or_default();
    match it.entry.kind.as_str() {
        "task_planned" => lang.t(key("was-planned")),
        "task_dated" => lang.tn(key("was-dated"), [("day", due_on.into())]),
        "task_given" => lang.tn(key("was-given"), [("person", person.into())]),
        "task_taken" => lang.tn(key("was-taken"), [("person", person.into())]),
        "task_started" => lang.tn(key("was-started"), [("day", on.into())]),
        "task_part_done" => {
            lang.tn(key("was-part-done"), [("what", look::short(&what).into()), ("day", on.into())])
        }
        "task_part_undone" => {
            lang.tn(key("was-part-undone"), [("what", look::short(&what).into())])
        }
        "task_undated" => lang.t(key("was-undated")),
        "task_start_undone" => lang.t(key("was-start-undone")),
        "task_closed" => match it.entry.fact("closing") {
            Some("not_applicable") => lang.t(key("was-set-aside")),
            Some("by_reason") => lang.tn(key("was-closed-reason"), [("day", on.into())]),
            Some("by_evidence") => lang.t(key("was-closed-itself")),
            _ => lang.tn(key("was-closed"), [("day", on.into())]),
        },
        "task_reopened" => lang.t(key("was-reopened")),
        "evidence_given" => lang.tn(key("was-evidence"), [("what", what.into())]),
        "evidence_withdrawn" => lang.tn(key("was-withdrawn"), [("what", what.into())]),
        _ => lang.t(key("was-changed")),
    }
}
