//! What a use-case answers when it does not do what was asked.
//!
//! It decides the few outcomes that every use-case shares; what a person may cause and can mend are
//! the obstacles of the use-case, all at once. Deliberately absent: words for people (`web`).

use store::{MayBeRetried, StoreError};

/// A use-case did not do what was asked, and nothing has changed.
///
/// - `O`: the obstacles of the use-case.
#[derive(Debug, thiserror::Error)]
pub enum Refusal<O> {
    /// Not there, or not for the eyes of the one who asks: the two are not told apart.
    #[error("not found")]
    NotFound,
    /// Somebody changed it meanwhile: show both, and ask again.
    #[error("changed by somebody else meanwhile")]
    Stale,
    /// Rules stand against it: everything at once, in the order of the rules, never empty.
    #[error("{} rules stand against it", .0.len())]
    Obstacles(Vec<O>),
    /// The database cannot answer now.
    #[error("try again later")]
    Unavailable(#[source] StoreError),
    /// What nobody can mend by asking differently.
    #[error("unexpected")]
    Unexpected(#[source] anyhow::Error),
}

/// The obstacles of a use-case that has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Nothing {}

/// Not there, or not for the eyes of the one who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not found")]
pub struct NotFound;

impl<O> Refusal<O> {
    /// A refusal for one reason.
    pub fn because(obstacle: O) -> Self {
        Self::Obstacles(vec![obstacle])
    }

    /// Goes on where nothing stands against it.
    ///
    /// - Errors: the obstacles, where there are any.
    pub fn unless_clear(obstacles: Vec<O>) -> Result<(), Self> {
        if obstacles.is_empty() { Ok(()) } else { Err(Self::Obstacles(obstacles)) }
    }

    /// The same refusal with obstacles of another use-case.
    pub fn map<P>(self, change: impl FnMut(O) -> P) -> Refusal<P> {
        match self {
            Self::NotFound => Refusal::NotFound,
            Self::Stale => Refusal::Stale,
            Self::Obstacles(it) => Refusal::Obstacles(it.into_iter().map(change).collect()),
            Self::Unavailable(cause) => Refusal::Unavailable(cause),
            Self::Unexpected(cause) => Refusal::Unexpected(cause),
        }
    }
}

impl<O> From<NotFound> for Refusal<O> {
    fn from(_: NotFound) -> Self {
        Self::NotFound
    }
}

impl<O> From<StoreError> for Refusal<O> {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Stale => Self::Stale,
            StoreError::Unavailable(_) => Self::Unavailable(error),
            StoreError::Taken(_) | StoreError::Broken(_) => Self::Unexpected(error.into()),
        }
    }
}

impl<O> From<anyhow::Error> for Refusal<O> {
    fn from(error: anyhow::Error) -> Self {
        Self::Unexpected(error)
    }
}

impl<O> MayBeRetried for Refusal<O> {
    fn may_be_retried(&self) -> bool {
        matches!(self, Self::Unavailable(_))
    }
}
