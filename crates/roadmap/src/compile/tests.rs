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
