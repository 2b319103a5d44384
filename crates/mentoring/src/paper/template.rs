//! Which text a paper is made from: a school's own, one given from above, or the standard one.
//!
//! It decides by the day of the paper, so that a paper of an earlier day keeps its text. Deliberately
//! absent: the texts themselves and whether they are sound (`documents::papers`).

use jiff::civil::Date;

use crate::words::slugs;

slugs! {
    /// What a version of a template is.
    pub enum TemplateForm {
        /// A text in the markup of papers.
        Text = "text",
        /// A Word file with tags.
        Word = "word",
        /// No own template any more: from this day on the one from above, or the standard one.
        Withdrawn = "withdrawn",
    }
}

/// A version of a template, as far as the rule looks at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TemplateVersion {
    /// Its number within its kind, from 1.
    pub number: u32,
    /// What it is.
    pub form: TemplateForm,
    /// The first day of the papers that are made from it.
    pub from: Date,
    /// Whether organisations below may take it.
    pub is_given: bool,
}

/// The version that holds for papers of a day: the latest decision that has begun by then.
#[must_use]
pub fn in_force(versions: &[TemplateVersion], day: Date) -> Option<TemplateVersion> {
    versions.iter().filter(|it| it.from <= day).max_by_key(|it| it.number).copied()
}

/// From whom a template comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TemplateSource {
    /// The standard text of the program.
    Standard,
    /// A version of an organisation: 0 for the organisation itself, more for one further above.
    Version {
        /// Steps up the tree.
        steps_up: usize,
        /// Which version.
        number: u32,
    },
}

/// Chooses the template for papers of a day.
///
/// - `chain`: the versions of the organisation itself, then of the one above it, and so on up.
/// - Returns: the own version in force; else the nearest from above that is given; else the standard.
#[must_use]
pub fn choose(chain: &[Vec<TemplateVersion>], day: Date) -> TemplateSource {
    let chosen = chain.iter().enumerate().find_map(|(steps_up, versions)| {
        let it = in_force(versions, day)?;
        let may_take = steps_up == 0 || it.is_given;
        (it.form != TemplateForm::Withdrawn && may_take).then_some((steps_up, it.number))
    });
    chosen.map_or(TemplateSource::Standard, |(steps_up, number)| TemplateSource::Version {
        steps_up,
        number,
    })
}

/// Characters of the reason of a version.
pub const WHY_LIMIT: usize = 300;

/// Why a version is not kept, beside what is wrong with its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TemplateObstacle {
    /// It does not say why.
    #[error("the reason is missing")]
    NoWhy,
    /// The reason is too long.
    #[error("the reason is longer than {limit} characters")]
    WhyTooLong {
        /// Characters allowed.
        limit: usize,
    },
    /// It says the same as the version in force.
    #[error("nothing has changed")]
    Unchanged,
}

/// Checks why a version is made.
///
/// - Returns: what stands against it, in the order of the form.
#[must_use]
pub fn check_why(why: &str) -> Vec<TemplateObstacle> {
    match why.trim().chars().count() {
        0 => vec![TemplateObstacle::NoWhy],
        it if WHY_LIMIT < it => vec![TemplateObstacle::WhyTooLong { limit: WHY_LIMIT }],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::TemplateForm::{Text, Withdrawn, Word};
    use super::*;
    use jiff::civil::date;

    fn version(number: u32, form: TemplateForm, from: Date, is_given: bool) -> TemplateVersion {
        TemplateVersion { number, form, from, is_given }
    }

    #[test]
    fn a_paper_of_an_earlier_day_keeps_its_text() {
        let september = date(2026, 9, 1);
        let october = date(2026, 10, 1);
        let versions = [version(1, Text, september, false), version(2, Word, october, false)];
        for (day, number) in [
            (date(2026, 8, 31), None),
            (september, Some(1)),
            (date(2026, 9, 30), Some(1)),
            (october, Some(2)),
        ] {
            assert_eq!(in_force(&versions, day).map(|it| it.number), number, "{day}");
        }
        let backdated = [version(1, Text, october, false), version(2, Text, september, false)];
        assert_eq!(in_force(&backdated, october).map(|it| it.number), Some(2));
    }

    #[test]
    fn the_own_text_comes_first_then_the_nearest_that_is_given_then_the_standard() {
        let day = date(2026, 9, 1);
        let own = || vec![version(1, Text, day, false)];
        let given = || vec![version(1, Text, day, true)];
        let kept = || vec![version(1, Text, day, true), version(2, Text, day, false)];
        let withdrawn = || vec![version(1, Text, day, true), version(2, Withdrawn, day, true)];
        let later = || vec![version(1, Text, date(2026, 9, 2), true)];
        let from = |steps_up, number| TemplateSource::Version { steps_up, number };
        for (chain, source) in [
            (vec![], TemplateSource::Standard),
            (vec![vec![], vec![]], TemplateSource::Standard),
            (vec![own(), given()], from(0, 1)),
            (vec![vec![], own(), given()], from(2, 1)),
            (vec![vec![], kept()], TemplateSource::Standard),
            (vec![withdrawn(), given()], from(1, 1)),
            (vec![vec![], withdrawn(), given()], from(2, 1)),
            (vec![later(), given()], from(1, 1)),
            (vec![kept(), given()], from(0, 2)),
        ] {
            assert_eq!(choose(&chain, day), source, "{chain:?}");
        }
    }

    #[test]
    fn a_version_says_why_it_is_made() {
        assert_eq!(check_why(" "), [TemplateObstacle::NoWhy]);
        assert_eq!(check_why("новый устав"), []);
        let limit = WHY_LIMIT;
        assert_eq!(check_why(&"а".repeat(limit + 1)), [TemplateObstacle::WhyTooLong { limit }]);
    }
}
