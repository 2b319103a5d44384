//! Verifying, copying, and two people at once.

use mentoring::event::Event;
use mentoring::id::*;
use sea_orm::ConnectionTrait;

use super::support::*;
use crate::{File, Flaw, MayBeRetried, Store, StoreError, retried};

#[test]
fn a_file_whose_bytes_changed_is_noticed() {
    both(async |store| {
        town(&store).await;
        let tx = store.begin().await.unwrap();
        let file = File {
            organisation: school(),
            id: FileId(id(80)),
            name: "приказ.pdf".into(),
            media_type: "application/pdf".into(),
            size_bytes: 4,
            sha256: File::digest(b"true"),
            content: b"true".to_vec(),
            kept_by: AccountId(id(1)),
            kept_at: now(),
        };
        tx.insert_file(&file).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(store.verify().await.unwrap().flaws, []);
        let tx = store.begin().await.unwrap();
        tx.save(&File { content: b"fake".to_vec(), ..file }).await.unwrap();
        tx.commit().await.unwrap();
        let found = store.verify().await.unwrap();
        assert_eq!((found.n_files, found.flaws), (1, vec![Flaw::File { file: FileId(id(80)) }]));
    });
}

/// A folder of a test, gone with it.
struct Folder(std::path::PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("estafeta-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn url(&self, file: &str) -> String {
        format!("sqlite:{}", self.0.join(file).display())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).unwrap();
    }
}

fn run(test: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap().block_on(test);
}

#[test]
fn a_copy_made_while_the_database_is_in_use_opens_and_is_whole() {
    run(async {
        let folder = Folder::new("backup");
        let store = Store::connect(&folder.url("school.db")).await.unwrap();
        store.migrate().await.unwrap();
        town(&store).await;
        let reading = store.read().await.unwrap();
        assert!(reading.has_organisations().await.unwrap());
        let copy = folder.0.join("copy.db");
        store.backup(&copy).await.unwrap();
        assert!(store.backup(&copy).await.is_err(), "an older copy must not be overwritten");
        let copied = Store::connect(&folder.url("copy.db")).await.unwrap();
        assert!(copied.is_ready().await.unwrap());
        assert_eq!(copied.verify().await.unwrap().flaws, []);
        assert!(copied.read().await.unwrap().has_organisations().await.unwrap());
    });
}

#[test]
fn many_writers_at_once_keep_one_chain() {
    run(async {
        let folder = Folder::new("writers");
        let store = Store::connect(&folder.url("school.db")).await.unwrap();
        store.migrate().await.unwrap();
        town(&store).await;
        write_at_once(&store).await;
        if let Ok(url) = std::env::var("TEST_POSTGRES_URL") {
            let schema = format!("store_writers_{}", std::process::id());
            let store = Store::connect_in_new_schema(&url, &schema).await.unwrap();
            town(&store).await;
            write_at_once(&store).await;
            store.close().await.unwrap();
        }
    });
}

async fn write_at_once(store: &Store) {
    let writers: Vec<_> = (0..8)
        .map(|writer: u128| {
            let store = store.clone();
            tokio::spawn(async move {
                for number in 0..5 {
                    let event = Event::PersonAdded { person: PersonId(id(writer * 10 + number)) };
                    retried(|| async {
                        let tx = store.begin().await?;
                        tx.count_try("the same counter", later(-60), now()).await?;
                        tx.record(school(), None, now(), event).await?;
                        tx.commit().await
                    })
                    .await
                    .unwrap();
                }
            })
        })
        .collect();
    for writer in writers {
        writer.await.unwrap();
    }
    let found = store.verify().await.unwrap();
    assert_eq!((found.n_entries, found.flaws), (40, vec![]));
    let tx = store.begin().await.unwrap();
    assert_eq!(tx.count_try("the same counter", later(-60), now()).await.unwrap(), 41);
}

/// Four processes that begin at once on an empty database.
async fn migrate_at_once(stores: &[Store; 4]) {
    let [a, b, c, d] = stores;
    let all = tokio::join!(a.migrate(), b.migrate(), c.migrate(), d.migrate());
    for outcome in [all.0, all.1, all.2, all.3] {
        outcome.unwrap();
    }
    assert!(a.is_ready().await.unwrap());
    town(b).await;
    assert!(c.read().await.unwrap().has_organisations().await.unwrap());
}

#[test]
fn several_processes_may_migrate_at_once() {
    run(async {
        let folder = Folder::new("migrate");
        let url = folder.url("school.db");
        let open = || async { Store::connect(&url).await.unwrap() };
        let stores = [open().await, open().await, open().await, open().await];
        migrate_at_once(&stores).await;
        let Ok(url) = std::env::var("TEST_POSTGRES_URL") else { return };
        let schema = format!("store_migrate_{}", std::process::id());
        let admin = Store::connect(&url).await.unwrap();
        admin.db.execute_unprepared(&format!("CREATE SCHEMA {schema}")).await.unwrap();
        let open = || async {
            let mut options = crate::tx::options(&url);
            options.set_schema_search_path(&schema);
            Store { db: sea_orm::Database::connect(options).await.unwrap() }
        };
        let stores = [open().await, open().await, open().await, open().await];
        migrate_at_once(&stores).await;
        for store in stores {
            store.close().await.unwrap();
        }
    });
}

#[test]
fn a_server_that_is_silent_or_away_is_unavailable_within_three_seconds() {
    run(async {
        let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let away = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let url = |it: &std::net::TcpListener| {
            format!("postgres://estafeta@{}/estafeta", it.local_addr().unwrap())
        };
        let (to_silent, to_away) = (url(&silent), url(&away));
        drop(away);
        let both = async { tokio::join!(Store::connect(&to_silent), Store::connect(&to_away)) };
        let (first, second) =
            tokio::time::timeout(std::time::Duration::from_secs(3), both).await.unwrap();
        for outcome in [first, second] {
            assert!(matches!(outcome, Err(StoreError::Unavailable(_))), "{outcome:?}");
        }
    });
}

#[derive(Debug, PartialEq)]
struct Busy(bool);

impl MayBeRetried for Busy {
    fn may_be_retried(&self) -> bool {
        self.0
    }
}

#[test]
fn a_passing_failure_is_tried_three_times_and_a_lasting_one_once() {
    run(async {
        for (is_passing, expected) in [(true, 3), (false, 1)] {
            let mut n_tries = 0;
            let outcome: Result<(), Busy> = retried(|| {
                n_tries += 1;
                std::future::ready(Err(Busy(is_passing)))
            })
            .await;
            assert_eq!((outcome, n_tries), (Err(Busy(is_passing)), expected));
        }
    });
}

#[test]
fn a_reference_to_nothing_is_refused() {
    both(async |store| {
        town(&store).await;
        let tx = store.begin().await.unwrap();
        let mut keller = person(10, "Келлер Елена");
        keller.organisation = OrganisationId(id(404));
        let outcome = tx.insert_person(&keller).await;
        assert!(matches!(outcome, Err(StoreError::Broken(_))), "{outcome:?}");
    });
}

#[test]
fn a_reference_broken_from_outside_is_noticed() {
    run(async {
        let store = Store::connect("sqlite::memory:").await.unwrap();
        store.migrate().await.unwrap();
        town(&store).await;
        store.db.execute_unprepared("PRAGMA foreign_keys = OFF").await.unwrap();
        store.db.execute_unprepared("DELETE FROM journal_head").await.unwrap();
        store.db.execute_unprepared("DELETE FROM organisation WHERE name LIKE '%4'").await.unwrap();
        let flaws = store.verify().await.unwrap().flaws;
        assert!(flaws.iter().any(|it| matches!(it, Flaw::Reference { .. })), "{flaws:?}");
        assert!(flaws.iter().any(|it| matches!(it, Flaw::JournalCut { .. })), "{flaws:?}");
    });
}
