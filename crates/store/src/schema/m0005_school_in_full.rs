//! The school in full: requisites, local acts, dated facts of people, imports of lists, partners,
//! absences.
//!
//! It decides the tables that came with them. Deliberately absent: heads in office (they are roles
//! of people), terms of the year (the first migration has them).

use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

use super::table::{Spec, owned, owned_keyed};

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0005_school_in_full"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [organisation(), people(), partners()].into_iter().flatten() {
            table.create(manager).await?;
        }
        Ok(())
    }
}

fn organisation() -> Vec<Spec> {
    vec![
        owned_keyed("requisites", &["organisation"])
            .text("founder")
            .text("municipality")
            .text("region")
            .text("register_address")
            .text("head_title")
            .text("council")
            .text("order_suffix")
            .text("year_line")
            .text("charter"),
        owned("local_act")
            .text("level")
            .text("title")
            .text("number")
            .day("signed_on")
            .day_or_none("until_on")
            .day_or_none("ended_on")
            .uuid("recorded_by")
            .moment("recorded_at")
            .refers("recorded_by", "account"),
    ]
}

fn people() -> Vec<Spec> {
    vec![
        // What was true of a person from a day on; the latest of a kind holds.
        owned("person_fact")
            .uuid("person")
            .text("kind")
            .text("value")
            .day("from_on")
            .uuid("recorded_by")
            .moment("recorded_at")
            .refers("person", "person")
            .refers("recorded_by", "account")
            .unique("person_fact_from", &["organisation", "person", "kind", "from_on"]),
        owned_keyed("name_forms", &["organisation", "person"])
            .uuid("person")
            .text("genitive")
            .text("dative")
            .text("accusative")
            .text("instrumental")
            .text("prepositional")
            .refers("person", "person"),
        owned("people_import")
            .text("file_name")
            .bytes("content")
            .bytes("digest")
            .json("columns")
            .json("choices")
            .uuid("loaded_by")
            .moment("loaded_at")
            .moment_or_none("applied_at")
            .moment_or_none("discarded_at")
            .json_or_none("outcome")
            .int("revision")
            .refers("loaded_by", "account")
            .index("people_import_loaded", &["organisation", "loaded_at"]),
        owned("absence")
            .uuid("person")
            .uuid("deputy")
            .day("from_on")
            .day("to_on")
            .moment_or_none("withdrawn_at")
            .uuid("recorded_by")
            .moment("recorded_at")
            .refers("person", "person")
            .refers("deputy", "person")
            .refers("recorded_by", "account")
            .index("absence_deputy", &["organisation", "deputy", "to_on"]),
    ]
}

fn partners() -> Vec<Spec> {
    vec![
        owned("partner")
            .text("name")
            .text("contact")
            .text("phone")
            .text("email")
            .text("note")
            .day("from_on")
            .day_or_none("to_on")
            .int("revision"),
        owned("agreement")
            .uuid("partner")
            .text("number")
            .text("subject")
            .day("signed_on")
            .day_or_none("until_on")
            .day_or_none("ended_on")
            .uuid("recorded_by")
            .moment("recorded_at")
            .refers("partner", "partner")
            .refers("recorded_by", "account")
            .index("agreement_partner", &["organisation", "partner"]),
        owned("partner_person")
            .uuid("partner")
            .uuid("person")
            .day("from_on")
            .day_or_none("to_on")
            .refers("partner", "partner")
            .refers("person", "person")
            .unique("partner_person_from", &["organisation", "partner", "person", "from_on"]),
    ]
}
