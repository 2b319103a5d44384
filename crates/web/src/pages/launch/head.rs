//! What stands above the table: title and months of the plan.

use app::launch::{self, PlanPeriod, VersionView, change_head};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::id::VersionId;
use serde::Deserialize;
use uuid::Uuid;

use super::{row, version};
use crate::filled::Filled;
use crate::kit::block;
use crate::kit::form::{self, Input, Mends};
use crate::kit::shell::{self, Frame, Section};
use crate::lang::key;
use crate::oops::{Oops, obstacles};
use crate::visit::Visit;

/// The head as typed; months as browsers send them: `2025-09`.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct HeadForm {
    #[serde(default)]
    revision: i64,
    #[serde(default)]
    title: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    to: String,
}

/// Shows the form of the head.
pub(crate) async fn edit_head(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let view = launch::show_version(visit.ctx()?, VersionId(id)).await?;
    if !view.may_edit {
        return Err(Oops::NotFound);
    }
    let month = |it: jiff::civil::Date| format!("{:04}-{:02}", it.year(), it.month());
    let period = view.version.header.0.period.clone();
    let period = period.unwrap_or_else(|| PlanPeriod {
        from: month(view.roadmap.from_on),
        to: month(view.roadmap.to_on),
    });
    let form = HeadForm {
        revision: view.version.revision,
        title: view.version.title.clone(),
        from: period.from,
        to: period.to,
    };
    Ok(head_page(&visit, &view, &form, &Mends::default()))
}

/// Saves the head; deadlines are read again in the new period.
pub(crate) async fn save_head(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<HeadForm>,
) -> Result<Response, Oops> {
    let ctx = visit.ctx()?;
    let period = PlanPeriod { from: form.from.clone(), to: form.to.clone() };
    match change_head(ctx, (VersionId(id), form.revision), &form.title, period).await {
        Ok(()) => Ok(visit.done(&format!("/versions/{id}"), key("notice-head-saved"))),
        Err(refusal) => {
            let mends = row::mends_of(visit.lang, &obstacles(refusal)?);
            let view = launch::show_version(ctx, VersionId(id)).await?;
            let page = head_page(&visit, &view, &form, &mends);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

fn head_page(visit: &Visit, view: &VersionView, typed: &HeadForm, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let title = lang.t(key("head-title"));
    let month = |name, label: String, value: &str| {
        let input =
            Input { name, label: &label, value, kind: "month", width: "w-mid", ..Input::default() };
        form::input(lang, &input, mends)
    };
    let body = html! {
        (block::head(&title, &version::named(lang, &view.version.title), &html! {}))
        p { (lang.t(key("head-under"))) }
        (form::refusal(lang, &lang.t(key("head-refused")), "", mends))
        form.form method="post" action={ "/versions/" (view.version.id) "/head" } {
            (visit.hidden())
            input type="hidden" name="revision" value=(typed.revision);
            (form::lines(lang, &Input { name: "title", label: &lang.t(key("head-name")), value: &typed.title, ..Input::default() }, 3, mends))
            (month("from", lang.t(key("head-from")), &typed.from))
            (month("to", lang.t(key("head-to")), &typed.to))
            div.sticky-act { button.btn.btn-go { (lang.t(key("head-save"))) } }
        }
    };
    let crumbs = version::crumbs(lang, &title);
    shell::page(visit, &Frame { title: &title, section: Section::Roadmaps, crumbs: &crumbs }, &body)
}
