//! The template of one kind: its text in an editor, the paper beside it, fields, marks, versions.
//!
//! It decides that a look at the paper saves nothing. Deliberately absent: what is sound
//! (`app::paper`).

use app::Refusal;
use app::paper::keep::{self, KeepTemplate, TemplateBody};
use app::paper::template::{self, TemplateView};
use app::paper::{Flaw, Paper, Sample};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::paper::PaperKind;
use mentoring::paper::template::TemplateForm;
use serde::Deserialize;

use super::{crumbs, fields, files, flaws, href, kind_of, origin, versions};
use crate::filled::Filled;
use crate::kit::block;
use crate::kit::form::{self, Answer, Input, Mends};
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::pages::papers::view;
use crate::visit::Visit;
use crate::words;

/// A text as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct TemplateText {
    text: String,
    sample: String,
    from: String,
    why: String,
    is_given: String,
    after: u32,
}

/// Whose data the look is made from.
#[derive(Deserialize)]
pub(crate) struct Looking {
    #[serde(default)]
    sample: String,
}

fn sample_of(word: &str) -> Sample {
    if word == "own" { Sample::Own } else { Sample::Example }
}

/// What stands beside the text: the paper, or why there is none.
pub(super) enum Look {
    /// The paper.
    Paper(Box<Paper>),
    /// What is wrong with the text.
    Flaws(Vec<Flaw>),
}

/// Shows a template.
pub(crate) async fn show_template(
    visit: Visit,
    Path(slug): Path<String>,
    Query(looking): Query<Looking>,
) -> Result<Markup, Oops> {
    let kind = kind_of(&slug)?;
    let view = template::show_template(visit.ctx()?, kind).await?;
    let typed = begun(&view, looking.sample);
    let look = look_at(&visit, kind, &typed).await?;
    Ok(page(&visit, &view, &typed, &look, &Mends::default()))
}

fn begun(view: &TemplateView, sample: String) -> TemplateText {
    let is_given = view.versions.first().is_none_or(|it| it.card.is_given);
    TemplateText {
        text: view.text.clone(),
        sample,
        from: view.today.to_string(),
        why: String::new(),
        is_given: if is_given { "yes".to_owned() } else { String::new() },
        after: view.latest(),
    }
}

async fn look_at(visit: &Visit, kind: PaperKind, typed: &TemplateText) -> Result<Look, Oops> {
    let (text, sample) = (typed.text.clone(), sample_of(&typed.sample));
    match template::preview_template(visit.ctx()?, kind, text, sample).await {
        Ok(paper) => Ok(Look::Paper(Box::new(paper))),
        Err(Refusal::Obstacles(flaws)) => Ok(Look::Flaws(flaws)),
        Err(refusal) => Err(obstacles(refusal).err().unwrap_or(Oops::NotFound)),
    }
}

/// Shows the paper of a text that is being changed, or what is wrong with it. Nothing was asked to be
/// saved, so nothing is refused.
pub(crate) async fn preview_template(
    visit: Visit,
    Path(slug): Path<String>,
    Filled(form): Filled<TemplateText>,
) -> Result<Markup, Oops> {
    let kind = kind_of(&slug)?;
    let view = template::show_template(visit.ctx()?, kind).await?;
    let look = look_at(&visit, kind, &form).await?;
    Ok(page(&visit, &view, &form, &look, &Mends::default()))
}

/// Keeps the text as a new version.
pub(crate) async fn keep_template(
    visit: Visit,
    Path(slug): Path<String>,
    Filled(mut form): Filled<TemplateText>,
) -> Result<Response, Oops> {
    let kind = kind_of(&slug)?;
    let mut mends = Mends::default();
    if let Some(from) = mends.day(visit.lang, "from", &form.from) {
        let ask = KeepTemplate {
            kind,
            body: TemplateBody::Text(form.text.clone()),
            from,
            why: form.why.clone(),
            is_given: form.is_given == "yes",
            after: form.after,
        };
        match keep::keep_template(visit.ctx()?, ask).await {
            Ok(_) => return Ok(visit.done(&href(kind), key("notice-template-kept"))),
            Err(refusal) => {
                mends = flaws::mends(visit.lang, &obstacles(refusal)?, "text");
            }
        }
    }
    let view = template::show_template(visit.ctx()?, kind).await?;
    let look = look_at(&visit, kind, &form).await?;
    // What was kept meanwhile has been told; the next sending is meant to follow it.
    form.after = view.latest();
    let page = page(&visit, &view, &form, &look, &mends);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// Prints the page.
fn page(
    visit: &Visit,
    view: &TemplateView,
    typed: &TemplateText,
    look: &Look,
    mends: &Mends,
) -> Markup {
    let lang = visit.lang;
    let spec = view.kind.spec();
    let mut all = mends.clone();
    // A look at a text with flaws is a refusal too: all of them stand at the top, once.
    if let (Look::Flaws(found), true) = (look, mends.is_empty()) {
        found.iter().for_each(|it| all.push("text", flaws::words(lang, it)));
    }
    let refused = if mends.is_empty() { key("template-flawed") } else { key("template-refused") };
    let body = html! {
        (block::head(spec.title, spec.purpose, &files::samples(lang, view)))
        p.soft { (in_force(visit, view)) }
        (form::refusal(lang, &lang.t(refused), &lang.t(key("template-kept-typed")), &all))
        div.cols-2 {
            section aria-labelledby="editor" {
                (block::section_head("editor", &lang.t(key("template-text")), "", None))
                @if view.may_edit { (editor(visit, view, typed, &all)) } @else { pre.quoted lang="ru" tabindex="0" { (typed.text) } }
            }
            section aria-labelledby="look" {
                (block::section_head("look", &lang.t(key("template-look")), "", None))
                (look_of(lang, typed, look))
            }
        }
        (below(visit, view))
    };
    let crumbs = crumbs(lang, view.kind, None);
    let frame = Frame { title: spec.title, section: Section::Templates, crumbs: &crumbs };
    shell::page(visit, &frame, &body)
}

/// «Действует ваш текст, редакция 3 с 1 сентября 2026 г.»
fn in_force(visit: &Visit, view: &TemplateView) -> String {
    let lang = visit.lang;
    let whose = origin(lang, &view.origin);
    let Some(card) = &view.card else { return whose };
    let since = [("number", card.number.into()), ("day", words::date(lang, card.from_on).into())];
    let since = lang.tn(key("template-since"), since);
    let word = if card.form == TemplateForm::Word {
        lang.t(key("template-is-word"))
    } else {
        String::new()
    };
    format!("{whose}. {since} {word}").trim_end().to_owned()
}

/// Prints the paper beside the text, in a place that a script fills anew while the text changes.
fn look_of(lang: Lang, typed: &TemplateText, look: &Look) -> Markup {
    html! {
        div id="preview" {
            @match look {
                Look::Flaws(found) => (flaws::list(lang, &typed.text, found)),
                Look::Paper(it) => {
                    // It is read with the arrows where it is longer than its place.
                    div.look role="region" tabindex="0" aria-label=(it.title()) { (view::paper(lang, &it.shown())) }
                    @let blanks = it.to_fill();
                    @if !blanks.is_empty() { p.small.soft { (lang.tn(key("template-to-fill"), [("what", blanks.join(", ").into())])) } }
                }
            }
        }
    }
}

fn editor(visit: &Visit, view: &TemplateView, typed: &TemplateText, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let action = href(view.kind);
    let text = Input {
        name: "text",
        label: &lang.t(key("template-text-label")),
        hint: &lang.t(key("template-text-hint")),
        value: &typed.text,
        ..Input::default()
    };
    let sample = Input {
        name: "sample",
        label: &lang.t(key("template-sample")),
        value: if typed.sample == "own" { "own" } else { "example" },
        ..Input::default()
    };
    let samples =
        [("example", key("template-sample-example")), ("own", key("template-sample-own"))]
            .map(|(value, words)| Answer { value: value.to_owned(), words: lang.t(words) });
    html! {
        form.form.wide method="post" action=(action) data-preview={ (action) "/preview" } {
            (visit.hidden())
            input type="hidden" name="after" value=(typed.after);
            div.editor { (form::lines(lang, &text, 26, mends)) }
            (form::one_of(lang, &sample, &samples, mends))
            p { button.btn.btn-plain formaction={ (action) "/preview" } { (lang.t(key("template-show"))) } }
            (decided(visit, view, (&typed.from, &typed.why, typed.is_given == "yes"), "", mends))
            div.sticky-act { button.btn.btn-go { (lang.t(key("template-keep"))) } }
        }
    }
}

/// Prints the fields of a decision on a template: from when, why, for whom.
///
/// - `typed`: the day, the reason, whether those below get it.
/// - `id`: what comes before the ids of the fields, where a page has several such forms.
pub(super) fn decided(
    visit: &Visit,
    view: &TemplateView,
    (from, why, is_given): (&str, &str, bool),
    id: &str,
    mends: &Mends,
) -> Markup {
    let lang = visit.lang;
    let ids = [format!("{id}from"), format!("{id}why")];
    let from = Input {
        name: "from",
        id: &ids[0],
        label: &lang.t(key("template-from")),
        hint: &lang.t(key("template-from-hint")),
        value: from,
        kind: "date",
        width: "w-date",
        ..Input::default()
    };
    let why = Input {
        name: "why",
        id: &ids[1],
        label: &lang.t(key("template-why")),
        hint: &lang.t(key("template-why-hint")),
        value: why,
        ..Input::default()
    };
    html! {
        (form::input(lang, &from, mends))
        (form::input(lang, &why, mends))
        @if view.is_centre && id.is_empty() { (form::tick("is_given", &lang.t(key("template-give")), is_given)) }
        @else if view.is_centre { input type="hidden" name="is_given" value=(if is_given { "yes" } else { "" }); }
    }
}

fn below(visit: &Visit, view: &TemplateView) -> Markup {
    let lang = visit.lang;
    html! {
        section aria-labelledby="fields" {
            (block::section_head("fields", &lang.t(key("template-fields")), &lang.t(key("template-fields-note")), None))
            (fields::table(lang, view.kind))
        }
        section aria-labelledby="marks" {
            (block::section_head("marks", &lang.t(key("template-help")), &lang.t(key("template-help-note")), None))
            (fields::help(lang))
        }
        (files::own_word(visit, view, &files::Brought::default(), &Mends::default()))
        (versions::list(visit, view))
    }
}
