//! The running roadmaps of an organisation, as pages read them: one look for all of them.
//!
//! It decides what stands where on a day: each row with its tasks, what is missing, who holds it.
//! Every page of the year («Сегодня», the roadmap, a row, fulfilment, calendar) is a view of this
//! one value, so that they never disagree. Deliberately absent: how it is put together (`facts`),
//! changing anything (`act`, `part`, `evidence`).

use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::evidence::{EvidenceSource, Wanted};
use mentoring::id::{EvidenceId, LineageId, PersonId, RoadmapId, TaskId};
use mentoring::person::PersonName;
use mentoring::task::{Fulfilment, Needs, PartState};
use store::{Evidence, FileCard, Roadmap, Row, Task, TaskPart, Version};

pub(crate) use super::facts::running_in;
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

/// One part of a task: an entry of the row's list, done on its own.
#[derive(Clone, Debug)]
pub struct PartView {
    /// Its words folded: the same in a new version, where it was only moved.
    pub key: String,
    /// Its words.
    pub words: String,
    /// The documents that it names; all of them there, it is done by itself.
    pub wanted: Vec<Wanted>,
    /// How it stands.
    pub state: PartState,
    /// The day on which it was done; `None` while it is not.
    pub done_on: Option<Date>,
    /// That somebody said it is done; `None` where nobody did, or it was taken back.
    pub done: Option<TaskPart>,
    /// Who that was.
    pub by: Option<PersonName>,
}

/// The event from which a task got its days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedFrom {
    /// The event, in the words of the roadmap.
    pub event: String,
    /// Its day.
    pub on: Date,
    /// The words about the document that shows it; `None` where no document does, or it has none.
    pub document: Option<String>,
    /// Whether it was seen to happen inside the product, rather than recorded by a person.
    pub is_by_itself: bool,
    /// The row that brought it about, where it did.
    pub row: Option<LineageId>,
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
    /// Its parts, in the order of the row; empty where the row is a single activity.
    pub parts: Vec<PartView>,
    /// The event that gave it its days, where one did.
    pub dated_from: Option<DatedFrom>,
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

/// For how long after the end of its period a roadmap still presses, in days.
const AFTER_DAYS: i32 = 30;

impl RoadmapView {
    /// Whether what is left open is still spoken of: to a month after the end of the period.
    #[must_use]
    pub fn presses_on(&self, day: Date) -> bool {
        day <= self.roadmap.to_on.saturating_add(jiff::ToSpan::days(AFTER_DAYS))
    }
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

    /// The tasks of the roadmaps that still press: a year that was over more than a month ago is
    /// looked at and nags nobody.
    pub fn pressing(&self) -> impl Iterator<Item = (&RoadmapView, &RowView, &TaskView)> {
        self.tasks().filter(|(map, _, _)| map.presses_on(self.today))
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

/// A row that a document shows something to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowShown {
    /// Which row.
    pub lineage: LineageId,
    /// Its number as written; empty where it has none.
    pub number: String,
    /// What is to be done.
    pub activity: String,
    /// Whether nothing is missing there any more.
    pub is_done: bool,
}

impl Running {
    /// The rows to which a piece of evidence shows what they wait for, in the order of the roadmaps.
    #[must_use]
    pub fn rows_shown_by(&self, evidence: EvidenceId) -> Vec<RowShown> {
        let mut all: Vec<RowShown> = Vec::new();
        for (_, row, task) in self.tasks() {
            let shows = task.needs.evidence.met.iter().any(|(_, id)| *id == evidence);
            if !shows || all.iter().any(|it| it.lineage == row.row.lineage) {
                continue;
            }
            all.push(RowShown {
                lineage: row.row.lineage,
                number: row.row.number.clone().unwrap_or_default(),
                activity: row.row.text.clone(),
                is_done: matches!(task.standing, Standing::Done | Standing::DoneLate),
            });
        }
        all
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
