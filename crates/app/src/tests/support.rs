//! The boundary of the tests: an installation on each engine, with a clock that stands.

use std::sync::atomic::{AtomicU32, Ordering};

use jiff::Timestamp;
use jiff::civil::{Date, date};
use mentoring::consent::{ConsentKind, Signer};
use mentoring::id::PersonId;
use store::Store;

use crate::clock::{Clock, Ids};
use crate::ctx::{App, Ctx, Manner};
use crate::organisation::show_journal;
use crate::pools::consent::RecordConsent;
use crate::refusal::Refusal;
use crate::town::Town;

/// The day of the tests in Moscow.
pub(super) const TODAY: Date = date(2026, 9, 15);

/// Runs a test on an empty installation on each engine at hand.
pub(super) fn empty(manner: Manner, test: impl AsyncFn(App)) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let store = Store::connect("sqlite::memory:").await.unwrap();
        store.migrate().await.unwrap();
        test(app_on(store, manner)).await;
        if let Some(store) = postgres().await {
            test(app_on(store.clone(), manner)).await;
            store.close().await.unwrap();
        }
    });
}

/// Runs a test in the sample town on each engine at hand.
pub(super) fn town(test: impl AsyncFn(Town)) {
    empty(Manner::Work, async |app| {
        test(Town::sample(&app, date(2026, 9, 1)).await.unwrap()).await;
    });
}

fn app_on(store: Store, manner: Manner) -> App {
    let start: Timestamp = "2026-09-15T08:00:00Z".parse().unwrap();
    App::new(store, Clock::standing(start), Ids::counted(), manner)
}

async fn postgres() -> Option<Store> {
    static SCHEMAS: AtomicU32 = AtomicU32::new(0);
    let url = std::env::var("TEST_POSTGRES_URL").ok()?;
    let number = SCHEMAS.fetch_add(1, Ordering::Relaxed);
    let schema = format!("app_test_{}_{number}", std::process::id());
    Some(Store::connect_in_new_schema(&url, &schema).await.unwrap())
}

/// The obstacles of a refusal; fails where it is of another kind.
pub(super) fn obstacles<T: std::fmt::Debug, O: std::fmt::Debug>(
    outcome: Result<T, Refusal<O>>,
) -> Vec<O> {
    match outcome {
        Err(Refusal::Obstacles(obstacles)) => obstacles,
        other => panic!("expected obstacles, got {other:?}"),
    }
}

/// Whether an outcome is «not found».
pub(super) fn is_not_found<T, O>(outcome: &Result<T, Refusal<O>>) -> bool {
    matches!(outcome, Err(Refusal::NotFound))
}

/// What the journal says last: kinds, the latest first.
pub(super) async fn journal(ctx: &Ctx) -> Vec<String> {
    let lines = show_journal(ctx, None).await.unwrap();
    lines.into_iter().map(|it| it.entry.kind).collect()
}

/// Pages call use-cases from any thread: their futures must be `Send`, which the compiler checks.
pub(super) fn travels<F: Future + Send>(future: F) -> F {
    future
}

/// A consent signed by oneself alone, with nothing else said.
pub(super) fn signed_by_oneself(
    person: PersonId,
    kind: ConsentKind,
    signed_on: Date,
) -> RecordConsent {
    RecordConsent {
        person,
        kind,
        signed_on,
        signed_by: vec![Signer::Oneself],
        guardian: None,
        until: None,
        is_joined: false,
        addresses: Vec::new(),
        categories: Vec::new(),
        scan: None,
    }
}
