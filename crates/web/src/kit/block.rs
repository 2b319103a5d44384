//! Blocks of a page: its head, the next step, remarks, what was done, long work, nothing yet.
//!
//! A filled block means «act here», «look here» or «it happened», nothing else (LOOK.md §1).

use maud::{Markup, html};

use super::icon::{Icon, icon, sign};
use crate::lang::{Lang, key};

/// Prints the head of a page: its title, one sentence that answers its question, buttons.
///
/// - `under`: may be empty.
/// - `acts`: 0 to 3 buttons, at most one of them filled.
#[must_use]
pub fn head(title: &str, under: &str, acts: &Markup) -> Markup {
    html! {
        div.page-head {
            div { h1 { (title) } @if !under.is_empty() { p.under { (under) } } }
            @if !acts.0.is_empty() { div.acts { (acts) } }
        }
    }
}

/// Prints the head of a section and a link to the whole of it.
///
/// - `id`: for `aria-labelledby` of the section.
/// - `more`: address and words; `None` where this is the whole.
#[must_use]
pub fn section_head(id: &str, title: &str, note: &str, more: Option<(&str, &str)>) -> Markup {
    html! {
        div.sec-head {
            h2 id=(id) { (title) }
            @if !note.is_empty() { span.soft { (note) } }
            @if let Some((href, words)) = more { a.more href=(href) { (words) } }
        }
    }
}

/// Prints the one thing that is needed next, with its reason and its button.
#[must_use]
pub fn next_step(title: &str, reason: &str, acts: &Markup) -> Markup {
    html! {
        div.next { div { h2 { (title) } @if !reason.is_empty() { p { (reason) } } } div.acts { (acts) } }
    }
}

/// How grave a remark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gravity {
    /// Must be mended.
    Mend,
    /// Worth a look.
    Look,
    /// Good to know.
    Know,
}

/// Prints a remark at the thing it speaks of.
///
/// - `id`: named by `aria-describedby` of that thing; may be empty.
/// - `wrong`: what is wrong; `help`: what to do.
/// - `mend`: a button that does it; may be empty.
#[must_use]
pub fn remark(
    lang: Lang,
    gravity: Gravity,
    id: &str,
    wrong: &str,
    help: &str,
    mend: &Markup,
) -> Markup {
    let (class, shape, colour, label) = match gravity {
        Gravity::Mend => ("remark err", Icon::Bad, "t-bad", lang.t(key("remark-mend"))),
        Gravity::Look => ("remark", Icon::Warn, "", lang.t(key("remark-look"))),
        Gravity::Know => ("remark note", Icon::Info, "", lang.t(key("remark-know"))),
    };
    html! {
        div class=(class) id=[(!id.is_empty()).then_some(id)] {
            (sign(shape, colour, &label))
            div { p { b { (wrong) } " " (help) } (mend) }
        }
    }
}

/// Prints what was just done, and the button that takes it back.
#[must_use]
pub fn notice(words: &str, undo: &Markup) -> Markup {
    html! { div.notice role="status" { (icon(Icon::Done)) span { (words) } (undo) } }
}

/// Prints how far a long work is.
///
/// - `what`: «Готовим 126 бланков согласий: 81 готов».
/// - `after`: where the result will appear; the page may be closed.
#[must_use]
pub fn busy(what: &str, label: &str, done: u32, all: u32, after: &str, stop: &Markup) -> Markup {
    let percent = done.saturating_mul(100).checked_div(all).unwrap_or(0);
    html! {
        div.busy role="status" {
            strong { (what) }
            div role="progressbar" aria-valuenow=(done) aria-valuemin="0" aria-valuemax=(all) aria-label=(label) {
                (super::figure::meter(percent, None))
            }
            span.soft { (after) }
            @if !stop.0.is_empty() { span.mt-2 { (stop) } }
        }
    }
}

/// Prints the place where nothing is yet: what will be here and how to fill it.
#[must_use]
pub fn empty(title: &str, how: &str, acts: &Markup) -> Markup {
    html! {
        div.empty { h2 { (title) } p { (how) } @if !acts.0.is_empty() { div.acts { (acts) } } }
    }
}

/// Prints names and values in two columns, such as a card.
#[must_use]
pub fn card(rows: &[(String, Markup)]) -> Markup {
    html! { dl.kv { @for (name, value) in rows { dt { (name) } dd { (value) } } } }
}
