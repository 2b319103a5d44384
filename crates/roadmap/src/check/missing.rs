//! What a row does not say: when, who, what will exist.
//!
//! It decides whether a missing cell is a remark of its row or of the whole table. Deliberately
//! absent: blanks of a template (`placeholder`).

use super::case::{Case, Finding, RowCase};
use super::code::{
    Code, DEADLINE_NOT_UNDERSTOOD, NO_DEADLINE, NO_DEADLINES, NO_RESPONSIBLE, NO_RESPONSIBLES,
    NO_RESULT, NO_ROADMAP, NOBODY,
};
use super::placeholder;
use super::words::Words;
use crate::plan::{Column, DiagnosticPlace, Responsible};
use crate::texts::Value;

pub(super) fn check(case: &mut Case<'_>) {
    if case.rows.is_empty() {
        case.report(Finding::new(NO_ROADMAP, DiagnosticPlace::default()));
        return;
    }
    cells(case, Column::Deadline, NO_DEADLINE, NO_DEADLINES, |it| {
        is_blank(it.row.deadline.text.as_str()) && it.row.deadline.normal == "none"
    });
    cells(case, Column::Responsible, NO_RESPONSIBLE, NO_RESPONSIBLES, |it| {
        it.row.responsible.iter().all(|who| is_blank(&who.text)) && !it.row.nobody
    });
    let mut findings = Vec::new();
    for row in &case.rows {
        if let Some(said) = vacancy(&row.row.responsible) {
            let finding = Finding::new(NO_RESPONSIBLE, row.place(Column::Responsible));
            findings.push(finding.variant("vacant").at(said).words("text", said));
        }
        if row.row.nobody {
            let said = case.cells(row).iter().flat_map(|it| &it.paragraphs);
            let said = said.map(|it| it.text.trim()).find(|it| Words::of(it).has("привлека*"));
            let finding = Finding::new(NOBODY, row.place(Column::Responsible));
            findings.push(finding.at(said.unwrap_or_default()));
        }
        let text = row.row.deadline.text.as_str();
        if row.row.deadline.normal == "none"
            && !is_blank(text)
            && placeholder::find(&row.deadline).is_none()
        {
            let place = row.place(Column::Deadline);
            findings.push(
                Finding::new(DEADLINE_NOT_UNDERSTOOD, place).at(text.trim()).words("text", text),
            );
        }
    }
    findings.extend(results(case));
    findings.into_iter().for_each(|it| case.report(it));
}

/// Words that stand where somebody should and name nobody yet.
const VACANT: &[&str] = &[
    "уточня*|вакан*|вакантн*",
    "не назначен*|определен*|утвержден*|выбран*|указан*",
    "будет|будут .. назначен*|определен*",
    "по согласовани*|назначени*",
    "нет",
];

/// What a cell says instead of a name, where it names nobody: «вакансия», «уточняется».
fn vacancy(responsible: &[Responsible]) -> Option<&str> {
    let is_vacant = |it: &Responsible| {
        it.person.is_none()
            && it.role.as_deref() == Some("other")
            && Words::of(&it.text).any(VACANT).is_some()
    };
    let first = responsible.first()?;
    responsible.iter().all(is_vacant).then_some(first.text.trim())
}

/// A cell without a letter or a digit says nothing: it is empty or holds a dash.
pub(super) fn is_blank(text: &str) -> bool {
    !text.chars().any(|it| it.is_alphanumeric() || it == '_' || it == '…')
}

/// One remark for the table where no row says it, else one for each row that does not.
fn cells(
    case: &mut Case<'_>,
    column: Column,
    one: Code,
    whole: Code,
    is_missing: fn(&RowCase<'_>) -> bool,
) {
    let missing: Vec<_> =
        case.rows.iter().filter(|it| is_missing(it)).map(|it| it.place(column)).collect();
    let n_rows = case.rows.len();
    if missing.len() == n_rows && (1 < n_rows || !has_any(case, column)) {
        let variant = if has_any(case, column) { "empty" } else { "" };
        let place = case.whole(Some(column));
        case.report(
            Finding::new(whole, place)
                .variant(variant)
                .value("rows", Value::Text(n_rows.to_string())),
        );
        return;
    }
    missing.into_iter().for_each(|place| case.report(Finding::new(one, place)));
}

fn has_any(case: &Case<'_>, column: Column) -> bool {
    let dates = column == Column::Deadline
        && (case.has_column(Column::StartDate) || case.has_column(Column::EndDate));
    case.has_column(column) || dates
}

/// Rows without a result in a plan that names results elsewhere.
fn results<'a>(case: &Case<'a>) -> Vec<Finding<'a>> {
    let lacks = |it: &&RowCase<'_>| is_blank(it.result.text) && is_blank(it.indicator.text);
    let n_lacking = case.rows.iter().filter(lacks).count();
    // A result column that most rows leave empty is a habit of the authors, not an omission.
    if !case.has_column(Column::Result) || case.rows.len() <= n_lacking * 2 {
        return Vec::new();
    }
    let lacking = case.rows.iter().filter(lacks);
    lacking.map(|it| Finding::new(NO_RESULT, it.place(Column::Result))).collect()
}
