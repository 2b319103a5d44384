//! Folders for an inspection, while they are made and for a day after.
//!
//! It decides how their progress is told and when they go. Deliberately absent: what stands in a
//! folder (`mentoring::folder`), making it (`app`).

use jiff::Timestamp;
use mentoring::access::Scope;
use mentoring::id::*;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Order, Query};

use crate::cell::Column;
use crate::error::StoreError;
use crate::organisation::within;
use crate::record::{all_of, col, is, name, record};
use crate::tx::{Pending, Tx};

record! {
    /// A folder with its bytes.
    "folder", key(organisation, id),
    pub struct Folder {
        /// Whose.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: FolderId,
        /// Who asked for it.
        pub asked_by: AccountId,
        /// When.
        pub asked_at: Timestamp,
        /// Steps of the work.
        pub n_all: u32,
        /// Steps that are done.
        pub n_done: u32,
        /// When the last one was.
        pub moved_at: Timestamp,
        /// When it was made.
        pub made_at: Option<Timestamp>,
        /// Whether it could not be made.
        pub has_failed: bool,
        /// How many wanted things are missing.
        pub n_missing: u32,
        /// Its size; 0 until it is made.
        pub size_bytes: u32,
        /// The bytes of the archive; empty until it is made.
        pub content: Vec<u8>,
    }
}

record! {
    /// A folder without its bytes: for lists and progress.
    "folder", key(organisation, id),
    pub struct FolderCard {
        /// Whose.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: FolderId,
        /// Who asked for it.
        pub asked_by: AccountId,
        /// When.
        pub asked_at: Timestamp,
        /// Steps of the work.
        pub n_all: u32,
        /// Steps that are done.
        pub n_done: u32,
        /// When the last one was.
        pub moved_at: Timestamp,
        /// When it was made.
        pub made_at: Option<Timestamp>,
        /// Whether it could not be made.
        pub has_failed: bool,
        /// How many wanted things are missing.
        pub n_missing: u32,
        /// Its size; 0 until it is made.
        pub size_bytes: u32,
    }
}

impl Tx {
    /// The folders of an organisation, the latest first.
    pub fn folders<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<FolderCard>> {
        Box::pin(async move {
            let condition = all_of([within(scope), is("organisation", &organisation)]);
            self.many(condition, &[("asked_at", Order::Desc), ("id", Order::Desc)]).await
        })
    }

    /// A folder of the scope with its bytes.
    pub fn folder<'a>(&'a self, scope: &'a Scope, id: FolderId) -> Pending<'a, Option<Folder>> {
        Box::pin(async move { self.one(all_of([within(scope), is("id", &id)])).await })
    }

    /// Keeps a folder that was asked for.
    pub fn insert_folder<'a>(&'a self, it: &'a Folder) -> Pending<'a, ()> {
        Box::pin(self.insert(it))
    }

    /// Saves how far a folder is, or the made folder.
    ///
    /// - Errors: `Stale` where it is gone.
    pub fn save_folder<'a>(&'a self, it: &'a Folder) -> Pending<'a, ()> {
        Box::pin(self.save(it))
    }

    /// Tells that a further step is done.
    pub fn move_folder(
        &self,
        organisation: OrganisationId,
        id: FolderId,
        (n_done, n_all): (u32, u32),
        now: Timestamp,
    ) -> Pending<'_, ()> {
        Box::pin(async move {
            let mut statement = Query::update();
            statement
                .table(name("folder"))
                .value(name("n_done"), Expr::val(n_done.value()))
                .value(name("n_all"), Expr::val(n_all.value()))
                .value(name("moved_at"), Expr::val(now.value()))
                .cond_where(all_of([is("organisation", &organisation), is("id", &id)]));
            self.db.execute(&statement).await.map_err(StoreError::from)?;
            Ok(())
        })
    }

    /// Removes folders that were asked for before a moment: they are copies, made anew at any time.
    pub fn remove_folders_before(&self, moment: Timestamp) -> Pending<'_, u64> {
        Box::pin(async move {
            self.remove::<FolderCard>(all_of([col("asked_at").lt(moment.value())])).await
        })
    }
}
