//! People of an organisation and the roles they have.
//!
//! It decides how people are found by name and by role on a day. Deliberately absent: accounts
//! (`account`).

use jiff::civil::Date;
use mentoring::access::Scope;
use mentoring::id::{OrganisationId, PersonId, PersonRoleId};
use mentoring::period::Period;
use mentoring::person::fact::FactKind;
use mentoring::person::{Contact, Person, PersonName, PersonRole, Position};
use sea_orm::sea_query::{Condition, ExprTrait, LikeExpr, Order};

use crate::account::held_on;
use crate::error::StoreError;
use crate::organisation::within;
use crate::record::{all_of, among, col, is, record};
use crate::tx::{Pending, Tx};

record! {
    /// A person as it lies in its table.
    "person", key(organisation, id),
    pub(crate) struct PersonRecord {
        /// The organisation that knows the person.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: PersonId,
        /// Surname.
        pub surname: String,
        /// First name.
        pub first: String,
        /// Patronymic.
        pub patronymic: String,
        /// The name for sorting and finding: lower case, «ё» as «е».
        pub sorting: String,
        /// E-mail.
        pub email: String,
        /// Telephone.
        pub phone: String,
        /// The job.
        pub job_title: String,
        /// The last day with the organisation.
        pub left_on: Option<Date>,
        /// How many times it was changed.
        pub revision: i64,
    }
}

record! {
    /// A role of a person as it lies in its table.
    "person_role", key(organisation, id),
    pub(crate) struct PersonRoleRecord {
        /// Whose person.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: PersonRoleId,
        /// Who.
        pub person: PersonId,
        /// Which.
        pub position: Position,
        /// What it is limited to.
        pub about: String,
        /// First day.
        pub from_on: Date,
        /// Last day.
        pub to_on: Option<Date>,
    }
}

impl Tx {
    /// Adds a person.
    pub fn insert_person<'a>(&'a self, person: &'a Person) -> Pending<'a, ()> {
        Box::pin(async move { self.insert(&person_record(person, 0)).await })
    }

    /// A person of an organisation of the scope, with the revision to give back when it is changed.
    pub fn person<'a>(
        &'a self,
        scope: &'a Scope,
        id: PersonId,
    ) -> Pending<'a, Option<(Person, i64)>> {
        Box::pin(async move {
            let found: Option<PersonRecord> =
                self.one(all_of([within(scope), is("id", &id)])).await?;
            Ok(found.map(|it| {
                let revision = it.revision;
                (person_of(it), revision)
            }))
        })
    }

    /// The people with these ids, of organisations of the scope, by name.
    pub fn people_by_ids<'a>(
        &'a self,
        scope: &'a Scope,
        ids: &'a [PersonId],
    ) -> Pending<'a, Vec<Person>> {
        Box::pin(async move {
            let condition = all_of([within(scope), among("id", ids)]);
            let found: Vec<PersonRecord> = self.many(condition, BY_NAME).await?;
            Ok(found.into_iter().map(person_of).collect())
        })
    }

    /// The people of an organisation who were there on a day, by name.
    ///
    /// - `search`: the beginning or a part of a name, in any case; empty for everybody. A surname
    ///   of before finds the person too.
    pub fn people<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
        search: &'a str,
        today: Date,
    ) -> Pending<'a, Vec<Person>> {
        Box::pin(async move {
            let still_there = col("left_on").is_null().or(col("left_on").gte(day(today)));
            let mut condition =
                all_of([within(scope), is("organisation", &organisation), still_there]);
            let search = folded(search);
            if !search.is_empty() {
                let literal = search.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
                let pattern = LikeExpr::new(format!("%{literal}%")).escape('\\');
                let renamed = self.once_called(scope, organisation, &search).await?;
                condition = condition.add(
                    Condition::any().add(col("sorting").like(pattern)).add(among("id", &renamed)),
                );
            }
            let found: Vec<PersonRecord> = self.many(condition, BY_NAME).await?;
            Ok(found.into_iter().map(person_of).collect())
        })
    }

    /// People of an organisation who had a surname of before with this part, folded.
    ///
    /// The engine cannot fold «ё»; surnames that changed are few.
    async fn once_called(
        &self,
        scope: &Scope,
        organisation: OrganisationId,
        search: &str,
    ) -> Result<Vec<PersonId>, StoreError> {
        let facts = self.facts_of_kind(scope, organisation, FactKind::Surname).await?;
        let surname = search.split(' ').next().unwrap_or(search);
        let rest = search.strip_prefix(surname).unwrap_or_default().trim().to_owned();
        let mut found: Vec<PersonId> = Vec::new();
        for fact in facts.iter().filter(|it| folded(&it.value).contains(surname)) {
            // «Ёлкина Алёна»: the other words are looked for in the name of today.
            let agrees = rest.is_empty() || {
                let condition = all_of([is("organisation", &organisation), is("id", &fact.person)]);
                let person: Option<PersonRecord> = self.one(condition).await?;
                person.is_some_and(|it| it.sorting.contains(&rest))
            };
            if agrees {
                found.push(fact.person);
            }
        }
        Ok(found)
    }

    /// Saves a changed person.
    ///
    /// - `revision`: as it was read.
    /// - Errors: `Stale` where somebody changed the person since.
    pub fn save_person<'a>(&'a self, person: &'a Person, revision: i64) -> Pending<'a, ()> {
        Box::pin(async move { self.save(&person_record(person, revision)).await })
    }

    /// The roles of people of an organisation, all times, the latest first.
    pub fn person_roles<'a>(
        &'a self,
        scope: &'a Scope,
        people: &'a [PersonId],
    ) -> Pending<'a, Vec<PersonRole>> {
        Box::pin(async move {
            let condition = all_of([within(scope), among("person", people)]);
            let found: Vec<PersonRoleRecord> =
                self.many(condition, &[("from_on", Order::Desc), ("id", Order::Asc)]).await?;
            Ok(found.into_iter().map(role_of).collect())
        })
    }

    /// The roles that people of an organisation have on a day.
    pub fn roles_on<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
        day: Date,
    ) -> Pending<'a, Vec<PersonRole>> {
        Box::pin(async move {
            let condition = held_on(day).add(within(scope)).add(is("organisation", &organisation));
            let found: Vec<PersonRoleRecord> = self
                .many(
                    condition,
                    &[("position", Order::Asc), ("from_on", Order::Asc), ("id", Order::Asc)],
                )
                .await?;
            Ok(found.into_iter().map(role_of).collect())
        })
    }

    /// The roles of one position in an organisation, of all times, the latest first.
    pub fn roles_of_position<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
        position: Position,
    ) -> Pending<'a, Vec<PersonRole>> {
        Box::pin(async move {
            let condition = all_of([
                within(scope),
                is("organisation", &organisation),
                is("position", &position),
            ]);
            let found: Vec<PersonRoleRecord> =
                self.many(condition, &[("from_on", Order::Desc), ("id", Order::Asc)]).await?;
            Ok(found.into_iter().map(role_of).collect())
        })
    }

    /// Gives a role to a person.
    pub fn insert_person_role<'a>(
        &'a self,
        organisation: OrganisationId,
        role: &'a PersonRole,
    ) -> Pending<'a, ()> {
        Box::pin(async move { self.insert(&role_record(organisation, role)).await })
    }

    /// Saves the last day of a role.
    pub fn save_person_role<'a>(
        &'a self,
        organisation: OrganisationId,
        role: &'a PersonRole,
    ) -> Pending<'a, ()> {
        Box::pin(async move { self.save(&role_record(organisation, role)).await })
    }
}

pub(crate) const BY_NAME: &[(&str, Order)] = &[("sorting", Order::Asc), ("id", Order::Asc)];

fn day(day: Date) -> sea_orm::sea_query::Value {
    crate::cell::Column::value(&day)
}

/// How a name is sorted and found.
pub(crate) fn folded(name: &str) -> String {
    let lower = name.to_lowercase().replace('ё', "е");
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(crate) fn person_record(person: &Person, revision: i64) -> PersonRecord {
    let Person { id, organisation, name, contact, job_title, left_on } = person.clone();
    PersonRecord {
        organisation,
        id,
        sorting: folded(&name.full()),
        surname: name.surname,
        first: name.first,
        patronymic: name.patronymic,
        email: contact.email,
        phone: contact.phone,
        job_title,
        left_on,
        revision,
    }
}

pub(crate) fn person_of(record: PersonRecord) -> Person {
    Person {
        id: record.id,
        organisation: record.organisation,
        name: PersonName {
            surname: record.surname,
            first: record.first,
            patronymic: record.patronymic,
        },
        contact: Contact { email: record.email, phone: record.phone },
        job_title: record.job_title,
        left_on: record.left_on,
    }
}

pub(crate) fn role_record(organisation: OrganisationId, role: &PersonRole) -> PersonRoleRecord {
    PersonRoleRecord {
        organisation,
        id: role.id,
        person: role.person,
        position: role.position,
        about: role.about.clone(),
        from_on: role.period.from,
        to_on: role.period.to,
    }
}

pub(crate) fn role_of(record: PersonRoleRecord) -> PersonRole {
    PersonRole {
        id: record.id,
        person: record.person,
        position: record.position,
        about: record.about,
        period: Period { from: record.from_on, to: record.to_on },
    }
}
