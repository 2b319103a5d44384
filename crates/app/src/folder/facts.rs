//! What is known of an organisation, as far as the folder asks.
//!
//! Deliberately absent: what follows from it (`mentoring::folder`).

use jiff::civil::Date;
use mentoring::consent::{ConsentState, state};
use mentoring::folder::{FolderFacts, FolderOrder};
use mentoring::law::Law;
use mentoring::order::OrderState;
use mentoring::organisation::requisites::{ActLevel, LocalAct};
use mentoring::pools::Pool;
use store::{ConsentRecord, HeadOrder, PoolRecord, StoreError, Tx};

use crate::ctx::Ctx;
use crate::labour::{AddendumFilter, list_addenda};
use crate::pools::consent::{MatrixFilter, list_consents};
use crate::refusal::{Nothing, Refusal};
use crate::roadmap::running::{Running, Standing, running_in};

/// Gathers the facts of today.
pub(super) async fn facts(ctx: &Ctx) -> Result<FolderFacts, Refusal<Nothing>> {
    let today = ctx.today();
    let matrix = list_consents(ctx, &MatrixFilter::default()).await?;
    let addenda = list_addenda(ctx, &AddendumFilter::default()).await?;
    let tx = ctx.read().await?;
    let running = running_in(ctx, &tx, today).await?;
    let acts = tx.local_acts(&ctx.scope, ctx.at()).await?;
    let consents = tx.consents_of(&ctx.scope, ctx.at()).await?;
    let pools = tx.pool_entries(&ctx.scope, ctx.at()).await?;
    let in_pool = |pool: Pool| {
        let is_in = |it: &&PoolRecord| {
            it.pool == pool && it.from_on <= today && it.to_on.is_none_or(|to| today <= to)
        };
        pools.iter().filter(is_in).count()
    };
    let holds = |it: &&ConsentRecord| {
        state(&it.for_rule(), None, today, Law::built_in()) == ConsentState::Valid
    };
    let is_own = |it: &&LocalAct| it.level == ActLevel::Local;
    let without_scan = consents.iter().filter(holds).filter(|it| it.scan.is_none());
    Ok(FolderFacts {
        today,
        n_acts: many(acts.iter().filter(is_own).filter(|it| it.is_in_force(today)).count()),
        n_roadmaps: many(running.roadmaps.len()),
        orders: orders_in_force(ctx, &tx, today).await?,
        n_consent_gaps: many(matrix.lines.iter().map(|it| it.n_gaps()).sum()),
        n_consents_without_scan: many(without_scan.count()),
        n_without_addendum: many(addenda.waiting.len()),
        n_mentors: many(in_pool(Pool::Mentors)),
        n_mentees: many(in_pool(Pool::Mentees)),
        rows_without_evidence: rows_without_evidence(&running),
    })
}

fn many(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

async fn orders_in_force(ctx: &Ctx, tx: &Tx, today: Date) -> Result<Vec<FolderOrder>, StoreError> {
    let mut found = Vec::new();
    for it in registered(tx.orders(&ctx.scope, ctx.at()).await?, today) {
        let read = tx.acquaintances(&ctx.scope, it.id).await?;
        found.push(FolderOrder {
            subject: it.subject,
            number: it.registration().map(|it| it.number.text()).unwrap_or_default(),
            has_scan: it.scan.is_some(),
            n_unread: many(read.iter().filter(|it| it.signed_on.is_none()).count()),
        });
    }
    Ok(found)
}

/// Orders that are signed and have not ceased.
pub(super) fn registered(orders: Vec<HeadOrder>, today: Date) -> Vec<HeadOrder> {
    let is_wanted = |it: &HeadOrder| {
        let state = it.for_rule().state_on(today);
        matches!(state, OrderState::Signed | OrderState::InForce | OrderState::Changed)
    };
    orders.into_iter().filter(is_wanted).collect()
}

/// Numbers of rows that are overdue, each once.
fn rows_without_evidence(running: &Running) -> Vec<String> {
    let rows = running.roadmaps.iter().flat_map(|map| &map.rows);
    let mut numbers: Vec<String> =
        rows.filter(|it| it.standing == Standing::Overdue).map(|it| number_of(&it.row)).collect();
    numbers.dedup();
    numbers
}

/// The number of a row as its document has it; its place where it has none.
pub(super) fn number_of(row: &store::Row) -> String {
    match row.number.as_deref().unwrap_or_default().trim().trim_end_matches('.') {
        "" => (row.position + 1).to_string(),
        number => number.to_owned(),
    }
}
