//! Versions of a template: the list, one of them with its difference, going back.
//!
//! Deliberately absent: which of them holds on a day (`mentoring::paper::template`).

use app::paper::difference::TextChange;
use app::paper::keep::{self, KeepRefused, KeepTemplate, TemplateBody};
use app::paper::template::{self, TemplateVersionLine, TemplateView};
use app::paper::version::{Compared, TemplateDifference, compare_templates};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::paper::PaperKind;
use mentoring::paper::template::TemplateForm;
use serde::Deserialize;

use super::{crumbs, flaws, href, kind_of, show};
use crate::filled::Filled;
use crate::kit::block;
use crate::kit::form::{self, Answer, Input, Mends};
use crate::kit::shell::{self, Frame, Section};
use crate::kit::table::{self, Column, Heat};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::visit::Visit;
use crate::words;

/// A decision as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Decision {
    from: String,
    why: String,
    is_given: String,
    after: u32,
}

/// With what a version is compared.
#[derive(Deserialize)]
pub(crate) struct With {
    #[serde(default)]
    with: String,
}

impl With {
    fn compared(&self) -> Option<Compared> {
        match self.with.as_str() {
            "standard" => Some(Compared::Standard),
            number => number.parse().ok().map(Compared::Version),
        }
    }
}

/// Prints the versions of a template, and the way back to the standard text.
pub(super) fn list(visit: &Visit, view: &TemplateView) -> Markup {
    let lang = visit.lang;
    let heads = ["template-version", "template-from", "template-why", "template-version-by"]
        .map(|it| lang.t(it));
    let columns: Vec<_> = heads.iter().map(Column::new).collect();
    let rows = html! { @for it in &view.versions { (row(visit, view.kind, &heads, it)) } };
    html! {
        section aria-labelledby="versions" {
            (block::section_head("versions", &lang.t(key("template-versions")), "", None))
            @if view.versions.is_empty() { p.soft { (lang.t(key("template-versions-none"))) } }
            @else { (table::table(&lang.t(key("template-versions")), &columns, &rows)) }
            @let is_own = view.versions.first().is_some_and(|it| it.card.form != TemplateForm::Withdrawn);
            @if view.may_edit && is_own {
                details {
                    summary { (lang.t(key("template-withdraw"))) }
                    p { (lang.t(key("template-withdraw-note"))) }
                    (decision(visit, view, &Decision::default(), ("withdraw", key("template-withdraw")), &Mends::default()))
                }
            }
        }
    }
}

fn row(visit: &Visit, kind: PaperKind, heads: &[String; 4], line: &TemplateVersionLine) -> Markup {
    let lang = visit.lang;
    let card = &line.card;
    let number = lang.tn(key("template-version-number"), [("number", card.number.into())]);
    let cells = html! {
        (table::row_head(&format!("{}/versions/{}", href(kind), card.number), &number, &form_words(lang, card.form)))
        (table::cell(&heads[1], &html! {
            (words::date(lang, card.from_on))
            @if card.is_given { br; span.small.soft { (lang.t(key("template-given"))) } }
        }))
        (table::cell(&heads[2], &html! { (card.why) }))
        (table::cell(&heads[3], &html! {
            @if let Some(by) = &line.by { (by.short()) ", " }
            (words::date_short(visit.local(card.kept_at).date()))
        }))
    };
    table::row(Heat::Calm, &cells)
}

fn form_words(lang: Lang, it: TemplateForm) -> String {
    lang.t(&format!("template-form-{}", it.slug()))
}

/// Prints the form of a decision that brings no text.
///
/// - `act`: the last part of the address, and the key of the words of the button.
fn decision(
    visit: &Visit,
    view: &TemplateView,
    typed: &Decision,
    (act, words): (&str, &'static str),
    mends: &Mends,
) -> Markup {
    let today = view.today.to_string();
    let from = if typed.from.is_empty() { &today } else { &typed.from };
    let given = view.versions.first().is_some_and(|it| it.card.is_given);
    html! {
        form.form method="post" action={ (href(view.kind)) "/" (act) } {
            (visit.hidden())
            input type="hidden" name="after" value=(view.latest());
            (show::decided(visit, view, (from, &typed.why, given), "back-", mends))
            button.btn.btn-plain { (visit.lang.t(words)) }
        }
    }
}

/// Shows a version and how it differs from another.
pub(crate) async fn show_version(
    visit: Visit,
    Path((slug, number)): Path<(String, String)>,
    Query(with): Query<With>,
) -> Result<Markup, Oops> {
    let kind = kind_of(&slug)?;
    let number: u32 = number.parse().map_err(|_| Oops::NotFound)?;
    let found = compare_templates(visit.ctx()?, kind, number, with.compared()).await?;
    Ok(page(&visit, &found, &Decision::default(), &Mends::default()))
}

/// Keeps an earlier version anew.
pub(crate) async fn restore_version(
    visit: Visit,
    Path((slug, number)): Path<(String, String)>,
    Filled(form): Filled<Decision>,
) -> Result<Response, Oops> {
    let kind = kind_of(&slug)?;
    let number: u32 = number.parse().map_err(|_| Oops::NotFound)?;
    let mends = match ask_of(&visit, kind, &form) {
        Err(mends) => mends,
        Ok(ask) => match keep::restore_template(visit.ctx()?, ask, number).await {
            Ok(_) => return Ok(visit.done(&href(kind), key("notice-template-kept"))),
            Err(refusal) => mends_of(visit.lang, &obstacles(refusal)?),
        },
    };
    let found = compare_templates(visit.ctx()?, kind, number, None).await?;
    let page = page(&visit, &found, &form, &mends);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// Goes back to the text from above, or to the standard one.
pub(crate) async fn withdraw_template(
    visit: Visit,
    Path(slug): Path<String>,
    Filled(form): Filled<Decision>,
) -> Result<Response, Oops> {
    let kind = kind_of(&slug)?;
    let lang = visit.lang;
    let mends = match ask_of(&visit, kind, &form) {
        Err(mends) => mends,
        Ok(ask) => match keep::keep_template(visit.ctx()?, ask).await {
            Ok(_) => return Ok(visit.done(&href(kind), key("notice-template-withdrawn"))),
            Err(refusal) => mends_of(lang, &obstacles(refusal)?),
        },
    };
    let view = template::show_template(visit.ctx()?, kind).await?;
    let title = lang.t(key("template-withdraw"));
    let body = html! {
        (block::head(&title, kind.spec().title, &html! {}))
        (form::refusal(lang, &lang.t(key("template-refused")), "", &mends))
        p { (lang.t(key("template-withdraw-note"))) }
        (decision(&visit, &view, &form, ("withdraw", key("template-withdraw")), &mends))
    };
    let crumbs = crumbs(lang, kind, Some(title.clone()));
    let frame = Frame { title: &title, section: Section::Templates, crumbs: &crumbs };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, shell::page(&visit, &frame, &body)).into_response())
}

fn ask_of(visit: &Visit, kind: PaperKind, form: &Decision) -> Result<KeepTemplate, Mends> {
    let mut mends = Mends::default();
    let from = mends.day(visit.lang, "back-from", &form.from).ok_or(mends)?;
    let (why, is_given) = (form.why.clone(), form.is_given == "yes");
    Ok(KeepTemplate { kind, body: TemplateBody::Withdrawn, from, why, is_given, after: form.after })
}

fn mends_of(lang: Lang, all: &[KeepRefused]) -> Mends {
    let mut mends = flaws::mends(lang, all, "");
    for it in mends.0.iter_mut().filter(|it| it.field == "why") {
        it.field = "back-why".into();
    }
    mends
}

fn page(visit: &Visit, found: &TemplateDifference, typed: &Decision, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let (view, card) = (&found.view, &found.line.card);
    let title = lang.tn(key("template-version-number"), [("number", card.number.into())]);
    let address = format!("{}/versions/{}", href(view.kind), card.number);
    let is_latest = card.number == view.latest();
    let is_word = card.form == TemplateForm::Word;
    let acts = html! {
        @if card.form != TemplateForm::Withdrawn { a.btn.btn-plain href={ (address) "/sample.docx" } { (lang.t(key("template-sample-docx"))) } }
        @if is_word { a.btn.btn-plain href={ (address) "/file.docx" } { (lang.t(key("template-word-back"))) } }
    };
    let restore = format!("versions/{}/restore", card.number);
    let body = html! {
        (block::head(&title, view.kind.spec().title, &acts))
        (form::refusal(lang, &lang.t(key("template-refused")), "", mends))
        (block::card(&facts(visit, found)))
        section aria-labelledby="difference" {
            (block::section_head("difference", &lang.t(key("template-difference")), "", None))
            (compared(lang, &address, found))
            (changes(lang, found))
        }
        @if view.may_edit && !is_latest {
            section aria-labelledby="restore" {
                (block::section_head("restore", &lang.t(key("template-restore")), "", None))
                (decision(visit, view, typed, (&restore, key("template-restore-do")), mends))
            }
        }
        @if let Some(text) = &found.text {
            details { summary { (lang.t(key("template-whole-text"))) } pre.quoted lang="ru" tabindex="0" { (text) } }
        }
    };
    let crumbs = crumbs(lang, view.kind, Some(title.clone()));
    let frame = Frame { title: &title, section: Section::Templates, crumbs: &crumbs };
    shell::page(visit, &frame, &body)
}

fn facts(visit: &Visit, found: &TemplateDifference) -> Vec<(String, Markup)> {
    let lang = visit.lang;
    let card = &found.line.card;
    let by = found.line.by.as_ref().map(|it| it.full()).unwrap_or_default();
    let kept_at = words::moment(lang, visit.local(card.kept_at));
    vec![
        (lang.t(key("template-form")), html! { (form_words(lang, card.form)) }),
        (lang.t(key("template-from")), html! { (words::date(lang, card.from_on)) }),
        (lang.t(key("template-why")), html! { (card.why) }),
        (lang.t(key("template-version-by")), html! { (by) br; span.small.soft { (kept_at) } }),
    ]
}

/// Prints the choice of what the version is compared with.
fn compared(lang: Lang, address: &str, found: &TemplateDifference) -> Markup {
    let word = |it: Compared| match it {
        Compared::Standard => "standard".to_owned(),
        Compared::Version(number) => number.to_string(),
    };
    let standard =
        Answer { value: word(Compared::Standard), words: lang.t(key("template-standard")) };
    let own = found.card_numbers().map(|number| Answer {
        value: number.to_string(),
        words: lang.tn(key("template-version-number"), [("number", number.into())]),
    });
    let answers: Vec<Answer> = std::iter::once(standard).chain(own).collect();
    let chosen = word(found.with);
    let with = Input {
        name: "with",
        label: &lang.t(key("template-compare")),
        value: &chosen,
        width: "w-mid",
        ..Input::default()
    };
    html! {
        form.filters method="get" action=(address) {
            (form::select(lang, &with, &answers, &Mends::default()))
            button.btn.btn-plain { (lang.t(key("filters-show"))) }
        }
    }
}

fn changes(lang: Lang, found: &TemplateDifference) -> Markup {
    let Some(changes) = &found.changes else {
        return html! { p { (lang.t(key("template-no-text"))) } };
    };
    if changes.is_empty() {
        return html! { p { (lang.t(key("template-same"))) } };
    }
    html! {
        // Each line says in words what happened to it: colour alone tells nothing to some readers.
        div.diff lang="ru" role="region" tabindex="0" aria-label=(lang.t(key("template-lines"))) {
            @for it in changes {
                @match it {
                    TextChange::Kept(text) => p { (text) },
                    TextChange::Added(text) => p.added { ins { span.visually-hidden { (lang.t(key("template-added"))) ": " } "+ " (text) } },
                    TextChange::Removed(text) => p.removed { del { span.visually-hidden { (lang.t(key("template-removed"))) ": " } "− " (text) } },
                    TextChange::Skipped(n_lines) => p.soft { (lang.tn(key("template-skipped"), [("count", (*n_lines).into())])) },
                }
            }
        }
    }
}
