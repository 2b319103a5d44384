//! Stories of consents, pools and orders through the pages.

mod support;

use axum::http::StatusCode;
use support::town::{signed_in, town};

#[tokio::test]
async fn a_curator_records_a_consent_and_enters_a_mentor_into_the_pool() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let mentor = town.person("mentor").unwrap();
    let id = mentor.to_string();
    let matrix = curator.opens("/consents").await;
    insta::assert_snapshot!("consents", matrix.outline());

    let form = [("person", id.as_str()), ("from", "2026-09-15"), ("capacity", "2")];
    let page = curator.opens("/mentors/new").await;
    let refused = curator.sends(&page, "/mentors", &form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("согласие на обработку персональных данных"));

    let address = format!("/people/{id}/consents");
    let page = curator.opens(&format!("{address}/new?kind=personal_data")).await;
    insta::assert_snapshot!("new_consent", page.outline());
    let fields = [("kind", "personal_data"), ("signed_on", "2026-09-10"), ("signed_by", "oneself")];
    assert_eq!(curator.sends(&page, &address, &fields).await.leads_to(), address);

    let page = curator.opens("/mentors/new").await;
    assert_eq!(curator.sends(&page, "/mentors", &form).await.leads_to(), "/mentors");
    let pool = curator.opens("/mentors").await;
    insta::assert_snapshot!("mentors", pool.outline());
    let consents = curator.opens(&address).await;
    insta::assert_snapshot!("person_consents", consents.outline());
}

#[tokio::test]
async fn a_consent_without_a_signature_is_told_who_must_sign_and_keeps_what_was_typed() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let id = town.person("mentor").unwrap().to_string();
    let address = format!("/people/{id}/consents");
    let page = curator.opens(&format!("{address}/new")).await;
    let fields = [("kind", "personal_data"), ("signed_on", "2026-09-10")];
    let refused = curator.sends(&page, &address, &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.outline().contains("нужна подпись: сам участник"), "{}", refused.outline());
    assert!(refused.text.contains("value=\"2026-09-10\""));
}

#[tokio::test]
async fn an_order_is_drafted_registered_and_read_by_signature() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let page = curator.opens("/orders/new").await;
    let nothing = curator.sends(&page, "/orders", &[("title", "О парах")]).await;
    assert!(nothing.outline().contains("Выберите, о чём приказ"));
    let fields = [("about", "pairs"), ("title", "О закреплении наставнических пар")];
    let drafted = curator.sends(&page, "/orders", &fields).await;
    let order = drafted.leads_to().to_owned();
    let page = curator.opens(&order).await;
    insta::assert_snapshot!("order_draft", page.outline());
    let register = format!("{order}/register");
    let wrong = curator.sends(&page, &register, &[("number", "б"), ("signed_on", "")]).await;
    assert!(wrong.outline().contains("Исправьте 2 места"), "{}", wrong.outline());
    let fields = [("number", "71-б"), ("signed_on", "2026-09-14")];
    assert_eq!(curator.sends(&wrong, &register, &fields).await.leads_to(), order);

    let mentor = town.person("mentor").unwrap().to_string();
    let page = curator.opens(&format!("{order}/people/new")).await;
    let people = format!("{order}/people");
    curator.sends(&page, &people, &[("person", mentor.as_str())]).await;
    let page = curator.opens(&order).await;
    insta::assert_snapshot!("order", page.outline());
    let read = format!("{people}/{mentor}");
    assert_eq!(curator.sends(&page, &read, &[("on", "2026-09-15")]).await.leads_to(), order);
    assert!(curator.opens(&order).await.text.contains("ознакомлены все"));
    insta::assert_snapshot!("orders", curator.opens("/orders").await.outline());
}
