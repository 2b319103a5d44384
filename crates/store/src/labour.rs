//! Contract addenda of mentors who are employees.
//!
//! It decides how they are looked up. Deliberately absent: what an addendum must say and when it may
//! end (`mentoring::labour`).

use jiff::Timestamp;
use jiff::civil::Date;
use mentoring::access::Scope;
use mentoring::id::*;
use mentoring::labour::{ContractAddendum, EarlyEnding, MentoringMode, MentoringPay};
use mentoring::mistake::MistakeKind;
use mentoring::period::Period;
use sea_orm::sea_query::Order;

use crate::mistake::stands;
use crate::organisation::within;
use crate::record::{all_of, among, is, record};
use crate::tx::{Pending, Tx};

record! {
    /// An addendum as it lies in its table.
    "contract_addendum", key(organisation, id),
    pub struct AddendumRecord {
        /// Whose.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: AddendumId,
        /// Who mentors.
        pub person: PersonId,
        /// The consent it rests on.
        pub consent: Option<ConsentId>,
        /// Its number.
        pub number: String,
        /// The day of both signatures.
        pub signed_on: Date,
        /// The number of the contract; may be empty.
        pub contract_number: String,
        /// The day of the contract.
        pub contract_on: Option<Date>,
        /// First day of the work.
        pub from_on: Date,
        /// Last day of the term.
        pub to_on: Date,
        /// What the work is.
        pub content: String,
        /// How it is done.
        pub mode: MentoringMode,
        /// Kopecks a month; 0 where a share is paid.
        pub kopecks: i64,
        /// Hundredths of a percent of the salary; 0 where a sum is paid.
        pub basis_points: u32,
        /// The act that sets the pay.
        pub pay_ground: String,
        /// How it ended before its time: `refusal`, `cancellation`, or empty.
        pub ending: String,
        /// The day the other side was told.
        pub told_on: Option<Date>,
        /// The last day of the work, where it ended before its time.
        pub last_on: Option<Date>,
        /// Who recorded it.
        pub recorded_by: AccountId,
        /// When.
        pub recorded_at: Timestamp,
        /// How many times it was changed.
        pub revision: i64,
    }
}

const REFUSAL: &str = "refusal";
const CANCELLATION: &str = "cancellation";

impl AddendumRecord {
    /// The addendum as the rules look at it.
    #[must_use]
    pub fn for_rule(&self) -> ContractAddendum {
        ContractAddendum {
            id: self.id,
            person: self.person,
            consent: self.consent,
            number: self.number.clone(),
            signed_on: self.signed_on,
            period: Period { from: self.from_on, to: Some(self.to_on) },
            content: self.content.clone(),
            mode: Some(self.mode),
            pay: self.pay(),
            pay_ground: self.pay_ground.clone(),
            ending: self.early_ending(),
        }
    }

    /// What is paid.
    #[must_use]
    pub fn pay(&self) -> Option<MentoringPay> {
        let kopecks = u64::try_from(self.kopecks).ok().filter(|it| 0 < *it);
        let basis_points = u16::try_from(self.basis_points).ok().filter(|it| 0 < *it);
        kopecks
            .map(|kopecks| MentoringPay::Monthly { kopecks })
            .or(basis_points.map(|basis_points| MentoringPay::Share { basis_points }))
    }

    /// How it ended before its time.
    #[must_use]
    pub fn early_ending(&self) -> Option<EarlyEnding> {
        let (told_on, last) = self.told_on.zip(self.last_on)?;
        match self.ending.as_str() {
            REFUSAL => Some(EarlyEnding::Refusal { told_on, last }),
            CANCELLATION => Some(EarlyEnding::Cancellation { told_on, last }),
            _ => None,
        }
    }

    /// The same with an ending.
    #[must_use]
    pub fn ended(self, ending: EarlyEnding) -> Self {
        let (word, told_on) = match ending {
            EarlyEnding::Refusal { told_on, .. } => (REFUSAL, told_on),
            EarlyEnding::Cancellation { told_on, .. } => (CANCELLATION, told_on),
        };
        let (ending, last) = (word.to_owned(), ending.last());
        Self { ending, told_on: Some(told_on), last_on: Some(last), ..self }
    }

    /// The last day of the work, by its term or by how it ended.
    #[must_use]
    pub fn last(&self) -> Date {
        self.early_ending().map_or(self.to_on, |it| it.last().min(self.to_on))
    }

    /// Whether the work goes on a day.
    #[must_use]
    pub fn acts_on(&self, day: Date) -> bool {
        self.from_on <= day && day <= self.last()
    }
}

impl Tx {
    /// The addenda of an organisation, all times, the latest signature first.
    pub fn addenda<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<AddendumRecord>> {
        Box::pin(async move {
            let condition = all_of([
                within(scope),
                is("organisation", &organisation),
                stands(MistakeKind::Addendum),
            ]);
            self.many(condition, LATEST).await
        })
    }

    /// The addenda of people, all times, the latest signature first.
    pub fn addenda_of<'a>(
        &'a self,
        scope: &'a Scope,
        people: &'a [PersonId],
    ) -> Pending<'a, Vec<AddendumRecord>> {
        Box::pin(async move {
            let stands = stands(MistakeKind::Addendum);
            self.many(all_of([within(scope), among("person", people), stands]), LATEST).await
        })
    }

    /// An addendum of the scope; one that was marked as a mistake is not found.
    pub fn addendum<'a>(
        &'a self,
        scope: &'a Scope,
        id: AddendumId,
    ) -> Pending<'a, Option<AddendumRecord>> {
        Box::pin(async move {
            self.one(all_of([within(scope), is("id", &id), stands(MistakeKind::Addendum)])).await
        })
    }

    /// Records an addendum.
    ///
    /// - Errors: `Taken` where the contract has an addendum of this number.
    pub fn insert_addendum<'a>(&'a self, it: &'a AddendumRecord) -> Pending<'a, ()> {
        Box::pin(self.insert(it))
    }

    /// Saves how an addendum ended.
    ///
    /// - Errors: `Stale` where somebody changed it since.
    pub fn save_addendum<'a>(&'a self, it: &'a AddendumRecord) -> Pending<'a, ()> {
        Box::pin(self.save(it))
    }
}

const LATEST: &[(&str, Order)] = &[("signed_on", Order::Desc), ("id", Order::Desc)];
