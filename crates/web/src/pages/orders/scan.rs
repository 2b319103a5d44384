//! Scans of a signed order: brought and given.

use app::order;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use mentoring::id::{OrderId, ScanId};
use uuid::Uuid;

use super::show::{RegisterForm, order_page};
use crate::attachment::give;
use crate::filled::Upload;
use crate::kit::form::Mends;
use crate::lang::key;
use crate::oops::{Oops, obstacles};
use crate::pages::scans;
use crate::visit::Visit;

/// Attaches a scan to a signed order.
pub(crate) async fn attach(
    visit: Visit,
    Path(id): Path<Uuid>,
    mut upload: Upload,
) -> Result<Response, Oops> {
    let id = OrderId(id);
    let brought = scans::brought(&mut upload).unwrap_or_default();
    match order::attach_order_scan(visit.ctx()?, id, brought).await {
        Ok(()) => Ok(visit.done(&format!("/orders/{id}"), key("notice-scan"))),
        Err(refusal) => {
            let mut mends = Mends::default();
            for it in obstacles(refusal)? {
                mends.push("file", scans::mend(visit.lang, it));
            }
            let view = order::show_order(visit.ctx()?, id).await?;
            let page = order_page(&visit, &view, &RegisterForm::default(), &mends);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// Gives a scan of an order.
pub(crate) async fn show_scan(
    visit: Visit,
    Path((id, scan)): Path<(Uuid, Uuid)>,
) -> Result<Response, Oops> {
    Ok(give(order::show_order_scan(visit.ctx()?, OrderId(id), ScanId(scan)).await?))
}
