//! The library of acts: whose an act is, who has to know it, and who has read it by signature.
//!
//! It decides who must know an act on a day, and whether a day of reading can be. Deliberately
//! absent: acts of the federation (dated data of the compiler), the acts a school enters
//! (`organisation::requisites`), and which rows of a roadmap are done by it.

use jiff::civil::Date;
use std::collections::BTreeSet;
use uuid::Uuid;

use crate::id::{LocalActId, PersonId};
use crate::period::Period;
use crate::person::Position;
use crate::words::slugs;

/// Which act: one that travels with the program, or one that somebody entered.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ActKey {
    /// Of the federation, by its name in the data of the program.
    Federal(String),
    /// Of a region, a municipality or the school itself.
    Entered(LocalActId),
}

impl ActKey {
    /// The key as it stands in addresses and tables.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Federal(name) => name.clone(),
            Self::Entered(id) => id.to_string(),
        }
    }

    /// Reads a key; `None` where it can be none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        const LONGEST: usize = 60;
        if let Ok(id) = text.parse::<Uuid>() {
            return Some(Self::Entered(LocalActId(id)));
        }
        let is_name = !text.is_empty()
            && text.len() <= LONGEST
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        is_name.then(|| Self::Federal(text.to_owned()))
    }
}

slugs! {
    /// Whose an act is.
    pub enum ActScope {
        /// Of the federation.
        Federal = "federal",
        /// Of the region.
        Regional = "regional",
        /// Of the municipality.
        Municipal = "municipal",
        /// Of the organisation itself.
        Local = "local",
    }
}

/// Whether a text cites an act by its number.
///
/// Blanks and the kind of dash do not matter. A number of digits alone counts only after «№», since
/// such numbers stand everywhere; any other counts as a whole word.
#[must_use]
pub fn cites(text: &str, number: &str) -> bool {
    let folded = |text: &str| -> Vec<char> {
        let plain = text.chars().filter(|c| !c.is_whitespace());
        plain
            .flat_map(char::to_lowercase)
            .map(|c| if "–—‑−".contains(c) { '-' } else { c })
            .collect()
    };
    let (text, number) = (folded(text), folded(number));
    if number.is_empty() || text.len() < number.len() {
        return false;
    }
    let is_bare = number.iter().all(char::is_ascii_digit);
    (0..=text.len() - number.len()).any(|at| {
        let end = at + number.len();
        let before = at.checked_sub(1).map(|it| text[it]);
        let is_before = match is_bare {
            true => before == Some('№'),
            // Blanks are gone, so that «модели Р-145» has a letter before it: only digits and
            // dashes would make it another number.
            false => before.is_none_or(|it| !it.is_ascii_digit() && it != '-'),
        };
        let ends = text.get(end).is_none_or(|it| !it.is_ascii_digit() && *it != '-');
        text[at..end] == number && is_before && ends
    })
}

slugs! {
    /// Who has to know an act.
    pub enum Audience {
        /// Everybody who works here.
        Employees = "employees",
        /// Everybody who holds a position.
        Position = "position",
        /// One person by name.
        Person = "person",
    }
}

slugs! {
    /// How somebody said that they have read an act.
    pub enum ReadingWay {
        /// With a press in the product, under the own account; it is no signature.
        InApp = "in_app",
        /// By signing the acquaintance sheet on paper.
        Paper = "paper",
    }
}

/// That somebody has to know an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concern {
    /// Who.
    pub audience: Concerned,
    /// From which day to which.
    pub period: Period,
}

/// Whom a concern names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concerned {
    /// Everybody who works here.
    Employees,
    /// Everybody who holds a position.
    Position(Position),
    /// One person.
    Person(PersonId),
}

impl Concerned {
    /// The slug, position and person of it.
    #[must_use]
    pub fn parts(self) -> (Audience, Option<Position>, Option<PersonId>) {
        match self {
            Self::Employees => (Audience::Employees, None, None),
            Self::Position(position) => (Audience::Position, Some(position), None),
            Self::Person(person) => (Audience::Person, None, Some(person)),
        }
    }

    /// What the parts say; `None` where one is lacking.
    #[must_use]
    pub fn of_parts(
        audience: Audience,
        position: Option<Position>,
        person: Option<PersonId>,
    ) -> Option<Self> {
        match audience {
            Audience::Employees => Some(Self::Employees),
            Audience::Position => position.map(Self::Position),
            Audience::Person => person.map(Self::Person),
        }
    }
}

/// A person as concerns see one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    /// Who.
    pub person: PersonId,
    /// The positions held on the day.
    pub positions: Vec<Position>,
    /// Whether the person works here.
    pub is_employee: bool,
}

/// Who has to know an act on a day: each person once, in the order given.
///
/// A person named by name must know it whether or not the person works here; who has left and
/// holds nothing any more is not given at all, so nobody waits for them.
#[must_use]
pub fn who_must_know(concerns: &[Concern], people: &[Reader], day: Date) -> Vec<PersonId> {
    let of_day: Vec<&Concern> = concerns.iter().filter(|it| it.period.contains(day)).collect();
    let is_meant = |reader: &&Reader| {
        of_day.iter().any(|it| match it.audience {
            Concerned::Employees => reader.is_employee,
            Concerned::Position(position) => reader.positions.contains(&position),
            Concerned::Person(person) => person == reader.person,
        })
    };
    people.iter().filter(is_meant).map(|it| it.person).collect()
}

/// Who of them has not read it, in the order given.
#[must_use]
pub fn who_has_not_read(must_know: &[PersonId], readings: &[PersonId]) -> Vec<PersonId> {
    let have: BTreeSet<PersonId> = readings.iter().copied().collect();
    must_know.iter().copied().filter(|it| !have.contains(it)).collect()
}

/// Why a reading cannot be recorded so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadingObstacle {
    /// Nobody reads an act before it is signed, nor in the future.
    #[error("an act is read from {from} to today")]
    Outside {
        /// The day of signing.
        from: Date,
    },
    /// It is recorded already.
    #[error("recorded already for {on}")]
    Known {
        /// The day recorded.
        on: Date,
    },
}

/// Checks the day of a reading.
///
/// - `from`: the day the act was signed.
/// - `known`: the day recorded before for the person.
#[must_use]
pub fn check_reading(
    from: Date,
    on: Date,
    known: Option<Date>,
    today: Date,
) -> Vec<ReadingObstacle> {
    let outside = (on < from || today < on).then_some(ReadingObstacle::Outside { from });
    let known = known.map(|on| ReadingObstacle::Known { on });
    outside.into_iter().chain(known).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const DAY: Date = date(2026, 10, 1);

    fn person(number: u128) -> PersonId {
        PersonId(Uuid::from_u128(number))
    }

    fn reader(number: u128, positions: &[Position], is_employee: bool) -> Reader {
        Reader { person: person(number), positions: positions.to_vec(), is_employee }
    }

    #[test]
    fn a_key_is_a_name_of_the_data_or_an_id() {
        let id = LocalActId(Uuid::from_u128(7));
        let table = [
            ("students-model", Some(ActKey::Federal("students-model".to_owned()))),
            (&id.to_string(), Some(ActKey::Entered(id))),
            ("", None),
            ("../etc", None),
            ("Закон", None),
        ];
        for (text, key) in table {
            assert_eq!(ActKey::parse(text), key, "{text}");
            assert!(key.is_none_or(|it| it.text() == text));
        }
    }

    #[test]
    fn a_text_cites_an_act_by_its_number_however_it_is_typed() {
        for (text, number, is_cited) in [
            ("Изучение Распоряжения Минпросвещения от 25.12.2019 № Р-145", "Р-145", true),
            ("распоряжение № Р – 145 «Об утверждении»", "Р-145", true),
            ("письмо №АЗ-1128/08", "АЗ-1128/08", true),
            ("распоряжение № Р-1456", "Р-145", false),
            ("приказ № 196", "196", true),
            ("приказ №\u{a0}196 от 24.03.2023", "196", true),
            ("в 196 школах", "196", false),
            ("приказ № 1961", "196", false),
            ("закон 273-ФЗ", "273-ФЗ", true),
            ("закон 1273-ФЗ", "273-ФЗ", false),
            ("приказ", "", false),
        ] {
            assert_eq!(cites(text, number), is_cited, "{number} in {text}");
        }
    }

    #[test]
    fn an_act_concerns_each_person_once_by_work_position_or_name() {
        let people = [
            reader(1, &[Position::Curator, Position::Teacher], true),
            reader(2, &[Position::Teacher], true),
            reader(3, &[Position::Student], false),
            reader(4, &[Position::Guardian], false),
        ];
        let from = |audience, from| Concern { audience, period: Period::since(from) };
        let ended = |audience| Concern {
            audience,
            period: Period { from: date(2026, 9, 1), to: Some(date(2026, 9, 30)) },
        };
        let table: &[(&[Concern], &[u128])] = &[
            (&[from(Concerned::Employees, DAY)], &[1, 2]),
            (&[from(Concerned::Employees, date(2026, 10, 2))], &[]),
            (&[ended(Concerned::Employees)], &[]),
            (&[from(Concerned::Position(Position::Curator), DAY)], &[1]),
            (
                &[from(Concerned::Person(person(4)), DAY), from(Concerned::Employees, DAY)],
                &[1, 2, 4],
            ),
            (&[from(Concerned::Person(person(9)), DAY)], &[]),
        ];
        for (concerns, expected) in table {
            let expected: Vec<PersonId> = expected.iter().map(|it| person(*it)).collect();
            assert_eq!(who_must_know(concerns, &people, DAY), expected, "{concerns:?}");
        }
        let left = who_has_not_read(&[person(1), person(2)], &[person(2), person(3)]);
        assert_eq!(left, [person(1)]);
    }

    #[test]
    fn an_act_is_read_once_from_its_signing_to_today() {
        let from = date(2026, 9, 1);
        let ask = |on, known| check_reading(from, on, known, DAY);
        assert_eq!(ask(from, None), []);
        assert_eq!(ask(DAY, None), []);
        assert_eq!(ask(date(2026, 8, 31), None), [ReadingObstacle::Outside { from }]);
        assert_eq!(ask(date(2026, 10, 2), None), [ReadingObstacle::Outside { from }]);
        assert_eq!(ask(DAY, Some(from)), [ReadingObstacle::Known { on: from }]);
    }
}
