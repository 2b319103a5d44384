//! Forms that a person has corrected: they win over every rule.
//! Deliberately absent: where they are kept; the caller passes them in and remembers them.

use std::collections::BTreeMap;

use crate::case::Case;

/// The part of a person's description that has a form of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Фамилия.
    Surname,
    /// Имя.
    First,
    /// Отчество.
    Patronymic,
    /// Должность.
    Position,
}

impl Part {
    /// All parts, in the order in which they are asked for.
    pub const ALL: [Self; 4] = [Self::Surname, Self::First, Self::Patronymic, Self::Position];

    /// The short English name, for the database and forms.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Surname => "surname",
            Self::First => "first",
            Self::Patronymic => "patronymic",
            Self::Position => "position",
        }
    }

    /// The part of a slug; `None` for any other word.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.slug() == slug)
    }
}

/// Corrected forms of one person, by part and case.
///
/// Only what differs from the rules need stand here: everything else is declined as ever, also
/// after a better rule has come with a new version.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnForms {
    forms: BTreeMap<(Part, Case), String>,
}

impl OwnForms {
    /// Remembers a corrected form, or forgets it where the form is empty.
    pub fn set(&mut self, part: Part, case: Case, form: &str) {
        let form = form.trim();
        if form.is_empty() {
            self.forms.remove(&(part, case));
        } else {
            self.forms.insert((part, case), form.to_owned());
        }
    }

    /// The corrected form, if there is one.
    #[must_use]
    pub fn get(&self, part: Part, case: Case) -> Option<&str> {
        self.forms.get(&(part, case)).map(String::as_str)
    }

    /// All corrected forms, by part and then by case.
    pub fn iter(&self) -> impl Iterator<Item = (Part, Case, &str)> {
        self.forms.iter().map(|((part, case), form)| (*part, *case, form.as_str()))
    }

    /// Whether nothing has been corrected.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_form_is_forgotten_and_the_rules_speak_again() {
        let mut own = OwnForms::default();
        own.set(Part::Surname, Case::Dative, " Гребеню ");
        assert_eq!(own.get(Part::Surname, Case::Dative), Some("Гребеню"));
        assert_eq!(own.get(Part::Surname, Case::Genitive), None);
        assert_eq!(own.iter().count(), 1);
        own.set(Part::Surname, Case::Dative, "");
        assert!(own.is_empty());
    }

    #[test]
    fn every_part_has_a_slug_of_its_own() {
        for part in Part::ALL {
            assert_eq!(Part::from_slug(part.slug()), Some(part));
        }
        assert_eq!(Part::from_slug("age"), None);
    }
}
