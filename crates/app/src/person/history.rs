//! What was true of a person before a change, kept with its days.
//!
//! It decides that a change keeps both what was and what is from today on. Deliberately absent:
//! which facts a change touches.

use jiff::civil::Date;
use mentoring::id::{OrganisationId, PersonId};
use mentoring::person::Person;
use mentoring::person::fact::FactKind;
use store::PersonFactRecord;

use crate::ctx::Ctx;

/// A fact that changes today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Past {
    pub(crate) kind: FactKind,
    pub(crate) before: String,
    pub(crate) after: String,
}

/// What differs between two cards of a person.
pub(super) fn differences(before: &Person, after: &Person) -> Vec<Past> {
    let pairs = [
        (FactKind::Surname, &before.name.surname, &after.name.surname),
        (FactKind::JobTitle, &before.job_title, &after.job_title),
        (FactKind::Phone, &before.contact.phone, &after.contact.phone),
        (FactKind::Email, &before.contact.email, &after.contact.email),
    ];
    let differ = pairs.into_iter().filter(|(_, before, after)| before != after);
    differ
        .map(|(kind, before, after)| Past { kind, before: before.clone(), after: after.clone() })
        .collect()
}

/// The records that keep changes: what was, since the person began or yesterday, and what is from
/// today on.
///
/// - `began`: the first day that is known of the person.
pub(crate) fn records(
    ctx: &Ctx,
    (organisation, person): (OrganisationId, PersonId),
    past: Vec<Past>,
    began: Option<Date>,
) -> Vec<PersonFactRecord> {
    let today = ctx.today();
    let yesterday = today.yesterday().unwrap_or(today);
    let since = began.unwrap_or(yesterday).min(yesterday);
    let fact = |kind, value, from_on| PersonFactRecord {
        organisation,
        id: ctx.new_id(),
        person,
        kind,
        value,
        from_on,
        recorded_by: ctx.actor,
        recorded_at: ctx.now,
    };
    let mut records = Vec::new();
    // What was not known before leaves nothing to keep.
    for Past { kind, before, after } in past.into_iter().filter(|it| !it.before.is_empty()) {
        records.push(fact(kind, before, since));
        records.push(fact(kind, after, today));
    }
    records
}
