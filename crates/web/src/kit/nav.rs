//! Ways through a page: tabs, ready selections, filters, pages of a list. All of them are links.

use maud::{Markup, html};

use super::icon::{Icon, icon};
use crate::lang::{Lang, key};

/// A place to go, and whether the reader stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The address.
    pub href: String,
    /// «Наставники, 63».
    pub words: String,
    /// Whether this is the current one.
    pub here: bool,
}

/// Prints tabs; each has an address of its own.
///
/// - `label`: of the navigation, for readers of the screen.
#[must_use]
pub fn tabs(label: &str, ways: &[Way]) -> Markup {
    html! {
        nav aria-label=(label) {
            ul.tabs { @for way in ways { li { a href=(way.href) aria-current=[way.here.then_some("page")] { (way.words) } } } }
        }
    }
}

/// Prints ready selections with their counts.
#[must_use]
pub fn chips(label: &str, ways: &[Way]) -> Markup {
    html! {
        ul.chips aria-label=(label) {
            @for way in ways { li { a.chip href=(way.href) aria-current=[way.here.then_some("true")] { (way.words) } } }
        }
    }
}

/// Prints a search with further fields; on a phone the further ones open by a link.
///
/// - `action`: the address of the list.
/// - `asked`: what is searched for now.
/// - `more`: further fields, each a `div.extra` with a label; may be empty.
#[must_use]
pub fn search(lang: Lang, action: &str, label: &str, asked: &str, more: &Markup) -> Markup {
    html! {
        form.filters id="filters" method="get" action=(action) role="search" {
            div.grow {
                label for="q" { (label) }
                input.form-control type="search" id="q" name="q" value=(asked);
            }
            (more)
            button.btn.btn-plain { (icon(Icon::Search)) (lang.t(key("filters-show"))) }
            @if !more.0.is_empty() {
                a.filters-more.phone-only href="#filters" { (lang.t(key("filters-more"))) }
            }
        }
    }
}

/// Prints where a list stands and the ways to its other pages. Nothing where one page is all.
///
/// - `page`: counted from 1. `size`: rows a page. `all`: rows in the list.
/// - `href`: the address of a page, from its number.
#[must_use]
pub fn pager(
    lang: Lang,
    page: usize,
    size: usize,
    all: usize,
    href: impl Fn(usize) -> String,
) -> Markup {
    let last = all.div_ceil(size.max(1)).max(1);
    if last == 1 {
        return html! {};
    }
    let page = page.clamp(1, last);
    let (from, to) = ((page - 1) * size + 1, (page * size).min(all));
    let near = page.saturating_sub(2).max(1)..=page.saturating_add(2).min(last);
    html! {
        nav.d-flex.flex-wrap.gap-4.pages aria-label=(lang.t(key("pager-label"))) {
            span.small.soft { (lang.tn(key("pager-rows"), [("from", from.into()), ("to", to.into()), ("all", all.into())])) }
            ul.pagination.mb-0 {
                @for number in near {
                    li.page-item.active[number == page] {
                        a.page-link href=(href(number)) aria-current=[(number == page).then_some("page")] { (number) }
                    }
                }
                @if page < last { li.page-item { a.page-link href=(href(page + 1)) rel="next" { (lang.t(key("pager-next"))) } } }
            }
        }
    }
}
