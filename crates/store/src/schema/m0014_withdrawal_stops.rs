//! Everything that stops after a withdrawal, not only pages: each with its last day.
//!
//! It decides that what was a page to take down becomes one of these, under the name of the table
//! that fits. Deliberately absent: losing what was recorded.

use sea_orm::DbErr;
use sea_orm::sea_query::{ColumnDef, Table};
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

use crate::record::name;

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0014_withdrawal_stops"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let renamed = Table::rename().table(name("takedown"), name("withdrawal_stop")).to_owned();
        manager.rename_table(renamed).await?;
        let mut alter = Table::alter();
        alter.table(name("withdrawal_stop")).rename_column(name("address"), name("page"));
        manager.alter_table(alter).await?;
        let kind = &mut ColumnDef::new(name("kind"));
        let kind = kind.text().not_null().default("publications");
        let mut alter = Table::alter();
        alter.table(name("withdrawal_stop")).add_column(kind);
        manager.alter_table(alter).await
    }
}
