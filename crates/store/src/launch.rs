//! Launch: the readings of uploaded documents, until they become versions of a roadmap.
//!
//! It decides that a reading keeps what was compiled beside what was mended. Deliberately absent:
//! versions and their rows (`roadmap`), the bytes of the document (`file`).

use jiff::Timestamp;
use mentoring::access::Scope;
use mentoring::id::*;
use mentoring::launch::ImportState;
use roadmap::plan::Plan;
use sea_orm::sea_query::Order;

use crate::cell::Json;
use crate::organisation::within;
use crate::record::{all_of, is, record};
use crate::tx::{Pending, Tx};

record! {
    /// One reading of an uploaded document.
    "import", key(organisation, id),
    pub struct Import {
        /// Whose.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: ImportId,
        /// The document.
        pub file: FileId,
        /// Its name, for the page.
        pub file_name: String,
        /// How far it has come.
        pub state: ImportState,
        /// The plan as compiled; never changed.
        pub plan: Json<Plan>,
        /// The plan as mended on the page.
        pub mended: Json<serde_json::Value>,
        /// The roadmap it is a new version of.
        pub roadmap: Option<RoadmapId>,
        /// The version it became.
        pub version: Option<VersionId>,
        /// Who uploaded it.
        pub read_by: AccountId,
        /// When.
        pub read_at: Timestamp,
        /// How many times it was changed.
        pub revision: i64,
    }
}

impl Tx {
    /// Adds a reading.
    pub fn insert_import<'a>(&'a self, import: &'a Import) -> Pending<'a, ()> {
        Box::pin(self.insert(import))
    }

    /// Saves a mended, accepted or discarded reading.
    ///
    /// - Errors: `Stale` where it was changed since it was read.
    pub fn save_import<'a>(&'a self, import: &'a Import) -> Pending<'a, ()> {
        Box::pin(self.save(import))
    }

    /// A reading of the scope.
    pub fn import<'a>(&'a self, scope: &'a Scope, id: ImportId) -> Pending<'a, Option<Import>> {
        Box::pin(async move { self.one(all_of([within(scope), is("id", &id)])).await })
    }

    /// The readings of an organisation that wait for somebody, the latest first.
    pub fn imports_waiting<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<Import>> {
        Box::pin(async move {
            let waiting = is("state", &ImportState::Read);
            let condition = all_of([within(scope), is("organisation", &organisation), waiting]);
            self.many(condition, &[("read_at", Order::Desc), ("id", Order::Desc)]).await
        })
    }
}
