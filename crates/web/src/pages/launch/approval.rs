//! Approving a draft by number and date of an order.

use app::launch::{self, Severity, VersionView};
use app::roadmap::{Approve, approve_version};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::id::VersionId;
use mentoring::launch::ApproveObstacle;
use serde::Deserialize;
use uuid::Uuid;

use super::version;
use crate::filled::Filled;
use crate::kit::block;
use crate::kit::form::{self, Input, Mends};
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::visit::Visit;
use crate::words;

/// The order as typed.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct ApprovalForm {
    #[serde(default)]
    number: String,
    #[serde(default)]
    on: String,
}

/// Shows the form of the approval, filled with the order that the document names.
pub(crate) async fn new_approval(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let view = launch::show_version(visit.ctx()?, VersionId(id)).await?;
    if !view.may_approve {
        return Err(Oops::NotFound);
    }
    let on = view.version.order_on.filter(|it| *it <= visit.today());
    let form = ApprovalForm {
        number: view.version.order_number.clone().unwrap_or_default(),
        on: on.map(|it| it.to_string()).unwrap_or_default(),
    };
    Ok(approval_page(&visit, &view, &form, &Mends::default()))
}

/// Approves the draft; the year runs from now on.
pub(crate) async fn approve(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<ApprovalForm>,
) -> Result<Response, Oops> {
    let ctx = visit.ctx()?;
    let version = VersionId(id);
    let mut mends = Mends::default();
    match words::read_date(&form.on) {
        None => mends.push("on", visit.lang.t(key("approve-mend-date"))),
        Some(order_on) => {
            let ask = Approve { version, order_number: form.number.clone(), order_on };
            match approve_version(ctx, &ask).await {
                Ok(_) => return Ok(visit.done("/today", key("notice-approved"))),
                Err(refusal) => mends = mends_of(visit.lang, &obstacles(refusal)?),
            }
        }
    }
    let view = launch::show_version(ctx, version).await?;
    let page = approval_page(&visit, &view, &form, &mends);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn mends_of(lang: Lang, all: &[ApproveObstacle]) -> Mends {
    let mut mends = Mends::default();
    for obstacle in all {
        let (field, words) = match obstacle {
            ApproveObstacle::NotDraft(_) => ("", lang.t(key("edit-mend-not-draft"))),
            ApproveObstacle::NoRows => ("", lang.t(key("approve-mend-rows"))),
            ApproveObstacle::NoOrderNumber => ("number", lang.t(key("approve-mend-number"))),
            ApproveObstacle::OrderAhead { .. } => ("on", lang.t(key("approve-mend-ahead"))),
            ApproveObstacle::OrderBeforePrevious { previous, .. } => {
                let date = words::date(lang, *previous);
                ("on", lang.tn(key("approve-mend-before"), [("date", date.into())]))
            }
        };
        mends.push(field, words);
    }
    mends
}

fn approval_page(visit: &Visit, view: &VersionView, typed: &ApprovalForm, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let title = lang.t(key("approve-title"));
    let rows = view.rows.iter().flat_map(|it| it.remarks.0.iter());
    let left = rows.filter(|it| it.severity == Severity::Error).count();
    let body = html! {
        (block::head(&title, &view.version.title, &html! {}))
        (form::refusal(lang, &lang.t(key("approve-refused")), &lang.t(key("approve-kept")), mends))
        @if 0 < left { p { (lang.tn(key("approve-left"), [("count", left.into())])) " " a href={ "/versions/" (view.version.id) } { (lang.t(key("approve-look"))) } } }
        form.form method="post" action={ "/versions/" (view.version.id) "/approval" } {
            (visit.hidden())
            (form::input(lang, &Input { name: "number", label: &lang.t(key("approve-number")), hint: &lang.t(key("approve-number-hint")), value: &typed.number, width: "w-mid", ..Input::default() }, mends))
            (form::input(lang, &Input { name: "on", label: &lang.t(key("approve-on")), value: &typed.on, kind: "date", width: "w-date", ..Input::default() }, mends))
            div.sticky-act { button.btn.btn-go { (lang.t(key("version-approve"))) } }
        }
    };
    let crumbs = version::crumbs(lang, &title);
    shell::page(visit, &Frame { title: &title, section: Section::Roadmaps, crumbs: &crumbs }, &body)
}
