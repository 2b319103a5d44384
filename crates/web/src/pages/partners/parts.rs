//! The card of a partner: agreements with their terms, people, the end of it.

use app::paper::may_make;
use app::partner::{self, PartnerLine, SaveAgreement};
use app::person::list_people;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::access::Action;
use mentoring::id::{AgreementId, PartnerId, PersonId};
use mentoring::paper::PaperKind;
use mentoring::partner::AgreementState;
use serde::Deserialize;
use uuid::Uuid;

use super::edit::mends_of;
use super::{agreement_state, inner};
use crate::filled::{Button, Filled};
use crate::kit::block;
use crate::kit::form::{self, Answer, Input, Mends};
use crate::kit::icon::{Icon, icon};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::pages::papers::new_href;
use crate::visit::Visit;
use crate::words;

/// Prints the card of a partner, with what stood in the way of an act on it.
pub(super) fn card(visit: &Visit, line: &PartnerLine, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let it = &line.partner;
    let may_edit = visit.signed.as_ref().is_some_and(|it| it.may(Action::EditPartners));
    let acts = html! { @if may_edit { a.btn.btn-plain href={ "/partners/" (it.id) "/edit" } { (icon(Icon::Pen)) (lang.t(key("partner-edit"))) } } };
    let since = lang.tn(key("partner-since"), [("day", words::date(lang, it.from_on).into())]);
    let rows = [
        (key("partner-contact"), &it.contact),
        (key("person-phone"), &it.phone),
        (key("person-email"), &it.email),
        (key("pool-note"), &it.note),
    ];
    let rows: Vec<_> = rows
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| (lang.t(name), html! { (value) }))
        .collect();
    let body = html! {
        (block::head(&it.name, &since, &acts))
        (form::refusal(lang, &lang.t(key("partner-refused")), "", mends))
        @if let Some(to) = it.to_on { p { (lang.tn(key("partner-until"), [("day", words::date(lang, to).into())])) } }
        (block::card(&rows))
        (agreements(visit, line, may_edit))
        (papers(visit, line))
        (people(visit, line, may_edit))
        @if may_edit && it.to_on.is_none() {
            form.mt-5 method="post" action={ "/partners/" (it.id) "/end" } {
                (visit.hidden())
                button.btn-text { (lang.t(key("partner-end"))) }
            }
        }
    };
    inner(visit, &it.name, &body)
}

/// Papers for the partner: the agreement, an invitation, a letter of thanks.
fn papers(visit: &Visit, line: &PartnerLine) -> Markup {
    let about = format!("&partner={}", line.partner.id);
    let kinds = [
        (PaperKind::PartnerAgreement, &about),
        (PaperKind::Invitation, &about),
        (PaperKind::LetterOfThanks, &about),
    ];
    let may = |kind: PaperKind| visit.signed.as_ref().is_some_and(|ctx| may_make(ctx, kind));
    html! {
        p.acts.mt-4 { @for (kind, about) in kinds { @if may(kind) {
            a.btn.btn-plain.btn-s href=(new_href(kind, about)) { (kind.spec().title) }
        } } }
    }
}

fn agreements(visit: &Visit, line: &PartnerLine, may_edit: bool) -> Markup {
    let lang = visit.lang;
    let id = line.partner.id;
    html! {
        section aria-labelledby="agreements" {
            (block::section_head("agreements", &lang.t(key("agreements")), "", None))
            @if line.agreements.is_empty() { p.soft { (lang.t(key("agreements-none"))) } }
            ul.plain { @for it in &line.agreements { li.d-flex.flex-wrap.gap-4 {
                span { (it.subject) @if !it.number.is_empty() { " № " (it.number) } br; span.soft { (agreement_state(lang, visit, it)) } }
                @if may_edit && !matches!(it.state(visit.today()), AgreementState::Over) {
                    form method="post" action={ "/partners/" (id) "/agreements/" (it.id) "/end" } {
                        (visit.hidden())
                        button.btn-text { (lang.t(key("agreement-end"))) span.visually-hidden { ": " (it.subject) } }
                    }
                }
            } } }
            @if may_edit { p.mt-4 { a.btn.btn-plain.btn-s href={ "/partners/" (id) "/agreements/new" } { (lang.t(key("agreement-add"))) } } }
        }
    }
}

fn people(visit: &Visit, line: &PartnerLine, may_edit: bool) -> Markup {
    let lang = visit.lang;
    html! {
        section aria-labelledby="partner-people" {
            (block::section_head("partner-people", &lang.t(key("partner-people")), &lang.t(key("partner-people-under")), None))
            @if line.people.is_empty() { p.soft { (lang.t(key("partner-people-none"))) } }
            ul.plain { @for (named, it) in &line.people { li {
                a href={ "/people/" (it.id) } { (it.name.full()) } " "
                span.soft {
                    (lang.tn(key("person-role-since"), [("from", words::date(lang, named.from_on).into())]))
                    @if line.mentors.contains(&it.id) { ", " (lang.t(key("partner-is-mentor"))) }
                }
            } } }
            @if may_edit { p.mt-4 { a.btn.btn-plain.btn-s href={ "/partners/" (line.partner.id) "/people/new" } { (lang.t(key("partner-person-add"))) } } }
        }
    }
}

/// Ends the partnership today.
pub(crate) async fn end_partner(
    visit: Visit,
    Path(id): Path<Uuid>,
    _: Filled<Button>,
) -> Result<Response, Oops> {
    let id = PartnerId(id);
    let ended = partner::end_partner(visit.ctx()?, id, visit.today()).await;
    match ended {
        Ok(()) => Ok(visit.done(&format!("/partners/{id}"), key("notice-partner-ended"))),
        Err(refusal) => refused(&visit, id, &mends_of(visit.lang, &obstacles(refusal)?)).await,
    }
}

async fn refused(visit: &Visit, id: PartnerId, mends: &Mends) -> Result<Response, Oops> {
    let line = partner::show_partner(visit.ctx()?, id).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, card(visit, &line, mends)).into_response())
}

/// Ends an agreement today.
pub(crate) async fn end_agreement(
    visit: Visit,
    Path((id, agreement)): Path<(Uuid, Uuid)>,
    _: Filled<Button>,
) -> Result<Response, Oops> {
    let (id, agreement) = (PartnerId(id), AgreementId(agreement));
    let ended = partner::end_agreement(visit.ctx()?, id, agreement, visit.today()).await;
    match ended {
        Ok(()) => Ok(visit.done(&format!("/partners/{id}"), key("notice-agreement-ended"))),
        Err(refusal) => refused(&visit, id, &mends_of(visit.lang, &obstacles(refusal)?)).await,
    }
}

/// An agreement as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct AgreementForm {
    number: String,
    subject: String,
    signed_on: String,
    until: String,
}

/// Shows the form of an agreement.
pub(crate) async fn new_agreement(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let line = partner::show_partner(visit.ctx()?, PartnerId(id)).await?;
    Ok(agreement_page(&visit, &line, &AgreementForm::default(), &Mends::default()))
}

/// Records an agreement.
pub(crate) async fn record_agreement(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<AgreementForm>,
) -> Result<Response, Oops> {
    let (ctx, id) = (visit.ctx()?, PartnerId(id));
    let mends = match read(visit.lang, &form) {
        Ok(ask) => match partner::record_agreement(ctx, id, &ask).await {
            Ok(_) => {
                let back = format!("/partners/{id}");
                return Ok(visit.done(&back, key("notice-agreement-recorded")));
            }
            Err(refusal) => mends_of(visit.lang, &obstacles(refusal)?),
        },
        Err(mends) => mends,
    };
    let line = partner::show_partner(ctx, id).await?;
    let page = agreement_page(&visit, &line, &form, &mends);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn read(lang: Lang, form: &AgreementForm) -> Result<SaveAgreement, Mends> {
    let mut mends = Mends::default();
    if form.subject.trim().is_empty() {
        mends.push("subject", lang.t(key("agreement-mend-subject")));
    }
    let signed_on = mends.day(lang, "signed_on", &form.signed_on);
    let until = mends.day_if_any(lang, "until", &form.until);
    match signed_on {
        Some(signed_on) if mends.is_empty() => Ok(SaveAgreement {
            number: form.number.clone(),
            subject: form.subject.clone(),
            signed_on,
            until,
        }),
        _ => Err(mends),
    }
}

fn agreement_page(
    visit: &Visit,
    line: &PartnerLine,
    typed: &AgreementForm,
    mends: &Mends,
) -> Markup {
    let lang = visit.lang;
    let title = lang.t(key("agreement-add"));
    let body = html! {
        (block::head(&title, &line.partner.name, &html! {}))
        (form::refusal(lang, &lang.t(key("agreement-refused")), &lang.t(key("person-kept")), mends))
        form.form method="post" action={ "/partners/" (line.partner.id) "/agreements" } {
            (visit.hidden())
            (form::input(lang, &Input { name: "subject", label: &lang.t(key("agreement-subject")), hint: &lang.t(key("agreement-subject-hint")), value: &typed.subject, ..Input::default() }, mends))
            (form::input(lang, &Input { name: "number", label: &lang.t(key("act-number")), value: &typed.number, width: "w-mid", optional: true, ..Input::default() }, mends))
            (form::input(lang, &Input { name: "signed_on", label: &lang.t(key("act-signed-on")), value: &typed.signed_on, kind: "date", width: "w-date", ..Input::default() }, mends))
            (form::input(lang, &Input { name: "until", label: &lang.t(key("act-until")), hint: &lang.t(key("agreement-until-hint")), value: &typed.until, kind: "date", width: "w-date", optional: true, ..Input::default() }, mends))
            div.sticky-act { button.btn.btn-go { (lang.t(key("person-save"))) } }
        }
    };
    inner(visit, &title, &body)
}

/// A person of a partner as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct PersonForm {
    person: String,
    from: String,
}

/// Shows the form of a person of a partner.
pub(crate) async fn new_person(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let line = partner::show_partner(visit.ctx()?, PartnerId(id)).await?;
    let typed = PersonForm { from: visit.today().to_string(), ..PersonForm::default() };
    person_page(&visit, &line, &typed, &Mends::default()).await
}

/// Records that a person came from a partner.
pub(crate) async fn name_person(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<PersonForm>,
) -> Result<Response, Oops> {
    let (ctx, lang, id) = (visit.ctx()?, visit.lang, PartnerId(id));
    let mut mends = Mends::default();
    let person = form.person.parse::<PersonId>().ok();
    if person.is_none() {
        mends.push("person", lang.t(key("pool-mend-who")));
    }
    let from = mends.day(lang, "from", &form.from);
    if let Some((person, from)) = person.zip(from) {
        match partner::name_person(ctx, id, person, from).await {
            Ok(_) => {
                let back = format!("/partners/{id}");
                return Ok(visit.done(&back, key("notice-partner-person")));
            }
            Err(refusal) => mends = mends_of(lang, &obstacles(refusal)?),
        }
    }
    let line = partner::show_partner(ctx, id).await?;
    let page = person_page(&visit, &line, &form, &mends).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

async fn person_page(
    visit: &Visit,
    line: &PartnerLine,
    typed: &PersonForm,
    mends: &Mends,
) -> Result<Markup, Oops> {
    let lang = visit.lang;
    let title = lang.t(key("partner-person-add"));
    let none = Answer { value: String::new(), words: lang.t(key("office-choose")) };
    let known = list_people(visit.ctx()?, "").await?.into_iter();
    let known =
        known.map(|it| Answer { value: it.person.id.to_string(), words: it.person.name.full() });
    let answers: Vec<_> = std::iter::once(none).chain(known).collect();
    let body = html! {
        (block::head(&title, &line.partner.name, &html! {}))
        (form::refusal(lang, &lang.t(key("partner-refused")), &lang.t(key("person-kept")), mends))
        form.form method="post" action={ "/partners/" (line.partner.id) "/people" } {
            (visit.hidden())
            (form::select(lang, &Input { name: "person", label: &lang.t(key("pool-who")), hint: &lang.t(key("pool-who-hint")), value: &typed.person, ..Input::default() }, &answers, mends))
            (form::input(lang, &Input { name: "from", label: &lang.t(key("person-role-from")), value: &typed.from, kind: "date", width: "w-date", ..Input::default() }, mends))
            div.sticky-act { button.btn.btn-go { (lang.t(key("person-save"))) } }
        }
    };
    Ok(inner(visit, &title, &body))
}
