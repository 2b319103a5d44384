//! Whom orders name, and records that were marked as mistakes.
//!
//! It decides their tables. Deliberately absent: pairs as records of their own; what a mistaken
//! record said in full (it lies where it lay, and no look-up finds it).

use sea_orm::DbErr;
use sea_orm::sea_query::{ColumnDef, Index, Table};
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

use super::table::{Spec, owned};
use crate::record::name;

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0013_named_and_mistaken"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [order_participant(), mistake()] {
            table.create(manager).await?;
        }
        // A record marked as a mistake stays where it lies, and the right one has the same days.
        let unique = Index::drop().name("guardianship_from").table(name("guardianship")).to_owned();
        manager.drop_index(unique).await?;
        let mut looked_up = Index::create();
        looked_up.name("guardianship_ward").table(name("guardianship"));
        for column in ["organisation", "ward", "guardian", "from_on"] {
            looked_up.col(name(column));
        }
        manager.create_index(looked_up).await?;
        let mut taken_off = ColumnDef::new(name("taken_off_at"));
        taken_off.timestamp_with_time_zone().null();
        let mut change = Table::alter();
        change.table(name("acquaintance")).add_column(taken_off);
        manager.alter_table(change).await
    }
}

fn order_participant() -> Spec {
    owned("order_participant")
        .uuid("order_id")
        .uuid("mentor")
        .uuid_or_none("mentee")
        .uuid("named_by")
        .moment("named_at")
        .moment_or_none("taken_off_at")
        .refers("order_id", "head_order")
        .refers("mentor", "person")
        .refers("mentee", "person")
        .refers("named_by", "account")
        .index("order_participant_order", &["organisation", "order_id"])
}

fn mistake() -> Spec {
    owned("mistake")
        .text("kind")
        // The record that is marked, in the table that the kind tells.
        .uuid("record")
        .uuid_or_none("person")
        .text("said")
        .day_or_none("said_on")
        .text("reason")
        .uuid("marked_by")
        .moment("marked_at")
        .refers("person", "person")
        .refers("marked_by", "account")
        .index("mistake_record", &["organisation", "kind", "record"])
        .index("mistake_person", &["organisation", "person"])
}
