//! The rows of a roadmap as a table by sections; each row becomes a card on a phone.

use app::roadmap::show::Part;
use app::roadmap::{RowView, Standing};
use jiff::civil::Date;
use maud::{Markup, html};

use crate::kit::table::{self, Column, Fold, Group, Heat};
use crate::lang::{Lang, key};
use crate::pages::tasks::look;

/// Prints rows by sections.
///
/// - `fold`: how a section folds, by its title.
pub(crate) fn sections(
    lang: Lang,
    today: Date,
    parts: Vec<Part<'_>>,
    fold: impl Fn(&str) -> Option<Fold>,
) -> Markup {
    let heads = [
        key("map-column-number"),
        key("map-column-activity"),
        key("map-column-deadline"),
        key("map-column-who"),
        key("map-column-result"),
        key("map-column-state"),
    ]
    .map(|it| lang.t(it));
    let columns: Vec<Column> = heads.iter().map(Column::new).collect();
    let groups: Vec<Group> = parts
        .iter()
        .map(|it| Group { fold: fold(it.title), ..group(lang, today, &heads, it) })
        .collect();
    table::grouped(&lang.t(key("map-caption")), &columns, &groups)
}

fn group(lang: Lang, today: Date, heads: &[String; 6], part: &Part<'_>) -> Group {
    let count = lang.tn(
        key("map-part-done"),
        [("done", part.fulfilment.n_done.into()), ("all", part.fulfilment.n_positions.into())],
    );
    Group {
        title: match part.title.is_empty() {
            true => lang.t(key("map-no-section")),
            false => part.title.to_owned(),
        },
        tail: html! {
            span.bts aria-hidden="true" {
                @for row in &part.rows { i class={ "bt " (look::row_status(lang, row).baton()) } {} }
            }
            (count)
        },
        rows: html! { @for row in &part.rows { (one(lang, today, heads, row)) } },
        fold: None,
    }
}

fn one(lang: Lang, today: Date, heads: &[String; 6], row: &RowView) -> Markup {
    let it = &row.row;
    let heat = match row.standing {
        Standing::Overdue => Heat::Hot,
        Standing::Near => Heat::Warm,
        _ => Heat::Calm,
    };
    // Where the document has no numbers, the place in it tells rows apart.
    let place = (it.position + 1).to_string();
    let number = it.number.as_deref().unwrap_or(&place);
    let first = row.first_task();
    let cells = html! {
        td.num.wide-only.soft[it.number.is_none()] role="cell" { (number) }
        th scope="row" role="rowheader" {
            a href={ "/rows/" (it.lineage) } {
                @if it.number.is_some() { span.phone-only { (number) " " } }
                (look::row_title(row))
            }
        }
        (table::cell(&heads[2], &html! {
            @if it.deadline_text.is_empty() { span.soft { (lang.t(key("map-no-deadline"))) } } @else { (it.deadline_text) }
            @if let Some(task) = first.filter(|it| it.is_open()) { br; span.soft.small { (look::due(lang, today, task)) } }
        }))
        (table::cell(&heads[3], &who(lang, row)))
        (table::cell(&heads[4], &result(lang, row)))
        (table::state_cell(&state(lang, today, row)))
    };
    table::row(heat, &cells)
}

fn who(lang: Lang, row: &RowView) -> Markup {
    let written: Vec<&str> = row.row.responsible.0.iter().map(|it| it.text.as_str()).collect();
    html! {
        @if row.row.nobody { (lang.t(key("map-nobody"))) }
        @else if written.is_empty() { span.soft { (lang.t(key("task-nobody"))) } }
        @else { (written.join("; ")) }
    }
}

fn result(lang: Lang, row: &RowView) -> Markup {
    let wanted: Vec<String> = row.first_task().map_or_else(Vec::new, |task| {
        let evidence = &task.needs.evidence;
        let met = evidence.met.iter().map(|(it, _)| it);
        met.chain(&evidence.missing).map(|it| look::wanted(lang, it)).collect()
    });
    let figures: Vec<String> = row.first_task().map_or_else(Vec::new, |task| {
        let said = |it| format!("{} {}", look::measure(lang, it), look::target(lang, it));
        task.needs.figures.iter().map(said).collect()
    });
    html! {
        @if !wanted.is_empty() { (wanted.join("; ")) }
        @else if let Some(result) = &row.row.result { (look::short(result)) }
        @if !figures.is_empty() { br; span.soft.small { (figures.join("; ")) } }
    }
}

/// The state of a row, and under it the one thing worth knowing.
pub(crate) fn state(lang: Lang, today: Date, row: &RowView) -> Markup {
    let done = row.tasks.iter().filter(|it| !it.is_open()).count();
    let detail = match (row.tasks.len(), row.first_task()) {
        (0 | 1, Some(task)) if !task.is_open() => look::closed(lang, today, task),
        (0 | 1, Some(task)) => look::parts_done(lang, task).unwrap_or_default(),
        (0 | 1, None) => String::new(),
        (all, _) => lang.tn(key("map-times"), [("done", done.into()), ("all", all.into())]),
    };
    html! {
        (look::row_status(lang, row).show(lang))
        @if !detail.is_empty() { br; span.soft.small { (detail) } }
    }
}
