//! Days: days off, school terms, things that happened, calendars by secret link.
//!
//! It decides how dated facts that move deadlines are found. Deliberately absent: the decrees
//! themselves (loaded data), how a deadline moves (`mentoring::calendar`).

use jiff::Timestamp;
use jiff::civil::Date;
use mentoring::access::Scope;
use mentoring::calendar::{CalendarFacts, DayKind, WorkingCalendar};
use mentoring::id::*;
use sea_orm::sea_query::{Condition, ExprTrait, Order};
use uuid::Uuid;

use crate::cell::Column;
use crate::organisation::within;
use crate::record::{all_of, among, col, is, record};
use crate::tx::{Pending, Tx};

record! {
    /// Something that happened on a day and dates relative deadlines.
    "happening", key(organisation, id),
    pub struct Happening {
        /// Where.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: HappeningId,
        /// In which roadmap it was expected.
        pub roadmap: Option<RoadmapId>,
        /// The row whose doing it was.
        pub lineage: Option<LineageId>,
        /// The event in the words of the roadmap.
        pub words: String,
        /// The same folded for comparing.
        pub key: String,
        /// The day.
        pub happened_on: Date,
        /// Who recorded it.
        pub recorded_by: AccountId,
        /// When.
        pub recorded_at: Timestamp,
        /// When it was withdrawn as a mistake.
        pub withdrawn_at: Option<Timestamp>,
    }
}

record! {
    /// What made an event happen by itself; an event that a person recorded has none.
    "happening_cause", key(organisation, happening),
    pub struct HappeningCause {
        /// Where.
        pub organisation: OrganisationId,
        /// Which event.
        pub happening: HappeningId,
        /// The document that shows it; `None` where a row was completed.
        pub evidence: Option<EvidenceId>,
        /// The row whose completion, or whose document, it was.
        pub lineage: Option<LineageId>,
    }
}

record! {
    /// A term or holidays of a school.
    "school_dates", key(organisation, id),
    pub struct SchoolDates {
        /// Whose.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: Uuid,
        /// What, in the words of the normal form: `term:1`, `holidays:autumn`, `half:2`.
        pub part: String,
        /// First day.
        pub from_on: Date,
        /// Last day.
        pub to_on: Date,
    }
}

record! {
    /// A day that differs from «Monday to Friday are worked».
    "calendar_day", key(day),
    pub struct CalendarDay {
        /// The day.
        pub day: Date,
        /// Off or worked.
        pub kind: DayKind,
        /// The decree or rule that says so.
        pub source: String,
    }
}

record! {
    /// A personal calendar by secret link.
    "calendar_feed", key(organisation, id),
    pub struct Feed {
        /// Where.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: FeedId,
        /// Whose account.
        pub account: AccountId,
        /// Whose tasks.
        pub person: PersonId,
        /// SHA-256 of the secret in the link.
        pub secret_hash: Vec<u8>,
        /// When it was made.
        pub made_at: Timestamp,
        /// When it stopped.
        pub withdrawn_at: Option<Timestamp>,
    }
}

impl Tx {
    /// Records something that happened.
    pub fn insert_happening<'a>(&'a self, happening: &'a Happening) -> Pending<'a, ()> {
        Box::pin(self.insert(happening))
    }

    /// Saves that a happening was withdrawn.
    pub fn save_happening<'a>(&'a self, happening: &'a Happening) -> Pending<'a, ()> {
        Box::pin(self.save(happening))
    }

    /// A happening of the scope.
    pub fn happening<'a>(
        &'a self,
        scope: &'a Scope,
        id: HappeningId,
    ) -> Pending<'a, Option<Happening>> {
        Box::pin(async move { self.one(all_of([within(scope), is("id", &id)])).await })
    }

    /// Records what made an event happen.
    pub fn insert_cause<'a>(&'a self, cause: &'a HappeningCause) -> Pending<'a, ()> {
        Box::pin(self.insert(cause))
    }

    /// What made events happen by themselves.
    pub fn causes<'a>(
        &'a self,
        scope: &'a Scope,
        happenings: &'a [HappeningId],
    ) -> Pending<'a, Vec<HappeningCause>> {
        Box::pin(async move {
            let condition = all_of([within(scope), among("happening", happenings)]);
            self.many(condition, &[("happening", Order::Asc)]).await
        })
    }

    /// What happened in an organisation and was not withdrawn, the oldest first.
    pub fn happenings<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<Happening>> {
        Box::pin(async move {
            let stands = col("withdrawn_at").is_null();
            let condition = all_of([within(scope), is("organisation", &organisation), stands]);
            self.many(condition, &[("happened_on", Order::Asc), ("id", Order::Asc)]).await
        })
    }

    /// Puts the terms and holidays that begin from a day on in the place of those known.
    pub fn replace_school_dates<'a>(
        &'a self,
        organisation: OrganisationId,
        from: Date,
        dates: &'a [SchoolDates],
    ) -> Pending<'a, ()> {
        Box::pin(async move {
            let later = col("from_on").gte(from.value());
            self.remove::<SchoolDates>(all_of([is("organisation", &organisation), later])).await?;
            self.insert_all(dates).await
        })
    }

    /// The terms and holidays of an organisation, in time order.
    pub fn school_dates<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<SchoolDates>> {
        Box::pin(async move {
            let condition = all_of([within(scope), is("organisation", &organisation)]);
            self.many(condition, &[("from_on", Order::Asc), ("id", Order::Asc)]).await
        })
    }

    /// Loads days that a decree sets; a day loaded before is replaced.
    pub fn load_days<'a>(&'a self, days: &'a [CalendarDay]) -> Pending<'a, ()> {
        Box::pin(async move {
            for part in days.chunks(500) {
                let loaded: Vec<Date> = part.iter().map(|it| it.day).collect();
                self.remove::<CalendarDay>(all_of([among("day", &loaded)])).await?;
                self.insert_all(part).await?;
            }
            Ok(())
        })
    }

    /// The days that were loaded, in time order.
    pub fn loaded_days(&self) -> Pending<'_, Vec<CalendarDay>> {
        Box::pin(async move { self.many(Condition::all(), &[("day", Order::Asc)]).await })
    }

    /// The calendar of working days: the one that travels with the program, and over it what was
    /// loaded.
    pub fn working_calendar(&self) -> Pending<'_, WorkingCalendar> {
        Box::pin(async move {
            let days = self.loaded_days().await?;
            let known = WorkingCalendar::russia(CalendarFacts::built_in());
            Ok(known.with(days.into_iter().map(|it| (it.day, it.kind))))
        })
    }

    /// Adds a calendar by secret link.
    pub fn insert_feed<'a>(&'a self, feed: &'a Feed) -> Pending<'a, ()> {
        Box::pin(self.insert(feed))
    }

    /// Saves that a calendar stopped.
    pub fn save_feed<'a>(&'a self, feed: &'a Feed) -> Pending<'a, ()> {
        Box::pin(self.save(feed))
    }

    /// A calendar that works, by the hash of its secret.
    pub fn feed_by_secret<'a>(&'a self, secret_hash: &'a [u8]) -> Pending<'a, Option<Feed>> {
        Box::pin(async move {
            let condition =
                all_of([is("secret_hash", &secret_hash.to_vec()), col("withdrawn_at").is_null()]);
            self.one(condition).await
        })
    }

    /// The working calendars of an account.
    pub fn feeds(&self, account: AccountId) -> Pending<'_, Vec<Feed>> {
        Box::pin(async move {
            let condition = all_of([is("account", &account), col("withdrawn_at").is_null()]);
            self.many(condition, &[("made_at", Order::Asc), ("id", Order::Asc)]).await
        })
    }
}
