//! Figures that the compiler is not sure of: each is asked about once.
//!
//! The answer is a measure of the list, or «это не показатель»; it is remembered for the same
//! wording, so that next year's document is not asked about again.

use app::launch::figure::{AnswerObstacle, Meaning, answer_figure, measures_for};
use app::launch::{self, FigureDoubt, VersionView};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::id::VersionId;
use serde::Deserialize;
use uuid::Uuid;

use super::{figure, reading, version};
use crate::filled::Filled;
use crate::kit::block;
use crate::kit::form::{self, Answer, Input, Mends};
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::visit::Visit;

/// The measure that stands for «это не показатель».
const NO_INDICATOR: &str = "no-indicator";

/// An answer as given.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct DoubtForm {
    #[serde(default)]
    wording: String,
    #[serde(default)]
    measure: String,
    #[serde(default)]
    population: String,
}

/// Asks about the first doubtful figure.
pub(crate) async fn ask(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let view = launch::show_version(visit.ctx()?, VersionId(id)).await?;
    if !view.may_edit {
        return Err(Oops::NotFound);
    }
    let form = view.doubts.first().map(|it| DoubtForm {
        wording: it.wording.clone(),
        measure: it.figure.measure.clone(),
        population: it.figure.of.clone().unwrap_or_default(),
    });
    Ok(page(&visit, &view, &form.unwrap_or_default(), &Mends::default()))
}

/// Takes the answer, and asks about the next one.
pub(crate) async fn answer(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<DoubtForm>,
) -> Result<Response, Oops> {
    let ctx = visit.ctx()?;
    let meaning = match form.measure.as_str() {
        NO_INDICATOR => Meaning::NoIndicator,
        _ => Meaning::Measures { measure: form.measure.clone(), of: form.population.clone() },
    };
    match answer_figure(ctx, VersionId(id), (&form.wording, &meaning)).await {
        Ok(()) => {
            let left = launch::show_version(ctx, VersionId(id)).await?.doubts.len();
            let path = if left == 0 { "" } else { "/figures" };
            Ok(visit.done(&format!("/versions/{id}{path}"), key("notice-figure-answered")))
        }
        Err(refusal) => {
            let mends = mends_of(visit.lang, &obstacles(refusal)?);
            let view = launch::show_version(ctx, VersionId(id)).await?;
            let page = page(&visit, &view, &form, &mends);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

fn mends_of(lang: Lang, all: &[AnswerObstacle]) -> Mends {
    let mut mends = Mends::default();
    for obstacle in all {
        let (field, words) = match obstacle {
            AnswerObstacle::NotDraft(_) => ("", lang.t(key("edit-mend-not-draft"))),
            AnswerObstacle::NoMeasure => ("measure", lang.t(key("doubt-mend-measure"))),
            AnswerObstacle::LongPopulation => ("population", lang.t(key("figure-mend-long"))),
        };
        mends.push(field, words);
    }
    mends
}

fn page(visit: &Visit, view: &VersionView, typed: &DoubtForm, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let title = lang.t(key("doubts-title"));
    let under = lang.tn(key("doubts-under"), [("count", view.doubts.len().into())]);
    let asked = view.doubts.iter().find(|it| it.wording == typed.wording);
    let back = format!("/versions/{}", view.version.id);
    let body = match asked {
        Some(doubt) => html! {
            (block::head(&title, &under, &html! {}))
            (question(visit, &back, doubt, typed, mends))
        },
        None => html! {
            (block::head(&title, "", &html! {}))
            (block::empty(&lang.t(key("doubts-none")), &lang.t(key("doubts-none-how")), &html! { a.btn.btn-plain href=(back) { (lang.t(key("remarks-back"))) } }))
        },
    };
    let crumbs = version::crumbs(lang, &title);
    shell::page(visit, &Frame { title: &title, section: Section::Roadmaps, crumbs: &crumbs }, &body)
}

fn question(
    visit: &Visit,
    back: &str,
    doubt: &FigureDoubt,
    typed: &DoubtForm,
    mends: &Mends,
) -> Markup {
    let lang = visit.lang;
    let known = measures_for(&doubt.figure).into_iter();
    let mut answers = figure::measures_among(lang, known);
    answers
        .push(Answer { value: NO_INDICATOR.to_owned(), words: lang.t(key("doubt-no-indicator")) });
    html! {
        (form::refusal(lang, &lang.t(key("doubt-refused")), "", mends))
        blockquote { p.lead { "«" (doubt.figure.text) "»" } @if !doubt.activity.is_empty() { p.soft { (lang.t(key("row-activity"))) ": " (doubt.activity) } } }
        (reading::understood(&lang.tn(key("reading-understood"), [("what", reading::indicator(lang, &doubt.figure).into())])))
        form.form.mt-4 method="post" action={ (back) "/figures" } {
            (visit.hidden())
            input type="hidden" name="wording" value=(typed.wording);
            (form::select(lang, &Input { name: "measure", label: &lang.t(key("doubt-measure")), hint: &lang.t(key("doubt-measure-hint")), value: &typed.measure, ..Input::default() }, &answers, mends))
            (form::input(lang, &Input { name: "population", label: &lang.t(key("figure-of")), hint: &lang.t(key("doubt-of-hint")), value: &typed.population, optional: true, ..Input::default() }, mends))
            div.sticky-act { button.btn.btn-go { (lang.t(key("doubt-answer"))) } " " a.btn.btn-plain href=(back) { (lang.t(key("doubt-later"))) } }
        }
    }
}
