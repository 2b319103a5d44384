//! Work to be done later: rows of a table, enqueued with the change that needs them.
//!
//! It decides who takes which job, for how long, and when it is tried again. Deliberately absent:
//! what the jobs do (`app`), the loop that asks for them (`server`).

use jiff::{SignedDuration, Timestamp};
use mentoring::id::{JobId, OrganisationId};
use sea_orm::sea_query::{ExprTrait, LockBehavior, LockType, Order};

use crate::cell::{Column, Json};
use crate::record::{all_of, col, name, record, select};
use crate::tx::{Pending, Tx};

record! {
    /// Work to be done later.
    "job", key(id),
    pub struct Job {
        /// Its id.
        pub id: JobId,
        /// For which organisation.
        pub organisation: Option<OrganisationId>,
        /// The word for what is to be done.
        pub kind: String,
        /// With what.
        pub payload: Json<serde_json::Value>,
        /// A key that keeps the same work from being enqueued twice.
        pub once: Option<String>,
        /// Not before this moment.
        pub run_at: Timestamp,
        /// How often it was tried.
        pub attempts: u32,
        /// Until when somebody works on it.
        pub leased_until: Option<Timestamp>,
        /// Why the last try failed; no names in it.
        pub failure: Option<String>,
        /// When it was done, or given up.
        pub done_at: Option<Timestamp>,
    }
}

/// After so many tries a job is given up, and its failure stands.
pub(crate) const ATTEMPTS: u32 = 8;

impl Tx {
    /// Enqueues work; work with a known `once` key is enqueued already.
    pub fn enqueue<'a>(&'a self, job: &'a Job) -> Pending<'a, ()> {
        Box::pin(async move {
            self.insert_once(job, &["once"]).await?;
            Ok(())
        })
    }

    /// Takes the job that has waited longest, for a time.
    ///
    /// Commit at once, work, then finish in a transaction of its own: a job that is not finished
    /// when its lease ends is taken again.
    ///
    /// - `lease_seconds`: how long nobody else takes it.
    /// - Returns: `None` where nothing is to be done.
    pub fn take_job(&self, now: Timestamp, lease_seconds: u32) -> Pending<'_, Option<Job>> {
        Box::pin(async move {
            let free = col("leased_until").is_null().or(col("leased_until").lte(now.value()));
            let condition =
                all_of([col("done_at").is_null(), col("run_at").lte(now.value()), free]);
            let mut statement = select::<Job>(condition);
            statement
                .order_by(name("run_at"), Order::Asc)
                .order_by(name("id"), Order::Asc)
                .limit(1);
            if !self.is_sqlite() {
                statement.lock_with_behavior(LockType::Update, LockBehavior::SkipLocked);
            }
            let Some(mut job) = self.read_all::<Job>(&statement).await?.pop() else {
                return Ok(None);
            };
            job.attempts += 1;
            job.leased_until = Some(now + SignedDuration::from_secs(lease_seconds.into()));
            self.save(&job).await?;
            Ok(Some(job))
        })
    }

    /// Marks a job as done.
    pub fn finish_job<'a>(&'a self, job: &'a Job, now: Timestamp) -> Pending<'a, ()> {
        Box::pin(async move {
            let done = Job { done_at: Some(now), leased_until: None, failure: None, ..job.clone() };
            self.save(&done).await
        })
    }

    /// Puts a job back after a failure: after 1, 2, 4 … minutes, and given up after eight tries.
    ///
    /// - `failure`: for the log and the page of the installation; no names in it.
    pub fn fail_job<'a>(
        &'a self,
        job: &'a Job,
        failure: &'a str,
        now: Timestamp,
    ) -> Pending<'a, ()> {
        Box::pin(async move {
            let minutes = 1_i64 << std::cmp::min(job.attempts.saturating_sub(1), 10);
            let given_up = ATTEMPTS <= job.attempts;
            let failed = Job {
                leased_until: None,
                failure: Some(failure.to_owned()),
                run_at: now + SignedDuration::from_mins(minutes),
                done_at: given_up.then_some(now),
                ..job.clone()
            };
            self.save(&failed).await
        })
    }

    /// Jobs that were given up, the latest first.
    pub fn failed_jobs(&self) -> Pending<'_, Vec<Job>> {
        Box::pin(async move {
            let condition = all_of([col("done_at").is_not_null(), col("failure").is_not_null()]);
            self.many(condition, &[("done_at", Order::Desc), ("id", Order::Asc)]).await
        })
    }
}
