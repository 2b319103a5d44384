//! The dictionary that an organisation begins with, by its kind.
//!
//! It decides which words travel with the program and which of them a school lacks. Deliberately
//! absent: the words themselves (data with sources, `data/dictionary.tsv`), and adding them to the
//! dictionary of a school that has begun: it is asked.

use std::sync::LazyLock;

use super::{Term, TermKind};
use crate::organisation::OrganisationKind;

/// A word of the first dictionary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstTerm {
    /// In which edition of the list it came, from 1.
    pub edition: u16,
    /// For which kinds of organisations.
    pub kinds: Vec<OrganisationKind>,
    /// What it names.
    pub kind: TermKind,
    /// The words.
    pub text: String,
    /// The act that names it, or `own`.
    pub source: String,
}

static BUILT_IN: LazyLock<Vec<FirstTerm>> =
    LazyLock::new(|| parse(include_str!("../../data/dictionary.tsv")).0);

/// The latest edition of the first dictionary.
#[must_use]
pub fn edition() -> u16 {
    BUILT_IN.iter().map(|it| it.edition).max().unwrap_or_default()
}

/// The words that an organisation of a kind begins with, in the order of the list.
///
/// A centre of a municipality or a region pairs nobody by itself: it begins with none.
#[must_use]
pub fn first_terms(kind: OrganisationKind) -> Vec<&'static FirstTerm> {
    BUILT_IN.iter().filter(|it| it.kinds.contains(&kind)).collect()
}

/// The words of the first dictionary that a school has never had.
///
/// - `known`: the words of the school of all times: one that it has ended is not offered again.
#[must_use]
pub fn lacking(kind: OrganisationKind, known: &[Term]) -> Vec<&'static FirstTerm> {
    let is_known = |it: &FirstTerm| {
        known.iter().any(|term| term.kind == it.kind && same(&term.text, &it.text))
    };
    first_terms(kind).into_iter().filter(|it| !is_known(it)).collect()
}

/// «Учитель - учитель» is «учитель — учитель»: capitals, «ё» and signs make no difference.
#[must_use]
pub fn same(a: &str, b: &str) -> bool {
    let fold = |it: &str| {
        let lower = it.to_lowercase().replace('ё', "е");
        let words = lower.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
        words.map(str::to_owned).collect::<Vec<_>>()
    };
    fold(a) == fold(b)
}

/// The words, and the lines that were not understood.
fn parse(text: &str) -> (Vec<FirstTerm>, Vec<&str>) {
    let (mut terms, mut refused) = (Vec::new(), Vec::new());
    for line in text.lines().filter(|it| !it.trim().is_empty() && !it.starts_with('#')) {
        match term(line) {
            Some(it) => terms.push(it),
            None => refused.push(line),
        }
    }
    (terms, refused)
}

fn term(line: &str) -> Option<FirstTerm> {
    let mut cells = line.split('\t');
    let mut next = || cells.next().map(str::trim).filter(|it| !it.is_empty());
    let edition = next()?.parse().ok()?;
    let kinds: Option<Vec<_>> = next()?.split(',').map(OrganisationKind::from_slug).collect();
    Some(FirstTerm {
        edition,
        kinds: kinds?,
        kind: TermKind::from_slug(next()?)?,
        text: next()?.to_owned(),
        source: next()?.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::TermId;
    use crate::period::Period;
    use jiff::civil::date;
    use uuid::Uuid;

    const INSTITUTIONS: [OrganisationKind; 4] = [
        OrganisationKind::School,
        OrganisationKind::Kindergarten,
        OrganisationKind::College,
        OrganisationKind::AdditionalEducation,
    ];

    #[test]
    fn every_line_is_understood_and_every_institution_has_all_three_kinds_of_words() {
        let refused = parse(include_str!("../../data/dictionary.tsv")).1;
        assert_eq!(refused, Vec::<&str>::new());
        for kind in INSTITUTIONS {
            let terms = first_terms(kind);
            for of in TermKind::ALL {
                let n = terms.iter().filter(|it| it.kind == *of).count();
                assert!(5 <= n, "{kind}: {n} of {of}");
            }
        }
        assert_eq!(first_terms(OrganisationKind::MunicipalCentre), Vec::<&FirstTerm>::new());
        assert_eq!(edition(), 1);
    }

    #[test]
    fn a_school_has_the_five_forms_of_the_model_and_those_of_the_letter() {
        let of = |source: &str| {
            let terms = first_terms(OrganisationKind::School).into_iter();
            terms.filter(|it| it.source == source).map(|it| &*it.text).collect::<Vec<_>>()
        };
        let expected = [
            "ученик — ученик",
            "учитель — учитель",
            "студент — ученик",
            "работодатель — ученик",
            "работодатель — студент",
        ];
        assert_eq!(of("Р-145"), expected);
        assert_eq!(of("АЗ-1128/08").len(), 4);
    }

    #[test]
    fn no_word_stands_twice_for_one_kind_of_organisation_or_names_what_is_sensitive() {
        for kind in INSTITUTIONS {
            let terms = first_terms(kind);
            for (at, it) in terms.iter().enumerate() {
                let twice =
                    terms[..at].iter().find(|a| a.kind == it.kind && same(&a.text, &it.text));
                assert_eq!(twice, None, "{}", it.text);
                assert!(crate::care::sensitive_words(&it.text).is_empty(), "{}", it.text);
            }
        }
    }

    #[test]
    fn what_lacks_is_what_the_school_never_had_in_any_spelling() {
        let term = |kind, text: &str, to| Term {
            id: TermId(Uuid::nil()),
            kind,
            text: text.to_owned(),
            period: Period { from: date(2026, 9, 1), to },
        };
        let all = first_terms(OrganisationKind::School).len();
        let known = [
            term(TermKind::Form, "Учитель - учитель", None),
            term(TermKind::Form, "ученик–ученик", Some(date(2026, 9, 2))),
            term(TermKind::Need, "студент — ученик", None),
        ];
        let lacking = lacking(OrganisationKind::School, &known);
        assert_eq!(lacking.len(), all - 2);
        assert!(lacking.iter().any(|it| it.text == "студент — ученик"));
    }
}
