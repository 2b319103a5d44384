//! One page for whatever needs nothing but a reason: setting aside, opening again, withdrawing.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::found::Found;
use crate::kit::form::{self, Input, Mends};
use crate::lang::key;
use crate::oops::Oops;
use crate::pages::care::{asks_about, confirm};
use crate::visit::Visit;

/// A reason as it was typed.
#[derive(Clone, Debug, Default, serde::Deserialize)]
pub(crate) struct ReasonForm {
    #[serde(default)]
    pub(crate) reason: String,
    #[serde(default)]
    pub(crate) not_sensitive: String,
}

/// What the page says: all of them words.
pub(crate) struct Said {
    /// Its title, also of the refusal.
    pub(crate) title: String,
    /// What will be so afterwards.
    pub(crate) outcome: String,
    /// The words of its button.
    pub(crate) button: String,
    /// Where the form goes.
    pub(crate) action: String,
}

/// Prints the page.
pub(crate) fn page(
    visit: &Visit,
    found: &Found,
    said: &Said,
    typed: &ReasonForm,
    mends: &Mends,
) -> Result<Markup, Oops> {
    let lang = visit.lang;
    let body = html! {
        (form::refusal(lang, &lang.t(key("task-refused")), &lang.t(key("task-kept")), mends))
        p { (said.outcome) }
        form.form method="post" action=(said.action) {
            (visit.hidden())
            (form::lines(lang, &Input { name: "reason", label: &lang.t(key("task-reason")), hint: &lang.t(key("task-reason-hint")), value: &typed.reason, ..Input::default() }, 4, mends))
            (confirm(lang, &typed.reason))
            div.sticky-act { button.btn.btn-stop { (said.button) } }
        }
    };
    found.page(visit, &said.title, &body)
}

/// Asks once about a reason that seems to tell of health or of the police; `None` to go on.
pub(crate) fn asks(
    visit: &Visit,
    found: &Found,
    said: &Said,
    typed: &ReasonForm,
) -> Result<Option<Response>, Oops> {
    let mut mends = Mends::default();
    let is_sure = typed.not_sensitive == "yes";
    match asks_about(visit.lang, "reason", &typed.reason, is_sure, &mut mends) {
        true => refused(visit, found, said, typed, &mends).map(Some),
        false => Ok(None),
    }
}

/// Answers a refusal with the page and what stands against it.
pub(crate) fn refused(
    visit: &Visit,
    found: &Found,
    said: &Said,
    typed: &ReasonForm,
    mends: &Mends,
) -> Result<Response, Oops> {
    let page = page(visit, found, said, typed, mends)?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}
