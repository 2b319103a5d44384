//! Cells of responsibles as people write them.

use super::*;

/// Roles and persons of a cell: `role`, `@Person`, `role@Person`.
fn read_as(text: &str) -> String {
    let parties = read(text);
    let words: Vec<String> = parties
        .responsible
        .iter()
        .map(|it| {
            let role = it.role.clone().unwrap_or_default();
            let person = it.person.as_ref().map(|it| format!("@{it}")).unwrap_or_default();
            format!("{role}{person}")
        })
        .collect();
    if parties.nobody { "nobody".into() } else { words.join(", ") }
}

#[test]
fn roles_and_persons_are_told_apart_with_and_without_commas() {
    let table: &[(&str, &str)] = &[
        ("Келлер Е.В., Колодчикова Р.Н.", "@Келлер Е.В., @Колодчикова Р.Н."),
        ("Колодчикова Р.Н. Келлер Е.В.", "@Колодчикова Р.Н., @Келлер Е.В."),
        ("Кураторы Руководители методических объединений", "curator, methodical_head"),
        ("Кураторы\nПедагоги – психологи", "curator, psychologist"),
        ("Психолог, зам по ВР, кл. рук-ль", "psychologist, deputy_upbringing, class_teacher"),
        ("Директор Кураторы Заместитель директора по ВР", "head, curator, deputy_upbringing"),
        (
            "руководитель, администрация, классные руководители",
            "head, administration, class_teacher",
        ),
        ("классный руководитель, соц. педагог", "class_teacher, social_pedagogue"),
        ("Руководители ОО, Кураторы внедрения ЦМН в ОО", "head, curator"),
        ("МНЦ", "municipal_centre"),
        ("директор, администрация, проектная группа", "head, administration, project_group"),
        ("Заместители директора", "deputy_head"),
        ("НЕ ПРИВЛЕКАЮТСЯ", "nobody"),
        ("Заместитель директора по УВР Иванова И.И.", "deputy_academic@Иванова И.И."),
        ("Заместитель директора по учебно-воспитательной работе", "deputy_academic"),
        ("зам. директора по воспитательной работе А.П. Сизова", "deputy_upbringing@А.П. Сизова"),
        ("Зам. директора по УВР и ВР", "deputy_academic, deputy_upbringing"),
        (
            "Заместители директора по УВР, ВР, куратор",
            "deputy_academic, deputy_upbringing, curator",
        ),
        ("Куратор совместно с педагогом-психологом", "curator, psychologist"),
        ("Звягинцева Мария Викторовна, методист", "@Звягинцева Мария Викторовна, other"),
        ("Мария Викторовна Звягинцева", "@Мария Викторовна Звягинцева"),
        ("Римская-Корсакова А. Б.", "@Римская-Корсакова А. Б."),
        ("рабочая группа по внедрению целевой модели", "project_group"),
        ("Ответственный за сайт", "site_admin"),
        ("кураторы учебных групп, мастера п/о", "class_teacher, teacher"),
        ("Куратор наставников", "curator"),
        ("Администрация школы, библиотекарь", "administration, other"),
        ("руководители ШМО, учителя-предметники", "methodical_head, teacher"),
        ("Директор школы Петров П.П., завуч", "head@Петров П.П., deputy_academic"),
        ("педагоги-наставники, молодые специалисты", "mentor, mentee"),
        ("Заведующий МБДОУ, старший воспитатель", "head, other"),
        (
            "Управление образования, руководители образовательных организаций",
            "municipal_centre, head",
        ),
        ("Психолог Орлова", "psychologist@Орлова"),
        ("Заведующий отделением Орлов П.П.", "other@Орлов П.П."),
        ("Иванова И И, Петров ПП", "@Иванова И И, @Петров ПП"),
        ("Куратор Сидоренко А", "curator@Сидоренко А"),
        ("Зам. директора по ВР, МО", "deputy_upbringing, methodical_association"),
        ("Педагог-психолог Зуева\nН.И.", "psychologist@Зуева Н.И."),
        ("Студенты-наставники", "mentor"),
        ("Районный методический кабинет", "municipal_centre"),
        ("Методисты РМК", "municipal_centre"),
        ("Старший инструктор-методист", "other"),
        ("", ""),
    ];
    for (text, expected) in table {
        assert_eq!(read_as(text), *expected, "{text}");
    }
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(text in "\\PC*") {
        let _ = read(&text);
    }

    #[test]
    fn text_of_roles_and_marks_is_read_without_a_panic(
        words in proptest::collection::vec("(зам|по|УВР|и|,|\\.|-|Иванова|И|\\(|\\)|\n|/|куратор|с|психологом)", 0..20)
    ) {
        let _ = read(&words.join(" "));
    }
}

#[test]
fn who_answers_may_stand_inside_the_activity() {
    let cases = [
        ("Приказ о внедрении модели. Отв.: директор", Some("директор")),
        ("Информирование родителей (отв. – классные руководители)", Some("классные руководители")),
        ("Формирование базы. Ответственный: куратор Лыкова Н.Г.", Some("куратор Лыкова Н.Г.")),
        ("Встречи пар. Отв. наставники; место: школа", Some("наставники")),
        ("Назначение ответственного за наставничество", None),
        ("Ответственные за сайт обновляют раздел", None),
        ("Отв.", None),
    ];
    for (text, expected) in cases {
        assert_eq!(named_within(text).as_deref(), expected, "{text}");
    }
}
