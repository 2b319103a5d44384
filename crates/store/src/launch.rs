//! Launch: the readings of uploaded documents until they become versions of a roadmap, and what
//! people said about versions: remarks accepted, doubtful figures, questions of rolling.
//!
//! It decides that a reading keeps what was compiled beside what was mended, and that an answer is
//! added, never overwritten. Deliberately absent: versions and their rows (`roadmap`), the bytes of
//! the document (`file`).

use jiff::Timestamp;
use jiff::civil::Date;
use mentoring::access::Scope;
use mentoring::id::*;
use mentoring::launch::{ImportState, RollChoice};
use roadmap::plan::Plan;
use sea_orm::sea_query::Order;
use serde::{Deserialize, Serialize};

use crate::cell::Json;
use crate::organisation::within;
use crate::record::{all_of, is, record};
use crate::tx::{Pending, Tx};

record! {
    /// One reading of an uploaded document.
    "import", key(organisation, id),
    pub struct Import {
        /// Whose.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: ImportId,
        /// The document.
        pub file: FileId,
        /// Its name, for the page.
        pub file_name: String,
        /// How far it has come.
        pub state: ImportState,
        /// The plan as compiled; never changed.
        pub plan: Json<Plan>,
        /// The plan as mended on the page.
        pub mended: Json<serde_json::Value>,
        /// The roadmap it is a new version of.
        pub roadmap: Option<RoadmapId>,
        /// The version it became.
        pub version: Option<VersionId>,
        /// Who uploaded it.
        pub read_by: AccountId,
        /// When.
        pub read_at: Timestamp,
        /// How many times it was changed.
        pub revision: i64,
    }
}

record! {
    /// An error of the compiler that somebody took a roadmap with, and why. It stands for every
    /// later version in which the same remark is made about the same words.
    "remark_acceptance", key(organisation, id),
    pub struct Acceptance {
        /// Whose.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: AcceptanceId,
        /// Of which roadmap.
        pub roadmap: RoadmapId,
        /// The draft in which it was accepted.
        pub version: VersionId,
        /// The row; none where the remark is on the document as a whole.
        pub lineage: Option<LineageId>,
        /// Code of the remark.
        pub code: String,
        /// Stable name of the column; empty where the remark names none.
        pub cell: String,
        /// The words the remark points at.
        pub excerpt: String,
        /// Why.
        pub reason: String,
        /// The day.
        pub accepted_on: Date,
        /// Who.
        pub accepted_by: AccountId,
        /// When.
        pub accepted_at: Timestamp,
    }
}

record! {
    /// What somebody said that a doubtful figure means. The latest answer to a wording counts.
    "figure_answer", key(organisation, id),
    pub struct FigureAnswer {
        /// Whose.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: FigureAnswerId,
        /// The wording, folded so that years and numbers make no difference.
        pub wording: String,
        /// The words as they stood when it was asked.
        pub words: String,
        /// Slug of the measure; none where it is no indicator.
        pub measure: Option<String>,
        /// Of what it is a share or a count.
        pub population: Option<String>,
        /// Who.
        pub answered_by: AccountId,
        /// When.
        pub answered_at: Timestamp,
    }
}

/// Where the two readings of a doubtful place differ: a piece of one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Swap {
    /// Where the piece begins in the field of the draft, in bytes.
    pub at: usize,
    /// The piece as it was.
    pub kept: String,
    /// The piece with the year moved; as long as the other.
    pub moved: String,
}

record! {
    /// A doubtful place of a roadmap rolled to another year.
    "roll_question", key(organisation, id),
    pub struct RollQuestion {
        /// Whose.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: RollQuestionId,
        /// In which draft.
        pub version: VersionId,
        /// 0, 1, 2 … in the order of the roadmap.
        pub position: u32,
        /// The row; none for the roadmap as a whole and for a heading of several rows.
        pub lineage: Option<LineageId>,
        /// Stable name of the field, with its number where it has one: `text`, `path:0`.
        pub field: String,
        /// Stable name of the doubt.
        pub doubt: String,
        /// The words around the place as they were.
        pub kept: String,
        /// The words around the place, moved.
        pub moved: String,
        /// The piece that differs; none where the readings are not two wordings of one text.
        pub swap: Option<Json<Swap>>,
        /// Which reading stands in the draft.
        pub taken: RollChoice,
        /// What somebody answered.
        pub answer: Option<RollChoice>,
        /// Who.
        pub answered_by: Option<AccountId>,
        /// When.
        pub answered_at: Option<Timestamp>,
        /// How many times it was changed.
        pub revision: i64,
    }
}

impl Tx {
    /// Adds a reading.
    pub fn insert_import<'a>(&'a self, import: &'a Import) -> Pending<'a, ()> {
        Box::pin(self.insert(import))
    }

    /// Saves a mended, accepted or discarded reading.
    ///
    /// - Errors: `Stale` where it was changed since it was read.
    pub fn save_import<'a>(&'a self, import: &'a Import) -> Pending<'a, ()> {
        Box::pin(self.save(import))
    }

    /// A reading of the scope.
    pub fn import<'a>(&'a self, scope: &'a Scope, id: ImportId) -> Pending<'a, Option<Import>> {
        Box::pin(async move { self.one(all_of([within(scope), is("id", &id)])).await })
    }

    /// The readings of an organisation that wait for somebody, the latest first.
    pub fn imports_waiting<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<Import>> {
        Box::pin(async move {
            let waiting = is("state", &ImportState::Read);
            let condition = all_of([within(scope), is("organisation", &organisation), waiting]);
            self.many(condition, &[("read_at", Order::Desc), ("id", Order::Desc)]).await
        })
    }

    /// Adds an accepted remark.
    pub fn insert_acceptance<'a>(&'a self, acceptance: &'a Acceptance) -> Pending<'a, ()> {
        Box::pin(self.insert(acceptance))
    }

    /// The accepted remarks of a roadmap, in the order of acceptance.
    pub fn acceptances<'a>(
        &'a self,
        scope: &'a Scope,
        roadmap: RoadmapId,
    ) -> Pending<'a, Vec<Acceptance>> {
        Box::pin(async move {
            let condition = all_of([within(scope), is("roadmap", &roadmap)]);
            self.many(condition, &[("accepted_at", Order::Asc), ("id", Order::Asc)]).await
        })
    }

    /// Adds an answer about a figure.
    pub fn insert_figure_answer<'a>(&'a self, answer: &'a FigureAnswer) -> Pending<'a, ()> {
        Box::pin(self.insert(answer))
    }

    /// The answers about figures of an organisation, the earliest first: a later one of the same
    /// wording outweighs.
    pub fn figure_answers<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<FigureAnswer>> {
        Box::pin(async move {
            let condition = all_of([within(scope), is("organisation", &organisation)]);
            self.many(condition, &[("answered_at", Order::Asc), ("id", Order::Asc)]).await
        })
    }

    /// Adds the questions of a rolled roadmap.
    pub fn insert_roll_questions<'a>(&'a self, questions: &'a [RollQuestion]) -> Pending<'a, ()> {
        Box::pin(self.insert_all(questions))
    }

    /// Saves an answered question.
    ///
    /// - Errors: `Stale` where it was changed since it was read.
    pub fn save_roll_question<'a>(&'a self, question: &'a RollQuestion) -> Pending<'a, ()> {
        Box::pin(self.save(question))
    }

    /// The questions of a draft, in the order of the roadmap.
    pub fn roll_questions<'a>(
        &'a self,
        scope: &'a Scope,
        version: VersionId,
    ) -> Pending<'a, Vec<RollQuestion>> {
        Box::pin(async move {
            let condition = all_of([within(scope), is("version", &version)]);
            self.many(condition, &[("position", Order::Asc)]).await
        })
    }
}
