//! Approving a version: by number and date of an order, from which its tasks run.
//!
//! It decides that the version before it is superseded and its tasks follow in one transaction.
//! Deliberately absent: writing the order itself (documents, later); the rules (`mentoring::launch`).

use ::roadmap::plan::PlanPeriod;
use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::event::Event;
use mentoring::id::{RoadmapId, VersionId};
use mentoring::launch::{ApproveObstacle, Proposal, VersionState, check_approval};
use mentoring::order::{OrderSubject, title_of_approval};
use mentoring::period::Days;
use store::{Roadmap, Version};

use super::next_year::{n_questions_left, show_next_year};
use super::planning::{InForce, open_tasks};
use super::settle::{Touched, settle};
use crate::ctx::Ctx;
use crate::launch::remark::n_errors_left;
use crate::order::note_order;
use crate::refusal::Refusal;

/// What approving asks.
#[derive(Clone, Debug)]
pub struct Approve {
    /// The draft.
    pub version: VersionId,
    /// Number of the order.
    pub order_number: String,
    /// Date of the order.
    pub order_on: Date,
}

/// Approves a draft; its tasks run from now on.
///
/// - Returns: the roadmap.
/// - Errors: not found; everything that stands against it at once.
pub async fn approve_version(
    ctx: &Ctx,
    ask: &Approve,
) -> Result<RoadmapId, Refusal<ApproveObstacle>> {
    let tx = ctx.begin().await?;
    let version = tx.version(&ctx.scope, ask.version).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::ApproveRoadmap, version.organisation)?;
    let roadmap = tx.roadmap(&ctx.scope, version.roadmap).await?.ok_or(Refusal::NotFound)?;
    let rows = tx.rows(&ctx.scope, version.id).await?;
    let versions = tx.versions(&ctx.scope, roadmap.id).await?;
    let previous = versions.into_iter().find(|it| it.state == VersionState::Approved);
    let proposal = Proposal {
        state: version.state,
        n_rows: rows.len(),
        n_errors_left: n_errors_left(ctx, &tx, (&version, &rows)).await?,
        n_questions_left: n_questions_left(ctx, &tx, version.id).await?,
        order_number: &ask.order_number,
        order_on: ask.order_on,
        previous_order_on: previous.as_ref().and_then(|it| it.order_on),
    };
    Refusal::unless_clear(check_approval(&proposal, ctx.today()))?;
    if let Some(previous) = previous {
        tx.save_version(&Version { state: VersionState::Superseded, ..previous }).await?;
    }
    let stated = version.header.0.period.as_ref().and_then(PlanPeriod::days);
    let kept = Days { from: roadmap.from_on, to: roadmap.to_on };
    let period = stated.unwrap_or(kept);
    let id = roadmap.id;
    tx.save_roadmap(&Roadmap {
        title: version.title.clone(),
        from_on: period.from,
        to_on: period.to,
        ..roadmap
    })
    .await?;
    let approved = Version {
        state: VersionState::Approved,
        order_number: Some(ask.order_number.trim().to_owned()),
        order_on: Some(ask.order_on),
        approved_by: Some(ctx.actor),
        approved_at: Some(ctx.now),
        ..version
    };
    tx.save_version(&approved).await?;
    ctx.record(&tx, Event::VersionApproved { roadmap: id, version: ask.version }).await?;
    let title = title_of_approval(&approved.title);
    let about = (OrderSubject::Roadmap, title.as_str());
    note_order(ctx, &tx, about, (&ask.order_number, ask.order_on)).await?;
    open_tasks(ctx, &tx, InForce { roadmap: id, version: ask.version, period }).await?;
    settle(ctx, &tx, &Touched::Roadmap(id)).await?;
    show_next_year(ctx, &tx, &approved).await?;
    tx.commit().await?;
    Ok(id)
}
