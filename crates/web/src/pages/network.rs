//! The network: what the schools below a centre have done, as figures; search, order, one school.
//!
//! Deliberately absent: names of people and documents of a school. They never reach this page.

use app::network::{self, MonthCount, SchoolLine, SchoolView};
use axum::extract::{Path, Query};
use maud::{Markup, html};
use mentoring::id::OrganisationId;
use serde::Deserialize;
use uuid::Uuid;

use crate::kit::block;
use crate::kit::figure::{self, Figure};
use crate::kit::nav::{self, Way};
use crate::kit::shell::{self, Frame, Section};
use crate::kit::table::{self, Column, Heat};
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::terms;
use crate::visit::Visit;
use crate::words;

/// What is looked for, and in which order.
#[derive(Deserialize)]
pub(crate) struct NetworkAsked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    sort: String,
}

impl NetworkAsked {
    fn finds(&self, line: &SchoolLine) -> bool {
        let name = line.organisation.card.name.to_lowercase();
        self.q.to_lowercase().split_whitespace().all(|word| name.contains(word))
    }

    /// Puts the lines in order; figures begin with the one that asks for attention.
    fn order(&self, lines: &mut [SchoolLine]) {
        let share = |part: u32, it: &SchoolLine| match it.fulfilment.n_positions {
            0 => 0,
            all => u64::from(part) * 1000 / u64::from(all),
        };
        match self.sort.as_str() {
            "done" => lines.sort_by_key(|it| share(it.fulfilment.n_done, it)),
            "on-time" => lines.sort_by_key(|it| share(it.fulfilment.n_on_time, it)),
            "overdue" => lines.sort_by_key(|it| std::cmp::Reverse(it.fulfilment.n_overdue)),
            "last" => lines.sort_by_key(|it| it.last_done_on),
            _ => {}
        }
    }

    fn href(&self, sort: &str) -> String {
        let asked =
            [("q", self.q.trim()), ("sort", sort)].into_iter().filter(|it| !it.1.is_empty());
        let asked = serde_html_form::to_string(asked.collect::<Vec<_>>()).unwrap_or_default();
        if asked.is_empty() { "/network".to_owned() } else { format!("/network?{asked}") }
    }
}

/// Shows the organisations below.
pub(crate) async fn list_schools(
    visit: Visit,
    Query(asked): Query<NetworkAsked>,
) -> Result<Markup, Oops> {
    let all = network::list_schools(visit.ctx()?).await?;
    let mut lines: Vec<SchoolLine> = all.into_iter().filter(|it| asked.finds(it)).collect();
    asked.order(&mut lines);
    let lang = visit.lang;
    let title = lang.t(key("network-title"));
    let under = lang.tn(key("network-under"), [("count", lines.len().into())]);
    let clear = html! { a.btn.btn-plain href="/network" { (lang.t(key("network-clear"))) } };
    let body = html! {
        (block::head(&title, &under, &html! {}))
        (nav::search(lang, "/network", &lang.t(key("network-find")), &asked.q, &html! {}))
        @if lines.is_empty() {
            (block::empty(&lang.t(key("network-nothing")), &lang.t(key("network-nothing-how")), &clear))
        } @else {
            (schools(lang, &asked, &lines))
        }
    };
    Ok(shell::page(&visit, &Frame { title: &title, section: Section::Network, crumbs: &[] }, &body))
}

fn schools(lang: Lang, asked: &NetworkAsked, lines: &[SchoolLine]) -> Markup {
    let heads = [
        key("network-column-name"),
        key("network-column-positions"),
        key("network-column-done"),
        key("network-column-on-time"),
        key("network-column-overdue"),
        key("network-column-last"),
    ]
    .map(|it| lang.t(it));
    let orders = ["name", "", "done", "on-time", "overdue", "last"];
    let column = |(title, order): (&String, &str)| {
        let told = lang.tn(key("network-sort"), [("column", title.clone().into())]);
        let sort = (!order.is_empty()).then(|| (asked.href(order), told));
        let class = if matches!(order, "name" | "last") { "" } else { "r" };
        Column { title: title.clone(), class, sort }
    };
    let columns: Vec<_> = heads.iter().zip(orders).map(column).collect();
    let rows = html! { @for line in lines { (school_row(lang, &heads, line)) } };
    table::table(&lang.t(key("network-title")), &columns, &rows)
}

fn school_row(lang: Lang, heads: &[String; 6], line: &SchoolLine) -> Markup {
    let (it, count) = (&line.organisation, &line.fulfilment);
    let href = format!("/network/{}", it.id);
    let cells = html! {
        (table::row_head(&href, &it.card.name, &terms::kind(lang, it.kind)))
        @if count.n_positions == 0 {
            td role="cell" colspan="5" data-l=(heads[1]) { span.soft { (lang.t(key("network-no-roadmap"))) } }
        } @else {
            (table::number_cell(&heads[1], &html! { (count.n_positions) }))
            (table::number_cell(&heads[2], &html! { (count.n_done) " · " (share(lang, count.n_done, count.n_positions)) }))
            (table::number_cell(&heads[3], &html! { (count.n_on_time) }))
            (table::number_cell(&heads[4], &html! { span class=[(0 < count.n_overdue).then_some("t-bad")] { (count.n_overdue) } }))
            (table::cell(&heads[5], &html! {
                @match line.last_done_on { Some(on) => (words::date_short(on)), None => span.soft { (lang.t(key("network-never"))) } }
            }))
        }
    };
    let heat = match count.n_overdue {
        0 => Heat::Calm,
        n if n * 4 < count.n_positions => Heat::Warm,
        _ => Heat::Hot,
    };
    table::row(heat, &cells)
}

fn share(lang: Lang, part: u32, all: u32) -> String {
    words::percent(lang, i64::from(part) * 1000 / i64::from(all.max(1)))
}

/// Shows one organisation below.
pub(crate) async fn show_school(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let lang = visit.lang;
    let view = network::show_school(visit.ctx()?, OrganisationId(id)).await?;
    let title = view.line.organisation.card.name.clone();
    let crumbs = [
        Way { href: "/network".to_owned(), words: lang.t(key("section-network")), here: false },
        Way { href: String::new(), words: title.clone(), here: true },
    ];
    let frame = Frame { title: &title, section: Section::Network, crumbs: &crumbs };
    Ok(shell::page(&visit, &frame, &school(lang, &view)))
}

fn school(lang: Lang, view: &SchoolView) -> Markup {
    let (it, count) = (&view.line.organisation, &view.line.fulfilment);
    let kind = terms::kind(lang, it.kind);
    if count.n_positions == 0 {
        return html! {
            (block::head(&it.card.name, &kind, &html! {}))
            p { (lang.t(key("network-no-roadmap"))) }
        };
    }
    let figures = [
        (key("network-column-positions"), count.n_positions, false),
        (key("network-column-done"), count.n_done, false),
        (key("network-column-on-time"), count.n_on_time, false),
        (key("network-column-overdue"), count.n_overdue, 0 < count.n_overdue),
    ]
    .map(|(name, n, hot)| (lang.t(name), n.to_string(), hot));
    let figures: Vec<_> = figures
        .iter()
        .map(|(label, value, hot)| Figure { label, value, of: "", href: "", hot: *hot })
        .collect();
    html! {
        (block::head(&it.card.name, &kind, &html! {}))
        (figure::figures(&figures))
        section.mt-5 aria-labelledby="months" {
            (block::section_head("months", &lang.t(key("network-months")), "", None))
            (months(lang, &view.months))
        }
    }
}

fn months(lang: Lang, all: &[MonthCount]) -> Markup {
    let heads = [
        key("network-month"),
        key("network-tasks"),
        key("network-column-done"),
        key("network-column-overdue"),
    ]
    .map(|it| lang.t(it));
    let mut columns: Vec<_> = heads.iter().map(Column::new).collect();
    for column in &mut columns[1..] {
        column.class = "r";
    }
    let rows = html! {
        @for it in all {
            (table::row(Heat::Calm, &html! {
                th scope="row" role="rowheader" {
                    @match it.month { Some(month) => (words::month(lang, month)), None => (lang.t(key("network-undated"))) }
                }
                (table::number_cell(&heads[1], &html! { (it.n_tasks) }))
                (table::number_cell(&heads[2], &html! { (it.n_done) }))
                (table::number_cell(&heads[3], &html! { (it.n_overdue) }))
            }))
        }
    };
    table::table(&lang.t(key("network-months")), &columns, &rows)
}
