//! What was destroyed is destroyed again in a copy that was made before.
//!
//! It decides that a restored copy gets every destruction it lacks, by ids alone. Deliberately
//! absent: where the list comes from (the database that is replaced, or a file: `server`).

use mentoring::access::{Role, Scope};
use mentoring::event::Event;
use mentoring::id::{FileId, PersonId};
use mentoring::law::Law;
use mentoring::rights::{DataGround, HeldKind, Reach};
use store::{ErasePlan, Needles, StoreError, Tx, WholeErasure};

use super::destroy::whole_of;
use super::facts::known;
use super::files::scans_of;
use super::names::named;
use crate::ctx::{App, Ctx};
use crate::refusal::{Nothing, Refusal};

/// What was done to a restored copy.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Again {
    /// Destructions that were done again.
    pub n_done: usize,
    /// Destructions that the copy has already.
    pub n_known: usize,
    /// Destructions of people whom the copy does not know.
    pub n_unknown: usize,
}

/// Every destruction of an installation, to be done again in a copy; ids and days, no names.
///
/// - Errors: of the store.
pub async fn destroyed_list(app: &App) -> Result<Vec<WholeErasure>, StoreError> {
    let tx = app.store.read().await?;
    let mut all = Vec::new();
    for erasure in tx.erasures_for_restore().await? {
        all.push(tx.whole_erasure(erasure).await?);
    }
    tx.commit().await?;
    Ok(all)
}

/// Does again what the copy lacks, each in a transaction of its own.
///
/// - Errors: of the store; what was done before the failure stays done.
pub async fn destroy_again(app: &App, all: &[WholeErasure]) -> Result<Again, Refusal<Nothing>> {
    let mut found = Again::default();
    for whole in all {
        match one(app, whole).await? {
            Outcome::Done => found.n_done += 1,
            Outcome::Known => found.n_known += 1,
            Outcome::Unknown => found.n_unknown += 1,
        }
    }
    app.store.scrub().await?;
    Ok(found)
}

enum Outcome {
    Done,
    Known,
    Unknown,
}

async fn one(app: &App, whole: &WholeErasure) -> Result<Outcome, Refusal<Nothing>> {
    let erasure = &whole.erasure;
    let tx = app.store.begin().await?;
    let scope = Scope::of(erasure.organisation, Role::Curator);
    if tx.erasure(&scope, erasure.id).await?.is_some() {
        return Ok(Outcome::Known);
    }
    let Some(ctx) = keeper(app, &tx, whole).await? else { return Ok(Outcome::Unknown) };
    let Some((person, _)) = tx.person(&scope, erasure.person).await? else {
        return Ok(Outcome::Unknown);
    };
    // The day of the act counts and not today: what a law kept then is kept in the copy too.
    let known = known(&ctx, &tx).await?;
    let (day, law) = (erasure.done_on, Law::built_in());
    let kept: Vec<_> = known
        .kept(&person, day)
        .into_iter()
        .filter(|it| it.kept.stays_on(day, law))
        .map(|it| it.id)
        .collect();
    let named = named(&ctx, &tx, &person).await?;
    let needles = match (erasure.reach, erasure.is_surname_removed) {
        (Reach::Programme, _) => Needles::default(),
        (Reach::Whole, true) => named.with_surname(),
        (Reach::Whole, false) => named.whole(),
    };
    let plan = ErasePlan {
        organisation: erasure.organisation,
        person: person.id,
        kinds: kinds_of(whole),
        keeps_name: !kept.is_empty(),
        files: files_of(&ctx, &tx, whole, &kept).await?,
        kept,
        needles,
        on: day,
        at: ctx.now,
    };
    let taken = tx.erase(&plan).await?;
    let members = members_there(&ctx, &tx, whole).await?;
    let again = store::Erasure { done_by: ctx.actor, ..erasure.clone() };
    tx.insert_erasure(&whole_of(again, &taken, &members, &plan.files)).await?;
    let event = Event::DataDestroyed { erasure: erasure.id, person: person.id, on: day };
    ctx.record(&tx, event).await?;
    tx.commit().await?;
    Ok(Outcome::Done)
}

/// Sections that a destruction of this reach goes through: what was empty then may be full here.
fn kinds_of(whole: &WholeErasure) -> Vec<HeldKind> {
    let is_whole = whole.erasure.reach == Reach::Whole;
    let reached = |kind: &&HeldKind| is_whole || kind.spec().ground == DataGround::Consent;
    HeldKind::ALL.iter().filter(reached).copied().collect()
}

/// Who did it, if the copy knows the account; else whoever has been there longest.
async fn keeper(app: &App, tx: &Tx, whole: &WholeErasure) -> Result<Option<Ctx>, StoreError> {
    let at = whole.erasure.organisation;
    let held = tx.memberships(&Scope::of(at, Role::Curator), at).await?;
    let accounts = std::iter::once(whole.erasure.done_by).chain(held.iter().map(|it| it.account));
    for account in accounts {
        let ctx = app.ctx_in(tx, account, Some(at)).await?;
        if let Some(ctx) = ctx.filter(|it| it.at() == at) {
            return Ok(Some(ctx));
        }
    }
    Ok(None)
}

/// Files that were emptied, and scans of consents that the copy has beside them.
async fn files_of(
    ctx: &Ctx,
    tx: &Tx,
    whole: &WholeErasure,
    kept: &[uuid::Uuid],
) -> Result<Vec<FileId>, StoreError> {
    let known: Vec<FileId> =
        tx.all_file_cards(&ctx.scope, ctx.at()).await?.into_iter().map(|it| it.id).collect();
    let mut files: Vec<FileId> = whole.files.iter().map(|it| it.file).collect();
    if whole.erasure.reach == Reach::Whole {
        let consents = tx.consents_of(&ctx.scope, ctx.at()).await?;
        let scans = tx.all_scans(&ctx.scope, ctx.at()).await?;
        files.extend(scans_of(&consents, &scans, |it| {
            it.person == whole.erasure.person && !kept.contains(&it.id.0)
        }));
    }
    files.retain(|it| known.contains(it));
    files.sort_unstable();
    files.dedup();
    Ok(files)
}

async fn members_there(
    ctx: &Ctx,
    tx: &Tx,
    whole: &WholeErasure,
) -> Result<Vec<PersonId>, StoreError> {
    let ids: Vec<PersonId> = whole.members.iter().map(|it| it.person).collect();
    Ok(tx.people_by_ids(&ctx.scope, &ids).await?.into_iter().map(|it| it.id).collect())
}
