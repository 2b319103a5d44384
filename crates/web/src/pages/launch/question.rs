//! The doubtful places of a rolled draft: one question at a time, with both readings beside it.
//!
//! Everything answered stays to be seen and may be answered anew; what is left can be taken as it
//! stands with one press.

use app::launch::edit::try_deadline;
use app::launch::question::{QuestionView, RollObstacle, accept_rest, answer_question};
use app::launch::{self, VersionView};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::id::{RollQuestionId, VersionId};
use mentoring::launch::RollChoice;
use serde::Deserialize;
use uuid::Uuid;

use super::{reading, version};
use crate::filled::{Button, Filled};
use crate::kit::block;
use crate::kit::form::{self, Mends};
use crate::kit::icon::{Icon, icon};
use crate::kit::shell::{self, Frame, Section};
use crate::kit::table::{self, Column, Heat};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::visit::Visit;

/// Which question is looked at; the first one that is left where none is named.
#[derive(Default, Deserialize)]
pub(crate) struct QuestionAsked {
    #[serde(default)]
    question: String,
}

/// Asks.
pub(crate) async fn show_questions(
    visit: Visit,
    Path(id): Path<Uuid>,
    Query(asked): Query<QuestionAsked>,
) -> Result<Markup, Oops> {
    let view = launch::show_version(visit.ctx()?, VersionId(id)).await?;
    if view.questions.is_empty() {
        return Err(Oops::NotFound);
    }
    page(&visit, &view, &asked.question, &Mends::default()).await
}

/// An answer.
#[derive(Default, Deserialize)]
pub(crate) struct AnswerForm {
    #[serde(default)]
    question: Uuid,
    #[serde(default)]
    choice: String,
}

/// Takes an answer and goes on to the next question.
pub(crate) async fn answer(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<AnswerForm>,
) -> Result<Response, Oops> {
    let ctx = visit.ctx()?;
    launch::show_version(ctx, VersionId(id)).await?;
    let choice = RollChoice::from_slug(&form.choice).ok_or(Oops::Unreadable)?;
    let question = RollQuestionId(form.question);
    match answer_question(ctx, VersionId(id), (question, choice)).await {
        Ok(()) => onward(&visit, id).await,
        Err(refusal) => {
            let mends = mends_of(visit.lang, &obstacles(refusal)?);
            let view = launch::show_version(ctx, VersionId(id)).await?;
            let page = page(&visit, &view, &question.to_string(), &mends).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// Takes everything that is left as it stands.
pub(crate) async fn take_rest(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(Button {}): Filled<Button>,
) -> Result<Response, Oops> {
    match accept_rest(visit.ctx()?, VersionId(id)).await {
        Ok(_) => onward(&visit, id).await,
        Err(refusal) => Err(obstacles(refusal).err().unwrap_or(Oops::NotFound)),
    }
}

/// To the next question, or to the draft where none is left.
async fn onward(visit: &Visit, id: Uuid) -> Result<Response, Oops> {
    let view = launch::show_version(visit.ctx()?, VersionId(id)).await?;
    Ok(match view.n_questions_left() {
        0 => visit.done(&format!("/versions/{id}"), key("notice-questions-answered")),
        _ => visit.done(&format!("/versions/{id}/questions"), key("notice-question-answered")),
    })
}

fn mends_of(lang: Lang, all: &[RollObstacle]) -> Mends {
    let mut mends = Mends::default();
    for obstacle in all {
        let words = match obstacle {
            RollObstacle::NotDraft(_) => lang.t(key("edit-mend-not-draft")),
            RollObstacle::WordsChanged => lang.t(key("question-mend-changed")),
        };
        mends.push("", words);
    }
    mends
}

async fn page(
    visit: &Visit,
    view: &VersionView,
    wanted: &str,
    mends: &Mends,
) -> Result<Markup, Oops> {
    let lang = visit.lang;
    let title = lang.t(key("questions-title"));
    let left = view.n_questions_left();
    let under = lang
        .tn(key("questions-under"), [("left", left.into()), ("all", view.questions.len().into())]);
    let chosen = view.questions.iter().find(|it| it.question.id.to_string() == wanted);
    let first = view.questions.iter().find(|it| it.question.answer.is_none());
    let here = chosen.or(first).filter(|_| view.may_edit);
    let asked = match here {
        Some(it) => one(visit, view, it).await?,
        None => {
            html! { p { (lang.t(key("questions-none"))) " " a href={ "/versions/" (view.version.id) } { (lang.t(key("remarks-back"))) } } }
        }
    };
    let body = html! {
        (block::head(&title, &under, &html! {}))
        (form::refusal(lang, &lang.t(key("question-refused")), "", mends))
        (asked)
        @if 0 < left && view.may_edit { (rest(visit, view, left)) }
        (list(lang, view, here))
    };
    let crumbs = version::crumbs(lang, &title);
    let frame = Frame { title: &title, section: Section::Roadmaps, crumbs: &crumbs };
    Ok(shell::page(visit, &frame, &body))
}

/// One question: where it stands, why it is asked, both readings as buttons.
async fn one(visit: &Visit, view: &VersionView, it: &QuestionView) -> Result<Markup, Oops> {
    let lang = visit.lang;
    let question = &it.question;
    let base = format!("/versions/{}", view.version.id);
    let taken = question.taken;
    let kept = said(visit, view, it, &it.kept).await?;
    let moved = said(visit, view, it, &it.moved).await?;
    let choice = |choice: RollChoice, label: String, words: &Markup| {
        html! {
            div.choice-act {
                p id={ "said-" (choice.slug()) } { (words) }
                @if choice == taken || it.can_change {
                    button.btn.btn-plain name="choice" value=(choice.slug()) aria-describedby={ "said-" (choice.slug()) } { @if choice == taken { (icon(Icon::Done)) } (label) }
                }
            }
        }
    };
    Ok(html! {
        section aria-labelledby="question" {
            h2 id="question" { (lang.t(key("question-title"))) }
            p { (lang.t(key("roll-doubt"))) ": " (lang.t(&format!("doubt-{}", question.doubt))) }
            @if !it.activity.is_empty() && question.field != "text" { p.soft { (place(lang, it)) ": " (it.activity) } } @else { p.soft { (place(lang, it)) } }
            form method="post" action={ (base) "/questions" } {
                (visit.hidden())
                input type="hidden" name="question" value=(question.id);
                div.choice-acts {
                    (choice(RollChoice::Kept, lang.t(key("question-keep")), &kept))
                    (choice(RollChoice::Moved, lang.t(key("question-move")), &moved))
                }
            }
            @if let Some(row) = question.lineage {
                p.mt-2 { a href={ (base) "/rows/" (row) } { (lang.t(key("question-by-hand"))) } }
            }
        }
    })
}

/// The words of a reading, and how a deadline would be understood.
async fn said(
    visit: &Visit,
    view: &VersionView,
    it: &QuestionView,
    words: &str,
) -> Result<Markup, Oops> {
    let lang = visit.lang;
    let is_form = it.question.doubt == "words-and-dates-differ";
    if it.question.field != "deadline" {
        return Ok(html! { (words) });
    }
    let told = if is_form {
        let windows = version::plan_days(view).map(|days| launch::view::windows(words, days));
        reading::deadline(lang, words, &windows.unwrap_or_default(), visit.today())
    } else {
        let read = try_deadline(visit.ctx()?, view.version.id, words).await;
        let (normal, windows) = read.map_err(|it| obstacles(it).err().unwrap_or(Oops::NotFound))?;
        reading::deadline(lang, &normal, &windows, visit.today())
    };
    Ok(html! { @if !is_form { (words) " " } (reading::understood(&told)) })
}

fn place(lang: Lang, it: &QuestionView) -> String {
    let field = it.question.field.split(':').next().unwrap_or_default();
    lang.t(&format!("field-{field}"))
}

/// The button that takes the rest as it stands.
fn rest(visit: &Visit, view: &VersionView, left: usize) -> Markup {
    let lang = visit.lang;
    let act = html! { form method="post" action={ "/versions/" (view.version.id) "/questions/rest" } {
        (visit.hidden())
        button.btn.btn-plain { (lang.tn(key("questions-rest"), [("count", left.into())])) }
    } };
    html! { div.mt-4 { (block::next_step(&lang.t(key("questions-rest-title")), &lang.t(key("questions-rest-why")), &act)) } }
}

/// All questions with what stands in the draft.
fn list(lang: Lang, view: &VersionView, here: Option<&QuestionView>) -> Markup {
    let names = ["roll-field", "roll-doubt", "roll-stands", "questions-state"];
    let columns = names.map(|it| Column::new(lang.t(it)));
    let rows = html! { @for it in &view.questions {
        @let is_here = here.is_some_and(|here| here.question.id == it.question.id);
        @let state = if it.question.answer.is_some() { key("questions-answered") } else { key("questions-open") };
        (table::row(if it.question.answer.is_some() { Heat::Calm } else { Heat::Warm }, &html! {
            th scope="row" role="rowheader" {
                @if view.may_edit && !is_here { a href={ "?question=" (it.question.id) } { (place(lang, it)) } } @else { (place(lang, it)) }
                @if !it.activity.is_empty() { br; span.soft.small { (it.activity.chars().take(90).collect::<String>()) } }
            }
            (table::cell(&lang.t(key("roll-doubt")), &html! { (lang.t(&format!("doubt-{}", it.question.doubt))) }))
            (table::cell(&lang.t(key("roll-stands")), &html! { (it.stands) }))
            (table::cell(&lang.t(key("questions-state")), &html! { (lang.t(state)) }))
        }))
    } };
    html! { section.mt-5 aria-labelledby="all" {
        (block::section_head("all", &lang.t(key("questions-all")), "", None))
        (table::table(&lang.t(key("questions-all")), &columns, &rows))
    } }
}
