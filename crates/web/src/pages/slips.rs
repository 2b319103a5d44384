//! A person's tasks as a text for the school's messenger, and as paper with a code to scan.
//!
//! E-mail is never required: whoever has only a messenger, or only paper, is reminded as well.
//! Deliberately absent: sending. The text is copied, the paper is printed.

use app::roadmap::slip::{Slip, slips_paper as paper};
use app::roadmap::{RowView, Running, Standing, TaskView};
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::id::PersonId;
use mentoring::person::PersonName;
use uuid::Uuid;

use crate::kit::block;
use crate::kit::form::{self, Input, Mends};
use crate::kit::icon::{Icon, icon};
use crate::kit::nav::Way;
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::pages::people::invite::qr;
use crate::pages::tasks::look;
use crate::pages::year::by_person::tasks_of;
use crate::visit::Visit;

/// Tasks of one message, and of one sheet: more are not read, and the link leads to all.
const MOST: usize = 12;
/// Lines of the field that holds the text.
const LINES: u8 = 14;

/// Shows a text that is ready to be pasted into a messenger.
pub(crate) async fn show_message(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let (name, running) = tasks_of(&visit, PersonId(id)).await?;
    let lang = visit.lang;
    let title = lang.t(key("slips-message"));
    let text = message(&visit, id, &name, &running);
    let under = lang.tn(key("slips-message-under"), [("name", name.short().into())]);
    let body = html! {
        (block::head(&title, &under, &html! {}))
        (reach(&visit))
        div.form {
            (form::lines(lang, &Input { name: "message", label: &lang.t(key("slips-text")), hint: &lang.t(key("slips-text-hint")), value: &text, ..Input::default() }, LINES, &Mends::default()))
            p.no-print {
                // Shown by a script alone: without it the text is marked and copied by hand.
                button.btn.btn-plain type="button" hidden data-copy="message" data-copied=(lang.t(key("slips-copied"))) { (icon(Icon::Doc)) span aria-live="polite" { (lang.t(key("slips-copy"))) } }
            }
        }
        p.links { a href={ "/people/" (id) "/tasks/slips" } { (lang.t(key("slips-do"))) } }
    };
    Ok(page(&visit, id, &name, &title, &body))
}

/// Shows the same as a sheet to print and hand over: each task with a code that opens it.
pub(crate) async fn show_slips(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let (name, running) = tasks_of(&visit, PersonId(id)).await?;
    let lang = visit.lang;
    let title = lang.t(key("slips-title"));
    let all = pressing(&running);
    let act = html! {
        @if !all.is_empty() {
            a.btn.btn-plain href={ "/people/" (id) "/tasks/slips.pdf" } { (icon(Icon::Load)) (lang.t(key("slips-pdf"))) }
        }
    };
    let under = lang.tn(key("slips-under"), [("count", all.len().min(MOST).into())]);
    let body = html! {
        (block::head(&title, &under, &act))
        (reach(&visit))
        p.small.soft.no-print { (icon(Icon::Print)) " " (lang.t(key("slips-print"))) }
        p { b { (name.full()) } }
        @if all.is_empty() { p { (lang.t(key("slips-nothing"))) } }
        div.slips {
            @for (row, task) in all.iter().take(MOST) {
                section.panel {
                    h2 { (look::row_title(row)) }
                    p { (look::due(lang, running.today, task)) }
                    @let missing = look::missing(lang, task);
                    @if !missing.is_empty() { p { (missing) } }
                    @let link = link_to(&visit, row, task);
                    (qr(lang, &link))
                    p.small { (link) }
                }
            }
        }
    };
    Ok(page(&visit, id, &name, &title, &body))
}

/// Gives the same as a PDF to cut apart, four slips to a page.
pub(crate) async fn slips_paper(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, Oops> {
    let (name, running) = tasks_of(&visit, PersonId(id)).await?;
    let lang = visit.lang;
    let slip = |(row, task): &(&RowView, &TaskView)| {
        let said = [look::due(lang, running.today, task), look::missing(lang, task)];
        Slip {
            title: look::row_title(row),
            whom: name.full(),
            text: said.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(". "),
            link: link_to(&visit, row, task),
        }
    };
    let slips: Vec<Slip> = pressing(&running).iter().take(MOST).map(slip).collect();
    if slips.is_empty() {
        return Err(Oops::NotFound);
    }
    let paper = paper(visit.ctx()?, lang.t(key("slips-title")), slips).await?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"slips.pdf\""),
    ];
    Ok((headers, paper).into_response())
}

fn link_to(visit: &Visit, row: &RowView, task: &TaskView) -> String {
    visit.whole_address(&format!("/rows/{}?task={}", row.row.lineage, task.task.id))
}

fn page(visit: &Visit, id: Uuid, name: &PersonName, title: &str, body: &Markup) -> Markup {
    let way = |href, words: String, here| Way { href, words, here };
    let tasks = visit.lang.tn(key("by-person-title"), [("name", name.short().into())]);
    let crumbs = [
        way(format!("/people/{id}/tasks"), tasks, false),
        way(String::new(), title.to_owned(), true),
    ];
    shell::page(visit, &Frame { title, section: Section::People, crumbs: &crumbs }, body)
}

/// What is open and has a day, the most pressing first.
fn pressing(running: &Running) -> Vec<(&RowView, &TaskView)> {
    let open = running.tasks().filter(|(_, _, it)| it.is_open() && it.task.due_on.is_some());
    let mut all: Vec<_> = open.map(|(_, row, task)| (row, task)).collect();
    all.sort_by_key(|(row, task)| (task.task.due_on, row.row.position));
    all
}

/// Writes the message: a greeting, the late ones, the others, the link to everything.
fn message(visit: &Visit, id: Uuid, name: &PersonName, running: &Running) -> String {
    let lang = visit.lang;
    let all = pressing(running);
    let first = if name.first.is_empty() { &name.surname } else { &name.first };
    let greeted = format!("{first} {}", name.patronymic);
    let mut lines = vec![
        lang.tn(key("slips-greeting"), [("name", greeted.trim().to_owned().into())]),
        String::new(),
    ];
    if all.is_empty() {
        lines.push(lang.t(key("slips-nothing")));
    }
    let (late, ahead): (Vec<_>, Vec<_>) =
        all.iter().take(MOST).partition(|(_, task)| task.standing == Standing::Overdue);
    for (title, part) in [(lang.t(key("slips-late")), late), (lang.t(key("slips-ahead")), ahead)] {
        if part.is_empty() {
            continue;
        }
        lines.push(title);
        lines.extend(part.iter().map(|(row, task)| line(lang, running, row, task)));
        lines.push(String::new());
    }
    let link = visit.whole_address(&format!("/people/{id}/tasks"));
    lines.push(lang.tn(key("slips-all"), [("link", link.into())]));
    lines.join("\n")
}

fn line(lang: Lang, running: &Running, row: &RowView, task: &TaskView) -> String {
    let due = look::due(lang, running.today, task);
    format!("• {} — {due}", look::row_title(row))
}

/// Says that phones cannot open links from here, where they cannot.
pub(crate) fn reach(visit: &Visit) -> Markup {
    let lang = visit.lang;
    html! {
        @if visit.is_only_here() {
            div.no-print.mb-4 {
                (block::remark(lang, block::Gravity::Look, "", &lang.t(key("slips-only-here")), &lang.t(key("slips-only-here-how")), &html! {}))
            }
        }
    }
}
