//! The schema, as migrations that run on both engines.
//!
//! It decides tables, keys and indexes. Migrations only move forward: a released one is never
//! edited, the next change is the next file. Deliberately absent: sequences, triggers, anything
//! that one engine has and the other has not.

mod table;
mod m0001_first;
mod m0002_mending;
mod m0003_parts;
mod m0004_people_and_orders;
mod m0005_school_in_full;
mod m0006_contract_addenda;
mod m0007_sensitive;
mod m0008_password_link;
mod m0009_paper_templates;
mod m0010_acts_and_scans;
mod m0011_erasure;
mod m0012_papers;
mod m0013_named_and_mistaken;
mod m0014_withdrawal_stops;

use sea_orm_migration::{MigrationTrait, MigratorTrait};

/// All migrations, in order.
pub(crate) struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_first::Migration),
            Box::new(m0002_mending::Migration),
            Box::new(m0003_parts::Migration),
            Box::new(m0004_people_and_orders::Migration),
            Box::new(m0005_school_in_full::Migration),
            Box::new(m0006_contract_addenda::Migration),
            Box::new(m0007_sensitive::Migration),
            Box::new(m0008_password_link::Migration),
            Box::new(m0009_paper_templates::Migration),
            Box::new(m0010_acts_and_scans::Migration),
            Box::new(m0011_erasure::Migration),
            Box::new(m0012_papers::Migration),
            Box::new(m0013_named_and_mistaken::Migration),
            Box::new(m0014_withdrawal_stops::Migration),
        ]
    }
}
