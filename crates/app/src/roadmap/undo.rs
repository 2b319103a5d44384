//! Taking back what one has just done to a task, with one press.
//!
//! It decides what may still be taken back: one's own act, where nothing has come after it. The
//! journal keeps both. Deliberately absent: taking back with a reason, later or for others
//! (`act::reopen_task`, `part::undo_part`, `evidence::withdraw_evidence`).

use std::collections::BTreeSet;

use ::roadmap::occurrence::is_dated_by_somebody;
use mentoring::access::Action;
use mentoring::event::Event;
use mentoring::id::{EvidenceId, HappeningId, PartId, PersonId, TaskId};
use store::{StoreError, Task, Tx};

use super::act::{give_new, permitted, running_of_task};
use super::running::{TaskView, proves};
use super::settle::{Touched, save_open, settle};
use super::{evidence, happen, part};
use crate::ctx::Ctx;
use crate::refusal::Refusal;

/// What was done, as the page that tells it remembers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// The task was begun.
    Started,
    /// It was closed by a person, or set aside.
    Closed,
    /// Parts were ticked off.
    PartsDone(Vec<PartId>),
    /// Evidence was put to it.
    EvidencePut(EvidenceId),
    /// It was given to people.
    Given {
        /// Those who answered for it.
        before: Vec<PersonId>,
        /// Those who answer for it since.
        after: Vec<PersonId>,
    },
    /// The event that it waits for was recorded.
    Happened(HappeningId),
    /// Its day was named.
    Dated,
}

/// What taking back asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UndoAct {
    /// The task.
    pub task: TaskId,
    /// What was done to it.
    pub act: Act,
    /// Whether the task began with it, so that it is not begun afterwards.
    pub has_begun_it: bool,
}

/// Why it cannot be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UndoObstacle {
    /// Something came after it, or it was taken back already.
    #[error("something came after it")]
    Overtaken,
}

/// Takes back one's own act.
///
/// - Errors: not found; something came after it.
pub async fn undo_act(ctx: &Ctx, ask: &UndoAct) -> Result<(), Refusal<UndoObstacle>> {
    let tx = ctx.begin().await?;
    let running = running_of_task(ctx, &tx, ask.task).await?;
    let action = match ask.act {
        Act::Given { .. } | Act::Happened(_) | Act::Dated => Action::SettleTasks,
        _ => Action::WorkOnTasks,
    };
    let (map, _, view) = permitted(ctx, &running, ask.task, action)?;
    let roadmap = map.roadmap.id;
    let is_undone = match &ask.act {
        Act::Started => view.task.closed_on.is_none() && undo_start(ctx, &tx, view).await?,
        Act::Closed => undo_close(ctx, &tx, view).await?,
        Act::PartsDone(parts) => undo_parts(ctx, &tx, view, parts).await?,
        Act::EvidencePut(id) => undo_evidence(ctx, &tx, view, *id).await?,
        Act::Given { before, after } => undo_given(ctx, &tx, view, (before, after)).await?,
        Act::Happened(id) => undo_happening(ctx, &tx, *id).await?,
        Act::Dated => undo_day(ctx, &tx, view).await?,
    };
    if !is_undone {
        return Err(Refusal::because(UndoObstacle::Overtaken));
    }
    let touched = match ask.act {
        Act::Closed => Touched::Others(roadmap),
        _ => Touched::Task(ask.task),
    };
    settle(ctx, &tx, &touched).await?;
    if ask.has_begun_it {
        let running = running_of_task::<UndoObstacle>(ctx, &tx, ask.task).await?;
        if let Some((_, _, view)) = running.task(ask.task).filter(|it| it.2.is_open()) {
            undo_start(ctx, &tx, view).await?;
        }
    }
    Ok(tx.commit().await?)
}

/// - Returns: whether nothing but the mark itself says that it has begun.
async fn undo_start(ctx: &Ctx, tx: &Tx, view: &TaskView) -> Result<bool, StoreError> {
    let has_more = view.given.iter().any(|it| it.evidence.withdrawn_on.is_none())
        || view.parts.iter().any(|it| it.done.is_some());
    if view.task.started_on.is_none() || has_more {
        return Ok(false);
    }
    tx.save_task(&Task { started_on: None, ..view.task.clone() }).await?;
    ctx.record(tx, Event::TaskStartUndone { task: view.task.id }).await?;
    Ok(true)
}

async fn undo_close(ctx: &Ctx, tx: &Tx, view: &TaskView) -> Result<bool, StoreError> {
    let is_own = view.task.closed_on.is_some() && view.task.closed_by == Some(ctx.actor);
    if is_own {
        save_open(ctx, tx, view.task.clone(), None).await?;
    }
    Ok(is_own)
}

async fn undo_parts(
    ctx: &Ctx,
    tx: &Tx,
    view: &TaskView,
    parts: &[PartId],
) -> Result<bool, StoreError> {
    let done = view.parts.iter().filter_map(|it| it.done.as_ref());
    let own: Vec<_> =
        done.filter(|it| parts.contains(&it.id) && it.done_by == ctx.actor).cloned().collect();
    // What a person closed since stands on the parts.
    if own.is_empty() || own.len() != parts.len() || view.task.closed_by.is_some() {
        return Ok(false);
    }
    for it in own {
        part::take_back(ctx, tx, it, None).await?;
    }
    tx.save_task(&view.task).await?;
    Ok(true)
}

async fn undo_evidence(
    ctx: &Ctx,
    tx: &Tx,
    view: &TaskView,
    id: EvidenceId,
) -> Result<bool, StoreError> {
    let own = view.given.iter().find(|it| {
        let is_standing = it.evidence.withdrawn_on.is_none();
        it.evidence.id == id && is_standing && it.evidence.given_by == ctx.actor
    });
    let Some(own) = own else { return Ok(false) };
    // A person closed the task since, and may have looked at the document.
    if view.task.closed_by.is_some() && proves(own) {
        return Ok(false);
    }
    evidence::take_back(ctx, tx, own.evidence.clone(), None).await?;
    Ok(true)
}

async fn undo_given(
    ctx: &Ctx,
    tx: &Tx,
    view: &TaskView,
    (before, after): (&[PersonId], &[PersonId]),
) -> Result<bool, StoreError> {
    let set = |all: &[PersonId]| all.iter().copied().collect::<BTreeSet<_>>();
    let now: Vec<PersonId> = view.people.iter().map(|it| it.id).collect();
    let there = tx.people_by_ids(&ctx.scope, before).await?;
    let are_there = before.iter().all(|id| {
        there.iter().any(|it| it.id == *id && it.organisation == ctx.at() && it.left_on.is_none())
    });
    if set(&now) != set(after) || !are_there {
        return Ok(false);
    }
    let task = view.task.id;
    for person in now.into_iter().filter(|it| !before.contains(it)) {
        tx.take_task(ctx.at(), task, person).await?;
        ctx.record(tx, Event::TaskTaken { task, person }).await?;
    }
    give_new(ctx, tx, &view.task, before).await?;
    Ok(true)
}

async fn undo_happening(ctx: &Ctx, tx: &Tx, id: HappeningId) -> Result<bool, StoreError> {
    let found = tx.happening(&ctx.scope, id).await?;
    let own = found.filter(|it| {
        it.organisation == ctx.at() && it.withdrawn_at.is_none() && it.recorded_by == ctx.actor
    });
    let Some(own) = own else { return Ok(false) };
    happen::withdraw(ctx, tx, &own).await?;
    Ok(true)
}

async fn undo_day(ctx: &Ctx, tx: &Tx, view: &TaskView) -> Result<bool, StoreError> {
    let task = &view.task;
    let is_named = task.due_on.is_some() && is_dated_by_somebody(&task.occurrence);
    if !is_named || task.closed_on.is_some() {
        return Ok(false);
    }
    tx.save_task(&Task { from_on: None, to_on: None, due_on: None, ..task.clone() }).await?;
    ctx.record(tx, Event::TaskUndated { task: task.id }).await?;
    Ok(true)
}
