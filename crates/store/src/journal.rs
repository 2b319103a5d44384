//! The journal: what happened, as a chain that cannot be edited unnoticed.
//!
//! It decides how entries are linked: each carries a hash over its own facts and the hash before
//! it, one chain for each organisation. Deliberately absent: names and texts (entries point at
//! records), and guarding against who can rewrite a whole chain: the last hash is printed on
//! reports for that.

use jiff::Timestamp;
use jiff::civil::Date;
use mentoring::access::Scope;
use mentoring::event::{Event, Fact};
use mentoring::id::{AccountId, OrganisationId};
use sea_orm::sea_query::{ExprTrait, LockType, Order};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::cell::Column;
use crate::error::StoreError;
use crate::organisation::within;
use crate::record::{all_of, col, is, record, select};
use crate::tx::{Pending, Tx};

record! {
    /// One entry of the journal.
    "journal", key(organisation, number),
    pub struct Entry {
        /// Where it happened.
        pub organisation: OrganisationId,
        /// 1, 2, 3 … inside the organisation.
        pub number: i64,
        /// When.
        pub at: Timestamp,
        /// By whom; `None` where the product did it by itself.
        pub by: Option<AccountId>,
        /// The word for what happened.
        pub kind: String,
        /// What it happened to.
        pub subject: Option<Uuid>,
        /// The other facts, `name=value` separated by `;`, in the order of the event.
        pub facts: String,
        /// The hash of the entry before; empty for the first.
        pub previous: Vec<u8>,
        /// The hash of this entry.
        pub hash: Vec<u8>,
    }
}

record! {
    /// The last entry of a chain: locked while the next is added.
    "journal_head", key(organisation),
    pub(crate) struct Head {
        /// Whose chain.
        pub organisation: OrganisationId,
        /// Number of its last entry.
        pub number: i64,
        /// Hash of its last entry.
        pub hash: Vec<u8>,
    }
}

impl Entry {
    /// One of the other facts, by its name.
    #[must_use]
    pub fn fact(&self, name: &str) -> Option<&str> {
        self.facts
            .split(';')
            .filter_map(|it| it.split_once('='))
            .find_map(|(key, value)| (key == name).then_some(value))
    }

    /// What the hash should be.
    pub(crate) fn expected_hash(&self) -> Vec<u8> {
        let mut digest = Sha256::new();
        digest.update(&self.previous);
        digest.update(self.organisation.0.as_bytes());
        digest.update(self.number.to_be_bytes());
        digest.update(self.at.as_second().to_be_bytes());
        digest.update(self.by.map_or(Uuid::nil(), |it| it.0).as_bytes());
        digest.update(self.subject.unwrap_or_default().as_bytes());
        // A kind has no line break, so that no two entries give the same bytes.
        digest.update(self.kind.as_bytes());
        digest.update(b"\n");
        digest.update(self.facts.as_bytes());
        digest.finalize().to_vec()
    }
}

impl Tx {
    /// Adds an entry to the journal of an organisation.
    ///
    /// Recorded last in a transaction, it holds the head of the chain for the shortest time.
    pub fn record(
        &self,
        organisation: OrganisationId,
        by: Option<AccountId>,
        at: Timestamp,
        event: Event,
    ) -> Pending<'_, ()> {
        Box::pin(async move {
            let head = self.lock_head(organisation).await?;
            let (kind, subject, facts) = event.parts();
            let mut entry = Entry {
                organisation,
                number: head.number + 1,
                at,
                by,
                kind: kind.to_owned(),
                subject,
                facts: written(&facts),
                previous: head.hash,
                hash: Vec::new(),
            };
            entry.hash = entry.expected_hash();
            self.insert(&entry).await?;
            self.save(&Head { organisation, number: entry.number, hash: entry.hash }).await
        })
    }

    async fn lock_head(&self, organisation: OrganisationId) -> Result<Head, StoreError> {
        let mut statement = select::<Head>(all_of([is("organisation", &organisation)]));
        if !self.is_sqlite() {
            statement.lock(LockType::Update);
        }
        let head = self.read_all(&statement).await?.pop();
        head.ok_or_else(|| StoreError::broken(format!("{organisation} has no journal")))
    }

    /// The last entries of an organisation's journal, the latest first.
    ///
    /// - `before`: only entries with a smaller number; `None` for the latest.
    /// - `limit`: how many at most.
    pub fn journal<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
        before: Option<i64>,
        limit: u32,
    ) -> Pending<'a, Vec<Entry>> {
        Box::pin(async move {
            let mut condition = all_of([within(scope), is("organisation", &organisation)]);
            if let Some(before) = before {
                condition = condition.add(col("number").lt(before));
            }
            let mut statement = select::<Entry>(condition);
            statement.order_by(crate::record::name("number"), Order::Desc).limit(limit.into());
            self.read_all(&statement).await
        })
    }

    /// What happened to some things, the oldest first: the history of a row, a task, a person.
    pub fn history<'a>(
        &'a self,
        scope: &'a Scope,
        subjects: &'a [Uuid],
    ) -> Pending<'a, Vec<Entry>> {
        Box::pin(async move {
            let condition = all_of([within(scope), crate::record::among("subject", subjects)]);
            self.many(condition, &[("organisation", Order::Asc), ("number", Order::Asc)]).await
        })
    }

    /// Entries of one organisation from a number on, the oldest first: for verifying the chain.
    pub(crate) async fn chain(
        &self,
        organisation: OrganisationId,
        from: i64,
        limit: u64,
    ) -> Result<Vec<Entry>, StoreError> {
        let later = col("number").gte(from.value());
        let mut statement = select::<Entry>(all_of([is("organisation", &organisation), later]));
        statement.order_by(crate::record::name("number"), Order::Asc).limit(limit);
        self.read_all(&statement).await
    }

    /// The head of a chain.
    pub(crate) async fn head(
        &self,
        organisation: OrganisationId,
    ) -> Result<Option<Head>, StoreError> {
        self.one(all_of([is("organisation", &organisation)])).await
    }
}

/// The facts as text: only ids, days, slugs and numbers, none of which holds `;` or `=`.
fn written(facts: &[(&'static str, Fact)]) -> String {
    let one = |(name, fact): &(&str, Fact)| match fact {
        Fact::Id(id) => format!("{name}={id}"),
        Fact::Day(day) => format!("{name}={}", day as &Date),
        Fact::Word(word) => format!("{name}={word}"),
        Fact::Number(number) => format!("{name}={number}"),
    };
    facts.iter().map(one).collect::<Vec<_>>().join(";")
}
