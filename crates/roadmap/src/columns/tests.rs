//! Headers and cells as people write them.

use super::*;

#[test]
fn headers_are_understood_in_any_wording() {
    let table: &[(&str, Column)] = &[
        ("№", Column::Number),
        ("№ п/п", Column::Number),
        ("№п/п", Column::Number),
        ("Этап", Column::Stage),
        ("Наименование этапа", Column::Stage),
        ("Направление деятельности", Column::Stage),
        ("Содержание подэтапов", Column::SubStage),
        ("Мероприятия", Column::Activity),
        ("Содержание", Column::Activity),
        ("Наименование мероприятий", Column::Activity),
        ("Содержание деятельности и план мероприятий", Column::Activity),
        ("Виды деятельности", Column::Activity),
        ("Сроки", Column::Deadline),
        ("Срок реализации", Column::Deadline),
        ("Дата проведения", Column::Deadline),
        ("Сроки исполнения мероприятия", Column::Deadline),
        ("Месяц", Column::Deadline),
        ("Период проведения", Column::Deadline),
        ("Дата начала", Column::StartDate),
        ("Окончание", Column::EndDate),
        ("Ответственный", Column::Responsible),
        ("Исполнители", Column::Responsible),
        ("Отв.", Column::Responsible),
        ("Ответственные за проведение мероприятия", Column::Responsible),
        ("Ф.И.О. ответственного", Column::Responsible),
        ("Ожидаемый результат (вид документа)", Column::Result),
        ("Планируемый результат", Column::Result),
        ("Форма отчётности", Column::Result),
        ("Вид документа", Column::Result),
        ("Подтверждающий документ", Column::Result),
        ("Показатели эффективности", Column::Indicator),
        ("Критерии", Column::Indicator),
        ("Целевая аудитория", Column::Audience),
        ("Участники", Column::Audience),
        ("Форма проведения", Column::Form),
        ("Место проведения", Column::Form),
        ("Примечание", Column::Note),
        ("Отметка о выполнении", Column::Note),
        ("Должность", Column::Other),
        ("ФИО", Column::Other),
    ];
    for (text, expected) in table {
        assert_eq!(header(text).map(|it| it.0), Some(*expected), "{text}");
    }
}

#[test]
fn cells_look_like_what_they_are() {
    for text in [
        "Октябрь 2023",
        "в течение года",
        "01.09.2025 – 31.05.2026",
        "по мере необходимости",
        "ежемесячно",
        "Декабрь – апрель 2024",
    ] {
        assert!(0.65 < looks(text).deadline, "{text}");
    }
    for text in [
        "Кураторы",
        "Директор ОО Кураторы",
        "Иванова И.И.",
        "НЕ ПРИВЛЕКАЮТСЯ",
        "классный руководитель, соц. педагог",
    ] {
        assert!(0.5 <= looks(text).responsible, "{text}");
    }
    let activity =
        looks("Проведение встречи наставника и наставляемого в формате деловой игры в мае");
    assert!(activity.deadline < 0.5 && activity.responsible < 0.5);
}

#[test]
fn cells_of_a_row_with_lost_cells_find_their_columns() {
    let columns = [
        Column::Activity,
        Column::Deadline,
        Column::Result,
        Column::Indicator,
        Column::Responsible,
    ];
    let row = [
        "Утверждение индивидуальных планов",
        "Ноябрь 2023",
        "Приказ об утверждении планов",
        "Директор ОО",
    ];
    let cells: Vec<Looks> = row.iter().map(|it| looks(it)).collect();
    let places = align(4, 5, |i, j| suits(&cells[i], columns[j]));
    assert_eq!(places, Some(vec![0, 1, 2, 4]));
}

#[test]
fn numbers_of_rows_are_told_from_other_numbers() {
    for (text, is) in [
        ("1", true),
        ("2.1.", true),
        ("5.1.2", true),
        ("III.", true),
        ("01.09.2025", false),
        ("1а раздел", false),
        ("", false),
    ] {
        assert_eq!(is_number(text), is, "{text}");
    }
}
