//! The journal of the organisation: who did what, the latest first. Nothing in it can be changed.

use app::organisation::{self, JournalLine};
use axum::extract::Query;
use maud::{Markup, html};
use mentoring::access::Role;
use mentoring::person::Position;
use serde::Deserialize;

use crate::kit::block;
use crate::kit::shell::{self, Frame, Section};
use crate::kit::table::{self, Column, Heat};
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::terms;
use crate::visit::Visit;
use crate::words;

/// From which entry on, going back.
#[derive(Deserialize)]
pub(crate) struct JournalAsked {
    before: Option<i64>,
}

/// Shows a page of the journal.
pub(crate) async fn show_journal(
    visit: Visit,
    Query(asked): Query<JournalAsked>,
) -> Result<Markup, Oops> {
    let lines = organisation::show_journal(visit.ctx()?, asked.before).await?;
    let lang = visit.lang;
    let title = lang.t(key("section-journal"));
    let heads = [key("journal-when"), key("journal-who"), key("journal-what")].map(|it| lang.t(it));
    let columns: Vec<_> = heads.iter().map(Column::new).collect();
    let rows = html! { @for line in &lines { (row(&visit, &heads, line)) } };
    let body = html! {
        (block::head(&title, &lang.t(key("journal-under")), &html! {}))
        (table::table(&title, &columns, &rows))
        @if let Some(number) = lines.last().map(|it| it.entry.number).filter(|it| 1 < *it) {
            p.mt-4 { a.btn.btn-plain href={ "/journal?before=" (number) } { (lang.t(key("journal-earlier"))) } }
        }
    };
    Ok(shell::page(&visit, &Frame { title: &title, section: Section::Journal, crumbs: &[] }, &body))
}

fn row(visit: &Visit, heads: &[String; 3], line: &JournalLine) -> Markup {
    let lang = visit.lang;
    let at = visit.local(line.entry.at);
    let by = line.by.as_ref().map_or_else(|| lang.t(key("journal-itself")), |name| name.short());
    let what = terms::event(lang, &line.entry.kind);
    let of_person = line.entry.kind.starts_with("person_");
    let cells = html! {
        th scope="row" role="rowheader" { time.num datetime=(at) { (words::moment(lang, at)) } }
        (table::cell(&heads[1], &html! { (by) }))
        (table::cell(&heads[2], &html! {
            @match line.entry.subject.filter(|_| of_person) {
                Some(id) => a href={ "/people/" (id) } { (what) },
                None => (what),
            }
            @let facts = facts(lang, line);
            @if !facts.is_empty() { " " span.soft { (facts) } }
        }))
    };
    table::row(Heat::Calm, &cells)
}

/// Says the facts of an entry that a person can read: roles and days.
fn facts(lang: Lang, line: &JournalLine) -> String {
    let entry = &line.entry;
    let role = entry.fact("role").and_then(Role::from_slug).map(|it| terms::role(lang, it));
    let position =
        entry.fact("position").and_then(Position::from_slug).map(|it| terms::position(lang, it));
    let day = |name| entry.fact(name).and_then(words::read_date).map(|it| words::date(lang, it));
    let days = ["on", "from", "to", "due_on"].into_iter().filter_map(day);
    role.into_iter().chain(position).chain(days).collect::<Vec<_>>().join(", ")
}
