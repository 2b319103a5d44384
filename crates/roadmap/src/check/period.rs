//! Dates against the period of the plan and its approval.
//!
//! It decides when a date cannot be meant. Deliberately absent: recurring and open deadlines, which
//! have no day to be wrong, and rows against each other (`twice`).

use jiff::ToSpan;
use mentoring::period::Days;

use super::case::{Case, Finding, RowCase, first_day, last_day};
use super::code::{BEFORE_APPROVAL, BEFORE_PERIOD, END_BEFORE_START, OUTSIDE_PERIOD};
use crate::plan::{Column, Severity};
use crate::texts::Value;

/// A preparing row may stand at most so many months before the period.
const PREPARATION_MONTHS: i32 = 9;

/// Words of rows that prepare a plan, and so may come before it.
const PREPARING: &[&str] = &[
    "изучен*|изучит*|ознакомлен*",
    "подготов*",
    "разработ*",
    "утвержден*|утвердит*|приняти*",
    "издани*|издат*|приказ*",
    "назначен*|назначит*|определени*|определит*",
    "информирован*|совещани*|педсовет*|педагогическ* совет*",
    "выявлени*|анализ*|мониторинг*|анкетирован*",
    "создани* .. групп*",
];

pub(super) fn check(case: &mut Case<'_>) {
    for at in 0..case.rows.len() {
        let findings: Vec<_> = {
            let row = &case.rows[at];
            match end_before_start(row) {
                Some(finding) => vec![finding],
                None => outside(case, row),
            }
        };
        findings.into_iter().for_each(|it| case.report(it));
    }
}

fn is_preparing(row: &RowCase<'_>) -> bool {
    row.activity.any(PREPARING).is_some() || row.stage.has("подготов*|условия*")
}

fn outside<'a>(case: &Case<'a>, row: &RowCase<'a>) -> Vec<Finding<'a>> {
    let mut findings = Vec::new();
    for window in &row.windows {
        let excerpt = piece(row, *window);
        let place = row.place(Column::Deadline);
        let begin =
            |code| Finding::new(code, place).at(excerpt).value("days", Value::Days(*window));
        let prepares = |days: Days| {
            let earliest = days.from.saturating_sub(PREPARATION_MONTHS.months());
            window.from >= earliest && is_preparing(row)
        };
        if let Some(day) = case.approved.filter(|&day| window.to < day) {
            // A date left from a plan of another year is worse than one that is merely early.
            let is_near = day.saturating_sub(PREPARATION_MONTHS.months()) <= window.to;
            if is_near || case.period.is_some_and(|it| it.overlaps(*window)) {
                let number = case.plan.order.as_ref().and_then(|it| it.number.clone());
                let finding = begin(BEFORE_APPROVAL).value("day", Value::Day(day)).value(
                    "number",
                    Value::Text(number.map(|it| format!(" № {it}")).unwrap_or_default()),
                );
                findings.push(match is_preparing(row) {
                    true => finding.milder(Severity::Note).variant("preparing"),
                    false => finding,
                });
                continue;
            }
        }
        let Some(days) = case.period else { continue };
        if window.overlaps(days) {
            continue;
        }
        let code = match window.to < days.from && prepares(days) {
            true => BEFORE_PERIOD,
            false => OUTSIDE_PERIOD,
        };
        findings.push(begin(code).value("period", Value::Days(days)));
    }
    findings
}

/// The part of a deadline cell that speaks of the window.
fn piece<'a>(row: &RowCase<'a>, window: Days) -> &'a str {
    let text: &'a str = row.deadline.text;
    if row.windows.len() < 2 {
        return text.trim();
    }
    let year = window.to.year().to_string();
    let part = text.split(['\n', ';', ',']).find(|it| it.contains(&year));
    if let Some(part) = part.filter(|it| !it.trim().is_empty() && it.len() < text.len()) {
        return part.trim();
    }
    let words = &row.deadline;
    let Some(at) = words.list.iter().position(|it| it.low == year) else { return text.trim() };
    let from = at.saturating_sub(1);
    words.cut(super::words::Span { first: from, last: at })
}

fn end_before_start<'a>(row: &RowCase<'a>) -> Option<Finding<'a>> {
    let normal = row.row.deadline.normal.as_str();
    let forms = normal.strip_prefix("list:").unwrap_or(normal).split(';');
    let (start, end) = forms
        .filter_map(|it| it.trim().strip_prefix("range:")?.split_once(".."))
        .find_map(|(from, to)| {
            let (from, to) = (first_day(from.trim())?, last_day(to.trim())?);
            (to < from).then_some((from, to))
        })?;
    Some(
        Finding::new(END_BEFORE_START, row.place(Column::Deadline))
            .at(row.deadline.text.trim())
            .value("start", Value::Day(start))
            .value("end", Value::Day(end)),
    )
}
