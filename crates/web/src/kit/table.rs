//! Tables: heads that stay, rows that become cards on a phone.
//!
//! The roles are said aloud because the phone layout takes the table display away, and browsers
//! then forget that it is a table. Deliberately absent: sideways scrolling.

use maud::{Markup, html};

use super::icon::{Icon, icon};

/// The head of a column.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// Its words.
    pub title: String,
    /// `r` for numbers, `c-st` for the state, or empty.
    pub class: &'static str,
    /// Where a click sorts, and how the order is told; `None` where it does not sort.
    pub sort: Option<(String, String)>,
}

impl Column {
    /// A column of words that does not sort.
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }
}

/// Prints a table.
///
/// - `caption`: what the table is, for readers of the screen.
/// - `rows`: one or more `tbody`, or rows: see [`row`].
#[must_use]
pub fn table(caption: &str, columns: &[Column], rows: &Markup) -> Markup {
    html! {
        table.tbl.tbl-stack role="table" {
            caption.visually-hidden { (caption) }
            thead role="rowgroup" { tr role="row" {
                @for column in columns {
                    th class=[(!column.class.is_empty()).then_some(column.class)] scope="col" role="columnheader" {
                        @match &column.sort {
                            Some((href, order)) => a.sort href=(href) aria-label=(order) { (column.title) (icon(Icon::Down)) },
                            None => (column.title),
                        }
                    }
                }
            } }
            tbody role="rowgroup" { (rows) }
        }
    }
}

/// How much a row asks for attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heat {
    /// Nothing.
    Calm,
    /// An amber edge: look.
    Warm,
    /// A red edge: act.
    Hot,
}

/// Prints a row: its head cell, then its cells.
#[must_use]
pub fn row(heat: Heat, cells: &Markup) -> Markup {
    let class = match heat {
        Heat::Calm => None,
        Heat::Warm => Some("warm"),
        Heat::Hot => Some("hot"),
    };
    html! { tr class=[class] role="row" { (cells) } }
}

/// Prints the head cell of a row: the link, and a second line that may be empty.
#[must_use]
pub fn row_head(href: &str, words: &str, detail: &str) -> Markup {
    html! {
        th scope="row" role="rowheader" {
            a.person href=(href) { (words) }
            @if !detail.is_empty() { br; span.small.soft { (detail) } }
        }
    }
}

/// Prints a cell; on a phone `label` stands before it.
#[must_use]
pub fn cell(label: &str, content: &Markup) -> Markup {
    html! { td role="cell" data-l=(label) { (content) } }
}

/// Prints a cell of a number.
#[must_use]
pub fn number_cell(label: &str, content: &Markup) -> Markup {
    html! { td.r role="cell" data-l=(label) { (content) } }
}

/// Prints the cell of the state, which comes first on a phone.
#[must_use]
pub fn state_cell(content: &Markup) -> Markup {
    html! { td.c-st role="cell" { (content) } }
}

/// Folding a group away: a link, so that it needs no script and has an address.
pub struct Fold {
    /// For the address: the page opens at the group.
    pub id: String,
    /// The same page with the group folded or unfolded.
    pub href: String,
    /// Whether it is folded now.
    pub is_folded: bool,
}

/// Rows of a table that stand together under a heading.
pub struct Group {
    /// The heading.
    pub title: String,
    /// What stands at its end: batons, a count; may be empty.
    pub tail: Markup,
    /// The rows.
    pub rows: Markup,
    /// How it folds; `None` where it does not.
    pub fold: Option<Fold>,
}

/// Prints a table whose rows stand in groups.
///
/// - `caption`: what the table is, for readers of the screen.
#[must_use]
pub fn grouped(caption: &str, columns: &[Column], groups: &[Group]) -> Markup {
    html! {
        table.tbl.tbl-stack role="table" {
            caption.visually-hidden { (caption) }
            thead role="rowgroup" { tr role="row" {
                @for column in columns {
                    th class=[(!column.class.is_empty()).then_some(column.class)] scope="col" role="columnheader" { (column.title) }
                }
            } }
            @for group in groups {
                // Folded rows are hidden on the screen alone: on paper everything stands.
                tbody.folded[group.fold.as_ref().is_some_and(|it| it.is_folded)] role="rowgroup" {
                    tr.sec role="row" id=[group.fold.as_ref().map(|it| &it.id)] { th colspan=(columns.len()) scope="rowgroup" role="rowheader" {
                        @if !group.tail.0.is_empty() { span.tail { (group.tail) } }
                        @match &group.fold {
                            Some(it) => a.fold href=(it.href) aria-expanded=(!it.is_folded) { (icon(Icon::Down)) (group.title) },
                            None => (group.title),
                        }
                    } }
                    (group.rows)
                }
            }
        }
    }
}
