//! What stands beside consents: the texts that were signed, and what stops by when after a
//! withdrawal.
//!
//! It decides how they are looked up. Deliberately absent: which text is in force (`app`).

use jiff::Timestamp;
use jiff::civil::Date;
use mentoring::access::Scope;
use mentoring::consent::StopKind;
use mentoring::id::*;
use mentoring::paper::PaperKind;
use sea_orm::sea_query::Order;

use crate::organisation::within;
use crate::record::{all_of, is, record};
use crate::tx::{Pending, Tx};

record! {
    /// An edition of the text of a consent, kept as it was when somebody first signed it.
    "consent_wording", key(organisation, id),
    pub struct ConsentWording {
        /// Whose.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: WordingId,
        /// Of which paper.
        pub paper: PaperKind,
        /// SHA-256 of the text.
        pub digest: Vec<u8>,
        /// The text.
        pub content: String,
        /// The day it was first signed, as far as is recorded.
        pub from_on: Date,
        /// Who recorded that consent.
        pub noted_by: AccountId,
        /// When.
        pub noted_at: Timestamp,
    }
}

record! {
    /// Something that stops because a consent was withdrawn.
    "withdrawal_stop", key(organisation, id),
    pub struct WithdrawalStop {
        /// Whose.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: StopId,
        /// The consent that was withdrawn.
        pub consent: ConsentId,
        /// Whose data.
        pub person: PersonId,
        /// What stops.
        pub kind: StopKind,
        /// The page from which something is taken down; empty for the rest.
        pub page: String,
        /// The last day for it.
        pub by_on: Date,
        /// The day it was done.
        pub done_on: Option<Date>,
        /// Who recorded that.
        pub done_by: Option<AccountId>,
    }
}

impl Tx {
    /// The texts of consents that were signed in an organisation, each kind's latest first.
    pub fn consent_wordings<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<ConsentWording>> {
        Box::pin(async move {
            let condition = all_of([within(scope), is("organisation", &organisation)]);
            let sorting = [("paper", Order::Asc), ("noted_at", Order::Desc), ("id", Order::Desc)];
            self.many(condition, &sorting).await
        })
    }

    /// Adds a text, unless the same is there.
    pub fn insert_consent_wording<'a>(&'a self, it: &'a ConsentWording) -> Pending<'a, bool> {
        Box::pin(self.insert_once(it, &["organisation", "paper", "digest"]))
    }

    /// What stops or stopped in an organisation, the soonest first.
    pub fn withdrawal_stops<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<WithdrawalStop>> {
        Box::pin(async move {
            let condition = all_of([within(scope), is("organisation", &organisation)]);
            self.many(condition, &[("by_on", Order::Asc), ("id", Order::Asc)]).await
        })
    }

    /// Adds one.
    pub fn insert_withdrawal_stop<'a>(&'a self, it: &'a WithdrawalStop) -> Pending<'a, ()> {
        Box::pin(self.insert(it))
    }

    /// Saves that it is done.
    pub fn save_withdrawal_stop<'a>(&'a self, it: &'a WithdrawalStop) -> Pending<'a, ()> {
        Box::pin(self.save(it))
    }
}
