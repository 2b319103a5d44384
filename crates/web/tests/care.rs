//! A story of what is sensitive through the pages: naming a reader, a need, and a word in a wrong place.

mod support;

use axum::http::StatusCode;
use support::town::{signed_in, town};

#[tokio::test]
async fn the_head_names_a_reader_who_alone_sees_the_needs() {
    let (town, site) = town().await;
    let mut head = signed_in(&town, &site, "head").await;
    let page = head.opens("/access-needs").await;
    insta::assert_snapshot!("access_needs_of_the_head", page.outline());
    let page = head.opens("/sensitive-readers").await;
    let psychologist = town.person("psychologist").unwrap().to_string();
    let nothing = head.sends(&page, "/sensitive-readers", &[("from", "2026-10-15")]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields =
        [("person", psychologist.as_str()), ("ground", "приказ № 71-б"), ("from", "2026-10-15")];
    let named = head.sends(&nothing, "/sensitive-readers", &fields).await;
    assert_eq!(named.leads_to(), "/sensitive-readers");
    insta::assert_snapshot!("readers", head.opens("/sensitive-readers").await.outline());

    let mut reader = signed_in(&town, &site, "psychologist").await;
    let page = reader.opens("/access-needs/new").await;
    insta::assert_snapshot!("new_need", page.outline());
    let mentee = town.person("mentee").unwrap().to_string();
    let fields = [
        ("person", mentee.as_str()),
        ("measures", "встречи на первом этаже"),
        ("group", "unnamed"),
        ("from", "2026-10-15"),
    ];
    let recorded = reader.sends(&page, "/access-needs", &fields).await;
    assert_eq!(recorded.leads_to(), "/access-needs");
    let seen = reader.opens("/access-needs").await;
    assert!(seen.text.contains("на первом этаже"));
    let unseen = head.opens("/access-needs").await;
    assert!(!unseen.text.contains("на первом этаже") && unseen.text.contains("1 человеку"));
    assert_eq!(head.opens("/access-needs/new").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_note_about_health_is_asked_about_once_and_kept_only_when_the_writer_says_so() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let page = curator.opens("/dictionary").await;
    let fields = [("kind", "need"), ("text", "сахарный диабет")];
    let asked = curator.sends(&page, "/dictionary", &fields).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(asked.outline().contains("Похоже, здесь сведения о здоровье: «диабет»"));
    assert!(asked.outline().contains("записать как есть"), "{}", asked.outline());
    let fields = [("kind", "need"), ("text", "сахарный диабет"), ("not_sensitive", "yes")];
    assert_eq!(curator.sends(&asked, "/dictionary", &fields).await.leads_to(), "/dictionary");
}
