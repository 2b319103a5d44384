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
        ("База наставников и наставляемых", "register/mentors, register/mentees"),
        ("Список наставников, закрепленных за наставляемыми", "register/mentors"),
        ("Выписка из протокола педсовета", "protocol/pedagogical_council"),
        ("Протокол заседания: выбор форм наставничества", "protocol/forms"),
        ("Еженедельные встречи пар", "meetings/regular"),
        ("Анкеты", "survey/"),
        ("Раздел «Наставничество» на сайте школы", "rubric/site"),
        ("Памятка наставнику", "material/mentors"),
        ("Приказ о назначении куратора и наставников", "order/curator, order/mentors"),
        ("Анкетирование воспитателей: выявление затруднений", "survey/survey_needs"),
        ("Анализ результатов анкетирования", "analysis/survey"),
    ];
    for (text, expected) in table {
        assert_eq!(asks(text), *expected, "{text}");
    }
}

#[test]
fn papers_of_one_name_are_told_apart_by_what_they_are_of() {
    let table: &[(&str, &str)] = &[
        ("Доп. соглашения к трудовым договорам", "agreement/contract_addenda"),
        ("Заключение дополнительных соглашений с наставниками", "agreement/contract_addenda"),
        ("Соглашения о сотрудничестве с предприятиями", "agreement/partners"),
        ("Договор о сетевом взаимодействии", "agreement/partners"),
        ("Договоры с родителями", "agreement/parents"),
        ("Соглашение между наставником и наставляемым", "agreement/mentors"),
        ("Трудовой договор", ""),
        ("Программа обучения", "programme/training"),
        ("Разработка программы обучения наставников", "programme/training"),
        ("Рабочая программа", "programme/"),
        ("Программа наставничества", "programme/programme"),
        ("Положение о конкурсе", "regulation/contests"),
        ("Положение о стимулировании наставников", "regulation/encouragement"),
        ("Положение о наставничестве", "regulation/regulation"),
        ("Приказ о проведении конкурса «Лучший наставник»", "order/contests"),
        ("Приказ о стимулирующих выплатах наставникам", "order/encouragement"),
        ("Приказ о закреплении наставников за молодыми педагогами", "order/pairs"),
        ("Диплом о профессиональной переподготовке", ""),
        ("Оформление согласий на обработку ПДн", "consent_set/personal_data"),
        ("График консультаций", ""),
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
        "Выбор форм наставничества",
        "Помощь в составлении рабочих программ",
        "Листы анализа уроков",
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
    let asks_around = |text: &str, around: &str| {
        let all = read(text, around);
        all.iter().map(|it| format!("{}/{}", it.kind, it.about)).collect::<Vec<_>>().join(", ")
    };
    let plans = "Составление персонализированных программ";
    assert_eq!(asks_around("Программы", plans), "plan_set/plans");
    let consents = "Сбор согласий на обработку персональных данных";
    assert_eq!(asks_around("Согласия", consents), "consent_set/personal_data");
    assert_eq!(asks_around("Согласие на участие", consents), "consent_set/consents");
    assert_eq!(
        asks_around("Лист ознакомления", "Ознакомление с Положением"),
        "familiarisation/acts"
    );
    let found = read("Анкеты", "Анкетирование потенциальных наставников");
    assert_eq!(found, [Evidence { kind: "survey".into(), about: "survey_mentors".into() }]);
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
