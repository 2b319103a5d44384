//! Fulfilment (B4): positions done, done on time, on any day; every figure opens its list.
//!
//! Deliberately absent: counting. `app` counts whole roadmaps, parts and single rows by one rule.

use app::roadmap::show::show_rows;
use app::roadmap::{RoadmapView, RowView, Running};
use axum::extract::Query;
use jiff::civil::Date;
use maud::{Markup, html};
use mentoring::task::Fulfilment;

use super::roadmap::{View, by_rule, chosen, table as rows_table, views};
use super::tasks::look;
use crate::kit::block;
use crate::kit::figure::{self, Figure, meter};
use crate::kit::icon::{Icon, icon};
use crate::kit::shell::{self, Frame, Section};
use crate::kit::table::{self, Column, Heat};
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::visit::Visit;
use crate::words;

/// What is asked for.
#[derive(Clone, Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct FulfilmentAsked {
    map: String,
    on: String,
    list: String,
}

/// The lists that stand behind the figures: word of the address, key of the title, the figure.
type Which = (&'static str, &'static str, fn(&Fulfilment) -> u32);

const LISTS: &[Which] = &[
    ("all", key("map-all-rows"), |it| it.n_positions),
    ("done", key("map-done"), |it| it.n_done),
    ("on_time", key("map-on-time"), |it| it.n_on_time),
    ("overdue", key("map-overdue"), |it| it.n_overdue),
    ("due", key("fulfilment-due"), |it| it.n_due),
    ("due_done", key("fulfilment-due-done"), |it| it.n_due_done),
    ("not_applicable", key("map-not-applicable"), |it| it.n_not_applicable),
];

/// Shows how far a roadmap is fulfilled.
pub(crate) async fn show_fulfilment(
    visit: Visit,
    Query(asked): Query<FulfilmentAsked>,
) -> Result<Markup, Oops> {
    let ctx = visit.ctx()?;
    let lang = visit.lang;
    // A day that lies ahead tells nothing yet: today is shown for it.
    let on = words::read_date(&asked.on).filter(|it| *it <= ctx.today());
    let running = show_rows(ctx, on).await?;
    let title = lang.t(key("section-fulfilment"));
    let body = match chosen(&running, &asked.map) {
        None => html! {
            (block::head(&title, "", &html! {}))
            (block::empty(&lang.t(key("today-nothing")), &lang.t(key("fulfilment-nothing")), &html! {}))
        },
        Some(map) => whole(lang, &title, &running, map, &asked),
    };
    Ok(shell::page(
        &visit,
        &Frame { title: &title, section: Section::Fulfilment, crumbs: &[] },
        &body,
    ))
}

fn whole(
    lang: Lang,
    title: &str,
    running: &Running,
    map: &RoadmapView,
    asked: &FulfilmentAsked,
) -> Markup {
    let day = words::date(lang, running.today);
    let under = lang.tn(
        key("fulfilment-under"),
        [("title", look::map_name(lang, map).into()), ("day", day.into())],
    );
    html! {
        (block::head(title, &under, &html! {}))
        (views(lang, running, map, View::Fulfilment))
        (choose_day(lang, running, map))
        (figures(lang, running, map))
        (by_parts(lang, running, map))
        (list(lang, running, map, &asked.list))
        (by_rule(lang, running))
    }
}

fn choose_day(lang: Lang, running: &Running, map: &RoadmapView) -> Markup {
    html! {
        form.filters method="get" action="/fulfilment" {
            input type="hidden" name="map" value=(map.roadmap.id);
            div {
                label for="on" { (lang.t(key("fulfilment-on"))) }
                input.form-control.w-date type="date" id="on" name="on" value=(running.today);
            }
            button.btn.btn-plain { (icon(Icon::Calendar)) (lang.t(key("filters-show"))) }
        }
    }
}

fn address(running: &Running, map: &RoadmapView, list: &str) -> String {
    format!("/fulfilment?map={}&on={}&list={list}#list", map.roadmap.id, running.today)
}

fn share(lang: Lang, part: u32, all: u32) -> String {
    match words::share_of(part, all) {
        Some(thousandths) => lang.tn(
            key("fulfilment-of"),
            [("all", all.into()), ("share", words::percent(lang, thousandths).into())],
        ),
        None => String::new(),
    }
}

fn figures(lang: Lang, running: &Running, map: &RoadmapView) -> Markup {
    let count = map.fulfilment;
    let of = |which: &str| match which {
        "done" => share(lang, count.n_done, count.n_positions),
        "on_time" => share(lang, count.n_on_time, count.n_done),
        "due_done" => share(lang, count.n_due_done, count.n_due),
        _ => String::new(),
    };
    let all: Vec<(String, String, String, String, bool)> = LISTS
        .iter()
        .map(|(which, title, figure)| {
            let n = figure(&count);
            let is_hot = *which == "overdue" && 0 < n;
            let href = address(running, map, which);
            (lang.t(title), words::number(n.into()), of(which), href, is_hot)
        })
        .collect();
    let all: Vec<Figure<'_>> = all
        .iter()
        .map(|(label, value, of, href, hot)| Figure { label, value, of, href, hot: *hot })
        .collect();
    figure::figures(&all)
}

fn by_parts(lang: Lang, running: &Running, map: &RoadmapView) -> Markup {
    let heads = [
        key("fulfilment-part"),
        key("map-all-rows"),
        key("map-done"),
        key("map-on-time"),
        key("map-overdue"),
        key("map-not-applicable"),
    ]
    .map(|it| lang.t(it));
    let columns: Vec<Column> = heads
        .iter()
        .enumerate()
        .map(|(at, it)| Column { class: if at == 0 { "" } else { "r" }, ..Column::new(it) })
        .collect();
    let rows = html! { @for part in map.parts(running.today) { (part_row(lang, &heads, part.title, &part.fulfilment)) } };
    html! {
        section aria-labelledby="parts" {
            (block::section_head("parts", &lang.t(key("fulfilment-parts")), "", None))
            (table::table(&lang.t(key("fulfilment-parts")), &columns, &rows))
        }
    }
}

fn part_row(lang: Lang, heads: &[String; 6], title: &str, count: &Fulfilment) -> Markup {
    let number = |it: u32| html! { (words::number(it.into())) };
    let percent = (count.n_done * 100).checked_div(count.n_positions).unwrap_or(0);
    let title = if title.is_empty() { lang.t(key("map-no-section")) } else { title.to_owned() };
    let cells = html! {
        th scope="row" role="rowheader" { (title) (meter(percent, Some(100))) }
        (table::number_cell(&heads[1], &number(count.n_positions)))
        (table::number_cell(&heads[2], &number(count.n_done)))
        (table::number_cell(&heads[3], &number(count.n_on_time)))
        (table::number_cell(&heads[4], &number(count.n_overdue)))
        (table::number_cell(&heads[5], &number(count.n_not_applicable)))
    };
    table::row(Heat::Calm, &cells)
}

fn list(lang: Lang, running: &Running, map: &RoadmapView, asked: &str) -> Markup {
    let Some((_, title, figure)) = LISTS.iter().find(|(which, ..)| *which == asked) else {
        return html! {};
    };
    let today: Date = running.today;
    let rows: Vec<&RowView> =
        map.rows.iter().filter(|row| 0 < figure(&row.position(today))).collect();
    let count = lang.tn(key("fulfilment-rows"), [("count", rows.len().into())]);
    html! {
        section aria-labelledby="list" {
            (block::section_head("list", &lang.t(title), &count, None))
            @if rows.is_empty() { p.soft { (lang.t(key("fulfilment-list-empty"))) } }
            @else { (rows_table::sections(lang, today, app::roadmap::show::parts_of(rows.into_iter(), today), |_| None)) }
        }
    }
}
