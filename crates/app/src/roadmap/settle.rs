//! What follows from a change: rows that the facts close, rows that they open again, events.
//!
//! It decides what a change may touch, so that nothing else is looked at. Deliberately absent: when
//! facts are enough (`mentoring::task`), what is an event (`happen`).

use jiff::civil::Date;
use mentoring::event::Event;
use mentoring::evidence::Wanted;
use mentoring::id::{RoadmapId, TaskId};
use mentoring::task::Closing;
use store::{StoreError, Task, Tx};

use super::facts::{is_control, running_of, wanted};
use super::happen::follow;
use super::running::{RowView, Running, TaskView};
use crate::ctx::Ctx;

/// What a change may have touched: nothing else is looked at.
#[derive(Clone, Debug)]
pub(crate) enum Touched {
    /// One task.
    Task(TaskId),
    /// A roadmap: every task of it.
    Roadmap(RoadmapId),
    /// A task of a roadmap that a person opened: it stays open, what follows from it is looked at.
    Others(RoadmapId),
    /// A document that another module recorded: the rows of all roadmaps that want it.
    Document(Wanted),
}

impl Touched {
    fn is(&self, row: &RowView, task: &TaskView) -> bool {
        match self {
            Self::Task(id) => task.task.id == *id,
            Self::Roadmap(_) => true,
            Self::Others(_) => false,
            Self::Document(it) => {
                wanted(&row.row).contains(it)
                    || task.parts.iter().any(|part| part.wanted.contains(it))
            }
        }
    }

    async fn roadmaps(&self, ctx: &Ctx, tx: &Tx) -> Result<Vec<RoadmapId>, StoreError> {
        Ok(match self {
            Self::Task(id) => {
                tx.task(&ctx.scope, *id).await?.map(|it| it.roadmap).into_iter().collect()
            }
            Self::Roadmap(id) | Self::Others(id) => vec![*id],
            Self::Document(_) => {
                let all = tx.roadmaps(&ctx.scope, ctx.at()).await?;
                all.into_iter().filter(|it| it.ended_on.is_none()).map(|it| it.id).collect()
            }
        })
    }
}

/// Closes what the facts close and opens what they no longer do, in the transaction of the change
/// that moved them; then lets the events follow that the roadmap waits for.
///
/// A task closed by facts or by a person without need of a reason reopens when what it stood on is
/// gone; one closed with a reason stays, the reason stands.
pub(crate) async fn settle(ctx: &Ctx, tx: &Tx, touched: &Touched) -> Result<(), StoreError> {
    for roadmap in touched.roadmaps(ctx, tx).await? {
        let mut running = running_of(ctx, tx, roadmap).await?;
        if settle_these(ctx, tx, &running, |row, task| touched.is(row, task)).await? {
            running = running_of(ctx, tx, roadmap).await?;
        }
        // Whatever closes or opens moves the figure of a control row; control rows leave themselves
        // out of their own figure, so that one look is enough.
        if settle_these(ctx, tx, &running, |row, _| is_control(&row.row)).await? {
            running = running_of(ctx, tx, roadmap).await?;
        }
        for map in &running.roadmaps {
            follow(ctx, tx, map).await?;
        }
    }
    Ok(())
}

async fn settle_these(
    ctx: &Ctx,
    tx: &Tx,
    running: &Running,
    is_touched: impl Fn(&RowView, &TaskView) -> bool,
) -> Result<bool, StoreError> {
    let mut has_changed = false;
    for (map, row, view) in running.tasks() {
        if is_touched(row, view) {
            has_changed |= settle_one(ctx, tx, view, map.roadmap.from_on).await?;
        }
    }
    Ok(has_changed)
}

async fn settle_one(
    ctx: &Ctx,
    tx: &Tx,
    view: &TaskView,
    begins_on: Date,
) -> Result<bool, StoreError> {
    match view.task.closing {
        None if view.needs.close_by_themselves() => {
            let on = view.needs.met_on(begins_on, ctx.today());
            let task = Task { started_on: view.task.started_on.or(Some(on)), ..view.task.clone() };
            save_closed(ctx, tx, task, (on, Closing::ByEvidence, None)).await?;
            Ok(true)
        }
        Some(Closing::ByEvidence) if !view.needs.still_stand() => {
            save_open(ctx, tx, view.task.clone(), None).await?;
            Ok(true)
        }
        _ => Ok(false),
    }
}

pub(super) async fn save_closed(
    ctx: &Ctx,
    tx: &Tx,
    task: Task,
    (on, closing, reason): (Date, Closing, Option<String>),
) -> Result<(), StoreError> {
    let id = task.id;
    let by_facts = closing == Closing::ByEvidence;
    tx.save_task(&Task {
        closed_on: Some(on),
        closing: Some(closing),
        reason,
        closed_by: (!by_facts).then_some(ctx.actor),
        closed_at: Some(ctx.now),
        ..task
    })
    .await?;
    ctx.record(tx, Event::TaskClosed { task: id, on, closing }).await
}

pub(super) async fn save_open(
    ctx: &Ctx,
    tx: &Tx,
    task: Task,
    reason: Option<String>,
) -> Result<(), StoreError> {
    let id = task.id;
    tx.save_task(&Task {
        closed_on: None,
        closing: None,
        reason,
        closed_by: None,
        closed_at: None,
        ..task
    })
    .await?;
    ctx.record(tx, Event::TaskReopened { task: id }).await
}
