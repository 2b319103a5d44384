//! What the rule of destruction looks at, gathered for everybody of an organisation at once.

use std::collections::BTreeMap;

use jiff::civil::Date;
use mentoring::consent::{ConsentKind, ConsentState, Standing, state};
use mentoring::id::PersonId;
use mentoring::law::Law;
use mentoring::person::{Person, PersonRole, Position};
use mentoring::rights::{HeldKind, Kept, PersonFacts, RequestKind};
use store::{
    AddendumRecord, ConsentRecord, Guardianship, PersonDetail, PersonRequest, StoreError, Tx,
};
use uuid::Uuid;

use crate::ctx::Ctx;

/// Everything the rule looks at, read once.
pub(super) struct Known {
    pub(super) people: Vec<Person>,
    roles: BTreeMap<PersonId, Vec<PersonRole>>,
    details: BTreeMap<PersonId, PersonDetail>,
    guardianships: Vec<Guardianship>,
    consents: Vec<ConsentRecord>,
    addenda: Vec<AddendumRecord>,
    requests: Vec<PersonRequest>,
}

/// A record that a law keeps, with its id.
#[derive(Clone, Copy, Debug)]
pub(super) struct KeptRow {
    pub(super) id: Uuid,
    pub(super) kept: Kept,
}

/// Reads what the rule looks at.
pub(super) async fn known(ctx: &Ctx, tx: &Tx) -> Result<Known, StoreError> {
    let all = tx.known_all(&ctx.scope, ctx.at(), ctx.today()).await?;
    let mut roles: BTreeMap<PersonId, Vec<PersonRole>> = BTreeMap::new();
    for role in all.roles {
        roles.entry(role.person).or_default().push(role);
    }
    Ok(Known {
        people: tx.people_of_all_times(&ctx.scope, ctx.at()).await?,
        roles,
        details: all.details.into_iter().map(|it| (it.person, it)).collect(),
        guardianships: all.guardianships,
        consents: tx.consents_of(&ctx.scope, ctx.at()).await?,
        addenda: tx.addenda(&ctx.scope, ctx.at()).await?,
        requests: tx.person_requests(&ctx.scope, ctx.at()).await?,
    })
}

impl Known {
    /// What the rule looks at in one person on a day.
    pub(super) fn facts(&self, person: &Person, day: Date) -> PersonFacts {
        let (withdrawn_on, expired_on) = self.data_consent_ended(person.id, day);
        let waits = |it: &&PersonRequest| {
            it.person == person.id
                && it.kind == RequestKind::Destruction
                && it.answered_on.is_none()
        };
        PersonFacts {
            standing: self.standing(person, day),
            left_on: person.left_on,
            children_until: self.children_until(person.id),
            withdrawn_on,
            expired_on,
            demanded_on: self.requests.iter().filter(waits).map(|it| it.asked_on).min(),
            kept: self.kept(person, day).into_iter().map(|it| it.kept).collect(),
        }
    }

    fn standing(&self, person: &Person, day: Date) -> Standing {
        let roles = self.roles.get(&person.id).map_or(&[][..], Vec::as_slice);
        let last = person.left_on.map_or(day, |left| left.min(day));
        let held = |on: Option<Date>| -> Vec<Position> {
            let there = roles.iter().filter(|it| on.is_none_or(|on| it.period.contains(on)));
            there.map(|it| it.position).collect()
        };
        let of_day = held(Some(last));
        // Who holds nothing now is still what he was: a teacher without a role is no outsider.
        Standing::of(&if of_day.is_empty() { held(None) } else { of_day })
    }

    fn birth(&self, person: PersonId) -> Option<Date> {
        self.details.get(&person).and_then(|it| it.birth_on)
    }

    /// When the consent to process data ended, where none holds: withdrawn, or expired.
    fn data_consent_ended(&self, person: PersonId, day: Date) -> (Option<Date>, Option<Date>) {
        let is_of_data = |it: &&ConsentRecord| {
            it.person == person
                && matches!(it.kind, ConsentKind::PersonalData | ConsentKind::GuardianData)
        };
        let (birth, law) = (self.birth(person), Law::built_in());
        let given = self.consents.iter().filter(is_of_data);
        let states: Vec<_> = given.map(|it| state(&it.for_rule(), birth, day, law)).collect();
        if states.contains(&ConsentState::Valid) {
            return (None, None);
        }
        let mut last = None;
        for it in states {
            last = last.max(match it {
                ConsentState::Withdrawn { on } => Some((on, true)),
                ConsentState::Expired { last } => Some((last, false)),
                _ => None,
            });
        }
        match last {
            Some((on, true)) => (Some(on), None),
            Some((on, false)) => (None, Some(on)),
            None => (None, None),
        }
    }

    fn children_until(&self, guardian: PersonId) -> Option<Date> {
        let own = self.guardianships.iter().filter(|it| it.guardian == guardian);
        let ends: Option<Vec<Date>> = own
            .map(|it| {
                let ward = self.people.iter().find(|person| person.id == it.ward);
                // A ward whose data are gone is a ward no more.
                let left = ward.map_or(Some(it.from_on), |ward| ward.left_on);
                [it.to_on, left].into_iter().flatten().min()
            })
            .collect();
        ends.and_then(|it| it.into_iter().max())
    }

    /// Records of a person that a law may keep; those of wards whose consents the person signed too.
    pub(super) fn kept(&self, person: &Person, day: Date) -> Vec<KeptRow> {
        let left_of =
            |id: PersonId| self.people.iter().find(|it| it.id == id).and_then(|it| it.left_on);
        let ended =
            |ends: [Option<Date>; 3]| ends.into_iter().flatten().min().filter(|last| *last <= day);
        let of_consents = self
            .consents
            .iter()
            .filter(|it| it.person == person.id || it.guardian == Some(person.id));
        let consents = of_consents.map(|it| KeptRow {
            id: it.id.0,
            kept: Kept {
                kind: HeldKind::Consents,
                ended_on: ended([it.withdrawn_on, it.until_on, left_of(it.person)]),
            },
        });
        let of_addenda = self.addenda.iter().filter(|it| it.person == person.id);
        let addenda = of_addenda.map(|it| KeptRow {
            id: it.id.0,
            kept: Kept {
                kind: HeldKind::Addenda,
                ended_on: ended([Some(it.last()), person.left_on, None]),
            },
        });
        consents.chain(addenda).collect()
    }

    /// Whether somebody else has the same surname, in any of the forms it is looked for in.
    pub(super) fn has_namesake(&self, person: &Person, surnames: &[String]) -> bool {
        let folded: Vec<String> = surnames.iter().map(|it| crate::person::folded(it)).collect();
        self.people.iter().filter(|it| it.id != person.id).any(|it| {
            let own = super::names::surname_forms(&it.name, None);
            own.iter().any(|it| folded.contains(&crate::person::folded(it)))
        })
    }
}
