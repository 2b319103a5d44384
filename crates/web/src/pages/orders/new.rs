//! A new order: what it is about, and its title.

use app::order::{self, DraftObstacle};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::order::OrderSubject;
use serde::Deserialize;

use super::{crumbs, subjects};
use crate::filled::Filled;
use crate::kit::block;
use crate::kit::form::{self, Answer, Input, Mends};
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::visit::Visit;

/// An order as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct OrderForm {
    about: String,
    title: String,
}

/// Shows the form of a new order.
pub(crate) async fn new_order(visit: Visit) -> Markup {
    order_page(&visit, &OrderForm::default(), &Mends::default())
}

/// Drafts the order.
pub(crate) async fn draft_order(
    visit: Visit,
    Filled(form): Filled<OrderForm>,
) -> Result<Response, Oops> {
    let lang = visit.lang;
    let mut mends = Mends::default();
    let Some(about) = OrderSubject::from_slug(&form.about) else {
        mends.push("about", lang.t(key("order-mend-about")));
        let page = order_page(&visit, &form, &mends);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    match order::draft_order(visit.ctx()?, about, &form.title).await {
        Ok(id) => Ok(visit.done(&format!("/orders/{id}"), key("notice-order-drafted"))),
        Err(refusal) => {
            for it in obstacles(refusal)? {
                mends.push("title", draft_mend(lang, &it));
            }
            let page = order_page(&visit, &form, &mends);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

fn draft_mend(lang: Lang, it: &DraftObstacle) -> String {
    match it {
        DraftObstacle::NoTitle => lang.t(key("order-mend-title")),
        DraftObstacle::TooLong { limit } => {
            lang.tn(key("person-mend-long"), [("limit", (*limit).into())])
        }
        DraftObstacle::Step(it) => super::show::obstacle(lang, it).1,
    }
}

fn order_page(visit: &Visit, typed: &OrderForm, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let title = lang.t(key("order-new"));
    let about = Input {
        name: "about",
        label: &lang.t(key("order-about")),
        hint: &lang.t(key("order-about-hint")),
        value: &typed.about,
        ..Input::default()
    };
    // Nothing is chosen beforehand: an order about the wrong thing closes the wrong row.
    let none = Answer { value: String::new(), words: lang.t(key("order-about-choose")) };
    let answers: Vec<Answer> = std::iter::once(none).chain(subjects(lang)).collect();
    let name = Input {
        name: "title",
        label: &lang.t(key("order-title")),
        hint: &lang.t(key("order-title-hint")),
        value: &typed.title,
        ..Input::default()
    };
    let body = html! {
        (block::head(&title, &lang.t(key("order-new-under")), &html! {}))
        (form::refusal(lang, &lang.t(key("order-refused")), &lang.t(key("person-kept")), mends))
        form.form method="post" action="/orders" {
            (visit.hidden())
            (form::select(lang, &about, &answers, mends))
            (form::input(lang, &name, mends))
            div.sticky-act { button.btn.btn-go { (lang.t(key("order-draft"))) } }
        }
    };
    let crumbs = crumbs(lang, title.clone());
    shell::page(visit, &Frame { title: &title, section: Section::Orders, crumbs: &crumbs }, &body)
}
