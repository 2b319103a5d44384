//! Pages: the only crate that knows HTTP and HTML.
//!
//! A handler parses, calls one use-case of `app`, and renders. Deliberately absent: rules, totals,
//! SQL, documents, and any request to another host.

#![warn(missing_docs)]

pub mod lang;
pub mod words;
pub mod terms;
pub mod prefs;
pub mod kit;
pub mod guard;
pub mod routes;
pub mod oops;
pub mod state;
pub mod visit;
pub mod filled;
pub mod letter;
mod assets;
mod attachment;
mod cookie;
mod secret;
mod limit;
mod manual;
mod once;
mod enter;
mod pages;

use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

use crate::state::Web;

/// Longer than any page takes; long work is a job, not a request.
const LONGEST_REQUEST: Duration = Duration::from_secs(30);

/// Builds the whole site.
///
/// `/healthz` says that the process lives, and needs neither a session nor a database; `/readyz`
/// says that the database answers, for whatever sends people to one of several processes.
pub fn site(web: Web) -> Router {
    let pages = routes::router()
        .fallback(async || oops::Oops::NotFound)
        .method_not_allowed_fallback(async || oops::Oops::NotFound)
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, LONGEST_REQUEST))
        .layer(CatchPanicLayer::custom(enter::caught_panic))
        .layer(from_fn_with_state(web.clone(), enter::enter));
    let plain = Router::new()
        .route("/assets/{stamp}/{*path}", get(assets::show_asset))
        .route("/favicon.svg", get(assets::show_favicon))
        .route("/healthz", get(async || "ok"))
        .route("/readyz", get(show_readiness));
    plain
        .merge(pages)
        .layer(CompressionLayer::new())
        .layer(from_fn(enter::set_headers))
        .with_state(web)
}

async fn show_readiness(State(web): State<Web>) -> (StatusCode, &'static str) {
    match web.app.store.is_ready().await {
        Ok(true) => (StatusCode::OK, "ready"),
        Ok(false) => (StatusCode::SERVICE_UNAVAILABLE, "the database is of another version"),
        Err(err) => {
            tracing::warn!(error = format!("{err:#}"), "the database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer")
        }
    }
}
