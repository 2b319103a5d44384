//! The sample town on its pages: the clock that moves, and what a centre sees of its schools.

mod support;

use app::Manner;
use app::play::{Scale, begin};
use axum::http::StatusCode;
use jiff::civil::date;
use support::outline::words;
use support::town::{empty, signed_in, town};

#[tokio::test]
async fn the_bar_moves_the_clock_and_nobody_is_sent_to_the_door() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let page = curator.opens("/people").await;
    assert!(page.text.contains("15\u{a0}октября\u{a0}2026\u{a0}г."));
    let back = [("step", "month"), ("back", "/people")];
    let answer = curator.sends(&page, "/clock", &back).await;
    assert_eq!((answer.status, answer.leads_to()), (StatusCode::SEE_OTHER, "/people"));
    let page = curator.opens("/people").await;
    assert_eq!(page.status, StatusCode::OK);
    let day = "15\u{a0}ноября\u{a0}2026\u{a0}г.";
    assert!(page.text.contains(day), "the bar does not show the new day");
}

#[tokio::test]
async fn a_centre_reads_figures_of_its_schools_and_never_a_name() {
    let (app, site) = empty(Manner::Demo).await;
    let town = begin(&app, date(2026, 10, 15), Scale::School).await.unwrap();
    let mut centre = signed_in(&town, &site, "municipality").await;
    let list = centre.opens("/network?sort=overdue").await;
    assert_eq!(list.status, StatusCode::OK);
    assert!(words(&list.text).contains("Школа № 7"));
    let one = centre.opens(&format!("/network/{}", town.school)).await;
    assert_eq!(one.status, StatusCode::OK);
    for page in [&list, &one] {
        assert!(!page.text.contains("Орлова") && !page.text.contains("Ветров"));
    }
    let nothing = centre.opens("/network?q=xyz").await;
    assert!(words(&nothing.text).contains("Ничего не нашлось"));
    let mut head = signed_in(&town, &site, "head").await;
    for address in ["/network".to_owned(), format!("/network/{}", town.other_school)] {
        assert_eq!(head.opens(&address).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_school_without_a_roadmap_is_told_so() {
    let (town, site) = town().await;
    let mut centre = signed_in(&town, &site, "municipality").await;
    let one = centre.opens(&format!("/network/{}", town.other_school)).await;
    assert!(words(&one.text).contains("Дорожная карта ещё не действует"));
}
