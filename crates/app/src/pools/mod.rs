//! People as the programme needs them: what is known of them, their consents, the pools.
//!
//! It decides how a person stands before the gate of consents on a day. Deliberately absent: the
//! rules (`mentoring::consent`, `mentoring::pools`), pairs.

pub mod detail;
pub mod dictionary;
pub mod consent;
pub mod wording;
pub mod stop;
pub mod own;
pub mod attention;
pub mod pool;

use jiff::civil::Date;
use mentoring::consent::{Participant, Standing};
use mentoring::id::PersonId;
use mentoring::person::{Person, PersonRole, Position};
use store::{PersonDetail, StoreError, Tx};

use crate::ctx::Ctx;

/// A person with everything that consents and pools look at.
#[derive(Clone, Debug)]
pub struct Known {
    /// The person.
    pub person: Person,
    /// Positions held on the day.
    pub positions: Vec<Position>,
    /// The class of a student, the subject of a teacher; empty where none.
    pub about: String,
    /// What is known beside the card, where anything is.
    pub detail: Option<PersonDetail>,
}

impl Known {
    /// The person as the gate sees one.
    #[must_use]
    pub fn participant(&self) -> Participant {
        let detail = self.detail.as_ref();
        Participant {
            person: self.person.id,
            standing: Standing::of(&self.positions),
            birth: detail.and_then(|it| it.birth_on),
            mentors_by_contract: detail.is_some_and(|it| !it.works_by_contract.is_empty()),
        }
    }
}

/// Everybody of the organisation on a day, by name.
pub(crate) async fn known_people(
    ctx: &Ctx,
    tx: &Tx,
    search: &str,
    day: Date,
) -> Result<Vec<Known>, StoreError> {
    let people = tx.people(&ctx.scope, ctx.at(), search, day).await?;
    let ids: Vec<PersonId> = people.iter().map(|it| it.id).collect();
    let details = tx.person_details(&ctx.scope, &ids).await?;
    let roles = tx.roles_on(&ctx.scope, ctx.at(), day).await?;
    Ok(people.into_iter().map(|person| known_of(person, &roles, &details)).collect())
}

/// One person on a day; `None` where there is none of the scope.
pub(crate) async fn known_person(
    ctx: &Ctx,
    tx: &Tx,
    id: PersonId,
    day: Date,
) -> Result<Option<Known>, StoreError> {
    let Some((person, _)) = tx.person(&ctx.scope, id).await? else { return Ok(None) };
    let details = tx.person_details(&ctx.scope, &[id]).await?;
    let roles = tx.roles_on(&ctx.scope, person.organisation, day).await?;
    Ok(Some(known_of(person, &roles, &details)))
}

fn known_of(person: Person, roles: &[PersonRole], details: &[PersonDetail]) -> Known {
    let held: Vec<&PersonRole> = roles.iter().filter(|it| it.person == person.id).collect();
    let abouts = held.iter().filter(|it| !it.about.is_empty());
    // A class or a subject says more of a person than an association does.
    let first =
        abouts.min_by_key(|it| !matches!(it.position, Position::Student | Position::Teacher));
    Known {
        positions: held.iter().map(|it| it.position).collect(),
        about: first.map(|it| it.about.clone()).unwrap_or_default(),
        detail: details.iter().find(|it| it.person == person.id).cloned(),
        person,
    }
}
