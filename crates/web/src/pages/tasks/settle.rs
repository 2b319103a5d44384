//! What a curator settles about a task: set aside, opened again, given to people.
//!
//! Deliberately absent: days and events (`day`).

use app::roadmap::act::{give_task, list_candidates, reopen_task, set_aside as set_task_aside};
use app::roadmap::undo::Act;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::id::{PersonId, TaskId};
use uuid::Uuid;

use super::close::mends_of;
use super::found::Found;
use super::reason::{self, ReasonForm, Said};
use super::{day, look};
use crate::filled::Filled;
use crate::kit::form::{self, Answer, Input, Mends};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::terms;
use crate::visit::Visit;

/// What needs nothing but a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    SetAside,
    Reopen,
}

impl Deed {
    fn said(self, lang: Lang, id: Uuid) -> Said {
        match self {
            Self::SetAside => Said {
                title: lang.t(key("aside-title")),
                outcome: lang.t(key("aside-outcome")),
                button: lang.t(key("aside-do")),
                action: format!("/tasks/{id}/set-aside"),
            },
            Self::Reopen => Said {
                title: lang.t(key("reopen-title")),
                outcome: lang.t(key("reopen-outcome")),
                button: lang.t(key("reopen-title")),
                action: format!("/tasks/{id}/reopen"),
            },
        }
    }

    async fn ask(self, visit: Visit, id: Uuid) -> Result<Markup, Oops> {
        let found = Found::task(&visit, TaskId(id)).await?;
        let said = self.said(visit.lang, id);
        let is_open = found.parts()?.2.is_open();
        match self {
            Self::SetAside => {
                if let Some(why) = found.unless_open(&visit)? {
                    return found.instead(&visit, &said.title, &why);
                }
            }
            Self::Reopen if is_open => {
                let why = visit.lang.t(key("task-mend-open"));
                return found.instead(&visit, &said.title, &why);
            }
            Self::Reopen => {}
        }
        reason::page(&visit, &found, &said, &ReasonForm::default(), &Mends::default())
    }

    async fn carry_out(self, visit: Visit, id: Uuid, form: ReasonForm) -> Result<Response, Oops> {
        let found = Found::task(&visit, TaskId(id)).await?;
        let said = self.said(visit.lang, id);
        if let Some(answer) = reason::asks(&visit, &found, &said, &form)? {
            return Ok(answer);
        }
        let outcome = match self {
            Self::SetAside => set_task_aside(visit.ctx()?, TaskId(id), &form.reason).await,
            Self::Reopen => reopen_task(visit.ctx()?, TaskId(id), &form.reason).await,
        };
        match (outcome, self) {
            (Ok(()), Self::SetAside) => {
                found.back_with_undo(&visit, key("notice-task-aside"), &Act::Closed)
            }
            (Ok(()), Self::Reopen) => found.back(&visit, key("notice-task-reopened")),
            (Err(refusal), _) => {
                let mends = mends_of(visit.lang, &obstacles(refusal)?);
                reason::refused(&visit, &found, &said, &form, &mends)
            }
        }
    }
}

/// Shows the page that sets a task aside as not applicable.
pub(crate) async fn confirm_set_aside(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    Deed::SetAside.ask(visit, id).await
}

/// Sets a task aside.
pub(crate) async fn set_aside(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<ReasonForm>,
) -> Result<Response, Oops> {
    Deed::SetAside.carry_out(visit, id, form).await
}

/// Shows the page that opens a task again.
pub(crate) async fn confirm_reopen(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    Deed::Reopen.ask(visit, id).await
}

/// Opens a task again.
pub(crate) async fn reopen(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<ReasonForm>,
) -> Result<Response, Oops> {
    Deed::Reopen.carry_out(visit, id, form).await
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
    let before = found.parts()?.2.people.iter().map(|it| it.id).collect();
    let after: Vec<PersonId> = form.people.iter().filter_map(|it| it.parse().ok()).collect();
    match give_task(visit.ctx()?, TaskId(id), &after).await {
        Ok(()) => {
            found.back_with_undo(&visit, key("notice-task-given"), &Act::Given { before, after })
        }
        Err(refusal) => {
            let mends = day::mends_of(visit.lang, &obstacles(refusal)?);
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
