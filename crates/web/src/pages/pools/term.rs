//! The dictionary of the school: strengths, needs and forms that profiles choose from.

use app::pools::dictionary::{self, DictionaryView};
use app::pools::pool::{self, TermObstacle};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::id::TermId;
use mentoring::pools::dictionary::FirstTerm;
use mentoring::pools::{Term, TermKind};
use serde::Deserialize;
use uuid::Uuid;

use crate::filled::{Button, Filled};
use crate::kit::block;
use crate::kit::form::{self, Answer, Input, Mends};
use crate::kit::nav::Way;
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::pages::care::{asks_about, confirm};
use crate::visit::Visit;

/// A word as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct TermForm {
    kind: String,
    text: String,
    /// «yes»: the writer has seen the question about the words and keeps them.
    not_sensitive: String,
}

/// Shows the dictionary.
pub(crate) async fn list_terms(visit: Visit) -> Result<Markup, Oops> {
    let dictionary = dictionary(&visit).await?;
    Ok(terms_page(&visit, &dictionary, &TermForm::default(), &Mends::default()))
}

async fn dictionary(visit: &Visit) -> Result<DictionaryView, Oops> {
    Ok(dictionary::show_dictionary(visit.ctx()?).await?)
}

/// Which of the words that lack were chosen: `form|ученик — ученик`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct LackingForm {
    words: Vec<String>,
}

/// Adds words that travel with the program and that the school has never had.
pub(crate) async fn add_lacking(
    visit: Visit,
    Filled(form): Filled<LackingForm>,
) -> Result<Response, Oops> {
    let chosen = |it: &String| {
        let (kind, text) = it.split_once('|')?;
        Some((TermKind::from_slug(kind)?, text.to_owned()))
    };
    let chosen: Vec<_> = form.words.iter().filter_map(chosen).collect();
    let notice = match dictionary::add_lacking(visit.ctx()?, &chosen).await? {
        0 => key("notice-terms-none"),
        _ => key("notice-terms-added"),
    };
    Ok(visit.done("/dictionary", notice))
}

/// Adds a word.
pub(crate) async fn add_term(
    visit: Visit,
    Filled(form): Filled<TermForm>,
) -> Result<Response, Oops> {
    let lang = visit.lang;
    let mut mends = Mends::default();
    let keeps = form.not_sensitive == "yes";
    let asks = asks_about(lang, "text", &form.text, keeps, &mut mends);
    match TermKind::from_slug(&form.kind) {
        _ if asks => {}
        None => mends.push("kind", lang.t(key("term-mend-kind"))),
        Some(kind) => match pool::add_term(visit.ctx()?, kind, &form.text).await {
            Ok(_) => return Ok(visit.done("/dictionary", key("notice-term-added"))),
            Err(refusal) => {
                for it in obstacles(refusal)? {
                    mends.push("text", mend(lang, it));
                }
            }
        },
    }
    let page = terms_page(&visit, &dictionary(&visit).await?, &form, &mends);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn mend(lang: Lang, it: TermObstacle) -> String {
    match it {
        TermObstacle::Empty => lang.t(key("term-mend-empty")),
        TermObstacle::TooLong { limit } => {
            lang.tn(key("person-mend-long"), [("limit", limit.into())])
        }
        TermObstacle::Known => lang.t(key("term-mend-known")),
    }
}

/// Ends a word.
pub(crate) async fn end_term(
    visit: Visit,
    Path(id): Path<Uuid>,
    _: Filled<Button>,
) -> Result<Response, Oops> {
    pool::end_term(visit.ctx()?, TermId(id)).await?;
    Ok(visit.done("/dictionary", key("notice-term-ended")))
}

fn terms_page(visit: &Visit, view: &DictionaryView, typed: &TermForm, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let title = lang.t(key("terms-title"));
    let kinds: Vec<Answer> = TermKind::ALL
        .iter()
        .map(|it| Answer {
            value: it.slug().to_owned(),
            words: lang.t(&format!("term-{}", it.slug())),
        })
        .collect();
    let kind = Input {
        name: "kind",
        label: &lang.t(key("term-kind")),
        value: &typed.kind,
        ..Input::default()
    };
    let text = Input {
        name: "text",
        label: &lang.t(key("term-text")),
        hint: &lang.t(key("term-text-hint")),
        value: &typed.text,
        ..Input::default()
    };
    let body = html! {
        (block::head(&title, &lang.t(key("terms-under")), &html! {}))
        (form::refusal(lang, &lang.t(key("term-refused")), &lang.t(key("person-kept")), mends))
        form.form method="post" action="/dictionary" {
            (visit.hidden())
            (form::select(lang, &kind, &kinds, mends))
            (form::input(lang, &text, mends))
            (confirm(lang, &typed.text))
            div.sticky-act { button.btn.btn-go { (lang.t(key("term-add"))) } }
        }
        (lacking(visit, &view.lacking))
        @for it in TermKind::ALL { (section(visit, &view.terms, *it)) }
    };
    let crumbs = [
        Way { href: "/mentors".to_owned(), words: lang.t(key("mentors-title")), here: false },
        Way { href: String::new(), words: title.clone(), here: true },
    ];
    shell::page(visit, &Frame { title: &title, section: Section::Mentors, crumbs: &crumbs }, &body)
}

/// Offers what travels with the program: each kind apart, everything chosen.
fn lacking(visit: &Visit, all: &[&'static FirstTerm]) -> Markup {
    let lang = visit.lang;
    if all.is_empty() {
        return html! {};
    }
    let value = |it: &FirstTerm| format!("{}|{}", it.kind.slug(), it.text);
    let chosen: Vec<String> = all.iter().map(|it| value(it)).collect();
    html! {
        details.mt-5 {
            summary { (lang.tn(key("terms-lacking"), [("count", all.len().into())])) }
            p.soft { (lang.t(key("terms-lacking-under"))) }
            form.form method="post" action="/dictionary/lacking" {
                (visit.hidden())
                @for kind in TermKind::ALL {
                    @let answers: Vec<Answer> = all.iter().filter(|it| it.kind == *kind)
                        .map(|it| Answer { value: value(it), words: it.text.clone() }).collect();
                    @if !answers.is_empty() {
                        (form::choices(lang, &Input {
                            name: "words",
                            id: &format!("lacking-{}", kind.slug()),
                            label: &lang.t(&format!("term-{}", kind.slug())),
                            ..Input::default()
                        }, &answers, &chosen, &Mends::default()))
                    }
                }
                div.acts { button.btn.btn-plain { (lang.t(key("terms-lacking-add"))) } }
            }
        }
    }
}

fn section(visit: &Visit, dictionary: &[Term], kind: TermKind) -> Markup {
    let lang: Lang = visit.lang;
    let words: Vec<&Term> = dictionary.iter().filter(|it| it.kind == kind).collect();
    html! {
        section aria-labelledby=(kind.slug()) {
            (block::section_head(kind.slug(), &lang.t(&format!("term-{}", kind.slug())), "", None))
            @if words.is_empty() { p.soft { (lang.t(key("terms-none"))) } }
            ul.plain { @for it in words {
                li.d-flex.flex-wrap.gap-4 {
                    span { (it.text) }
                    form method="post" action={ "/dictionary/" (it.id) "/end" } {
                        (visit.hidden())
                        button.btn-text { (lang.t(key("term-end"))) span.visually-hidden { ": " (it.text) } }
                    }
                }
            } }
        }
    }
}
