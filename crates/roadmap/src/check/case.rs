//! A plan laid out for judging: rows with their words, windows and columns, and what was found.
//!
//! It decides how a finding becomes a diagnostic. Deliberately absent: any rule.

use std::collections::BTreeSet;

use jiff::civil::Date;
use mentoring::period::Days;

use super::code::Code;
use super::institution::{self, Institution};
use super::words::{Words, letters};
use crate::language::Language;
use crate::law::Law;
use crate::plan::{
    Column, Diagnostic, DiagnosticPlace, Model, Plan, PlanPeriod, PlanRow, Severity,
};
use crate::source::{Block, Cell, Source, Table};
use crate::texts::{Value, text};

/// A plan under judgement.
pub(crate) struct Case<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) source: &'a Source,
    pub(crate) law: &'a Law,
    /// The days of the plan, where it says them.
    pub(crate) period: Option<Days>,
    /// The day of the approving order.
    pub(crate) approved: Option<Date>,
    /// Whose plan it is.
    pub(crate) institution: Institution,
    /// The model that the plan follows.
    pub(crate) model: Option<Model>,
    pub(crate) rows: Vec<RowCase<'a>>,
    found: Vec<Diagnostic>,
}

/// A row with its words.
pub(crate) struct RowCase<'a> {
    pub(crate) row: &'a PlanRow,
    pub(crate) activity: Words<'a>,
    pub(crate) deadline: Words<'a>,
    pub(crate) result: Words<'a>,
    pub(crate) indicator: Words<'a>,
    pub(crate) audience: Words<'a>,
    pub(crate) note: Words<'a>,
    /// Stage and sub-stage; only in the first of the rows that share them.
    pub(crate) stage: Words<'a>,
    /// Windows of the deadline as far as they are dated, sorted; empty for recurring ones.
    pub(crate) windows: Vec<Days>,
}

/// What a rule found.
pub(crate) struct Finding<'f> {
    pub(crate) code: Code,
    /// Wording of the texts other than the usual one: `message-VARIANT`, `help-VARIANT`.
    pub(crate) variant: &'static str,
    /// A milder severity than that of the table.
    pub(crate) severity: Option<Severity>,
    pub(crate) place: DiagnosticPlace,
    pub(crate) excerpt: &'f str,
    pub(crate) values: Vec<(&'static str, Value)>,
}

impl<'f> Finding<'f> {
    pub(crate) fn new(code: Code, place: DiagnosticPlace) -> Self {
        Self { code, variant: "", severity: None, place, excerpt: "", values: Vec::new() }
    }

    pub(crate) fn at(mut self, excerpt: &'f str) -> Self {
        self.excerpt = excerpt;
        self
    }

    pub(crate) fn value(mut self, name: &'static str, value: Value) -> Self {
        self.values.push((name, value));
        self
    }

    pub(crate) fn words(self, name: &'static str, words: &str) -> Self {
        self.value(name, Value::Text(short(words)))
    }

    pub(crate) fn variant(mut self, variant: &'static str) -> Self {
        self.variant = variant;
        self
    }

    pub(crate) fn milder(mut self, severity: Severity) -> Self {
        self.severity = Some(severity);
        self
    }
}

impl<'a> Case<'a> {
    /// Lays a plan out.
    pub(crate) fn of(plan: &'a Plan, source: &'a Source, law: &'a Law) -> Self {
        let mut shown = BTreeSet::new();
        let rows: Vec<_> = plan
            .rows
            .iter()
            .map(|row| {
                let last = row.path.last().map_or("", String::as_str);
                let is_first = shown.insert((row.place.table, last));
                RowCase::of(row, if is_first { last } else { "" })
            })
            .collect();
        let order = plan.order.as_ref().and_then(|it| it.date.as_deref());
        let mut case = Self {
            plan,
            source,
            law,
            period: plan.period.as_ref().and_then(PlanPeriod::days),
            approved: order.and_then(|it| it.parse().ok()),
            institution: institution::of(plan),
            model: plan.model,
            rows,
            found: Vec::new(),
        };
        case.model = case.model.or_else(|| super::model::followed(&case));
        case
    }

    /// Records a finding in both languages.
    pub(crate) fn report(&mut self, finding: Finding<'_>) {
        let Finding { code, variant, severity, place, excerpt, values } = finding;
        let say = |language, attribute: &str| {
            let own = format!("{attribute}-{variant}");
            let is_own = !variant.is_empty()
                && crate::texts::lookup(language, code.as_str(), &own).is_some();
            text(language, code.as_str(), if is_own { &own } else { attribute }, &values)
        };
        let diagnostic = Diagnostic {
            code: code.as_str().to_owned(),
            severity: severity.unwrap_or_else(|| code.severity()),
            place,
            message: say(Language::Russian, "message"),
            help: say(Language::Russian, "help"),
            message_en: say(Language::English, "message"),
            help_en: say(Language::English, "help"),
            excerpt: excerpt.to_owned(),
        };
        if !self.found.contains(&diagnostic) {
            self.found.push(diagnostic);
        }
    }

    /// The cells of the document that a row was read from; empty where the document is not at hand.
    pub(crate) fn cells(&self, row: &RowCase<'_>) -> &'a [Cell] {
        let place = row.row.place;
        let cells = self.table(place.table).and_then(|it| it.rows.get(place.row.checked_sub(1)?));
        cells.map_or(&[], |it| it.cells.as_slice())
    }

    /// Whether a text stands in a cell over several columns, or in a row that lost some of its cells.
    pub(crate) fn is_merged(&self, row: &RowCase<'_>, text: &str) -> bool {
        let cells = self.cells(row);
        let n_columns = |cells: &[Cell]| cells.iter().map(|it| it.column_span).sum::<usize>();
        let widest = self.table(row.row.place.table);
        let widest = widest.and_then(|it| it.rows.iter().map(|row| n_columns(&row.cells)).max());
        let own = cells.iter().find(|it| letters(&it.text()) == letters(text));
        own.is_some_and(|it| 1 < it.column_span)
            || !cells.is_empty() && widest.is_some_and(|it| n_columns(cells) < it)
    }

    fn table(&self, number: usize) -> Option<&'a Table> {
        let mut tables = self.source.blocks.iter().filter_map(|it| match it {
            Block::Table(table) => Some(table),
            Block::Paragraph(_) => None,
        });
        tables.nth(number.checked_sub(1)?)
    }

    /// Whether the table has a column of the meaning.
    pub(crate) fn has_column(&self, column: Column) -> bool {
        self.plan.columns.contains(&column)
    }

    /// The document as a whole, with the column it concerns.
    pub(crate) fn whole(&self, column: Option<Column>) -> DiagnosticPlace {
        let table = self.rows.first().map_or(0, |it| it.row.place.table);
        DiagnosticPlace { table, row: 0, column }
    }

    /// The diagnostics in document order.
    pub(crate) fn finish(mut self) -> Vec<Diagnostic> {
        self.found.sort_by(|a, b| {
            let key = |it: &Diagnostic| (it.place.row != 0, it.place.table, it.place.row);
            key(a).cmp(&key(b)).then_with(|| a.code.cmp(&b.code))
        });
        self.found
    }
}

impl<'a> RowCase<'a> {
    fn of(row: &'a PlanRow, stage: &'a str) -> Self {
        let optional = |it: &'a Option<crate::plan::Text>| {
            Words::of(it.as_ref().map_or("", |text| text.text.as_str()))
        };
        Self {
            row,
            activity: Words::of(&row.text),
            deadline: Words::of(&row.deadline.text),
            result: optional(&row.result),
            indicator: optional(&row.indicator_text),
            audience: optional(&row.audience),
            note: optional(&row.note),
            stage: Words::of(stage),
            windows: windows(row),
        }
    }

    /// A place in one of the columns of the row.
    pub(crate) fn place(&self, column: Column) -> DiagnosticPlace {
        let place = self.row.place;
        DiagnosticPlace { table: place.table, row: place.row, column: Some(column) }
    }

    /// Every cell that holds prose, with its column.
    pub(crate) fn prose(&self) -> [(Column, &Words<'a>); 6] {
        let stage = if self.row.path.len() > 1 { Column::SubStage } else { Column::Stage };
        [
            (stage, &self.stage),
            (Column::Activity, &self.activity),
            (Column::Result, &self.result),
            (Column::Indicator, &self.indicator),
            (Column::Audience, &self.audience),
            (Column::Note, &self.note),
        ]
    }

    /// The last day of the last window.
    pub(crate) fn ends(&self) -> Option<Date> {
        self.windows.iter().map(|it| it.to).max()
    }

    /// The first day of the first window.
    pub(crate) fn starts(&self) -> Option<Date> {
        self.windows.iter().map(|it| it.from).min()
    }
}

/// The first day that `YYYY`, `YYYY-MM` or `YYYY-MM-DD` names.
pub(crate) fn first_day(text: &str) -> Option<Date> {
    match text.len() {
        4 => Date::new(text.parse().ok()?, 1, 1).ok(),
        7 => format!("{text}-01").parse().ok(),
        _ => text.parse().ok(),
    }
}

/// The last day that `YYYY`, `YYYY-MM` or `YYYY-MM-DD` names.
pub(crate) fn last_day(text: &str) -> Option<Date> {
    match text.len() {
        4 => Date::new(text.parse().ok()?, 12, 31).ok(),
        7 => first_day(text).map(Date::last_of_month),
        _ => text.parse().ok(),
    }
}

/// Forms that name days of their own; the others recur, wait or follow the plan.
const DATED: [&str; 10] = [
    "date:", "month:", "week:", "year:", "range:", "before:", "from:", "quarter:", "decade:",
    "half:",
];

fn windows(row: &PlanRow) -> Vec<Days> {
    let mut normal = row.deadline.normal.as_str();
    normal = normal.strip_prefix("list:").unwrap_or(normal);
    let has_dated =
        normal.split(';').any(|it| DATED.iter().any(|form| it.trim().starts_with(form)));
    let recurs = normal.split(';').any(|it| {
        let it = it.trim();
        !DATED.iter().any(|form| it.starts_with(form)) && !matches!(it, "as-needed" | "continuous")
    });
    if !has_dated || recurs {
        return Vec::new();
    }
    let mut windows: Vec<_> = row
        .deadline
        .occurrences
        .iter()
        .filter_map(|(from, to)| Days::new(first_day(from)?, last_day(to)?))
        .collect();
    windows.sort_unstable();
    windows
}

/// A piece of a text short enough for a message.
pub(crate) fn short(words: &str) -> String {
    const LONGEST: usize = 90;
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST) {
        None => line,
        Some((end, _)) => {
            let head = line.get(..end).unwrap_or_default();
            let cut = head.rfind(' ').unwrap_or(end);
            format!("{}…", head.get(..cut).unwrap_or_default().trim_end_matches([',', ';', ':']))
        }
    }
}
