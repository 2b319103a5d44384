//! What gives a task its day: the event it waits for, or a person who names it.

use app::roadmap::TaskView;
use app::roadmap::act::{SettleObstacle, name_day as name_task_day};
use app::roadmap::happen::{HappeningObstacle, record_happening};
use app::roadmap::undo::Act;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use maud::{Markup, html};
use mentoring::id::TaskId;
use uuid::Uuid;

use super::found::Found;
use crate::filled::Filled;
use crate::kit::form::{self, Input, Mends};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::visit::Visit;
use crate::words;

/// A day as it was typed.
#[derive(Clone, Debug, Default, serde::Deserialize)]
pub(crate) struct DayForm {
    #[serde(default)]
    on: String,
}

/// Which day is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    /// The day on which the event happened: all tasks that wait for it get their days.
    Happened,
    /// The day of a task that the roadmap does not date.
    Named,
}

impl Deed {
    async fn ask(self, visit: Visit, id: Uuid) -> Result<Markup, Oops> {
        let found = Found::task(&visit, TaskId(id)).await?;
        if let Some((title, why)) = self.senseless(&visit, &found)? {
            return found.instead(&visit, &title, &why);
        }
        let on = match self {
            Self::Happened => visit.today().to_string(),
            Self::Named => String::new(),
        };
        self.page(&visit, &found, &DayForm { on }, &Mends::default())
    }

    /// The title of the page, and why asking makes no sense as the task stands; `None` where it does.
    fn senseless(self, visit: &Visit, found: &Found) -> Result<Option<(String, String)>, Oops> {
        let lang = visit.lang;
        let (_, _, task) = found.parts()?;
        let (title, makes_sense, otherwise) = match self {
            Self::Happened => (
                lang.t(key("next-happened-title")),
                task.task.waits_for.is_some(),
                lang.t(key("happened-mend-not-waiting")),
            ),
            Self::Named => {
                (lang.t(key("next-day")), task.takes_a_day(), lang.t(key("day-mend-has-day")))
            }
        };
        let closed = found.unless_open(visit)?;
        let why = closed.or((!makes_sense).then_some(otherwise));
        Ok(why.map(|it| (title, it)))
    }

    async fn carry_out(self, visit: Visit, id: Uuid, form: DayForm) -> Result<Response, Oops> {
        let found = Found::task(&visit, TaskId(id)).await?;
        let mut mends = Mends::default();
        let outcome = match mends.day(visit.lang, "on", &form.on) {
            Some(on) => self.save(&visit, TaskId(id), on).await?,
            None => Err(mends),
        };
        match (outcome, self) {
            (Ok(act), Self::Happened) => found.back_with_undo(&visit, key("notice-happened"), &act),
            (Ok(act), Self::Named) => found.back_with_undo(&visit, key("notice-task-dated"), &act),
            (Err(mends), _) => {
                let page = self.page(&visit, &found, &form, &mends)?;
                Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
            }
        }
    }

    /// - Returns: what was done, or what stands against it.
    async fn save(self, visit: &Visit, id: TaskId, on: Date) -> Result<Result<Act, Mends>, Oops> {
        let ctx = visit.ctx()?;
        Ok(match self {
            Self::Happened => match record_happening(ctx, id, on).await {
                Ok(happening) => Ok(Act::Happened(happening)),
                Err(refusal) => Err(happening_mends(visit.lang, &obstacles(refusal)?)),
            },
            Self::Named => match name_task_day(ctx, id, on).await {
                Ok(_) => Ok(Act::Dated),
                Err(refusal) => Err(mends_of(visit.lang, &obstacles(refusal)?)),
            },
        })
    }

    fn page(
        self,
        visit: &Visit,
        found: &Found,
        typed: &DayForm,
        mends: &Mends,
    ) -> Result<Markup, Oops> {
        let lang = visit.lang;
        let (_, _, task) = found.parts()?;
        let (title, about, action, label, button) = match self {
            Self::Happened => (
                lang.t(key("next-happened-title")),
                happened_about(lang, found)?,
                "happened",
                lang.t(key("happened-on")),
                lang.t(key("happened-do")),
            ),
            Self::Named => (
                lang.t(key("next-day")),
                named_about(lang, found)?,
                "day",
                lang.t(key("day-label")),
                lang.t(key("day-do")),
            ),
        };
        let input = Input {
            name: "on",
            label: &label,
            value: &typed.on,
            kind: "date",
            width: "w-date",
            ..Input::default()
        };
        let body = html! {
            (form::refusal(lang, &lang.t(key("task-refused")), &lang.t(key("task-kept")), mends))
            (about)
            form.form method="post" action={ "/tasks/" (task.task.id) "/" (action) } {
                (visit.hidden())
                (form::input(lang, &input, mends))
                div.sticky-act { button.btn.btn-go { (button) } }
            }
        };
        found.page(visit, &title, &body)
    }
}

fn happened_about(lang: Lang, found: &Found) -> Result<Markup, Oops> {
    let (map, _, task) = found.parts()?;
    let event = task.task.waits_for.clone().unwrap_or_default();
    let is_same = |it: &&TaskView| it.is_open() && it.task.waits_for == task.task.waits_for;
    let waiting = map.rows.iter().flat_map(|it| &it.tasks).filter(is_same).count();
    let outcome = lang.tn(key("happened-outcome"), [("count", waiting.into())]);
    Ok(html! { p { strong { "«" (event) "»" } " " (outcome) } })
}

fn named_about(lang: Lang, found: &Found) -> Result<Markup, Oops> {
    let (_, row, _) = found.parts()?;
    let written = &row.row.deadline_text;
    Ok(html! {
        p {
            (lang.t(key("next-day-why")))
            @if !written.is_empty() { " " (lang.tn(key("line-written"), [("text", written.clone().into())])) }
        }
    })
}

fn happening_mends(lang: Lang, all: &[HappeningObstacle]) -> Mends {
    let mut mends = Mends::default();
    for obstacle in all {
        match obstacle {
            HappeningObstacle::NotWaiting => {
                mends.push("", lang.t(key("happened-mend-not-waiting")));
            }
            HappeningObstacle::Ahead { .. } => mends.push("on", lang.t(key("task-mend-ahead"))),
        }
    }
    mends
}

/// What stands against settling a task so, in words.
pub(crate) fn mends_of(lang: Lang, all: &[SettleObstacle]) -> Mends {
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

/// Shows the page that records the event a task waits for.
pub(crate) async fn confirm_happened(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    Deed::Happened.ask(visit, id).await
}

/// Records the event: the task, and all that wait for the same, get their days.
pub(crate) async fn happened(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<DayForm>,
) -> Result<Response, Oops> {
    Deed::Happened.carry_out(visit, id, form).await
}

/// Shows the page that names the day of a task.
pub(crate) async fn choose_day(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    Deed::Named.ask(visit, id).await
}

/// Names the day.
pub(crate) async fn name_day(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<DayForm>,
) -> Result<Response, Oops> {
    Deed::Named.carry_out(visit, id, form).await
}
