//! Stories of people: who begins, who is invited, who changes a card, and what stands in the way.

mod support;

use app::Manner;
use axum::http::StatusCode;
use support::Visitor;
use support::town::{empty, signed_in, town};
use web::state::{Front, Site, Web};

#[tokio::test]
async fn a_school_begins_with_its_name_and_nothing_else() {
    let (_, site) = empty(Manner::Work).await;
    let mut curator = Visitor::new(&site);
    assert_eq!(curator.opens("/").await.leads_to(), "/start");
    let page = curator.opens("/start").await;
    insta::assert_snapshot!("start", page.outline());
    let answer = curator.sends(&page, "/start", &[("school", "Школа № 7")]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert!(curator.opens("/people").await.text.contains("Школа № 7"));
    let settings = curator.opens("/account").await;
    assert!(
        settings.outline().contains("Пароля пока нет"),
        "the way in by password is still missing"
    );
}

#[tokio::test]
async fn a_school_without_a_name_is_told_what_to_write_and_nothing_begins() {
    let (_, site) = empty(Manner::Work).await;
    let mut curator = Visitor::new(&site);
    let answer = curator.fills_in("/start", &[("school", "  ")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.outline().contains("! Начать пока не получилось. Исправьте 1 место"));
    assert_eq!(curator.opens("/").await.leads_to(), "/start");
}

#[tokio::test]
async fn nobody_begins_twice() {
    let (_, site) = empty(Manner::Work).await;
    let (mut first, mut second) = (Visitor::new(&site), Visitor::new(&site));
    let page = second.opens("/start").await;
    first.fills_in("/start", &[("school", "Школа № 7")]).await;
    let answer = second.sends(&page, "/start", &[("school", "Школа № 8")]).await;
    assert!(answer.outline().contains("Здесь уже работают"));
    assert_eq!(second.opens("/start").await.leads_to(), "/");
}

#[tokio::test]
async fn whoever_forgot_the_password_gets_a_link_that_works_once() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let person = town.person("mentor").unwrap();
    let page = curator.opens(&format!("/people/{person}/access")).await;
    assert!(page.outline().contains("[button] Ссылка для нового пароля"), "{}", page.outline());
    let address = format!("/people/{person}/password-links");
    let made = curator.sends(&page, &address, &[]).await;
    assert_eq!(made.status, StatusCode::OK);
    let link = made.text.split("/password-links/").nth(1).unwrap_or_default();
    let link = format!("/password-links/{}", link.split('"').next().unwrap_or_default());

    let mut mentor = Visitor::new(&site);
    let page = mentor.opens(&link).await;
    insta::assert_snapshot!("new_password", page.outline());
    let weak = mentor.sends(&page, &link, &[("password", "короткий")]).await;
    assert_eq!(weak.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields = [("password", "синий слон у реки")];
    assert_eq!(mentor.sends(&weak, &link, &fields).await.leads_to(), "/");
    assert_eq!(mentor.opens("/account").await.status, StatusCode::OK);
    let again = Visitor::new(&site).opens(&link).await;
    assert!(again.outline().contains("Ссылка больше не действует"), "{}", again.outline());
    assert!(Visitor::new(&site).opens("/sign-in").await.text.contains("Ссылка для нового пароля"));
}

#[tokio::test]
async fn an_invited_teacher_makes_up_a_password_and_signs_in_with_it_again() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let person = town.person("Тихомирова").unwrap();
    let page = curator.opens(&format!("/people/{person}/invitations/new")).await;
    assert!(
        page.text.contains("value=\"mentor\"") && !page.text.contains("value=\"regional_centre\"")
    );
    let address = format!("/people/{person}/invitations");
    let made = curator.sends(&page, &address, &[("role", "teacher")]).await;
    assert_eq!(made.status, StatusCode::OK);
    assert!(made.text.contains("<svg"), "the slip has a code for phones");
    let link = link_in(&made.text);

    let mut teacher = Visitor::new(&site);
    let page = teacher.opens(&link).await;
    insta::assert_snapshot!("invitation", page.outline());
    let weak = teacher.sends(&page, &link, &[("login", "ti"), ("password", "короткий")]).await;
    assert_eq!(weak.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(weak.outline().contains("Исправьте 2 места"), "{}", weak.outline());
    assert!(weak.text.contains("value=\"ti\""), "what was typed is kept");
    let fields = [("login", "tikhomirova"), ("password", "синий слон у реки")];
    assert_eq!(teacher.sends(&weak, &link, &fields).await.leads_to(), "/");
    assert!(teacher.opens("/account").await.text.contains("Тихомирова Анна Львовна"));

    let again = Visitor::new(&site).opens(&link).await;
    assert!(again.outline().contains("Приглашение больше не действует"));
    let mut at_home = Visitor::new(&site);
    let answer = at_home
        .fills_in("/sign-in", &[("login", "Tikhomirova"), ("password", "синий слон у реки")])
        .await;
    assert_eq!(answer.leads_to(), "/");
}

fn link_in(page: &str) -> String {
    let token = page.split("/invitations/").last().unwrap_or_default();
    let token: String = token.chars().take_while(char::is_ascii_hexdigit).collect();
    format!("/invitations/{token}")
}

#[tokio::test]
async fn a_wrong_password_is_told_without_saying_which_half_was_wrong() {
    let (_, site) = town().await;
    let mut guest = Visitor::new(&site);
    for login in ["curator", "nobody"] {
        let answer = guest.fills_in("/sign-in", &[("login", login), ("password", "наугад")]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.outline().contains("такой пары нет"));
        assert!(!answer.text.contains("наугад"), "a password is never printed");
    }
}

#[tokio::test]
async fn knocking_too_often_is_answered_with_a_time_to_wait() {
    let (_, site) = town().await;
    let mut guest = Visitor::new(&site);
    let mut last = guest.opens("/invitations/guessed").await;
    for _ in 0..10 {
        last = guest.opens("/invitations/guessed").await;
    }
    assert_eq!(last.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(last.header("retry-after").parse::<u64>().is_ok_and(|seconds| 0 < seconds));
    assert!(last.outline().contains("Слишком много попыток"));
}

#[tokio::test]
async fn nobody_without_a_password_is_let_out_before_a_shut_door() {
    let (_, site) = empty(Manner::Work).await;
    let mut curator = Visitor::new(&site);
    curator.fills_in("/start", &[("school", "Школа № 7")]).await;
    let page = curator.opens("/people").await;
    assert_eq!(curator.sends(&page, "/sign-out", &[]).await.leads_to(), "/account");
    let account = curator.opens("/account").await;
    assert!(account.text.contains("Сначала придумайте пароль"), "{}", account.outline());
}

#[tokio::test]
async fn whoever_is_signed_out_gets_the_door_and_then_the_page_that_was_asked() {
    let (_, site) = empty(Manner::Work).await;
    let mut curator = Visitor::new(&site);
    curator.fills_in("/start", &[("school", "Школа № 7")]).await;
    let page = curator.opens("/account").await;
    curator.sends(&page, "/account/password", &[("new", "синий слон у реки")]).await;
    let page = curator.opens("/people").await;
    assert_eq!(curator.sends(&page, "/sign-out", &[]).await.leads_to(), "/");
    let door = curator.opens("/people?q=%D0%9E").await;
    assert_eq!(door.status, StatusCode::UNAUTHORIZED);
    let fields =
        [("login", "curator"), ("password", "синий слон у реки"), ("next", &*door.hidden("next"))];
    let answer = curator.sends(&door, "/sign-in", &fields).await;
    assert!(answer.leads_to().starts_with("/people?q="), "{}", answer.leads_to());
}

#[tokio::test]
async fn a_curator_adds_a_person_and_sending_twice_adds_one() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let page = curator.opens("/people/new").await;
    insta::assert_snapshot!("new_person", page.outline());
    let fields = [
        ("surname", "Кузнецова"),
        ("first", "Юлия"),
        ("job_title", "учитель химии"),
        ("position", "mentor"),
    ];
    let first = curator.sends(&page, "/people", &fields).await;
    let second = curator.sends(&page, "/people", &fields).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER);
    assert_eq!(first.leads_to(), second.leads_to(), "the second sending goes where the first led");
    let card = curator.opens(first.leads_to()).await;
    assert!(card.text.contains("наставник") && card.text.contains("Человек добавлен."));
    assert!(!curator.opens(first.leads_to()).await.text.contains("Человек добавлен."), "told once");
    let found = curator.opens("/people?q=кузнецова").await;
    assert_eq!(found.text.matches("Кузнецова Юлия").count(), 1);
}

#[tokio::test]
async fn a_form_sent_again_through_another_process_makes_one_record() {
    let (town, site) = town().await;
    let beside = web::site(Web::new(town.app.clone(), Site { front: Front::Direct }));
    let mut curator = signed_in(&town, &site, "curator").await;
    let page = curator.opens("/people/new").await;
    let nameless = curator.sends(&page, "/people", &[("first", "Юлия")]).await;
    assert_eq!(nameless.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields = [("surname", "Кузнецова"), ("first", "Юлия")];
    let first = curator.sends(&page, "/people", &fields).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER, "a refused form may be sent again");
    curator.moves_to(&beside);
    let second = curator.sends(&page, "/people", &fields).await;
    assert_eq!(first.leads_to(), second.leads_to());
    let found = curator.opens("/people?q=кузнецова").await;
    assert_eq!(found.text.matches("Кузнецова Юлия").count(), 1);
}

#[tokio::test]
async fn who_looks_alike_is_shown_with_the_reason_and_another_one_is_written_all_the_same() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let page = curator.opens("/people/new").await;
    let typed = [("kind", "employee"), ("surname", "АЛЕШИНА"), ("first", "фекла")];
    let asked = curator.sends(&page, "/people", &typed).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    insta::assert_snapshot!("asked_person", asked.outline());
    let known = town.person("mentor").unwrap();
    assert!(asked.text.contains(&format!("/people/{known}")), "the same person has a card");
    let sure = [
        ("kind", "employee"),
        ("surname", "АЛЕШИНА"),
        ("first", "фекла"),
        ("spelling", "better"),
        ("asked_alike", "yes"),
        ("other_person", "yes"),
    ];
    let done = curator.sends(&asked, "/people", &sure).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    assert!(curator.opens(done.leads_to()).await.text.contains("Алешина Фекла"));
}

#[tokio::test]
async fn a_student_and_the_parent_are_written_on_one_page() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let page = curator.opens("/people/new?kind=student").await;
    insta::assert_snapshot!("new_student", page.outline());
    let fields = [
        ("kind", "student"),
        ("surname", "Белов"),
        ("first", "Артём"),
        ("class", "7А"),
        ("birth_on", "2013-03-05"),
        ("guardian_name", "Ключникова Вера Игоревна"),
        ("ground", "parent"),
    ];
    let asked = curator.sends(&page, "/people", &fields).await;
    assert!(asked.outline().contains("выберите, он ли это"), "{}", asked.outline());
    let guardian = town.person("guardian").unwrap().to_string();
    let fields: Vec<_> = fields.into_iter().chain([("guardian_is", guardian.as_str())]).collect();
    let done = curator.sends(&asked, "/people", &fields).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    let consents = curator.opens(&format!("{}/consents", done.leads_to())).await;
    assert!(consents.text.contains("Ключникова"), "{}", consents.outline());
}

#[tokio::test]
async fn everything_wrong_with_a_card_is_told_at_once_and_what_was_typed_stays() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let long = "я".repeat(101);
    let page = curator.opens("/people/new").await;
    let answer = curator
        .sends(&page, "/people", &[("first", &long), ("email", "почта"), ("phone", "8 (800)")])
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    insta::assert_snapshot!("refused_person", answer.outline());
    assert!(answer.text.contains("value=\"почта\"") && answer.text.contains("value=\"8 (800)\""));
    assert!(answer.text.contains("aria-invalid=\"true\""));
}

#[tokio::test]
async fn a_card_changed_by_somebody_else_meanwhile_is_not_overwritten() {
    let (town, site) = town().await;
    let person = town.person("Тихомирова").unwrap();
    let (card, form) = (format!("/people/{person}"), format!("/people/{person}/edit"));
    let mut curator = signed_in(&town, &site, "curator").await;
    let mut head = signed_in(&town, &site, "head").await;
    let (ours, theirs) = (curator.opens(&form).await, head.opens(&form).await);
    let revision = ours.hidden("revision");
    let fields = |surname| [("revision", revision.as_str()), ("surname", surname)];
    assert_eq!(curator.sends(&ours, &card, &fields("Первая")).await.status, StatusCode::SEE_OTHER);
    assert_eq!(head.sends(&theirs, &card, &fields("Вторая")).await.status, StatusCode::CONFLICT);
    assert!(curator.opens(&card).await.text.contains("Первая"));
}

#[tokio::test]
async fn a_role_is_given_from_a_day_and_not_twice() {
    let (town, site) = town().await;
    let card = format!("/people/{}", town.person("Тихомирова").unwrap());
    let mut curator = signed_in(&town, &site, "curator").await;
    insta::assert_snapshot!("person_card", curator.opens(&card).await.outline());
    let page = curator.opens(&format!("{card}/roles/new")).await;
    let roles = format!("{card}/roles");
    let fields = [("position", "mentor"), ("about", "7А"), ("from", "01.10.2026")];
    assert_eq!(curator.sends(&page, &roles, &fields).await.leads_to(), card);
    assert!(curator.opens(&card).await.text.contains("наставник, 7А"));
    let page = curator.opens(&format!("{card}/roles/new")).await;
    let twice = curator.sends(&page, &roles, &fields).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(twice.outline().contains("Эта роль уже есть с 1"), "{}", twice.outline());
    let unread = curator.sends(&page, &roles, &[("from", "скоро")]).await;
    assert!(unread.outline().contains("Исправьте 2 места"), "{}", unread.outline());
}

#[tokio::test]
async fn the_list_of_people_finds_by_surname_and_by_role() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    insta::assert_snapshot!("people", curator.opens("/people").await.outline());
    assert!(curator.opens("/people?q=алешина").await.text.contains("Алёшина"), "«е» finds «ё»");
    let heads = curator.opens("/people?position=head").await;
    assert!(heads.text.contains("Ветров") && !heads.text.contains("Алёшина"));
    let nobody = curator.opens("/people?q=Нетакой").await;
    assert!(nobody.outline().contains("Никого не нашлось"));
}

#[tokio::test]
async fn the_requisites_are_checked_before_they_go_into_orders() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let page = curator.opens("/organisation/edit").await;
    let revision = page.hidden("revision");
    let wrong = [
        ("revision", revision.as_str()),
        ("name", ""),
        ("taxpayer_number", "7701"),
        ("zone", "Europe/Moscow"),
    ];
    let answer = curator.sends(&page, "/organisation", &wrong).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.outline().contains("Исправьте 2 места"), "{}", answer.outline());
    let right = [
        ("revision", revision.as_str()),
        ("name", "Школа № 7"),
        ("settlement", "г. Заречье"),
        ("zone", "Asia/Omsk"),
        ("kind", "school"),
    ];
    assert_eq!(curator.sends(&answer, "/organisation", &right).await.leads_to(), "/organisation");
    assert!(curator.opens("/organisation").await.text.contains("г. Заречье"));
}

#[tokio::test]
async fn signing_out_everywhere_ends_every_session() {
    let (town, site) = town().await;
    let mut at_school = signed_in(&town, &site, "curator").await;
    let mut at_home = signed_in(&town, &site, "curator").await;
    let page = at_home.opens("/account").await;
    insta::assert_snapshot!("account", page.outline());
    at_home.sends(&page, "/account/sign-out", &[]).await;
    assert_eq!(at_school.opens("/people").await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(at_home.opens("/people").await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_withdrawn_invitation_opens_nothing() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let person = format!("/people/{}", town.person("Тихомирова").unwrap());
    let page = curator.opens(&format!("{person}/invitations/new")).await;
    let made = curator.sends(&page, &format!("{person}/invitations"), &[("role", "teacher")]).await;
    let access = curator.opens(&format!("{person}/access")).await;
    insta::assert_snapshot!("access", access.outline());
    let withdraw = action_with(&access.text, "/withdraw");
    curator.sends(&access, &withdraw, &[]).await;
    let gone = Visitor::new(&site).opens(&link_in(&made.text)).await;
    assert!(gone.outline().contains("Приглашение больше не действует"));
}

#[tokio::test]
async fn closed_access_opens_nothing_and_the_last_manager_cannot_be_locked_out() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let mut head = signed_in(&town, &site, "head").await;
    let theirs = format!("/people/{}/access", town.person("head").unwrap());
    let page = curator.opens(&theirs).await;
    let end = action_with(&page.text, "/end");
    assert_eq!(curator.sends(&page, &end, &[]).await.leads_to(), theirs);
    assert_eq!(head.opens("/people").await.status, StatusCode::UNAUTHORIZED);
    let own = format!("/people/{}/access", town.person("curator").unwrap());
    let page = curator.opens(&own).await;
    let refused = curator.sends(&page, &action_with(&page.text, "/end"), &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.outline().contains("Сначала пригласите другого куратора"));
}

/// Where the first form of a page goes whose address ends so.
fn action_with(page: &str, ending: &str) -> String {
    let actions = page.split("action=\"").skip(1).filter_map(|it| it.split('"').next());
    actions.into_iter().find(|it| it.ends_with(ending)).unwrap_or_default().to_owned()
}

#[tokio::test]
async fn whoever_left_keeps_the_history_and_loses_the_roles() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let card = format!("/people/{}", town.person("Тихомирова").unwrap());
    let page = curator.opens(&format!("{card}/leaving/new")).await;
    let unread = curator.sends(&page, &format!("{card}/leaving"), &[("on", "вчера")]).await;
    assert_eq!(unread.status, StatusCode::UNPROCESSABLE_ENTITY);
    let early = curator.sends(&page, &format!("{card}/leaving"), &[("on", "2026-08-01")]).await;
    assert!(early.outline().contains("Роль началась 1"), "{}", early.outline());
    let left = curator.sends(&page, &format!("{card}/leaving"), &[("on", "2026-10-15")]).await;
    assert_eq!(left.leads_to(), card);
    let text = curator.opens(&card).await.text;
    assert!(text.contains("с 1\u{a0}сентября\u{a0}2026\u{a0}г. по 15"), "{text}");
}

#[tokio::test]
async fn the_size_of_a_group_holds_from_its_day_and_is_written_with_any_space() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let page = curator.opens("/organisation/sizes/new").await;
    let wrong = curator.sends(&page, "/organisation/sizes", &[("n_people", "много")]).await;
    assert!(wrong.outline().contains("Исправьте 3 места"), "{}", wrong.outline());
    for (number, from) in
        [("1 180", "01.09.2026"), ("1\u{a0}214", "2026-10-01"), ("9", "2027-01-01")]
    {
        let page = curator.opens("/organisation/sizes/new").await;
        let fields = [("group", "students"), ("n_people", number), ("from", from)];
        assert_eq!(
            curator.sends(&page, "/organisation/sizes", &fields).await.leads_to(),
            "/organisation"
        );
    }
    let card = curator.opens("/organisation").await;
    assert!(
        card.text.contains(">1\u{a0}214</span>"),
        "the size of today, not the earlier, not the later"
    );
    insta::assert_snapshot!("organisation", card.outline());
}

#[tokio::test]
async fn the_journal_tells_who_did_what_and_an_auditor_reads_it() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let page = curator.opens("/people/new").await;
    curator.sends(&page, "/people", &[("surname", "Кузнецова")]).await;
    let mut auditor = signed_in(&town, &site, "auditor").await;
    let journal = auditor.opens("/journal").await;
    assert!(
        journal.text.contains("Добавлен человек")
            && journal.text.contains("Орлова\u{a0}М.\u{a0}С.")
    );
    assert!(
        !journal.text.contains("Кузнецова"),
        "the journal points at people and does not name them"
    );
}

#[tokio::test]
async fn a_deputy_head_does_not_make_herself_the_curator() {
    let (town, site) = town().await;
    let mut deputy = signed_in(&town, &site, "deputy").await;
    let (curator, herself) = (town.person("curator").unwrap(), town.person("deputy").unwrap());
    let address = format!("/people/{curator}/absences");
    let page = deputy.opens(&address).await;
    assert!(page.text.contains("записывает сам куратор или руководитель"));
    assert!(!page.outline().contains("[button]"), "{}", page.outline());
    let herself = herself.to_string();
    let fields = [("deputy", herself.as_str()), ("from", "2026-09-15"), ("to", "2026-12-31")];
    let token_page = deputy.opens("/account").await;
    let answer = deputy.sends(&token_page, &address, &fields).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert_eq!(deputy.opens("/journal").await.status, StatusCode::NOT_FOUND);
    let mut head = signed_in(&town, &site, "head").await;
    let parent = town.person("guardian").unwrap().to_string();
    let answer = head.fills_in(&address, &[("deputy", &parent), fields[1], fields[2]]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text.contains("не работает в организации"));
}
