//! The timeline: the whole year as bars by sections, and the same as a table. Prints lying.

use app::roadmap::show::{Part, show_rows};
use app::roadmap::{RoadmapView, RowView, Running, Standing, TaskView};
use axum::extract::Query;
use jiff::civil::Date;
use maud::{Markup, html};
use mentoring::access::Action;

use super::plot::{self, Line, Span};
use crate::assets;
use crate::kit::block;
use crate::kit::shell::{self, Frame, Section};
use crate::kit::table::{self, Column, Heat};
use crate::kit::track;
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::pages::roadmap::{View, chosen, under, views};
use crate::pages::tasks::look;
use crate::visit::Visit;

/// Rows of one drawing on a screen.
const ROWS_MOST: usize = 24;
/// Lines, headings too, that one sheet of A4 takes when it lies.
const SHEET_LINES: usize = 44;

/// Which roadmap.
#[derive(Clone, Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct TimelineAsked {
    map: String,
}

/// Shows the year of a roadmap in force.
pub(crate) async fn show_timeline(
    visit: Visit,
    Query(asked): Query<TimelineAsked>,
) -> Result<Markup, Oops> {
    let ctx = visit.ctx()?;
    let lang = visit.lang;
    let running = show_rows(ctx, None).await?;
    let title = lang.t(key("timeline-title"));
    let body = match chosen(&running, &asked.map) {
        Some(map) => year(lang, &running, map),
        None => {
            let how = match ctx.may(Action::EditRoadmap) {
                true => lang.t(key("today-nothing-how")),
                false => lang.t(key("today-nothing-wait")),
            };
            html! {
                (block::head(&title, "", &html! {}))
                (block::empty(&lang.t(key("today-nothing")), &how, &html! {}))
            }
        }
    };
    Ok(shell::page(&visit, &Frame { title: &title, section: Section::Roadmap, crumbs: &[] }, &body))
}

fn year(lang: Lang, running: &Running, map: &RoadmapView) -> Markup {
    let heading = look::map_name(lang, map);
    let of_tasks = map.rows.iter().flat_map(|it| &it.tasks);
    let days = of_tasks.flat_map(|it| [it.task.from_on, it.task.due_on].into_iter().flatten());
    let span = Span::of(days.chain([map.roadmap.from_on, map.roadmap.to_on]));
    html! {
        link rel="stylesheet" href=(assets::address("css/wide.css"));
        (block::head(&heading, &under(lang, map), &html! {}))
        (views(lang, running, map, View::Timeline))
        @if let Some(span) = &span {
            div.wide-only.no-print {
                (track::legend(lang))
                @for part in map.parts(running.today) { (section(lang, span, running.today, &part)) }
            }
            (sheets(lang, (span, running.today), map, &heading))
        }
        h2.no-print { (lang.t(key("timeline-table"))) }
        (rows(lang, running.today, map))
    }
}

fn section(lang: Lang, span: &Span, today: Date, part: &Part<'_>) -> Markup {
    let title = match part.title.is_empty() {
        true => lang.t(key("map-no-section")),
        false => part.title.to_owned(),
    };
    let values =
        [("done", part.fulfilment.n_done.into()), ("all", part.fulfilment.n_positions.into())];
    let count = lang.tn(key("map-part-done"), values);
    html! {
        @for (index, rows) in part.rows.chunks(ROWS_MOST).enumerate() {
            figure.chart.mt-4 {
                @if index == 0 { figcaption { (look::short(&title)) small { (count) } } }
                @let lines: Vec<Line<'_>> = rows.iter().map(|it| Line::Row(it)).collect();
                (plot::plot(lang, (span, today), &title, &lines, plot::ROW))
            }
        }
    }
}

/// The year for paper: on one sheet of A4 where it fits, else on several with the months repeated.
fn sheets(lang: Lang, at: (&Span, Date), map: &RoadmapView, title: &str) -> Markup {
    let mut sheets: Vec<Vec<Line<'_>>> = vec![Vec::new()];
    for part in map.parts(at.1) {
        let words = match part.title.is_empty() {
            true => lang.t(key("map-no-section")),
            false => look::short(part.title),
        };
        let lines = part.rows.into_iter().map(Line::Row);
        for (index, line) in std::iter::once(Line::Heading(words)).chain(lines).enumerate() {
            // A heading does not stay behind at the foot of a sheet.
            let most = SHEET_LINES - usize::from(index == 0);
            if sheets.last().is_none_or(|it| most <= it.len()) {
                sheets.push(Vec::new());
            }
            if let Some(sheet) = sheets.last_mut() {
                sheet.push(line);
            }
        }
    }
    let all = sheets.len();
    html! {
        div.sheets aria-hidden="true" {
            @for (index, lines) in sheets.iter().enumerate() {
                figure.chart {
                    @if index == 0 { (track::legend(lang)) }
                    @if 1 < all { figcaption { (lang.tn(key("timeline-sheet"), [("number", (index + 1).into()), ("all", all.into())])) } }
                    (plot::plot(lang, at, title, lines, plot::ROW_OF_SHEET))
                }
            }
        }
    }
}

/// The same as a table: a line for each task, in the order of the roadmap.
fn rows(lang: Lang, today: Date, map: &RoadmapView) -> Markup {
    let heads = [
        key("map-column-activity"),
        key("map-column-deadline"),
        key("map-column-who"),
        key("map-column-state"),
    ]
    .map(|it| lang.t(it));
    let columns: Vec<Column> = heads.iter().map(Column::new).collect();
    let lines = html! {
        @for row in &map.rows { @for task in &row.tasks { (line(lang, today, &heads, row, task)) } }
    };
    table::table(&lang.t(key("timeline-table")), &columns, &lines)
}

fn line(lang: Lang, today: Date, heads: &[String; 4], row: &RowView, task: &TaskView) -> Markup {
    let name = match &row.row.number {
        Some(number) => format!("{number} {}", look::short(&row.row.text)),
        None => look::short(&row.row.text),
    };
    let href = format!("/rows/{}?task={}", row.row.lineage, task.task.id);
    let who: Vec<String> = task.people.iter().map(|it| it.name.short()).collect();
    let cells = html! {
        (table::row_head(&href, &name, ""))
        (table::cell(&heads[1], &html! { (plot::window(lang, today, task)) }))
        (table::cell(&heads[2], &html! {
            @if who.is_empty() { span.soft { (lang.t(key("task-nobody"))) } } @else { (who.join(", ")) }
        }))
        (table::state_cell(&look::status(lang, task).show(lang)))
    };
    table::row(heat(task.standing), &cells)
}

/// How much a task asks for attention.
pub(crate) const fn heat(standing: Standing) -> Heat {
    match standing {
        Standing::Overdue => Heat::Hot,
        Standing::Near => Heat::Warm,
        _ => Heat::Calm,
    }
}
