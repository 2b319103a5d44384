//! What is and what is not a figure, as tables of cases.

use super::*;

/// Figures of a text as `measure op value unit (of)`, parted by ` | `.
fn figures_of(text: &str, column: Column) -> String {
    let words: Vec<String> = read(text, column, "")
        .iter()
        .map(|it| {
            let of = it.of.as_ref().map(|it| format!(" ({it})")).unwrap_or_default();
            let year = it.year.map(|it| format!(" in {it}")).unwrap_or_default();
            format!("{} {} {} {}{of}{year}", it.measure, it.op, it.value, it.unit)
        })
        .collect();
    words.join(" | ")
}

#[test]
fn figures_are_read_with_measure_comparator_unit_and_population() {
    let table: &[(&str, &str)] = &[
        (
            "Охвачено не менее 55% от общего количества обучающихся",
            "coverage >= 55 % (обучающихся)",
        ),
        (
            "Привлечено не менее 5 экспертов, проведено не менее 3 образовательных занятий для каждой группы",
            "experts >= 5 people | sessions >= 3 sessions (каждой группы)",
        ),
        (
            "2 % организаций, предприятий приняли участие в реализации Целевой модели наставничества, предоставив наставников",
            "partners_giving_mentors = 2 % (организаций, предприятий)",
        ),
        (
            "Индивидуальные планы реализованы не менее, чем на 90%, участие в реализации приняло 100% участников Целевой модели наставничества",
            "programmes_done >= 90 % (Индивидуальные планы) | participation = 100 % (участников Целевой модели наставничества)",
        ),
        ("Создано не менее 2-х специальных рубрик", "rubrics >= 2 rubrics"),
        (
            "Не менее 5 выступлений на родительских собраниях, в которых приняло участие не менее 500 представителей родительской общественности (в малокомплектных школах – от 70 человек)",
            "gatherings >= 5 gatherings | people >= 500 people (представителей родительской общественности)",
        ),
        (
            "Количество школьников, принявших участие в классных часах не менее, чем 90% от общего количества обучающихся",
            "participation >= 90 % (обучающихся)",
        ),
        (
            "в педагогическом совете приняло участие не менее 90% специалистов от общего количества педагогического состава",
            "participation >= 90 % (педагогического состава)",
        ),
        (
            "Доля педагогов, вовлечённых в наставничество, – 40 %",
            "coverage = 40 % (педагогов, вовлечённых)",
        ),
        ("Охват: до 70 человек", "people <= 70 people"),
        ("от 5 до 10 занятий", "sessions >= 5 sessions | sessions <= 10 sessions"),
        ("5–7 встреч", "gatherings >= 5 gatherings | gatherings <= 7 gatherings"),
        ("Не менее двух публикаций", "publications >= 2 publications"),
        ("Количество занятий – 3", "sessions = 3 sessions"),
        ("Удовлетворённость участников 80 % и более", "satisfaction >= 80 % (участников)"),
        ("увеличение доли участников до 30 процентов", " >= 30 % (участников)"),
        ("Не менее 1 000 человек", "people >= 1000 people"),
        ("не ниже 4,5 баллов", "satisfaction >= 4.5 points"),
        ("Заключено 3 соглашения", "agreements = 3 agreements"),
    ];
    for (text, expected) in table {
        assert_eq!(figures_of(text, Column::Indicator), *expected, "{text}");
    }
}

#[test]
fn dates_classes_ages_documents_and_frequencies_are_not_figures() {
    let table = [
        "Приказ № 71-б от 01.09.2022 г.",
        "Распоряжение № Р-145 от 25 декабря 2019 г.",
        "для обучающихся 5-9 классов",
        "не достигших 14-летнего возраста",
        "старше 14 лет",
        "программа от 3 месяцев до 1 года",
        "не реже 1 раза в месяц",
        "на 2023-2024 учебный год",
        "Протокол № 1, приложение 2, ст. 351.8 ТК РФ",
        "1. Сбор заявок. 2. Анализ. 3) Итоги",
        "в течение 10 рабочих дней",
        "не позднее 15:00",
        "Школа № 5 и лицей 12",
        "программа «100 % успеха»",
        "форма «один на один»",
        "до 1 сентября",
        "к 2024 году",
        "на 1 курсе",
        "Отчёт за 1 полугодие",
        "срок до 20.05.2026",
        "в 2025/26 учебном году",
        "встречи с 10.00 до 12.00",
    ];
    for text in table {
        assert_eq!(figures_of(text, Column::Indicator), "", "{text}");
    }
}

#[test]
fn the_activity_tells_a_share_only_where_it_is_about_one_thing() {
    let measure = |text: &str, activity: &str| {
        read(text, Column::Indicator, activity).first().map(|it| it.measure.clone())
    };
    let both = "Письменные согласия и доп. соглашения к трудовым договорам наставников";
    assert_eq!(measure("100 % наставников", both).as_deref(), Some(""));
    assert_eq!(measure("100 % наставников", "Сбор согласий").as_deref(), Some("consents"));
    let inside = "Доля обучающихся в программах наставничества не менее 70 %";
    assert_eq!(measure(inside, "").as_deref(), Some("coverage"));
}

#[test]
fn a_bare_number_counts_in_a_result_and_not_in_text_outside() {
    assert_eq!(figures_of("Подготовлено 5 кейсов", Column::Result), "cases = 5 cases");
    assert_eq!(figures_of("Подготовлено 5 кейсов", Column::Other), "");
    assert_eq!(figures_of("Обучение 12 наставников", Column::Activity), "");
    assert_eq!(
        figures_of("Проведение не менее 4 семинаров", Column::Activity),
        "sessions >= 4 sessions"
    );
}

#[test]
fn a_series_by_years_keeps_comparator_and_population() {
    let text = "обеспечен охват данными программами педагогических работников не менее: 10% в 2020 году, 20% в 2021 году, 70% в 2024 году.";
    assert_eq!(
        figures_of(text, Column::Other),
        "coverage >= 10 % (педагогических работников) in 2020 | coverage >= 20 % (педагогических работников) in 2021 | coverage >= 70 % (педагогических работников) in 2024"
    );
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(text in "\\PC*") {
        let _ = read(&text, Column::Indicator, &text);
    }

    #[test]
    fn any_mixture_of_numbers_and_words_is_read_without_a_panic(
        words in proptest::collection::vec("(не|менее|более|от|до|[0-9]{1,5}|%|,|\\.|-|\\(|\\)|«|»|занятий|человек|года|№|и|общего|количества|доля|\n|:|/|чем)", 0..24)
    ) {
        let _ = read(&words.join(" "), Column::Indicator, "");
        let _ = read(&words.join(""), Column::Result, "");
    }
}
