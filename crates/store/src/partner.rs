//! Partners, the agreements with them, the people who came from them.
//!
//! It decides how they are looked up. Deliberately absent: shares and states
//! (`mentoring::partner`).

use jiff::Timestamp;
use jiff::civil::Date;
use mentoring::access::Scope;
use mentoring::id::*;
use mentoring::partner::Agreement;
use mentoring::period::Period;
use sea_orm::sea_query::Order;

use crate::organisation::within;
use crate::record::{all_of, is, record};
use crate::tx::{Pending, Tx};

record! {
    /// A partner of an organisation.
    "partner", key(organisation, id),
    pub struct Partner {
        /// Whose.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: PartnerId,
        /// Its name.
        pub name: String,
        /// Whom to speak to.
        pub contact: String,
        /// Telephone.
        pub phone: String,
        /// E-mail.
        pub email: String,
        /// Whatever else is worth knowing.
        pub note: String,
        /// Since when it is a partner.
        pub from_on: Date,
        /// The last day it was one.
        pub to_on: Option<Date>,
        /// How many times it was changed.
        pub revision: i64,
    }
}

impl Partner {
    /// When it is a partner.
    #[must_use]
    pub fn period(&self) -> Period {
        Period { from: self.from_on, to: self.to_on }
    }
}

record! {
    /// An agreement with a partner.
    "agreement", key(organisation, id),
    pub struct AgreementRecord {
        /// Whose.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: AgreementId,
        /// With whom.
        pub partner: PartnerId,
        /// Its number.
        pub number: String,
        /// What it is about.
        pub subject: String,
        /// The day of signing.
        pub signed_on: Date,
        /// The last day of its term.
        pub until_on: Option<Date>,
        /// The last day where it was ended before.
        pub ended_on: Option<Date>,
        /// Who recorded it.
        pub recorded_by: AccountId,
        /// When.
        pub recorded_at: Timestamp,
    }
}

impl AgreementRecord {
    /// The agreement as the rules look at it.
    #[must_use]
    pub fn for_rule(&self) -> Agreement {
        Agreement {
            id: self.id,
            partner: self.partner,
            number: self.number.clone(),
            subject: self.subject.clone(),
            signed_on: self.signed_on,
            until: self.until_on,
            ended_on: self.ended_on,
        }
    }
}

record! {
    /// That a person came from a partner.
    "partner_person", key(organisation, id),
    pub struct PartnerPerson {
        /// Whose.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: PartnerPersonId,
        /// From whom.
        pub partner: PartnerId,
        /// Who.
        pub person: PersonId,
        /// Since when.
        pub from_on: Date,
        /// The last day.
        pub to_on: Option<Date>,
    }
}

impl Tx {
    /// Adds a partner.
    pub fn insert_partner<'a>(&'a self, partner: &'a Partner) -> Pending<'a, ()> {
        Box::pin(self.insert(partner))
    }

    /// Saves a partner that was changed or ended.
    ///
    /// - Errors: `Stale` where it was changed since it was read.
    pub fn save_partner<'a>(&'a self, partner: &'a Partner) -> Pending<'a, ()> {
        Box::pin(self.save(partner))
    }

    /// The partners of an organisation, of all times, by name.
    pub fn partners<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<Partner>> {
        Box::pin(async move {
            let condition = all_of([within(scope), is("organisation", &organisation)]);
            self.many(condition, &[("name", Order::Asc), ("id", Order::Asc)]).await
        })
    }

    /// A partner of the scope.
    pub fn partner<'a>(&'a self, scope: &'a Scope, id: PartnerId) -> Pending<'a, Option<Partner>> {
        Box::pin(async move { self.one(all_of([within(scope), is("id", &id)])).await })
    }

    /// Records an agreement.
    pub fn insert_agreement<'a>(&'a self, agreement: &'a AgreementRecord) -> Pending<'a, ()> {
        Box::pin(self.insert(agreement))
    }

    /// Saves the end of an agreement.
    pub fn save_agreement<'a>(&'a self, agreement: &'a AgreementRecord) -> Pending<'a, ()> {
        Box::pin(self.save(agreement))
    }

    /// The agreements of an organisation, the latest first.
    pub fn agreements<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<AgreementRecord>> {
        Box::pin(async move {
            let condition = all_of([within(scope), is("organisation", &organisation)]);
            self.many(condition, &[("signed_on", Order::Desc), ("id", Order::Asc)]).await
        })
    }

    /// Records that a person came from a partner.
    pub fn insert_partner_person<'a>(&'a self, it: &'a PartnerPerson) -> Pending<'a, ()> {
        Box::pin(self.insert(it))
    }

    /// Saves the last day of a person with a partner.
    pub fn save_partner_person<'a>(&'a self, it: &'a PartnerPerson) -> Pending<'a, ()> {
        Box::pin(self.save(it))
    }

    /// The people who came from partners of an organisation, of all times.
    pub fn partner_people<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<PartnerPerson>> {
        Box::pin(async move {
            let condition = all_of([within(scope), is("organisation", &organisation)]);
            self.many(condition, &[("from_on", Order::Asc), ("id", Order::Asc)]).await
        })
    }
}
