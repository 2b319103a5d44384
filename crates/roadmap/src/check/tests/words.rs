//! Events referred to, blanks of a template, names of other institutions, stages of the model.

use super::*;

#[test]
fn an_event_referred_to_must_stand_somewhere_in_the_plan() {
    let survey = "Анкетирование участников после завершения круглого стола";
    plan(2025).row(survey, "month:2025-10").finds(&["R071 2 activity"]);
    plan(2025)
        .row("Круглый стол для наставников и учителей", "month:2025-10")
        .row(survey, "month:2025-10")
        .is_silent();
    let model = |other: &str| {
        plan(2025)
            .row("Подготовка встречи", "relative:+14d from определения модели")
            .but(|row| row.deadline.text = "В течение двух недель с даты определения модели".into())
            .row(other, "month:2025-09")
    };
    model("Определение ответственных за внедрение целевой модели").finds(&["R071 2 deadline"]);
    model("Выбор модели работы").is_silent();
}

#[test]
fn a_blank_is_found_in_any_cell_and_replaces_the_remark_on_the_deadline() {
    plan(2025)
        .row("Ведение сайта", "none")
        .but(|row| row.deadline.text = "до 1 октября 20__".into())
        .row("Публикации: [ссылки]", "month:2025-10")
        .but(|row| row.responsible[0].text = "ФИО".into())
        .finds(&["R081 2 deadline", "R081 3 activity", "R081 3 responsible"]);
}

#[test]
fn a_blank_above_the_table_is_a_note() {
    let draft = plan(2025)
        .above("Утверждено приказом от «__» ______ 2025 г. № ___")
        .row("Ведение сайта", "month:2025-10");
    draft.finds(&["R082 1"]);
    assert_eq!(draft.diagnostics()[0].severity, Severity::Note);
    plan(2025)
        .above("УТВЕРЖДАЮ, директор школы ____________ Н. П. Орлова")
        .row("Ведение сайта", "month:2025-10")
        .is_silent();
    plan(2025)
        .above("Утверждено приказом от 1 сентября 2025 г. № 71")
        .row("Ведение сайта", "month:2025-10")
        .is_silent();
}

#[test]
fn another_institution_is_found_and_a_partner_is_not() {
    plan(2025).row("Информирование сообщества ГОУ", "month:2025-10").finds(&["R091 2 activity"]);
    plan(2025).row("Приказ по МБОУ СОШ № 7", "month:2025-10").finds(&["R092 2 activity"]);
    plan(2025)
        .row("Соглашение с МБОУ СОШ № 7 о сетевом взаимодействии", "month:2025-10")
        .is_silent();
    let municipal = plan(2025).of("Северный муниципальный район");
    municipal.row("Семинар на сайте МБОУ СОШ № 7 и ГОУ", "month:2025-10").is_silent();
}

const SEVEN: [(&str, &str); 7] = [
    ("Подготовка условий для запуска программы наставничества", "Издание приказа о внедрении"),
    ("Формирование базы наставляемых", "Сбор сведений о желающих"),
    ("Формирование базы наставников", "Опрос старших коллег"),
    ("Отбор и обучение наставников", "Собеседования"),
    ("Формирование пар и групп", "Подбор участников"),
    ("Организация работы пар и групп", "Совместные дела"),
    ("Завершение наставничества", "Подведение итогов"),
];

fn staged(left_out: &[usize]) -> Draft {
    let draft = plan(2023).titled("целевой модели наставничества обучающихся");
    let kept = SEVEN.iter().enumerate().filter(|(at, _)| !left_out.contains(at));
    kept.fold(draft, |draft, (_, (stage, text))| draft.row(text, "period").stage(stage))
}

#[test]
fn a_stage_of_the_model_that_is_left_out_is_named() {
    staged(&[]).is_silent();
    let draft = staged(&[3]);
    draft.finds(&["R101 0 stage"]);
    let it = &draft.diagnostics()[0];
    assert!(
        it.message.contains("отсутствует этап модели: отбор и обучение наставников"),
        "{}",
        it.message
    );
    staged(&[1, 3]).finds(&["R101 0 stage"]);
}

#[test]
fn a_stage_whose_work_stands_elsewhere_is_only_noted() {
    let draft = staged(&[4]).row("Закрепление пар приказом", "period").stage(SEVEN[5].0);
    draft.finds(&["R102 0 stage"]);
}

#[test]
fn plans_that_follow_no_model_or_belong_to_a_municipality_are_not_judged_by_stages() {
    staged(&[0, 1, 2, 3]).is_silent();
    staged(&[1, 2, 3]).is_silent();
    (0..5)
        .fold(staged(&[1, 2, 3]), |draft, _| draft.row("Дела сообщества", "period"))
        .finds(&["R101 0 stage"]);
    staged(&[3]).of("Северный муниципальный округ").is_silent();
    let merged = staged(&[1, 2])
        .row("Анкеты", "period")
        .stage("Формирование баз наставников и наставляемых");
    merged.is_silent();
}

#[test]
fn a_plan_for_teachers_that_leans_on_the_act_for_students_alone_gets_a_note() {
    let draft = |year| {
        let staged = staged(&[]);
        let mut draft = staged.titled("системы наставничества педагогических работников");
        draft.plan.period = plan(year).plan.period;
        draft.row("Изучение распоряжения № Р-145", "period")
    };
    draft(2022).finds(&["R103 9 activity"]);
    draft(2020).is_silent();
    // With the act for teachers beside it there is nothing to add.
    draft(2022).row("Изучение письма № АЗ-1128/08", "period").is_silent();
}
