//! Parts of tasks: entries of a row's list that were done one by one.
//!
//! It decides how what was done, and what was taken back, is kept side by side. Deliberately absent:
//! which parts a task has (the row), whether all of them are needed (`mentoring::task`).

use jiff::Timestamp;
use jiff::civil::Date;
use mentoring::access::Scope;
use mentoring::id::*;
use sea_orm::sea_query::Order;

use crate::organisation::within;
use crate::record::{all_of, among, is, record};
use crate::tx::{Pending, Tx};

record! {
    /// That one part of a task was done; taken back, it stays with the day and the reason.
    "task_part", key(organisation, id),
    pub struct TaskPart {
        /// Whose.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: PartId,
        /// Of which task.
        pub task: TaskId,
        /// Which part of the row: its words folded, so that a new version still finds it.
        pub key: String,
        /// The words of the part when it was done.
        pub words: String,
        /// The day it was done.
        pub done_on: Date,
        /// Who said so.
        pub done_by: AccountId,
        /// When.
        pub done_at: Timestamp,
        /// The day it was taken back.
        pub undone_on: Option<Date>,
        /// Who took it back.
        pub undone_by: Option<AccountId>,
        /// Why; `None` where it was undone at once, with one press.
        pub undone_why: Option<String>,
    }
}

impl Tx {
    /// Records that a part was done.
    pub fn insert_part<'a>(&'a self, part: &'a TaskPart) -> Pending<'a, ()> {
        Box::pin(self.insert(part))
    }

    /// Saves that a part was taken back.
    pub fn save_part<'a>(&'a self, part: &'a TaskPart) -> Pending<'a, ()> {
        Box::pin(self.save(part))
    }

    /// That a part was done, by its id.
    pub fn part<'a>(&'a self, scope: &'a Scope, id: PartId) -> Pending<'a, Option<TaskPart>> {
        Box::pin(async move { self.one(all_of([within(scope), is("id", &id)])).await })
    }

    /// What was done of tasks, taken back too, the oldest first.
    pub fn parts_of_tasks<'a>(
        &'a self,
        scope: &'a Scope,
        tasks: &'a [TaskId],
    ) -> Pending<'a, Vec<TaskPart>> {
        Box::pin(async move {
            let condition = all_of([within(scope), among("task", tasks)]);
            self.many(condition, &[("done_at", Order::Asc), ("id", Order::Asc)]).await
        })
    }
}
