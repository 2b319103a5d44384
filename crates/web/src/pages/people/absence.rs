//! Absences of a person: who acts from when to when.

use app::absence::{self, AbsenceLine, AbsencesView};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use maud::{Markup, html};
use mentoring::absence::AbsenceObstacle;
use mentoring::id::{AbsenceId, PersonId};
use serde::Deserialize;
use uuid::Uuid;

use super::card::crumbs_to;
use crate::filled::{Button, Filled};
use crate::kit::block;
use crate::kit::form::{self, Answer, Input, Mends};
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::visit::Visit;
use crate::words;

/// An absence as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct AbsenceForm {
    deputy: String,
    from: String,
    to: String,
}

/// Says on «Сегодня» who is away and who acts.
pub(crate) async fn told(visit: &Visit) -> Result<Markup, Oops> {
    let (ctx, lang) = (visit.ctx()?, visit.lang);
    let away = absence::away_today(ctx).await?;
    let words = |it: &AbsenceLine| {
        let to = words::date(lang, it.absence.days.to);
        let (person, deputy) = (it.person.name.short(), it.deputy.name.short());
        match it.deputy.id == ctx.person {
            true => lang.tn(key("absence-you"), [("person", person.into()), ("to", to.into())]),
            false => lang.tn(
                key("absence-told"),
                [("person", person.into()), ("deputy", deputy.into()), ("to", to.into())],
            ),
        }
    };
    Ok(html! { @for it in &away { p { (words(it)) } } })
}

/// Shows the absences of a person with the form of a new one.
pub(crate) async fn show_absences(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let view = absence::show_absences(visit.ctx()?, PersonId(id)).await?;
    let typed = AbsenceForm { from: visit.today().to_string(), ..AbsenceForm::default() };
    Ok(absences_page(&visit, &view, &typed, &Mends::default()))
}

/// Records an absence.
pub(crate) async fn record_absence(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<AbsenceForm>,
) -> Result<Response, Oops> {
    let (ctx, id) = (visit.ctx()?, PersonId(id));
    let mends = match read(visit.lang, &form) {
        Ok((deputy, days)) => match absence::record_absence(ctx, id, deputy, days).await {
            Ok(_) => {
                let back = format!("/people/{id}/absences");
                return Ok(visit.done(&back, key("notice-absence-recorded")));
            }
            Err(refusal) => mends_of(visit.lang, &obstacles(refusal)?),
        },
        Err(mends) => mends,
    };
    let view = absence::show_absences(ctx, id).await?;
    let page = absences_page(&visit, &view, &form, &mends);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn read(lang: Lang, form: &AbsenceForm) -> Result<(PersonId, (Date, Date)), Mends> {
    let mut mends = Mends::default();
    let deputy = form.deputy.parse::<PersonId>().ok();
    if deputy.is_none() {
        mends.push("deputy", lang.t(key("absence-mend-deputy")));
    }
    let from = mends.day(lang, "from", &form.from);
    let to = mends.day(lang, "to", &form.to);
    match (deputy, from, to) {
        (Some(deputy), Some(from), Some(to)) => Ok((deputy, (from, to))),
        _ => Err(mends),
    }
}

fn mends_of(lang: Lang, all: &[AbsenceObstacle]) -> Mends {
    let mut mends = Mends::default();
    let day = |it| words::date(lang, it);
    for it in all {
        match it {
            AbsenceObstacle::Oneself => mends.push("deputy", lang.t(key("absence-mend-oneself"))),
            AbsenceObstacle::NoAccount => {
                mends.push("deputy", lang.t(key("absence-mend-account")));
            }
            AbsenceObstacle::NotStaff => {
                mends.push("deputy", lang.t(key("absence-mend-staff")));
            }
            AbsenceObstacle::EndsBeforeItBegan { .. } => {
                mends.push("to", lang.t(key("quarters-mend-order")));
            }
            AbsenceObstacle::Known { since } => mends
                .push("from", lang.tn(key("absence-mend-known"), [("day", day(*since).into())])),
            AbsenceObstacle::DeputyAway { since } => mends
                .push("deputy", lang.tn(key("absence-mend-away"), [("day", day(*since).into())])),
        }
    }
    mends
}

/// Withdraws an absence.
pub(crate) async fn withdraw_absence(
    visit: Visit,
    Path((id, absence)): Path<(Uuid, Uuid)>,
    _: Filled<Button>,
) -> Result<Response, Oops> {
    absence::withdraw_absence(visit.ctx()?, PersonId(id), AbsenceId(absence)).await?;
    Ok(visit.done(&format!("/people/{id}/absences"), key("notice-absence-withdrawn")))
}

fn absences_page(visit: &Visit, view: &AbsencesView, typed: &AbsenceForm, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let id = view.person.id;
    let title = lang.t(key("absences-title"));
    let under =
        lang.t(if view.is_curator { key("absences-curator") } else { key("absences-under") });
    let none = Answer { value: String::new(), words: lang.t(key("office-choose")) };
    let known = view.candidates.iter();
    let known = known.map(|it| Answer { value: it.id.to_string(), words: it.name.full() });
    let answers: Vec<_> = std::iter::once(none).chain(known).collect();
    let day = |name, label: &str, value: &str| {
        let input = Input { name, label, value, kind: "date", width: "w-date", ..Input::default() };
        form::input(lang, &input, mends)
    };
    let body = html! {
        (block::head(&title, &under, &html! {}))
        (form::refusal(lang, &lang.t(key("absence-refused")), &lang.t(key("person-kept")), mends))
        @if view.absences.is_empty() { p.soft { (lang.t(key("absences-none"))) } }
        ul.plain { @for it in &view.absences { li.d-flex.flex-wrap.gap-4 {
            span { (words::window(lang, it.absence.days.from, it.absence.days.to)) ": " (it.deputy.name.full()) }
            form method="post" action={ "/people/" (id) "/absences/" (it.absence.id) "/withdraw" } {
                (visit.hidden())
                button.btn-text { (lang.t(key("absence-withdraw"))) }
            }
        } } }
        @if !view.may_record { p.soft { (lang.t(key("absence-not-yours"))) } }
        @else { form.form method="post" action={ "/people/" (id) "/absences" } {
            (visit.hidden())
            (form::select(lang, &Input { name: "deputy", label: &lang.t(key("absence-deputy")), hint: &lang.t(key("absence-deputy-hint")), value: &typed.deputy, ..Input::default() }, &answers, mends))
            (day("from", &lang.t(key("absence-from")), &typed.from))
            (day("to", &lang.t(key("absence-to")), &typed.to))
            div.sticky-act { button.btn.btn-go { (lang.t(key("person-save"))) } }
        } }
    };
    let crumbs = crumbs_to(lang, &view.person, title.clone());
    shell::page(visit, &Frame { title: &title, section: Section::People, crumbs: &crumbs }, &body)
}
