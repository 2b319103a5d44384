//! The card of everything held about a person.
//!
//! It decides who sees it: the person, and who keeps the programme; what is sealed, only people
//! named for it. Deliberately absent: names of columns and sections (`web`).

use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::event::Event;
use mentoring::id::PersonId;
use mentoring::law::Law;
use mentoring::person::Person;
use mentoring::pools::Term;
use mentoring::rights::{Fate, Gone, HeldKind, HeldSpec, fates, gone, must_go_by};
use serde_json::json;
use store::{HeldRow, Mention, PersonRequest};

use super::facts;
use super::names::named;
use crate::care::is_reader;
use crate::ctx::Ctx;
use crate::refusal::{Nothing, Refusal};

/// A section of the card that has something in it.
#[derive(Clone, Debug)]
pub struct HeldSection {
    /// Which.
    pub kind: HeldKind,
    /// Where from, on which ground, for what, who sees it, how long.
    pub spec: HeldSpec,
    /// What becomes of it.
    pub fate: Fate,
    /// What is held, table by table.
    pub rows: Vec<HeldRow>,
}

/// Everything held about a person.
#[derive(Clone, Debug)]
pub struct HeldCard {
    /// Who.
    pub person: Person,
    /// Sections, in their order.
    pub sections: Vec<HeldSection>,
    /// Texts of others that name the person; to oneself only where they stand.
    pub mentions: Vec<Mention>,
    /// Entries of the journal about the person.
    pub n_events: usize,
    /// Whether the reader is named for what is sensitive, and sees it here.
    pub sees_sensitive: bool,
    /// That the ground has gone, and the last day to destroy; `None` while it is there.
    pub gone: Option<(Gone, Date)>,
    /// What the person asked, the latest first.
    pub requests: Vec<PersonRequest>,
    /// Whether the reader reads of oneself.
    pub is_own: bool,
    /// Whether the reader answers requests.
    pub may_answer: bool,
    /// Whether the reader may destroy.
    pub may_destroy: bool,
    /// The day.
    pub today: Date,
}

/// Shows everything held about a person: to the person, and to who keeps the programme.
///
/// - Errors: not found.
pub async fn show_held(ctx: &Ctx, id: PersonId) -> Result<HeldCard, Refusal<Nothing>> {
    let tx = ctx.read().await?;
    let (person, _) = tx.person(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require_for(Action::SeeHeld, person.organisation, || id == ctx.person)?;
    // A person whose name was destroyed is nobody's card.
    if person.name.surname.is_empty() {
        return Err(Refusal::NotFound);
    }
    let (today, law) = (ctx.today(), Law::built_in());
    let keeps = ctx.scope.may(Action::SeeHeld, person.organisation);
    let sees_sensitive = is_reader(ctx, &tx, person.organisation).await?;
    let facts = facts::known(ctx, &tx).await?.facts(&person, today);
    let mut rows = tx.held_rows(person.organisation, id).await?;
    rows.retain(|it| sees_sensitive || it.kind != HeldKind::Sensitive);
    in_words(&mut rows, &tx.terms_of_all_times(&ctx.scope, person.organisation).await?);
    let mut mentions =
        tx.mentions(person.organisation, id, &named(ctx, &tx, &person).await?.whole()).await?;
    if !keeps {
        // What others wrote is shown to who may read it; where it stands is told to everybody.
        mentions.iter_mut().for_each(|it| it.excerpt.clear());
    }
    let section = |(kind, fate): (HeldKind, Fate)| {
        let own: Vec<HeldRow> = rows.iter().filter(|it| it.kind == kind).cloned().collect();
        (!own.is_empty()).then(|| HeldSection { kind, spec: kind.spec(), fate, rows: own })
    };
    let mut requests = tx.person_requests(&ctx.scope, person.organisation).await?;
    requests.retain(|it| it.person == id);
    Ok(HeldCard {
        sections: fates(&facts, today, law).into_iter().filter_map(section).collect(),
        mentions,
        n_events: tx.history(&ctx.scope, &[id.0]).await?.len(),
        sees_sensitive,
        gone: gone(&facts, today).map(|it| (it, must_go_by(it, law))),
        requests,
        is_own: id == ctx.person,
        may_answer: ctx.scope.may(Action::AnswerRequests, person.organisation),
        may_destroy: ctx.scope.may(Action::DestroyData, person.organisation),
        today,
        person,
    })
}

/// Puts the words of the dictionary in the place of their ids.
fn in_words(rows: &mut [HeldRow], terms: &[Term]) {
    let of_pools = rows.iter_mut().filter(|it| it.table == "pool_entry");
    for (_, value) in of_pools.flat_map(|it| &mut it.cells).filter(|(name, _)| name == "terms") {
        let ids: Vec<uuid::Uuid> = serde_json::from_str(value).unwrap_or_default();
        let words = ids.iter().filter_map(|id| terms.iter().find(|it| it.id.0 == *id));
        *value = words.map(|it| it.text.as_str()).collect::<Vec<_>>().join(", ");
    }
}

/// The same to be taken away as a file; that somebody took it of another is in the journal.
///
/// - Errors: not found.
pub async fn take_held(ctx: &Ctx, id: PersonId) -> Result<HeldCard, Refusal<Nothing>> {
    let card = show_held(ctx, id).await?;
    let tx = ctx.begin().await?;
    ctx.record(&tx, Event::HeldShown { person: id }).await?;
    tx.commit().await?;
    Ok(card)
}

/// The card as JSON: the same names of sections and columns in every language.
#[must_use]
pub fn held_json(card: &HeldCard) -> Vec<u8> {
    let rows = |all: &[HeldRow]| -> Vec<serde_json::Value> {
        let row = |it: &HeldRow| {
            let cells: serde_json::Map<String, serde_json::Value> =
                it.cells.iter().map(|(name, value)| (name.clone(), json!(value))).collect();
            json!({"table": it.table, "by": it.by, "values": cells})
        };
        all.iter().map(row).collect()
    };
    let section = |it: &HeldSection| {
        json!({
            "section": it.kind.slug(),
            "source": it.spec.source.slug(),
            "ground": it.spec.ground.slug(),
            "purpose": it.spec.purpose.slug(),
            "recipients": it.spec.recipient.slug(),
            "rows": rows(&it.rows),
        })
    };
    let mention =
        |it: &Mention| json!({"table": it.table, "column": it.column, "excerpt": it.excerpt});
    let whole = json!({
        "person": card.person.id.to_string(),
        "name": card.person.name.full(),
        "day": card.today.to_string(),
        "sections": card.sections.iter().map(section).collect::<Vec<_>>(),
        "mentions": card.mentions.iter().map(mention).collect::<Vec<_>>(),
        "journal_entries": card.n_events,
    });
    serde_json::to_vec_pretty(&whole).unwrap_or_default()
}
