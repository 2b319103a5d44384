//! Steps against those they rest on, and numbers of rows and of lists.

use super::*;

#[test]
fn consents_come_before_the_data_are_used() {
    let draft = |consents: &str, pool: &str| {
        plan(2025)
            .row("Сбор согласий на обработку персональных данных", consents)
            .row("Формирование базы наставляемых", pool)
    };
    draft("month:2025-12", "month:2025-10").finds(&["R021 2 deadline"]);
    draft("month:2025-10", "month:2025-10").is_silent();
    draft("range:2025-10..2025-11", "month:2025-10").is_silent();
    draft("period", "month:2025-10").is_silent();
}

#[test]
fn consents_collected_twice_are_judged_by_the_first() {
    plan(2025)
        .row("Сбор согласий на обработку персональных данных наставляемых", "month:2025-09")
        .row("Формирование базы наставляемых", "month:2025-10")
        .row("Сбор согласий на обработку персональных данных наставников", "month:2025-11")
        .is_silent();
}

#[test]
fn pairs_work_after_their_order_and_meet_after_consents() {
    plan(2025)
        .row("Проведение первой встречи наставника и наставляемого", "month:2025-10")
        .row("Издание приказа о закреплении пар", "month:2025-11")
        .finds(&["R022 3 deadline"]);
    for early in ["Организация встреч наставнических пар", "Сопровождение наставнических пар"]
    {
        plan(2025)
            .row(early, "month:2025-10")
            .row("Издание приказа о закреплении пар", "month:2025-11")
            .finds(&["R022 3 deadline"]);
    }
    for other in ["Встречи потенциальных участников для формирования пар", "График встреч пар"]
    {
        let found = plan(2025)
            .row(other, "month:2025-10")
            .row("Издание приказа о закреплении пар", "month:2025-11")
            .found();
        assert!(found.iter().all(|it| !it.starts_with("R022")), "{other}");
    }
    plan(2025)
        .row("Встреча-знакомство", "month:2025-10")
        .row("Получение письменных согласий наставляемых", "month:2025-11")
        .finds(&["R023 3 deadline"]);
    plan(2025)
        .row("Издание приказа о закреплении пар", "month:2025-10")
        .row("Встреча-знакомство", "month:2025-11")
        .is_silent();
}

#[test]
fn steps_follow_those_they_rest_on() {
    let cases = [
        ("Формирование базы наставников", "Формирование наставнических пар"),
        ("Отбор наставников", "Обучение наставников"),
        ("Формирование пар наставников и наставляемых", "Организация работы пар"),
        ("Регулярные встречи наставника и наставляемого", "Итоговая встреча участников"),
    ];
    for (first, then) in cases {
        let right = plan(2025).row(first, "month:2025-10").row(then, "month:2025-11");
        right.is_silent();
        let wrong = plan(2025).row(first, "month:2025-12").row(then, "month:2025-11");
        assert!(
            wrong.found().contains(&"R024 2 deadline".to_owned()),
            "{first}: {:?}",
            wrong.found()
        );
    }
}

fn numbered(numbers: &[&str]) -> Draft {
    numbers.iter().enumerate().fold(plan(2025), |draft, (at, number)| {
        draft.row(&format!("Дело под счётом {at}"), "month:2025-10").number(number)
    })
}

#[test]
fn gaps_repeats_and_steps_back_of_row_numbers_are_found() {
    numbered(&["1", "2", "4"]).finds(&["R031 4 number"]);
    numbered(&["1.1", "1.2", "2.1", "2.3"]).finds(&["R031 5 number"]);
    numbered(&["1.", "2.", "5.", "3."]).finds(&["R031 4 number", "R033 5 number"]);
    numbered(&["1.1", "1.2", "2.2"]).finds(&["R031 4 number"]);
    numbered(&["1.1", "2.1", "4.1"]).finds(&["R031 4 number"]);
}

#[test]
fn sound_numbers_are_silent() {
    numbered(&["1", "2", "3", "4"]).is_silent();
    numbered(&["1.1", "1.2", "2.1", "2.2", "3.1.1", "3.1.2"]).is_silent();
    // A spreadsheet writes 1.10 as 1.1.
    numbered(&["1.7", "1.8", "1.9", "1.1", "1.11"])
        .but(|row| row.number = Some("1.2".into()))
        .found()
        .iter()
        .for_each(|it| assert!(!it.starts_with("R033")));
    // A merged cell is carried down; without the document there is nothing to call a repeat.
    numbered(&["1", "1", "1", "2"]).is_silent();
    numbered(&["1", "2026"]).is_silent();
}

#[test]
fn numbers_begin_anew_in_each_section() {
    numbered(&["1", "2"])
        .row("Дело иного раздела", "month:2025-10")
        .number("1")
        .stage("Второй раздел")
        .is_silent();
}

#[test]
fn a_repeated_number_counts_only_where_its_cell_is_written() {
    let mut draft = numbered(&["1", "2", "2"]);
    let cell = |text: &str, continued| Cell {
        continued,
        column_span: 1,
        row_span: 1,
        paragraphs: vec![Paragraph { text: text.into(), ..Paragraph::default() }],
        ..Cell::default()
    };
    let row = |text: &str, continued| Row { cells: vec![cell(text, continued)], header: false };
    let rows = |last| vec![row("№", false), row("1", false), row("2", false), last];
    draft.source.blocks = vec![Block::Table(Table { rows: rows(row("2.", false)) })];
    draft.finds(&["R032 4 number"]);
    draft.source.blocks = vec![Block::Table(Table { rows: rows(row("", true)) })];
    draft.is_silent();
}

#[test]
fn a_list_inside_a_cell_is_counted_too() {
    let list = |text: &str| plan(2022).row(text, "month:2022-10");
    list(
        "1. Анкетирование. Сбор анкет.\n2. Анализ данных.\n3. Составление списка.\n5. Выбор форм.",
    )
    .finds(&["R031 2 activity"]);
    list("1. Анкетирование. 2. Анализ данных. 2. Составление списка.").finds(&["R032 2 activity"]);
    list("1) сбор сведений; 2) анализ; 4) выводы").finds(&["R031 2 activity"]);
    list("2.1. Педсовет. 2.2. Собрание. 2.4. Рубрика.").is_silent_or("R031 2 activity");
    list("1. Сбор. 2. Анализ. Для 5. класса").is_silent();
    list("2.1. Совет «О модели» 2.2. Собрание 2.3. Рубрика").is_silent();
    list("1.1. Педсовет. 1.2. Собрание.\n2.1. Рубрика").is_silent();
    list("Протокол от 30.08.2022. 5. Класс").is_silent();
}

impl Draft {
    /// A list that begins elsewhere than 1.1 is counted from where it begins.
    #[track_caller]
    fn is_silent_or(&self, code: &str) {
        assert!(self.found().iter().all(|it| it == code), "{:?}", self.found());
    }
}
