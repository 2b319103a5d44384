//! Jobs and letters.

use mentoring::id::*;

use super::support::*;
use crate::{Job, Json, Letter};

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

fn letter(number: u128, once: Option<&str>) -> Letter {
    Letter {
        organisation: school(),
        id: LetterId(id(number)),
        person: None,
        address: "keller@school.example".into(),
        subject: "На этой неделе".into(),
        body: "Два дела".into(),
        once: once.map(str::to_owned),
        queued_at: now(),
        sent_at: None,
        attempts: 0,
        failure: None,
    }
}

#[test]
fn the_same_letter_is_queued_once_and_waits_until_it_is_sent() {
    both(async |store| {
        town(&store).await;
        let tx = store.begin().await.unwrap();
        assert!(tx.queue_letter(&letter(1, Some("digest/1"))).await.unwrap());
        assert!(!tx.queue_letter(&letter(2, Some("digest/1"))).await.unwrap());
        assert!(tx.queue_letter(&letter(3, None)).await.unwrap());
        assert!(tx.queue_letter(&letter(4, None)).await.unwrap());
        let waiting = tx.letters_waiting(10).await.unwrap();
        assert_eq!(waiting.len(), 3);
        let sent = Letter { sent_at: Some(later(1)), attempts: 1, ..waiting[0].clone() };
        tx.save_letter(&sent).await.unwrap();
        let given_up = Letter { attempts: 8, ..waiting[1].clone() };
        tx.save_letter(&given_up).await.unwrap();
        assert_eq!(tx.letters_waiting(10).await.unwrap(), [waiting[2].clone()]);
        assert_eq!(tx.letters(&curator(), school(), 10).await.unwrap().len(), 3);
        assert_eq!(tx.letters(&neighbour(), school(), 10).await.unwrap(), []);
    });
}
