//! The documents of drafts that are being mended, read once.
//!
//! It decides that a document is not read again for every row that somebody saves: the bytes of a
//! kept file never change. Deliberately absent: keeping them for long; a few are enough.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use mentoring::id::FileId;
use roadmap::source::Source;
use store::Tx;

use super::import::source_of;
use crate::ctx::Ctx;
use crate::refusal::Refusal;

/// How many documents are at hand: about as many as curators who mend at once.
const MOST: usize = 8;

/// A document that is at hand.
type Known = (FileId, Arc<Source>);

/// The documents read last, the latest first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sources(Arc<Mutex<VecDeque<Known>>>);

impl Sources {
    fn known(&self, id: FileId) -> Option<Arc<Source>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().find(|(known, _)| *known == id).map(|(_, source)| source.clone())
    }

    fn keep(&self, id: FileId, source: &Arc<Source>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|(known, _)| *known != id);
        kept.push_front((id, source.clone()));
        kept.truncate(MOST);
    }
}

/// The document that a version was read from; an empty one where there is none.
///
/// - Errors: of the store; unexpected where the reader was stopped.
pub(super) async fn source<O>(
    ctx: &Ctx,
    tx: &Tx,
    file: Option<FileId>,
) -> Result<Arc<Source>, Refusal<O>> {
    let Some(id) = file else { return Ok(Arc::default()) };
    if let Some(known) = ctx.app.sources.known(id) {
        return Ok(known);
    }
    let Some(file) = tx.file(&ctx.scope, id).await? else { return Ok(Arc::default()) };
    let reading = tokio::task::spawn_blocking(move || source_of(&file.name, &file.content));
    let source = Arc::new(reading.await.map_err(|error| Refusal::Unexpected(error.into()))?);
    ctx.app.sources.keep(id, &source);
    Ok(source)
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn only_the_documents_read_last_are_at_hand() {
        let sources = Sources::default();
        let id = |n: u128| FileId(Uuid::from_u128(n));
        for n in 0..=MOST as u128 {
            sources.keep(id(n), &Arc::default());
        }
        assert!(sources.known(id(0)).is_none());
        assert!(sources.known(id(1)).is_some() && sources.known(id(MOST as u128)).is_some());
    }
}
