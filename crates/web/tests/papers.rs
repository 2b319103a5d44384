//! Stories of papers through the pages: from the catalogue to a registered order, a change, a pack.

mod support;

use axum::http::StatusCode;
use support::town::{signed_in, town};
use support::{Answer, Visitor};

fn plain(page: &Answer) -> String {
    page.text.replace('\u{a0}', " ")
}

/// Sends the form of a paper with what already stands in it and some more.
async fn made(visitor: &mut Visitor, address: &str, more: &[(&str, &str)]) -> String {
    let page = visitor.opens(address).await;
    let kind = page.hidden("_kind");
    let order = page.hidden("_order");
    let mut fields = vec![("_kind", kind.as_str()), ("day", "2026-10-15")];
    if !order.is_empty() {
        fields.push(("_order", &order));
    }
    fields.extend_from_slice(more);
    visitor.sends(&page, "/papers", &fields).await.leads_to().to_owned()
}

#[tokio::test]
async fn a_paper_goes_from_the_catalogue_to_its_files_and_is_registered_as_signed() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let catalogue = curator.opens("/papers?q=положение").await;
    assert!(catalogue.text.contains("/papers/new?kind=teachers-regulation"));
    assert!(!catalogue.text.contains("kind=pairs-order"));
    let page = curator.opens("/papers/new?kind=teachers-regulation").await;
    assert!(plain(&page).contains("Известно без вопросов"));
    assert!(page.text.contains("href=\"/organisation/edit\""));
    let fields = [("_kind", "teachers-regulation"), ("day", "завтра"), ("most_mentees", "три")];
    let refused = curator.sends(&page, "/papers", &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields = [("_kind", "teachers-regulation"), ("day", "2026-10-15"), ("most_mentees", "три")];
    let refused = curator.sends(&refused, "/papers", &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(plain(&refused).contains("Напишите целое число цифрами"));
    assert!(refused.text.contains("value=\"три\""), "what was typed is kept");
    let fields = [("_kind", "teachers-regulation"), ("day", "2026-10-15"), ("most_mentees", "3")];
    let paper = curator.sends(&refused, "/papers", &fields).await.leads_to().to_owned();
    let page = curator.opens(&paper).await;
    assert!(page.text.contains("class=\"paper\""));
    assert!(plain(&page).contains("Заполнить от руки"));
    let docx = curator.opens(&format!("{paper}/paper.docx")).await;
    assert!(docx.header("content-disposition").ends_with(".docx"));
    let pdf = curator.opens(&format!("{paper}/paper.pdf")).await;
    assert!(pdf.text.starts_with("%PDF"));
    let register = format!("{paper}/register");
    let future = [("number", "1"), ("signed_on", "2027-01-01")];
    let refused = curator.sends(&page, &register, &future).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let signed = [("number", "1"), ("signed_on", "2026-10-14")];
    assert_eq!(curator.sends(&refused, &register, &signed).await.leads_to(), paper);
    let page = curator.opens(&paper).await;
    assert!(plain(&page).contains("Подписан, зарегистрирован: № 1 от 14 октября 2026 г."));
    assert_eq!(curator.opens(&format!("{paper}/edit")).await.status, StatusCode::NOT_FOUND);
    let made = curator.opens("/papers/made?state=signed&kind=teachers-regulation").await;
    assert!(made.text.contains(&paper));
    let mut neighbour = signed_in(&town, &site, "neighbour").await;
    assert_eq!(neighbour.opens(&paper).await.status, StatusCode::NOT_FOUND);
    assert!(!neighbour.opens("/papers/made").await.text.contains(&paper));
}

#[tokio::test]
async fn an_order_gets_its_text_and_a_change_of_it_tells_the_difference() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let page = curator.opens("/orders/new").await;
    let fields = [("about", "curator"), ("title", "О назначении куратора")];
    let order = curator.sends(&page, "/orders", &fields).await.leads_to().to_owned();
    let page = curator.opens(&order).await;
    let id = order.rsplit('/').next().unwrap();
    let make = format!("/papers/new?kind=curator-order&order={id}");
    assert!(page.text.contains(&make.replace('&', "&amp;")), "{}", page.outline());
    let first = [
        ("model", "teachers"),
        ("starts_on", "2026-10-16"),
        ("deputy", "Ясенева Ольга Дмитриевна, заместитель директора по воспитательной работе"),
    ];
    let paper = made(&mut curator, &make, &first).await;
    let page = curator.opens(&order).await;
    assert!(plain(&page).contains("Ясенева Ольга Дмитриевна"), "named people read the order");
    let fields = [("number", "74-од"), ("signed_on", "2026-10-15")];
    curator.sends(&page, &format!("{order}/register"), &fields).await;
    assert!(plain(&curator.opens(&paper).await).contains("№ 74-од"));
    let address = format!("{paper}/amend");
    let page = curator.opens(&address).await;
    let same = [&first[..], &[("_from", "2026-10-15")]].concat();
    let refused = curator.sends(&page, &address, &same).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let other = [
        ("model", "teachers"),
        ("starts_on", "2026-10-16"),
        ("deputy", "Лугова Ирина Олеговна"),
        ("_from", "2026-10-15"),
    ];
    let changed = curator.sends(&refused, &address, &other).await;
    let page = curator.opens(changed.leads_to()).await;
    let text = plain(&page);
    assert!(text.contains("«Кто замещает»") && text.contains("Лугова Ирина Олеговна"), "{text}");
    assert!(!text.contains("16 октября 2026 г. по"), "only the difference");
}

#[tokio::test]
async fn more_lines_are_added_without_a_script_and_nothing_typed_is_lost() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let page = curator.opens("/papers/new?kind=council-protocol").await;
    let fields = [
        ("_kind", "council-protocol"),
        ("day", "2026-10-15"),
        ("agenda.0.question", "О программе"),
        ("_more", "agenda"),
    ];
    let page = curator.sends(&page, "/papers", &fields).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text.contains("value=\"О программе\""));
    assert!(page.text.contains("name=\"agenda.3.question\""));
    assert!(curator.opens("/papers/made").await.outline().contains("Документов пока нет"));
}

#[tokio::test]
async fn missing_consents_are_printed_in_one_press_and_the_page_tells_how_far_it_is() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let matrix = curator.opens("/consents").await;
    assert!(matrix.text.contains("/papers/packs/new?what=consents"));
    let page = curator.opens("/papers/packs/new?what=consents").await;
    assert!(plain(&page).contains("До 2 000 документов"), "{}", page.outline());
    let fields = [("_what", "consents"), ("_format", "pdf")];
    let pack = curator.sends(&page, "/papers/packs", &fields).await.leads_to().to_owned();
    let mut page = curator.opens(&pack).await;
    for _ in 0..10_000 {
        if page.text.contains(&format!("{pack}/file")) {
            break;
        }
        assert_eq!(page.header("refresh"), "3");
        tokio::task::yield_now().await;
        page = curator.opens(&pack).await;
    }
    let file = curator.opens(&format!("{pack}/file")).await;
    assert!(file.text.starts_with("%PDF"), "{}", page.outline());
    let mut head = signed_in(&town, &site, "head").await;
    assert_eq!(head.opens(&format!("{pack}/file")).await.status, StatusCode::NOT_FOUND);
    let nothing = [("_what", "thanks"), ("_format", "zip")];
    let page = curator.opens("/papers/packs/new?what=thanks").await;
    let refused = curator.sends(&page, "/papers/packs", &nothing).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
}
