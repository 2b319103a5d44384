//! A person's tasks as slips of paper.
//!
//! Deliberately absent: the words of a slip (`web`) and its look (`documents::write`).

pub use documents::write::Slip;

use documents::write::slips_pdf;

use crate::ctx::Ctx;
use crate::refusal::{Nothing, Refusal};

/// Writes slips as a PDF, four to a page.
///
/// - `title`: what the file is called inside.
/// - Errors: unexpected where a link is longer than a code holds, or the typesetter fails.
pub async fn slips_paper(
    ctx: &Ctx,
    title: String,
    slips: Vec<Slip>,
) -> Result<Vec<u8>, Refusal<Nothing>> {
    let day = ctx.today();
    let written = tokio::task::spawn_blocking(move || slips_pdf(&title, &slips, day));
    let written = written.await.map_err(|error| Refusal::Unexpected(error.into()))?;
    written.map_err(|error| Refusal::Unexpected(error.into()))
}
