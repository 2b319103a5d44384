//! Nothing of a person is left: in no table and column, and in no byte of the file.

use std::collections::{BTreeMap, BTreeSet};

use mentoring::event::Event;
use mentoring::id::*;
use mentoring::rights::HeldKind;
use sea_orm::sea_query::{Alias, Expr, ExprTrait as _, IntoIden as _, Query, Value};
use sea_orm::{ConnectionTrait, Statement};
use uuid::Uuid;

use super::columns::{ColumnKind, ColumnSeen};
use super::places::{Deed, IMPERSONAL, PLACES, TEXTS, Way};
use super::{ErasePlan, Needle, Needles};
use crate::tests::support::*;
use crate::{Store, Tx};

type Tables = BTreeMap<String, Vec<ColumnSeen>>;

const PERSON: u128 = 500;
const ACCOUNT: u128 = 600;
/// What stands in every place that can hold a person.
const PLANTED: &str = "Хвощинская А. П., тел. 8 900 765-43-21, hvosch@example.org, Хвощинской";
/// What must not be found afterwards.
const TRACES: &[&str] = &["вощинск", "765-43-21", "hvosch"];

/// The columns that point at a table, as the schema of SQLite says: table, column, pointed at.
async fn references(store: &Store) -> BTreeSet<(String, String, String)> {
    let sql = "SELECT m.name AS t, f.\"from\" AS c, f.\"table\" AS p FROM sqlite_master m \
               JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'";
    let statement = Statement::from_string(store.db.get_database_backend(), sql);
    let rows = store.db.query_all_raw(statement).await.unwrap();
    let of = |row: &sea_orm::QueryResult, name: &str| row.try_get::<String>("", name).unwrap();
    rows.iter()
        .map(|row| (of(row, "t"), of(row, "c"), of(row, "p")))
        // A key within an organisation is told column by column.
        .filter(|(_, column, to)| column != "organisation" || to == "organisation")
        .collect()
}

async fn tables_of(store: &Store) -> Tables {
    let tx = store.read().await.unwrap();
    let tables = tx.columns_seen().await.unwrap();
    tx.commit().await.unwrap();
    tables
}

fn is_text(table: &str, column: &str) -> bool {
    TEXTS.iter().any(|(it, columns)| *it == table && columns.contains(&column))
}

/// Whether destruction takes the whole column of a table away with its rows, or empties it.
fn goes_with_its_row(table: &str, column: &str) -> bool {
    PLACES.iter().filter(|it| it.table == table).any(|it| match it.deed {
        Deed::Remove => true,
        Deed::Blank(columns) => columns.contains(&column),
        Deed::Stay => false,
    })
}

#[test]
fn every_column_that_can_hold_a_person_is_named_in_the_places_or_excepted_with_a_reason() {
    run(async {
        let store = Store::connect("sqlite::memory:").await.unwrap();
        store.migrate().await.unwrap();
        let mut wrong = Vec::new();
        for (table, column, to) in references(&store).await {
            let known = PLACES
                .iter()
                .any(|it| it.table == table && matches!(it.way, Way::Person(by) if by == column));
            if to == "person" && !known {
                wrong.push(format!(
                    "{table}.{column} points at a person: add `place(\"{table}\", \
                     Person(\"{column}\"), <section>, Remove)` to PLACES before the tables it \
                     points at (`Stay` with a reason where the row says nothing of the person)"
                ));
            }
        }
        let excepted: BTreeSet<&str> =
            IMPERSONAL.iter().flat_map(|it| it.columns).copied().collect();
        let reasonless = IMPERSONAL.iter().filter(|it| !it.why.contains(' '));
        wrong
            .extend(reasonless.map(|it| format!("{:?} are excepted without a reason", it.columns)));
        let tables = tables_of(&store).await;
        for (table, columns) in &tables {
            for column in columns {
                let can_hold = matches!(
                    column.kind,
                    ColumnKind::Text | ColumnKind::Structure | ColumnKind::Bytes
                );
                let name = format!("{table}.{}", column.name);
                let is_known =
                    is_text(table, &column.name) || goes_with_its_row(table, &column.name);
                let is_excepted = excepted.contains(name.as_str());
                if can_hold && !is_known && !is_excepted {
                    wrong.push(format!(
                        "{name} can hold words about a person: if people write there, add it to \
                         TEXTS; if only slugs, digests or numbers stand there, add \"{name}\" to \
                         IMPERSONAL under its reason; if the row is a person's, give its table a \
                         place in PLACES"
                    ));
                }
            }
        }
        let exists = |name: &str| {
            let (table, column) = name.split_once('.').unwrap();
            tables.get(table).is_some_and(|it| it.iter().any(|it| it.name == column))
        };
        let texts = TEXTS.iter().flat_map(|(table, columns)| {
            columns.iter().map(move |column| format!("{table}.{column}"))
        });
        let named = excepted.iter().map(|it| (*it).to_owned()).chain(texts);
        wrong.extend(named.filter(|it| !exists(it)).map(|it| format!("{it} is not there")));
        assert!(
            wrong.is_empty(),
            "crates/store/src/erasure/places.rs must say where a person is:\n{}",
            wrong.join("\n")
        );
    });
}

/// Puts a row into every table, with the person in every place that can hold it.
async fn plant(tx: &Tx, tables: &Tables, references: &BTreeSet<(String, String, String)>) {
    let planted = |table: &str| match table {
        "person" => id(PERSON),
        "account" => id(ACCOUNT),
        "organisation" => id(3),
        other => {
            let place = tables.keys().position(|it| it == other).unwrap();
            id(10_000 + place as u128)
        }
    };
    const OURS: [&str; 6] =
        ["organisation", "organisation_tree", "person", "account", "journal", "journal_head"];
    let mut done: BTreeSet<String> = OURS.iter().map(|it| (*it).to_owned()).collect();
    while done.len() < tables.len() {
        let before = done.len();
        for (table, columns) in tables {
            let waits = references
                .iter()
                .any(|(it, _, to)| it == table && to != table && !done.contains(to));
            if done.contains(table) || waits {
                continue;
            }
            let mut statement = Query::insert();
            statement.into_table(Alias::new(table.as_str()));
            statement.columns(columns.iter().map(|it| Alias::new(it.name.as_str())));
            let values = columns.iter().map(|column| {
                let to = references
                    .iter()
                    .find(|(it, by, _)| it == table && *by == column.name)
                    .map(|(_, _, to)| to.as_str());
                Expr::val(value(table, column, to.map(&planted), planted(table)))
            });
            statement.values_panic(values);
            tx.db.execute(&statement).await.unwrap_or_else(|err| panic!("{table}: {err}"));
            done.insert(table.clone());
        }
        assert!(before < done.len(), "tables point at each other in a ring");
    }
}

fn value(table: &str, column: &ColumnSeen, to: Option<Uuid>, own: Uuid) -> Value {
    let holds = is_text(table, &column.name)
        || goes_with_its_row(table, &column.name)
        || column.name == "content";
    let words = if holds { PLANTED } else { "x" };
    match column.kind {
        ColumnKind::Id if column.name == "id" => own.into(),
        ColumnKind::Id => to.unwrap_or(id(7)).into(),
        ColumnKind::Text => words.to_owned().into(),
        ColumnKind::Structure => serde_json::json!({"about": [words, 1]}).into(),
        ColumnKind::Bytes => words.as_bytes().to_vec().into(),
        ColumnKind::Number => 1_i64.into(),
        ColumnKind::Flag => false.into(),
        ColumnKind::Day => time::OffsetDateTime::UNIX_EPOCH.date().into(),
        ColumnKind::Moment if column.is_nullable => None::<time::OffsetDateTime>.into(),
        ColumnKind::Moment => time::OffsetDateTime::UNIX_EPOCH.into(),
    }
}

async fn school_with_a_trace_everywhere(store: &Store) {
    town(store).await;
    let scratch = Store::connect("sqlite::memory:").await.unwrap();
    scratch.migrate().await.unwrap();
    let references = references(&scratch).await;
    let tables = tables_of(store).await;
    let tx = store.begin().await.unwrap();
    let mut it = person(PERSON, "Хвощинская Аполлинария Петровна");
    it.contact.email = "hvosch@example.org".into();
    it.contact.phone = "+7 900 765-43-21".into();
    it.job_title = "помощница Хвощинской".into();
    tx.insert_person(&it).await.unwrap();
    tx.insert_account(&account(ACCOUNT, "hvosch@example.org")).await.unwrap();
    plant(&tx, &tables, &references).await;
    let event = Event::PersonAdded { person: it.id };
    tx.record(school(), Some(AccountId(id(ACCOUNT))), now(), event).await.unwrap();
    tx.commit().await.unwrap();
}

fn plan() -> ErasePlan {
    let words = ["Хвощинская", "Хвощинской", "Хвощинская А. П.", "hvosch@example.org"];
    let words = words.iter().map(|it| Needle::Words((*it).to_owned()));
    ErasePlan {
        organisation: school(),
        person: PersonId(id(PERSON)),
        kinds: HeldKind::ALL.to_vec(),
        kept: Vec::new(),
        keeps_name: false,
        needles: Needles::new(words.chain([Needle::Phone("+7 900 765-43-21".into())])),
        files: Vec::new(),
        on: TODAY,
        at: now(),
    }
}

/// Every cell of the database in which a trace of the person stands.
async fn traces(store: &Store) -> Vec<String> {
    let tables = tables_of(store).await;
    let mut found = Vec::new();
    for (table, columns) in &tables {
        for column in columns {
            let iden = Alias::new(column.name.as_str()).into_iden();
            let mut statement = Query::select();
            statement.from(Alias::new(table.as_str()));
            let is_bytes = column.kind == ColumnKind::Bytes;
            match is_bytes {
                true => statement.expr_as(Expr::col(iden), Alias::new("v")),
                false if column.kind == ColumnKind::Id => continue,
                false => {
                    statement.expr_as(Expr::col(iden).cast_as(Alias::new("text")), Alias::new("v"))
                }
            };
            for row in store.db.query_all(&statement).await.unwrap() {
                let text = match is_bytes {
                    true => row
                        .try_get::<Option<Vec<u8>>>("", "v")
                        .unwrap()
                        .map(|it| String::from_utf8_lossy(&it).into_owned()),
                    false => row.try_get::<Option<String>>("", "v").unwrap(),
                };
                if text.is_some_and(|it| has_trace(&it)) {
                    found.push(format!("{table}.{}", column.name));
                }
            }
        }
    }
    found
}

fn has_trace(text: &str) -> bool {
    let text = text.to_lowercase();
    TRACES.iter().any(|it| text.contains(it))
}

async fn file_ids(tx: &Tx) -> Vec<FileId> {
    let all: Vec<crate::FileCard> =
        tx.many(sea_orm::sea_query::Condition::all(), &[]).await.unwrap();
    all.into_iter().map(|it| it.id).collect()
}

async fn destroy(store: &Store) -> BTreeMap<HeldKind, u64> {
    let tx = store.begin().await.unwrap();
    let plan = ErasePlan { files: file_ids(&tx).await, ..plan() };
    let taken = tx.erase(&plan).await.unwrap();
    tx.commit().await.unwrap();
    taken
}

#[test]
fn nothing_of_a_person_is_left_in_any_column_and_the_journal_stays_whole() {
    both(async |store| {
        school_with_a_trace_everywhere(&store).await;
        let before = traces(&store).await;
        // Every place that can hold a person does; the test would else show nothing.
        for (table, columns) in TEXTS {
            for column in *columns {
                assert!(before.contains(&format!("{table}.{column}")), "{table}.{column}");
            }
        }
        let taken = destroy(&store).await;
        assert_eq!(traces(&store).await, Vec::<String>::new());
        for kind in HeldKind::ALL {
            assert!(taken.contains_key(kind), "nothing of {kind} went");
        }
        assert_eq!(store.verify().await.unwrap().flaws, []);
        // Again nothing of substance goes: what is empty is only emptied once more.
        assert!(!destroy(&store).await.contains_key(&HeldKind::Mentions));
    });
}

#[test]
fn no_byte_of_the_file_tells_of_a_person_who_was_destroyed() {
    run(async {
        let folder = std::env::temp_dir().join(format!("estafeta-erasure-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let file = folder.join("school.db");
        let store = Store::connect(&format!("sqlite:{}", file.display())).await.unwrap();
        store.migrate().await.unwrap();
        school_with_a_trace_everywhere(&store).await;
        let bytes = |ending: &str| {
            let name = folder.join(format!("school.db{ending}"));
            String::from_utf8_lossy(&std::fs::read(name).unwrap_or_default()).into_owned()
        };
        let is_there = |text: &str| has_trace(text);
        assert!(is_there(&bytes("")) || is_there(&bytes("-wal")));
        destroy(&store).await;
        store.scrub().await.unwrap();
        let left = ["", "-wal", "-shm"].map(|ending| is_there(&bytes(ending)));
        store.close().await.unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!(left, [false; 3]);
    });
}

#[test]
fn what_a_law_keeps_stays_with_the_name_and_nothing_else() {
    both(async |store| {
        school_with_a_trace_everywhere(&store).await;
        let tables = tables_of(&store).await;
        let of =
            |table: &str| id(10_000 + tables.keys().position(|it| it == table).unwrap() as u128);
        let tx = store.begin().await.unwrap();
        let kept = vec![of("contract_addendum")];
        let plan = ErasePlan { kept, keeps_name: true, ..plan() };
        tx.erase(&plan).await.unwrap();
        let rows = tx.held_rows(school(), PersonId(id(PERSON))).await.unwrap();
        tx.commit().await.unwrap();
        let left: BTreeSet<&str> = rows.iter().map(|it| it.table).collect();
        let with_ids = ["contract_addendum", "erasure", "erasure_member", "person"];
        assert_eq!(
            left,
            BTreeSet::from_iter(with_ids.into_iter().chain(["paper", "person_request"]))
        );
        let card = rows.iter().find(|it| it.table == "person").unwrap();
        let has = |column: &str| card.cells.iter().any(|(it, _)| it == column);
        assert!(has("surname") && has("left_on") && !has("email") && !has("phone"), "{card:?}");
    });
}

#[test]
fn the_card_shows_every_place_and_finds_the_texts_of_others() {
    both(async |store| {
        school_with_a_trace_everywhere(&store).await;
        let tx = store.read().await.unwrap();
        let person = PersonId(id(PERSON));
        let rows = tx.held_rows(school(), person).await.unwrap();
        let shown: BTreeSet<(&str, &str)> = rows.iter().map(|it| (it.table, it.by)).collect();
        for place in PLACES {
            let (Way::Person(by) | Way::Account(by)) = place.way;
            assert!(shown.contains(&(place.table, by)), "{}.{by}", place.table);
        }
        let secrets = ["password", "token_hash", "sealed", "secret_hash"];
        let told = |it: &&super::HeldRow| it.cells.iter().any(|(c, _)| secrets.contains(&&**c));
        assert_eq!(rows.iter().filter(told).count(), 0);
        let mentions = tx.mentions(school(), person, &plan().needles).await.unwrap();
        assert!(mentions.iter().any(|it| it.table == "roadmap_row" && it.column == "responsible"));
        assert!(mentions.iter().all(|it| it.table != "pool_entry"), "one's own row is no mention");
        tx.commit().await.unwrap();
    });
}

fn run(test: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap().block_on(test);
}
