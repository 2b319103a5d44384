//! Pools and partners as rows of their papers.
//!
//! It decides which column of the model forms is which fact. Deliberately absent: mentees of a
//! mentor and results (pairs come later).

use std::collections::BTreeSet;

use mentoring::id::{PartnerId, PersonId};
use mentoring::paper::PaperKind;
use mentoring::partner::share_that_gave;
use mentoring::period::Period;
use mentoring::pools::{Pool, TermKind};
use serde_json::{Value as Json, json};
use store::PoolRecord;

use super::facts::Facts;
use super::person::person_of;

/// The rows of a pool on the day, by name.
pub(super) fn pool_rows(facts: &Facts, kind: PaperKind) -> Json {
    let pool = if kind == PaperKind::MentorPool { Pool::Mentors } else { Pool::Mentees };
    let is_there = |it: &&PoolRecord| it.pool == pool && it.for_rule().period.contains(facts.day);
    let mut entries: Vec<&PoolRecord> = facts.pools.iter().filter(is_there).collect();
    entries.sort_by_cached_key(|it| facts.people.get(&it.person).map(|it| it.person.name.full()));
    let rows = entries.into_iter().filter(|it| facts.people.contains_key(&it.person));
    rows.map(|it| row(facts, it)).collect()
}

fn row(facts: &Facts, it: &PoolRecord) -> Json {
    let terms = |kind: TermKind| {
        let own =
            facts.terms.iter().filter(|term| term.kind == kind && it.terms.0.contains(&term.id.0));
        own.map(|it| it.text.as_str()).collect::<Vec<_>>().join(", ")
    };
    let person = person_of(facts, it.person);
    let contact = person.get("contact").cloned().unwrap_or_default();
    let birth = facts.people.get(&it.person).and_then(|it| it.detail.as_ref()?.birth_on);
    match it.pool {
        Pool::Mentors => json!({
            "person": person,
            "contact": contact,
            "strengths": terms(TermKind::Strength),
            "wishes": terms(TermKind::Form),
            "hours": it.minutes_a_week / 60,
            "entered_on": it.from_on.to_string(),
            "ended_on": it.to_on.map(|it| it.to_string()),
        }),
        Pool::Mentees => json!({
            "person": person,
            "contact": contact,
            "birth_year": birth.map(|it| it.year()),
            "need": terms(TermKind::Need),
            "form": terms(TermKind::Form),
            "entered_on": it.from_on.to_string(),
        }),
    }
}

/// The list of partners on the day, or a figure of it.
pub(super) fn partners(facts: &Facts, path: &str) -> Json {
    let mentors: BTreeSet<PersonId> = facts
        .pools
        .iter()
        .filter(|it| it.pool == Pool::Mentors && it.for_rule().period.contains(facts.day))
        .map(|it| it.person)
        .collect();
    let named = |id: PartnerId| {
        let here = facts.partner_people.iter().filter(move |it| {
            it.partner == id && Period { from: it.from_on, to: it.to_on }.contains(facts.day)
        });
        here.filter(|it| mentors.contains(&it.person)).count()
    };
    let of_day = facts.partners.iter().filter(|it| it.period().contains(facts.day));
    if path == "partners" {
        return of_day
            .map(|it| {
                let contact = [&it.contact, &it.phone, &it.email].map(String::as_str);
                let contact: Vec<&str> = contact.into_iter().filter(|it| !it.is_empty()).collect();
                json!({ "name": it.name, "contact": contact.join(", "), "n_mentors": named(it.id) })
            })
            .collect();
    }
    let periods: Vec<(PartnerId, Period)> =
        facts.partners.iter().map(|it| (it.id, it.period())).collect();
    let gave = facts.partners.iter().map(|it| it.id).filter(|it| 0 < named(*it)).collect();
    let share = share_that_gave(&periods, &gave, facts.day);
    match path {
        "n_giving" => json!(share.n_gave),
        _ => json!(share.thousandths().unwrap_or(0) / 10),
    }
}
