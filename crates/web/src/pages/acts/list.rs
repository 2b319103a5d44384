//! The library: search, level, in force on a day, who has not read.

use app::act::{self, ActFilter, ActLibrary, ActLine};
use axum::extract::Query;
use maud::{Markup, html};
use mentoring::act::ActScope;
use serde::Deserialize;

use super::{HREF, short, term};
use crate::kit::block;
use crate::kit::icon::{Icon, icon};
use crate::kit::nav;
use crate::kit::shell::{self, Frame, Section};
use crate::kit::table::{self, Column, Heat};
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::visit::Visit;
use crate::words;

/// What is looked for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ActsAsked {
    q: String,
    level: String,
    on: String,
    read: String,
}

impl ActsAsked {
    fn filter(&self) -> ActFilter {
        ActFilter {
            search: self.q.clone(),
            scope: ActScope::from_slug(&self.level),
            in_force_on: words::read_date(&self.on),
            only_unread: self.read == "left",
        }
    }
}

/// Shows the library.
pub(crate) async fn list_acts(
    visit: Visit,
    Query(asked): Query<ActsAsked>,
) -> Result<Markup, Oops> {
    let library = act::list_acts(visit.ctx()?, &asked.filter()).await?;
    let lang = visit.lang;
    let title = lang.t(key("section-acts"));
    let under = lang.tn(key("acts-under-library"), [("count", library.n_all.into())]);
    let add = html! { @if library.may_edit { a.btn.btn-go href="/acts/new" { (icon(Icon::Plus)) (lang.t(key("act-add"))) } } };
    let body = html! {
        (block::head(&title, &under, &add))
        (nav::search(lang, HREF, &lang.t(key("acts-find")), &asked.q, &more(lang, &asked, &library)))
        (found(lang, &library))
    };
    let frame = Frame { title: &title, section: Section::Acts, crumbs: &[] };
    Ok(shell::page(&visit, &frame, &body))
}

fn more(lang: Lang, asked: &ActsAsked, library: &ActLibrary) -> Markup {
    html! {
        div.extra {
            label for="level" { (lang.t(key("act-level"))) }
            select.form-select id="level" name="level" {
                option value="" { (lang.t(key("acts-any-level"))) }
                @for it in ActScope::ALL { option value=(it.slug()) selected[asked.level == it.slug()] { (lang.t(&format!("act-level-{}", it.slug()))) } }
            }
        }
        div.extra {
            label for="on" { (lang.t(key("acts-in-force-on"))) }
            input.form-control.w-date type="date" id="on" name="on" value=(asked.on);
        }
        @if library.sees_readers {
            div.extra {
                label for="read" { (lang.t(key("acts-reading"))) }
                select.form-select id="read" name="read" {
                    option value="" { (lang.t(key("acts-any-reading"))) }
                    option value="left" selected[asked.read == "left"] { (lang.t(key("acts-reading-left"))) }
                }
            }
        }
    }
}

fn found(lang: Lang, library: &ActLibrary) -> Markup {
    if library.lines.is_empty() {
        let clear = html! { a.btn.btn-plain href=(HREF) { (lang.t(key("people-clear"))) } };
        return block::empty(
            &lang.t(key("acts-nothing")),
            &lang.t(key("acts-nothing-how")),
            &clear,
        );
    }
    let mut heads = vec![
        lang.t(key("acts-column-act")),
        lang.t(key("act-level")),
        lang.t(key("acts-column-term")),
    ];
    if library.sees_readers {
        heads.push(lang.t(key("acts-reading")));
    }
    let columns: Vec<_> = heads.iter().map(Column::new).collect();
    let rows = html! { @for line in &library.lines { (row(lang, &heads, line)) } };
    table::table(&lang.t(key("section-acts")), &columns, &rows)
}

fn row(lang: Lang, heads: &[String], line: &ActLine) -> Markup {
    let act = &line.card;
    let heat = if line.waits_for_me { Heat::Warm } else { Heat::Calm };
    let cells = html! {
        (table::row_head(&format!("{HREF}/{}", act.key.text()), &short(lang, act), &act.title))
        (table::cell(&heads[1], &html! {
            (lang.t(&format!("act-level-{}", act.scope.slug())))
            @if let Some(name) = &act.entered_at { br; span.small.soft { (name) } }
        }))
        (table::cell(&heads[2], &html! {
            (term(lang, act))
            @if !line.is_in_force { br; span.small.t-warn { (lang.t(key("acts-not-in-force"))) } }
        }))
        @if let Some(head) = heads.get(3) {
            (table::cell(head, &html! {
                @match (line.n_must, line.n_left) {
                    (0, _) => span.soft { (lang.t(key("acts-nobody-must"))) },
                    (all, left) => (lang.tn(key("acts-left"), [("left", left.into()), ("count", all.into())])),
                }
            }))
        }
    };
    table::row(heat, &cells)
}
