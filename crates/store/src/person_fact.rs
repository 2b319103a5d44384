//! Facts of people from a day on, and names corrected by hand.
//!
//! It decides how they are looked up, and that the same fact of the same day is replaced. Deliberately
//! absent: what is true now beside the name (`person`).

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use mentoring::access::Scope;
use mentoring::id::*;
use mentoring::person::fact::{FactKind, NameForms, PersonFact};
use sea_orm::sea_query::Order;

use crate::organisation::within;
use crate::record::{all_of, among, is, record};
use crate::tx::{Pending, Tx};

record! {
    /// A fact of a person from a day on.
    "person_fact", key(organisation, id),
    pub struct PersonFactRecord {
        /// Whose person.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: PersonFactId,
        /// Who.
        pub person: PersonId,
        /// Which fact.
        pub kind: FactKind,
        /// The value; empty where the fact ceased.
        pub value: String,
        /// From when.
        pub from_on: Date,
        /// Who recorded it.
        pub recorded_by: AccountId,
        /// When.
        pub recorded_at: Timestamp,
    }
}

impl PersonFactRecord {
    /// The fact as the rules look at it.
    #[must_use]
    pub fn for_rule(&self) -> PersonFact {
        PersonFact { kind: self.kind, value: self.value.clone(), from: self.from_on }
    }
}

record! {
    /// The corrected forms of a name.
    "name_forms", key(organisation, person),
    pub(crate) struct NameFormsRecord {
        /// Whose person.
        pub organisation: OrganisationId,
        /// Who.
        pub person: PersonId,
        /// The genitive.
        pub genitive: String,
        /// The dative.
        pub dative: String,
        /// The accusative.
        pub accusative: String,
        /// The instrumental.
        pub instrumental: String,
        /// The prepositional.
        pub prepositional: String,
    }
}

impl Tx {
    /// Facts of people of the scope, of all times, the latest first.
    pub fn person_facts<'a>(
        &'a self,
        scope: &'a Scope,
        people: &'a [PersonId],
    ) -> Pending<'a, Vec<PersonFactRecord>> {
        Box::pin(async move {
            let condition = all_of([within(scope), among("person", people)]);
            self.many(condition, &[("from_on", Order::Desc), ("id", Order::Asc)]).await
        })
    }

    /// Facts of one kind of everybody in an organisation, the latest first.
    pub fn facts_of_kind<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
        kind: FactKind,
    ) -> Pending<'a, Vec<PersonFactRecord>> {
        Box::pin(async move {
            let condition =
                all_of([within(scope), is("organisation", &organisation), is("kind", &kind)]);
            self.many(condition, &[("from_on", Order::Desc), ("id", Order::Asc)]).await
        })
    }

    /// Records facts; one of the same person, kind and day is replaced where it is the latest of
    /// those recorded. What was before is kept as it was first recorded: of two surnames of before
    /// the second does not take the place of the first.
    pub fn set_person_facts<'a>(&'a self, facts: &'a [PersonFactRecord]) -> Pending<'a, ()> {
        Box::pin(async move {
            let mut latest: BTreeMap<(PersonId, FactKind), Date> = BTreeMap::new();
            for it in facts {
                let day = latest.entry((it.person, it.kind)).or_insert(it.from_on);
                *day = it.from_on.max(*day);
            }
            for fact in facts {
                let is_latest = latest.get(&(fact.person, fact.kind)) == Some(&fact.from_on);
                let same = all_of([
                    is("organisation", &fact.organisation),
                    is("person", &fact.person),
                    is("kind", &fact.kind),
                    is("from_on", &fact.from_on),
                ]);
                match self.one::<PersonFactRecord>(same).await? {
                    Some(_) if !is_latest => {}
                    Some(old) => {
                        self.save(&PersonFactRecord { id: old.id, ..fact.clone() }).await?;
                    }
                    None => self.insert(fact).await?,
                }
            }
            Ok(())
        })
    }

    /// Records facts of people who have none of these kinds and days.
    pub fn insert_person_facts<'a>(&'a self, facts: &'a [PersonFactRecord]) -> Pending<'a, ()> {
        Box::pin(self.insert_all(facts))
    }

    /// The corrected names of people of the scope.
    pub fn name_forms<'a>(
        &'a self,
        scope: &'a Scope,
        people: &'a [PersonId],
    ) -> Pending<'a, Vec<(PersonId, NameForms)>> {
        Box::pin(async move {
            let condition = all_of([within(scope), among("person", people)]);
            let found: Vec<NameFormsRecord> =
                self.many(condition, &[("person", Order::Asc)]).await?;
            Ok(found.into_iter().map(|it| (it.person, forms_of(it))).collect())
        })
    }

    /// Saves the corrected forms of a name.
    pub fn save_name_forms<'a>(
        &'a self,
        organisation: OrganisationId,
        person: PersonId,
        forms: &'a NameForms,
    ) -> Pending<'a, ()> {
        Box::pin(async move {
            let of = forms.clone();
            let record = NameFormsRecord {
                organisation,
                person,
                genitive: of.genitive,
                dative: of.dative,
                accusative: of.accusative,
                instrumental: of.instrumental,
                prepositional: of.prepositional,
            };
            let is_known = all_of([is("organisation", &organisation), is("person", &person)]);
            match self.count::<NameFormsRecord>(is_known).await? {
                0 => self.insert(&record).await,
                _ => self.save(&record).await,
            }
        })
    }
}

fn forms_of(record: NameFormsRecord) -> NameForms {
    NameForms {
        genitive: record.genitive,
        dative: record.dative,
        accusative: record.accusative,
        instrumental: record.instrumental,
        prepositional: record.prepositional,
    }
}
