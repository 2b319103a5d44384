//! An invitation, as the one who holds its link sees it: a login, a password, and in.

use app::account::{self, AcceptInvitation, AcceptObstacle, InvitationState, InvitationView};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use serde::Deserialize;

use crate::filled::{Button, Filled};
use crate::kit::block;
use crate::kit::form::{self, Input, Mends};
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::pages::account::{login_mend, password_mend};
use crate::pages::door;
use crate::terms;
use crate::visit::Visit;

/// What was typed.
#[derive(Default, Deserialize)]
pub(crate) struct AcceptForm {
    #[serde(default)]
    login: String,
    #[serde(default)]
    password: String,
}

/// Shows an invitation.
pub(crate) async fn show_invitation(
    visit: Visit,
    Path(token): Path<String>,
) -> Result<Markup, Oops> {
    let invitation = account::show_invitation(&visit.web.app, &token).await?;
    Ok(invitation_page(&visit, &token, &invitation, &AcceptForm::default(), &Mends::default()))
}

/// Accepts an invitation and lets in.
pub(crate) async fn accept_invitation(
    visit: Visit,
    Path(token): Path<String>,
    Filled(typed): Filled<AcceptForm>,
) -> Result<Response, Oops> {
    let ask = AcceptInvitation {
        token: token.clone(),
        login: typed.login.clone(),
        password: typed.password.clone(),
        lang: visit.lang.code().to_owned(),
        device: visit.device.clone(),
    };
    match account::accept_invitation(&visit.web.app, &ask).await {
        Ok(opened) => Ok(door::entered(&visit, &opened, "/", false)),
        Err(refusal) => {
            let mends = mends_of(visit.lang, &obstacles(refusal)?);
            let invitation = account::show_invitation(&visit.web.app, &token).await?;
            let page = invitation_page(&visit, &token, &invitation, &typed, &mends);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// Joins the inviting organisation with the account one is signed in with.
pub(crate) async fn join_by_invitation(
    visit: Visit,
    Path(token): Path<String>,
    _: Filled<Button>,
) -> Result<Response, Oops> {
    match account::join_invitation(visit.ctx()?, &token).await {
        Ok(organisation) => {
            account::switch_organisation(&visit.ctx_anew().await?, organisation).await?;
            Ok(visit.done("/", key("notice-joined")))
        }
        Err(refusal) => {
            let mends = mends_of(visit.lang, &obstacles(refusal)?);
            let invitation = account::show_invitation(&visit.web.app, &token).await?;
            let page = invitation_page(&visit, &token, &invitation, &AcceptForm::default(), &mends);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

fn mends_of(lang: Lang, all: &[AcceptObstacle]) -> Mends {
    let mut mends = Mends::default();
    for obstacle in all {
        match obstacle {
            AcceptObstacle::Closed(_) => mends.push("", lang.t(key("accept-gone-how"))),
            AcceptObstacle::Login(it) => mends.push("login", login_mend(lang, it)),
            AcceptObstacle::Password(it) => mends.push("password", password_mend(lang, it)),
        }
    }
    mends
}

fn invitation_page(
    visit: &Visit,
    token: &str,
    it: &InvitationView,
    typed: &AcceptForm,
    mends: &Mends,
) -> Markup {
    let lang = visit.lang;
    let title = lang.tn(key("accept-title"), [("organisation", it.organisation.clone().into())]);
    let body = html! {
        @if it.state == InvitationState::Open {
            (block::head(&title, &lang.tn(key("accept-under"), [("name", it.name.full().into()), ("role", terms::role(lang, it.role).into())]), &html! {}))
            (form::refusal(lang, &lang.t(key("accept-refused")), "", mends))
            @if let Some(signed) = &visit.signed { (join_form(visit, token, &signed.login)) }
            (accept_form(visit, token, typed, mends))
        } @else {
            (block::head(&lang.t(key("accept-gone")), &lang.t(key("accept-gone-how")), &html! { a.btn.btn-plain href="/sign-in" { (lang.t(key("sign-in-do"))) } }))
        }
    };
    shell::page(visit, &Frame { title: &title, section: Section::None, crumbs: &[] }, &body)
}

fn accept_form(visit: &Visit, token: &str, typed: &AcceptForm, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let hint = lang.tn(key("accept-password-hint"), [("length", account::PASSWORD_LEAST.into())]);
    html! {
        form.form method="post" action={ "/invitations/" (token) } {
            (visit.hidden())
            (form::input(lang, &Input { name: "login", label: &lang.t(key("accept-login")), hint: &lang.t(key("accept-login-hint")), value: &typed.login, autocomplete: "username", ..Input::default() }, mends))
            (form::input(lang, &Input { name: "password", label: &lang.t(key("accept-password")), hint: &hint, kind: "password", autocomplete: "new-password", ..Input::default() }, mends))
            div.sticky-act { button.btn.btn-go.btn-l { (lang.t(key("sign-in-do"))) } }
        }
    }
}

fn join_form(visit: &Visit, token: &str, login: &str) -> Markup {
    let lang = visit.lang;
    let words = lang.tn(key("accept-join"), [("login", login.to_owned().into())]);
    let act = html! {
        form method="post" action={ "/invitations/" (token) "/join" } { (visit.hidden()) button.btn.btn-go { (lang.t(key("accept-join-do"))) } }
    };
    block::next_step(&words, "", &act)
}
