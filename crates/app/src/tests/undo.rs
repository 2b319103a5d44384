//! Taking back with one press what one has just done.

use jiff::civil::date;
use mentoring::id::TaskId;

use super::support::*;
use crate::ctx::Ctx;
use crate::launch::{Into, ReadDocument, accept_import, read_document};
use crate::roadmap::act::*;
use crate::roadmap::evidence::{Item, PutEvidence, put_evidence};
use crate::roadmap::happen::record_happening;
use crate::roadmap::part::{DoParts, do_parts};
use crate::roadmap::undo::{Act, UndoAct, UndoObstacle, undo_act};
use crate::roadmap::{Approve, TaskView, approve_version, show_running};
use crate::town::Town;

const DOCUMENT: &str = "№;Мероприятие;Срок;Ответственный;Результат\n\
    1;\"Подготовить запуск:\n1) провести беседу\n2) оформить стенд\";октябрь 2026 г.;Куратор;\n\
    2;Оформить уголок наставника;май 2027 г.;Куратор;\n\
    3;Издать приказ о парах;октябрь 2026 г.;Куратор;Приказ о закреплении пар\n\
    4;Познакомить пары;в течение двух недель с даты подписания соглашения;Куратор;\n\
    5;Рабочее совещание;по плану работы школы;Директор;\n";

async fn in_force(town: &Town) -> Ctx {
    let curator = town.ctx("curator").await.unwrap();
    let ask = ReadDocument { name: "карта.csv".into(), content: DOCUMENT.as_bytes().to_vec() };
    let import = read_document(&curator, ask).await.unwrap();
    let version = accept_import(&curator, import, Into::New).await.unwrap();
    let order_on = date(2026, 9, 1);
    let approve = Approve { version, order_number: "71".into(), order_on };
    approve_version(&curator, &approve).await.unwrap();
    curator
}

async fn task(ctx: &Ctx, text: &str) -> TaskView {
    let running = show_running(ctx, None).await.unwrap();
    running.tasks().find(|(_, row, _)| row.row.text.starts_with(text)).unwrap().2.clone()
}

fn undone(task: TaskId, act: Act) -> UndoAct {
    UndoAct { task, act, has_begun_it: true }
}

fn order(task: TaskId) -> PutEvidence {
    PutEvidence {
        task,
        kind: "order".into(),
        about: "pairs".into(),
        true_on: date(2026, 9, 14),
        words: "Приказ № 80".into(),
        item: Item::File("Приказ 80.pdf".into(), b"%PDF-1.7".to_vec()),
    }
}

#[test]
fn every_act_on_a_task_is_taken_back_whole_and_the_journal_keeps_both() {
    town(async |town| {
        let curator = in_force(&town).await;
        let on = date(2026, 9, 14);
        for text in ["Подготовить", "Оформить", "Издать", "Познакомить", "Рабочее"]
        {
            let before = task(&curator, text).await;
            let id = before.task.id;
            let act = match text {
                "Подготовить" => {
                    let parts = before.parts.iter().map(|it| it.key.clone()).collect();
                    Act::PartsDone(
                        do_parts(&curator, &DoParts { task: id, parts, on }).await.unwrap(),
                    )
                }
                "Оформить" => {
                    let reason = String::new();
                    close_task(&curator, &CloseTask { task: id, on, reason }).await.unwrap();
                    Act::Closed
                }
                "Издать" => {
                    Act::EvidencePut(put_evidence(&curator, order(id)).await.unwrap())
                }
                "Познакомить" => {
                    Act::Happened(record_happening(&curator, id, on).await.unwrap())
                }
                _ => {
                    name_day(&curator, id, date(2026, 10, 10)).await.unwrap();
                    Act::Dated
                }
            };
            let done = task(&curator, text).await;
            assert_ne!(done.task, before.task, "{text}");
            undo_act(&curator, &undone(id, act.clone())).await.unwrap();
            let mut after = task(&curator, text).await.task;
            after.revision = before.task.revision;
            assert_eq!(after, before.task, "{text}");
            let again = undo_act(&curator, &undone(id, act)).await;
            assert_eq!(obstacles(again), [UndoObstacle::Overtaken], "{text}");
        }
        let said = journal(&curator).await;
        for kind in [
            "task_part_done",
            "task_part_undone",
            "task_closed",
            "task_reopened",
            "evidence_given",
            "evidence_withdrawn",
            "happened",
            "happening_withdrawn",
            "task_undated",
            "task_start_undone",
        ] {
            assert!(said.iter().any(|it| it == kind), "no {kind} in {said:?}");
        }
        assert!(town.app.store.verify().await.unwrap().flaws.is_empty());
    });
}

#[test]
fn setting_aside_giving_and_beginning_are_taken_back() {
    town(async |town| {
        let curator = in_force(&town).await;
        let view = task(&curator, "Оформить").await;
        let id = view.task.id;
        set_aside(&curator, id, "в этом году не проводим").await.unwrap();
        undo_act(&curator, &undone(id, Act::Closed)).await.unwrap();
        assert!(task(&curator, "Оформить").await.is_open());

        let before: Vec<_> = view.people.iter().map(|it| it.id).collect();
        let after = vec![town.person("teacher").unwrap()];
        give_task(&curator, id, &after).await.unwrap();
        let given = Act::Given { before: before.clone(), after };
        undo_act(&curator, &undone(id, given.clone())).await.unwrap();
        let now: Vec<_> = task(&curator, "Оформить").await.people.iter().map(|it| it.id).collect();
        assert_eq!(now, before);
        assert_eq!(obstacles(undo_act(&curator, &undone(id, given)).await).len(), 1);

        start_task(&curator, id).await.unwrap();
        undo_act(&curator, &undone(id, Act::Started)).await.unwrap();
        assert_eq!(task(&curator, "Оформить").await.task.started_on, None);
    });
}

#[test]
fn nobody_takes_back_what_another_did() {
    town(async |town| {
        let curator = in_force(&town).await;
        let head = town.ctx("head").await.unwrap();
        let id = task(&curator, "Оформить").await.task.id;
        let ask = CloseTask { task: id, on: date(2026, 9, 14), reason: String::new() };
        close_task(&curator, &ask).await.unwrap();
        assert_eq!(obstacles(undo_act(&head, &undone(id, Act::Closed)).await).len(), 1);
        for login in ["neighbour", "mentor", "auditor"] {
            let other = town.ctx(login).await.unwrap();
            assert!(is_not_found(&undo_act(&other, &undone(id, Act::Closed)).await), "{login}");
        }
    });
}
