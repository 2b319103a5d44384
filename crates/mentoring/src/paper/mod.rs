//! Papers: one typed description of each kind, from which forms, lists and checks are made.
//!
//! It decides what a paper is called, what it is for, who signs it and with what, which data it wants
//! from where, and what must be true of them. Deliberately absent: the texts (`documents/templates`), their making
//! (`documents::papers`), and which facts a signed paper puts in force (the modules of the facts).

mod common;
mod launch;
mod consents;
mod labour;
mod pairing;
mod programme;
mod pools;
mod completion;
mod check;
mod kind;
mod role;
pub mod amend;
pub mod template;

pub use check::{PaperObstacle, PaperTexts, at_least_one, check_paper};
pub use kind::PaperKind;
pub use role::IsStudent;

use crate::words::slugs;

/// What is known of a kind of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaperSpec {
    /// Its number in the catalogue of documents («D6»); empty where it has none.
    pub number: &'static str,
    /// Its name for lists, in Russian, with a capital.
    pub title: &'static str,
    /// What it is for: one sentence in Russian.
    pub purpose: &'static str,
    /// The phase of the programme that makes it.
    pub phase: Phase,
    /// Who signs, in the order of the lines on paper.
    pub signatures: &'static [Signature],
    /// When it is made: words in Russian.
    pub when: &'static str,
    /// What its head carries beside the text.
    pub requisites: &'static [Requisite],
    /// Data that it wants, in groups that kinds share; the order is that of a form.
    pub fields: &'static [&'static [PaperField]],
}

impl PaperSpec {
    /// All data that the paper wants, in the order of a form.
    pub fn all_fields(&self) -> impl Iterator<Item = &'static PaperField> {
        self.fields.iter().flat_map(|it| it.iter())
    }
}

/// One signature on a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Who signs.
    pub who: PaperSigner,
    /// With what.
    pub with: Signing,
}

impl Signature {
    /// A signature on paper.
    #[must_use]
    pub const fn wet(who: PaperSigner) -> Self {
        Self { who, with: Signing::Wet }
    }

    /// A confirmation in the system.
    #[must_use]
    pub const fn simple(who: PaperSigner) -> Self {
        Self { who, with: Signing::Simple }
    }
}

slugs! {
    /// With what a paper is signed.
    pub enum Signing {
        /// By hand on paper, or with an enhanced electronic signature («W»).
        Wet = "wet",
        /// By a confirmation in the system («S»).
        Simple = "simple",
    }
}

slugs! {
    /// Who signs a paper.
    pub enum PaperSigner {
        /// The head of the organisation.
        Head = "head",
        /// The curator.
        Curator = "curator",
        /// The mentor.
        Mentor = "mentor",
        /// The mentee.
        Mentee = "mentee",
        /// The representative of a minor.
        Guardian = "guardian",
        /// The person whom the paper is about.
        Subject = "subject",
        /// Those who have to know it, on the acquaintance sheet.
        Acquainted = "acquainted",
        /// The members of a commission.
        Commission = "commission",
        /// The head of a partner organisation.
        Partner = "partner",
        /// The chair and the secretary of a council.
        Council = "council",
    }
}

slugs! {
    /// What the head of a paper carries beside its text.
    pub enum Requisite {
        /// The name of the organisation.
        Organisation = "organisation",
        /// The day.
        Day = "day",
        /// The number of registration.
        Number = "number",
        /// The settlement.
        Settlement = "settlement",
        /// The heading «О / Об …».
        Heading = "heading",
        /// The mark of approval «УТВЕРЖДЕНО».
        Approval = "approval",
        /// The addressee.
        Addressee = "addressee",
    }
}

slugs! {
    /// A phase of the programme, in the order of its life.
    pub enum Phase {
        /// The launch.
        Launch = "launch",
        /// The roadmap.
        Roadmap = "roadmap",
        /// The pools.
        Pools = "pools",
        /// Surveys.
        Survey = "survey",
        /// Selection and training.
        Training = "training",
        /// Pairing.
        Pairing = "pairing",
        /// Work of the pairs.
        Programme = "programme",
        /// Care for the pairs.
        Care = "care",
        /// Gatherings.
        Gathering = "gathering",
        /// Publicity.
        Publicity = "publicity",
        /// Completion.
        Completion = "completion",
        /// Monitoring.
        Monitoring = "monitoring",
        /// Exchange with centres.
        Network = "network",
    }
}

/// One datum that a paper wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaperField {
    /// Where it stands in the data: `organisation.name`; `pairs[].mentor` within rows.
    pub path: &'static str,
    /// What a form calls it, in Russian.
    pub label: &'static str,
    /// What it is.
    pub kind: FieldKind,
    /// Whether the paper cannot be made without it; else a line to fill by hand takes its place.
    pub is_needed: bool,
    /// Where it comes from.
    pub source: FieldSource,
}

impl PaperField {
    /// A datum without which there is no paper.
    #[must_use]
    pub const fn needed(
        path: &'static str,
        label: &'static str,
        kind: FieldKind,
        source: FieldSource,
    ) -> Self {
        Self { path, label, kind, is_needed: true, source }
    }

    /// A datum whose place may stay a line to fill by hand.
    #[must_use]
    pub const fn optional(
        path: &'static str,
        label: &'static str,
        kind: FieldKind,
        source: FieldSource,
    ) -> Self {
        Self { path, label, kind, is_needed: false, source }
    }
}

slugs! {
    /// What a datum of a paper is.
    pub enum FieldKind {
        /// A short text.
        Text = "text",
        /// A text of several lines.
        LongText = "long_text",
        /// A day, `2026-09-01`.
        Day = "day",
        /// A whole number.
        Number = "number",
        /// A sum in roubles.
        Money = "money",
        /// Yes or no.
        Flag = "flag",
        /// A person: surname, first name, patronymic, position and so on.
        Person = "person",
        /// A list of people.
        People = "people",
        /// A list of texts.
        Texts = "texts",
        /// A list of rows.
        Rows = "rows",
    }
}

slugs! {
    /// Where a datum of a paper comes from.
    pub enum FieldSource {
        /// The card of the organisation.
        Card = "card",
        /// The card of a person.
        Person = "person",
        /// A consent.
        Consent = "consent",
        /// An order.
        Order = "order",
        /// A pair or group.
        Pair = "pair",
        /// Typed for this paper.
        Typed = "typed",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_kind_says_what_it_is_for_and_names_no_datum_twice() {
        for kind in PaperKind::ALL {
            let spec = kind.spec();
            assert!(!spec.title.is_empty() && !spec.purpose.is_empty(), "{kind}");
            let mut paths = BTreeSet::new();
            for field in spec.all_fields() {
                assert!(paths.insert(field.path), "{kind}: {} twice", field.path);
                assert!(!field.label.is_empty(), "{kind}: {}", field.path);
            }
        }
    }
}
