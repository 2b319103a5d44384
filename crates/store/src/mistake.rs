//! Records that were marked as mistakes.
//!
//! It decides that a record marked as a whole is found by no other look-up. Deliberately absent:
//! what may be marked (`mentoring::mistake`).

use jiff::Timestamp;
use jiff::civil::Date;
use mentoring::access::Scope;
use mentoring::id::*;
use mentoring::mistake::MistakeKind;
use sea_orm::sea_query::{Expr, ExprTrait as _, Order, Query};
use uuid::Uuid;

use crate::organisation::within;
use crate::record::{all_of, col, is, name, record};
use crate::tx::{Pending, Tx};

record! {
    /// A mark that something was recorded by mistake.
    "mistake", key(organisation, id),
    pub struct MistakeRecord {
        /// Whose record.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: MistakeId,
        /// What was recorded by mistake.
        pub kind: MistakeKind,
        /// Which record.
        pub record: Uuid,
        /// Whom the record is about, where it is about one person.
        pub person: Option<PersonId>,
        /// The number or kind that the record had.
        pub said: String,
        /// The day that the record had.
        pub said_on: Option<Date>,
        /// Why it is a mistake.
        pub reason: String,
        /// Who marked it.
        pub marked_by: AccountId,
        /// When.
        pub marked_at: Timestamp,
    }
}

/// The condition that a record was not marked as a mistake: for the look-ups of its table.
pub(crate) fn stands(kind: MistakeKind) -> Expr {
    let mut marked = Query::select();
    marked.column(name("record")).from(name("mistake")).and_where(is("kind", &kind));
    col("id").not_in_subquery(marked)
}

const LATEST: &[(&str, Order)] = &[("marked_at", Order::Desc), ("id", Order::Desc)];

impl Tx {
    /// The marks of an organisation, the latest first.
    pub fn mistakes<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<MistakeRecord>> {
        Box::pin(async move {
            self.many(all_of([within(scope), is("organisation", &organisation)]), LATEST).await
        })
    }

    /// The marks of records about a person, the latest first.
    pub fn mistakes_about<'a>(
        &'a self,
        scope: &'a Scope,
        person: PersonId,
    ) -> Pending<'a, Vec<MistakeRecord>> {
        Box::pin(async move {
            self.many(all_of([within(scope), is("person", &Some(person))]), LATEST).await
        })
    }

    /// Marks a record as a mistake.
    pub fn insert_mistake<'a>(&'a self, it: &'a MistakeRecord) -> Pending<'a, ()> {
        Box::pin(self.insert(it))
    }
}
