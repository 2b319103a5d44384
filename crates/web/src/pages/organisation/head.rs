//! Who heads the organisation from when to when: papers of a day take the head of that day.

use app::organisation::act::{self, InOffice, NameHead};
use app::person::list_people;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::id::PersonId;
use mentoring::organisation::in_office::head_on;
use mentoring::person::Position;
use serde::Deserialize;

use super::inner_page;
use crate::filled::Filled;
use crate::kit::block;
use crate::kit::form::{self, Answer, Input, Mends};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::pages::people::role::mends_of;
use crate::pages::whom;
use crate::visit::Visit;
use crate::words;

/// A head, as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct HeadForm {
    person: String,
    title: String,
    from: String,
    to: String,
}

/// Prints the heads, for the card of the organisation.
pub(super) fn heads(visit: &Visit, all: &[InOffice], may_edit: bool) -> Markup {
    let lang = visit.lang;
    let roles: Vec<_> = all.iter().map(|it| it.role.clone()).collect();
    let of_today = head_on(&roles, visit.today()).map(|it| it.id);
    html! {
        section aria-labelledby="heads" {
            (block::section_head("heads", &lang.t(key("heads")), &lang.t(key("heads-under")), None))
            @if of_today.is_none() { p.soft { (lang.t(key("heads-none"))) } }
            ul.plain { @for it in all { li {
                @if Some(it.role.id) == of_today { b { (it.person.name.full()) } } @else { (it.person.name.full()) }
                @if !it.title.is_empty() { ", " (it.title) }
                " " span.soft { (held(lang, it)) }
            } } }
            @if may_edit { p.mt-4 { a.btn.btn-plain.btn-s href="/organisation/heads/new" { (lang.t(key("office-add"))) } } }
        }
    }
}

fn held(lang: Lang, it: &InOffice) -> String {
    let from = words::date(lang, it.role.period.from).into();
    match it.role.period.to {
        None => lang.tn(key("person-role-since"), [("from", from)]),
        Some(to) => lang
            .tn(key("person-role-until"), [("from", from), ("to", words::date(lang, to).into())]),
    }
}

/// Shows the form of a head.
pub(crate) async fn new_head(visit: Visit) -> Result<Markup, Oops> {
    let typed = HeadForm { from: visit.today().to_string(), ..HeadForm::default() };
    head_page(&visit, &typed, &Mends::default()).await
}

/// Names who heads the organisation.
pub(crate) async fn name_head(
    visit: Visit,
    Filled(form): Filled<HeadForm>,
) -> Result<Response, Oops> {
    let mends = match read(visit.lang, &form) {
        Ok(ask) => match act::name_head(visit.ctx()?, &ask).await {
            Ok(()) => return Ok(visit.done("/organisation", key("notice-head-named"))),
            Err(refusal) => mends_of(visit.lang, &obstacles(refusal)?),
        },
        Err(mends) => mends,
    };
    let page = head_page(&visit, &form, &mends).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn read(lang: Lang, form: &HeadForm) -> Result<NameHead, Mends> {
    let mut mends = Mends::default();
    let person = form.person.parse::<PersonId>().ok();
    if person.is_none() {
        mends.push("person", lang.t(key("office-mend-person")));
    }
    let from = mends.day(lang, "from", &form.from);
    let to = mends.day_if_any(lang, "to", &form.to);
    match (person, from) {
        (Some(person), Some(from)) if mends.is_empty() => {
            Ok(NameHead { person, title: form.title.clone(), from, to })
        }
        _ => Err(mends),
    }
}

async fn head_page(visit: &Visit, typed: &HeadForm, mends: &Mends) -> Result<Markup, Oops> {
    let lang = visit.lang;
    let title = lang.t(key("office-add"));
    let none = Answer { value: String::new(), words: lang.t(key("office-choose")) };
    let known = list_people(visit.ctx()?, "")
        .await?
        .into_iter()
        // A pupil heads nothing, and a list of staff is short enough to choose from.
        .filter(|it| !it.positions.contains(&Position::Student))
        .map(|it| Answer { value: it.person.id.to_string(), words: whom::of_line(lang, &it) });
    let people: Vec<_> = std::iter::once(none).chain(known).collect();
    let body = html! {
        (block::head(&title, &lang.t(key("office-add-under")), &html! {}))
        (form::refusal(lang, &lang.t(key("office-refused")), &lang.t(key("person-kept")), mends))
        form.form method="post" action="/organisation/heads" {
            (visit.hidden())
            (form::select(lang, &Input { name: "person", label: &lang.t(key("office-person")), value: &typed.person, ..Input::default() }, &people, mends))
            (form::input(lang, &Input { name: "title", label: &lang.t(key("office-title")), hint: &lang.t(key("office-title-hint")), value: &typed.title, width: "w-mid", optional: true, ..Input::default() }, mends))
            (form::input(lang, &Input { name: "from", label: &lang.t(key("person-role-from")), value: &typed.from, kind: "date", width: "w-date", ..Input::default() }, mends))
            (form::input(lang, &Input { name: "to", label: &lang.t(key("office-to")), hint: &lang.t(key("office-to-hint")), value: &typed.to, kind: "date", width: "w-date", optional: true, ..Input::default() }, mends))
            div.sticky-act { button.btn.btn-go { (lang.t(key("person-save"))) } }
        }
    };
    Ok(inner_page(visit, &title, &body))
}
