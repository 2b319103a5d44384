//! Stories of lists: an empty school loads its staff, gives roles, takes its lists away again.

mod support;

use app::Manner;
use axum::http::StatusCode;
use support::Visitor;
use support::town::{empty, signed_in, town};

const STAFF: &str = "ФИО;Должность;Предмет;Телефон\n\
    Соловьёва Дарья Игоревна;учитель;химия;+7 900 123-45-67\n\
    Громов Пётр Ильич;педагог-психолог;;\n\
    Лисов;сторож;;\n";

#[tokio::test]
async fn an_empty_school_loads_its_staff_gives_a_role_and_takes_the_list_away() {
    let (_, site) = empty(Manner::Work).await;
    let mut curator = Visitor::new(&site);
    curator.fills_in("/start", &[("school", "Школа № 7")]).await;
    let page = curator.opens("/people/imports/new").await;
    insta::assert_snapshot!("load", page.outline());
    let nothing = curator.sends(&page, "/people/imports", &[]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    let wrong = curator.brings(&page, "/people/imports", &[], ("смета.csv", "1;2;3")).await;
    assert!(wrong.outline().contains("не нашлось списка людей"), "{}", wrong.outline());

    let loaded = curator.brings(&page, "/people/imports", &[], ("штат.csv", STAFF)).await;
    let list = loaded.leads_to().to_owned();
    let page = curator.opens(&list).await;
    insta::assert_snapshot!("list", page.outline());
    assert!(page.text.contains("Записать 2") && page.text.contains("Впишите имя"));
    let errors = curator.opens(&format!("{list}/errors.xlsx")).await;
    assert_eq!(errors.status, StatusCode::OK);

    let revision = page.hidden("revision");
    let seen = [("revision", revision.as_str())];
    let done = curator.sends(&page, &format!("{list}/apply"), &seen).await;
    assert_eq!(done.leads_to(), list);
    let page = curator.opens(&list).await;
    assert!(page.text.contains("Соловьёва Дарья Игоревна"), "who was added is listed");
    let stale = curator.sends(&page, &format!("{list}/apply"), &seen).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);

    let people = curator.opens("/people?q=соловь").await;
    let of_link = |it: &str| it.get(..36)?.parse::<uuid::Uuid>().ok();
    let id = people.text.split("/people/").find_map(of_link).unwrap();
    let page = curator.opens(&format!("/people/{id}/roles/new")).await;
    let role = [("position", "curator"), ("from", "2026-09-01")];
    curator.sends(&page, &format!("/people/{id}/roles"), &role).await;
    let taken = curator.opens("/people/list.csv?position=curator").await;
    assert!(taken.text.contains("Соловьёва;Дарья;Игоревна"), "{}", taken.text);
    assert!(!taken.text.contains("Громов"), "the choice of the page goes along");
    assert!(taken.text.contains(";'+79001234567"), "a telephone is no formula: {}", taken.text);
}

#[tokio::test]
async fn what_columns_mean_and_who_is_whom_is_answered_on_the_page() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let page = curator.opens("/people/imports/new").await;
    let text = "ФИО;Кабинет\nТихомирова А. Л.;учитель химии\n";
    let loaded = curator.brings(&page, "/people/imports", &[], ("список.csv", text)).await;
    let list = loaded.leads_to().to_owned();
    let page = curator.opens(&list).await;
    assert!(page.outline().contains("Это тот же человек"), "{}", page.outline());
    let revision = page.hidden("revision");
    let fields = [
        ("revision", revision.as_str()),
        ("header-1", "Кабинет"),
        ("understood-1", "ignored"),
        ("column-1", "position"),
        ("who-0:2", "same"),
    ];
    let done = curator.sends(&page, &format!("{list}/answers"), &fields).await;
    assert_eq!(done.leads_to(), list);
    let page = curator.opens(&list).await;
    assert!(page.text.contains("учитель химии"), "the column is read as it was said");
    assert!(page.text.contains("Записать 1"), "{}", page.outline());
}

#[tokio::test]
async fn equal_mistakes_stand_together_and_rows_that_are_nobody_are_counted() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let page = curator.opens("/people/imports/new").await;
    let rows = (1..=90).map(|it| format!("Иванов{it} Пётр;7А\n")).collect::<String>();
    let text = format!("ФИО;Класс\nБелов Артём;7А\n{rows}Вакансия;\nИтого: 91;\n");
    let loaded = curator.brings(&page, "/people/imports", &[], ("7А.csv", &text)).await;
    let list = loaded.leads_to().to_owned();
    let page = curator.opens(&list).await;
    assert!(page.text.contains("90 строк"), "{}", page.outline());
    assert!(page.text.contains("строки 3–92"), "{}", page.outline());
    assert!(page.text.contains("Пропущены 2 строки: в них нет людей"), "{}", page.outline());
    let revision = page.hidden("revision");
    let fields = [
        ("revision", revision.as_str()),
        ("header-0", "ФИО"),
        ("understood-0", "full_name"),
        ("column-0", "ignored"),
    ];
    let refused = curator.sends(&page, &format!("{list}/answers"), &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text);
    assert!(refused.text.contains("С такими столбцами людей в файле не найти"));
    assert_eq!(curator.opens(&list).await.status, StatusCode::OK, "the list is as it was");

    let page = curator.opens("/people/imports/new").await;
    let nobody = ("пусто.csv", "ФИО;Класс;Телефон\n");
    let empty = curator.brings(&page, "/people/imports", &[], nobody).await;
    assert!(empty.outline().contains("а людей под ними нет"), "{}", empty.outline());
}

#[tokio::test]
async fn no_list_holds_a_person_of_another_school_and_every_one_opens_by_its_format() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let mut neighbour = signed_in(&town, &site, "neighbour").await;
    assert!(curator.opens("/people/list.csv").await.text.contains("Тихомирова"));
    for list in ["/people", "/consents", "/mentors", "/mentees", "/orders"] {
        for asked in ["", "?q=Тихомирова", "?who=everybody"] {
            let foreign = neighbour.opens(&format!("{list}/list.csv{asked}")).await;
            assert_eq!(foreign.status, StatusCode::OK, "{list}");
            assert!(!foreign.text.contains("Тихомирова"), "{list}{asked}");
        }
        let book = curator.opens(&format!("{list}/list.xlsx")).await;
        assert!(book.header("content-disposition").ends_with(".xlsx\""), "{list}");
        assert!(book.text.starts_with("PK"), "{list}");
    }
    for pool in ["/mentors", "/mentees"] {
        let paper = curator.opens(&format!("{pool}/form.pdf")).await;
        assert!(paper.text.starts_with("%PDF"), "{pool}");
        assert!(curator.opens(&format!("{pool}/form.xlsx")).await.text.starts_with("PK"));
    }
}
