//! How long one document takes from its tables to a judged plan.
//!
//! It measures a plan of forty rows with results and indicators, as long as the longest of the real
//! ones. Deliberately absent: unpacking of files (`documents`).

use roadmap::source::{Block, Cell, Paragraph, Row, Source, Table};

fn main() {
    divan::main();
}

fn row(texts: &[&str]) -> Row {
    let cell = |(column, text): (usize, &&str)| Cell {
        column,
        column_span: 1,
        row_span: 1,
        paragraphs: vec![Paragraph { text: (*text).into(), ..Paragraph::default() }],
        ..Cell::default()
    };
    Row { cells: texts.iter().enumerate().map(cell).collect(), header: false }
}

fn document() -> Source {
    let title = "Дорожная карта реализации целевой модели наставничества обучающихся МБОУ «Школа № 8» на 2025-2026 учебный год";
    let mut rows = vec![row(&[
        "Содержание",
        "Сроки",
        "Ожидаемый результат",
        "Показатели эффективности",
        "Ответственный",
    ])];
    for n in 0..40 {
        rows.push(row(&[
            &format!("{n}) Формирование базы наставников из числа обучающихся, педагогов, родителей, выпускников и партнёров; обучение наставников с применением дистанционных технологий"),
            "Октябрь – ноябрь 2025 г.",
            "Сформирована база наставников, проведено не менее 3 образовательных занятий для каждой группы, издан приказ о закреплении пар",
            "Не менее 55 % от общего количества обучающихся, привлечено не менее 5 экспертов",
            "Кураторы, руководители методических объединений, заместитель директора по ВР Иванова И.И.",
        ]));
    }
    let title = Paragraph { text: title.into(), ..Paragraph::default() };
    Source {
        blocks: vec![Block::Paragraph(title), Block::Table(Table { rows })],
        notices: Vec::new(),
    }
}

#[divan::bench]
fn a_plan_of_forty_rows(bencher: divan::Bencher<'_, '_>) {
    let source = document();
    let options = roadmap::Options::default();
    bencher.bench(|| roadmap::compile(divan::black_box(&source), &options));
}

#[divan::bench]
fn its_remarks(bencher: divan::Bencher<'_, '_>) {
    let source = document();
    let plan = roadmap::compile(&source, &roadmap::Options::default());
    let options = roadmap::check::Options::default();
    bencher.bench(|| roadmap::check::diagnostics(divan::black_box(&plan), &source, &options));
}

#[divan::bench]
fn one_responsible_cell() -> roadmap::responsible::Parties {
    roadmap::read_responsible(divan::black_box(
        "Кураторы, руководители методических объединений, заместитель директора по ВР Иванова И.И.",
    ))
}

#[divan::bench]
fn one_result_cell() -> Vec<roadmap::plan::Evidence> {
    roadmap::read_evidence(
        divan::black_box("Формирование базы наставников, обучение"),
        divan::black_box(
            "Сформирована база наставников, проведено не менее 3 образовательных занятий для каждой группы, издан приказ о закреплении пар",
        ),
    )
}

#[divan::bench]
fn one_indicator_cell() -> Vec<roadmap::plan::Indicator> {
    roadmap::read_indicators(
        divan::black_box(
            "Не менее 55 % от общего количества обучающихся, привлечено не менее 5 экспертов",
        ),
        "",
        "Обучение",
    )
}

#[divan::bench]
fn one_deadline_cell() -> roadmap::plan::PlanDeadline {
    roadmap::read_deadline(divan::black_box("Октябрь – ноябрь 2025 г."), None)
}
