//! The network: what the schools below a centre have done, as figures; search, order, one stage or
//! one month of all of them.
//!
//! Deliberately absent: names of people and documents of a school. They never reach these pages.

pub(crate) mod part;
pub(crate) mod school;
pub(crate) mod sheet;

use app::network::{self, Part, SchoolLine};
use axum::extract::Query;
use jiff::civil::Date;
use maud::{Markup, html};
use mentoring::task::Fulfilment;
use serde::Deserialize;

use crate::kit::block;
use crate::kit::icon::{Icon, icon};
use crate::kit::nav::{self, Way};
use crate::kit::shell::{self, Frame, Section};
use crate::kit::table::{self, Column, Heat};
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::terms;
use crate::visit::Visit;
use crate::words;

/// What stands in an address for rows outside stages.
const NO_STAGE: &str = "-";

/// What is looked for, and in which order.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct NetworkAsked {
    q: String,
    sort: String,
    /// Heading of a stage, [`NO_STAGE`], or empty for all.
    stage: String,
    /// `2026-10`, or empty for all.
    month: String,
    /// `late`, `none`, or empty for all.
    show: String,
}

impl NetworkAsked {
    /// The part of the roadmaps that is counted.
    fn part(&self) -> Part {
        let stage = match self.stage.as_str() {
            "" => None,
            NO_STAGE => Some(String::new()),
            stage => Some(stage.to_owned()),
        };
        Part { stage, month: self.month() }
    }

    fn month(&self) -> Option<Date> {
        format!("{}-01", self.month).parse().ok()
    }

    fn finds(&self, line: &SchoolLine) -> bool {
        let name = line.organisation.card.name.to_lowercase();
        self.q.to_lowercase().split_whitespace().all(|word| name.contains(word))
    }

    fn shows(&self, line: &SchoolLine) -> bool {
        match self.show.as_str() {
            "late" => line.is_late(),
            "none" => !line.has_roadmap,
            _ => true,
        }
    }

    /// Puts the lines in order; figures begin with the one that asks for attention.
    fn order(&self, lines: &mut [SchoolLine]) {
        match self.sort.as_str() {
            "done" => lines.sort_by_key(|it| share_of(it.fulfilment.n_done, &it.fulfilment)),
            "on-time" => lines.sort_by_key(|it| share_of(it.fulfilment.n_on_time, &it.fulfilment)),
            "overdue" => lines.sort_by_key(|it| std::cmp::Reverse(it.fulfilment.n_overdue)),
            "last" => lines.sort_by_key(|it| it.last_done_on),
            _ => {}
        }
    }

    /// The address of the same list at another place: the page, or a file.
    fn at(&self, path: &str) -> String {
        let all = [
            ("q", self.q.trim()),
            ("stage", &self.stage),
            ("month", &self.month),
            ("show", &self.show),
            ("sort", &self.sort),
        ];
        let said: Vec<_> = all.into_iter().filter(|it| !it.1.is_empty()).collect();
        let said = serde_html_form::to_string(said).unwrap_or_default();
        if said.is_empty() { path.to_owned() } else { format!("{path}?{said}") }
    }

    fn sorted(&self, sort: &str) -> String {
        Self { sort: sort.to_owned(), ..self.clone() }.at("/network")
    }

    fn showing(&self, show: &str) -> String {
        Self { show: show.to_owned(), ..self.clone() }.at("/network")
    }
}

/// A share for sorting, thousandths; nothing counts as nothing done.
fn share_of(part: u32, count: &Fulfilment) -> u64 {
    (u64::from(part) * 1000).checked_div(count.n_positions.into()).unwrap_or(0)
}

/// Shows the organisations below.
pub(crate) async fn list_schools(
    visit: Visit,
    Query(asked): Query<NetworkAsked>,
) -> Result<Markup, Oops> {
    let lang = visit.lang;
    let all = network::list_schools(visit.ctx()?, &asked.part()).await?;
    let found: Vec<SchoolLine> = all.into_iter().filter(|it| asked.finds(it)).collect();
    let selections = selections(lang, &asked, &found);
    let mut lines: Vec<SchoolLine> = found.into_iter().filter(|it| asked.shows(it)).collect();
    asked.order(&mut lines);
    let clear = html! { a.btn.btn-plain href="/network" { (lang.t(key("network-clear"))) } };
    let body = html! {
        (head(lang, lines.len(), &asked))
        (tabs(lang, "/network"))
        (nav::search(lang, "/network", &lang.t(key("network-find")), &asked.q, &kept(&asked)))
        (selections)
        (chosen_part(lang, &asked))
        @if lines.is_empty() {
            (block::empty(&lang.t(key("network-nothing")), &lang.t(key("network-nothing-how")), &clear))
        } @else {
            (schools(lang, &asked, &lines))
        }
    };
    Ok(page(&visit, &[], &body))
}

fn head(lang: Lang, count: usize, asked: &NetworkAsked) -> Markup {
    let under = lang.tn(key("network-under"), [("count", count.into())]);
    let acts = html! {
        a.btn.btn-plain href=(asked.at("/network/schools.xlsx")) { (icon(Icon::Doc)) (lang.t(key("network-xlsx"))) }
        a.btn.btn-text href=(asked.at("/network/schools.csv")) { (lang.t(key("network-csv"))) }
    };
    block::head(&lang.t(key("network-title")), &under, &acts)
}

/// Prints the three ways to look at the network.
fn tabs(lang: Lang, here: &str) -> Markup {
    let ways = [
        ("/network", key("network-by-school")),
        ("/network/stages", key("network-by-stage")),
        ("/network/months", key("network-by-month")),
    ]
    .map(|(href, words)| Way {
        href: href.to_owned(),
        words: lang.t(words),
        here: href == here,
    });
    nav::tabs(&lang.t(key("network-views")), &ways)
}

/// What a search keeps of the rest of the address.
fn kept(asked: &NetworkAsked) -> Markup {
    let all = [("stage", &asked.stage), ("month", &asked.month), ("show", &asked.show)];
    html! {
        @for (name, value) in all.into_iter().filter(|it| !it.1.is_empty()) {
            input type="hidden" name=(name) value=(value);
        }
    }
}

fn selections(lang: Lang, asked: &NetworkAsked, found: &[SchoolLine]) -> Markup {
    let count = |is: fn(&SchoolLine) -> bool| found.iter().filter(|it| is(it)).count();
    let ways = [
        ("", key("network-all"), found.len()),
        ("late", key("network-late"), count(SchoolLine::is_late)),
        ("none", key("network-none"), count(|it| !it.has_roadmap)),
    ]
    .map(|(show, words, count)| Way {
        href: asked.showing(show),
        words: lang.tn(words, [("count", count.into())]),
        here: asked.show == show,
    });
    nav::chips(&lang.t(key("network-selections")), &ways)
}

/// Says which part is counted, and the way back to the whole.
fn chosen_part(lang: Lang, asked: &NetworkAsked) -> Markup {
    let stage = match asked.stage.as_str() {
        "" => None,
        NO_STAGE => Some(lang.t(key("network-no-stage"))),
        stage => Some(lang.tn(key("network-of-stage"), [("stage", stage.to_owned().into())])),
    };
    let month = asked.month().map(|it| words::month(lang, it));
    let month = month.map(|it| lang.tn(key("network-of-month"), [("month", it.into())]));
    let said: Vec<String> = stage.into_iter().chain(month).collect();
    let whole = NetworkAsked { stage: String::new(), month: String::new(), ..asked.clone() };
    html! {
        @if !said.is_empty() {
            p { b { (said.join(" · ")) } " " a href=(whole.at("/network")) { (lang.t(key("network-whole"))) } }
        }
    }
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
        let sort = (!order.is_empty()).then(|| (asked.sorted(order), told));
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
    let kind = terms::kind(lang, it.kind);
    let detail = match &line.above {
        Some(above) => format!("{kind} · {above}"),
        None => kind,
    };
    let nothing =
        if line.has_roadmap { key("network-nothing-here") } else { key("network-no-roadmap") };
    let cells = html! {
        (table::row_head(&href, &it.card.name, &detail))
        @if count.n_positions == 0 {
            td role="cell" colspan="5" data-l=(heads[1]) { span.soft { (lang.t(nothing)) } }
        } @else {
            (table::number_cell(&heads[1], &html! { (count.n_positions) }))
            (table::number_cell(&heads[2], &html! { (count.n_done) " · " (share(lang, count.n_done, count.n_positions)) }))
            (table::number_cell(&heads[3], &html! { (count.n_on_time) }))
            (table::number_cell(&heads[4], &overdue(count.n_overdue)))
            (table::cell(&heads[5], &html! {
                @match line.last_done_on { Some(on) => (words::date_short(on)), None => span.soft { (lang.t(key("network-never"))) } }
            }))
        }
    };
    table::row(heat(count), &cells)
}

/// A count that is red where it is not zero.
fn overdue(count: u32) -> Markup {
    html! { span class=[(0 < count).then_some("t-bad")] { (count) } }
}

fn heat(count: &Fulfilment) -> Heat {
    match count.n_overdue {
        0 => Heat::Calm,
        n if n * 4 < count.n_positions => Heat::Warm,
        _ => Heat::Hot,
    }
}

fn share(lang: Lang, part: u32, all: u32) -> String {
    words::percent(lang, words::share_of(part, all).unwrap_or(0))
}

fn page(visit: &Visit, crumbs: &[Way], body: &Markup) -> Markup {
    let title = crumbs.last().map(|it| it.words.clone());
    let title = title.unwrap_or_else(|| visit.lang.t(key("network-title")));
    shell::page(visit, &Frame { title: &title, section: Section::Network, crumbs }, body)
}
