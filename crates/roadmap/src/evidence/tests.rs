//! What texts ask for, as tables of cases.

use super::*;

fn asks(text: &str) -> String {
    let all = read(text, "");
    all.iter().map(|it| format!("{}/{}", it.kind, it.about)).collect::<Vec<_>>().join(", ")
}

#[test]
fn words_name_kinds_and_subjects_in_any_form() {
    let table: &[(&str, &str)] = &[
        ("Приказ о назначении куратора", "order/curator"),
        ("Издание приказов о закреплении наставнических пар", "order/pairs"),
        (
            "Подготовка проекта приказа о внедрении целевой модели наставничества",
            "order/introduction",
        ),
        ("Разработано и утверждено Положение о наставничестве", "regulation/regulation"),
        ("Разработка и утверждение дорожной карты", "roadmap/roadmap"),
        ("Заключены договоры о сотрудничестве с партнёрами", "agreement/partners"),
        ("Сбор согласий на обработку персональных данных", "consent_set/personal_data"),
        ("Анкетирование потенциальных наставников", "survey/survey_mentors"),
        ("Опрос молодых педагогов о профессиональных дефицитах", "survey/survey_needs"),
        ("Проведение педагогического совета", "gathering/pedagogical_council"),
        ("Протокол заседания педагогического совета", "protocol/pedagogical_council"),
        ("Список наставников", "register/mentors"),
        ("Обновление банка данных наставляемых", "register/mentees"),
        ("Обучение наставников", "training/mentors"),
        ("Составление индивидуальных планов развития", "plan_set/plans"),
        ("Утверждены персонализированные программы наставничества", "plan_set/plans"),
        ("Публикация результатов на сайте", "publication/results"),
        ("Вручение благодарственных писем наставникам", "award/mentors"),
        ("Аналитический отчёт по итогам года", "report/results"),
        ("Изучение нормативных документов", "familiarisation/acts"),
        ("Собеседования с наставниками и наставляемыми", "interview/mentors, interview/mentees"),
    ];
    for (text, expected) in table {
        assert_eq!(asks(text), *expected, "{text}");
    }
}

#[test]
fn what_is_only_mentioned_is_not_asked_for() {
    let table = [
        "Участие в программе наставничества",
        "Достижение целевых показателей внедрения",
        "Соблюдение норм законодательства",
        "Работа в соответствии с положением",
    ];
    for text in table {
        assert_eq!(asks(text), "", "{text}");
    }
    assert_eq!(
        asks("Приказ «Об утверждении положения о системе наставничества»"),
        "order/regulation"
    );
}

#[test]
fn the_row_tells_the_subject_where_the_result_does_not() {
    let found = read("Приказ", "Закрепление наставнических пар");
    assert_eq!(found, [Evidence { kind: "order".into(), about: "pairs".into() }]);
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(text in "\\PC*") {
        let _ = read(&text, &text);
    }

    #[test]
    fn any_mixture_of_words_is_read_without_a_panic(
        words in proptest::collection::vec("(приказ|о|назначении|куратора|\\(|\\)|«|»|;|:|\\.|,|разработка|и|положения|анкетирование|кейс|-|сессия|для|база|наставников)", 0..20)
    ) {
        let _ = read(&words.join(" "), "");
    }
}
