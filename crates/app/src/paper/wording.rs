//! The text of a kind that is in force on a day.
//!
//! It decides which text a paper is made of. Deliberately absent: data, and how a text becomes a
//! paper (`documents`).

use documents::papers;
use jiff::civil::Date;
use mentoring::id::OrganisationId;
use mentoring::paper::PaperKind;
use store::{StoreError, Tx};

/// The text of a kind.
#[derive(Clone, Debug)]
pub(crate) enum PaperWording {
    /// A template text of ours, or a school's own.
    Text(String),
    /// A school's own Word file.
    #[expect(dead_code, reason = "schools bring their own files by the templates of issue 3 §3")]
    OwnWord(Vec<u8>),
}

/// The text of a kind that an organisation uses on a day.
///
/// - Errors: of the store.
pub(crate) async fn wording_of(
    _tx: &Tx,
    _organisation: OrganisationId,
    kind: PaperKind,
    _day: Date,
) -> Result<PaperWording, StoreError> {
    Ok(PaperWording::Text(papers::text(kind).to_owned()))
}
