//! Who may come to a route, checked before its handler.
//!
//! It decides from the row of the route table alone. The use-case behind the page decides again,
//! about the very thing acted on. What may not be seen is not found.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use mentoring::access::Action;

use crate::oops::Oops;
use crate::visit::Visit;

/// Who may come to a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Anyone, signed in or not.
    Anyone,
    /// Anyone, but not often: passwords and secret links are tried here.
    Door,
    /// Anyone while the sample town is shown; otherwise the page does not exist.
    Demo,
    /// Whoever is signed in, with any role.
    SignedIn,
    /// Whoever may do this to anything of the organisation being worked in.
    May(Action),
    /// Whoever may do this at least to one's own things; the use-case tells which are one's own.
    MayOneself(Action),
    /// Whoever may do this to the organisations below the one being worked in.
    MayBelow(Action),
}

/// Lets a request through to its handler, or answers itself.
pub(crate) async fn guard(access: Access, visit: Visit, request: Request, next: Next) -> Response {
    match check(access, &visit) {
        Ok(()) => next.run(request).await,
        Err(oops) => oops.into_response(),
    }
}

fn check(access: Access, visit: &Visit) -> Result<(), Oops> {
    match access {
        Access::Anyone => Ok(()),
        Access::Door => visit.web.limits.knock(visit.from).map_err(Oops::TooOften),
        Access::Demo if visit.is_demo() => Ok(()),
        Access::Demo => Err(Oops::NotFound),
        Access::SignedIn => visit.ctx().map(|_| ()),
        Access::May(action) if visit.ctx()?.may(action) => Ok(()),
        Access::MayOneself(action) if visit.ctx()?.may_oneself(action) => Ok(()),
        Access::MayBelow(action) if visit.ctx()?.may_below(action) => Ok(()),
        Access::May(_) | Access::MayOneself(_) | Access::MayBelow(_) => Err(Oops::NotFound),
    }
}
