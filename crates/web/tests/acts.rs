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
    assert!(told.text.contains("/consents/stops"));
    let list = curator.opens("/consents/stops").await;
    insta::assert_snapshot!("stops", list.outline());
    assert!(curator.opens("/today").await.text.contains("/consents/stops"));
    let action = list.text.split_once("action=\"/consents/stops/").unwrap().1;
    let action = format!("/consents/stops/{}", action.split_once('"').unwrap().0);
    let done = curator.sends(&list, &action, &[("on", "2026-09-15")]).await;
    assert_eq!(done.leads_to(), "/consents/stops");
    assert!(curator.opens("/consents/stops").await.text.contains("Всё сделано"));
}

#[tokio::test]
async fn an_act_is_entered_named_to_people_and_read_with_one_press() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    insta::assert_snapshot!("library", curator.opens("/acts").await.outline());
    let page = curator.opens("/acts/new").await;
    insta::assert_snapshot!("new_act", page.outline());
    let fields = [
        ("level", "local"),
        ("title", "положение о наставничестве"),
        ("number", "12"),
        ("signed_on", "2026-09-01"),
        ("link", "школа"),
    ];
    let refused = curator.sends(&page, "/acts", &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("value=\"школа\""));
    let fields = [&fields[..4], &[("demands", "Назначить куратора"), ("content", "п. 1")]].concat();
    let file = ("Положение.pdf", "%PDF-1.7");
    let act = curator.brings(&page, "/acts", &fields, file).await.leads_to().to_owned();
    let page = curator.opens(&act).await;
    let nobody = curator.sends(&page, &format!("{act}/readers"), &[("from", "2026-09-15")]).await;
    assert!(nobody.outline().contains("Выберите, кому нужно знать акт"));
    let whom = [("position", "mentor"), ("employees", "yes"), ("from", "2026-09-15")];
    assert_eq!(curator.sends(&page, &format!("{act}/readers"), &whom).await.leads_to(), act);
    insta::assert_snapshot!("act", curator.opens(&act).await.outline());
    let sheet = curator.opens(&format!("{act}/sheet.pdf")).await;
    assert_eq!(sheet.header("content-type"), "application/pdf");

    let mut mentor = signed_in(&town, &site, "mentor").await;
    let page = mentor.opens("/me").await;
    insta::assert_snapshot!("me_to_read", page.outline());
    assert!(page.text.contains("а не подпись"));
    assert_eq!(mentor.sends(&page, &format!("{act}/read"), &[]).await.leads_to(), act);
    let page = mentor.opens(&act).await;
    assert!(page.text.contains("Вы ознакомлены 15"), "{}", page.outline());
    assert!(!page.text.contains("/readings"), "who has read is not for everybody");
    let twice = mentor.sends(&page, &format!("{act}/read"), &[]).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(mentor.opens(&format!("{act}/file")).await.text, "%PDF-1.7");

    let page = curator.opens(&act).await;
    let teacher = town.person("mentor2").unwrap().to_string();
    let signed = [("signed", teacher.as_str()), ("on", "2026-09-14")];
    assert_eq!(curator.sends(&page, &format!("{act}/readings"), &signed).await.leads_to(), act);
    assert!(curator.opens(&act).await.text.contains("подпись в листе"));
    let edition = curator.opens(&format!("/acts/new?replaces={}", &act["/acts/".len()..])).await;
    assert!(edition.text.contains("Назначить куратора"));
    let end = curator.sends(&page, &format!("{act}/end"), &[("on", "2026-08-01")]).await;
    assert_eq!(end.status, StatusCode::UNPROCESSABLE_ENTITY);
    let end = curator.sends(&page, &format!("{act}/end"), &[("on", "2026-09-15")]).await;
    assert_eq!(end.leads_to(), act);
    assert!(curator.opens(&act).await.text.contains("сейчас не действует"));
    assert_eq!(curator.opens("/acts/../etc").await.status, StatusCode::NOT_FOUND);
    assert_eq!(curator.opens("/acts/Закон").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_mentor_writes_to_the_curator_and_reads_the_answer() {
    let (town, site) = town().await;
    let mut mentor = signed_in(&town, &site, "mentor").await;
    let page = mentor.opens("/me").await;
    let nothing = mentor.sends(&page, "/petitions", &[("kind", "release")]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    let asked = [("kind", "release"), ("words", "Прошу освободить с 1 октября")];
    assert_eq!(mentor.sends(&page, "/petitions", &asked).await.leads_to(), "/me");
    let mut curator = signed_in(&town, &site, "curator").await;
    assert!(curator.opens("/today").await.text.contains("href=\"/petitions\""));
    let list = curator.opens("/petitions").await;
    insta::assert_snapshot!("petitions", list.outline());
    let action = list.text.split_once("action=\"/petitions/").unwrap().1;
    let action = format!("/petitions/{}", action.split('"').next().unwrap());
    let refused = curator.sends(&list, &action, &[("answer", "Согласны")]).await;
    assert!(refused.outline().contains("Выберите решение"), "{}", refused.outline());
    assert!(refused.text.contains("Согласны"));
    let answer = [("outcome", "granted"), ("answer", "Освобождаем приказом до 1 октября")];
    assert_eq!(curator.sends(&list, &action, &answer).await.leads_to(), "/petitions");
    assert!(mentor.opens("/me").await.text.contains("Освобождаем приказом до 1 октября"));
    assert_eq!(mentor.opens("/petitions").await.status, StatusCode::NOT_FOUND);
}
