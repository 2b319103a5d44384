//! Tasks and who answers for them.
//!
//! It decides how tasks are found by day, person and row. Deliberately absent: what state they are
//! in (`mentoring::task`), what shows that they are done (`evidence`).

use jiff::Timestamp;
use jiff::civil::Date;
use mentoring::access::Scope;
use mentoring::id::*;
use mentoring::task::{Closing, TaskFacts};
use sea_orm::sea_query::{Expr, ExprTrait, Order, Query};

use crate::cell::Column;
use crate::organisation::within;
use crate::record::{all_of, among, col, is, name, record};
use crate::tx::{Pending, Tx};

record! {
    /// One occurrence of one row, to be done by a day.
    "task", key(organisation, id),
    pub struct Task {
        /// Whose.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: TaskId,
        /// Of which roadmap.
        pub roadmap: RoadmapId,
        /// Of which row, through all versions.
        pub lineage: LineageId,
        /// The version it was planned from.
        pub version: VersionId,
        /// Which occurrence of the row: unique inside it (`2026-09-01/2026-09-30`, `as-needed`).
        pub occurrence: String,
        /// First day of the window.
        pub from_on: Option<Date>,
        /// Last day of the window, as the roadmap says.
        pub to_on: Option<Date>,
        /// Last day in time, moved off days off.
        pub due_on: Option<Date>,
        /// Words of the event that dates it, while it waits.
        pub waits_for: Option<String>,
        /// The day somebody began.
        pub started_on: Option<Date>,
        /// The day it was closed.
        pub closed_on: Option<Date>,
        /// How it was closed.
        pub closing: Option<Closing>,
        /// The reason given for closing or setting aside.
        pub reason: Option<String>,
        /// Who closed it; `None` where facts did.
        pub closed_by: Option<AccountId>,
        /// When that was recorded.
        pub closed_at: Option<Timestamp>,
        /// When a later version of the roadmap dropped it, unbegun.
        pub dropped_at: Option<Timestamp>,
        /// How many times it was changed.
        pub revision: i64,
    }
}

impl Task {
    /// The facts that its state follows from.
    #[must_use]
    pub fn facts(&self) -> TaskFacts {
        TaskFacts {
            due_on: self.due_on,
            started_on: self.started_on,
            closed: self.closed_on.zip(self.closing),
        }
    }
}

record! {
    /// That a person answers for a task.
    "task_person", key(organisation, task, person),
    pub struct TaskPerson {
        /// Whose.
        pub organisation: OrganisationId,
        /// Which task.
        pub task: TaskId,
        /// Who.
        pub person: PersonId,
    }
}

record! {
    /// What figures are counted from: no texts, no people.
    "task", key(organisation, lineage),
    pub(crate) struct TaskFigure {
        /// Whose.
        pub organisation: OrganisationId,
        /// Of which row.
        pub lineage: LineageId,
        /// Last day in time.
        pub due_on: Option<Date>,
        /// The day somebody began.
        pub started_on: Option<Date>,
        /// The day it was closed.
        pub closed_on: Option<Date>,
        /// How it was closed.
        pub closing: Option<Closing>,
    }
}

impl Tx {
    /// Adds tasks.
    ///
    /// - Errors: `Taken` where a row has the occurrence already.
    pub fn insert_tasks<'a>(&'a self, tasks: &'a [Task]) -> Pending<'a, ()> {
        Box::pin(self.insert_all(tasks))
    }

    /// Saves a changed task.
    ///
    /// - Errors: `Stale` where it was changed since it was read.
    pub fn save_task<'a>(&'a self, task: &'a Task) -> Pending<'a, ()> {
        Box::pin(self.save(task))
    }

    /// A task of the scope.
    pub fn task<'a>(&'a self, scope: &'a Scope, id: TaskId) -> Pending<'a, Option<Task>> {
        Box::pin(async move { self.one(all_of([within(scope), is("id", &id)])).await })
    }

    /// The tasks of a roadmap that no version dropped, by due day; those without a day last.
    pub fn tasks_of_roadmap<'a>(
        &'a self,
        scope: &'a Scope,
        roadmap: RoadmapId,
    ) -> Pending<'a, Vec<Task>> {
        self.tasks_where(scope, is("roadmap", &roadmap))
    }

    /// The tasks of a row.
    pub fn tasks_of_row<'a>(
        &'a self,
        scope: &'a Scope,
        lineage: LineageId,
    ) -> Pending<'a, Vec<Task>> {
        self.tasks_where(scope, is("lineage", &lineage))
    }

    /// The tasks of an organisation: of all its roadmaps that are not put away.
    pub fn tasks<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<Task>> {
        let mut running = Query::select();
        running.column(name("id")).from(name("roadmap"));
        running.cond_where(all_of([is("organisation", &organisation), col("ended_on").is_null()]));
        let theirs = is("organisation", &organisation).and(col("roadmap").in_subquery(running));
        self.tasks_where(scope, theirs)
    }

    /// The tasks that a person answers for.
    pub fn tasks_of_person<'a>(
        &'a self,
        scope: &'a Scope,
        person: PersonId,
    ) -> Pending<'a, Vec<Task>> {
        let mut given = Query::select();
        given
            .column(name("task"))
            .from(name("task_person"))
            .cond_where(all_of([within(scope), is("person", &person)]));
        self.tasks_where(scope, col("id").in_subquery(given))
    }

    /// Open tasks that wait for an event.
    pub fn tasks_waiting<'a>(
        &'a self,
        scope: &'a Scope,
        roadmap: RoadmapId,
    ) -> Pending<'a, Vec<Task>> {
        let waiting = col("waits_for").is_not_null().and(col("closed_on").is_null());
        self.tasks_where(scope, is("roadmap", &roadmap).and(waiting))
    }

    /// Tasks of organisations below, for figures: every organisation strictly below `above`.
    ///
    /// - Returns: the organisation, row and facts of each; no texts and no people.
    pub fn task_facts_below<'a>(
        &'a self,
        scope: &'a Scope,
        above: OrganisationId,
    ) -> Pending<'a, Vec<(OrganisationId, LineageId, TaskFacts)>> {
        Box::pin(async move {
            let Some(below) = self.below(scope, above).await? else { return Ok(Vec::new()) };
            let inside = || col("organisation").in_subquery(below.clone());
            let mut running = Query::select();
            running.column(name("id")).from(name("roadmap"));
            running.cond_where(all_of([inside(), col("ended_on").is_null()]));
            let condition = all_of([
                inside(),
                col("roadmap").in_subquery(running),
                col("dropped_at").is_null(),
            ]);
            let found: Vec<TaskFigure> = self.many(condition, &[]).await?;
            let facts = found.into_iter().map(|it| {
                let closed = it.closed_on.zip(it.closing);
                let facts = TaskFacts { due_on: it.due_on, started_on: it.started_on, closed };
                (it.organisation, it.lineage, facts)
            });
            Ok(facts.collect())
        })
    }

    fn tasks_where<'a>(&'a self, scope: &'a Scope, which: Expr) -> Pending<'a, Vec<Task>> {
        Box::pin(async move {
            let condition = all_of([within(scope), which, col("dropped_at").is_null()]);
            let mut found: Vec<Task> = self.many(condition, &[("id", Order::Asc)]).await?;
            // The engines disagree about where empty values sort.
            found.sort_by_key(|it| (it.due_on.is_none(), it.due_on, it.id));
            Ok(found)
        })
    }

    /// The tasks that a roadmap dropped, for planning it again.
    pub fn tasks_dropped<'a>(
        &'a self,
        scope: &'a Scope,
        roadmap: RoadmapId,
    ) -> Pending<'a, Vec<Task>> {
        Box::pin(async move {
            let dropped = col("dropped_at").is_not_null();
            let condition = all_of([within(scope), is("roadmap", &roadmap), dropped]);
            self.many(condition, &[("id", Order::Asc)]).await
        })
    }

    /// Who answers for tasks.
    pub fn task_people<'a>(
        &'a self,
        scope: &'a Scope,
        tasks: &'a [TaskId],
    ) -> Pending<'a, Vec<TaskPerson>> {
        Box::pin(async move {
            let condition = all_of([within(scope), among("task", tasks)]);
            self.many(condition, &[("task", Order::Asc), ("person", Order::Asc)]).await
        })
    }

    /// Gives a task to people; who answers for it already stays.
    pub fn give_task<'a>(
        &'a self,
        organisation: OrganisationId,
        task: TaskId,
        people: &'a [PersonId],
    ) -> Pending<'a, ()> {
        Box::pin(async move {
            let condition = all_of([is("organisation", &organisation), is("task", &task)]);
            let held: Vec<TaskPerson> = self.many(condition, &[]).await?;
            let mut missing: Vec<PersonId> = people
                .iter()
                .copied()
                .filter(|person| !held.iter().any(|it| it.person == *person))
                .collect();
            missing.sort_unstable();
            missing.dedup();
            let given: Vec<TaskPerson> = missing
                .into_iter()
                .map(|person| TaskPerson { organisation, task, person })
                .collect();
            self.insert_all(&given).await
        })
    }

    /// Takes a task from a person. The journal keeps that it was given.
    pub fn take_task(
        &self,
        organisation: OrganisationId,
        task: TaskId,
        person: PersonId,
    ) -> Pending<'_, ()> {
        Box::pin(async move {
            let condition = all_of([
                is("organisation", &organisation),
                is("task", &task),
                is("person", &person),
            ]);
            self.remove::<TaskPerson>(condition).await?;
            Ok(())
        })
    }

    /// Open tasks of all organisations due in a span of days: for reminders, which act for nobody.
    ///
    /// - `until`: the last due day that is asked for.
    pub fn tasks_due_for_jobs(
        &self,
        organisation: OrganisationId,
        until: Date,
    ) -> Pending<'_, Vec<Task>> {
        Box::pin(async move {
            let condition = all_of([
                is("organisation", &organisation),
                col("due_on").lte(until.value()),
                col("closed_on").is_null(),
                col("dropped_at").is_null(),
            ]);
            self.many(condition, &[("due_on", Order::Asc), ("id", Order::Asc)]).await
        })
    }
}
