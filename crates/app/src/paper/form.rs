//! The form of a paper: what is known, what is asked, what a field begins with.
//!
//! It decides what the fields of a form hold before anybody types. Deliberately absent: saving
//! (`draft`).

use jiff::civil::Date;
use mentoring::id::{PaperId, PersonId};
use mentoring::paper::{FieldKind, PaperField, PaperKind};
use store::{PaperRecord, StoreError, Tx};

use super::compose::{KnownField, compose};
use super::facts::Facts;
use super::given::{Given, Offered, Typed};
use super::known::PaperSubject;
use super::suggest::suggested;
use super::{require_making, require_seeing};
use crate::ctx::Ctx;
use crate::refusal::{Nothing, Refusal};

/// The form of a paper.
#[derive(Clone, Debug)]
pub struct PaperForm {
    /// The kind.
    pub kind: PaperKind,
    /// What it is about.
    pub subject: PaperSubject,
    /// Words for that: a name, a title of an order; empty where nothing.
    pub about: String,
    /// The day of the paper.
    pub day: Date,
    /// What is known without asking, in the order of the paper.
    pub known: Vec<KnownField>,
    /// What is asked, in the order of the paper.
    pub asked: Vec<&'static PaperField>,
    /// What stands in the fields, by their names.
    pub filled: Vec<(String, String)>,
    /// People to choose from, by name.
    pub people: Vec<Offered>,
    /// To be given back when the paper is changed; 0 of a new one.
    pub revision: i64,
}

/// Prepares the form of a new paper.
///
/// - `day`: of the paper; today where not given.
/// - Errors: not found without the right, or where what it is about is not of the organisation.
pub async fn new_paper(
    ctx: &Ctx,
    kind: PaperKind,
    subject: PaperSubject,
    day: Option<Date>,
) -> Result<PaperForm, Refusal<Nothing>> {
    require_making(ctx, kind)?;
    let tx = ctx.read().await?;
    let day = day.unwrap_or_else(|| ctx.today());
    let facts = Facts::load(ctx, &tx, day).await?;
    if !is_here(&facts, &subject) {
        return Err(Refusal::NotFound);
    }
    let composed = compose(&facts, kind, &subject, &Typed::new(), "");
    let begins = |field: &&'static PaperField| {
        let given = suggested(&facts, kind, &subject, field)?;
        Some((field.path.to_owned(), given))
    };
    let typed: Typed = composed.asked.iter().filter_map(begins).collect();
    let people = facts.offered();
    Ok(PaperForm {
        kind,
        about: about(&facts, &subject),
        subject,
        day,
        filled: filled(kind, &typed, &people),
        known: composed.known,
        asked: composed.asked,
        people,
        revision: 0,
    })
}

/// Prepares the form of a paper that is changed.
///
/// - Errors: not found without the right, or where it is signed or given up.
pub async fn edit_paper(ctx: &Ctx, id: PaperId) -> Result<PaperForm, Refusal<Nothing>> {
    let tx = ctx.read().await?;
    let paper = tx.paper(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    require_seeing(ctx, paper.kind)?;
    require_making(ctx, paper.kind)?;
    if paper.organisation != ctx.at() || paper.signed_on.is_some() || paper.discarded_on.is_some() {
        return Err(Refusal::NotFound);
    }
    let revisions = tx.paper_revisions(&ctx.scope, id).await?;
    let typed = revisions.first().map(|it| typed_of(&it.typed.0)).unwrap_or_default();
    let facts = facts_for(ctx, &tx, paper.day_on, &typed).await?;
    let subject = subject_of(&paper);
    let composed = compose(&facts, paper.kind, &subject, &typed, "");
    let people = facts.offered();
    Ok(PaperForm {
        kind: paper.kind,
        about: about(&facts, &subject),
        subject,
        day: paper.day_on,
        filled: filled(paper.kind, &typed, &people),
        known: composed.known,
        asked: composed.asked,
        people,
        revision: paper.revision,
    })
}

/// What a paper is about.
pub(super) fn subject_of(paper: &PaperRecord) -> PaperSubject {
    PaperSubject {
        person: paper.person,
        order: paper.order_id,
        amends: paper.amends,
        addendum: paper.addendum,
        partner: paper.partner,
    }
}

/// What was typed, as it was kept.
pub(super) fn typed_of(kept: &serde_json::Value) -> Typed {
    // It was written by this type; what another version wrote otherwise is asked again.
    serde_json::from_value(kept.clone()).unwrap_or_default()
}

/// The facts of a day, with the people who were typed and are not there any more.
pub(super) async fn facts_for(
    ctx: &Ctx,
    tx: &Tx,
    day: Date,
    typed: &Typed,
) -> Result<Facts, StoreError> {
    let facts = Facts::load(ctx, tx, day).await?;
    let mut ids = Vec::new();
    typed.values().for_each(|it| ids_in(it, &mut ids));
    ids.retain(|it| !facts.people.contains_key(it));
    let gone = tx.people_by_ids(&ctx.scope, &ids).await?;
    Ok(facts.with_people(gone))
}

fn ids_in(given: &Given, ids: &mut Vec<PersonId>) {
    match given {
        Given::One(text) => ids.extend(text.parse::<PersonId>()),
        Given::Many(lines) => ids.extend(lines.iter().filter_map(|it| it.parse::<PersonId>().ok())),
        Given::Rows(rows) => rows.iter().flat_map(|it| it.values()).for_each(|it| ids_in(it, ids)),
    }
}

/// Whether everything that a paper is about is of the organisation.
pub(super) fn is_here(facts: &Facts, subject: &PaperSubject) -> bool {
    let order = |id| facts.orders.iter().any(|it| it.id == id);
    subject.person.is_none_or(|id| facts.people.contains_key(&id))
        && subject.order.is_none_or(order)
        && subject.amends.is_none_or(order)
        && subject.addendum.is_none_or(|id| facts.addenda.iter().any(|it| it.id == id))
        && subject.partner.is_none_or(|id| facts.partners.iter().any(|it| it.id == id))
}

/// What a paper is about, in words.
pub(super) fn about(facts: &Facts, subject: &PaperSubject) -> String {
    let order = subject.amends.or(subject.order);
    let order = order.and_then(|id| facts.orders.iter().find(|it| it.id == id));
    let person = subject.person.and_then(|id| facts.people.get(&id));
    let partner = subject.partner.and_then(|id| facts.partners.iter().find(|it| it.id == id));
    person
        .map(|it| it.person.name.full())
        .or_else(|| order.map(|it| it.title.clone()))
        .or_else(|| partner.map(|it| it.name.clone()))
        .unwrap_or_default()
}

/// What was typed, as fields of a form hold it.
pub(super) fn filled(kind: PaperKind, typed: &Typed, people: &[Offered]) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for field in kind.spec().all_fields() {
        if let Some(given) = typed.get(field.path) {
            fill(field.path, field.kind, given, people, &mut all);
        }
    }
    all
}

fn fill(
    name: &str,
    kind: FieldKind,
    given: &Given,
    people: &[Offered],
    all: &mut Vec<(String, String)>,
) {
    let words = |text: &str| {
        let id = text.parse::<PersonId>().ok();
        let person = id.and_then(|id| people.iter().find(|it| it.person == id));
        person.map_or_else(|| text.to_owned(), |it| it.words.clone())
    };
    match given {
        Given::One(text) => all.push((name.to_owned(), words(text))),
        // People of a whole list have a line each; those of a cell share one.
        Given::Many(lines) if kind == FieldKind::People && !name.contains('.') => {
            all.extend(lines.iter().map(|it| (name.to_owned(), words(it))));
        }
        Given::Many(lines) => {
            let lines: Vec<String> = lines.iter().map(|it| words(it)).collect();
            all.push((name.to_owned(), lines.join("\n")));
        }
        Given::Rows(rows) => {
            for (number, row) in rows.iter().enumerate() {
                for (column, cell) in row {
                    fill(&format!("{name}.{number}.{column}"), FieldKind::Text, cell, people, all);
                }
            }
        }
    }
}
