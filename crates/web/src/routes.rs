//! Every route of the site: method, path, who may come, handler. One table, read from above.
//!
//! From it the router is built, and the tests of access and of forms go through it row by row.
//! Deliberately absent: anything else. A route that stands elsewhere does not exist.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::http::Method;
use axum::routing::{MethodRouter, get, post};

use crate::guard::{Access, guard};
use crate::pages::{door, home, kit, view};
use crate::state::Web;
use crate::visit::Visit;

/// The largest form without files.
const FORM_LIMIT_BYTES: usize = 256 * 1024;

/// One row of the table.
pub struct Route {
    /// The method; a page that is shown answers to GET and HEAD.
    pub method: Method,
    /// The path, with its parameters in braces.
    pub path: &'static str,
    /// Who may come.
    pub access: Access,
    handler: MethodRouter<Web>,
}

/// Gives the table.
#[must_use]
#[rustfmt::skip]
pub fn table() -> Vec<Route> {
    use Access::{Anyone, Demo};
    vec![
        // The door.
        show("/", Anyone, home::show_home),
        show("/sign-in", Anyone, door::new_session),
        send("/view", Anyone, view::choose_view),
        // For review.
        show("/kit", Demo, kit::show_kit),
    ]
}

/// Builds the router from the table.
pub(crate) fn router() -> Router<Web> {
    table().into_iter().fold(Router::new(), |router, route| {
        let access = route.access;
        let layer = axum::middleware::from_fn(move |visit: Visit, request, next| {
            guard(access, visit, request, next)
        });
        router.route(route.path, route.handler.layer(layer))
    })
}

/// A page that is shown.
fn show<H, T>(path: &'static str, access: Access, handler: H) -> Route
where
    H: Handler<T, Web>,
    T: 'static,
{
    Route { method: Method::GET, path, access, handler: get(handler) }
}

/// A form that is sent.
fn send<H, T>(path: &'static str, access: Access, handler: H) -> Route
where
    H: Handler<T, Web>,
    T: 'static,
{
    Route {
        method: Method::POST,
        path,
        access,
        handler: post(handler).layer(DefaultBodyLimit::max(FORM_LIMIT_BYTES)),
    }
}
