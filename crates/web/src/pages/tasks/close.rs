//! Beginning and closing a task by hand: what is missing is listed, and then needs a reason (M1).

use app::roadmap::act::{CloseTask, close_task, start_task};
use app::roadmap::undo::Act;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::id::TaskId;
use mentoring::task::{Closing, TaskObstacle};
use uuid::Uuid;

use super::found::Found;
use super::look;
use crate::filled::{Button, Filled};
use crate::kit::block::{self, Gravity};
use crate::kit::form::{self, Input, Mends};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::pages::care::{asks_about, confirm};
use crate::visit::Visit;
use crate::words;

/// Begins a task.
pub(crate) async fn begin_task(
    visit: Visit,
    Path(id): Path<Uuid>,
    _: Filled<Button>,
) -> Result<Response, Oops> {
    let found = Found::task(&visit, TaskId(id)).await?;
    match start_task(visit.ctx()?, TaskId(id)).await {
        Ok(()) => found.back_with_undo(&visit, key("notice-task-started"), &Act::Started),
        Err(refusal) => {
            obstacles(refusal)?;
            Ok(axum::response::Redirect::to(&found.row_href()?).into_response())
        }
    }
}

/// Closing as it was typed.
#[derive(Clone, Debug, Default, serde::Deserialize)]
pub(crate) struct CloseForm {
    #[serde(default)]
    on: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    not_sensitive: String,
}

/// Shows the page that closes a task.
pub(crate) async fn confirm_close(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let found = Found::task(&visit, TaskId(id)).await?;
    if let Some(why) = found.unless_open(&visit)? {
        return found.instead(&visit, &visit.lang.t(key("next-done")), &why);
    }
    let typed = CloseForm { on: visit.today().to_string(), ..CloseForm::default() };
    close_page(&visit, &found, &typed, &Mends::default())
}

/// Closes a task.
pub(crate) async fn close(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<CloseForm>,
) -> Result<Response, Oops> {
    let found = Found::task(&visit, TaskId(id)).await?;
    let mut mends = Mends::default();
    let on = mends.day(visit.lang, "on", &form.on);
    let is_sure = form.not_sensitive == "yes";
    let asks = asks_about(visit.lang, "reason", &form.reason, is_sure, &mut mends);
    if let Some(on) = on.filter(|_| !asks) {
        let ask = CloseTask { task: TaskId(id), on, reason: form.reason.clone() };
        match close_task(visit.ctx()?, &ask).await {
            // What the facts hold closed, they would close again at once.
            Ok(Closing::ByEvidence) => return found.back(&visit, key("notice-task-closed")),
            Ok(_) => {
                let notice = key("notice-task-closed");
                return found.back_with_undo(&visit, notice, &Act::Closed);
            }
            Err(refusal) => mends = mends_of(visit.lang, &to_mend(obstacles(refusal)?)),
        }
    }
    let page = close_page(&visit, &found, &form, &mends)?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// What can be mended in the form. What the row lacks stands on the page already, and a reason
/// outweighs all of it: where the reason is what is asked for, it alone is.
fn to_mend(all: Vec<TaskObstacle>) -> Vec<TaskObstacle> {
    let asks_reason = all.iter().any(|it| matches!(it, TaskObstacle::NoReason { .. }));
    let is_lack = |it: &TaskObstacle| {
        matches!(
            it,
            TaskObstacle::EvidenceMissing(_)
                | TaskObstacle::PartsOpen { .. }
                | TaskObstacle::FigureNotMet(_)
        )
    };
    all.into_iter().filter(|it| !(asks_reason && is_lack(it))).collect()
}

/// What stands against it, in words.
pub(crate) fn mends_of(lang: Lang, all: &[TaskObstacle]) -> Mends {
    let mut mends = Mends::default();
    for obstacle in all {
        match obstacle {
            TaskObstacle::Closed { on } => mends.push(
                "",
                lang.tn(key("task-mend-closed"), [("day", words::date(lang, *on).into())]),
            ),
            TaskObstacle::Open => mends.push("", lang.t(key("task-mend-open"))),
            TaskObstacle::EvidenceMissing(wanted) => mends.push(
                "",
                lang.tn(key("task-mend-evidence"), [("what", look::wanted(lang, wanted).into())]),
            ),
            TaskObstacle::PartsOpen { n_open, .. } => {
                mends.push("", lang.tn(key("task-mend-parts"), [("count", (*n_open).into())]))
            }
            TaskObstacle::FigureNotMet(figure) => mends.push(
                "",
                lang.tn(
                    key("task-mend-figure"),
                    [
                        ("what", look::measure(lang, figure).into()),
                        ("target", look::target(lang, figure).into()),
                        ("reached", look::reached(lang, figure).into()),
                    ],
                ),
            ),
            TaskObstacle::Ahead { .. } => mends.push("on", lang.t(key("task-mend-ahead"))),
            TaskObstacle::NoReason { least } => {
                mends.push("reason", lang.tn(key("task-mend-reason"), [("least", (*least).into())]))
            }
            TaskObstacle::LongReason { most } => {
                mends.push("reason", lang.tn(key("task-mend-long"), [("most", (*most).into())]))
            }
        }
    }
    mends
}

fn close_page(
    visit: &Visit,
    found: &Found,
    typed: &CloseForm,
    mends: &Mends,
) -> Result<Markup, Oops> {
    let lang = visit.lang;
    let (_, _, task) = found.parts()?;
    let lacks = look::missing(lang, task);
    let title = lang.t(if lacks.is_empty() { key("next-done") } else { key("next-reason") });
    let body = html! {
        (form::refusal(lang, &lang.t(key("task-refused")), &lang.t(key("task-kept")), mends))
        @if !lacks.is_empty() {
            (block::remark(lang, Gravity::Look, "lacks", &lacks, &lang.t(key("task-lacks-help")), &html! {}))
        }
        form.form.mt-5 method="post" action={ "/tasks/" (task.task.id) "/close" } {
            (visit.hidden())
            (form::input(lang, &Input { name: "on", label: &lang.t(key("task-done-on")), value: &typed.on, kind: "date", width: "w-date", ..Input::default() }, mends))
            @if !lacks.is_empty() {
                (form::lines(lang, &Input { name: "reason", label: &lang.t(key("task-close-why")), hint: &lang.t(key("task-close-why-hint")), value: &typed.reason, ..Input::default() }, 4, mends))
                (confirm(lang, &typed.reason))
            }
            div.sticky-act { button.btn.btn-go { (title) } }
        }
    };
    found.page(visit, &title, &body)
}
