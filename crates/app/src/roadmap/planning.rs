//! From an approved version to the tasks of a year, and what moves them later.
//!
//! It decides which tasks a version opens, keeps, dates again and drops, and who answers for them.
//! What is done stays done. Deliberately absent: what an occurrence is (`roadmap::occurrence`),
//! approving (`launch`), closing (`act`).

use std::collections::BTreeMap;

use ::roadmap::occurrence::{Occurrence, Setting, Wait, occurrences};
use mentoring::event::Event;
use mentoring::id::{LineageId, PersonId, RoadmapId, VersionId};
use mentoring::period::Days;
use mentoring::person::{PersonRole, Position};
use store::{Row, RowResponsible, StoreError, Task, Tx};

use super::act::give_new;
use super::school::school_dates;
use crate::ctx::Ctx;

/// A version that is in force from now on.
#[derive(Clone, Copy, Debug)]
pub struct InForce {
    /// The roadmap.
    pub roadmap: RoadmapId,
    /// The version whose rows count.
    pub version: VersionId,
    /// First and last day of the plan.
    pub period: Days,
}

/// Brings the tasks of a roadmap in line with a version: the last step of approving it.
///
/// An occurrence that has a task keeps it; an open task whose occurrence moved is dated again, with
/// the work put into it; an open task that nothing asks for any more is dropped; closed ones stay.
/// Everything is recorded.
///
/// - `tx`: the transaction in which the version is approved.
/// - Errors: of the store.
pub async fn open_tasks(ctx: &Ctx, tx: &Tx, in_force: InForce) -> Result<(), StoreError> {
    let rows = tx.rows(&ctx.scope, in_force.version).await?;
    let calendar = tx.working_calendar().await?;
    let school = school_dates(&tx.school_dates(&ctx.scope, ctx.at()).await?);
    let setting = Setting { period: in_force.period, school: &school, calendar: &calendar };
    let mut known = tx.tasks_of_roadmap(&ctx.scope, in_force.roadmap).await?;
    known.extend(tx.tasks_dropped(&ctx.scope, in_force.roadmap).await?);
    let mut by_row: BTreeMap<LineageId, Vec<Task>> = BTreeMap::new();
    for task in known {
        by_row.entry(task.lineage).or_default().push(task);
    }
    let in_office = tx.roles_on(&ctx.scope, ctx.at(), ctx.today()).await?;
    for row in &rows {
        let tasks = by_row.remove(&row.lineage).unwrap_or_default();
        let steps = replan(tasks, occurrences(&row.deadline_normal, &setting));
        carry_out(ctx, tx, in_force, (row, &in_office), steps).await?;
    }
    for task in by_row.into_values().flatten().filter(is_open) {
        drop_task(ctx, tx, task).await?;
    }
    Ok(())
}

/// What happens to the tasks of one row.
#[derive(Debug, Default, PartialEq)]
struct Steps {
    /// Occurrences that have no task yet.
    open: Vec<Occurrence>,
    /// Open tasks with the occurrence they are of from now on.
    keep: Vec<(Task, Occurrence)>,
    /// Open tasks that nothing asks for any more.
    drop: Vec<Task>,
}

fn is_open(task: &Task) -> bool {
    task.closed_on.is_none() && task.dropped_at.is_none()
}

/// Compares the tasks of a row with its occurrences.
///
/// - `tasks`: all that the row ever had, dropped ones too.
fn replan(tasks: Vec<Task>, wanted: Vec<Occurrence>) -> Steps {
    let mut steps = Steps::default();
    let mut tasks = tasks;
    let mut unmatched = Vec::new();
    for occurrence in wanted {
        match tasks.iter().position(|it| it.occurrence == occurrence.key) {
            Some(at) => {
                let task = tasks.remove(at);
                if task.closed_on.is_none() {
                    steps.keep.push((task, occurrence));
                }
            }
            None => unmatched.push(occurrence),
        }
    }
    // What is left over on both sides moved: the first open task takes the first new occurrence,
    // so that work put into it is not lost.
    let mut left: Vec<Task> = tasks.into_iter().filter(is_open).collect();
    left.sort_by_key(|it| (it.due_on.is_none(), it.due_on, it.id));
    let mut left = left.into_iter();
    for occurrence in unmatched {
        match left.next() {
            Some(task) => steps.keep.push((task, occurrence)),
            None => steps.open.push(occurrence),
        }
    }
    steps.drop = left.collect();
    steps
}

async fn carry_out(
    ctx: &Ctx,
    tx: &Tx,
    in_force: InForce,
    (row, in_office): (&Row, &[PersonRole]),
    steps: Steps,
) -> Result<(), StoreError> {
    let people = people_of(&row.responsible.0, in_office);
    for occurrence in steps.open {
        let task = new_task(ctx, in_force, row.lineage, &occurrence);
        tx.insert_tasks(std::slice::from_ref(&task)).await?;
        ctx.record(tx, Event::TaskPlanned { task: task.id }).await?;
        give_new(ctx, tx, &task, &people).await?;
    }
    for (task, occurrence) in steps.keep {
        let moved = re_dated(&task, in_force.version, &occurrence);
        tx.save_task(&moved).await?;
        if let Some(due_on) = moved.due_on.filter(|due| Some(*due) != task.due_on) {
            ctx.record(tx, Event::TaskDated { task: task.id, due_on }).await?;
        }
        give_new(ctx, tx, &task, &people).await?;
    }
    for task in steps.drop {
        drop_task(ctx, tx, task).await?;
    }
    Ok(())
}

fn new_task(ctx: &Ctx, in_force: InForce, lineage: LineageId, occurrence: &Occurrence) -> Task {
    Task {
        organisation: ctx.at(),
        id: ctx.new_id(),
        roadmap: in_force.roadmap,
        lineage,
        version: in_force.version,
        occurrence: occurrence.key.clone(),
        from_on: occurrence.window.map(|it| it.from),
        to_on: occurrence.window.map(|it| it.to),
        due_on: occurrence.due_on,
        waits_for: waits_for(&occurrence.wait),
        started_on: None,
        closed_on: None,
        closing: None,
        reason: None,
        closed_by: None,
        closed_at: None,
        dropped_at: None,
        revision: 0,
    }
}

/// The task under another occurrence. A task that its event or a person dated already keeps its
/// day as long as its row asks for the same.
fn re_dated(task: &Task, version: VersionId, occurrence: &Occurrence) -> Task {
    let mut moved = Task { version, dropped_at: None, ..task.clone() };
    if task.occurrence == occurrence.key && occurrence.due_on.is_none() {
        return moved;
    }
    moved.occurrence = occurrence.key.clone();
    moved.from_on = occurrence.window.map(|it| it.from);
    moved.to_on = occurrence.window.map(|it| it.to);
    moved.due_on = occurrence.due_on;
    moved.waits_for = waits_for(&occurrence.wait);
    moved
}

fn waits_for(wait: &Wait) -> Option<String> {
    match wait {
        Wait::Event(words) => Some(words.clone()),
        Wait::Nothing | Wait::Day(_) | Wait::NeverNags => None,
    }
}

async fn drop_task(ctx: &Ctx, tx: &Tx, task: Task) -> Result<(), StoreError> {
    let id = task.id;
    tx.save_task(&Task { dropped_at: Some(ctx.now), ..task }).await?;
    ctx.record(tx, Event::TaskDropped { task: id }).await
}

/// Who answers for a row: the people it names, else those in office in the role it names.
///
/// - `in_office`: the roles of people on the day.
/// - Returns: each person once. Large roles («учителя», «наставники») give the row to nobody in
///   particular: a task that everybody answers for is answered for by nobody.
fn people_of(responsible: &[RowResponsible], in_office: &[PersonRole]) -> Vec<PersonId> {
    const A_FEW: usize = 5;
    let mut people: Vec<PersonId> = Vec::new();
    for one in responsible {
        let named: Vec<PersonId> = one.people.iter().copied().map(PersonId).collect();
        let position = one.role.as_deref().and_then(Position::of_roadmap_role);
        let found = match (named.is_empty(), position) {
            (false, _) | (true, None) => named,
            (true, Some(position)) => {
                in_office.iter().filter(|it| it.position == position).map(|it| it.person).collect()
            }
        };
        if found.len() <= A_FEW {
            people.extend(found);
        }
    }
    people.sort_unstable();
    people.dedup();
    people
}
