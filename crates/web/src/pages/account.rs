//! One's own settings: password and login, devices, organisations, looks.

use app::account::{
    self, ChangePassword, LoginObstacle, PASSWORD_LEAST, PasswordObstacle, SessionView,
};
use app::{Ctx, organisation};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::access::Action;
use mentoring::id::OrganisationId;
use mentoring::organisation::Organisation;
use serde::Deserialize;
use uuid::Uuid;

use crate::filled::{Button, Filled};
use crate::kit::block;
use crate::kit::form::{self, Input, Mends};
use crate::kit::shell::{self, Frame, Section};
use crate::kit::table::{self, Column, Heat};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::pages::door;
use crate::terms;
use crate::visit::Visit;
use crate::words;

/// Shows the settings.
pub(crate) async fn show_account(visit: Visit) -> Result<Markup, Oops> {
    account_page(&visit, &visit.ctx()?.login, &Mends::default()).await
}

/// What was typed to change the password.
#[derive(Default, Deserialize)]
pub(crate) struct PasswordForm {
    #[serde(default)]
    old: String,
    #[serde(default)]
    new: String,
}

/// Changes the password and signs out on all other devices.
pub(crate) async fn change_password(
    visit: Visit,
    Filled(form): Filled<PasswordForm>,
) -> Result<Response, Oops> {
    let ctx = visit.ctx()?;
    match account::change_password(ctx, &ChangePassword { old: form.old, new: form.new }).await {
        Ok(()) => Ok(visit.done("/account", key("notice-password-changed"))),
        Err(refusal) => {
            let mut mends = Mends::default();
            for it in obstacles(refusal)? {
                let field = if it == PasswordObstacle::WrongOld { "old" } else { "new" };
                mends.push(field, password_mend(visit.lang, &it));
            }
            refused(&visit, &ctx.login, &mends).await
        }
    }
}

/// What was typed to change the login.
#[derive(Default, Deserialize)]
pub(crate) struct LoginForm {
    #[serde(default)]
    login: String,
}

/// Changes what one signs in with.
pub(crate) async fn change_login(
    visit: Visit,
    Filled(form): Filled<LoginForm>,
) -> Result<Response, Oops> {
    match account::change_login(visit.ctx()?, &form.login).await {
        Ok(()) => Ok(visit.done("/account", key("notice-login-changed"))),
        Err(refusal) => {
            let mut mends = Mends::default();
            for it in obstacles(refusal)? {
                mends.push("login", login_mend(visit.lang, &it));
            }
            refused(&visit, &form.login, &mends).await
        }
    }
}

async fn refused(visit: &Visit, login: &str, mends: &Mends) -> Result<Response, Oops> {
    let page = account_page(visit, login, mends).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// Signs out on every device, this one too.
pub(crate) async fn sign_out_everywhere(visit: Visit, _: Filled<Button>) -> Result<Response, Oops> {
    account::sign_out_everywhere(visit.ctx()?).await?;
    Ok(door::left(&visit))
}

/// Which organisation to work in.
#[derive(Default, Deserialize)]
pub(crate) struct OrganisationChoice {
    #[serde(default)]
    organisation: Uuid,
}

/// Goes on working in another of one's organisations.
pub(crate) async fn switch_organisation(
    visit: Visit,
    Filled(form): Filled<OrganisationChoice>,
) -> Result<Response, Oops> {
    account::switch_organisation(visit.ctx()?, OrganisationId(form.organisation)).await?;
    Ok(visit.done("/", key("notice-organisation-switched")))
}

/// Says what to do about a password.
pub(crate) fn password_mend(lang: Lang, it: &PasswordObstacle) -> String {
    match it {
        PasswordObstacle::Short { least } => {
            lang.tn(key("account-mend-short"), [("length", (*least).into())])
        }
        PasswordObstacle::Long { most } => {
            lang.tn(key("account-mend-long"), [("length", (*most).into())])
        }
        PasswordObstacle::Easy => lang.t(key("account-mend-easy")),
        PasswordObstacle::HoldsLogin => lang.t(key("account-mend-holds-login")),
        PasswordObstacle::WrongOld => lang.t(key("account-mend-old")),
    }
}

/// Says what to do about a login.
pub(crate) fn login_mend(lang: Lang, it: &LoginObstacle) -> String {
    match it {
        LoginObstacle::Length => lang.t(key("account-mend-login-length")),
        LoginObstacle::Spaces => lang.t(key("account-mend-login-spaces")),
        LoginObstacle::Taken => lang.t(key("account-mend-login-taken")),
    }
}

/// The organisations one belongs to, in the order of the memberships.
async fn own_organisations(ctx: &Ctx) -> Result<Vec<Organisation>, Oops> {
    let mut all = Vec::new();
    for id in ctx.scope.own() {
        all.push(organisation::show_card(ctx, id).await?.organisation);
    }
    Ok(all)
}

async fn account_page(visit: &Visit, login: &str, mends: &Mends) -> Result<Markup, Oops> {
    let ctx = visit.ctx()?;
    let sessions = account::list_sessions(ctx).await?;
    let organisations = own_organisations(ctx).await?;
    let lang = visit.lang;
    let title = lang.t(key("account-title"));
    let body = html! {
        (block::head(&title, &lang.t(key("account-under")), &html! { @if visit.signed.as_ref().is_some_and(|it| it.may_oneself(Action::SeePeople)) { a.btn.btn-plain href="/me" { (lang.t(key("me-title"))) } } }))
        (form::refusal(lang, &lang.t(key("account-refused")), "", mends))
        @if !ctx.has_password { (block::next_step(&lang.t(key("account-no-password")), &lang.t(key("account-no-password-why")), &html! { a.btn.btn-go href="#new" { (lang.t(key("account-password-set"))) } })) }
        div.cols-2 { (password_form(visit, ctx.has_password, mends)) (login_form(visit, login, mends)) }
        @if 1 < organisations.len() { (organisation_choice(visit, &organisations, ctx.at())) }
        (session_table(visit, &sessions))
    };
    Ok(shell::page(visit, &Frame { title: &title, section: Section::Account, crumbs: &[] }, &body))
}

fn password_form(visit: &Visit, has_password: bool, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let hint = lang.tn(key("accept-password-hint"), [("length", PASSWORD_LEAST.into())]);
    let button = if has_password {
        lang.t(key("account-password-do"))
    } else {
        lang.t(key("account-password-set"))
    };
    html! {
        section aria-labelledby="password" {
            (block::section_head("password", &lang.t(key("account-password")), "", None))
            form.form method="post" action="/account/password" {
                (visit.hidden())
                @if has_password {
                    (form::input(lang, &Input { name: "old", label: &lang.t(key("account-password-old")), kind: "password", autocomplete: "current-password", ..Input::default() }, mends))
                }
                (form::input(lang, &Input { name: "new", label: &lang.t(key("account-password-new")), hint: &hint, kind: "password", autocomplete: "new-password", ..Input::default() }, mends))
                button.btn.btn-plain { (button) }
            }
        }
    }
}

fn login_form(visit: &Visit, login: &str, mends: &Mends) -> Markup {
    let lang = visit.lang;
    html! {
        section aria-labelledby="login-head" {
            (block::section_head("login-head", &lang.t(key("account-login")), "", None))
            form.form method="post" action="/account/login" {
                (visit.hidden())
                (form::input(lang, &Input { name: "login", label: &lang.t(key("sign-in-login")), hint: &lang.t(key("accept-login-hint")), value: login, autocomplete: "username", ..Input::default() }, mends))
                button.btn.btn-plain { (lang.t(key("account-login-do"))) }
            }
        }
    }
}

fn organisation_choice(visit: &Visit, all: &[Organisation], here: OrganisationId) -> Markup {
    let lang = visit.lang;
    html! {
        section aria-labelledby="organisations" {
            (block::section_head("organisations", &lang.t(key("account-organisations")), "", None))
            ul.plain { @for it in all { li {
                @if it.id == here { b { (it.card.name) } " " span.soft { (lang.t(key("account-organisation-here"))) } }
                @else { form method="post" action="/account/organisation" {
                    (visit.hidden())
                    button.btn-text name="organisation" value=(it.id) { (lang.tn(key("account-organisation-go"), [("name", it.card.name.clone().into())])) }
                } }
            } } }
        }
    }
}

fn session_table(visit: &Visit, sessions: &[SessionView]) -> Markup {
    let lang = visit.lang;
    let heads =
        [key("account-session-device"), key("account-session-since"), key("account-session-seen")]
            .map(|it| lang.t(it));
    let columns: Vec<_> = heads.iter().map(Column::new).collect();
    let rows = html! { @for it in sessions { (session_row(visit, &heads, it)) } };
    html! {
        section aria-labelledby="sessions" {
            (block::section_head("sessions", &lang.t(key("account-sessions")), &lang.t(key("account-sessions-under")), None))
            (table::table(&lang.t(key("account-sessions")), &columns, &rows))
            form.mt-4 method="post" action="/account/sign-out" {
                (visit.hidden())
                button.btn.btn-stop { (lang.t(key("account-sign-out-everywhere"))) }
            }
        }
    }
}

fn session_row(visit: &Visit, heads: &[String; 3], it: &SessionView) -> Markup {
    let at = |moment| words::moment(visit.lang, visit.local(moment));
    let named =
        terms::device(&it.device).unwrap_or_else(|| visit.lang.t(key("account-session-unknown")));
    let cells = html! {
        th scope="row" role="rowheader" { (named) @if it.is_this { br; span.small.soft { (visit.lang.t(key("account-session-here"))) } } }
        (table::cell(&heads[1], &html! { (at(it.opened_at)) }))
        (table::cell(&heads[2], &html! { (at(it.seen_at)) }))
    };
    table::row(Heat::Calm, &cells)
}
