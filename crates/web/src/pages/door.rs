//! The door: signing in and out, and choosing a person of the sample town.

use app::account::{self, Opened, Persona, SignIn, SignInObstacle};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use mentoring::id::AccountId;
use serde::Deserialize;
use uuid::Uuid;

use crate::cookie::{Cookie, Stay};
use crate::filled::{Button, Filled};
use crate::kit::block;
use crate::kit::form::{self, Input, Mends};
use crate::kit::shell::{self, Frame, Section};
use crate::kit::table::{self, Column, Heat};
use crate::lang::key;
use crate::oops::{Oops, obstacles};
use crate::pages::view::own_address;
use crate::terms;
use crate::visit::Visit;

/// How long a browser of one's own stays signed in.
const KEEP_DAYS: u32 = 30;

/// Where to go after signing in.
#[derive(Deserialize)]
pub(crate) struct Onward {
    #[serde(default)]
    next: String,
}

/// What was typed at the door.
#[derive(Default, Deserialize)]
pub(crate) struct SignInForm {
    #[serde(default)]
    login: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    keep: String,
    #[serde(default)]
    next: String,
}

/// Shows the form of signing in.
pub(crate) async fn new_session(visit: Visit, Query(onward): Query<Onward>) -> Markup {
    let typed = SignInForm { next: own_address(&onward.next).to_owned(), ..SignInForm::default() };
    sign_in_page(&visit, &typed, &Mends::default())
}

/// Prints the door in place of a page that asks for signing in.
pub(crate) fn door_to(visit: &Visit) -> Markup {
    let typed = SignInForm { next: visit.address.clone(), ..SignInForm::default() };
    sign_in_page(visit, &typed, &Mends::default())
}

/// Signs in and goes on.
pub(crate) async fn sign_in(
    visit: Visit,
    Filled(form): Filled<SignInForm>,
) -> Result<Response, Oops> {
    let ask = SignIn {
        login: form.login.clone(),
        password: form.password.clone(),
        address: visit.from.to_string(),
        device: visit.device.clone(),
    };
    match account::sign_in(&visit.web.app, &ask).await {
        Ok(opened) => Ok(entered(&visit, &opened, own_address(&form.next), form.keep == "yes")),
        Err(refusal) => {
            let mends = mends_of(&visit, &obstacles(refusal)?);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, sign_in_page(&visit, &form, &mends))
                .into_response())
        }
    }
}

fn mends_of(visit: &Visit, all: &[SignInObstacle]) -> Mends {
    let mut mends = Mends::default();
    for obstacle in all {
        match obstacle {
            SignInObstacle::WrongPair => {
                mends.push("login", visit.lang.t(key("sign-in-mend-wrong")))
            }
            SignInObstacle::TooMany { minutes } => {
                mends.push(
                    "",
                    visit.lang.tn(key("sign-in-mend-wait"), [("minutes", (*minutes).into())]),
                );
            }
            SignInObstacle::NoMembership => {
                mends.push("", visit.lang.t(key("sign-in-mend-nowhere")))
            }
        }
    }
    mends
}

/// Lets somebody in: the cookie, and the way on.
pub(crate) fn entered(visit: &Visit, opened: &Opened, onward: &str, is_kept: bool) -> Response {
    let stay = if is_kept { Stay::Days(KEEP_DAYS) } else { Stay::Visit };
    let mut response = Redirect::to(onward).into_response();
    visit.set_cookie(&mut response, Cookie::Session, &opened.token, stay);
    response
}

/// Signs out on this device.
pub(crate) async fn sign_out(visit: Visit, _: Filled<Button>) -> Result<Response, Oops> {
    let ctx = visit.ctx()?;
    // Who has no password yet would stand before a shut door, and nobody else has the key.
    if !ctx.has_password && !visit.is_demo() {
        return Ok(visit.done("/account", key("notice-no-password-yet")));
    }
    account::sign_out(ctx).await?;
    Ok(left(&visit))
}

/// Shows the door to somebody who has just signed out.
pub(crate) fn left(visit: &Visit) -> Response {
    let mut response = Redirect::to("/").into_response();
    visit.set_cookie(&mut response, Cookie::Session, "", Stay::Gone);
    response
}

fn sign_in_page(visit: &Visit, typed: &SignInForm, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let inner = html! {
        a.skip href="#main" { (lang.t(key("skip"))) }
        div.door {
            header.door-l {
                (shell::brand(lang, ""))
                p.big { (lang.t(key("door-promise"))) }
                p.small.soft.mb-0 { (lang.t(key("door-own-data"))) }
            }
            main.door-r id="main" tabindex="-1" {
                (shell::view_choices(visit))
                h1 { (lang.t(key("sign-in-title"))) }
                (form::refusal(lang, &lang.t(key("sign-in-refused")), "", mends))
                form.form method="post" action="/sign-in" {
                    (visit.hidden())
                    input type="hidden" name="next" value=(typed.next);
                    (form::input(lang, &Input { name: "login", label: &lang.t(key("sign-in-login")), value: &typed.login, autocomplete: "username", ..Input::default() }, mends))
                    (form::input(lang, &Input { name: "password", label: &lang.t(key("sign-in-password")), kind: "password", autocomplete: "current-password", ..Input::default() }, mends))
                    (form::tick("keep", &lang.t(key("sign-in-keep")), typed.keep == "yes"))
                    button.btn.btn-go.btn-l.w-100 { (lang.t(key("sign-in-do"))) }
                }
                (other_ways(visit))
            }
        }
    };
    shell::bare_page(visit, &lang.t(key("sign-in-title")), &inner)
}

fn other_ways(visit: &Visit) -> Markup {
    let lang = visit.lang;
    html! {
        section.mt-5 aria-labelledby="lost" {
            h2.h3 id="lost" { (lang.t(key("sign-in-lost"))) }
            p.soft { (lang.t(key("sign-in-lost-how"))) }
            @if visit.is_demo() {
                p { a href="/personas" { (lang.t(key("sign-in-personas"))) } br; span.small.soft { (lang.t(key("sign-in-personas-how"))) } }
            }
        }
    }
}

/// Shows the people of the sample town.
pub(crate) async fn list_personas(visit: Visit) -> Result<Markup, Oops> {
    let personas = account::list_personas(&visit.web.app).await?;
    let lang = visit.lang;
    let title = lang.t(key("personas-title"));
    let heads = [key("people-column-name"), key("personas-roles"), key("section-organisation")]
        .map(|it| lang.t(it));
    let columns: Vec<_> =
        heads.iter().map(Column::new).chain([Column::new(lang.t(key("personas-enter")))]).collect();
    let rows = html! { @for it in &personas { (persona_row(&visit, &heads, it)) } };
    let body = html! {
        (block::head(&title, &lang.t(key("personas-under")), &html! {}))
        (table::table(&title, &columns, &rows))
    };
    Ok(shell::page(&visit, &Frame { title: &title, section: Section::None, crumbs: &[] }, &body))
}

fn persona_row(visit: &Visit, heads: &[String; 3], it: &Persona) -> Markup {
    let cells = html! {
        th scope="row" role="rowheader" { span.person { (it.name.full()) } @if !it.job_title.is_empty() { br; span.small.soft { (it.job_title) } } }
        (table::cell(&heads[1], &html! { (terms::role(visit.lang, it.role)) }))
        (table::cell(&heads[2], &html! { (it.organisation) }))
        (table::cell("", &html! {
            form method="post" action="/personas" {
                (visit.hidden())
                button.btn.btn-plain.btn-s name="account" value=(it.account) {
                    (visit.lang.t(key("personas-enter"))) span.visually-hidden { ": " (it.name.full()) }
                }
            }
        }))
    };
    table::row(Heat::Calm, &cells)
}

/// Which person of the sample town to be.
#[derive(Deserialize)]
pub(crate) struct PersonaForm {
    #[serde(default)]
    account: Uuid,
}

/// Signs in as a person of the sample town.
pub(crate) async fn enter_as_persona(
    visit: Visit,
    Filled(form): Filled<PersonaForm>,
) -> Result<Response, Oops> {
    let opened =
        account::sign_in_as_persona(&visit.web.app, AccountId(form.account), &visit.device).await?;
    Ok(entered(&visit, &opened, "/", false))
}
