//! Parts of tasks that are done one by one, and what made an event happen by itself.
//!
//! Deliberately absent: which parts a task has (the row says it), which event a fact brings about
//! (`app`).

use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

use super::table::{Spec, owned, owned_keyed};

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0003_parts"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [task_part(), happening_cause()] {
            table.create(manager).await?;
        }
        Ok(())
    }
}

fn task_part() -> Spec {
    owned("task_part")
        .uuid("task")
        .text("key")
        .text("words")
        .day("done_on")
        .uuid("done_by")
        .moment("done_at")
        .day_or_none("undone_on")
        .uuid_or_none("undone_by")
        .text_or_none("undone_why")
        .refers("task", "task")
        .refers("done_by", "account")
        .refers("undone_by", "account")
        .index("task_part_task", &["organisation", "task"])
}

fn happening_cause() -> Spec {
    owned_keyed("happening_cause", &["organisation", "happening"])
        .uuid("happening")
        .uuid_or_none("evidence")
        .uuid_or_none("lineage")
        .refers("happening", "happening")
        .refers("evidence", "evidence")
}
