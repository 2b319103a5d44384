//! Documents of odd shapes and sizes; whole documents stand in `examples`.

use super::*;
use crate::source::{Cell, Paragraph, Row, Table};

fn cell(column: usize, text: &str) -> Cell {
    let paragraph = Paragraph { text: text.into(), ..Paragraph::default() };
    Cell { column, column_span: 1, row_span: 1, paragraphs: vec![paragraph], ..Cell::default() }
}

fn row(texts: &[&str]) -> Row {
    let cells = texts.iter().enumerate().map(|(at, it)| cell(at, it)).collect();
    Row { cells, header: false }
}

fn plan_of(rows: Vec<Row>) -> Plan {
    let source = Source { blocks: vec![Block::Table(Table { rows })], notices: Vec::new() };
    compile(&source, &Options::default())
}

#[test]
fn a_document_without_a_roadmap_gives_a_plan_without_rows() {
    assert!(compile(&Source::default(), &Options::default()).rows.is_empty());
    let people = vec![row(&["№", "ФИО", "Должность"]), row(&["1", "Иванова И.И.", "учитель"])];
    assert!(plan_of(people).rows.is_empty());
}

#[test]
fn a_stage_merged_over_many_rows_is_carried_to_each() {
    let mut rows = vec![row(&["Этап", "Мероприятие", "Срок", "Ответственный"])];
    for n in 0..1_500 {
        let mut one = row(&["Подготовка", "Встреча наставников", "май 2026", "Куратор"]);
        one.cells[0].row_span = 1_500 - n;
        one.cells[0].continued = 0 < n;
        if 0 < n {
            one.cells[0].paragraphs.clear();
        }
        rows.push(one);
    }
    let plan = plan_of(rows);
    assert_eq!(plan.rows.len(), MOST_ROWS);
    assert!(plan.rows.iter().all(|it| it.path == ["Подготовка"]));
}

/// Texts of the rows with what was read of their deadlines and paths: `text | normal | path`.
fn read_as(tables: &[&[&[&str]]], title: &str) -> Vec<String> {
    let title = Paragraph { text: title.into(), ..Paragraph::default() };
    let tables = tables.iter().flat_map(|it| {
        let rows = it.iter().map(|texts| row(texts)).collect();
        [Block::Paragraph(Paragraph::default()), Block::Table(Table { rows })]
    });
    let blocks = std::iter::once(Block::Paragraph(title)).chain(tables).collect();
    let plan = compile(&Source { blocks, notices: Vec::new() }, &Options::default());
    let written =
        |it: &PlanRow| format!("{} | {} | {}", it.text, it.deadline.normal, it.path.join(" / "));
    plan.rows.iter().map(written).collect()
}

#[test]
fn a_table_that_goes_on_with_the_numbers_of_the_one_before_is_the_same_table() {
    let first: &[&[&str]] = &[
        &["№", "Мероприятие", "Срок", "Ответственный"],
        &["1", "Педсовет", "октябрь 2025", "Директор"],
    ];
    let second: &[&[&str]] = &[&["2", "Слёт", "по расписанию смены", "Орг. комитет"]];
    assert_eq!(read_as(&[first, second], "Дорожная карта").len(), 2);
    let other: &[&[&str]] = &[&["7", "Слёт", "по расписанию смены", "Орг. комитет"]];
    assert_eq!(read_as(&[first, other], "Дорожная карта").len(), 1);
}

#[test]
fn a_month_is_carried_down_blank_cells_where_months_stand_first() {
    let table: &[&[&str]] = &[
        &["Месяц", "Содержание работы", "Ответственный"],
        &["Сентябрь", "Знакомство с нормативной базой", "Директор"],
        &["", "Закрепление наставников", "Директор"],
        &["Октябрь", "Посещение уроков", "Наставники"],
    ];
    assert_eq!(
        read_as(&[table], "Дорожная карта на 2025-2026 учебный год"),
        [
            "Знакомство с нормативной базой | month:2025-09 | ",
            "Закрепление наставников | month:2025-09 | ",
            "Посещение уроков | month:2025-10 | ",
        ]
    );
}

#[test]
fn of_a_month_and_a_day_in_columns_of_their_own_the_finer_is_the_deadline() {
    let table: &[&[&str]] = &[
        &["Месяц", "Дата", "Тема", "Ответственный"],
        &["Сентябрь", "12.09.2025", "Оформление документации группы", "Директор"],
        &["Октябрь", "10", "Организация прогулки с детьми", "Директор"],
        &["Ноябрь", "", "Родительское собрание в группе", "Директор"],
    ];
    assert_eq!(
        read_as(&[table], "Дорожная карта на 2025-2026 учебный год"),
        [
            "Оформление документации группы | date:2025-09-12 | ",
            "Организация прогулки с детьми | date:2025-10-10 | ",
            "Родительское собрание в группе | month:2025-11 | ",
        ]
    );
}

#[test]
fn a_second_header_row_that_lost_its_merged_cells_is_a_header() {
    let table: &[&[&str]] = &[
        &["№", "Мероприятие", "Срок", "Ответственный", "Ожидаемый результат", ""],
        &["", "", "", "", "вид документа", "количественный показатель"],
        &[
            "1",
            "Заключение договоров",
            "октябрь 2025",
            "Директор",
            "Договоры",
            "не менее 5 договоров",
        ],
    ];
    assert_eq!(read_as(&[table], "Дорожная карта"), ["Заключение договоров | month:2025-10 | "]);
}

#[test]
fn an_activity_alone_in_its_row_is_a_row_where_stages_have_a_column() {
    let table: &[&[&str]] = &[
        &["Этап", "Мероприятия", "Сроки", "Ответственные"],
        &["I этап", "Выявление затруднений педагогов", "октябрь 2025", "Директор"],
        &["", "Изучение личных дел молодых специалистов", "", ""],
        &["II этап", "Разработка маршрутов", "ноябрь 2025", "Наставники"],
    ];
    assert_eq!(
        read_as(&[table], "Дорожная карта"),
        [
            "Выявление затруднений педагогов | month:2025-10 | I этап",
            "Изучение личных дел молодых специалистов | none | I этап",
            "Разработка маршрутов | month:2025-11 | II этап",
        ]
    );
}

#[test]
fn a_row_beside_a_numbered_heading_does_not_stand_under_it() {
    let table: &[&[&str]] = &[
        &["№", "Мероприятие", "Срок", "Ответственный"],
        &["2.", "Реализация модели", "", ""],
        &["2.1.", "Организация в школах:", "", ""],
        &["2.1.1.", "Формирование пар", "октябрь 2025", "Кураторы"],
        &["2.2.", "Обучение кураторов", "ноябрь 2025", "Директор"],
    ];
    assert_eq!(
        read_as(&[table], "Дорожная карта"),
        [
            "Формирование пар | month:2025-10 | Реализация модели / Организация в школах:",
            "Обучение кураторов | month:2025-11 | Реализация модели",
        ]
    );
}

#[test]
fn a_mended_cell_is_read_alone() {
    assert_eq!(read_responsible("Куратор").responsible.len(), 1);
    assert_eq!(read_indicators("не менее 5 встреч", "", "").len(), 1);
    assert_eq!(read_evidence("Издание приказа о назначении куратора", "")[0].about, "curator");
    assert_eq!(read_items("1) Опрос; 2) Анализ", "").len(), 2);
    assert_eq!(read_deadline("", None).normal, "none");
}

#[test]
fn the_years_of_the_caller_win() {
    let options = Options::for_years("2025-2026").unwrap();
    assert_eq!(options.period.unwrap().to, "2026-08");
    assert_eq!(Options::for_years("2026").unwrap().period.unwrap().from, "2026-01");
    assert!(Options::for_years("скоро").is_none());
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]
    #[test]
    fn any_table_is_compiled_without_a_panic(
        texts in proptest::collection::vec(proptest::collection::vec(
            "(№|Мероприятие|Сроки|Ответственный|Результат|1|1\\.1|Раздел I|Сентябрь|май 2026|Куратор|Встреча наставников|не менее 5 человек|-||\\+|Этап)", 0..6), 0..12),
        spans in proptest::collection::vec((0usize..7, 0usize..4, proptest::bool::ANY), 0..12),
    ) {
        let mut rows: Vec<Row> = texts
            .iter()
            .map(|it| row(&it.iter().map(String::as_str).collect::<Vec<_>>()))
            .collect();
        for (at, (column, span, continued)) in spans.into_iter().enumerate() {
            if let Some(it) = rows.get_mut(at).and_then(|it| it.cells.get_mut(column)) {
                it.column_span = span;
                it.row_span = span;
                it.continued = continued;
            }
        }
        let plan = plan_of(rows);
        assert!(plan.rows.len() <= 12);
    }
}

#[test]
fn steps_that_are_counted_and_plain_questions_are_headers() {
    let plan = plan_of(vec![
        row(&["Шаг", "Что делаем", "Когда", "Кто ведёт", "Чем подтверждаем", "Сколько"]),
        row(&["1", "Учим наставников", "октябрь", "Куратор", "Справка", "3 тренинга"]),
        row(&["2", "Благодарим лучших", "май", "Директор", "Приказ", "5 человек"]),
    ]);
    let columns = [
        Column::Number,
        Column::Activity,
        Column::Deadline,
        Column::Responsible,
        Column::Result,
        Column::Indicator,
    ];
    assert_eq!(plan.columns, columns);
    assert_eq!(plan.rows[0].text, "Учим наставников");
}

#[test]
fn who_answers_is_found_in_the_activity_where_no_column_says_it() {
    let plan = plan_of(vec![
        row(&["Мероприятие", "Срок"]),
        row(&["Приказ о назначении куратора. Отв.: директор", "сентябрь"]),
        row(&["Подбор пар (отв. педагог-психолог)", "октябрь"]),
    ]);
    let who: Vec<_> = plan.rows.iter().map(|it| it.responsible[0].role.clone()).collect();
    assert_eq!(who, [Some("head".into()), Some("psychologist".into())]);
    assert!(plan.diagnostics.iter().all(|it| it.code != "R044"));
}

#[test]
fn one_column_may_say_when_and_who() {
    let plan = plan_of(vec![
        row(&["Мероприятие", "Срок, ответственный", "Результат"]),
        row(&["Назначение куратора", "до 01.09.2025, директор", "Приказ"]),
        row(&["Обучение наставников", "ноябрь 2025, педагог-психолог Орлова Е. В.", "Сертификаты"]),
    ]);
    let who: Vec<_> = plan.rows.iter().map(|it| it.responsible[0].role.clone()).collect();
    assert_eq!(who, [Some("head".into()), Some("psychologist".into())]);
    assert_eq!(plan.rows[0].deadline.normal, "before:2025-09-01");
}

#[test]
fn the_whole_month_under_the_heading_of_a_month_is_that_month() {
    let table: &[&[&str]] = &[
        &["Мероприятие", "Срок", "Ответственный"],
        &["Октябрь", "", ""],
        &["Посещение уроков", "в течение месяца", "Наставники"],
        &["Педсовет", "до 15", "Директор"],
        &["Ноябрь", "", ""],
        &["Круглый стол", "2 неделя", "Куратор"],
    ];
    let read = read_as(&[table], "Дорожная карта на 2025-2026 учебный год");
    assert!(read[0].contains("| month:2025-10 |"), "{read:?}");
}

#[test]
fn a_form_of_carrying_out_that_is_a_paper_is_evidence() {
    let plan = plan_of(vec![
        row(&["Месяц", "Содержание работы", "Форма проведения", "Ответственный"]),
        row(&["Сентябрь", "Закрепление наставников за педагогами", "Приказ", "Директор"]),
        row(&["Октябрь", "Взаимопосещение занятий", "Открытый просмотр", "Наставники"]),
    ]);
    let evidence: Vec<_> = plan.rows[0].evidence.iter().map(|it| it.kind.as_str()).collect();
    assert_eq!(evidence, ["order"]);
    assert_eq!(plan.rows[0].evidence[0].about, "pairs");
}

#[test]
fn a_target_in_the_last_lonely_row_of_a_table_is_one_of_the_plan_and_no_activity() {
    let rows = |last: &str| {
        vec![
            row(&["Мероприятие", "Срок", "Ответственный"]),
            row(&["Приказ о назначении куратора", "сентябрь", "Директор"]),
            row(&["Анкетирование наставников", "октябрь", "Куратор"]),
            row(&[last, "", ""]),
        ]
    };
    let plan = plan_of(rows("К концу года доля обучающихся в программах — не менее 70 %"));
    assert_eq!((plan.rows.len(), plan.plan_indicators.len()), (2, 1));
    assert_eq!(plan.plan_indicators[0].value.to_string(), "70");
    assert_eq!(plan_of(rows("Ведение раздела сайта.")).rows.len(), 3);
}
