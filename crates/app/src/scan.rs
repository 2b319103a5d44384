//! Scans of signed papers: brought, kept with those before, given to whoever may see the paper.
//!
//! It decides which files are scans, and that a later one replaces nothing: the earlier stay with
//! their day and author. Deliberately absent: who may see which paper (its own use-cases).

use jiff::Timestamp;
use mentoring::event::Event;
use mentoring::id::{FileId, OrganisationId, ScanId};
use store::{FileCard, Scan, StoreError, Tx};
use uuid::Uuid;

use crate::ctx::Ctx;
use crate::file::keep_file;
use crate::roadmap::evidence::{FILE_MOST, media_type_of};

/// A file as somebody brought it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brought {
    /// Its name.
    pub name: String,
    /// Its bytes; of a file that is too large only the beginning.
    pub content: Vec<u8>,
}

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScanObstacle {
    /// There is none, or it is empty.
    #[error("no file")]
    NoFile,
    /// It is larger than is kept.
    #[error("{size} bytes, at most {FILE_MOST}")]
    Large {
        /// Its size in bytes.
        size: usize,
    },
    /// It is no scan: only PDF and pictures are.
    #[error("neither PDF nor a picture")]
    Type,
    /// The paper is not signed yet.
    #[error("the paper is not signed")]
    NotSigned,
}

/// What a scan is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ScanOf {
    /// An order.
    Order,
    /// A consent.
    Consent,
}

impl ScanOf {
    fn slug(self) -> &'static str {
        match self {
            Self::Order => "order",
            Self::Consent => "consent",
        }
    }
}

/// A scan with its file.
#[derive(Clone, Debug)]
pub struct GivenScan {
    /// Its id.
    pub id: ScanId,
    /// The file without its bytes.
    pub file: FileCard,
    /// When it was given.
    pub given_at: Timestamp,
    /// Whether it is the one that counts.
    pub is_latest: bool,
}

/// Checks a scan.
///
/// - Returns: its media type.
pub(crate) fn check_scan(brought: &Brought) -> Result<&'static str, ScanObstacle> {
    if brought.content.is_empty() {
        return Err(ScanObstacle::NoFile);
    }
    if FILE_MOST < brought.content.len() {
        return Err(ScanObstacle::Large { size: brought.content.len() });
    }
    let found = media_type_of(&brought.name, &brought.content);
    let is_scan = |it: &&'static str| matches!(*it, "application/pdf" | "image/png" | "image/jpeg");
    found.filter(is_scan).ok_or(ScanObstacle::Type)
}

/// Keeps a checked scan of a paper of the organisation being worked in.
///
/// - Errors: of the store.
pub(crate) async fn keep_scan(
    ctx: &Ctx,
    tx: &Tx,
    (of, id): (ScanOf, Uuid),
    (brought, media_type): (Brought, &str),
) -> Result<FileId, StoreError> {
    let file = keep_file(ctx, tx, (brought.name, media_type), brought.content).await?;
    let scan = Scan {
        organisation: ctx.at(),
        id: ctx.new_id(),
        of_kind: of.slug().to_owned(),
        of_id: id,
        file,
        given_by: ctx.actor,
        given_at: ctx.now,
    };
    tx.insert_scan(&scan).await?;
    ctx.record(tx, Event::ScanAttached { scan: scan.id, file }).await?;
    Ok(file)
}

/// The scans of a paper, the latest first.
///
/// - `counts`: the file that the paper names.
pub(crate) async fn scans_of(
    ctx: &Ctx,
    tx: &Tx,
    id: Uuid,
    counts: Option<FileId>,
) -> Result<Vec<GivenScan>, StoreError> {
    let scans = tx.scans_of(&ctx.scope, id).await?;
    let files: Vec<FileId> = scans.iter().map(|it| it.file).collect();
    let cards = tx.file_cards(&ctx.scope, &files).await?;
    let mut latest = counts;
    let given = scans.into_iter().filter_map(|it| {
        let file = cards.iter().find(|card| card.id == it.file)?.clone();
        // The same bytes given twice are one file: only its last giving counts.
        let is_latest = latest.take_if(|counts| *counts == it.file).is_some();
        Some(GivenScan { id: it.id, file, given_at: it.given_at, is_latest })
    });
    Ok(given.collect())
}

/// One of the scans of a paper with its bytes.
///
/// - Returns: `None` where the paper has no such scan.
pub(crate) async fn file_of_scan(
    ctx: &Ctx,
    tx: &Tx,
    (organisation, paper): (OrganisationId, Uuid),
    scan: ScanId,
) -> Result<Option<store::File>, StoreError> {
    let scans = tx.scans_of(&ctx.scope, paper).await?;
    let found = scans.into_iter().find(|it| it.id == scan && it.organisation == organisation);
    match found {
        Some(it) => tx.file(&ctx.scope, it.file).await,
        None => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scan_is_a_pdf_or_a_picture_that_is_what_its_name_says() {
        let brought =
            |name: &str, content: &[u8]| Brought { name: name.into(), content: content.to_vec() };
        for (name, content, expected) in [
            ("Приказ.pdf", &b"%PDF-1.7"[..], Ok("application/pdf")),
            ("Приказ.PNG", b"\x89PNG....", Ok("image/png")),
            ("Приказ.jpg", b"\xff\xd8\xff\xe0", Ok("image/jpeg")),
            ("Приказ.pdf", b"<html>", Err(ScanObstacle::Type)),
            ("Приказ.docx", b"PK\x03\x04", Err(ScanObstacle::Type)),
            ("Приказ.pdf", b"", Err(ScanObstacle::NoFile)),
        ] {
            assert_eq!(check_scan(&brought(name, content)), expected, "{name}");
        }
        let size = FILE_MOST + 1;
        let large = brought("Приказ.pdf", &vec![b'%'; size]);
        assert_eq!(check_scan(&large), Err(ScanObstacle::Large { size }));
    }
}
