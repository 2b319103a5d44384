//! A deputy acts as the curator between the days, and on no other.

use jiff::SignedDuration;
use jiff::civil::date;
use mentoring::absence::AbsenceObstacle;
use mentoring::access::Action;

use super::support::*;
use crate::absence::*;

#[test]
fn a_deputy_has_the_rights_of_the_curator_between_the_days() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let mentor = town.person("mentor").unwrap();
        let days = (date(2026, 9, 16), date(2026, 9, 18));
        let absence = record_absence(&curator, curator.person, mentor, days).await.unwrap();
        let mut told = Vec::new();
        for _ in 15..=19 {
            let deputy = town.ctx("mentor").await.unwrap();
            let acts = deputy.may(Action::EditRoadmap);
            assert_eq!(acts, deputy.may(Action::ManageAccounts), "as the curator in everything");
            told.push((acts, away_today(&deputy).await.unwrap().len()));
            town.app.clock.move_by(SignedDuration::from_hours(24));
        }
        assert_eq!(told, [(false, 0), (true, 1), (true, 1), (true, 1), (false, 0)]);
        withdraw_absence(&curator, curator.person, absence).await.unwrap();
        assert_eq!(journal(&curator).await[..2], ["absence_withdrawn", "absence_recorded"]);
    });
}

#[test]
fn a_withdrawn_absence_gives_nothing() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let mentor = town.person("mentor").unwrap();
        let absence =
            record_absence(&curator, curator.person, mentor, (TODAY, TODAY)).await.unwrap();
        assert!(town.ctx("mentor").await.unwrap().may(Action::EditRoadmap));
        withdraw_absence(&curator, curator.person, absence).await.unwrap();
        assert!(!town.ctx("mentor").await.unwrap().may(Action::EditRoadmap));
    });
}

#[test]
fn who_is_away_for_no_curator_gives_no_rights_and_who_has_no_account_cannot_act() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let (mentor, without) =
            (town.person("mentor").unwrap(), town.person("Тихомирова").unwrap());
        let teacher = town.person("teacher").unwrap();
        record_absence(&curator, teacher, mentor, (TODAY, TODAY)).await.unwrap();
        assert!(!town.ctx("mentor").await.unwrap().may(Action::EditRoadmap));
        let refused = record_absence(&curator, curator.person, without, (TODAY, TODAY)).await;
        assert_eq!(obstacles(refused), [AbsenceObstacle::NoAccount]);
        let neighbour = town.ctx("neighbour").await.unwrap();
        let foreign = record_absence(&neighbour, curator.person, mentor, (TODAY, TODAY)).await;
        assert!(is_not_found(&foreign));
        let by_mentor = town.ctx("mentor").await.unwrap();
        let own = record_absence(&by_mentor, mentor, teacher, (TODAY, TODAY)).await;
        assert!(is_not_found(&own));
    });
}
