//! The list of templates: every kind of paper by the phase that makes it, and whose text it has.

use app::paper::template::{self, Origin, TemplateFilter, TemplateLine, TemplateList};
use axum::extract::Query;
use maud::{Markup, html};
use mentoring::paper::Phase;
use serde::Deserialize;

use super::{HREF, href, origin, phase};
use crate::kit::block;
use crate::kit::nav::{self, Way};
use crate::kit::shell::{self, Frame, Section};
use crate::kit::table::{self, Column, Group, Heat};
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::visit::Visit;
use crate::words;

/// What is looked for.
#[derive(Deserialize)]
pub(crate) struct TemplatesAsked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    show: String,
}

/// Shows the list.
pub(crate) async fn list_templates(
    visit: Visit,
    Query(asked): Query<TemplatesAsked>,
) -> Result<Markup, Oops> {
    let filter = TemplateFilter { search: asked.q.clone(), changed: asked.show == "changed" };
    let list = template::list_templates(visit.ctx()?, &filter).await?;
    let lang = visit.lang;
    let title = lang.t(key("templates-title"));
    let under = lang.tn(key("templates-under"), [("count", list.n_changed.into())]);
    let body = html! {
        (block::head(&title, &under, &html! {}))
        (nav::search(lang, HREF, &lang.t(key("templates-find")), &asked.q, &html! {}))
        (nav::chips(&lang.t(key("templates-show")), &shows(lang, &asked)))
        (found(&visit, &list))
    };
    let frame = Frame { title: &title, section: Section::Templates, crumbs: &[] };
    Ok(shell::page(&visit, &frame, &body))
}

fn shows(lang: Lang, asked: &TemplatesAsked) -> [Way; 2] {
    let way = |show: &str, words: String| Way {
        href: if show.is_empty() { HREF.to_owned() } else { format!("{HREF}?show={show}") },
        words,
        here: asked.show == show,
    };
    [way("", lang.t(key("templates-all"))), way("changed", lang.t(key("templates-changed")))]
}

fn found(visit: &Visit, list: &TemplateList) -> Markup {
    let lang = visit.lang;
    if list.lines.is_empty() {
        let clear = html! { a.btn.btn-plain href=(HREF) { (lang.t(key("people-clear"))) } };
        return block::empty(&lang.t(key("templates-nothing")), "", &clear);
    }
    let heads = [
        lang.t(key("templates-column-paper")),
        lang.t(key("templates-column-text")),
        lang.t(key("templates-column-changed")),
    ];
    let columns: Vec<_> = heads.iter().map(Column::new).collect();
    let of = |it: Phase| list.lines.iter().filter(move |line| line.kind.spec().phase == it);
    let groups: Vec<Group> = Phase::ALL
        .iter()
        .filter(|it| of(**it).next().is_some())
        .map(|it| Group {
            title: phase(lang, *it),
            tail: html! {},
            rows: html! { @for line in of(*it) { (row(visit, &heads, line)) } },
            fold: None,
        })
        .collect();
    table::grouped(&lang.t(key("templates-title")), &columns, &groups)
}

fn row(visit: &Visit, heads: &[String; 3], line: &TemplateLine) -> Markup {
    let lang = visit.lang;
    let spec = line.kind.spec();
    let cells = html! {
        (table::row_head(&href(line.kind), spec.title, spec.purpose))
        (table::cell(&heads[1], &html! { (origin(lang, &line.origin)) }))
        (table::cell(&heads[2], &html! {
            @if let Some(card) = &line.card {
                (words::date_short(visit.local(card.kept_at).date()))
                @if let Some(by) = &line.by { ", " (by.short()) }
                br; span.small.soft { (card.why) }
            }
        }))
    };
    let heat = if line.origin == Origin::Own { Heat::Warm } else { Heat::Calm };
    table::row(heat, &cells)
}
