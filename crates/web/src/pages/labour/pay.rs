//! The register of pay periods of a month, for the accountant; as a page and as a workbook.

use app::labour::{self, PayLine, PayRegister, PayWords};
use app::sheet::SheetFormat;
use axum::extract::Query;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use jiff::ToSpan;
use jiff::civil::Date;
use maud::{Markup, html};
use serde::Deserialize;

use super::{HREF, crumbs, pay_words};
use crate::kit::block;
use crate::kit::icon::{Icon, icon};
use crate::kit::nav::{self, Way};
use crate::kit::shell::{self, Frame, Section};
use crate::kit::table::{self, Column, Heat};
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::visit::Visit;
use crate::words;

/// Which month, by any of its days.
#[derive(Deserialize)]
pub(crate) struct MonthAsked {
    #[serde(default)]
    month: String,
}

impl MonthAsked {
    /// The first day of the month asked for; of the present one where none is.
    fn day(&self, visit: &Visit) -> Date {
        let first = format!("{}-01", self.month.trim());
        words::read_date(&first).unwrap_or(visit.today()).first_of_month()
    }
}

fn month_of(day: Date) -> String {
    format!("{:04}-{:02}", day.year(), day.month())
}

/// Shows the register.
pub(crate) async fn show_pay(
    visit: Visit,
    Query(asked): Query<MonthAsked>,
) -> Result<Markup, Oops> {
    let day = asked.day(&visit);
    let register = labour::pay_register(visit.ctx()?, day).await?;
    let lang = visit.lang;
    let title = lang.t(key("pay-title"));
    let under = lang.tn(
        key("pay-under"),
        [("month", words::month(lang, day).into()), ("days", register.n_working_days.into())],
    );
    let month = month_of(day);
    let file = html! {
        @if !register.lines.is_empty() {
            a.btn.btn-plain href={ (HREF) "/pay.xlsx?month=" (month) } { (icon(Icon::Doc)) (lang.t(key("pay-file"))) }
        }
    };
    let body = html! {
        (block::head(&title, &under, &file))
        (nav::chips(&lang.t(key("pay-months")), &months(lang, day)))
        @if register.lines.is_empty() {
            (block::empty(&lang.t(key("pay-empty")), &lang.t(key("pay-empty-how")), &html! {}))
        } @else { (lines(lang, &register)) }
    };
    let crumbs = crumbs(lang, title.clone());
    Ok(shell::page(
        &visit,
        &Frame { title: &title, section: Section::Addenda, crumbs: &crumbs },
        &body,
    ))
}

/// Months around one: what was paid last, and what is next.
fn months(lang: Lang, day: Date) -> Vec<Way> {
    let of = |n: i64| {
        let month = day.checked_add(n.months()).ok()?;
        Some(Way {
            href: format!("{HREF}/pay?month={}", month_of(month)),
            words: words::month(lang, month),
            here: n == 0,
        })
    };
    (-2..=2).filter_map(of).collect()
}

fn lines(lang: Lang, register: &PayRegister) -> Markup {
    let heads = [
        lang.t(key("people-column-name")),
        lang.t(key("addendum-number")),
        lang.t(key("pay-days")),
        lang.t(key("pay-working")),
        lang.t(key("addendum-pay")),
    ];
    let columns: Vec<_> = heads.iter().map(Column::new).collect();
    let rows = html! { @for it in &register.lines { (row(lang, register, &heads, it)) } };
    table::table(&lang.t(key("pay-title")), &columns, &rows)
}

fn row(lang: Lang, register: &PayRegister, heads: &[String; 5], it: &PayLine) -> Markup {
    let is_part = it.period.n_working_days < register.n_working_days;
    let cells = html! {
        (table::row_head(&format!("{HREF}/{}", it.record.id), &it.person.name.full(), &it.person.job_title))
        (table::cell(&heads[1], &html! { span.nb { "№\u{a0}" (it.record.number) } br; span.small.soft { (words::date_short(it.record.signed_on)) } }))
        (table::cell(&heads[2], &html! { span.nb { (words::date_short(it.period.days.from)) "–" (words::date_short(it.period.days.to)) } }))
        (table::number_cell(&heads[3], &html! { (it.period.n_working_days) "\u{a0}/\u{a0}" (register.n_working_days) }))
        (table::cell(&heads[4], &html! { (pay_words(lang, it.period.pay)) br; span.small.soft { (it.record.pay_ground) } }))
    };
    table::row(if is_part { Heat::Warm } else { Heat::Calm }, &cells)
}

/// Gives the register as a workbook.
pub(crate) async fn pay_xlsx(
    visit: Visit,
    Query(asked): Query<MonthAsked>,
) -> Result<Response, Oops> {
    let (ctx, lang, day) = (visit.ctx()?, visit.lang, asked.day(&visit));
    let register = labour::pay_register(ctx, day).await?;
    let heads = [
        key("people-column-name"),
        key("pay-post"),
        key("addendum-number"),
        key("addendum-signed-on"),
        key("addendum-from"),
        key("addendum-to"),
        key("pay-working"),
        key("pay-working-month"),
        key("pay-roubles"),
        key("pay-percent"),
        key("addendum-ground"),
    ]
    .map(|it| lang.t(it));
    let title = format!("{} {}", lang.t(key("pay-title")), month_of(day));
    let bytes = labour::pay_sheet(ctx, PayWords { title, heads }, &register).await?;
    let place = format!("attachment; filename=\"mentoring-pay-{}.xlsx\"", month_of(day));
    let headers = [
        (header::CONTENT_TYPE, SheetFormat::Xlsx.media_type().to_owned()),
        (header::CONTENT_DISPOSITION, place),
    ];
    Ok((headers, bytes).into_response())
}
