//! Facts and what was typed become the data of a paper.
//!
//! It decides what of a paper is known, what is asked, what lacks, and who is named in it.
//! Deliberately absent: looking facts up (`facts`), texts (`wording`).

use std::collections::{BTreeMap, BTreeSet};

use documents::papers::fill_by_hand;
use jiff::civil::Date;
use mentoring::id::PersonId;
use mentoring::paper::amend::Worded;
use mentoring::paper::{FieldKind, PaperField, PaperKind};
use serde_json::{Map, Value as Json, json};

use super::facts::{Facts, is_student};
use super::given::{Given, Typed, columns};
use super::known::{PaperSubject, Place, day_in_words, fact_of};
use super::person::{person_of, person_typed, worded};
use super::suggest::choices_of;

/// A field that is known, or would be where its place had it.
#[derive(Clone, Debug)]
pub struct KnownField {
    /// The field.
    pub field: &'static PaperField,
    /// What it says; empty where the place has nothing yet.
    pub words: String,
    /// Where it is mended.
    pub place: Place,
}

/// The data of a paper, and how they came to be.
pub(crate) struct Composed {
    /// As a text takes them: whole, with blanks for what lacks.
    pub(crate) data: Json,
    /// Known fields, in the order of the form.
    pub(crate) known: Vec<KnownField>,
    /// Fields that are asked, in the order of the form.
    pub(crate) asked: Vec<&'static PaperField>,
    /// Needed fields that lacked and are left to fill by hand.
    pub(crate) lacks: Vec<&'static PaperField>,
    /// People of the organisation whom the paper names, except its head and students.
    pub(crate) named: Vec<PersonId>,
}

/// Fields that nobody types: the day of the paper, its number, who reads it.
const OWN: [&str; 3] = ["day", "number", "acquainted"];

/// Makes the data of a paper.
///
/// - `number`: with which it was registered; empty before.
pub(crate) fn compose(
    facts: &Facts,
    kind: PaperKind,
    subject: &PaperSubject,
    typed: &Typed,
    number: &str,
) -> Composed {
    let mut it = Composed {
        data: json!({ "day": facts.day.to_string() }),
        known: Vec::new(),
        asked: Vec::new(),
        lacks: Vec::new(),
        named: Vec::new(),
    };
    if !number.is_empty() {
        it.data["number"] = json!(number);
    }
    let mut ids = BTreeSet::new();
    for field in kind.spec().all_fields().filter(|it| !it.path.contains("[]")) {
        if is_part_of_person(kind, field.path) {
            continue;
        }
        match fact_of(facts, kind, subject, field) {
            // A representative of somebody of full age: there is no such field.
            Some(fact) if fact.value.is_null() && fact.place == Place::Itself => {}
            Some(fact) => {
                let words = in_words(kind, field, &fact.value);
                it.known.push(KnownField { field, words, place: fact.place });
                put(&mut it.data, field.path, fact.value);
            }
            None if OWN.contains(&field.path) => {}
            None => {
                it.asked.push(field);
                let chosen = choices_of(kind, field.path).first().map(|it| (*it).to_owned());
                let given = typed.get(field.path).cloned().or(chosen.map(Given::One));
                if let Some(given) = given {
                    let value = value_of(facts, kind, field, &given, &mut ids);
                    put(&mut it.data, field.path, value);
                }
            }
        }
    }
    ids.extend(role_holders(facts, kind, subject));
    it.named = readers(facts, ids);
    if kind.spec().all_fields().any(|it| it.path == "acquainted") && !it.named.is_empty() {
        it.data["acquainted"] = it.named.iter().map(|id| person_of(facts, *id)).collect();
    }
    it.lacks = fill_by_hand(kind, &mut it.data);
    it
}

/// Whether a path leads into a person: `mentor.phone`.
fn is_part_of_person(kind: PaperKind, path: &str) -> bool {
    let Some((whole, _)) = path.split_once('.') else { return false };
    let mut fields = kind.spec().all_fields();
    fields.any(|it| it.path == whole && it.kind == FieldKind::Person)
}

/// People whom facts name: the subject of the paper and holders of roles.
fn role_holders(facts: &Facts, kind: PaperKind, subject: &PaperSubject) -> Vec<PersonId> {
    use mentoring::person::Position;
    let roles = [
        ("curator", Position::Curator),
        ("site_admin", Position::SiteAdmin),
        ("psychologist", Position::Psychologist),
        ("social_pedagogue", Position::SocialPedagogue),
        ("association_head", Position::MethodicalHead),
    ];
    let has = |path: &str| kind.spec().all_fields().any(|it| it.path == path);
    let held = roles.into_iter().filter(|(path, _)| has(path));
    held.filter_map(|(_, position)| facts.only_holder(position)).chain(subject.person).collect()
}

/// Those of the named who read an order by signature, by name.
fn readers(facts: &Facts, ids: BTreeSet<PersonId>) -> Vec<PersonId> {
    let head = facts.head.as_ref().map(|it| it.person.id);
    let known = ids.into_iter().filter_map(|id| facts.people.get(&id));
    let mut all: Vec<_> =
        known.filter(|it| !is_student(it) && Some(it.person.id) != head).collect();
    all.sort_by_cached_key(|it| crate::person::folded(&it.person.name.full()));
    all.into_iter().map(|it| it.person.id).collect()
}

fn put(data: &mut Json, path: &str, value: Json) {
    if value.is_null() {
        return;
    }
    match path.split_once('.') {
        None => data[path] = value,
        Some((step, rest)) => {
            if !data[step].is_object() {
                data[step] = json!({});
            }
            put(&mut data[step], rest, value);
        }
    }
}

fn value_of(
    facts: &Facts,
    kind: PaperKind,
    field: &PaperField,
    given: &Given,
    ids: &mut BTreeSet<PersonId>,
) -> Json {
    match (field.kind, given) {
        (FieldKind::Rows, Given::Rows(rows)) => rows
            .iter()
            .map(|row| {
                let cells = columns(kind, field).filter_map(|(name, column)| {
                    let value = value_of(facts, kind, column, row.get(name)?, ids);
                    Some((name.to_owned(), value))
                });
                Json::Object(cells.collect::<Map<_, _>>())
            })
            .collect(),
        (FieldKind::People, Given::Many(lines)) => {
            lines.iter().map(|it| person(facts, it, ids)).collect()
        }
        (_, Given::Many(lines)) => json!(lines),
        (FieldKind::Person, Given::One(text)) => person(facts, text, ids),
        (FieldKind::People, Given::One(text)) => json!([person(facts, text, ids)]),
        (FieldKind::Texts, Given::One(text)) => json!([text]),
        (FieldKind::Flag, Given::One(text)) => json!(text == "yes"),
        (FieldKind::Number, Given::One(text)) => {
            text.parse::<i64>().map_or(Json::Null, |it| json!(it))
        }
        (_, Given::One(text)) => json!(text),
        (_, Given::Rows(_)) => Json::Null,
    }
}

fn person(facts: &Facts, text: &str, ids: &mut BTreeSet<PersonId>) -> Json {
    match text.parse::<PersonId>() {
        Ok(id) => {
            ids.insert(id);
            person_of(facts, id)
        }
        Err(_) => person_typed(text),
    }
}

/// A datum as a page tells it: names, days and texts; of rows and lists, what each begins with.
fn in_words(kind: PaperKind, field: &PaperField, value: &Json) -> String {
    const SHOWN: usize = 5;
    let lines = lines_of(kind, field, value);
    let mut shown: Vec<&str> = lines.iter().take(SHOWN).map(String::as_str).collect();
    if SHOWN < lines.len() {
        shown.push("…");
    }
    shown.join("; ")
}

/// A datum as lines: one for a text, one for each person, text or row of a list.
fn lines_of(kind: PaperKind, field: &PaperField, value: &Json) -> Vec<String> {
    match value {
        Json::Null => Vec::new(),
        Json::Array(all) => all.iter().flat_map(|it| lines_of(kind, field, it)).collect(),
        Json::Object(it) if it.contains_key("surname") => vec![worded(value)],
        Json::Object(row) => {
            let cells = columns(kind, field).filter_map(|(name, column)| {
                Some(lines_of(kind, column, row.get(name)?).join(", "))
            });
            let cells: Vec<String> = cells.filter(|it| !it.is_empty()).collect();
            if cells.is_empty() { Vec::new() } else { vec![cells.join(" – ")] }
        }
        Json::String(it) if field.kind == FieldKind::Day => {
            vec![it.parse::<Date>().map_or_else(|_| it.clone(), day_in_words)]
        }
        Json::String(it) => vec![it.clone()],
        Json::Bool(true) => vec!["да".to_owned()],
        Json::Bool(false) => vec!["нет".to_owned()],
        Json::Number(it) => vec![it.to_string()],
    }
}

/// The data of an order as an amending order compares them, by path.
pub(super) fn worded_data(kind: PaperKind, data: &Json) -> BTreeMap<&'static str, Worded> {
    let whole = kind.spec().all_fields().filter(|it| !it.path.contains("[]"));
    let worded = whole.filter_map(|field| {
        let value = field.path.split('.').try_fold(data, |it, step| it.get(step))?;
        let lines = lines_of(kind, field, value);
        let is_list = matches!(field.kind, FieldKind::People | FieldKind::Texts | FieldKind::Rows);
        let worded = match is_list {
            true => Worded::Many(lines),
            false => Worded::One(lines.into_iter().next()?),
        };
        Some((field.path, worded))
    });
    worded.collect()
}

/// The heading of an order by its kind: «О назначении куратора».
pub(super) fn heading(kind: PaperKind) -> String {
    let title = kind.spec().title;
    let rest = title.strip_prefix("Приказ ").unwrap_or(title);
    let mut letters = rest.chars();
    let first = letters.next().map(|it| it.to_uppercase().to_string()).unwrap_or_default();
    first + letters.as_str()
}
