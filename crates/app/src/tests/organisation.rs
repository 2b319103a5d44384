//! The organisation in full: requisites, acts, heads in office, terms of the year.

use jiff::civil::date;
use mentoring::organisation::requisites::{ActLevel, LocalActObstacle, Requisites};
use mentoring::period::Days;
use mentoring::person::PersonRoleObstacle;

use super::support::*;
use crate::act::edit::{ActObstacle, SaveActBody, enter_act};
use crate::organisation::act::*;
use crate::organisation::terms::*;
use crate::organisation::*;

#[test]
fn requisites_are_saved_with_the_card_and_seen_by_the_own_school_only() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let view = show_card(&curator, town.school).await.unwrap();
        let mut ask = ChangeCard {
            card: view.organisation.card,
            requisites: Requisites { order_suffix: "-".repeat(13), ..Requisites::default() },
            kind: view.organisation.kind,
            zone: view.organisation.zone,
            revision: view.revision,
        };
        assert_eq!(obstacles(change_card(&curator, &ask).await).len(), 1);
        ask.requisites.order_suffix = "-од".into();
        ask.requisites.founder = "Администрация района".into();
        change_card(&curator, &ask).await.unwrap();
        let view = show_card(&curator, town.school).await.unwrap();
        assert_eq!(view.requisites, ask.requisites);
        let neighbour = town.ctx("neighbour").await.unwrap();
        assert!(show_card(&neighbour, town.school).await.is_err());
        let at_home = show_card(&neighbour, neighbour.at()).await.unwrap();
        assert_eq!(at_home.requisites, Requisites::default());
    });
}

#[test]
fn a_new_head_takes_over_and_papers_of_a_day_take_the_head_of_that_day() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let (mentor, teacher) =
            (town.person("mentor").unwrap(), town.person("Тихомирова").unwrap());
        let first =
            NameHead { person: mentor, title: String::new(), from: date(2026, 9, 10), to: None };
        name_head(&curator, &first).await.unwrap();
        let acting = NameHead {
            person: teacher,
            title: "исполняющая обязанности директора".into(),
            from: date(2026, 10, 1),
            to: Some(date(2026, 10, 14)),
        };
        name_head(&curator, &acting).await.unwrap();
        let tx = curator.read().await.unwrap();
        for (day, expected) in [
            (date(2026, 9, 10), mentor),
            (date(2026, 10, 1), teacher),
            (date(2026, 10, 14), teacher),
            (date(2026, 10, 15), mentor),
        ] {
            let head = head_of_day(&curator, &tx, day).await.unwrap().unwrap();
            assert_eq!(head.person.id, expected, "{day}");
        }
        let before = head_of_day(&curator, &tx, date(2026, 9, 9)).await.unwrap();
        assert_ne!(before.map(|it| it.person.id), Some(mentor));
        drop(tx);
        let again = obstacles(name_head(&curator, &first).await);
        assert_eq!(again, [PersonRoleObstacle::Held { since: date(2026, 9, 10) }]);
        assert!(name_head(&town.ctx("mentor").await.unwrap(), &first).await.is_err());
    });
}

#[test]
fn an_act_is_named_until_it_is_repealed() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let mut ask = AddLocalAct {
            level: ActLevel::Municipal,
            title: "приказ комитета образования".into(),
            number: "71-б".into(),
            signed_on: date(2022, 9, 1),
            until: Some(date(2022, 8, 31)),
        };
        let bare = SaveActBody::default;
        let wrong = obstacles(enter_act(&curator, &ask, bare(), None).await);
        let ends = LocalActObstacle::EndsBeforeSigned { signed_on: date(2022, 9, 1) };
        assert_eq!(wrong, [ActObstacle::Act(ends)]);
        ask.until = None;
        let act = enter_act(&curator, &ask, bare(), None).await.unwrap();
        let neighbour = town.ctx("neighbour").await.unwrap();
        assert!(end_local_act(&neighbour, act, TODAY).await.is_err());
        end_local_act(&curator, act, TODAY).await.unwrap();
        let acts = show_card(&curator, town.school).await.unwrap().acts;
        assert!(!acts[0].is_in_force(TODAY) && acts[0].is_in_force(TODAY.yesterday().unwrap()));
        assert_eq!(journal(&curator).await[..2], ["local_act_ended", "local_act_added"]);
    });
}

#[test]
fn a_school_sets_the_terms_of_one_year_and_keeps_those_of_others() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let days = |from, to| Days::new(from, to).unwrap();
        let of_2026 = [("term:1", days(date(2026, 9, 1), date(2026, 10, 23)))];
        let of_2027 = [("term:1", days(date(2027, 9, 1), date(2027, 10, 22)))];
        set_terms(&curator, 2027, &of_2027).await.unwrap();
        set_terms(&curator, 2026, &of_2026).await.unwrap();
        set_terms(&curator, 2026, &of_2026).await.unwrap();
        for (year, expected) in [(2026, of_2026[0].1), (2027, of_2027[0].1)] {
            let known = show_terms(&curator, year).await.unwrap();
            assert_eq!((known[0].days, known[0].is_own), (Some(expected), true));
            assert!(!known[1].is_own, "autumn holidays are the usual ones");
        }
        let tangled = [of_2026[0], ("holidays:autumn", of_2026[0].1), ("term:2", of_2027[0].1)];
        let wrong = obstacles(set_terms(&curator, 2026, &tangled).await);
        assert_eq!(
            wrong,
            [
                TermsObstacle::Overlaps { part: "holidays:autumn" },
                TermsObstacle::Outside { part: "term:2" }
            ]
        );
    });
}
