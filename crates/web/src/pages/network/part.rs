//! The roadmaps of a network by stage and by month; every line opens the schools behind it.

use app::network::{self, MonthCount, StageLine};
use maud::{Markup, html};

use super::{NO_STAGE, NetworkAsked, head, heat, overdue, page, share, tabs};
use crate::kit::block;
use crate::kit::figure::meter;
use crate::kit::table::{self, Column, Heat};
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::visit::Visit;
use crate::words;

/// Shows the stages of all roadmaps below.
pub(crate) async fn list_stages(visit: Visit) -> Result<Markup, Oops> {
    let (all, lang) = (network::show_network(visit.ctx()?).await?, visit.lang);
    let body = html! {
        (head(lang, all.n_schools, &NetworkAsked::default()))
        (tabs(lang, "/network/stages"))
        @if all.stages.is_empty() { (nothing(lang)) } @else { (stages(lang, &all.stages, true)) }
    };
    Ok(page(&visit, &[], &body))
}

/// Shows the months of all roadmaps below.
pub(crate) async fn list_months(visit: Visit) -> Result<Markup, Oops> {
    let (all, lang) = (network::show_network(visit.ctx()?).await?, visit.lang);
    let body = html! {
        (head(lang, all.n_schools, &NetworkAsked::default()))
        (tabs(lang, "/network/months"))
        @if all.months.is_empty() { (nothing(lang)) } @else { (months(lang, &all.months, true)) }
    };
    Ok(page(&visit, &[], &body))
}

fn nothing(lang: Lang) -> Markup {
    block::empty(
        &lang.t(key("network-no-roadmaps")),
        &lang.t(key("network-no-roadmaps-how")),
        &html! {},
    )
}

/// Prints stages.
///
/// - `opens`: whether a line opens the schools behind it; one school has none.
pub(super) fn stages(lang: Lang, all: &[StageLine], opens: bool) -> Markup {
    let mut keys = vec![
        key("network-stage"),
        key("network-column-positions"),
        key("network-column-done"),
        key("network-column-on-time"),
        key("network-column-overdue"),
    ];
    if opens {
        keys.push(key("network-late-schools"));
    }
    let heads: Vec<String> = keys.into_iter().map(|it| lang.t(it)).collect();
    let rows = html! { @for it in all { (stage_row(lang, &heads, it, opens)) } };
    table::table(&lang.t(key("network-by-stage")), &numbers(&heads), &rows)
}

fn stage_row(lang: Lang, heads: &[String], it: &StageLine, opens: bool) -> Markup {
    let count = &it.fulfilment;
    let title = it.title.clone().unwrap_or_else(|| lang.t(key("network-no-stage")));
    let percent = (count.n_done * 100).checked_div(count.n_positions).unwrap_or(0);
    let cells = html! {
        th scope="row" role="rowheader" {
            @if opens { a href=(stage_href(it, "")) { (title) } } @else { (title) }
            (meter(percent, Some(100)))
        }
        (table::number_cell(&heads[1], &html! { (count.n_positions) }))
        (table::number_cell(&heads[2], &html! { (count.n_done) " · " (share(lang, count.n_done, count.n_positions)) }))
        (table::number_cell(&heads[3], &html! { (count.n_on_time) }))
        (table::number_cell(&heads[4], &overdue(count.n_overdue)))
        @if opens {
            (table::number_cell(&heads[5], &html! {
                @if it.n_late == 0 { (it.n_late) } @else { a href=(stage_href(it, "late")) { (it.n_late) } }
                " " span.soft { (lang.tn(key("network-of-schools"), [("count", it.n_schools.into())])) }
            }))
        }
    };
    table::row(heat(count), &cells)
}

fn stage_href(it: &StageLine, show: &str) -> String {
    let stage = it.title.clone().unwrap_or_else(|| NO_STAGE.to_owned());
    NetworkAsked { stage, show: show.to_owned(), ..NetworkAsked::default() }.at("/network")
}

/// Prints months.
///
/// - `opens`: whether a line opens the schools behind it; one school has none.
pub(super) fn months(lang: Lang, all: &[MonthCount], opens: bool) -> Markup {
    let heads: Vec<String> = [
        key("network-month"),
        key("network-tasks"),
        key("network-column-done"),
        key("network-column-overdue"),
    ]
    .map(|it| lang.t(it))
    .into();
    let rows = html! {
        @for it in all {
            (table::row(Heat::Calm, &html! {
                th scope="row" role="rowheader" { (month(lang, it, opens)) }
                (table::number_cell(&heads[1], &html! { (it.n_tasks) }))
                (table::number_cell(&heads[2], &html! { (it.n_done) }))
                (table::number_cell(&heads[3], &overdue(it.n_overdue)))
            }))
        }
    };
    table::table(&lang.t(key("network-months")), &numbers(&heads), &rows)
}

fn month(lang: Lang, it: &MonthCount, opens: bool) -> Markup {
    let Some(first) = it.month else { return html! { (lang.t(key("network-undated"))) } };
    let said = words::month(lang, first);
    let month = format!("{:04}-{:02}", first.year(), first.month());
    let href = NetworkAsked { month, ..NetworkAsked::default() }.at("/network");
    html! { @if opens { a href=(href) { (said) } } @else { (said) } }
}

/// A first column of words, then numbers.
fn numbers(heads: &[String]) -> Vec<Column> {
    let mut columns: Vec<_> = heads.iter().map(Column::new).collect();
    for column in columns.iter_mut().skip(1) {
        column.class = "r";
    }
    columns
}
