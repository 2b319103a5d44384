//! How the running view is put together from what is kept.
//!
//! It decides what of a task had happened by a day, which documents, parts and figures it needs and
//! has. Deliberately absent: the shape of the view (`running`), the rules (`mentoring`).

use std::collections::{BTreeMap, BTreeSet};

use ::roadmap::occurrence::{awaited_event, is_dated_by_somebody};
use jiff::civil::Date;
use mentoring::evidence::{EvidenceMet, EvidenceRecord, Wanted};
use mentoring::id::{AccountId, EvidenceId, FileId, LineageId, PersonId, RoadmapId, TaskId};
use mentoring::person::PersonName;
use mentoring::task::{
    FigureStanding, Fulfilment, Needs, PartState, TaskFacts, TaskState, fulfilment,
};
use store::{Evidence, Roadmap, Row, StoreError, Task, TaskPart, Tx, Version};

use super::happen::{Known, key_of, known};
use super::running::{
    DatedFrom, Given, NEAR_DAYS, PartView, PersonShort, RoadmapView, RowView, Running, Standing,
    TaskView,
};
use crate::ctx::Ctx;
use crate::organisation::names_of_accounts;

/// Everything that runs in the organisation on a day, inside a transaction and without asking for
/// the right.
///
/// - Errors: of the store.
pub(crate) async fn running_in(ctx: &Ctx, tx: &Tx, on: Date) -> Result<Running, StoreError> {
    let maps = tx.roadmaps(&ctx.scope, ctx.at()).await?;
    let tasks = tx.tasks(&ctx.scope, ctx.at()).await?;
    view(ctx, tx, on, (maps, tasks)).await
}

/// The same of one roadmap: for a change that can touch no other.
///
/// - Errors: of the store.
pub(super) async fn running_of(
    ctx: &Ctx,
    tx: &Tx,
    roadmap: RoadmapId,
) -> Result<Running, StoreError> {
    let map = tx.roadmap(&ctx.scope, roadmap).await?;
    let maps = map.into_iter().filter(|it| it.organisation == ctx.at()).collect();
    let tasks = tx.tasks_of_roadmap(&ctx.scope, roadmap).await?;
    view(ctx, tx, ctx.today(), (maps, tasks)).await
}

async fn view(
    ctx: &Ctx,
    tx: &Tx,
    on: Date,
    (maps, tasks): (Vec<Roadmap>, Vec<Task>),
) -> Result<Running, StoreError> {
    let ids: Vec<RoadmapId> = maps.iter().map(|it| it.id).collect();
    let versions = tx.versions_in_force(&ctx.scope, &ids).await?;
    let facts = Facts::read(ctx, tx, on, tasks).await?;
    let mut roadmaps = Vec::new();
    for version in versions {
        let Some(map) = maps.iter().find(|it| it.id == version.roadmap) else { continue };
        if map.ended_on.is_some_and(|ended| ended < on) {
            continue;
        }
        let rows = tx.rows(&ctx.scope, version.id).await?;
        roadmaps.push(facts.roadmap(map.clone(), version, rows));
    }
    roadmaps.sort_by_key(|it| (it.roadmap.from_on, it.roadmap.id));
    let calendar = tx.working_calendar().await?;
    let years: BTreeSet<i16> = roadmaps
        .iter()
        .flat_map(|it| it.roadmap.from_on.year()..=it.roadmap.to_on.year())
        .filter(|it| on.year() <= *it && calendar.is_by_rule(*it))
        .collect();
    Ok(Running { today: on, roadmaps, years_by_rule: years.into_iter().collect() })
}

/// What the views of all roadmaps are made of.
struct Facts {
    on: Date,
    tasks: BTreeMap<LineageId, Vec<Task>>,
    people: BTreeMap<TaskId, Vec<PersonShort>>,
    given: BTreeMap<TaskId, Vec<Given>>,
    parts: BTreeMap<TaskId, Vec<TaskPart>>,
    accounts: Vec<(AccountId, PersonName)>,
    records: Vec<Evidence>,
    happened: Vec<Known>,
}

impl Facts {
    async fn read(ctx: &Ctx, tx: &Tx, on: Date, all: Vec<Task>) -> Result<Self, StoreError> {
        let ids: Vec<TaskId> = all.iter().map(|it| it.id).collect();
        let people = people(ctx, tx, &ids).await?;
        let given = given(ctx, tx, &ids, on).await?;
        let records = tx.evidence_records(&ctx.scope, ctx.at()).await?;
        let records = records.into_iter().filter(|it| it.true_on <= on).collect();
        let mut parts: BTreeMap<TaskId, Vec<TaskPart>> = BTreeMap::new();
        for part in tx.parts_of_tasks(&ctx.scope, &ids).await? {
            parts.entry(part.task).or_default().extend(part_as_of(part, on));
        }
        let accounts =
            if parts.is_empty() { Vec::new() } else { names_of_accounts(ctx, tx).await? };
        let mut tasks: BTreeMap<LineageId, Vec<Task>> = BTreeMap::new();
        for task in all {
            tasks.entry(task.lineage).or_default().push(as_of(task, on));
        }
        let happened = known(ctx, tx).await?;
        Ok(Self { on, tasks, people, given, parts, accounts, records, happened })
    }

    fn roadmap(&self, roadmap: Roadmap, version: Version, rows: Vec<Row>) -> RoadmapView {
        let mut views: Vec<RowView> = rows.into_iter().map(|row| self.row(row)).collect();
        let count = fulfilment(facts_of(views.iter()), self.on);
        // A control row («выполнено 100 % позиций») would wait for itself: it counts the others.
        let others = views.iter().filter(|it| !is_control(&it.row));
        let control = fulfilment(facts_of(others), self.on);
        for view in &mut views {
            for task in &mut view.tasks {
                reach(&mut task.needs.figures, &control);
            }
        }
        RoadmapView { roadmap, version, rows: views, fulfilment: count }
    }

    fn row(&self, row: Row) -> RowView {
        let tasks = self.tasks.get(&row.lineage).cloned().unwrap_or_default();
        let tasks: Vec<TaskView> = tasks.into_iter().map(|task| self.task(&row, task)).collect();
        let gravest = tasks.iter().map(|it| it.standing).min().unwrap_or(Standing::NotStarted);
        // Some of several occurrences are done: the row has begun.
        let has_begun = gravest == Standing::NotStarted
            && tasks.iter().any(|it| matches!(it.standing, Standing::Done | Standing::DoneLate));
        let standing = if has_begun { Standing::UnderWay } else { gravest };
        RowView { row, tasks, standing }
    }

    fn task(&self, row: &Row, task: Task) -> TaskView {
        let given = self.given.get(&task.id).cloned().unwrap_or_default();
        let mut records: Vec<EvidenceRecord> =
            given.iter().map(|it| it.evidence.for_rule(task.id)).collect();
        records.extend(self.records.iter().map(|it| it.for_rule(task.id)));
        let parts = self.parts(row, &task, &records);
        let needs = Needs {
            evidence: EvidenceMet::of(&wanted(row), &records, task.from_on),
            parts: parts.iter().map(|it| it.state).collect(),
            last_part_on: parts.iter().filter_map(|it| it.done_on).max(),
            figures: row.indicators.0.iter().map(figure).collect(),
        };
        let has_day = task.due_on.is_some() || task.waits_for.is_some();
        let facts = task.facts();
        let has_records = !given.is_empty() || parts.iter().any(|it| it.done.is_some());
        TaskView {
            standing: standing(&task, &facts, self.on, has_records),
            days_late: facts.days_late(self.on),
            people: self.people.get(&task.id).cloned().unwrap_or_default(),
            asks_for_day: !has_day && is_dated_by_somebody(&task.occurrence),
            dated_from: self.dated_from(&task),
            needs,
            parts,
            given,
            task,
        }
    }

    /// The parts of a task: the entries of its row, where it has several.
    fn parts(&self, row: &Row, task: &Task, records: &[EvidenceRecord]) -> Vec<PartView> {
        if row.items.0.len() < 2 {
            return Vec::new();
        }
        let kept = self.parts.get(&task.id).map_or(&[][..], Vec::as_slice);
        let mut views: Vec<PartView> = Vec::new();
        for item in &row.items.0 {
            let folded = key_of(&item.text);
            // Two entries in the same words are two parts.
            let n_same = views.iter().filter(|it| key_of(&it.words) == folded).count();
            let key = if n_same == 0 { folded } else { format!("{folded} {}", n_same + 1) };
            let wanted: Vec<Wanted> = item.evidence.iter().map(wanted_of).collect();
            let of_part: Vec<&TaskPart> = kept.iter().filter(|it| it.key == key).collect();
            let done = of_part.iter().rfind(|it| it.undone_on.is_none()).map(|it| (*it).clone());
            // The day from which documents show it; `None` where something is missing.
            let shown = |records: &[EvidenceRecord]| {
                let met = EvidenceMet::of(&wanted, records, task.from_on);
                met.last_on.filter(|_| met.is_complete())
            };
            let done_on = done.as_ref().map(|it| it.done_on).or_else(|| shown(records));
            let state = if done_on.is_some() {
                PartState::Done
            } else if !of_part.is_empty() || shown(&as_if_never_withdrawn(records)).is_some() {
                PartState::TakenBack
            } else {
                PartState::Open
            };
            let by = done.as_ref().and_then(|it| self.name_of(it.done_by));
            // The mark between entries of a list is no part of their words.
            let words = item.text.trim_end_matches([';', ',', ' ']).to_owned();
            views.push(PartView { key, words, wanted, state, done_on, done, by });
        }
        views
    }

    fn name_of(&self, account: AccountId) -> Option<PersonName> {
        let found = self.accounts.iter().find(|(id, _)| *id == account);
        found.map(|(_, name)| name.clone())
    }

    /// The words about a document: those written with it, else the name of its file.
    fn words_of(&self, id: EvidenceId) -> Option<String> {
        let given = self.given.values().flatten().find(|it| it.evidence.id == id);
        let record = self.records.iter().find(|it| it.id == id);
        let words = given.map(|it| &it.evidence).or(record).map(|it| it.words.clone());
        let file = || Some(given?.file.as_ref()?.name.clone());
        words.filter(|it| !it.is_empty()).or_else(file)
    }

    fn dated_from(&self, task: &Task) -> Option<DatedFrom> {
        if task.waits_for.is_some() || task.due_on.is_none() {
            return None;
        }
        let event = awaited_event(&task.occurrence)?;
        let key = key_of(&event);
        let known = self.happened.iter().find(|it| it.is_of(task.roadmap, &key))?;
        Some(DatedFrom {
            event,
            on: known.happening.happened_on,
            document: known.cause.as_ref().and_then(|it| self.words_of(it.evidence?)),
            is_by_itself: known.cause.is_some(),
            row: known.cause.as_ref().and_then(|it| it.lineage),
        })
    }
}

fn as_if_never_withdrawn(records: &[EvidenceRecord]) -> Vec<EvidenceRecord> {
    records.iter().map(|it| EvidenceRecord { withdrawn_on: None, ..it.clone() }).collect()
}

async fn people(
    ctx: &Ctx,
    tx: &Tx,
    tasks: &[TaskId],
) -> Result<BTreeMap<TaskId, Vec<PersonShort>>, StoreError> {
    let answering = tx.task_people(&ctx.scope, tasks).await?;
    let who: BTreeSet<PersonId> = answering.iter().map(|it| it.person).collect();
    let who: Vec<PersonId> = who.into_iter().collect();
    let names: BTreeMap<PersonId, PersonName> =
        tx.people_by_ids(&ctx.scope, &who).await?.into_iter().map(|it| (it.id, it.name)).collect();
    let mut people: BTreeMap<TaskId, Vec<PersonShort>> = BTreeMap::new();
    for one in answering {
        let name = names.get(&one.person).cloned().unwrap_or_default();
        people.entry(one.task).or_default().push(PersonShort { id: one.person, name });
    }
    Ok(people)
}

async fn given(
    ctx: &Ctx,
    tx: &Tx,
    tasks: &[TaskId],
    on: Date,
) -> Result<BTreeMap<TaskId, Vec<Given>>, StoreError> {
    let all = tx.evidence_of_tasks(&ctx.scope, tasks).await?;
    let files: Vec<FileId> = all.iter().filter_map(|it| it.file).collect();
    let files = tx.file_cards(&ctx.scope, &files).await?;
    let mut by_task: BTreeMap<TaskId, Vec<Given>> = BTreeMap::new();
    for evidence in all {
        let day = crate::ctx::day_in(evidence.given_at, &ctx.zone);
        let Some(task) = evidence.task.filter(|_| day <= on) else { continue };
        let evidence = given_as_of(evidence, on);
        let file = files.iter().find(|it| Some(it.id) == evidence.file).cloned();
        by_task.entry(task).or_default().push(Given { evidence, file });
    }
    Ok(by_task)
}

/// The evidence as it stood at the end of a day: what was withdrawn later stood then.
fn given_as_of(evidence: Evidence, on: Date) -> Evidence {
    match evidence.withdrawn_on {
        Some(withdrawn) if on < withdrawn => {
            Evidence { withdrawn_on: None, withdrawn_by: None, withdrawn_why: None, ..evidence }
        }
        _ => evidence,
    }
}

/// The task as it stood at the end of a day: what was recorded later is not there yet.
fn as_of(task: Task, on: Date) -> Task {
    let mut task = task;
    if task.closed_on.is_some_and(|closed| on < closed) {
        task.closed_on = None;
        task.closing = None;
        task.reason = None;
    }
    task.started_on = task.started_on.filter(|started| *started <= on);
    task
}

/// The part as it stood at the end of a day; `None` where it was done later.
fn part_as_of(part: TaskPart, on: Date) -> Option<TaskPart> {
    let later = part.undone_on.is_some_and(|undone| on < undone);
    let part = match later {
        true => TaskPart { undone_on: None, undone_by: None, undone_why: None, ..part },
        false => part,
    };
    (part.done_on <= on).then_some(part)
}

fn facts_of<'a>(
    rows: impl Iterator<Item = &'a RowView>,
) -> impl Iterator<Item = (LineageId, TaskFacts)> {
    rows.flat_map(|row| row.tasks.iter().map(|it| (row.row.lineage, it.task.facts())))
}

/// What a row wants to exist, each thing once: what its result names, else what its child
/// activities name (so the compiler puts it together).
pub(crate) fn wanted(row: &Row) -> Vec<Wanted> {
    let mut wanted: Vec<Wanted> = Vec::new();
    for one in row.evidence.0.iter().map(wanted_of) {
        if !wanted.contains(&one) {
            wanted.push(one);
        }
    }
    wanted
}

pub(super) fn wanted_of(it: &::roadmap::plan::Evidence) -> Wanted {
    Wanted { kind: it.kind.clone(), about: it.about.clone() }
}

fn figure(indicator: &::roadmap::plan::Indicator) -> FigureStanding {
    FigureStanding {
        measure: indicator.measure.clone(),
        op: indicator.op.clone(),
        target: indicator.value,
        unit: indicator.unit.clone(),
        reached: None,
    }
}

pub(super) fn is_control(row: &Row) -> bool {
    row.indicators.0.iter().any(|it| is_of_roadmap(&it.measure))
}

fn is_of_roadmap(measure: &str) -> bool {
    matches!(measure, "roadmap_done" | "roadmap_on_time")
}

/// Counts the figures that the roadmap itself gives; all others stay uncounted.
fn reach(figures: &mut [FigureStanding], count: &Fulfilment) {
    let share = |part: u32| {
        (count.n_positions != 0).then(|| f64::from(part) * 100.0 / f64::from(count.n_positions))
    };
    for figure in figures.iter_mut() {
        match figure.measure.as_str() {
            "roadmap_done" => figure.reached = share(count.n_done),
            "roadmap_on_time" => figure.reached = share(count.n_on_time),
            _ => {}
        }
    }
}

fn standing(task: &Task, facts: &TaskFacts, on: Date, has_records: bool) -> Standing {
    match facts.state(on) {
        TaskState::NotApplicable => Standing::NotApplicable,
        TaskState::Done => Standing::Done,
        TaskState::DoneLate => Standing::DoneLate,
        TaskState::Overdue => Standing::Overdue,
        TaskState::NotStarted | TaskState::UnderWay => match task.due_on {
            Some(due) if on.until(due).is_ok_and(|left| left.get_days() <= NEAR_DAYS) => {
                Standing::Near
            }
            None if task.waits_for.is_some() => Standing::Waiting,
            _ if facts.started_on.is_some() || has_records => Standing::UnderWay,
            _ => Standing::NotStarted,
        },
    }
}
