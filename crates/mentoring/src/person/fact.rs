//! Facts of a person that change with the years: what was true from which day on.
//!
//! It decides which facts are kept with their days and how the one of a day is found. Deliberately
//! absent: the class and the subject, which are limits of roles, and roles themselves.

use jiff::civil::Date;

use super::PersonName;
use crate::words::slugs;

slugs! {
    /// Which fact.
    pub enum FactKind {
        /// The surname; a former one finds the person again.
        Surname = "surname",
        /// The job, as in documents.
        JobTitle = "job_title",
        /// The qualification category.
        Category = "category",
        /// The telephone.
        Phone = "phone",
        /// The e-mail.
        Email = "email",
    }
}

/// What was true of a person from a day on; a later fact of its kind takes its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonFact {
    /// Which fact.
    pub kind: FactKind,
    /// The value; empty where the fact ceased.
    pub value: String,
    /// The first day it was true.
    pub from: Date,
}

/// The value of a kind on a day; `None` where nothing was known yet.
#[must_use]
pub fn value_on(facts: &[PersonFact], kind: FactKind, day: Date) -> Option<&str> {
    let known = facts.iter().filter(|it| it.kind == kind && it.from <= day);
    known.max_by_key(|it| it.from).map(|it| it.value.as_str())
}

/// A name corrected by hand, in the cases beside the nominative; an empty one is declined by rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameForms {
    /// Родительный: «Тихомировой Анны Львовны».
    pub genitive: String,
    /// Дательный.
    pub dative: String,
    /// Винительный.
    pub accusative: String,
    /// Творительный.
    pub instrumental: String,
    /// Предложный.
    pub prepositional: String,
}

impl NameForms {
    /// The forms with the names of their fields, in the order of the cases.
    #[must_use]
    pub fn texts(&self) -> [(&'static str, &str); 5] {
        [
            ("genitive", &self.genitive),
            ("dative", &self.dative),
            ("accusative", &self.accusative),
            ("instrumental", &self.instrumental),
            ("prepositional", &self.prepositional),
        ]
    }

    /// Whether nothing was corrected.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.texts().iter().all(|(_, text)| text.is_empty())
    }

    /// The fields whose form has not as many words as the name: they were mistyped.
    #[must_use]
    pub fn of_other_length(&self, name: &PersonName) -> Vec<&'static str> {
        let n_words = |text: &str| text.split_whitespace().count();
        let expected = n_words(&name.full());
        let wrong = self.texts().into_iter();
        let wrong = wrong.filter(|(_, text)| !text.is_empty() && n_words(text) != expected);
        wrong.map(|(field, _)| field).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_latest_fact_not_after_the_day_holds() {
        let fact =
            |value: &str, from| PersonFact { kind: FactKind::Category, value: value.into(), from };
        let facts = [fact("первая", date(2020, 3, 1)), fact("высшая", date(2025, 3, 1))];
        for (day, expected) in [
            (date(2020, 2, 29), None),
            (date(2020, 3, 1), Some("первая")),
            (date(2025, 2, 28), Some("первая")),
            (date(2025, 3, 1), Some("высшая")),
        ] {
            assert_eq!(value_on(&facts, FactKind::Category, day), expected, "{day}");
        }
        assert_eq!(value_on(&facts, FactKind::Phone, date(2025, 3, 1)), None);
    }

    #[test]
    fn a_corrected_form_has_as_many_words_as_the_name() {
        let name = PersonName::parse("Дюма Анна Львовна");
        let forms = NameForms {
            genitive: "Дюма Анны Львовны".into(),
            dative: "Дюма Анне".into(),
            ..NameForms::default()
        };
        assert_eq!(forms.of_other_length(&name), ["dative"]);
        assert!(NameForms::default().is_empty());
    }
}
