//! The journal: a chain that cannot be edited unnoticed.

use mentoring::event::Event;
use mentoring::id::*;
use sea_orm::ConnectionTrait;

use super::support::*;
use crate::Flaw;

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
