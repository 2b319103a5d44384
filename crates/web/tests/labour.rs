//! A story of article 351.8 through the pages: who needs a paper, the paper, the order, the pay.

mod support;

use axum::http::StatusCode;
use support::town::{signed_in, town};

#[tokio::test]
async fn a_mentor_is_put_to_work_by_consent_addendum_and_order_in_this_order() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let mentor = town.person("mentor").unwrap().to_string();
    let waiting = curator.opens("/addenda").await;
    insta::assert_snapshot!("addenda_waiting", waiting.outline());

    let consents = format!("/people/{mentor}/consents");
    let page = curator.opens(&format!("{consents}/new?kind=labour_mentoring")).await;
    let fields =
        [("kind", "labour_mentoring"), ("signed_on", "2026-09-10"), ("signed_by", "oneself")];
    assert_eq!(curator.sends(&page, &consents, &fields).await.leads_to(), consents);

    let address = format!("/people/{mentor}/addenda");
    let page = curator.opens(&format!("{address}/new")).await;
    insta::assert_snapshot!("new_addendum", page.outline());
    let wrong = [("signed_on", "2026-09-11"), ("from", "2026-09-14"), ("pay", "сколько-то")];
    let refused = curator.sends(&page, &address, &wrong).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.outline().contains("Укажите выплату числом"), "{}", refused.outline());
    let fields = [
        ("number", "1"),
        ("signed_on", "2026-09-11"),
        ("contract_number", "12-тд"),
        ("from", "2026-09-14"),
        ("to", "2027-05-31"),
        ("content", "помощь молодому учителю"),
        ("mode", "one_in_presence"),
        ("pay_how", "monthly"),
        ("pay", "3 000"),
        ("pay_ground", "п. 4.7 положения об оплате труда"),
    ];
    let signed = curator.sends(&refused, &address, &fields).await;
    let addendum = signed.leads_to().to_owned();
    let page = curator.opens(&addendum).await;
    insta::assert_snapshot!("addendum", page.outline());

    let pay = curator.opens("/addenda/pay?month=2026-09").await;
    insta::assert_snapshot!("pay", pay.outline());
    let sheet = curator.opens("/addenda/pay.xlsx?month=2026-09").await;
    assert_eq!(sheet.status, StatusCode::OK);

    let end = format!("{addendum}/end");
    let soon = [("who", "employer"), ("told_on", "2026-09-15"), ("last", "2026-09-16")];
    let refused = curator.sends(&page, &end, &soon).await;
    let told = refused.outline().replace('\u{a0}', " ");
    assert!(told.contains("не раньше 18 сентября 2026"), "{told}");
    let fields = [("who", "employer"), ("told_on", "2026-09-15"), ("last", "2026-09-18")];
    assert_eq!(curator.sends(&refused, &end, &fields).await.leads_to(), addendum);
    insta::assert_snapshot!("addenda", curator.opens("/addenda").await.outline());
}
