//! From a document to a roadmap in force, and through its tasks.

use jiff::SignedDuration;
use jiff::civil::date;
use mentoring::id::{RoadmapId, TaskId, VersionId};
use mentoring::launch::ApproveObstacle;
use mentoring::task::{Closing, TaskObstacle};

use super::support::*;
use crate::ctx::Ctx;
use crate::launch::draft::discard_draft;
use crate::launch::edit::EditObstacle;
use crate::launch::{
    EditRow, Into, Move, ReadDocument, RowEdit, Standard, accept_import, add_row, change_row,
    draft_next, list_roadmaps, move_row, read_document, show_version, start_from_standard,
    strike_row,
};
use crate::roadmap::act::*;
use crate::roadmap::evidence::*;
use crate::roadmap::happen::*;
use crate::roadmap::next_year::next_years;
use crate::roadmap::{Approve, Running, Standing, approve_version, show_running};
use crate::town::Town;

const DOCUMENT: &str = "Дорожная карта по реализации системы наставничества педагогических \
работников на 2026-2027 учебный год\n\n\
№\tМероприятие\tСрок\tОтветственный\tРезультат\tПоказатель\n\
1\tЗакрепление наставнических пар\tСентябрь 2026 г.\tКуратор\tПриказ о закреплении наставнических пар\t\n\
2\tФормирование пар\tВ течение двух недель с даты определения модели\tКуратор\tПриказ о закреплении наставнических пар\t\n\
3\tКонсультации наставников\tПо мере необходимости\tПедагог-психолог\t\t\n\
4\tОбучение наставников\tОктябрь 2026 г.\tКуратор\t\tПроведено не менее 3 занятий\n\
5\tРабочее совещание\tПо плану работы школы\tДиректор\t\t\n";

async fn read(ctx: &Ctx, text: &str) -> VersionId {
    let ask = ReadDocument { name: "карта.txt".into(), content: text.as_bytes().to_vec() };
    let import = read_document(ctx, ask).await.unwrap();
    accept_import(ctx, import, Into::New).await.unwrap()
}

async fn approve(ctx: &Ctx, version: VersionId) -> RoadmapId {
    let order_on = date(2026, 9, 1);
    approve_version(ctx, &Approve { version, order_number: "71-б".into(), order_on }).await.unwrap()
}

fn task(running: &Running, text: &str) -> TaskId {
    running.tasks().find(|(_, row, _)| row.row.text.starts_with(text)).unwrap().2.task.id
}

fn standing(running: &Running, id: TaskId) -> Standing {
    running.task(id).unwrap().2.standing
}

fn order_on_pairs(task: TaskId, about: &str) -> PutEvidence {
    PutEvidence {
        task,
        kind: "order".into(),
        about: about.into(),
        true_on: date(2026, 9, 14),
        words: "Приказ № 80".into(),
        item: Item::File("Приказ 80.pdf".into(), b"%PDF-1.7".to_vec()),
    }
}

async fn running(town: &Town) -> (Ctx, Running) {
    let curator = town.ctx("curator").await.unwrap();
    let version = read(&curator, DOCUMENT).await;
    approve(&curator, version).await;
    let running = show_running(&curator, None).await.unwrap();
    (curator, running)
}

#[test]
fn a_document_becomes_a_year_of_tasks_with_days_and_people() {
    town(async |town| {
        let (curator, running) = running(&town).await;
        assert_eq!(running.roadmaps.len(), 1);
        assert_eq!(running.roadmaps[0].rows.len(), 5);
        let (_, _, pairs) = running.task(task(&running, "Закрепление")).unwrap();
        assert_eq!(pairs.task.due_on, Some(date(2026, 9, 30)));
        assert_eq!(pairs.people[0].id, curator.person);
        assert_eq!(standing(&running, task(&running, "Формирование")), Standing::Waiting);
        assert_eq!(standing(&running, task(&running, "Консультации")), Standing::NotStarted);
        assert!(running.task(task(&running, "Рабочее")).unwrap().2.asks_for_day);
        assert!(town.app.store.verify().await.unwrap().flaws.is_empty());
    });
}

#[test]
fn a_row_that_names_a_document_closes_by_the_document_and_not_by_a_tick() {
    town(async |town| {
        let (curator, running) = running(&town).await;
        let id = task(&running, "Закрепление");
        let today = date(2026, 9, 15);
        let ask = CloseTask { task: id, on: today, reason: String::new() };
        let found = obstacles(close_task(&curator, &ask).await);
        assert!(matches!(found[0], TaskObstacle::EvidenceMissing(_)));
        assert!(matches!(found[1], TaskObstacle::NoReason { .. }));

        // An order about something else leaves the row open.
        put_evidence(&curator, order_on_pairs(id, "encouragement")).await.unwrap();
        let view = show_running(&curator, None).await.unwrap();
        assert_eq!(standing(&view, id), Standing::UnderWay);

        let evidence = put_evidence(&curator, order_on_pairs(id, "pairs")).await.unwrap();
        let view = show_running(&curator, None).await.unwrap();
        assert_eq!(standing(&view, id), Standing::Done);
        assert_eq!(view.task(id).unwrap().2.task.closing, Some(Closing::ByEvidence));

        // Withdrawn, it opens again; nothing is deleted.
        withdraw_evidence(&curator, evidence, "не тот приказ").await.unwrap();
        let view = show_running(&curator, None).await.unwrap();
        assert_eq!(standing(&view, id), Standing::UnderWay);
        assert_eq!(view.task(id).unwrap().2.given.len(), 2);
        assert!(journal(&curator).await.contains(&"evidence_withdrawn".to_owned()));
    });
}

#[test]
fn a_figure_that_is_not_reached_needs_a_stated_reason_which_stays() {
    town(async |town| {
        let (curator, running) = running(&town).await;
        let id = task(&running, "Обучение");
        let on = date(2026, 9, 15);
        let short = CloseTask { task: id, on, reason: "-".into() };
        assert!(matches!(
            obstacles(close_task(&curator, &short).await)[..],
            [TaskObstacle::NoReason { .. }]
        ));
        let ask = CloseTask {
            task: id, on, reason: "Занятия проведены в августе".into()
        };
        assert_eq!(close_task(&curator, &ask).await.unwrap(), Closing::ByReason);
        let view = show_running(&curator, None).await.unwrap();
        let closed = view.task(id).unwrap().2.clone();
        assert_eq!(closed.task.reason.as_deref(), Some("Занятия проведены в августе"));
        reopen_task(&curator, id, "закрыли по ошибке").await.unwrap();
        let view = show_running(&curator, None).await.unwrap();
        assert_eq!(view.task(id).unwrap().2.task.closed_on, None);
    });
}

#[test]
fn a_waiting_task_gets_its_day_from_its_event_and_an_undated_one_from_a_person() {
    town(async |town| {
        let (curator, running) = running(&town).await;
        let waiting = task(&running, "Формирование");
        record_happening(&curator, waiting, date(2026, 9, 10)).await.unwrap();
        let undated = task(&running, "Рабочее");
        assert_eq!(
            name_day(&curator, undated, date(2026, 10, 10)).await.unwrap(),
            date(2026, 10, 12)
        );
        let view = show_running(&curator, None).await.unwrap();
        assert_eq!(view.task(waiting).unwrap().2.task.due_on, Some(date(2026, 9, 24)));
        let ahead = record_happening(&curator, waiting, date(2026, 9, 16)).await;
        assert_eq!(obstacles(ahead).len(), 2);
    });
}

#[test]
fn a_new_version_keeps_what_is_done_and_dates_the_rest_again() {
    town(async |town| {
        let (curator, running) = running(&town).await;
        let done = task(&running, "Закрепление");
        put_evidence(&curator, order_on_pairs(done, "pairs")).await.unwrap();
        let map = running.roadmaps[0].roadmap.id;
        let draft = draft_next(&curator, map).await.unwrap();
        assert_eq!(draft_next(&curator, map).await.unwrap(), draft);
        let view = show_version(&curator, draft).await.unwrap();
        let row = view.rows.iter().find(|it| it.text.starts_with("Обучение")).unwrap();
        let at = EditRow { version: draft, row: row.lineage, revision: view.version.revision };
        let edit = RowEdit {
            text: row.text.clone(),
            deadline: "ноябрь 2026".into(),
            responsible: "Директор".into(),
            ..RowEdit::default()
        };
        change_row(&curator, at, &edit).await.unwrap();
        let strike = view.rows.iter().find(|it| it.text.starts_with("Рабочее")).unwrap();
        let stale = EditRow { row: strike.lineage, ..at };
        assert!(matches!(strike_row(&curator, stale).await, Err(crate::refusal::Refusal::Stale)));
        let revision = show_version(&curator, draft).await.unwrap().version.revision;
        strike_row(&curator, EditRow { revision, ..stale }).await.unwrap();
        approve(&curator, draft).await;

        let view = show_running(&curator, None).await.unwrap();
        assert_eq!(view.roadmaps[0].rows.len(), 4);
        assert_eq!(standing(&view, done), Standing::Done);
        let moved = view.task(task(&running, "Обучение")).unwrap().2.clone();
        assert_eq!(moved.task.due_on, Some(date(2026, 11, 30)));
        assert!(view.task(task(&running, "Рабочее")).is_none());
        assert!(journal(&curator).await.contains(&"task_dropped".to_owned()));
    });
}

#[test]
fn a_row_that_is_put_beside_another_takes_its_section() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let version = start_from_standard(&curator, Standard::Teachers, 2026).await.unwrap();
        let view = show_version(&curator, version).await.unwrap();
        let (first, last) = (&view.rows[0], view.rows.last().unwrap());
        assert_ne!(first.path, last.path);
        let at = EditRow { version, row: last.lineage, revision: view.version.revision };
        move_row(&curator, at, Move::Before(first.lineage)).await.unwrap();
        let moved = show_version(&curator, version).await.unwrap();
        assert_eq!((moved.rows[0].lineage, &moved.rows[0].path), (last.lineage, &first.path));
        let at = EditRow { revision: moved.version.revision, ..at };
        move_row(&curator, at, Move::After(first.lineage)).await.unwrap();
        let moved = show_version(&curator, version).await.unwrap();
        assert_eq!(moved.rows[1].lineage, last.lineage);
        assert_eq!(moved.rows.len(), view.rows.len());
        let nowhere = EditRow { revision: moved.version.revision, ..at };
        let other = mentoring::id::LineageId(version.0);
        assert!(is_not_found(&move_row(&curator, nowhere, Move::After(other)).await));
    });
}

#[test]
fn an_approval_says_everything_against_it_and_a_draft_can_be_set_aside() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let version = read(&curator, DOCUMENT).await;
        let ask = Approve { version, order_number: " ".into(), order_on: date(2026, 9, 16) };
        assert!(matches!(
            obstacles(approve_version(&curator, &ask).await)[..],
            [ApproveObstacle::NoOrderNumber, ApproveObstacle::OrderAhead { .. }]
        ));
        let view = show_version(&curator, version).await.unwrap();
        let empty = add_row(&curator, version, None, &RowEdit::default()).await;
        assert_eq!(obstacles(empty), [EditObstacle::NoText]);
        let at = EditRow { version, row: view.rows[0].lineage, revision: view.version.revision };
        move_row(&curator, at, Move::Down).await.unwrap();
        let moved = show_version(&curator, version).await.unwrap();
        assert_eq!(moved.rows[1].lineage, view.rows[0].lineage);
        discard_draft(&curator, version).await.unwrap();
        assert!(is_not_found(&discard_draft(&curator, version).await));
    });
}

#[test]
fn what_is_not_a_roadmap_is_refused_and_nothing_is_kept() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let cases: [(&str, &[u8]); 3] =
            [("a.pdf", b"%PDF-1.7 ..."), ("a.docx", b""), ("a.txt", "Письмо".as_bytes())];
        for (name, content) in cases {
            let ask = ReadDocument { name: name.into(), content: content.to_vec() };
            assert_eq!(obstacles(read_document(&curator, ask).await).len(), 1, "{name}");
        }
        assert!(list_roadmaps(&curator).await.unwrap().is_empty());
    });
}

#[test]
fn another_school_a_mentor_and_an_auditor_change_nothing_here() {
    town(async |town| {
        let (_, running) = running(&town).await;
        let id = task(&running, "Закрепление");
        let version = running.roadmaps[0].version.id;
        for login in ["neighbour", "mentor", "auditor", "municipality"] {
            let other = town.ctx(login).await.unwrap();
            assert!(is_not_found(&start_task(&other, id).await), "{login}");
            assert!(is_not_found(&put_evidence(&other, order_on_pairs(id, "pairs")).await));
            assert!(is_not_found(&set_aside(&other, id, "не нужно нам").await), "{login}");
        }
        for login in ["neighbour", "municipality"] {
            let other = town.ctx(login).await.unwrap();
            assert!(is_not_found(&show_version(&other, version).await), "{login}");
        }
    });
}

#[test]
fn a_year_of_days_passes_and_what_was_not_done_is_overdue() {
    town(async |town| {
        let (curator, running) = running(&town).await;
        let id = task(&running, "Закрепление");
        town.app.clock.move_by(SignedDuration::from_hours(24 * 16));
        let later = town.ctx("curator").await.unwrap();
        let view = show_running(&later, None).await.unwrap();
        assert_eq!(standing(&view, id), Standing::Overdue);
        assert_eq!(view.task(id).unwrap().2.days_late, 1);
        assert_eq!(view.roadmaps[0].fulfilment.n_overdue, 1);
        // The day before, it stood as it stood.
        let then = show_running(&later, Some(date(2026, 9, 30))).await.unwrap();
        assert_eq!(standing(&then, id), Standing::Near);
        drop(curator);
    });
}

#[test]
fn a_row_is_done_on_the_day_of_its_document_whenever_that_is_put_in() {
    town(async |town| {
        let (_, running) = running(&town).await;
        let id = task(&running, "Закрепление");
        town.app.clock.move_by(SignedDuration::from_hours(24 * 16));
        let later = town.ctx("curator").await.unwrap();
        // The row falls due on 30 September; it is the first of October.
        for (signed_on, closed_on, stands) in [
            (date(2026, 9, 14), date(2026, 9, 14), Standing::Done),
            (date(2026, 9, 30), date(2026, 9, 30), Standing::Done),
            (date(2026, 10, 1), date(2026, 10, 1), Standing::DoneLate),
            (date(2026, 8, 25), date(2026, 9, 1), Standing::Done),
        ] {
            let order = PutEvidence { true_on: signed_on, ..order_on_pairs(id, "pairs") };
            let evidence = put_evidence(&later, order).await.unwrap();
            let view = show_running(&later, None).await.unwrap();
            assert_eq!(view.task(id).unwrap().2.task.closed_on, Some(closed_on), "{signed_on}");
            assert_eq!(standing(&view, id), stands, "{signed_on}");
            withdraw_evidence(&later, evidence, "не тот приказ").await.unwrap();
        }
    });
}

#[test]
fn a_year_that_is_long_over_is_looked_at_and_nags_nobody() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let past = DOCUMENT.replace("2026-2027", "2023-2024").replace("2026 г.", "2023 г.");
        let version = read(&curator, &past).await;
        let order_on = date(2023, 9, 1);
        let ask = Approve { version, order_number: "12-б".into(), order_on };
        approve_version(&curator, &ask).await.unwrap();
        let running = show_running(&curator, None).await.unwrap();
        assert!(running.tasks().any(|(_, _, it)| it.standing == Standing::Overdue));
        assert_eq!(running.pressing().count(), 0);
        assert!(next_years(&curator, &running).await.unwrap().is_empty());
        let map = &running.roadmaps[0];
        let last = map.roadmap.to_on;
        assert!(map.presses_on(last + jiff::ToSpan::days(30)));
        assert!(!map.presses_on(last + jiff::ToSpan::days(31)));
    });
}
