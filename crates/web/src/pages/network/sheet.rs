//! The list of schools as a file: what the page shows, in its order.

use app::network::{self, SchoolLine, SheetWords, network_sheet};
use app::sheet::SheetFormat;
use axum::extract::Query;
use axum::response::Response;

use super::NetworkAsked;
use crate::lang::key;
use crate::oops::Oops;
use crate::pages::sheet::file_of;
use crate::terms;
use crate::visit::Visit;

/// Gives the list as a workbook.
pub(crate) async fn xlsx(
    visit: Visit,
    Query(asked): Query<NetworkAsked>,
) -> Result<Response, Oops> {
    sheet(&visit, &asked, SheetFormat::Xlsx).await
}

/// Gives the list as values between semicolons.
pub(crate) async fn csv(visit: Visit, Query(asked): Query<NetworkAsked>) -> Result<Response, Oops> {
    sheet(&visit, &asked, SheetFormat::Csv).await
}

async fn sheet(visit: &Visit, asked: &NetworkAsked, format: SheetFormat) -> Result<Response, Oops> {
    let (ctx, lang) = (visit.ctx()?, visit.lang);
    let all = network::list_schools(ctx, &asked.part()).await?;
    let is_shown = |it: &SchoolLine| asked.finds(it) && asked.shows(it);
    let mut lines: Vec<SchoolLine> = all.into_iter().filter(is_shown).collect();
    asked.order(&mut lines);
    let heads = [
        key("network-column-name"),
        key("network-column-kind"),
        key("network-column-above"),
        key("network-column-positions"),
        key("network-column-done"),
        key("network-column-share"),
        key("network-column-on-time"),
        key("network-column-overdue"),
        key("network-column-last"),
    ]
    .map(|it| lang.t(it));
    let words = SheetWords { title: lang.t(key("section-network")), heads };
    let kind = |it: &SchoolLine| terms::kind(lang, it.organisation.kind);
    let bytes = network_sheet(ctx, words, &lines, kind, format).await?;
    Ok(file_of("schools", ctx.today(), format, bytes))
}
