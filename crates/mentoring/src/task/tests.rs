//! What closes a task and what does not, as sentences.

use super::*;
use jiff::civil::date;
use uuid::Uuid;

const TODAY: Date = date(2026, 11, 20);

fn due(due_on: Date) -> TaskFacts {
    TaskFacts { due_on: Some(due_on), ..TaskFacts::default() }
}

fn closed(due_on: Date, on: Date) -> TaskFacts {
    TaskFacts { closed: Some((on, Closing::ByHand)), ..due(due_on) }
}

fn missing_order() -> Needs {
    let order = Wanted { kind: "order".into(), about: "pairs".into() };
    let evidence = EvidenceMet { missing: vec![order], ..EvidenceMet::default() };
    Needs { evidence, ..Needs::default() }
}

fn share(reached: Option<f64>) -> FigureStanding {
    FigureStanding {
        measure: "coverage".into(),
        op: ">=".into(),
        target: 55.0,
        unit: "%".into(),
        reached,
    }
}

#[test]
fn a_task_is_overdue_the_day_after_its_due_day() {
    assert_eq!(due(TODAY).state(TODAY), TaskState::NotStarted);
    let yesterday = date(2026, 11, 19);
    assert_eq!(due(yesterday).state(TODAY), TaskState::Overdue);
    assert_eq!(due(yesterday).days_late(TODAY), 1);
    assert_eq!(due(TODAY).days_late(TODAY), 0);
    assert_eq!(TaskFacts::default().state(TODAY), TaskState::NotStarted);
}

#[test]
fn a_begun_task_is_under_way_until_it_is_overdue() {
    let begun = TaskFacts { started_on: Some(TODAY), ..due(TODAY) };
    assert_eq!(begun.state(TODAY), TaskState::UnderWay);
    assert_eq!(begun.state(date(2026, 11, 21)), TaskState::Overdue);
}

#[test]
fn done_on_the_due_day_is_in_time_and_the_day_after_is_late() {
    assert_eq!(closed(TODAY, TODAY).state(TODAY), TaskState::Done);
    assert_eq!(closed(date(2026, 11, 19), TODAY).state(TODAY), TaskState::DoneLate);
}

#[test]
fn facts_close_on_the_own_day_of_the_last_document_or_part() {
    let begins_on = date(2026, 9, 1);
    let needs = |document: Option<Date>, part: Option<Date>, figures: Vec<FigureStanding>| Needs {
        evidence: EvidenceMet { last_on: document, ..EvidenceMet::default() },
        last_part_on: part,
        figures,
        ..Needs::default()
    };
    let (september, october) = (Some(date(2026, 9, 14)), Some(date(2026, 10, 2)));
    for (document, part, figures, on) in [
        (september, None, vec![], september),
        (september, october, vec![], october),
        // Older than the plan, and dated ahead.
        (Some(date(2026, 8, 25)), None, vec![], Some(begins_on)),
        (Some(date(2026, 12, 1)), None, vec![], Some(TODAY)),
        // Nobody knows since when a figure is reached.
        (september, None, vec![share(Some(55.0))], Some(TODAY)),
        (None, None, vec![], Some(TODAY)),
    ] {
        assert_eq!(Some(needs(document, part, figures).met_on(begins_on, TODAY)), on);
    }
}

#[test]
fn a_row_that_names_nothing_is_closed_by_hand() {
    assert_eq!(close(&due(TODAY), &Needs::default(), TODAY, TODAY, None), Ok(Closing::ByHand));
    assert!(!Needs::default().close_by_themselves());
}

#[test]
fn a_named_document_that_is_missing_keeps_the_row_open_without_a_reason() {
    let refusal = close(&due(TODAY), &missing_order(), TODAY, TODAY, None).unwrap_err();
    assert!(matches!(refusal[0], TaskObstacle::EvidenceMissing(_)));
    assert!(matches!(refusal[1], TaskObstacle::NoReason { .. }));
    for empty in ["", "   ", "---", "нет"] {
        assert!(close(&due(TODAY), &missing_order(), TODAY, TODAY, Some(empty)).is_err());
    }
    let reason = Some("приказ подписан на бумаге, скан будет завтра");
    assert_eq!(close(&due(TODAY), &missing_order(), TODAY, TODAY, reason), Ok(Closing::ByReason));
}

#[test]
fn a_figure_that_is_not_reached_or_not_counted_keeps_the_row_open() {
    for reached in [None, Some(54.9)] {
        let needs = Needs { figures: vec![share(reached)], ..Needs::default() };
        assert!(close(&due(TODAY), &needs, TODAY, TODAY, None).is_err(), "{reached:?}");
        assert!(!needs.close_by_themselves());
    }
    let needs = Needs { figures: vec![share(Some(55.0))], ..Needs::default() };
    assert!(needs.close_by_themselves());
    assert_eq!(close(&due(TODAY), &needs, TODAY, TODAY, None), Ok(Closing::ByEvidence));
}

#[test]
fn a_row_with_open_parts_is_closed_only_with_a_reason_and_by_itself_when_all_are_done() {
    let needs = |parts: &[PartState]| Needs { parts: parts.to_vec(), ..Needs::default() };
    let two_of_three = needs(&[PartState::Done, PartState::Open, PartState::TakenBack]);
    let refusal = close(&due(TODAY), &two_of_three, TODAY, TODAY, None).unwrap_err();
    assert_eq!(refusal[0], TaskObstacle::PartsOpen { n_open: 2, n_all: 3 });
    assert!(matches!(refusal[1], TaskObstacle::NoReason { .. }));
    let reason = Some("остальное перенесли на следующий год");
    assert_eq!(close(&due(TODAY), &two_of_three, TODAY, TODAY, reason), Ok(Closing::ByReason));
    assert!(!two_of_three.close_by_themselves());
    assert!(needs(&[PartState::Done, PartState::Done]).close_by_themselves());
}

#[test]
fn a_closed_row_opens_when_a_part_is_taken_back_and_not_when_a_new_one_is_named() {
    let needs = |last| Needs { parts: vec![PartState::Done, last], ..Needs::default() };
    assert!(needs(PartState::Done).still_stand());
    assert!(needs(PartState::Open).still_stand());
    assert!(!needs(PartState::TakenBack).still_stand());
    assert!(!missing_order().still_stand());
    assert!(!Needs::default().still_stand());
}

#[test]
fn figures_are_compared_as_their_sign_says() {
    for (op, reached, is_met) in [
        (">=", 55.0, true),
        (">", 55.0, false),
        (">", 56.0, true),
        ("<=", 55.0, true),
        ("<", 55.0, false),
        ("<", 54.0, true),
        ("=", 55.0, true),
        ("=", 56.0, false),
    ] {
        let figure = FigureStanding { op: op.into(), ..share(Some(reached)) };
        assert_eq!(figure.is_met(), is_met, "{reached} {op} 55");
    }
}

#[test]
fn everything_against_closing_is_said_at_once() {
    let tomorrow = date(2026, 11, 21);
    let refusal = close(&closed(TODAY, TODAY), &missing_order(), tomorrow, TODAY, None);
    assert_eq!(refusal.unwrap_err().len(), 4);
}

#[test]
fn setting_aside_and_opening_again_need_a_reason() {
    assert!(set_aside(&due(TODAY), TODAY, TODAY, "нет").is_err());
    let reason = "в школе нет старших классов";
    assert_eq!(set_aside(&due(TODAY), TODAY, TODAY, reason), Ok(Closing::NotApplicable));
    assert!(reopen(&due(TODAY), reason).is_err());
    assert_eq!(reopen(&closed(TODAY, TODAY), reason).unwrap(), due(TODAY));
    assert!(set_aside(&due(TODAY), TODAY, TODAY, &"я".repeat(REASON_MOST + 1)).is_err());
}

#[test]
fn fulfilment_is_counted_in_positions() {
    let row = |n| LineageId(Uuid::from_u128(n));
    let aside = TaskFacts { closed: Some((TODAY, Closing::NotApplicable)), ..due(TODAY) };
    let last_week = date(2026, 11, 13);
    let tasks = [
        (row(1), closed(last_week, last_week)),
        (row(1), aside),
        (row(2), closed(last_week, TODAY)),
        (row(3), closed(last_week, last_week)),
        (row(3), due(last_week)),
        (row(4), due(date(2027, 1, 1))),
        (row(5), aside),
    ];
    let expected = Fulfilment {
        n_positions: 4,
        n_done: 2,
        n_on_time: 1,
        n_overdue: 1,
        n_due: 3,
        n_due_done: 2,
        n_not_applicable: 1,
    };
    assert_eq!(fulfilment(tasks, TODAY), expected);
    assert_eq!(fulfilment([], TODAY), Fulfilment::default());
}
