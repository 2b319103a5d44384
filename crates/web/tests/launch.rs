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

/// The fields of the figures of a row's form as a browser would send them back.
fn shown_figures(page: &Answer) -> Vec<(&'static str, String)> {
    let mut fields = Vec::new();
    for name in ["figures_were", "figures_by_hand"] {
        fields.push((name, page.hidden(name)));
    }
    for line in page.text.split("<fieldset class=\"line\"").skip(1) {
        let line = line.split("</fieldset>").next().unwrap_or_default();
        fields.push(("figure_words", value_of(line, "name=\"figure_words\"")));
        for name in ["figure_measure", "figure_op", "figure_unit"] {
            let list = line.split(&format!("name=\"{name}\"")).nth(1).unwrap_or_default();
            let list = list.split("</select>").next().unwrap_or_default();
            let chosen = list.split("\" selected").next().filter(|it| it.len() < list.len());
            let chosen = chosen.and_then(|it| it.rsplit("value=\"").next()).unwrap_or_default();
            fields.push((name, chosen.to_owned()));
        }
        for name in ["figure_value", "figure_of", "figure_year"] {
            fields.push((name, value_of(line, &format!("name=\"{name}\""))));
        }
    }
    fields
}

fn value_of(page: &str, name: &str) -> String {
    let rest = page.split(name).nth(1).unwrap_or_default();
    let rest = rest.split("value=\"").nth(1).unwrap_or_default();
    rest.split('"').next().unwrap_or_default().to_owned()
}

/// The fields with one of them changed: the `at`th of its name.
fn with(
    fields: &[(&'static str, String)],
    (name, at): (&str, usize),
    value: &str,
) -> Vec<(&'static str, String)> {
    let mut changed = fields.to_vec();
    if let Some(field) = changed.iter_mut().filter(|it| it.0 == name).nth(at) {
        field.1 = value.to_owned();
    }
    changed
}

fn borrowed<'a>(fields: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a str)> {
    fields.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

const FIGURES: &str = "Дорожная карта наставничества педагогических работников \
на 2026-2027 учебный год\n\n\
№\tМероприятие\tСрок\tОтветственный\tРезультат\tПоказатель\n\
1\tВовлечение молодых педагогов в программу\tСентябрь 2026 г.\tКуратор\tОтчёт куратора\tОхват не менее 55 % молодых педагогов\n\
2\tПодготовка методичек\tОктябрь 2026 г.\tКуратор\tМетодички\tНе менее 80 %\n";

#[tokio::test]
async fn figures_of_a_row_are_mended_line_by_line_and_outweigh_the_words() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let version = loads(&mut curator, ("карта.txt", FIGURES)).await.leads_to().to_owned();
    let page = curator.opens(&format!("{version}?show=all")).await;
    let row = row_address(&page, "Вовлечение молодых педагогов");
    let form = curator.opens(&row).await;
    insta::assert_snapshot!("row_form", form.outline());
    let shown = shown_figures(&form);
    let cells = [
        ("revision", form.hidden("revision")),
        ("text", "Вовлечение молодых педагогов в программу".to_owned()),
        ("deadline", "сентябрь 2026".to_owned()),
        ("responsible", "Куратор".to_owned()),
        ("result", "Отчёт куратора".to_owned()),
        ("indicator", "Охват не менее 55 % молодых педагогов".to_owned()),
    ];
    let all = |figures: &[(&'static str, String)]| [&cells[..], figures].concat();

    let read = curator
        .opens(&format!("{version}/figures/reading?indicator=%D0%BE%D1%85%D0%B2%D0%B0%D1%82+70%25"))
        .await;
    assert!(read.text.replace('\u{a0}', " ").contains("70 %"), "{}", read.text);

    let more = [all(&shown), vec![("press", "year-figure-0".to_owned())]].concat();
    let more = curator.sends(&form, &row, &borrowed(&more)).await;
    assert_eq!(more.status, StatusCode::OK);
    let two = shown_figures(&more);
    let odd = with(&with(&two, ("figure_value", 1), "сто"), ("figure_year", 1), "2035");
    let refused = curator.sends(&more, &row, &borrowed(&all(&odd))).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.outline().contains("Исправьте 2 места"), "{}", refused.outline());
    assert!(refused.text.contains("#figure-value-1") && refused.text.contains("#figure-year-1"));
    assert!(refused.text.contains("value=\"сто\""), "what was typed stays");
    let good = with(&with(&two, ("figure_value", 1), "70"), ("figure_year", 1), "2027");
    let saved = curator.sends(&refused, &row, &borrowed(&all(&good))).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let page = curator.opens(&format!("{version}?show=all")).await.text.replace('\u{a0}', " ");
    assert!(
        page.contains("не менее 55 %") && page.contains("не менее 70 % (молодых педагогов), 2027"),
        "{page}"
    );

    // Another change of the row leaves the figures that somebody set.
    let form = curator.opens(&row).await;
    let kept = shown_figures(&form);
    let again = [all(&kept), vec![("note", "важно".to_owned())]].concat();
    let again = with(&again, ("revision", 0), &form.hidden("revision"));
    assert_eq!(curator.sends(&form, &row, &borrowed(&again)).await.status, StatusCode::SEE_OTHER);
    let page = curator.opens(&format!("{version}?show=all")).await.text;
    assert!(page.contains("70"), "{page}");
}

#[tokio::test]
async fn a_doubtful_figure_is_asked_about_once_and_never_again() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let version = loads(&mut curator, ("карта.txt", FIGURES)).await.leads_to().to_owned();
    let page = curator.opens(&version).await;
    assert!(page.outline().contains("Уточните 1 показатель"), "{}", page.outline());
    let address = format!("{version}/figures");
    let asked = curator.opens(&address).await;
    assert!(asked.text.contains("Не менее 80 %"));
    let wording = asked.hidden("wording");
    let empty = [("wording", wording.as_str()), ("measure", "")];
    let refused = curator.sends(&asked, &address, &empty).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    insta::assert_snapshot!(
        "doubtful_figure",
        refused.outline().lines().take(8).collect::<Vec<_>>().join("\n")
    );
    let told =
        [("wording", wording.as_str()), ("measure", "participation"), ("population", "педагогов")];
    let answered = curator.sends(&refused, &address, &told).await;
    assert_eq!(answered.leads_to(), version);
    let page = curator.opens(&format!("{version}?show=all")).await.text.replace('\u{a0}', " ");
    assert!(page.contains("Доля участвовавших не менее 80 % (педагогов)"), "{page}");

    // The next year, with another number: the answer is remembered.
    let next = FIGURES.replace("2026", "2029").replace("2027", "2030").replace("80 %", "85 %");
    let import = loads(&mut curator, ("следующая.txt", &next)).await.leads_to().to_owned();
    let page = curator.opens(&format!("{import}?show=all")).await.text.replace('\u{a0}', " ");
    assert!(!page.contains("Уточните"), "{page}");
    assert!(page.contains("Доля участвовавших не менее 85 % (педагогов)"), "{page}");
}

#[tokio::test]
async fn what_is_said_to_be_no_indicator_goes_and_stays_away() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let version = loads(&mut curator, ("карта.txt", FIGURES)).await.leads_to().to_owned();
    let address = format!("{version}/figures");
    let asked = curator.opens(&address).await;
    let wording = asked.hidden("wording");
    let told = [("wording", wording.as_str()), ("measure", "no-indicator")];
    curator.sends(&asked, &address, &told).await;
    let page = curator.opens(&format!("{version}?show=all")).await;
    let row = row_address(&page, "Подготовка методичек");
    let form = curator.opens(&row).await;
    assert!(!form.text.contains("class=\"line\""), "no figure is left in the form");
}

const YEARLY: &str = "Дорожная карта наставничества педагогических работников \
на 2026-2027 учебный год\n\n\
№\tМероприятие\tСрок\tОтветственный\tРезультат\n\
1\tЗакрепление пар по приказу от 01.09.2026 № 476\tСентябрь 2026 г.\tКуратор\tПриказ о закреплении наставнических пар\n\
2\tСборник практик (2027)\tАпрель 2027 г.\tКуратор\tСборник практик\n\
3\tПодготовка дорожной карты на следующий учебный год\tМай 2027 г.\tКуратор\tПроект дорожной карты\n";

#[tokio::test]
async fn next_years_roadmap_is_prepared_with_one_press_and_closes_its_row_when_approved() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let version = loads(&mut curator, ("карта.txt", YEARLY)).await.leads_to().to_owned();
    assert_eq!(approves(&mut curator, &version).await.status, StatusCode::SEE_OTHER);
    let roadmap = roadmap_id(&curator.opens("/roadmaps").await);
    assert!(!curator.opens("/today").await.text.contains("Подготовить черновик"), "too early");

    let clock = town.ctx("curator").await.unwrap().app.clock;
    clock.move_by(jiff::SignedDuration::from_hours(24 * 160));
    let mut curator = signed_in(&town, &site, "curator").await;
    let ctx = town.ctx("curator").await.unwrap();
    let (row, _) = support::year::row(&support::year::running(&ctx).await, "3");
    assert!(curator.opens(&row).await.outline().contains("[button] Подготовить черновик"));
    let today = curator.opens("/today").await;
    let told = today.outline().replace('\u{a0}', " ");
    assert!(told.contains("Карта на следующий год нужна до 31 мая 2027 г."), "{told}");
    let press = format!("/roadmaps/{roadmap}/next-year");
    let next = curator.sends(&today, &press, &[]).await.leads_to().to_owned();
    assert!(next.starts_with("/versions/") && next != version, "{next}");
    let today = curator.opens("/today").await;
    assert!(today.outline().contains("Ответить на вопросы"), "{}", today.outline());
    let again = curator.sends(&today, &press, &[]).await.leads_to().to_owned();
    assert_eq!(again, next, "one press too many makes no second draft");

    let questions = format!("{next}/questions");
    let page = curator.opens(&questions).await;
    insta::assert_snapshot!("roll_questions", page.outline());
    let first = page.hidden("question");
    let moved = [("question", first.as_str()), ("choice", "moved")];
    assert_eq!(curator.sends(&page, &questions, &moved).await.leads_to(), questions);
    let rows = format!("{next}?show=all");
    assert!(curator.opens(&rows).await.text.contains("от 01.09.2027 № 476"));
    let page = curator.opens(&format!("{questions}?question={first}")).await;
    let kept = [("question", first.as_str()), ("choice", "kept")];
    curator.sends(&page, &questions, &kept).await;
    let text = curator.opens(&rows).await.text;
    assert!(text.contains("от 01.09.2026 № 476"), "an answer may be changed");
    assert!(text.contains("Май 2028"), "what is certain moved by itself");

    let order = [("number", "9"), ("on", "2027-03-20")];
    let refused = curator.fills_in(&format!("{next}/approval"), &order).await;
    assert!(refused.outline().contains("Ответьте ещё на 1 вопрос"), "{}", refused.outline());
    let page = curator.opens(&questions).await;
    let rest = curator.sends(&page, &format!("{questions}/rest"), &[]).await;
    assert_eq!(rest.leads_to(), next);
    let approved = curator.fills_in(&format!("{next}/approval"), &order).await;
    assert_eq!(approved.status, StatusCode::SEE_OTHER, "{}", approved.outline());
    let running = support::year::running(&ctx).await;
    let old = running.roadmaps.iter().find(|it| it.roadmap.id.to_string() == roadmap).unwrap();
    let task = &old.rows[2].tasks[0].task;
    assert_eq!(task.closing, Some(mentoring::task::Closing::ByEvidence));
    assert!(!curator.opens("/today").await.text.contains("Карта на следующий год"));
}

#[tokio::test]
async fn words_changed_by_hand_are_not_overwritten_by_a_late_answer() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let version = loads(&mut curator, ("карта.txt", YEARLY)).await.leads_to().to_owned();
    approves(&mut curator, &version).await;
    let roadmap = roadmap_id(&curator.opens("/roadmaps").await);
    let press = format!("/roadmaps/{roadmap}/next-year");
    let next = curator.fills_in(&press, &[("year", "2027")]).await.leads_to().to_owned();
    let page = curator.opens(&format!("{next}?show=all")).await;
    let row = row_address(&page, "Закрепление пар");
    let form = curator.opens(&row).await;
    let revision = form.hidden("revision");
    let typed = [
        ("revision", revision.as_str()),
        ("text", "Закрепление пар по новому приказу"),
        ("deadline", "Сентябрь 2027 г."),
    ];
    curator.sends(&form, &row, &typed).await;
    let questions = format!("{next}/questions");
    let page = curator.opens(&questions).await;
    let first = page.hidden("question");
    let moved = [("question", first.as_str()), ("choice", "moved")];
    let refused = curator.sends(&page, &questions, &moved).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.outline().contains("Эти слова уже изменены в строке"));
    let kept = [("question", first.as_str()), ("choice", "kept")];
    assert_eq!(curator.sends(&refused, &questions, &kept).await.status, StatusCode::SEE_OTHER);
    let page = curator.opens(&format!("{next}?show=all")).await;
    assert!(page.text.contains("Закрепление пар по новому приказу"));
}

#[tokio::test]
async fn rows_are_moved_by_buttons_and_dropped_beside_another() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let version = loads(&mut curator, ("карта.txt", MAP)).await.leads_to().to_owned();
    let order = format!("{version}?show=order");
    let page = curator.opens(&order).await;
    insta::assert_snapshot!("order", page.outline());
    let all = ["Закрепление наставнических пар", "Обучение наставников", "Итоговая встреча"];
    let stand = |page: &Answer| {
        let list = page.text.split("class=\"order\"").nth(1).unwrap_or_default().to_owned();
        let mut found = all.map(|it| (list.find(it).unwrap(), it));
        found.sort_unstable();
        found.map(|(_, it)| it)
    };
    assert_eq!(stand(&page), all);
    let rows = all.map(|it| row_address(&page, &format!("\">{it}</a>")));
    let revision = page.hidden("revision");
    let down = [("revision", revision.as_str()), ("back", "order")];
    let moved = curator.sends(&page, &format!("{}/down", rows[0]), &down).await;
    assert!(moved.leads_to().contains("show=order&moved="), "{}", moved.leads_to());
    let page = curator.opens(moved.leads_to()).await;
    assert_eq!(stand(&page), [all[1], all[0], all[2]]);
    assert!(page.text.contains("autofocus"), "the button that was pressed keeps the focus");

    let id = |row: &str| row.rsplit('/').next().unwrap_or_default().to_owned();
    let (revision, beside) = (page.hidden("revision"), id(&rows[1]));
    let fields = [
        ("revision", revision.as_str()),
        ("back", "order"),
        ("beside", beside.as_str()),
        ("side", "before"),
    ];
    let moved = curator.sends(&page, &format!("{}/move", rows[2]), &fields).await;
    let page = curator.opens(moved.leads_to()).await;
    assert_eq!(stand(&page), [all[2], all[1], all[0]]);
    let stale = curator.sends(&page, &format!("{}/move", rows[2]), &fields).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
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
    assert!(roll.text.contains("1 Закрепление наставнических пар"), "a change names its row");
    assert!(!roll.text.contains("2023-09"), "no date as machines write it");
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
        // «Дорожная карта 2026-2027 …, черновик.docx»
        let name = file.header("content-disposition");
        assert!(name.contains("%D0%94%D0%BE%D1%80%D0%BE%D0%B6%D0%BD%D0%B0%D1%8F%20"), "{name}");
        assert!(
            name.contains("%202026-2027%20") && name.ends_with(&format!(".{ending}")),
            "{name}"
        );
    }
}

#[tokio::test]
async fn a_file_that_nobody_has_decided_about_waits_in_sight_until_it_is_set_aside() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let past = MAP.replace("2027", "2024").replace("2026", "2023").replace("2021", "2023");
    let import = loads(&mut curator, ("прошлая.txt", &past)).await.leads_to().to_owned();
    let page = curator.opens(&import).await;
    // One answer is no question.
    assert!(!page.text.contains("type=\"radio\"") && page.text.contains("name=\"becomes\""));
    for address in ["/roadmaps", "/today"] {
        let outline = curator.opens(address).await.outline();
        assert!(
            outline.contains("Загружен файл «прошлая.txt», работа с ним не закончена"),
            "{outline}"
        );
        assert!(outline.contains("(/imports/{id})"), "{outline}");
    }
    let mut teacher = signed_in(&town, &site, "teacher").await;
    assert!(!teacher.opens("/roadmaps").await.text.contains("прошлая.txt"));
    let discard = format!("{import}/discard");
    assert_eq!(curator.sends(&page, &discard, &[]).await.leads_to(), "/roadmaps");
    assert!(!curator.opens("/roadmaps").await.outline().contains("прошлая.txt"));
    assert_eq!(curator.opens(&import).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_row_added_without_a_section_stands_apart_and_one_with_it_at_its_end() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let page = curator.opens("/roadmaps/new").await;
    let fields = [("standard", "teachers"), ("year", "2026")];
    let version = curator.sends(&page, "/roadmaps", &fields).await.leads_to().to_owned();
    let page = curator.opens(&format!("{version}/rows/new")).await;
    assert!(page.text.contains("name=\"section\" value=\"\""), "no section is guessed");
    let whole = curator.opens(&format!("{version}?show=all")).await;
    let heading = whole.text.split("scope=\"rowgroup\"").nth(1).unwrap();
    let first = heading.split('>').nth(1).unwrap().split('<').next().unwrap().to_owned();
    for (section, text) in [("", "Строка сама по себе"), (first.as_str(), "Строка раздела")]
    {
        let fields = [("section", section), ("text", text), ("deadline", "октябрь 2026 г.")];
        // Each row has a form of its own: the same form sent twice makes one.
        let page = curator.opens(&format!("{version}/rows/new")).await;
        let added = curator.sends(&page, &format!("{version}/rows"), &fields).await;
        assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.outline());
    }
    let whole = curator.opens(&format!("{version}?show=all")).await.text;
    let at = |words: &str| whole.find(words).unwrap_or_else(|| panic!("{words}"));
    let sections: Vec<usize> = whole.match_indices("scope=\"rowgroup\"").map(|it| it.0).collect();
    assert!(sections[0] < at("Строка раздела") && at("Строка раздела") < sections[1]);
    assert!(at(">Без раздела") < at("Строка сама по себе"));
    assert!(*sections.last().unwrap() < at("Строка сама по себе"));
}

#[tokio::test]
async fn a_file_that_is_too_large_is_refused_in_its_form() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let large = "Срок ".repeat(20 * 1024 * 1024 / "Срок ".len() + 1);
    let answer = loads(&mut curator, ("большая.txt", &large)).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text.contains("Файл больше 20"), "{}", answer.outline());
    assert!(answer.text.contains("name=\"file\""));
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
