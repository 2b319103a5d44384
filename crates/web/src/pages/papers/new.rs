//! The form of a paper: a new one, or the next wording of a draft.

use app::paper::{self, PaperForm, PaperSubject, SavePaper};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use maud::{Markup, html};
use mentoring::id::PaperId;
use mentoring::paper::PaperKind;
use serde::Deserialize;
use uuid::Uuid;

use super::fields::{self, MORE, Sent, sent};
use super::{HREF, crumbs, mends_of};
use crate::filled::Filled;
use crate::kit::block;
use crate::kit::form::{self, Input, Mends};
use crate::kit::shell::{self, Frame, Section};
use crate::lang::key;
use crate::oops::{Oops, obstacles};
use crate::visit::Visit;
use crate::words;

/// What a new paper is asked for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct NewAsked {
    kind: String,
    person: Option<Uuid>,
    order: Option<Uuid>,
    addendum: Option<Uuid>,
    partner: Option<Uuid>,
    day: String,
}

impl NewAsked {
    fn subject(&self) -> PaperSubject {
        PaperSubject {
            person: self.person.map(Into::into),
            order: self.order.map(Into::into),
            amends: None,
            addendum: self.addendum.map(Into::into),
            partner: self.partner.map(Into::into),
        }
    }
}

/// Shows the form of a new paper.
pub(crate) async fn new_paper(
    visit: Visit,
    Query(asked): Query<NewAsked>,
) -> Result<Response, Oops> {
    let Some(kind) = PaperKind::from_slug(&asked.kind) else {
        return Ok(Redirect::to(HREF).into_response());
    };
    let day = words::read_date(&asked.day);
    let form = paper::new_paper(visit.ctx()?, kind, asked.subject(), day).await?;
    let sent = form.filled.clone();
    Ok(page(&visit, &form, "/papers", &sent, &Mends::default()).into_response())
}

/// Saves a new paper.
pub(crate) async fn save_paper(visit: Visit, Filled(all): Filled<Sent>) -> Result<Response, Oops> {
    let ctx = visit.ctx()?;
    let Some(kind) = PaperKind::from_slug(sent(&all, "_kind")) else {
        return Ok(Redirect::to(HREF).into_response());
    };
    let subject = subject_of(&all);
    let day = words::read_date(sent(&all, "day"));
    let form = paper::new_paper(ctx, kind, subject, day).await?;
    let mut mends = Mends::default();
    match day {
        None => drop(mends.day(visit.lang, "day", sent(&all, "day"))),
        Some(_) if !sent(&all, MORE).is_empty() => {
            return Ok(page(&visit, &form, "/papers", &all, &mends).into_response());
        }
        Some(day) => {
            let ask = SavePaper { kind, subject, day, sent: all.clone() };
            match paper::save_paper(ctx, &ask).await {
                Ok(id) => return Ok(visit.done(&format!("/papers/{id}"), key("notice-paper"))),
                Err(refusal) => mends = mends_of(visit.lang, &obstacles(refusal)?),
            }
        }
    }
    let page = page(&visit, &form, "/papers", &all, &mends);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn subject_of(all: &Sent) -> PaperSubject {
    let id = |name: &str| sent(all, name).parse::<Uuid>().ok();
    PaperSubject {
        person: id("_person").map(Into::into),
        order: id("_order").map(Into::into),
        amends: None,
        addendum: id("_addendum").map(Into::into),
        partner: id("_partner").map(Into::into),
    }
}

/// Shows the form of a draft.
pub(crate) async fn edit_paper(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let form = paper::edit_paper(visit.ctx()?, PaperId(id)).await?;
    let sent = form.filled.clone();
    Ok(page(&visit, &form, &format!("/papers/{id}"), &sent, &Mends::default()))
}

/// Gives a draft its next wording.
pub(crate) async fn change_paper(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(all): Filled<Sent>,
) -> Result<Response, Oops> {
    let (ctx, action) = (visit.ctx()?, format!("/papers/{id}"));
    let form = paper::edit_paper(ctx, PaperId(id)).await?;
    let mut mends = Mends::default();
    let day: Option<Date> = mends.day(visit.lang, "day", sent(&all, "day"));
    if !sent(&all, MORE).is_empty() {
        return Ok(page(&visit, &form, &action, &all, &mends).into_response());
    }
    if let Some(day) = day {
        let revision = sent(&all, "_revision").parse().unwrap_or(form.revision);
        match paper::change_paper(ctx, PaperId(id), day, &all, revision).await {
            Ok(()) => return Ok(visit.done(&action, key("notice-paper"))),
            Err(refusal) => mends = mends_of(visit.lang, &obstacles(refusal)?),
        }
    }
    let page = page(&visit, &form, &action, &all, &mends);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn page(visit: &Visit, of: &PaperForm, action: &str, all: &Sent, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let spec = of.kind.spec();
    let title = spec.title.to_owned();
    let typed = sent(all, "day");
    let own_day = of.day.to_string();
    let day = Input {
        name: "day",
        label: &lang.t(key("paper-day")),
        hint: &lang.t(key("paper-day-hint")),
        value: if typed.is_empty() { &own_day } else { typed },
        kind: "date",
        width: "w-date",
        ..Input::default()
    };
    let under = if of.about.is_empty() { spec.purpose } else { &of.about };
    let body = html! {
        (block::head(&title, under, &html! {}))
        (form::refusal(lang, &lang.t(key("paper-refused")), &lang.t(key("person-kept")), mends))
        (fields::known(lang, &of.known))
        form.form method="post" action=(action) {
            (visit.hidden())
            (hidden(of))
            // The first button is the one that Enter presses.
            button.visually-hidden tabindex="-1" aria-hidden="true" { (lang.t(key("person-save"))) }
            (form::input(lang, &day, mends))
            @if of.asked.is_empty() { p { (lang.t(key("paper-nothing-asked"))) } }
            @else { p.soft { (lang.t(key("paper-empty-how"))) } }
            (fields::asked(visit, of, all, mends))
            div.sticky-act { button.btn.btn-go { (lang.t(key("paper-save"))) } }
        }
    };
    let crumbs = crumbs(lang, title.clone());
    shell::page(visit, &Frame { title: &title, section: Section::Papers, crumbs: &crumbs }, &body)
}

/// What the paper is about goes along unseen.
fn hidden(of: &PaperForm) -> Markup {
    let subject = &of.subject;
    let ids = [
        ("_person", subject.person.map(|it| it.0)),
        ("_order", subject.order.map(|it| it.0)),
        ("_addendum", subject.addendum.map(|it| it.0)),
        ("_partner", subject.partner.map(|it| it.0)),
    ];
    html! {
        input type="hidden" name="_kind" value=(of.kind.slug());
        input type="hidden" name="_revision" value=(of.revision);
        @for (name, id) in ids { @if let Some(id) = id { input type="hidden" name=(name) value=(id); } }
    }
}
