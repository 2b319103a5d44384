//! The journal of orders as a file.

use app::order::{self, OrderJournal};
use app::sheet::{Sheet, SheetCell, SheetFormat};
use axum::extract::Query;
use axum::response::Response;

use super::list::OrdersAsked;
use super::{state, subject};
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::pages::sheet::{give, text};
use crate::visit::Visit;

/// Gives the journal as a workbook.
pub(crate) async fn xlsx(visit: Visit, Query(asked): Query<OrdersAsked>) -> Result<Response, Oops> {
    sheet(&visit, &asked, SheetFormat::Xlsx).await
}

/// Gives the journal as values between semicolons.
pub(crate) async fn csv(visit: Visit, Query(asked): Query<OrdersAsked>) -> Result<Response, Oops> {
    sheet(&visit, &asked, SheetFormat::Csv).await
}

async fn sheet(visit: &Visit, asked: &OrdersAsked, format: SheetFormat) -> Result<Response, Oops> {
    let journal = order::list_orders(visit.ctx()?, &asked.filter()).await?;
    give(visit, "orders", journal_of(visit.lang, &journal), format).await
}

/// Prints the journal of orders.
pub(crate) fn journal_of(lang: Lang, journal: &OrderJournal) -> Sheet {
    let heads = [
        key("orders-column-number"),
        key("act-signed-on"),
        key("orders-column-title"),
        key("order-about"),
        key("orders-column-state"),
    ];
    let rows = journal.lines.iter().map(|line| {
        let number = line.order.registration();
        vec![
            text(number.as_ref().map(|it| it.number.text()).unwrap_or_default()),
            SheetCell::Day(number.map(|it| it.signed_on)),
            text(&line.order.title),
            text(subject(lang, line.order.subject)),
            text(state(lang, line.state)),
        ]
    });
    Sheet {
        title: lang.t(key("orders-title")),
        heads: heads.map(|it| lang.t(it)).to_vec(),
        rows: rows.collect(),
    }
}
