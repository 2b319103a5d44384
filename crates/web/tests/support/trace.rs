//! A trace of one school in every table: a row with a marked word wherever a word can stand.
//!
//! The schema is read from the database, so that a new table is marked without a word here.
//! Deliberately absent: rows that make sense. Another school must not even come to read them.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::sea_query::{Alias, Expr, Query, Value};
use sea_orm::{ConnectionTrait as _, Database, DatabaseConnection, DbBackend, Statement};
use uuid::Uuid;

/// The word that nobody of another school may read.
pub(crate) const MARK: &str = "Бобринецкий";

/// Tables of the installation, in which a row without sense would be everybody's, and those that
/// the town has filled itself.
const NOT_MARKED: [&str; 8] = [
    "organisation",
    "organisation_tree",
    "calendar_day",
    "job",
    "limit_counter",
    "journal",
    "journal_head",
    "backup_copy",
];

/// A connection of the test's own to a database.
pub(crate) struct Tracer {
    db: DatabaseConnection,
    /// The columns of each table: name, type, whether it may be empty.
    tables: BTreeMap<String, Vec<(String, String, bool)>>,
    references: BTreeSet<(String, String, String)>,
}

impl Tracer {
    /// Opens an SQLite database beside the store that works on it.
    pub(crate) async fn open(url: &str) -> Self {
        let db = Database::connect(url).await.unwrap();
        assert_eq!(db.get_database_backend(), DbBackend::Sqlite);
        let mut tracer = Self { db, tables: BTreeMap::new(), references: BTreeSet::new() };
        let columns = "SELECT m.name AS t, c.name AS c, c.type AS k, c.\"notnull\" AS n \
                       FROM sqlite_master m JOIN pragma_table_info(m.name) c \
                       WHERE m.type = 'table' ORDER BY m.name, c.cid";
        for row in tracer.rows(columns).await {
            let text = |name: &str| row.try_get::<String>("", name).unwrap();
            let table = text("t");
            if !table.starts_with("seaql") && !table.starts_with("sqlite") {
                let is_nullable = row.try_get::<i32>("", "n").unwrap() == 0;
                let column = (text("c"), text("k").to_lowercase(), is_nullable);
                tracer.tables.entry(table).or_default().push(column);
            }
        }
        let references = "SELECT m.name AS t, f.\"from\" AS c, f.\"table\" AS p \
                          FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f \
                          WHERE m.type = 'table'";
        for row in tracer.rows(references).await {
            let text = |name: &str| row.try_get::<String>("", name).unwrap();
            if text("c") != "organisation" {
                tracer.references.insert((text("t"), text("c"), text("p")));
            }
        }
        tracer
    }

    async fn rows(&self, sql: &str) -> Vec<sea_orm::QueryResult> {
        let statement = Statement::from_string(DbBackend::Sqlite, sql);
        self.db.query_all_raw(statement).await.unwrap()
    }

    /// Leaves a trace of a school in every table.
    ///
    /// - Returns: the id of the marked row of each table; all other ids in it are the same.
    pub(crate) async fn mark(&self, school: Uuid) -> BTreeMap<String, Uuid> {
        let ids: BTreeMap<String, Uuid> = (0xb0b_0000_u128..)
            .zip(self.tables.keys())
            .map(|(number, table)| (table.clone(), Uuid::from_u128(number)))
            .collect();
        let mut done: BTreeSet<String> = NOT_MARKED.iter().map(|it| (*it).to_owned()).collect();
        while done.len() < self.tables.len() {
            let ready: Vec<String> = self
                .tables
                .keys()
                .filter(|it| !done.contains(*it))
                .filter(|it| {
                    let waits = |(table, _, to): &(String, String, String)| {
                        table == *it && to != *it && !done.contains(to)
                    };
                    !self.references.iter().any(waits)
                })
                .cloned()
                .collect();
            assert!(!ready.is_empty(), "tables point at each other in a ring");
            for table in ready {
                self.mark_table(&table, school, &ids).await;
                done.insert(table);
            }
        }
        ids.into_iter().filter(|(table, _)| !NOT_MARKED.contains(&table.as_str())).collect()
    }

    async fn mark_table(&self, table: &str, school: Uuid, ids: &BTreeMap<String, Uuid>) {
        let columns = &self.tables[table];
        let mut statement = Query::insert();
        statement.into_table(Alias::new(table));
        statement.columns(columns.iter().map(|it| Alias::new(it.0.as_str())));
        let values = columns.iter().map(|(column, kind, is_nullable)| {
            let to = self.references.iter().find(|(it, by, _)| it == table && by == column);
            let id = match (column.as_str(), to) {
                ("organisation", _) => school,
                ("lineage", _) => lineage(),
                (_, Some((_, _, to))) => ids[to],
                _ => ids[table],
            };
            Expr::val(value(kind, *is_nullable, id))
        });
        statement.values_panic(values);
        self.db.execute(&statement).await.unwrap_or_else(|err| panic!("{table}: {err}"));
    }

    /// How many rows each table has: nobody of another school may change that.
    pub(crate) async fn counts(&self) -> BTreeMap<String, i64> {
        let mut counts = BTreeMap::new();
        for table in self.tables.keys() {
            let rows = self.rows(&format!("SELECT COUNT(*) AS n FROM \"{table}\"")).await;
            counts.insert(table.clone(), rows[0].try_get("", "n").unwrap());
        }
        counts
    }

    /// The whole of the marked rows, as one text.
    pub(crate) async fn marked(&self, ids: &BTreeMap<String, Uuid>) -> String {
        let mut all = String::new();
        for (table, columns) in self.tables.iter().filter(|(it, _)| ids.contains_key(*it)) {
            let Some((first, _, _)) =
                columns.iter().find(|(_, kind, _)| kind.contains("text") && !kind.contains('_'))
            else {
                continue;
            };
            let quoted: Vec<String> =
                columns.iter().map(|(it, ..)| format!("quote(\"{it}\")")).collect();
            let sql = format!(
                "SELECT {} AS v FROM \"{table}\" WHERE \"{first}\" LIKE '{MARK}%' ORDER BY v",
                quoted.join(" || '|' || ")
            );
            for row in self.rows(&sql).await {
                all += &format!("{table}: {}\n", row.try_get::<String>("", "v").unwrap());
            }
        }
        all
    }
}

/// The row of a roadmap through its versions.
pub(crate) fn lineage() -> Uuid {
    Uuid::from_u128(0xb0b_ffff)
}

fn value(kind: &str, is_nullable: bool, id: Uuid) -> Value {
    match kind {
        _ if kind.starts_with("uuid") => id.into(),
        _ if kind.starts_with("json") => serde_json::json!([MARK]).into(),
        // Nothing has ended: what is open is what others could come upon.
        _ if kind.starts_with("timestamp") && is_nullable => {
            None::<sea_orm::prelude::TimeDateTimeWithTimeZone>.into()
        }
        _ if kind.starts_with("timestamp") => "2026-10-01 08:00:00 +00:00".to_owned().into(),
        _ if kind.starts_with("date") && is_nullable => None::<sea_orm::prelude::TimeDate>.into(),
        _ if kind.starts_with("date") => "2026-10-01".to_owned().into(),
        _ if kind.starts_with("bool") => false.into(),
        _ if kind.contains("int") => 1_i64.into(),
        _ if kind.contains("blob") => MARK.as_bytes().to_vec().into(),
        _ => MARK.to_owned().into(),
    }
}
