//! Initials before and after the surname, with spaces that do not break.
//! Deliberately absent: declension; initials are the same in every case.

use crate::person::{DeclinedName, Name};

/// A space at which no line ends.
pub const NO_BREAK: char = '\u{a0}';

/// «Петровой М. И.»: surname, then initials.
///
/// - Returns: the surname alone where there is no first name.
#[must_use]
pub fn initials_after(surname: &str, first: &str, patronymic: &str) -> String {
    join(surname, &initials(first, patronymic))
}

/// «М. И. Петровой»: initials, then surname.
///
/// - Returns: the surname alone where there is no first name.
#[must_use]
pub fn initials_before(surname: &str, first: &str, patronymic: &str) -> String {
    join(&initials(first, patronymic), surname)
}

fn join(left: &str, right: &str) -> String {
    if left.is_empty() || right.is_empty() {
        return format!("{left}{right}");
    }
    format!("{left}{NO_BREAK}{right}")
}

/// «М. И.»; of «Анна-Мария» «А.-М.»; of «Мамед оглы» «М.», for «оглы» is no name.
fn initials(first: &str, patronymic: &str) -> String {
    let first = initial(first, true);
    let patronymic = initial(patronymic, false);
    join(&first, &patronymic)
}

fn initial(part: &str, with_double: bool) -> String {
    let Some(word) = part.split_whitespace().next() else { return String::new() };
    let pieces = word.split(['-', '‑']).take(if with_double { 2 } else { 1 });
    let letters = pieces.filter_map(|it| it.chars().find(|it| it.is_alphabetic()));
    let written: Vec<String> = letters.map(|it| format!("{}.", it.to_uppercase())).collect();
    written.join("-")
}

impl Name<'_> {
    /// «Петрова М. И.»
    #[must_use]
    pub fn initials_after(&self) -> String {
        initials_after(self.surname, self.first, self.patronymic)
    }

    /// «М. И. Петрова»
    #[must_use]
    pub fn initials_before(&self) -> String {
        initials_before(self.surname, self.first, self.patronymic)
    }
}

impl DeclinedName {
    /// «Петровой Марии Ильиничне»
    #[must_use]
    pub fn full(&self) -> String {
        let parts = [&self.surname, &self.first, &self.patronymic];
        let parts: Vec<&str> =
            parts.into_iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
        parts.join(" ")
    }

    /// «Петровой М. И.»
    #[must_use]
    pub fn initials_after(&self) -> String {
        initials_after(&self.surname, &self.first, &self.patronymic)
    }

    /// «М. И. Петровой»
    #[must_use]
    pub fn initials_before(&self) -> String {
        initials_before(&self.surname, &self.first, &self.patronymic)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_stand_before_or_after_and_never_leave_the_surname() {
        for (surname, first, patronymic, after, before) in [
            ("Петрова", "Мария", "Ильинична", "Петрова М. И.", "М. И. Петрова"),
            ("Петрова", "Мария", "", "Петрова М.", "М. Петрова"),
            ("Петрова", "", "", "Петрова", "Петрова"),
            ("Петрова", "М.", "И.", "Петрова М. И.", "М. И. Петрова"),
            ("Петрова", "анна-мария", "Ильинична", "Петрова А.-М. И.", "А.-М. И. Петрова"),
            ("Алиев", "Вагиф", "Мамед оглы", "Алиев В. М.", "В. М. Алиев"),
            ("", "Мария", "Ильинична", "М. И.", "М. И."),
            ("", "", "", "", ""),
        ] {
            let spaced = |it: &str| it.replace(' ', "\u{a0}");
            let name = Name { surname, first, patronymic };
            assert_eq!(name.initials_after(), spaced(after));
            assert_eq!(name.initials_before(), spaced(before));
        }
    }
}
