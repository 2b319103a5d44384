//! Rights of people over their data: requests, destructions, copies that still hold what is gone.
//!
//! It decides that a destruction is told by ids alone: no table here holds a name. Deliberately
//! absent: the list of places that a destruction goes through (`erasure`).

use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

use super::table::{Spec, owned, owned_keyed, shared};

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0011_erasure"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let parts = [erasure(), erasure_line(), erasure_member(), erasure_file()];
        for table in [person_request(), backup_copy()].into_iter().chain(parts) {
            table.create(manager).await?;
        }
        Ok(())
    }
}

fn person_request() -> Spec {
    owned("person_request")
        .uuid("person")
        .text("kind")
        .text("words")
        .day("asked_on")
        .day("answer_by")
        .uuid("recorded_by")
        .moment("recorded_at")
        .text_or_none("outcome")
        .text("reason")
        .day_or_none("answered_on")
        .uuid_or_none("answered_by")
        .moment_or_none("answered_at")
        .int("revision")
        .refers("person", "person")
        .refers("recorded_by", "account")
        .refers("answered_by", "account")
        .index("person_request_person", &["organisation", "person"])
        .index("person_request_answer", &["organisation", "answered_on", "answer_by"])
}

fn erasure() -> Spec {
    owned("erasure")
        .uuid("person")
        .int("number")
        .text("reach")
        .text("why")
        .day("ground_on")
        .day("done_on")
        .text("basis")
        .flag("is_surname_removed")
        .uuid("done_by")
        .moment("done_at")
        .refers("person", "person")
        .refers("done_by", "account")
        .unique("erasure_number", &["organisation", "number"])
        .index("erasure_person", &["organisation", "person"])
}

fn erasure_line() -> Spec {
    owned_keyed("erasure_line", &["organisation", "erasure", "kind"])
        .uuid("erasure")
        .text("kind")
        .int("n_records")
        .refers("erasure", "erasure")
}

fn erasure_member() -> Spec {
    owned_keyed("erasure_member", &["organisation", "erasure", "place"])
        .uuid("erasure")
        .int("place")
        .uuid("person")
        .refers("erasure", "erasure")
        .refers("person", "person")
}

// Which files were emptied: a restored copy empties them again.
fn erasure_file() -> Spec {
    owned_keyed("erasure_file", &["organisation", "erasure", "file"])
        .uuid("erasure")
        .uuid("file")
        .refers("erasure", "erasure")
        .refers("file", "file")
}

fn backup_copy() -> Spec {
    shared("backup_copy", &["id"])
        .uuid("id")
        .text("name")
        .moment("made_at")
        .day_or_none("kept_until")
        .index("backup_copy_made", &["made_at"])
}
