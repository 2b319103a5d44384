//! Rolling forward: tables of texts, whole plans, and what always holds.

use super::*;
use crate::compile::{Options, compile};
use crate::plan::ApprovingOrder;
use crate::standard;
use proptest::prelude::*;

const OLD: Days = Days { from: Date::constant(2023, 9, 1), to: Date::constant(2024, 8, 31) };

fn shifted(text: &str, years: i16, deadline: bool) -> Shifted {
    text::shift(text, Frame { years, plan: Some(OLD), deadline })
}

#[test]
fn years_and_dates_of_a_text_move_and_the_rest_stays() {
    for (before, after) in [
        ("План на 2023–2024 учебный год", "План на 2025–2026 учебный год"),
        ("на 2023 - 2024 год", "на 2025 - 2026 год"),
        ("на 2023/24 уч. г.", "на 2025/26 уч. г."),
        ("в 2023 году", "в 2025 году"),
        ("отчёт за 2024 г.", "отчёт за 2026 г."),
        ("сентябрь 2023 – май 2024", "сентябрь 2025 – май 2026"),
        ("до 01.10.2023 г.", "до 01.10.2025 г."),
        ("до 01.10.23", "до 01.10.25"),
        ("с 2023 по 2024 год", "с 2025 по 2026 год"),
        ("5-9 классы, 25 человек, № 2024", "5-9 классы, 25 человек, № 2024"),
        ("распоряжение от 25.12.2019 № Р-145", "распоряжение от 25.12.2019 № Р-145"),
        (
            "Федеральный закон от 29 декабря 2012 г. № 273-ФЗ",
            "Федеральный закон от 29 декабря 2012 г. № 273-ФЗ",
        ),
        ("ст. 351.8 ТК РФ", "ст. 351.8 ТК РФ"),
        ("«___» ______ 20__ г.", "«___» ______ 20__ г."),
        ("2000 рублей", "2000 рублей"),
    ] {
        let read = shifted(before, 2, false);
        assert_eq!(read.text, after);
        assert_eq!(read.doubts, [], "{before}");
    }
}

#[test]
fn doubtful_places_are_asked_with_both_readings() {
    for (text, doubt, after, is_moved) in [
        ("приказ от 01.09.2023 № 476", Doubt::Act, "приказ от 01.09.2023 № 476", false),
        ("дорожная карта на 2021 год", Doubt::OutsidePlan, "дорожная карта на 2021 год", false),
        ("сборник (2024)", Doubt::PerhapsNoYear, "сборник (2024)", false),
        ("29 февраля 2024 г.", Doubt::LeapDay, "28 февраля 2025 г.", true),
        ("29.02.2024", Doubt::LeapDay, "28.02.2025", true),
    ] {
        let read = shifted(text, 1, false);
        let asked = read.doubts.first().unwrap();
        assert_eq!((asked.doubt, read.text.as_str(), asked.is_moved), (doubt, after, is_moved));
        assert_ne!(asked.kept, asked.moved);
    }
}

#[test]
fn an_act_of_the_state_stays_without_a_question_even_of_the_plans_own_years() {
    let plan = Days { from: Date::constant(2019, 9, 1), to: Date::constant(2020, 8, 31) };
    let read = |text| text::shift(text, Frame { years: 1, plan: Some(plan), deadline: false });
    for text in ["распоряжение от 25.12.2019 № Р-145", "распоряжение от 25 декабря 2019 г. № Р-145"]
    {
        let shifted = read(text);
        assert_eq!((shifted.text.as_str(), shifted.doubts.len()), (text, 0));
    }
    assert_eq!(read("приказ от 24.12.2019 № 476").doubts.len(), 1);
}

#[test]
fn an_answer_changes_one_piece_of_the_text_and_back() {
    let read = shifted("Приказ от 01.09.2023 № 476, срок 29.02.2024, сборник (2024)", 1, false);
    assert_eq!(read.text, "Приказ от 01.09.2023 № 476, срок 28.02.2025, сборник (2024)");
    let swaps: Vec<Option<&str>> = read
        .doubts
        .iter()
        .map(|it| {
            let swap = it.swap.as_ref()?;
            let stands = if it.is_moved { &swap.moved } else { &swap.kept };
            assert!(read.text[swap.at..].starts_with(stands), "{swap:?}");
            Some(swap.moved.as_str())
        })
        .collect();
    assert_eq!(swaps, [Some("2024"), None, Some("2025")]);
}

#[test]
fn every_date_of_a_deadline_moves_a_stale_one_with_a_question() {
    let read = shifted("Декабрь 2021 Май 2024", 1, true);
    assert_eq!(read.text, "Декабрь 2022 Май 2025");
    let doubts: Vec<Doubt> = read.doubts.iter().map(|it| it.doubt).collect();
    assert_eq!(doubts, [Doubt::OutsidePlan]);
}

fn row(text: &str, deadline: &str) -> PlanRow {
    PlanRow {
        text: text.into(),
        items: vec![Item { text: text.into(), ..Item::default() }],
        deadline: crate::compile::read_deadline(deadline, Some(OLD)),
        ..PlanRow::default()
    }
}

fn plan() -> Plan {
    Plan {
        title: "на 2023-2024 учебный год".into(),
        order: Some(ApprovingOrder { number: Some("476".into()), date: Some("2023-09-01".into()) }),
        period: Some(PlanPeriod { from: "2023-09".into(), to: "2024-08".into() }),
        rows: vec![
            row("Издание приказа", "до 15.09.2023"),
            row("Заседание", "первый понедельник октября"),
            row("Работа пар", "Декабрь – апрель 2024"),
            row("Мониторинг", "ежемесячно, 25 числа"),
            row("Отчёт за 2023-2024 год", "май 2024"),
        ],
        ..Plan::default()
    }
}

#[test]
fn a_plan_moves_with_its_period_deadlines_and_years() {
    let rolled = roll_forward(&plan(), SchoolYear(2024));
    let normals: Vec<&str> =
        rolled.plan.rows.iter().map(|it| it.deadline.normal.as_str()).collect();
    assert_eq!(
        normals,
        [
            "before:2024-09-15",
            "date:2024-10-07",
            "range:2024-12..2025-04",
            "monthly:25",
            "month:2025-05"
        ]
    );
    assert_eq!(rolled.plan.title, "на 2024-2025 учебный год");
    assert_eq!(rolled.plan.rows[4].text, "Отчёт за 2024-2025 год");
    assert_eq!(rolled.plan.rows[4].items[0].text, "Отчёт за 2024-2025 год");
    assert_eq!(rolled.plan.rows[3].deadline.occurrences[0].0, "2024-09-25");
    assert_eq!(rolled.plan.order, None, "a draft has no order yet");
    assert!(
        rolled.changes.iter().any(|it| it.field == Field::Order && it.before == "476 2023-09-01")
    );
    assert_eq!(rolled.questions, []);
}

#[test]
fn a_deadline_mended_by_hand_moves_by_its_dates_and_is_asked_about() {
    let mut old = plan();
    old.rows[0].deadline.normal = "before:2023-09-20".into();
    let rolled = roll_forward(&old, SchoolYear(2025));
    assert_eq!(rolled.plan.rows[0].deadline.normal, "before:2025-09-20");
    let question = rolled.questions.first().unwrap();
    assert_eq!(question.doubt, Doubt::WordsAndDatesDiffer);
    assert_eq!(
        (question.kept.as_str(), question.moved.as_str()),
        ("before:2025-09-15", "before:2025-09-20")
    );
}

#[test]
fn the_end_of_february_and_of_august_stay_ends() {
    for (before, after) in [
        ("range:2024-02-01..2024-02-29", "range:2025-02-01..2025-02-28"),
        ("before:2023-02-28", "before:2024-02-29"),
        ("date:2024-02-29", "date:2025-02-28"),
        ("before:2024-08-31", "before:2025-08-31"),
        ("list:week:2024-05-W4;decade:2023-10-3", "list:week:2025-05-W4;decade:2024-10-3"),
        ("yearly:05 from 2023", "yearly:05 from 2024"),
        ("academic-year:2023-2024", "academic-year:2024-2025"),
        ("quarterly:10", "quarterly:10"),
    ] {
        let moved = form::deadline(deadline::parse_normal(before).unwrap(), 1);
        assert_eq!(moved.to_string(), after);
    }
}

#[test]
fn a_plan_without_a_period_is_left_and_asked_about() {
    let old = Plan { title: "карта".into(), ..Plan::default() };
    let rolled = roll_forward(&old, SchoolYear(2026));
    assert_eq!(rolled.plan, old);
    assert_eq!(rolled.questions.first().map(|it| it.doubt), Some(Doubt::PeriodUnknown));
}

#[test]
fn plans_begin_in_the_school_year_asked_for() {
    for (from, to, first) in [
        ((2023, 9), (2024, 8), 2023),
        ((2023, 1), (2023, 12), 2023),
        ((2023, 8), (2024, 5), 2023),
        ((2024, 1), (2024, 5), 2023),
        ((2020, 9), (2024, 8), 2020),
    ] {
        let days =
            Days { from: Date::constant(from.0, from.1, 1), to: Date::constant(to.0, to.1, 28) };
        assert_eq!(first_school_year(days), first);
    }
}

/// Every standard roadmap, compiled for a school year.
fn standard_plans() -> Vec<Plan> {
    standard::list()
        .into_iter()
        .map(|it| compile(&standard::document(it, 2025, "МБОУ «СОШ № 7»"), &Options::default()))
        .collect()
}

#[test]
fn zero_years_change_nothing_at_all() {
    for plan in standard_plans().into_iter().chain([plan()]) {
        let rolled = roll_by(&plan, 0);
        assert_eq!((rolled.plan, rolled.changes, rolled.questions), (plan, vec![], vec![]));
    }
}

#[test]
fn a_rolled_standard_roadmap_reads_as_its_forms_moved_and_comes_back() {
    for old in standard_plans() {
        let rolled = roll_by(&old, 1);
        let new_days = rolled.plan.days();
        for (before, after) in old.rows.iter().zip(&rolled.plan.rows) {
            let reread = deadline::read(&after.deadline.text, new_days).normal;
            let moved = form::deadline(deadline::parse_normal(&before.deadline.normal).unwrap(), 1);
            assert_eq!(reread, after.deadline.normal);
            assert_eq!(reread, moved.to_string(), "{}", before.deadline.text);
        }
        let back = roll_by(&rolled.plan, -1).plan;
        assert_eq!((back.rows, back.title, back.period), (old.rows, old.title, old.period));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn moved_deadlines_read_as_their_forms_moved(
        day in 1..=28_i8, month in 1..=12_i8, to in 1..=12_i8, years in -20..=40_i16, shape in 0..5_usize,
    ) {
        let year = if 9 <= month { 2023 } else { 2024 };
        let text = match shape {
            0 => format!("{day:02}.{month:02}.{year}"),
            1 => format!("до {day:02}.{month:02}.{year} г."),
            2 => format!("с {day:02}.{month:02}.2023 по {day:02}.{to:02}.2024"),
            3 => format!("{month:02}.{year}"),
            _ => format!("ежемесячно до {day} числа"),
        };
        prop_assume!(years != 0);
        let read = shifted(&text, years, true);
        let new = Days::school_year(2023 + years);
        let before = deadline::parse_normal(&deadline::read(&text, Some(OLD)).normal);
        let moved = before.map(|it| form::deadline(it, years).to_string());
        let reread = deadline::read(&read.text, Some(new)).normal;
        // The last of February is an end that stays an end; words cannot say so.
        prop_assume!(!(day == 28 && (month == 2 || to == 2)));
        prop_assert_eq!(moved, Some(reread), "{} → {}", text, read.text);
    }

    #[test]
    fn any_text_is_moved_without_harm(text in any::<String>(), years in -50..=50_i16) {
        prop_assume!(years != 0);
        let read = shifted(&text, years, true);
        for asked in &read.doubts {
            if let Some(swap) = &asked.swap {
                let stands = if asked.is_moved { &swap.moved } else { &swap.kept };
                let found = read.text.get(swap.at..).is_some_and(|it| it.starts_with(stands));
                prop_assert!(found, "{} → {}: {:?}", text, read.text, swap);
            }
        }
        if !text.chars().any(|it| it.is_ascii_digit()) && !text.chars().any(|it| ('\u{ff10}'..='\u{ff19}').contains(&it)) {
            prop_assert_eq!(read.text, text);
        }
    }
}
