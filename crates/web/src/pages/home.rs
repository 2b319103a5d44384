//! The way in: to the first section of whoever is signed in, else to the door.

use app::account;
use axum::response::Redirect;

use crate::kit::shell::Section;
use crate::oops::Oops;
use crate::visit::Visit;

/// Leads to where the visitor begins.
pub(crate) async fn show_home(visit: Visit) -> Result<Redirect, Oops> {
    if visit.signed.is_some() {
        return Ok(Redirect::to(Section::first_of(&visit).href()));
    }
    if account::is_first_start(&visit.web.app).await? {
        return Ok(Redirect::to("/start"));
    }
    Ok(Redirect::to(if visit.is_demo() { "/personas" } else { "/sign-in" }))
}
