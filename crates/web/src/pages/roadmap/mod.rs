//! The roadmap: where are we in the year. A table by sections, narrowed by words, state, people, month.

pub(crate) mod filter;
pub(crate) mod table;
pub(crate) mod next_year;

use app::Ctx;
use app::roadmap::show::{parts_of, show_rows};
use app::roadmap::{RoadmapView, RowView, Running};
use axum::extract::Query;
use jiff::civil::Date;
use maud::{Markup, html};

use self::filter::MapAsked;
use super::launch::remarks::accepted_in;
use super::tasks::look;
use crate::kit::block;
use crate::kit::figure::{self, Figure};
use crate::kit::icon::{Icon, icon};
use crate::kit::nav::{self, Way};
use crate::kit::shell::{self, Frame, Section};
use crate::kit::table::Fold;
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::visit::Visit;
use crate::words;

/// Shows a roadmap in force.
pub(crate) async fn show_roadmap(
    visit: Visit,
    Query(asked): Query<MapAsked>,
) -> Result<Markup, Oops> {
    let ctx = visit.ctx()?;
    let lang = visit.lang;
    let running = show_rows(ctx, None).await?;
    let title = lang.t(key("section-roadmap"));
    let Some(map) = chosen(&running, &asked.map) else {
        let body = html! {
            (block::head(&title, "", &html! {}))
            (super::today::nothing_runs(lang, ctx))
        };
        return Ok(page(&visit, &title, &body));
    };
    let heading = look::map_name(lang, map);
    let body = html! {
        (block::head(&heading, &under(lang, map), &acts(lang, map)))
        (figures(lang, &running, map))
        (views(lang, &running, map, View::Table))
        (filter::form(lang, ctx, &asked, map))
        (rows(lang, ctx, &running, map, &asked))
        (accepted_in(&visit, map.version.id).await?)
        (by_rule(lang, &running))
    };
    Ok(page(&visit, &heading, &body))
}

fn page(visit: &Visit, title: &str, body: &Markup) -> Markup {
    shell::page(visit, &Frame { title, section: Section::Roadmap, crumbs: &[] }, body)
}

/// The roadmap asked for; where none is, or it is not there any more, the first whose year is not
/// long over.
pub(crate) fn chosen<'a>(running: &'a Running, asked: &str) -> Option<&'a RoadmapView> {
    let id = asked.parse().ok();
    let current = || running.roadmaps.iter().find(|it| it.presses_on(running.today));
    id.and_then(|id| running.roadmap(id)).or_else(current).or(running.roadmaps.first())
}

/// One way to look at a roadmap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum View {
    /// The table.
    Table,
    /// The year as bars.
    Timeline,
    /// Figures of fulfilment.
    Fulfilment,
}

/// Prints the ways to look at a roadmap, and the other roadmaps where there are any.
pub(crate) fn views(lang: Lang, running: &Running, map: &RoadmapView, here: View) -> Markup {
    let id = map.roadmap.id;
    let way = |view, path: &str, words| Way {
        href: format!("{path}?map={id}"),
        words,
        here: view == here,
    };
    let ways = [
        way(View::Table, "/roadmap", lang.t(key("map-view-table"))),
        way(View::Timeline, "/timeline", lang.t(key("timeline-title"))),
        way(View::Fulfilment, "/fulfilment", lang.t(key("section-fulfilment"))),
    ];
    let path = match here {
        View::Table => "/roadmap",
        View::Timeline => "/timeline",
        View::Fulfilment => "/fulfilment",
    };
    let others: Vec<Way> = running
        .roadmaps
        .iter()
        .map(|it| Way {
            href: format!("{path}?map={}", it.roadmap.id),
            words: look::map_name(lang, it),
            here: it.roadmap.id == id,
        })
        .collect();
    html! {
        @if 1 < others.len() { (nav::chips(&lang.t(key("map-others")), &others)) }
        (nav::tabs(&lang.t(key("map-views")), &ways))
    }
}

/// Says by which order the roadmap is in force.
pub(crate) fn under(lang: Lang, map: &RoadmapView) -> String {
    let version = i64::from(map.version.number);
    match (&map.version.order_number, map.version.order_on) {
        (Some(number), Some(on)) => lang.tn(
            key("map-under"),
            [
                ("number", number.clone().into()),
                ("day", words::date_short(on).into()),
                ("version", version.into()),
            ],
        ),
        _ => lang.tn(key("map-under-version"), [("version", version.into())]),
    }
}

fn acts(lang: Lang, map: &RoadmapView) -> Markup {
    let version = map.version.id;
    html! {
        a.btn.btn-plain href={ "/versions/" (version) "/paper.docx" } { (icon(Icon::Load)) (lang.t(key("map-download"))) }
        a.btn.btn-plain href={ "/versions/" (version) } { (lang.t(key("map-versions"))) }
    }
}

fn figures(lang: Lang, running: &Running, map: &RoadmapView) -> Markup {
    let id = map.roadmap.id;
    let count = map.fulfilment;
    let list = |which: &str| format!("/fulfilment?map={id}&list={which}");
    let of_all = lang.tn(key("map-of-rows"), [("all", count.n_positions.into())]);
    let of_done = lang.tn(key("map-of-done"), [("all", count.n_done.into())]);
    let longest = match map.longest_delay() {
        0 => String::new(),
        days => lang.tn(key("map-longest"), [("days", days.into())]),
    };
    let left = running.today.until(map.roadmap.to_on).map_or(0, |it| it.get_days()).max(0);
    let number = |it: u32| words::number(it.into());
    figure::figures(&[
        Figure {
            label: &lang.t(key("map-done")),
            value: &number(count.n_done),
            of: &of_all,
            href: &list("done"),
            hot: false,
        },
        Figure {
            label: &lang.t(key("map-on-time")),
            value: &number(count.n_on_time),
            of: &of_done,
            href: &list("on_time"),
            hot: false,
        },
        Figure {
            label: &lang.t(key("map-overdue")),
            value: &number(count.n_overdue),
            of: &longest,
            href: &list("overdue"),
            hot: 0 < count.n_overdue,
        },
        Figure {
            label: &lang.t(key("map-not-applicable")),
            value: &number(count.n_not_applicable),
            of: &lang.t(key("map-with-reason")),
            href: &list("not_applicable"),
            hot: false,
        },
        Figure {
            label: &lang.t(key("map-left")),
            value: &words::number(left.into()),
            of: &lang.tn(key("map-left-days"), [("left", left.into())]),
            href: "",
            hot: false,
        },
    ])
}

fn rows(lang: Lang, ctx: &Ctx, running: &Running, map: &RoadmapView, asked: &MapAsked) -> Markup {
    let wanted: Vec<&RowView> = map.rows.iter().filter(|row| asked.wants(ctx, row)).collect();
    if wanted.is_empty() {
        let clear = html! { a.btn.btn-plain href={ "/roadmap?map=" (map.roadmap.id) } { (lang.t(key("map-clear"))) } };
        return block::empty(&lang.t(key("map-nothing")), &lang.t(key("map-nothing-how")), &clear);
    }
    let found = wanted.len();
    html! {
        @if asked.is_narrow() {
            p.small.soft { (lang.tn(key("map-found"), [("found", found.into()), ("all", map.rows.len().into())])) }
        }
        (folding(lang, map, running.today, asked))
        (table::sections(lang, running.today, parts_of(wanted.into_iter(), running.today), |title| fold_of(map, running.today, asked, title)))
    }
}

/// How a section folds: its number is that in the whole roadmap, however narrow the list is.
fn fold_of(map: &RoadmapView, today: Date, asked: &MapAsked, title: &str) -> Option<Fold> {
    let all = map.parts(today);
    let section = all.iter().position(|it| it.title == title).filter(|_| 1 < all.len())?;
    Some(Fold {
        id: format!("part-{section}"),
        href: asked.href_toggled(map.roadmap.id, section),
        is_folded: asked.is_folded(section),
    })
}

/// Links that fold all sections, or unfold them.
fn folding(lang: Lang, map: &RoadmapView, today: Date, asked: &MapAsked) -> Markup {
    let n_sections = map.parts(today).len();
    let n_folded = (0..n_sections).filter(|it| asked.is_folded(*it)).count();
    let id = map.roadmap.id;
    html! {
        @if 1 < n_sections {
            p.small.no-print {
                @if n_folded < n_sections { a href=(asked.href_folded(id, 0..n_sections)) { (lang.t(key("map-fold-all"))) } }
                @if 0 < n_folded && n_folded < n_sections { " · " }
                @if 0 < n_folded { a href=(asked.href_folded(id, std::iter::empty())) { (lang.t(key("map-unfold-all"))) } }
            }
        }
    }
}

/// Says honestly for which years days off may still move.
pub(crate) fn by_rule(lang: Lang, running: &Running) -> Markup {
    let years: Vec<String> = running.years_by_rule.iter().map(ToString::to_string).collect();
    html! {
        @if !years.is_empty() {
            p.small.soft.mt-4 { (lang.tn(key("map-by-rule"), [("years", years.join(", ").into())])) }
        }
    }
}
