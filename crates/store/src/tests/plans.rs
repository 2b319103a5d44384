//! Roadmaps, versions, rows, readings, tasks, evidence, files.

use ::roadmap::plan::{Item, Plan, PlanRow};
use jiff::civil::{Date, date};
use mentoring::access::{Role, Scope};
use mentoring::evidence::EvidenceSource;
use mentoring::id::*;
use mentoring::launch::{ImportState, VersionState};
use mentoring::task::{Closing, TaskState};

use super::support::*;
use crate::*;

fn roadmap(number: u128) -> Roadmap {
    Roadmap {
        organisation: school(),
        id: RoadmapId(id(number)),
        title: "Наставничество педагогов".into(),
        model: Some("teachers".into()),
        from_on: date(2026, 9, 1),
        to_on: date(2027, 8, 31),
        opened_at: now(),
        ended_on: None,
        revision: 0,
    }
}

fn version(number: u32, roadmap: u128) -> Version {
    Version {
        organisation: school(),
        id: VersionId(id(100 + u128::from(number))),
        roadmap: RoadmapId(id(roadmap)),
        number,
        state: VersionState::Draft,
        title: "Дорожная карта".into(),
        order_number: None,
        order_on: None,
        header: Json(VersionHeader {
            organisation: Some("МБОУ".into()),
            ..VersionHeader::default()
        }),
        source_file: None,
        based_on: None,
        drafted_by: AccountId(id(1)),
        drafted_at: now(),
        approved_by: None,
        approved_at: None,
        revision: 0,
    }
}

fn row(version: u32, lineage: u128, position: u32) -> Row {
    let item = Item { text: "Издать приказ".into(), evidence: vec![] };
    let who = RowResponsible {
        text: "Куратор".into(),
        role: Some("curator".into()),
        person: None,
        people: vec![id(10)],
    };
    Row {
        organisation: school(),
        version: VersionId(id(100 + u128::from(version))),
        lineage: LineageId(id(lineage)),
        position,
        place_table: 1,
        place_row: position + 2,
        path: Json(vec!["1. Подготовка".into()]),
        number: Some("1.1".into()),
        text: "Издать приказ о назначении куратора".into(),
        items: Json(vec![item]),
        deadline_text: "сентябрь".into(),
        deadline_normal: "month:2026-09".into(),
        is_deadline_mended: false,
        responsible: Json(vec![who]),
        nobody: false,
        result: Some("Приказ".into()),
        evidence: Json(vec![]),
        indicator_text: None,
        indicators: Json(vec![]),
        audience: None,
        note: None,
        remarks: Json(vec![]),
        original: Some(Json(PlanRow::default())),
    }
}

fn task(number: u128, lineage: u128, due_on: Option<Date>) -> Task {
    Task {
        organisation: school(),
        id: TaskId(id(number)),
        roadmap: RoadmapId(id(60)),
        lineage: LineageId(id(lineage)),
        version: VersionId(id(101)),
        occurrence: format!("{number}"),
        from_on: due_on,
        to_on: due_on,
        due_on,
        waits_for: None,
        started_on: None,
        closed_on: None,
        closing: None,
        reason: None,
        closed_by: None,
        closed_at: None,
        dropped_at: None,
        revision: 0,
    }
}

/// A roadmap (60) with one version (101) of two rows (200, 201), and a person (10).
async fn plan(store: &Store) -> Tx {
    town(store).await;
    let tx = store.begin().await.unwrap();
    tx.insert_person(&person(10, "Келлер Елена")).await.unwrap();
    tx.insert_roadmap(&roadmap(60)).await.unwrap();
    tx.insert_version(&version(1, 60)).await.unwrap();
    tx.insert_rows(&[row(1, 201, 1), row(1, 200, 0)]).await.unwrap();
    tx
}

#[test]
fn a_version_keeps_its_rows_in_order_and_whole() {
    both(async |store| {
        let tx = plan(&store).await;
        let rows = tx.rows(&curator(), VersionId(id(101))).await.unwrap();
        assert_eq!(rows, [row(1, 200, 0), row(1, 201, 1)]);
        assert_eq!(tx.rows(&neighbour(), VersionId(id(101))).await.unwrap(), []);
        let found = tx.version(&curator(), VersionId(id(101))).await.unwrap();
        assert_eq!(found, Some(version(1, 60)));
        assert_eq!(tx.version(&neighbour(), VersionId(id(101))).await.unwrap(), None);
        assert_eq!(tx.roadmaps(&curator(), school()).await.unwrap(), [roadmap(60)]);
        assert_eq!(tx.roadmap(&neighbour(), RoadmapId(id(60))).await.unwrap(), None);
        let again = tx.insert_version(&Version { id: VersionId(id(999)), ..version(1, 60) }).await;
        assert!(matches!(again, Err(StoreError::Taken(_))));
    });
}

#[test]
fn a_row_is_changed_and_all_rows_are_replaced() {
    both(async |store| {
        let tx = plan(&store).await;
        let changed = Row { text: "Назначить куратора".into(), ..row(1, 200, 0) };
        tx.save_row(&changed).await.unwrap();
        let (draft, lineage) = (VersionId(id(101)), LineageId(id(200)));
        assert_eq!(tx.row(&curator(), draft, lineage).await.unwrap(), Some(changed));
        let missing = tx.save_row(&row(1, 299, 5)).await;
        assert!(matches!(missing, Err(StoreError::Stale)));
        tx.replace_rows(school(), draft, &[row(1, 201, 0)]).await.unwrap();
        assert_eq!(tx.rows(&curator(), draft).await.unwrap(), [row(1, 201, 0)]);
        tx.insert_version(&version(2, 60)).await.unwrap();
        tx.insert_rows(&[row(2, 201, 0)]).await.unwrap();
        let history = tx.row_history(&curator(), LineageId(id(201))).await.unwrap();
        assert_eq!(history.len(), 2);
    });
}

#[test]
fn the_version_in_force_is_found_and_a_stale_one_is_not_saved() {
    both(async |store| {
        let tx = plan(&store).await;
        let mut approved = version(1, 60);
        approved.state = VersionState::Approved;
        (approved.order_number, approved.order_on) = (Some("71-б".into()), Some(TODAY));
        tx.save_version(&approved).await.unwrap();
        assert!(matches!(tx.save_version(&approved).await, Err(StoreError::Stale)));
        tx.insert_version(&version(2, 60)).await.unwrap();
        let in_force = tx.versions_in_force(&curator(), &[RoadmapId(id(60))]).await.unwrap();
        assert_eq!(in_force, [Version { revision: 1, ..approved }]);
        let numbers: Vec<u32> = tx
            .versions(&curator(), RoadmapId(id(60)))
            .await
            .unwrap()
            .iter()
            .map(|it| it.number)
            .collect();
        assert_eq!(numbers, [2, 1]);
    });
}

fn file(content: &[u8]) -> File {
    File {
        organisation: school(),
        id: FileId(id(80)),
        name: "карта.docx".into(),
        media_type: "text/plain".into(),
        size_bytes: u32::try_from(content.len()).unwrap(),
        sha256: File::digest(content),
        content: content.to_vec(),
        kept_by: AccountId(id(1)),
        kept_at: now(),
    }
}

#[test]
fn a_reading_waits_until_somebody_accepts_or_discards_it() {
    both(async |store| {
        let tx = plan(&store).await;
        tx.insert_file(&file(b"plan")).await.unwrap();
        let mut import = Import {
            organisation: school(),
            id: ImportId(id(81)),
            file: FileId(id(80)),
            file_name: "карта.docx".into(),
            state: ImportState::Read,
            plan: Json(Plan { title: "План".into(), ..Plan::default() }),
            mended: Json(serde_json::json!({ "rows": [] })),
            roadmap: None,
            version: None,
            read_by: AccountId(id(1)),
            read_at: now(),
            revision: 0,
        };
        tx.insert_import(&import).await.unwrap();
        assert_eq!(tx.import(&curator(), import.id).await.unwrap(), Some(import.clone()));
        assert_eq!(tx.import(&neighbour(), import.id).await.unwrap(), None);
        assert_eq!(tx.imports_waiting(&curator(), school()).await.unwrap().len(), 1);
        import.state = ImportState::Accepted;
        import.version = Some(VersionId(id(101)));
        tx.save_import(&import).await.unwrap();
        assert_eq!(tx.imports_waiting(&curator(), school()).await.unwrap(), []);
    });
}

#[test]
fn a_file_is_kept_with_its_bytes_and_known_again() {
    both(async |store| {
        let tx = plan(&store).await;
        let file = file(b"\x00bytes\xff");
        tx.insert_file(&file).await.unwrap();
        assert_eq!(tx.file(&curator(), file.id).await.unwrap(), Some(file.clone()));
        assert_eq!(tx.file(&neighbour(), file.id).await.unwrap(), None);
        let cards = tx.file_cards(&curator(), &[file.id]).await.unwrap();
        assert_eq!(cards[0].size_bytes, 7);
        let same = tx.file_like(school(), &file.sha256).await.unwrap();
        assert_eq!(same.map(|it| it.id), Some(file.id));
        assert_eq!(tx.file_like(school(), &[0; 32]).await.unwrap(), None);
    });
}

#[test]
fn tasks_are_found_by_roadmap_row_person_and_day() {
    both(async |store| {
        let tx = plan(&store).await;
        let (early, late) = (date(2026, 9, 30), date(2026, 10, 30));
        let waiting =
            Task { waits_for: Some("круглый стол".into()), ..task(3, 201, None) };
        let tasks = [waiting.clone(), task(2, 200, Some(late)), task(1, 200, Some(early))];
        tx.insert_tasks(&tasks).await.unwrap();
        let ids =
            |found: Vec<Task>| found.into_iter().map(|it| it.id.0.as_u128()).collect::<Vec<_>>();
        let scope = curator();
        assert_eq!(ids(tx.tasks(&scope, school()).await.unwrap()), [1, 2, 3]);
        let roadmap = RoadmapId(id(60));
        assert_eq!(ids(tx.tasks_of_roadmap(&scope, roadmap).await.unwrap()), [1, 2, 3]);
        assert_eq!(ids(tx.tasks_of_row(&scope, LineageId(id(200))).await.unwrap()), [1, 2]);
        assert_eq!(tx.tasks_waiting(&scope, roadmap).await.unwrap(), [waiting]);
        assert_eq!(ids(tx.tasks_due_for_jobs(school(), early).await.unwrap()), [1]);
        assert_eq!(ids(tx.tasks(&neighbour(), school()).await.unwrap()), [0_u128; 0]);
        let keller = PersonId(id(10));
        for _ in 0..2 {
            tx.give_task(school(), TaskId(id(2)), &[keller, keller]).await.unwrap();
        }
        assert_eq!(ids(tx.tasks_of_person(&scope, keller).await.unwrap()), [2]);
        let people = tx.task_people(&scope, &[TaskId(id(2))]).await.unwrap();
        assert_eq!(people.len(), 1);
        tx.take_task(school(), TaskId(id(2)), keller).await.unwrap();
        assert_eq!(tx.tasks_of_person(&scope, keller).await.unwrap(), []);
    });
}

#[test]
fn a_closed_task_is_done_and_a_dropped_one_is_not_listed() {
    both(async |store| {
        let tx = plan(&store).await;
        tx.insert_tasks(&[task(1, 200, Some(TODAY)), task(2, 200, Some(TODAY))]).await.unwrap();
        let mut closed = task(1, 200, Some(TODAY));
        (closed.closed_on, closed.closing) = (Some(TODAY), Some(Closing::ByHand));
        closed.closed_by = Some(AccountId(id(1)));
        tx.save_task(&closed).await.unwrap();
        assert!(matches!(tx.save_task(&closed).await, Err(StoreError::Stale)));
        let found = tx.task(&curator(), closed.id).await.unwrap().unwrap();
        assert_eq!(found.facts().state(TODAY), TaskState::Done);
        assert_eq!(tx.task(&neighbour(), closed.id).await.unwrap(), None);
        let dropped = Task { dropped_at: Some(now()), ..task(2, 200, Some(TODAY)) };
        tx.save_task(&dropped).await.unwrap();
        let roadmap = RoadmapId(id(60));
        assert_eq!(tx.tasks_of_roadmap(&curator(), roadmap).await.unwrap().len(), 1);
        assert_eq!(tx.tasks_dropped(&curator(), roadmap).await.unwrap().len(), 1);
        let again = tx.insert_tasks(&[Task { id: TaskId(id(9)), ..closed }]).await;
        assert!(matches!(again, Err(StoreError::Taken(_))));
    });
}

#[test]
fn the_tasks_of_a_roadmap_that_was_put_away_ask_nothing() {
    both(async |store| {
        let tx = plan(&store).await;
        tx.insert_tasks(&[task(1, 200, Some(TODAY))]).await.unwrap();
        tx.save_roadmap(&Roadmap { ended_on: Some(TODAY), ..roadmap(60) }).await.unwrap();
        assert_eq!(tx.tasks(&curator(), school()).await.unwrap(), []);
    });
}

#[test]
fn figures_of_schools_go_up_the_tree_and_not_sideways() {
    both(async |store| {
        let tx = plan(&store).await;
        tx.insert_tasks(&[task(1, 200, Some(TODAY))]).await.unwrap();
        let region = OrganisationId(id(1));
        let centre = Scope::of(region, Role::RegionalCentre);
        let facts = tx.task_facts_below(&centre, region).await.unwrap();
        assert_eq!((facts.len(), facts[0].0), (1, school()));
        assert_eq!(tx.task_facts_below(&neighbour(), region).await.unwrap(), []);
        assert_eq!(tx.tasks(&centre, school()).await.unwrap(), []);
    });
}

#[test]
fn evidence_is_put_to_a_task_or_speaks_for_every_row() {
    both(async |store| {
        let tx = plan(&store).await;
        tx.insert_tasks(&[task(1, 200, Some(TODAY))]).await.unwrap();
        let put = Evidence {
            organisation: school(),
            id: EvidenceId(id(90)),
            task: Some(TaskId(id(1))),
            kind: "order".into(),
            about: "curator".into(),
            source: EvidenceSource::Link,
            true_on: TODAY,
            words: "Приказ № 71".into(),
            file: None,
            link: Some("https://school.example/71".into()),
            record_kind: None,
            record: None,
            given_by: AccountId(id(1)),
            given_at: now(),
            withdrawn_on: None,
            withdrawn_by: None,
            withdrawn_why: None,
        };
        let record = Evidence {
            id: EvidenceId(id(91)),
            task: None,
            source: EvidenceSource::Record,
            record_kind: Some("order".into()),
            record: Some(id(500)),
            ..put.clone()
        };
        tx.insert_evidence(&put).await.unwrap();
        tx.insert_evidence(&record).await.unwrap();
        let of_task = tx.evidence_of_tasks(&curator(), &[TaskId(id(1))]).await.unwrap();
        assert_eq!(of_task, std::slice::from_ref(&put));
        assert!(of_task[0].for_rule(TaskId(id(1))).is_put_to_task);
        assert!(!of_task[0].for_rule(TaskId(id(2))).is_put_to_task);
        let records = tx.evidence_records(&curator(), school()).await.unwrap();
        assert_eq!(records, std::slice::from_ref(&record));
        let withdrawn = Evidence { withdrawn_on: Some(TODAY), ..record };
        tx.save_evidence(&withdrawn).await.unwrap();
        assert_eq!(tx.evidence_records(&curator(), school()).await.unwrap(), []);
        assert_eq!(tx.evidence(&curator(), put.id).await.unwrap(), Some(put.clone()));
        assert_eq!(tx.evidence(&neighbour(), put.id).await.unwrap(), None);
    });
}
