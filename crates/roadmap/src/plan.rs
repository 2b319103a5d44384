//! The compiled roadmap: what was understood of a document, in the shape of the wire format.
//!
//! It decides names and shapes of the fields that `estafeta check --format json` prints and that a
//! stored version keeps. Deliberately absent: how any of it is found (`table`, `deadline`,
//! `responsible`, `evidence`, `indicator`) and judged (`check`).

use jiff::civil::Date;
use mentoring::period::Days;
use serde::{Deserialize, Serialize};

/// A compiled roadmap.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// Title as written, without the words «план мероприятий (дорожная карта)»; empty if none.
    pub title: String,
    /// The organisation as the document names it.
    pub organisation: Option<String>,
    /// The order that approves the roadmap.
    pub order: Option<ApprovingOrder>,
    /// First and last month of the plan, as stated.
    pub period: Option<PlanPeriod>,
    /// The months derived from the rows where the document states no period; to be asked.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub derived_period: Option<PlanPeriod>,
    /// What the columns mean, from the left.
    pub columns: Vec<Column>,
    /// The rows, in document order.
    pub rows: Vec<PlanRow>,
    /// Targets of the plan as a whole, written outside the rows.
    pub plan_indicators: Vec<Indicator>,
    /// Which model the plan follows, where it can be told.
    pub model: Option<Model>,
    /// What is wrong or worth a look, in document order.
    pub diagnostics: Vec<Diagnostic>,
}

/// Number and date of the order that approves the roadmap.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApprovingOrder {
    /// The number as written («71-б»).
    pub number: Option<String>,
    /// ISO date `YYYY-MM-DD`.
    pub date: Option<String>,
}

/// The months a plan runs from and to, both inside; each `YYYY-MM`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanPeriod {
    /// First month.
    pub from: String,
    /// Last month.
    pub to: String,
}

impl PlanPeriod {
    /// The days from the first of the first month to the last of the last.
    ///
    /// - Returns: `None` where the months are no months or stand in the wrong order.
    #[must_use]
    pub fn days(&self) -> Option<Days> {
        let month = |it: &str| -> Option<Date> {
            let (year, month) = it.split_once('-')?;
            Date::new(year.parse().ok()?, month.parse().ok()?, 1).ok()
        };
        Days::new(month(&self.from)?, month(&self.to)?.last_of_month())
    }
}

impl Plan {
    /// The days of the plan: as stated, else as derived from its rows.
    #[must_use]
    pub fn days(&self) -> Option<Days> {
        self.period.as_ref().or(self.derived_period.as_ref()).and_then(PlanPeriod::days)
    }
}

/// Which target model a plan follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Model {
    /// Р-145 of 25.12.2019: pupils and students, seven stages.
    Students,
    /// The 2021 recommendations (АЗ-1128/08): teachers, seven stages.
    Teachers,
}

/// The meaning of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// № п/п.
    Number,
    /// Stage or direction.
    Stage,
    /// Sub-stage.
    SubStage,
    /// Activity.
    Activity,
    /// Deadline.
    Deadline,
    /// First day of a pair of date columns.
    StartDate,
    /// Last day of a pair of date columns.
    EndDate,
    /// Responsible.
    Responsible,
    /// Expected result, kind of document.
    Result,
    /// Indicator.
    Indicator,
    /// Audience, participants.
    Audience,
    /// Form or place of the activity.
    Form,
    /// Note, mark of fulfilment.
    Note,
    /// Not understood.
    Other,
}

/// Where something stands. Tables count from 1, rows of the table from 1 with headers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// Number of the table in the document; 0 for text outside tables.
    pub table: usize,
    /// Row of the table; paragraph number where `table` is 0.
    pub row: usize,
}

/// One row of the roadmap.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PlanRow {
    /// Where it begins in the document.
    pub place: Place,
    /// Stage or section, then sub-stage, outermost first.
    pub path: Vec<String>,
    /// From a number column only.
    pub number: Option<String>,
    /// The activity as written.
    pub text: String,
    /// Child activities; one that equals the row where the row is a single activity.
    pub items: Vec<Item>,
    /// When.
    pub deadline: PlanDeadline,
    /// Who, in the order of the cell.
    pub responsible: Vec<Responsible>,
    /// «НЕ ПРИВЛЕКАЮТСЯ»: nobody, on purpose.
    pub nobody: bool,
    /// Expected result as written.
    pub result: Option<Text>,
    /// The indicator cell as written.
    pub indicator_text: Option<Text>,
    /// Target audience as written.
    pub audience: Option<Text>,
    /// Note as written.
    pub note: Option<Text>,
    /// What must exist at the end, of the row as a whole.
    pub evidence: Vec<Evidence>,
    /// Which figures prove it.
    pub indicators: Vec<Indicator>,
}

/// A text as written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// The words of the cell.
    pub text: String,
}

/// A child activity.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its words, without the list mark.
    pub text: String,
    /// What must exist at its end.
    pub evidence: Vec<Evidence>,
}

/// A deadline as written and as read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanDeadline {
    /// The words of the cell; empty where there are none.
    pub text: String,
    /// The normal form, see `deadline`.
    pub normal: String,
    /// Windows inside the plan's period: first and last day, ISO, both inside.
    pub occurrences: Vec<(String, String)>,
}

/// One responsible: a role, a person, or both.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Responsible {
    /// As written.
    pub text: String,
    /// Slug of the role.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub role: Option<String>,
    /// A person as written.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub person: Option<String>,
}

/// What must exist at the end: kind and subject, both slugs of the lists in `evidence`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Evidence {
    /// `order`, `register`, `protocol`, …
    pub kind: String,
    /// `pairs`, `mentees`, …; empty where the document does not say.
    pub about: String,
}

/// A figure that proves a row or the plan.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Indicator {
    /// The words it was read from.
    pub text: String,
    /// Slug of the measure; empty where it could not be told.
    pub measure: String,
    /// `>=`, `=`, `<=`, `>`, `<`.
    pub op: String,
    /// The target.
    pub value: f64,
    /// `%` or the noun of the count (`people`, `sessions`, …).
    pub unit: String,
    /// The population, as written.
    pub of: Option<String>,
    /// The calendar year it holds for, in plan-wide series.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub year: Option<i32>,
}

/// How grave a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The plan cannot run so.
    Error,
    /// Probably not meant.
    Warning,
    /// Good to know.
    Note,
}

/// Where a diagnostic points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiagnosticPlace {
    /// Number of the table, 0 for text outside tables.
    pub table: usize,
    /// Row of the table, 0 for the document as a whole.
    pub row: usize,
    /// The column it speaks of.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub column: Option<Column>,
}

/// One remark of the compiler.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// Stable code, `R012`.
    pub code: String,
    /// How grave.
    pub severity: Severity,
    /// Where.
    pub place: DiagnosticPlace,
    /// What is wrong, in Russian.
    pub message: String,
    /// What to do, in Russian.
    pub help: String,
    /// The same in English.
    pub message_en: String,
    /// The same in English.
    pub help_en: String,
    /// The piece of the cell that is meant, as written; empty for the whole cell.
    pub excerpt: String,
}
