//! Files, kept in the database: one thing to back up, one transaction with what they prove.
//!
//! It decides that a file has a digest and a size. Deliberately absent: which types are allowed
//! and how large a file may be (`app`).

use jiff::Timestamp;
use mentoring::access::Scope;
use mentoring::id::{AccountId, FileId, OrganisationId};
use sea_orm::sea_query::Order;
use sha2::{Digest, Sha256};

use crate::organisation::within;
use crate::record::{all_of, among, is, record};
use crate::tx::{Pending, Tx};

record! {
    /// A file with its bytes.
    "file", key(organisation, id),
    pub struct File {
        /// Whose.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: FileId,
        /// Its name.
        pub name: String,
        /// Its media type, found from the bytes.
        pub media_type: String,
        /// Its size.
        pub size_bytes: u32,
        /// SHA-256 of the bytes.
        pub sha256: Vec<u8>,
        /// The bytes.
        pub content: Vec<u8>,
        /// Who gave it.
        pub kept_by: AccountId,
        /// When.
        pub kept_at: Timestamp,
    }
}

record! {
    /// A file without its bytes: for lists.
    "file", key(organisation, id),
    pub struct FileCard {
        /// Whose.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: FileId,
        /// Its name.
        pub name: String,
        /// Its media type.
        pub media_type: String,
        /// Its size.
        pub size_bytes: u32,
        /// SHA-256 of the bytes.
        pub sha256: Vec<u8>,
        /// Who gave it.
        pub kept_by: AccountId,
        /// When.
        pub kept_at: Timestamp,
    }
}

impl File {
    /// The digest of some bytes.
    #[must_use]
    pub fn digest(content: &[u8]) -> Vec<u8> {
        Sha256::digest(content).to_vec()
    }
}

impl Tx {
    /// Keeps a file.
    pub fn insert_file<'a>(&'a self, file: &'a File) -> Pending<'a, ()> {
        Box::pin(self.insert(file))
    }

    /// A file of the scope with its bytes.
    pub fn file<'a>(&'a self, scope: &'a Scope, id: FileId) -> Pending<'a, Option<File>> {
        Box::pin(async move { self.one(all_of([within(scope), is("id", &id)])).await })
    }

    /// Files of the scope without their bytes.
    pub fn file_cards<'a>(
        &'a self,
        scope: &'a Scope,
        ids: &'a [FileId],
    ) -> Pending<'a, Vec<FileCard>> {
        Box::pin(async move {
            self.many(all_of([within(scope), among("id", ids)]), &[("id", Order::Asc)]).await
        })
    }

    /// A file of an organisation with the same bytes: an upload seen before.
    pub fn file_like<'a>(
        &'a self,
        organisation: OrganisationId,
        sha256: &'a [u8],
    ) -> Pending<'a, Option<FileCard>> {
        Box::pin(async move {
            let same = is("sha256", &sha256.to_vec());
            self.one(all_of([is("organisation", &organisation), same])).await
        })
    }
}
