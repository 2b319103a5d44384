//! Stories of a running year: what is to do today, how a row closes and opens, who sees what.

mod support;

use axum::http::StatusCode;
use support::town::{signed_in, town};
use support::year::{roadmap, roadmap_with_parts, row};

#[tokio::test]
async fn the_day_tells_what_is_late_what_is_near_and_what_waits() {
    let (town, site) = town().await;
    roadmap(&town).await;
    let mut curator = signed_in(&town, &site, "curator").await;
    assert_eq!(curator.opens("/").await.leads_to(), "/today");
    let page = curator.opens("/today").await;
    assert_eq!(page.status, StatusCode::OK);
    let outline = page.outline();
    for words in [
        "# Сегодня, 15\u{a0}октября, четверг",
        "### Просрочено 1",
        "### На этой неделе 1",
        "Собрать запросы наставляемых",
        "Провести встречу педагогов",
        "издание приказа",
    ] {
        assert!(outline.contains(words), "no «{words}» in\n{outline}");
    }
    assert!(!outline.contains("Консультировать наставников"), "what has no day never nags");
}

#[tokio::test]
async fn a_mentor_sees_only_the_own_task_today_and_everything_in_the_roadmap() {
    let (town, site) = town().await;
    let running = roadmap(&town).await;
    let mut mentor = signed_in(&town, &site, "mentor").await;
    let today = mentor.opens("/today").await;
    assert!(today.text.contains("Издать приказ о парах"));
    assert!(!today.text.contains("Провести встречу педагогов"));
    let map = mentor.opens("/roadmap").await;
    assert!(map.text.contains("Провести встречу педагогов"));
    let (foreign, task) = row(&running, "1.2");
    assert_eq!(mentor.opens(&foreign).await.status, StatusCode::OK);
    let page = mentor.opens("/account").await;
    let answer = mentor.sends(&page, &format!("/tasks/{task}/start"), &[]).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND, "another's task is not begun");
}

#[tokio::test]
async fn the_missing_order_closes_its_row_and_its_withdrawal_opens_it_again() {
    let (town, site) = town().await;
    let running = roadmap(&town).await;
    let (href, task) = row(&running, "1.5");
    let mut mentor = signed_in(&town, &site, "mentor").await;
    let form = format!("/tasks/{task}/evidence");
    let page = mentor.opens(&form).await;
    let fields = |document| {
        [("how", "file"), ("document", document), ("true_on", "2026-10-14"), ("words", "№ 77")]
    };
    let wrong = mentor.brings(&page, &form, &fields("order/pairs"), ("a.html", "<html>")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.outline().contains("Такие файлы не хранятся"), "{}", wrong.outline());
    assert!(wrong.text.contains("value=\"№ 77\""), "what was typed is kept");
    mentor.brings(&page, &form, &fields("order/curator"), ("a.pdf", "%PDF-1.7 other")).await;
    let still = mentor.opens(&href).await;
    assert!(still.text.contains("Пока нет"), "an order about something else leaves the row open");
    let done =
        mentor.brings(&page, &form, &fields("order/pairs"), ("a.pdf", "%PDF-1.7 pairs")).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    let closed = mentor.opens(&href).await;
    assert!(closed.text.contains("Сделано") && closed.text.contains("Закрылось само"));
    let file = format!(
        "/files/{}",
        closed.text.split("/files/").nth(1).unwrap().split('"').next().unwrap()
    );
    let brought = mentor.opens(&file).await;
    assert_eq!(brought.header("content-disposition"), "attachment; filename*=UTF-8''a.pdf");
    assert!(brought.header("content-security-policy").contains("sandbox"));
    let mut teacher = signed_in(&town, &site, "teacher").await;
    assert_eq!(teacher.opens(&file).await.status, StatusCode::NOT_FOUND);
    let withdraw = closed.text.split(&format!("/tasks/{task}/evidence/")).nth(1).unwrap();
    let withdraw = format!("/tasks/{task}/evidence/{}", withdraw.split('"').next().unwrap());
    assert_eq!(
        mentor.fills_in(&withdraw, &[("reason", "--")]).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    mentor.fills_in(&withdraw, &[("reason", "Приказ отменён")]).await;
    let open = mentor.opens(&href).await;
    assert!(open.text.contains("Приказ отменён") && open.text.contains("Пока нет"));
}

#[tokio::test]
async fn a_row_that_lacks_its_document_is_closed_only_with_a_reason_that_shows_for_ever() {
    let (town, site) = town().await;
    let running = roadmap(&town).await;
    let (href, task) = row(&running, "1.5");
    let mut curator = signed_in(&town, &site, "curator").await;
    let close = format!("/tasks/{task}/close");
    let refused = curator.fills_in(&close, &[("on", "2026-10-14"), ("reason", "")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    // What lacks is said beside; the one thing that can be mended here is counted.
    assert!(refused.outline().contains("Исправьте 1 место"), "{}", refused.outline());
    assert!(refused.text.contains("id=\"lacks\""));
    curator.fills_in(&close, &[("on", "2026-10-14"), ("reason", "Приказ издан по району")]).await;
    let page = curator.opens(&href).await;
    assert!(page.text.contains("Причина: Приказ издан по району"));
    let reopen = format!("/tasks/{task}/reopen");
    curator.fills_in(&reopen, &[("reason", "Закрыли по ошибке")]).await;
    assert!(curator.opens(&href).await.text.contains("Открыто снова"));
    curator
        .fills_in(&format!("/tasks/{task}/set-aside"), &[("reason", "Пар в этом году нет")])
        .await;
    let aside = curator.opens(&href).await;
    assert!(
        aside.outline().contains("Открыть снова") && aside.text.contains("Пар в этом году нет")
    );
}

#[tokio::test]
async fn a_row_that_wants_nothing_is_closed_by_a_mark() {
    let (town, site) = town().await;
    let running = roadmap(&town).await;
    let (href, task) = row(&running, "1.2");
    let mut curator = signed_in(&town, &site, "curator").await;
    let close = format!("/tasks/{task}/close");
    let ahead = curator.fills_in(&close, &[("on", "2026-10-16")]).await;
    assert!(ahead.outline().contains("Этот день ещё не наступил"), "{}", ahead.outline());
    let answer = curator.fills_in(&close, &[("on", "2026-10-15")]).await;
    assert_eq!(answer.leads_to(), format!("{href}?task={task}"));
    let figures = curator.opens("/fulfilment?list=on_time").await;
    assert!(figures.text.contains("Провести встречу педагогов"));
    let before = curator.opens("/fulfilment?on=2026-10-14&list=on_time").await;
    assert!(!before.text.contains("Провести встречу педагогов"), "it was not done yet");
}

#[tokio::test]
async fn an_event_that_happens_dates_what_waits_for_it() {
    let (town, site) = town().await;
    let running = roadmap(&town).await;
    let (href, task) = row(&running, "1.6");
    let mut curator = signed_in(&town, &site, "curator").await;
    assert!(curator.opens(&href).await.text.contains("ждёт события «издание приказа»"));
    let happened = format!("/tasks/{task}/happened");
    let ahead = curator.fills_in(&happened, &[("on", "2026-12-01")]).await;
    assert_eq!(ahead.status, StatusCode::UNPROCESSABLE_ENTITY);
    curator.fills_in(&happened, &[("on", "2026-10-08")]).await;
    let page = curator.opens(&href).await;
    assert!(page.text.contains("до 22\u{a0}октября"), "{}", page.outline());
}

#[tokio::test]
async fn a_task_is_given_to_people_by_ticking_them() {
    let (town, site) = town().await;
    let running = roadmap(&town).await;
    let (href, task) = row(&running, "1.3");
    let teacher = town.person("teacher").unwrap().to_string();
    let mut curator = signed_in(&town, &site, "curator").await;
    curator.fills_in(&format!("/tasks/{task}/people"), &[("people", &teacher)]).await;
    let page = curator.opens(&href).await;
    assert!(page.text.contains("Поручено: Берёзкин"), "{}", page.outline());
    let mut teacher = signed_in(&town, &site, "teacher").await;
    assert!(teacher.opens("/roadmap?who=me").await.text.contains("Оформить уголок"));
}

/// The keys of the parts that a page offers to tick off.
fn keys(page: &str) -> Vec<String> {
    let offered = page.split("name=\"part\" value=\"").skip(1);
    offered.filter_map(|it| Some(it.split('"').next()?.to_owned())).collect()
}

#[tokio::test]
async fn entries_of_a_list_are_ticked_off_and_the_last_one_closes_the_row() {
    let (town, site) = town().await;
    let running = roadmap_with_parts(&town).await;
    let (href, task) = row(&running, "2.1");
    let mut curator = signed_in(&town, &site, "curator").await;
    let page = curator.opens(&href).await;
    let all = keys(&page.text);
    assert_eq!(all.len(), 3, "{}", page.outline());
    let form = format!("/tasks/{task}/parts");
    let nothing = curator.sends(&page, &form, &[("on", "2026-10-16")]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    for words in ["Отметьте хотя бы один пункт", "Этот день ещё не наступил"]
    {
        assert!(nothing.outline().contains(words), "{}", nothing.outline());
    }
    curator.fills_in(&form, &[("part", &all[0]), ("part", &all[1]), ("on", "2026-10-14")]).await;
    let page = curator.opens(&href).await;
    assert!(page.text.contains("сделано 2 из 3 пунктов"), "{}", page.text);
    assert!(page.text.contains("сделано 14\u{a0}октября"), "{}", page.text);
    let close = curator.fills_in(&format!("/tasks/{task}/close"), &[("on", "2026-10-15")]).await;
    assert!(close.outline().contains("Исправьте 1 место"), "{}", close.outline());
    assert!(close.text.contains("id=\"lacks\""), "{}", close.text);
    curator.fills_in(&form, &[("part", &keys(&page.text)[0]), ("on", "2026-10-15")]).await;
    let page = curator.opens(&href).await;
    assert!(page.text.contains("Всё нужное есть, дело закрыто"), "{}", page.text);
    let undo = page.text.split(&format!("/tasks/{task}/parts/")).nth(1).unwrap();
    let undo = format!("/tasks/{task}/parts/{}", undo.split('"').next().unwrap());
    let short = curator.fills_in(&undo, &[("reason", "--")]).await;
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
    curator.fills_in(&undo, &[("reason", "Беседу перенесли")]).await;
    let page = curator.opens(&href).await;
    assert!(
        page.text.contains("Снята отметка с пункта")
            && page.text.contains("сделано 2 из 3 пунктов")
    );
    let mut teacher = signed_in(&town, &site, "teacher").await;
    assert!(keys(&teacher.opens(&href).await.text).is_empty(), "another's parts are only read");
}

#[tokio::test]
async fn what_was_just_done_is_undone_with_one_press_and_only_then() {
    let (town, site) = town().await;
    let running = roadmap(&town).await;
    let (href, task) = row(&running, "1.2");
    let mut curator = signed_in(&town, &site, "curator").await;
    curator.fills_in(&format!("/tasks/{task}/close"), &[("on", "2026-10-15")]).await;
    let told = curator.opens(&href).await;
    assert!(told.text.contains("Дело закрыто") && told.outline().contains("[button] Отменить"));
    assert!(!curator.opens(&href).await.outline().contains("[button] Отменить"), "told once");
    let undo = format!("/tasks/{task}/undo");
    let act = told.hidden("act");
    let answer = curator.sends(&told, &undo, &[("act", &act)]).await;
    assert_eq!(answer.leads_to(), format!("{href}?task={task}"));
    let page = curator.opens(&href).await;
    assert!(page.text.contains("Отменено, как будто не делали"));
    assert!(page.text.contains("Открыто снова") && page.text.contains("Отмечено сделанным"));
    let page = curator.opens("/account").await;
    let late = curator.sends(&page, &undo, &[("act", &act)]).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(late.text.contains("Отмена не сделана"), "{}", late.outline());
    let strange = curator.sends(&page, &undo, &[("act", "everything")]).await;
    assert_eq!(strange.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn sections_of_the_roadmap_fold_by_a_link_and_stay_on_paper() {
    let (town, site) = town().await;
    roadmap_with_parts(&town).await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let whole = curator.opens("/roadmap").await;
    assert!(whole.text.contains("aria-expanded=\"true\"") && !whole.text.contains("folded"));
    let folded = curator.opens("/roadmap?fold=0&q=%D0%B7%D0%B0%D0%BF%D1%83%D1%81%D0%BA").await;
    assert!(folded.text.contains("class=\"folded\"") && folded.text.contains("Развернуть все"));
    assert!(folded.text.contains("Подготовить запуск"), "only the screen hides it");
    assert!(folded.text.contains("name=\"fold\" value=\"0\""), "a search keeps it");
}

#[tokio::test]
async fn the_roadmap_is_narrowed_by_words_state_and_month() {
    let (town, site) = town().await;
    roadmap(&town).await;
    let mut curator = signed_in(&town, &site, "curator").await;
    for (asked, there, gone) in [
        ("q=%D1%83%D0%B3%D0%BE%D0%BB%D0%BE%D0%BA", "Оформить уголок", "Провести встречу"),
        ("state=overdue", "Собрать запросы", "Оформить уголок"),
        ("month=2027-05", "Оформить уголок", "Провести встречу"),
    ] {
        let page = curator.opens(&format!("/roadmap?{asked}")).await;
        assert!(page.text.contains(there), "{asked}: no «{there}»");
        assert!(!page.text.contains(gone), "{asked}: «{gone}» is still there");
    }
    let nothing = curator.opens("/roadmap?q=zzz").await;
    assert!(nothing.outline().contains("Ничего не нашлось"));
}

#[tokio::test]
async fn one_school_never_finds_a_row_or_task_of_another() {
    let (town, site) = town().await;
    let running = roadmap(&town).await;
    let (href, task) = row(&running, "1.5");
    let mut neighbour = signed_in(&town, &site, "neighbour").await;
    for address in [href, format!("/tasks/{task}/close"), format!("/tasks/{task}/evidence")] {
        assert_eq!(neighbour.opens(&address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
    assert!(neighbour.opens("/today").await.outline().contains("Дорожной карты пока нет"));
}

#[tokio::test]
async fn the_pages_of_the_year_keep_their_outline() {
    let (town, site) = town().await;
    let running = roadmap(&town).await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let (href, _) = row(&running, "1.5");
    for (name, address) in [
        ("today", "/today"),
        ("roadmap", "/roadmap"),
        ("row", &href),
        ("fulfilment", "/fulfilment"),
    ] {
        let outline = curator.opens(address).await.outline();
        // Ids differ from run to run.
        let outline = without_ids(&outline);
        insta::assert_snapshot!(name, outline);
    }
}

#[tokio::test]
async fn a_row_of_parts_keeps_its_outline() {
    let (town, site) = town().await;
    let running = roadmap_with_parts(&town).await;
    let (href, task) = row(&running, "2.1");
    let mut curator = signed_in(&town, &site, "curator").await;
    let page = curator.opens(&href).await;
    let first = keys(&page.text)[0].clone();
    curator
        .fills_in(&format!("/tasks/{task}/parts"), &[("part", &first), ("on", "2026-10-14")])
        .await;
    let outline = without_ids(&curator.opens(&href).await.outline());
    insta::assert_snapshot!("row_of_parts", outline);
}

fn without_ids(outline: &str) -> String {
    const ENDS: [char; 6] = ['/', '=', '?', ')', '&', '#'];
    let is_id = |it: &str| it.len() == 36 && it.chars().filter(|c| *c == '-').count() == 4;
    let mut plain = String::new();
    for part in outline.split_inclusive(ENDS) {
        let word = part.trim_end_matches(ENDS);
        plain.push_str(if is_id(word) { "{id}" } else { word });
        plain.push_str(&part[word.len()..]);
    }
    plain
}

#[tokio::test]
async fn an_address_that_makes_no_sense_for_a_task_says_why_and_what_can_be_done() {
    let (town, site) = town().await;
    let running = roadmap(&town).await;
    let (href, task) = row(&running, "1.5");
    let mut curator = signed_in(&town, &site, "curator").await;
    let says = |page: &support::Answer, why: &str| {
        let outline = page.outline();
        assert!(outline.contains(why) && !outline.contains("[button]"), "{why}: {outline}");
        assert!(page.text.contains(&format!("{href}?task={task}")), "the way to the row");
    };
    for (path, why) in [
        ("happened", "Это дело ничего не ждёт"),
        ("day", "День этого дела назначает сама карта"),
        ("reopen", "Дело и так открыто"),
        ("parts", "Отмечать нечего"),
    ] {
        says(&curator.opens(&format!("/tasks/{task}/{path}")).await, why);
    }
    let aside = format!("/tasks/{task}/set-aside");
    curator.fills_in(&aside, &[("reason", "По решению педсовета")]).await;
    // What was done, and the button that takes it back, are told once, on the next page.
    curator.opens(&href).await;
    for path in ["close", "set-aside", "happened", "day", "parts"] {
        says(&curator.opens(&format!("/tasks/{task}/{path}")).await, "Дело уже закрыто");
    }
}
