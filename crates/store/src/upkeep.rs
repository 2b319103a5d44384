//! Upkeep: is everything whole, and a copy of it.
//!
//! It decides what is verified: the chain of every journal, the references between tables, the
//! digest of every file. Deliberately absent: mending (a person decides), restoring (a file is put
//! in its place while the program is not running).

use std::path::Path;

use mentoring::id::{FileId, OrganisationId};
use sea_orm::sea_query::{Condition, Order};
use sea_orm::{ConnectionTrait, Statement};

use crate::error::StoreError;
use crate::file::{File, FileCard};
use crate::record::{all_of, is};
use crate::tx::{Pending, Store, Tx};

/// What a verification found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Soundness {
    /// Entries of journals that were looked at.
    pub n_entries: u64,
    /// Files that were looked at.
    pub n_files: u64,
    /// Everything that is not whole; empty where all is.
    pub flaws: Vec<Flaw>,
}

/// One thing that is not whole.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// An entry was changed, removed or put in.
    #[error("the journal of {organisation} is broken at entry {number}")]
    Journal {
        /// Whose journal.
        organisation: OrganisationId,
        /// The first entry that does not fit.
        number: i64,
    },
    /// The end of a journal was cut off.
    #[error("the journal of {organisation} ends before entry {number}")]
    JournalCut {
        /// Whose journal.
        organisation: OrganisationId,
        /// The entry it should end with.
        number: i64,
    },
    /// The bytes of a file are not those that were kept.
    #[error("file {file} is not as it was kept")]
    File {
        /// Which.
        file: FileId,
    },
    /// A record points at one that is not there.
    #[error("table {table} points at a record that is not there")]
    Reference {
        /// The table with the record.
        table: String,
    },
    /// The database itself reports damage.
    #[error("the database reports: {0}")]
    Damage(String),
}

impl Store {
    /// Looks whether everything is whole.
    pub fn verify(&self) -> Pending<'_, Soundness> {
        Box::pin(async move {
            let tx = self.read().await?;
            let mut found = Soundness::default();
            for organisation in tx.organisations_for_jobs().await? {
                verify_journal(&tx, organisation.id, &mut found).await?;
            }
            verify_files(&tx, &mut found).await?;
            if self.is_sqlite() {
                verify_sqlite(&tx, &mut found).await?;
            }
            tx.commit().await?;
            Ok(found)
        })
    }

    /// Writes a copy of the whole SQLite database into a new file, while it is in use.
    ///
    /// - `path`: a file that does not exist yet.
    /// - Errors: `Broken` where the file exists or cannot be written, and on PostgreSQL, which has
    ///   its own tools for this.
    pub fn backup<'a>(&'a self, path: &'a Path) -> Pending<'a, ()> {
        Box::pin(async move {
            if !self.is_sqlite() {
                return Err(StoreError::broken("a PostgreSQL database is copied with pg_dump"));
            }
            let Some(path) = path.to_str() else {
                return Err(StoreError::broken("the path of a backup must be Unicode"));
            };
            let backend = self.db.get_database_backend();
            let statement = Statement::from_sql_and_values(backend, "VACUUM INTO ?", [path.into()]);
            self.db.execute_raw(statement).await?;
            Ok(())
        })
    }
}

async fn verify_journal(
    tx: &Tx,
    organisation: OrganisationId,
    found: &mut Soundness,
) -> Result<(), StoreError> {
    const PART: u64 = 1000;
    let (mut number, mut previous) = (0, Vec::new());
    loop {
        let entries = tx.chain(organisation, number + 1, PART).await?;
        for entry in &entries {
            number += 1;
            found.n_entries += 1;
            let is_next = entry.number == number && entry.previous == previous;
            if !is_next || entry.hash != entry.expected_hash() {
                found.flaws.push(Flaw::Journal { organisation, number });
                return Ok(());
            }
            previous = entry.hash.clone();
        }
        if (entries.len() as u64) < PART {
            break;
        }
    }
    match tx.head(organisation).await? {
        Some(head) if head.number != number || head.hash != previous => {
            found.flaws.push(Flaw::JournalCut { organisation, number: head.number });
        }
        None => found.flaws.push(Flaw::JournalCut { organisation, number }),
        _ => {}
    }
    Ok(())
}

async fn verify_files(tx: &Tx, found: &mut Soundness) -> Result<(), StoreError> {
    let cards: Vec<FileCard> = tx.many(Condition::all(), &[("id", Order::Asc)]).await?;
    for card in cards {
        // One at a time: together they may not fit into memory.
        let key = all_of([is("organisation", &card.organisation), is("id", &card.id)]);
        let Some(file) = tx.one::<File>(key).await? else { continue };
        found.n_files += 1;
        if File::digest(&file.content) != card.sha256 {
            found.flaws.push(Flaw::File { file: card.id });
        }
    }
    Ok(())
}

async fn verify_sqlite(tx: &Tx, found: &mut Soundness) -> Result<(), StoreError> {
    let backend = tx.db.get_database_backend();
    let references = Statement::from_string(backend, "PRAGMA foreign_key_check");
    for row in tx.db.query_all_raw(references).await? {
        found.flaws.push(Flaw::Reference { table: row.try_get_by_index(0)? });
    }
    let damage = Statement::from_string(backend, "PRAGMA quick_check");
    for row in tx.db.query_all_raw(damage).await? {
        let line: String = row.try_get_by_index(0)?;
        if line != "ok" {
            found.flaws.push(Flaw::Damage(line));
        }
    }
    Ok(())
}
