//! Papers of which not everything is known: what is needed and lacks becomes a blank to fill by hand.
//!
//! It decides how long such a blank is and how many lines an unknown list has. Deliberately absent:
//! what a template does with a blank (`blank`), data that may lack: their templates know it.

use mentoring::paper::{FieldKind, PaperField, PaperKind, at_least_one};
use serde_json::{Map, Value as Json, json};

use super::{blank, data, fields};

/// Lines of an unknown list of people or texts.
const LINES: usize = 2;
/// Rows of an unknown table.
const ROWS: usize = 3;

/// Puts a blank wherever the data lack something that a kind is not made without.
///
/// - `data`: an object; what is there already stays.
/// - Returns: the fields that lacked, in the order of the form; none within rows that lacked whole.
pub fn fill_by_hand(kind: PaperKind, data: &mut Json) -> Vec<&'static PaperField> {
    if !data.is_object() {
        return Vec::new();
    }
    let mut lacked = Vec::new();
    for field in fields(kind).filter(|it| it.is_needed) {
        if !data::has(data, field.path) {
            lacked.push(field);
            put(data, field.path, &|| unknown(kind, field));
        }
    }
    lacked.extend(fill_a_list(kind, data));
    lacked
}

/// Puts rows into one of the lists of which a kind wants at least one.
fn fill_a_list(kind: PaperKind, data: &mut Json) -> Option<&'static PaperField> {
    let lists = at_least_one(kind);
    if lists.iter().any(|it| data::has(data, it)) {
        return None;
    }
    // Those of students have a list of their own, the last.
    let of_students = data.get("model").and_then(Json::as_str) == Some("students");
    let path = if of_students { lists.last()? } else { lists.first()? };
    let field = fields(kind).find(|it| it.path == *path)?;
    put(data, path, &|| rows(kind, field, |_| true));
    Some(field)
}

/// Puts a value at a path, in every row that lacks it.
fn put(data: &mut Json, path: &str, value: &dyn Fn() -> Json) {
    let (step, rest) = path.split_once('.').map_or((path, None), |(step, rest)| (step, Some(rest)));
    if data.is_null() {
        *data = json!({});
    }
    let Some(object) = data.as_object_mut() else { return };
    if object.contains_key(blank::KEY) {
        return;
    }
    match (step.strip_suffix("[]"), rest) {
        (None, None) => drop(object.insert(step.to_owned(), value())),
        (None, Some(rest)) => put(object.entry(step).or_insert(Json::Null), rest, value),
        (Some(name), rest) => {
            let rows = object.get_mut(name).and_then(Json::as_array_mut);
            let rest = rest.unwrap_or_default();
            for row in rows.into_iter().flatten().filter(|row| !data::has(row, rest)) {
                put(row, rest, value);
            }
        }
    }
}

/// What stands for an unknown datum of a field.
fn unknown(kind: PaperKind, field: &PaperField) -> Json {
    let one = |width: usize| json!({ blank::KEY: field.label, "width": width });
    match field.kind {
        FieldKind::Number => one(6),
        FieldKind::Day | FieldKind::Money => one(12),
        FieldKind::Text => one(20),
        FieldKind::Person => one(28),
        FieldKind::LongText => one(60),
        FieldKind::Flag => Json::Bool(false),
        FieldKind::People => Json::Array((0..LINES).map(|_| one(28)).collect()),
        FieldKind::Texts => Json::Array((0..LINES).map(|_| one(40)).collect()),
        FieldKind::Rows => rows(kind, field, |it| it.is_needed),
    }
}

/// The rows of an unknown table with some of its columns.
fn rows(kind: PaperKind, list: &PaperField, is_wanted: fn(&PaperField) -> bool) -> Json {
    let begins = format!("{}[].", list.path);
    let columns = || fields(kind).filter(|it| is_wanted(it) && it.path.starts_with(&begins));
    let row = || {
        let cells = columns().map(|it| {
            let mut cell = unknown(kind, it);
            // One line of a list within a cell.
            if let Some(lines) = cell.as_array_mut() {
                lines.truncate(1);
            }
            (it.path[begins.len()..].to_owned(), cell)
        });
        Json::Object(cells.collect::<Map<_, _>>())
    };
    Json::Array((0..ROWS).map(|_| row()).collect())
}
