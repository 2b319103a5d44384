//! The store and its transactions.
//!
//! It decides how a database is opened, how a transaction begins, and when it is run again.
//! Deliberately absent: what is looked up and saved (the phase files), the clock, ids.

use std::pin::Pin;
use std::time::Duration;

use sea_orm::{
    AccessMode, ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction,
    DbBackend, DbErr, RuntimeErr, SqliteTransactionMode, TransactionOptions, TransactionTrait,
};
use sea_orm_migration::MigratorTrait;

use crate::error::StoreError;
use crate::schema::Migrator;

/// An answer of the store that is on its way.
///
/// Boxed, so that the code of the database drivers is generated once, in this crate.
pub type Pending<'a, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 'a>>;

/// Memory: an SQLite file or a PostgreSQL database.
#[derive(Clone, Debug)]
pub struct Store {
    pub(crate) db: DatabaseConnection,
}

/// One transaction. Dropped without [`Tx::commit`], it leaves no trace.
#[derive(Debug)]
pub struct Tx {
    pub(crate) db: DatabaseTransaction,
}

impl Store {
    /// Opens a database; nothing is created in it before [`Store::migrate`].
    ///
    /// - `url`: `sqlite:path` (created where missing), `sqlite::memory:`, `postgres://…`.
    /// - Errors: `Unavailable` where it cannot be opened, or does not answer within three seconds.
    pub fn connect(url: &str) -> Pending<'static, Self> {
        let options = options(url);
        Box::pin(async move {
            // The pool would ask a silent host again and again; whoever starts a server wants to know.
            let opened = tokio::time::timeout(PATIENCE, Database::connect(options)).await;
            let silent = |_| DbErr::Conn(RuntimeErr::Internal(SILENT.to_owned()));
            let db = opened.map_err(silent).and_then(|it| it).map_err(StoreError::Unavailable)?;
            Ok(Self { db })
        })
    }

    /// Opens a PostgreSQL database in a new schema of its own, and migrates it: several
    /// installations in one database, or one test beside others.
    ///
    /// - `schema`: letters, digits and `_`; it must not be there yet.
    /// - Errors: `Broken` for another name, or where the schema is there.
    pub fn connect_in_new_schema<'a>(url: &'a str, schema: &'a str) -> Pending<'a, Self> {
        Box::pin(async move {
            if schema.is_empty()
                || schema.contains(|c: char| !c.is_ascii_alphanumeric() && c != '_')
            {
                return Err(StoreError::broken("a schema is named with letters, digits and _"));
            }
            let db = Database::connect(options(url)).await.map_err(StoreError::Unavailable)?;
            db.execute_unprepared(&format!("CREATE SCHEMA \"{schema}\"")).await?;
            db.close().await?;
            let mut options = options(url);
            options.set_schema_search_path(schema);
            let db = Database::connect(options).await.map_err(StoreError::Unavailable)?;
            let store = Self { db };
            store.migrate().await?;
            Ok(store)
        })
    }

    /// Brings the schema up to date; does nothing where it is.
    ///
    /// Several processes may ask at once: one works, the others wait and find it done. All pending
    /// migrations become true together or not at all.
    pub fn migrate(&self) -> Pending<'_, ()> {
        Box::pin(async move {
            // On SQLite this transaction holds the only pen; PostgreSQL needs a lock beside it, of
            // the schema, so that several installations in one database do not wait for each other.
            let tx = self.begin().await?;
            if !self.is_sqlite() {
                tx.db.execute_unprepared(MIGRATION_LOCK).await?;
            }
            Migrator::up(&tx.db, None).await?;
            tx.commit().await
        })
    }

    /// Whether the database answers and its schema is up to date.
    pub fn is_ready(&self) -> Pending<'_, bool> {
        Box::pin(async move {
            self.db.ping().await?;
            Ok(Migrator::get_pending_migrations(&self.db).await?.is_empty())
        })
    }

    /// Begins a transaction that writes. On SQLite it holds the only pen from here to its end.
    pub fn begin(&self) -> Pending<'_, Tx> {
        self.begin_as(AccessMode::ReadWrite, SqliteTransactionMode::Immediate)
    }

    /// Begins a transaction that only reads, beside writers.
    pub fn read(&self) -> Pending<'_, Tx> {
        self.begin_as(AccessMode::ReadOnly, SqliteTransactionMode::Deferred)
    }

    fn begin_as(&self, access: AccessMode, mode: SqliteTransactionMode) -> Pending<'_, Tx> {
        // SQLite has no access mode of a transaction, and the driver warns when given one.
        let access = (!self.is_sqlite()).then_some(access);
        let options = TransactionOptions {
            isolation_level: None,
            access_mode: access,
            sqlite_transaction_mode: Some(mode),
        };
        Box::pin(async move { Ok(Tx { db: self.db.begin_with_options(options).await? }) })
    }

    /// Whether this is SQLite: one file, one school.
    #[must_use]
    pub fn is_sqlite(&self) -> bool {
        self.db.get_database_backend() == DbBackend::Sqlite
    }

    /// Closes all connections; later calls fail.
    pub fn close(self) -> Pending<'static, ()> {
        Box::pin(async move { Ok(self.db.close().await?) })
    }
}

impl Tx {
    /// Makes everything done in the transaction true at once.
    pub fn commit(self) -> Pending<'static, ()> {
        Box::pin(async move { Ok(self.db.commit().await?) })
    }

    /// Whether this is SQLite.
    pub(crate) fn is_sqlite(&self) -> bool {
        self.db.get_database_backend() == DbBackend::Sqlite
    }
}

/// A failure that may pass when the same transaction is run again.
pub trait MayBeRetried {
    /// Whether it may.
    fn may_be_retried(&self) -> bool;
}

impl MayBeRetried for StoreError {
    fn may_be_retried(&self) -> bool {
        StoreError::may_be_retried(self)
    }
}

/// Runs a whole use-case again where the database could not serialise it with another.
///
/// - `work`: from `begin` to `commit`; it must do nothing outside the transaction.
/// - Returns: the first outcome that is not a passing failure, or the last of three.
pub async fn retried<T, E: MayBeRetried, W: Future<Output = Result<T, E>>>(
    // Not `AsyncFnMut`: the compiler cannot show that its futures may move between threads.
    mut work: impl FnMut() -> W,
) -> Result<T, E> {
    for _ in 0..2 {
        match work().await {
            Err(error) if error.may_be_retried() => {}
            outcome => return outcome,
        }
    }
    work().await
}

/// How long a database may take to answer a new process.
const PATIENCE: Duration = Duration::from_millis(2500);
/// What is said of one that does not.
const SILENT: &str = "no answer within three seconds";
/// Held until the transaction of the migrations ends; the number is of no other lock of ours.
const MIGRATION_LOCK: &str = "SELECT pg_advisory_xact_lock(20260901, hashtext(current_schema()))";

pub(crate) fn options(url: &str) -> ConnectOptions {
    let is_memory = url.contains(":memory:") || url.contains("mode=memory");
    let is_server = url.starts_with("postgres");
    let mut options = ConnectOptions::new(url);
    options
        .sqlx_logging(false)
        // A server that is away should be told of soon; one file only makes writers wait in a row.
        .acquire_timeout(Duration::from_secs(if is_server { 3 } else { 10 }))
        // Every connection to `:memory:` is a database of its own: there is one, and it stays.
        .max_connections(if is_memory { 1 } else { 8 })
        .map_sqlx_sqlite_opts(|options| {
            options
                .create_if_missing(true)
                .foreign_keys(true)
                .busy_timeout(Duration::from_secs(5))
                .pragma("journal_mode", "WAL")
                // A school writes little and must lose nothing, not even at a power cut.
                .pragma("synchronous", "FULL")
                // What is destroyed is overwritten and not only forgotten.
                .pragma("secure_delete", "ON")
        });
    if is_memory {
        options.min_connections(1).idle_timeout(None::<Duration>).max_lifetime(None::<Duration>);
    }
    options
}
