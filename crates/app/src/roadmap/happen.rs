//! Things that happen and date relative deadlines.
//!
//! It decides which waiting tasks an event dates: those whose words name it. Deliberately absent:
//! how far the deadline lies from the event (`roadmap::occurrence`).

use ::roadmap::occurrence::dated_by_event;
use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::event::Event;
use mentoring::id::{HappeningId, TaskId};
use store::{Happening, Task, Tx};

use super::act::permitted;
use super::running::running_in;
use crate::ctx::Ctx;
use crate::refusal::Refusal;

/// Why an event cannot be recorded so.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HappeningObstacle {
    /// The task waits for nothing.
    #[error("the task waits for no event")]
    NotWaiting,
    /// The day lies ahead.
    #[error("{on} is after today")]
    Ahead {
        /// The day given.
        on: Date,
    },
}

/// Records that the event for which a task waits has happened: it, and every other task of the
/// roadmap that waits for the same words, get their days.
///
/// - Returns: how many tasks got their days.
/// - Errors: not found; it waits for nothing; the day lies ahead.
pub async fn record_happening(
    ctx: &Ctx,
    id: TaskId,
    on: Date,
) -> Result<usize, Refusal<HappeningObstacle>> {
    let tx = ctx.begin().await?;
    let running = running_in(ctx, &tx, ctx.today()).await?;
    let (map, row, view) = permitted(ctx, &running, id, Action::SettleTasks)?;
    let mut obstacles = Vec::new();
    if ctx.today() < on {
        obstacles.push(HappeningObstacle::Ahead { on });
    }
    let Some(words) = view.task.waits_for.clone() else {
        obstacles.push(HappeningObstacle::NotWaiting);
        return Err(Refusal::Obstacles(obstacles));
    };
    Refusal::unless_clear(obstacles)?;
    let happening = Happening {
        organisation: ctx.at(),
        id: ctx.new_id::<HappeningId>(),
        roadmap: Some(map.roadmap.id),
        lineage: Some(row.row.lineage),
        key: key_of(&words),
        words,
        happened_on: on,
        recorded_by: ctx.actor,
        recorded_at: ctx.now,
        withdrawn_at: None,
    };
    tx.insert_happening(&happening).await?;
    ctx.record(&tx, Event::Happened { happening: happening.id, on }).await?;
    let waiting = tx.tasks_waiting(&ctx.scope, map.roadmap.id).await?;
    let calendar = tx.working_calendar().await?;
    let mut n_dated = 0;
    for task in waiting {
        let is_same = task.waits_for.as_deref().is_some_and(|it| key_of(it) == happening.key);
        let Some((window, due_on)) = dated_by_event(&task.occurrence, on, &calendar) else {
            continue;
        };
        if is_same {
            n_dated += 1;
            date_task(ctx, &tx, task, (window.from, window.to, due_on)).await?;
        }
    }
    tx.commit().await?;
    Ok(n_dated)
}

async fn date_task(
    ctx: &Ctx,
    tx: &Tx,
    task: Task,
    (from_on, to_on, due_on): (Date, Date, Date),
) -> Result<(), store::StoreError> {
    let id = task.id;
    tx.save_task(&Task {
        from_on: Some(from_on),
        to_on: Some(to_on),
        due_on: Some(due_on),
        waits_for: None,
        ..task
    })
    .await?;
    ctx.record(tx, Event::TaskDated { task: id, due_on }).await
}

/// The words of an event folded for comparing: letters and digits, «ё» as «е».
pub(crate) fn key_of(words: &str) -> String {
    let lower = words.to_lowercase().replace('ё', "е");
    lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
