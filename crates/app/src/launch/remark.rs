//! Remarks of the compiler that people answer: an error is mended, or accepted with a reason.
//!
//! It decides which errors are left, and that an acceptance has a day, an author and a reason and
//! stands for every later version with the same remark about the same words. Deliberately absent:
//! finding remarks (`roadmap::check`), taking an acceptance back: the words are mended instead.

use ::roadmap::plan::{Diagnostic, Severity};
use mentoring::access::Action;
use mentoring::event::Event;
use mentoring::id::{AcceptanceId, LineageId, VersionId};
use mentoring::launch::VersionState;
use mentoring::person::PersonName;
use mentoring::task::{REASON_LEAST, REASON_MOST};
use store::{Acceptance, Row, StoreError, Tx, Version};

use super::view::column_slug;
use crate::ctx::Ctx;
use crate::organisation::names_of_accounts;
use crate::refusal::Refusal;

/// An accepted error with who accepted it.
#[derive(Clone, Debug)]
pub struct AcceptanceLine {
    /// What was accepted, why and when.
    pub acceptance: Acceptance,
    /// Who accepted it; none where the account is gone from the organisation.
    pub by: Option<PersonName>,
}

/// A remark as a page shows it.
#[derive(Clone, Copy, Debug)]
pub struct RemarkView<'a> {
    /// Its place among all remarks of the version, from 0; the same until the draft changes.
    pub at: usize,
    /// The row; `None` where it is on the document as a whole.
    pub row: Option<&'a Row>,
    /// The remark.
    pub remark: &'a Diagnostic,
    /// Why it was accepted, where it was.
    pub accepted: Option<&'a AcceptanceLine>,
}

impl RemarkView<'_> {
    /// Whether it is an error that is neither mended nor accepted.
    #[must_use]
    pub fn is_left(&self) -> bool {
        self.remark.severity == Severity::Error && self.accepted.is_none()
    }
}

/// The remarks of a version, those on the document as a whole first, each with its acceptance.
pub(super) fn remarks_of<'a>(
    version: &'a Version,
    rows: &'a [Row],
    acceptances: &'a [AcceptanceLine],
) -> Vec<RemarkView<'a>> {
    let whole = version.header.0.diagnostics.iter().map(|it| (None, it));
    let cells = rows.iter().flat_map(|row| row.remarks.0.iter().map(move |it| (Some(row), it)));
    let found = whole.chain(cells).enumerate();
    found
        .map(|(at, (row, remark))| RemarkView {
            at,
            row,
            remark,
            accepted: acceptances
                .iter()
                .find(|it| is_of(&it.acceptance, row.map(|it| it.lineage), remark)),
        })
        .collect()
}

/// Whether an acceptance is of a remark: the same code about the same words of the same cell.
fn is_of(acceptance: &Acceptance, lineage: Option<LineageId>, remark: &Diagnostic) -> bool {
    acceptance.lineage == lineage
        && acceptance.code == remark.code
        && acceptance.cell == cell_of(remark)
        && acceptance.excerpt == remark.excerpt
}

fn cell_of(remark: &Diagnostic) -> &'static str {
    remark.place.column.map(column_slug).unwrap_or_default()
}

/// The errors that a roadmap was taken with, up to a version of it.
///
/// - Errors: of the store.
pub(crate) async fn acceptances_of(
    ctx: &Ctx,
    tx: &Tx,
    version: &Version,
) -> Result<Vec<AcceptanceLine>, StoreError> {
    let all = tx.acceptances(&ctx.scope, version.roadmap).await?;
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let versions = tx.versions(&ctx.scope, version.roadmap).await?;
    let number = |id: VersionId| versions.iter().find(|it| it.id == id).map_or(0, |it| it.number);
    let names = names_of_accounts(ctx, tx).await?;
    let line = |acceptance: Acceptance| {
        let by = names.iter().find(|(account, _)| *account == acceptance.accepted_by);
        AcceptanceLine { by: by.map(|(_, name)| name.clone()), acceptance }
    };
    let earlier = all.into_iter().filter(|it| number(it.version) <= version.number);
    Ok(earlier.map(line).collect())
}

/// How many errors of a version are neither mended nor accepted.
///
/// - Errors: of the store.
pub(crate) async fn n_errors_left(
    ctx: &Ctx,
    tx: &Tx,
    (version, rows): (&Version, &[Row]),
) -> Result<usize, StoreError> {
    let acceptances = acceptances_of(ctx, tx, version).await?;
    Ok(remarks_of(version, rows, &acceptances).iter().filter(|it| it.is_left()).count())
}

/// What accepting asks: several errors of one code with one reason.
#[derive(Clone, Debug)]
pub struct AcceptRemarks {
    /// The draft.
    pub version: VersionId,
    /// Its revision as it was shown.
    pub revision: i64,
    /// The code.
    pub code: String,
    /// Which errors, by [`RemarkView::at`].
    pub chosen: Vec<usize>,
    /// Why.
    pub reason: String,
}

/// Why errors cannot be accepted so.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AcceptObstacle {
    /// It is not a draft any more.
    #[error("the version is {0}")]
    NotDraft(VersionState),
    /// None was chosen.
    #[error("nothing chosen")]
    NothingChosen,
    /// The reason says too little or is too long.
    #[error("a reason of {REASON_LEAST} to {REASON_MOST} characters is needed")]
    NoReason,
}

/// Accepts errors with a reason.
///
/// What is accepted already, is no error or has another code is passed over.
///
/// - Returns: how many were accepted.
/// - Errors: not found; stale where somebody changed the draft since; everything wrong at once.
pub async fn accept_remarks(
    ctx: &Ctx,
    ask: &AcceptRemarks,
) -> Result<usize, Refusal<AcceptObstacle>> {
    let tx = ctx.begin().await?;
    let version = tx.version(&ctx.scope, ask.version).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditRoadmap, version.organisation)?;
    if version.state == VersionState::Draft && version.revision != ask.revision {
        return Err(Refusal::Stale);
    }
    Refusal::unless_clear(check(ask, version.state))?;
    let rows = tx.rows(&ctx.scope, version.id).await?;
    let known = acceptances_of(ctx, &tx, &version).await?;
    let remarks = remarks_of(&version, &rows, &known);
    let chosen = remarks
        .iter()
        .filter(|it| it.is_left() && it.remark.code == ask.code && ask.chosen.contains(&it.at));
    let mut accepted: Vec<Acceptance> = Vec::new();
    for it in chosen {
        let lineage = it.row.map(|row| row.lineage);
        // Two remarks that nothing tells apart are one answer.
        if accepted.iter().any(|known| is_of(known, lineage, it.remark)) {
            continue;
        }
        let new = new_acceptance(ctx, &version, (lineage, it.remark), &ask.reason);
        tx.insert_acceptance(&new).await?;
        ctx.record(&tx, Event::RemarkAccepted { acceptance: new.id, version: version.id }).await?;
        accepted.push(new);
    }
    tx.commit().await?;
    Ok(accepted.len())
}

fn check(ask: &AcceptRemarks, state: VersionState) -> Vec<AcceptObstacle> {
    let mut obstacles = Vec::new();
    if state != VersionState::Draft {
        obstacles.push(AcceptObstacle::NotDraft(state));
    }
    if ask.chosen.is_empty() {
        obstacles.push(AcceptObstacle::NothingChosen);
    }
    let n_letters = ask.reason.chars().filter(|it| it.is_alphanumeric()).count();
    if n_letters < REASON_LEAST || REASON_MOST < ask.reason.chars().count() {
        obstacles.push(AcceptObstacle::NoReason);
    }
    obstacles
}

fn new_acceptance(
    ctx: &Ctx,
    version: &Version,
    (lineage, remark): (Option<LineageId>, &Diagnostic),
    reason: &str,
) -> Acceptance {
    let id: AcceptanceId = ctx.new_id();
    Acceptance {
        organisation: version.organisation,
        id,
        roadmap: version.roadmap,
        version: version.id,
        lineage,
        code: remark.code.clone(),
        cell: cell_of(remark).to_owned(),
        excerpt: remark.excerpt.clone(),
        reason: reason.trim().to_owned(),
        accepted_on: ctx.today(),
        accepted_by: ctx.actor,
        accepted_at: ctx.now,
    }
}
