//! A story of rights through the pages: what is held, a correction, a destruction with its act.

mod support;

use axum::http::StatusCode;
use support::town::{signed_in, town};

#[tokio::test]
async fn a_teacher_reads_what_is_held_asks_for_a_correction_and_gets_an_answer() {
    let (town, site) = town().await;
    let mut teacher = signed_in(&town, &site, "teacher").await;
    let me = town.person("teacher").unwrap();
    assert!(teacher.opens("/me").await.text.contains(&format!("/people/{me}/held")));
    let card = teacher.opens(&format!("/people/{me}/held")).await;
    insta::assert_snapshot!("held_of_a_teacher", card.outline());
    assert!(card.text.contains("Берёзкин") && !card.text.contains("Орлова Марина"));
    let page = teacher.opens(&format!("/people/{me}/requests/new")).await;
    let address = format!("/people/{me}/requests");
    let nothing = teacher.sends(&page, &address, &[("kind", "correction")]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    let words = "Отчество: Антонович, а не Антипович";
    let fields = [("kind", "correction"), ("words", words)];
    let asked = teacher.sends(&page, &address, &fields).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.outline());
    let request = asked.leads_to().to_owned();

    let mut curator = signed_in(&town, &site, "curator").await;
    insta::assert_snapshot!("requests", curator.opens("/requests").await.outline());
    let page = curator.opens(&request).await;
    assert!(page.text.contains(words));
    let answer = format!("{request}/answer");
    let refused = curator.sends(&page, &answer, &[("outcome", "done"), ("on", "2026-10-14")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    insta::assert_snapshot!("answer_without_a_reason", refused.outline());
    let fields = [("outcome", "done"), ("words", "исправлено по паспорту"), ("on", "2026-10-15")];
    let done = curator.sends(&page, &answer, &fields).await;
    assert_eq!(done.leads_to(), request);
    assert!(teacher.opens(&request).await.text.contains("исправлено по паспорту"));
    for (ending, kind) in [("json", "application/json"), ("pdf", "application/pdf")] {
        let file = teacher.opens(&format!("/people/{me}/held.{ending}")).await;
        assert_eq!((file.status, file.header("content-type")), (StatusCode::OK, kind));
    }
}

#[tokio::test]
async fn a_commission_looks_through_what_goes_and_destroys_it_with_an_act() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let who = town.person("mentor2").unwrap();
    insta::assert_snapshot!("nothing_to_destroy", curator.opens("/destruction").await.outline());
    let page = curator.opens(&format!("/people/{who}/leaving/new")).await;
    let address = format!("/people/{who}/leaving");
    curator.sends(&page, &address, &[("on", "2026-10-14")]).await;
    insta::assert_snapshot!("to_be_destroyed", curator.opens("/destruction").await.outline());
    let address = format!("/destruction/people/{who}");
    let page = curator.opens(&address).await;
    insta::assert_snapshot!("what_goes", page.outline());
    let refused = curator.sends(&page, &address, &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    insta::assert_snapshot!("destruction_refused", refused.outline());
    let (head, deputy) = (town.person("head").unwrap(), town.person("deputy").unwrap());
    let (head, deputy) = (head.to_string(), deputy.to_string());
    let fields = [
        ("chair", head.as_str()),
        ("members", deputy.as_str()),
        ("basis", "приказ от 14 октября 2026 г. № 66-од"),
        ("surname", "yes"),
        ("forever", "yes"),
    ];
    let done = curator.sends(&page, &address, &fields).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.outline());
    let act = done.leads_to().to_owned();
    let page = curator.opens(&act).await;
    insta::assert_snapshot!("act", page.outline());
    assert!(page.text.contains(&who.to_string()) && !page.text.contains("Рощин"));
    for paper in ["act.docx", "act.pdf", "extract.docx", "extract.pdf"] {
        assert_eq!(curator.opens(&format!("{act}/{paper}")).await.status, StatusCode::OK);
    }
    for path in ["/people", "/destruction", "/journal", "/mentors"] {
        assert!(!curator.opens(path).await.text.contains("Рощин"), "{path}");
    }
    let gone = curator.opens(&format!("/people/{who}/held")).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn every_column_about_a_person_has_a_name_in_both_languages() {
    let (town, _) = town().await;
    let mut wrong = Vec::new();
    for (table, column) in town.app.store.columns_about_people().await.unwrap() {
        for lang in web::lang::Lang::ALL {
            for name in [format!("held-table-{table}"), format!("held-column-{column}")] {
                if column.is_empty() && name.starts_with("held-column") {
                    continue;
                }
                if lang.t(&name) == name {
                    wrong.push(format!("{name} ({lang:?})"));
                }
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(
        wrong.is_empty(),
        "name in crates/web/locales/*/rights.ftl what the card of everything held shows:\n{}",
        wrong.join("\n")
    );
}
