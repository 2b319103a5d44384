//! Acts, articles and duties.

use super::*;

#[test]
fn acts_are_cited_by_their_own_number_date_and_title() {
    let cite = |text: &str| plan(2022).row(text, "month:2022-10");
    let wrong = [
        ("Распоряжение Минпросвещения России от 25.12.2019 № 145-р", "R111 2 activity"),
        (
            "Распоряжения Министерства просвещения Российской Федерации № Р-154 от 25 декабря 2019 г.",
            "R111 2 activity",
        ),
        ("Распоряжение Минпросвещения России от 25.12.2020 № Р-145", "R111 2 activity"),
        ("Распоряжение Минпросвещения от 25 декабря 2019 г. N 145-р", "R111 2 activity"),
        ("Распоряжение Минпросвещения от 25 декабря 2019 г. 145-р", "R111 2 activity"),
        ("Распоряжение Минпросвещения 145-р от 25.12.2019", "R111 2 activity"),
        (
            "Федеральный закон от 29.12.2012 № 237-ФЗ «Об образовании в Российской Федерации»",
            "R111 2 activity",
        ),
        (
            "Распоряжение № Р-145 «Об утверждении методологии (целевой) модели наставничества обучающихся»",
            "R112 2 activity",
        ),
        ("Концепция: распоряжение Правительства от 21.05.2025 № 1264-р", "R113 2 activity"),
    ];
    for (text, code) in wrong {
        assert_eq!(cite(text).found(), [code], "{text}");
    }
    let right = [
        "Распоряжение Минпросвещения России от 25.12.2019 № Р-145",
        "Распоряжение от 25 декабря 2019 г. № Р–145 «Об утверждении методологии (целевой модели) наставничества обучающихся»",
        "Приказ директора от 25.12.2019 № 145",
        "Распоряжение Минпросвещения России от 25.12.2019 Р-145",
        "Приказ комитета № 145-р «О внедрении методологии (целевой модели) наставничества»",
        "Федеральный закон от 29 декабря 2012 г. № 273-ФЗ «Об образовании в РФ»",
        "Приказ от 29.08.2022 г. № 100 «О внедрении (целевой модели) наставничества»",
        "Кабинет № 196",
        "В соответствии с распоряжением № Р-145: приказ «Об утверждении положения о наставничестве»",
        "На основании распоряжения № Р-145 положение «О программе наставничества»",
    ];
    for text in right {
        assert_eq!(cite(text).found(), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn an_act_must_be_in_force_on_the_days_of_the_plan() {
    let cite = |year, text: &str| plan(year).row(text, "period");
    cite(2026, "Оформление по ГОСТ Р 7.0.97-2016").finds(&["R113 2 activity"]);
    cite(2024, "Оформление по ГОСТ Р 7.0.97-2016").is_silent();
    cite(2025, "Участие в национальном проекте «Образование»").finds(&["R113 2 activity"]);
    cite(2023, "Участие в национальном проекте «Образование»").is_silent();
}

#[test]
fn an_article_with_its_digits_changed_is_found() {
    let cite = |year, text: &str| plan(year).row(text, "period");
    cite(2025, "Оформление наставников по ст. 358.1 ТК РФ").finds(&["R114 2 activity"]);
    cite(2025, "Оформление наставников по статье 351.8 ТК РФ").is_silent();
    cite(2025, "Справки по ст. 351.1 ТК РФ").is_silent();
    cite(2022, "Оформление наставников по ст. 351.8 Трудового кодекса").finds(&["R113 2 activity"]);
}

fn for_teachers(year: i32) -> Draft {
    plan(year)
        .titled("наставничества педагогических работников")
        .row("Сбор согласий на обработку персональных данных", "period")
}

#[test]
fn a_teachers_plan_of_2025_provides_the_mentors_labour_papers() {
    let draft = for_teachers(2025);
    draft.finds(&["R115 0"]);
    assert!(
        draft.diagnostics()[0]
            .message
            .contains("письменное согласие наставника, дополнительное соглашение")
    );
    for_teachers(2024).is_silent();
    // The act for students beside the own one does not make it a plan for students.
    for_teachers(2025)
        .row("Изучение письма № АЗ-1128/08 и распоряжения № Р-145", "period")
        .finds(&["R115 0"]);
    for_teachers(2025)
        .row(
            "Письменные согласия наставников, дополнительные соглашения с размером доплаты",
            "period",
        )
        .is_silent();
    plan(2025).titled("наставничества обучающихся").row("Ведение сайта", "period").is_silent();
}

#[test]
fn consents_joined_in_one_paper_are_found_from_september_2025() {
    let text = "Подписание согласия на участие и обработку персональных данных";
    let joined = plan(2025).row(text, "period");
    joined.finds(&["R116 2 activity"]);
    let message = joined.diagnostics()[0].message.clone();
    assert!(message.contains(&format!("«{text}»")), "{message}");
    plan(2024).row(text, "period").is_silent();
}
