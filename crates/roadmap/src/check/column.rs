//! Words that stand in another column than theirs.
//!
//! It decides only plain cases: a cell that holds nothing but the matter of another column.
//! Deliberately absent: a result that also names its figure, which is good practice.

use super::case::{Case, Finding, RowCase};
use super::code::{CELL_ELSEWHERE, INDICATOR_AS_RESULT, RESULT_AS_INDICATOR};
use super::missing::is_blank;
use super::words::{Words, is_like};
use crate::plan::Column;
use crate::texts::Value;

/// Nouns of papers and things that are a result.
const PAPERS: &str = "приказ*|положени*|протокол*|реестр*|договор*|программ*|распоряжени*|акт|акты|\
                      отчет*|справк*|баз*|банк*|список|списки|согласи*|план|планы|журнал*|анкет*|\
                      материал*|карт*|сборник*|рубрик*|раздел|страниц*";

/// Words that a measure begins with.
const MEASURES: &str = "количеств*|дол*|процент*|охват*|числ*|не|более|свыше|от|до|удельн*";

const DEADLINES: &str = "январ*|феврал*|март|марта|апрел*|май|мая|июн*|июл*|август*|сентябр*|октябр*|\
                         ноябр*|декабр*|ежемесячно|ежеквартально|ежегодно|еженедельно|постоянно|\
                         в|течение|года|год|период|срок|до|с|по|весь|учебного|не|позднее|раз|г|учебный";

const ROLES: &str = "директор*|заместител*|зам|куратор*|педагог*|психолог*|учител*|наставник*|\
                     руководител*|администраци*|завуч*|заведующ*|методист*|воспитател*|классны*|\
                     социальны*|увр|вр|увр|по|мо|оо|школы|отв|ответственны*|и";

pub(super) fn check(case: &mut Case<'_>) {
    let mut findings = Vec::new();
    for row in &case.rows {
        if case.has_column(Column::Indicator) && case.has_column(Column::Result) {
            findings.extend(exchanged(case, row));
        }
        findings.extend(elsewhere(case, row));
    }
    findings.into_iter().for_each(|it| case.report(it));
}

fn has_figure(words: &Words<'_>) -> bool {
    words.list.iter().any(|it| it.low.bytes().all(|byte| byte.is_ascii_digit()) || it.low == "%")
}

fn names_paper(words: &Words<'_>) -> bool {
    is_like(words.low(0), PAPERS)
}

/// A figure alone where the result belongs, a paper alone where the indicator belongs.
fn exchanged<'a>(case: &Case<'a>, row: &RowCase<'a>) -> Vec<Finding<'a>> {
    let (result, indicator) = (&row.result, &row.indicator);
    let mut findings = Vec::new();
    let is_measure = has_figure(result)
        && (is_like(result.low(0), MEASURES)
            || result.low(0).bytes().all(|it| it.is_ascii_digit()))
        && !result.list.is_empty();
    // A cell merged over both columns is the authors' way to say both at once.
    let is_merged = result.text == indicator.text || case.is_merged(row, result.text);
    if is_measure && !is_merged && (is_blank(indicator.text) || names_paper(indicator)) {
        let place = row.place(Column::Result);
        findings.push(
            Finding::new(INDICATOR_AS_RESULT, place)
                .at(result.text.trim())
                .words("text", result.text),
        );
    }
    let is_paper = names_paper(indicator) && !has_figure(indicator);
    if is_paper && !is_merged && (is_blank(result.text) || is_measure) {
        let place = row.place(Column::Indicator);
        findings.push(
            Finding::new(RESULT_AS_INDICATOR, place)
                .at(indicator.text.trim())
                .words("text", indicator.text),
        );
    }
    findings
}

/// Roles in the deadline cell, a date in the cell of the responsible.
fn elsewhere<'a>(case: &Case<'a>, row: &RowCase<'a>) -> Vec<Finding<'a>> {
    let mut findings = Vec::new();
    let only = |words: &Words<'_>, list: &str| {
        !words.list.is_empty()
            && words
                .list
                .iter()
                .all(|it| is_like(&it.low, list) || it.low.bytes().all(|b| b.is_ascii_digit()))
    };
    let deadline = &row.deadline;
    if case.has_column(Column::Deadline) && only(deadline, ROLES) && !has_figure(deadline) {
        findings.push(
            Finding::new(CELL_ELSEWHERE, row.place(Column::Deadline))
                .at(deadline.text.trim())
                .words("text", deadline.text)
                .value("column", Value::Term("column-responsible")),
        );
    }
    for who in &row.row.responsible {
        let words = Words::of(&who.text);
        let is_date =
            only(&words, DEADLINES) && words.list.iter().any(|it| 2 < it.low.chars().count());
        if case.has_column(Column::Responsible) && is_date {
            findings.push(
                Finding::new(CELL_ELSEWHERE, row.place(Column::Responsible))
                    .at(&row.row.responsible[0].text[..0])
                    .words("text", &who.text)
                    .value("column", Value::Term("column-deadline")),
            );
        }
    }
    findings
}
