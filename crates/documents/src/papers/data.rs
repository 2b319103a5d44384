//! Data of a paper: plain JSON becomes what a template sees.
//!
//! It decides that `null` is a datum that lacks, that an object with a surname is a person, one with
//! `$fill` a blank, that a position stands in quiet letters, and how much there may be. Deliberately absent: which
//! data a kind wants (`mentoring::paper`).

use std::collections::BTreeMap;

use minijinja::Value;
use serde_json::Value as Json;

use super::NotRendered;
use super::blank::{self, Blank};
use super::limits::{
    MOST_DATA_BYTES, MOST_DATA_DEPTH, MOST_DATA_VALUES, MOST_DECLINED_BYTES, MOST_TEXT_BYTES,
};
use super::mark;
use super::person::Person;

/// Makes the data of a template.
///
/// - Errors: what is no object; more than the limits.
pub(super) fn value(data: &Json) -> Result<Value, NotRendered> {
    if !data.is_object() {
        return Err(NotRendered::NotAnObject);
    }
    let mut budget = Budget { n_bytes: 0, n_values: 0 };
    Ok(budget.value(data, 0)?.unwrap_or_default())
}

struct Budget {
    n_bytes: usize,
    n_values: usize,
}

impl Budget {
    fn value(&mut self, it: &Json, depth: usize) -> Result<Option<Value>, NotRendered> {
        self.n_values += 1;
        if MOST_DATA_VALUES < self.n_values || MOST_DATA_DEPTH < depth {
            return Err(NotRendered::TooMuchData);
        }
        Ok(Some(match it {
            Json::Null => return Ok(None),
            Json::Bool(it) => Value::from(*it),
            Json::Number(it) => match (it.as_i64(), it.as_f64()) {
                (Some(it), _) => Value::from(it),
                (None, it) => Value::from(it.unwrap_or_default()),
            },
            Json::String(it) => match self.text(it)? {
                it if it.trim().is_empty() => return Ok(None),
                it => Value::from(it),
            },
            Json::Array(all) => {
                let mut list = Vec::with_capacity(all.len());
                for it in all {
                    list.extend(self.value(it, depth + 1)?);
                }
                Value::from(list)
            }
            Json::Object(all) => {
                let mut fields = BTreeMap::new();
                for (name, it) in all {
                    if let Some(it) = self.value(it, depth + 1)? {
                        let it = if name.ends_with("position") { settled(it) } else { it };
                        fields.insert(self.text(name)?, it);
                    }
                }
                match Blank::read(fields)
                    .map(Value::from_object)
                    .or_else(|fields| Person::read(fields).map(Value::from_object))
                {
                    Ok(it) => it,
                    Err(fields) => Value::from(fields),
                }
            }
        }))
    }

    fn text(&mut self, text: &str) -> Result<String, NotRendered> {
        self.n_bytes += text.len();
        if MOST_DATA_BYTES < self.n_bytes || MOST_TEXT_BYTES < text.len() {
            return Err(NotRendered::TooMuchData);
        }
        Ok(mark::clean(text))
    }
}

/// A position as papers write it, whatever way a list had it: «ЗАМ. ДИРЕКТОРА».
fn settled(it: Value) -> Value {
    match it.as_str() {
        Some(text) if text.len() <= MOST_DECLINED_BYTES => {
            Value::from(grammar::settled_position(text))
        }
        _ => it,
    }
}

/// Whether the data have something at a path of a field: `organisation.name`, `pairs[].mentor`.
///
/// An empty list, an empty text and `null` are nothing. Within rows every row must have it. What is
/// to be written by hand stands for everything in it.
pub(super) fn has(data: &Json, path: &str) -> bool {
    if data.get(blank::KEY).is_some() {
        return true;
    }
    let (step, rest) = match path.split_once('.') {
        Some((step, rest)) => (step, Some(rest)),
        None => (path, None),
    };
    let (name, is_rows) = match step.strip_suffix("[]") {
        Some(name) => (name, true),
        None => (step, false),
    };
    let Some(it) = data.get(name) else { return false };
    let is_there = match it {
        Json::Null => false,
        Json::String(it) => !it.trim().is_empty(),
        Json::Array(it) => !it.is_empty(),
        Json::Object(it) => !it.is_empty(),
        Json::Bool(_) | Json::Number(_) => true,
    };
    match (is_there, rest) {
        (false, _) => false,
        (true, None) => true,
        (true, Some(rest)) if is_rows => {
            it.as_array().is_some_and(|rows| rows.iter().all(|row| has(row, rest)))
        }
        (true, Some(rest)) => has(it, rest),
    }
}

/// What stands at the path of a field, as texts: see [`mentoring::paper::PaperTexts`].
pub(super) fn texts(data: &Json, path: &str) -> Vec<String> {
    let (step, rest) = match path.split_once('.') {
        Some((step, rest)) => (step, Some(rest)),
        None => (path, None),
    };
    let Some(it) = data.get(step.trim_end_matches("[]")) else { return Vec::new() };
    match (it, rest) {
        (Json::Null, _) => Vec::new(),
        (Json::Array(rows), None) => rows.iter().map(plain).collect(),
        // A row that lacks it keeps its place.
        (Json::Array(rows), Some(rest)) => {
            rows.iter().map(|row| texts(row, rest).into_iter().next().unwrap_or_default()).collect()
        }
        (it, None) => vec![plain(it)],
        (it, Some(rest)) => texts(it, rest),
    }
}

fn plain(it: &Json) -> String {
    match it {
        Json::String(it) => it.clone(),
        Json::Number(it) => it.to_string(),
        _ => String::new(),
    }
}
