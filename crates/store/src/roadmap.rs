//! Roadmaps, their versions and rows, and the readings of uploaded documents.
//!
//! It decides how a version keeps what was read and what was mended. Deliberately absent: what a
//! cell means (`roadmap` the compiler), tasks (`task`).

use jiff::Timestamp;
use jiff::civil::Date;
use mentoring::access::Scope;
use mentoring::id::*;
use mentoring::launch::VersionState;
use roadmap::plan::{
    Column as PlanColumn, Diagnostic, Evidence, Indicator, Item, PlanPeriod, PlanRow,
};
use sea_orm::sea_query::{ExprTrait, Order, Query};
use serde::{Deserialize, Serialize};

use crate::cell::Json;
use crate::organisation::within;
use crate::record::{all_of, among, col, is, name, record};
use crate::tx::{Pending, Tx};

record! {
    /// A roadmap: all its versions together.
    "roadmap", key(organisation, id),
    pub struct Roadmap {
        /// Whose.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: RoadmapId,
        /// Title of the version in force, or of the first draft.
        pub title: String,
        /// Slug of the model it follows: `students`, `teachers`.
        pub model: Option<String>,
        /// First day it plans for.
        pub from_on: Date,
        /// Last day it plans for.
        pub to_on: Date,
        /// When it was opened.
        pub opened_at: Timestamp,
        /// The day it was put away; its tasks ask nothing from then on.
        pub ended_on: Option<Date>,
        /// How many times it was changed.
        pub revision: i64,
    }
}

record! {
    /// One version of a roadmap.
    "roadmap_version", key(organisation, id),
    pub struct Version {
        /// Whose.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: VersionId,
        /// Of which roadmap.
        pub roadmap: RoadmapId,
        /// 1, 2, 3 … inside the roadmap.
        pub number: u32,
        /// Draft, approved, superseded, discarded.
        pub state: VersionState,
        /// Title as written.
        pub title: String,
        /// Number of the approving order.
        pub order_number: Option<String>,
        /// Date of the approving order.
        pub order_on: Option<Date>,
        /// What stands around the rows.
        pub header: Json<VersionHeader>,
        /// The document it was read from.
        pub source_file: Option<FileId>,
        /// The version it continues.
        pub based_on: Option<VersionId>,
        /// Who began it.
        pub drafted_by: AccountId,
        /// When.
        pub drafted_at: Timestamp,
        /// Who recorded the approval.
        pub approved_by: Option<AccountId>,
        /// When.
        pub approved_at: Option<Timestamp>,
        /// How many times it was changed.
        pub revision: i64,
    }
}

/// What stands around the rows of a version.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct VersionHeader {
    /// The organisation as the document names it.
    pub organisation: Option<String>,
    /// The months of the plan.
    pub period: Option<PlanPeriod>,
    /// The columns of the document, for writing it again as it was.
    pub columns: Vec<PlanColumn>,
    /// Targets of the plan as a whole.
    pub plan_indicators: Vec<Indicator>,
    /// Remarks on the document as a whole and on cells.
    pub diagnostics: Vec<Diagnostic>,
}

record! {
    /// A row of a version.
    "roadmap_row", key(organisation, version, lineage),
    pub struct Row {
        /// Whose.
        pub organisation: OrganisationId,
        /// Of which version.
        pub version: VersionId,
        /// The row through all versions.
        pub lineage: LineageId,
        /// 0, 1, 2 … in the order of the roadmap.
        pub position: u32,
        /// Where it was read: number of the table, 0 where it was not read.
        pub place_table: u32,
        /// Where it was read: row of the table.
        pub place_row: u32,
        /// Stage or section, sub-stage.
        pub path: Json<Vec<String>>,
        /// Number as written.
        pub number: Option<String>,
        /// The activity.
        pub text: String,
        /// Child activities.
        pub items: Json<Vec<Item>>,
        /// Deadline as written.
        pub deadline_text: String,
        /// Deadline in its normal form.
        pub deadline_normal: String,
        /// Whether a person gave the normal form, rather than the compiler.
        pub is_deadline_mended: bool,
        /// Who answers for it.
        pub responsible: Json<Vec<RowResponsible>>,
        /// Nobody, on purpose.
        pub nobody: bool,
        /// Expected result as written.
        pub result: Option<String>,
        /// What must exist at the end.
        pub evidence: Json<Vec<Evidence>>,
        /// Indicator as written.
        pub indicator_text: Option<String>,
        /// Which figures prove it.
        pub indicators: Json<Vec<Indicator>>,
        /// Audience as written.
        pub audience: Option<String>,
        /// Note as written.
        pub note: Option<String>,
        /// Remarks on its cells.
        pub remarks: Json<Vec<Diagnostic>>,
        /// The row as it was compiled from the document, before anybody mended it.
        pub original: Option<Json<PlanRow>>,
    }
}

record! {
    /// In which part of its roadmap a row stands: for figures by stage, without its words.
    "roadmap_row", key(organisation, version, lineage),
    pub struct RowStage {
        /// Whose.
        pub organisation: OrganisationId,
        /// Of which version.
        pub version: VersionId,
        /// The row through all versions.
        pub lineage: LineageId,
        /// 0, 1, 2 … in the order of the roadmap.
        pub position: u32,
        /// Stage or section, sub-stage.
        pub path: Json<Vec<String>>,
    }
}

/// One responsible of a row, with the person it means.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowResponsible {
    /// As written.
    pub text: String,
    /// Slug of the role.
    #[serde(default)]
    pub role: Option<String>,
    /// A person as written.
    #[serde(default)]
    pub person: Option<String>,
    /// The ids of the people it means; empty until somebody or the names tell.
    #[serde(default)]
    pub people: Vec<uuid::Uuid>,
}

impl Tx {
    /// Adds a roadmap.
    pub fn insert_roadmap<'a>(&'a self, roadmap: &'a Roadmap) -> Pending<'a, ()> {
        Box::pin(self.insert(roadmap))
    }

    /// Saves a changed roadmap.
    ///
    /// - Errors: `Stale` where it was changed since it was read.
    pub fn save_roadmap<'a>(&'a self, roadmap: &'a Roadmap) -> Pending<'a, ()> {
        Box::pin(self.save(roadmap))
    }

    /// A roadmap of the scope.
    pub fn roadmap<'a>(&'a self, scope: &'a Scope, id: RoadmapId) -> Pending<'a, Option<Roadmap>> {
        Box::pin(async move { self.one(all_of([within(scope), is("id", &id)])).await })
    }

    /// The roadmaps of an organisation of the scope, the latest first.
    pub fn roadmaps<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<Roadmap>> {
        Box::pin(async move {
            let condition = all_of([within(scope), is("organisation", &organisation)]);
            self.many(condition, &[("from_on", Order::Desc), ("id", Order::Asc)]).await
        })
    }

    /// Adds a version.
    ///
    /// - Errors: `Taken` where the roadmap has a version of this number.
    pub fn insert_version<'a>(&'a self, version: &'a Version) -> Pending<'a, ()> {
        Box::pin(self.insert(version))
    }

    /// Saves a changed version; saving also guards its rows against two people at once.
    ///
    /// - Errors: `Stale` where it was changed since it was read.
    pub fn save_version<'a>(&'a self, version: &'a Version) -> Pending<'a, ()> {
        Box::pin(self.save(version))
    }

    /// A version of the scope.
    pub fn version<'a>(&'a self, scope: &'a Scope, id: VersionId) -> Pending<'a, Option<Version>> {
        Box::pin(async move { self.one(all_of([within(scope), is("id", &id)])).await })
    }

    /// The versions of a roadmap, the latest first.
    pub fn versions<'a>(
        &'a self,
        scope: &'a Scope,
        roadmap: RoadmapId,
    ) -> Pending<'a, Vec<Version>> {
        Box::pin(async move {
            let condition = all_of([within(scope), is("roadmap", &roadmap)]);
            self.many(condition, &[("number", Order::Desc)]).await
        })
    }

    /// The versions in force of several roadmaps.
    pub fn versions_in_force<'a>(
        &'a self,
        scope: &'a Scope,
        roadmaps: &'a [RoadmapId],
    ) -> Pending<'a, Vec<Version>> {
        Box::pin(async move {
            let approved = is("state", &VersionState::Approved);
            let condition = all_of([within(scope), among("roadmap", roadmaps), approved]);
            self.many(condition, &[("roadmap", Order::Asc), ("number", Order::Desc)]).await
        })
    }

    /// In which stages the rows in force below an organisation stand, in the order of each roadmap.
    ///
    /// - Returns: headings of stages only; nothing else of a row leaves its organisation.
    pub fn row_stages_below<'a>(
        &'a self,
        scope: &'a Scope,
        above: OrganisationId,
    ) -> Pending<'a, Vec<RowStage>> {
        Box::pin(async move {
            let Some(below) = self.below(scope, above).await? else { return Ok(Vec::new()) };
            let inside = || col("organisation").in_subquery(below.clone());
            let mut running = Query::select();
            running.column(name("id")).from(name("roadmap"));
            running.cond_where(all_of([inside(), col("ended_on").is_null()]));
            let mut in_force = Query::select();
            in_force.column(name("id")).from(name("roadmap_version"));
            let approved = is("state", &VersionState::Approved);
            let of_running = col("roadmap").in_subquery(running);
            in_force.cond_where(all_of([inside(), approved, of_running]));
            let condition = all_of([inside(), col("version").in_subquery(in_force)]);
            let order = ["organisation", "version", "position"].map(|column| (column, Order::Asc));
            self.many(condition, &order).await
        })
    }

    /// Adds rows to a version.
    pub fn insert_rows<'a>(&'a self, rows: &'a [Row]) -> Pending<'a, ()> {
        Box::pin(self.insert_all(rows))
    }

    /// Saves a changed row of a draft. Save its version too: that guards against two at once.
    ///
    /// - Errors: `Stale` where the row is not there any more.
    pub fn save_row<'a>(&'a self, row: &'a Row) -> Pending<'a, ()> {
        Box::pin(self.save(row))
    }

    /// Puts other rows in the place of all rows of a draft.
    ///
    /// - `rows`: all of the version.
    pub fn replace_rows<'a>(
        &'a self,
        organisation: OrganisationId,
        version: VersionId,
        rows: &'a [Row],
    ) -> Pending<'a, ()> {
        Box::pin(async move {
            let condition = all_of([is("organisation", &organisation), is("version", &version)]);
            self.remove::<Row>(condition).await?;
            self.insert_all(rows).await
        })
    }

    /// The rows of a version, in their order.
    pub fn rows<'a>(&'a self, scope: &'a Scope, version: VersionId) -> Pending<'a, Vec<Row>> {
        Box::pin(async move {
            let condition = all_of([within(scope), is("version", &version)]);
            self.many(condition, &[("position", Order::Asc), ("lineage", Order::Asc)]).await
        })
    }

    /// One row of a version.
    pub fn row<'a>(
        &'a self,
        scope: &'a Scope,
        version: VersionId,
        lineage: LineageId,
    ) -> Pending<'a, Option<Row>> {
        Box::pin(async move {
            self.one(all_of([within(scope), is("version", &version), is("lineage", &lineage)]))
                .await
        })
    }

    /// The rows that a lineage had in all versions: its history.
    pub fn row_history<'a>(
        &'a self,
        scope: &'a Scope,
        lineage: LineageId,
    ) -> Pending<'a, Vec<Row>> {
        Box::pin(async move {
            let condition = all_of([within(scope), is("lineage", &lineage)]);
            self.many(condition, &[("version", Order::Asc)]).await
        })
    }
}
