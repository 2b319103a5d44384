//! Reading an uploaded document.
//!
//! It decides what may be uploaded, and that reading takes no more time than a page may. Deliberately
//! absent: what becomes of the reading (`draft`).

use std::time::Duration;

use documents::read::NotRead;
use mentoring::access::Action;
use mentoring::event::Event;
use mentoring::id::ImportId;
use mentoring::launch::ImportState;
use roadmap::plan::Plan;
use roadmap::source::Source;
use store::{Import, Json};

use crate::ctx::Ctx;
use crate::file::keep_file;
use crate::refusal::{Nothing, Refusal};

/// Longer than this no document is read; the longest real ones take thousandths of it.
const TIME_LIMIT: Duration = Duration::from_secs(10);

/// What reading asks.
pub struct ReadDocument {
    /// Name of the file.
    pub name: String,
    /// Its bytes.
    pub content: Vec<u8>,
}

/// Why a document was not read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadObstacle {
    /// There is no file, or it is no document that can be opened.
    #[error("{0}")]
    NotRead(NotRead),
    /// It was read, and no table in it looks like a roadmap.
    #[error("no roadmap in the document")]
    NoRoadmap,
    /// Reading took too long.
    #[error("reading took too long")]
    TooLong,
}

/// Reads a document and keeps it with its reading; nothing of a roadmap changes yet.
///
/// - Errors: not found without the right; why it was not read.
pub async fn read_document(
    ctx: &Ctx,
    ask: ReadDocument,
) -> Result<ImportId, Refusal<ReadObstacle>> {
    ctx.require(Action::EditRoadmap, ctx.at())?;
    let plan = try_document(&ask.name, &ask.content).await?;
    let content = ask.content;
    let tx = ctx.begin().await?;
    let media_type = "application/octet-stream";
    let file = keep_file(ctx, &tx, (ask.name.clone(), media_type), content).await?;
    let import = Import {
        organisation: ctx.at(),
        id: ctx.new_id(),
        file,
        file_name: ask.name,
        state: ImportState::Read,
        plan: Json(plan),
        mended: Json(serde_json::Value::Null),
        roadmap: None,
        version: None,
        read_by: ctx.actor,
        read_at: ctx.now,
        revision: 0,
    };
    tx.insert_import(&import).await?;
    ctx.record(&tx, Event::ImportRead { import: import.id }).await?;
    tx.commit().await?;
    Ok(import.id)
}

/// Lists the readings that became nothing yet, the latest first.
///
/// - Errors: not found without the right to make something of them.
pub async fn list_waiting(ctx: &Ctx) -> Result<Vec<Import>, Refusal<Nothing>> {
    ctx.require(Action::EditRoadmap, ctx.at())?;
    let tx = ctx.read().await?;
    Ok(tx.imports_waiting(&ctx.scope, ctx.at()).await?)
}

/// Sets a reading aside; the file stays kept.
///
/// - Errors: not found without the right, or where it became something already.
pub async fn discard_import(ctx: &Ctx, id: ImportId) -> Result<(), Refusal<Nothing>> {
    let tx = ctx.begin().await?;
    let import = tx.import(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditRoadmap, import.organisation)?;
    if import.state != ImportState::Read {
        return Err(Refusal::NotFound);
    }
    tx.save_import(&Import { state: ImportState::Discarded, ..import }).await?;
    ctx.record(&tx, Event::ImportDiscarded { import: id }).await?;
    Ok(tx.commit().await?)
}

/// Reads a document and keeps nothing.
///
/// - Errors: why it was not read.
pub async fn try_document(name: &str, content: &[u8]) -> Result<Plan, Refusal<ReadObstacle>> {
    let (name, content) = (name.to_owned(), content.to_vec());
    let reading = tokio::task::spawn_blocking(move || compiled(&name, &content));
    let Ok(read) = tokio::time::timeout(TIME_LIMIT, reading).await else {
        return Err(Refusal::because(ReadObstacle::TooLong));
    };
    let plan = read.map_err(|error| Refusal::Unexpected(error.into()))?;
    let plan = plan.map_err(|it| Refusal::because(ReadObstacle::NotRead(it)))?;
    if plan.rows.is_empty() {
        return Err(Refusal::because(ReadObstacle::NoRoadmap));
    }
    Ok(plan)
}

fn compiled(name: &str, content: &[u8]) -> Result<Plan, NotRead> {
    let source = documents::read::read(name, content)?;
    Ok(roadmap::compile(&source, &roadmap::Options::default()))
}

/// The document of a version once more, for checks that look at what stands around the table.
pub(super) fn source_of(name: &str, content: &[u8]) -> Source {
    documents::read::read(name, content).unwrap_or_default()
}
