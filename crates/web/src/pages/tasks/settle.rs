//! What a curator settles about a task: set aside, opened again, its event, its day, its people.

use app::roadmap::TaskView;
use app::roadmap::act::{
    self, SettleObstacle, give_task, list_candidates, reopen_task, set_aside as set_task_aside,
};
use app::roadmap::happen::{HappeningObstacle, record_happening};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::id::{PersonId, TaskId};
use uuid::Uuid;

use super::close::mends_of;
use super::found::Found;
use super::look;
use super::reason::{self, ReasonForm, Said};
use crate::filled::Filled;
use crate::kit::form::{self, Answer, Input, Mends};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::terms;
use crate::visit::Visit;
use crate::words;

fn said_aside(lang: Lang, id: Uuid) -> Said {
    Said {
        title: lang.t(key("aside-title")),
        outcome: lang.t(key("aside-outcome")),
        button: lang.t(key("aside-do")),
        action: format!("/tasks/{id}/set-aside"),
    }
}

/// Shows the page that sets a task aside as not applicable.
pub(crate) async fn confirm_set_aside(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let found = Found::task(&visit, TaskId(id)).await?;
    let said = said_aside(visit.lang, id);
    reason::page(&visit, &found, &said, &ReasonForm::default(), &Mends::default())
}

/// Sets a task aside.
pub(crate) async fn set_aside(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<ReasonForm>,
) -> Result<Response, Oops> {
    let found = Found::task(&visit, TaskId(id)).await?;
    match set_task_aside(visit.ctx()?, TaskId(id), &form.reason).await {
        Ok(()) => found.back(&visit, key("notice-task-aside")),
        Err(refusal) => {
            let mends = mends_of(visit.lang, &obstacles(refusal)?);
            reason::refused(&visit, &found, &said_aside(visit.lang, id), &form, &mends)
        }
    }
}

fn said_reopen(lang: Lang, id: Uuid) -> Said {
    Said {
        title: lang.t(key("reopen-title")),
        outcome: lang.t(key("reopen-outcome")),
        button: lang.t(key("reopen-title")),
        action: format!("/tasks/{id}/reopen"),
    }
}

/// Shows the page that opens a task again.
pub(crate) async fn confirm_reopen(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let found = Found::task(&visit, TaskId(id)).await?;
    let said = said_reopen(visit.lang, id);
    reason::page(&visit, &found, &said, &ReasonForm::default(), &Mends::default())
}

/// Opens a task again.
pub(crate) async fn reopen(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<ReasonForm>,
) -> Result<Response, Oops> {
    let found = Found::task(&visit, TaskId(id)).await?;
    match reopen_task(visit.ctx()?, TaskId(id), &form.reason).await {
        Ok(()) => found.back(&visit, key("notice-task-reopened")),
        Err(refusal) => {
            let mends = mends_of(visit.lang, &obstacles(refusal)?);
            reason::refused(&visit, &found, &said_reopen(visit.lang, id), &form, &mends)
        }
    }
}

/// A day as it was typed.
#[derive(Clone, Debug, Default, serde::Deserialize)]
pub(crate) struct DayForm {
    #[serde(default)]
    on: String,
}

/// Shows the page that records the event a task waits for.
pub(crate) async fn confirm_happened(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let found = Found::task(&visit, TaskId(id)).await?;
    let typed = DayForm { on: visit.today().to_string() };
    happened_page(&visit, &found, &typed, &Mends::default())
}

/// Records the event: the task, and all that wait for the same, get their days.
pub(crate) async fn happened(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<DayForm>,
) -> Result<Response, Oops> {
    let lang = visit.lang;
    let found = Found::task(&visit, TaskId(id)).await?;
    let mut mends = Mends::default();
    match words::read_date(&form.on) {
        None => mends.push("on", lang.t(key("task-mend-day"))),
        Some(on) => match record_happening(visit.ctx()?, TaskId(id), on).await {
            Ok(_) => return found.back(&visit, key("notice-happened")),
            Err(refusal) => {
                for obstacle in obstacles(refusal)? {
                    match obstacle {
                        HappeningObstacle::NotWaiting => {
                            mends.push("", lang.t(key("happened-mend-not-waiting")));
                        }
                        HappeningObstacle::Ahead { .. } => {
                            mends.push("on", lang.t(key("task-mend-ahead")));
                        }
                    }
                }
            }
        },
    }
    let page = happened_page(&visit, &found, &form, &mends)?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn happened_page(
    visit: &Visit,
    found: &Found,
    typed: &DayForm,
    mends: &Mends,
) -> Result<Markup, Oops> {
    let lang = visit.lang;
    let (map, _, task) = found.parts()?;
    let event = task.task.waits_for.clone().unwrap_or_default();
    let is_same = |it: &&TaskView| it.is_open() && it.task.waits_for == task.task.waits_for;
    let waiting = map.rows.iter().flat_map(|it| &it.tasks).filter(is_same).count();
    let outcome = lang.tn(key("happened-outcome"), [("count", waiting.into())]);
    let body = html! {
        (form::refusal(lang, &lang.t(key("task-refused")), &lang.t(key("task-kept")), mends))
        p { strong { "«" (event) "»" } " " (outcome) }
        (day_form(visit, task, "happened", &lang.t(key("happened-on")), &lang.t(key("happened-do")), typed, mends))
    };
    found.page(visit, &lang.t(key("next-happened-title")), &body)
}

fn day_form(
    visit: &Visit,
    task: &TaskView,
    action: &str,
    label: &str,
    button: &str,
    typed: &DayForm,
    mends: &Mends,
) -> Markup {
    let input = Input {
        name: "on",
        label,
        value: &typed.on,
        kind: "date",
        width: "w-date",
        ..Input::default()
    };
    html! {
        form.form method="post" action={ "/tasks/" (task.task.id) "/" (action) } {
            (visit.hidden())
            (form::input(visit.lang, &input, mends))
            div.sticky-act { button.btn.btn-go { (button) } }
        }
    }
}

/// Shows the page that names the day of a task.
pub(crate) async fn choose_day(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let found = Found::task(&visit, TaskId(id)).await?;
    day_page(&visit, &found, &DayForm::default(), &Mends::default())
}

/// Names the day.
pub(crate) async fn name_day(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<DayForm>,
) -> Result<Response, Oops> {
    let lang = visit.lang;
    let found = Found::task(&visit, TaskId(id)).await?;
    let mut mends = Mends::default();
    match words::read_date(&form.on) {
        None => mends.push("on", lang.t(key("task-mend-day"))),
        Some(on) => match act::name_day(visit.ctx()?, TaskId(id), on).await {
            Ok(_) => return found.back(&visit, key("notice-task-dated")),
            Err(refusal) => mends = settle_mends(lang, &obstacles(refusal)?),
        },
    }
    let page = day_page(&visit, &found, &form, &mends)?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn settle_mends(lang: Lang, all: &[SettleObstacle]) -> Mends {
    let mut mends = Mends::default();
    for obstacle in all {
        match obstacle {
            SettleObstacle::HasDay => mends.push("", lang.t(key("day-mend-has-day"))),
            SettleObstacle::OutsidePlan { from, to, .. } => {
                let window = words::window(lang, *from, *to);
                mends.push("on", lang.tn(key("day-mend-outside"), [("window", window.into())]));
            }
            SettleObstacle::Closed => mends.push("", lang.t(key("day-mend-closed"))),
            SettleObstacle::NoPerson => mends.push("people", lang.t(key("people-mend-nobody"))),
        }
    }
    mends
}

fn day_page(visit: &Visit, found: &Found, typed: &DayForm, mends: &Mends) -> Result<Markup, Oops> {
    let lang = visit.lang;
    let (_, row, task) = found.parts()?;
    let body = html! {
        (form::refusal(lang, &lang.t(key("task-refused")), &lang.t(key("task-kept")), mends))
        p {
            (lang.t(key("next-day-why")))
            @if !row.row.deadline_text.is_empty() { " " (lang.tn(key("line-written"), [("text", row.row.deadline_text.clone().into())])) }
        }
        (day_form(visit, task, "day", &lang.t(key("day-label")), &lang.t(key("day-do")), typed, mends))
    };
    found.page(visit, &lang.t(key("next-day")), &body)
}

/// People as they were ticked.
#[derive(Clone, Debug, Default, serde::Deserialize)]
pub(crate) struct PeopleForm {
    #[serde(default)]
    people: Vec<String>,
}

/// Shows the page that gives a task to people.
pub(crate) async fn choose_people(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let found = Found::task(&visit, TaskId(id)).await?;
    let held = found.parts()?.2.people.iter().map(|it| it.id.to_string()).collect();
    people_page(&visit, &found, &PeopleForm { people: held }, &Mends::default()).await
}

/// Gives the task to the people ticked, in place of those who answered for it.
pub(crate) async fn give(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<PeopleForm>,
) -> Result<Response, Oops> {
    let found = Found::task(&visit, TaskId(id)).await?;
    let people: Vec<PersonId> = form.people.iter().filter_map(|it| it.parse().ok()).collect();
    match give_task(visit.ctx()?, TaskId(id), &people).await {
        Ok(()) => found.back(&visit, key("notice-task-given")),
        Err(refusal) => {
            let mends = settle_mends(visit.lang, &obstacles(refusal)?);
            let page = people_page(&visit, &found, &form, &mends).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

async fn people_page(
    visit: &Visit,
    found: &Found,
    typed: &PeopleForm,
    mends: &Mends,
) -> Result<Markup, Oops> {
    let lang = visit.lang;
    let (_, row, task) = found.parts()?;
    let answers: Vec<Answer> = list_candidates(visit.ctx()?)
        .await?
        .iter()
        .map(|it| {
            let positions: Vec<_> =
                it.positions.iter().map(|one| terms::position(lang, *one)).collect();
            let mut words = it.person.name.short();
            if !positions.is_empty() {
                words = format!("{words}, {}", positions.join(", "));
            }
            Answer { value: it.person.id.to_string(), words }
        })
        .collect();
    let written: Vec<&str> = row.row.responsible.0.iter().map(|it| it.text.as_str()).collect();
    let hint = lang.tn(key("people-written"), [("text", written.join("; ").into())]);
    let input = Input {
        name: "people",
        label: &lang.t(key("people-who")),
        hint: if written.is_empty() { "" } else { &hint },
        ..Input::default()
    };
    let body = html! {
        (form::refusal(lang, &lang.t(key("task-refused")), &lang.t(key("task-kept")), mends))
        form method="post" action={ "/tasks/" (task.task.id) "/people" } {
            (visit.hidden())
            (form::choices(lang, &input, &answers, &typed.people, mends))
            p.small.soft { (look::due(lang, found.running.today, task)) }
            div.sticky-act { button.btn.btn-go { (lang.t(key("people-give"))) } }
        }
    };
    found.page(visit, &lang.t(key("people-give")), &body)
}
