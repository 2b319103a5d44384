//! Mending a draft: its head and its rows.
//!
//! It decides that a mended cell is read again alone, that what a person says outweighs a reading,
//! and that two curators do not overwrite each other. Deliberately absent: a version in force is
//! never edited; a draft is begun over it (`draft`).

use mentoring::access::Action;
use mentoring::event::Event;
use mentoring::id::{LineageId, PersonId, VersionId};
use mentoring::launch::VersionState;
use mentoring::period::Days;
use roadmap::plan::{Column, Evidence, Item, PlanPeriod};
use store::{Json, Roadmap, Row, RowResponsible, Tx, Version};

use super::convert::{BY_HAND, plan_of, responsible_of, share_remarks};
use super::figure::{self, Answers, FigureEdit, FigureFault};
use super::sources::source;
use crate::ctx::Ctx;
use crate::person::people_of;
use crate::refusal::Refusal;

/// The longest text of a cell, in characters.
pub const CELL_MOST: usize = 20_000;
/// The most rows of a roadmap.
pub const ROWS_MOST: usize = 2_000;

/// What a row is mended to. What is left as it was is read as it was.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RowEdit {
    /// Stage or section, sub-stage.
    pub path: Vec<String>,
    /// Number.
    pub number: String,
    /// The activity.
    pub text: String,
    /// Deadline in words.
    pub deadline: String,
    /// Deadline in its normal form, where a person sets it; empty to read the words.
    pub normal: String,
    /// Responsible in words.
    pub responsible: String,
    /// The people who answer, in place of those that the words mean.
    pub people: Vec<PersonId>,
    /// Result in words.
    pub result: String,
    /// What must exist, where a person sets it; `None` to read the words.
    pub evidence: Option<Vec<Evidence>>,
    /// Indicator in words.
    pub indicator: String,
    /// The figures, where a person sets them; `None` to read the words.
    pub figures: Option<Vec<FigureEdit>>,
    /// Audience.
    pub audience: String,
    /// Note.
    pub note: String,
}

/// Which row of which draft.
#[derive(Clone, Copy, Debug)]
pub struct EditRow {
    /// The draft.
    pub version: VersionId,
    /// The row.
    pub row: LineageId,
    /// The revision of the draft as it was shown.
    pub revision: i64,
}

/// Why a draft cannot be mended so.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditObstacle {
    /// It is not a draft any more.
    #[error("the version is {0}")]
    NotDraft(VersionState),
    /// A row needs an activity.
    #[error("no activity")]
    NoText,
    /// A cell is longer than is kept.
    #[error("a cell is longer than {CELL_MOST} characters")]
    LongCell(Column),
    /// The normal form is none.
    #[error("no normal form")]
    BadNormal,
    /// A figure cannot be so.
    #[error("figure {at}: {fault}")]
    BadFigure {
        /// Its line, from 0.
        at: usize,
        /// What is wrong with it.
        fault: FigureFault,
    },
    /// A person is not of the organisation.
    #[error("no such person")]
    NoPerson,
    /// The plan would end before it begins.
    #[error("the period ends before it begins")]
    BadPeriod,
    /// There are as many rows as are kept.
    #[error("{ROWS_MOST} rows")]
    ManyRows,
}

/// Mends a row.
///
/// - Errors: not found; stale where somebody changed the draft since; everything wrong at once.
pub async fn change_row(
    ctx: &Ctx,
    at: EditRow,
    edit: &RowEdit,
) -> Result<(), Refusal<EditObstacle>> {
    let tx = ctx.begin().await?;
    let draft = Draft::open(ctx, &tx, at.version, Some(at.revision)).await?;
    let old = draft.rows.iter().find(|it| it.lineage == at.row).ok_or(Refusal::NotFound)?;
    let new = mended(ctx, &tx, (&draft, old), edit).await?;
    let rows = draft
        .rows
        .iter()
        .map(|it| if it.lineage == at.row { new.clone() } else { it.clone() })
        .collect();
    draft.save(ctx, &tx, rows, at.row).await?;
    Ok(tx.commit().await?)
}

/// Adds a row after another, or at the end.
///
/// - Returns: the row.
/// - Errors: as of mending.
pub async fn add_row(
    ctx: &Ctx,
    version: VersionId,
    after: Option<LineageId>,
    edit: &RowEdit,
) -> Result<LineageId, Refusal<EditObstacle>> {
    let tx = ctx.begin().await?;
    let draft = Draft::open(ctx, &tx, version, None).await?;
    if ROWS_MOST <= draft.rows.len() {
        return Err(Refusal::because(EditObstacle::ManyRows));
    }
    let lineage: LineageId = ctx.new_id();
    let hand_made = draft.rows.iter().filter(|it| it.place_table == BY_HAND);
    let place_row = hand_made.map(|it| it.place_row).max().unwrap_or(0) + 1;
    let empty = empty_row(&draft.version, lineage, place_row);
    let new = mended(ctx, &tx, (&draft, &empty), edit).await?;
    let mut rows = draft.rows.clone();
    let beside = after.and_then(|id| rows.iter().position(|it| it.lineage == id));
    // Without a neighbour it goes to the end of its section, and without a section to the end.
    let of_section = || {
        let section = new.path.0.first()?;
        rows.iter().rposition(|it| it.path.0.first() == Some(section))
    };
    let at = beside.or_else(of_section).map_or(rows.len(), |it| it + 1);
    rows.insert(at, new);
    draft.save(ctx, &tx, rows, lineage).await?;
    tx.commit().await?;
    Ok(lineage)
}

/// Where a row goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// Before the row above it.
    Up,
    /// After the row below it.
    Down,
    /// Before another row.
    Before(LineageId),
    /// After another row.
    After(LineageId),
}

/// Moves a row; it takes the section of its new neighbour.
///
/// - Errors: not found; not a draft; stale.
pub async fn move_row(ctx: &Ctx, at: EditRow, to: Move) -> Result<(), Refusal<EditObstacle>> {
    let tx = ctx.begin().await?;
    let draft = Draft::open(ctx, &tx, at.version, Some(at.revision)).await?;
    let from = draft.rows.iter().position(|it| it.lineage == at.row).ok_or(Refusal::NotFound)?;
    let mut rows = draft.rows.clone();
    let is_moved = match to {
        Move::Up => by_one(&mut rows, from, from.checked_sub(1)),
        Move::Down => by_one(&mut rows, from, from.checked_add(1)),
        Move::Before(beside) | Move::After(beside) => {
            let there = rows.iter().position(|it| it.lineage == beside).ok_or(Refusal::NotFound)?;
            let gap = if matches!(to, Move::After(_)) { there + 1 } else { there };
            put_beside(&mut rows, from, (there, gap))
        }
    };
    if !is_moved {
        return Ok(());
    }
    draft.save(ctx, &tx, rows, at.row).await?;
    Ok(tx.commit().await?)
}

/// Changes places with a neighbour.
///
/// - Returns: whether there is one.
fn by_one(rows: &mut [Row], from: usize, other: Option<usize>) -> bool {
    let Some(other) = other.filter(|it| *it < rows.len()) else { return false };
    if rows[from].path == rows[other].path {
        rows.swap(from, other);
    } else {
        // At the edge of a section the row first crosses into the next one.
        rows[from].path = rows[other].path.clone();
    }
    true
}

/// Puts a row beside another one, into its section.
///
/// - `gap`: the place between rows, from 0 before the first one.
/// - Returns: whether it is another row.
fn put_beside(rows: &mut Vec<Row>, from: usize, (neighbour, gap): (usize, usize)) -> bool {
    if from == neighbour {
        return false;
    }
    let path = rows[neighbour].path.clone();
    let row = rows.remove(from);
    rows.insert(gap - usize::from(from < gap), Row { path, ..row });
    true
}

/// Strikes a row out of a draft; earlier versions keep it.
///
/// - Errors: not found; not a draft; stale.
pub async fn strike_row(ctx: &Ctx, at: EditRow) -> Result<(), Refusal<EditObstacle>> {
    let tx = ctx.begin().await?;
    let draft = Draft::open(ctx, &tx, at.version, Some(at.revision)).await?;
    let rows: Vec<Row> = draft.rows.iter().filter(|it| it.lineage != at.row).cloned().collect();
    if rows.len() == draft.rows.len() {
        return Err(Refusal::NotFound);
    }
    draft.save(ctx, &tx, rows, at.row).await?;
    Ok(tx.commit().await?)
}

/// Mends what stands above the table.
///
/// - Errors: not found; not a draft; stale; the period ends before it begins.
pub async fn change_head(
    ctx: &Ctx,
    (version, revision): (VersionId, i64),
    title: &str,
    period: PlanPeriod,
) -> Result<(), Refusal<EditObstacle>> {
    let tx = ctx.begin().await?;
    let mut draft = Draft::open(ctx, &tx, version, Some(revision)).await?;
    let days = period.days().ok_or_else(|| Refusal::because(EditObstacle::BadPeriod))?;
    draft.version.title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    draft.version.header.0.period = Some(period);
    let rows = draft.rows.iter().map(|row| read_again(row, days)).collect();
    if draft.version.number == 1 {
        let roadmap = &draft.roadmap;
        let (from_on, to_on) = (days.from, days.to);
        let title = draft.version.title.clone();
        tx.save_roadmap(&Roadmap { title, from_on, to_on, ..roadmap.clone() }).await?;
    }
    draft.save(ctx, &tx, rows, LineageId(version.0)).await?;
    Ok(tx.commit().await?)
}

/// The deadline of a row read in another period; what a person set stays.
fn read_again(row: &Row, days: Days) -> Row {
    if row.is_deadline_mended {
        return row.clone();
    }
    let read = roadmap::deadline::read(&row.deadline_text, Some(days));
    Row { deadline_normal: read.normal, ..row.clone() }
}

/// A draft with everything a change of it looks at.
pub(super) struct Draft {
    pub(super) roadmap: Roadmap,
    pub(super) version: Version,
    pub(super) rows: Vec<Row>,
}

impl Draft {
    /// Opens a draft for changing it.
    ///
    /// - `revision`: as it was shown; `None` where the change does not depend on it.
    /// - Errors: not found; not a draft; stale.
    pub(super) async fn open(
        ctx: &Ctx,
        tx: &Tx,
        id: VersionId,
        revision: Option<i64>,
    ) -> Result<Self, Refusal<EditObstacle>> {
        let version = tx.version(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
        ctx.require(Action::EditRoadmap, version.organisation)?;
        if version.state != VersionState::Draft {
            return Err(Refusal::because(EditObstacle::NotDraft(version.state)));
        }
        if revision.is_some_and(|shown| shown != version.revision) {
            return Err(Refusal::Stale);
        }
        let roadmap = tx.roadmap(&ctx.scope, version.roadmap).await?.ok_or(Refusal::NotFound)?;
        let rows = tx.rows(&ctx.scope, id).await?;
        Ok(Self { roadmap, version, rows })
    }

    /// Keeps the rows in their new order, with the remarks of the whole once more.
    pub(super) async fn save<O>(
        &self,
        ctx: &Ctx,
        tx: &Tx,
        rows: Vec<Row>,
        changed: LineageId,
    ) -> Result<(), Refusal<O>> {
        let mut rows = rows;
        for (position, row) in (0..).zip(rows.iter_mut()) {
            row.position = position;
        }
        let source = source(ctx, tx, self.version.source_file).await?;
        let plan = plan_of(&self.version, &rows);
        let options = roadmap::check::Options::default();
        let found = roadmap::check::diagnostics(&plan, &source, &options);
        let mut version = self.version.clone();
        version.header.0.diagnostics = share_remarks(&mut rows, &found);
        tx.replace_rows(version.organisation, version.id, &rows).await?;
        tx.save_version(&version).await?;
        Ok(ctx.record(tx, Event::VersionChanged { version: version.id, row: changed }).await?)
    }
}

async fn mended(
    ctx: &Ctx,
    tx: &Tx,
    (draft, old): (&Draft, &Row),
    edit: &RowEdit,
) -> Result<Row, Refusal<EditObstacle>> {
    let mut obstacles = check(edit);
    let people = people_of(ctx, tx, "").await?;
    if !edit.people.iter().all(|id| people.iter().any(|it| it.person.id == *id)) {
        obstacles.push(EditObstacle::NoPerson);
    }
    let days = figure::days_of(&draft.version);
    let figures = edit.figures.as_ref().map(|it| figure::read_figures(it, days)).transpose();
    let by_hand = figures.unwrap_or_else(|faults| {
        let bad = faults.into_iter().map(|(at, fault)| EditObstacle::BadFigure { at, fault });
        obstacles.extend(bad);
        None
    });
    Refusal::unless_clear(obstacles)?;
    let parties = roadmap::responsible::read(&edit.responsible);
    let mut responsible: Vec<RowResponsible> =
        parties.responsible.iter().map(|it| responsible_of(it, &people)).collect();
    name_people(&mut responsible, &edit.people);
    let is_deadline_mended = !edit.normal.trim().is_empty();
    let deadline_normal = if is_deadline_mended {
        edit.normal.trim().to_owned()
    } else {
        roadmap::deadline::read(&edit.deadline, days).normal
    };
    let some = |text: &str| Some(text.trim().to_owned()).filter(|it| !it.is_empty());
    let answers = Answers::of(ctx, tx).await?;
    let read = answers.read(&edit.text, &edit.result, &edit.indicator);
    Ok(Row {
        path: Json(edit.path.iter().filter_map(|it| some(it)).collect()),
        number: some(&edit.number),
        text: edit.text.trim().to_owned(),
        items: Json(items_of(&read.items, edit)),
        deadline_text: edit.deadline.trim().to_owned(),
        deadline_normal,
        is_deadline_mended,
        responsible: Json(responsible),
        nobody: parties.nobody,
        result: some(&edit.result),
        evidence: Json(edit.evidence.clone().unwrap_or(read.evidence)),
        indicator_text: some(&edit.indicator),
        indicators: Json(by_hand.unwrap_or(read.indicators)),
        audience: some(&edit.audience),
        note: some(&edit.note),
        ..old.clone()
    })
}

/// The child activities; what a person set for the row is not asked of its children as well.
fn items_of(read: &[Item], edit: &RowEdit) -> Vec<Item> {
    let mut items = read.to_vec();
    if edit.evidence.is_some() {
        for item in &mut items {
            item.evidence.clear();
        }
    }
    items
}

/// Puts the people that somebody chose in the place of those that the words mean.
fn name_people(responsible: &mut Vec<RowResponsible>, chosen: &[PersonId]) {
    if chosen.is_empty() {
        return;
    }
    for one in responsible.iter_mut() {
        one.people.clear();
    }
    let ids = chosen.iter().map(|it| it.0).collect();
    match responsible.first_mut() {
        Some(first) => first.people = ids,
        None => responsible.push(RowResponsible { people: ids, ..RowResponsible::default() }),
    }
}

fn check(edit: &RowEdit) -> Vec<EditObstacle> {
    let mut obstacles = Vec::new();
    if edit.text.trim().is_empty() {
        obstacles.push(EditObstacle::NoText);
    }
    let cells = [
        (&edit.text, Column::Activity),
        (&edit.deadline, Column::Deadline),
        (&edit.responsible, Column::Responsible),
        (&edit.result, Column::Result),
        (&edit.indicator, Column::Indicator),
        (&edit.audience, Column::Audience),
        (&edit.note, Column::Note),
        (&edit.number, Column::Number),
    ];
    for (cell, column) in cells {
        if CELL_MOST < cell.chars().count() {
            obstacles.push(EditObstacle::LongCell(column));
        }
    }
    let normal = edit.normal.trim();
    if !normal.is_empty() && roadmap::deadline::parse_normal(normal).is_none() {
        obstacles.push(EditObstacle::BadNormal);
    }
    obstacles
}

fn empty_row(version: &Version, lineage: LineageId, place_row: u32) -> Row {
    Row {
        organisation: version.organisation,
        version: version.id,
        lineage,
        position: 0,
        place_table: BY_HAND,
        place_row,
        path: Json(Vec::new()),
        number: None,
        text: String::new(),
        items: Json(Vec::new()),
        deadline_text: String::new(),
        deadline_normal: "none".into(),
        is_deadline_mended: false,
        responsible: Json(Vec::new()),
        nobody: false,
        result: None,
        evidence: Json(Vec::new()),
        indicator_text: None,
        indicators: Json(Vec::new()),
        audience: None,
        note: None,
        remarks: Json(Vec::new()),
        original: None,
    }
}

/// A deadline read while it is typed: the normal form and its windows, nothing saved.
///
/// - Errors: not found without the right or the draft.
pub async fn try_deadline(
    ctx: &Ctx,
    version: VersionId,
    words: &str,
) -> Result<(String, Vec<Days>), Refusal<EditObstacle>> {
    let tx = ctx.read().await?;
    let version = tx.version(&ctx.scope, version).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditRoadmap, version.organisation)?;
    let roadmap = tx.roadmap(&ctx.scope, version.roadmap).await?.ok_or(Refusal::NotFound)?;
    let period = version.header.0.period.as_ref().and_then(PlanPeriod::days);
    let read = roadmap::deadline::read(words, period);
    let days = Days::new(roadmap.from_on, roadmap.to_on);
    let windows = days.map(|it| roadmap::deadline::occurrences(&read.normal, it));
    Ok((read.normal, windows.unwrap_or_default()))
}
