//! The personal calendar by secret link, from being made to being withdrawn.

use jiff::civil::date;

use super::support::*;
use crate::account::{end_membership, list_members};
use crate::ctx::Manner;
use crate::feed::{make_feed, show_feed, show_own_feed, withdraw_feed};
use crate::play::{Scale, begin};

#[test]
fn a_new_link_ends_the_one_before_and_its_secret_is_kept_nowhere() {
    town(async |town| {
        let mentor = town.ctx("mentor").await.unwrap();
        assert_eq!(show_own_feed(&mentor).await.unwrap(), None);
        let first = make_feed(&mentor).await.unwrap();
        assert!(show_feed(&town.app, &first).await.is_ok());
        let second = make_feed(&mentor).await.unwrap();
        assert!(is_not_found(&show_feed(&town.app, &first).await));
        assert!(show_feed(&town.app, &second).await.is_ok());
        withdraw_feed(&mentor).await.unwrap();
        assert!(is_not_found(&show_feed(&town.app, &second).await));
        assert_eq!(show_own_feed(&mentor).await.unwrap(), None);
        let curator = town.ctx("curator").await.unwrap();
        let told = journal(&curator).await;
        assert_eq!(told[..4], ["feed_withdrawn", "feed_made", "feed_withdrawn", "feed_made"]);
        assert!(is_not_found(&show_feed(&town.app, "не токен").await));
    });
}

#[test]
fn a_link_shows_the_tasks_of_its_person_alone_and_dies_with_the_access() {
    empty(Manner::Demo, async |app| {
        let town = begin(&app, date(2026, 10, 15), Scale::School).await.unwrap();
        let mentor = town.ctx("mentor").await.unwrap();
        let token = make_feed(&mentor).await.unwrap();
        let shown = show_feed(&app, &token).await.unwrap();
        let tasks: Vec<_> = shown.running.tasks().collect();
        assert!(!tasks.is_empty());
        let is_own =
            |people: &[crate::roadmap::PersonShort]| people.iter().any(|it| it.id == mentor.person);
        assert!(tasks.iter().all(|(_, _, it)| is_own(&it.people)));
        let curator = town.ctx("curator").await.unwrap();
        let members = list_members(&curator).await.unwrap();
        let held = members.iter().find(|it| it.account == mentor.actor).unwrap();
        end_membership(&curator, held.id).await.unwrap();
        assert!(is_not_found(&show_feed(&app, &token).await));
    });
}
