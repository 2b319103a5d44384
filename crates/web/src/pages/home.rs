//! The way in: to the first section of whoever is signed in, else to the door.

use axum::response::{IntoResponse, Redirect, Response};

use crate::oops::Oops;
use crate::visit::Visit;

/// Leads to where the visitor begins.
pub(crate) async fn show_home(_: Visit) -> Result<Response, Oops> {
    Ok(Redirect::to("/sign-in").into_response())
}
