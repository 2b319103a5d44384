//! What is read of texts as they are received, case by case.

mod support;

use documents::read;
use proptest::prelude::*;
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

#[test]
fn lines_end_as_any_system_ends_them() {
    let unix = "План\nна год\n\nЭтап\tСроки\nПодготовка\tмай\n";
    for whole in [unix.to_owned(), unix.replace('\n', "\r\n"), unix.replace('\n', "\r")] {
        assert_eq!(
            text(&whole),
            ["¶ План", "¶ на год", "| Этап | Сроки", "| Подготовка | май", "—"]
        );
    }
}

/// An activity as people write one: a capital, small words, no full stop.
fn activity() -> impl Strategy<Value = String> {
    ("[А-Я][а-я]{3,9}", prop::collection::vec("[а-я]{2,10}", 3..9))
        .prop_map(|(first, rest)| format!("{first} {}", rest.join(" ")))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_page_may_end_inside_any_row(
        activities in prop::collection::vec(activity(), 3..12),
        at in any::<prop::sample::Index>(),
        word in any::<prop::sample::Index>(),
        gap in 1_usize..4,
    ) {
        let months = ["Сентябрь 2025", "Октябрь 2025 г.", "Май 2026", "до 15 марта 2026"];
        let people = ["Директор", "Куратор, Психолог", "Классные руководители"];
        let row = |(at, text): (usize, &String)| {
            format!("{}.\t{text}\t{}\t{}", at + 1, months[at % 4], people[at % 3])
        };
        let head = "№\tМероприятие\tСроки\tОтветственный";
        let rows: Vec<String> = activities.iter().enumerate().map(row).collect();
        let whole = format!("{head}\n{}\n", rows.join("\n"));
        let expected = text(&whole);
        prop_assert_eq!(expected.len(), activities.len() + 2);

        // The row `at` breaks after one of its words; the rest stands on the next page.
        let at = 1 + at.index(rows.len() - 1);
        let words: Vec<&str> = activities[at].split(' ').collect();
        let (first, rest) = words.split_at(1 + word.index(words.len() - 1));
        let broken = rows[at].replace(&activities[at], &first.join(" "));
        let page_end = "\n".repeat(gap + 1);
        let before = rows[..at].join("\n");
        let after = rows[at + 1..].join("\n");
        let whole = format!("{head}\n{before}\n{broken}{page_end}\t{}\t\t\n{after}\n", rest.join(" "));
        prop_assert_eq!(text(&whole), expected.clone());

        // And a page may end between rows, too.
        let before = rows[..at].join("\n");
        let after = rows[at..].join("\n");
        let whole = format!("{head}\n{before}{page_end}{after}\n");
        prop_assert_eq!(text(&whole), expected);
    }
}
