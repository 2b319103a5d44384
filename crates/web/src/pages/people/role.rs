//! Roles of a person from a day to a day: given and ended.

use app::person::{self, GiveRole};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::id::{PersonId, PersonRoleId};
use mentoring::period::Period;
use mentoring::person::{Person, PersonRoleObstacle, Position};
use serde::Deserialize;
use uuid::Uuid;

use super::card::{card_page, crumbs_to};
use crate::filled::{Button, Filled};
use crate::kit::block;
use crate::kit::form::{self, Input, Mends};
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::terms;
use crate::visit::Visit;
use crate::words;

/// A role as it was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct RoleForm {
    position: String,
    about: String,
    from: String,
}

/// Shows the form of a new role.
pub(crate) async fn new_role(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let card = person::show_person(visit.ctx()?, PersonId(id)).await?;
    let typed = RoleForm { from: visit.today().to_string(), ..RoleForm::default() };
    Ok(role_page(&visit, &card.person, &typed, &Mends::default()))
}

/// Gives a role.
pub(crate) async fn give_role(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<RoleForm>,
) -> Result<Response, Oops> {
    let id = PersonId(id);
    let ask = match read(visit.lang, &form) {
        Ok(ask) => ask,
        Err(mends) => return refused(&visit, id, &form, &mends).await,
    };
    match person::give_role(visit.ctx()?, id, &ask).await {
        Ok(_) => Ok(visit.done(&format!("/people/{id}"), key("notice-role-added"))),
        Err(refusal) => {
            let mends = mends_of(visit.lang, &obstacles(refusal)?);
            refused(&visit, id, &form, &mends).await
        }
    }
}

fn read(lang: Lang, form: &RoleForm) -> Result<GiveRole, Mends> {
    let mut mends = Mends::default();
    let position = Position::from_slug(&form.position);
    if position.is_none() {
        mends.push("position", lang.t(key("person-mend-role-which")));
    }
    let from = mends.day(lang, "from", &form.from);
    match position.zip(from) {
        Some((position, from)) => {
            Ok(GiveRole { position, about: form.about.clone(), period: Period::since(from) })
        }
        None => Err(mends),
    }
}

/// Ends a role with today.
pub(crate) async fn end_role(
    visit: Visit,
    Path((id, role)): Path<(Uuid, Uuid)>,
    _: Filled<Button>,
) -> Result<Response, Oops> {
    let id = PersonId(id);
    match person::take_role(visit.ctx()?, id, PersonRoleId(role), visit.today()).await {
        Ok(()) => Ok(visit.done(&format!("/people/{id}"), key("notice-role-ended"))),
        Err(refusal) => {
            let mends = mends_of(visit.lang, &obstacles(refusal)?);
            let card = person::show_person(visit.ctx()?, id).await?;
            let page = card_page(&visit, &card, &mends);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

async fn refused(
    visit: &Visit,
    id: PersonId,
    form: &RoleForm,
    mends: &Mends,
) -> Result<Response, Oops> {
    let card = person::show_person(visit.ctx()?, id).await?;
    let page = role_page(visit, &card.person, form, mends);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn role_page(visit: &Visit, person: &Person, typed: &RoleForm, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let title = lang.tn(key("person-role-title"), [("name", person.name.short().into())]);
    let answers = terms::positions(lang);
    let body = html! {
        (block::head(&title, &lang.t(key("person-position-hint")), &html! {}))
        (form::refusal(lang, &lang.t(key("person-role-refused")), &lang.t(key("person-kept")), mends))
        form.form method="post" action={ "/people/" (person.id) "/roles" } {
            (visit.hidden())
            (form::select(lang, &Input { name: "position", label: &lang.t(key("person-role-which")), value: &typed.position, ..Input::default() }, &answers, mends))
            (form::input(lang, &Input { name: "about", label: &lang.t(key("person-role-about")), hint: &lang.t(key("person-role-about-hint")), value: &typed.about, optional: true, ..Input::default() }, mends))
            (form::input(lang, &Input { name: "from", label: &lang.t(key("person-role-from")), value: &typed.from, kind: "date", width: "w-date", ..Input::default() }, mends))
            div.sticky-act { button.btn.btn-go { (lang.t(key("person-role-add"))) } }
        }
    };
    let crumbs = crumbs_to(lang, person, lang.t(key("person-role-add")));
    shell::page(visit, &Frame { title: &title, section: Section::People, crumbs: &crumbs }, &body)
}

pub(crate) fn mends_of(lang: Lang, all: &[PersonRoleObstacle]) -> Mends {
    let mut mends = Mends::default();
    for obstacle in all {
        match obstacle {
            PersonRoleObstacle::Held { since } => {
                mends.push(
                    "from",
                    lang.tn(
                        key("person-mend-role-held"),
                        [("since", words::date(lang, *since).into())],
                    ),
                );
            }
            PersonRoleObstacle::HeadElsewhere => {
                mends.push("position", lang.t(key("person-mend-role-head")));
            }
            PersonRoleObstacle::Student => {
                mends.push("position", lang.t(key("person-mend-role-student")));
            }
            PersonRoleObstacle::TooYoung { age, least } => mends.push(
                "position",
                lang.tn(
                    key("person-mend-role-young"),
                    [("age", (*age).into()), ("least", (*least).into())],
                ),
            ),
            PersonRoleObstacle::TooEarly { earliest } => mends.push(
                "from",
                lang.tn(
                    key("person-mend-role-early"),
                    [("day", words::date(lang, *earliest).into())],
                ),
            ),
            PersonRoleObstacle::EndsBeforeItBegan { from } => {
                mends.push(
                    "",
                    lang.tn(
                        key("person-mend-ends-before"),
                        [("from", words::date(lang, *from).into())],
                    ),
                );
            }
        }
    }
    mends
}
