//! People as the programme needs them: days of birth, representatives, consents, pools.
//!
//! It decides how these facts are looked up for people and on days. Deliberately absent: what they
//! permit (`mentoring::consent`, `mentoring::pools`).

use jiff::Timestamp;
use jiff::civil::Date;
use mentoring::access::Scope;
use mentoring::consent::{Consent, ConsentKind, DataCategory, Distribution, Signer};
use mentoring::id::*;
use mentoring::mistake::MistakeKind;
use mentoring::period::Period;
use mentoring::person::guardian::represents_on;
use mentoring::person::{Gender, GuardianGround};
use mentoring::pools::{MentoringKind, Pool, PoolEntry, Term, TermKind};
use sea_orm::sea_query::Order;
use serde::{Deserialize, Serialize};

use crate::account::held_on;
use crate::cell::Json;
use crate::mistake::stands;
use crate::organisation::within;
use crate::record::{all_of, among, is, record};
use crate::tx::{Pending, Tx};

record! {
    /// What of a person is not on the card that everybody needs.
    "person_detail", key(organisation, person),
    pub struct PersonDetail {
        /// Whose person.
        pub organisation: OrganisationId,
        /// Who.
        pub person: PersonId,
        /// The day of birth.
        pub birth_on: Option<Date>,
        /// Slug of the gender; empty where it is told from the name.
        pub gender: String,
        /// The qualification category in words; empty where none.
        pub category: String,
        /// Since when the person teaches.
        pub teaches_since: Option<Date>,
        /// The clause by which mentoring is the person's work; empty where it is not.
        pub works_by_contract: String,
        /// How many times it was changed.
        pub revision: i64,
    }
}

impl PersonDetail {
    /// The gender, where it was told.
    #[must_use]
    pub fn gender(&self) -> Option<Gender> {
        Gender::from_slug(&self.gender)
    }
}

record! {
    /// Who represents a minor from a day to a day.
    "guardianship", key(organisation, id),
    pub struct Guardianship {
        /// Whose people.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: GuardianshipId,
        /// The minor.
        pub ward: PersonId,
        /// The representative.
        pub guardian: PersonId,
        /// On what ground.
        pub ground: GuardianGround,
        /// The paper that gives the ground; empty for a parent.
        pub paper: String,
        /// First day.
        pub from_on: Date,
        /// Last day.
        pub to_on: Option<Date>,
    }
}

record! {
    /// A consent as it lies in its table.
    "consent", key(organisation, id),
    pub struct ConsentRecord {
        /// Whose person.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: ConsentId,
        /// To what.
        pub kind: ConsentKind,
        /// Whose.
        pub person: PersonId,
        /// Version of the text.
        pub text_version: u32,
        /// The day of the signatures.
        pub signed_on: Date,
        /// Whether the person signed.
        pub by_oneself: bool,
        /// Whether a representative signed.
        pub by_guardian: bool,
        /// Which representative.
        pub guardian: Option<PersonId>,
        /// Last day of the term.
        pub until_on: Option<Date>,
        /// The day of the withdrawal.
        pub withdrawn_on: Option<Date>,
        /// Who recorded the withdrawal.
        pub withdrawn_by: Option<AccountId>,
        /// The scan.
        pub scan: Option<FileId>,
        /// Whether it stands in one paper with others.
        pub is_joined: bool,
        /// What may be made public.
        pub distribution: Option<Json<KeptDistribution>>,
        /// Who recorded it.
        pub recorded_by: AccountId,
        /// When.
        pub recorded_at: Timestamp,
        /// Which edition of the text was signed; `None` where it is not recorded.
        pub wording: Option<WordingId>,
    }
}

/// A [`Distribution`] as it is kept.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KeptDistribution {
    /// Addresses of pages.
    pub addresses: Vec<String>,
    /// Slugs of what may be shown.
    pub categories: Vec<String>,
    /// Slugs of what may be shown under a condition, with the condition.
    pub conditions: Vec<(String, String)>,
    /// Slugs of what is expressly not to be shown.
    #[serde(default)]
    pub denied: Vec<String>,
}

impl ConsentRecord {
    /// The consent as the rules look at it.
    #[must_use]
    pub fn for_rule(&self) -> Consent {
        let signer = |signs, signer| if signs { Some(signer) } else { None };
        Consent {
            id: self.id,
            kind: self.kind,
            person: self.person,
            text_version: self.text_version,
            signed_on: self.signed_on,
            signed_by: [
                signer(self.by_oneself, Signer::Oneself),
                signer(self.by_guardian, Signer::Guardian),
            ]
            .into_iter()
            .flatten()
            .collect(),
            guardian: self.guardian,
            until: self.until_on,
            withdrawn_on: self.withdrawn_on,
            scan: self.scan,
            is_joined: self.is_joined,
            distribution: self.distribution.as_ref().map(|it| distribution_of(&it.0)),
        }
    }
}

fn distribution_of(kept: &KeptDistribution) -> Distribution {
    let category = |slug: &String| DataCategory::from_slug(slug);
    Distribution {
        addresses: kept.addresses.clone(),
        categories: kept.categories.iter().filter_map(category).collect(),
        conditions: kept
            .conditions
            .iter()
            .filter_map(|(slug, words)| Some((category(slug)?, words.clone())))
            .collect(),
        denied: kept.denied.iter().filter_map(category).collect(),
    }
}

record! {
    /// A word of the dictionary as it lies in its table.
    "term", key(organisation, id),
    pub(crate) struct TermRecord {
        /// Whose dictionary.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: TermId,
        /// What it names.
        pub kind: TermKind,
        /// The words.
        pub text: String,
        /// First day it is offered.
        pub from_on: Date,
        /// Last day.
        pub to_on: Option<Date>,
    }
}

record! {
    /// A stay in a pool as it lies in its table.
    "pool_entry", key(organisation, id),
    pub struct PoolRecord {
        /// Whose pool.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: PoolEntryId,
        /// Who.
        pub person: PersonId,
        /// Which pool.
        pub pool: Pool,
        /// First day.
        pub from_on: Date,
        /// Last day.
        pub to_on: Option<Date>,
        /// How many mentees at once.
        pub capacity: u32,
        /// Minutes a week.
        pub minutes_a_week: u32,
        /// From when nobody new is taken.
        pub paused_from: Option<Date>,
        /// To when.
        pub paused_to: Option<Date>,
        /// Words of the dictionary.
        pub terms: Json<Vec<uuid::Uuid>>,
        /// Slugs of the kinds wished.
        pub kinds: Json<Vec<String>>,
        /// A line for the curator.
        pub note: String,
        /// How many times it was changed.
        pub revision: i64,
    }
}

impl PoolRecord {
    /// The entry as the rules look at it.
    #[must_use]
    pub fn for_rule(&self) -> PoolEntry {
        PoolEntry {
            id: self.id,
            person: self.person,
            pool: self.pool,
            period: Period { from: self.from_on, to: self.to_on },
            capacity: u8::try_from(self.capacity).unwrap_or(u8::MAX),
            minutes_a_week: u16::try_from(self.minutes_a_week).unwrap_or(u16::MAX),
            paused: self.paused_from.map(|from| Period { from, to: self.paused_to }),
            terms: self.terms.0.iter().map(|it| TermId(*it)).collect(),
            kinds: self.kinds.0.iter().filter_map(|it| MentoringKind::from_slug(it)).collect(),
        }
    }
}

/// The order of a dictionary.
const BY_WORDS: &[(&str, Order)] =
    &[("kind", Order::Asc), ("text", Order::Asc), ("id", Order::Asc)];

const BY_FROM: &[(&str, Order)] = &[("from_on", Order::Asc), ("id", Order::Asc)];

impl Guardianship {
    /// Whether it holds on a day: a parent is one from the birth of the child, whenever somebody
    /// wrote it down.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        represents_on(self.ground, Period { from: self.from_on, to: self.to_on }, day)
    }
}

impl Tx {
    /// What is known of people beside their cards; nothing for who has none.
    pub fn person_details<'a>(
        &'a self,
        scope: &'a Scope,
        people: &'a [PersonId],
    ) -> Pending<'a, Vec<PersonDetail>> {
        Box::pin(async move {
            let condition = all_of([within(scope), among("person", people)]);
            self.many(condition, &[("person", Order::Asc)]).await
        })
    }

    /// Adds what is known of a person beside the card.
    pub fn insert_person_detail<'a>(&'a self, detail: &'a PersonDetail) -> Pending<'a, ()> {
        Box::pin(self.insert(detail))
    }

    /// Saves it changed.
    ///
    /// - Errors: `Stale` where somebody changed it since.
    pub fn save_person_detail<'a>(&'a self, detail: &'a PersonDetail) -> Pending<'a, ()> {
        Box::pin(self.save(detail))
    }

    /// Who represents these people, all times, the oldest first.
    pub fn guardianships<'a>(
        &'a self,
        scope: &'a Scope,
        wards: &'a [PersonId],
    ) -> Pending<'a, Vec<Guardianship>> {
        Box::pin(async move {
            let stands = stands(MistakeKind::Guardian);
            self.many(all_of([within(scope), among("ward", wards), stands]), BY_FROM).await
        })
    }

    /// That somebody represents a minor, of the scope.
    pub fn guardianship<'a>(
        &'a self,
        scope: &'a Scope,
        id: GuardianshipId,
    ) -> Pending<'a, Option<Guardianship>> {
        Box::pin(async move {
            self.one(all_of([within(scope), is("id", &id), stands(MistakeKind::Guardian)])).await
        })
    }

    /// Whom a person represents, all times, the oldest first.
    pub fn represented_by<'a>(
        &'a self,
        scope: &'a Scope,
        guardian: PersonId,
    ) -> Pending<'a, Vec<Guardianship>> {
        Box::pin(async move {
            self.many(all_of([within(scope), is("guardian", &guardian)]), BY_FROM).await
        })
    }

    /// Adds a representative of a minor.
    pub fn insert_guardianship<'a>(&'a self, it: &'a Guardianship) -> Pending<'a, ()> {
        Box::pin(self.insert(it))
    }

    /// Saves the last day of a representation.
    pub fn save_guardianship<'a>(&'a self, it: &'a Guardianship) -> Pending<'a, ()> {
        Box::pin(self.save(it))
    }

    /// The consents about people, withdrawn too, the latest first.
    pub fn consents<'a>(
        &'a self,
        scope: &'a Scope,
        people: &'a [PersonId],
    ) -> Pending<'a, Vec<ConsentRecord>> {
        Box::pin(async move {
            let stands = stands(MistakeKind::Consent);
            let condition = all_of([within(scope), among("person", people), stands]);
            self.many(condition, &[("signed_on", Order::Desc), ("id", Order::Desc)]).await
        })
    }

    /// All consents of an organisation, withdrawn too.
    pub fn consents_of<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<ConsentRecord>> {
        Box::pin(async move {
            let stands = stands(MistakeKind::Consent);
            let condition = all_of([within(scope), is("organisation", &organisation), stands]);
            self.many(condition, &[("signed_on", Order::Desc), ("id", Order::Desc)]).await
        })
    }

    /// A consent of the scope.
    pub fn consent<'a>(
        &'a self,
        scope: &'a Scope,
        id: ConsentId,
    ) -> Pending<'a, Option<ConsentRecord>> {
        Box::pin(async move {
            self.one(all_of([within(scope), is("id", &id), stands(MistakeKind::Consent)])).await
        })
    }

    /// Records a consent.
    pub fn insert_consent<'a>(&'a self, consent: &'a ConsentRecord) -> Pending<'a, ()> {
        Box::pin(self.insert(consent))
    }

    /// Saves that a consent was withdrawn, or its scan.
    pub fn save_consent<'a>(&'a self, consent: &'a ConsentRecord) -> Pending<'a, ()> {
        Box::pin(self.save(consent))
    }

    /// The dictionary of an organisation on a day, by words.
    pub fn terms_on<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
        day: Date,
    ) -> Pending<'a, Vec<Term>> {
        Box::pin(async move {
            let condition = held_on(day).add(within(scope)).add(is("organisation", &organisation));
            let found: Vec<TermRecord> = self.many(condition, BY_WORDS).await?;
            Ok(found.into_iter().map(term_of).collect())
        })
    }

    /// The dictionary of an organisation of all times, by words.
    pub fn terms<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<Term>> {
        Box::pin(async move {
            let condition = all_of([within(scope), is("organisation", &organisation)]);
            let found: Vec<TermRecord> = self.many(condition, BY_WORDS).await?;
            Ok(found.into_iter().map(term_of).collect())
        })
    }

    /// Adds many words to the dictionary.
    pub fn insert_terms<'a>(
        &'a self,
        organisation: OrganisationId,
        terms: &'a [Term],
    ) -> Pending<'a, ()> {
        Box::pin(async move {
            let records: Vec<_> = terms.iter().map(|it| term_record(organisation, it)).collect();
            self.insert_all(&records).await
        })
    }

    /// Adds a word to the dictionary.
    pub fn insert_term<'a>(
        &'a self,
        organisation: OrganisationId,
        term: &'a Term,
    ) -> Pending<'a, ()> {
        Box::pin(async move { self.insert(&term_record(organisation, term)).await })
    }

    /// Saves the last day of a word.
    pub fn save_term<'a>(
        &'a self,
        organisation: OrganisationId,
        term: &'a Term,
    ) -> Pending<'a, ()> {
        Box::pin(async move { self.save(&term_record(organisation, term)).await })
    }

    /// Everybody's stays in the pools of an organisation, all times, the oldest first.
    pub fn pool_entries<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<PoolRecord>> {
        Box::pin(async move {
            let condition = all_of([within(scope), is("organisation", &organisation)]);
            self.many(condition, BY_FROM).await
        })
    }

    /// A stay in a pool, of the scope.
    pub fn pool_entry<'a>(
        &'a self,
        scope: &'a Scope,
        id: PoolEntryId,
    ) -> Pending<'a, Option<PoolRecord>> {
        Box::pin(async move { self.one(all_of([within(scope), is("id", &id)])).await })
    }

    /// Enters somebody into a pool.
    pub fn insert_pool_entry<'a>(&'a self, entry: &'a PoolRecord) -> Pending<'a, ()> {
        Box::pin(self.insert(entry))
    }

    /// Saves a changed stay.
    ///
    /// - Errors: `Stale` where somebody changed it since.
    pub fn save_pool_entry<'a>(&'a self, entry: &'a PoolRecord) -> Pending<'a, ()> {
        Box::pin(self.save(entry))
    }
}

fn term_record(organisation: OrganisationId, term: &Term) -> TermRecord {
    TermRecord {
        organisation,
        id: term.id,
        kind: term.kind,
        text: term.text.clone(),
        from_on: term.period.from,
        to_on: term.period.to,
    }
}

pub(crate) fn term_of(record: TermRecord) -> Term {
    Term {
        id: record.id,
        kind: record.kind,
        text: record.text,
        period: Period { from: record.from_on, to: record.to_on },
    }
}
