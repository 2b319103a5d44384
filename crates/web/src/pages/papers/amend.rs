//! A change of a registered order: its form with the present values, and what changed becomes an order.

use app::paper::{self, AmendForm, AmendObstacle, PaperObstacle, SaveAmendment};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::id::PaperId;
use uuid::Uuid;

use super::fields::{self, MORE, Sent, sent};
use super::{crumbs, mends_of};
use crate::filled::Filled;
use crate::kit::block;
use crate::kit::form::{self, Input, Mends};
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::pages::orders;
use crate::visit::Visit;
use crate::words;

/// Shows the form of a change.
pub(crate) async fn new_amendment(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let it = paper::amend_form(visit.ctx()?, PaperId(id)).await?;
    let sent = it.form.filled.clone();
    Ok(page(&visit, id, &it, &sent, &Mends::default()))
}

/// Drafts the order that tells only what changed.
pub(crate) async fn save_amendment(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(all): Filled<Sent>,
) -> Result<Response, Oops> {
    let ctx = visit.ctx()?;
    let it = paper::amend_form(ctx, PaperId(id)).await?;
    let mut mends = Mends::default();
    if !sent(&all, MORE).is_empty() {
        return Ok(page(&visit, id, &it, &all, &mends).into_response());
    }
    if let Some(from) = mends.day(visit.lang, "_from", sent(&all, "_from")) {
        let reason = sent(&all, "_reason").to_owned();
        let ask = SaveAmendment { from, reason, sent: all.clone() };
        match paper::save_amendment(ctx, PaperId(id), &ask).await {
            Ok(new) => return Ok(visit.done(&format!("/papers/{new}"), key("notice-amendment"))),
            Err(refusal) => mends = amend_mends(visit.lang, &obstacles(refusal)?),
        }
    }
    let page = page(&visit, id, &it, &all, &mends);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn amend_mends(lang: Lang, all: &[AmendObstacle]) -> Mends {
    let of_paper: Vec<&PaperObstacle> = all
        .iter()
        .filter_map(|it| match it {
            AmendObstacle::Paper(it) => Some(it),
            _ => None,
        })
        .collect();
    let mut mends = mends_of(lang, of_paper);
    for it in all {
        match it {
            AmendObstacle::NothingChanged => mends.push("", lang.t(key("amend-mend-nothing"))),
            AmendObstacle::WrongState { state } => mends.push(
                "",
                lang.tn(key("order-mend-state"), [("state", orders::state(lang, *state).into())]),
            ),
            AmendObstacle::BeforeItActs { acts_from } => {
                let day = words::date(lang, *acts_from);
                mends.push("_from", lang.tn(key("amend-mend-before"), [("day", day.into())]));
            }
            AmendObstacle::Paper(_) => {}
        }
    }
    mends
}

fn page(visit: &Visit, id: Uuid, it: &AmendForm, all: &Sent, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let title = lang.t(key("amend-title"));
    let number = it.order.registration().map(|it| it.number.text()).unwrap_or_default();
    let under = lang.tn(
        key("amend-under"),
        [("number", number.into()), ("title", it.order.title.clone().into())],
    );
    let (typed, today) = (sent(all, "_from"), visit.today().to_string());
    let from = Input {
        name: "_from",
        label: &lang.t(key("amend-from")),
        value: if typed.is_empty() { &today } else { typed },
        kind: "date",
        width: "w-date",
        ..Input::default()
    };
    let reason = Input {
        name: "_reason",
        label: &lang.t(key("amend-reason")),
        hint: &lang.t(key("amend-reason-hint")),
        value: sent(all, "_reason"),
        optional: true,
        ..Input::default()
    };
    let body = html! {
        (block::head(&title, &under, &html! {}))
        (form::refusal(lang, &lang.t(key("amend-refused")), &lang.t(key("person-kept")), mends))
        p { (lang.t(key("amend-how"))) }
        form.form method="post" action={ "/papers/" (id) "/amend" } {
            (visit.hidden())
            button.visually-hidden tabindex="-1" aria-hidden="true" { (lang.t(key("amend-do"))) }
            (form::input(lang, &from, mends))
            (form::input(lang, &reason, mends))
            (fields::asked(visit, &it.form, all, mends))
            div.sticky-act { button.btn.btn-go { (lang.t(key("amend-do"))) } }
        }
    };
    let crumbs = crumbs(lang, title.clone());
    shell::page(visit, &Frame { title: &title, section: Section::Papers, crumbs: &crumbs }, &body)
}
