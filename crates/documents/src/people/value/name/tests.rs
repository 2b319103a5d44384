//! Names as lists write them.

use super::*;
use proptest::prelude::*;

fn parts(text: &str) -> String {
    match full(text) {
        Ok(it) => {
            let former =
                if it.former.is_empty() { String::new() } else { format!(" ← {}", it.former) };
            format!("{} | {} | {}{former}", it.name.surname, it.name.first, it.name.patronymic)
        }
        Err(it) => format!("{it}"),
    }
}

#[test]
fn a_name_is_read_in_any_order_and_capitals() {
    for (written, expected) in [
        ("Иванова Мария Петровна", "Иванова | Мария | Петровна"),
        ("ИВАНОВА МАРИЯ ПЕТРОВНА", "Иванова | Мария | Петровна"),
        ("иванова мария петровна", "Иванова | Мария | Петровна"),
        ("ПЕТРОВА-ВОДКИНА Анна", "Петрова-Водкина | Анна | "),
        ("Мария Петровна Иванова", "Иванова | Мария | Петровна"),
        ("Мария Иванова", "Иванова | Мария | "),
        ("Иванова Петровна Мария", "Иванова | Мария | Петровна"),
        ("Иванов И.И.", "Иванов | И. | И."),
        ("И. И. Иванов", "Иванов | И. | И."),
        ("Иванов ИИ", "Иванов | И. | И."),
        ("Иванова (Петрова) Мария Ивановна", "Иванова | Мария | Ивановна ← Петрова"),
        ("Иванов Пётр (староста)", "Иванов | Пётр | "),
        ("МАМЕДОВ АЛИ ГАСАН ОГЛЫ", "Мамедов | Али | Гасан оглы"),
        ("Алиева Лейла Гасан-кызы", "Алиева | Лейла | Гасан-кызы"),
        ("ФОН ДЕРВИЗ АННА СЕРГЕЕВНА", "фон Дервиз | Анна | Сергеевна"),
        ("де Лазари Константин", "де Лазари | Константин | "),
        ("Ван дер Ваальс Пётр Ильич", "Ван дер Ваальс | Пётр | Ильич"),
        ("Ван Ли", "Ван | Ли | "),
        ("САЛТЫКОВ ЩЕДРИН МИХАИЛ ЕВГРАФОВИЧ", "Салтыков Щедрин | Михаил | Евграфович"),
        ("О'НИЛ ДЖЕК", "О'Нил | Джек | "),
        ("ДЕМ'ЯНЕНКО ОЛЬГА", "Дем'яненко | Ольга | "),
        ("МакДональд Джон", "МакДональд | Джон | "),
        ("3. Сидоров Пётр", "Сидоров | Пётр | "),
        ("Ивaнoв Пeтр", "Иванов | Петр | "),
        ("Нгуен Тхи Хонг", "Нгуен | Тхи | Хонг"),
        ("Петров", "the row has no first name"),
        ("Мария Петровна", "the row has no surname"),
        ("И.И.", "the row has no surname"),
        ("12345", "the text is not a name"),
        ("Иванов; Петров", "the text is not a name"),
    ] {
        assert_eq!(parts(written), expected, "{written}");
    }
}

#[test]
fn first_name_and_patronymic_of_one_cell_are_parted() {
    for (written, first, patronymic) in [
        ("Мария Петровна", "Мария", "Петровна"),
        ("АЛИ ГАСАН ОГЛЫ", "Али", "Гасан оглы"),
        ("М.П.", "М.", "П."),
        ("Анна Мария", "Анна Мария", ""),
    ] {
        let read = first_and_patronymic(written).unwrap();
        assert_eq!((read.0.as_str(), read.1.as_str()), (first, patronymic), "{written}");
    }
}

proptest! {
    #[test]
    fn whatever_is_written_a_name_comes_without_empty_parts_or_a_sentence(text in "\\PC{0,60}") {
        if let Ok(it) = full(&text) {
            prop_assert!(!it.name.surname.is_empty() && !it.name.first.is_empty());
        }
    }

    #[test]
    fn capitals_are_given_once(text in "[А-Яа-яё' -]{0,30}") {
        let once = capitals(&text);
        prop_assert_eq!(capitals(&once), once);
    }
}
