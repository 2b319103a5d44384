//! A person as a template sees one: a name that declines, with the person's own forms first.
//!
//! It decides that a person prints as the full name and that a declined person is still a person
//! (`{{ mentor|dat|initials }}`). Deliberately absent: the rules of declension (`grammar`).

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use grammar::{Case, DeclinedName, Gender, Name, OwnForms, Part};
use minijinja::Value;
use minijinja::value::{Enumerator, Object};

use super::blank::Blank;
use super::limits::MOST_DECLINED_BYTES;

/// A person in some case.
#[derive(Clone, Debug)]
pub(super) struct Person {
    /// The name in the nominative.
    name: DeclinedName,
    /// The name in the case of now.
    shown: DeclinedName,
    gender: Option<Gender>,
    own: Arc<OwnForms>,
    fields: Arc<BTreeMap<String, Value>>,
}

impl Person {
    /// Reads a person out of an object; gives the object back where it has no surname.
    pub(super) fn read(fields: BTreeMap<String, Value>) -> Result<Self, BTreeMap<String, Value>> {
        if fields.get("surname").and_then(Value::as_str).is_none() {
            return Err(fields);
        }
        let part = |key: &str| -> String {
            let text = fields.get(key).and_then(Value::as_str).unwrap_or_default();
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let name = DeclinedName {
            surname: part("surname"),
            first: part("first"),
            patronymic: part("patronymic"),
        };
        let gender = Gender::from_slug(&part("gender")).filter(|it| *it != Gender::Neuter);
        let own = Arc::new(fields.get("forms").map(own_forms).unwrap_or_default());
        Ok(Self::new(name, gender, own, Arc::new(fields)))
    }

    /// A person of a full name in one text: surname, first name, the rest.
    pub(super) fn of_text(text: &str) -> Self {
        Self::new(split(text), None, Arc::default(), Arc::default())
    }

    fn new(
        name: DeclinedName,
        gender: Option<Gender>,
        own: Arc<OwnForms>,
        fields: Arc<BTreeMap<String, Value>>,
    ) -> Self {
        let gender = gender.or_else(|| borrowed(&name).gender());
        Self { shown: name.clone(), name, gender, own, fields }
    }

    /// The person in another case.
    pub(super) fn decline(&self, case: Case) -> Self {
        let n_bytes = self.name.surname.len() + self.name.first.len() + self.name.patronymic.len();
        if MOST_DECLINED_BYTES < n_bytes {
            return self.clone();
        }
        let shown = borrowed(&self.name).decline_with(self.gender, case, &self.own);
        Self { shown, ..self.clone() }
    }

    /// The person's position in a case; `None` where none is known.
    pub(super) fn position(&self, case: Case) -> Option<String> {
        let known = self.fields.get("position")?;
        if let Some(blank) = Blank::of(known) {
            return Some(blank.marks());
        }
        let text = known.as_str()?.to_owned();
        if MOST_DECLINED_BYTES < text.len() {
            return Some(text);
        }
        Some(grammar::position_with(&text, case, &self.own))
    }

    /// The person's gender, where anything tells it.
    pub(super) fn gender(&self) -> Option<Gender> {
        self.gender
    }

    /// The name in the case of now.
    pub(super) fn shown(&self) -> &DeclinedName {
        &self.shown
    }
}

fn borrowed(name: &DeclinedName) -> Name<'_> {
    Name { surname: &name.surname, first: &name.first, patronymic: &name.patronymic }
}

fn split(text: &str) -> DeclinedName {
    let mut words = text.split_whitespace();
    let mut next = || words.next().unwrap_or_default().to_owned();
    let (surname, first) = (next(), next());
    DeclinedName { surname, first, patronymic: words.collect::<Vec<_>>().join(" ") }
}

/// Reads `{"dat": "Ким Анне Львовне"}` or `{"dat": {"surname": "Ким", "position": "…"}}`.
fn own_forms(forms: &Value) -> OwnForms {
    let mut own = OwnForms::default();
    for case in Case::ALL {
        let Ok(form) = forms.get_attr(case.slug()) else { continue };
        if let Some(whole) = form.as_str() {
            let name = split(whole);
            own.set(Part::Surname, case, &name.surname);
            own.set(Part::First, case, &name.first);
            own.set(Part::Patronymic, case, &name.patronymic);
            continue;
        }
        for part in Part::ALL {
            if let Some(text) = form.get_attr(part.slug()).ok().as_ref().and_then(Value::as_str) {
                own.set(part, case, text);
            }
        }
    }
    own
}

impl Object for Person {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        match key.as_str()? {
            "surname" => Some(Value::from(self.shown.surname.as_str())),
            "first" if self.shown.first.is_empty() => None,
            "first" => Some(Value::from(self.shown.first.as_str())),
            "patronymic" if self.shown.patronymic.is_empty() => None,
            "patronymic" => Some(Value::from(self.shown.patronymic.as_str())),
            "gender" => self.gender.map(|it| Value::from(it.slug())),
            key => self.fields.get(key).cloned(),
        }
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::NonEnumerable
    }

    fn is_true(self: &Arc<Self>) -> bool {
        !self.shown.surname.is_empty()
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown.full())
    }
}
