//! Lines of names: `surname<TAB>first<TAB>patronymic<TAB>gender<TAB>case` in, three parts out.
//!
//! It decides the form of a line, so that any bytes give exactly one line. Deliberately absent:
//! standard input and output (`estafeta decline --batch`).

use crate::case::{Case, Gender};
use crate::person::{DeclinedName, Name};

/// What one line asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked<'a> {
    /// The name as typed.
    pub name: Name<'a>,
    /// `m`, `f`, or what the name tells.
    pub gender: Option<Gender>,
    /// The case, which may be the nominative.
    pub case: Case,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BatchLine {
    /// The three parts in the case that was asked for.
    Declined(DeclinedName),
    /// The three parts as they came: the gender or the case is none that we know.
    NotUnderstood(DeclinedName),
}

impl<'a> Asked<'a> {
    /// Reads a line.
    ///
    /// - `line`: without its line feed; spaces around cells do not count.
    /// - Returns: `None` where the gender or the case is no known word or there are too few cells.
    #[must_use]
    pub fn read(line: &'a str) -> Option<Self> {
        let mut cells = line.split('\t').map(str::trim);
        let name = Name { surname: cells.next()?, first: cells.next()?, patronymic: cells.next()? };
        let gender = match cells.next()? {
            "" => None,
            slug => Some(Gender::from_slug(slug).filter(|it| *it != Gender::Neuter)?),
        };
        Some(Self { name, gender, case: Case::from_slug(cells.next()?)? })
    }
}

/// Declines one line.
///
/// - `line`: without its line feed; bytes that are no UTF-8 are replaced.
/// - Returns: three parts without tabs and line breaks; of an empty line three empty ones.
#[must_use]
pub fn declined_line(line: &[u8]) -> BatchLine {
    let line = String::from_utf8_lossy(line);
    if line.trim().is_empty() {
        return BatchLine::Declined(DeclinedName::default());
    }
    if let Some(asked) = Asked::read(&line) {
        return BatchLine::Declined(asked.name.decline(asked.gender, asked.case));
    }
    let mut cells = line.split('\t').map(|it| it.trim().to_owned());
    let mut next = || cells.next().unwrap_or_default();
    let name = DeclinedName { surname: next(), first: next(), patronymic: next() };
    BatchLine::NotUnderstood(name)
}

impl BatchLine {
    /// The parts, declined or as they came.
    #[must_use]
    pub fn name(&self) -> &DeclinedName {
        match self {
            Self::Declined(name) | Self::NotUnderstood(name) => name,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(line: &str) -> (bool, String) {
        let read = declined_line(line.as_bytes());
        let name = read.name();
        let parts = format!("{}|{}|{}", name.surname, name.first, name.patronymic);
        (matches!(read, BatchLine::Declined(_)), parts)
    }

    #[test]
    fn a_line_gives_its_three_parts_and_any_may_be_empty() {
        for (line, declined, wanted) in [
            ("Петрова\tМария\tИльинична\tf\tdat", true, "Петровой|Марии|Ильиничне"),
            ("Петрова\tМария\tИльинична\t\tins", true, "Петровой|Марией|Ильиничной"),
            ("\tМария\t\tf\tins\r", true, "|Марией|"),
            ("Черных\t\t\tm\tgen", true, "Черных||"),
            ("Петров\t\t\tm\tnom", true, "Петров||"),
            ("\t\t\t\tgen", true, "||"),
            ("Петров\tИван\t\tm\tвинительный", false, "Петров|Иван|"),
            ("Петров\tИван\t\tx\tgen", false, "Петров|Иван|"),
            ("Петров\tИван", false, "Петров|Иван|"),
            ("", true, "||"),
            ("\t\r", true, "||"),
            ("\t\t\tx\tgen", false, "||"),
        ] {
            assert_eq!(parts(line), (declined, wanted.to_owned()), "{line}");
        }
    }

    #[test]
    fn bytes_that_are_no_text_give_a_line_all_the_same() {
        assert!(matches!(declined_line(b"\xff\xfe\t\xd0\t"), BatchLine::NotUnderstood(_)));
    }
}
