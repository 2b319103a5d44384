//! Pages from which something is taken down after a consent to distribution was withdrawn.
//!
//! It decides that a withdrawal names each page with its last day, and who says that it is done.
//! Deliberately absent: looking at the pages.

use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::consent::{DataCategory, StopKind, stops};
use mentoring::event::Event;
use mentoring::id::{PersonId, TakedownId};
use mentoring::law::Law;
use mentoring::person::Person;
use store::{ConsentRecord, StoreError, Takedown, Tx};

use crate::ctx::Ctx;
use crate::refusal::{Nothing, Refusal};

/// Names the pages of a withdrawn consent.
pub(crate) async fn demand_takedown(
    ctx: &Ctx,
    tx: &Tx,
    consent: &ConsentRecord,
    on: Date,
) -> Result<(), StoreError> {
    let Some(distribution) = &consent.distribution else { return Ok(()) };
    let calendar = tx.working_calendar().await?;
    let stops = stops(consent.kind, on, &calendar, Law::built_in());
    let by = stops.iter().find(|it| it.kind == StopKind::Publications).map_or(on, |it| it.by);
    for address in &distribution.0.addresses {
        let takedown = Takedown {
            organisation: consent.organisation,
            id: ctx.new_id(),
            consent: consent.id,
            person: consent.person,
            address: address.clone(),
            by_on: by,
            done_on: None,
            done_by: None,
        };
        tx.insert_takedown(&takedown).await?;
        let consent = consent.id;
        let event = Event::TakedownDue { takedown: takedown.id, consent, on: by };
        ctx.record(tx, event).await?;
    }
    Ok(())
}

/// A page from which something is or was taken down.
#[derive(Clone, Debug)]
pub struct TakedownLine {
    /// As recorded.
    pub takedown: Takedown,
    /// Whose data.
    pub person: Person,
    /// Which data stood there by the consent.
    pub what: Vec<DataCategory>,
    /// Whether its last day has passed and it is not done.
    pub is_overdue: bool,
}

/// Shows the pages, those that wait first, the soonest foremost.
///
/// - Errors: not found without the right.
pub async fn list_takedowns(ctx: &Ctx) -> Result<Vec<TakedownLine>, Refusal<Nothing>> {
    ctx.require(Action::SeeConsents, ctx.at())?;
    let tx = ctx.read().await?;
    let all = tx.takedowns(&ctx.scope, ctx.at()).await?;
    let ids: Vec<PersonId> = all.iter().map(|it| it.person).collect();
    let people = tx.people_by_ids(&ctx.scope, &ids).await?;
    let consents = tx.consents(&ctx.scope, &ids).await?;
    let today = ctx.today();
    let line = |takedown: Takedown| {
        let person = people.iter().find(|it| it.id == takedown.person)?.clone();
        let consent = consents.iter().find(|it| it.id == takedown.consent);
        let said = consent.and_then(|it| it.for_rule().distribution).unwrap_or_default();
        let conditional = said.conditions.iter().map(|(category, _)| *category);
        let what = said.categories.iter().copied().chain(conditional).collect();
        let is_overdue = takedown.done_on.is_none() && takedown.by_on < today;
        Some(TakedownLine { takedown, person, what, is_overdue })
    };
    let mut lines: Vec<TakedownLine> = all.into_iter().filter_map(line).collect();
    lines.sort_by_key(|it| it.takedown.done_on.is_some());
    Ok(lines)
}

/// How many pages wait, and the soonest last day; nothing for who may not see consents.
///
/// - Errors: of the store.
pub async fn waiting_takedowns(ctx: &Ctx) -> Result<Option<(usize, Date)>, Refusal<Nothing>> {
    if !ctx.may(Action::EditConsents) {
        return Ok(None);
    }
    let tx = ctx.read().await?;
    let all = tx.takedowns(&ctx.scope, ctx.at()).await?;
    let open: Vec<Date> = all.iter().filter(|it| it.done_on.is_none()).map(|it| it.by_on).collect();
    Ok(open.iter().min().map(|soonest| (open.len(), *soonest)))
}

/// Why it cannot be said that something was taken down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TakedownObstacle {
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

/// Records that something was taken down from a page on a day.
///
/// - Errors: not found without the right; `TakedownObstacle`.
pub async fn take_down(
    ctx: &Ctx,
    id: TakedownId,
    on: Date,
) -> Result<(), Refusal<TakedownObstacle>> {
    ctx.require(Action::EditConsents, ctx.at())?;
    let tx = ctx.begin().await?;
    let all = tx.takedowns(&ctx.scope, ctx.at()).await?;
    let found = all.into_iter().find(|it| it.id == id).ok_or(Refusal::NotFound)?;
    let done = found.done_on.map(|on| TakedownObstacle::Done { on });
    let ahead = (ctx.today() < on).then_some(TakedownObstacle::Ahead { on });
    Refusal::unless_clear(done.into_iter().chain(ahead).collect())?;
    let done = Takedown { done_on: Some(on), done_by: Some(ctx.actor), ..found };
    tx.save_takedown(&done).await?;
    ctx.record(&tx, Event::TakenDown { takedown: id, on }).await?;
    tx.commit().await?;
    Ok(())
}
