//! Rolling a roadmap forward to a later school year.
//!
//! It decides what the next year begins with: the version in force, or a reading of a past year's
//! file, with every date moved and every doubt kept as a question of the draft. Deliberately absent:
//! how dates move (`roadmap::rollover`), answering (`question`).

// What pages name of the compiler: they know this crate alone.
pub use ::roadmap::plan::Place;
pub use ::roadmap::rollover::{Field, RollChange};

use ::roadmap::plan::{Plan, PlanRow};
use ::roadmap::rollover::{RollQuestion as Asked, RolledPlan, SchoolYear, Taken, roll_forward};
use mentoring::access::Action;
use mentoring::event::Event;
use mentoring::id::{ImportId, LineageId, RoadmapId, RollQuestionId, VersionId};
use mentoring::launch::{ImportState, RollChoice, VersionState};
use store::{Import, Json, RollQuestion, Row, StoreError, Swap, Tx, Version};

use super::convert::plan_of;
use super::draft::{Continued, new_roadmap};
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
    let tx = ctx.read().await?;
    let origin = origin_of(ctx, &tx, from).await?;
    Ok(rolled(ctx, &origin, year))
}

fn rolled(ctx: &Ctx, origin: &Origin, year: Option<i16>) -> Rolled {
    let plan = &origin.plan;
    let days = super::draft::days_of(plan, ctx.today());
    let first = days.from.year() - i16::from(days.from.month() < 7);
    let year = year.unwrap_or(first + 1);
    Rolled { title: plan.title.clone(), year, rolled: roll_forward(plan, SchoolYear(year)) }
}

/// Makes the rolled plan the draft of a new roadmap, with its doubtful places as questions.
///
/// Who answers for a row and what somebody set by hand goes along. A roadmap that was rolled already
/// leads to what came of it: one press too many makes no second draft.
///
/// - `year`: as of showing it.
/// - Errors: as of showing it.
pub async fn begin_rolled(
    ctx: &Ctx,
    from: From,
    year: Option<i16>,
) -> Result<VersionId, Refusal<Nothing>> {
    ctx.require(Action::EditRoadmap, ctx.at())?;
    let tx = ctx.begin().await?;
    if let From::Roadmap(id) = from
        && let Some(known) = next_of(ctx, &tx, id).await?
    {
        return Ok(known.id);
    }
    let origin = origin_of(ctx, &tx, from).await?;
    if let Some(version) = origin.import.as_ref().and_then(|it| it.version) {
        return Ok(version);
    }
    let RolledPlan { mut plan, questions, .. } = rolled(ctx, &origin, year).rolled;
    plan.diagnostics = ::roadmap::check::diagnostics(
        &plan,
        &::roadmap::source::Source::default(),
        &::roadmap::check::Options::default(),
    );
    let (based_on, carried) = (origin.version, origin.rows);
    let continued = Continued { based_on, carried, ..Continued::default() };
    let version = new_roadmap(ctx, &tx, &plan, continued).await?;
    ask(ctx, &tx, (&version, &plan), questions).await?;
    let (roadmap, id) = (version.roadmap, version.id);
    ctx.record(&tx, Event::RoadmapRolled { roadmap, version: id }).await?;
    if let Some(import) = origin.import {
        let read = import.id;
        let (roadmap, version) = (Some(roadmap), Some(id));
        let accepted = Import { state: ImportState::Accepted, roadmap, version, ..import };
        tx.save_import(&accepted).await?;
        ctx.record(&tx, Event::ImportAccepted { import: read, version: id }).await?;
    }
    tx.commit().await?;
    Ok(id)
}

/// What came of rolling a roadmap: the draft, or the version in force, of the next year's roadmap.
///
/// - Returns: `None` where it was not rolled, or where the draft was set aside.
/// - Errors: of the store.
pub(crate) async fn next_of(
    ctx: &Ctx,
    tx: &Tx,
    id: RoadmapId,
) -> Result<Option<Version>, StoreError> {
    let own: Vec<VersionId> = tx.versions(&ctx.scope, id).await?.iter().map(|it| it.id).collect();
    for other in tx.roadmaps(&ctx.scope, ctx.at()).await? {
        if other.id == id || other.ended_on.is_some() {
            continue;
        }
        let versions = tx.versions(&ctx.scope, other.id).await?;
        let is_next = versions.iter().any(|it| it.based_on.is_some_and(|from| own.contains(&from)));
        let current = versions
            .into_iter()
            .find(|it| matches!(it.state, VersionState::Draft | VersionState::Approved));
        if is_next && current.is_some() {
            return Ok(current);
        }
    }
    Ok(None)
}

/// What a rolled plan begins with.
struct Origin {
    plan: Plan,
    rows: Vec<Row>,
    version: Option<VersionId>,
    import: Option<Import>,
}

async fn origin_of(ctx: &Ctx, tx: &Tx, from: From) -> Result<Origin, Refusal<Nothing>> {
    match from {
        From::Import(id) => {
            let import = tx.import(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
            ctx.require(Action::EditRoadmap, import.organisation)?;
            let plan = import.plan.0.clone();
            Ok(Origin { plan, rows: Vec::new(), version: None, import: Some(import) })
        }
        From::Roadmap(id) => {
            let roadmap = tx.roadmap(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
            ctx.require(Action::EditRoadmap, roadmap.organisation)?;
            let versions = tx.versions_in_force(&ctx.scope, &[id]).await?;
            let version = versions.first().ok_or(Refusal::NotFound)?;
            let rows = tx.rows(&ctx.scope, version.id).await?;
            let plan = plan_of(version, &rows);
            Ok(Origin { plan, rows, version: Some(version.id), import: None })
        }
    }
}

/// Keeps the doubtful places of a rolled plan as questions of its draft.
async fn ask(
    ctx: &Ctx,
    tx: &Tx,
    (version, plan): (&Version, &Plan),
    asked: Vec<Asked>,
) -> Result<(), StoreError> {
    let rows = tx.rows(&ctx.scope, version.id).await?;
    let mut questions: Vec<RollQuestion> = Vec::new();
    for it in asked {
        let at = it.place.and_then(|place| plan.rows.iter().position(|row| row.place == place));
        let row = at.and_then(|at| plan.rows.get(at));
        if row.is_some_and(|row| is_said_above(it.field, row)) {
            continue;
        }
        let own = at.and_then(|at| rows.get(at));
        // A heading stands over several rows and is asked about once, for all of them.
        let is_asked = |known: &RollQuestion| {
            let other = rows.iter().find(|row| Some(row.lineage) == known.lineage);
            heading(own, it.field).is_some_and(|here| {
                Some(here) == heading(other, it.field) && known.field == field_name(it.field)
            }) && known.kept == it.kept
        };
        if !questions.iter().any(is_asked) {
            let new = question(ctx, version, (questions.len(), own.map(|it| it.lineage)), it);
            questions.push(new);
        }
    }
    tx.insert_roll_questions(&questions).await
}

/// The heading that a field is, in a row.
fn heading(row: Option<&Row>, field: Field) -> Option<&str> {
    match field {
        Field::Path(n) => row?.path.0.get(n).map(String::as_str),
        _ => None,
    }
}

/// Whether a field repeats another one: child activities that are the list inside the activity.
fn is_said_above(field: Field, row: &PlanRow) -> bool {
    let read = || ::roadmap::compile::read_items(&row.text, &row.text);
    matches!(field, Field::Item(_))
        && read().iter().map(|it| &it.text).eq(row.items.iter().map(|it| &it.text))
}

fn question(
    ctx: &Ctx,
    version: &Version,
    (position, lineage): (usize, Option<LineageId>),
    it: Asked,
) -> RollQuestion {
    let id: RollQuestionId = ctx.new_id();
    let swap = it.swap.map(|it| Json(Swap { at: it.at, kept: it.kept, moved: it.moved }));
    RollQuestion {
        organisation: version.organisation,
        id,
        version: version.id,
        position: u32::try_from(position).unwrap_or(u32::MAX),
        lineage,
        field: field_name(it.field),
        doubt: it.doubt.slug().to_owned(),
        kept: it.kept,
        moved: it.moved,
        swap,
        taken: match it.taken {
            Taken::Kept => RollChoice::Kept,
            Taken::Moved => RollChoice::Moved,
        },
        answer: None,
        answered_by: None,
        answered_at: None,
        revision: 0,
    }
}

/// The stable name of a field with its number: `text`, `path:0`.
fn field_name(field: Field) -> String {
    match field {
        Field::Path(n) | Field::Item(n) | Field::PlanIndicator(n) => {
            format!("{}:{n}", field.slug())
        }
        _ => field.slug().to_owned(),
    }
}
