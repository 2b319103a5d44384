//! Stories of the launch: a curator loads a roadmap, mends it, approves it, and changes it later.

mod support;

use app::Manner;
use axum::http::StatusCode;
use support::town::{empty, signed_in, town};
use support::{Answer, Visitor};

const MAP: &str = "Дорожная карта по реализации системы наставничества педагогических работников \
на 2026-2027 учебный год\n\n\
№\tМероприятие\tСрок\tОтветственный\tРезультат\n\
1\tЗакрепление наставнических пар\tСентябрь 2026 г.\tКуратор\tПриказ о закреплении наставнических пар\n\
2\tОбучение наставников\tДекабрь 2021\tКуратор\tМатериалы занятий\n\
3\tИтоговая встреча\tМай 2027 г.\tДиректор\tПротокол итоговой встречи\n";

async fn loads(curator: &mut Visitor, file: (&str, &str)) -> Answer {
    let page = curator.opens("/imports/new").await;
    curator.brings(&page, "/imports", &[], file).await
}

async fn approves(curator: &mut Visitor, version: &str) -> Answer {
    let address = format!("{version}/approval");
    curator.fills_in(&address, &[("number", "71-б"), ("on", "2026-09-01")]).await
}

/// Accepts what is left of one code, every place with the same reason.
async fn accepts(curator: &mut Visitor, version: &str, code: &str, reason: &str) -> Answer {
    let address = format!("{version}/remarks/{code}");
    let page = curator.opens(&address).await;
    let ticked: Vec<&str> = page
        .text
        .split("name=\"chosen\" value=\"")
        .skip(1)
        .map(|it| it.split('"').next().unwrap_or_default())
        .collect();
    let revision = page.hidden("revision");
    let mut fields = vec![("reason", reason), ("revision", revision.as_str())];
    fields.extend(ticked.iter().map(|it| ("chosen", *it)));
    curator.sends(&page, &address, &fields).await
}

/// The address of the form of a row, by the beginning of its text.
fn row_address(page: &Answer, text: &str) -> String {
    let before = page.text.split(text).next().unwrap_or_default();
    let last = before.rsplit("href=\"").next().unwrap_or_default();
    last.split('"').next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_curator_loads_a_map_mends_a_row_and_approves_it() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let version = loads(&mut curator, ("карта.txt", MAP)).await.leads_to().to_owned();
    assert!(version.starts_with("/versions/"), "{version}");
    let page = curator.opens(&version).await;
    insta::assert_snapshot!("draft", page.outline());
    assert!(page.text.contains("Декабрь 2021"));

    let row = row_address(&page, "Обучение наставников");
    let form = curator.opens(&row).await;
    let fields = [
        ("revision", "0"),
        ("text", "Обучение наставников"),
        ("deadline", "декабрь 2026"),
        ("responsible", "Куратор"),
        ("result", "Материалы занятий"),
        ("number", "2"),
    ];
    let looked = curator.sends(&form, &row, &[&fields[..], &[("press", "check")]].concat()).await;
    let told = looked.text.replace('\u{a0}', " ");
    assert!(told.contains("Понято: 1–31 декабря 2026"), "nothing is saved by looking: {told}");
    assert!(curator.opens(&version).await.text.contains("Декабрь 2021"));
    let saved = curator.sends(&looked, &row, &fields).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let stale = curator.sends(&form, &format!("{row}/up"), &[("revision", "0")]).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);

    assert_eq!(approves(&mut curator, &version).await.status, StatusCode::SEE_OTHER);
    let maps = curator.opens("/roadmaps").await;
    assert!(maps.outline().contains("Редакция 1"));
    assert!(maps.text.contains("Действует") && maps.text.contains("№ 71-б"));
}

#[tokio::test]
async fn an_order_without_number_or_of_tomorrow_approves_nothing() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let version = loads(&mut curator, ("карта.txt", MAP)).await.leads_to().to_owned();
    let address = format!("{version}/approval");
    let refused = curator.fills_in(&address, &[("number", " "), ("on", "2027-03-30")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.outline().contains("Исправьте 3 места"));
    assert!(refused.text.contains("2027-03-30"), "what was typed stays");
}

#[tokio::test]
async fn an_error_is_mended_or_accepted_with_a_reason_that_shows_for_ever() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let two = MAP.replace("Май 2027 г.", "Май 2020 г.");
    let version = loads(&mut curator, ("карта.txt", &two)).await.leads_to().to_owned();
    let refused = approves(&mut curator, &version).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.outline().contains("Исправьте или примите с причиной 2 замечания"));
    assert!(refused.text.contains("71-б"), "what was typed stays");

    let silent = accepts(&mut curator, &version, "R011", "да").await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY, "a reason says something");
    insta::assert_snapshot!("accept_remarks", silent.outline());
    let reason = "Сроки прошлых лет оставлены нарочно";
    let accepted = accepts(&mut curator, &version, "R011", reason).await;
    assert_eq!(accepted.leads_to(), version, "one press accepts both");
    let gone = curator.opens(&format!("{version}/remarks/R011")).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND, "nothing of the code is left");

    assert_eq!(approves(&mut curator, &version).await.status, StatusCode::SEE_OTHER);
    for address in [&version, "/roadmap"] {
        let page = curator.opens(address).await.text.replace('\u{a0}', " ");
        assert_eq!(page.matches(reason).count(), 2, "{address}");
        assert!(page.contains("15 октября 2026 г."), "{address}: the day of the acceptance");
    }
    let journal = curator.opens("/journal").await;
    assert!(journal.text.contains("Замечание принято с причиной"));
    let id = roadmap_id(&curator.opens("/roadmaps").await);
    let next = curator.opens("/roadmaps").await;
    let next = curator.sends(&next, &format!("/roadmaps/{id}/drafts"), &[]).await;
    let next = next.leads_to().to_owned();
    let later = curator.opens(&format!("{next}?show=all")).await;
    assert_eq!(later.text.matches(reason).count(), 2, "it stands for the next version too");
    assert!(!later.text.contains("/remarks/R011"), "and is not asked again");
}

/// The id of the first roadmap of the list.
fn roadmap_id(page: &Answer) -> String {
    let rest = page.text.split("id=\"map-").nth(1).unwrap_or_default();
    rest.split('"').next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_second_file_of_the_year_is_compared_and_asked_about() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let version = loads(&mut curator, ("карта.txt", MAP)).await.leads_to().to_owned();
    accepts(&mut curator, &version, "R011", "Обучение началось раньше").await;
    assert_eq!(approves(&mut curator, &version).await.status, StatusCode::SEE_OTHER);
    let changed = MAP.replace("Май 2027 г.", "Июнь 2027 г.");
    let import = loads(&mut curator, ("новая.txt", &changed)).await.leads_to().to_owned();
    assert!(import.starts_with("/imports/"), "{import}");
    let page = curator.opens(&import).await;
    assert!(page.text.contains("изменено: 1") && page.text.contains("Июнь 2027 г."));
    let becomes = page.text.split("name=\"becomes\" value=\"").nth(1).unwrap();
    let becomes = becomes.split('"').next().unwrap().to_owned();
    let second =
        curator.sends(&page, &import, &[("becomes", &becomes)]).await.leads_to().to_owned();
    let difference = curator.opens(&format!("{second}/difference")).await;
    assert!(difference.outline().contains("Чем редакция 2 отличается от редакции 1"));
    assert!(difference.text.contains("Итоговая встреча"));
}

#[tokio::test]
async fn the_map_of_a_past_year_is_offered_for_rolling_forward() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let past = MAP.replace("2027", "2024").replace("2026", "2023").replace("2021", "2023");
    let import = loads(&mut curator, ("прошлая.txt", &past)).await.leads_to().to_owned();
    let page = curator.opens(&import).await;
    assert!(page.outline().contains("Перенести на этот год"));
    let roll = curator.opens(&format!("{import}/roll")).await;
    assert!(roll.text.contains("2026–2027") && roll.text.contains("Сентябрь 2026 г."));
    let version = curator
        .sends(&roll, &format!("{import}/roll"), &[("year", "2026")])
        .await
        .leads_to()
        .to_owned();
    assert!(curator.opens(&format!("{version}?show=all")).await.text.contains("Май 2027 г."));
}

#[tokio::test]
async fn a_sample_begins_a_draft_and_goes_out_as_files() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let page = curator.opens("/roadmaps/new").await;
    let version = curator
        .sends(&page, "/roadmaps", &[("standard", "teachers"), ("year", "2026")])
        .await
        .leads_to()
        .to_owned();
    for (ending, begins) in [("docx", "PK"), ("xlsx", "PK"), ("pdf", "%PDF")] {
        let file = curator.opens(&format!("{version}/paper.{ending}")).await;
        assert_eq!(file.status, StatusCode::OK, "{ending}");
        assert!(file.text.starts_with(begins), "{ending}");
    }
}

#[tokio::test]
async fn a_file_that_is_no_document_gets_a_sentence_and_changes_nothing() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    for file in [("карта.pdf", "%PDF-1.7"), ("письмо.txt", "Уважаемые коллеги"), ("", "")]
    {
        let answer = loads(&mut curator, file).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{file:?}");
        assert!(answer.outline().contains("! Файл пока не прочитан"), "{file:?}");
    }
    assert!(curator.opens("/roadmaps").await.outline().contains("Дорожной карты пока нет"));
}

#[tokio::test]
async fn the_first_start_takes_the_map_along_and_refuses_a_bad_one_whole() {
    let (_, site) = empty(Manner::Work).await;
    let mut curator = Visitor::new(&site);
    let page = curator.opens("/start").await;
    let school = [("school", "Школа № 7")];
    let bad = curator.brings(&page, "/start", &school, ("карта.pdf", "%PDF-1.7")).await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(curator.opens("/").await.leads_to(), "/start", "nothing was founded");
    let good =
        curator.brings(&bad, "/start", &school, ("карта.txt", MAP)).await.leads_to().to_owned();
    assert!(good.starts_with("/versions/"), "{good}");
    assert!(
        curator
            .opens(&format!("{good}?show=all"))
            .await
            .text
            .contains("Закрепление наставнических пар")
    );
}
