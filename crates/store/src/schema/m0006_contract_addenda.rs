//! Contract addenda of mentors who are employees.
//!
//! It decides the table that the pay register is read from. Deliberately absent: the text of an
//! addendum (it is made from these facts), pay that was paid (the accountant's own books).

use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

use super::table::{Spec, owned};

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0006_contract_addenda"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        contract_addendum().create(manager).await
    }
}

fn contract_addendum() -> Spec {
    owned("contract_addendum")
        .uuid("person")
        .uuid_or_none("consent")
        .text("number")
        .day("signed_on")
        .text("contract_number")
        .day_or_none("contract_on")
        .day("from_on")
        .day("to_on")
        .text("content")
        .text("mode")
        // One of the two is more than 0: kopecks a month, or hundredths of a percent of the salary.
        .int("kopecks")
        .int("basis_points")
        .text("pay_ground")
        .text("ending")
        .day_or_none("told_on")
        .day_or_none("last_on")
        .uuid("recorded_by")
        .moment("recorded_at")
        .int("revision")
        .refers("person", "person")
        .refers("consent", "consent")
        .refers("recorded_by", "account")
        // Addenda are numbered within one contract.
        .unique(
            "contract_addendum_number",
            &["organisation", "person", "contract_number", "number"],
        )
        .index("contract_addendum_term", &["organisation", "to_on"])
}
