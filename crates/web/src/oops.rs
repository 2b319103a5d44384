//! What a page answers when there is nothing to show: one `Oops` for all handlers.
//!
//! A handler returns `Oops`; the outermost layer (`enter`) dresses it as a page in the visitor's
//! language. An unexpected error shows the number of the operation and nothing else.
//! Deliberately absent: refusals by rules (422). These are pages of their own, see `refusal`.

use std::sync::Arc;

use app::{NotFound, Nothing, Refusal};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};

/// Why there is no page.
#[derive(Clone, Debug)]
pub enum Oops {
    /// Not there, or not for this person: the two must look alike.
    NotFound,
    /// Somebody has to sign in first.
    SignedOut,
    /// The form was made for another visit, or was sent from another site.
    ForeignForm,
    /// Somebody else changed the thing meanwhile.
    Stale,
    /// Too many attempts; again after so many seconds.
    TooOften(u64),
    /// The file or the form is larger than the limit.
    TooLarge,
    /// Not readable as what was expected.
    Unreadable,
    /// The form was sent before: what it made stands at this address.
    Again(String),
    /// The database is away or overloaded for the moment.
    Busy,
    /// Our fault. The cause goes to the log, never to the page.
    Unexpected(Arc<anyhow::Error>),
}

impl Oops {
    /// Gives the status of the answer.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::SignedOut => StatusCode::UNAUTHORIZED,
            Self::ForeignForm => StatusCode::FORBIDDEN,
            Self::Stale => StatusCode::CONFLICT,
            Self::TooOften(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::Again(_) => StatusCode::SEE_OTHER,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Unexpected(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Reads what happened from a bare answer of the libraries below us.
    pub(crate) fn from_status(status: StatusCode) -> Option<Self> {
        match status {
            StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => Some(Self::NotFound),
            StatusCode::PAYLOAD_TOO_LARGE => Some(Self::TooLarge),
            StatusCode::SERVICE_UNAVAILABLE
            | StatusCode::REQUEST_TIMEOUT
            | StatusCode::GATEWAY_TIMEOUT => Some(Self::Busy),
            StatusCode::BAD_REQUEST
            | StatusCode::UNSUPPORTED_MEDIA_TYPE
            | StatusCode::UNPROCESSABLE_ENTITY => Some(Self::Unreadable),
            _ => None,
        }
    }
}

impl From<anyhow::Error> for Oops {
    fn from(cause: anyhow::Error) -> Self {
        Self::Unexpected(Arc::new(cause))
    }
}

/// Takes the obstacles out of a refusal; everything else has no page of its own.
///
/// - Returns: never empty.
/// - Errors: not found, stale, busy, unexpected.
pub fn obstacles<O>(refusal: Refusal<O>) -> Result<Vec<O>, Oops> {
    match refusal {
        Refusal::Obstacles(all) => Ok(all),
        Refusal::NotFound => Err(Oops::NotFound),
        Refusal::Stale => Err(Oops::Stale),
        Refusal::Unavailable(cause) => {
            tracing::warn!(error = format!("{cause:#}"), "the database cannot answer now");
            Err(Oops::Busy)
        }
        Refusal::Unexpected(cause) => Err(cause.into()),
    }
}

impl From<Refusal<Nothing>> for Oops {
    fn from(refusal: Refusal<Nothing>) -> Self {
        match obstacles(refusal) {
            // There is no obstacle of this kind.
            Ok(_) => Self::NotFound,
            Err(oops) => oops,
        }
    }
}

impl From<NotFound> for Oops {
    fn from(_: NotFound) -> Self {
        Self::NotFound
    }
}

impl IntoResponse for Oops {
    fn into_response(self) -> Response {
        if let Self::Again(address) = &self {
            return Redirect::to(address).into_response();
        }
        let mut response = self.status().into_response();
        if let Self::TooOften(seconds) = self {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response.extensions_mut().insert(self);
        response
    }
}
