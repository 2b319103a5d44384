//! Which gender a name tells: the patronymic before the first name, that before the surname.
//! Deliberately absent: declension; what a person says about themselves, which the caller passes in.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::case::Gender;
use crate::letters::{Small, composed, is_cyrillic, is_inner};
use crate::table::lines;

/// What one part of a name tells by its ending.
#[derive(Debug, Default)]
struct Signs {
    whole: HashMap<&'static str, Option<Gender>>,
    ends: HashMap<&'static str, Option<Gender>>,
}

impl Signs {
    fn of(part: &str) -> Self {
        let mut signs = Self::default();
        for line in lines(include_str!("../data/genders.tsv")) {
            let mut cells = line.split('\t');
            let (Some(of), Some(slug), Some(ends)) = (cells.next(), cells.next(), cells.next())
            else {
                continue;
            };
            for end in ends.split(' ').filter(|_| of == part) {
                let gender = Gender::from_slug(slug);
                match end.strip_prefix('^') {
                    Some(word) => signs.whole.insert(word, gender),
                    None => signs.ends.insert(end, gender),
                };
            }
        }
        signs
    }

    /// What the last word tells: «Анна-Мария» is told by «Мария», «Мамед оглы» by «оглы».
    fn read(&self, part: &str) -> Option<Gender> {
        let part = composed(part);
        let mut words = part.split(|it| !is_inner(it)).filter(|it| is_cyrillic(it));
        let small = Small::of(words.next_back()?);
        for spelling in [small.exact.as_str(), small.folded()] {
            if let Some(gender) = self.whole.get(spelling) {
                return *gender;
            }
        }
        let ends = small.exact.char_indices().flat_map(|(at, _)| {
            [&small.exact, &small.folded].into_iter().filter_map(move |it| it.get(at..))
        });
        ends.filter_map(|end| self.ends.get(end)).next().copied().flatten()
    }
}

static SURNAME: LazyLock<Signs> = LazyLock::new(|| Signs::of("surname"));
static FIRST: LazyLock<Signs> = LazyLock::new(|| Signs::of("first"));
static PATRONYMIC: LazyLock<Signs> = LazyLock::new(|| Signs::of("patronymic"));

/// The gender that a name tells.
///
/// - `surname`, `first`, `patronymic`: in the nominative; any may be empty or an initial.
/// - Returns: `None` where nothing tells («Ким Саша») or both are met.
#[must_use]
pub fn gender_of(surname: &str, first: &str, patronymic: &str) -> Option<Gender> {
    PATRONYMIC.read(patronymic).or_else(|| FIRST.read(first)).or_else(|| SURNAME.read(surname))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_genders_has_a_part_a_gender_and_endings() {
        for line in lines(include_str!("../data/genders.tsv")) {
            let cells: Vec<&str> = line.split('\t').collect();
            let [part, slug, ends] = cells.as_slice() else { panic!("{line}") };
            assert!(["surname", "first", "patronymic"].contains(part), "{line}");
            assert!(["m", "f", "-"].contains(slug), "{line}");
            assert!(ends.split(' ').all(|it| !it.is_empty()), "{line}");
        }
    }

    #[test]
    fn the_patronymic_tells_before_the_first_name_and_that_before_the_surname() {
        let m = Some(Gender::Masculine);
        let f = Some(Gender::Feminine);
        for (surname, first, patronymic, gender) in [
            ("Черных", "Саша", "Петровна", f),
            ("Черных", "Саша", "Ильич", m),
            ("Шевченко", "Никита", "", m),
            ("Шевченко", "Любовь", "", f),
            ("Шевченко", "Айгуль", "", f),
            ("Алиев", "Вагиф", "Мамед оглы", m),
            ("Алиева", "Лейла", "Мамед кызы", f),
            ("Иванова", "И.", "О.", f),
            ("Петров", "", "", m),
            ("Достоевская", "", "", f),
            ("Калина", "", "", None),
            ("Ким", "Саша", "", None),
            ("Пак", "", "", None),
            ("", "", "", None),
            ("Семёнов", "Пётр", "", m),
            ("", "Серёжа", "", m),
            ("", "Сережа", "", m),
            ("", "Анна-Мария", "", f),
        ] {
            assert_eq!(
                gender_of(surname, first, patronymic),
                gender,
                "{surname} {first} {patronymic}"
            );
        }
    }
}
