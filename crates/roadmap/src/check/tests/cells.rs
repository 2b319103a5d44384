//! What a cell lacks, and what stands in another column than its own.

use super::*;

#[test]
fn a_row_without_deadline_responsible_or_result_is_remarked_on() {
    let full = plan(2025)
        .columns(&[Column::Activity, Column::Deadline, Column::Responsible, Column::Result])
        .row("Проведение совета", "month:2025-10")
        .result("Протокол")
        .row("Выпуск газеты", "month:2025-11")
        .result("Газета");
    full.is_silent();
    full.clone().but(|row| row.deadline = deadline("", "none")).finds(&["R041 3 deadline"]);
    full.clone().but(|row| row.deadline = deadline("—", "none")).finds(&["R041 3 deadline"]);
    full.clone()
        .but(|row| row.deadline = deadline("оперативно", "none"))
        .finds(&["R047 3 deadline"]);
    full.clone().but(|row| row.responsible.clear()).finds(&["R043 3 responsible"]);
    let vacant = |text: &str| {
        let who = crate::compile::read_responsible(text).responsible;
        full.clone().but(|row| row.responsible = who)
    };
    for text in
        ["вакансия", "уточняется", "ответственный не назначен", "Не определён", "по согласованию"]
    {
        vacant(text).finds(&["R043 3 responsible"]);
    }
    for text in ["Куратор (уточняется)", "Специалист по кадрам", "Орлова Е. В."]
    {
        vacant(text).is_silent();
    }
    full.clone().but(|row| row.nobody = true).finds(&["R045 3 responsible"]);
    let more = full.row("Открытый урок", "month:2025-12");
    more.finds(&["R046 4 result"]);
    more.indicator("Не менее 5 человек").is_silent();
}

#[test]
fn a_missing_column_is_one_remark_of_the_whole_table() {
    let bare = plan(2025)
        .columns(&[Column::Stage, Column::Activity])
        .row("Сбор сведений", "none")
        .but(|row| row.responsible.clear())
        .row("Выпуск газеты", "none")
        .but(|row| row.responsible.clear());
    bare.finds(&["R042 0 deadline", "R044 0 responsible"]);
    assert!(bare.diagnostics()[0].message.contains("нет столбца"));
    let empty = bare.columns(&[Column::Activity, Column::Deadline, Column::Responsible]);
    empty.finds(&["R042 0 deadline", "R044 0 responsible"]);
    assert!(empty.diagnostics()[0].message.contains("пуст"));
}

#[test]
fn a_document_without_rows_says_that_no_roadmap_was_found() {
    plan(2025).finds(&["R048 0"]);
}

#[test]
fn a_figure_alone_is_no_result_and_a_paper_alone_no_indicator() {
    let row = |result: &str, indicator: &str| {
        measured().row("Ведение сайта", "month:2025-10").result(result).indicator(indicator)
    };
    row("Не менее 5 публикаций", "").finds(&["R052 2 result"]);
    row("", "Приказ о назначении куратора").finds(&["R051 2 indicator"]);
    row("Не менее 5 публикаций", "Приказ о рубрике").finds(&["R051 2 indicator", "R052 2 result"]);
    row("Публикации на сайте", "Не менее 5 публикаций").is_silent();
    row("Создано не менее 2 рубрик", "").is_silent();
    row("Приказ", "Наличие приказа").is_silent();
    row("Не менее 5 публикаций", "Не менее 5 публикаций").is_silent();
}

#[test]
fn a_date_among_the_responsible_and_a_role_among_deadlines_are_found() {
    plan(2025)
        .row("Ведение сайта", "none")
        .but(|row| row.deadline = deadline("Куратор", "none"))
        .but(|row| row.responsible[0].text = "Октябрь 2025 г.".into())
        .row("Выпуск газеты", "month:2025-10")
        .finds(&["R047 2 deadline", "R053 2 deadline", "R053 2 responsible"]);
}

#[test]
fn a_percentage_without_base_and_an_indicator_without_value_are_found() {
    let row = |indicator: &str| {
        measured().row("Охват", "month:2025-10").result("Список").indicator(indicator)
    };
    row("Охват не менее 70 %").finds(&["R061 2 indicator"]);
    row("Акты размещены на сайтах 100 % ОО").is_silent();
    row("Охват не менее 70 % обучающихся").is_silent();
    row("Количество участников").finds(&["R062 2 indicator"]);
    row("Количество участников – не менее десяти").is_silent();
    row("Список утверждён").is_silent();
}

#[test]
fn a_percentage_whose_population_the_activity_names_has_its_base() {
    let share = |of: &str| {
        let of = Indicator { text: "Не менее 55 %".into(), ..coverage(55.0, of, None) };
        measured()
            .row("Охват педагогов наставничеством", "month:2025-10")
            .result("Отчёт")
            .indicator("Не менее 55 % по итогам года")
            .but(|row| row.indicators = vec![of])
    };
    share("педагогов").is_silent();
    share("по итогам года").finds(&["R061 2 indicator"]);
}

#[test]
fn a_cell_over_two_columns_says_result_and_indicator_at_once() {
    let mut draft =
        measured().row("Ведение сайта", "month:2025-10").result("Не менее 5 публикаций");
    let cell = |column, column_span, text: &str| Cell {
        column,
        column_span,
        row_span: 1,
        paragraphs: vec![Paragraph { text: text.into(), ..Paragraph::default() }],
        ..Cell::default()
    };
    let head = Row { cells: (0..5).map(|at| cell(at, 1, "")).collect(), header: true };
    let merged =
        Row { cells: vec![cell(2, 2, "Не менее 5 публикаций")], header: false };
    draft.source.blocks = vec![Block::Table(Table { rows: vec![head, merged] })];
    draft.is_silent();
    draft.source = Source::default();
    draft.finds(&["R052 2 result"]);
}
