//! The sample town behind a site: tests speak as its people.

use app::clock::{Clock, Ids};
use app::town::Town;
use app::vault::Vault;
use app::{App, Manner, Store};
use axum::Router;
use jiff::civil::date;
use web::state::{Front, Site, Web};

use super::Visitor;

/// A morning in the middle of the school year.
const MORNING: &str = "2026-10-15T06:00:00Z";

/// An installation with nobody in it, and its site.
pub(crate) async fn empty(manner: Manner) -> (App, Router) {
    empty_on(Store::connect("sqlite::memory:").await.unwrap(), manner).await
}

/// The same in a database of one's own.
pub(crate) async fn empty_on(store: Store, manner: Manner) -> (App, Router) {
    store.migrate().await.unwrap();
    let app = App::new(store, Clock::standing(MORNING.parse().unwrap()), Ids::counted(), manner)
        .with_vault(Vault::parse(&"0".repeat(64)).unwrap());
    let site = web::site(Web::new(app.clone(), Site { front: Front::Direct }));
    (app, site)
}

/// The sample town and its site, shown as a demo.
pub(crate) async fn town() -> (Town, Router) {
    let (app, site) = empty(Manner::Demo).await;
    (Town::sample(&app, date(2026, 9, 1)).await.unwrap(), site)
}

/// Somebody of the town who has signed in, by the login: `curator`, `head`, `teacher`.
pub(crate) async fn signed_in(town: &Town, site: &Router, login: &str) -> Visitor {
    let mut visitor = Visitor::new(site);
    let account = town.account(login).unwrap().to_string();
    let answer = visitor.fills_in("/personas", &[("account", &account)]).await;
    assert_eq!(answer.leads_to(), "/", "{login} did not come in");
    visitor
}
