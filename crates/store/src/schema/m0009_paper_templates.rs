//! Templates of papers that an organisation has changed, and folders made for an inspection.
//!
//! It decides their tables. Deliberately absent: the standard texts, which travel in the program.

use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

use super::table::{Spec, owned};

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0009_paper_templates"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        paper_template().create(manager).await?;
        folder().create(manager).await
    }
}

fn paper_template() -> Spec {
    owned("paper_template")
        .text("kind")
        .int("number")
        .text("form")
        .day("from_on")
        .text("text")
        .uuid_or_none("word")
        .flag("is_given")
        .text("why")
        .uuid("kept_by")
        .moment("kept_at")
        .refers("word", "file")
        .refers("kept_by", "account")
        .unique("paper_template_number", &["organisation", "kind", "number"])
}

fn folder() -> Spec {
    owned("folder")
        .uuid("asked_by")
        .moment("asked_at")
        // Steps of the work, and how many are done; the moment of the last one tells whether it goes on.
        .int("n_all")
        .int("n_done")
        .moment("moved_at")
        .moment_or_none("made_at")
        .flag("has_failed")
        .int("n_missing")
        .int("size_bytes")
        .bytes("content")
        .refers("asked_by", "account")
        .index("folder_asked_at", &["organisation", "asked_at"])
}
