//! The door: signing in, and the first words a newcomer reads.

use axum::extract::Query;
use maud::{Markup, html};
use serde::Deserialize;

use crate::kit::form::{self, Input, Mends};
use crate::kit::shell;
use crate::lang::key;
use crate::pages::view::own_address;
use crate::visit::Visit;

/// Where to go after signing in.
#[derive(Deserialize)]
pub(crate) struct Onward {
    #[serde(default)]
    next: String,
}

/// Shows the form of signing in.
pub(crate) async fn new_session(visit: Visit, Query(onward): Query<Onward>) -> Markup {
    sign_in_page(&visit, own_address(&onward.next))
}

/// Prints the door; after signing in the visitor goes on to `next`.
pub(crate) fn sign_in_page(visit: &Visit, next: &str) -> Markup {
    let lang = visit.lang;
    let mends = Mends::default();
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
                form.form method="post" action="/sign-in" {
                    (visit.hidden())
                    input type="hidden" name="next" value=(next);
                    (form::input(lang, &Input { name: "login", label: &lang.t(key("sign-in-login")), autocomplete: "username", ..Input::default() }, &mends))
                    (form::input(lang, &Input { name: "password", label: &lang.t(key("sign-in-password")), kind: "password", autocomplete: "current-password", ..Input::default() }, &mends))
                    (form::tick("keep", &lang.t(key("sign-in-keep")), false))
                    button.btn.btn-go.btn-l.w-100 { (lang.t(key("sign-in-do"))) }
                }
            }
        }
    };
    shell::bare_page(visit, &lang.t(key("sign-in-title")), &inner)
}
