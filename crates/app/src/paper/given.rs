//! What somebody types for a paper: texts, lists and rows by the path of their field.
//!
//! It decides how the fields of a form are read, that a name which is somebody's of the organisation
//! is that person, and what of a form is plainly wrong. Deliberately absent: what is known without
//! asking (`compose`).

use std::collections::BTreeMap;

use jiff::civil::Date;
use mentoring::id::PersonId;
use mentoring::paper::{FieldKind, PaperField, PaperKind};
use serde::{Deserialize, Serialize};

use crate::person::folded;

/// What was typed, by the path of the field.
pub type Typed = BTreeMap<String, Given>;

/// One thing that was typed; a person of the organisation is the id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Given {
    /// A text, a day, a number, a person.
    One(String),
    /// Lines of a list.
    Many(Vec<String>),
    /// Rows of a table, by the name of the column.
    Rows(Vec<BTreeMap<String, Given>>),
}

/// A person as a form offers one: a name that tells who is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// Who.
    pub person: PersonId,
    /// «Лаптева Марина Игоревна, учитель математики».
    pub words: String,
    /// The name alone.
    pub name: String,
}

/// What is wrong with something typed, at the `id` of its field in the form.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TypedObstacle {
    /// It is no day.
    #[error("{at} is no day")]
    NoDay {
        /// The field.
        at: String,
    },
    /// It is no whole number.
    #[error("{at} is no whole number")]
    NoNumber {
        /// The field.
        at: String,
    },
    /// Several people have this name.
    #[error("{at} may mean several people")]
    Namesakes {
        /// The field.
        at: String,
    },
    /// It is longer than fits.
    #[error("{at} is longer than {TEXT_MOST} characters")]
    TooLong {
        /// The field.
        at: String,
    },
    /// There are more rows or lines than a paper takes.
    #[error("{at} has more than {ROWS_MOST} rows")]
    TooMany {
        /// The field.
        at: String,
    },
}

impl TypedObstacle {
    /// The `id` of the field.
    #[must_use]
    pub fn at(&self) -> &str {
        match self {
            Self::NoDay { at }
            | Self::NoNumber { at }
            | Self::Namesakes { at }
            | Self::TooLong { at }
            | Self::TooMany { at } => at,
        }
    }
}

/// The longest text of a field, in characters.
pub const TEXT_MOST: usize = 4000;
/// Rows of a table, lines of a list.
const ROWS_MOST: usize = 300;

/// Reads the fields of a form.
///
/// A field is named by its path; a list sends its name several times; a cell is `rows.0.column`.
///
/// - `fields`: those that the form asks; others are passed over.
/// - Returns: what was typed, empty things left out, and everything wrong with it.
#[must_use]
pub(super) fn read_typed(
    kind: PaperKind,
    fields: &[&'static PaperField],
    sent: &[(String, String)],
    people: &[Offered],
) -> (Typed, Vec<TypedObstacle>) {
    let mut reader = Reader { people, wrong: Vec::new() };
    let mut typed = Typed::new();
    for field in fields.iter().filter(|it| !it.path.contains("[]")) {
        let given = match field.kind {
            FieldKind::Rows => reader.rows(kind, field, sent),
            _ => reader.whole(field.kind, field.path, field.path, sent),
        };
        typed.extend(given.map(|it| (field.path.to_owned(), it)));
    }
    (typed, reader.wrong)
}

/// The columns of a table, with the name of each within a row.
pub fn columns(
    kind: PaperKind,
    rows: &PaperField,
) -> impl Iterator<Item = (&'static str, &'static PaperField)> {
    let begins = format!("{}[].", rows.path);
    kind.spec().all_fields().filter_map(move |it| Some((it.path.strip_prefix(&begins)?, it)))
}

struct Reader<'a> {
    people: &'a [Offered],
    wrong: Vec<TypedObstacle>,
}

impl Reader<'_> {
    fn rows(
        &mut self,
        kind: PaperKind,
        field: &PaperField,
        sent: &[(String, String)],
    ) -> Option<Given> {
        let begins = format!("{}.", field.path);
        let numbers = sent.iter().filter_map(|(name, _)| {
            name.strip_prefix(&begins)?.split('.').next()?.parse::<usize>().ok()
        });
        let n_rows = numbers.max().map_or(0, |it| it.saturating_add(1));
        if ROWS_MOST < n_rows {
            self.wrong.push(TypedObstacle::TooMany { at: field.path.to_owned() });
        }
        let mut rows = Vec::new();
        for number in 0..n_rows.min(ROWS_MOST) {
            let mut row = BTreeMap::new();
            for (name, column) in columns(kind, field) {
                let at = format!("{begins}{number}.{name}");
                let given = self.whole(column.kind, &at, &at, sent);
                row.extend(given.map(|it| (name.to_owned(), it)));
            }
            if !row.is_empty() {
                rows.push(row);
            }
        }
        (!rows.is_empty()).then_some(Given::Rows(rows))
    }

    fn whole(
        &mut self,
        kind: FieldKind,
        name: &str,
        at: &str,
        sent: &[(String, String)],
    ) -> Option<Given> {
        let all = sent.iter().filter(|(it, _)| it == name).map(|(_, value)| value.trim());
        let all: Vec<&str> = all.filter(|it| !it.is_empty()).collect();
        match kind {
            FieldKind::People | FieldKind::Texts => {
                let lines = all.iter().flat_map(|it| it.lines()).map(str::trim);
                let lines: Vec<&str> = lines.filter(|it| !it.is_empty()).collect();
                if ROWS_MOST < lines.len() {
                    self.wrong.push(TypedObstacle::TooMany { at: at.to_owned() });
                }
                let one =
                    if kind == FieldKind::People { FieldKind::Person } else { FieldKind::Text };
                let lines: Vec<String> =
                    lines.into_iter().take(ROWS_MOST).map(|it| self.one(one, at, it)).collect();
                (!lines.is_empty()).then_some(Given::Many(lines))
            }
            _ => all.first().map(|it| Given::One(self.one(kind, at, it))),
        }
    }

    fn one(&mut self, kind: FieldKind, at: &str, text: &str) -> String {
        let at = || at.to_owned();
        if TEXT_MOST < text.chars().count() {
            self.wrong.push(TypedObstacle::TooLong { at: at() });
        }
        match kind {
            FieldKind::Day => match read_day(text) {
                Some(day) => return day.to_string(),
                None => self.wrong.push(TypedObstacle::NoDay { at: at() }),
            },
            FieldKind::Number if text.parse::<u32>().is_err() => {
                self.wrong.push(TypedObstacle::NoNumber { at: at() });
            }
            FieldKind::Person => match find(self.people, text) {
                Found::One(person) => return person.to_string(),
                Found::Several => self.wrong.push(TypedObstacle::Namesakes { at: at() }),
                Found::Nobody => {}
            },
            _ => {}
        }
        text.to_owned()
    }
}

/// A day as browsers send it, or as people write it.
fn read_day(text: &str) -> Option<Date> {
    if let Ok(day) = text.parse() {
        return Some(day);
    }
    let mut parts = text.split('.');
    let mut next = || parts.next()?.trim().parse::<i16>().ok();
    let (day, month, year) = (next()?, next()?, next()?);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

enum Found {
    One(PersonId),
    Several,
    Nobody,
}

/// Whom a text means: the words of the list, an id, or a name that only one person has.
fn find(people: &[Offered], text: &str) -> Found {
    if let Ok(id) = text.parse::<PersonId>() {
        return match people.iter().any(|it| it.person == id) {
            true => Found::One(id),
            false => Found::Nobody,
        };
    }
    let wanted = folded(text);
    let same = |words: &str| folded(words) == wanted;
    let mut by_words = people.iter().filter(|it| same(&it.words));
    if let (Some(it), None) = (by_words.next(), by_words.next()) {
        return Found::One(it.person);
    }
    let mut by_name = people.iter().filter(|it| same(&it.name));
    match (by_name.next(), by_name.next()) {
        (Some(it), None) => Found::One(it.person),
        (Some(_), Some(_)) => Found::Several,
        (None, _) => Found::Nobody,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn offered(number: u128, name: &str, job: &str) -> Offered {
        Offered {
            person: PersonId(Uuid::from_u128(number)),
            words: format!("{name}, {job}"),
            name: name.to_owned(),
        }
    }

    fn read(kind: PaperKind, sent: &[(&str, &str)]) -> (Typed, Vec<TypedObstacle>) {
        let people = [
            offered(1, "Орлова Марина Сергеевна", "завуч"),
            offered(2, "Ким Анна Львовна", "учитель"),
            offered(3, "Ким Анна Львовна", "методист"),
        ];
        let sent: Vec<_> = sent.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        let fields: Vec<_> = kind.spec().all_fields().collect();
        read_typed(kind, &fields, &sent, &people)
    }

    #[test]
    fn a_name_of_the_list_is_the_person_and_another_name_stays_as_typed() {
        let kind = PaperKind::CuratorOrder;
        for (text, given) in [
            ("Орлова Марина Сергеевна, завуч", "00000000-0000-0000-0000-000000000001"),
            ("орлова марина сергеевна", "00000000-0000-0000-0000-000000000001"),
            ("Ким Анна Львовна, методист", "00000000-0000-0000-0000-000000000003"),
            ("Гость Иван Иванович, инженер", "Гость Иван Иванович, инженер"),
        ] {
            let (typed, wrong) = read(kind, &[("deputy", text)]);
            assert_eq!(typed["deputy"], Given::One(given.to_owned()), "{text}");
            assert_eq!(wrong, []);
        }
        let (_, wrong) = read(kind, &[("deputy", "Ким Анна Львовна")]);
        assert_eq!(wrong, [TypedObstacle::Namesakes { at: "deputy".into() }]);
    }

    #[test]
    fn rows_lists_days_and_numbers_are_read_and_everything_wrong_is_told() {
        let sent = [
            ("n_present", "двадцать"),
            ("agenda.0.question", "О программе"),
            ("agenda.0.decisions", "Принять\n\nНачать"),
            ("agenda.2.question", "Разное"),
            ("agenda.2.votes_for", "много"),
            ("day", "1.9.2026"),
            ("guests", " \n"),
        ];
        let (typed, wrong) = read(PaperKind::CouncilProtocol, &sent);
        assert_eq!(typed["day"], Given::One("2026-09-01".into()));
        assert!(!typed.contains_key("guests"));
        let Given::Rows(rows) = &typed["agenda"] else { panic!("rows") };
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[0]["decisions"], Given::Many(vec!["Принять".into(), "Начать".into()]));
        let at: Vec<&str> = wrong.iter().map(TypedObstacle::at).collect();
        assert_eq!(at, ["n_present", "agenda.2.votes_for"]);
    }

    #[test]
    fn what_was_typed_is_the_same_after_it_was_kept() {
        let (typed, _) = read(PaperKind::CouncilProtocol, &[("agenda.0.question", "О программе")]);
        let kept = serde_json::to_value(&typed).unwrap();
        assert_eq!(serde_json::from_value::<Typed>(kept).unwrap(), typed);
    }
}
