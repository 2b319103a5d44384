//! One addendum: what it says, and how it ends before its time.

use app::labour::{self, AddendumView, EndRefused};
use app::paper::may_make;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use maud::{Markup, html};
use mentoring::id::AddendumId;
use mentoring::labour::{EarlyEnding, EndingObstacle};
use mentoring::mistake::MistakeKind;
use mentoring::paper::PaperKind;
use serde::Deserialize;
use uuid::Uuid;

use super::{HREF, crumbs, mode, pay_words};
use crate::filled::Filled;
use crate::kit::block::{self, Gravity};
use crate::kit::form::{self, Answer, Input, Mends};
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::pages::mistake;
use crate::pages::papers::new_href;
use crate::visit::Visit;
use crate::words;

/// An ending as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct EndingForm {
    who: String,
    told_on: String,
    last: String,
}

/// Shows an addendum.
pub(crate) async fn show_addendum(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let view = labour::show_addendum(visit.ctx()?, AddendumId(id)).await?;
    Ok(page(&visit, &view, &EndingForm::default(), &Mends::default()))
}

/// Records how it ends before its time.
pub(crate) async fn end_addendum(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<EndingForm>,
) -> Result<Response, Oops> {
    let id = AddendumId(id);
    let mends = match read(visit.lang, &form) {
        Err(mends) => mends,
        Ok(ending) => match labour::end_addendum(visit.ctx()?, id, ending).await {
            Ok(()) => {
                return Ok(visit.done(&format!("{HREF}/{id}"), key("notice-addendum-ended")));
            }
            Err(refusal) => {
                let mut mends = Mends::default();
                for it in obstacles(refusal)? {
                    let (field, words) = mend(visit.lang, &it);
                    mends.push(field, words);
                }
                mends
            }
        },
    };
    let view = labour::show_addendum(visit.ctx()?, id).await?;
    let page = page(&visit, &view, &form, &mends);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn read(lang: Lang, form: &EndingForm) -> Result<EarlyEnding, Mends> {
    let mut mends = Mends::default();
    if !matches!(form.who.as_str(), "mentor" | "employer") {
        mends.push("who", lang.t(key("addendum-mend-who")));
    }
    let told_on = mends.day(lang, "told_on", &form.told_on);
    let last = mends.day(lang, "last", &form.last);
    match (told_on, last, form.who.as_str()) {
        (Some(told_on), Some(last), "mentor") => Ok(EarlyEnding::Refusal { told_on, last }),
        (Some(told_on), Some(last), "employer") => Ok(EarlyEnding::Cancellation { told_on, last }),
        _ => Err(mends),
    }
}

fn mend(lang: Lang, it: &EndRefused) -> (&'static str, String) {
    let day = |it: Date| words::date(lang, it);
    match it {
        EndRefused::ToldOutside { signed_on } => {
            ("told_on", lang.tn(key("addendum-mend-told"), [("day", day(*signed_on).into())]))
        }
        EndRefused::Rule(EndingObstacle::TooSoon { earliest, .. }) => {
            let last = earliest.yesterday().unwrap_or(*earliest);
            ("last", lang.tn(key("addendum-mend-soon"), [("day", day(last).into())]))
        }
        EndRefused::Rule(EndingObstacle::OutsideTerm) => {
            ("last", lang.t(key("addendum-mend-outside")))
        }
        EndRefused::Rule(EndingObstacle::AlreadyEnded { last }) => {
            ("", lang.tn(key("addendum-mend-ended"), [("day", day(*last).into())]))
        }
    }
}

fn page(visit: &Visit, view: &AddendumView, typed: &EndingForm, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let it = &view.line.record;
    let title = lang.tn(
        key("addendum-of"),
        [("number", it.number.clone().into()), ("name", view.line.person.name.short().into())],
    );
    let acts = view.today <= it.last() && it.early_ending().is_none();
    let must_end = view.line.withdrawn_on.filter(|_| acts);
    let body = html! {
        (block::head(&title, &view.line.person.job_title, &html! {}))
        (form::refusal(lang, &lang.t(key("addendum-end-refused")), &lang.t(key("person-kept")), mends))
        @if let Some(on) = must_end {
            (block::remark(lang, Gravity::Mend, "", &lang.tn(key("addendum-must-end"), [("day", words::date(lang, on).into())]), "", &html! {}))
        }
        (block::card(&facts(lang, view)))
        (papers(visit, view))
        @if view.may_edit && acts { (ending_form(visit, view, typed, mends)) }
        @if view.may_edit {
            @if it.early_ending().is_some() { p { (mistake::link(lang, MistakeKind::AddendumEnding, it.id.0)) } }
            p { (mistake::link(lang, MistakeKind::Addendum, it.id.0)) }
        }
    };
    let crumbs = crumbs(lang, format!("№\u{a0}{}", it.number));
    shell::page(visit, &Frame { title: &title, section: Section::Addenda, crumbs: &crumbs }, &body)
}

/// Papers made of the addendum: its text, the refusal of the mentor, the notice of the employer.
fn papers(visit: &Visit, view: &AddendumView) -> Markup {
    let it = &view.line.record;
    let about = format!("&addendum={}&person={}", it.id, it.person);
    let kinds =
        [PaperKind::ContractAddendum, PaperKind::MentorRefusal, PaperKind::CancellationNotice];
    let may = |kind: &&PaperKind| visit.signed.as_ref().is_some_and(|ctx| may_make(ctx, **kind));
    html! {
        p.acts.mt-4 { @for kind in kinds.iter().filter(may) {
            a.btn.btn-plain.btn-s href=(new_href(*kind, &about)) { (kind.spec().title) }
        } }
    }
}

fn facts(lang: Lang, view: &AddendumView) -> Vec<(String, Markup)> {
    let it = &view.line.record;
    let person = &view.line.person;
    let day = |it: Date| html! { (words::date(lang, it)) };
    let mut rows = vec![
        (
            lang.t(key("addendum-whose")),
            html! { a href={ "/people/" (person.id) } { (person.name.full()) } },
        ),
        (lang.t(key("addendum-signed-on")), day(it.signed_on)),
    ];
    if !it.contract_number.is_empty() || it.contract_on.is_some() {
        rows.push((
            lang.t(key("addendum-contract")),
            html! { @if !it.contract_number.is_empty() { "№\u{a0}" (it.contract_number) " " } @if let Some(on) = it.contract_on { (words::date(lang, on)) } },
        ));
    }
    if let Some(on) = view.consent_on {
        rows.push((
            lang.t(key("addendum-consent")),
            html! { a href={ "/people/" (person.id) "/consents" } { (words::date(lang, on)) } },
        ));
    }
    rows.push((lang.t(key("addendum-content")), html! { (it.content) }));
    rows.push((lang.t(key("addendum-mode")), html! { (mode(lang, it.mode)) }));
    rows.push((
        lang.t(key("addendum-term")),
        html! { (words::window(lang, it.from_on, it.to_on)) },
    ));
    if let Some(pay) = it.pay() {
        rows.push((
            lang.t(key("addendum-pay")),
            html! { (pay_words(lang, pay)) br; span.small.soft { (it.pay_ground) } },
        ));
    }
    if let Some(ending) = it.early_ending() {
        let (who, told_on) = match ending {
            EarlyEnding::Refusal { told_on, .. } => (key("addendum-refused-by-mentor"), told_on),
            EarlyEnding::Cancellation { told_on, .. } => (key("addendum-cancelled"), told_on),
        };
        rows.push((lang.t(who), day(told_on)));
        rows.push((lang.t(key("addendum-last")), day(ending.last())));
    }
    rows
}

fn ending_form(visit: &Visit, view: &AddendumView, typed: &EndingForm, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let who = Input {
        name: "who",
        label: &lang.t(key("addendum-who")),
        value: &typed.who,
        ..Input::default()
    };
    let whos = [("mentor", key("addendum-who-mentor")), ("employer", key("addendum-who-employer"))]
        .map(|(value, words)| Answer { value: value.to_owned(), words: lang.t(words) });
    let today = view.today.to_string();
    let told = Input {
        name: "told_on",
        label: &lang.t(key("addendum-told-on")),
        value: if typed.told_on.is_empty() { &today } else { &typed.told_on },
        kind: "date",
        width: "w-date",
        ..Input::default()
    };
    let earliest = view.earliest_free.yesterday().unwrap_or(view.earliest_free);
    let last = Input {
        name: "last",
        label: &lang.t(key("addendum-last")),
        hint: &lang.tn(key("addendum-last-hint"), [("day", words::date(lang, earliest).into())]),
        value: &typed.last,
        kind: "date",
        width: "w-date",
        ..Input::default()
    };
    html! {
        details open[!mends.is_empty()] {
            summary { (lang.t(key("addendum-end"))) }
            form.form method="post" action={ (HREF) "/" (view.line.record.id) "/end" } {
                (visit.hidden())
                (form::one_of(lang, &who, &whos, mends))
                (form::input(lang, &told, mends))
                (form::input(lang, &last, mends))
                button.btn.btn-stop { (lang.t(key("addendum-end"))) }
            }
        }
    }
}
