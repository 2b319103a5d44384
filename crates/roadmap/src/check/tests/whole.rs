//! Coverage, what the reader and the compiler had to guess, and a plan without a fault.

use super::*;

#[test]
fn coverage_is_compared_with_the_plans_own_and_the_set_targets() {
    let row = |year, value, of: &str| {
        plan(year)
            .row("Вовлечение в программы наставничества", "period")
            .but(|row| row.indicators = vec![coverage(value, of, None)])
    };
    row(2023, 40.0, "обучающихся").finds(&["R122 2 result"]);
    row(2023, 55.0, "обучающихся").is_silent();
    row(2023, 40.0, "партнёров").is_silent();
    row(2023, 40.0, "обучающихся").but(|it| it.text = "Акция ко Дню наставника".into()).is_silent();
    row(2027, 5.0, "обучающихся").is_silent();
    let own = row(2023, 55.0, "педагогов").target(60.0, 2023, "педагогов").target(
        70.0,
        2024,
        "педагогов",
    );
    own.finds(&["R121 2 result"]);
    plan(2022).row("Дело", "period").target(30.0, 2022, "молодых специалистов").finds(&["R122 0"]);
}

#[test]
fn what_the_reader_noticed_and_a_missing_period_are_said() {
    let mut draft = plan(2025).row("Ведение сайта", "period");
    draft.source.notices = vec![
        Notice::GuessedEncoding("windows-1251".into()),
        Notice::RowsLeftOut { kept: 1000 },
        Notice::Pictures(2),
        Notice::TrackedChanges,
    ];
    draft.finds(&["R133 0", "R133 0", "R134 0", "R135 0"]);
    draft.source.notices.clear();
    draft.plan.period = None;
    draft.finds(&["R131 0"]);
    assert!(draft.diagnostics()[0].help.contains("например «на 2025–2026 учебный год»"));
    let helps = |from: &str, to: &str| {
        let mut draft = draft.clone();
        draft.plan.derived_period = Some(PlanPeriod { from: from.into(), to: to.into() });
        draft.diagnostics()[0].help.clone()
    };
    assert!(helps("2022-09", "2023-08").ends_with("«на 2022–2023 учебный год»"));
    assert!(helps("2022-01", "2024-12").ends_with("«2022–2024»"));
    assert!(helps("2023-01", "2023-12").ends_with("«2023»"));
}

/// A document of one table of so many rows below its header.
fn long_table(n_rows: usize) -> Source {
    let cell = |column, text: &str| Cell {
        column,
        column_span: 1,
        row_span: 1,
        paragraphs: vec![Paragraph { text: text.into(), ..Paragraph::default() }],
        ..Cell::default()
    };
    let row = |texts: [&str; 3]| Row {
        cells: texts.iter().enumerate().map(|(at, it)| cell(at, it)).collect(),
        header: false,
    };
    let mut rows = vec![row(["Мероприятие", "Срок", "Ответственный"])];
    rows.extend((0..n_rows).map(|_| row(["Ведение сайта", "октябрь 2025 г.", "Куратор"])));
    Source { blocks: vec![Block::Table(Table { rows })], notices: Vec::new() }
}

#[test]
fn a_table_longer_than_is_read_says_where_reading_stopped() {
    let remarks = |source: &Source| {
        let plan = crate::compile(source, &crate::Options::default());
        let found = plan.diagnostics.iter().filter(|it| it.code == "R133");
        found.map(|it| (it.place.table, it.place.row, it.message.clone())).collect::<Vec<_>>()
    };
    assert_eq!(remarks(&long_table(1000)), []);
    let plan =
        "В карту вошли первые 1000 пунктов, последний — в строке 1001; что ниже, не прочитано";
    assert_eq!(remarks(&long_table(1001)), [(1, 1001, plan.to_owned())]);
    // What the reader of the file left out is said too, once and at the earlier place.
    let mut cut = long_table(1500);
    cut.notices = vec![Notice::RowsLeftOut { kept: 1501 }];
    assert_eq!(remarks(&cut), [(1, 1001, plan.to_owned())]);
    let mut wide = long_table(400);
    wide.notices = vec![Notice::RowsLeftOut { kept: 401 }];
    let file = "Прочитано строк: 401, последняя — 401-я строка таблицы; что ниже, не прочитано";
    assert_eq!(remarks(&wide), [(1, 401, file.to_owned())]);
}

#[test]
fn a_deadline_read_with_a_guess_is_noted_with_both_readings() {
    let draft = plan(2025)
        .row("Ведение сайта", "month:2025-10")
        .but(|row| row.deadline.text = "31 сентября 2025 г.".into());
    draft.finds(&["R132 2 deadline"]);
    let it = &draft.diagnostics()[0];
    assert_eq!(it.message, "Дня 31.09 нет в календаре, взято 30 сентября 2025\u{a0}г.");
}

#[test]
fn a_sound_plan_is_silent() {
    let evidence = Evidence { kind: "order".into(), about: "pairs".into() };
    measured()
        .titled("целевой модели наставничества обучающихся")
        .ordered("2025-09-01")
        .row("Издание приказа о внедрении целевой модели наставничества", "month:2025-09")
        .result("Приказ")
        .row("Сбор согласий на обработку персональных данных", "month:2025-09")
        .result("Согласия")
        .indicator("100 % участников")
        .row("Формирование базы наставляемых и базы наставников", "month:2025-10")
        .result("Базы")
        .indicator("Не менее 55 % от общего числа обучающихся")
        .row("Отбор и обучение наставников", "month:2025-10")
        .result("Список наставников")
        .row("Формирование пар, приказ о закреплении пар", "month:2025-11")
        .result("Приказ о закреплении пар")
        .but(|row| row.evidence = vec![evidence])
        .row(
            "Организация работы пар: встреча-знакомство, совместная работа",
            "range:2025-11..2026-04",
        )
        .result("Журнал встреч")
        .row("Итоговая встреча. Поощрение лучших наставников", "month:2026-05")
        .result("Приказ о поощрении")
        .is_silent();
}
