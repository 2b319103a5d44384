//! Tables of figures by years, and tables that only look so.

use super::*;
use crate::source::{Paragraph, Row};

fn table(rows: &[&[&str]]) -> Table {
    let cell = |(column, text): (usize, &&str)| Cell {
        column,
        column_span: 1,
        row_span: 1,
        paragraphs: vec![Paragraph { text: (*text).into(), ..Paragraph::default() }],
        ..Cell::default()
    };
    let row = |texts: &&[&str]| Row {
        cells: texts.iter().enumerate().map(cell).collect(),
        header: false,
    };
    Table { rows: rows.iter().map(row).collect() }
}

/// Figures as `measure op value unit in year`.
fn read_as(rows: &[&[&str]]) -> Vec<String> {
    let written = |it: &Indicator| {
        let year = it.year.map(|it| format!(" in {it}")).unwrap_or_default();
        format!("{} {} {} {}{year}", it.measure, it.op, it.value, it.unit)
    };
    of_table(&table(rows)).iter().map(written).collect()
}

#[test]
fn each_year_of_each_row_is_a_target_of_the_plan() {
    let shares = read_as(&[
        &["Показатель", "2023", "2024 г."],
        &[
            "Доля обучающихся от 10 до 19 лет, вошедших в программы наставничества, %",
            "20",
            "не менее 35",
        ],
    ]);
    assert_eq!(shares, ["coverage = 20 % in 2023", "coverage >= 35 % in 2024"]);
    let wide = read_as(&[
        &["№", "Наименование показателя", "Значение показателя, %", ""],
        &["", "", "2023", "2024"],
        &["1", "Доля детей в роли наставляемого", "50", "70"],
        &["2", "Доля педагогов в роли наставников", "", "10"],
    ]);
    assert_eq!(
        wide,
        ["coverage = 50 % in 2023", "coverage = 70 % in 2024", "coverage = 10 % in 2024"]
    );
    let counts = read_as(&[
        &["Показатели", "2023 год", "2024 год"],
        &["Количество наставнических пар", "5", "12"],
    ]);
    assert_eq!(counts, ["pairs = 5 pairs in 2023", "pairs = 12 pairs in 2024"]);
}

#[test]
fn tables_without_years_or_without_indicators_have_no_targets() {
    assert!(read_as(&[&["ФИО", "2023", "2024"], &["Иванова И.И.", "5", "6"]]).is_empty());
    assert!(read_as(&[&["Показатель", "Значение"], &["Доля педагогов, %", "20"]]).is_empty());
    assert!(
        read_as(&[&["Показатель", "2023", "2024"], &["Доля педагогов, %", "-", "рост"]]).is_empty()
    );
}

proptest::proptest! {
    #[test]
    fn any_table_is_read_without_a_panic(
        texts in proptest::collection::vec(proptest::collection::vec(
            "(Показатель|Доля, %|2023|2024 г\\.|20|не менее 5|-||%|\\PC{0,5})", 0..6), 0..8)
    ) {
        let rows: Vec<Vec<&str>> =
            texts.iter().map(|it| it.iter().map(String::as_str).collect()).collect();
        let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
        let _ = read_as(&rows);
    }
}
