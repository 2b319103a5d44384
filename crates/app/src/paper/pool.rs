//! Pools and partners as rows of their papers, and a pool as its model form.
//!
//! It decides which column of the model forms is which fact, and that a pool prints as it is shown: the
//! same people in the same order. Deliberately absent: mentees of a
//! mentor and results (pairs come later).

use std::collections::BTreeSet;

use documents::papers::fill_by_hand;
use mentoring::id::{PartnerId, PersonId};
use mentoring::paper::PaperKind;
use mentoring::partner::share_that_gave;
use mentoring::period::Period;
use mentoring::pools::{Pool, TermKind};
use serde_json::{Value as Json, json};
use store::PoolRecord;

use super::compose::compose;
use super::facts::Facts;
use super::given::Typed;
use super::known::PaperSubject;
use super::made::{Made, Maker};
use super::person::person_of;
use super::wording::{PaperWording, wording_of};
use crate::ctx::Ctx;
use crate::pools::pool::{PoolFilter, list_pool};
use crate::refusal::{Nothing, Refusal};

/// Prints a pool as its model form, as the page shows it.
///
/// What the card of the organisation lacks is a line to fill by hand.
///
/// - Returns: the bytes of a PDF; from the school's own text where it has one.
/// - Errors: not found without the right to see pools; unexpected where a text cannot be used.
pub async fn pool_form(
    ctx: &Ctx,
    pool: Pool,
    filter: &PoolFilter,
) -> Result<Vec<u8>, Refusal<Nothing>> {
    let kind = match pool {
        Pool::Mentors => PaperKind::MentorPool,
        Pool::Mentees => PaperKind::MenteePool,
    };
    let view = list_pool(ctx, pool, filter).await?;
    let tx = ctx.read().await?;
    let facts = Facts::load(ctx, &tx, view.day).await?;
    let facts = facts.with_people(view.lines.iter().map(|it| it.known.person.clone()).collect());
    let mut data = compose(&facts, kind, &PaperSubject::default(), &Typed::new(), "").data;
    let rows = view.lines.iter().map(|it| row(&facts, &it.record));
    data[pool.slug()] = rows.collect();
    // Of nobody there are empty rows to fill.
    fill_by_hand(kind, &mut data);
    if pool == Pool::Mentees {
        let is_there = |it: &&PoolRecord| it.for_rule().period.contains(view.day);
        data["n_waiting"] = json!(view.lines.iter().map(|it| &it.record).filter(is_there).count());
    }
    let wording = match wording_of(&tx, ctx.at(), kind, view.day).await? {
        // A Word file has no PDF.
        PaperWording::OwnWord(_) => PaperWording::Text(documents::papers::text(kind).to_owned()),
        own => own,
    };
    let written = tokio::task::spawn_blocking(move || -> anyhow::Result<Vec<u8>> {
        match Maker::new(&wording)?.make(kind, &data)? {
            Made::Text(paper) => Ok(paper.pdf()?),
            Made::Word(bytes, _) => Ok(bytes),
            Made::Not(why) => Err(why.into()),
        }
    });
    let written = written.await.map_err(|err| Refusal::Unexpected(err.into()))?;
    written.map_err(Refusal::Unexpected)
}

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
            "hours": hours_a_month(it.minutes_a_week),
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

/// Hours a month of so many minutes a week, rounded; nothing where nobody said.
fn hours_a_month(minutes_a_week: u32) -> Option<u32> {
    // A year has 52 weeks and 12 months.
    let hours = (minutes_a_week * 52 + 360) / 720;
    (0 < minutes_a_week).then_some(hours.max(1))
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
