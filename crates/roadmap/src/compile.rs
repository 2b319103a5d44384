//! From a source to a plan: the order of the passes.
//!
//! It decides what is read first (head, period) and what leans on it (deadlines). Deliberately
//! absent: grammar; each piece stands in a module of its own.

use crate::head::{self, Head};
use crate::indicator;
use crate::items::{self, without_mark};
use crate::plan::{
    Column, Evidence, Indicator, Item, Model, Plan, PlanDeadline, PlanPeriod, PlanRow, Text,
};
use crate::responsible::Parties;
use crate::rows::{self, Raw};
use crate::sections::{Heading, Stack, is_heading_line, kind};
use crate::source::{Block, Source};
use crate::table::{Chosen, choose};
use crate::vocabulary::{clip, plain, squeeze};
use crate::{check, deadline, evidence, responsible, targets};
use jiff::civil::Date;
use mentoring::period::Days;

/// What the caller knows and the document may not say.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The period of the plan, in place of the one the document states.
    pub period: Option<PlanPeriod>,
    /// The day on which the plan is judged, where it matters (acts in force).
    pub today: Option<Date>,
}

impl Options {
    /// Options with the period that words like `2025-2026`, `2026` name.
    ///
    /// - Returns: `None` where the words name no years.
    #[must_use]
    pub fn for_years(words: &str) -> Option<Self> {
        let years: Vec<i32> = words
            .split(|it: char| !it.is_ascii_digit())
            .filter(|it| it.len() == 4)
            .filter_map(|it| it.parse().ok())
            .collect();
        let period = match years.as_slice() {
            [year] => PlanPeriod { from: format!("{year}-01"), to: format!("{year}-12") },
            [first, last] if first < last => head::school_period(*first, *last),
            _ => return None,
        };
        Some(Self { period: Some(period), today: None })
    }
}

/// Compiles a document into a plan.
///
/// Reading never fails because of what is written: where no table looks like a roadmap, the plan
/// has no rows.
///
/// - `source`: the document as a reader gave it.
/// - `options`: what the caller knows.
/// - Returns: the plan with its diagnostics, judged by the built-in facts of law.
/// - Time: linear in the words of the document.
///
/// Source: A1–A6 of the requirements; `ROADMAP_FORMAT.md`.
#[must_use]
pub fn compile(source: &Source, options: &Options) -> Plan {
    let chosen = choose(source);
    let head = head::read(source, chosen.first());
    let mut raws = raw_rows(source, &chosen, &head);
    raws.truncate(MOST_ROWS);
    let plan_indicators = targets::read(source, &chosen, &head.rest);
    let stated = options.period.clone().or_else(|| head.period.clone());
    let derived_period = match &stated {
        Some(_) => None,
        None => {
            let deadlines: Vec<&str> = raws.iter().map(|it| it.deadline.as_str()).collect();
            head::derived(&deadlines, &plan_indicators)
        }
    };
    let days = stated.as_ref().or(derived_period.as_ref()).and_then(PlanPeriod::days);
    let columns = chosen.first().map(columns).unwrap_or_default();
    let mut plan = Plan {
        model: model(source, &head),
        title: head.title,
        organisation: head.organisation,
        order: head.order,
        period: stated,
        derived_period,
        columns,
        rows: raws.into_iter().map(|it| row(it, days)).collect(),
        plan_indicators,
        diagnostics: Vec::new(),
    };
    plan.diagnostics = check::diagnostics(&plan, source, &check::Options::default());
    plan
}

fn columns(chosen: &Chosen<'_>) -> Vec<Column> {
    chosen.layout.slots.iter().map(|it| it.column).collect()
}

/// The rows of all tables, under the headings above them.
fn raw_rows(source: &Source, chosen: &[Chosen<'_>], head: &Head) -> Vec<Raw> {
    let mut stack = Stack::default();
    let mut rows = Vec::new();
    for (i, it) in chosen.iter().enumerate() {
        let heading = if i == 0 {
            first_heading(head, 1 < chosen.len())
        } else {
            heading_above(source, chosen, i)
        };
        if let Some(text) = heading {
            let own = kind(&text, None);
            if own == Heading::Plain {
                stack.clear();
                stack.open(Heading::Above, text);
            } else {
                stack.open(own, text);
            }
        }
        if let Some(text) = heading_inside(it) {
            stack.open(kind(&text, None), text);
        }
        rows.extend(rows::read(it, &mut stack));
    }
    rows
}

/// A heading in a row of the table right above its header: «Задача 1. …».
fn heading_inside(chosen: &Chosen<'_>) -> Option<String> {
    let above = chosen.layout.header.start.checked_sub(1)?;
    let own = chosen.grid.own(above);
    let [only] = own.as_slice() else { return None };
    let text = squeeze(&crate::table::words(only));
    let marked = !matches!(kind(&text, None), Heading::Plain | Heading::Year);
    (marked && is_heading_line(&text)).then_some(text)
}

/// A heading between the title and the first table: only where it is numbered, or where later
/// tables have headings too.
fn first_heading(head: &Head, several: bool) -> Option<String> {
    let last = head.rest.last().filter(|it| is_heading_line(it) && !head::states_period(it))?;
    let marked = kind(last, None) != Heading::Plain;
    (marked || several && head.rest.len() == 1).then(|| last.clone())
}

/// The heading between two tables: the last line that is one.
fn heading_above(source: &Source, chosen: &[Chosen<'_>], at: usize) -> Option<String> {
    let from = chosen[at - 1].block + 1;
    let lines = source.blocks.get(from..chosen[at].block)?;
    let mut found: Option<String> = None;
    for block in lines {
        if let Block::Paragraph(it) = block {
            let text = match &it.list_mark {
                Some(mark) => format!("{} {}", mark.trim(), it.text),
                None => it.text.clone(),
            };
            if is_heading_line(&text) {
                found = Some(squeeze(&text));
            }
        }
    }
    found
}

/// Rows of a plan at most: what is longer is no roadmap, and reading it must not take long. That
/// something was left out is said by a diagnostic of the last row.
pub(crate) const MOST_ROWS: usize = 1000;

/// Puts a row together from its words.
fn row(raw: Raw, days: Option<Days>) -> PlanRow {
    let within = match raw.responsible.trim().is_empty() {
        true => responsible::named_within(&raw.activity).unwrap_or_default(),
        false => String::new(),
    };
    let who = if within.is_empty() { &raw.responsible } else { &within };
    let parties = read_responsible(who);
    let listed = activity_text(&raw);
    let items = read_items(listed, &raw.activity);
    let text = |it: &str| (!it.trim().is_empty()).then(|| Text { text: it.trim().to_owned() });
    PlanRow {
        place: raw.place,
        path: raw.path.clone(),
        number: raw.number.clone(),
        text: raw.activity.trim().to_owned(),
        deadline: read_deadline(&raw.deadline, days),
        responsible: parties.responsible,
        nobody: parties.nobody,
        result: text(&raw.result),
        indicator_text: text(&raw.indicator),
        audience: text(&raw.audience),
        note: text(&raw.note),
        evidence: with_form(row_evidence(listed, &raw.result, &items), &raw),
        indicators: read_indicators(&raw.indicator, &raw.result, &raw.activity),
        items,
    }
}

/// Reads a responsible cell, for a row mended by hand; see [`responsible::read`].
#[must_use]
pub fn read_responsible(text: &str) -> Parties {
    responsible::read(text)
}

/// Reads the child activities of a cell, each with what it asks for.
///
/// - `text`: the activity cell as written.
/// - `around`: the words that tell a subject where an entry does not; mostly the same text.
#[must_use]
pub fn read_items(text: &str, around: &str) -> Vec<Item> {
    items::split(text)
        .into_iter()
        .map(|text| Item { evidence: evidence::read(&text, around), text })
        .collect()
}

/// Reads what must exist at the end of a row, for a row mended by hand.
///
/// - `activity`, `result`: the cells as written; a result that names evidence says it alone.
#[must_use]
pub fn read_evidence(activity: &str, result: &str) -> Vec<Evidence> {
    row_evidence(activity, result, &read_items(activity, activity))
}

/// Papers that a form of carrying out may name: «Форма: приказ».
const FORMS: [&str; 6] = ["order", "protocol", "regulation", "agreement", "consent_set", "report"];

/// Adds the papers that the column of forms names, or that of indicators in place of a figure, where
/// the result says nothing.
fn with_form(mut found: Vec<Evidence>, raw: &Raw) -> Vec<Evidence> {
    if raw.result.trim().is_empty() && items::split(&raw.details).len() < 2 {
        let mut named = evidence::read(&raw.details, &raw.activity);
        if !raw.indicator.chars().any(|it| it.is_ascii_digit()) {
            named.extend(evidence::read(&raw.indicator, &raw.activity));
        }
        let is_new = |it: &Evidence| {
            FORMS.contains(&it.kind.as_str()) && found.iter().all(|own| own.kind != it.kind)
        };
        let named: Vec<Evidence> = named.into_iter().filter(is_new).collect();
        found.extend(named);
    }
    // An appointment that an order makes is that order.
    let orders = found.clone();
    let ordered = |about: &str| orders.iter().any(|it| it.kind == "order" && it.about == about);
    found.retain(|it| it.kind != "appointment" || !ordered(&it.about));
    found
}

fn row_evidence(activity: &str, result: &str, items: &[Item]) -> Vec<Evidence> {
    let mut found = evidence::read(result, activity);
    if found.is_empty() {
        found = evidence::read(&items::intro(activity), activity);
        found.extend(items.iter().flat_map(|it| it.evidence.clone()));
        dedup(&mut found);
    }
    found
}

/// The text whose list are the child activities: the details where they list and the activity does
/// not.
fn activity_text(raw: &Raw) -> &str {
    let details = !raw.details.is_empty()
        && items::split(&raw.activity).len() < 2
        && 1 < items::split(&raw.details).len();
    if details { &raw.details } else { &raw.activity }
}

fn dedup<T: PartialEq>(list: &mut Vec<T>) {
    let mut seen: Vec<T> = Vec::new();
    for it in list.drain(..) {
        if !seen.contains(&it) {
            seen.push(it);
        }
    }
    *list = seen;
}

/// What was read from the cells of a row that say what must come of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CellReading {
    /// Child activities; one that equals the row where the row is a single activity.
    pub items: Vec<Item>,
    /// What must exist at the end, of the row as a whole.
    pub evidence: Vec<Evidence>,
    /// Which figures prove it.
    pub indicators: Vec<Indicator>,
}

/// Reads the cells of one row alone: for a row that somebody mends.
///
/// - `activity`, `result`, `indicator`: the cells as written; empty where there are none.
/// - Returns: the same reading that the cells get inside a document. Cannot fail.
#[must_use]
pub fn read_cells(activity: &str, result: &str, indicator: &str) -> CellReading {
    let raw = Raw {
        activity: activity.to_owned(),
        result: result.to_owned(),
        indicator: indicator.to_owned(),
        ..Raw::default()
    };
    let row = row(raw, None);
    CellReading { items: row.items, evidence: row.evidence, indicators: row.indicators }
}

/// Reads a deadline cell, with its windows inside the plan's period.
///
/// - `text`: the cell as written.
/// - `days`: the days of the plan, where known.
#[must_use]
pub fn read_deadline(text: &str, days: Option<Days>) -> PlanDeadline {
    let text = text.trim();
    let normal =
        if text.is_empty() { "none".to_owned() } else { deadline::read(text, days).normal };
    let windows = days.map(|it| deadline::occurrences(&normal, it)).unwrap_or_default();
    let occurrences = windows.iter().map(|it| (it.from.to_string(), it.to.to_string())).collect();
    PlanDeadline { text: text.to_owned(), normal, occurrences }
}

/// Reads the figures of a row, each once, for a row mended by hand.
///
/// - `indicator`, `result`, `activity`: the cells as written; empty where there are none.
#[must_use]
pub fn read_indicators(indicator: &str, result: &str, activity: &str) -> Vec<Indicator> {
    let mut found = indicator::read(indicator, Column::Indicator, activity);
    for (text, column) in [(result, Column::Result), (activity, Column::Activity)] {
        for it in indicator::read(text, column, activity) {
            let known = |one: &Indicator| {
                one.op == it.op && one.value.total_cmp(&it.value).is_eq() && one.unit == it.unit
            };
            if !found.iter().any(known) {
                found.push(it);
            }
        }
    }
    found
}

/// Words of a document by which its model is told, in bytes.
const MODEL_BYTES: usize = 200_000;

/// Which target model the plan follows, where acts or forms of mentoring tell it.
fn model(source: &Source, head: &Head) -> Option<Model> {
    let mut words = String::new();
    for block in &source.blocks {
        match block {
            Block::Paragraph(it) => words.push_str(&plain(clip(&it.text))),
            Block::Table(it) => {
                for cell in it.rows.iter().take(60).flat_map(|it| &it.cells) {
                    words.push_str(&plain(clip(&cell.text())));
                    words.push(' ');
                }
            }
        }
        words.push(' ');
        if MODEL_BYTES < words.len() {
            break;
        }
    }
    let title = plain(&head.title);
    let teachers = ["педагогических работников", "учитель учитель", "педагог педагог"]
        .iter()
        .any(|it| title.contains(it));
    if words.contains("р 145") || words.contains("145 р") || title.contains("обучающихся")
    {
        return Some(Model::Students);
    }
    (teachers || words.contains("аз 1128")).then_some(Model::Teachers)
}

/// The words of a row without the mark of a list at their beginning.
#[must_use]
pub fn bare_text(row: &PlanRow) -> String {
    without_mark(&squeeze(&row.text))
}

#[cfg(test)]
mod tests;
