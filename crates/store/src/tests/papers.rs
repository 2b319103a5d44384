//! Papers and packs: wordings are kept, a pack is worked on by one, its file passes.

use mentoring::id::*;
use mentoring::paper::PaperKind;
use serde_json::json;

use super::support::*;
use crate::{Json, PackContent, PaperPack, PaperRecord, PaperRevision, StoreError};

fn paper() -> PaperRecord {
    PaperRecord {
        organisation: school(),
        id: PaperId(id(70)),
        kind: PaperKind::CuratorOrder,
        title: "О назначении куратора".into(),
        day_on: TODAY,
        person: None,
        order_id: None,
        amends: None,
        addendum: None,
        partner: None,
        number: String::new(),
        signed_on: None,
        withdrawn_on: None,
        made: None,
        scan: None,
        evidence: None,
        discarded_on: None,
        drafted_by: AccountId(id(1)),
        drafted_at: now(),
        revision: 0,
    }
}

fn wording(number: u32) -> PaperRevision {
    PaperRevision {
        organisation: school(),
        id: PaperRevisionId(id(80 + u128::from(number))),
        paper: PaperId(id(70)),
        number,
        typed: Json(json!({ "pay_basis": "положение" })),
        data: Json(json!({ "day": "2026-09-15" })),
        sha256: vec![1, 2],
        made_by: AccountId(id(1)),
        made_at: now(),
    }
}

#[test]
fn a_paper_keeps_every_wording_and_none_is_given_twice() {
    both(async |store| {
        town(&store).await;
        let tx = store.begin().await.unwrap();
        tx.insert_paper(&paper()).await.unwrap();
        tx.insert_paper_revision(&wording(1)).await.unwrap();
        tx.insert_paper_revision(&wording(2)).await.unwrap();
        let all = tx.paper_revisions(&curator(), paper().id).await.unwrap();
        assert_eq!(all, [wording(2), wording(1)]);
        assert_eq!(tx.papers(&curator(), school()).await.unwrap(), [paper()]);
        assert!(tx.papers(&neighbour(), school()).await.unwrap().is_empty());
        assert!(tx.paper(&neighbour(), paper().id).await.unwrap().is_none());
        tx.save_paper(&paper()).await.unwrap();
        assert!(matches!(tx.save_paper(&paper()).await, Err(StoreError::Stale)));
    });
}

#[test]
fn a_pack_is_worked_on_by_one_and_its_file_passes_with_its_time() {
    both(async |store| {
        town(&store).await;
        let pack = PaperPack {
            organisation: school(),
            id: PaperPackId(id(90)),
            title: "Согласия".into(),
            format: "pdf".into(),
            asked: Json(json!([])),
            n_papers: 2,
            n_done: 0,
            size_bytes: 0,
            leased_until: None,
            done_at: None,
            failure: None,
            keep_until: later(60),
            asked_by: AccountId(id(1)),
            asked_at: now(),
        };
        let tx = store.begin().await.unwrap();
        tx.insert_paper_pack(&pack).await.unwrap();
        let taken = tx.take_paper_pack(&curator(), pack.id, now(), 30).await.unwrap().unwrap();
        assert!(tx.take_paper_pack(&curator(), pack.id, later(29), 30).await.unwrap().is_none());
        assert!(tx.take_paper_pack(&curator(), pack.id, later(30), 30).await.unwrap().is_some());
        let done = PaperPack { done_at: Some(later(31)), n_done: 2, ..taken };
        tx.save_paper_pack(&done).await.unwrap();
        assert!(tx.take_paper_pack(&curator(), pack.id, later(99), 30).await.unwrap().is_none());
        let content = PackContent { organisation: school(), pack: pack.id, content: vec![7] };
        tx.insert_pack_content(&content).await.unwrap();
        tx.remove_old_packs(later(59)).await.unwrap();
        assert_eq!(tx.pack_content(&curator(), pack.id).await.unwrap(), Some(content));
        assert!(tx.pack_content(&neighbour(), pack.id).await.unwrap().is_none());
        tx.remove_old_packs(later(60)).await.unwrap();
        assert_eq!(tx.pack_content(&curator(), pack.id).await.unwrap(), None);
        assert!(tx.paper_packs(&curator(), school(), later(60)).await.unwrap().is_empty());
    });
}
