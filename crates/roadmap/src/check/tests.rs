//! What is found and what stays silent, rule by rule, on plans of a few rows.
//!
//! Each case is a plan as the compiler would hand it over; the answer is the list of codes with row
//! and column. Deliberately absent: the cases themselves, a file for each group of rules.

mod cells;
mod dates;
mod law;
mod steps;
mod whole;
mod words;

use super::case::{first_day, last_day};
use super::*;
use crate::plan::{
    ApprovingOrder, Column, Evidence, Indicator, PlanDeadline, PlanPeriod, PlanRow, Responsible,
    Severity, Text,
};
use crate::source::{Block, Cell, Notice, Paragraph, Row, Table};

/// A plan in the making.
#[derive(Clone, Default)]
struct Draft {
    plan: Plan,
    source: Source,
}

const SCHOOL: &str = "МБОУ «СОШ № 4 г. Тосно»";

/// A school's plan for a school year.
fn plan(year: i32) -> Draft {
    let mut draft = Draft::default();
    draft.plan.title = "наставничества".into();
    draft.plan.organisation = Some(SCHOOL.into());
    draft.plan.period =
        Some(PlanPeriod { from: format!("{year}-09"), to: format!("{}-08", year + 1) });
    draft.plan.columns = vec![Column::Activity, Column::Deadline, Column::Responsible];
    draft
}

impl Draft {
    fn titled(mut self, title: &str) -> Self {
        self.plan.title = title.into();
        self
    }

    fn of(mut self, organisation: &str) -> Self {
        self.plan.organisation = Some(organisation.into());
        self
    }

    fn ordered(mut self, date: &str) -> Self {
        self.plan.order =
            Some(ApprovingOrder { number: Some("71".into()), date: Some(date.into()) });
        self
    }

    fn columns(mut self, columns: &[Column]) -> Self {
        self.plan.columns = columns.to_vec();
        self
    }

    fn above(mut self, text: &str) -> Self {
        let paragraph = Paragraph { text: text.into(), ..Paragraph::default() };
        self.source.blocks.push(Block::Paragraph(paragraph));
        self
    }

    fn target(mut self, value: f64, year: i32, of: &str) -> Self {
        self.plan.plan_indicators.push(coverage(value, of, Some(year)));
        self
    }

    /// A row with a deadline in normal form, `responsible` a curator.
    fn row(mut self, text: &str, normal: &str) -> Self {
        let place = crate::plan::Place { table: 1, row: self.plan.rows.len() + 2 };
        let responsible = Responsible { text: "Куратор".into(), ..Responsible::default() };
        let words = if normal == "none" { "" } else { normal };
        self.plan.rows.push(PlanRow {
            place,
            text: text.into(),
            deadline: deadline(words, normal),
            responsible: vec![responsible],
            ..PlanRow::default()
        });
        self
    }

    /// Mends the last row.
    fn but(mut self, mend: impl FnOnce(&mut PlanRow)) -> Self {
        mend(self.plan.rows.last_mut().unwrap());
        self
    }

    fn stage(self, stage: &str) -> Self {
        self.but(|row| row.path = vec![stage.into()])
    }

    fn number(self, number: &str) -> Self {
        self.but(|row| row.number = Some(number.into()))
    }

    fn result(self, text: &str) -> Self {
        self.but(|row| row.result = Some(Text { text: text.into() }))
    }

    fn indicator(self, text: &str) -> Self {
        self.but(|row| row.indicator_text = Some(Text { text: text.into() }))
    }

    fn diagnostics(&self) -> Vec<Diagnostic> {
        diagnostics(&self.plan, &self.source, &Options::default())
    }

    /// Codes with row and column: `R011 2 deadline`.
    fn found(&self) -> Vec<String> {
        let column = |it: &Diagnostic| {
            it.place
                .column
                .map(|it| format!(" {}", serde_json::to_value(it).unwrap().as_str().unwrap()))
        };
        let write = |it: &Diagnostic| {
            format!("{} {}{}", it.code, it.place.row, column(it).unwrap_or_default())
        };
        self.diagnostics().iter().map(write).collect()
    }

    #[track_caller]
    fn finds(&self, expected: &[&str]) {
        assert_eq!(self.found(), expected, "{:#?}", self.diagnostics());
    }

    #[track_caller]
    fn is_silent(&self) {
        self.finds(&[]);
    }
}

/// An indicator of coverage.
fn coverage(value: f64, of: &str, year: Option<i32>) -> Indicator {
    Indicator {
        text: format!("не менее {value}% {of}"),
        measure: "coverage".into(),
        op: ">=".into(),
        value,
        unit: "%".into(),
        of: Some(of.into()),
        year,
    }
}

/// A deadline with the windows that its normal form names.
fn deadline(text: &str, normal: &str) -> PlanDeadline {
    let mut occurrences = Vec::new();
    for form in normal.strip_prefix("list:").unwrap_or(normal).split(';') {
        let Some((kind, days)) = form.split_once(':') else { continue };
        if !matches!(kind, "date" | "month" | "range") {
            continue;
        }
        let (from, to) = days.split_once("..").unwrap_or((days, days));
        let (from, to) = (first_day(from).unwrap(), last_day(to).unwrap());
        if from <= to {
            occurrences.push((from.to_string(), to.to_string()));
        }
    }
    PlanDeadline { text: text.into(), normal: normal.into(), occurrences }
}

/// A plan with columns of results and of indicators.
fn measured() -> Draft {
    plan(2025).columns(&[
        Column::Activity,
        Column::Deadline,
        Column::Result,
        Column::Indicator,
        Column::Responsible,
    ])
}
