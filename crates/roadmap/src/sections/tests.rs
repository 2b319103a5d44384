//! Headings as people write them.

use super::*;

#[test]
fn headings_are_told_by_words_and_numbers() {
    let table: &[(&str, Option<&str>, Heading)] = &[
        ("Раздел I. Нормативное обеспечение", None, Heading::Part),
        ("Блок 1. Подготовка", None, Heading::Block),
        ("I этап. Подготовительный", None, Heading::Block),
        ("1 этап – организационный", None, Heading::Block),
        ("II. Работа с наставниками", None, Heading::Roman),
        ("Контроль реализации", Some("5.1"), Heading::Decimal(2)),
        ("Сентябрь", None, Heading::Month),
        ("Октябрь – ноябрь 2025 г.", None, Heading::Month),
        ("2024 год", None, Heading::Year),
        ("I полугодие", None, Heading::Quarter),
        ("Информационное сопровождение деятельности", None, Heading::Plain),
    ];
    for (text, number, expected) in table {
        assert_eq!(kind(text, *number), *expected, "{text}");
    }
}

#[test]
fn headings_of_one_kind_follow_and_weaker_ones_nest() {
    let mut stack = Stack::default();
    stack.open(Heading::Decimal(1), "5".into());
    stack.open(Heading::Decimal(2), "5.1".into());
    assert_eq!(stack.path(), ["5", "5.1"]);
    stack.used();
    stack.open(Heading::Decimal(1), "6".into());
    assert_eq!(stack.path(), ["6"]);
    stack.used();
    stack.open(Heading::Month, "Сентябрь".into());
    stack.used();
    stack.open(Heading::Month, "Октябрь".into());
    assert_eq!(stack.path(), ["6", "Октябрь"]);
    stack.used();
    stack.open(Heading::Part, "Раздел II".into());
    assert_eq!(stack.path(), ["Раздел II"]);
}

#[test]
fn notes_and_sentences_above_a_table_are_no_headings() {
    assert!(is_heading_line(
        "Мероприятия, направленные на работу с детьми с девиантным поведением"
    ));
    assert!(!is_heading_line("*** в случае выявления таких обучающихся в ОО."));
    assert!(!is_heading_line("Директор школы ______ И.И. Иванова"));
}
