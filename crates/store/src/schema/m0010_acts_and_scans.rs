//! Acts with who has to know them, scans of signed papers, texts of consents, pages to take down,
//! and what people ask for.
//!
//! It decides the tables that came with them, and columns that older tables were given: each is
//! empty for what was recorded before. Deliberately absent: acts of the federation (they are data
//! of the program).

use sea_orm::DbErr;
use sea_orm::sea_query::{ColumnDef, Table};
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

use super::table::{Spec, owned};
use crate::record::name;

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0010_acts_and_scans"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [papers(), acts()].into_iter().flatten() {
            table.create(manager).await?;
        }
        add(manager, "consent", ColumnDef::new(name("wording")).uuid().null()).await?;
        for column in ["content", "link", "demands"] {
            let words = &mut ColumnDef::new(name(column));
            add(manager, "local_act", words.text().not_null().default("")).await?;
        }
        for column in ["file", "replaces"] {
            add(manager, "local_act", ColumnDef::new(name(column)).uuid().null()).await?;
        }
        Ok(())
    }
}

/// Gives an older table a column that is empty in what it holds.
async fn add(
    manager: &SchemaManager<'_>,
    table: &'static str,
    column: &mut ColumnDef,
) -> Result<(), DbErr> {
    manager.alter_table(Table::alter().table(name(table)).add_column(column).to_owned()).await
}

fn papers() -> Vec<Spec> {
    vec![
        owned("scan")
            .text("of_kind")
            .uuid("of_id")
            .uuid("file")
            .uuid("given_by")
            .moment("given_at")
            .refers("file", "file")
            .refers("given_by", "account")
            .index("scan_of", &["organisation", "of_id"]),
        owned("consent_wording")
            .text("paper")
            .bytes("digest")
            .text("content")
            .day("from_on")
            .uuid("noted_by")
            .moment("noted_at")
            .refers("noted_by", "account")
            .unique("consent_wording_digest", &["organisation", "paper", "digest"]),
        owned("takedown")
            .uuid("consent")
            .uuid("person")
            .text("address")
            .day("by_on")
            .day_or_none("done_on")
            .uuid_or_none("done_by")
            .refers("consent", "consent")
            .refers("person", "person")
            .refers("done_by", "account")
            .index("takedown_consent", &["organisation", "consent"]),
        owned("petition")
            .uuid("person")
            .text("kind")
            .text("words")
            .day("made_on")
            .uuid("made_by")
            .moment("made_at")
            .day_or_none("withdrawn_on")
            .text_or_none("outcome")
            .text("answer")
            .day_or_none("answered_on")
            .uuid_or_none("answered_by")
            .int("revision")
            .refers("person", "person")
            .refers("made_by", "account")
            .refers("answered_by", "account")
            .index("petition_person", &["organisation", "person"]),
    ]
}

fn acts() -> Vec<Spec> {
    vec![
        owned("act_concern")
            .text("act")
            .text("audience")
            .text_or_none("position")
            .uuid_or_none("person")
            .day("from_on")
            .day_or_none("to_on")
            .uuid("named_by")
            .moment("named_at")
            .refers("person", "person")
            .refers("named_by", "account")
            .index("act_concern_act", &["organisation", "act"]),
        owned("act_reading")
            .text("act")
            .uuid("person")
            .day("read_on")
            .text("way")
            .uuid("recorded_by")
            .moment("recorded_at")
            .refers("person", "person")
            .refers("recorded_by", "account")
            .unique("act_reading_person", &["organisation", "act", "person"]),
    ]
}
