//! «Сегодня»: what do I do now, and who waits for whom. Calm where nothing is needed.
//!
//! Deliberately absent: counting and ranking; `app` tells how each task stands.

use app::Ctx;
use app::roadmap::{RoadmapView, RowView, Running, Standing, TaskView, show_running};
use axum::extract::Query;
use jiff::ToSpan;
use jiff::civil::Date;
use maud::{Markup, html};
use mentoring::access::Action;

use super::tasks::look::{self, Next};
use crate::kit::block;
use crate::kit::icon::{Icon, icon};
use crate::kit::nav::{self, Way};
use crate::kit::shell::{self, Frame, Section};
use crate::kit::track::{self, Baton, Stretch, Todo};
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::visit::Visit;
use crate::words;

/// Longer groups lead to the roadmap, where they can be narrowed.
const GROUP_MOST: usize = 12;
/// What falls due later than this is not yet a matter of today.
const LATER_DAYS: i32 = 31;

/// What is asked for.
#[derive(Clone, Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct TodayAsked {
    whose: String,
}

/// One task with the row and roadmap it belongs to.
type Matter<'a> = (&'a RoadmapView, &'a RowView, &'a TaskView);

/// Tasks of the day, in groups.
struct Day<'a> {
    overdue: Vec<Matter<'a>>,
    near: Vec<Matter<'a>>,
    later: Vec<Matter<'a>>,
    waiting: Vec<Matter<'a>>,
    undated: Vec<Matter<'a>>,
}

impl<'a> Day<'a> {
    fn of(running: &'a Running, is_wanted: impl Fn(&TaskView) -> bool) -> Self {
        let until = running.today.checked_add(LATER_DAYS.days()).unwrap_or(running.today);
        let open: Vec<Matter<'a>> =
            running.pressing().filter(|(_, _, it)| it.is_open() && is_wanted(it)).collect();
        let pick = |chosen: &dyn Fn(&TaskView) -> bool| -> Vec<Matter<'a>> {
            let mut all: Vec<_> = open.iter().copied().filter(|(_, _, it)| chosen(it)).collect();
            all.sort_by_key(|(_, row, it)| (it.task.due_on, row.row.position));
            all
        };
        let is_calm = |it: &TaskView| !matches!(it.standing, Standing::Overdue | Standing::Near);
        Self {
            overdue: pick(&|it| it.standing == Standing::Overdue),
            near: pick(&|it| it.standing == Standing::Near),
            later: pick(&|it| is_calm(it) && it.task.due_on.is_some_and(|due| due <= until)),
            waiting: pick(&|it| it.standing == Standing::Waiting),
            undated: pick(&|it| it.asks_for_day),
        }
    }
}

/// Shows the day.
pub(crate) async fn show_today(
    visit: Visit,
    Query(asked): Query<TodayAsked>,
) -> Result<Markup, Oops> {
    let ctx = visit.ctx()?;
    let running = show_running(ctx, None).await?;
    let is_mine = asked.whose == "mine";
    let day = Day::of(&running, |it| !is_mine || it.is_of(ctx.person));
    let lang = visit.lang;
    let title = lang.tn(
        key("today-title"),
        [
            ("day", words::day(lang, running.today).into()),
            ("weekday", words::weekday(lang, running.today).into()),
        ],
    );
    // Of a roadmap where somebody has nothing to do there is nothing to draw.
    let years: Vec<_> = running.roadmaps.iter().filter(|it| !it.rows.is_empty()).collect();
    let body = html! {
        (block::head(&title, &summary(lang, &running, &day), &ways(lang, ctx)))
        (super::people::absence::told(&visit).await?)
        (super::pools::stops::told(&visit).await?)
        (super::me::told(&visit).await?)
        (super::petitions::told(&visit).await?)
        (super::launch::import::waiting(&visit).await?)
        (super::pools::attention::told(&visit).await?)
        @if running.roadmaps.is_empty() {
            (nothing_runs(lang, ctx))
        } @else {
            (super::roadmap::next_year::all_over(&visit, &running)?)
            (super::roadmap::next_year::wanted(&visit, &running).await?)
            // One track tells the year at a glance; several would push what to do off the screen.
            @if let [map] = years.as_slice() { (year(lang, ctx, map, running.today, false)) }
            div.cols.mt-5 {
                section aria-labelledby="do" {
                    (block::section_head("do", &lang.t(key("today-do")), "", None))
                    (whose(lang, ctx, &running, is_mine))
                    (groups(lang, ctx, &running, &day))
                }
                (aside(lang, ctx, &running, &day))
            }
            @if 1 < years.len() {
                @for map in &years { (year(lang, ctx, map, running.today, true)) }
            }
        }
    };
    let tab = lang.t(key("section-today"));
    Ok(shell::page(&visit, &Frame { title: &tab, section: Section::Today, crumbs: &[] }, &body))
}

/// Other looks at the same tasks: by days, and as a text for whoever reads no e-mail.
fn ways(lang: Lang, ctx: &Ctx) -> Markup {
    html! {
        a.btn.btn-plain href="/calendar" { (icon(Icon::Calendar)) (lang.t(key("calendar-title"))) }
        a.btn.btn-plain href={ "/people/" (ctx.person) "/tasks" } { (lang.t(key("by-person-mine"))) }
    }
}

fn summary(lang: Lang, running: &Running, day: &Day<'_>) -> String {
    if running.roadmaps.is_empty() {
        return String::new();
    }
    match (day.overdue.len(), day.near.len()) {
        (0, 0) => lang.t(key("today-calm")),
        (overdue, near) => {
            lang.tn(key("today-summary"), [("overdue", overdue.into()), ("near", near.into())])
        }
    }
}

/// Prints that no roadmap is in force, and the way to one for whoever may load it.
pub(crate) fn nothing_runs(lang: Lang, ctx: &Ctx) -> Markup {
    let act = html! { @if ctx.may(Action::EditRoadmap) { a.btn.btn-go href="/imports/new" { (lang.t(key("today-load"))) } } };
    let how = match ctx.may(Action::EditRoadmap) {
        true => lang.t(key("today-nothing-how")),
        false => lang.t(key("today-nothing-wait")),
    };
    block::empty(&lang.t(key("today-nothing")), &how, &act)
}

fn year(lang: Lang, ctx: &Ctx, map: &RoadmapView, today: Date, has_others: bool) -> Markup {
    let id = format!("year-{}", map.roadmap.id);
    let title = match has_others {
        true => look::map_name(lang, map),
        false => lang.t(key("today-year")),
    };
    let count = map.fulfilment;
    let note = lang.tn(
        key("today-year-note"),
        [("done", count.n_done.into()), ("all", count.n_positions.into())],
    );
    let (href, open) = (format!("/roadmap?map={}", map.roadmap.id), lang.t(key("today-open-map")));
    let more = ctx.may(Action::SeeRoadmap).then_some((href.as_str(), open.as_str()));
    html! {
        section aria-labelledby=(id) {
            (block::section_head(&id, &title, &note, more))
            (track::track(lang, &stretches(lang, map, today)))
        }
    }
}

fn stretches(lang: Lang, map: &RoadmapView, today: Date) -> Vec<Stretch> {
    let stretch = |part: app::roadmap::show::Part<'_>| Stretch {
        title: match part.title.is_empty() {
            true => lang.t(key("map-no-section")),
            false => look::short(part.title),
        },
        count: lang.tn(
            key("map-part-count"),
            [("done", part.fulfilment.n_done.into()), ("all", part.fulfilment.n_positions.into())],
        ),
        batons: part.rows.iter().map(|row| baton(lang, row)).collect(),
    };
    map.parts(today).into_iter().map(stretch).collect()
}

fn baton(lang: Lang, row: &RowView) -> Baton {
    Baton {
        href: format!("/rows/{}", row.row.lineage),
        name: look::row_name(row),
        status: look::row_status(lang, row),
    }
}

fn whose(lang: Lang, ctx: &Ctx, running: &Running, is_mine: bool) -> Markup {
    // Whoever sees only one's own tasks has nothing to choose.
    if !ctx.may(Action::SeeTasks) {
        return html! {};
    }
    let open = || running.pressing().filter(|(_, _, it)| it.is_open());
    let mine = open().filter(|(_, _, it)| it.is_of(ctx.person)).count();
    let ways = [
        Way {
            href: "/today".to_owned(),
            words: lang.tn(key("today-all"), [("count", open().count().into())]),
            here: !is_mine,
        },
        Way {
            href: "/today?whose=mine".to_owned(),
            words: lang.tn(key("today-mine"), [("count", mine.into())]),
            here: is_mine,
        },
    ];
    nav::chips(&lang.t(key("today-whose")), &ways)
}

fn groups(lang: Lang, ctx: &Ctx, running: &Running, day: &Day<'_>) -> Markup {
    let all = [
        (lang.t(key("today-overdue")), "bad", "overdue", &day.overdue),
        (lang.t(key("today-near")), "soon", "near", &day.near),
        (lang.t(key("today-later")), "", "", &day.later),
    ];
    if all.iter().all(|(_, _, _, matters)| matters.is_empty()) {
        return block::empty(&lang.t(key("today-free")), &lang.t(key("today-free-how")), &html! {});
    }
    html! {
        @for (title, colour, state, matters) in all.iter().filter(|it| !it.3.is_empty()) {
            (group(lang, ctx, running.today, (title, colour, state), matters))
        }
    }
}

fn group(
    lang: Lang,
    ctx: &Ctx,
    today: Date,
    (title, colour, state): (&str, &str, &str),
    matters: &[Matter<'_>],
) -> Markup {
    let shown: Vec<Todo> =
        matters.iter().take(GROUP_MOST).map(|it| todo(lang, ctx, today, it)).collect();
    let more = matters.len().saturating_sub(GROUP_MOST);
    html! {
        (track::todos(lang, title, colour, matters.len(), &shown))
        @if 0 < more {
            p.small.mt-2 { a href={ "/roadmap?state=" (state) } { (lang.tn(key("today-more"), [("count", more.into())])) } }
        }
    }
}

fn todo(lang: Lang, ctx: &Ctx, today: Date, (_, row, task): &Matter<'_>) -> Todo {
    let href = format!("/rows/{}?task={}", row.row.lineage, task.task.id);
    let is_late = task.standing == Standing::Overdue;
    let act = match Next::of(ctx, task) {
        Some(next) => {
            let class = if task.is_of(ctx.person) && is_late {
                "btn btn-go btn-s"
            } else {
                "btn btn-plain btn-s"
            };
            html! { a class=(class) href=(next.href(task)) {
                (next.button(lang)) span.visually-hidden { ": " (look::row_name(row)) }
            } }
        }
        None => html! { a.btn.btn-plain.btn-s href=(href) {
            (lang.t(key("today-open"))) span.visually-hidden { ": " (look::row_name(row)) }
        } },
    };
    Todo {
        status: look::status(lang, task),
        title: look::row_title(row),
        href,
        why: html! { (look::missing(lang, task)) },
        facts: html! {
            span.t-bad[is_late] { (look::due(lang, today, task)) }
            (look::answers(lang, ctx, task))
        },
        act,
    }
}

fn aside(lang: Lang, ctx: &Ctx, running: &Running, day: &Day<'_>) -> Markup {
    let may_settle = ctx.may(Action::SettleTasks);
    html! {
        div.aside {
            (waits(lang, ctx, day))
            @if !day.waiting.is_empty() { (events(lang, day, may_settle)) }
            @if !day.undated.is_empty() { (undated(lang, day, may_settle)) }
            @if ctx.may(Action::SeeFulfilment) { (fulfilment(lang, running)) }
        }
    }
}

/// Who waits for whom: me, and everybody else who answers for something late or near.
fn waits(lang: Lang, ctx: &Ctx, day: &Day<'_>) -> Markup {
    let pressing: Vec<&Matter<'_>> = day.overdue.iter().chain(&day.near).collect();
    let mine = pressing.iter().filter(|(_, _, it)| it.is_of(ctx.person)).count();
    let mut others: Vec<(String, usize)> = Vec::new();
    for person in pressing.iter().flat_map(|(_, _, it)| &it.people) {
        if person.id == ctx.person {
            continue;
        }
        let name = person.name.short();
        match others.iter_mut().find(|(known, _)| *known == name) {
            Some((_, count)) => *count += 1,
            None => others.push((name, 1)),
        }
    }
    let nobody = pressing.iter().filter(|(_, _, it)| it.people.is_empty()).count();
    html! {
        section aria-labelledby="wait" {
            h2 id="wait" { (lang.t(key("today-waits"))) }
            ul.plain.small {
                li { @match mine {
                    0 => span.at { span { (lang.t(key("today-waits-nobody-me"))) } },
                    _ => a.at.at-me href="/today?whose=mine" { span { (lang.tn(key("today-waits-me"), [("count", mine.into())])) } },
                } }
                @if !others.is_empty() {
                    li { span.at { span { (lang.t(key("today-waits-others"))) } }
                        @for (name, count) in &others { br; (name) " — " (lang.tn(key("today-matters"), [("count", (*count).into())])) }
                    }
                }
                @if 0 < nobody {
                    li { span.at { span { (lang.tn(key("today-waits-nobody"), [("count", nobody.into())])) } } }
                }
            }
        }
    }
}

fn events(lang: Lang, day: &Day<'_>, may_settle: bool) -> Markup {
    let mut seen: Vec<(&str, &Matter<'_>, usize)> = Vec::new();
    for matter in &day.waiting {
        let event = matter.2.task.waits_for.as_deref().unwrap_or_default();
        match seen.iter_mut().find(|(known, ..)| *known == event) {
            Some((_, _, count)) => *count += 1,
            None => seen.push((event, matter, 1)),
        }
    }
    html! {
        section aria-labelledby="events" {
            h2 id="events" { (lang.t(key("today-events"))) }
            ul.plain.small { @for (event, (_, row, task), count) in &seen {
                li {
                    a href={ "/rows/" (row.row.lineage) "?task=" (task.task.id) } { "«" (event) "»" }
                    " — " (lang.tn(key("today-matters"), [("count", (*count).into())]))
                    @if may_settle { br; a.no-print href={ "/tasks/" (task.task.id) "/happened" } { (icon(Icon::Calendar)) " " (lang.t(key("next-happened"))) span.visually-hidden { ": " (event) } } }
                }
            } }
        }
    }
}

fn undated(lang: Lang, day: &Day<'_>, may_settle: bool) -> Markup {
    html! {
        section aria-labelledby="undated" {
            h2 id="undated" { (lang.t(key("today-undated"))) }
            ul.plain.small { @for (_, row, task) in &day.undated {
                li {
                    a href={ "/rows/" (row.row.lineage) "?task=" (task.task.id) } { (look::short(&row.row.text)) }
                    @if may_settle { br; a.no-print href={ "/tasks/" (task.task.id) "/day" } { (lang.t(key("next-day"))) span.visually-hidden { ": " (look::row_name(row)) } } }
                }
            } }
        }
    }
}

fn fulfilment(lang: Lang, running: &Running) -> Markup {
    html! {
        section aria-labelledby="fulfilled" {
            h2 id="fulfilled" { (lang.t(key("section-fulfilment"))) }
            ul.plain.small { @for map in &running.roadmaps {
                li { a href={ "/fulfilment?map=" (map.roadmap.id) } {
                    (lang.tn(key("today-year-note"), [("done", map.fulfilment.n_done.into()), ("all", map.fulfilment.n_positions.into())]))
                }
                    // Of several maps each figure says whose it is.
                    @if 1 < running.roadmaps.len() { br; span.soft { (look::map_name(lang, map)) } }
                }
            } }
        }
    }
}
