//! Rolling a roadmap forward to a later school year.
//!
//! It decides what the next year begins with: the version in force, or a reading of a past year's
//! file, with every date moved and every doubt asked. Deliberately absent: how dates move
//! (`roadmap::rollover`).

use ::roadmap::plan::Plan;
use ::roadmap::rollover::{RolledPlan, SchoolYear, roll_forward};
use mentoring::access::Action;
use mentoring::event::Event;
use mentoring::id::{ImportId, RoadmapId, VersionId};
use mentoring::launch::ImportState;
use store::{Import, Roadmap};

use super::convert::plan_of;
use super::draft::new_roadmap;
use crate::ctx::Ctx;
use crate::refusal::{Nothing, Refusal};

/// What is rolled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// The version in force of a roadmap.
    Roadmap(RoadmapId),
    /// The reading of a document.
    Import(ImportId),
}

/// A plan rolled to a year, to be looked at before it becomes a draft.
#[derive(Clone, Debug)]
pub struct Rolled {
    /// The title before.
    pub title: String,
    /// The first calendar year of the school year it was rolled to.
    pub year: i16,
    /// The draft, what changed, what is asked.
    pub rolled: RolledPlan,
}

/// Shows what a plan would be in a later year.
///
/// - `year`: the first calendar year of the school year; `None` for the year after the plan's.
/// - Errors: not found without the right or without a version in force.
pub async fn show_rolled(
    ctx: &Ctx,
    from: From,
    year: Option<i16>,
) -> Result<Rolled, Refusal<Nothing>> {
    ctx.require(Action::EditRoadmap, ctx.at())?;
    let plan = plan_from(ctx, from).await?;
    let days = super::draft::days_of(&plan, ctx.today());
    let first = days.from.year() - i16::from(days.from.month() < 7);
    let year = year.unwrap_or(first + 1);
    let rolled = roll_forward(&plan, SchoolYear(year));
    Ok(Rolled { title: plan.title, year, rolled })
}

/// Makes the rolled plan the draft of a new roadmap.
///
/// - Errors: as of showing it.
pub async fn begin_rolled(ctx: &Ctx, from: From, year: i16) -> Result<VersionId, Refusal<Nothing>> {
    let rolled = show_rolled(ctx, from, Some(year)).await?.rolled;
    let mut plan = rolled.plan;
    plan.diagnostics = ::roadmap::check::diagnostics(
        &plan,
        &::roadmap::source::Source::default(),
        &::roadmap::check::Options::default(),
    );
    let tx = ctx.begin().await?;
    let version = new_roadmap(ctx, &tx, &plan, None).await?;
    if let From::Import(id) = from
        && let Some(import) = tx.import(&ctx.scope, id).await?
        && import.version.is_none()
    {
        let (roadmap, id) = (version.roadmap, version.id);
        tx.save_import(&Import {
            state: ImportState::Accepted,
            roadmap: Some(roadmap),
            version: Some(id),
            ..import.clone()
        })
        .await?;
        ctx.record(&tx, Event::ImportAccepted { import: import.id, version: id }).await?;
    }
    tx.commit().await?;
    Ok(version.id)
}

async fn plan_from(ctx: &Ctx, from: From) -> Result<Plan, Refusal<Nothing>> {
    let tx = ctx.read().await?;
    match from {
        From::Import(id) => {
            let import = tx.import(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
            ctx.require(Action::EditRoadmap, import.organisation)?;
            Ok(import.plan.0)
        }
        From::Roadmap(id) => {
            let roadmap: Roadmap = tx.roadmap(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
            ctx.require(Action::EditRoadmap, roadmap.organisation)?;
            let versions = tx.versions_in_force(&ctx.scope, &[id]).await?;
            let version = versions.first().ok_or(Refusal::NotFound)?;
            let rows = tx.rows(&ctx.scope, version.id).await?;
            Ok(plan_of(version, &rows))
        }
    }
}
