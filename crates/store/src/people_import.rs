//! Loaded lists of people, from the upload to the day they were applied or given up; and the many
//! insertions that applying one makes.
//!
//! It decides that the bytes of a list are kept only while it waits. Deliberately absent: reading
//! (`documents::people`), what becomes of a row (`app`).

use jiff::Timestamp;
use jiff::civil::Date;
use mentoring::access::Scope;
use mentoring::id::*;
use mentoring::person::fact::FactKind;
use mentoring::person::{Person, PersonRole};
use sea_orm::sea_query::{ExprTrait as _, Order};

use crate::cell::{Column as _, Json};
use crate::organisation::within;
use crate::person::{
    BY_NAME, PersonRecord, PersonRoleRecord, person_of, person_record, role_of, role_record,
};
use crate::person_fact::PersonFactRecord;
use crate::pools::{Guardianship, PersonDetail};
use crate::record::{all_of, col, is, record};
use crate::tx::{Pending, Tx};

record! {
    /// One loaded list of people.
    "people_import", key(organisation, id),
    pub struct PeopleImport {
        /// Whose.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: PeopleImportId,
        /// The name of the file, for the page.
        pub file_name: String,
        /// The bytes while it waits; empty afterwards.
        pub content: Vec<u8>,
        /// SHA-256 of the bytes: the same file is known again.
        pub digest: Vec<u8>,
        /// Fields of columns chosen by hand: headers with slugs of fields.
        pub columns: Json<Vec<(String, String)>>,
        /// What was said about duplicates: places of rows with ids of people, empty for another.
        pub choices: Json<Vec<(String, String)>>,
        /// Who loaded it.
        pub loaded_by: AccountId,
        /// When.
        pub loaded_at: Timestamp,
        /// When it was applied.
        pub applied_at: Option<Timestamp>,
        /// When it was given up.
        pub discarded_at: Option<Timestamp>,
        /// What applying it did: ids and counts.
        pub outcome: Option<Json<serde_json::Value>>,
        /// How many times it was changed.
        pub revision: i64,
    }
}

/// Everything that one list adds, in the order of what points at what.
#[derive(Clone, Debug, Default)]
pub struct Arrivals {
    /// New people.
    pub people: Vec<Person>,
    /// What is known of them.
    pub details: Vec<PersonDetail>,
    /// Their roles.
    pub roles: Vec<PersonRole>,
    /// Who represents whom.
    pub guardianships: Vec<Guardianship>,
}

/// Everything that tells the people of an organisation apart and that a list may change.
#[derive(Clone, Debug, Default)]
pub struct KnownAll {
    /// People who are there, by name, with their revisions.
    pub people: Vec<(Person, i64)>,
    /// What is known beside their cards.
    pub details: Vec<PersonDetail>,
    /// Roles of all times, the latest first.
    pub roles: Vec<PersonRole>,
    /// Who represents whom.
    pub guardianships: Vec<Guardianship>,
    /// Surnames of before and of now.
    pub facts: Vec<PersonFactRecord>,
}

impl Tx {
    /// Adds a loaded list.
    pub fn insert_people_import<'a>(&'a self, import: &'a PeopleImport) -> Pending<'a, ()> {
        Box::pin(self.insert(import))
    }

    /// Saves a list that was changed, applied or given up.
    ///
    /// - Errors: `Stale` where it was changed since it was read.
    pub fn save_people_import<'a>(&'a self, import: &'a PeopleImport) -> Pending<'a, ()> {
        Box::pin(self.save(import))
    }

    /// A loaded list of the scope.
    pub fn people_import<'a>(
        &'a self,
        scope: &'a Scope,
        id: PeopleImportId,
    ) -> Pending<'a, Option<PeopleImport>> {
        Box::pin(async move { self.one(all_of([within(scope), is("id", &id)])).await })
    }

    /// The loaded lists of an organisation, the latest first.
    pub fn people_imports<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<PeopleImport>> {
        Box::pin(async move {
            let condition = all_of([within(scope), is("organisation", &organisation)]);
            self.many(condition, &[("loaded_at", Order::Desc), ("id", Order::Desc)]).await
        })
    }

    /// Adds everybody of a list at once.
    pub fn insert_arrivals<'a>(
        &'a self,
        organisation: OrganisationId,
        arrivals: &'a Arrivals,
    ) -> Pending<'a, ()> {
        Box::pin(async move {
            let people: Vec<_> = arrivals.people.iter().map(|it| person_record(it, 0)).collect();
            self.insert_all(&people).await?;
            self.insert_all(&arrivals.details).await?;
            let roles: Vec<_> =
                arrivals.roles.iter().map(|it| role_record(organisation, it)).collect();
            self.insert_all(&roles).await?;
            self.insert_all(&arrivals.guardianships).await
        })
    }

    /// Everybody of an organisation who is there on a day, with what a list may change.
    pub fn known_all<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
        day: Date,
    ) -> Pending<'a, KnownAll> {
        Box::pin(async move {
            let own = || all_of([within(scope), is("organisation", &organisation)]);
            let there = col("left_on").is_null().or(col("left_on").gte(day.value()));
            let people: Vec<PersonRecord> = self.many(own().add(there), BY_NAME).await?;
            let with_revision = |it: PersonRecord| {
                let revision = it.revision;
                (person_of(it), revision)
            };
            let latest = [("from_on", Order::Desc), ("id", Order::Asc)];
            let roles: Vec<PersonRoleRecord> = self.many(own(), &latest).await?;
            Ok(KnownAll {
                people: people.into_iter().map(with_revision).collect(),
                details: self.many(own(), &[("person", Order::Asc)]).await?,
                roles: roles.into_iter().map(role_of).collect(),
                guardianships: self.many(own(), &latest).await?,
                facts: self.facts_of_kind(scope, organisation, FactKind::Surname).await?,
            })
        })
    }
}
