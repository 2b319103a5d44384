//! Mending and rolling: remarks accepted with a reason, doubtful figures answered, questions of a
//! rolled roadmap.
//!
//! It decides that answers are records of their own, beside the rows they speak of. Deliberately
//! absent: changes of older tables.

use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

use super::table::{Spec, owned};

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0002_mending"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in tables() {
            table.create(manager).await?;
        }
        Ok(())
    }
}

fn tables() -> Vec<Spec> {
    vec![
        owned("remark_acceptance")
            .uuid("roadmap")
            .uuid("version")
            .uuid_or_none("lineage")
            .text("code")
            .text("cell")
            .text("excerpt")
            .text("reason")
            .day("accepted_on")
            .uuid("accepted_by")
            .moment("accepted_at")
            .refers("roadmap", "roadmap")
            .refers("version", "roadmap_version")
            .refers("accepted_by", "account")
            .index("remark_acceptance_roadmap", &["organisation", "roadmap"]),
        owned("figure_answer")
            .text("wording")
            .text("words")
            .text_or_none("measure")
            .text_or_none("population")
            .uuid("answered_by")
            .moment("answered_at")
            .refers("answered_by", "account")
            .index("figure_answer_wording", &["organisation", "wording"]),
        owned("roll_question")
            .uuid("version")
            .int("position")
            .uuid_or_none("lineage")
            .text("field")
            .text("doubt")
            .text("kept")
            .text("moved")
            .json_or_none("swap")
            .text("taken")
            .text_or_none("answer")
            .uuid_or_none("answered_by")
            .moment_or_none("answered_at")
            .int("revision")
            .refers("version", "roadmap_version")
            .refers("answered_by", "account")
            .unique("roll_question_position", &["organisation", "version", "position"]),
    ]
}
