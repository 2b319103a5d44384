//! What is sensitive: needs of accessibility, sealed; and who may read them.
//!
//! It decides that the group and the measures of a person never lie in the database in the open.
//! Deliberately absent: the key (it lies outside the database), casework with pupils.

use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

use super::table::{Spec, owned};

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0007_sensitive"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [access_need(), sensitive_reader()] {
            table.create(manager).await?;
        }
        Ok(())
    }
}

fn access_need() -> Spec {
    owned("access_need")
        .uuid("person")
        .day("from_on")
        .day_or_none("to_on")
        .text("key_name")
        .bytes("sealed")
        .uuid("recorded_by")
        .moment("recorded_at")
        .int("revision")
        .refers("person", "person")
        .refers("recorded_by", "account")
        .index("access_need_person", &["organisation", "person"])
}

fn sensitive_reader() -> Spec {
    owned("sensitive_reader")
        .uuid("person")
        .text("ground")
        .day("from_on")
        .day_or_none("to_on")
        .uuid("named_by")
        .moment("named_at")
        .refers("person", "person")
        .refers("named_by", "account")
        .index("sensitive_reader_person", &["organisation", "person"])
}
