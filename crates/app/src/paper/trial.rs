//! Trying a template before it is kept: on the whole sample, and without each datum that may lack.
//!
//! It decides what is wrong with a template, all at once. Deliberately absent: words for people.

use documents::papers::{
    self, Filled, NotRendered, OwnDocx, Paper, PaperField, UnknownField, Wording, unknown_fields,
};
use mentoring::organisation::Card;
use mentoring::paper::PaperKind;
use serde_json::{Value as Json, json};

use crate::organisation::act::InOffice;

/// From whose data a preview is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sample {
    /// Invented people of an invented school.
    #[default]
    Example,
    /// The same people in the actor's own organisation, with its requisites and its head.
    Own,
}

/// What is wrong with a template.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// It names a field that the kind does not have.
    #[error("line {}: no such field", .0.line)]
    Unknown(UnknownField),
    /// It cannot be made into a paper.
    #[error("it cannot be made into a paper")]
    Not(NotRendered),
    /// It prints a datum that may lack as if it were always there.
    #[error("line {line}: {path} may lack")]
    MayLack {
        /// Number of the line, from 1; 0 in a Word file.
        line: usize,
        /// The path of the field.
        path: &'static str,
        /// What a form calls it.
        label: &'static str,
    },
}

/// Makes a paper from a text and data, or says all that is wrong with the text.
pub(crate) fn try_text(kind: PaperKind, text: &str, data: &Json) -> Result<Paper, Vec<Flaw>> {
    let unknown = unknown_fields(kind, text);
    let wording = Wording::new(text).map_err(|it| flaws(unknown.clone(), Some(it)))?;
    let made = wording.render(kind, data).map_err(|it| flaws(unknown.clone(), Some(it)))?;
    let mut wrong = flaws(unknown, None);
    wrong.extend(lacking(kind, data, |data| wording.render(kind, data).map(|_| ())));
    if wrong.is_empty() { Ok(made) } else { Err(wrong) }
}

/// Fills a Word file, or says all that is wrong with it.
pub(crate) fn try_word(kind: PaperKind, bytes: &[u8], data: &Json) -> Result<Filled, Vec<Flaw>> {
    let own = OwnDocx::read(bytes).map_err(|it| vec![Flaw::Not(it)])?;
    let unknown = own.unknown_fields(kind);
    let made = own.render(kind, data).map_err(|it| flaws(unknown.clone(), Some(it)))?;
    let mut wrong = flaws(unknown, None);
    wrong.extend(lacking(kind, data, |data| own.render(kind, data).map(|_| ())));
    if wrong.is_empty() { Ok(made) } else { Err(wrong) }
}

/// Unknown fields, and what stopped the paper where that is no unknown field.
fn flaws(unknown: Vec<UnknownField>, stopped: Option<NotRendered>) -> Vec<Flaw> {
    let is_told = |it: &NotRendered| match it {
        // The engine stops at the first step of a path that is not there.
        NotRendered::Undefined { name, .. } => unknown.iter().any(|known| {
            let rest = known.name.strip_prefix(name.as_str());
            rest.is_some_and(|it| it.is_empty() || it.starts_with('.'))
        }),
        _ => false,
    };
    let stopped = stopped.filter(|it| !is_told(it)).map(Flaw::Not);
    unknown.into_iter().map(Flaw::Unknown).chain(stopped).collect()
}

/// Leaves out each datum that may lack, in turn, and tells where a template stops at it.
fn lacking(
    kind: PaperKind,
    data: &Json,
    make: impl Fn(&Json) -> Result<(), NotRendered>,
) -> Vec<Flaw> {
    // What a row may lack depends on the row: a question with a scale has ends, another has none.
    let may_lack =
        papers::fields(kind).filter(|it: &&PaperField| !it.is_needed && !it.path.contains("[]"));
    let flaw = |it: &'static PaperField| {
        let mut without = data.clone();
        leave_out(&mut without, it.path);
        let line = match make(&without) {
            Err(NotRendered::Undefined { line, .. } | NotRendered::Refused { line, .. }) => line,
            _ => return None,
        };
        Some(Flaw::MayLack { line, path: it.path, label: it.label })
    };
    may_lack.filter_map(flaw).collect()
}

fn leave_out(data: &mut Json, path: &str) {
    match path.split_once('.') {
        Some((name, rest)) => {
            if let Some(it) = data.get_mut(name) {
                leave_out(it, rest);
            }
        }
        None => {
            if let Some(fields) = data.as_object_mut() {
                fields.remove(path);
            }
        }
    }
}

/// The sample of a kind.
pub(crate) fn example(kind: PaperKind) -> Json {
    // Tests read every sample; without one a paper says what it lacks.
    serde_json::from_str(papers::example(kind)).unwrap_or_else(|_| json!({}))
}

/// The sample with an organisation of its own: what its card does not say stays as in the sample.
pub(crate) fn in_own_school(mut sample: Json, card: &Card, head: Option<&InOffice>) -> Json {
    let Some(fields) = sample.get_mut("organisation").and_then(Json::as_object_mut) else {
        return sample;
    };
    for (name, text) in [
        ("full_name", &card.full_name),
        ("name", &card.name),
        ("settlement", &card.settlement),
        ("address", &card.address),
        ("taxpayer_number", &card.taxpayer_number),
        ("registration_number", &card.registration_number),
        ("phone", &card.phone),
        ("email", &card.email),
        ("site", &card.site),
    ] {
        if fields.contains_key(name) && !text.is_empty() {
            fields.insert(name.to_owned(), json!(text));
        }
    }
    if let Some(head) = head.filter(|_| fields.contains_key("head")) {
        let name = &head.person.name;
        let named = json!({
            "surname": name.surname, "first": name.first, "patronymic": name.patronymic,
        });
        fields.insert("head".to_owned(), named);
        if !head.title.is_empty() {
            fields.insert("head_position".to_owned(), json!(head.title));
        }
    }
    sample
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_standard_text_stands_the_trial() {
        for kind in PaperKind::ALL {
            let tried = try_text(*kind, papers::text(*kind), &example(*kind));
            assert_eq!(tried.err(), None, "{kind}");
        }
    }

    #[test]
    fn a_datum_that_may_lack_is_told_where_it_is_printed_as_if_it_were_there() {
        let kind = PaperKind::MentorsOrder;
        let wrong = |text: &str| try_text(kind, text, &example(kind)).err().unwrap_or_default();
        let may_lack = Flaw::MayLack { line: 2, path: "number", label: "Номер" };
        assert_eq!(wrong("# ПРИКАЗ\n№ {{ number }}"), [may_lack]);
        assert_eq!(wrong("№ {{ number or fill(\"номер\") }}"), []);
        assert_eq!(wrong("{% if number %}№ {{ number }}{% endif %}"), []);
        let told = wrong("{{ organisaton.name }}");
        assert!(matches!(told.as_slice(), [Flaw::Unknown(_)]), "{told:?}");
        let told = wrong("{% if day %}\n{{ day|dative }}");
        assert!(matches!(told.as_slice(), [Flaw::Not(_)]), "{told:?}");
    }

    #[test]
    fn a_start_file_stands_the_trial_and_a_torn_one_is_refused() {
        let kind = PaperKind::MentorsOrder;
        let start = papers::start_docx(kind).unwrap();
        assert_eq!(try_word(kind, &start, &example(kind)).err(), None);
        let torn = try_word(kind, b"no file", &example(kind)).err();
        assert_eq!(torn, Some(vec![Flaw::Not(NotRendered::NotWord)]));
    }
}
