//! Rows that consist of parts, done one by one.

use jiff::civil::date;
use mentoring::id::{PartId, TaskId};
use mentoring::task::{Closing, PartState, TaskObstacle};

use super::support::*;
use crate::ctx::Ctx;
use crate::launch::{Into, ReadDocument, accept_import, read_document};
use crate::roadmap::act::{CloseTask, close_task};
use crate::roadmap::part::{DoParts, PartObstacle, do_parts, undo_part};
use crate::roadmap::show::show_row_history;
use crate::roadmap::{
    Approve, RowView, Running, Standing, TaskView, approve_version, show_running,
};
use crate::town::Town;

const DOCUMENT: &str = "№;Мероприятие;Срок;Ответственный;Результат\n\
    1;\"Подготовить запуск:\n1) провести беседу с педагогами\n2) оформить стенд\n\
    3) собрать пожелания родителей\";октябрь 2026 г.;Куратор;\n\
    2;Оформить уголок наставника;май 2027 г.;Куратор;\n";

async fn in_force(town: &Town) -> (Ctx, TaskId) {
    let curator = town.ctx("curator").await.unwrap();
    let ask = ReadDocument { name: "карта.csv".into(), content: DOCUMENT.as_bytes().to_vec() };
    let import = read_document(&curator, ask).await.unwrap();
    let version = accept_import(&curator, import, Into::New).await.unwrap();
    let order_on = date(2026, 9, 1);
    let approve = Approve { version, order_number: "71".into(), order_on };
    approve_version(&curator, &approve).await.unwrap();
    let running = show_running(&curator, None).await.unwrap();
    let id = row(&running).tasks[0].task.id;
    (curator, id)
}

fn row(running: &Running) -> &RowView {
    &running.roadmaps[0].rows[0]
}

async fn task(ctx: &Ctx, id: TaskId) -> TaskView {
    show_running(ctx, None).await.unwrap().task(id).unwrap().2.clone()
}

async fn tick(ctx: &Ctx, view: &TaskView, parts: &[usize]) -> Vec<PartId> {
    let parts = parts.iter().map(|it| view.parts[*it].key.clone()).collect();
    let ask = DoParts { task: view.task.id, parts, on: date(2026, 9, 14) };
    do_parts(ctx, &ask).await.unwrap()
}

#[test]
fn the_entries_of_a_list_are_done_one_by_one_and_the_last_closes_the_row() {
    town(async |town| {
        let (curator, id) = in_force(&town).await;
        let view = task(&curator, id).await;
        assert_eq!(view.parts.len(), 3, "{:?}", view.parts);
        assert_eq!(tick(&curator, &view, &[1]).await.len(), 1);
        let view = task(&curator, id).await;
        assert_eq!(view.standing, Standing::UnderWay);
        assert_eq!(view.needs.n_parts_done(), 1);
        assert_eq!(view.parts[1].done.as_ref().unwrap().done_on, date(2026, 9, 14));
        assert!(view.parts[1].by.is_some(), "who said so is known");
        assert!(tick(&curator, &view, &[1]).await.is_empty(), "done once is done");
        tick(&curator, &view, &[0, 2]).await;
        let view = task(&curator, id).await;
        assert_eq!(view.task.closing, Some(Closing::ByEvidence));
        assert_eq!(journal(&curator).await[0], "task_closed");
    });
}

#[test]
fn a_row_with_open_parts_is_not_closed_without_a_reason() {
    town(async |town| {
        let (curator, id) = in_force(&town).await;
        tick(&curator, &task(&curator, id).await, &[0]).await;
        let on = date(2026, 9, 15);
        let ask = CloseTask { task: id, on, reason: String::new() };
        let found = obstacles(close_task(&curator, &ask).await);
        assert_eq!(found[0], TaskObstacle::PartsOpen { n_open: 2, n_all: 3 });
        assert!(matches!(found[1], TaskObstacle::NoReason { .. }));
        let ask = CloseTask { reason: "Стенд общий с районом".into(), ..ask };
        assert_eq!(close_task(&curator, &ask).await.unwrap(), Closing::ByReason);
        let late =
            DoParts { task: id, parts: vec!["нет такой".into()], on: date(2026, 9, 16) };
        let found = obstacles(do_parts(&curator, &late).await);
        let ahead = PartObstacle::Ahead { on: date(2026, 9, 16) };
        assert_eq!(found, [PartObstacle::Closed { on }, PartObstacle::Gone, ahead]);
    });
}

#[test]
fn a_part_taken_back_opens_its_row_and_both_stay_in_the_history() {
    town(async |town| {
        let (curator, id) = in_force(&town).await;
        let done = tick(&curator, &task(&curator, id).await, &[0, 1, 2]).await;
        assert!(!task(&curator, id).await.is_open());
        assert!(matches!(
            obstacles(undo_part(&curator, done[1], "--").await)[..],
            [TaskObstacle::NoReason { .. }]
        ));
        undo_part(&curator, done[1], "Стенд сняли, оформим заново").await.unwrap();
        let view = task(&curator, id).await;
        assert!(view.is_open());
        assert_eq!(view.parts[1].state, PartState::TakenBack);
        assert_eq!(obstacles(undo_part(&curator, done[1], "ещё раз").await).len(), 1);
        let running = show_running(&curator, None).await.unwrap();
        let lineage = row(&running).row.lineage;
        let history = show_row_history(&curator, lineage).await.unwrap();
        let words: Vec<_> = history
            .iter()
            .filter(|it| it.entry.kind.starts_with("task_part"))
            .map(|it| (it.entry.kind.as_str(), it.words.clone().unwrap_or_default()))
            .collect();
        assert_eq!(words.len(), 4, "{words:?}");
        assert_eq!(words[0].0, "task_part_undone");
        assert!(words.iter().all(|it| !it.1.is_empty()), "{words:?}");
        // The day before it was taken back stands as it stood.
        assert!(town.app.store.verify().await.unwrap().flaws.is_empty());
    });
}

#[test]
fn only_who_answers_for_a_row_ticks_its_parts_off() {
    town(async |town| {
        let (curator, id) = in_force(&town).await;
        let view = task(&curator, id).await;
        let done = tick(&curator, &view, &[0]).await;
        for login in ["neighbour", "mentor", "auditor", "municipality"] {
            let other = town.ctx(login).await.unwrap();
            let parts = vec![view.parts[1].key.clone()];
            let ask = DoParts { task: id, parts, on: date(2026, 9, 14) };
            assert!(is_not_found(&do_parts(&other, &ask).await), "{login}");
            assert!(is_not_found(&undo_part(&other, done[0], "не моё дело").await), "{login}");
        }
    });
}
