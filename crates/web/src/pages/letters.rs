//! The letters that the sample town would have sent: to whom, when, the words, and the same words
//! for a messenger.
//!
//! Deliberately absent: sending, and any of this where people really work (`app::reminder`).

use app::reminder::{LetterView, list_letters as letters, show_letter as letter};
use axum::extract::{Path, Query};
use maud::{Markup, html};
use mentoring::id::LetterId;
use serde::Deserialize;
use uuid::Uuid;

use crate::kit::block;
use crate::kit::form::{self, Input, Mends};
use crate::kit::nav::{self, Way};
use crate::kit::shell::{self, Frame, Section};
use crate::kit::table::{self, Column, Heat};
use crate::lang::{Lang, key};
use crate::letter::for_messenger;
use crate::oops::Oops;
use crate::visit::Visit;
use crate::words;

/// Letters of one page.
const PAGE: usize = 20;
/// Lines of the field that holds the text for a messenger.
const LINES: u8 = 14;

/// What is looked for, and which page of it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct LettersAsked {
    q: String,
    page: String,
}

/// Lists the letters, the latest first.
pub(crate) async fn list_letters(
    visit: Visit,
    Query(asked): Query<LettersAsked>,
) -> Result<Markup, Oops> {
    let all = letters(visit.ctx()?, &asked.q).await?;
    let lang = visit.lang;
    let title = lang.t(key("letters-title"));
    let under = lang.tn(key("letters-under"), [("count", all.len().into())]);
    let last = all.len().div_ceil(PAGE).max(1);
    let page = asked.page.parse().unwrap_or(1).clamp(1, last);
    let shown: Vec<_> = all.iter().skip((page - 1) * PAGE).take(PAGE).collect();
    let href = |page: usize| {
        let said = [("q", asked.q.trim().to_owned()), ("page", page.to_string())];
        format!("/letters?{}", serde_html_form::to_string(said).unwrap_or_default())
    };
    let body = html! {
        (block::head(&title, &under, &html! {}))
        (nav::search(lang, "/letters", &lang.t(key("letters-find")), &asked.q, &html! {}))
        @if shown.is_empty() {
            (block::empty(&lang.t(key("letters-none")), &lang.t(key("letters-none-how")), &html! {}))
        } @else {
            (table_of(&visit, &title, &shown))
            (nav::pager(lang, page, PAGE, all.len(), href))
        }
    };
    Ok(shell::page(&visit, &Frame { title: &title, section: Section::Letters, crumbs: &[] }, &body))
}

fn table_of(visit: &Visit, title: &str, shown: &[&LetterView]) -> Markup {
    let lang = visit.lang;
    let heads =
        [key("letters-subject"), key("letters-to"), key("letters-when")].map(|it| lang.t(it));
    let columns: Vec<_> = heads.iter().map(Column::new).collect();
    let row = |it: &LetterView| {
        let href = format!("/letters/{}", it.letter.id);
        table::row(
            Heat::Calm,
            &html! {
                th scope="row" role="rowheader" { a href=(href) { (it.letter.subject) } }
                (table::cell(&heads[1], &html! { (it.name.short()) br; span.small.soft { (it.letter.address) } }))
                (table::cell(&heads[2], &html! { (words::moment(lang, visit.local(it.letter.queued_at))) }))
            },
        )
    };
    table::table(title, &columns, &html! { @for it in shown { (row(it)) } })
}

/// Shows one letter whole.
pub(crate) async fn show_letter(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let view = letter(visit.ctx()?, LetterId(id)).await?;
    let lang = visit.lang;
    let it = &view.letter;
    let to = html! { (view.name.full()) " " span.soft { "<" (it.address) ">" } };
    let when = html! { (words::moment(lang, visit.local(it.queued_at))) };
    let rows = [(lang.t(key("letters-to")), to), (lang.t(key("letters-when")), when)];
    let body = html! {
        (block::head(&it.subject, "", &html! {}))
        (block::card(&rows))
        section.mt-5 aria-labelledby="text" {
            (block::section_head("text", &lang.t(key("letters-text")), "", None))
            div.panel { (text(&it.body)) }
        }
        section.mt-5 aria-labelledby="messenger" {
            (block::section_head("messenger", &lang.t(key("slips-message")), "", None))
            (messenger(lang, &it.body))
        }
    };
    let crumbs = [
        Way { href: "/letters".to_owned(), words: lang.t(key("section-letters")), here: false },
        Way { href: String::new(), words: it.subject.clone(), here: true },
    ];
    let frame = Frame { title: &it.subject, section: Section::Letters, crumbs: &crumbs };
    Ok(shell::page(&visit, &frame, &body))
}

/// Prints a plain text: an empty line parts paragraphs, an address is a link.
fn text(body: &str) -> Markup {
    html! {
        @for paragraph in body.split("\n\n") {
            p { @for (index, line) in paragraph.lines().enumerate() {
                @if 0 < index { br; }
                @for word in line.split_inclusive(' ') {
                    @if word.starts_with("http://") || word.starts_with("https://") { a href=(word.trim_end()) { (word) } }
                    @else { (word) }
                }
            } }
        }
    }
}

fn messenger(lang: Lang, body: &str) -> Markup {
    let text = for_messenger(body);
    let input = Input {
        name: "message",
        label: &lang.t(key("slips-text")),
        hint: &lang.t(key("slips-text-hint")),
        value: &text,
        ..Input::default()
    };
    html! { div.form { (form::lines(lang, &input, LINES, &Mends::default())) } }
}
