//! The page where there is no page: what happened and what to do. Nothing of the inside is shown.

use maud::{Markup, html};

use crate::kit::block;
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::pages::door;
use crate::visit::Visit;

/// Prints why there is no page. A person who is signed out gets the door instead.
pub(crate) fn show_oops(visit: &Visit, oops: &Oops) -> Markup {
    if matches!(oops, Oops::SignedOut) {
        return door::door_to(visit);
    }
    let lang = visit.lang;
    let (title, what) = words(lang, oops);
    let body = html! {
        (block::head(&title, &what, &html! {}))
        @if matches!(oops, Oops::Unexpected(_)) {
            p { (lang.tn(key("oops-operation"), [("number", visit.operation.clone().into())])) }
        }
        p { a.btn.btn-go href="/" { (lang.t(key("oops-home"))) } }
    };
    shell::page(visit, &Frame { title: &title, section: Section::None, crumbs: &[] }, &body)
}

fn words(lang: Lang, oops: &Oops) -> (String, String) {
    let (title, what) = match oops {
        Oops::NotFound | Oops::SignedOut => (key("oops-not-found"), key("oops-not-found-what")),
        Oops::ForeignForm => (key("oops-foreign-form"), key("oops-foreign-form-what")),
        Oops::Stale => (key("oops-stale"), key("oops-stale-what")),
        Oops::TooOften(seconds) => {
            let what = lang.tn(key("oops-too-often-what"), [("seconds", (*seconds).into())]);
            return (lang.t(key("oops-too-often")), what);
        }
        Oops::TooLarge => (key("oops-too-large"), key("oops-too-large-what")),
        Oops::Unreadable => (key("oops-unreadable"), key("oops-unreadable-what")),
        Oops::Busy | Oops::Again(_) => (key("oops-busy"), key("oops-busy-what")),
        Oops::Unexpected(_) => (key("oops-unexpected"), key("oops-unexpected-what")),
    };
    (lang.t(title), lang.t(what))
}
