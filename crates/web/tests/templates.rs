//! A story of templates through the pages: a text is changed, looked at, refused, kept, given back.

mod support;

use axum::http::StatusCode;
use support::town::{signed_in, town};

const ADDRESS: &str = "/templates/mentors-order";

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[tokio::test]
async fn a_curator_changes_a_text_sees_the_paper_and_goes_back_to_the_standard() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let list = curator.opens("/templates?q=наставников").await;
    assert!(list.text.contains(&format!("href=\"{ADDRESS}\"")));
    let short = curator.opens("/templates/letter-of-thanks").await;
    insta::assert_snapshot!("template", short.outline());
    let page = curator.opens(ADDRESS).await;
    assert!(page.text.contains("Алёшина"), "the sample stands beside the text");

    let look = format!("{ADDRESS}/preview");
    let fields = [("text", "# ПРИКАЗ\nв {{ organisation.name }}"), ("sample", "own")];
    let looked = curator.sends(&page, &look, &fields).await;
    assert_eq!(looked.status, StatusCode::OK);
    assert!(looked.text.contains("class=\"paper-title\">ПРИКАЗ"));
    let wrong = [("text", "# ПРИКАЗ\nв {{ organisaton.name }}\n{{ number }}")];
    let looked = curator.sends(&page, &look, &wrong).await;
    let told = plain(&looked.text);
    assert!(told.contains("Строка 2: поля «organisaton.name» нет"), "{told}");
    assert!(told.contains("organisation.name"));
    assert!(told.contains("data-line=\"2\""));

    let refused = curator.sends(&page, ADDRESS, &wrong).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("organisaton.name }}"), "what was typed is kept");
    let nearly = [("text", "# ПРИКАЗ\n№ {{ number }}"), ("from", "2026-09-15")];
    let refused = curator.sends(&page, ADDRESS, &nearly).await;
    let told = plain(&refused.text);
    assert!(told.contains("Строка 2: данных «Номер» может не быть"), "{told}");
    assert!(told.contains("Напишите, почему меняется текст"));

    let good = [
        ("text", "# ПРИКАЗ\n№ {{ number or fill(\"номер\") }}"),
        ("from", "2026-09-15"),
        ("why", "новый устав"),
        ("after", "0"),
    ];
    assert_eq!(curator.sends(&refused, ADDRESS, &good).await.leads_to(), ADDRESS);
    let version = format!("{ADDRESS}/versions/1");
    let page = curator.opens(&version).await;
    insta::assert_snapshot!("template_version", page.outline());
    let pdf = curator.opens(&format!("{ADDRESS}/sample.pdf")).await;
    assert_eq!(pdf.header("content-type"), "application/pdf");

    let page = curator.opens(ADDRESS).await;
    let back = [("from", "2026-09-15"), ("why", "хватит и стандартного"), ("after", "1")];
    let address = format!("{ADDRESS}/withdraw");
    assert_eq!(curator.sends(&page, &address, &back).await.leads_to(), ADDRESS);
    let again = curator.opens(&version).await;
    let restore = format!("{version}/restore");
    let refused = curator.sends(&again, &restore, &[("from", "2026-09-15"), ("after", "2")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields = [("from", "2026-09-15"), ("why", "нет, свой"), ("after", "2")];
    assert_eq!(curator.sends(&refused, &restore, &fields).await.leads_to(), ADDRESS);
    assert!(plain(&curator.opens("/journal").await.text).contains("Сохранена редакция шаблона"));
}

#[tokio::test]
async fn a_file_that_is_no_word_file_is_refused_beside_its_field() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let page = curator.opens(ADDRESS).await;
    let address = format!("{ADDRESS}/word");
    let fields = [("from", "2026-09-15"), ("why", "свой бланк"), ("after", "0")];
    let refused = curator.brings(&page, &address, &fields, ("Приказ.docx", "не файл")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(plain(&refused.text).contains("Файл не открывается как документ Word"));
    let none = curator.sends(&page, &address, &fields).await;
    assert!(plain(&none.text).contains("Выберите файл Word"));
    let start = curator.opens(&format!("{ADDRESS}/start.docx")).await;
    assert_eq!(start.status, StatusCode::OK);
}

#[tokio::test]
async fn who_may_only_look_gets_no_form() {
    let (town, site) = town().await;
    let mut auditor = signed_in(&town, &site, "auditor").await;
    let page = auditor.opens(ADDRESS).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.text.contains("data-preview") && !page.text.contains("type=\"file\""));
    assert_eq!(auditor.opens("/templates/no-such-paper").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_folder_is_made_beside_the_page_that_renews_itself_and_is_taken_along() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let page = curator.opens("/folder").await;
    insta::assert_snapshot!("folder", page.outline());
    assert_eq!(curator.sends(&page, "/folder", &[]).await.leads_to(), "/folder");
    // The work goes on between requests: the page tells of it until it is done.
    let mut page = curator.opens("/folder").await;
    for _ in 0..500 {
        if page.header("refresh").is_empty() {
            break;
        }
        assert!(plain(&page.text).contains("Собираем папку"));
        tokio::task::yield_now().await;
        page = curator.opens("/folder").await;
    }
    let link = page.text.split("href=\"/folder/").nth(1).expect("a link to the folder");
    let address = format!("/folder/{}", link.split('"').next().unwrap());
    let archive = curator.opens(&address).await;
    assert_eq!(archive.header("content-type"), "application/zip");
    assert!(archive.text.contains("00 Опись.pdf") && archive.text.contains("09 Журнал/"));
    let mut auditor = signed_in(&town, &site, "auditor").await;
    assert_eq!(auditor.opens(&address).await.status, StatusCode::OK);
    assert!(!auditor.opens("/folder").await.text.contains("action=\"/folder\""));
}
