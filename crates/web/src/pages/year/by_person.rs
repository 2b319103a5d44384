//! The tasks of one person: what is late, what is near, what lies ahead, what waits, what is done.

use app::person;
use app::roadmap::{RowView, Running, Standing, TaskView, show_running};
use axum::extract::Path;
use maud::{Markup, html};
use mentoring::access::Action;
use mentoring::id::PersonId;
use mentoring::person::PersonName;
use uuid::Uuid;

use super::plot;
use super::timeline::heat;
use crate::kit::block;
use crate::kit::icon::{Icon, icon};
use crate::kit::nav::Way;
use crate::kit::shell::{self, Frame, Section};
use crate::kit::table::{self, Column, Group};
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::pages::tasks::look;
use crate::visit::Visit;

/// Shows the tasks of a person: anybody's to who may see all tasks, one's own to everybody.
pub(crate) async fn show_tasks(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let (name, running) = tasks_of(&visit, PersonId(id)).await?;
    let lang = visit.lang;
    let title = lang.tn(key("by-person-title"), [("name", name.short().into())]);
    let n_open = running.tasks().filter(|(_, _, it)| it.is_open()).count();
    let n_late = running.tasks().filter(|(_, _, it)| it.standing == Standing::Overdue).count();
    let under =
        lang.tn(key("by-person-under"), [("open", n_open.into()), ("overdue", n_late.into())]);
    let acts = html! {
        @if 0 < n_open {
            a.btn.btn-plain href={ "/people/" (id) "/tasks/message" } { (icon(Icon::Send)) (lang.t(key("slips-message-do"))) }
            a.btn.btn-plain href={ "/people/" (id) "/tasks/slips" } { (icon(Icon::Print)) (lang.t(key("slips-do"))) }
        }
    };
    let body = html! {
        (block::head(&title, &under, &acts))
        @if running.tasks().next().is_none() {
            (block::empty(&lang.t(key("by-person-empty")), &lang.t(key("by-person-empty-how")), &html! {}))
        } @else { (groups(lang, &running)) }
    };
    let crumbs = crumbs(&visit, id, &name);
    Ok(shell::page(
        &visit,
        &Frame { title: &title, section: Section::People, crumbs: &crumbs },
        &body,
    ))
}

/// The name of a person and what it answers for.
///
/// - Errors: not found, for who may not see them.
pub(crate) async fn tasks_of(visit: &Visit, id: PersonId) -> Result<(PersonName, Running), Oops> {
    let ctx = visit.ctx()?;
    let name = match id == ctx.person {
        true => ctx.name.clone(),
        false if ctx.may(Action::SeeTasks) => person::show_person(ctx, id).await?.person.name,
        false => return Err(Oops::NotFound),
    };
    Ok((name, show_running(ctx, None).await?.of_person(id)))
}

fn crumbs(visit: &Visit, id: Uuid, name: &PersonName) -> Vec<Way> {
    let lang = visit.lang;
    let way = |href, words, here| Way { href, words, here };
    // Whoever may not see people has no list to go back to.
    if !visit.signed.as_ref().is_some_and(|it| it.may(Action::SeePeople)) {
        return Vec::new();
    }
    vec![
        way("/people".to_owned(), lang.t(key("people-title")), false),
        way(format!("/people/{id}"), name.short(), false),
        way(String::new(), lang.t(key("by-person-here")), true),
    ]
}

/// A task with its row.
type Matter<'a> = (&'a RowView, &'a TaskView);
/// A heading, and which tasks stand under it.
type Chosen<'a> = (String, &'a dyn Fn(&TaskView) -> bool);

fn groups(lang: Lang, running: &Running) -> Markup {
    let mut all: Vec<Matter<'_>> = running.tasks().map(|(_, row, task)| (row, task)).collect();
    all.sort_by_key(|(row, task)| (task.task.due_on.is_none(), task.task.due_on, row.row.position));
    let is_ahead = |it: Standing| matches!(it, Standing::UnderWay | Standing::NotStarted);
    let parts: [Chosen<'_>; 5] = [
        (lang.t(key("today-overdue")), &|it| it.standing == Standing::Overdue),
        (lang.t(key("today-near")), &|it| it.standing == Standing::Near),
        (lang.t(key("by-person-ahead")), &|it| is_ahead(it.standing) && !it.asks_for_day),
        (lang.t(key("calendar-undated")), &|it| {
            it.standing == Standing::Waiting || is_ahead(it.standing) && it.asks_for_day
        }),
        (lang.t(key("by-person-done")), &|it| !it.is_open()),
    ];
    let heads = [key("map-column-activity"), key("map-column-deadline"), key("map-column-state")]
        .map(|it| lang.t(it));
    let columns: Vec<Column> = heads.iter().map(Column::new).collect();
    let mut groups = Vec::new();
    for (title, is_here) in parts {
        let here: Vec<_> = all.iter().filter(|(_, task)| is_here(task)).collect();
        if !here.is_empty() {
            groups.push(Group {
                title,
                tail: html! { (here.len()) },
                rows: html! { @for it in here { (line(lang, running, &heads, it)) } },
                fold: None,
            });
        }
    }
    table::grouped(&lang.t(key("by-person-here")), &columns, &groups)
}

fn line(lang: Lang, running: &Running, heads: &[String; 3], (row, task): &Matter<'_>) -> Markup {
    let href = format!("/rows/{}?task={}", row.row.lineage, task.task.id);
    let missing = if task.is_open() { look::missing(lang, task) } else { String::new() };
    let cells = html! {
        (table::row_head(&href, &look::short(&row.row.text), &missing))
        (table::cell(&heads[1], &html! { (plot::window(lang, running.today, task)) }))
        (table::state_cell(&look::status(lang, task).show(lang)))
    };
    table::row(heat(task.standing), &cells)
}
