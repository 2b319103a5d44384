//! The order of the rows of a draft: by the buttons «Выше» and «Ниже», and by dragging where there
//! is a script.
//!
//! A row takes the section of its new neighbour. Deliberately absent: renaming sections (the form of
//! a row), numbering.

use app::launch::{EditRow, Move, Row, VersionView, move_row};
use axum::extract::Path;
use axum::response::Response;
use maud::{Markup, html};
use mentoring::id::{LineageId, VersionId};
use serde::Deserialize;
use uuid::Uuid;

use crate::filled::Filled;
use crate::lang::key;
use crate::oops::{Oops, obstacles};
use crate::pages::tasks::look;
use crate::visit::Visit;

/// A press of a button, or where a row was dropped.
#[derive(Default, Deserialize)]
pub(crate) struct MoveForm {
    /// The revision of the draft that the button was shown with.
    #[serde(default)]
    revision: i64,
    /// `order` where the list of the order was looked at.
    #[serde(default)]
    back: String,
    /// The row beside which it was dropped.
    #[serde(default)]
    beside: Uuid,
    /// `before` or `after` that row.
    #[serde(default)]
    side: String,
}

/// Moves a row up.
pub(crate) async fn move_up(
    visit: Visit,
    Path(ids): Path<(Uuid, Uuid)>,
    Filled(form): Filled<MoveForm>,
) -> Result<Response, Oops> {
    moved(&visit, ids, &form, (Move::Up, "up")).await
}

/// Moves a row down.
pub(crate) async fn move_down(
    visit: Visit,
    Path(ids): Path<(Uuid, Uuid)>,
    Filled(form): Filled<MoveForm>,
) -> Result<Response, Oops> {
    moved(&visit, ids, &form, (Move::Down, "down")).await
}

/// Moves a row to where it was dropped.
pub(crate) async fn drop_row(
    visit: Visit,
    Path(ids): Path<(Uuid, Uuid)>,
    Filled(form): Filled<MoveForm>,
) -> Result<Response, Oops> {
    let beside = LineageId(form.beside);
    let to = if form.side == "before" { Move::Before(beside) } else { Move::After(beside) };
    moved(&visit, ids, &form, (to, "drop")).await
}

async fn moved(
    visit: &Visit,
    (version, row): (Uuid, Uuid),
    form: &MoveForm,
    (to, by): (Move, &str),
) -> Result<Response, Oops> {
    let at = EditRow { version: VersionId(version), row: LineageId(row), revision: form.revision };
    let back = match form.back.as_str() {
        // Without `#row-…`: an address with a place in it would keep the focus from the button.
        "order" => format!("/versions/{version}?show=order&moved={row}&by={by}"),
        _ => format!("/versions/{version}/rows/{row}"),
    };
    match move_row(visit.ctx()?, at, to).await {
        Ok(()) => Ok(visit.done(&back, key("notice-row-moved"))),
        Err(refusal) => Err(obstacles(refusal).err().unwrap_or(Oops::Stale)),
    }
}

/// Prints the rows by sections, each with its buttons; a script lets them be dragged.
///
/// - `moved`: the row that was moved just before, and the button that did it, which keeps the focus.
pub(super) fn list_of_rows(visit: &Visit, view: &VersionView, moved: (&str, &str)) -> Markup {
    let lang = visit.lang;
    let rows = &view.rows;
    html! {
        p.soft { (lang.t(key("order-how"))) }
        form id="drop" method="post" data-rows={ "/versions/" (view.version.id) "/rows/" } hidden {
            (visit.hidden())
            input type="hidden" name="revision" value=(view.version.revision);
            input type="hidden" name="back" value="order";
            input type="hidden" name="beside" value="";
            input type="hidden" name="side" value="";
        }
        ol.order {
            @for (at, row) in rows.iter().enumerate() {
                @if (at == 0 || rows[at - 1].path != row.path) && !row.path.0.is_empty() {
                    li.order-head { h2.h3 { (row.path.0.join(" · ")) } }
                }
                (one(visit, view, (at, row), moved))
            }
        }
    }
}

fn one(
    visit: &Visit,
    view: &VersionView,
    (at, row): (usize, &Row),
    (moved, by): (&str, &str),
) -> Markup {
    let lang = visit.lang;
    let number = row.number.clone().unwrap_or_else(|| (at + 1).to_string());
    let is_moved = row.lineage.to_string() == moved;
    // At the end of the way the other button takes the focus.
    let (is_first, is_last) = (at == 0, at + 1 == view.rows.len());
    let is_down = is_first || (by != "up" && !is_last);
    let base = format!("/versions/{}/rows/{}", view.version.id, row.lineage);
    let button = |path: &str, words: String, focus: bool| {
        html! {
            form method="post" action={ (base) (path) } {
                (visit.hidden())
                input type="hidden" name="revision" value=(view.version.revision);
                input type="hidden" name="back" value="order";
                button.btn.btn-plain.btn-s autofocus[focus] { (words) span.visually-hidden { ": " (number) " " (look::short(&row.text)) } }
            }
        }
    };
    html! {
        li.order-row.moved[is_moved] id={ "row-" (row.lineage) } data-row=(row.lineage) {
            span.num.soft { (number) }
            a href=(base) { (look::short(&row.text)) }
            div.acts {
                @if !is_first { (button("/up", lang.t(key("row-up")), is_moved && !is_down)) }
                @if !is_last { (button("/down", lang.t(key("row-down")), is_moved && is_down)) }
            }
        }
    }
}
