//! The boundary of the tests: how a store is made for one, and ids and moments that repeat.

use std::sync::atomic::{AtomicU32, Ordering};

use jiff::Timestamp;
use jiff::civil::{Date, date};
use mentoring::access::{Role, Scope};
use mentoring::id::*;
use mentoring::organisation::{Card, Level, Organisation, OrganisationKind};
use mentoring::person::{Contact, Person, PersonName};
use uuid::Uuid;

use crate::{Account, Store};

/// The day of the tests.
pub(crate) const TODAY: Date = date(2026, 9, 15);

/// A moment of the day of the tests.
pub(crate) fn now() -> Timestamp {
    "2026-09-15T08:00:00Z".parse().unwrap()
}

/// A moment some seconds later.
pub(crate) fn later(seconds: i64) -> Timestamp {
    now() + jiff::SignedDuration::from_secs(seconds)
}

/// Runs a test on an empty store of each engine at hand.
pub(crate) fn both(test: impl AsyncFn(Store)) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let store = Store::connect("sqlite::memory:").await.unwrap();
        store.migrate().await.unwrap();
        test(store).await;
        if let Some(store) = postgres().await {
            test(store.clone()).await;
            store.close().await.unwrap();
        }
    });
}

/// An empty PostgreSQL schema of its own, where the tests may use PostgreSQL.
async fn postgres() -> Option<Store> {
    static SCHEMAS: AtomicU32 = AtomicU32::new(0);
    let url = std::env::var("TEST_POSTGRES_URL").ok()?;
    let number = SCHEMAS.fetch_add(1, Ordering::Relaxed);
    let schema = format!("store_test_{}_{number}", std::process::id());
    Some(Store::connect_in_new_schema(&url, &schema).await.unwrap())
}

/// The id with a number.
pub(crate) fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

/// A region (1), a municipality (2) in it, two schools (3, 4) in that, another region (9).
pub(crate) async fn town(store: &Store) {
    let tx = store.begin().await.unwrap();
    for (number, parent, level, kind) in [
        (1, None, Level::Region, OrganisationKind::RegionalCentre),
        (2, Some(1), Level::Municipality, OrganisationKind::MunicipalCentre),
        (3, Some(2), Level::Institution, OrganisationKind::School),
        (4, Some(2), Level::Institution, OrganisationKind::School),
        (9, None, Level::Region, OrganisationKind::RegionalCentre),
    ] {
        let organisation = Organisation {
            id: OrganisationId(id(number)),
            parent: parent.map(|it| OrganisationId(id(it))),
            level,
            kind,
            card: Card { name: format!("Организация {number}"), ..Card::default() },
            zone: "Europe/Moscow".into(),
        };
        tx.insert_organisation(&organisation).await.unwrap();
    }
    tx.insert_account(&account(1, "curator")).await.unwrap();
    tx.commit().await.unwrap();
}

/// An account with a number and a login.
pub(crate) fn account(number: u128, login: &str) -> Account {
    Account {
        id: AccountId(id(number)),
        login: login.into(),
        password: None,
        lang: "ru".into(),
        is_persona: false,
        opened_at: now(),
        closed_at: None,
        revision: 0,
    }
}

/// A person of school 3.
pub(crate) fn person(number: u128, name: &str) -> Person {
    Person {
        id: PersonId(id(number)),
        organisation: school(),
        name: PersonName::parse(name),
        contact: Contact::default(),
        job_title: String::new(),
        left_on: None,
    }
}

/// School 3.
pub(crate) fn school() -> OrganisationId {
    OrganisationId(id(3))
}

/// What the curator of school 3 reaches.
pub(crate) fn curator() -> Scope {
    Scope::of(school(), Role::Curator)
}

/// What the curator of school 4 reaches.
pub(crate) fn neighbour() -> Scope {
    Scope::of(OrganisationId(id(4)), Role::Curator)
}
