//! What is read of texts as they are received, case by case.

mod support;

use documents::read;
use support::show;

fn text(text: &str) -> Vec<String> {
    show(&read::read("а.txt", text.as_bytes()).expect("a text is read"))
}

#[test]
fn paragraphs_keep_bold_over_lines_and_lose_remnants() {
    assert_eq!(
        text("**План\nна 2025 год**\n\n# Приложение\n<p>Утверждено</p>\n-----\n* сноска"),
        ["¶ *План", "¶ *на 2025 год", "¶ #1 Приложение", "¶ Утверждено", "¶ * сноска"]
    );
}

#[test]
fn a_row_broken_by_a_page_end_is_joined_to_its_cells() {
    let whole = "№\tМероприятие\tСрок\tОтветственный\n\
                 1.\tПриказ о наставничестве\tСентябрь 2025\tДиректор\n\
                 2.\tПедагогический совет и\tОктябрь 20\tКуратор, классные\n\n\
                 \tродительское собрание\t25\tруководители\n\
                 3.\tЖурнал\tНоябрь 2025\tКуратор\n";
    assert_eq!(
        text(whole),
        [
            "| № | Мероприятие | Срок | Ответственный",
            "| 1. | Приказ о наставничестве | Сентябрь 2025 | Директор",
            "| 2. | Педагогический совет и родительское собрание | Октябрь 2025 | Куратор, классные руководители",
            "| 3. | Журнал | Ноябрь 2025 | Куратор",
            "—",
        ]
    );
}

#[test]
fn a_table_goes_on_over_a_page_end_without_a_broken_row() {
    let head = "№\tМероприятие\tСрок\n1\tПриказ\tмай\n";
    assert_eq!(text(&format!("{head}\n2\tЖурнал\tиюнь\n")).len(), 4);
    // A repeated header stays a row, so that places count as a person counts.
    assert_eq!(text(&format!("{head}\n№\tМероприятие\tСрок\n2\tЖурнал\tиюнь\n")).len(), 5);
}

#[test]
fn a_page_with_merged_columns_fits_by_likeness() {
    let whole = "Содержание\tСроки\tРезультат\tПоказатели\tОтветственный\n\
                 Формирование базы\tОктябрь 2025\tСформирована база\t55 %\tКураторы\n\
                 Обучение\tНоябрь 2025\tПроведены занятия\tне менее 5\tПедагоги-психологи\n\n\
                 Утверждение планов\tДекабрь 2025\tПриказ\tКураторы\n\
                 Итоговая встреча\tМай 2026\tПроведена встреча\tПедагоги-психологи\n";
    assert_eq!(text(whole)[3], "| Утверждение планов | Декабрь 2025 | →2 Приказ | Кураторы");
}

#[test]
fn two_tables_with_text_between_stay_two_and_a_wider_one_is_another() {
    let one = "а\tб\tв\n1\t2\t3\n";
    assert_eq!(text(&format!("{one}\nЕщё\n\n{one}"))[3], "¶ Ещё");
    let wider = format!("Дата\tМесто\n5\tзал\n\n{one}");
    assert_eq!(
        text(&wider),
        ["| Дата | Место", "| 5 | зал", "—", "| а | б | в", "| 1 | 2 | 3", "—"]
    );
}

#[test]
fn a_signature_with_a_tab_is_a_line_of_text() {
    assert_eq!(text("Директор\t\tА. Б. Веров\n\nПлан"), ["¶ Директор А. Б. Веров", "¶ План"]);
}

#[test]
fn tables_with_bars_are_read_too() {
    let whole = "| № | Дело | Срок |\n|---|:--:|---|\n| 1 | **Приказ**<br>о парах | май |\n";
    assert_eq!(text(whole), ["| № | Дело | Срок", "| 1 | Приказ⏎о парах | май", "—"]);
}

#[test]
fn rows_of_dashes_and_broken_bytes_do_not_matter() {
    let whole = "Этап\tСроки\nПодготовка\tмай\n--\t---\n";
    assert_eq!(text(whole), ["| Этап | Сроки", "| Подготовка | май", "—"]);
    let mut bytes = whole.as_bytes().to_vec();
    bytes.extend(&"Отбор\tиюнь".as_bytes()[..16]);
    let source = read::read("", &bytes).unwrap();
    assert_eq!(show(&source)[2], "| Отбор | ию");
    assert_eq!(source.notices, [roadmap::source::Notice::BrokenBytes(1)]);
}
