//! Papers: drafts with every wording they had, and packs of many papers.
//!
//! It decides how they are looked up, and that a pack is worked on by one at a time. Deliberately
//! absent: what a paper says (`documents`), which papers a pack holds (`app`).

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use mentoring::access::Scope;
use mentoring::id::*;
use mentoring::paper::PaperKind;
use sea_orm::sea_query::{ExprTrait, Order};

use crate::cell::{Column, Json};
use crate::organisation::within;
use crate::record::{all_of, col, is, record};
use crate::tx::{Pending, Tx};

record! {
    /// A paper as it lies in its table.
    "paper", key(organisation, id),
    pub struct PaperRecord {
        /// Whose.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: PaperId,
        /// Which kind.
        pub kind: PaperKind,
        /// What lists call it.
        pub title: String,
        /// The day of the paper.
        pub day_on: Date,
        /// Whom it is about.
        pub person: Option<PersonId>,
        /// The order whose text it is.
        pub order_id: Option<OrderId>,
        /// The order that it changes, of an amending order.
        pub amends: Option<OrderId>,
        /// The addendum that it is, or speaks of.
        pub addendum: Option<AddendumId>,
        /// The partner that it is for.
        pub partner: Option<PartnerId>,
        /// The number with which it was registered; empty before.
        pub number: String,
        /// The day of its signatures, once it is signed.
        pub signed_on: Option<Date>,
        /// The day on which its registration was taken back.
        pub withdrawn_on: Option<Date>,
        /// The file as it was registered.
        pub made: Option<FileId>,
        /// The scan of the signed paper.
        pub scan: Option<FileId>,
        /// The evidence that it is.
        pub evidence: Option<EvidenceId>,
        /// When it was given up unsigned.
        pub discarded_on: Option<Date>,
        /// Who drafted it.
        pub drafted_by: AccountId,
        /// When.
        pub drafted_at: Timestamp,
        /// How many times it was changed.
        pub revision: i64,
    }
}

record! {
    /// One wording of the data of a paper; what was typed and what it was made of.
    "paper_revision", key(organisation, id),
    pub struct PaperRevision {
        /// Whose.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: PaperRevisionId,
        /// Of which paper.
        pub paper: PaperId,
        /// Which one, from 1.
        pub number: u32,
        /// What was typed, by the path of the field.
        pub typed: Json<serde_json::Value>,
        /// All data, as the text took them.
        pub data: Json<serde_json::Value>,
        /// SHA-256 of the Word file that was made of them.
        pub sha256: Vec<u8>,
        /// Who typed it.
        pub made_by: AccountId,
        /// When.
        pub made_at: Timestamp,
    }
}

record! {
    /// Many papers asked for at once, without the file that they become.
    "paper_pack", key(organisation, id),
    pub struct PaperPack {
        /// Whose.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: PaperPackId,
        /// What pages call it.
        pub title: String,
        /// `pdf` or `zip`.
        pub format: String,
        /// Which papers, in order.
        pub asked: Json<serde_json::Value>,
        /// How many papers.
        pub n_papers: u32,
        /// How many of them are made.
        pub n_done: u32,
        /// Size of the file; 0 while there is none.
        pub size_bytes: i64,
        /// Until when somebody works on it.
        pub leased_until: Option<Timestamp>,
        /// When it was done, or given up.
        pub done_at: Option<Timestamp>,
        /// Why it was given up; no names in it.
        pub failure: Option<String>,
        /// Until when the file is kept.
        pub keep_until: Timestamp,
        /// Who asked.
        pub asked_by: AccountId,
        /// When.
        pub asked_at: Timestamp,
    }
}

record! {
    /// The file of a pack, kept for a day.
    "paper_pack_content", key(organisation, pack),
    pub struct PackContent {
        /// Whose.
        pub organisation: OrganisationId,
        /// Of which pack.
        pub pack: PaperPackId,
        /// The bytes.
        pub content: Vec<u8>,
    }
}

const LATEST: &[(&str, Order)] = &[("drafted_at", Order::Desc), ("id", Order::Desc)];

impl Tx {
    /// The papers of an organisation, given up ones too, the latest first.
    pub fn papers<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<PaperRecord>> {
        Box::pin(async move {
            let condition = all_of([within(scope), is("organisation", &organisation)]);
            self.many(condition, LATEST).await
        })
    }

    /// A paper of the scope.
    pub fn paper<'a>(&'a self, scope: &'a Scope, id: PaperId) -> Pending<'a, Option<PaperRecord>> {
        Box::pin(async move { self.one(all_of([within(scope), is("id", &id)])).await })
    }

    /// The papers of an order that were not given up, the latest first: its text, its sheets.
    pub fn papers_of_order<'a>(
        &'a self,
        scope: &'a Scope,
        order: OrderId,
    ) -> Pending<'a, Vec<PaperRecord>> {
        Box::pin(async move {
            let condition =
                all_of([within(scope), is("order_id", &order), col("discarded_on").is_null()]);
            self.many(condition, LATEST).await
        })
    }

    /// Adds a paper.
    pub fn insert_paper<'a>(&'a self, paper: &'a PaperRecord) -> Pending<'a, ()> {
        Box::pin(self.insert(paper))
    }

    /// Saves a changed paper.
    ///
    /// - Errors: `Stale` where somebody changed it since.
    pub fn save_paper<'a>(&'a self, paper: &'a PaperRecord) -> Pending<'a, ()> {
        Box::pin(self.save(paper))
    }

    /// Every wording of a paper, the latest first.
    pub fn paper_revisions<'a>(
        &'a self,
        scope: &'a Scope,
        paper: PaperId,
    ) -> Pending<'a, Vec<PaperRevision>> {
        Box::pin(async move {
            let condition = all_of([within(scope), is("paper", &paper)]);
            self.many(condition, &[("number", Order::Desc)]).await
        })
    }

    /// Adds a wording of a paper.
    ///
    /// - Errors: `Taken` where the paper has a wording of this number.
    pub fn insert_paper_revision<'a>(&'a self, it: &'a PaperRevision) -> Pending<'a, ()> {
        Box::pin(self.insert(it))
    }

    /// The packs of an organisation whose file is still kept, the latest first.
    pub fn paper_packs<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
        now: Timestamp,
    ) -> Pending<'a, Vec<PaperPack>> {
        Box::pin(async move {
            let condition = all_of([
                within(scope),
                is("organisation", &organisation),
                col("keep_until").gt(now.value()),
            ]);
            self.many(condition, &[("asked_at", Order::Desc), ("id", Order::Desc)]).await
        })
    }

    /// A pack of the scope.
    pub fn paper_pack<'a>(
        &'a self,
        scope: &'a Scope,
        id: PaperPackId,
    ) -> Pending<'a, Option<PaperPack>> {
        Box::pin(async move { self.one(all_of([within(scope), is("id", &id)])).await })
    }

    /// Asks for a pack.
    pub fn insert_paper_pack<'a>(&'a self, pack: &'a PaperPack) -> Pending<'a, ()> {
        Box::pin(self.insert(pack))
    }

    /// Takes a pack to work on, for a time.
    ///
    /// - Returns: `None` where it is done, or somebody works on it.
    pub fn take_paper_pack<'a>(
        &'a self,
        scope: &'a Scope,
        id: PaperPackId,
        now: Timestamp,
        lease_seconds: u32,
    ) -> Pending<'a, Option<PaperPack>> {
        Box::pin(async move {
            let free = col("leased_until").is_null().or(col("leased_until").lte(now.value()));
            let condition = all_of([within(scope), is("id", &id), col("done_at").is_null(), free]);
            let Some(pack): Option<PaperPack> = self.one(condition).await? else { return Ok(None) };
            let until = now + SignedDuration::from_secs(lease_seconds.into());
            let taken = PaperPack { leased_until: Some(until), ..pack };
            self.save(&taken).await?;
            Ok(Some(taken))
        })
    }

    /// Saves how far a pack is.
    pub fn save_paper_pack<'a>(&'a self, pack: &'a PaperPack) -> Pending<'a, ()> {
        Box::pin(self.save(pack))
    }

    /// Keeps the file of a pack.
    pub fn insert_pack_content<'a>(&'a self, it: &'a PackContent) -> Pending<'a, ()> {
        Box::pin(self.insert(it))
    }

    /// The file of a pack, while it is kept.
    pub fn pack_content<'a>(
        &'a self,
        scope: &'a Scope,
        pack: PaperPackId,
    ) -> Pending<'a, Option<PackContent>> {
        Box::pin(async move { self.one(all_of([within(scope), is("pack", &pack)])).await })
    }

    /// Removes files of packs whose time is over: the papers can be made again.
    pub fn remove_old_packs(&self, now: Timestamp) -> Pending<'_, ()> {
        Box::pin(async move {
            let over = all_of([col("keep_until").lte(now.value())]);
            let packs: Vec<PaperPack> = self.many(over, &[]).await?;
            for pack in packs {
                let of_pack =
                    all_of([is("organisation", &pack.organisation), is("pack", &pack.id)]);
                self.remove::<PackContent>(of_pack).await?;
            }
            Ok(())
        })
    }
}
