//! Scans of signed papers: every one that was given, the latest counts.
//!
//! It decides how they are looked up. Deliberately absent: the bytes (`file`), who may see them
//! (`app`).

use jiff::Timestamp;
use mentoring::access::Scope;
use mentoring::id::*;
use sea_orm::sea_query::Order;
use uuid::Uuid;

use crate::organisation::within;
use crate::record::{all_of, is, record};
use crate::tx::{Pending, Tx};

record! {
    /// A scan as it was given.
    "scan", key(organisation, id),
    pub struct Scan {
        /// Whose.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: ScanId,
        /// Of what: `order`, `consent`.
        pub of_kind: String,
        /// Of which.
        pub of_id: Uuid,
        /// The file.
        pub file: FileId,
        /// Who gave it.
        pub given_by: AccountId,
        /// When.
        pub given_at: Timestamp,
    }
}

impl Tx {
    /// Adds a scan.
    pub fn insert_scan<'a>(&'a self, scan: &'a Scan) -> Pending<'a, ()> {
        Box::pin(self.insert(scan))
    }

    /// Every scan of an organisation, replaced ones too.
    pub fn all_scans<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<Scan>> {
        Box::pin(async move {
            let condition = all_of([within(scope), is("organisation", &organisation)]);
            self.many(condition, &[("id", Order::Asc)]).await
        })
    }

    /// The scans of a record, the latest first.
    pub fn scans_of<'a>(&'a self, scope: &'a Scope, of: Uuid) -> Pending<'a, Vec<Scan>> {
        Box::pin(async move {
            let condition = all_of([within(scope), is("of_id", &of)]);
            self.many(condition, &[("given_at", Order::Desc), ("id", Order::Desc)]).await
        })
    }
}
