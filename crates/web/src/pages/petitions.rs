//! What people ask for: on one's own page to ask and take back, for the curator to answer.

use app::petition::{self, PetitionLine};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::id::PetitionId;
use mentoring::petition::{
    PetitionKind, PetitionObstacle, PetitionOutcome, WORDS_LEAST, WORDS_MOST,
};
use serde::Deserialize;
use uuid::Uuid;

use super::care::{asks_about, confirm};
use super::me;
use crate::filled::{Button, Filled};
use crate::kit::block;
use crate::kit::form::{self, Answer, Input, Mends};
use crate::kit::icon::{Icon, icon};
use crate::kit::nav::Way;
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::visit::Visit;
use crate::words;

/// A petition as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct PetitionForm {
    kind: String,
    words: String,
    not_sensitive: String,
}

/// An answer as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct AnswerForm {
    outcome: String,
    answer: String,
    not_sensitive: String,
}

/// Asks for something in the visitor's own name.
pub(crate) async fn make_petition(
    visit: Visit,
    Filled(form): Filled<PetitionForm>,
) -> Result<Response, Oops> {
    let lang = visit.lang;
    let mut mends = Mends::default();
    let kind = PetitionKind::from_slug(&form.kind);
    if kind.is_none() {
        mends.push("kind", lang.t(key("petition-mend-kind")));
    }
    asks_about(lang, "words", &form.words, form.not_sensitive == "yes", &mut mends);
    if let Some(kind) = kind.filter(|_| mends.is_empty()) {
        match petition::make_petition(visit.ctx()?, kind, &form.words).await {
            Ok(_) => return Ok(visit.done("/me", key("notice-petition-made"))),
            Err(refusal) => {
                for it in obstacles(refusal)? {
                    mends.push("words", mend(lang, it));
                }
            }
        }
    }
    let page = me::page(&visit, &form, &mends).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// Takes back what the visitor asked for.
pub(crate) async fn withdraw_petition(
    visit: Visit,
    Path(id): Path<Uuid>,
    _: Filled<Button>,
) -> Result<Response, Oops> {
    match petition::withdraw_petition(visit.ctx()?, PetitionId(id)).await {
        Ok(()) => Ok(visit.done("/me", key("notice-petition-withdrawn"))),
        Err(refusal) => {
            let mut mends = Mends::default();
            for it in obstacles(refusal)? {
                mends.push("", mend(visit.lang, it));
            }
            let page = me::page(&visit, &PetitionForm::default(), &mends).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// Lists what people ask for, to answer it.
pub(crate) async fn list_petitions(visit: Visit) -> Result<Markup, Oops> {
    list_page(&visit, None, &AnswerForm::default(), &Mends::default()).await
}

/// Answers a petition.
pub(crate) async fn answer_petition(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<AnswerForm>,
) -> Result<Response, Oops> {
    let lang = visit.lang;
    let id = PetitionId(id);
    let all = petition::list_petitions(visit.ctx()?).await?;
    if all.iter().all(|it| it.petition.id != id) {
        return Err(Oops::NotFound);
    }
    let mut mends = Mends::default();
    let outcome = PetitionOutcome::from_slug(&form.outcome);
    if outcome.is_none() {
        mends.push("outcome", lang.t(key("petition-mend-outcome")));
    }
    asks_about(lang, "answer", &form.answer, form.not_sensitive == "yes", &mut mends);
    if let Some(outcome) = outcome.filter(|_| mends.is_empty()) {
        match petition::answer_petition(visit.ctx()?, id, outcome, &form.answer).await {
            Ok(()) => return Ok(visit.done("/petitions", key("notice-petition-answered"))),
            Err(refusal) => {
                for it in obstacles(refusal)? {
                    mends.push("answer", mend(lang, it));
                }
            }
        }
    }
    let page = list_page(&visit, Some(id), &form, &mends).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn mend(lang: Lang, it: PetitionObstacle) -> String {
    match it {
        PetitionObstacle::NotTheirs => lang.t(key("petition-mend-not-theirs")),
        PetitionObstacle::NoWords => {
            lang.tn(key("petition-mend-words"), [("least", WORDS_LEAST.into())])
        }
        PetitionObstacle::LongWords => {
            lang.tn(key("task-mend-long"), [("most", WORDS_MOST.into())])
        }
        PetitionObstacle::Closed { on } => {
            lang.tn(key("petition-mend-closed"), [("day", words::date(lang, on).into())])
        }
    }
}

fn kind(lang: Lang, it: PetitionKind) -> String {
    lang.t(&format!("petition-{}", it.slug()))
}

async fn list_page(
    visit: &Visit,
    typed_for: Option<PetitionId>,
    typed: &AnswerForm,
    mends: &Mends,
) -> Result<Markup, Oops> {
    let lang = visit.lang;
    let all = petition::list_petitions(visit.ctx()?).await?;
    let n_open = all.iter().filter(|it| it.petition.closed_on().is_none()).count();
    let title = lang.t(key("petitions-title"));
    let body = html! {
        (block::head(&title, &lang.tn(key("petitions-under"), [("count", n_open.into())]), &html! {}))
        (form::refusal(lang, &lang.t(key("petition-not-answered")), &lang.t(key("person-kept")), mends))
        @if all.is_empty() { (block::empty(&lang.t(key("petitions-none")), &lang.t(key("petitions-none-how")), &html! {})) }
        ul.plain {
            @for it in &all { li {
                (said(lang, it, true))
                @if it.petition.closed_on().is_none() {
                    @let is_typed = typed_for == Some(it.petition.id);
                    (answering(visit, it, is_typed.then_some((typed, mends))))
                }
            } }
        }
    };
    let crumbs = [
        Way { href: "/people".to_owned(), words: lang.t(key("section-people")), here: false },
        Way { href: String::new(), words: title.clone(), here: true },
    ];
    let frame = Frame { title: &title, section: Section::People, crumbs: &crumbs };
    Ok(shell::page(visit, &frame, &body))
}

/// A petition in words, with its answer.
fn said(lang: Lang, it: &PetitionLine, with_name: bool) -> Markup {
    let petition = &it.petition;
    let day = |it| words::date(lang, it);
    html! {
        p {
            b { (kind(lang, petition.kind)) }
            @if with_name { ", " a href={ "/people/" (it.person.id) } { (it.person.name.full()) } }
            ", " span.soft { (day(petition.made_on)) }
            br; (petition.words)
            @if let (Some(outcome), Some(on)) = (petition.outcome, petition.answered_on) {
                br; span.t-ok { (icon(Icon::Done)) (lang.t(&format!("petition-outcome-{}", outcome.slug()))) } ": " (petition.answer)
                " " span.soft { (day(on)) @if let Some(name) = &it.answered_by { ", " (name.short()) } }
            }
            @if let Some(on) = petition.withdrawn_on {
                br; span.soft { (lang.tn(key("petition-withdrawn"), [("day", day(on).into())])) }
            }
        }
    }
}

fn answering(visit: &Visit, it: &PetitionLine, typed: Option<(&AnswerForm, &Mends)>) -> Markup {
    let lang = visit.lang;
    let id = it.petition.id;
    let (nothing, none) = (AnswerForm::default(), Mends::default());
    let (form, mends) = typed.unwrap_or((&nothing, &none));
    // Only the form that was sent carries the names that a refusal leads to.
    let suffix = if typed.is_some() { String::new() } else { format!("-{id}") };
    let (outcome_id, answer_id) = (format!("outcome{suffix}"), format!("answer{suffix}"));
    let outcomes: Vec<Answer> = PetitionOutcome::ALL
        .iter()
        .map(|it| Answer {
            value: it.slug().to_owned(),
            words: lang.t(&format!("petition-outcome-{}", it.slug())),
        })
        .collect();
    let outcome = Input {
        name: "outcome",
        id: &outcome_id,
        label: &lang.t(key("petition-outcome")),
        value: &form.outcome,
        ..Input::default()
    };
    let answer = Input {
        name: "answer",
        id: &answer_id,
        label: &lang.t(key("petition-answer")),
        hint: &lang.t(key("petition-answer-hint")),
        value: &form.answer,
        ..Input::default()
    };
    html! {
        details open[typed.is_some()] {
            summary { (lang.t(key("petition-answer-do"))) span.visually-hidden { ": " (it.person.name.short()) } }
            form.form method="post" action={ "/petitions/" (id) "/answer" } {
                (visit.hidden())
                (form::one_of(lang, &outcome, &outcomes, mends))
                (form::lines(lang, &answer, 3, mends))
                (confirm(lang, &form.answer))
                button.btn.btn-go { (lang.t(key("petition-answer-do"))) }
            }
        }
    }
}

/// Prints what the visitor asked for, and the form to ask.
pub(super) async fn own(
    visit: &Visit,
    typed: &PetitionForm,
    mends: &Mends,
) -> Result<Markup, Oops> {
    let lang = visit.lang;
    let own = petition::own_petitions(visit.ctx()?).await?;
    let kinds: Vec<Answer> = own
        .kinds
        .iter()
        .map(|it| Answer { value: it.slug().to_owned(), words: kind(lang, *it) })
        .collect();
    let about = Input {
        name: "kind",
        label: &lang.t(key("petition-kind")),
        value: &typed.kind,
        ..Input::default()
    };
    let words = Input {
        name: "words",
        label: &lang.t(key("petition-words")),
        hint: &lang.t(key("petition-words-hint")),
        value: &typed.words,
        ..Input::default()
    };
    Ok(html! {
        section aria-labelledby="petitions" {
            (block::section_head("petitions", &lang.t(key("petitions-own")), &lang.t(key("petitions-own-under")), None))
            ul.plain { @for it in &own.lines { li {
                (said(lang, it, false))
                @if it.petition.closed_on().is_none() {
                    form method="post" action={ "/petitions/" (it.petition.id) "/withdraw" } {
                        (visit.hidden())
                        button.btn-text { (lang.t(key("petition-withdraw"))) span.visually-hidden { ": " (kind(lang, it.petition.kind)) } }
                    }
                }
            } } }
            details open[!mends.is_empty()] {
                summary { (lang.t(key("petition-make"))) }
                form.form method="post" action="/petitions" {
                    (visit.hidden())
                    (form::select(lang, &about, &kinds, mends))
                    (form::lines(lang, &words, 4, mends))
                    (confirm(lang, &typed.words))
                    button.btn.btn-go { (lang.t(key("petition-send"))) }
                }
            }
        }
    })
}

/// Tells who answers petitions that some wait; nothing where none does.
pub(super) async fn told(visit: &Visit) -> Result<Markup, Oops> {
    let n = petition::waiting_petitions(visit.ctx()?).await?;
    let words = visit.lang.tn(key("petitions-told"), [("count", n.into())]);
    Ok(html! {
        @if 0 < n { p.notice { (icon(Icon::Info)) a href="/petitions" { (words) } } }
    })
}
