//! The outermost layer: every request enters and leaves here.
//!
//! On the way in it refuses forms sent by other sites and learns who asks; on the way out it dresses
//! bare answers as pages in the visitor's language and sets the headers that keep a page private.
//! Deliberately absent: rights (`guard`) and forms (`filled`).

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tracing::Instrument as _;

use crate::oops::Oops;
use crate::pages;
use crate::state::Web;
use crate::visit::Visit;

/// Nothing of a page comes from anywhere else, nothing is written into it by attributes, and no
/// other page may hold it in a frame. `data:` is for the marks of boxes in the style sheet.
const CONTENT_POLICY: &str = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; \
     form-action 'self'; frame-ancestors 'none'";

const HEADERS: [(HeaderName, &str); 6] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    // `no-referrer` would also hide our own origin from our own forms.
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];

/// Sets the headers that every answer carries.
pub(crate) async fn set_headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    for (name, value) in HEADERS {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}

/// Lets a request in and dresses what comes out.
pub(crate) async fn enter(State(web): State<Web>, request: Request, next: Next) -> Response {
    // In parts, because a body cannot be looked at from two threads.
    let (mut parts, body) = request.into_parts();
    let visit = match Visit::begin(&web, &parts).await {
        Ok(visit) => visit,
        Err(oops) => return bare(&oops),
    };
    let span = tracing::info_span!("request", operation = %visit.operation, method = %parts.method, path = %without_secrets(parts.uri.path()));
    let allowed = is_from_here(&parts.method, &parts.headers);
    parts.extensions.insert(visit.clone());
    let request = Request::from_parts(parts, body);
    let response = match allowed {
        true => next.run(request).instrument(span.clone()).await,
        false => Oops::ForeignForm.into_response(),
    };
    let mut response = span.in_scope(|| dress(&visit, response));
    visit.settle(&mut response).await;
    // Pages hold personal data; what may be kept says so itself.
    response
        .headers_mut()
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    if visit.secure {
        let year = HeaderValue::from_static("max-age=31536000");
        response.headers_mut().insert(header::STRICT_TRANSPORT_SECURITY, year);
    }
    response
}

/// The path for the log: a token in it (an invitation, a calendar) is left out.
fn without_secrets(path: &str) -> String {
    // An id has 36 characters, a token 64.
    const LONGEST_ID: usize = 36;
    let part = |it: &str| if LONGEST_ID < it.len() { "…".to_owned() } else { it.to_owned() };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// Whether a changing request was sent by a page of ours, as far as the browser says.
///
/// Browsers leave `Sec-Fetch-Site` out over plain http, and old ones leave out both: the form's
/// token then decides alone.
fn is_from_here(method: &Method, headers: &HeaderMap) -> bool {
    if matches!(*method, Method::GET | Method::HEAD) {
        return true;
    }
    let text = |name: HeaderName| headers.get(name).and_then(|it| it.to_str().ok());
    match (
        text(HeaderName::from_static("sec-fetch-site")),
        text(header::ORIGIN),
        text(header::HOST),
    ) {
        (Some(site), _, _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin), Some(host)) => {
            origin.split_once("://").is_some_and(|(_, from)| from == host)
        }
        (None, Some(_), None) => false,
        (None, None, _) => true,
    }
}

/// Turns an answer without a page into one that tells what happened and what to do.
fn dress(visit: &Visit, response: Response) -> Response {
    let status = response.status();
    let told = response.extensions().get::<Oops>().cloned();
    let has_page = response.headers().contains_key(header::CONTENT_TYPE)
        && !response
            .headers()
            .get(header::CONTENT_TYPE)
            .is_some_and(|it| it.as_bytes().starts_with(b"text/plain"));
    let oops = match (told, has_page) {
        (Some(oops), _) => oops,
        (None, true) => return response,
        (None, false) => match Oops::from_status(status) {
            Some(oops) => oops,
            None => return response,
        },
    };
    if let Oops::Unexpected(cause) = &oops {
        tracing::error!(error = format!("{cause:#}"), "the operation failed");
    }
    let page = pages::oops::show_oops(visit, &oops);
    let mut dressed = (oops.status(), page).into_response();
    if let Some(wait) = response.headers().get(header::RETRY_AFTER) {
        dressed.headers_mut().insert(header::RETRY_AFTER, wait.clone());
    }
    dressed
}

/// The last resort: nothing is known of the visitor, not even the language.
fn bare(oops: &Oops) -> Response {
    tracing::error!(?oops, "a visit could not begin");
    oops.status().into_response()
}

/// Turns a panic into an unexpected error. What it said goes to the log.
pub(crate) fn caught_panic(panic: Box<dyn std::any::Any + Send>) -> Response {
    let said = panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("a panic without words");
    let cause = anyhow::anyhow!("panic: {said}");
    let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
    response.extensions_mut().insert(Oops::Unexpected(Arc::new(cause)));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_token_of_a_link_goes_to_the_log() {
        let id = "01a13e25-6300-7000-8000-000000000048";
        assert_eq!(without_secrets(&format!("/people/{id}/edit")), format!("/people/{id}/edit"));
        assert_eq!(without_secrets(&format!("/invitations/{}", "a1".repeat(32))), "/invitations/…");
    }

    #[test]
    fn only_our_own_pages_may_send_forms() {
        let table: &[(&[(&str, &str)], bool)] = &[
            (&[("sec-fetch-site", "same-origin")], true),
            (&[("sec-fetch-site", "none")], true),
            (&[("sec-fetch-site", "cross-site")], false),
            (&[("sec-fetch-site", "same-site")], false),
            (&[("origin", "http://192.0.2.7:8080"), ("host", "192.0.2.7:8080")], true),
            (&[("origin", "http://192.0.2.8:8080"), ("host", "192.0.2.7:8080")], false),
            (&[("origin", "null"), ("host", "192.0.2.7:8080")], false),
            (&[("host", "192.0.2.7:8080")], true),
        ];
        for (lines, allowed) in table {
            let mut headers = HeaderMap::new();
            for (name, value) in *lines {
                headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
            }
            assert_eq!(is_from_here(&Method::POST, &headers), *allowed, "{lines:?}");
            assert!(is_from_here(&Method::GET, &headers));
        }
    }
}
