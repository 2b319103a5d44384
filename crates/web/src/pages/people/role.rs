//! Roles of a person from a day to a day: given and ended.

use app::person::{self, GiveRole};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use mentoring::id::{PersonId, PersonRoleId};
use mentoring::period::Period;
use mentoring::person::{PersonRoleObstacle, Position};
use uuid::Uuid;

use super::card::{RoleForm, card_page};
use crate::filled::{Button, Filled};
use crate::kit::form::Mends;
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::visit::Visit;
use crate::words;

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
    let from = words::read_date(&form.from);
    if position.is_none() {
        mends.push("position", lang.t(key("person-mend-role-which")));
    }
    if from.is_none() {
        mends.push("from", lang.t(key("person-mend-day")));
    }
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
            refused(&visit, id, &RoleForm::default(), &mends).await
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
    Ok((StatusCode::UNPROCESSABLE_ENTITY, card_page(visit, &card, form, mends)).into_response())
}

fn mends_of(lang: Lang, all: &[PersonRoleObstacle]) -> Mends {
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
