//! Columns as the database itself tells them, and rows about a person in the words of columns.
//!
//! It decides that the card of everything held needs no list of columns: a new one shows by itself.
//! Deliberately absent: names of columns for people (`web`).

use std::collections::BTreeMap;

use mentoring::id::{AccountId, OrganisationId, PersonId};
use mentoring::rights::HeldKind;
use sea_orm::sea_query::{Alias, Condition, Expr, ExprTrait, IntoIden, Query};
use sea_orm::{ConnectionTrait, Statement};

use super::places::{PLACES, Place, TEXTS, Way};
use crate::cell::Column as _;
use crate::error::StoreError;
use crate::record::{all_of, among, col, is, name};
use crate::tx::{Pending, Store, Tx};

/// How a column lies in the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ColumnKind {
    Id,
    Text,
    Number,
    Flag,
    Day,
    Moment,
    Structure,
    Bytes,
}

/// One column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ColumnSeen {
    pub(crate) name: String,
    pub(crate) kind: ColumnKind,
    pub(crate) is_nullable: bool,
}

/// A row about a person: what the card of everything held shows of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldRow {
    /// Of which section.
    pub kind: HeldKind,
    /// In which table.
    pub table: &'static str,
    /// Which column led here.
    pub by: &'static str,
    /// Columns with their values as text, in the order of the table; empty ones are left out.
    pub cells: Vec<(String, String)>,
}

/// Secrets and service of the database, which tell nothing of a person.
const HIDDEN: &[&str] = &[
    "token_hash",
    "secret_hash",
    "password",
    "csrf",
    "sealed",
    "key_name",
    "revision",
    "sorting",
    "once",
    "key",
    "location",
    "content",
];

impl Tx {
    /// Everything about a person in the tables that name it, as rows of words.
    ///
    /// Ids are left out: they name others. What is sealed stays sealed: only its days are here.
    pub fn held_rows(
        &self,
        organisation: OrganisationId,
        person: PersonId,
    ) -> Pending<'_, Vec<HeldRow>> {
        Box::pin(async move {
            let tables = self.columns_seen().await?;
            let accounts = self.accounts_of(organisation, person).await?;
            let mut rows = Vec::new();
            for place in PLACES {
                let Some(columns) = tables.get(place.table) else { continue };
                rows.extend(self.rows_of(place, columns, organisation, person, &accounts).await?);
            }
            Ok(rows)
        })
    }

    async fn rows_of(
        &self,
        place: &Place,
        columns: &[ColumnSeen],
        organisation: OrganisationId,
        person: PersonId,
        accounts: &[AccountId],
    ) -> Result<Vec<HeldRow>, StoreError> {
        let shown: Vec<&ColumnSeen> = columns.iter().filter(|it| is_shown(it)).collect();
        let by = match place.way {
            Way::Person(column) | Way::Account(column) => column,
        };
        let mut statement = Query::select();
        statement.from(name(place.table));
        // A table of ids alone still has rows to count.
        statement.expr_as(Expr::val(1_i64), Alias::new("there").into_iden());
        for column in &shown {
            let iden = Alias::new(column.name.as_str()).into_iden();
            statement.expr_as(Expr::col(iden.clone()).cast_as(Alias::new("text")), iden);
        }
        for condition in led(place, organisation, person, accounts) {
            statement.and_where(condition);
        }
        let found = self.db.query_all(&statement).await?;
        let mut rows = Vec::new();
        for row in found {
            let mut cells = Vec::new();
            for column in &shown {
                let value: Option<String> = row.try_get("", &column.name)?;
                let value = value.map(|it| worded(column.kind, &it)).unwrap_or_default();
                if !value.is_empty() {
                    cells.push((column.name.clone(), value));
                }
            }
            rows.push(HeldRow { kind: place.kind, table: place.table, by, cells });
        }
        Ok(rows)
    }

    /// Accounts whose only memberships are those of one person in one organisation.
    pub(crate) async fn accounts_of(
        &self,
        organisation: OrganisationId,
        person: PersonId,
    ) -> Result<Vec<AccountId>, StoreError> {
        let own = [is("organisation", &organisation), is("person", &person)];
        let mut accounts: Vec<AccountId> =
            self.held_by(all_of(own)).await?.into_iter().map(|it| it.0).collect();
        accounts.sort_unstable();
        accounts.dedup();
        let all = self.held_by(all_of([among("account", &accounts)])).await?;
        let is_elsewhere = |account: &AccountId| {
            all.iter().any(|it| it.0 == *account && (it.1, it.2) != (organisation, person))
        };
        accounts.retain(|it| !is_elsewhere(it));
        Ok(accounts)
    }

    /// The accounts, organisations and people of memberships.
    async fn held_by(
        &self,
        which: Condition,
    ) -> Result<Vec<(AccountId, OrganisationId, PersonId)>, StoreError> {
        let mut statement = Query::select();
        statement.columns(["account", "organisation", "person"].map(name));
        statement.from(name("membership")).cond_where(which);
        let rows = self.db.query_all(&statement).await?;
        let read = |row: &sea_orm::QueryResult| {
            Ok((
                AccountId::read(row, "account")?,
                OrganisationId::read(row, "organisation")?,
                PersonId::read(row, "person")?,
            ))
        };
        rows.iter().map(read).collect::<Result<_, sea_orm::DbErr>>().map_err(StoreError::Broken)
    }

    /// The columns of every table, as the database tells them.
    pub(crate) async fn columns_seen(
        &self,
    ) -> Result<BTreeMap<String, Vec<ColumnSeen>>, StoreError> {
        let sql = if self.is_sqlite() { SQLITE } else { POSTGRES };
        let statement = Statement::from_string(self.db.get_database_backend(), sql);
        let mut tables: BTreeMap<String, Vec<ColumnSeen>> = BTreeMap::new();
        for row in self.db.query_all_raw(statement).await? {
            let (table, column): (String, String) = (row.try_get("", "t")?, row.try_get("", "c")?);
            let (kind, nullable): (String, i32) = (row.try_get("", "k")?, row.try_get("", "n")?);
            if table.starts_with("seaql") || table.starts_with("sqlite") {
                continue;
            }
            let seen =
                ColumnSeen { name: column, kind: kind_of(&kind), is_nullable: nullable != 0 };
            tables.entry(table).or_default().push(seen);
        }
        Ok(tables)
    }
}

const SQLITE: &str = "SELECT m.name AS t, c.name AS c, c.type AS k, (1 - c.\"notnull\") AS n \
                      FROM sqlite_master m JOIN pragma_table_info(m.name) c \
                      WHERE m.type = 'table' ORDER BY m.name, c.cid";
const POSTGRES: &str = "SELECT table_name::text AS t, column_name::text AS c, \
                        data_type::text AS k, CASE is_nullable WHEN 'YES' THEN 1 ELSE 0 END AS n \
                        FROM information_schema.columns WHERE table_schema = current_schema() \
                        ORDER BY table_name, ordinal_position";

fn kind_of(database: &str) -> ColumnKind {
    let it = database.to_lowercase();
    match it.as_str() {
        _ if it.starts_with("uuid") => ColumnKind::Id,
        _ if it.starts_with("json") => ColumnKind::Structure,
        _ if it.starts_with("timestamp") => ColumnKind::Moment,
        _ if it.starts_with("date") => ColumnKind::Day,
        _ if it.starts_with("bool") => ColumnKind::Flag,
        _ if it.starts_with("blob") || it.starts_with("bytea") => ColumnKind::Bytes,
        _ if it.contains("int") => ColumnKind::Number,
        _ => ColumnKind::Text,
    }
}

impl Store {
    /// Tables and columns that the card of everything held shows, and tables whose texts are read
    /// through, with an empty column: for a test that each has a name.
    pub fn columns_about_people(&self) -> Pending<'_, Vec<(String, String)>> {
        Box::pin(async move {
            let tx = self.read().await?;
            let tables = tx.columns_seen().await?;
            tx.commit().await?;
            let mut found: Vec<(String, String)> =
                TEXTS.iter().map(|(table, _)| ((*table).to_owned(), String::new())).collect();
            for place in PLACES {
                let columns = tables.get(place.table).map_or(&[][..], Vec::as_slice);
                let shown = columns.iter().filter(|it| is_shown(it));
                found.extend(shown.map(|it| (place.table.to_owned(), it.name.clone())));
            }
            found.sort();
            found.dedup();
            Ok(found)
        })
    }
}

fn is_shown(it: &ColumnSeen) -> bool {
    !matches!(it.kind, ColumnKind::Id | ColumnKind::Bytes) && !HIDDEN.contains(&it.name.as_str())
}

/// The conditions by which the rows of a place are those of a person.
pub(crate) fn led(
    place: &Place,
    organisation: OrganisationId,
    person: PersonId,
    accounts: &[AccountId],
) -> Vec<Expr> {
    match place.way {
        Way::Account(column) => vec![among(column, accounts)],
        Way::Person(column) => {
            vec![is("organisation", &organisation), col(column).eq(person.0)]
        }
    }
}

/// A value as both engines say it: flags as `yes`, moments to the minute, nothing for no.
fn worded(kind: ColumnKind, value: &str) -> String {
    match kind {
        ColumnKind::Flag if matches!(value, "1" | "true" | "TRUE") => "yes".to_owned(),
        ColumnKind::Flag => String::new(),
        ColumnKind::Moment => value.chars().take("2026-09-15 08:00".len()).collect(),
        ColumnKind::Structure if matches!(value, "[]" | "{}" | "null") => String::new(),
        _ => value.to_owned(),
    }
}
