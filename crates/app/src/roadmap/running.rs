//! The running roadmaps of an organisation, as pages read them: one look for all of them.
//!
//! It decides what stands where on a day: each row with its tasks, what is missing, who holds it.
//! Every page of the year («Сегодня», the roadmap, a row, fulfilment, calendar) is a view of this
//! one value, so that they never disagree. Deliberately absent: changing anything (`act`, `proof`).

use std::collections::{BTreeMap, BTreeSet};

use ::roadmap::occurrence::is_dated_by_somebody;
use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::evidence::{EvidenceMet, EvidenceRecord, EvidenceSource, Wanted};
use mentoring::id::{EvidenceId, FileId, LineageId, PersonId, RoadmapId, TaskId};
use mentoring::person::PersonName;
use mentoring::task::{FigureStanding, Fulfilment, Needs, TaskFacts, TaskState, fulfilment};
use store::{Evidence, FileCard, Roadmap, Row, StoreError, Task, Tx, Version};

use crate::ctx::Ctx;
use crate::refusal::{Nothing, Refusal};

/// Days before its due day from which a task counts as near.
pub const NEAR_DAYS: i32 = 7;

/// How a task or a row stands, in the words of the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Due day passed, something missing.
    Overdue,
    /// A week or less is left.
    Near,
    /// Waits for an event, or for a day to be named.
    Waiting,
    /// A first record exists.
    UnderWay,
    /// No record yet, the deadline lies ahead or there is none.
    NotStarted,
    /// Done after the deadline.
    DoneLate,
    /// Done.
    Done,
    /// Set aside with a reason.
    NotApplicable,
}

/// A person, as short as a line needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonShort {
    /// Who.
    pub id: PersonId,
    /// The name.
    pub name: PersonName,
}

/// A piece of evidence with the file it carries.
#[derive(Clone, Debug)]
pub struct Given {
    /// The evidence.
    pub evidence: Evidence,
    /// Its file.
    pub file: Option<FileCard>,
}

/// One occurrence of a row.
#[derive(Clone, Debug)]
pub struct TaskView {
    /// The task.
    pub task: Task,
    /// How it stands today.
    pub standing: Standing,
    /// Days past the due day; 0 where it is not overdue.
    pub days_late: i32,
    /// What it needs, and what of it is there.
    pub needs: Needs,
    /// Who answers for it.
    pub people: Vec<PersonShort>,
    /// What was put to it, withdrawn too, the oldest first.
    pub given: Vec<Given>,
    /// Somebody must name its day once: another schedule decides it, or nothing does.
    pub asks_for_day: bool,
}

/// A row of the version in force.
#[derive(Clone, Debug)]
pub struct RowView {
    /// The row.
    pub row: Row,
    /// Its tasks, by due day, those without a day last.
    pub tasks: Vec<TaskView>,
    /// The gravest standing of its tasks.
    pub standing: Standing,
}

/// A roadmap in force.
#[derive(Clone, Debug)]
pub struct RoadmapView {
    /// The roadmap.
    pub roadmap: Roadmap,
    /// The version in force.
    pub version: Version,
    /// Its rows, in order.
    pub rows: Vec<RowView>,
    /// How far it is fulfilled on the day.
    pub fulfilment: Fulfilment,
}

/// Everything that runs in an organisation on a day.
#[derive(Clone, Debug)]
pub struct Running {
    /// The day.
    pub today: Date,
    /// The roadmaps in force, the oldest first.
    pub roadmaps: Vec<RoadmapView>,
    /// Years of the roadmaps whose days off no decree has settled yet.
    pub years_by_rule: Vec<i16>,
}

impl Running {
    /// The tasks with the row and roadmap each belongs to.
    pub fn tasks(&self) -> impl Iterator<Item = (&RoadmapView, &RowView, &TaskView)> {
        self.roadmaps.iter().flat_map(|map| {
            map.rows.iter().flat_map(move |row| row.tasks.iter().map(move |task| (map, row, task)))
        })
    }

    /// One task.
    #[must_use]
    pub fn task(&self, id: TaskId) -> Option<(&RoadmapView, &RowView, &TaskView)> {
        self.tasks().find(|(_, _, task)| task.task.id == id)
    }

    /// One row.
    #[must_use]
    pub fn row(&self, lineage: LineageId) -> Option<(&RoadmapView, &RowView)> {
        self.roadmaps
            .iter()
            .find_map(|map| Some((map, map.rows.iter().find(|it| it.row.lineage == lineage)?)))
    }

    /// One roadmap.
    #[must_use]
    pub fn roadmap(&self, id: RoadmapId) -> Option<&RoadmapView> {
        self.roadmaps.iter().find(|it| it.roadmap.id == id)
    }

    /// The same with only the tasks that a person answers for, and the rows they belong to.
    #[must_use]
    pub fn of_person(mut self, person: PersonId) -> Self {
        for map in &mut self.roadmaps {
            for row in &mut map.rows {
                row.tasks.retain(|it| it.people.iter().any(|who| who.id == person));
            }
            map.rows.retain(|it| !it.tasks.is_empty());
        }
        self
    }
}

/// Shows what runs in the organisation: everything to who may see all tasks, one's own tasks to
/// the rest.
///
/// - `on`: the day to show; facts recorded after it count as not yet there. `None` for today.
/// - Errors: not found without the right.
pub async fn show_running(ctx: &Ctx, on: Option<Date>) -> Result<Running, Refusal<Nothing>> {
    let sees_all = ctx.may(Action::SeeTasks);
    if !sees_all && !ctx.may_oneself(Action::SeeTasks) {
        return Err(Refusal::NotFound);
    }
    let tx = ctx.read().await?;
    let running = running_in(ctx, &tx, on.unwrap_or_else(|| ctx.today())).await?;
    tx.commit().await?;
    Ok(if sees_all { running } else { running.of_person(ctx.person) })
}

/// The same inside a transaction and without asking for the right.
///
/// - Errors: of the store.
pub(crate) async fn running_in(ctx: &Ctx, tx: &Tx, on: Date) -> Result<Running, StoreError> {
    let maps = tx.roadmaps(&ctx.scope, ctx.at()).await?;
    let ids: Vec<RoadmapId> = maps.iter().map(|it| it.id).collect();
    let versions = tx.versions_in_force(&ctx.scope, &ids).await?;
    let facts = Facts::read(ctx, tx, on).await?;
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
    records: Vec<Evidence>,
}

impl Facts {
    async fn read(ctx: &Ctx, tx: &Tx, on: Date) -> Result<Self, StoreError> {
        let all: Vec<Task> = tx.tasks(&ctx.scope, ctx.at()).await?;
        let ids: Vec<TaskId> = all.iter().map(|it| it.id).collect();
        let answering = tx.task_people(&ctx.scope, &ids).await?;
        let who: BTreeSet<PersonId> = answering.iter().map(|it| it.person).collect();
        let who: Vec<PersonId> = who.into_iter().collect();
        let names: BTreeMap<PersonId, PersonName> = tx
            .people_by_ids(&ctx.scope, &who)
            .await?
            .into_iter()
            .map(|it| (it.id, it.name))
            .collect();
        let mut people: BTreeMap<TaskId, Vec<PersonShort>> = BTreeMap::new();
        for one in answering {
            let name = names.get(&one.person).cloned().unwrap_or_default();
            people.entry(one.task).or_default().push(PersonShort { id: one.person, name });
        }
        let mut tasks: BTreeMap<LineageId, Vec<Task>> = BTreeMap::new();
        for task in all {
            tasks.entry(task.lineage).or_default().push(as_of(task, on));
        }
        let given = given(ctx, tx, &ids, on).await?;
        let records = tx.evidence_records(&ctx.scope, ctx.at()).await?;
        let records = records.into_iter().filter(|it| it.true_on <= on).collect();
        Ok(Self { on, tasks, people, given, records })
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
        let needs = Needs {
            evidence: EvidenceMet::of(&wanted(row), &records, task.from_on),
            figures: row.indicators.0.iter().map(figure).collect(),
        };
        let has_day = task.due_on.is_some() || task.waits_for.is_some();
        let facts = task.facts();
        TaskView {
            standing: standing(&task, &facts, self.on, !given.is_empty()),
            days_late: facts.days_late(self.on),
            people: self.people.get(&task.id).cloned().unwrap_or_default(),
            asks_for_day: !has_day && is_dated_by_somebody(&task.occurrence),
            needs,
            given,
            task,
        }
    }
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

fn facts_of<'a>(
    rows: impl Iterator<Item = &'a RowView>,
) -> impl Iterator<Item = (LineageId, TaskFacts)> {
    rows.flat_map(|row| row.tasks.iter().map(|it| (row.row.lineage, it.task.facts())))
}

/// What a row wants to exist, each thing once: what its result names, else what its child
/// activities name (so the compiler puts it together).
pub(crate) fn wanted(row: &Row) -> Vec<Wanted> {
    let mut wanted: Vec<Wanted> = Vec::new();
    for one in &row.evidence.0 {
        let one = Wanted { kind: one.kind.clone(), about: one.about.clone() };
        if !wanted.contains(&one) {
            wanted.push(one);
        }
    }
    wanted
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

fn is_control(row: &Row) -> bool {
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

/// Which wanted things nothing shows yet, with the evidence that shows the rest.
#[must_use]
pub fn shown_by(view: &TaskView, wanted: &Wanted) -> Option<EvidenceId> {
    view.needs.evidence.met.iter().find(|(one, _)| one == wanted).map(|(_, id)| *id)
}

/// Whether a piece of evidence proves a document, rather than explains.
#[must_use]
pub fn proves(given: &Given) -> bool {
    given.evidence.withdrawn_on.is_none() && given.evidence.source != EvidenceSource::Note
}
