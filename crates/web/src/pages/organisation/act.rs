//! Acts of the region, the municipality and the school that papers name.

use app::organisation::act::{self, AddLocalAct};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::id::LocalActId;
use mentoring::organisation::requisites::{ActLevel, LocalAct, LocalActObstacle};
use serde::Deserialize;
use uuid::Uuid;

use super::inner_page;
use crate::filled::{Button, Filled};
use crate::kit::block;
use crate::kit::form::{self, Answer, Input, Mends};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::visit::Visit;
use crate::words;

/// An act, as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ActForm {
    level: String,
    title: String,
    number: String,
    signed_on: String,
    until: String,
}

/// Prints the acts, for the card of the organisation.
pub(super) fn acts(visit: &Visit, all: &[LocalAct], may_edit: bool) -> Markup {
    let lang = visit.lang;
    html! {
        section aria-labelledby="acts" {
            (block::section_head("acts", &lang.t(key("acts")), &lang.t(key("acts-under")), None))
            @if all.is_empty() { p.soft { (lang.t(key("acts-none"))) } }
            ul.plain { @for it in all { li.d-flex.flex-wrap.gap-4 {
                span { (it.title) " " (named(lang, it)) br; span.soft { (lang.t(&format!("act-level-{}", it.level))) ", " (state(visit, it)) } }
                @if may_edit && it.is_in_force(visit.today()) {
                    form method="post" action={ "/organisation/acts/" (it.id) "/end" } {
                        (visit.hidden())
                        button.btn-text { (lang.t(key("act-end"))) span.visually-hidden { ": " (it.title) } }
                    }
                }
            } } }
            @if may_edit { p.mt-4 { a.btn.btn-plain.btn-s href="/organisation/acts/new" { (lang.t(key("act-add"))) } } }
        }
    }
}

/// «от 1 сентября 2022 г. № 71-б».
fn named(lang: Lang, act: &LocalAct) -> String {
    let day = words::date(lang, act.signed_on).into();
    match act.number.is_empty() {
        true => lang.tn(key("act-of-day"), [("day", day)]),
        false => {
            lang.tn(key("act-of-day-number"), [("day", day), ("number", act.number.clone().into())])
        }
    }
}

fn state(visit: &Visit, act: &LocalAct) -> String {
    let lang = visit.lang;
    let last = act.ended_on.and_then(|it| it.yesterday().ok()).or(act.until);
    let day = last.map(|it| words::date(lang, it));
    match (act.is_in_force(visit.today()), day) {
        (true, None) => lang.t(key("act-acts")),
        (true, Some(day)) => lang.tn(key("act-acts-until"), [("day", day.into())]),
        (false, Some(day)) if act.signed_on <= visit.today() => {
            lang.tn(key("act-acted-until"), [("day", day.into())])
        }
        (false, _) => lang.t(key("act-not-yet")),
    }
}

/// Shows the form of an act.
pub(crate) async fn new_act(visit: Visit) -> Markup {
    let typed = ActForm { level: ActLevel::Municipal.slug().to_owned(), ..ActForm::default() };
    act_page(&visit, &typed, &Mends::default())
}

/// Adds an act.
pub(crate) async fn add_act(visit: Visit, Filled(form): Filled<ActForm>) -> Result<Response, Oops> {
    let mends = match read(visit.lang, &form) {
        Ok(ask) => match act::add_local_act(visit.ctx()?, &ask).await {
            Ok(_) => return Ok(visit.done("/organisation", key("notice-act-added"))),
            Err(refusal) => mends_of(visit.lang, &obstacles(refusal)?),
        },
        Err(mends) => mends,
    };
    let page = act_page(&visit, &form, &mends);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn read(lang: Lang, form: &ActForm) -> Result<AddLocalAct, Mends> {
    let mut mends = Mends::default();
    let level = ActLevel::from_slug(&form.level);
    if level.is_none() {
        mends.push("level", lang.t(key("act-mend-level")));
    }
    if form.title.trim().is_empty() {
        mends.push("title", lang.t(key("act-mend-title")));
    }
    let signed_on = mends.day(lang, "signed_on", &form.signed_on);
    let until = mends.day_if_any(lang, "until", &form.until);
    match (level, signed_on) {
        (Some(level), Some(signed_on)) if mends.is_empty() => Ok(AddLocalAct {
            level,
            title: form.title.clone(),
            number: form.number.clone(),
            signed_on,
            until,
        }),
        _ => Err(mends),
    }
}

fn mends_of(lang: Lang, all: &[LocalActObstacle]) -> Mends {
    let mut mends = Mends::default();
    for it in all {
        match it {
            LocalActObstacle::NoTitle => mends.push("title", lang.t(key("act-mend-title"))),
            LocalActObstacle::TooLong { field, limit } => {
                mends.push(field, lang.tn(key("person-mend-long"), [("limit", (*limit).into())]));
            }
            LocalActObstacle::BadLink => mends.push("link", lang.t(key("evidence-mend-link"))),
            LocalActObstacle::EndsBeforeSigned { signed_on } => {
                let day = words::date(lang, *signed_on).into();
                mends.push("until", lang.tn(key("act-mend-until"), [("day", day)]));
            }
        }
    }
    mends
}

/// Records that an act was repealed today.
pub(crate) async fn end_act(
    visit: Visit,
    Path(id): Path<Uuid>,
    _: Filled<Button>,
) -> Result<Response, Oops> {
    match act::end_local_act(visit.ctx()?, LocalActId(id), visit.today()).await {
        Ok(()) => Ok(visit.done("/organisation", key("notice-act-ended"))),
        Err(refusal) => Err(obstacles(refusal).err().unwrap_or(Oops::NotFound)),
    }
}

fn act_page(visit: &Visit, typed: &ActForm, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let title = lang.t(key("act-add"));
    let answer = |it: &ActLevel| Answer {
        value: it.slug().to_owned(),
        words: lang.t(&format!("act-level-{it}")),
    };
    let levels: Vec<_> = ActLevel::ALL.iter().map(answer).collect();
    let body = html! {
        (block::head(&title, &lang.t(key("acts-under")), &html! {}))
        (form::refusal(lang, &lang.t(key("act-refused")), &lang.t(key("person-kept")), mends))
        form.form method="post" action="/organisation/acts" {
            (visit.hidden())
            (form::select(lang, &Input { name: "level", label: &lang.t(key("act-level")), value: &typed.level, ..Input::default() }, &levels, mends))
            (form::lines(lang, &Input { name: "title", label: &lang.t(key("act-title")), hint: &lang.t(key("act-title-hint")), value: &typed.title, ..Input::default() }, 2, mends))
            (form::input(lang, &Input { name: "number", label: &lang.t(key("act-number")), value: &typed.number, width: "w-mid", optional: true, ..Input::default() }, mends))
            (form::input(lang, &Input { name: "signed_on", label: &lang.t(key("act-signed-on")), value: &typed.signed_on, kind: "date", width: "w-date", ..Input::default() }, mends))
            (form::input(lang, &Input { name: "until", label: &lang.t(key("act-until")), hint: &lang.t(key("act-until-hint")), value: &typed.until, kind: "date", width: "w-date", optional: true, ..Input::default() }, mends))
            div.sticky-act { button.btn.btn-go { (lang.t(key("person-save"))) } }
        }
    };
    inner_page(visit, &title, &body)
}
