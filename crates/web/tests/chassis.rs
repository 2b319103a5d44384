//! What holds on every page: private headers, the door, foreign forms, languages, looks.

mod support;

use app::Manner;
use axum::http::{Method, StatusCode};
use support::Visitor;
use support::town::empty;

async fn site(manner: Manner) -> axum::Router {
    empty(manner).await.1
}

#[tokio::test]
async fn every_answer_carries_the_headers_that_keep_it_private() {
    let site = site(Manner::Work).await;
    for address in ["/sign-in", "/nowhere", "/healthz", "/readyz", "/favicon.svg"] {
        let answer = Visitor::new(&site).opens(address).await;
        assert!(
            answer.header("content-security-policy").contains("default-src 'self'"),
            "{address}"
        );
        assert!(!answer.header("content-security-policy").contains("unsafe"), "{address}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{address}");
        assert_eq!(answer.header("x-frame-options"), "DENY", "{address}");
    }
    assert_eq!(Visitor::new(&site).opens("/sign-in").await.header("cache-control"), "no-store");
}

#[tokio::test]
async fn a_page_that_is_not_there_is_told_in_words_and_leads_home() {
    let mut guest = Visitor::new(&site(Manner::Work).await);
    let answer = guest.opens("/nowhere").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    insta::assert_snapshot!(answer.outline());
}

#[tokio::test]
async fn styles_are_kept_for_a_year_and_their_address_changes_with_them() {
    let mut guest = Visitor::new(&site(Manner::Work).await);
    let page = guest.opens("/sign-in").await;
    let address = page.text.split("href=\"").find(|it| it.starts_with("/assets/")).unwrap();
    let address = address.split('"').next().unwrap();
    let style = guest.opens(address).await;
    assert_eq!(style.status, StatusCode::OK);
    assert_eq!(style.header("content-type"), "text/css");
    assert!(style.header("cache-control").contains("immutable"));
    let old =
        guest.opens(&address.replace(address.split('/').nth(2).unwrap(), "000000000000")).await;
    assert_eq!(old.header("cache-control"), "no-cache");
    assert_eq!(
        guest.opens("/assets/000000000000/css/none.css").await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn a_form_without_its_token_changes_nothing() {
    let mut guest = Visitor::new(&site(Manner::Work).await);
    guest.opens("/sign-in").await;
    for token in ["", "00", &"0".repeat(128)] {
        let fields = [("choice", "lang:en"), ("back", "/sign-in"), ("form_token", token)];
        let answer = guest.sends_raw("/view", &fields).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
        assert!(!guest.has_cookie("estafeta_lang"));
    }
}

#[tokio::test]
async fn a_form_sent_by_another_site_is_refused_even_with_a_token() {
    let mut guest = Visitor::new(&site(Manner::Work).await);
    let page = guest.opens("/sign-in").await;
    let token = page.hidden("form_token");
    let body = format!("choice=lang%3Aen&back=%2F&form_token={token}");
    let headers =
        [("content-type", "application/x-www-form-urlencoded"), ("origin", "https://evil.example")];
    let answer = guest.asks(Method::POST, "/view", &headers, body).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_visitor_chooses_language_theme_and_sight_and_comes_back_to_the_page() {
    let mut guest = Visitor::new(&site(Manner::Work).await);
    for (choice, seen) in [
        ("lang:en", "<html lang=\"en\""),
        ("theme:dark", "data-bs-theme=\"dark\""),
        ("sight:large", "data-sight=\"large\""),
    ] {
        let page = guest.opens("/sign-in").await;
        assert!(!page.text.contains(seen), "{choice}");
        let answer = guest.sends(&page, "/view", &[("choice", choice), ("back", "/sign-in")]).await;
        assert_eq!((answer.status, answer.leads_to()), (StatusCode::SEE_OTHER, "/sign-in"));
        assert!(guest.opens("/sign-in").await.text.contains(seen), "{choice}");
    }
}

#[tokio::test]
async fn a_form_that_is_too_large_is_told_so() {
    let mut guest = Visitor::new(&site(Manner::Work).await);
    let page = guest.opens("/sign-in").await;
    let long = "x".repeat(300 * 1024);
    let answer = guest.sends(&page, "/view", &[("back", &long)]).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn the_kit_is_shown_in_the_sample_town_only() {
    assert_eq!(
        Visitor::new(&site(Manner::Work).await).opens("/kit").await.status,
        StatusCode::NOT_FOUND
    );
    let kit = Visitor::new(&site(Manner::Demo).await).opens("/kit").await;
    assert_eq!(kit.status, StatusCode::OK);
    insta::assert_snapshot!(kit.outline());
}

#[tokio::test]
async fn no_page_writes_styles_or_scripts_into_itself() {
    let site = site(Manner::Demo).await;
    for address in ["/kit", "/sign-in", "/nowhere"] {
        let page = Visitor::new(&site).opens(address).await.text;
        assert!(!page.contains(" style=\""), "{address}: the content policy would drop the style");
        assert!(!page.contains(" onclick=") && !page.contains("<style"), "{address}");
        assert!(!page.contains("<script>"), "{address}");
    }
}

#[tokio::test]
async fn pages_are_sent_compressed_to_whoever_asks() {
    let mut guest = Visitor::new(&site(Manner::Work).await);
    let asks = [("accept-encoding", "gzip")];
    let answer = guest.asks(Method::GET, "/sign-in", &asks, String::new()).await;
    assert_eq!(answer.header("content-encoding"), "gzip");
}
