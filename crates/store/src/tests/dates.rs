//! Days off, school terms, happenings, calendars by secret link.

use jiff::civil::date;
use mentoring::calendar::DayKind;
use mentoring::id::*;

use super::support::*;
use crate::{CalendarDay, Feed, Happening, SchoolDates};

#[test]
fn a_loaded_day_replaces_the_one_before() {
    both(async |store| {
        let tx = store.begin().await.unwrap();
        let monday = date(2026, 9, 14);
        for (kind, is_worked) in [(DayKind::Off, false), (DayKind::Worked, true)] {
            let day =
                CalendarDay { day: monday, kind, source: "постановление".into() };
            tx.load_days(&[day]).await.unwrap();
            assert_eq!(tx.working_calendar().await.unwrap().is_worked(monday), is_worked);
        }
        assert_eq!(tx.loaded_days().await.unwrap().len(), 1);
    });
}

#[test]
fn the_calendar_knows_feast_days_that_nobody_loaded() {
    both(async |store| {
        let tx = store.begin().await.unwrap();
        let (new_year, of_2031) = (date(2026, 1, 1), date(2031, 1, 1));
        let calendar = tx.working_calendar().await.unwrap();
        assert!(!calendar.is_worked(new_year) && !calendar.is_worked(of_2031));
        assert!(calendar.is_by_rule(2031) && !calendar.is_by_rule(2026));
        // A single loaded day leaves the rest of its year as the rule says.
        let day = CalendarDay {
            day: date(2031, 3, 3),
            kind: DayKind::Off,
            source: "постановление".into(),
        };
        tx.load_days(&[day]).await.unwrap();
        let calendar = tx.working_calendar().await.unwrap();
        assert!(!calendar.is_worked(date(2031, 3, 3)) && !calendar.is_worked(of_2031));
    });
}

#[test]
fn new_school_dates_replace_those_that_begin_later_and_keep_the_past() {
    both(async |store| {
        town(&store).await;
        let tx = store.begin().await.unwrap();
        let term = |number, from_on| SchoolDates {
            organisation: school(),
            id: id(number),
            part: "term:1".into(),
            from_on,
            to_on: from_on,
        };
        let (past, old, new) =
            (term(1, date(2025, 9, 1)), term(2, date(2026, 9, 1)), term(3, date(2026, 9, 2)));
        let start = date(2025, 9, 1);
        tx.replace_school_dates(school(), start, &[past.clone(), old]).await.unwrap();
        let next = date(2026, 9, 1);
        tx.replace_school_dates(school(), next, std::slice::from_ref(&new)).await.unwrap();
        assert_eq!(tx.school_dates(&curator(), school()).await.unwrap(), [past, new]);
        assert_eq!(tx.school_dates(&neighbour(), school()).await.unwrap(), []);
    });
}

#[test]
fn a_happening_stands_until_it_is_withdrawn() {
    both(async |store| {
        town(&store).await;
        let tx = store.begin().await.unwrap();
        let mut happening = Happening {
            organisation: school(),
            id: HappeningId(id(70)),
            roadmap: None,
            lineage: None,
            words: "даты определения модели".into(),
            key: "определение модели".into(),
            happened_on: TODAY,
            recorded_by: AccountId(id(1)),
            recorded_at: now(),
            withdrawn_at: None,
        };
        tx.insert_happening(&happening).await.unwrap();
        assert_eq!(tx.happenings(&curator(), school()).await.unwrap(), [happening.clone()]);
        assert_eq!(tx.happenings(&neighbour(), school()).await.unwrap(), []);
        happening.withdrawn_at = Some(now());
        tx.save_happening(&happening).await.unwrap();
        assert_eq!(tx.happenings(&curator(), school()).await.unwrap(), []);
        let found = tx.happening(&curator(), happening.id).await.unwrap();
        assert_eq!(found, Some(happening));
    });
}

#[test]
fn a_calendar_is_found_by_the_hash_of_its_secret_until_it_is_withdrawn() {
    both(async |store| {
        town(&store).await;
        let tx = store.begin().await.unwrap();
        tx.insert_person(&person(10, "Келлер Елена")).await.unwrap();
        let mut feed = Feed {
            organisation: school(),
            id: FeedId(id(75)),
            account: AccountId(id(1)),
            person: PersonId(id(10)),
            secret_hash: vec![3; 32],
            made_at: now(),
            withdrawn_at: None,
        };
        tx.insert_feed(&feed).await.unwrap();
        assert_eq!(tx.feed_by_secret(&[3; 32]).await.unwrap(), Some(feed.clone()));
        assert_eq!(tx.feeds(feed.account).await.unwrap(), [feed.clone()]);
        feed.withdrawn_at = Some(now());
        tx.save_feed(&feed).await.unwrap();
        assert_eq!(tx.feed_by_secret(&[3; 32]).await.unwrap(), None);
        assert_eq!(tx.feeds(feed.account).await.unwrap(), []);
    });
}
