//! Papers that were drafted, every wording of their data, and many papers made at once.
//!
//! It decides that a paper keeps each wording it had with the digest of its bytes. Deliberately
//! absent: files of drafts (they are made again from their data), texts of templates.

use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

use super::table::{Spec, owned, owned_keyed};

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0012_papers"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for spec in papers().into_iter().chain(packs()) {
            spec.create(manager).await?;
        }
        Ok(())
    }
}

fn papers() -> Vec<Spec> {
    vec![
        owned("paper")
            .text("kind")
            .text("title")
            .day("day_on")
            .uuid_or_none("person")
            .uuid_or_none("order_id")
            .uuid_or_none("amends")
            .uuid_or_none("addendum")
            .uuid_or_none("partner")
            .text("number")
            .day_or_none("signed_on")
            .day_or_none("withdrawn_on")
            .uuid_or_none("made")
            .uuid_or_none("scan")
            .uuid_or_none("evidence")
            .day_or_none("discarded_on")
            .uuid("drafted_by")
            .moment("drafted_at")
            .int("revision")
            .refers("person", "person")
            .refers("order_id", "head_order")
            .refers("amends", "head_order")
            .refers("addendum", "contract_addendum")
            .refers("partner", "partner")
            .refers("made", "file")
            .refers("scan", "file")
            .refers("evidence", "evidence")
            .refers("drafted_by", "account")
            .index("paper_kind", &["organisation", "kind", "day_on"])
            .index("paper_order", &["organisation", "order_id"]),
        owned("paper_revision")
            .uuid("paper")
            .int("number")
            .json("typed")
            .json("data")
            .bytes("sha256")
            .uuid("made_by")
            .moment("made_at")
            .refers("paper", "paper")
            .refers("made_by", "account")
            .unique("paper_revision_number", &["organisation", "paper", "number"]),
    ]
}

fn packs() -> Vec<Spec> {
    vec![
        owned("paper_pack")
            .text("title")
            .text("format")
            .json("asked")
            .int("n_papers")
            .int("n_done")
            .int("size_bytes")
            .moment_or_none("leased_until")
            .moment_or_none("done_at")
            .text_or_none("failure")
            .moment("keep_until")
            .uuid("asked_by")
            .moment("asked_at")
            .refers("asked_by", "account")
            .index("paper_pack_asked", &["organisation", "asked_at"]),
        // Passing: removed when the day of its pack is over.
        owned_keyed("paper_pack_content", &["organisation", "pack"])
            .uuid("pack")
            .bytes("content")
            .refers("pack", "paper_pack"),
    ]
}
