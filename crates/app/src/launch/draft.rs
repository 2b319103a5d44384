//! Drafts: from a reading, from a version in force, from a standard roadmap.
//!
//! It decides that a row keeps its identity from version to version. Deliberately absent: mending
//! (`edit`), approving (`approve`).

use std::collections::BTreeMap;

use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::event::Event;
use mentoring::id::{FileId, ImportId, LineageId, RoadmapId, VersionId};
use mentoring::launch::{ImportState, VersionState};
use mentoring::period::Days;
use roadmap::plan::{Model, Plan};
use roadmap::standard::Standard;
use store::{Import, Json, Roadmap, Row, StoreError, Tx, Version};

use super::compare::kept_rows;
use super::convert::{header_of, plan_of, row_of, share_remarks};
use super::figure::Answers;
use crate::ctx::Ctx;
use crate::person::people_of;
use crate::refusal::{Nothing, Refusal};

/// What a reading becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Into {
    /// A roadmap of its own beside those in force.
    New,
    /// A new version of a roadmap.
    VersionOf(RoadmapId),
}

/// Makes a draft of a reading.
///
/// - Errors: not found without the right, or where the reading was used already and is another's.
pub async fn accept_import(
    ctx: &Ctx,
    id: ImportId,
    into: Into,
) -> Result<VersionId, Refusal<Nothing>> {
    let tx = ctx.begin().await?;
    let import = tx.import(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditRoadmap, import.organisation)?;
    // The same form sent twice leads to the same draft.
    if let Some(version) = import.version {
        return Ok(version);
    }
    let plan = import.plan.0.clone();
    let version = match into {
        Into::New => {
            let read = Continued { file: Some(import.file), ..Continued::default() };
            new_roadmap(ctx, &tx, &plan, read).await?
        }
        Into::VersionOf(roadmap) => {
            let roadmap = tx.roadmap(&ctx.scope, roadmap).await?.ok_or(Refusal::NotFound)?;
            ctx.require(Action::EditRoadmap, roadmap.organisation)?;
            new_version(ctx, &tx, &roadmap, &plan, Some(import.file)).await?
        }
    };
    let (roadmap, version) = (version.roadmap, version.id);
    tx.save_import(&Import {
        state: ImportState::Accepted,
        roadmap: Some(roadmap),
        version: Some(version),
        ..import
    })
    .await?;
    ctx.record(&tx, Event::ImportAccepted { import: id, version }).await?;
    tx.commit().await?;
    Ok(version)
}

/// Begins a roadmap from a standard one.
///
/// - `year`: the calendar year in which the school year begins.
/// - Errors: not found without the right.
pub async fn start_from_standard(
    ctx: &Ctx,
    standard: Standard,
    year: i16,
) -> Result<VersionId, Refusal<Nothing>> {
    ctx.require(Action::EditRoadmap, ctx.at())?;
    let source = roadmap::standard::document(standard, year, &ctx.organisation.card.name);
    let plan = roadmap::compile(&source, &roadmap::Options::default());
    let tx = ctx.begin().await?;
    let version = new_roadmap(ctx, &tx, &plan, Continued::default()).await?;
    tx.commit().await?;
    Ok(version.id)
}

/// Begins the next version of a roadmap as a copy of the one in force; a draft that is there
/// already is gone on with.
///
/// - Errors: not found without the right or without a version in force.
pub async fn draft_next(ctx: &Ctx, id: RoadmapId) -> Result<VersionId, Refusal<Nothing>> {
    let tx = ctx.begin().await?;
    let roadmap = tx.roadmap(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditRoadmap, roadmap.organisation)?;
    let versions = tx.versions(&ctx.scope, id).await?;
    if let Some(draft) = versions.iter().find(|it| it.state == VersionState::Draft) {
        return Ok(draft.id);
    }
    let current = versions.iter().find(|it| it.state == VersionState::Approved);
    let current = current.ok_or(Refusal::NotFound)?;
    let next = Version {
        id: ctx.new_id(),
        number: versions.iter().map(|it| it.number).max().unwrap_or(0) + 1,
        state: VersionState::Draft,
        order_number: None,
        order_on: None,
        based_on: Some(current.id),
        drafted_by: ctx.actor,
        drafted_at: ctx.now,
        approved_by: None,
        approved_at: None,
        revision: 0,
        ..current.clone()
    };
    let rows: Vec<Row> = tx
        .rows(&ctx.scope, current.id)
        .await?
        .into_iter()
        .map(|row| Row { version: next.id, ..row })
        .collect();
    tx.insert_version(&next).await?;
    tx.insert_rows(&rows).await?;
    ctx.record(&tx, Event::VersionDrafted { roadmap: id, version: next.id }).await?;
    tx.commit().await?;
    Ok(next.id)
}

/// Sets a draft aside; nothing is deleted.
///
/// - Errors: not found without the right, or where it is no draft.
pub async fn discard_draft(ctx: &Ctx, id: VersionId) -> Result<RoadmapId, Refusal<Nothing>> {
    let tx = ctx.begin().await?;
    let version = tx.version(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditRoadmap, version.organisation)?;
    if version.state != VersionState::Draft {
        return Err(Refusal::NotFound);
    }
    let roadmap = version.roadmap;
    tx.save_version(&Version { state: VersionState::Discarded, ..version }).await?;
    ctx.record(&tx, Event::VersionDiscarded { version: id }).await?;
    tx.commit().await?;
    Ok(roadmap)
}

/// What a draft goes on with.
#[derive(Clone, Debug, Default)]
pub(super) struct Continued {
    /// The document it was read from.
    pub(super) file: Option<FileId>,
    /// The version it continues.
    pub(super) based_on: Option<VersionId>,
    /// Rows that go on, by their place in the plan.
    pub(super) known: BTreeMap<usize, LineageId>,
    /// The rows that a rolled plan was made of, in its order: who answers goes along.
    pub(super) carried: Vec<Row>,
}

/// Keeps a plan as the first draft of a new roadmap.
pub(super) async fn new_roadmap(
    ctx: &Ctx,
    tx: &Tx,
    plan: &Plan,
    continued: Continued,
) -> Result<Version, StoreError> {
    let days = days_of(plan, ctx.today());
    let roadmap = Roadmap {
        organisation: ctx.at(),
        id: ctx.new_id(),
        title: plan.title.clone(),
        model: plan.model.map(slug).map(str::to_owned),
        from_on: days.from,
        to_on: days.to,
        opened_at: ctx.now,
        ended_on: None,
        revision: 0,
    };
    tx.insert_roadmap(&roadmap).await?;
    ctx.record(tx, Event::RoadmapOpened { roadmap: roadmap.id }).await?;
    keep_draft(ctx, tx, (&roadmap, 1), plan, continued).await
}

/// Keeps a plan as the next draft of a roadmap; rows that go on keep their identity.
async fn new_version(
    ctx: &Ctx,
    tx: &Tx,
    roadmap: &Roadmap,
    plan: &Plan,
    file: Option<FileId>,
) -> Result<Version, StoreError> {
    let versions = tx.versions(&ctx.scope, roadmap.id).await?;
    let number = versions.iter().map(|it| it.number).max().unwrap_or(0) + 1;
    for draft in versions.iter().filter(|it| it.state == VersionState::Draft) {
        tx.save_version(&Version { state: VersionState::Discarded, ..draft.clone() }).await?;
        ctx.record(tx, Event::VersionDiscarded { version: draft.id }).await?;
    }
    let current = versions.iter().find(|it| it.state == VersionState::Approved);
    let mut known = BTreeMap::new();
    if let Some(current) = current {
        let rows = tx.rows(&ctx.scope, current.id).await?;
        let old = plan_of(current, &rows);
        for (before, after) in kept_rows(&old, plan) {
            known.insert(after, rows[before].lineage);
        }
    }
    let based_on = current.map(|it| it.id);
    let continued = Continued { file, based_on, known, carried: Vec::new() };
    keep_draft(ctx, tx, (roadmap, number), plan, continued).await
}

async fn keep_draft(
    ctx: &Ctx,
    tx: &Tx,
    (roadmap, number): (&Roadmap, u32),
    plan: &Plan,
    continued: Continued,
) -> Result<Version, StoreError> {
    let people = people_of(ctx, tx, "").await?;
    let answers = Answers::of(ctx, tx).await?;
    let id: VersionId = ctx.new_id();
    let mut rows: Vec<Row> = Vec::with_capacity(plan.rows.len());
    for (position, read) in plan.rows.iter().enumerate() {
        let lineage = continued.known.get(&position).copied().unwrap_or_else(|| ctx.new_id());
        let mut row = row_of((ctx.at(), id, lineage), position, read, &people);
        row.indicators.0 = answers.applied(row.indicators.0, &row.text);
        if let Some(old) = continued.carried.get(position) {
            row.responsible = old.responsible.clone();
            row.is_deadline_mended = old.is_deadline_mended;
            row.original = None;
        }
        rows.push(row);
    }
    let mut header = header_of(plan);
    header.plan_indicators = answers.applied(header.plan_indicators, "");
    header.diagnostics = share_remarks(&mut rows, &plan.diagnostics);
    let order = plan.order.clone().unwrap_or_default();
    let version = Version {
        organisation: ctx.at(),
        id,
        roadmap: roadmap.id,
        number,
        state: VersionState::Draft,
        title: plan.title.clone(),
        order_number: order.number,
        order_on: order.date.and_then(|it| it.parse().ok()),
        header: Json(header),
        source_file: continued.file,
        based_on: continued.based_on,
        drafted_by: ctx.actor,
        drafted_at: ctx.now,
        approved_by: None,
        approved_at: None,
        revision: 0,
    };
    tx.insert_version(&version).await?;
    tx.insert_rows(&rows).await?;
    ctx.record(tx, Event::VersionDrafted { roadmap: roadmap.id, version: id }).await?;
    Ok(version)
}

/// The days of a plan; those of the school year of the day where it says nothing.
pub(super) fn days_of(plan: &Plan, today: Date) -> Days {
    plan.days().unwrap_or_else(|| Days::school_year(today.year() - i16::from(today.month() < 7)))
}

fn slug(model: Model) -> &'static str {
    match model {
        Model::Students => "students",
        Model::Teachers => "teachers",
    }
}
