//! What stops after a consent was withdrawn: by when, and who says that it is done.
//!
//! It decides that a withdrawal leaves a list with last days, and that what the product does itself
//! is done at once. Deliberately absent: what stops (`mentoring::consent::stops_of`), looking at
//! pages, ending addenda and pairs.

use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::consent::{Consent, DataCategory, StopKind, StopOf, Withdrawal, stops_of};
use mentoring::event::Event;
use mentoring::id::{ConsentId, PersonId, StopId};
use mentoring::law::Law;
use mentoring::person::Person;
use store::{AddendumRecord, ConsentRecord, StoreError, Tx, WithdrawalStop};

use super::consent::{ConsentObstacle, deeds_of};
use super::known_person;
use crate::ctx::Ctx;
use crate::refusal::{Nothing, Refusal};

/// What a withdrawal on a day would stop.
pub(super) async fn stops_for(
    ctx: &Ctx,
    tx: &Tx,
    consent: &ConsentRecord,
    on: Date,
) -> Result<Vec<StopOf>, StoreError> {
    let person = consent.person;
    let Some(known) = known_person(ctx, tx, person, on).await? else { return Ok(Vec::new()) };
    let records = tx.consents(&ctx.scope, &[person]).await?;
    let others: Vec<Consent> = records.iter().map(ConsentRecord::for_rule).collect();
    let pools = tx.pool_entries(&ctx.scope, consent.organisation).await?;
    let addenda = tx.addenda_of(&ctx.scope, &[person]).await?;
    let acts = |it: &AddendumRecord| it.from_on <= on && on <= last_of(it);
    let withdrawal = Withdrawal {
        consent: &consent.for_rule(),
        others: &others,
        birth: known.participant().birth,
        takes_part: !deeds_of(&known, &pools, on).is_empty(),
        has_addendum: addenda.iter().any(acts),
        on,
    };
    let calendar = tx.working_calendar().await?;
    Ok(stops_of(&withdrawal, &calendar, Law::built_in()))
}

/// The last day an addendum acts: of its term, or the day before it was ended.
fn last_of(it: &AddendumRecord) -> Date {
    let ended = it.for_rule().ending.map(|it| it.last());
    ended.map_or(it.to_on, |last| last.min(it.to_on))
}

/// Records what a withdrawal stops; what the product does itself is done with it.
pub(super) async fn record_stops(
    ctx: &Ctx,
    tx: &Tx,
    consent: &ConsentRecord,
    (stops, on): (&[StopOf], Date),
) -> Result<(), StoreError> {
    for it in stops {
        let is_done = it.stop.kind.is_done_at_once();
        let stop = WithdrawalStop {
            organisation: consent.organisation,
            id: ctx.new_id(),
            consent: consent.id,
            person: consent.person,
            kind: it.stop.kind,
            page: it.page.clone(),
            by_on: it.stop.by,
            done_on: is_done.then_some(on),
            done_by: is_done.then_some(ctx.actor),
        };
        tx.insert_withdrawal_stop(&stop).await?;
        let by = it.stop.by;
        ctx.record(tx, Event::StopDue { stop: stop.id, consent: consent.id, on: by }).await?;
    }
    Ok(())
}

/// Tells what a withdrawal on a day would stop, before it is made.
///
/// - Errors: not found without the right; the consent is withdrawn already.
pub async fn preview_withdrawal(
    ctx: &Ctx,
    id: ConsentId,
    on: Date,
) -> Result<Vec<StopOf>, Refusal<ConsentObstacle>> {
    let tx = ctx.read().await?;
    let consent = tx.consent(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditConsents, consent.organisation)?;
    if let Some(on) = consent.withdrawn_on {
        return Err(Refusal::because(ConsentObstacle::AlreadyWithdrawn { on }));
    }
    Ok(stops_for(ctx, &tx, &consent, on).await?)
}

/// Something that stops or stopped.
#[derive(Clone, Debug)]
pub struct StopLine {
    /// As recorded.
    pub stop: WithdrawalStop,
    /// Whose consent.
    pub person: Person,
    /// Which data stood on the page by the consent; empty for the rest.
    pub what: Vec<DataCategory>,
    /// Whether its last day has passed and it is not done.
    pub is_overdue: bool,
}

/// Shows what stops after withdrawals: what waits first, the soonest foremost.
///
/// - Errors: not found without the right.
pub async fn list_stops(ctx: &Ctx) -> Result<Vec<StopLine>, Refusal<Nothing>> {
    ctx.require(Action::SeeConsents, ctx.at())?;
    let tx = ctx.read().await?;
    let all = tx.withdrawal_stops(&ctx.scope, ctx.at()).await?;
    Ok(lines(ctx, &tx, all).await?)
}

/// The same of one person.
pub(super) async fn stops_of_person(
    ctx: &Ctx,
    tx: &Tx,
    person: PersonId,
) -> Result<Vec<StopLine>, StoreError> {
    let mut all = tx.withdrawal_stops(&ctx.scope, ctx.at()).await?;
    all.retain(|it| it.person == person);
    lines(ctx, tx, all).await
}

async fn lines(ctx: &Ctx, tx: &Tx, all: Vec<WithdrawalStop>) -> Result<Vec<StopLine>, StoreError> {
    let ids: Vec<PersonId> = all.iter().map(|it| it.person).collect();
    let people = tx.people_by_ids(&ctx.scope, &ids).await?;
    let consents = tx.consents(&ctx.scope, &ids).await?;
    let today = ctx.today();
    let line = |stop: WithdrawalStop| {
        let person = people.iter().find(|it| it.id == stop.person)?.clone();
        // A withdrawal that was a mistake stops nothing.
        let consent = consents.iter().find(|it| it.id == stop.consent);
        let consent = Some(consent.filter(|it| it.withdrawn_on.is_some())?);
        let said = consent.filter(|_| stop.kind == StopKind::Publications);
        let said = said.and_then(|it| it.for_rule().distribution).unwrap_or_default();
        let conditional = said.conditions.iter().map(|(category, _)| *category);
        let what = said.categories.iter().copied().chain(conditional).collect();
        let is_overdue = stop.done_on.is_none() && stop.by_on < today;
        Some(StopLine { stop, person, what, is_overdue })
    };
    let mut lines: Vec<StopLine> = all.into_iter().filter_map(line).collect();
    lines.sort_by_key(|it| it.stop.done_on.is_some());
    Ok(lines)
}

/// How many things wait to be stopped, and the soonest last day; nothing for who may not stop them.
///
/// - Errors: of the store.
pub async fn waiting_stops(ctx: &Ctx) -> Result<Option<(usize, Date)>, Refusal<Nothing>> {
    if !ctx.may(Action::EditConsents) {
        return Ok(None);
    }
    let tx = ctx.read().await?;
    let all = tx.withdrawal_stops(&ctx.scope, ctx.at()).await?;
    let all = lines(ctx, &tx, all).await?;
    let open = all.iter().filter(|it| it.stop.done_on.is_none());
    let open: Vec<Date> = open.map(|it| it.stop.by_on).collect();
    Ok(open.iter().min().map(|soonest| (open.len(), *soonest)))
}

/// Why it cannot be said that something stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StopObstacle {
    /// It is done already.
    #[error("done on {on}")]
    Done {
        /// The day.
        on: Date,
    },
    /// The day lies ahead.
    #[error("{on} is after today")]
    Ahead {
        /// The day.
        on: Date,
    },
}

/// Records that something stopped on a day.
///
/// - Errors: not found without the right; `StopObstacle`.
pub async fn finish_stop(ctx: &Ctx, id: StopId, on: Date) -> Result<(), Refusal<StopObstacle>> {
    ctx.require(Action::EditConsents, ctx.at())?;
    let tx = ctx.begin().await?;
    let all = tx.withdrawal_stops(&ctx.scope, ctx.at()).await?;
    let found = all.into_iter().find(|it| it.id == id).ok_or(Refusal::NotFound)?;
    let done = found.done_on.map(|on| StopObstacle::Done { on });
    let ahead = (ctx.today() < on).then_some(StopObstacle::Ahead { on });
    Refusal::unless_clear(done.into_iter().chain(ahead).collect())?;
    let done = WithdrawalStop { done_on: Some(on), done_by: Some(ctx.actor), ..found };
    tx.save_withdrawal_stop(&done).await?;
    ctx.record(&tx, Event::StopDone { stop: id, on }).await?;
    tx.commit().await?;
    Ok(())
}
