//! What is found and what stays silent, rule by rule, on plans of a few rows.
//!
//! Each case is a plan as the compiler would hand it over; the answer is the list of codes with row
//! and column.

use super::case::{first_day, last_day};
use super::*;
use crate::plan::{
    ApprovingOrder, Column, Evidence, Indicator, PlanDeadline, PlanPeriod, PlanRow, Responsible,
    Severity, Text,
};
use crate::source::{Block, Cell, Notice, Paragraph, Row, Table};

/// A plan in the making.
#[derive(Clone, Default)]
struct Draft {
    plan: Plan,
    source: Source,
}

const SCHOOL: &str = "МБОУ «СОШ № 4 г. Тосно»";

/// A school's plan for a school year.
fn plan(year: i32) -> Draft {
    let mut draft = Draft::default();
    draft.plan.title = "наставничества".into();
    draft.plan.organisation = Some(SCHOOL.into());
    draft.plan.period =
        Some(PlanPeriod { from: format!("{year}-09"), to: format!("{}-08", year + 1) });
    draft.plan.columns = vec![Column::Activity, Column::Deadline, Column::Responsible];
    draft
}

impl Draft {
    fn titled(mut self, title: &str) -> Self {
        self.plan.title = title.into();
        self
    }

    fn of(mut self, organisation: &str) -> Self {
        self.plan.organisation = Some(organisation.into());
        self
    }

    fn ordered(mut self, date: &str) -> Self {
        self.plan.order =
            Some(ApprovingOrder { number: Some("71".into()), date: Some(date.into()) });
        self
    }

    fn columns(mut self, columns: &[Column]) -> Self {
        self.plan.columns = columns.to_vec();
        self
    }

    fn above(mut self, text: &str) -> Self {
        let paragraph = Paragraph { text: text.into(), ..Paragraph::default() };
        self.source.blocks.push(Block::Paragraph(paragraph));
        self
    }

    fn target(mut self, value: f64, year: i32, of: &str) -> Self {
        self.plan.plan_indicators.push(coverage(value, of, Some(year)));
        self
    }

    /// A row with a deadline in normal form, `responsible` a curator.
    fn row(mut self, text: &str, normal: &str) -> Self {
        let place = crate::plan::Place { table: 1, row: self.plan.rows.len() + 2 };
        let responsible = Responsible { text: "Куратор".into(), ..Responsible::default() };
        let words = if normal == "none" { "" } else { normal };
        self.plan.rows.push(PlanRow {
            place,
            text: text.into(),
            deadline: deadline(words, normal),
            responsible: vec![responsible],
            ..PlanRow::default()
        });
        self
    }

    /// Mends the last row.
    fn but(mut self, mend: impl FnOnce(&mut PlanRow)) -> Self {
        mend(self.plan.rows.last_mut().unwrap());
        self
    }

    fn stage(self, stage: &str) -> Self {
        self.but(|row| row.path = vec![stage.into()])
    }

    fn number(self, number: &str) -> Self {
        self.but(|row| row.number = Some(number.into()))
    }

    fn result(self, text: &str) -> Self {
        self.but(|row| row.result = Some(Text { text: text.into() }))
    }

    fn indicator(self, text: &str) -> Self {
        self.but(|row| row.indicator_text = Some(Text { text: text.into() }))
    }

    fn diagnostics(&self) -> Vec<Diagnostic> {
        diagnostics(&self.plan, &self.source, &Options::default())
    }

    /// Codes with row and column: `R011 2 deadline`.
    fn found(&self) -> Vec<String> {
        let column = |it: &Diagnostic| {
            it.place
                .column
                .map(|it| format!(" {}", serde_json::to_value(it).unwrap().as_str().unwrap()))
        };
        let write = |it: &Diagnostic| {
            format!("{} {}{}", it.code, it.place.row, column(it).unwrap_or_default())
        };
        self.diagnostics().iter().map(write).collect()
    }

    #[track_caller]
    fn finds(&self, expected: &[&str]) {
        assert_eq!(self.found(), expected, "{:#?}", self.diagnostics());
    }

    #[track_caller]
    fn is_silent(&self) {
        self.finds(&[]);
    }
}

fn coverage(value: f64, of: &str, year: Option<i32>) -> Indicator {
    Indicator {
        text: format!("не менее {value}% {of}"),
        measure: "coverage".into(),
        op: ">=".into(),
        value,
        unit: "%".into(),
        of: Some(of.into()),
        year,
    }
}

fn deadline(text: &str, normal: &str) -> PlanDeadline {
    let mut occurrences = Vec::new();
    for form in normal.strip_prefix("list:").unwrap_or(normal).split(';') {
        let Some((kind, days)) = form.split_once(':') else { continue };
        if !matches!(kind, "date" | "month" | "range") {
            continue;
        }
        let (from, to) = days.split_once("..").unwrap_or((days, days));
        let (from, to) = (first_day(from).unwrap(), last_day(to).unwrap());
        if from <= to {
            occurrences.push((from.to_string(), to.to_string()));
        }
    }
    PlanDeadline { text: text.into(), normal: normal.into(), occurrences }
}

// ---- period ----------------------------------------------------------------------------------------

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

// ---- order of steps --------------------------------------------------------------------------------

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

// ---- numbering -------------------------------------------------------------------------------------

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

// ---- missing ---------------------------------------------------------------------------------------

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

// ---- columns, figures ------------------------------------------------------------------------------

fn measured() -> Draft {
    plan(2025).columns(&[
        Column::Activity,
        Column::Deadline,
        Column::Result,
        Column::Indicator,
        Column::Responsible,
    ])
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
    row("Охват не менее 70 % обучающихся").is_silent();
    row("Количество участников").finds(&["R062 2 indicator"]);
    row("Количество участников – не менее десяти").is_silent();
    row("Список утверждён").is_silent();
}

// ---- references, placeholders ----------------------------------------------------------------------

#[test]
fn an_event_referred_to_must_stand_somewhere_in_the_plan() {
    let survey = "Анкетирование участников после завершения круглого стола";
    plan(2025).row(survey, "month:2025-10").finds(&["R071 2 activity"]);
    plan(2025)
        .row("Круглый стол для наставников и учителей", "month:2025-10")
        .row(survey, "month:2025-10")
        .is_silent();
    let model = |other: &str| {
        plan(2025)
            .row("Подготовка встречи", "relative:+14d from определения модели")
            .but(|row| row.deadline.text = "В течение двух недель с даты определения модели".into())
            .row(other, "month:2025-09")
    };
    model("Определение ответственных за внедрение целевой модели").finds(&["R071 2 deadline"]);
    model("Выбор модели работы").is_silent();
}

#[test]
fn a_blank_is_found_in_any_cell_and_replaces_the_remark_on_the_deadline() {
    plan(2025)
        .row("Ведение сайта", "none")
        .but(|row| row.deadline.text = "до 1 октября 20__".into())
        .row("Публикации: [ссылки]", "month:2025-10")
        .but(|row| row.responsible[0].text = "ФИО".into())
        .finds(&["R081 2 deadline", "R081 3 activity", "R081 3 responsible"]);
}

#[test]
fn a_blank_above_the_table_is_a_note() {
    let draft = plan(2025)
        .above("Утверждено приказом от «__» ______ 2025 г. № ___")
        .row("Ведение сайта", "month:2025-10");
    draft.finds(&["R082 1"]);
    assert_eq!(draft.diagnostics()[0].severity, Severity::Note);
    plan(2025)
        .above("УТВЕРЖДАЮ, директор школы ____________ Н. П. Орлова")
        .row("Ведение сайта", "month:2025-10")
        .is_silent();
    plan(2025)
        .above("Утверждено приказом от 1 сентября 2025 г. № 71")
        .row("Ведение сайта", "month:2025-10")
        .is_silent();
}

// ---- foreign, model --------------------------------------------------------------------------------

#[test]
fn another_institution_is_found_and_a_partner_is_not() {
    plan(2025).row("Информирование сообщества ГОУ", "month:2025-10").finds(&["R091 2 activity"]);
    plan(2025).row("Приказ по МБОУ СОШ № 7", "month:2025-10").finds(&["R092 2 activity"]);
    plan(2025)
        .row("Соглашение с МБОУ СОШ № 7 о сетевом взаимодействии", "month:2025-10")
        .is_silent();
    let municipal = plan(2025).of("Северный муниципальный район");
    municipal.row("Семинар на сайте МБОУ СОШ № 7 и ГОУ", "month:2025-10").is_silent();
}

const SEVEN: [(&str, &str); 7] = [
    ("Подготовка условий для запуска программы наставничества", "Издание приказа о внедрении"),
    ("Формирование базы наставляемых", "Сбор сведений о желающих"),
    ("Формирование базы наставников", "Опрос старших коллег"),
    ("Отбор и обучение наставников", "Собеседования"),
    ("Формирование пар и групп", "Подбор участников"),
    ("Организация работы пар и групп", "Совместные дела"),
    ("Завершение наставничества", "Подведение итогов"),
];

fn staged(left_out: &[usize]) -> Draft {
    let draft = plan(2023).titled("целевой модели наставничества обучающихся");
    let kept = SEVEN.iter().enumerate().filter(|(at, _)| !left_out.contains(at));
    kept.fold(draft, |draft, (_, (stage, text))| draft.row(text, "period").stage(stage))
}

#[test]
fn a_stage_of_the_model_that_is_left_out_is_named() {
    staged(&[]).is_silent();
    let draft = staged(&[3]);
    draft.finds(&["R101 0 stage"]);
    let it = &draft.diagnostics()[0];
    assert!(
        it.message.contains("отсутствует этап модели: отбор и обучение наставников"),
        "{}",
        it.message
    );
    staged(&[1, 3]).finds(&["R101 0 stage"]);
}

#[test]
fn a_stage_whose_work_stands_elsewhere_is_only_noted() {
    let draft = staged(&[4]).row("Закрепление пар приказом", "period").stage(SEVEN[5].0);
    draft.finds(&["R102 0 stage"]);
}

#[test]
fn plans_that_follow_no_model_or_belong_to_a_municipality_are_not_judged_by_stages() {
    staged(&[0, 1, 2, 3]).is_silent();
    staged(&[1, 2, 3]).is_silent();
    (0..5)
        .fold(staged(&[1, 2, 3]), |draft, _| draft.row("Дела сообщества", "period"))
        .finds(&["R101 0 stage"]);
    staged(&[3]).of("Северный муниципальный округ").is_silent();
    let merged = staged(&[1, 2])
        .row("Анкеты", "period")
        .stage("Формирование баз наставников и наставляемых");
    merged.is_silent();
}

#[test]
fn a_plan_for_teachers_that_leans_on_the_act_for_students_alone_gets_a_note() {
    let draft = |year| {
        let staged = staged(&[]);
        let mut draft = staged.titled("системы наставничества педагогических работников");
        draft.plan.period = plan(year).plan.period;
        draft.row("Изучение распоряжения № Р-145", "period")
    };
    draft(2022).finds(&["R103 9 activity"]);
    draft(2020).is_silent();
}

// ---- law -------------------------------------------------------------------------------------------

#[test]
fn acts_are_cited_by_their_own_number_date_and_title() {
    let cite = |text: &str| plan(2022).row(text, "month:2022-10");
    let wrong = [
        ("Распоряжение Минпросвещения России от 25.12.2019 № 145-р", "R111 2 activity"),
        (
            "Распоряжения Министерства просвещения Российской Федерации № Р-154 от 25 декабря 2019 г.",
            "R111 2 activity",
        ),
        ("Распоряжение Минпросвещения России от 25.12.2020 № Р-145", "R111 2 activity"),
        (
            "Федеральный закон от 29.12.2012 № 237-ФЗ «Об образовании в Российской Федерации»",
            "R111 2 activity",
        ),
        (
            "Распоряжение № Р-145 «Об утверждении методологии (целевой) модели наставничества обучающихся»",
            "R112 2 activity",
        ),
        ("Концепция: распоряжение Правительства от 21.05.2025 № 1264-р", "R113 2 activity"),
    ];
    for (text, code) in wrong {
        assert_eq!(cite(text).found(), [code], "{text}");
    }
    let right = [
        "Распоряжение Минпросвещения России от 25.12.2019 № Р-145",
        "Распоряжение от 25 декабря 2019 г. № Р–145 «Об утверждении методологии (целевой модели) наставничества обучающихся»",
        "Приказ директора от 25.12.2019 № 145",
        "Приказ комитета № 145-р «О внедрении методологии (целевой модели) наставничества»",
        "Федеральный закон от 29 декабря 2012 г. № 273-ФЗ «Об образовании в РФ»",
        "Приказ от 29.08.2022 г. № 100 «О внедрении (целевой модели) наставничества»",
        "Кабинет № 196",
    ];
    for text in right {
        assert_eq!(cite(text).found(), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn an_act_must_be_in_force_on_the_days_of_the_plan() {
    let cite = |year, text: &str| plan(year).row(text, "period");
    cite(2026, "Оформление по ГОСТ Р 7.0.97-2016").finds(&["R113 2 activity"]);
    cite(2024, "Оформление по ГОСТ Р 7.0.97-2016").is_silent();
    cite(2025, "Участие в национальном проекте «Образование»").finds(&["R113 2 activity"]);
    cite(2023, "Участие в национальном проекте «Образование»").is_silent();
}

#[test]
fn an_article_with_its_digits_changed_is_found() {
    let cite = |year, text: &str| plan(year).row(text, "period");
    cite(2025, "Оформление наставников по ст. 358.1 ТК РФ").finds(&["R114 2 activity"]);
    cite(2025, "Оформление наставников по статье 351.8 ТК РФ").is_silent();
    cite(2025, "Справки по ст. 351.1 ТК РФ").is_silent();
    cite(2022, "Оформление наставников по ст. 351.8 Трудового кодекса").finds(&["R113 2 activity"]);
}

fn for_teachers(year: i32) -> Draft {
    plan(year)
        .titled("наставничества педагогических работников")
        .row("Сбор согласий на обработку персональных данных", "period")
}

#[test]
fn a_teachers_plan_of_2025_provides_the_mentors_labour_papers() {
    let draft = for_teachers(2025);
    draft.finds(&["R115 0"]);
    assert!(
        draft.diagnostics()[0]
            .message
            .contains("письменное согласие наставника, дополнительное соглашение")
    );
    for_teachers(2024).is_silent();
    for_teachers(2025)
        .row(
            "Письменные согласия наставников, дополнительные соглашения с размером доплаты",
            "period",
        )
        .is_silent();
    plan(2025).titled("наставничества обучающихся").row("Ведение сайта", "period").is_silent();
}

#[test]
fn consents_joined_in_one_paper_are_found_from_september_2025() {
    let text = "Подписание согласия на участие и обработку персональных данных";
    plan(2025).row(text, "period").finds(&["R116 2 activity"]);
    plan(2024).row(text, "period").is_silent();
}

// ---- coverage, guesses -----------------------------------------------------------------------------

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
}

#[test]
fn a_deadline_read_with_a_guess_is_noted_with_both_readings() {
    let draft = plan(2025)
        .row("Ведение сайта", "month:2025-10")
        .but(|row| row.deadline.text = "31 сентября 2025 г.".into());
    draft.finds(&["R132 2 deadline"]);
    let it = &draft.diagnostics()[0];
    assert!(it.message.starts_with("Дня 31.09 нет в календаре"), "{}", it.message);
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
