//! What pages of the year read beside the running view: parts of a roadmap, the history of a row.
//!
//! It decides what of a row somebody sees who may see the roadmap but not the tasks of others, and
//! counts the parts of a roadmap, so that no page counts. Deliberately absent: changing anything.

use std::collections::BTreeMap;

use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::id::{LineageId, PersonId, TaskId};
use mentoring::person::PersonName;
use mentoring::task::{Fulfilment, TaskFacts, fulfilment};
use store::{Entry, StoreError, Tx};
use uuid::Uuid;

use super::running::{RoadmapView, RowView, Running, Standing, TaskView, running_in};
use crate::ctx::Ctx;
use crate::organisation::names_of_accounts;
use crate::refusal::{Nothing, Refusal};

/// Shows all rows to who may see the roadmap, one's own tasks to the rest.
///
/// What was put to the tasks of others and the reasons given there are left out for whoever may see
/// the roadmap but not the tasks.
///
/// - `on`: the day to show; `None` for today.
/// - Errors: not found without the right.
pub async fn show_rows(ctx: &Ctx, on: Option<Date>) -> Result<Running, Refusal<Nothing>> {
    let may_see = ctx.may(Action::SeeTasks)
        || ctx.may(Action::SeeRoadmap)
        || ctx.may_oneself(Action::SeeTasks);
    if !may_see {
        return Err(Refusal::NotFound);
    }
    let tx = ctx.read().await?;
    let running = running_in(ctx, &tx, on.unwrap_or_else(|| ctx.today())).await?;
    tx.commit().await?;
    Ok(for_eyes(ctx, running))
}

fn for_eyes(ctx: &Ctx, running: Running) -> Running {
    if ctx.may(Action::SeeTasks) {
        return running;
    }
    if !ctx.may(Action::SeeRoadmap) {
        return running.of_person(ctx.person);
    }
    let mut running = running;
    for task in running
        .roadmaps
        .iter_mut()
        .flat_map(|map| map.rows.iter_mut())
        .flat_map(|row| row.tasks.iter_mut())
        .filter(|task| !task.is_of(ctx.person))
    {
        task.given.clear();
        task.task.reason = None;
        task.parts.iter_mut().for_each(|it| it.by = None);
    }
    running
}

/// Rows that stand together under one heading of the roadmap, with their count.
#[derive(Clone, Debug)]
pub struct Part<'a> {
    /// The heading as written; empty where the rows have none.
    pub title: &'a str,
    /// The rows, in order.
    pub rows: Vec<&'a RowView>,
    /// How far they are fulfilled.
    pub fulfilment: Fulfilment,
}

impl RoadmapView {
    /// The parts of the roadmap by its sections or stages, in order.
    ///
    /// - `on`: the day of the view.
    #[must_use]
    pub fn parts(&self, on: Date) -> Vec<Part<'_>> {
        parts_of(self.rows.iter(), on)
    }

    /// The day after which the longest overdue task became late, in days before the view's day.
    #[must_use]
    pub fn longest_delay(&self) -> i32 {
        self.rows.iter().flat_map(|it| &it.tasks).map(|it| it.days_late).max().unwrap_or(0)
    }
}

/// The parts that some rows of a roadmap stand in, in order.
///
/// - `on`: the day of the view.
#[must_use]
pub fn parts_of<'a>(rows: impl Iterator<Item = &'a RowView>, on: Date) -> Vec<Part<'a>> {
    let mut parts: Vec<Part<'a>> = Vec::new();
    for row in rows {
        let title = row.row.path.0.first().map_or("", String::as_str);
        match parts.last_mut().filter(|it| it.title == title) {
            Some(part) => part.rows.push(row),
            None => parts.push(Part { title, rows: vec![row], fulfilment: Fulfilment::default() }),
        }
    }
    for part in &mut parts {
        part.fulfilment = fulfilment(part.rows.iter().flat_map(|it| it.facts()), on);
    }
    parts
}

impl RowView {
    /// The row counted as a position: each number of it is 0 or 1.
    ///
    /// - `on`: the day of the view.
    #[must_use]
    pub fn position(&self, on: Date) -> Fulfilment {
        fulfilment(self.facts(), on)
    }

    fn facts(&self) -> impl Iterator<Item = (LineageId, TaskFacts)> {
        self.tasks.iter().map(|it| (self.row.lineage, it.task.facts()))
    }

    /// The task that asks for attention first: the gravest of those open, else the last one.
    #[must_use]
    pub fn first_task(&self) -> Option<&TaskView> {
        self.tasks
            .iter()
            .filter(|it| it.is_open())
            .min_by_key(|it| it.standing)
            .or(self.tasks.last())
    }
}

impl TaskView {
    /// Whether somebody names its day: the roadmap leaves it open.
    #[must_use]
    pub fn takes_a_day(&self) -> bool {
        ::roadmap::occurrence::is_dated_by_somebody(&self.task.occurrence)
    }

    /// Whether it is neither done nor set aside.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.standing < Standing::DoneLate
    }

    /// Whether a person answers for it.
    #[must_use]
    pub fn is_of(&self, person: PersonId) -> bool {
        self.people.iter().any(|it| it.id == person)
    }
}

/// One thing that happened to a row.
#[derive(Clone, Debug)]
pub struct RowEntry {
    /// The entry of the journal.
    pub entry: Entry,
    /// Who did it; `None` where the product did it by itself.
    pub by: Option<PersonName>,
    /// The person it speaks of: who got a task, from whom it was taken.
    pub person: Option<PersonName>,
    /// The words of the evidence it speaks of; its file's name where it has no words.
    pub words: Option<String>,
}

/// Shows what happened to a row, the latest first: to who may see its tasks.
///
/// - Errors: not found.
pub async fn show_row_history(
    ctx: &Ctx,
    lineage: LineageId,
) -> Result<Vec<RowEntry>, Refusal<Nothing>> {
    let tx = ctx.read().await?;
    let running = running_in(ctx, &tx, ctx.today()).await?;
    let running = if ctx.may(Action::SeeTasks) { running } else { running.of_person(ctx.person) };
    let (_, row) = running.row(lineage).ok_or(Refusal::NotFound)?;
    Ok(history_of(ctx, &tx, row).await?)
}

async fn history_of(ctx: &Ctx, tx: &Tx, row: &RowView) -> Result<Vec<RowEntry>, StoreError> {
    let mut words: BTreeMap<Uuid, String> = BTreeMap::new();
    let mut subjects: Vec<Uuid> = row.tasks.iter().map(|it| it.task.id.0).collect();
    for given in row.tasks.iter().flat_map(|it| &it.given) {
        let file = given.file.as_ref().map(|it| it.name.clone());
        let said = Some(given.evidence.words.clone()).filter(|it| !it.is_empty());
        words.insert(given.evidence.id.0, said.or(file).unwrap_or_default());
        subjects.push(given.evidence.id.0);
    }
    let tasks: Vec<TaskId> = row.tasks.iter().map(|it| it.task.id).collect();
    for part in tx.parts_of_tasks(&ctx.scope, &tasks).await? {
        words.insert(part.id.0, part.words);
    }
    let entries = tx.history(&ctx.scope, &subjects).await?;
    let accounts = names_of_accounts(ctx, tx).await?;
    let id_in = |entry: &Entry, name: &str| entry.fact(name).and_then(|it| it.parse::<Uuid>().ok());
    let named: Vec<PersonId> =
        entries.iter().filter_map(|it| id_in(it, "person")).map(PersonId).collect();
    let people = tx.people_by_ids(&ctx.scope, &named).await?;
    let mut lines: Vec<RowEntry> = entries
        .into_iter()
        .map(|entry| {
            let person = id_in(&entry, "person").map(PersonId);
            let what = id_in(&entry, "evidence").or(id_in(&entry, "part")).or(entry.subject);
            let by = accounts.iter().find(|(account, _)| Some(*account) == entry.by);
            RowEntry {
                by: by.map(|(_, name)| name.clone()),
                person: people.iter().find(|it| Some(it.id) == person).map(|it| it.name.clone()),
                words: what.and_then(|it| words.get(&it).cloned()),
                entry,
            }
        })
        .collect();
    lines.reverse();
    Ok(lines)
}
