//! Stories of consents, pools and orders through the pages.

mod support;

use axum::http::StatusCode;
use support::town::{signed_in, town};

#[tokio::test]
async fn a_curator_records_a_consent_and_enters_a_mentor_into_the_pool() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let mentor = town.person("mentor").unwrap();
    let id = mentor.to_string();
    let matrix = curator.opens("/consents").await;
    insta::assert_snapshot!("consents", matrix.outline());

    let form = [("person", id.as_str()), ("from", "2026-09-15"), ("capacity", "2")];
    let page = curator.opens("/mentors/new").await;
    let refused = curator.sends(&page, "/mentors", &form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("согласие на обработку персональных данных"));
    let way = format!("/people/{id}/consents/new?kind=labour_mentoring");
    assert!(refused.text.contains(&way), "the way to the consent that is missing");

    let address = format!("/people/{id}/consents");
    let page = curator.opens(&format!("{address}/new?kind=personal_data")).await;
    insta::assert_snapshot!("new_consent", page.outline());
    let fields = [("kind", "personal_data"), ("signed_on", "2026-09-10"), ("signed_by", "oneself")];
    assert_eq!(curator.sends(&page, &address, &fields).await.leads_to(), address);
    let page = curator.opens(&format!("{address}/new?kind=labour_mentoring")).await;
    let fields = [("kind", "labour_mentoring"), fields[1], fields[2]];
    assert_eq!(curator.sends(&page, &address, &fields).await.leads_to(), address);

    let page = curator.opens("/mentors/new?q=алешина").await;
    assert!(page.text.contains(&id) && page.outline().contains("учитель математики"));
    assert!(!page.text.contains("Рощин"), "the search narrows without script");
    let entered = curator.sends(&page, "/mentors", &form).await;
    assert_eq!(entered.leads_to(), "/mentors", "{}", entered.outline());
    let pool = curator.opens("/mentors").await;
    insta::assert_snapshot!("mentors", pool.outline());
    let consents = curator.opens(&address).await;
    insta::assert_snapshot!("person_consents", consents.outline());
}

#[tokio::test]
async fn a_consent_without_a_signature_is_told_who_must_sign_and_keeps_what_was_typed() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let id = town.person("mentor").unwrap().to_string();
    let address = format!("/people/{id}/consents");
    let page = curator.opens(&format!("{address}/new")).await;
    let fields = [("kind", "personal_data"), ("signed_on", "2026-09-10")];
    let refused = curator.sends(&page, &address, &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.outline().contains("нужна подпись: сам участник"), "{}", refused.outline());
    assert!(refused.text.contains("value=\"2026-09-10\""));
}

#[tokio::test]
async fn an_order_is_drafted_registered_and_read_by_signature() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let page = curator.opens("/orders/new").await;
    let nothing = curator.sends(&page, "/orders", &[("title", "О парах")]).await;
    assert!(nothing.outline().contains("Выберите, о чём приказ"));
    let fields = [("about", "pairs"), ("title", "О закреплении наставнических пар")];
    let drafted = curator.sends(&page, "/orders", &fields).await;
    let order = drafted.leads_to().to_owned();
    let page = curator.opens(&order).await;
    insta::assert_snapshot!("order_draft", page.outline());
    let register = format!("{order}/register");
    let wrong = curator.sends(&page, &register, &[("number", "б"), ("signed_on", "")]).await;
    assert!(wrong.outline().contains("Исправьте 2 места"), "{}", wrong.outline());
    let fields = [("number", "71-б"), ("signed_on", "2026-09-14")];
    let nobody = curator.sends(&wrong, &register, &fields).await;
    assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nobody.text.contains("Приказ никого не называет"));

    let mentor = town.person("mentor").unwrap().to_string();
    let mentee = town.person("mentee").unwrap().to_string();
    let page = curator.opens(&format!("{order}/participants/new")).await;
    insta::assert_snapshot!("order_name", page.outline());
    let names = format!("{order}/participants");
    let alone = curator.sends(&page, &names, &[("mentor", mentor.as_str())]).await;
    assert_eq!(alone.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(alone.text.contains("Отметьте хотя бы одного наставляемого"));
    let pair = [("mentor", mentor.as_str()), ("mentee", mentee.as_str())];
    assert_eq!(curator.sends(&page, &names, &pair).await.leads_to(), order);
    let without = curator.sends(&page, &register, &fields).await;
    let told = without.outline().replace('\u{a0}', " ");
    assert!(told.contains("Алёшина Ф. И.: Нужно: согласие работника"), "{told}");
    assert!(told.contains("Синицына Д. П.: Нужно: согласие"), "{told}");

    let clause = [("works_by_contract", "п. 3.12 должностной инструкции"), ("revision", "0")];
    curator.sends(&page, &format!("/people/{mentor}/detail"), &clause).await;
    for (who, kind) in
        [(&mentor, "personal_data"), (&mentee, "personal_data"), (&mentee, "participation")]
    {
        let consents = format!("/people/{who}/consents");
        let page = curator.opens(&format!("{consents}/new")).await;
        let given = [("kind", kind), ("signed_on", "2026-09-10"), ("signed_by", "oneself")];
        assert_eq!(curator.sends(&page, &consents, &given).await.leads_to(), consents);
    }
    let page = curator.opens(&order).await;
    assert_eq!(curator.sends(&page, &register, &fields).await.leads_to(), order);

    let page = curator.opens(&format!("{order}/people/new")).await;
    let people = format!("{order}/people");
    curator.sends(&page, &people, &[("person", mentor.as_str())]).await;
    let page = curator.opens(&order).await;
    insta::assert_snapshot!("order", page.outline());
    for who in [&mentor, &mentee] {
        let page = curator.opens(&order).await;
        let read = format!("{people}/{who}");
        assert_eq!(curator.sends(&page, &read, &[("on", "2026-09-15")]).await.leads_to(), order);
    }
    assert!(curator.opens(&order).await.text.contains("ознакомлены все"));
    insta::assert_snapshot!("orders", curator.opens("/orders").await.outline());

    let id = order.rsplit('/').next().unwrap().to_owned();
    let page = curator.opens(&format!("/mistakes/new?of=order&id={id}")).await;
    insta::assert_snapshot!("mistake", page.outline());
    let of = [("of", "order"), ("id", id.as_str())];
    let silent = curator.sends(&page, "/mistakes", &of).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(silent.text.contains("Напишите, почему запись ошибочна"));
    let marked = [of[0], of[1], ("reason", "дата с другой бумаги")];
    assert_eq!(curator.sends(&page, "/mistakes", &marked).await.leads_to(), "/orders");
    assert_eq!(curator.opens(&order).await.status, StatusCode::NOT_FOUND);
    let list = curator.opens("/orders").await.text;
    assert!(list.contains("<s>Приказ № 71-б") && list.contains("дата с другой бумаги"), "{list}");
}

#[tokio::test]
async fn a_head_is_not_made_by_a_role_and_a_parent_is_grown() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let teacher = town.person("teacher").unwrap();
    let address = format!("/people/{teacher}/roles");
    let page = curator.opens(&format!("{address}/new")).await;
    assert!(!page.text.contains("value=\"head\""), "the head is not offered");
    let head = [("position", "head"), ("from", "1800-01-01")];
    let refused = curator.sends(&page, &address, &head).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("Руководителя называют в карточке организации"));
    assert!(refused.text.contains("роль не может начаться раньше"));
}

#[tokio::test]
async fn everybody_comes_to_the_own_consents_and_a_class_teacher_to_those_of_the_class() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let guardian = town.person("guardian").unwrap().to_string();
    let mut children = Vec::new();
    for (surname, class, of) in [("Ключников", "7А", guardian.as_str()), ("Белов", "7Б", "")]
    {
        let fields = [
            ("kind", "student"),
            ("surname", surname),
            ("first", "Матвей"),
            ("class", class),
            ("birth_on", "2013-04-12"),
            ("guardian_is", of),
        ];
        let page = curator.opens("/people/new?kind=student").await;
        let added = curator.sends(&page, "/people", &fields).await;
        assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.text);
        children.push(format!("{}/consents", added.leads_to()));
    }
    let mut teacher = signed_in(&town, &site, "teacher").await;
    let own = teacher.opens("/me/consents").await;
    insta::assert_snapshot!("own_consents_of_a_class_teacher", own.outline());
    assert_eq!(teacher.opens(&children[0]).await.status, StatusCode::OK);
    assert_eq!(teacher.opens(&children[1]).await.status, StatusCode::NOT_FOUND);
    let new = teacher.opens(&format!("{}/new", children[0])).await;
    assert_eq!(new.status, StatusCode::NOT_FOUND, "the class teacher looks and does not record");

    let mut parent = signed_in(&town, &site, "guardian").await;
    let own = parent.opens("/me/consents").await;
    insta::assert_snapshot!("own_consents_of_a_parent", own.outline());
    let child = parent.opens(&children[0]).await;
    assert_eq!(child.status, StatusCode::OK);
    assert!(!child.text.contains("Внесите подписанное согласие"), "these words are the curator's");
    assert_eq!(parent.opens(&children[1]).await.status, StatusCode::NOT_FOUND);

    let mut mentor = signed_in(&town, &site, "mentor").await;
    let menu = mentor.opens("/me").await;
    assert!(menu.text.contains("Мои согласия") && !menu.text.contains("Меры доступности"));
    assert_eq!(mentor.opens(&children[0]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_dictionary_has_the_forms_and_a_list_says_of_which_day_it_is() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let page = curator.opens("/dictionary").await;
    assert!(page.text.contains("работодатель — студент"), "{}", page.outline());
    let new = curator.opens("/mentors/new").await;
    assert!(new.outline().contains("Какие формы подходят"), "{}", new.outline());
    let wrong = curator.opens("/consents?on=31.02.2026").await;
    assert!(wrong.text.contains("Дня «31.02.2026» не бывает."), "{}", wrong.outline());
    let right = curator.opens("/consents?on=2026-09-01").await;
    assert!(right.text.contains("По состоянию на"), "{}", right.outline());
}
