//! The outbox: letters to be sent, and what became of them.
//!
//! It decides that the same letter is not queued twice. Deliberately absent: sending (`app`), the
//! words (`web`).

use jiff::Timestamp;
use mentoring::access::Scope;
use mentoring::id::{LetterId, OrganisationId, PersonId};
use sea_orm::sea_query::{ExprTrait, Order};

use crate::job::ATTEMPTS;
use crate::organisation::within;
use crate::record::{all_of, col, is, name, record, select};
use crate::tx::{Pending, Tx};

record! {
    /// A letter of the outbox.
    "letter", key(organisation, id),
    pub struct Letter {
        /// Who sends it.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: LetterId,
        /// To whom.
        pub person: Option<PersonId>,
        /// To which address.
        pub address: String,
        /// Subject.
        pub subject: String,
        /// The text.
        pub body: String,
        /// A key that keeps the same letter from being queued twice (`digest/person/day`).
        pub once: Option<String>,
        /// When it was queued.
        pub queued_at: Timestamp,
        /// When the mail server took it.
        pub sent_at: Option<Timestamp>,
        /// How often it was tried.
        pub attempts: u32,
        /// What the mail server said to the last try.
        pub failure: Option<String>,
    }
}

impl Tx {
    /// Queues a letter; one with a known `once` key is queued already.
    ///
    /// - Returns: whether it was queued now.
    pub fn queue_letter<'a>(&'a self, letter: &'a Letter) -> Pending<'a, bool> {
        Box::pin(self.insert_once(letter, &["organisation", "once"]))
    }

    /// Letters that wait to be sent, the oldest first: for the job that sends them.
    pub fn letters_waiting(&self, limit: u32) -> Pending<'_, Vec<Letter>> {
        Box::pin(async move {
            let tries_left = col("attempts").lt(i64::from(ATTEMPTS));
            let mut statement = select::<Letter>(all_of([col("sent_at").is_null(), tries_left]));
            statement.order_by(name("queued_at"), Order::Asc).order_by(name("id"), Order::Asc);
            statement.limit(limit.into());
            self.read_all(&statement).await
        })
    }

    /// Saves what became of a letter.
    pub fn save_letter<'a>(&'a self, letter: &'a Letter) -> Pending<'a, ()> {
        Box::pin(self.save(letter))
    }

    /// A letter of the scope.
    pub fn letter<'a>(&'a self, scope: &'a Scope, id: LetterId) -> Pending<'a, Option<Letter>> {
        Box::pin(async move { self.one(all_of([within(scope), is("id", &id)])).await })
    }

    /// The letters of an organisation, the latest first.
    pub fn letters<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
        limit: u32,
    ) -> Pending<'a, Vec<Letter>> {
        Box::pin(async move {
            let condition = all_of([within(scope), is("organisation", &organisation)]);
            let mut statement = select::<Letter>(condition);
            statement.order_by(name("queued_at"), Order::Desc).order_by(name("id"), Order::Desc);
            statement.limit(limit.into());
            self.read_all(&statement).await
        })
    }
}
