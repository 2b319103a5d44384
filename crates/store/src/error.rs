//! What can go wrong with memory, in four words.
//!
//! It decides which failures of a database a use-case can answer. Deliberately absent: words for
//! people (`web`).

use sea_orm::{DbErr, RuntimeErr, SqlErr};

/// A failure of the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Somebody changed the record since it was read.
    #[error("the record has changed since it was read")]
    Stale,
    /// A record that must be unique exists already.
    #[error("a record like this exists already ({0})")]
    Taken(String),
    /// The database cannot answer now: busy, restarting, or two transactions in each other's way.
    #[error("the database cannot answer now")]
    Unavailable(#[source] DbErr),
    /// The database answers what cannot be: a fault of ours, or of the disk.
    #[error("the database is not as it should be")]
    Broken(#[source] DbErr),
}

impl StoreError {
    /// A record that contradicts the schema or the rules.
    pub(crate) fn broken(what: impl Into<String>) -> Self {
        Self::Broken(DbErr::Custom(what.into()))
    }

    /// Whether the same transaction may succeed when it is run again from its beginning.
    #[must_use]
    pub fn may_be_retried(&self) -> bool {
        matches!(self, Self::Unavailable(_))
    }
}

impl From<DbErr> for StoreError {
    fn from(error: DbErr) -> Self {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(what)) => return Self::Taken(what),
            Some(_) => return Self::Broken(error),
            None => {}
        }
        match &error {
            DbErr::ConnectionAcquire(_) | DbErr::Conn(_) => Self::Unavailable(error),
            DbErr::Exec(cause) | DbErr::Query(cause) if is_passing(cause) => {
                Self::Unavailable(error)
            }
            _ => Self::Broken(error),
        }
    }
}

/// Whether a failure passes by itself.
fn is_passing(cause: &RuntimeErr) -> bool {
    // Serialisation failure, deadlock, too many connections, shutting down, starting up; and
    // SQLITE_BUSY and SQLITE_LOCKED with their extended codes.
    const CODES: &[&str] = &[
        "40001", "40P01", "53300", "57P01", "57P02", "57P03", "5", "6", "261", "262", "517", "773",
    ];
    let RuntimeErr::SqlxError(error) = cause else { return false };
    match error.as_database_error() {
        Some(error) => error.code().is_some_and(|code| CODES.contains(&code.as_ref())),
        None => matches!(
            **error,
            sea_orm::SqlxError::Io(_)
                | sea_orm::SqlxError::PoolTimedOut
                | sea_orm::SqlxError::PoolClosed
                | sea_orm::SqlxError::WorkerCrashed
        ),
    }
}
