//! The card of everything held about a person, and the same as a file.

use app::rights::{self, HeldCard, HeldSection};
use app::sheet::{Sheet, SheetFormat};
use app::{HeldRow, Mention, PersonRequest};
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::id::PersonId;
use uuid::Uuid;

use super::{DESTRUCTION, REQUESTS, told};
use crate::kit::block;
use crate::kit::nav::Way;
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::pages::people::card::crumbs_to;
use crate::pages::sheet::{give, text};
use crate::visit::Visit;
use crate::words;

/// Shows everything held about a person.
pub(crate) async fn show_held(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let card = rights::show_held(visit.ctx()?, PersonId(id)).await?;
    Ok(held_page(&visit, &card))
}

/// Gives it as a workbook.
pub(crate) async fn xlsx(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, Oops> {
    sheet(&visit, PersonId(id), SheetFormat::Xlsx).await
}

/// Gives it on paper.
pub(crate) async fn pdf(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, Oops> {
    sheet(&visit, PersonId(id), SheetFormat::Pdf).await
}

/// Gives it for programs.
pub(crate) async fn json(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, Oops> {
    let ctx = visit.ctx()?;
    let card = rights::take_held(ctx, PersonId(id)).await?;
    let place = format!("attachment; filename=\"held-{}.json\"", ctx.today());
    let headers = [
        (header::CONTENT_TYPE, "application/json".to_owned()),
        (header::CONTENT_DISPOSITION, place),
    ];
    Ok((headers, rights::held_json(&card)).into_response())
}

async fn sheet(visit: &Visit, id: PersonId, format: SheetFormat) -> Result<Response, Oops> {
    let lang = visit.lang;
    let card = rights::take_held(visit.ctx()?, id).await?;
    let heads = [
        key("held-head-section"),
        key("held-head-what"),
        key("held-head-value"),
        key("held-head-source"),
        key("held-head-ground"),
        key("held-head-purpose"),
        key("held-head-recipient"),
        key("held-head-term"),
    ];
    let mut rows = Vec::new();
    for section in &card.sections {
        let about = told::about(lang, section.spec);
        let term = told::term(lang, section.spec, section.fate, card.today);
        for row in &section.rows {
            for (what, value) in lines_of(lang, row) {
                let cells = [told::section(lang, section.kind), what, value];
                let cells = cells.into_iter().chain(about.clone()).chain([term.clone()]);
                rows.push(cells.map(text).collect());
            }
        }
    }
    for it in &card.mentions {
        let cells = [
            told::section(lang, mentoring::rights::HeldKind::Mentions),
            told::table(lang, it.table),
            it.excerpt.clone(),
        ];
        let empty = std::iter::repeat_n(String::new(), heads.len() - cells.len());
        rows.push(cells.into_iter().chain(empty).map(text).collect());
    }
    let list = Sheet {
        title: lang.tn(key("held-of"), [("name", card.person.name.full().into())]),
        heads: heads.map(|it| lang.t(it)).to_vec(),
        rows,
    };
    give(visit, "held", list, format).await
}

/// What a row says: what it is, and the values.
fn lines_of(lang: Lang, row: &HeldRow) -> Vec<(String, String)> {
    let table = told::table(lang, row.table);
    let value = |(column, text): &(String, String)| {
        let value = told::value(lang, row.table, column, text)?;
        Some((format!("{table}: {}", told::column(lang, column)), value))
    };
    let lines: Vec<_> = row.cells.iter().filter_map(value).collect();
    // A row of ids alone is still something that is held.
    if lines.is_empty() { vec![(table, lang.t(key("held-yes")))] } else { lines }
}

fn held_page(visit: &Visit, card: &HeldCard) -> Markup {
    let lang = visit.lang;
    let title = match card.is_own {
        true => lang.t(key("held-own")),
        false => lang.tn(key("held-of"), [("name", card.person.name.short().into())]),
    };
    let path = format!("/people/{}", card.person.id);
    let acts = html! {
        a.btn.btn-plain href={ (path) "/requests/new" } { (lang.t(key("request-new"))) }
    };
    let body = html! {
        (block::head(&title, &lang.t(key("held-under")), &acts))
        (gone(visit, card))
        p.acts {
            span.soft { (lang.t(key("held-take"))) }
            a href={ (path) "/held.xlsx" } { (lang.t(key("sheet-xlsx"))) }
            a href={ (path) "/held.pdf" } { "PDF" }
            a href={ (path) "/held.json" } { "JSON" }
        }
        (requests(lang, &card.requests))
        @for it in &card.sections { (section(lang, card, it)) }
        (mentions(lang, card))
        section aria-labelledby="rest" {
            (block::section_head("rest", &lang.t(key("held-rest")), "", None))
            p { (lang.tn(key("held-journal"), [("count", card.n_events.into())])) }
            @if !card.sees_sensitive { p { (lang.t(key("held-sensitive"))) } }
        }
    };
    let crumbs = match card.is_own {
        true => vec![
            Way { href: "/me".to_owned(), words: lang.t(key("me-title")), here: false },
            Way { href: String::new(), words: title.clone(), here: true },
        ],
        false => crumbs_to(lang, &card.person, lang.t(key("held-title"))).to_vec(),
    };
    let at = if card.is_own { Section::Account } else { Section::People };
    shell::page(visit, &Frame { title: &title, section: at, crumbs: &crumbs }, &body)
}

/// That the data must be destroyed, to who may do it and to the person.
fn gone(visit: &Visit, card: &HeldCard) -> Markup {
    let lang = visit.lang;
    let Some((gone, by)) = card.gone else { return html! {} };
    let title = lang.tn(key("held-gone"), [("day", words::date(lang, by).into())]);
    let acts = html! { @if card.may_destroy {
        a.btn.btn-plain href={ (DESTRUCTION) "/people/" (card.person.id) } { (lang.t(key("destroy-look"))) }
    } };
    block::next_step(&title, &told::why(lang, gone.why), &acts)
}

fn requests(lang: Lang, all: &[PersonRequest]) -> Markup {
    html! { @if !all.is_empty() {
        section aria-labelledby="requests" {
            (block::section_head("requests", &lang.t(key("requests-title")), "", None))
            ul.plain { @for it in all { li {
                a href={ (REQUESTS) "/" (it.id) } { (lang.t(&format!("request-kind-{}", it.kind.slug()))) }
                " " span.soft { (super::requests::state(lang, it)) }
            } } }
        }
    } }
}

fn section(lang: Lang, card: &HeldCard, it: &HeldSection) -> Markup {
    let id = format!("held-{}", it.kind.slug());
    let [source, ground, purpose, recipient] = told::about(lang, it.spec);
    let term = told::term(lang, it.spec, it.fate, card.today);
    html! {
        section aria-labelledby=(id) {
            (block::section_head(&id, &told::section(lang, it.kind), "", None))
            @match it.rows.as_slice() {
                [row] => (block::card(&only(lang, row))),
                rows => ul { @for row in rows { li { (line(lang, row)) } } },
            }
            details.mt-2 {
                summary { (lang.t(key("held-why"))) }
                (block::card(&[
                    (lang.t(key("held-head-source")), html! { (source) }),
                    (lang.t(key("held-head-ground")), html! { (ground) }),
                    (lang.t(key("held-head-purpose")), html! { (purpose) }),
                    (lang.t(key("held-head-recipient")), html! { (recipient) }),
                    (lang.t(key("held-head-term")), html! { (term) }),
                ]))
            }
        }
    }
}

/// A row by itself: what and value in two columns.
fn only(lang: Lang, row: &HeldRow) -> Vec<(String, Markup)> {
    let value = |(column, text): &(String, String)| {
        let value = told::value(lang, row.table, column, text)?;
        Some((told::column(lang, column), html! { (value) }))
    };
    let lines: Vec<_> = row.cells.iter().filter_map(value).collect();
    match lines.is_empty() {
        true => vec![(told::table(lang, row.table), html! { (lang.t(key("held-yes"))) })],
        false => lines,
    }
}

/// A row among others, in one line.
fn line(lang: Lang, row: &HeldRow) -> Markup {
    let value = |(column, text): &(String, String)| {
        let value = told::value(lang, row.table, column, text)?;
        Some(format!("{} – {value}", told::column(lang, column)))
    };
    let values: Vec<_> = row.cells.iter().filter_map(value).collect();
    let by = told::by(lang, row.by);
    html! {
        b { (told::table(lang, row.table)) } @if !by.is_empty() { " (" (by) ")" }
        @if !values.is_empty() { ": " (values.join("; ")) }
    }
}

fn mentions(lang: Lang, card: &HeldCard) -> Markup {
    html! { @if !card.mentions.is_empty() {
        section aria-labelledby="mentions" {
            (block::section_head("mentions", &lang.t(key("held-section-mentions")), "", None))
            p.soft { (lang.t(key("held-mentions-under"))) }
            (mention_list(lang, &card.mentions))
        }
    } }
}

/// The most that is printed: more is counted.
const MOST: usize = 50;

/// Prints texts of others in which the person is named.
pub(super) fn mention_list(lang: Lang, all: &[Mention]) -> Markup {
    html! {
        ul { @for it in all.iter().take(MOST) { li {
            b { (told::table(lang, it.table)) }
            @if !it.excerpt.is_empty() { ": " (it.excerpt) }
        } } }
        @if MOST < all.len() { p.soft { (lang.tn(key("held-more"), [("count", (all.len() - MOST).into())])) } }
    }
}
