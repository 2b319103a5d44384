//! The last day of a person with the organisation: roles end with it, the history stays.

use app::person;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::id::PersonId;
use mentoring::person::Person;
use serde::Deserialize;
use uuid::Uuid;

use super::card::crumbs_to;
use super::role::mends_of;
use crate::filled::Filled;
use crate::kit::block;
use crate::kit::form::{self, Input, Mends};
use crate::kit::shell::{self, Frame, Section};
use crate::lang::key;
use crate::oops::{Oops, obstacles};
use crate::visit::Visit;

/// The last day, as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct LeavingForm {
    on: String,
}

/// Shows what leaving ends, and asks for the last day.
pub(crate) async fn new_leaving(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let card = person::show_person(visit.ctx()?, PersonId(id)).await?;
    let typed = LeavingForm { on: visit.today().to_string() };
    Ok(leaving_page(&visit, &card.person, &typed, &Mends::default()))
}

/// Records the last day.
pub(crate) async fn leave(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<LeavingForm>,
) -> Result<Response, Oops> {
    let (ctx, id) = (visit.ctx()?, PersonId(id));
    let mut mends = Mends::default();
    if let Some(on) = mends.day(visit.lang, "on", &form.on) {
        match person::leave(ctx, id, on).await {
            Ok(()) => return Ok(visit.done(&format!("/people/{id}"), key("notice-person-left"))),
            Err(refusal) => mends = mends_of(visit.lang, &obstacles(refusal)?),
        }
    }
    let card = person::show_person(ctx, id).await?;
    let page = leaving_page(&visit, &card.person, &form, &mends);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn leaving_page(visit: &Visit, person: &Person, typed: &LeavingForm, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let title = lang.tn(key("leaving-title"), [("name", person.name.short().into())]);
    let body = html! {
        (block::head(&title, &lang.t(key("leaving-under")), &html! {}))
        (form::refusal(lang, &lang.t(key("leaving-refused")), "", mends))
        form.form method="post" action={ "/people/" (person.id) "/leaving" } {
            (visit.hidden())
            (form::input(lang, &Input { name: "on", label: &lang.t(key("leaving-on")), value: &typed.on, kind: "date", width: "w-date", ..Input::default() }, mends))
            div.sticky-act { button.btn.btn-stop { (lang.t(key("leaving-do"))) } }
        }
    };
    let crumbs = crumbs_to(lang, person, lang.t(key("leaving")));
    shell::page(visit, &Frame { title: &title, section: Section::People, crumbs: &crumbs }, &body)
}
