//! Qualification categories as people write them: «1 кв. кат.», «высшая», «СЗД».
//!
//! It decides which category is meant. Deliberately absent: for how long it is in force.

use super::super::grid::Value;
use super::{is_nothing, plain, text};
use mentoring::person::listed::{ListObstacle, QualificationCategory as Category};

/// Reads a category; `None` where the text says that there is none.
///
/// - Errors: a text that is no category we know.
pub(in crate::people) fn read(value: &Value<'_>) -> Result<Option<Category>, ListObstacle> {
    let written = text(value);
    let plain = plain(&written);
    let words: Vec<&str> = plain.split(' ').collect();
    let starts = |stem: &str| words.iter().any(|it| it.starts_with(stem));
    let is = |list: &[&str]| words.iter().any(|it| list.contains(it));
    if is_nothing(&written) || is(&["без", "бк", "б"]) || starts("молод") {
        return Ok(None);
    }
    let found = match () {
        () if starts("методист") => Category::TeacherMethodist,
        () if starts("наставник") => Category::TeacherMentor,
        () if starts("высш") || is(&["вкк", "вк"]) => Category::Highest,
        () if starts("соотв") || is(&["сзд"]) => Category::FitForPosition,
        () if starts("перв") || is(&["1", "i", "1я", "1ая", "1кк", "1к", "пкк", "iкк"]) => {
            Category::First
        }
        () if starts("втор") || is(&["2", "ii", "2я", "2ая", "2кк", "2к"]) => {
            Category::Second
        }
        // «Не аттестован», «не имеет», «нет категории».
        () if is(&["не", "нет"]) => return Ok(None),
        () => return Err(ListObstacle::NotACategory { written: written.into_owned() }),
    };
    Ok(Some(found))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_category_is_known_in_any_wording() {
        for (text, category) in [
            ("высшая", Some(Category::Highest)),
            ("Высшая кв. категория, 2023", Some(Category::Highest)),
            ("ВКК", Some(Category::Highest)),
            ("1 кв. кат.", Some(Category::First)),
            ("I", Some(Category::First)),
            ("1-я", Some(Category::First)),
            ("первая", Some(Category::First)),
            ("вторая", Some(Category::Second)),
            ("соотв. занимаемой должности", Some(Category::FitForPosition)),
            ("СЗД", Some(Category::FitForPosition)),
            ("педагог-методист", Some(Category::TeacherMethodist)),
            ("педагог-наставник", Some(Category::TeacherMentor)),
            ("без категории", None),
            ("б/к", None),
            ("нет", None),
            ("не аттестован", None),
            ("—", None),
            ("молодой специалист", None),
        ] {
            assert_eq!(read(&Value::Text(text)), Ok(category), "{text}");
        }
        assert_eq!(read(&Value::Number(1.0)), Ok(Some(Category::First)));
        assert!(read(&Value::Text("отличная")).is_err());
    }
}
