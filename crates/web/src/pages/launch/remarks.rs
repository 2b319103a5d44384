//! Remarks of the compiler on a version, and accepting errors with a reason.
//!
//! One press accepts several errors of one code. What was accepted stays to be seen in every version
//! and on the roadmap's page. Deliberately absent: taking it back; words are mended instead.

use app::launch::remark::{AcceptObstacle, AcceptRemarks, accept_remarks};
use app::launch::{self, AcceptanceLine, Diagnostic, RemarkView, Severity, VersionView};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::id::VersionId;
use mentoring::task::REASON_LEAST;
use serde::Deserialize;
use uuid::Uuid;

use super::version;
use crate::filled::Filled;
use crate::kit::block::{self, Gravity};
use crate::kit::form::{self, Answer, Input, Mends};
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::pages::care::{asks_about, confirm};
use crate::visit::Visit;
use crate::words;

/// What is wrong, and what to do, in the language of the page.
pub(crate) fn said(lang: Lang, it: &Diagnostic) -> (&str, &str) {
    match lang {
        Lang::Ru => (&it.message, &it.help),
        Lang::En => (&it.message_en, &it.help_en),
    }
}

/// Prints a remark with the page of the guide that explains it, and the way to accept it where that
/// may be done.
pub(super) fn remark(lang: Lang, view: &VersionView, it: &RemarkView<'_>) -> Markup {
    let (message, help) = said(lang, it.remark);
    let code = &it.remark.code;
    if let Some(line) = it.accepted {
        return block::remark(lang, Gravity::Know, "", message, "", &accepted(lang, line));
    }
    let gravity = match it.remark.severity {
        Severity::Error => Gravity::Mend,
        Severity::Warning => Gravity::Look,
        Severity::Note => Gravity::Know,
    };
    let ways = html! { p {
        a href={ "/guide/" (code) } { (lang.tn(key("remark-guide"), [("code", code.clone().into())])) }
        @if it.is_left() && view.may_edit {
            " · " a href={ "/versions/" (view.version.id) "/remarks/" (code) } { (lang.t(key("remark-accept"))) }
        }
    } };
    block::remark(lang, gravity, "", message, help, &ways)
}

/// Says why a remark was accepted, by whom and when.
pub(crate) fn accepted(lang: Lang, it: &AcceptanceLine) -> Markup {
    let acceptance = &it.acceptance;
    let reason = ("reason", acceptance.reason.clone().into());
    let day = ("day", words::date(lang, acceptance.accepted_on).into());
    let told = match &it.by {
        Some(name) => lang.tn(key("remark-accepted"), [reason, day, ("name", name.short().into())]),
        None => lang.tn(key("remark-accepted-day"), [reason, day]),
    };
    html! { p { (told) } }
}

/// Prints the errors that a version was taken with, for the page of the roadmap; nothing where
/// there are none.
pub(crate) async fn accepted_in(visit: &Visit, version: VersionId) -> Result<Markup, Oops> {
    let lang = visit.lang;
    let view = launch::show_version(visit.ctx()?, version).await?;
    let all = view.remarks();
    let taken: Vec<_> = all.iter().filter_map(|it| Some((it, it.accepted?))).collect();
    if taken.is_empty() {
        return Ok(html! {});
    }
    let note = lang.tn(key("remarks-accepted-note"), [("count", taken.len().into())]);
    Ok(html! { section.mt-5 aria-labelledby="accepted" {
        (block::section_head("accepted", &lang.t(key("remarks-accepted-title")), &note, None))
        @for (it, line) in taken {
            (block::remark(lang, Gravity::Know, "", &place(lang, it), "", &accepted(lang, line)))
        }
    } })
}

/// The reason as typed, and which errors it is for.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct AcceptForm {
    #[serde(default)]
    revision: i64,
    #[serde(default)]
    chosen: Vec<usize>,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    not_sensitive: String,
}

/// Shows the errors of one code that are left, all of them ticked.
pub(crate) async fn choose_remarks(
    visit: Visit,
    Path((version, code)): Path<(Uuid, String)>,
) -> Result<Markup, Oops> {
    let view = launch::show_version(visit.ctx()?, VersionId(version)).await?;
    let chosen: Vec<usize> = left(&view, &code).iter().map(|it| it.at).collect();
    if !view.may_edit || chosen.is_empty() {
        return Err(Oops::NotFound);
    }
    let form = AcceptForm { revision: view.version.revision, chosen, ..AcceptForm::default() };
    Ok(accept_page(&visit, &view, &code, &form, &Mends::default()))
}

/// Accepts the chosen errors with one reason.
pub(crate) async fn accept(
    visit: Visit,
    Path((version, code)): Path<(Uuid, String)>,
    Filled(form): Filled<AcceptForm>,
) -> Result<Response, Oops> {
    let ctx = visit.ctx()?;
    let ask = AcceptRemarks {
        version: VersionId(version),
        revision: form.revision,
        code: code.clone(),
        chosen: form.chosen.clone(),
        reason: form.reason.clone(),
    };
    let mut mends = Mends::default();
    let is_sure = form.not_sensitive == "yes";
    if asks_about(visit.lang, "reason", &form.reason, is_sure, &mut mends) {
        let view = launch::show_version(ctx, VersionId(version)).await?;
        let page = accept_page(&visit, &view, &code, &form, &mends);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    match accept_remarks(ctx, &ask).await {
        Ok(_) => Ok(visit.done(&format!("/versions/{version}"), key("notice-remarks-accepted"))),
        Err(refusal) => {
            let mends = mends_of(visit.lang, &obstacles(refusal)?);
            let view = launch::show_version(ctx, VersionId(version)).await?;
            let page = accept_page(&visit, &view, &code, &form, &mends);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

fn left<'a>(view: &'a VersionView, code: &str) -> Vec<RemarkView<'a>> {
    view.remarks().into_iter().filter(|it| it.is_left() && it.remark.code == code).collect()
}

fn mends_of(lang: Lang, all: &[AcceptObstacle]) -> Mends {
    let mut mends = Mends::default();
    for obstacle in all {
        let (field, words) = match obstacle {
            AcceptObstacle::NotDraft(_) => ("", lang.t(key("edit-mend-not-draft"))),
            AcceptObstacle::NothingChosen => ("chosen", lang.t(key("remarks-mend-nothing"))),
            AcceptObstacle::NoReason => {
                let least = [("least", REASON_LEAST.into())];
                ("reason", lang.tn(key("remarks-mend-reason"), least))
            }
        };
        mends.push(field, words);
    }
    mends
}

fn accept_page(
    visit: &Visit,
    view: &VersionView,
    code: &str,
    typed: &AcceptForm,
    mends: &Mends,
) -> Markup {
    let lang = visit.lang;
    let title = lang.t(key("remarks-title"));
    let answers: Vec<Answer> = left(view, code)
        .iter()
        .map(|it| Answer { value: it.at.to_string(), words: place(lang, it) })
        .collect();
    let chosen: Vec<String> = typed.chosen.iter().map(ToString::to_string).collect();
    let body = html! {
        (block::head(&title, &lang.t(key("remarks-under")), &html! {}))
        (form::refusal(lang, &lang.t(key("remarks-refused")), &lang.t(key("row-kept")), mends))
        form.form method="post" action={ "/versions/" (view.version.id) "/remarks/" (code) } {
            (visit.hidden())
            input type="hidden" name="revision" value=(typed.revision);
            (form::choices(lang, &Input { name: "chosen", label: &lang.t(key("remarks-which")), ..Input::default() }, &answers, &chosen, mends))
            (form::lines(lang, &Input { name: "reason", label: &lang.t(key("remarks-reason")), hint: &lang.t(key("remarks-reason-hint")), value: &typed.reason, ..Input::default() }, 3, mends))
            (confirm(lang, &typed.reason))
            div.sticky-act { button.btn.btn-go { (lang.t(key("remark-accept"))) } " " a.btn.btn-plain href={ "/versions/" (view.version.id) } { (lang.t(key("remarks-back"))) } }
        }
        p.mt-4 { a href={ "/guide/" (code) } { (lang.tn(key("remark-guide"), [("code", code.to_owned().into())])) } }
    };
    let crumbs = version::crumbs(lang, &title);
    shell::page(visit, &Frame { title: &title, section: Section::Roadmaps, crumbs: &crumbs }, &body)
}

/// Names the place of an error: the row, then what is wrong there.
fn place(lang: Lang, it: &RemarkView<'_>) -> String {
    let (message, _) = said(lang, it.remark);
    match it.row {
        Some(row) => {
            let text: String = row.text.chars().take(120).collect();
            format!("{text}: {message}")
        }
        None => message.to_owned(),
    }
}
