//! The journal of orders: search, year, subject; skipped numbers; pages of fifty.

use app::MistakeRecord;
use app::order::{self, OrderFilter, OrderJournal, OrderLine};
use axum::extract::Query;
use maud::{Markup, html};
use mentoring::access::Action;
use mentoring::order::{OrderState, OrderSubject};
use serde::Deserialize;

use super::{HREF, state, subject, subjects};
use crate::kit::block;
use crate::kit::icon::{Icon, icon};
use crate::kit::nav;
use crate::kit::shell::{self, Frame, Section};
use crate::kit::table::{self, Column, Heat};
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::pages::{mistake, sheet};
use crate::visit::Visit;
use crate::words;

/// Rows of one page of the list.
const PAGE_SIZE: usize = 50;

/// What is looked for.
#[derive(Deserialize)]
pub(crate) struct OrdersAsked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    year: String,
    #[serde(default)]
    about: String,
    #[serde(default)]
    scan: String,
    #[serde(default)]
    page: usize,
}

impl OrdersAsked {
    pub(super) fn filter(&self) -> OrderFilter {
        OrderFilter {
            search: self.q.clone(),
            year: self.year.parse().ok(),
            subject: OrderSubject::from_slug(&self.about),
            without_scan: self.scan == "none",
        }
    }

    fn is_narrow(&self) -> bool {
        let filter = self.filter();
        !filter.search.trim().is_empty()
            || filter.year.is_some()
            || filter.subject.is_some()
            || filter.without_scan
    }

    fn href(&self, page: usize) -> String {
        let page = page.to_string();
        let pairs = [
            ("q", self.q.trim()),
            ("year", &self.year),
            ("about", &self.about),
            ("scan", &self.scan),
        ];
        let asked = pairs.into_iter().chain([("page", page.as_str())]);
        let said: Vec<_> = asked.filter(|(_, value)| !value.is_empty()).collect();
        serde_html_form::to_string(said)
            .map_or_else(|_| HREF.to_owned(), |it| format!("{HREF}?{it}"))
    }
}

/// Shows the journal of orders.
pub(crate) async fn list_orders(
    visit: Visit,
    Query(asked): Query<OrdersAsked>,
) -> Result<Markup, Oops> {
    let ctx = visit.ctx()?;
    let journal = order::list_orders(ctx, &asked.filter()).await?;
    Ok(list_page(&visit, &asked, &journal, ctx.may(Action::EditOrders)))
}

fn list_page(visit: &Visit, asked: &OrdersAsked, journal: &OrderJournal, may_edit: bool) -> Markup {
    let lang = visit.lang;
    let title = lang.t(key("orders-title"));
    let under = lang.tn(key("orders-under"), [("count", journal.n_all.into())]);
    let marks: Vec<MistakeRecord> = journal.mistaken.iter().map(|(_, it)| it.clone()).collect();
    let add = html! { @if may_edit { a.btn.btn-go href="/orders/new" { (icon(Icon::Plus)) (lang.t(key("order-new"))) } } };
    let body = html! {
        (block::head(&title, &under, &add))
        @if journal.n_all == 0 {
            (block::empty(&lang.t(key("orders-empty")), &lang.t(key("orders-empty-how")), &add))
        } @else {
            (nav::search(lang, HREF, &lang.t(key("orders-find")), &asked.q, &more(lang, asked, journal)))
            (skipped(lang, journal))
            @if 0 < journal.n_without_scan && asked.scan.is_empty() {
                p.small.soft { a href="/orders?scan=none" { (lang.tn(key("orders-bare"), [("count", journal.n_without_scan.into())])) } }
            }
            (found(lang, asked, journal))
        }
        (mistake::history(visit, &marks))
    };
    shell::page(visit, &Frame { title: &title, section: Section::Orders, crumbs: &[] }, &body)
}

fn more(lang: Lang, asked: &OrdersAsked, journal: &OrderJournal) -> Markup {
    html! {
        div.extra {
            label for="year" { (lang.t(key("orders-year"))) }
            select.form-select id="year" name="year" {
                option value="" { (lang.t(key("orders-any-year"))) }
                @for year in &journal.years { option value=(year) selected[asked.year == year.to_string()] { (year) } }
            }
        }
        div.extra {
            label for="about" { (lang.t(key("order-about"))) }
            select.form-select id="about" name="about" {
                option value="" { (lang.t(key("orders-any-about"))) }
                @for it in subjects(lang) { option value=(it.value) selected[asked.about == it.value] { (it.words) } }
            }
        }
        div.extra {
            label for="scan" { (lang.t(key("orders-scan"))) }
            select.form-select id="scan" name="scan" {
                option value="" { (lang.t(key("orders-any-scan"))) }
                option value="none" selected[asked.scan == "none"] { (lang.t(key("orders-no-scan"))) }
            }
        }
    }
}

/// Names numbers that the journal skips: the school's own journal holds other orders too.
fn skipped(lang: Lang, journal: &OrderJournal) -> Markup {
    html! {
        @for (suffix, numbers) in &journal.skipped {
            p.small.soft {
                (lang.tn(key("orders-skipped"), [("numbers", listed(numbers, suffix).into()), ("count", numbers.len().into())]))
            }
        }
    }
}

fn listed(numbers: &[u32], suffix: &str) -> String {
    const SHOWN: usize = 12;
    let mut said: Vec<String> =
        numbers.iter().take(SHOWN).map(|it| format!("{it}{suffix}")).collect();
    if SHOWN < numbers.len() {
        said.push("…".to_owned());
    }
    said.join(", ")
}

fn found(lang: Lang, asked: &OrdersAsked, journal: &OrderJournal) -> Markup {
    if journal.lines.is_empty() {
        let clear = html! { @if asked.is_narrow() { a.btn.btn-plain href=(HREF) { (lang.t(key("people-clear"))) } } };
        return block::empty(
            &lang.t(key("orders-nothing")),
            &lang.t(key("orders-nothing-how")),
            &clear,
        );
    }
    let heads = [
        lang.t(key("orders-column-title")),
        lang.t(key("orders-column-number")),
        lang.t(key("order-about")),
        lang.t(key("orders-column-state")),
    ];
    let columns: Vec<_> = heads.iter().map(Column::new).collect();
    let before = (asked.page.max(1) - 1).saturating_mul(PAGE_SIZE);
    let shown = journal.lines.iter().skip(before).take(PAGE_SIZE);
    let rows = html! { @for line in shown { (row(lang, &heads, line)) } };
    html! {
        (table::table(&lang.t(key("orders-title")), &columns, &rows))
        (nav::pager(lang, asked.page.max(1), PAGE_SIZE, journal.lines.len(), |page| asked.href(page)))
        (sheet::links(lang, "/orders/list", &asked.href(1)))
    }
}

fn row(lang: Lang, heads: &[String; 4], line: &OrderLine) -> Markup {
    let order = &line.order;
    let number = order.registration();
    let waits = matches!(line.state, OrderState::Draft | OrderState::ForSignature);
    let cells = html! {
        (table::row_head(&format!("{HREF}/{}", order.id), &order.title, ""))
        (table::cell(&heads[1], &html! {
            @match &number {
                Some(it) => { span.nb { "№\u{a0}" (it.number.text()) } br; span.small.soft { (words::date_short(it.signed_on)) } },
                None => span.soft { (lang.t(key("order-no-number"))) },
            }
        }))
        (table::cell(&heads[2], &html! { (subject(lang, order.subject)) }))
        (table::cell(&heads[3], &html! {
            (state(lang, line.state))
            @if order.signed_on.is_some() {
                br;
                span.small.soft { @if order.scan.is_some() { (lang.t(key("order-scan-here"))) } @else { (lang.t(key("order-scan-lacks"))) } }
            }
        }))
    };
    table::row(if waits { Heat::Warm } else { Heat::Calm }, &cells)
}
