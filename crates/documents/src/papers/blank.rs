//! A datum that is not known yet and is written by hand: a short blank wherever a template prints it.
//!
//! It decides that `{"$fill": "фамилия, имя, отчество"}` stands for any datum, and that whatever a
//! template does to it (a case, a date, initials) leaves a blank. Deliberately absent: which data may
//! lack so (whoever gathers them), and the lines that a text asks for by itself (`fill`).

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use minijinja::Value;
use minijinja::value::{Enumerator, Object};

use super::mark::{FILL, FILL_END, FILL_WIDTH};

/// The key of an object that stands for a datum to be written by hand; its value is the caption.
pub(super) const KEY: &str = "$fill";
/// Letters of a blank where nobody said how many.
const WIDTH: usize = 16;
/// Letters of the longest blank.
const MOST_WIDTH: usize = 60;

/// A blank instead of a datum.
#[derive(Clone, Debug)]
pub(super) struct Blank {
    caption: String,
    width: usize,
}

impl Blank {
    /// Reads a blank out of an object; gives the object back where it is none.
    pub(super) fn read(fields: BTreeMap<String, Value>) -> Result<Self, BTreeMap<String, Value>> {
        let Some(caption) = fields.get(KEY).and_then(Value::as_str) else { return Err(fields) };
        let width = fields.get("width").and_then(Value::as_usize).unwrap_or(WIDTH);
        Ok(Self { caption: caption.to_owned(), width: width.clamp(1, MOST_WIDTH) })
    }

    /// The blank that a value is; `None` where it is a datum.
    pub(super) fn of(value: &Value) -> Option<&Self> {
        value.downcast_object_ref()
    }

    /// The blank as marks of the written text.
    pub(super) fn marks(&self) -> String {
        format!("{FILL}{}{FILL_WIDTH}{}{FILL_END}", self.caption, self.width)
    }

    /// A day to be written by hand: «___» __________ 20___ г.
    pub(super) fn day(&self) -> String {
        super::words::day_by_hand(&self.caption)
    }

    /// The same blank under another caption: the post of somebody who is not known.
    fn part(&self, caption: &str) -> Self {
        Self { caption: caption.to_owned(), width: WIDTH }
    }
}

impl Object for Blank {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        Some(Value::from_object(match key.as_str()? {
            "position" => self.part("должность"),
            "first" => self.part("имя"),
            "patronymic" => self.part("отчество"),
            _ => Self::clone(self),
        }))
    }

    /// A list of which nothing is known has one line to fill.
    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Values(vec![Value::from_object(Self::clone(self))])
    }

    fn is_true(self: &Arc<Self>) -> bool {
        true
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.marks())
    }
}
