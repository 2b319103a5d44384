//! One row: what is missing in it, what comes next, everything that is known and happened.

mod parts;
mod children;
mod history;

use app::Ctx;
use app::roadmap::show::{show_row_history, show_rows};
use app::roadmap::{RoadmapView, RowView, Running, TaskView};
use axum::extract::{Path, Query};
use maud::{Markup, html};
use mentoring::access::Action;
use mentoring::id::LineageId;
use uuid::Uuid;

use super::tasks::look::{self, Next};
use crate::kit::block;
use crate::kit::nav::Way;
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::visit::Visit;

/// What is asked for.
#[derive(Clone, Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct RowAsked {
    task: String,
}

/// Everything that the parts of the page look at.
pub(super) struct Seen<'a> {
    lang: Lang,
    ctx: &'a Ctx,
    running: &'a Running,
    map: &'a RoadmapView,
    row: &'a RowView,
    /// The task in view: the one chosen, else the gravest.
    task: Option<&'a TaskView>,
}

/// Shows a row.
pub(crate) async fn show_row(
    visit: Visit,
    Path(lineage): Path<Uuid>,
    Query(asked): Query<RowAsked>,
) -> Result<Markup, Oops> {
    let ctx = visit.ctx()?;
    let running = show_rows(ctx, None).await?;
    let (map, row) = running.row(LineageId(lineage)).ok_or(Oops::NotFound)?;
    let sees_history = ctx.may(Action::SeeTasks) || row.tasks.iter().any(|it| it.is_of(ctx.person));
    let happened = match sees_history {
        true => show_row_history(ctx, LineageId(lineage)).await?,
        false => Vec::new(),
    };
    let chosen = row.tasks.iter().find(|it| it.task.id.to_string() == asked.task);
    let lang = visit.lang;
    let seen =
        Seen { lang, ctx, running: &running, map, row, task: chosen.or_else(|| row.first_task()) };
    let body = html! {
        (head(&seen))
        div.cols {
            div {
                (super::roadmap::next_year::wanted_by(&visit, &running, LineageId(lineage)).await?)
                (next_step(&visit, &seen))
                (children::show(&visit, &seen))
                (parts::figures(&seen))
                (parts::documents(&seen))
                (parts::occurrences(&seen))
                (parts::written(&seen))
                @if !happened.is_empty() { (history::show(&visit, &happened)) }
            }
            (parts::aside(&seen))
        }
    };
    let name = lang.tn(key("line-named"), [("row", look::row_place(row).into())]);
    let title = format!("{name}. {}", look::row_title(row));
    let crumbs = crumbs(&seen, name);
    Ok(shell::page(
        &visit,
        &Frame { title: &title, section: Section::Roadmap, crumbs: &crumbs },
        &body,
    ))
}

fn crumbs(seen: &Seen<'_>, name: String) -> Vec<Way> {
    let href = format!("/roadmap?map={}", seen.map.roadmap.id);
    let mut ways =
        vec![Way { href: href.clone(), words: seen.lang.t(key("section-roadmap")), here: false }];
    if let Some(section) = seen.row.row.path.0.first() {
        ways.push(Way { href, words: look::short(section), here: false });
    }
    ways.push(Way { href: String::new(), words: name, here: true });
    ways
}

fn head(seen: &Seen<'_>) -> Markup {
    let under = seen.row.row.path.0.get(1).cloned().unwrap_or_default();
    let status = match seen.task {
        Some(task) => look::status(seen.lang, task),
        None => look::row_status(seen.lang, seen.row),
    };
    block::head(&look::row_title(seen.row), &under, &html! { (status.show_boxed(seen.lang)) })
}

/// The one thing to do next; how it was closed, where it is.
fn next_step(visit: &Visit, seen: &Seen<'_>) -> Markup {
    let lang = seen.lang;
    let Some(task) = seen.task else { return html! {} };
    if !task.is_open() {
        return closed(seen, task);
    }
    let Some(next) = Next::of(seen.ctx, task) else { return html! {} };
    let (title, why) = next.told(lang, task);
    let may_begin =
        task.task.started_on.is_none() && matches!(next, Next::Evidence(_) | Next::Figure);
    let acts = html! {
        // The parts stand on this very page.
        @let href = if matches!(next, Next::Parts) { "#kids".to_owned() } else { next.href(task) };
        a.btn.btn-go href=(href) { (next.button(lang)) }
        @if matches!(next, Next::Figure | Next::Others) {
            a.btn.btn-plain href={ "/tasks/" (task.task.id) "/close" } { (lang.t(key("next-reason"))) }
        }
        @if may_begin {
            form method="post" action={ "/tasks/" (task.task.id) "/start" } {
                (visit.hidden())
                button.btn.btn-plain { (lang.t(key("task-begin"))) }
            }
        }
    };
    block::next_step(&title, &why, &acts)
}

/// How a closed task was closed. What was closed with a reason shows it for ever (M1).
fn closed(seen: &Seen<'_>, task: &TaskView) -> Markup {
    let lang = seen.lang;
    let Some(reason) = &task.task.reason else { return html! {} };
    block::remark(
        lang,
        block::Gravity::Know,
        "closed-why",
        &look::closed(lang, seen.running.today, task),
        &lang.tn(key("task-reason-given"), [("reason", reason.clone().into())]),
        &html! {},
    )
}
