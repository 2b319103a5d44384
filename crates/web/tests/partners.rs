//! Stories of partners through the pages.

mod support;

use axum::http::StatusCode;
use support::town::{signed_in, town};

#[tokio::test]
async fn a_partner_its_agreement_and_its_person_are_recorded() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let empty = curator.opens("/partners").await;
    assert!(empty.outline().contains("Партнёров пока нет"));
    let page = curator.opens("/partners/new").await;
    let wrong = [("name", ""), ("email", "почта"), ("from", "2026-09-01")];
    let refused = curator.sends(&page, "/partners", &wrong).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.outline().contains("Исправьте 2 места"), "{}", refused.outline());
    let fields = [("name", "Заречный завод"), ("contact", "Орлов И. И."), ("from", "2026-09-01")];
    let partner = curator.sends(&refused, "/partners", &fields).await.leads_to().to_owned();
    let page = curator.opens(&format!("{partner}/agreements/new")).await;
    let nothing = curator.sends(&page, &format!("{partner}/agreements"), &[]).await;
    assert!(nothing.outline().contains("Исправьте 2 места"), "{}", nothing.outline());
    let fields = [("subject", "о сотрудничестве"), ("signed_on", "2026-09-01")];
    curator.sends(&page, &format!("{partner}/agreements"), &fields).await;
    let person = town.person("mentor").unwrap().to_string();
    let page = curator.opens(&format!("{partner}/people/new")).await;
    let fields = [("person", person.as_str()), ("from", "2026-09-01")];
    let named = curator.sends(&page, &format!("{partner}/people"), &fields).await;
    assert_eq!(named.leads_to(), partner);
    insta::assert_snapshot!("partner", curator.opens(&partner).await.outline());
    insta::assert_snapshot!("partners", curator.opens("/partners").await.outline());
    let list = curator.opens("/partners/list.csv").await;
    assert!(list.text.contains("Заречный завод;Орлов И. И."), "{}", list.text);
    let mut neighbour = signed_in(&town, &site, "neighbour").await;
    assert_eq!(neighbour.opens(&partner).await.status, StatusCode::NOT_FOUND);
    assert!(!neighbour.opens("/partners/list.csv").await.text.contains("Заречный"));
}
