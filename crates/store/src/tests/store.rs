//! What the store keeps and finds, as sentences.

use mentoring::access::{Relation, Role, Scope};
use mentoring::event::Event;
use mentoring::id::*;
use sea_orm::ConnectionTrait;

use super::support::*;
use crate::{Flaw, Job, Json, StoreError};

#[test]
fn what_is_outside_the_scope_is_not_found() {
    both(async |store| {
        town(&store).await;
        let tx = store.begin().await.unwrap();
        tx.insert_person(&person(10, "Алёшина Фёкла Ильинична")).await.unwrap();
        let id = PersonId(id(10));
        assert!(tx.person(&curator(), id).await.unwrap().is_some());
        assert!(tx.person(&neighbour(), id).await.unwrap().is_none());
        assert!(tx.person(&Scope::default(), id).await.unwrap().is_none());
        assert_eq!(tx.people(&neighbour(), school(), "", TODAY).await.unwrap(), []);
    });
}

#[test]
fn a_region_sees_below_itself_and_a_school_sees_itself_only() {
    both(async |store| {
        town(&store).await;
        let tx = store.read().await.unwrap();
        let region = Scope::of(OrganisationId(id(1)), Role::RegionalCentre);
        let foreign = Scope::of(OrganisationId(id(9)), Role::RegionalCentre);
        assert_eq!(tx.relation(&region, school()).await.unwrap(), Some(Relation::BelowAsFigures));
        assert_eq!(tx.relation(&foreign, school()).await.unwrap(), None);
        assert_eq!(tx.relation(&curator(), school()).await.unwrap(), Some(Relation::Own));
        assert_eq!(tx.relation(&curator(), OrganisationId(id(2))).await.unwrap(), None);
        let below = tx.organisations_below(&region, OrganisationId(id(1))).await.unwrap();
        assert_eq!(below.len(), 3);
        assert_eq!(tx.organisations_below(&curator(), school()).await.unwrap(), []);
        assert!(tx.organisation(&neighbour(), school()).await.unwrap().is_none());
    });
}

#[test]
fn a_person_changed_by_another_meanwhile_is_stale() {
    both(async |store| {
        town(&store).await;
        let tx = store.begin().await.unwrap();
        let mut person = person(10, "Келлер Елена");
        tx.insert_person(&person).await.unwrap();
        let (_, revision) = tx.person(&curator(), person.id).await.unwrap().unwrap();
        person.job_title = "учитель".into();
        tx.save_person(&person, revision).await.unwrap();
        let again = tx.save_person(&person, revision).await;
        assert!(matches!(again, Err(StoreError::Stale)));
    });
}

#[test]
fn a_login_is_taken_once() {
    both(async |store| {
        town(&store).await;
        let tx = store.begin().await.unwrap();
        let outcome = tx.insert_account(&account(2, "curator")).await;
        assert!(matches!(outcome, Err(StoreError::Taken(_))), "{outcome:?}");
    });
}

#[test]
fn people_are_found_by_a_part_of_the_name_in_any_case() {
    both(async |store| {
        town(&store).await;
        let tx = store.begin().await.unwrap();
        for (number, name) in
            [(10, "Яшина Ольга"), (11, "Алёшина Фёкла"), (12, "Алексеев Пётр"), (13, "100%_Имя Я")]
        {
            tx.insert_person(&person(number, name)).await.unwrap();
        }
        for (search, expected) in [
            ("", &["100%_Имя", "Алексеев", "Алёшина", "Яшина"][..]),
            ("але", &["Алексеев", "Алёшина"]),
            ("ФЕКЛА", &["Алёшина"]),
            ("%_", &["100%_Имя"]),
            ("нет такого", &[]),
        ] {
            let found = tx.people(&curator(), school(), search, TODAY).await.unwrap();
            let names: Vec<&str> = found.iter().map(|it| it.name.surname.as_str()).collect();
            assert_eq!(names, expected, "{search}");
        }
    });
}

#[test]
fn the_journal_is_a_chain_and_an_edit_is_noticed() {
    both(async |store| {
        town(&store).await;
        let tx = store.begin().await.unwrap();
        for number in 1..=3 {
            let event = Event::PersonAdded { person: PersonId(id(number)) };
            tx.record(school(), Some(AccountId(id(1))), now(), event).await.unwrap();
        }
        tx.commit().await.unwrap();
        let sound = store.verify().await.unwrap();
        assert_eq!((sound.n_entries, sound.flaws), (3, vec![]));
        for (edit, expected) in [
            ("UPDATE journal SET kind = 'person_left' WHERE number = 2", 2),
            ("DELETE FROM journal WHERE number = 1", 1),
        ] {
            store.db.execute_unprepared(edit).await.unwrap();
            let flaws = store.verify().await.unwrap().flaws;
            assert_eq!(flaws, [Flaw::Journal { organisation: school(), number: expected }]);
        }
    });
}

#[test]
fn a_journal_that_was_cut_off_is_noticed() {
    both(async |store| {
        town(&store).await;
        let tx = store.begin().await.unwrap();
        for account in [1, 2] {
            let event = Event::SignedIn { account: AccountId(id(account)) };
            tx.record(school(), None, now(), event).await.unwrap();
        }
        tx.commit().await.unwrap();
        store.db.execute_unprepared("DELETE FROM journal WHERE number = 2").await.unwrap();
        let flaws = store.verify().await.unwrap().flaws;
        assert_eq!(flaws, [Flaw::JournalCut { organisation: school(), number: 2 }]);
    });
}

#[test]
fn what_is_not_committed_leaves_no_trace() {
    both(async |store| {
        town(&store).await;
        let tx = store.begin().await.unwrap();
        tx.insert_person(&person(10, "Келлер Елена")).await.unwrap();
        drop(tx);
        let tx = store.read().await.unwrap();
        assert!(tx.person(&curator(), PersonId(id(10))).await.unwrap().is_none());
    });
}

fn job(number: u128, once: Option<&str>) -> Job {
    Job {
        id: JobId(id(number)),
        organisation: None,
        kind: "digest".into(),
        payload: Json(serde_json::json!({})),
        once: once.map(str::to_owned),
        run_at: now(),
        attempts: 0,
        leased_until: None,
        failure: None,
        done_at: None,
    }
}

#[test]
fn a_job_is_taken_by_one_and_again_when_its_lease_ends() {
    both(async |store| {
        let tx = store.begin().await.unwrap();
        tx.enqueue(&job(1, Some("digest/2026-09-15"))).await.unwrap();
        tx.enqueue(&job(2, Some("digest/2026-09-15"))).await.unwrap();
        assert!(tx.take_job(later(-1), 60).await.unwrap().is_none());
        let taken = tx.take_job(now(), 60).await.unwrap().unwrap();
        assert_eq!((taken.id, taken.attempts), (JobId(id(1)), 1));
        assert!(tx.take_job(later(59), 60).await.unwrap().is_none());
        let again = tx.take_job(later(60), 60).await.unwrap().unwrap();
        assert_eq!((again.id, again.attempts), (JobId(id(1)), 2));
        tx.finish_job(&again, later(61)).await.unwrap();
        assert!(tx.take_job(later(10_000), 60).await.unwrap().is_none());
    });
}

#[test]
fn a_failing_job_waits_longer_each_time_and_is_given_up() {
    both(async |store| {
        let tx = store.begin().await.unwrap();
        tx.enqueue(&job(1, None)).await.unwrap();
        let mut at = now();
        let mut tries = 0;
        while let Some(taken) = tx.take_job(at, 60).await.unwrap() {
            tries += 1;
            tx.fail_job(&taken, "no answer", at).await.unwrap();
            assert!(tx.take_job(at, 60).await.unwrap().is_none());
            at += jiff::SignedDuration::from_hours(24);
        }
        assert_eq!(tries, 8);
        assert_eq!(tx.failed_jobs().await.unwrap().len(), 1);
    });
}
