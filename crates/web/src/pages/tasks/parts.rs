//! Parts of a task: ticked off one by one or several at once, and taken back with a reason.

use app::roadmap::part::{DoParts, PartObstacle, do_parts, undo_part};
use app::roadmap::undo::Act;
use app::roadmap::{PartView, TaskView};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::id::{PartId, TaskId};
use mentoring::task::PartState;
use uuid::Uuid;

use super::close::mends_of as reason_mends_of;
use super::found::Found;
use super::reason::{self, ReasonForm, Said};
use crate::filled::Filled;
use crate::kit::form::{self, Answer, Input, Mends};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::visit::Visit;
use crate::words;

/// Parts as they were ticked.
#[derive(Clone, Debug, Default, serde::Deserialize)]
pub(crate) struct PartsForm {
    #[serde(default)]
    part: Vec<String>,
    #[serde(default)]
    on: String,
}

/// Shows the parts that are open, to tick off.
pub(crate) async fn choose_parts(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let found = Found::task(&visit, TaskId(id)).await?;
    let title = visit.lang.t(key("part-title"));
    if let Some(why) = found.unless_open(&visit)? {
        return found.instead(&visit, &title, &why);
    }
    if open(found.parts()?.2).next().is_none() {
        return found.instead(&visit, &title, &visit.lang.t(key("part-none")));
    }
    let typed = PartsForm { part: Vec::new(), on: visit.today().to_string() };
    page(&visit, &found, &typed, &Mends::default())
}

/// Ticks parts off.
pub(crate) async fn tick_off(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<PartsForm>,
) -> Result<Response, Oops> {
    let lang = visit.lang;
    let found = Found::task(&visit, TaskId(id)).await?;
    let mut mends = Mends::default();
    if let Some(on) = mends.day(lang, "on", &form.on) {
        let ask = DoParts { task: TaskId(id), parts: form.part.clone(), on };
        match do_parts(visit.ctx()?, &ask).await {
            Ok(done) => return told(&visit, &found, done).await,
            Err(refusal) => mends = mends_of(lang, &obstacles(refusal)?),
        }
    }
    let page = page(&visit, &found, &form, &mends)?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// Goes back to the row, and tells whether it closed with the last part.
async fn told(visit: &Visit, before: &Found, done: Vec<PartId>) -> Result<Response, Oops> {
    let after = Found::task(visit, before.parts()?.2.task.id).await?;
    let notice = match after.parts()?.2.is_open() {
        true => key("notice-parts-done"),
        false => key("notice-parts-closed"),
    };
    before.back_with_undo(visit, notice, &Act::PartsDone(done))
}

fn mends_of(lang: Lang, all: &[PartObstacle]) -> Mends {
    let mut mends = Mends::default();
    for obstacle in all {
        match obstacle {
            PartObstacle::Closed { on } => mends.push(
                "",
                lang.tn(key("task-mend-closed"), [("day", words::date(lang, *on).into())]),
            ),
            PartObstacle::Nothing => mends.push("part", lang.t(key("part-mend-nothing"))),
            PartObstacle::Gone => mends.push("part", lang.t(key("part-mend-gone"))),
            PartObstacle::Ahead { .. } => mends.push("on", lang.t(key("task-mend-ahead"))),
        }
    }
    mends
}

fn page(visit: &Visit, found: &Found, typed: &PartsForm, mends: &Mends) -> Result<Markup, Oops> {
    let lang = visit.lang;
    let (_, _, task) = found.parts()?;
    let answers: Vec<Answer> =
        open(task).map(|it| Answer { value: it.key.clone(), words: it.words.clone() }).collect();
    let label = lang.t(key("part-which"));
    let body = html! {
        (form::refusal(lang, &lang.t(key("task-refused")), &lang.t(key("task-kept")), mends))
        form.form method="post" action={ "/tasks/" (task.task.id) "/parts" } {
            (visit.hidden())
            // Parts are a list, read downwards as in the roadmap.
            div.in-lines { (form::choices(lang, &Input { name: "part", label: &label, ..Input::default() }, &answers, &typed.part, mends)) }
            (day_field(lang, &typed.on, mends))
            div.sticky-act { button.btn.btn-go { (lang.t(key("part-do"))) } }
        }
    };
    found.page(visit, &lang.t(key("part-title")), &body)
}

/// Prints the field of the day on which parts were done.
pub(crate) fn day_field(lang: Lang, value: &str, mends: &Mends) -> Markup {
    let label = lang.t(key("task-done-on"));
    let input = Input {
        name: "on",
        label: &label,
        value,
        kind: "date",
        width: "w-date",
        ..Input::default()
    };
    form::input(lang, &input, mends)
}

/// The parts that can be ticked off.
pub(crate) fn open(task: &TaskView) -> impl Iterator<Item = &PartView> {
    task.parts.iter().filter(|it| it.state != PartState::Done)
}

fn said(lang: Lang, found: &Found, id: PartId) -> Result<Said, Oops> {
    let (_, _, task) = found.parts()?;
    let part = task.parts.iter().find(|it| it.done.as_ref().is_some_and(|it| it.id == id));
    let words = part.ok_or(Oops::NotFound)?.words.clone();
    Ok(Said {
        title: lang.t(key("part-undo")),
        outcome: lang.tn(key("part-undo-outcome"), [("what", words.into())]),
        button: lang.t(key("part-undo")),
        action: format!("/tasks/{}/parts/{id}/undo", task.task.id),
    })
}

/// Shows the page that takes a part back.
pub(crate) async fn confirm_undo(
    visit: Visit,
    Path((task, id)): Path<(Uuid, Uuid)>,
) -> Result<Markup, Oops> {
    let found = Found::task(&visit, TaskId(task)).await?;
    let said = said(visit.lang, &found, PartId(id))?;
    reason::page(&visit, &found, &said, &ReasonForm::default(), &Mends::default())
}

/// Takes a part back; a row that closed with it opens again.
pub(crate) async fn undo(
    visit: Visit,
    Path((task, id)): Path<(Uuid, Uuid)>,
    Filled(form): Filled<ReasonForm>,
) -> Result<Response, Oops> {
    let found = Found::task(&visit, TaskId(task)).await?;
    let said = said(visit.lang, &found, PartId(id))?;
    if let Some(answer) = reason::asks(&visit, &found, &said, &form)? {
        return Ok(answer);
    }
    match undo_part(visit.ctx()?, PartId(id), &form.reason).await {
        Ok(_) => found.back(&visit, key("notice-part-undone")),
        Err(refusal) => {
            let mends = reason_mends_of(visit.lang, &obstacles(refusal)?);
            reason::refused(&visit, &found, &said, &form, &mends)
        }
    }
}
