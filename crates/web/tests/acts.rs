//! Stories of scans, texts of consents, acts and petitions through the pages.

mod support;

use axum::http::StatusCode;
use support::town::{signed_in, town};

#[tokio::test]
async fn a_scan_is_attached_to_a_signed_order_and_downloaded() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let page = curator.opens("/orders/new").await;
    let fields = [("about", "other"), ("title", "О школе наставников")];
    let order = curator.sends(&page, "/orders", &fields).await.leads_to().to_owned();
    let page = curator.opens(&order).await;
    let register = format!("{order}/register");
    let fields = [("number", "90-од"), ("signed_on", "2026-09-14")];
    let wrong = curator.brings(&page, &register, &fields, ("скан.docx", "PK")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text.contains("Подойдут PDF, JPG и PNG"));
    assert!(wrong.text.contains("value=\"90-од\""));
    let done = curator.brings(&page, &register, &fields, ("Приказ 90-од.pdf", "%PDF-1.7 а")).await;
    assert_eq!(done.leads_to(), order);
    let page = curator.opens(&order).await;
    assert!(page.text.contains("действует, скан приложен"));
    let scans = format!("{order}/scans");
    let again = curator.brings(&page, &scans, &[], ("Приказ.pdf", "%PDF-1.7 б")).await;
    assert_eq!(again.leads_to(), order);
    let page = curator.opens(&order).await;
    insta::assert_snapshot!("order_with_scans", page.outline());
    let (_, after) = page.text.split_once(&format!("href=\"{scans}/")).unwrap();
    let scan = format!("{scans}/{}", after.split_once('"').unwrap().0);
    let file = curator.opens(&scan).await;
    assert_eq!(file.header("content-type"), "application/pdf");
    assert_eq!(file.text, "%PDF-1.7 б");
    assert!(curator.opens("/orders").await.text.contains("скан приложен"));
    let bare = curator.opens("/orders?scan=none").await;
    assert!(!bare.text.contains("О школе наставников"));
    let mut mentor = signed_in(&town, &site, "mentor").await;
    assert_eq!(mentor.opens(&scan).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_consent_to_distribution_is_said_line_by_line_and_taken_back() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let id = town.person("mentor").unwrap().to_string();
    let address = format!("/people/{id}/consents");
    let page = curator.opens(&format!("{address}/new?kind=distribution")).await;
    insta::assert_snapshot!("new_distribution", page.outline());
    let mut fields = vec![
        ("kind", "distribution"),
        ("signed_on", "2026-09-10"),
        ("signed_by", "oneself"),
        ("addresses", "https://school.example/mentoring/news.html"),
        ("permission-name", "allowed"),
        ("permission-photo", "conditional"),
        ("permission-video", "denied"),
    ];
    let refused = curator.sends(&page, &address, &fields).await;
    assert!(refused.outline().contains("Напишите условие: фотография"), "{}", refused.outline());
    fields.push(("condition-photo", "только групповые снимки"));
    let done = curator.brings(&refused, &address, &fields, ("Согласие.pdf", "%PDF-1.7 в")).await;
    assert_eq!(done.leads_to(), address);
    let page = curator.opens(&address).await;
    let mark = format!("href=\"{address}/");
    let links = page.text.split(mark.as_str()).skip(1);
    let consent = links.map(|it| it.split('"').next().unwrap()).find(|it| it.len() == 36).unwrap();
    let consent = format!("{address}/{consent}");
    let one = curator.opens(&consent).await;
    insta::assert_snapshot!("one_consent", one.outline());
    let text = one.text.split_once("href=\"/consents/texts/").unwrap().1;
    let text = format!("/consents/texts/{}", text.split_once('"').unwrap().0);
    assert!(curator.opens(&text).await.text.contains("разрешённых субъектом"));
    insta::assert_snapshot!("texts", curator.opens("/consents/texts").await.outline());
    let mut mentor = signed_in(&town, &site, "mentor").await;
    assert_eq!(mentor.opens(&consent).await.status, StatusCode::OK);
    assert_eq!(mentor.opens(&text).await.status, StatusCode::OK);
    let mut other = signed_in(&town, &site, "mentor2").await;
    assert_eq!(other.opens(&consent).await.status, StatusCode::NOT_FOUND);

    let withdraw = format!("{consent}/withdraw");
    let page = curator.opens(&withdraw).await;
    let told = curator.sends(&page, &withdraw, &[("on", "2026-09-15")]).await;
    assert!(told.text.contains("/consents/takedowns"));
    let list = curator.opens("/consents/takedowns").await;
    insta::assert_snapshot!("takedowns", list.outline());
    assert!(curator.opens("/today").await.text.contains("/consents/takedowns"));
    let action = list.text.split_once("action=\"/consents/takedowns/").unwrap().1;
    let action = format!("/consents/takedowns/{}", action.split_once('"').unwrap().0);
    let done = curator.sends(&list, &action, &[("on", "2026-09-15")]).await;
    assert_eq!(done.leads_to(), "/consents/takedowns");
    assert!(curator.opens("/consents/takedowns").await.text.contains("Всё снято"));
}
