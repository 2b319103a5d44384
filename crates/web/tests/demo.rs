//! The sample town on its pages: the clock that moves, and what a centre sees of its schools.

mod support;

use app::Manner;
use app::play::{Scale, begin};
use app::reminder::Writer;
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
async fn a_centre_looks_at_one_stage_and_at_those_behind_and_takes_the_list_away() {
    let (app, site) = empty(Manner::Demo).await;
    let town = begin(&app, date(2026, 10, 15), Scale::School).await.unwrap();
    let mut centre = signed_in(&town, &site, "municipality").await;
    let stages = centre.opens("/network/stages").await;
    insta::assert_snapshot!("network_stages", stages.outline());
    let link = stages.text.split("href=\"/network?stage=").nth(1).unwrap();
    let link = link.split('"').next().unwrap().replace("&amp;", "&");
    let one = centre.opens(&format!("/network?stage={link}")).await;
    assert!(words(&one.text).contains("Показать всю карту"));
    assert!(one.text.contains("name=\"stage\""), "a search keeps the stage");
    let months = centre.opens("/network/months").await;
    assert!(months.text.contains("/network?month=2026-09"));
    let month = centre.opens("/network?month=2026-09&show=late").await;
    assert!(words(&month.text).contains("Срок: сентябрь\u{a0}2026"));
    let school = centre.opens(&format!("/network/{}", town.school)).await;
    assert!(words(&school.text).contains("По этапам"));
    for page in [&stages, &one, &months, &month, &school] {
        assert_eq!(page.status, StatusCode::OK);
        assert!(!page.text.contains("Орлова") && !page.text.contains("Алёшина"));
    }
    let csv = centre.opens("/network/schools.csv?sort=name").await;
    let lines: Vec<&str> = csv.text.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines.len(), 3, "{}", csv.text);
    assert!(lines[0].starts_with("Организация;Вид;Муниципалитет;Позиций"), "{}", lines[0]);
    assert!(lines[1].starts_with("Гимназия № 2;"), "{}", lines[1]);
    assert_eq!(
        csv.header("content-disposition"),
        "attachment; filename=\"schools-2026-10-15.csv\""
    );
    let xlsx = centre.opens("/network/schools.xlsx").await;
    assert!(xlsx.header("content-type").contains("spreadsheetml"));
}

#[tokio::test]
async fn the_town_shows_the_letters_that_would_have_gone_out() {
    let (app, site) = empty(Manner::Demo).await;
    let writer = Writer::new(|it| web::letter::reminder("https://school.example", it));
    let app = app.with_writer(writer);
    let town = begin(&app, date(2026, 10, 15), Scale::School).await.unwrap();
    let mut curator = signed_in(&town, &site, "curator").await;
    let list = curator.opens("/letters").await;
    assert_eq!(list.status, StatusCode::OK);
    assert!(list.text.contains("@school.example") && words(&list.text).contains("Дальше"));
    let link = |page: &str| {
        let link = page.split("href=\"/letters/").nth(1).unwrap();
        format!("/letters/{}", link.split('"').next().unwrap())
    };
    let one = curator.opens(&link(&list.text)).await;
    let said = words(&one.text);
    assert!(said.contains("Здравствуйте, ") && said.contains("7:00"), "{said}");
    let message = one.text.split("<textarea").nth(1).unwrap().split("</textarea>").next().unwrap();
    assert!(message.contains("Здравствуйте, ") && !message.contains("Чтобы письма не приходили"));
    let found = curator.opens("/letters?q=%D0%91%D0%B5%D1%80%D1%91%D0%B7%D0%BA%D0%B8%D0%BD").await;
    assert!(found.text.contains("teacher@school.example"));
    assert!(!found.text.contains("head@school.example"));
    let nothing = curator.opens("/letters?q=xyz&page=9").await;
    assert!(words(&nothing.text).contains("Писем нет"));
    let mut teacher = signed_in(&town, &site, "teacher").await;
    let own = teacher.opens("/letters").await;
    assert!(own.text.contains("teacher@school.example"));
    assert!(!own.text.contains("head@school.example"), "only one's own");
    let foreign = teacher.opens(&link(&curator.opens("/letters?q=head").await.text)).await;
    assert_eq!(foreign.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_school_without_a_roadmap_is_told_so() {
    let (town, site) = town().await;
    let mut centre = signed_in(&town, &site, "municipality").await;
    let one = centre.opens(&format!("/network/{}", town.other_school)).await;
    assert!(words(&one.text).contains("Дорожная карта ещё не действует"));
}

#[tokio::test]
async fn the_guide_is_read_without_signing_in_and_shows_its_pictures() {
    let (_, site) = town().await;
    let mut guest = support::Visitor::new(&site);
    let list = guest.opens("/guide").await;
    let chapters = list.text.matches("href=\"/guide/chapters/").count();
    assert!(9 < chapters && list.text.contains("id=\"remarks\""), "{chapters} chapters");
    let mut n_pictures = 0;
    for link in list.text.split("href=\"/guide/chapters/").skip(1) {
        let name = link.split('"').next().unwrap();
        let page = guest.opens(&format!("/guide/chapters/{name}")).await;
        assert_eq!(page.status, StatusCode::OK, "{name}");
        for link in page.text.split("src=\"/guide/pictures/").skip(1) {
            let name = link.split('"').next().unwrap();
            let picture = guest.opens(&format!("/guide/pictures/{name}")).await;
            assert_eq!(picture.header("content-type"), "image/png", "{name}");
            n_pictures += 1;
        }
        for link in page.text.split("href=\"/guide/chapters/").skip(1) {
            let link = link.split(['"', '#']).next().unwrap();
            let there = guest.opens(&format!("/guide/chapters/{link}")).await;
            assert_eq!(there.status, StatusCode::OK, "{name} leads to {link}");
        }
    }
    assert!(5 < n_pictures, "{n_pictures} pictures");
    for nothing in ["/guide/chapters/nothing", "/guide/pictures/nothing.png"] {
        assert_eq!(guest.opens(nothing).await.status, StatusCode::NOT_FOUND);
    }
}
