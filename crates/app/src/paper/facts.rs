//! Everything of an organisation that its papers take, gathered once for one paper or for many.
//!
//! It decides what is looked up. Deliberately absent: which paper takes what (`compose`).

use std::collections::BTreeMap;

use jiff::civil::Date;
use mentoring::id::PersonId;
use mentoring::organisation::Organisation;
use mentoring::organisation::requisites::{LocalAct, Requisites};
use mentoring::person::fact::NameForms;
use mentoring::person::{Person, Position};
use mentoring::pools::Term;
use store::{
    Acquaintance, AddendumRecord, ConsentRecord, Guardianship, HeadOrder, Partner, PartnerPerson,
    PoolRecord, StoreError, Tx,
};

use super::given::Offered;
use crate::ctx::Ctx;
use crate::organisation::act::{InOffice, head_of_day};
use crate::pools::{Known, known_people};

/// What papers of an organisation take, as of a day.
pub(crate) struct Facts {
    pub(crate) organisation: Organisation,
    pub(crate) requisites: Requisites,
    pub(crate) acts: Vec<LocalAct>,
    pub(crate) head: Option<InOffice>,
    pub(crate) people: BTreeMap<PersonId, Known>,
    pub(crate) forms: BTreeMap<PersonId, NameForms>,
    pub(crate) guardianships: Vec<Guardianship>,
    pub(crate) consents: Vec<ConsentRecord>,
    pub(crate) addenda: Vec<AddendumRecord>,
    pub(crate) orders: Vec<HeadOrder>,
    pub(crate) sheets: Vec<Acquaintance>,
    pub(crate) partners: Vec<Partner>,
    pub(crate) partner_people: Vec<PartnerPerson>,
    pub(crate) pools: Vec<PoolRecord>,
    pub(crate) terms: Vec<Term>,
    pub(crate) day: Date,
}

impl Facts {
    /// Gathers them.
    ///
    /// - `day`: of the paper; who heads the organisation and who is there is of that day.
    pub(crate) async fn load(ctx: &Ctx, tx: &Tx, day: Date) -> Result<Self, StoreError> {
        let (scope, at) = (&ctx.scope, ctx.at());
        let people = known_people(ctx, tx, "", day).await?;
        let ids: Vec<PersonId> = people.iter().map(|it| it.person.id).collect();
        let students = people.iter().filter(|it| is_student(it)).map(|it| it.person.id);
        let students: Vec<PersonId> = students.collect();
        Ok(Self {
            organisation: ctx.organisation.clone(),
            requisites: tx.requisites(scope, at).await?,
            acts: tx.local_acts(scope, at).await?,
            head: head_of_day(ctx, tx, day).await?,
            forms: tx.name_forms(scope, &ids).await?.into_iter().collect(),
            guardianships: tx.guardianships(scope, &students).await?,
            consents: tx.consents_of(scope, at).await?,
            addenda: tx.addenda(scope, at).await?,
            orders: tx.orders(scope, at).await?,
            sheets: tx.acquaintances_of(scope, at).await?,
            partners: tx.partners(scope, at).await?,
            partner_people: tx.partner_people(scope, at).await?,
            pools: tx.pool_entries(scope, at).await?,
            terms: tx.terms_on(scope, at, day).await?,
            people: people.into_iter().map(|it| (it.person.id, it)).collect(),
            day,
        })
    }

    /// Adds people of earlier days, whom a paper names and who have left.
    pub(crate) fn with_people(mut self, people: Vec<Person>) -> Self {
        for person in people {
            let about = String::new();
            let known = Known { person, positions: Vec::new(), about, detail: None };
            self.people.entry(known.person.id).or_insert(known);
        }
        self
    }

    /// People as a form offers them, by name.
    pub(crate) fn offered(&self) -> Vec<Offered> {
        let offered = |it: &Known| {
            let name = it.person.name.full();
            let more = [it.person.job_title.as_str(), it.about.as_str()];
            let more = more.into_iter().find(|it| !it.is_empty());
            let words = more.map_or_else(|| name.clone(), |more| format!("{name}, {more}"));
            Offered { person: it.person.id, words, name }
        };
        let mut all: Vec<Offered> = self.people.values().map(offered).collect();
        all.sort_by_cached_key(|it| crate::person::folded(&it.words));
        all
    }

    /// Who holds a position on the day, where it is one person.
    pub(crate) fn only_holder(&self, position: Position) -> Option<PersonId> {
        let mut held = self.people.values().filter(|it| it.positions.contains(&position));
        match (held.next(), held.next()) {
            (Some(it), None) => Some(it.person.id),
            _ => None,
        }
    }

    /// Who represents a minor on the day: the latest named.
    pub(crate) fn guardian_of(&self, ward: PersonId) -> Option<&Guardianship> {
        let represents = |it: &&Guardianship| {
            it.ward == ward && it.from_on <= self.day && it.to_on.is_none_or(|to| self.day <= to)
        };
        self.guardianships.iter().filter(represents).max_by_key(|it| it.from_on)
    }
}

/// Whether somebody studies here.
pub(crate) fn is_student(it: &Known) -> bool {
    it.positions.contains(&Position::Student)
}
