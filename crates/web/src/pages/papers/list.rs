//! Papers that were made: search, kind, year, state; packs that are still kept; pages of fifty.

use app::paper::{self, PaperFilter, PaperLine, PaperList, PaperState};
use axum::extract::Query;
use maud::{Markup, html};
use mentoring::id::PersonId;
use mentoring::paper::PaperKind;
use serde::Deserialize;

use super::{HREF, state, tabs};
use crate::kit::block;
use crate::kit::nav;
use crate::kit::shell::{self, Frame, Section};
use crate::kit::table::{self, Column, Heat};
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::visit::Visit;
use crate::words;

/// Rows of one page of the list.
const PAGE_SIZE: usize = 50;
const MADE: &str = "/papers/made";

/// What is looked for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct PapersAsked {
    q: String,
    kind: String,
    year: String,
    state: String,
    person: String,
    page: usize,
}

impl PapersAsked {
    fn filter(&self) -> PaperFilter {
        PaperFilter {
            search: self.q.clone(),
            kind: PaperKind::from_slug(&self.kind),
            year: self.year.parse().ok(),
            person: self.person.parse::<PersonId>().ok(),
            state: match self.state.as_str() {
                "draft" => Some(PaperState::Draft),
                "signed" => Some(PaperState::Signed),
                "discarded" => Some(PaperState::Discarded),
                _ => None,
            },
        }
    }

    fn href(&self, page: usize) -> String {
        let page = page.to_string();
        let pairs = [
            ("q", self.q.trim()),
            ("kind", &self.kind),
            ("year", &self.year),
            ("state", &self.state),
            ("person", &self.person),
            ("page", &page),
        ];
        let said: Vec<_> = pairs.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        serde_html_form::to_string(said)
            .map_or_else(|_| MADE.to_owned(), |it| format!("{MADE}?{it}"))
    }
}

/// Shows papers that were made.
pub(crate) async fn list_papers(
    visit: Visit,
    Query(asked): Query<PapersAsked>,
) -> Result<Markup, Oops> {
    let list = paper::list_papers(visit.ctx()?, &asked.filter()).await?;
    let lang = visit.lang;
    let title = lang.t(key("papers-made"));
    let under = lang.tn(key("papers-made-under"), [("count", list.n_all.into())]);
    let body = html! {
        (block::head(&title, &under, &html! {}))
        (nav::tabs(&title, &tabs(lang, MADE)))
        (packs(lang, &visit, &list))
        @if list.n_all == 0 {
            (block::empty(&lang.t(key("papers-none")), &lang.t(key("papers-none-how")), &html! { a.btn.btn-go href=(HREF) { (lang.t(key("papers-tab-kinds"))) } }))
        } @else {
            (nav::search(lang, MADE, &lang.t(key("papers-made-find")), &asked.q, &more(lang, &asked, &list)))
            (found(lang, &asked, &list))
        }
    };
    Ok(shell::page(&visit, &Frame { title: &title, section: Section::Papers, crumbs: &[] }, &body))
}

fn packs(lang: Lang, visit: &Visit, list: &PaperList) -> Markup {
    html! {
        @if !list.packs.is_empty() {
            ul { @for it in &list.packs { li {
                a href={ "/papers/packs/" (it.id) } { (it.title) } " "
                span.soft { (lang.tn(key("pack-of"), [("done", it.n_done.into()), ("count", it.n_papers.into())])) ", " (words::moment(lang, visit.local(it.asked_at))) }
            } } }
        }
    }
}

fn more(lang: Lang, asked: &PapersAsked, list: &PaperList) -> Markup {
    let states = [
        ("", lang.t(key("papers-state-kept"))),
        ("draft", lang.t(key("paper-state-draft"))),
        ("signed", lang.t(key("paper-state-signed"))),
        ("discarded", lang.t(key("paper-state-discarded"))),
    ];
    html! {
        div.extra {
            label for="kind" { (lang.t(key("papers-kind"))) }
            select.form-select id="kind" name="kind" {
                option value="" { (lang.t(key("papers-any-kind"))) }
                @for it in &list.kinds { option value=(it.slug()) selected[asked.kind == it.slug()] { (it.spec().title) } }
            }
        }
        div.extra {
            label for="year" { (lang.t(key("orders-year"))) }
            select.form-select id="year" name="year" {
                option value="" { (lang.t(key("orders-any-year"))) }
                @for it in &list.years { option value=(it) selected[asked.year == it.to_string()] { (it) } }
            }
        }
        div.extra {
            label for="state" { (lang.t(key("orders-column-state"))) }
            select.form-select id="state" name="state" {
                @for (value, words) in &states { option value=(value) selected[asked.state == *value] { (words) } }
            }
        }
        @if !asked.person.is_empty() { input type="hidden" name="person" value=(asked.person); }
    }
}

fn found(lang: Lang, asked: &PapersAsked, list: &PaperList) -> Markup {
    if list.lines.is_empty() {
        let clear = html! { a.btn.btn-plain href=(MADE) { (lang.t(key("people-clear"))) } };
        let how = lang.t(key("people-nothing-how"));
        return block::empty(&lang.t(key("papers-nothing")), &how, &clear);
    }
    let heads = [
        lang.t(key("papers-column-paper")),
        lang.t(key("papers-column-day")),
        lang.t(key("orders-column-state")),
    ];
    let columns: Vec<_> = heads.iter().map(Column::new).collect();
    let before = (asked.page.max(1) - 1).saturating_mul(PAGE_SIZE);
    let shown = list.lines.iter().skip(before).take(PAGE_SIZE);
    let rows = html! { @for line in shown { (row(lang, &heads, line)) } };
    html! {
        (table::table(&lang.t(key("papers-made")), &columns, &rows))
        (nav::pager(lang, asked.page.max(1), PAGE_SIZE, list.lines.len(), |page| asked.href(page)))
    }
}

fn row(lang: Lang, heads: &[String; 3], line: &PaperLine) -> Markup {
    let paper = &line.paper;
    let kind = paper.kind.spec().title;
    let detail = if paper.title.starts_with(kind) { "" } else { kind };
    let heat = if line.state == PaperState::Draft { Heat::Warm } else { Heat::Calm };
    let cells = html! {
        (table::row_head(&format!("{HREF}/{}", paper.id), &paper.title, detail))
        (table::cell(&heads[1], &html! {
            @if !paper.number.is_empty() { span.nb { "№\u{a0}" (paper.number) } br; }
            span.nb { (words::date_short(paper.day_on)) }
        }))
        (table::cell(&heads[2], &html! { (state(lang, line.state)) }))
    };
    table::row(heat, &cells)
}
