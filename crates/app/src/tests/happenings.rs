//! Events that happen inside the product and date what waits for them.

use jiff::civil::{Date, date};
use mentoring::id::TaskId;
use store::Tx;
use uuid::Uuid;

use super::support::*;
use crate::ctx::Ctx;
use crate::launch::{Into, ReadDocument, accept_import, read_document};
use crate::roadmap::act::{CloseTask, close_task, reopen_task};
use crate::roadmap::evidence::*;
use crate::roadmap::happen::record_happening;
use crate::roadmap::{Approve, TaskView, approve_version, show_running};
use crate::town::Town;

const DOCUMENT: &str = "№\tМероприятие\tСрок\tОтветственный\tРезультат\n\
1\tЗакрепление наставнических пар\tСентябрь 2026 г.\tКуратор\tПриказ о закреплении наставнических пар\n\
2\tПознакомить участников\tВ течение двух недель с даты издания приказа о закреплении пар\tКуратор\t\n\
3\tОпределение модели наставничества\tСентябрь 2026 г.\tКуратор\t\n\
4\tРазъяснительная работа\tВ течение 10 рабочих дней с даты определения модели\tКуратор\t\n";

async fn in_force(town: &Town) -> Ctx {
    let curator = town.ctx("curator").await.unwrap();
    let ask = ReadDocument { name: "карта.txt".into(), content: DOCUMENT.as_bytes().to_vec() };
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

fn order(task: TaskId, about: &str, true_on: Date) -> PutEvidence {
    PutEvidence {
        task,
        kind: "order".into(),
        about: about.into(),
        true_on,
        words: "Приказ № 80".into(),
        item: Item::File("Приказ 80.pdf".into(), b"%PDF-1.7".to_vec()),
    }
}

#[test]
fn the_document_that_an_event_names_dates_what_waits_and_its_withdrawal_undoes_that() {
    town(async |town| {
        let curator = in_force(&town).await;
        let pairs = task(&curator, "Закрепление").await.task.id;
        assert!(task(&curator, "Познакомить").await.task.waits_for.is_some());
        put_evidence(&curator, order(pairs, "curator", date(2026, 9, 2))).await.unwrap();
        let waiting = task(&curator, "Познакомить").await;
        assert!(waiting.task.waits_for.is_some(), "an order about something else is no event");

        let evidence =
            put_evidence(&curator, order(pairs, "pairs", date(2026, 9, 8))).await.unwrap();
        let dated = task(&curator, "Познакомить").await;
        assert_eq!(dated.task.due_on, Some(date(2026, 9, 22)));
        let from = dated.dated_from.unwrap();
        assert!(from.is_by_itself && from.on == date(2026, 9, 8), "{from:?}");
        assert!(journal(&curator).await.contains(&"happened".to_owned()));

        withdraw_evidence(&curator, evidence, "не тот приказ").await.unwrap();
        let again = task(&curator, "Познакомить").await;
        assert_eq!((again.task.due_on, again.task.waits_for.is_some()), (None, true));
        let said = journal(&curator).await;
        assert!(said.contains(&"happening_withdrawn".to_owned()), "{said:?}");
        assert!(said.contains(&"task_undated".to_owned()), "{said:?}");
    });
}

#[test]
fn a_completed_row_that_an_event_names_dates_what_waits_until_it_is_opened_again() {
    town(async |town| {
        let curator = in_force(&town).await;
        let model = task(&curator, "Определение").await.task.id;
        let reason = "решили на педсовете, протокол у секретаря".into();
        let ask = CloseTask { task: model, on: date(2026, 9, 10), reason };
        close_task(&curator, &ask).await.unwrap();
        let dated = task(&curator, "Разъяснительная").await;
        assert_eq!(dated.task.due_on, Some(date(2026, 9, 24)));
        reopen_task(&curator, model, "закрыли по ошибке").await.unwrap();
        let again = task(&curator, "Разъяснительная").await;
        assert!(again.task.waits_for.is_some() && again.task.due_on.is_none());
    });
}

#[test]
fn what_a_person_recorded_stands_before_what_is_seen() {
    town(async |town| {
        let curator = in_force(&town).await;
        let waiting = task(&curator, "Познакомить").await.task.id;
        record_happening(&curator, waiting, date(2026, 9, 3)).await.unwrap();
        let pairs = task(&curator, "Закрепление").await.task.id;
        let evidence =
            put_evidence(&curator, order(pairs, "pairs", date(2026, 9, 8))).await.unwrap();
        withdraw_evidence(&curator, evidence, "не тот приказ").await.unwrap();
        let dated = task(&curator, "Познакомить").await;
        assert_eq!(dated.task.due_on, Some(date(2026, 9, 17)));
        assert!(!dated.dated_from.unwrap().is_by_itself);
    });
}

#[test]
fn an_order_registered_by_another_module_is_the_event_and_closes_its_row() {
    town(async |town| {
        let curator = in_force(&town).await;
        let fact = |about: &str, true_on| RecordedFact {
            kind: "order".into(),
            about: about.into(),
            true_on,
            words: "Приказ № 81".into(),
            record: ("order".into(), Uuid::from_u128(81)),
        };
        let tx: Tx = curator.begin().await.unwrap();
        // An order of last year is not the event that this year waits for.
        record_fact(&curator, &tx, fact("pairs", date(2026, 8, 20))).await.unwrap();
        tx.commit().await.unwrap();
        assert!(task(&curator, "Познакомить").await.task.waits_for.is_some());
        let tx: Tx = curator.begin().await.unwrap();
        record_fact(&curator, &tx, fact("pairs", date(2026, 9, 9))).await.unwrap();
        tx.commit().await.unwrap();
        assert!(!task(&curator, "Закрепление").await.is_open());
        assert_eq!(task(&curator, "Познакомить").await.task.due_on, Some(date(2026, 9, 23)));
    });
}
