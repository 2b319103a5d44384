//! Rights of people over the data held of them: the card of everything held, requests, destruction.

pub(crate) mod act;
pub(crate) mod destroy;
pub(crate) mod due;
pub(crate) mod held;
pub(crate) mod requests;
mod told;

/// The address of requests, which is that of the section.
pub(super) const REQUESTS: &str = "/requests";
/// The address of destruction.
pub(super) const DESTRUCTION: &str = "/destruction";
