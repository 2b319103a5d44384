//! What people do with tasks: begin, close, set aside, open again, date, give.
//!
//! It decides who may do it to which task, and that the change and its entry in the journal stand
//! together. Deliberately absent: the rules of closing (`mentoring::task`), evidence (`evidence`).

use ::roadmap::occurrence::is_dated_by_somebody;
use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::event::Event;
use mentoring::id::{PersonId, TaskId};
use mentoring::task::{self, Closing, TaskObstacle};
use store::{StoreError, Task, Tx};

use super::facts::running_of;
use super::running::{Running, TaskView};
use super::settle::{Touched, save_closed, save_open, settle};
use crate::ctx::Ctx;
use crate::refusal::{NotFound, Nothing, Refusal};

/// Why a task cannot be dated or given so.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettleObstacle {
    /// The roadmap says when.
    #[error("the roadmap gives the day")]
    HasDay,
    /// The day lies outside the plan.
    #[error("{on} is outside {from}..{to}")]
    OutsidePlan {
        /// The day given.
        on: Date,
        /// First day of the plan.
        from: Date,
        /// Last day of the plan.
        to: Date,
    },
    /// It is closed.
    #[error("the task is closed")]
    Closed,
    /// The person is not there.
    #[error("no such person")]
    NoPerson,
}

/// Begins a task.
///
/// - Errors: not found; closed already.
pub async fn start_task(ctx: &Ctx, id: TaskId) -> Result<(), Refusal<TaskObstacle>> {
    let tx = ctx.begin().await?;
    let view = find(ctx, &tx, id, Action::WorkOnTasks).await?;
    if let Some(on) = view.task.closed_on {
        return Err(Refusal::because(TaskObstacle::Closed { on }));
    }
    if view.task.started_on.is_none() {
        let on = ctx.today();
        tx.save_task(&Task { started_on: Some(on), ..view.task }).await?;
        ctx.record(&tx, Event::TaskStarted { task: id, on }).await?;
    }
    Ok(tx.commit().await?)
}

/// What closing asks.
#[derive(Clone, Debug)]
pub struct CloseTask {
    /// Which task.
    pub task: TaskId,
    /// The day it was done.
    pub on: Date,
    /// Why it counts as done although something is missing; empty where nothing is.
    pub reason: String,
}

/// Closes a task because a person says so.
///
/// - Errors: not found; everything that is missing, at once (M1).
pub async fn close_task(ctx: &Ctx, ask: &CloseTask) -> Result<Closing, Refusal<TaskObstacle>> {
    let tx = ctx.begin().await?;
    let view = find(ctx, &tx, ask.task, Action::WorkOnTasks).await?;
    let facts = view.task.facts();
    let closing = task::close(&facts, &view.needs, ask.on, ctx.today(), Some(&ask.reason))
        .map_err(Refusal::Obstacles)?;
    let reason = (closing == Closing::ByReason).then(|| ask.reason.trim().to_owned());
    save_closed(ctx, &tx, view.task, (ask.on, closing, reason)).await?;
    settle(ctx, &tx, &Touched::Task(ask.task)).await?;
    tx.commit().await?;
    Ok(closing)
}

/// Sets a task aside as not applicable, by who may settle tasks.
///
/// - Errors: not found; no reason.
pub async fn set_aside(ctx: &Ctx, id: TaskId, reason: &str) -> Result<(), Refusal<TaskObstacle>> {
    let tx = ctx.begin().await?;
    let view = find(ctx, &tx, id, Action::SettleTasks).await?;
    let today = ctx.today();
    let closing =
        task::set_aside(&view.task.facts(), today, today, reason).map_err(Refusal::Obstacles)?;
    save_closed(ctx, &tx, view.task, (today, closing, Some(reason.trim().to_owned()))).await?;
    settle(ctx, &tx, &Touched::Task(id)).await?;
    Ok(tx.commit().await?)
}

/// Opens a closed task again.
///
/// - `reason`: kept with the task until it is closed again.
/// - Errors: not found; it is open; no reason.
pub async fn reopen_task(ctx: &Ctx, id: TaskId, reason: &str) -> Result<(), Refusal<TaskObstacle>> {
    let tx = ctx.begin().await?;
    let view = find(ctx, &tx, id, Action::SettleTasks).await?;
    task::reopen(&view.task.facts(), reason).map_err(Refusal::Obstacles)?;
    let roadmap = view.task.roadmap;
    save_open(ctx, &tx, view.task, Some(reason.trim().to_owned())).await?;
    settle(ctx, &tx, &Touched::Others(roadmap)).await?;
    Ok(tx.commit().await?)
}

/// Names the day of a task that the roadmap does not date.
///
/// - Errors: not found; the roadmap gives the day; outside the plan.
pub async fn name_day(ctx: &Ctx, id: TaskId, on: Date) -> Result<Date, Refusal<SettleObstacle>> {
    let tx = ctx.begin().await?;
    let running = running_of_task(ctx, &tx, id).await?;
    let (map, _, view) = permitted(ctx, &running, id, Action::SettleTasks)?;
    let mut obstacles = Vec::new();
    if view.task.closed_on.is_some() {
        obstacles.push(SettleObstacle::Closed);
    }
    if !is_dated_by_somebody(&view.task.occurrence) {
        obstacles.push(SettleObstacle::HasDay);
    }
    let (from, to) = (map.roadmap.from_on, map.roadmap.to_on);
    if on < from || to < on {
        obstacles.push(SettleObstacle::OutsidePlan { on, from, to });
    }
    Refusal::unless_clear(obstacles)?;
    let due_on = tx.working_calendar().await?.on_or_after(on);
    let task = view.task.clone();
    tx.save_task(&Task { from_on: Some(on), to_on: Some(on), due_on: Some(due_on), ..task })
        .await?;
    ctx.record(&tx, Event::TaskDated { task: id, due_on }).await?;
    tx.commit().await?;
    Ok(due_on)
}

/// Gives a task to people, in place of those who answered for it.
///
/// - `people`: empty for nobody.
/// - Errors: not found; a person who is not there.
pub async fn give_task(
    ctx: &Ctx,
    id: TaskId,
    people: &[PersonId],
) -> Result<(), Refusal<SettleObstacle>> {
    let tx = ctx.begin().await?;
    let running = running_of_task(ctx, &tx, id).await?;
    let (_, _, view) = permitted(ctx, &running, id, Action::SettleTasks)?;
    let there = tx.people_by_ids(&ctx.scope, people).await?;
    if !people.iter().all(|id| there.iter().any(|it| it.id == *id && it.organisation == ctx.at())) {
        return Err(Refusal::because(SettleObstacle::NoPerson));
    }
    for held in view.people.iter().filter(|it| !people.contains(&it.id)) {
        tx.take_task(ctx.at(), id, held.id).await?;
        ctx.record(&tx, Event::TaskTaken { task: id, person: held.id }).await?;
    }
    give_new(ctx, &tx, &view.task, people).await?;
    Ok(tx.commit().await?)
}

/// Gives a task to those who do not answer for it yet, and records each.
pub(super) async fn give_new(
    ctx: &Ctx,
    tx: &Tx,
    task: &Task,
    people: &[PersonId],
) -> Result<(), StoreError> {
    let held = tx.task_people(&ctx.scope, &[task.id]).await?;
    let new: Vec<PersonId> = people
        .iter()
        .copied()
        .filter(|person| !held.iter().any(|it| it.person == *person))
        .collect();
    tx.give_task(task.organisation, task.id, &new).await?;
    for person in new {
        ctx.record(tx, Event::TaskGiven { task: task.id, person }).await?;
    }
    Ok(())
}

/// The task with what it needs, where the actor may do this to it.
pub(super) async fn find(
    ctx: &Ctx,
    tx: &Tx,
    id: TaskId,
    action: Action,
) -> Result<TaskView, Refusal<TaskObstacle>> {
    let running = running_of_task(ctx, tx, id).await?;
    let (_, _, view) = permitted(ctx, &running, id, action)?;
    Ok(view.clone())
}

/// What runs of the roadmap that a task belongs to; everything about the task is in it.
///
/// - Errors: not found.
pub(super) async fn running_of_task<O>(
    ctx: &Ctx,
    tx: &Tx,
    id: TaskId,
) -> Result<Running, Refusal<O>> {
    let task = tx.task(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    Ok(running_of(ctx, tx, task.roadmap).await?)
}

pub(super) fn permitted<'a>(
    ctx: &Ctx,
    running: &'a Running,
    id: TaskId,
    action: Action,
) -> Result<(&'a super::RoadmapView, &'a super::RowView, &'a TaskView), NotFound> {
    let found = running.task(id).ok_or(NotFound)?;
    let is_own = || found.2.people.iter().any(|it| it.id == ctx.person);
    ctx.require_for(action, found.2.task.organisation, is_own)?;
    Ok(found)
}

/// Shows who of the organisation could answer for a task.
///
/// - Errors: not found without the right to give tasks.
pub async fn list_candidates(
    ctx: &Ctx,
) -> Result<Vec<crate::person::PersonLine>, Refusal<Nothing>> {
    ctx.require(Action::SettleTasks, ctx.at())?;
    let tx = ctx.read().await?;
    Ok(crate::person::people_of(ctx, &tx, "").await?)
}
