//! Rights of people over their data: requests with answers, destructions, copies of the database.
//!
//! It decides how they are looked up, and that destructions are numbered. Deliberately absent: what
//! is destroyed (`erasure`), names of whom it was (there are none).

use jiff::Timestamp;
use jiff::civil::Date;
use mentoring::access::Scope;
use mentoring::id::*;
use mentoring::person::Person;
use mentoring::pools::Term;
use mentoring::rights::{GoneWhy, HeldKind, Reach, RequestKind, RequestOutcome};
use sea_orm::sea_query::{Condition, ExprTrait, Order};

use crate::cell::Column;
use crate::file::FileCard;
use crate::organisation::within;
use crate::person::{BY_NAME, PersonRecord, person_of};
use crate::pools::{TermRecord, term_of};
use crate::record::{all_of, col, is, record};
use crate::roadmap::Version;
use crate::tx::{Pending, Tx};

record! {
    /// What a person asked about the data held of it, and the answer.
    "person_request", key(organisation, id),
    pub struct PersonRequest {
        /// Whose person.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: PersonRequestId,
        /// Who asked.
        pub person: PersonId,
        /// For what.
        pub kind: RequestKind,
        /// In which words; empty where the kind says all.
        pub words: String,
        /// When.
        pub asked_on: Date,
        /// The last day for the answer.
        pub answer_by: Date,
        /// Who wrote it down: the person, or who keeps the programme.
        pub recorded_by: AccountId,
        /// When.
        pub recorded_at: Timestamp,
        /// What came of it; `None` while it waits.
        pub outcome: Option<RequestOutcome>,
        /// What was done, or why not.
        pub reason: String,
        /// The day of the answer.
        pub answered_on: Option<Date>,
        /// Who answered.
        pub answered_by: Option<AccountId>,
        /// When that was written down.
        pub answered_at: Option<Timestamp>,
        /// How many times it was changed.
        pub revision: i64,
    }
}

record! {
    /// One destruction of the data of one person.
    "erasure", key(organisation, id),
    pub struct Erasure {
        /// Whose person it was.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: ErasureId,
        /// Whose data: an id that leads to no name any more.
        pub person: PersonId,
        /// Number of the act: 1, 2, 3 … in the organisation.
        pub number: u32,
        /// How far it reached.
        pub reach: Reach,
        /// Why.
        pub why: GoneWhy,
        /// Since when there was no ground.
        pub ground_on: Date,
        /// The day.
        pub done_on: Date,
        /// The order that named the commission.
        pub basis: String,
        /// Whether the surname alone was taken out of texts too.
        pub is_surname_removed: bool,
        /// Who pressed the button.
        pub done_by: AccountId,
        /// When.
        pub done_at: Timestamp,
    }
}

record! {
    /// How many records of a section a destruction took.
    "erasure_line", key(organisation, erasure, kind),
    pub struct ErasureLine {
        /// Where.
        pub organisation: OrganisationId,
        /// Of which destruction.
        pub erasure: ErasureId,
        /// Of which section.
        pub kind: HeldKind,
        /// How many.
        pub n_records: u32,
    }
}

record! {
    /// A member of the commission; the first is its chair.
    "erasure_member", key(organisation, erasure, place),
    pub struct ErasureMember {
        /// Where.
        pub organisation: OrganisationId,
        /// Of which destruction.
        pub erasure: ErasureId,
        /// 1, 2, 3 …
        pub place: u32,
        /// Who.
        pub person: PersonId,
    }
}

record! {
    /// A file that a destruction emptied.
    "erasure_file", key(organisation, erasure, file),
    pub struct ErasureFile {
        /// Where.
        pub organisation: OrganisationId,
        /// By which destruction.
        pub erasure: ErasureId,
        /// Which.
        pub file: FileId,
    }
}

/// A destruction with everything that is written down of it.
#[derive(Clone, Debug, PartialEq)]
pub struct WholeErasure {
    /// What, when, why.
    pub erasure: Erasure,
    /// What it took, by section.
    pub lines: Vec<ErasureLine>,
    /// The commission, its chair first.
    pub members: Vec<ErasureMember>,
    /// Files it emptied.
    pub files: Vec<ErasureFile>,
}

record! {
    /// A copy of the database that was made by this program.
    "backup_copy", key(id),
    pub struct BackupCopy {
        /// Its id.
        pub id: BackupCopyId,
        /// The name of the file, without its folder.
        pub name: String,
        /// When.
        pub made_at: Timestamp,
        /// The last day it is kept; `None` where nobody said.
        pub kept_until: Option<Date>,
    }
}

impl Tx {
    /// The people of an organisation of all times, by name; those whose name was destroyed are no
    /// people any more.
    pub fn people_of_all_times<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<Person>> {
        Box::pin(async move {
            let named = col("surname").ne(String::new());
            let condition = all_of([within(scope), is("organisation", &organisation), named]);
            let found: Vec<PersonRecord> = self.many(condition, BY_NAME).await?;
            Ok(found.into_iter().map(person_of).collect())
        })
    }

    /// The dictionary of an organisation, of all times.
    pub fn terms_of_all_times<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<Term>> {
        Box::pin(async move {
            let condition = all_of([within(scope), is("organisation", &organisation)]);
            let found: Vec<TermRecord> = self.many(condition, &[("id", Order::Asc)]).await?;
            Ok(found.into_iter().map(term_of).collect())
        })
    }

    /// The requests of the people of an organisation: the latest first.
    pub fn person_requests<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<PersonRequest>> {
        Box::pin(async move {
            let condition = all_of([within(scope), is("organisation", &organisation)]);
            self.many(condition, &[("asked_on", Order::Desc), ("id", Order::Desc)]).await
        })
    }

    /// A request of the scope.
    pub fn person_request<'a>(
        &'a self,
        scope: &'a Scope,
        id: PersonRequestId,
    ) -> Pending<'a, Option<PersonRequest>> {
        Box::pin(async move { self.one(all_of([within(scope), is("id", &id)])).await })
    }

    /// Records a request.
    pub fn insert_person_request<'a>(&'a self, it: &'a PersonRequest) -> Pending<'a, ()> {
        Box::pin(self.insert(it))
    }

    /// Saves the answer to a request.
    ///
    /// - Errors: `Stale` where somebody answered it since.
    pub fn save_person_request<'a>(&'a self, it: &'a PersonRequest) -> Pending<'a, ()> {
        Box::pin(self.save(it))
    }

    /// The destructions of an organisation, the latest first.
    pub fn erasures<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<Erasure>> {
        Box::pin(async move {
            let condition = all_of([within(scope), is("organisation", &organisation)]);
            self.many(condition, &[("number", Order::Desc)]).await
        })
    }

    /// Every destruction of the installation, in the order they were done: for a restored copy.
    pub fn erasures_for_restore(&self) -> Pending<'_, Vec<Erasure>> {
        Box::pin(self.many(
            Condition::all(),
            &[("done_at", Order::Asc), ("organisation", Order::Asc), ("number", Order::Asc)],
        ))
    }

    /// A destruction of the scope.
    pub fn erasure<'a>(&'a self, scope: &'a Scope, id: ErasureId) -> Pending<'a, Option<Erasure>> {
        Box::pin(async move { self.one(all_of([within(scope), is("id", &id)])).await })
    }

    /// A destruction with everything that is written down of it.
    pub fn whole_erasure(&self, erasure: Erasure) -> Pending<'_, WholeErasure> {
        Box::pin(async move {
            Ok(WholeErasure {
                lines: self.many(parts_of(&erasure), &[("kind", Order::Asc)]).await?,
                members: self.many(parts_of(&erasure), &[("place", Order::Asc)]).await?,
                files: self.many(parts_of(&erasure), &[("file", Order::Asc)]).await?,
                erasure,
            })
        })
    }

    /// Records a destruction with what it took and who did it.
    pub fn insert_erasure<'a>(&'a self, it: &'a WholeErasure) -> Pending<'a, ()> {
        Box::pin(async move {
            self.insert(&it.erasure).await?;
            self.insert_all(&it.lines).await?;
            self.insert_all(&it.members).await?;
            self.insert_all(&it.files).await
        })
    }

    /// Every file of an organisation, without its bytes, by its id.
    pub fn all_file_cards<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<FileCard>> {
        Box::pin(async move {
            let condition = all_of([within(scope), is("organisation", &organisation)]);
            self.many(condition, &[("id", Order::Asc)]).await
        })
    }

    /// The documents from which versions of roadmaps were read.
    pub fn source_files<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<FileId>> {
        Box::pin(async move {
            let named = col("source_file").is_not_null();
            let condition = all_of([within(scope), is("organisation", &organisation), named]);
            let versions: Vec<Version> = self.many(condition, &[("id", Order::Asc)]).await?;
            Ok(versions.into_iter().filter_map(|it| it.source_file).collect())
        })
    }

    /// Notes that a copy of the database was made.
    pub fn insert_backup_copy<'a>(&'a self, it: &'a BackupCopy) -> Pending<'a, ()> {
        Box::pin(self.insert(it))
    }

    /// Copies made before a moment that somebody still keeps on a day, the latest first.
    pub fn backup_copies(&self, before: Timestamp, day: Date) -> Pending<'_, Vec<BackupCopy>> {
        Box::pin(async move {
            let is_kept = col("kept_until").is_null().or(col("kept_until").gte(day.value()));
            let condition = all_of([col("made_at").lt(before.value()), is_kept]);
            self.many(condition, &[("made_at", Order::Desc), ("id", Order::Asc)]).await
        })
    }
}

fn parts_of(it: &Erasure) -> Condition {
    all_of([is("organisation", &it.organisation), is("erasure", &it.id)])
}
