//! Shares of people reached, against the plan's own targets and those that were set.
//!
//! It decides which target a row is compared with: the same population, the calendar year that ends
//! inside the period. Deliberately absent: years without a target.

use super::case::{Case, Finding, RowCase};
use super::code::{BELOW_OWN_TARGET, BELOW_SET_TARGET};
use super::words::Words;
use crate::plan::{Column, DiagnosticPlace, Indicator};
use crate::texts::Value;

pub(super) fn check(case: &mut Case<'_>) {
    let mut findings = Vec::new();
    let year =
        case.period.map(|it| if it.to.month() == 12 { it.to.year() } else { it.to.year() - 1 });
    for row in case.rows.iter().filter(|it| is_of_mentoring(it)) {
        for indicator in row.row.indicators.iter().filter(|it| is_coverage(it)) {
            let column = match row.indicator.text.contains(indicator.text.as_str())
                && !indicator.text.is_empty()
            {
                true => Column::Indicator,
                false => Column::Result,
            };
            let place = row.place(column);
            findings.extend(below_own(case, indicator, place));
            if let Some(year) = year {
                findings.extend(below_set(case, indicator, year, place));
            }
        }
    }
    for indicator in case.plan.plan_indicators.iter().filter(|it| is_coverage(it)) {
        let year = indicator.year.and_then(|it| i16::try_from(it).ok()).or(year);
        if let Some(year) = year {
            findings.extend(below_set(case, indicator, year, case.whole(None)));
        }
    }
    findings.into_iter().for_each(|it| case.report(it));
}

/// Whether a row reaches people with mentoring itself, rather than with one of its gatherings.
fn is_of_mentoring(row: &RowCase<'_>) -> bool {
    let cells = [&row.indicator, &row.result, &row.activity];
    let in_programme = "вовлечен*|участи*|охват*|охвачен* .. наставничеств*|наставническ*|программ*|модел*|систем*";
    cells.iter().any(|it| it.has("баз*|банк*|реестр* .. наставляем*") || it.has(in_programme))
}

fn is_coverage(indicator: &Indicator) -> bool {
    indicator.measure == "coverage"
        && indicator.unit == "%"
        && matches!(indicator.op.as_str(), ">=" | ">" | "=")
}

fn percent(value: f64) -> Value {
    Value::Text(format!("{value}").replace('.', ","))
}

fn below_own<'a>(
    case: &Case<'a>,
    indicator: &'a Indicator,
    place: DiagnosticPlace,
) -> Option<Finding<'a>> {
    let period = case.period?;
    let own = case
        .plan
        .plan_indicators
        .iter()
        .filter(|it| {
            is_coverage(it)
                && are_alike(it, indicator)
                && it.year.is_none_or(|it| {
                    i32::from(period.from.year()) <= it && it <= i32::from(period.to.year())
                })
        })
        .min_by(|a, b| a.value.total_cmp(&b.value))?;
    if own.value <= indicator.value {
        return None;
    }
    let finding = Finding::new(BELOW_OWN_TARGET, place).at(&indicator.text);
    Some(finding.value("value", percent(indicator.value)).value("target", percent(own.value)))
}

/// Whether two figures may speak of the same people: a figure that names nobody speaks of all.
fn are_alike(one: &Indicator, other: &Indicator) -> bool {
    const GROUPS: [&str; 4] = [
        "обучающ*|ученик*|учениц*|учащ*|дет*|школьник*|воспитанник*|студент*|подрост*",
        "педагог*|учител*|преподавател*|молод* специалист*|работник*|воспитател*",
        "родител*",
        "партнер*|партнёр*|предприят*|выпускник*",
    ];
    let named = |it: &Indicator| {
        let said = format!("{} {}", it.of.as_deref().unwrap_or_default(), it.text);
        let words = Words::of(&said);
        GROUPS.map(|group| words.has(group))
    };
    let (one, other) = (named(one), named(other));
    let names_nobody = |it: &[bool; 4]| it.iter().all(|it| !it);
    names_nobody(&one) || names_nobody(&other) || one.iter().zip(other).any(|(a, b)| *a && b)
}

fn below_set<'a>(
    case: &Case<'a>,
    indicator: &'a Indicator,
    year: i16,
    place: DiagnosticPlace,
) -> Option<Finding<'a>> {
    let population = format!("{} {}", indicator.of.as_deref().unwrap_or_default(), indicator.text);
    let words = Words::of(&population);
    let target = case.law.targets.iter().find(|it| {
        let is_about = it.about.iter().any(|about| words.has(about));
        is_about && it.by_year.get(&year).is_some_and(|&share| indicator.value < share)
    })?;
    let share = target.by_year.get(&year)?;
    let finding = Finding::new(BELOW_SET_TARGET, place).at(&indicator.text);
    Some(
        finding
            .value("value", percent(indicator.value))
            .value("target", percent(*share))
            .value("year", Value::Text(year.to_string()))
            .words("act", &target.act)
            .variant(if target.verified { "" } else { "unverified" }),
    )
}
