//! The schema is the same on both engines, and the records fit it.

use std::collections::BTreeSet;

use sea_orm::{ConnectionTrait, Statement};

use super::support::both;
use crate::Store;
use crate::record::Record;

/// Table and column names of the database, as `table.column nullable`.
async fn columns(store: &Store) -> BTreeSet<String> {
    let sqlite = "SELECT m.name AS t, c.name AS c, (1 - c.\"notnull\") AS n FROM sqlite_master m \
                  JOIN pragma_table_info(m.name) c WHERE m.type = 'table'";
    let postgres = "SELECT table_name::text AS t, column_name::text AS c, \
                    CASE is_nullable WHEN 'YES' THEN 1 ELSE 0 END AS n \
                    FROM information_schema.columns WHERE table_schema = current_schema()";
    let sql = if store.is_sqlite() { sqlite } else { postgres };
    let statement = Statement::from_string(store.db.get_database_backend(), sql);
    let mut found = BTreeSet::new();
    for row in store.db.query_all_raw(statement).await.unwrap() {
        let (table, column): (String, String) =
            (row.try_get("", "t").unwrap(), row.try_get("", "c").unwrap());
        let nullable: i32 = row.try_get("", "n").unwrap();
        if !table.starts_with("seaql") && !table.starts_with("sqlite") {
            found.insert(format!("{table}.{column} {nullable}"));
        }
    }
    found
}

fn expect_columns<R: Record>(found: &BTreeSet<String>, tables: &mut BTreeSet<&'static str>) {
    tables.insert(R::TABLE);
    for column in R::COLUMNS {
        let either = [format!("{}.{column} 0", R::TABLE), format!("{}.{column} 1", R::TABLE)];
        assert!(either.iter().any(|it| found.contains(it)), "{}.{column}", R::TABLE);
    }
    let prefix = format!("{}.", R::TABLE);
    let n_columns = found.iter().filter(|it| it.starts_with(&prefix)).count();
    // Cards leave out what is large; every other record has every column.
    let large = [("file", "content"), ("folder", "content"), ("paper_template", "text")];
    let is_card = large.iter().any(|(table, it)| R::TABLE == *table && !R::COLUMNS.contains(it));
    let n_left_out = usize::from(is_card);
    assert_eq!(n_columns, R::COLUMNS.len() + n_left_out, "{}", R::TABLE);
}

#[test]
fn every_table_has_its_record_with_every_column() {
    both(async |store| {
        let found = columns(&store).await;
        let mut tables = BTreeSet::new();
        expect_columns::<crate::organisation::OrganisationRecord>(&found, &mut tables);
        expect_columns::<crate::organisation::TreeRecord>(&found, &mut tables);
        expect_columns::<crate::organisation::GroupSizeRecord>(&found, &mut tables);
        expect_columns::<crate::organisation::SettingRecord>(&found, &mut tables);
        expect_columns::<crate::person::PersonRecord>(&found, &mut tables);
        expect_columns::<crate::person::PersonRoleRecord>(&found, &mut tables);
        expect_columns::<crate::account::LimitCounter>(&found, &mut tables);
        expect_columns::<crate::journal::Head>(&found, &mut tables);
        expect_columns::<crate::Account>(&found, &mut tables);
        expect_columns::<crate::TaskPart>(&found, &mut tables);
        expect_columns::<crate::HappeningCause>(&found, &mut tables);
        expect_columns::<crate::Membership>(&found, &mut tables);
        expect_columns::<crate::Invitation>(&found, &mut tables);
        expect_columns::<crate::PasswordLink>(&found, &mut tables);
        expect_columns::<crate::Session>(&found, &mut tables);
        expect_columns::<crate::FormOnce>(&found, &mut tables);
        expect_columns::<crate::Roadmap>(&found, &mut tables);
        expect_columns::<crate::Version>(&found, &mut tables);
        expect_columns::<crate::Row>(&found, &mut tables);
        expect_columns::<crate::Import>(&found, &mut tables);
        expect_columns::<crate::Acceptance>(&found, &mut tables);
        expect_columns::<crate::FigureAnswer>(&found, &mut tables);
        expect_columns::<crate::RollQuestion>(&found, &mut tables);
        expect_columns::<crate::Task>(&found, &mut tables);
        expect_columns::<crate::task::TaskPerson>(&found, &mut tables);
        expect_columns::<crate::Evidence>(&found, &mut tables);
        expect_columns::<crate::Happening>(&found, &mut tables);
        expect_columns::<crate::SchoolDates>(&found, &mut tables);
        expect_columns::<crate::CalendarDay>(&found, &mut tables);
        expect_columns::<crate::Feed>(&found, &mut tables);
        expect_columns::<crate::File>(&found, &mut tables);
        expect_columns::<crate::FileCard>(&found, &mut tables);
        expect_columns::<crate::Entry>(&found, &mut tables);
        expect_columns::<crate::Job>(&found, &mut tables);
        expect_columns::<crate::Letter>(&found, &mut tables);
        expect_columns::<crate::PersonDetail>(&found, &mut tables);
        expect_columns::<crate::Guardianship>(&found, &mut tables);
        expect_columns::<crate::ConsentRecord>(&found, &mut tables);
        expect_columns::<crate::pools::TermRecord>(&found, &mut tables);
        expect_columns::<crate::PoolRecord>(&found, &mut tables);
        expect_columns::<crate::HeadOrder>(&found, &mut tables);
        expect_columns::<crate::Acquaintance>(&found, &mut tables);
        expect_columns::<crate::OrderParticipant>(&found, &mut tables);
        expect_columns::<crate::MistakeRecord>(&found, &mut tables);
        expect_columns::<crate::AddendumRecord>(&found, &mut tables);
        expect_columns::<crate::requisites::RequisitesRecord>(&found, &mut tables);
        expect_columns::<crate::requisites::LocalActRecord>(&found, &mut tables);
        expect_columns::<crate::PersonFactRecord>(&found, &mut tables);
        expect_columns::<crate::person_fact::NameFormsRecord>(&found, &mut tables);
        expect_columns::<crate::PeopleImport>(&found, &mut tables);
        expect_columns::<crate::AbsenceRecord>(&found, &mut tables);
        expect_columns::<crate::Partner>(&found, &mut tables);
        expect_columns::<crate::AgreementRecord>(&found, &mut tables);
        expect_columns::<crate::PartnerPerson>(&found, &mut tables);
        expect_columns::<crate::AccessNeedRecord>(&found, &mut tables);
        expect_columns::<crate::SensitiveReader>(&found, &mut tables);
        expect_columns::<crate::PaperRecord>(&found, &mut tables);
        expect_columns::<crate::PaperRevision>(&found, &mut tables);
        expect_columns::<crate::PaperPack>(&found, &mut tables);
        expect_columns::<crate::PackContent>(&found, &mut tables);
        expect_columns::<crate::Scan>(&found, &mut tables);
        expect_columns::<crate::ConsentWording>(&found, &mut tables);
        expect_columns::<crate::WithdrawalStop>(&found, &mut tables);
        expect_columns::<crate::ActConcern>(&found, &mut tables);
        expect_columns::<crate::ActReading>(&found, &mut tables);
        expect_columns::<crate::Petition>(&found, &mut tables);
        expect_columns::<crate::PersonRequest>(&found, &mut tables);
        expect_columns::<crate::Erasure>(&found, &mut tables);
        expect_columns::<crate::ErasureLine>(&found, &mut tables);
        expect_columns::<crate::ErasureMember>(&found, &mut tables);
        expect_columns::<crate::ErasureFile>(&found, &mut tables);
        expect_columns::<crate::BackupCopy>(&found, &mut tables);
        expect_columns::<crate::PaperTemplate>(&found, &mut tables);
        expect_columns::<crate::PaperTemplateCard>(&found, &mut tables);
        expect_columns::<crate::Folder>(&found, &mut tables);
        expect_columns::<crate::FolderCard>(&found, &mut tables);
        for column in &found {
            let table = column.split('.').next().unwrap();
            assert!(tables.contains(table), "table {table} has no record in this test");
        }
    });
}

#[test]
fn both_engines_have_the_same_schema() {
    // The first run is SQLite's; PostgreSQL, where it is at hand, must give the same.
    let first = std::cell::RefCell::new(None);
    both(async |store| {
        let found = columns(&store).await;
        assert!(100 < found.len());
        let known = first.borrow_mut().get_or_insert_with(|| found.clone()).clone();
        assert_eq!(known, found);
    });
}

#[test]
fn migrating_again_changes_nothing() {
    both(async |store| {
        let before = columns(&store).await;
        store.migrate().await.unwrap();
        assert_eq!(columns(&store).await, before);
        assert!(store.is_ready().await.unwrap());
    });
}
