//! Dates against the period of the plan, the approving order and each other.

use super::*;

#[test]
fn a_date_outside_the_period_is_an_error_and_names_its_part_of_the_cell() {
    let draft = plan(2023)
        .row("Внесение данных в формы наблюдения", "list:month:2021-12;month:2024-05")
        .but(|row| row.deadline.text = "Декабрь 2021\nМай 2024".into());
    draft.finds(&["R011 2 deadline"]);
    let it = &draft.diagnostics()[0];
    assert_eq!((it.excerpt.as_str(), it.severity), ("Декабрь 2021", Severity::Error));
    assert!(
        it.message.starts_with("декабрь 2021: вне периода карты (сентябрь 2023 — август 2024)")
    );
    plan(2023).row("Итоговая конференция", "month:2024-09").finds(&["R011 2 deadline"]);
}

#[test]
fn dates_at_the_edges_of_the_period_and_recurring_ones_are_inside() {
    plan(2023)
        .row("Первое дело", "date:2023-09-01")
        .row("Второе дело", "date:2024-08-31")
        .row("Третье дело", "range:2023-08..2023-09")
        .row("Четвёртое дело", "yearly:09")
        .row("Пятое дело", "relative:+14d from педсовета")
        .row("Шестое дело", "as-needed")
        .is_silent();
}

#[test]
fn preparation_before_the_period_is_a_note_and_anything_else_an_error() {
    plan(2022)
        .row("Изучение нормативной базы", "range:2022-05..2022-08")
        .finds(&["R012 2 deadline"]);
    plan(2022).row("Работа в мастерских", "month:2022-05").finds(&["R011 2 deadline"]);
    plan(2022).row("Изучение нормативной базы", "month:2020-05").finds(&["R011 2 deadline"]);
}

#[test]
fn an_end_before_its_start_is_an_error() {
    plan(2025).row("Сбор анкет", "range:2025-10-15..2025-10-01").finds(&["R013 2 deadline"]);
    plan(2025).row("Сбор анкет", "range:2025-10-01..2025-10-01").is_silent();
}

#[test]
fn a_stale_year_is_found_in_any_text_of_the_row() {
    plan(2023).row("Разработка дорожной карты на 2021 год", "period").finds(&["R014 2 activity"]);
    plan(2023)
        .columns(&[Column::Activity, Column::Deadline, Column::Responsible, Column::Result])
        .row("Выпуск сборника", "month:2024-05")
        .result("Сборник практик на 2021-2022 учебный год")
        .finds(&["R014 2 result"]);
    plan(2023).row("Разработка дорожной карты на 2024 год", "period").is_silent();
}

#[test]
fn a_deadline_before_the_approving_order_is_remarked_on_and_preparation_only_noted() {
    let late = plan(2025).ordered("2025-10-01");
    late.clone().row("Встреча с партнёрами", "date:2025-09-15").finds(&["R015 2 deadline"]);
    let preparing = late.clone().row("Изучение документов", "month:2025-08");
    preparing.finds(&["R015 2 deadline"]);
    assert_eq!(preparing.diagnostics()[0].severity, Severity::Note);
    late.clone().row("Встреча с партнёрами", "month:2025-10").is_silent();
    let much_later = plan(2025).ordered("2026-08-30");
    much_later.row("Встреча с партнёрами", "month:2025-10").finds(&["R015 2 deadline"]);
    late.row("Сбор сведений", "month:2021-09").finds(&["R011 2 deadline"]);
}

#[test]
fn one_thing_has_one_deadline_and_gatherings_may_come_again() {
    let twice = |text: &str| plan(2025).row(text, "month:2025-09").row(text, "month:2025-12");
    twice("Утверждение положения о стажировке").finds(&["R016 3 deadline"]);
    twice("Заседание методического объединения").is_silent();
    plan(2025)
        .row("Утверждение положения о стажировке", "month:2025-09")
        .row("Утверждение положения о стажировке", "range:2025-09..2025-10")
        .is_silent();
}

#[test]
fn one_paper_in_other_words_is_one_thing_and_its_steps_are_not() {
    let evidence = |row: &mut PlanRow| row.items = crate::compile::read_items(&row.text, &row.text);
    let two = |first: &str, second: &str| {
        plan(2025)
            .row(first, "month:2025-09")
            .but(evidence)
            .row(second, "month:2025-12")
            .but(evidence)
            .found()
            .contains(&"R016 3 deadline".to_owned())
    };
    let same = [
        ("Издание приказа о назначении куратора", "Приказ о назначении куратора"),
        ("Приказ об утверждении куратора наставничества", "Издание приказа о назначении куратора"),
        ("Утверждение Положения о наставничестве", "Принятие положения о наставничестве"),
        ("Разработка дорожной карты", "Подготовка дорожной карты наставничества"),
    ];
    for (first, second) in same {
        assert!(two(first, second), "{first} / {second}");
    }
    let other = [
        ("Разработка Положения о наставничестве", "Утверждение Положения о наставничестве"),
        (
            "Приказ о закреплении пар «учитель — учитель»",
            "Приказ о закреплении пар «ученик — ученик»",
        ),
        ("Приказ о назначении куратора", "Ознакомление с приказом о назначении куратора"),
        (
            "Утверждение Положения о наставничестве",
            "Внесение изменений в Положение о наставничестве",
        ),
        ("Приказ о закреплении пар", "Приказ о назначении куратора"),
        ("Приказ о закреплении пар", "Приказ о закреплении пар с новыми педагогами"),
    ];
    for (first, second) in other {
        assert!(!two(first, second), "{first} / {second}");
    }
}

#[test]
fn each_form_of_mentoring_has_papers_of_its_own() {
    let order = "Издание приказа о закреплении пар";
    let staged = |second: &str| {
        plan(2025)
            .row(order, "month:2025-09")
            .stage("Форма «ученик — ученик»")
            .row(order, "month:2025-11")
            .stage(second)
    };
    staged("Форма «учитель — учитель»").is_silent();
    staged("Форма «ученик — ученик»").finds(&["R016 3 deadline"]);
}

#[test]
fn a_deadline_in_the_words_of_a_row_agrees_with_its_cell() {
    let row = |text: &str, normal: &str| plan(2025).row(text, normal);
    row("Разработать и утвердить план до 15 ноября", "month:2025-12").finds(&["R016 2 deadline"]);
    row("Сдать отчёт не позднее 1 апреля 2026 года", "month:2026-05").finds(&["R016 2 deadline"]);
    row("Разместить сведения до марта", "month:2026-05").finds(&["R016 2 deadline"]);
    row("Разработать план до 15 ноября", "month:2025-10").is_silent();
    row("Разработать план до 15 ноября", "month:2025-11").is_silent();
    row("Обработка анкет, собранных до 15 октября", "month:2025-11").is_silent();
    row("Отчёт за период до 1 мая", "month:2026-06").is_silent();
    row("Отбор учеников до 14 лет", "month:2026-06").is_silent();
}
