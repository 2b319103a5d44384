//! Marking a record as a mistake: an order, an addendum, a consent, a representative, or an ending.
//!
//! It decides who may mark what, and what a mark undoes at once: evidence is taken back, so that
//! rows open again; a number is free again. Deliberately absent: what a reason must be
//! (`mentoring::mistake`), changing a record in place.

use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::event::Event;
use mentoring::id::{AddendumId, ConsentId, GuardianshipId, OrderId, OrganisationId, PersonId};
use mentoring::mistake::{Ground, MistakeKind, MistakeObstacle, check_mistake};
use mentoring::person::Person;
use store::{
    AddendumRecord, ConsentRecord, Guardianship, HeadOrder, MistakeRecord, StoreError, Tx,
};
use uuid::Uuid;

use crate::ctx::Ctx;
use crate::pools::consent::leave_closed_pools;
use crate::refusal::{Nothing, Refusal};
use crate::roadmap::evidence::withdraw_fact;

/// What is to be marked.
#[derive(Clone, Debug)]
enum Target {
    Order(HeadOrder),
    Addendum(AddendumRecord),
    Consent(ConsentRecord),
    Guardian(Guardianship),
}

/// A record that is to be marked, for its page.
#[derive(Clone, Debug)]
pub struct MistakeView {
    /// What.
    pub kind: MistakeKind,
    /// The record.
    pub record: Uuid,
    /// Whom it is about, where it is about one person.
    pub person: Option<Person>,
    /// The number of the paper, the slug of the kind of consent or of the ground.
    pub said: String,
    /// The day of the paper, or of the ending.
    pub said_on: Option<Date>,
    /// How many other records rest on it: while there are any, it cannot be marked.
    pub n_others: usize,
}

/// Shows what would be marked.
///
/// - Errors: not found without the right, or where there is nothing to mark.
pub async fn show_mistake(
    ctx: &Ctx,
    kind: MistakeKind,
    record: Uuid,
) -> Result<MistakeView, Refusal<Nothing>> {
    let tx = ctx.read().await?;
    let target = target(ctx, &tx, kind, record).await?.ok_or(Refusal::NotFound)?;
    ctx.require(target.action(), target.organisation())?;
    let n_others = match ground(ctx, &tx, kind, &target).await? {
        Ground::Nothing => return Err(Refusal::NotFound),
        Ground::RestedOn(n_others) => n_others,
        Ground::Free => 0,
    };
    let person = match target.person() {
        Some(id) => tx.person(&ctx.scope, id).await?.map(|(it, _)| it),
        None => None,
    };
    let (said, said_on) = target.said(kind);
    Ok(MistakeView { kind, record, person, said, said_on, n_others })
}

/// Marks a record as a mistake.
///
/// - Returns: whom it is about, where it is about one person, for the way back.
/// - Errors: not found without the right; `MistakeObstacle`, all at once.
pub async fn mark_mistake(
    ctx: &Ctx,
    kind: MistakeKind,
    record: Uuid,
    reason: &str,
) -> Result<Option<PersonId>, Refusal<MistakeObstacle>> {
    let tx = ctx.begin().await?;
    let target = target(ctx, &tx, kind, record).await?.ok_or(Refusal::NotFound)?;
    ctx.require(target.action(), target.organisation())?;
    Refusal::unless_clear(check_mistake(reason, ground(ctx, &tx, kind, &target).await?))?;
    let (said, said_on) = target.said(kind);
    let mark = MistakeRecord {
        organisation: target.organisation(),
        id: ctx.new_id(),
        kind,
        record,
        person: target.person(),
        said,
        said_on,
        reason: reason.trim().to_owned(),
        marked_by: ctx.actor,
        marked_at: ctx.now,
    };
    tx.insert_mistake(&mark).await?;
    let person = target.person();
    undo(ctx, &tx, kind, target).await?;
    ctx.record(&tx, Event::MistakeMarked { mistake: mark.id, what: kind, record }).await?;
    tx.commit().await?;
    Ok(person)
}

/// The marks of addenda, or of orders, of the organisation; the latest first.
///
/// - Errors: not found without the right.
pub async fn list_mistakes(
    ctx: &Ctx,
    kinds: &[MistakeKind],
) -> Result<Vec<MistakeRecord>, Refusal<Nothing>> {
    for kind in kinds {
        ctx.require(seen_by(*kind), ctx.at())?;
    }
    let tx = ctx.read().await?;
    let mut all = tx.mistakes(&ctx.scope, ctx.at()).await?;
    all.retain(|it| kinds.contains(&it.kind));
    Ok(all)
}

fn seen_by(kind: MistakeKind) -> Action {
    match kind {
        MistakeKind::Order | MistakeKind::OrderEnding => Action::SeeOrders,
        MistakeKind::Addendum | MistakeKind::AddendumEnding => Action::SeeAddenda,
        _ => Action::SeeConsents,
    }
}

async fn target(
    ctx: &Ctx,
    tx: &Tx,
    kind: MistakeKind,
    id: Uuid,
) -> Result<Option<Target>, StoreError> {
    use MistakeKind::*;
    Ok(match kind {
        Order | OrderEnding => tx.order(&ctx.scope, OrderId(id)).await?.map(Target::Order),
        Addendum | AddendumEnding => {
            tx.addendum(&ctx.scope, AddendumId(id)).await?.map(Target::Addendum)
        }
        Consent | ConsentWithdrawal => {
            tx.consent(&ctx.scope, ConsentId(id)).await?.map(Target::Consent)
        }
        Guardian | GuardianEnding => {
            tx.guardianship(&ctx.scope, GuardianshipId(id)).await?.map(Target::Guardian)
        }
    })
}

impl Target {
    fn action(&self) -> Action {
        match self {
            Self::Order(_) => Action::EditOrders,
            Self::Addendum(_) => Action::EditAddenda,
            Self::Consent(_) | Self::Guardian(_) => Action::EditConsents,
        }
    }

    fn organisation(&self) -> OrganisationId {
        match self {
            Self::Order(it) => it.organisation,
            Self::Addendum(it) => it.organisation,
            Self::Consent(it) => it.organisation,
            Self::Guardian(it) => it.organisation,
        }
    }

    fn person(&self) -> Option<PersonId> {
        match self {
            Self::Order(_) => None,
            Self::Addendum(it) => Some(it.person),
            Self::Consent(it) => Some(it.person),
            Self::Guardian(it) => Some(it.ward),
        }
    }

    /// What the record said, in the words of data: a number or a slug, and a day.
    fn said(&self, kind: MistakeKind) -> (String, Option<Date>) {
        let whole = kind.is_whole();
        match self {
            Self::Order(it) => {
                let number = it.registration().map(|it| it.number.text()).unwrap_or_default();
                (number, if whole { it.signed_on } else { it.acts_to })
            }
            Self::Addendum(it) => {
                (it.number.clone(), if whole { Some(it.signed_on) } else { it.last_on })
            }
            Self::Consent(it) => {
                let kind = it.kind.slug().to_owned();
                (kind, if whole { Some(it.signed_on) } else { it.withdrawn_on })
            }
            Self::Guardian(it) => {
                (it.ground.slug().to_owned(), if whole { Some(it.from_on) } else { it.to_on })
            }
        }
    }
}

/// Whether there is something to mark, and whether others rest on it.
async fn ground(
    ctx: &Ctx,
    tx: &Tx,
    kind: MistakeKind,
    target: &Target,
) -> Result<Ground, StoreError> {
    let n_others = match target {
        Target::Order(it) if kind.is_whole() => match it.registration() {
            None => return Ok(Ground::Nothing),
            // An order that changes others: those would hang on a paper that is not there.
            Some(_) => {
                let all = tx.orders(&ctx.scope, it.organisation).await?;
                all.iter().filter(|other| other.changed_by == Some(it.id)).count()
            }
        },
        Target::Consent(it) if kind.is_whole() => {
            let addenda = tx.addenda_of(&ctx.scope, &[it.person]).await?;
            addenda.iter().filter(|other| other.consent == Some(it.id)).count()
        }
        _ => 0,
    };
    let is_there = kind.is_whole() || target.said(kind).1.is_some();
    Ok(match (is_there, n_others) {
        (false, _) => Ground::Nothing,
        (true, 0) => Ground::Free,
        (true, n_others) => Ground::RestedOn(n_others),
    })
}

/// Takes back what the record put in force.
async fn undo(ctx: &Ctx, tx: &Tx, kind: MistakeKind, target: Target) -> Result<(), StoreError> {
    let whole = kind.is_whole();
    match target {
        Target::Order(it) if whole => {
            if let Some(evidence) = it.evidence {
                withdraw_fact(ctx, tx, evidence).await?;
            }
            // The number lies in the mark and is free again, as that of a draft.
            let suffix = it.id.to_string();
            tx.save_order(&HeadOrder { year: 0, running: 0, suffix, ..it }).await
        }
        Target::Order(it) => tx.save_order(&HeadOrder { acts_to: None, ..it }).await,
        Target::Addendum(it) if whole => {
            let number = it.id.to_string();
            tx.save_addendum(&AddendumRecord { number, ..it }).await
        }
        Target::Addendum(it) => {
            let (ending, told_on, last_on) = (String::new(), None, None);
            tx.save_addendum(&AddendumRecord { ending, told_on, last_on, ..it }).await
        }
        // Who has no consent any more leaves the pools, as after a withdrawal.
        Target::Consent(it) if whole => leave_closed_pools(ctx, tx, it.person, ctx.today()).await,
        Target::Consent(it) => {
            let (withdrawn_on, withdrawn_by) = (None, None);
            tx.save_consent(&ConsentRecord { withdrawn_on, withdrawn_by, ..it }).await
        }
        Target::Guardian(_) if whole => Ok(()),
        Target::Guardian(it) => tx.save_guardianship(&Guardianship { to_on: None, ..it }).await,
    }
}
