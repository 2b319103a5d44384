//! Files in which a person is named, and those that are the person's own.
//!
//! It decides how a file is looked through: as a document where it can be read, as letters in the
//! code pages of here where not. A picture cannot be: files of the person's tasks are offered for
//! the commission to look at. Deliberately absent: emptying them (`store`).

use std::collections::BTreeSet;

use documents::read::read;
use mentoring::id::{FileId, PersonId};
use roadmap::source::{Block, Source};
use store::{ConsentRecord, Evidence, FileCard, Needles, Scan, StoreError, Tx};

use crate::ctx::Ctx;

/// A file that may go.
#[derive(Clone, Debug)]
pub struct FileNamed {
    /// The file.
    pub card: FileCard,
    /// Whether the name was found in it; where not, it belongs to a task of the person and may be a
    /// picture.
    pub is_named: bool,
    /// Whether a law keeps it with the paper it is a scan of: an order, a roadmap in force.
    pub is_kept: bool,
}

/// The files of the organisation that name a person, or may.
pub(super) async fn files_naming(
    ctx: &Ctx,
    tx: &Tx,
    person: PersonId,
    needles: &Needles,
) -> Result<Vec<FileNamed>, StoreError> {
    let kept = kept_files(ctx, tx).await?;
    let near = files_near(ctx, tx, person).await?;
    let mut found = Vec::new();
    for card in tx.all_file_cards(&ctx.scope, ctx.at()).await? {
        if card.size_bytes == 0 {
            continue;
        }
        // One at a time: together they may not fit into memory.
        let Some(file) = tx.file(&ctx.scope, card.id).await? else { continue };
        let is_named = needles.are_in(&file.name) || is_in(needles, &file.name, &file.content);
        if is_named || near.contains(&card.id) {
            found.push(FileNamed { is_named, is_kept: kept.contains(&card.id), card });
        }
    }
    Ok(found)
}

/// Scans of orders and documents of roadmaps: papers of the organisation, kept by law.
async fn kept_files(ctx: &Ctx, tx: &Tx) -> Result<BTreeSet<FileId>, StoreError> {
    let orders = tx.orders(&ctx.scope, ctx.at()).await?;
    let is_order = |scan: &&Scan| orders.iter().any(|it| it.id.0 == scan.of_id);
    let scans = tx.all_scans(&ctx.scope, ctx.at()).await?;
    let mut kept: BTreeSet<FileId> = scans.iter().filter(is_order).map(|it| it.file).collect();
    kept.extend(orders.iter().filter_map(|it| it.scan));
    kept.extend(tx.source_files(&ctx.scope, ctx.at()).await?);
    Ok(kept)
}

/// Files given as evidence for tasks of the person, and papers about the person with their scans.
async fn files_near(ctx: &Ctx, tx: &Tx, person: PersonId) -> Result<BTreeSet<FileId>, StoreError> {
    let tasks = tx.tasks_of_person(&ctx.scope, person).await?;
    let ids: Vec<_> = tasks.iter().map(|it| it.id).collect();
    let evidence: Vec<Evidence> = tx.evidence_of_tasks(&ctx.scope, &ids).await?;
    let mut files: BTreeSet<FileId> = evidence.into_iter().filter_map(|it| it.file).collect();
    for paper in tx.papers(&ctx.scope, ctx.at()).await? {
        if paper.person == Some(person) {
            files.extend([paper.made, paper.scan].into_iter().flatten());
        }
    }
    Ok(files)
}

/// Scans of consents that go, those that were replaced by later ones too.
pub(super) fn scans_of(
    consents: &[ConsentRecord],
    scans: &[Scan],
    going: impl Fn(&ConsentRecord) -> bool,
) -> Vec<FileId> {
    let of = |it: &ConsentRecord| -> Vec<FileId> {
        let given = scans.iter().filter(|scan| scan.of_id == it.id.0).map(|scan| scan.file);
        given.chain(it.scan).collect()
    };
    consents.iter().filter(|it| going(it)).flat_map(of).collect()
}

fn is_in(needles: &Needles, name: &str, content: &[u8]) -> bool {
    if let Ok(source) = read(name, content) {
        return texts_of(&source).iter().any(|it| needles.are_in(it));
    }
    // A PDF or a picture with words in it: what can be read as letters is.
    needles.are_in(&String::from_utf8_lossy(content))
}

fn texts_of(source: &Source) -> Vec<&str> {
    let mut texts = Vec::new();
    for block in &source.blocks {
        match block {
            Block::Paragraph(it) => texts.push(it.text.as_str()),
            Block::Table(it) => {
                let cells = it.rows.iter().flat_map(|row| &row.cells);
                texts.extend(cells.flat_map(|it| &it.paragraphs).map(|it| it.text.as_str()));
            }
        }
    }
    texts
}
