//! A version on paper.
//!
//! It decides what a paper says of its approval. Deliberately absent: how it looks
//! (`documents::write`).

use documents::write::{Approval, RoadmapPaper, roadmap_docx, roadmap_pdf, roadmap_xlsx};
use mentoring::id::VersionId;

use super::view::show_version;
use crate::ctx::Ctx;
use crate::refusal::{Nothing, Refusal};

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Word.
    Docx,
    /// Excel.
    Xlsx,
    /// PDF.
    Pdf,
}

impl Format {
    /// The ending of the name.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Pdf => "pdf",
        }
    }

    /// The media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pdf => "application/pdf",
        }
    }
}

/// Writes a version as a file.
///
/// - Errors: not found; unexpected where the typesetter fails.
pub async fn version_paper(
    ctx: &Ctx,
    id: VersionId,
    format: Format,
) -> Result<Vec<u8>, Refusal<Nothing>> {
    let view = show_version(ctx, id).await?;
    let version = &view.version;
    let approval = version
        .order_number
        .clone()
        .zip(version.order_on)
        .map(|(number, date)| Approval { number: Some(number), day: Some(date) });
    let about = RoadmapPaper {
        organisation: Some(ctx.organisation.card.name.clone()),
        approval,
        day: ctx.today(),
    };
    let plan = view.plan();
    let written = tokio::task::spawn_blocking(move || match format {
        Format::Docx => roadmap_docx(&plan, &about),
        Format::Xlsx => roadmap_xlsx(&plan, &about),
        Format::Pdf => roadmap_pdf(&plan, &about),
    });
    let written = written.await.map_err(|error| Refusal::Unexpected(error.into()))?;
    written.map_err(|error| Refusal::Unexpected(error.into()))
}
