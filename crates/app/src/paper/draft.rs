//! Saving a paper: its draft, its next wording, giving it up.
//!
//! It decides that every wording is kept with what it was made of and the digest of its file, that
//! a paper of an order is the order's text, and that whoever it names goes to the acquaintance sheet.
//! Deliberately absent: signing (`register`), what the form offers (`form`).

use jiff::civil::Date;
use mentoring::event::Event;
use mentoring::id::{OrderId, PaperId, PersonId};
use mentoring::order::OrderState;
use mentoring::paper::PaperKind;
use store::{Acquaintance, Json, PaperRecord, PaperRevision, StoreError, Tx};

use super::compose::{Composed, compose, heading};
use super::facts::Facts;
use super::form::{about, facts_for, is_here, subject_of, typed_of};
use super::given::{Typed, TypedObstacle, read_typed};
use super::known::PaperSubject;
use super::made::Maker;
use super::require_making;
use super::wording::wording_of;
use crate::ctx::Ctx;
use crate::order::draft_in;
use crate::refusal::Refusal;

/// What saving a paper asks.
#[derive(Clone, Debug)]
pub struct SavePaper {
    /// The kind.
    pub kind: PaperKind,
    /// What it is about.
    pub subject: PaperSubject,
    /// The day of the paper.
    pub day: Date,
    /// The fields of the form as they were sent.
    pub sent: Vec<(String, String)>,
}

/// Why a paper is not saved.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PaperObstacle {
    /// Something typed is wrong.
    #[error(transparent)]
    Typed(#[from] TypedObstacle),
    /// The text of the kind does not take the data; the sentence is for people, in Russian.
    #[error("{0}")]
    Text(String),
    /// It is signed, or given up.
    #[error("the paper is a draft no more")]
    NoDraft,
    /// The order whose text it would be is signed, or given up.
    #[error("the order is a draft no more")]
    OrderSigned,
}

/// Saves a new paper; a paper of an order without an order drafts one.
///
/// - Errors: not found without the right or for what is not of the organisation; `PaperObstacle`.
pub async fn save_paper(ctx: &Ctx, ask: &SavePaper) -> Result<PaperId, Refusal<PaperObstacle>> {
    require_making(ctx, ask.kind)?;
    let tx = ctx.begin().await?;
    let facts = Facts::load(ctx, &tx, ask.day).await?;
    if !is_here(&facts, &ask.subject) {
        return Err(Refusal::NotFound);
    }
    let typed = read(&facts, ask.kind, &ask.subject, &ask.sent).map_err(Refusal::Obstacles)?;
    let id = insert(ctx, &tx, &facts, ask.kind, ask.subject, &typed, None).await?;
    tx.commit().await?;
    Ok(id)
}

/// Reads what was sent for the fields that are asked.
pub(super) fn read(
    facts: &Facts,
    kind: PaperKind,
    subject: &PaperSubject,
    sent: &[(String, String)],
) -> Result<Typed, Vec<PaperObstacle>> {
    let asked = compose(facts, kind, subject, &Typed::new(), "").asked;
    let (typed, wrong) = read_typed(kind, &asked, sent, &facts.offered());
    match wrong.is_empty() {
        true => Ok(typed),
        false => Err(wrong.into_iter().map(PaperObstacle::Typed).collect()),
    }
}

/// Adds a paper with its first wording.
///
/// - `more`: goes into the data beside what the text takes.
pub(super) async fn insert(
    ctx: &Ctx,
    tx: &Tx,
    facts: &Facts,
    kind: PaperKind,
    mut subject: PaperSubject,
    typed: &Typed,
    more: Option<(&str, serde_json::Value)>,
) -> Result<PaperId, Refusal<PaperObstacle>> {
    let mut title = match about(facts, &PaperSubject { order: None, ..subject }) {
        about if about.is_empty() => kind.spec().title.to_owned(),
        about => format!("{} – {about}", kind.spec().title),
    };
    if let Some(order_subject) = kind.order_subject() {
        let drafted = match subject.order {
            Some(id) => draft_of(ctx, facts, id)?,
            None => draft_in(ctx, tx, order_subject, &order_title(facts, kind, &subject)).await?,
        };
        let known = facts.orders.iter().find(|it| it.id == drafted);
        title = known.map_or_else(|| order_title(facts, kind, &subject), |it| it.title.clone());
        subject.order = Some(drafted);
    }
    let paper = PaperRecord {
        organisation: ctx.at(),
        id: ctx.new_id(),
        kind,
        title,
        day_on: facts.day,
        person: subject.person,
        order_id: subject.order,
        amends: subject.amends,
        addendum: subject.addendum,
        partner: subject.partner,
        number: String::new(),
        signed_on: None,
        withdrawn_on: None,
        made: None,
        scan: None,
        evidence: None,
        discarded_on: None,
        drafted_by: ctx.actor,
        drafted_at: ctx.now,
        revision: 0,
    };
    tx.insert_paper(&paper).await?;
    ctx.record(tx, Event::PaperDrafted { paper: paper.id, about: kind }).await?;
    write_wording(ctx, tx, facts, &paper, typed, more).await?;
    Ok(paper.id)
}

fn order_title(facts: &Facts, kind: PaperKind, subject: &PaperSubject) -> String {
    let amended = subject.amends.and_then(|id| facts.orders.iter().find(|it| it.id == id));
    let amended = amended.and_then(super::known::order_in_words);
    amended.map_or_else(|| heading(kind), |it| format!("О внесении изменений в {it}"))
}

/// The order whose text is written, where it is not signed yet.
fn draft_of(ctx: &Ctx, facts: &Facts, id: OrderId) -> Result<OrderId, Refusal<PaperObstacle>> {
    let order = facts.orders.iter().find(|it| it.id == id).ok_or(Refusal::NotFound)?;
    match order.for_rule().state_on(ctx.today()) {
        OrderState::Draft | OrderState::ForSignature => Ok(id),
        _ => Err(Refusal::because(PaperObstacle::OrderSigned)),
    }
}

/// Adds a wording to a paper: nothing where it would be the same as the last.
pub(super) async fn write_wording(
    ctx: &Ctx,
    tx: &Tx,
    facts: &Facts,
    paper: &PaperRecord,
    typed: &Typed,
    more: Option<(&str, serde_json::Value)>,
) -> Result<Vec<u8>, Refusal<PaperObstacle>> {
    let mut composed = compose(facts, paper.kind, &subject_of(paper), typed, &paper.number);
    let wording = wording_of(tx, paper.organisation, paper.kind, facts.day).await?;
    let text =
        |it: documents::papers::NotRendered| Refusal::because(PaperObstacle::Text(it.to_string()));
    let made =
        Maker::new(&wording).map_err(text)?.make(paper.kind, &composed.data).map_err(text)?;
    let docx = made.docx()?;
    if let Some((key, value)) = more {
        composed.data[key] = value;
    }
    let known = tx.paper_revisions(&ctx.scope, paper.id).await?;
    let last = known.first();
    let kept = serde_json::to_value(typed).map_err(anyhow::Error::from)?;
    let sha256 = store::File::digest(&docx);
    if last.is_none_or(|it| it.data.0 != composed.data || it.typed.0 != kept || it.sha256 != sha256)
    {
        let number = last.map_or(0, |it| it.number) + 1;
        let revision = PaperRevision {
            organisation: paper.organisation,
            id: ctx.new_id(),
            paper: paper.id,
            number,
            typed: Json(kept),
            data: Json(composed.data.clone()),
            sha256,
            made_by: ctx.actor,
            made_at: ctx.now,
        };
        tx.insert_paper_revision(&revision).await?;
        let event = Event::PaperChanged { paper: paper.id, number: number.into() };
        ctx.record(tx, event).await?;
    }
    concern(ctx, tx, paper, &composed).await?;
    Ok(docx)
}

/// Whoever an order names has to know it.
async fn concern(
    ctx: &Ctx,
    tx: &Tx,
    paper: &PaperRecord,
    composed: &Composed,
) -> Result<(), StoreError> {
    let (Some(order), Some(_)) = (paper.order_id, paper.kind.order_subject()) else {
        return Ok(());
    };
    let sheet = tx.acquaintances(&ctx.scope, order).await?;
    let is_new = |it: &&PersonId| sheet.iter().all(|known| known.person != **it);
    let new: Vec<PersonId> = composed.named.iter().filter(is_new).copied().collect();
    let lines: Vec<Acquaintance> = new
        .iter()
        .map(|person| Acquaintance {
            organisation: paper.organisation,
            order_id: order,
            person: *person,
            signed_on: None,
            taken_off_at: None,
            recorded_by: ctx.actor,
            recorded_at: ctx.now,
        })
        .collect();
    tx.insert_acquaintances(&lines).await?;
    for person in new {
        ctx.record(tx, Event::OrderConcerns { order, person }).await?;
    }
    Ok(())
}

/// A paper that is still a draft.
async fn own_draft(ctx: &Ctx, tx: &Tx, id: PaperId) -> Result<PaperRecord, Refusal<PaperObstacle>> {
    let paper = tx.paper(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    if paper.organisation != ctx.at() {
        return Err(Refusal::NotFound);
    }
    require_making(ctx, paper.kind)?;
    if paper.signed_on.is_some() || paper.discarded_on.is_some() {
        return Err(Refusal::because(PaperObstacle::NoDraft));
    }
    Ok(paper)
}

/// Gives a paper its next wording; the earlier ones stay.
///
/// - `revision`: as it was shown.
/// - Errors: not found without the right; stale; `PaperObstacle`.
pub async fn change_paper(
    ctx: &Ctx,
    id: PaperId,
    day: Date,
    sent: &[(String, String)],
    revision: i64,
) -> Result<(), Refusal<PaperObstacle>> {
    let tx = ctx.begin().await?;
    let paper = own_draft(ctx, &tx, id).await?;
    let facts = Facts::load(ctx, &tx, day).await?;
    let typed = read(&facts, paper.kind, &subject_of(&paper), sent).map_err(Refusal::Obstacles)?;
    let more = kept_beside(ctx, &tx, id).await?;
    let changed = PaperRecord { day_on: day, revision, ..paper };
    tx.save_paper(&changed).await?;
    let more = more.map(|it| (super::amend::AFTER, it));
    write_wording(ctx, &tx, &facts, &changed, &typed, more).await?;
    tx.commit().await?;
    Ok(())
}

/// What an amending order keeps beside its data.
pub(super) async fn kept_beside(
    ctx: &Ctx,
    tx: &Tx,
    id: PaperId,
) -> Result<Option<serde_json::Value>, StoreError> {
    let revisions = tx.paper_revisions(&ctx.scope, id).await?;
    Ok(revisions.first().and_then(|it| it.data.0.get(super::amend::AFTER)).cloned())
}

/// Makes a draft anew from what is known today.
///
/// - Errors: not found without the right; `PaperObstacle`.
pub async fn refresh_paper(ctx: &Ctx, id: PaperId) -> Result<(), Refusal<PaperObstacle>> {
    let tx = ctx.begin().await?;
    let paper = own_draft(ctx, &tx, id).await?;
    let revisions = tx.paper_revisions(&ctx.scope, id).await?;
    let typed = revisions.first().map(|it| typed_of(&it.typed.0)).unwrap_or_default();
    let facts = facts_for(ctx, &tx, paper.day_on, &typed).await?;
    let more = kept_beside(ctx, &tx, id).await?.map(|it| (super::amend::AFTER, it));
    write_wording(ctx, &tx, &facts, &paper, &typed, more).await?;
    tx.commit().await?;
    Ok(())
}

/// Gives a draft up; it stays in the list of those given up.
///
/// - Errors: not found without the right; it is no draft.
pub async fn discard_paper(ctx: &Ctx, id: PaperId) -> Result<(), Refusal<PaperObstacle>> {
    let tx = ctx.begin().await?;
    let paper = own_draft(ctx, &tx, id).await?;
    tx.save_paper(&PaperRecord { discarded_on: Some(ctx.today()), ..paper }).await?;
    ctx.record(&tx, Event::PaperDiscarded { paper: id }).await?;
    tx.commit().await?;
    Ok(())
}
