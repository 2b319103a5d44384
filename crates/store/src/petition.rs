//! What people ask for and propose, with the answers.
//!
//! It decides how it is looked up. Deliberately absent: who may ask for what (`mentoring::petition`).

use jiff::Timestamp;
use jiff::civil::Date;
use mentoring::access::Scope;
use mentoring::id::*;
use mentoring::petition::{PetitionKind, PetitionOutcome};
use sea_orm::sea_query::Order;

use crate::organisation::within;
use crate::record::{all_of, is, record};
use crate::tx::{Pending, Tx};

record! {
    /// A petition as it lies in its table.
    "petition", key(organisation, id),
    pub struct Petition {
        /// Whose.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: PetitionId,
        /// Who asks.
        pub person: PersonId,
        /// For what.
        pub kind: PetitionKind,
        /// In which words.
        pub words: String,
        /// The day.
        pub made_on: Date,
        /// Who recorded it.
        pub made_by: AccountId,
        /// When.
        pub made_at: Timestamp,
        /// The day it was taken back.
        pub withdrawn_on: Option<Date>,
        /// How it was answered.
        pub outcome: Option<PetitionOutcome>,
        /// The answer in words; empty until there is one.
        pub answer: String,
        /// The day of the answer.
        pub answered_on: Option<Date>,
        /// Who answered.
        pub answered_by: Option<AccountId>,
        /// How many times it was changed.
        pub revision: i64,
    }
}

impl Petition {
    /// The day it was answered or taken back.
    #[must_use]
    pub fn closed_on(&self) -> Option<Date> {
        self.answered_on.or(self.withdrawn_on)
    }
}

impl Tx {
    /// Everything that was asked for in an organisation, the latest first.
    pub fn petitions<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<Petition>> {
        Box::pin(async move {
            let condition = all_of([within(scope), is("organisation", &organisation)]);
            self.many(condition, &[("made_at", Order::Desc), ("id", Order::Desc)]).await
        })
    }

    /// A petition of the scope.
    pub fn petition<'a>(
        &'a self,
        scope: &'a Scope,
        id: PetitionId,
    ) -> Pending<'a, Option<Petition>> {
        Box::pin(async move { self.one(all_of([within(scope), is("id", &id)])).await })
    }

    /// Adds a petition.
    pub fn insert_petition<'a>(&'a self, it: &'a Petition) -> Pending<'a, ()> {
        Box::pin(self.insert(it))
    }

    /// Saves an answer, or that it was taken back.
    ///
    /// - Errors: `Stale` where somebody changed it since.
    pub fn save_petition<'a>(&'a self, it: &'a Petition) -> Pending<'a, ()> {
        Box::pin(self.save(it))
    }
}
