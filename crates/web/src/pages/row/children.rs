//! What a row consists of: its parts, each ticked off on its own, with the day and who said so.
//!
//! One form serves all open parts, without script. Deliberately absent: what the ticks do
//! (`tasks::parts`).

use app::roadmap::{PartView, TaskView};
use maud::{Markup, html};
use mentoring::access::Action;
use mentoring::task::PartState;

use super::Seen;
use super::parts::may_work;
use crate::kit::block;
use crate::kit::form::Mends;
use crate::kit::icon::{Icon, sign};
use crate::lang::key;
use crate::pages::tasks::look;
use crate::pages::tasks::parts::{day_field, open};
use crate::visit::Visit;
use crate::words;

/// Prints the parts of the task in view; nothing where the row is a single activity.
pub(super) fn show(visit: &Visit, seen: &Seen<'_>) -> Markup {
    let lang = seen.lang;
    let Some(task) = seen.task.filter(|it| !it.parts.is_empty()) else { return html! {} };
    let may_tick = task.is_open() && may_work(seen, task) && open(task).next().is_some();
    let note = look::parts_done(lang, task).unwrap_or_default();
    let list = html! {
        ul.todo.parts { @for it in &task.parts { (part(seen, task, it, may_tick)) } }
    };
    html! {
        section aria-labelledby="kids" {
            (block::section_head("kids", &lang.t(key("line-children")), &note, None))
            @if may_tick {
                form method="post" action={ "/tasks/" (task.task.id) "/parts" } {
                    (visit.hidden())
                    (list)
                    div.tick-acts.no-print {
                        (day_field(lang, &visit.today().to_string(), &Mends::default()))
                        button.btn.btn-plain { (lang.t(key("part-do"))) }
                    }
                }
            } @else { (list) }
        }
    }
}

fn part(seen: &Seen<'_>, task: &TaskView, it: &PartView, may_tick: bool) -> Markup {
    let lang = seen.lang;
    let is_done = it.state == PartState::Done;
    let id = format!("part-{}", at(task, it));
    html! {
        li {
            @if is_done {
                (sign(Icon::Done, "t-ok", &lang.t(key("part-done"))))
            } @else if may_tick {
                input.form-check-input type="checkbox" name="part" value=(it.key) id=(id);
            } @else {
                (sign(Icon::Todo, "", &lang.t(key("part-open"))))
            }
            div {
                @if !is_done && may_tick { label.what for=(id) { (it.words) } }
                @else { span.what { (it.words) } }
                p.why { (why(seen, it)) }
            }
            (take_back(seen, task, it))
        }
    }
}

/// The place of a part in its row, for ids on the page.
fn at(task: &TaskView, part: &PartView) -> usize {
    task.parts.iter().position(|it| it.key == part.key).unwrap_or_default()
}

/// When it was done and who said so; which documents it names.
fn why(seen: &Seen<'_>, it: &PartView) -> Markup {
    let lang = seen.lang;
    let wanted: Vec<String> = it.wanted.iter().map(|it| look::wanted(lang, it)).collect();
    html! {
        @match (&it.done, it.state) {
            (Some(done), _) => {
                (lang.tn(key("part-done-on"), [("day", words::date(lang, done.done_on).into())]))
                @if let Some(by) = &it.by { " — " (by.short()) }
            },
            (None, PartState::Done) => (lang.t(key("part-by-documents"))),
            (None, PartState::TakenBack) => (lang.t(key("part-taken-back"))),
            (None, PartState::Open) => {},
        }
        @if !wanted.is_empty() {
            @if it.done.is_some() || it.state != PartState::Open { " · " }
            (wanted.join("; "))
        }
    }
}

fn take_back(seen: &Seen<'_>, task: &TaskView, it: &PartView) -> Markup {
    let Some(done) = &it.done else { return html! {} };
    let is_own = done.done_by == seen.ctx.actor && may_work(seen, task);
    // What a person closed stands on its parts: it is opened again first.
    let is_held = task.task.closed_by.is_some();
    html! {
        @if !is_held && (is_own || seen.ctx.may(Action::SettleTasks)) {
            a.btn.btn-plain.btn-s.no-print href={ "/tasks/" (task.task.id) "/parts/" (done.id) "/undo" } {
                (seen.lang.t(key("part-undo"))) span.visually-hidden { ": " (it.words) }
            }
        }
    }
}
