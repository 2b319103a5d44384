//! Absences of people and who acts for them.
//!
//! It decides how those of a day are found. Deliberately absent: the rights of a deputy
//! (`mentoring::absence`).

use jiff::Timestamp;
use jiff::civil::Date;
use mentoring::absence::Absence;
use mentoring::access::Scope;
use mentoring::id::*;
use mentoring::period::Days;
use sea_orm::sea_query::Order;

use crate::organisation::within;
use crate::record::{all_of, among, col, is, record};
use crate::tx::{Pending, Tx};
use sea_orm::sea_query::ExprTrait as _;

record! {
    /// An absence with its deputy.
    "absence", key(organisation, id),
    pub struct AbsenceRecord {
        /// Whose people.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: AbsenceId,
        /// Who is away.
        pub person: PersonId,
        /// Who acts.
        pub deputy: PersonId,
        /// First day.
        pub from_on: Date,
        /// Last day.
        pub to_on: Date,
        /// When it was withdrawn.
        pub withdrawn_at: Option<Timestamp>,
        /// Who recorded it.
        pub recorded_by: AccountId,
        /// When.
        pub recorded_at: Timestamp,
    }
}

impl AbsenceRecord {
    /// The absence as the rules look at it.
    #[must_use]
    pub fn for_rule(&self) -> Absence {
        let days = Days { from: self.from_on, to: self.to_on };
        Absence { id: self.id, person: self.person, deputy: self.deputy, days }
    }
}

impl Tx {
    /// Records an absence.
    pub fn insert_absence<'a>(&'a self, absence: &'a AbsenceRecord) -> Pending<'a, ()> {
        Box::pin(self.insert(absence))
    }

    /// Saves that an absence was withdrawn.
    pub fn save_absence<'a>(&'a self, absence: &'a AbsenceRecord) -> Pending<'a, ()> {
        Box::pin(self.save(absence))
    }

    /// The absences of an organisation that stand, the latest first.
    pub fn absences<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<AbsenceRecord>> {
        Box::pin(async move {
            let stands = col("withdrawn_at").is_null();
            let condition = all_of([within(scope), is("organisation", &organisation), stands]);
            self.many(condition, &[("from_on", Order::Desc), ("id", Order::Asc)]).await
        })
    }

    /// The absences that stand in which one of these people acts for another.
    ///
    /// - Returns: of every day; the day of each organisation is its own.
    pub fn absences_of_deputies<'a>(
        &'a self,
        scope: &'a Scope,
        deputies: &'a [PersonId],
    ) -> Pending<'a, Vec<AbsenceRecord>> {
        Box::pin(async move {
            let stands = col("withdrawn_at").is_null();
            let condition = all_of([within(scope), among("deputy", deputies), stands]);
            self.many(condition, &[("from_on", Order::Asc), ("id", Order::Asc)]).await
        })
    }
}
