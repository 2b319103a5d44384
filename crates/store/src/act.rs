//! The library of acts: those of an organisation and of the organisations above it, who has to
//! know an act, and who has read it.
//!
//! It decides that a school sees the acts of its municipality and region, and nothing else of
//! theirs. Deliberately absent: acts of the federation (data of the program).

use jiff::Timestamp;
use jiff::civil::Date;
use mentoring::access::Scope;
use mentoring::act::{Audience, Concern, Concerned, ReadingWay};
use mentoring::id::*;
use mentoring::organisation::requisites::LocalAct;
use mentoring::period::Period;
use mentoring::person::Position;
use sea_orm::sea_query::{ExprTrait, Order};

use crate::organisation::{OrganisationRecord, TreeRecord, within};
use crate::record::{all_of, among, col, is, record};
use crate::requisites::{LocalActRecord, act_of};
use crate::tx::{Pending, Tx};

record! {
    /// That somebody has to know an act, as it lies in its table.
    "act_concern", key(organisation, id),
    pub struct ActConcern {
        /// Whose people.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: ActConcernId,
        /// Key of the act.
        pub act: String,
        /// Who.
        pub audience: Audience,
        /// Which position, where it is one.
        pub position: Option<Position>,
        /// Which person, where it is one.
        pub person: Option<PersonId>,
        /// First day.
        pub from_on: Date,
        /// Last day.
        pub to_on: Option<Date>,
        /// Who named it.
        pub named_by: AccountId,
        /// When.
        pub named_at: Timestamp,
    }
}

record! {
    /// That a person has read an act, as it lies in its table.
    "act_reading", key(organisation, id),
    pub struct ActReading {
        /// Whose person.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: ActReadingId,
        /// Key of the act.
        pub act: String,
        /// Who.
        pub person: PersonId,
        /// The day.
        pub read_on: Date,
        /// In the product or on paper.
        pub way: ReadingWay,
        /// Who recorded it.
        pub recorded_by: AccountId,
        /// When.
        pub recorded_at: Timestamp,
    }
}

impl ActConcern {
    /// The concern as the rules look at it; `None` for a record that lacks a part.
    #[must_use]
    pub fn for_rule(&self) -> Option<Concern> {
        let audience = Concerned::of_parts(self.audience, self.position, self.person)?;
        Some(Concern { audience, period: Period { from: self.from_on, to: self.to_on } })
    }
}

/// An act of an organisation above, with the name of that organisation.
#[derive(Clone, Debug, PartialEq)]
pub struct ActFromAbove {
    /// The act.
    pub act: LocalAct,
    /// Who entered it.
    pub entered_at: String,
}

impl Tx {
    /// The acts that the organisations above one of the scope entered, the latest first.
    ///
    /// - Returns: nothing for an organisation that is not one's own.
    pub fn acts_from_above<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<ActFromAbove>> {
        Box::pin(async move {
            if !scope.own().contains(&organisation) {
                return Ok(Vec::new());
            }
            let above = all_of([is("descendant", &organisation), col("depth").gt(0_i64)]);
            let above: Vec<TreeRecord> = self.many(above, &[]).await?;
            let ids: Vec<OrganisationId> = above.iter().map(|it| it.ancestor).collect();
            let named: Vec<OrganisationRecord> =
                self.many(all_of([among("id", &ids)]), &[]).await?;
            let sorting = [("signed_on", Order::Desc), ("id", Order::Asc)];
            let found: Vec<LocalActRecord> =
                self.many(all_of([among("organisation", &ids)]), &sorting).await?;
            let name_of = |id: OrganisationId| {
                let it = named.iter().find(|it| it.id == id);
                it.map(|it| it.name.clone()).unwrap_or_default()
            };
            let act = |it: LocalActRecord| ActFromAbove {
                entered_at: name_of(it.organisation),
                act: act_of(it),
            };
            Ok(found.into_iter().map(act).collect())
        })
    }

    /// The file of an act that an organisation above one of the scope entered.
    pub fn file_from_above<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
        id: FileId,
    ) -> Pending<'a, Option<crate::File>> {
        Box::pin(async move {
            if !scope.own().contains(&organisation) {
                return Ok(None);
            }
            let above: Vec<TreeRecord> =
                self.many(all_of([is("descendant", &organisation)]), &[]).await?;
            let ids: Vec<OrganisationId> = above.iter().map(|it| it.ancestor).collect();
            let is_of_act = all_of([among("organisation", &ids), is("file", &id)]);
            if self.count::<LocalActRecord>(is_of_act).await? == 0 {
                return Ok(None);
            }
            self.one(all_of([among("organisation", &ids), is("id", &id)])).await
        })
    }

    /// Who has to know which acts in an organisation, of all times, the earliest first.
    pub fn act_concerns<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<ActConcern>> {
        Box::pin(async move {
            let condition = all_of([within(scope), is("organisation", &organisation)]);
            self.many(condition, &[("from_on", Order::Asc), ("id", Order::Asc)]).await
        })
    }

    /// Adds that somebody has to know an act.
    pub fn insert_act_concern<'a>(&'a self, it: &'a ActConcern) -> Pending<'a, ()> {
        Box::pin(self.insert(it))
    }

    /// Saves its last day.
    pub fn save_act_concern<'a>(&'a self, it: &'a ActConcern) -> Pending<'a, ()> {
        Box::pin(self.save(it))
    }

    /// Who has read which acts in an organisation.
    pub fn act_readings<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<ActReading>> {
        Box::pin(async move {
            let condition = all_of([within(scope), is("organisation", &organisation)]);
            self.many(condition, &[("read_on", Order::Asc), ("id", Order::Asc)]).await
        })
    }

    /// Adds that somebody has read an act, unless it is recorded.
    ///
    /// - Returns: whether it was added.
    pub fn insert_act_reading<'a>(&'a self, it: &'a ActReading) -> Pending<'a, bool> {
        Box::pin(self.insert_once(it, &["organisation", "act", "person"]))
    }
}
