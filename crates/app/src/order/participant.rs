//! Whom an order on mentors or pairs names: naming, taking off, and what stands against it.
//!
//! It decides who can be named, that the acquaintance sheet is filled from it, and what the gate is
//! asked for the day of the order. Deliberately absent: the gate itself
//! (`mentoring::order::participant`), pairs as records of their own.

use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::consent::{Deed, Standing, age_on};
use mentoring::event::Event;
use mentoring::id::{OrderId, OrderParticipantId, PersonId};
use mentoring::law::{Law, LawRule};
use mentoring::order::participant::{Named, NamedFacts, ParticipantObstacle, check_participants};
use mentoring::order::{OrderState, OrderSubject};
use mentoring::person::Person;
use store::{Acquaintance, ConsentRecord, HeadOrder, OrderParticipant, StoreError, Tx};

use crate::ctx::Ctx;
use crate::labour::grounds;
use crate::person::folded;
use crate::pools::consent::deeds_of;
use crate::pools::{Known, known_people, known_person};
use crate::refusal::{Nothing, Refusal};

/// One line of an order with the people.
#[derive(Clone, Debug)]
pub struct NamedLine {
    /// Its id.
    pub id: OrderParticipantId,
    /// The mentor.
    pub mentor: Person,
    /// The mentee; `None` in a list of mentors.
    pub mentee: Option<Person>,
}

/// Whom an order names, in the order of naming.
pub(super) async fn lines(
    ctx: &Ctx,
    tx: &Tx,
    order: OrderId,
) -> Result<Vec<NamedLine>, StoreError> {
    let records = tx.order_participants(&ctx.scope, order).await?;
    let ids: Vec<PersonId> =
        records.iter().flat_map(|it| std::iter::once(it.mentor).chain(it.mentee)).collect();
    let people = tx.people_by_ids(&ctx.scope, &ids).await?;
    let find = |id: PersonId| people.iter().find(|it| it.id == id).cloned();
    let line = |it: OrderParticipant| {
        Some(NamedLine { id: it.id, mentor: find(it.mentor)?, mentee: it.mentee.and_then(find) })
    };
    Ok(records.into_iter().filter_map(line).collect())
}

/// Everything that stands against registering an order on a day, because of whom it names.
pub(super) async fn against(
    ctx: &Ctx,
    tx: &Tx,
    order: &HeadOrder,
    order_on: Date,
) -> Result<Vec<ParticipantObstacle>, StoreError> {
    if !order.subject.names_participants() {
        return Ok(Vec::new());
    }
    let records = tx.order_participants(&ctx.scope, order.id).await?;
    let named: Vec<Named> = records.iter().map(OrderParticipant::for_rule).collect();
    let mut ids: Vec<PersonId> =
        named.iter().flat_map(|it| std::iter::once(it.mentor).chain(it.mentee)).collect();
    ids.sort_unstable();
    ids.dedup();
    let consents = tx.consents(&ctx.scope, &ids).await?;
    let consents: Vec<_> = consents.iter().map(ConsentRecord::for_rule).collect();
    let mut facts = Vec::new();
    let grounds = grounds(ctx, tx, &ids, order_on).await?;
    for (id, ground) in grounds {
        let Some(known) = known_person(ctx, tx, id, order_on).await? else { continue };
        facts.push(NamedFacts { participant: known.participant(), ground });
    }
    let law = Law::built_in();
    Ok(check_participants(order.subject, &named, &facts, &consents, (order_on, law)))
}

/// Whom an order can name.
#[derive(Clone, Debug)]
pub struct Candidates {
    /// The order.
    pub order: HeadOrder,
    /// Mentors by position or by the pool, by name.
    pub mentors: Vec<Known>,
    /// Mentees by position or by the pool, by name; empty for a list of mentors.
    pub mentees: Vec<Known>,
}

/// Lists whom an order can name.
///
/// - `search`: a part of a name, class or subject; empty for everybody.
/// - Errors: not found without the right, or for an order that names nobody.
pub async fn candidates(
    ctx: &Ctx,
    id: OrderId,
    search: &str,
) -> Result<Candidates, Refusal<Nothing>> {
    let tx = ctx.read().await?;
    let order = tx.order(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditOrders, order.organisation)?;
    if !order.subject.names_participants() {
        return Err(Refusal::NotFound);
    }
    let today = ctx.today();
    let pools = tx.pool_entries(&ctx.scope, order.organisation).await?;
    let wanted = folded(search.trim());
    let said = |it: &Known| folded(&format!("{} {}", it.person.name.full(), it.about));
    let mut people = known_people(ctx, &tx, "", today).await?;
    people.retain(|it| said(it).contains(&wanted));
    let of = |deed: Deed| -> Vec<Known> {
        let does = |it: &&Known| deeds_of(it, &pools, today).contains(&deed);
        people.iter().filter(does).cloned().collect()
    };
    let mentees = match order.subject {
        OrderSubject::Pairs => of(Deed::PairAsMentee),
        _ => Vec::new(),
    };
    Ok(Candidates { mentors: of(Deed::PairAsMentor), mentees, order })
}

/// Why somebody cannot be named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameObstacle {
    /// The order is signed: another order changes it.
    #[error("an order that is {state} names nobody new")]
    WrongState {
        /// Where it stands.
        state: OrderState,
    },
    /// No mentor was chosen.
    #[error("no mentor was chosen")]
    NoMentor,
    /// A pair wants a mentee.
    #[error("no mentee was chosen")]
    NoMentee,
    /// Nobody mentors oneself.
    #[error("nobody mentors oneself")]
    Oneself,
}

/// Names mentors, or one mentor with mentees, and puts them on the acquaintance sheet.
///
/// Who is named already with the same person stays as named. For a child who does not sign, the
/// representatives stand on the sheet.
///
/// - `mentors`: several for a list of mentors, one for a pair or group.
/// - Errors: not found without the right or for people of others; `NameObstacle`, all at once.
pub async fn name_participants(
    ctx: &Ctx,
    id: OrderId,
    mentors: &[PersonId],
    mentees: &[PersonId],
) -> Result<(), Refusal<NameObstacle>> {
    let tx = ctx.begin().await?;
    let order = editable(ctx, &tx, id).await?;
    let state = order.for_rule().state_on(ctx.today());
    Refusal::unless_clear(check_names(order.subject, state, mentors, mentees))?;
    let all: Vec<PersonId> = mentors.iter().chain(mentees).copied().collect();
    let known = tx.people_by_ids(&ctx.scope, &all).await?;
    let is_here = |id: &PersonId| {
        known.iter().any(|it| it.id == *id && it.organisation == order.organisation)
    };
    if !all.iter().all(is_here) {
        return Err(Refusal::NotFound);
    }
    let there = tx.order_participants(&ctx.scope, id).await?;
    for named in named_of(order.subject, mentors, mentees) {
        if there.iter().any(|it| it.for_rule() == named) {
            continue;
        }
        let record = OrderParticipant {
            organisation: order.organisation,
            id: ctx.new_id(),
            order_id: id,
            mentor: named.mentor,
            mentee: named.mentee,
            named_by: ctx.actor,
            named_at: ctx.now,
            taken_off_at: None,
        };
        tx.insert_order_participant(&record).await?;
        let (participant, person) = (record.id, named.mentee.unwrap_or(named.mentor));
        ctx.record(&tx, Event::OrderNames { order: id, participant, person }).await?;
    }
    fill_sheet(ctx, &tx, &order, &all).await?;
    tx.commit().await?;
    Ok(())
}

fn named_of(subject: OrderSubject, mentors: &[PersonId], mentees: &[PersonId]) -> Vec<Named> {
    let alone = |mentor: &PersonId| Named { mentor: *mentor, mentee: None };
    match (subject, mentors) {
        (OrderSubject::Pairs, [mentor, ..]) => {
            mentees.iter().map(|it| Named { mentor: *mentor, mentee: Some(*it) }).collect()
        }
        _ => mentors.iter().map(alone).collect(),
    }
}

fn check_names(
    subject: OrderSubject,
    state: OrderState,
    mentors: &[PersonId],
    mentees: &[PersonId],
) -> Vec<NameObstacle> {
    let is_pairs = subject == OrderSubject::Pairs;
    let is_draft = matches!(state, OrderState::Draft | OrderState::ForSignature);
    let all = [
        (!is_draft, NameObstacle::WrongState { state }),
        (mentors.is_empty(), NameObstacle::NoMentor),
        (is_pairs && mentees.is_empty(), NameObstacle::NoMentee),
        (is_pairs && mentors.iter().any(|it| mentees.contains(it)), NameObstacle::Oneself),
    ];
    all.into_iter().filter(|(is_wrong, _)| *is_wrong).map(|(_, it)| it).collect()
}

/// Puts those who are named on the acquaintance sheet.
async fn fill_sheet(
    ctx: &Ctx,
    tx: &Tx,
    order: &HeadOrder,
    named: &[PersonId],
) -> Result<(), StoreError> {
    let today = ctx.today();
    let own = Law::built_in().number(LawRule::OwnSignatureAge, today).unwrap_or(14);
    let mut readers: Vec<PersonId> = Vec::new();
    for id in named {
        let Some(known) = known_person(ctx, tx, *id, today).await? else { continue };
        let it = known.participant();
        let is_child = it.standing == Standing::Student
            && it.birth.is_none_or(|birth| age_on(birth, today) < own);
        if is_child {
            let of_child = tx.guardianships(&ctx.scope, &[*id]).await?;
            readers.extend(of_child.iter().filter(|it| it.holds_on(today)).map(|it| it.guardian));
        } else {
            readers.push(*id);
        }
    }
    readers.sort_unstable();
    readers.dedup();
    let there = tx.acquaintances(&ctx.scope, order.id).await?;
    readers.retain(|id| there.iter().all(|it| it.person != *id));
    let sheet: Vec<Acquaintance> = readers
        .into_iter()
        .map(|person| Acquaintance {
            organisation: order.organisation,
            order_id: order.id,
            person,
            signed_on: None,
            taken_off_at: None,
            recorded_by: ctx.actor,
            recorded_at: ctx.now,
        })
        .collect();
    tx.insert_acquaintances(&sheet).await?;
    for it in &sheet {
        ctx.record(tx, Event::OrderConcerns { order: order.id, person: it.person }).await?;
    }
    Ok(())
}

/// Takes a line off a draft; the journal tells that it stood there.
///
/// - Errors: not found without the right; `NameObstacle::WrongState` once the order is signed.
pub async fn take_off_participant(
    ctx: &Ctx,
    id: OrderId,
    participant: OrderParticipantId,
) -> Result<(), Refusal<NameObstacle>> {
    let tx = ctx.begin().await?;
    let order = editable(ctx, &tx, id).await?;
    let state = order.for_rule().state_on(ctx.today());
    if !matches!(state, OrderState::Draft | OrderState::ForSignature) {
        return Err(Refusal::because(NameObstacle::WrongState { state }));
    }
    let there = tx.order_participants(&ctx.scope, id).await?;
    let line = there.into_iter().find(|it| it.id == participant).ok_or(Refusal::NotFound)?;
    let person = line.mentee.unwrap_or(line.mentor);
    tx.save_order_participant(&OrderParticipant { taken_off_at: Some(ctx.now), ..line }).await?;
    ctx.record(&tx, Event::OrderNamesNoMore { order: id, participant, person }).await?;
    tx.commit().await?;
    Ok(())
}

async fn editable(ctx: &Ctx, tx: &Tx, id: OrderId) -> Result<HeadOrder, Refusal<NameObstacle>> {
    let order = tx.order(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditOrders, order.organisation)?;
    match order.subject.names_participants() {
        true => Ok(order),
        false => Err(Refusal::NotFound),
    }
}

/// Takes a person off the acquaintance sheet who was put there by mistake.
///
/// - Errors: not found without the right, for who is not on the sheet, and for who has signed: a
///   signature is a fact.
pub async fn take_off_sheet(
    ctx: &Ctx,
    id: OrderId,
    person: PersonId,
) -> Result<(), Refusal<Nothing>> {
    let tx = ctx.begin().await?;
    let order = tx.order(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditOrders, order.organisation)?;
    let sheet = tx.acquaintances(&ctx.scope, id).await?;
    let is_asked = |it: &Acquaintance| it.person == person && it.signed_on.is_none();
    let line = sheet.into_iter().find(is_asked).ok_or(Refusal::NotFound)?;
    tx.save_acquaintance(&Acquaintance { taken_off_at: Some(ctx.now), ..line }).await?;
    ctx.record(&tx, Event::OrderTakenOff { order: id, person }).await?;
    tx.commit().await?;
    Ok(())
}
