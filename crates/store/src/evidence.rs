//! Evidence: what shows that something was done.
//!
//! It decides which evidence may speak for which task. Deliberately absent: whether it is enough
//! (`mentoring::evidence`).

use jiff::Timestamp;
use jiff::civil::Date;
use mentoring::access::Scope;
use mentoring::evidence::{EvidenceRecord, EvidenceSource};
use mentoring::id::*;
use sea_orm::sea_query::{ExprTrait, Order};
use uuid::Uuid;

use crate::organisation::within;
use crate::record::{all_of, among, col, is, record};
use crate::tx::{Pending, Tx};

record! {
    /// One piece of evidence: put to a task by a person, or recorded by another module.
    "evidence", key(organisation, id),
    pub struct Evidence {
        /// Whose.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: EvidenceId,
        /// The task it was put to; `None` for a record that speaks for every row that wants it.
        pub task: Option<TaskId>,
        /// What it shows: slug of the kind; empty for a note.
        pub kind: String,
        /// What it shows: slug of the subject; may be empty.
        pub about: String,
        /// Where it comes from.
        pub source: EvidenceSource,
        /// The day from which it is true.
        pub true_on: Date,
        /// Title or words, for the page.
        pub words: String,
        /// The file.
        pub file: Option<FileId>,
        /// The address.
        pub link: Option<String>,
        /// Which module's record it is.
        pub record_kind: Option<String>,
        /// Its id there.
        pub record: Option<Uuid>,
        /// Who gave it.
        pub given_by: AccountId,
        /// When.
        pub given_at: Timestamp,
        /// The day it was withdrawn.
        pub withdrawn_on: Option<Date>,
        /// Who withdrew it.
        pub withdrawn_by: Option<AccountId>,
        /// Why.
        pub withdrawn_why: Option<String>,
    }
}

impl Evidence {
    /// The evidence as the rule looks at it.
    ///
    /// - `task`: the task it is asked for.
    #[must_use]
    pub fn for_rule(&self, task: TaskId) -> EvidenceRecord {
        EvidenceRecord {
            id: self.id,
            kind: self.kind.clone(),
            about: self.about.clone(),
            source: self.source,
            on: self.true_on,
            withdrawn_on: self.withdrawn_on,
            is_put_to_task: self.task == Some(task),
        }
    }
}

impl Tx {
    /// Adds evidence.
    pub fn insert_evidence<'a>(&'a self, evidence: &'a Evidence) -> Pending<'a, ()> {
        Box::pin(self.insert(evidence))
    }

    /// Saves that evidence was withdrawn.
    pub fn save_evidence<'a>(&'a self, evidence: &'a Evidence) -> Pending<'a, ()> {
        Box::pin(self.save(evidence))
    }

    /// A piece of evidence of the scope.
    pub fn evidence<'a>(
        &'a self,
        scope: &'a Scope,
        id: EvidenceId,
    ) -> Pending<'a, Option<Evidence>> {
        Box::pin(async move { self.one(all_of([within(scope), is("id", &id)])).await })
    }

    /// What was put to tasks by hand, withdrawn too, the oldest first.
    pub fn evidence_of_tasks<'a>(
        &'a self,
        scope: &'a Scope,
        tasks: &'a [TaskId],
    ) -> Pending<'a, Vec<Evidence>> {
        Box::pin(async move {
            let condition = all_of([within(scope), among("task", tasks)]);
            self.many(condition, &[("given_at", Order::Asc), ("id", Order::Asc)]).await
        })
    }

    /// Whether a file was put to a task as evidence, or is the document of an import: files of other
    /// records are shown only with those.
    pub fn is_shown_with_tasks(
        &self,
        organisation: OrganisationId,
        file: FileId,
    ) -> Pending<'_, bool> {
        Box::pin(async move {
            let of_file = || all_of([is("organisation", &organisation), is("file", &file)]);
            Ok(self.count::<Evidence>(of_file()).await? != 0
                || self.count::<crate::Import>(of_file()).await? != 0)
        })
    }

    /// The records of other modules in an organisation, that speak for every row that wants them.
    pub fn evidence_records<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<Evidence>> {
        Box::pin(async move {
            let condition = all_of([
                within(scope),
                is("organisation", &organisation),
                col("task").is_null(),
                col("withdrawn_on").is_null(),
            ]);
            self.many(condition, &[("true_on", Order::Asc), ("id", Order::Asc)]).await
        })
    }
}
