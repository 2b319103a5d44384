//! What is wrong with a list, equal mistakes together, and the rows that are nobody.
//!
//! It decides that ninety equal mistakes are one line: the file has each by itself. Deliberately
//! absent: what is wrong (`documents::people`).

use std::mem::{Discriminant, discriminant};

use app::person::import::{self, ListView, WrongCell};
use maud::{Markup, html};
use mentoring::person::listed::ListObstacle;

use super::language;
use crate::kit::block;
use crate::kit::table::{self, Column, Heat};
use crate::lang::{Lang, key};

/// Rows that are shown at once of one mistake, and of those passed over.
const MOST: usize = 200;
/// Rows of a mistake whose numbers are said.
const SAID: usize = 12;

/// Equal mistakes: of one column, for one reason.
struct Group<'l> {
    heat: Heat,
    cells: Vec<&'l WrongCell>,
}

/// Prints what is wrong, equal mistakes together.
pub(super) fn errors(lang: Lang, address: &str, list: &ListView) -> Markup {
    let n = list.read.refused.len() + list.read.left_out.len();
    if n == 0 {
        return html! {};
    }
    let heads = [
        key("list-error-row"),
        key("list-error-name"),
        key("list-error-column"),
        key("list-error-what"),
    ]
    .map(|it| lang.t(it));
    let columns: Vec<_> = heads.iter().map(Column::new).collect();
    let groups = groups(list);
    let rows = html! { @for it in groups.iter().take(MOST) { (line(lang, &heads, it)) } };
    html! {
        section.mt-5 aria-labelledby="errors" {
            (block::section_head("errors", &lang.t(key("list-errors")), &lang.t(key("list-errors-under")), None))
            (table::table(&lang.t(key("list-errors")), &columns, &rows))
            p.mt-4 { a href={ (address) "/errors.xlsx" } { (lang.tn(key("list-errors-file"), [("count", n.into())])) } }
        }
    }
}

fn groups(list: &ListView) -> Vec<Group<'_>> {
    type Same<'l> = (bool, &'l str, Discriminant<ListObstacle>);
    let refused = list.read.refused.iter().map(|it| (true, it));
    let all = refused.chain(list.read.left_out.iter().map(|it| (false, it)));
    let mut places: std::collections::HashMap<Same<'_>, usize> = std::collections::HashMap::new();
    let mut groups: Vec<Group<'_>> = Vec::new();
    for (is_refused, it) in all {
        let same = (is_refused, it.column.as_str(), discriminant(&it.obstacle));
        let at = *places.entry(same).or_insert_with(|| {
            let heat = if is_refused { Heat::Hot } else { Heat::Warm };
            groups.push(Group { heat, cells: Vec::new() });
            groups.len() - 1
        });
        if let Some(group) = groups.get_mut(at) {
            group.cells.push(it);
        }
    }
    groups
}

fn line(lang: Lang, heads: &[String; 4], group: &Group<'_>) -> Markup {
    let Some(first) = group.cells.first() else { return html! {} };
    let what = |it: &WrongCell| import::wrong_cell(it, language(lang));
    let n = group.cells.len();
    let is_one = n == 1;
    let cells = html! {
        (table::cell(&heads[0], &html! {
            @if is_one { (first.place.row) } @else { (lang.tn(key("list-error-many"), [("count", n.into())])) }
        }))
        (table::cell(&heads[1], &html! {
            @if is_one { (first.name) } @else { (lang.tn(key("list-error-rows"), [("rows", numbers(&group.cells).into())])) }
        }))
        (table::cell(&heads[2], &html! { (first.column) }))
        (table::cell(&heads[3], &html! {
            @if is_one { (what(first)) } @else {
                (lang.tn(key("list-error-example"), [("what", what(first).into())]))
                details {
                    summary { (lang.t(key("list-error-each"))) }
                    ul.plain { @for it in group.cells.iter().take(MOST) { li { (it.place.row) ": " (it.name) } } }
                }
            }
        }))
    };
    table::row(group.heat, &cells)
}

/// Numbers of rows, neighbours together: «5, 7–9, 12…».
fn numbers(cells: &[&WrongCell]) -> String {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for it in cells {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == it.place.row => *last = it.place.row,
            _ => ranges.push((it.place.row, it.place.row)),
        }
    }
    let said = ranges.iter().take(SAID).map(|(from, to)| match from == to {
        true => from.to_string(),
        false => format!("{from}–{to}"),
    });
    let said = said.collect::<Vec<_>>().join(", ");
    if SAID < ranges.len() { format!("{said}…") } else { said }
}

/// Prints the rows and sheets that are nobody: no row of a file vanishes.
pub(super) fn passed(lang: Lang, list: &ListView) -> Markup {
    let (rows, sheets) = (&list.read.passed, &list.read.passed_sheets);
    html! {
        @if !rows.is_empty() {
            details.mt-4 {
                summary { (lang.tn(key("list-passed"), [("count", rows.len().into())])) }
                p.soft { (lang.t(key("list-passed-under"))) }
                ul.plain { @for it in rows.iter().take(MOST) { li { (it.place.row) ": " (it.text) } } }
            }
        }
        @if !sheets.is_empty() {
            p.soft.mt-4 { (lang.tn(key("list-passed-sheets"), [("sheets", sheets.join(", ").into())])) }
        }
    }
}
