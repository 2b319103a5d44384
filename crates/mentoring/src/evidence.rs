//! What shows that something was done, and which of the wanted things it shows.
//!
//! It decides when a record meets what a row wants: the kind and the subject agree, the record is
//! not withdrawn, and it is not of an earlier occurrence. Deliberately absent: the modules that
//! make records (each writes an [`EvidenceRecord`] when its fact comes to be).

use jiff::civil::Date;

use crate::id::EvidenceId;
use crate::words::slugs;

slugs! {
    /// Where a piece of evidence comes from.
    pub enum EvidenceSource {
        /// A file kept in the product.
        File = "file",
        /// An address elsewhere.
        Link = "link",
        /// A record of another module: a registered order, a closed survey.
        Record = "record",
        /// Words of a person; they explain, and prove no document.
        Note = "note",
    }
}

/// What a row wants to exist at the end: a kind and a subject, as slugs of the compiled roadmap.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Wanted {
    /// `order`, `register`, `protocol`, …
    pub kind: String,
    /// `pairs`, `mentees`, …; empty where the document does not say.
    pub about: String,
}

/// One piece of evidence, as far as the rule looks at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceRecord {
    /// Its id.
    pub id: EvidenceId,
    /// What it shows: the kind of document.
    pub kind: String,
    /// What it shows: the subject.
    pub about: String,
    /// Where it comes from.
    pub source: EvidenceSource,
    /// The day from which it is true: of the order, of the protocol.
    pub on: Date,
    /// The day on which it was withdrawn, if it was.
    pub withdrawn_on: Option<Date>,
    /// Whether somebody put it to this very task, rather than another module recording a fact.
    pub is_put_to_task: bool,
}

/// Which of the wanted things are shown, and which are still missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EvidenceMet {
    /// Wanted things with the record that shows each.
    pub met: Vec<(Wanted, EvidenceId)>,
    /// Wanted things that nothing shows.
    pub missing: Vec<Wanted>,
    /// The latest day among the records that show something: from then on all that is met is there.
    pub last_on: Option<Date>,
}

impl EvidenceMet {
    /// Compares what is wanted with what is there.
    ///
    /// - `since`: the first day that counts, the beginning of the occurrence's window; a record of
    ///   another module made before it belongs to an earlier occurrence. What somebody put to the
    ///   task by hand counts whenever it was made.
    /// - Returns: each wanted thing once, in the order wanted.
    #[must_use]
    pub fn of(wanted: &[Wanted], records: &[EvidenceRecord], since: Option<Date>) -> Self {
        let mut outcome = Self::default();
        for it in wanted {
            match records.iter().find(|record| shows(record, it, since)) {
                Some(record) => {
                    outcome.met.push((it.clone(), record.id));
                    outcome.last_on = outcome.last_on.max(Some(record.on));
                }
                None => outcome.missing.push(it.clone()),
            }
        }
        outcome
    }

    /// Whether nothing wanted is missing.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.missing.is_empty()
    }
}

/// Whether one record shows one wanted thing.
#[must_use]
pub fn shows(record: &EvidenceRecord, wanted: &Wanted, since: Option<Date>) -> bool {
    let about_agrees = if wanted.about.is_empty() {
        // Where the document does not say what the order is about, only a person can tell that
        // this one is meant.
        record.is_put_to_task
    } else {
        record.about == wanted.about
    };
    let in_time = record.is_put_to_task || since.is_none_or(|since| since <= record.on);
    record.source != EvidenceSource::Note
        && record.withdrawn_on.is_none()
        && record.kind == wanted.kind
        && about_agrees
        && in_time
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use uuid::Uuid;

    fn order(about: &str) -> EvidenceRecord {
        EvidenceRecord {
            id: EvidenceId(Uuid::nil()),
            kind: "order".into(),
            about: about.into(),
            source: EvidenceSource::Record,
            on: date(2026, 9, 15),
            withdrawn_on: None,
            is_put_to_task: false,
        }
    }

    fn wanted(about: &str) -> Wanted {
        Wanted { kind: "order".into(), about: about.into() }
    }

    #[test]
    fn an_order_about_something_else_leaves_the_row_open() {
        assert!(shows(&order("pairs"), &wanted("pairs"), None));
        assert!(!shows(&order("encouragement"), &wanted("pairs"), None));
        let register = EvidenceRecord { kind: "register".into(), ..order("pairs") };
        assert!(!shows(&register, &wanted("pairs"), None));
    }

    #[test]
    fn an_order_of_last_year_leaves_this_years_row_open() {
        assert!(shows(&order("pairs"), &wanted("pairs"), Some(date(2026, 9, 15))));
        assert!(!shows(&order("pairs"), &wanted("pairs"), Some(date(2026, 9, 16))));
        let by_hand = EvidenceRecord { is_put_to_task: true, ..order("pairs") };
        assert!(shows(&by_hand, &wanted("pairs"), Some(date(2026, 9, 16))));
    }

    #[test]
    fn a_document_without_subject_is_recognised_by_a_person_only() {
        assert!(!shows(&order("pairs"), &wanted(""), None));
        assert!(shows(&EvidenceRecord { is_put_to_task: true, ..order("") }, &wanted(""), None));
    }

    #[test]
    fn a_note_and_a_withdrawn_record_show_nothing() {
        let note = EvidenceRecord { source: EvidenceSource::Note, ..order("pairs") };
        let withdrawn = EvidenceRecord { withdrawn_on: Some(date(2026, 10, 1)), ..order("pairs") };
        for record in [note, withdrawn] {
            assert!(!shows(&record, &wanted("pairs"), None));
        }
    }

    #[test]
    fn what_is_missing_is_listed_whole() {
        let both = [wanted("pairs"), wanted("curator"), wanted("plans")];
        let outcome = EvidenceMet::of(&both, &[order("curator")], None);
        assert_eq!(outcome.met.len(), 1);
        assert_eq!(outcome.missing, [wanted("pairs"), wanted("plans")]);
        assert!(!outcome.is_complete());
        assert!(EvidenceMet::of(&[], &[], None).is_complete());
    }
}
