//! Keeping files: one copy of the same bytes, with a name that every system takes.
//!
//! It decides what a kept file is called. Deliberately absent: which files may be brought (the
//! use-cases), where the bytes lie (`store`).

use mentoring::event::Event;
use mentoring::id::FileId;
use store::{File, StoreError, Tx};

use crate::ctx::Ctx;

/// Keeps a file; the same bytes kept before are kept once.
pub(crate) async fn keep_file(
    ctx: &Ctx,
    tx: &Tx,
    (name, media_type): (String, &str),
    content: Vec<u8>,
) -> Result<FileId, StoreError> {
    let sha256 = File::digest(&content);
    if let Some(known) = tx.file_like(ctx.at(), &sha256).await? {
        return Ok(known.id);
    }
    let file = File {
        organisation: ctx.at(),
        id: ctx.new_id(),
        name: safe_name(&name),
        media_type: media_type.to_owned(),
        size_bytes: u32::try_from(content.len()).unwrap_or(u32::MAX),
        sha256,
        content,
        kept_by: ctx.actor,
        kept_at: ctx.now,
    };
    tx.insert_file(&file).await?;
    ctx.record(tx, Event::FileKept { file: file.id }).await?;
    Ok(file.id)
}

/// The last part of a name, without what no file system takes.
fn safe_name(name: &str) -> String {
    const LONGEST: usize = 150;
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = last
        .chars()
        .filter(|c| !c.is_control() && !matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*'))
        .collect();
    let from = clean.chars().count().saturating_sub(LONGEST);
    clean.chars().skip(from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_its_end_and_loses_its_folder() {
        assert_eq!(safe_name("C:\\Документы\\Приказ 1.pdf"), "Приказ 1.pdf");
        assert_eq!(safe_name("../../etc/passwd"), "passwd");
        assert!(safe_name(&format!("{}.pdf", "я".repeat(500))).ends_with(".pdf"));
    }
}
