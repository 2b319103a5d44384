//! Roadmaps and versions, as pages show them.
//!
//! It decides who sees which, and what a difference of two versions is shown from. Deliberately
//! absent: changing them.

use mentoring::access::Action;
use mentoring::id::{ImportId, VersionId};
use mentoring::launch::VersionState;
use mentoring::period::Days;
use mentoring::person::PersonName;
use roadmap::plan::{Column, Evidence, Plan};
use store::{Import, Roadmap, Row, Version};
use uuid::Uuid;

use super::convert::plan_of;
use super::figure::{Answers, FigureDoubt};
use super::question::{QuestionView, questions_of};
use super::remark::{AcceptanceLine, RemarkView, acceptances_of, remarks_of};
use crate::ctx::Ctx;
use crate::refusal::{Nothing, Refusal};

/// A roadmap of a list with its versions.
#[derive(Clone, Debug)]
pub struct RoadmapLine {
    /// The roadmap.
    pub roadmap: Roadmap,
    /// Its versions, the latest first.
    pub versions: Vec<Version>,
}

impl RoadmapLine {
    /// The version in force.
    #[must_use]
    pub fn in_force(&self) -> Option<&Version> {
        self.versions.iter().find(|it| it.state == VersionState::Approved)
    }

    /// The draft being written.
    #[must_use]
    pub fn draft(&self) -> Option<&Version> {
        self.versions.iter().find(|it| it.state == VersionState::Draft)
    }
}

/// Lists the roadmaps of the organisation, the latest period first.
///
/// - Errors: not found without the right.
pub async fn list_roadmaps(ctx: &Ctx) -> Result<Vec<RoadmapLine>, Refusal<Nothing>> {
    ctx.require(Action::SeeRoadmap, ctx.at())?;
    let tx = ctx.read().await?;
    let mut lines = Vec::new();
    for roadmap in tx.roadmaps(&ctx.scope, ctx.at()).await? {
        let versions = tx.versions(&ctx.scope, roadmap.id).await?;
        lines.push(RoadmapLine { roadmap, versions });
    }
    lines.sort_by_key(|it| (std::cmp::Reverse(it.roadmap.from_on), it.roadmap.id));
    Ok(lines)
}

/// A version with everything a page of it needs.
#[derive(Clone, Debug)]
pub struct VersionView {
    /// The roadmap.
    pub roadmap: Roadmap,
    /// The version.
    pub version: Version,
    /// Its rows, in order.
    pub rows: Vec<Row>,
    /// The version in force, where this is another.
    pub in_force: Option<VersionId>,
    /// Whether the actor may mend it.
    pub may_edit: bool,
    /// Whether the actor may approve it.
    pub may_approve: bool,
    /// The errors that the roadmap was taken with so far.
    pub acceptances: Vec<AcceptanceLine>,
    /// The figures that somebody should tell the meaning of; empty where the actor may not.
    pub doubts: Vec<FigureDoubt>,
    /// The doubtful places of a rolled draft, in the order of the roadmap.
    pub questions: Vec<QuestionView>,
}

impl VersionView {
    /// The version as the compiler's plan: for writing and comparing it.
    #[must_use]
    pub fn plan(&self) -> Plan {
        plan_of(&self.version, &self.rows)
    }

    /// All remarks, those on the document as a whole first, each with its acceptance.
    #[must_use]
    pub fn remarks(&self) -> Vec<RemarkView<'_>> {
        remarks_of(&self.version, &self.rows, &self.acceptances)
    }

    /// The remarks on the cells of one row.
    #[must_use]
    pub fn remarks_of(&self, row: &Row) -> Vec<RemarkView<'_>> {
        let is_of = |it: &RemarkView<'_>| it.row.is_some_and(|at| at.lineage == row.lineage);
        self.remarks().into_iter().filter(is_of).collect()
    }

    /// How many doubtful places of a rolled draft are not answered.
    #[must_use]
    pub fn n_questions_left(&self) -> usize {
        self.questions.iter().filter(|it| it.question.answer.is_none()).count()
    }

    /// How many errors are neither mended nor accepted.
    #[must_use]
    pub fn n_errors_left(&self) -> usize {
        self.remarks().iter().filter(|it| it.is_left()).count()
    }
}

/// Shows a version.
///
/// - Errors: not found.
pub async fn show_version(ctx: &Ctx, id: VersionId) -> Result<VersionView, Refusal<Nothing>> {
    let tx = ctx.read().await?;
    let version = tx.version(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::SeeRoadmap, version.organisation)?;
    let roadmap = tx.roadmap(&ctx.scope, version.roadmap).await?.ok_or(Refusal::NotFound)?;
    let rows = tx.rows(&ctx.scope, id).await?;
    let in_force = tx
        .versions_in_force(&ctx.scope, &[roadmap.id])
        .await?
        .into_iter()
        .map(|it| it.id)
        .find(|it| *it != id);
    let is_draft = version.state == VersionState::Draft;
    let acceptances = acceptances_of(ctx, &tx, &version).await?;
    let may_edit = is_draft && ctx.scope.may(Action::EditRoadmap, version.organisation);
    let doubts = match may_edit {
        true => Answers::of(ctx, &tx).await?.doubts(&version, &rows),
        false => Vec::new(),
    };
    let questions = tx.roll_questions(&ctx.scope, id).await?;
    Ok(VersionView {
        questions: questions_of(&version, &rows, questions),
        acceptances,
        doubts,
        may_edit,
        may_approve: is_draft && ctx.scope.may(Action::ApproveRoadmap, version.organisation),
        roadmap,
        version,
        rows,
        in_force,
    })
}

/// A reading that waits for a decision: a roadmap of its own, or a new version of which.
#[derive(Clone, Debug)]
pub struct ImportView {
    /// The reading.
    pub import: Import,
    /// Roadmaps whose period it shares, with the version in force as a plan, to compare with.
    pub near: Vec<(Roadmap, Option<Plan>)>,
    /// Whether its period is over.
    pub is_past: bool,
}

/// Shows a reading.
///
/// - Errors: not found.
pub async fn show_import(ctx: &Ctx, id: ImportId) -> Result<ImportView, Refusal<Nothing>> {
    let tx = ctx.read().await?;
    let import = tx.import(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditRoadmap, import.organisation)?;
    let days = super::draft::days_of(&import.plan.0, ctx.today());
    let mut near = Vec::new();
    for roadmap in tx.roadmaps(&ctx.scope, ctx.at()).await? {
        let is_near = roadmap.from_on <= days.to && days.from <= roadmap.to_on;
        if !is_near || roadmap.ended_on.is_some() {
            continue;
        }
        let plan = match tx.versions_in_force(&ctx.scope, &[roadmap.id]).await?.first() {
            Some(version) => Some(plan_of(version, &tx.rows(&ctx.scope, version.id).await?)),
            None => None,
        };
        near.push((roadmap, plan));
    }
    Ok(ImportView { import, near, is_past: days.to < ctx.today() })
}

/// The people of the organisation by id, for naming who answers and for choosing.
///
/// - Errors: not found without the right to see the roadmap.
pub async fn names(ctx: &Ctx) -> Result<Vec<(Uuid, PersonName)>, Refusal<Nothing>> {
    ctx.require(Action::SeeRoadmap, ctx.at())?;
    let tx = ctx.read().await?;
    let people = tx.people(&ctx.scope, ctx.at(), "", ctx.today()).await?;
    Ok(people.into_iter().map(|it| (it.id.0, it.name)).collect())
}

/// The windows of a normal form inside a plan.
#[must_use]
pub fn windows(normal: &str, days: Days) -> Vec<Days> {
    roadmap::deadline::occurrences(normal, days)
}

/// The documents that the words of a row ask for, whatever somebody set.
#[must_use]
pub fn documents(row: &Row) -> Vec<Evidence> {
    let result = row.result.as_deref().unwrap_or_default();
    roadmap::compile::read_evidence(&row.text, result)
}

/// The stable name of a column: `deadline`, `start_date`, …
#[must_use]
pub fn column_slug(column: Column) -> &'static str {
    match column {
        Column::Number => "number",
        Column::Stage => "stage",
        Column::SubStage => "sub_stage",
        Column::Activity => "activity",
        Column::Deadline => "deadline",
        Column::StartDate => "start_date",
        Column::EndDate => "end_date",
        Column::Responsible => "responsible",
        Column::Result => "result",
        Column::Indicator => "indicator",
        Column::Audience => "audience",
        Column::Form => "form",
        Column::Note => "note",
        Column::Other => "other",
    }
}
