//! What is sensitive: sealed needs of accessibility, and who may read them.
//!
//! It decides how they are looked up. Deliberately absent: opening the seal (`app::vault`): this
//! crate never sees what is inside.

use jiff::Timestamp;
use jiff::civil::Date;
use mentoring::access::Scope;
use mentoring::id::*;
use sea_orm::sea_query::Order;

use crate::organisation::within;
use crate::record::{all_of, is, record};
use crate::tx::{Pending, Tx};

record! {
    /// A need of accessibility as it lies in its table.
    "access_need", key(organisation, id),
    pub struct AccessNeedRecord {
        /// Whose.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: AccessNeedId,
        /// Of whom.
        pub person: PersonId,
        /// First day.
        pub from_on: Date,
        /// Last day.
        pub to_on: Option<Date>,
        /// Which key opens it.
        pub key_name: String,
        /// The group and the measures, sealed.
        pub sealed: Vec<u8>,
        /// Who recorded it last.
        pub recorded_by: AccountId,
        /// When.
        pub recorded_at: Timestamp,
        /// How many times it was changed.
        pub revision: i64,
    }
}

record! {
    /// Somebody who may read what is sensitive.
    "sensitive_reader", key(organisation, id),
    pub struct SensitiveReader {
        /// Whose.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: SensitiveReaderId,
        /// Who.
        pub person: PersonId,
        /// Why: an order, a duty.
        pub ground: String,
        /// First day.
        pub from_on: Date,
        /// Last day.
        pub to_on: Option<Date>,
        /// Who named the reader.
        pub named_by: AccountId,
        /// When.
        pub named_at: Timestamp,
    }
}

impl AccessNeedRecord {
    /// Whether it is there on a day.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        self.from_on <= day && self.to_on.is_none_or(|to| day <= to)
    }
}

impl SensitiveReader {
    /// Whether the person may read on a day.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        self.from_on <= day && self.to_on.is_none_or(|to| day <= to)
    }
}

const BY_FROM: &[(&str, Order)] = &[("from_on", Order::Asc), ("id", Order::Asc)];

impl Tx {
    /// The needs of accessibility of an organisation, all times, the oldest first; sealed.
    pub fn access_needs<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<AccessNeedRecord>> {
        Box::pin(async move {
            let condition = all_of([within(scope), is("organisation", &organisation)]);
            self.many(condition, BY_FROM).await
        })
    }

    /// One need of the scope; sealed.
    pub fn access_need<'a>(
        &'a self,
        scope: &'a Scope,
        id: AccessNeedId,
    ) -> Pending<'a, Option<AccessNeedRecord>> {
        Box::pin(async move { self.one(all_of([within(scope), is("id", &id)])).await })
    }

    /// Records a need.
    pub fn insert_access_need<'a>(&'a self, it: &'a AccessNeedRecord) -> Pending<'a, ()> {
        Box::pin(self.insert(it))
    }

    /// Saves a need changed or ended.
    ///
    /// - Errors: `Stale` where somebody changed it since.
    pub fn save_access_need<'a>(&'a self, it: &'a AccessNeedRecord) -> Pending<'a, ()> {
        Box::pin(self.save(it))
    }

    /// Who may read what is sensitive, all times, the oldest first.
    pub fn sensitive_readers<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<SensitiveReader>> {
        Box::pin(async move {
            let condition = all_of([within(scope), is("organisation", &organisation)]);
            self.many(condition, BY_FROM).await
        })
    }

    /// Names a reader.
    pub fn insert_sensitive_reader<'a>(&'a self, it: &'a SensitiveReader) -> Pending<'a, ()> {
        Box::pin(self.insert(it))
    }

    /// Saves the last day of a reader.
    pub fn save_sensitive_reader<'a>(&'a self, it: &'a SensitiveReader) -> Pending<'a, ()> {
        Box::pin(self.save(it))
    }
}
