//! A link for a new password: made on the access page of a person, used by whoever holds it.
//!
//! The link is shown once, to the one who made it: only its digest is kept.

use app::account::{
    self, MadePasswordLink, OfferPasswordObstacle, PasswordLinkState, PasswordLinkView,
    RenewPasswordObstacle,
};
use app::person;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::id::PersonId;
use mentoring::person::Person;
use serde::Deserialize;
use uuid::Uuid;

use super::people::access::access_page;
use super::people::card::crumbs_to;
use super::people::invite::qr;
use crate::filled::{Button, Filled};
use crate::kit::block;
use crate::kit::form::{self, Input, Mends};
use crate::kit::shell::{self, Frame, Section};
use crate::lang::key;
use crate::oops::{Oops, obstacles};
use crate::pages::account::password_mend;
use crate::pages::door;
use crate::visit::Visit;
use crate::words;

/// Makes a link for a new password and shows it, for the only time.
///
/// It answers with the page itself: an address to go to would have to hold the secret.
pub(crate) async fn offer_password(
    visit: Visit,
    Path(id): Path<Uuid>,
    _: Filled<Button>,
) -> Result<Response, Oops> {
    let ctx = visit.ctx()?;
    let person = person::show_person(ctx, PersonId(id)).await?.person;
    match account::offer_password(ctx, person.id).await {
        Ok(link) => Ok(made_page(&visit, &person, &link).into_response()),
        Err(refusal) => {
            let mut mends = Mends::default();
            for it in obstacles(refusal)? {
                let words = match it {
                    OfferPasswordObstacle::NoAccount => key("password-link-mend-none"),
                    OfferPasswordObstacle::Elsewhere => key("password-link-mend-elsewhere"),
                };
                mends.push("", visit.lang.t(words));
            }
            let page = access_page(&visit, person.id, &mends).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

fn made_page(visit: &Visit, person: &Person, made: &MadePasswordLink) -> Markup {
    let lang = visit.lang;
    let link = visit.whole_address(&format!("/password-links/{}", made.token));
    let until = words::moment(lang, visit.local(made.expires_at));
    let title = lang.tn(key("password-link-ready"), [("name", person.name.short().into())]);
    let under = lang.tn(key("password-link-under"), [("until", until.into())]);
    let body = html! {
        (block::head(&title, &under, &html! {}))
        div.form.no-print {
            (form::input(lang, &Input { name: "link", label: &lang.t(key("invite-link")), value: &link, ..Input::default() }, &Mends::default()))
        }
        section aria-labelledby="slip" {
            (block::section_head("slip", &lang.t(key("invite-slip")), "", None))
            p.no-print { (lang.t(key("invite-slip-how"))) " " (lang.t(key("invite-print"))) }
            p.mt-2 { b { (person.name.full()) } }
            (qr(lang, &link))
        }
    };
    let crumbs = crumbs_to(lang, person, lang.t(key("password-link")));
    shell::page(visit, &Frame { title: &title, section: Section::People, crumbs: &crumbs }, &body)
}

/// Shows the form of the new password to whoever holds the link.
pub(crate) async fn show_password_link(
    visit: Visit,
    Path(token): Path<String>,
) -> Result<Markup, Oops> {
    let view = account::show_password_link(&visit.web.app, &token).await?;
    Ok(renew_page(&visit, &token, &view, &Mends::default()))
}

/// The password that was typed.
#[derive(Default, Deserialize)]
pub(crate) struct RenewForm {
    #[serde(default)]
    password: String,
}

/// Sets the new password and lets in.
pub(crate) async fn renew_password(
    visit: Visit,
    Path(token): Path<String>,
    Filled(typed): Filled<RenewForm>,
) -> Result<Response, Oops> {
    let app = &visit.web.app;
    match account::renew_password(app, &token, &typed.password, &visit.device).await {
        Ok(opened) => Ok(door::entered(&visit, &opened, "/", false)),
        Err(refusal) => {
            let mut mends = Mends::default();
            for it in obstacles(refusal)? {
                match it {
                    RenewPasswordObstacle::Closed(_) => {
                        mends.push("", visit.lang.t(key("renew-gone-how")));
                    }
                    RenewPasswordObstacle::Password(it) => {
                        mends.push("password", password_mend(visit.lang, &it));
                    }
                }
            }
            let view = account::show_password_link(app, &token).await?;
            let page = renew_page(&visit, &token, &view, &mends);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

fn renew_page(visit: &Visit, token: &str, it: &PasswordLinkView, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let is_open = it.state == PasswordLinkState::Open;
    let title = if is_open { lang.t(key("renew-title")) } else { lang.t(key("renew-gone")) };
    let under = lang.tn(key("renew-under"), [("login", it.login.clone().into())]);
    let hint = lang.tn(key("accept-password-hint"), [("length", account::PASSWORD_LEAST.into())]);
    let body = html! {
        @if is_open {
            (block::head(&title, &under, &html! {}))
            (form::refusal(lang, &lang.t(key("renew-refused")), "", mends))
            form.form method="post" action={ "/password-links/" (token) } {
                (visit.hidden())
                // Who keeps passwords for the visitor has to know whose this one is.
                input type="hidden" name="login" autocomplete="username" value=(it.login);
                (form::input(lang, &Input { name: "password", label: &lang.t(key("account-password-new")), hint: &hint, kind: "password", autocomplete: "new-password", ..Input::default() }, mends))
                div.sticky-act { button.btn.btn-go.btn-l { (lang.t(key("renew-do"))) } }
            }
        } @else {
            (block::head(&title, &lang.t(key("renew-gone-how")), &html! { a.btn.btn-plain href="/sign-in" { (lang.t(key("sign-in-do"))) } }))
        }
    };
    shell::page(visit, &Frame { title: &title, section: Section::None, crumbs: &[] }, &body)
}
