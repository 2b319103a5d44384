//! Between a compiled plan and the kept rows of a version.
//!
//! It decides how nothing of a reading is lost on the way to memory and back. Deliberately absent:
//! the store, the compiler.

use mentoring::id::{LineageId, OrganisationId, VersionId};
use mentoring::person::{PersonName, Position};
use roadmap::plan::{
    ApprovingOrder, Diagnostic, Place, Plan, PlanDeadline, PlanRow, Responsible, Text,
};
use store::{Json, Row, RowResponsible, Version, VersionHeader};

use crate::person::PersonLine;

/// The table number of rows that no document has: added by hand.
pub(super) const BY_HAND: u32 = 9999;

/// A plan row as kept.
///
/// - `people`: those of the organisation, for finding who is named.
pub(super) fn row_of(
    (organisation, version, lineage): (OrganisationId, VersionId, LineageId),
    position: usize,
    read: &PlanRow,
    people: &[PersonLine],
) -> Row {
    let text_of = |it: &Option<Text>| it.as_ref().map(|it| it.text.clone());
    Row {
        organisation,
        version,
        lineage,
        position: small(position),
        place_table: small(read.place.table),
        place_row: small(read.place.row),
        path: Json(read.path.clone()),
        number: read.number.clone(),
        text: read.text.clone(),
        items: Json(read.items.clone()),
        deadline_text: read.deadline.text.clone(),
        deadline_normal: read.deadline.normal.clone(),
        is_deadline_mended: false,
        responsible: Json(read.responsible.iter().map(|it| responsible_of(it, people)).collect()),
        nobody: read.nobody,
        result: text_of(&read.result),
        evidence: Json(read.evidence.clone()),
        indicator_text: text_of(&read.indicator_text),
        indicators: Json(read.indicators.clone()),
        audience: text_of(&read.audience),
        note: text_of(&read.note),
        remarks: Json(Vec::new()),
        original: Some(Json(read.clone())),
    }
}

fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// A responsible with the people it means: a person named, found by name; a role is left to those
/// in office when tasks are opened.
pub(super) fn responsible_of(read: &Responsible, people: &[PersonLine]) -> RowResponsible {
    let position = read.role.as_deref().and_then(Position::of_roadmap_role);
    let found = read.person.as_deref().map(|written| {
        let written = PersonName::parse(written);
        let mut agree: Vec<&PersonLine> =
            people.iter().filter(|it| it.person.name.agrees_with(&written)).collect();
        if 1 < agree.len() {
            // Two of one name: the role beside the name decides, else nobody does.
            agree.retain(|it| position.is_some_and(|held| it.positions.contains(&held)));
        }
        match agree.as_slice() {
            [one] => vec![one.person.id.0],
            _ => Vec::new(),
        }
    });
    RowResponsible {
        text: read.text.clone(),
        role: read.role.clone(),
        person: read.person.clone(),
        people: found.unwrap_or_default(),
    }
}

/// A kept row as the compiler's, for checking, comparing and writing it.
pub(super) fn plan_row_of(row: &Row) -> PlanRow {
    let text_of = |it: &Option<String>| it.clone().map(|text| Text { text });
    PlanRow {
        place: Place { table: row.place_table as usize, row: row.place_row as usize },
        path: row.path.0.clone(),
        number: row.number.clone(),
        text: row.text.clone(),
        items: row.items.0.clone(),
        deadline: PlanDeadline {
            text: row.deadline_text.clone(),
            normal: row.deadline_normal.clone(),
            occurrences: Vec::new(),
        },
        responsible: row
            .responsible
            .0
            .iter()
            .map(|it| Responsible {
                text: it.text.clone(),
                role: it.role.clone(),
                person: it.person.clone(),
            })
            .collect(),
        nobody: row.nobody,
        result: text_of(&row.result),
        indicator_text: text_of(&row.indicator_text),
        audience: text_of(&row.audience),
        note: text_of(&row.note),
        evidence: row.evidence.0.clone(),
        indicators: row.indicators.0.clone(),
    }
}

/// A version as the compiler's plan.
pub(crate) fn plan_of(version: &Version, rows: &[Row]) -> Plan {
    let header = &version.header.0;
    let number = version.order_number.clone();
    let date = version.order_on.map(|it| it.to_string());
    let order = ApprovingOrder { number, date };
    let mut plan = Plan {
        title: version.title.clone(),
        organisation: header.organisation.clone(),
        order: (order != ApprovingOrder::default()).then_some(order),
        period: header.period.clone(),
        columns: header.columns.clone(),
        rows: rows.iter().map(plan_row_of).collect(),
        plan_indicators: header.plan_indicators.clone(),
        ..Plan::default()
    };
    let days = plan.days();
    for row in &mut plan.rows {
        if let Some(days) = days {
            let windows = roadmap::deadline::occurrences(&row.deadline.normal, days);
            row.deadline.occurrences =
                windows.iter().map(|it| (it.from.to_string(), it.to.to_string())).collect();
        }
    }
    plan
}

/// The header of a version, with the remarks on the document as a whole.
pub(super) fn header_of(plan: &Plan) -> VersionHeader {
    VersionHeader {
        organisation: plan.organisation.clone(),
        period: plan.period.clone().or_else(|| plan.derived_period.clone()),
        columns: plan.columns.clone(),
        plan_indicators: plan.plan_indicators.clone(),
        diagnostics: Vec::new(),
    }
}

/// Gives each row its remarks.
///
/// - Returns: the remarks that speak of no row.
pub(super) fn share_remarks(rows: &mut [Row], diagnostics: &[Diagnostic]) -> Vec<Diagnostic> {
    let mut of_the_whole = Vec::new();
    for row in rows.iter_mut() {
        row.remarks.0.clear();
    }
    for diagnostic in diagnostics {
        let place = (small(diagnostic.place.table), small(diagnostic.place.row));
        match rows.iter_mut().find(|it| (it.place_table, it.place_row) == place) {
            Some(row) => row.remarks.0.push(diagnostic.clone()),
            None => of_the_whole.push(diagnostic.clone()),
        }
    }
    of_the_whole
}
