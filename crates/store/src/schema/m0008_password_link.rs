//! Links for a new password.
//!
//! It decides their table. Deliberately absent: the tokens themselves; only their hashes are kept.

use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

use super::table::{Spec, owned};

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0008_password_link"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        password_link().create(manager).await
    }
}

fn password_link() -> Spec {
    owned("password_link")
        .bytes("token_hash")
        .uuid("account")
        .uuid("person")
        .uuid("made_by")
        .moment("made_at")
        .moment("expires_at")
        .moment_or_none("used_at")
        .moment_or_none("withdrawn_at")
        .refers("account", "account")
        .refers("person", "person")
        .refers("made_by", "account")
        .index("password_link_token", &["token_hash"])
        .index("password_link_account", &["account"])
}
