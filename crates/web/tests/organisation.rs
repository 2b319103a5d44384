//! Stories of the card of the organisation: requisites, heads, acts, terms.

mod support;

use axum::http::StatusCode;
use support::town::{signed_in, town};

#[tokio::test]
async fn a_curator_fills_in_what_papers_take() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let page = curator.opens("/organisation/edit").await;
    let revision = page.hidden("revision");
    let fields = [
        ("name", "Школа № 5"),
        ("kind", "school"),
        ("zone", "Europe/Moscow"),
        ("revision", revision.as_str()),
        ("taxpayer_number", "123"),
        ("founder", "Администрация Заречного района"),
        ("order_suffix", "-од"),
    ];
    let refused = curator.sends(&page, "/organisation", &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("value=\"Администрация Заречного района\""));
    let mut fields = fields;
    fields[4].1 = "";
    assert_eq!(curator.sends(&page, "/organisation", &fields).await.leads_to(), "/organisation");
    let card = curator.opens("/organisation").await;
    assert!(card.text.contains("Администрация Заречного района"));

    let page = curator.opens("/acts/new").await;
    let nothing = curator.sends(&page, "/acts", &[("level", "municipal")]).await;
    assert!(nothing.outline().contains("Исправьте 2 места"), "{}", nothing.outline());
    let act = [
        ("level", "municipal"),
        ("title", "приказ комитета образования «О наставничестве»"),
        ("number", "71-б"),
        ("signed_on", "2022-09-01"),
    ];
    curator.sends(&page, "/acts", &act).await;
    let person = town.person("mentor").unwrap().to_string();
    let page = curator.opens("/organisation/heads/new").await;
    let head = [("person", person.as_str()), ("from", "2026-09-10")];
    assert_eq!(
        curator.sends(&page, "/organisation/heads", &head).await.leads_to(),
        "/organisation"
    );
    insta::assert_snapshot!("organisation", curator.opens("/organisation").await.outline());
}

#[tokio::test]
async fn the_usual_days_of_a_year_are_offered_and_mended() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let page = curator.opens("/organisation/terms?year=2026").await;
    assert!(page.text.contains("value=\"2026-09-01\""), "the usual first day is offered");
    insta::assert_snapshot!("terms", page.outline());
    let tangled = [("year", "2026"), ("from-0", "2026-09-01"), ("to-0", "2026-08-01")];
    let refused = curator.sends(&page, "/organisation/terms", &tangled).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let right = [("year", "2026"), ("from-0", "2026-09-01"), ("to-0", "2026-10-21")];
    let done = curator.sends(&page, "/organisation/terms", &right).await;
    assert_eq!(done.leads_to(), "/organisation/terms?year=2026");
    let mut mentor = signed_in(&town, &site, "mentor").await;
    let seen = mentor.opens("/organisation/terms?year=2026").await;
    assert!(seen.text.contains("21"), "everybody of the school sees the days");
    assert!(!seen.text.contains("from-0"), "and only who may changes them");
}
