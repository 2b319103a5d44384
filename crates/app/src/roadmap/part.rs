//! Parts of a task: entries of a row's list («а), б)») that are done one by one.
//!
//! It decides who ticks a part off and takes that back, with the day, the author and the journal.
//! Deliberately absent: whether the row closes with them (`mentoring::task`, M1), which documents a
//! part names (`facts`).

use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::event::Event;
use mentoring::id::{PartId, TaskId};
use mentoring::task::{PartState, TaskObstacle, check_reason};
use store::{StoreError, Task, TaskPart, Tx};

use super::act::{permitted, running_of_task};
use super::settle::{Touched, settle};
use crate::ctx::Ctx;
use crate::refusal::Refusal;

/// What ticking off asks.
#[derive(Clone, Debug)]
pub struct DoParts {
    /// Of which task.
    pub task: TaskId,
    /// The keys of the parts.
    pub parts: Vec<String>,
    /// The day they were done.
    pub on: Date,
}

/// Why parts cannot be ticked off so.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PartObstacle {
    /// The task is closed already.
    #[error("the task was closed on {on}")]
    Closed {
        /// The day.
        on: Date,
    },
    /// Nothing was ticked.
    #[error("no part")]
    Nothing,
    /// A part is not of the row any more.
    #[error("the row has no such part")]
    Gone,
    /// The day lies ahead.
    #[error("{on} is after today")]
    Ahead {
        /// The day given.
        on: Date,
    },
}

/// Ticks parts of a task off; the task begins with the first, and closes with the last where nothing
/// else is missing.
///
/// A part that is done already stays as it is.
///
/// - Returns: what was recorded.
/// - Errors: not found; everything against it at once.
pub async fn do_parts(ctx: &Ctx, ask: &DoParts) -> Result<Vec<PartId>, Refusal<PartObstacle>> {
    let tx = ctx.begin().await?;
    let running = running_of_task(ctx, &tx, ask.task).await?;
    let (_, _, view) = permitted(ctx, &running, ask.task, Action::WorkOnTasks)?;
    let mut obstacles = Vec::new();
    if let Some(on) = view.task.closed_on {
        obstacles.push(PartObstacle::Closed { on });
    }
    if ask.parts.is_empty() {
        obstacles.push(PartObstacle::Nothing);
    }
    if !ask.parts.iter().all(|key| view.parts.iter().any(|it| it.key == *key)) {
        obstacles.push(PartObstacle::Gone);
    }
    if ctx.today() < ask.on {
        obstacles.push(PartObstacle::Ahead { on: ask.on });
    }
    Refusal::unless_clear(obstacles)?;
    let mut done = Vec::new();
    for part in view.parts.iter().filter(|it| ask.parts.contains(&it.key)) {
        if part.state == PartState::Done {
            continue;
        }
        let part = TaskPart {
            organisation: ctx.at(),
            id: ctx.new_id(),
            task: ask.task,
            key: part.key.clone(),
            words: part.words.clone(),
            done_on: ask.on,
            done_by: ctx.actor,
            done_at: ctx.now,
            undone_on: None,
            undone_by: None,
            undone_why: None,
        };
        tx.insert_part(&part).await?;
        ctx.record(&tx, Event::TaskPartDone { task: ask.task, part: part.id, on: ask.on }).await?;
        done.push(part.id);
    }
    begin(ctx, &tx, &view.task).await?;
    settle(ctx, &tx, &Touched::Task(ask.task)).await?;
    tx.commit().await?;
    Ok(done)
}

/// Saves the task, begun: saving also guards its parts against two people at once.
async fn begin(ctx: &Ctx, tx: &Tx, task: &Task) -> Result<(), StoreError> {
    let today = ctx.today();
    let started_on = task.started_on.or(Some(today));
    tx.save_task(&Task { started_on, ..task.clone() }).await?;
    if task.started_on.is_none() {
        ctx.record(tx, Event::TaskStarted { task: task.id, on: today }).await?;
    }
    Ok(())
}

/// Takes back that a part was done; a row that facts closed opens again. Nothing is deleted.
///
/// - Errors: not found; taken back already; the task is closed by hand; no reason.
pub async fn undo_part(ctx: &Ctx, id: PartId, why: &str) -> Result<TaskId, Refusal<TaskObstacle>> {
    let tx = ctx.begin().await?;
    let part = tx.part(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    let task = part.task;
    let running = running_of_task(ctx, &tx, task).await?;
    // Who ticked it off may take it back; others only where they settle tasks.
    let action = if part.done_by == ctx.actor { Action::WorkOnTasks } else { Action::SettleTasks };
    let (_, _, view) = permitted(ctx, &running, task, action)?;
    let mut obstacles = Vec::new();
    if part.undone_on.is_some() {
        obstacles.push(TaskObstacle::Open);
    }
    if let Some(on) = view.task.closed_on.filter(|_| view.task.closed_by.is_some()) {
        obstacles.push(TaskObstacle::Closed { on });
    }
    obstacles.extend(check_reason(why));
    Refusal::unless_clear(obstacles)?;
    take_back(ctx, &tx, part, Some(why.trim().to_owned())).await?;
    tx.save_task(&view.task).await?;
    settle(ctx, &tx, &Touched::Task(task)).await?;
    tx.commit().await?;
    Ok(task)
}

/// Saves and records that a part is not done after all.
pub(super) async fn take_back(
    ctx: &Ctx,
    tx: &Tx,
    part: TaskPart,
    why: Option<String>,
) -> Result<(), StoreError> {
    let (id, task) = (part.id, part.task);
    tx.save_part(&TaskPart {
        undone_on: Some(ctx.today()),
        undone_by: Some(ctx.actor),
        undone_why: why,
        ..part
    })
    .await?;
    ctx.record(tx, Event::TaskPartUndone { task, part: id }).await
}
