//! People as the programme needs them, their consents and pools; orders.
//!
//! It decides the tables that came with the second module. Deliberately absent: what stands in
//! papers (they are made from facts), pairs.

use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

use super::table::{Spec, owned, owned_keyed};

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0004_people_and_orders"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Each table after those it points at.
        for table in [people(), consents(), pools(), orders()].into_iter().flatten() {
            table.create(manager).await?;
        }
        Ok(())
    }
}

fn people() -> Vec<Spec> {
    vec![
        owned_keyed("person_detail", &["organisation", "person"])
            .uuid("person")
            .day_or_none("birth_on")
            .text("gender")
            .text("category")
            .day_or_none("teaches_since")
            .text("works_by_contract")
            .int("revision")
            .refers("person", "person"),
        owned("guardianship")
            .uuid("ward")
            .uuid("guardian")
            .text("ground")
            .text("paper")
            .day("from_on")
            .day_or_none("to_on")
            .refers("ward", "person")
            .refers("guardian", "person")
            .unique("guardianship_from", &["organisation", "ward", "guardian", "from_on"])
            .index("guardianship_guardian", &["organisation", "guardian"]),
    ]
}

fn consents() -> Vec<Spec> {
    vec![
        owned("consent")
            .text("kind")
            .uuid("person")
            .int("text_version")
            .day("signed_on")
            .flag("by_oneself")
            .flag("by_guardian")
            .uuid_or_none("guardian")
            .day_or_none("until_on")
            .day_or_none("withdrawn_on")
            .uuid_or_none("withdrawn_by")
            .uuid_or_none("scan")
            .flag("is_joined")
            .json_or_none("distribution")
            .uuid("recorded_by")
            .moment("recorded_at")
            .refers("person", "person")
            .refers("guardian", "person")
            .refers("scan", "file")
            .refers("withdrawn_by", "account")
            .refers("recorded_by", "account")
            .index("consent_person", &["organisation", "person", "kind"]),
    ]
}

fn pools() -> Vec<Spec> {
    vec![
        owned("term")
            .text("kind")
            .text("text")
            .day("from_on")
            .day_or_none("to_on")
            .index("term_kind", &["organisation", "kind"]),
        owned("pool_entry")
            .uuid("person")
            .text("pool")
            .day("from_on")
            .day_or_none("to_on")
            .int("capacity")
            .int("minutes_a_week")
            .day_or_none("paused_from")
            .day_or_none("paused_to")
            .json("terms")
            .json("kinds")
            .text("note")
            .int("revision")
            .refers("person", "person")
            .unique("pool_entry_from", &["organisation", "pool", "person", "from_on"]),
    ]
}

fn orders() -> Vec<Spec> {
    vec![
        owned("head_order")
            .text("subject")
            .text("title")
            .int("year")
            .int("running")
            .text("suffix")
            .day_or_none("signed_on")
            .day_or_none("sent_on")
            .day_or_none("acts_from")
            .day_or_none("acts_to")
            .uuid_or_none("changed_by")
            .day_or_none("changed_from")
            .day_or_none("discarded_on")
            .uuid_or_none("scan")
            .uuid_or_none("evidence")
            .uuid("drafted_by")
            .moment("drafted_at")
            .int("revision")
            .refers("changed_by", "head_order")
            .refers("scan", "file")
            .refers("evidence", "evidence")
            .refers("drafted_by", "account")
            // A draft has year 0 and its own id as suffix, so that drafts never collide.
            .unique("head_order_number", &["organisation", "year", "running", "suffix"])
            .index("head_order_signed", &["organisation", "signed_on"]),
        owned_keyed("acquaintance", &["organisation", "order_id", "person"])
            .uuid("order_id")
            .uuid("person")
            .day_or_none("signed_on")
            .uuid("recorded_by")
            .moment("recorded_at")
            .refers("order_id", "head_order")
            .refers("person", "person")
            .refers("recorded_by", "account"),
    ]
}
