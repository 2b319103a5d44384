//! Approving a draft by number and date of an order.

use app::launch::{self, VersionView};
use app::roadmap::{Approve, approve_version};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::id::VersionId;
use mentoring::launch::ApproveObstacle;
use serde::Deserialize;
use uuid::Uuid;

use super::{remarks, version};
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
            ApproveObstacle::ErrorsLeft { n } => {
                ("left", lang.tn(key("approve-mend-errors"), [("count", (*n).into())]))
            }
            ApproveObstacle::QuestionsLeft { n } => {
                ("left", lang.tn(key("approve-mend-questions"), [("count", (*n).into())]))
            }
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
    let body = html! {
        (block::head(&title, &version::named(lang, &view.version.title), &html! {}))
        (form::refusal(lang, &lang.t(key("approve-refused")), &lang.t(key("approve-kept")), mends))
        (left(lang, view))
        form.form method="post" action={ "/versions/" (view.version.id) "/approval" } {
            (visit.hidden())
            (form::input(lang, &Input { name: "number", label: &lang.t(key("approve-number")), hint: &lang.t(key("approve-number-hint")), value: &typed.number, width: "w-mid", ..Input::default() }, mends))
            (form::input(lang, &Input { name: "on", label: &lang.t(key("approve-on")), value: &typed.on, kind: "date", width: "w-date", ..Input::default() }, mends))
            div.sticky-act { button class=(version::approve_class(view)) { (lang.t(key("version-approve"))) } }
        }
    };
    let crumbs = version::crumbs(lang, &title);
    shell::page(visit, &Frame { title: &title, section: Section::Roadmaps, crumbs: &crumbs }, &body)
}

/// What is left to mend or to accept, by code, each with the two ways.
fn left(lang: Lang, view: &VersionView) -> Markup {
    let all = view.remarks();
    let open: Vec<_> = all.iter().filter(|it| it.is_left()).collect();
    let questions = view.n_questions_left();
    if open.is_empty() && questions == 0 {
        return html! {};
    }
    let mut codes: Vec<&str> = open.iter().map(|it| it.remark.code.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    let base = format!("/versions/{}", view.version.id);
    html! { section.mt-4.mb-4 id="left" aria-labelledby="left-title" {
        (block::section_head("left-title", &lang.t(key("approve-left")), "", None))
        ul.plain {
            @if 0 < questions { li { (lang.tn(key("questions-left"), [("count", questions.into())])) @if view.may_edit { ". " a href={ (base) "/questions" } { (lang.t(key("questions-go"))) } } } }
            @for code in codes {
            @let here: Vec<_> = open.iter().filter(|it| it.remark.code == code).collect();
            li {
                @if let [one] = here.as_slice() { (remarks::said(lang, one.remark).0) }
                @else { (lang.tn(key("approve-left-code"), [("count", here.len().into()), ("code", code.to_owned().into())])) }
                " " a href={ (base) "?show=remarks" } { (lang.t(key("approve-look"))) }
                @if view.may_edit { " · " a href={ (base) "/remarks/" (code) } { (lang.t(key("remark-accept"))) } }
            }
        } }
    } }
}
