//! Things that happen and date relative deadlines: recorded by a person, or seen inside the product.
//!
//! It decides which waiting tasks an event dates (those whose words name it), which document or
//! completed row is the event, and that what was seen goes when its cause goes. Deliberately absent:
//! how far the deadline lies from the event (`roadmap::occurrence`), which words name a document or
//! an activity (`roadmap::awaited`).

use std::collections::BTreeMap;

use ::roadmap::awaited::{documents_of, speaks_of};
use ::roadmap::occurrence::{awaited_event, dated_by_event};
use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::event::Event;
use mentoring::evidence::{EvidenceMet, EvidenceRecord, Wanted};
use mentoring::id::{EvidenceId, HappeningId, LineageId, RoadmapId, TaskId};
use mentoring::task::PartState;
use store::{Happening, HappeningCause, StoreError, Task, Tx};
use uuid::Uuid;

use super::act::{permitted, running_of_task};
use super::facts::wanted_of;
use super::running::{RoadmapView, RowView, Standing};
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
/// - Returns: what was recorded.
/// - Errors: not found; it waits for nothing; the day lies ahead.
pub async fn record_happening(
    ctx: &Ctx,
    id: TaskId,
    on: Date,
) -> Result<HappeningId, Refusal<HappeningObstacle>> {
    let tx = ctx.begin().await?;
    let running = running_of_task(ctx, &tx, id).await?;
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
    let happening = happening(ctx, map.roadmap.id, (words, on), Some(row.row.lineage));
    record(ctx, &tx, &happening).await?;
    date_waiting(ctx, &tx, &happening).await?;
    tx.commit().await?;
    Ok(happening.id)
}

fn happening(
    ctx: &Ctx,
    roadmap: RoadmapId,
    (words, on): (String, Date),
    lineage: Option<LineageId>,
) -> Happening {
    Happening {
        organisation: ctx.at(),
        id: ctx.new_id(),
        roadmap: Some(roadmap),
        lineage,
        key: key_of(&words),
        words,
        happened_on: on,
        recorded_by: ctx.actor,
        recorded_at: ctx.now,
        withdrawn_at: None,
    }
}

async fn record(ctx: &Ctx, tx: &Tx, happening: &Happening) -> Result<(), StoreError> {
    tx.insert_happening(happening).await?;
    let event = Event::Happened { happening: happening.id, on: happening.happened_on };
    ctx.record(tx, event).await
}

/// Gives their days to all open tasks of the roadmap that wait for an event.
async fn date_waiting(ctx: &Ctx, tx: &Tx, happening: &Happening) -> Result<(), StoreError> {
    let Some(roadmap) = happening.roadmap else { return Ok(()) };
    let calendar = tx.working_calendar().await?;
    for task in tx.tasks_waiting(&ctx.scope, roadmap).await? {
        let is_same = task.waits_for.as_deref().is_some_and(|it| key_of(it) == happening.key);
        let dated = dated_by_event(&task.occurrence, happening.happened_on, &calendar);
        let Some((window, due_on)) = dated.filter(|_| is_same) else { continue };
        let id = task.id;
        tx.save_task(&Task {
            from_on: Some(window.from),
            to_on: Some(window.to),
            due_on: Some(due_on),
            waits_for: None,
            ..task
        })
        .await?;
        ctx.record(tx, Event::TaskDated { task: id, due_on }).await?;
    }
    Ok(())
}

/// Withdraws an event; open tasks that it dated wait again. Nothing is deleted.
pub(super) async fn withdraw(ctx: &Ctx, tx: &Tx, happening: &Happening) -> Result<(), StoreError> {
    let withdrawn = Happening { withdrawn_at: Some(ctx.now), ..happening.clone() };
    tx.save_happening(&withdrawn).await?;
    ctx.record(tx, Event::HappeningWithdrawn { happening: happening.id }).await?;
    let Some(roadmap) = happening.roadmap else { return Ok(()) };
    for task in tx.tasks_of_roadmap(&ctx.scope, roadmap).await? {
        let event = awaited_event(&task.occurrence);
        let is_same = event.as_deref().is_some_and(|it| key_of(it) == happening.key);
        if !is_same || task.waits_for.is_some() || task.closed_on.is_some() {
            continue;
        }
        let id = task.id;
        tx.save_task(&Task { from_on: None, to_on: None, due_on: None, waits_for: event, ..task })
            .await?;
        ctx.record(tx, Event::TaskUndated { task: id }).await?;
    }
    Ok(())
}

/// An event that stands, with what made it happen where no person recorded it.
pub(super) struct Known {
    pub(super) happening: Happening,
    pub(super) cause: Option<HappeningCause>,
}

impl Known {
    /// Whether it is the event of these words in a roadmap.
    ///
    /// - `key`: the words folded.
    pub(super) fn is_of(&self, roadmap: RoadmapId, key: &str) -> bool {
        self.happening.roadmap == Some(roadmap) && self.happening.key == key
    }

    fn kept_cause(&self) -> Option<Cause> {
        let kept = self.cause.as_ref()?;
        let on = self.happening.happened_on;
        Some(Cause { on, evidence: kept.evidence, lineage: kept.lineage })
    }
}

/// The events of the organisation that stand.
pub(super) async fn known(ctx: &Ctx, tx: &Tx) -> Result<Vec<Known>, StoreError> {
    let happenings = tx.happenings(&ctx.scope, ctx.at()).await?;
    let ids: Vec<HappeningId> = happenings.iter().map(|it| it.id).collect();
    let causes = tx.causes(&ctx.scope, &ids).await?;
    let mut causes: BTreeMap<HappeningId, HappeningCause> =
        causes.into_iter().map(|it| (it.happening, it)).collect();
    let with_cause =
        |happening: Happening| Known { cause: causes.remove(&happening.id), happening };
    Ok(happenings.into_iter().map(with_cause).collect())
}

/// What makes an event happen by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Cause {
    on: Date,
    evidence: Option<EvidenceId>,
    lineage: Option<LineageId>,
}

/// Lets events follow the facts of a roadmap: withdraws those whose document or row is gone, and
/// dates what waits for an event that the facts now show.
///
/// What a person recorded stands before what is seen.
pub(super) async fn follow(ctx: &Ctx, tx: &Tx, map: &RoadmapView) -> Result<(), StoreError> {
    let open = map.rows.iter().flat_map(|row| row.tasks.iter().map(move |task| (row, task)));
    let awaited: BTreeMap<String, (String, LineageId)> = open
        .filter(|(_, task)| task.is_open())
        .filter_map(|(row, task)| {
            let words = awaited_event(&task.task.occurrence)?;
            Some((key_of(&words), (words, row.row.lineage)))
        })
        .collect();
    let mut known = known(ctx, tx).await?;
    known.retain(|it| it.happening.roadmap == Some(map.roadmap.id));
    if awaited.is_empty() && known.is_empty() {
        return Ok(());
    }
    let records = records_of(ctx, tx, map).await?;
    let mut standing: Vec<Happening> = Vec::new();
    for it in known {
        let shown = || cause_of(map, &records, &it.happening.words);
        if it.cause.is_none() || it.kept_cause() == shown() {
            standing.push(it.happening);
        } else {
            withdraw(ctx, tx, &it.happening).await?;
        }
    }
    for (key, (words, lineage)) in awaited {
        let happening = match standing.iter().find(|it| it.key == key) {
            Some(recorded) => recorded.clone(),
            None => match cause_of(map, &records, &words) {
                Some(cause) => see(ctx, tx, map.roadmap.id, (words, lineage), cause).await?,
                None => continue,
            },
        };
        date_waiting(ctx, tx, &happening).await?;
    }
    Ok(())
}

/// Records an event that was seen inside the product.
async fn see(
    ctx: &Ctx,
    tx: &Tx,
    roadmap: RoadmapId,
    (words, lineage): (String, LineageId),
    cause: Cause,
) -> Result<Happening, StoreError> {
    let seen = happening(ctx, roadmap, (words, cause.on), Some(lineage));
    record(ctx, tx, &seen).await?;
    tx.insert_cause(&HappeningCause {
        organisation: ctx.at(),
        happening: seen.id,
        evidence: cause.evidence,
        lineage: cause.lineage,
    })
    .await?;
    Ok(seen)
}

/// A document, with the row it was put to; `None` for a record of another module.
type Shown = (EvidenceRecord, Option<LineageId>);

/// The documents that may show an event: those put to the tasks of the roadmap, and the records of
/// other modules.
async fn records_of(ctx: &Ctx, tx: &Tx, map: &RoadmapView) -> Result<Vec<Shown>, StoreError> {
    let mut found = Vec::new();
    for row in &map.rows {
        for task in &row.tasks {
            let put = task.given.iter().map(|it| it.evidence.for_rule(task.task.id));
            found.extend(put.map(|it| (it, Some(row.row.lineage))));
        }
    }
    // A record is put to no task, whichever is asked for.
    let no_task = TaskId(Uuid::nil());
    for record in tx.evidence_records(&ctx.scope, ctx.at()).await? {
        found.push((record.for_rule(no_task), None));
    }
    Ok(found)
}

/// What shows that an event has happened: its documents, else the one activity that it names.
fn cause_of(map: &RoadmapView, records: &[Shown], event: &str) -> Option<Cause> {
    let wanted: Vec<Wanted> = documents_of(event).iter().map(wanted_of).collect();
    let all: Vec<EvidenceRecord> = records.iter().map(|(record, _)| record.clone()).collect();
    let met = EvidenceMet::of(&wanted, &all, Some(map.roadmap.from_on));
    if !wanted.is_empty() && met.is_complete() {
        let shown = |id: EvidenceId| records.iter().find(|(record, _)| record.id == id);
        let last = met.met.iter().filter_map(|(_, id)| shown(*id)).max_by_key(|it| it.0.on)?;
        return Some(Cause { on: last.0.on, evidence: Some(last.0.id), lineage: last.1 });
    }
    let key = key_of(event);
    let waits = |row: &RowView| {
        let mut events = row.tasks.iter().filter_map(|it| awaited_event(&it.task.occurrence));
        events.any(|it| key_of(&it) == key)
    };
    // What waits for an event is never the event itself.
    let mut named = map.rows.iter().filter(|it| speaks_of(&it.row.text, event) && !waits(it));
    // Of two activities that the words may mean a person has to tell which.
    let (Some(row), None) = (named.next(), named.next()) else { return None };
    Some(Cause { on: done_on(row, event)?, evidence: None, lineage: Some(row.row.lineage) })
}

/// The day a row was completed, or the one part of it that is the event.
fn done_on(row: &RowView, event: &str) -> Option<Date> {
    let task = row.tasks.first()?;
    let mut named = task.parts.iter().enumerate().filter(|(_, it)| speaks_of(&it.words, event));
    if let (Some((at, _)), None) = (named.next(), named.next()) {
        let parts: Vec<_> = row.tasks.iter().filter_map(|it| it.parts.get(at)).collect();
        let are_done = parts.iter().all(|it| it.state == PartState::Done);
        let last = parts.iter().filter_map(|it| it.done.as_ref()).map(|it| it.done_on).max();
        if let Some(on) = last.filter(|_| are_done) {
            return Some(on);
        }
    }
    let is_done = |it: Standing| matches!(it, Standing::Done | Standing::DoneLate);
    let are_closed = row.tasks.iter().all(|it| !it.is_open());
    let done = row.tasks.iter().filter(|it| is_done(it.standing));
    done.filter_map(|it| it.task.closed_on).max().filter(|_| are_closed)
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
