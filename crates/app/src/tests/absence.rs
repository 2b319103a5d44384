//! A deputy acts as the curator between the days, and on no other.

use jiff::SignedDuration;
use jiff::civil::date;
use mentoring::absence::AbsenceObstacle;
use mentoring::access::{Action, Role};
use store::Membership;

use super::support::*;
use crate::absence::*;
use crate::account::{Invite, InviteObstacle, invite};

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

#[test]
fn who_only_edits_people_lends_nobody_the_rights_of_a_curator() {
    town(async |town| {
        let deputy = town.ctx("deputy").await.unwrap();
        let orlova = town.person("curator").unwrap();
        let days = (TODAY, date(2026, 12, 31));
        for who in ["deputy", "teacher", "guardian"] {
            let refused = record_absence(&deputy, orlova, town.person(who).unwrap(), days).await;
            assert!(is_not_found(&refused), "{who}");
        }
        let view = show_absences(&deputy, orlova).await.unwrap();
        assert!(view.is_curator && !view.may_record);
        let of_teacher = show_absences(&deputy, town.person("teacher").unwrap()).await.unwrap();
        assert!(of_teacher.may_record);
        let head = town.ctx("head").await.unwrap();
        for who in ["guardian", "mentee", "auditor"] {
            let refused = record_absence(&head, orlova, town.person(who).unwrap(), days).await;
            assert_eq!(obstacles(refused), [AbsenceObstacle::NotStaff], "{who}");
        }
        let offered = show_absences(&head, orlova).await.unwrap().candidates;
        let names: Vec<_> = offered.iter().map(|it| it.name.surname.as_str()).collect();
        assert_eq!(names, ["Ясенева", "Ветров", "Алёшина", "Берёзкин", "Лугова", "Рощин"]);
    });
}

#[test]
fn a_deputy_neither_prolongs_the_own_days_nor_gives_the_rights_away() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let yaseneva = town.person("deputy").unwrap();
        record_absence(&curator, curator.person, yaseneva, (TODAY, TODAY)).await.unwrap();
        let deputy = town.ctx("deputy").await.unwrap();
        assert!(deputy.may(Action::ManageAccounts), "acts as the curator today");
        let later = (date(2026, 9, 16), date(2026, 9, 30));
        let prolonged = record_absence(&deputy, curator.person, yaseneva, later).await;
        assert!(is_not_found(&prolonged));
        for role in [Role::Curator, Role::Head] {
            let refused = invite(&deputy, Invite { person: yaseneva, role }).await.map(|it| it.id);
            assert_eq!(obstacles(refused), [InviteObstacle::OnlyActing { role }]);
        }
        let person = town.person("Тихомирова").unwrap();
        assert!(invite(&deputy, Invite { person, role: Role::Teacher }).await.is_ok());
    });
}

#[test]
fn an_absence_lends_no_role_that_was_given_after_it_was_recorded() {
    town(async |town| {
        let deputy = town.ctx("deputy").await.unwrap();
        let (teacher, mentor) = (town.person("teacher").unwrap(), town.person("mentor").unwrap());
        let days = (TODAY, date(2026, 9, 30));
        record_absence(&deputy, teacher, mentor, days).await.unwrap();
        let tx = town.app.store.begin().await.unwrap();
        let membership = Membership {
            organisation: town.school,
            id: town.app.new_id(),
            account: town.account("teacher").unwrap(),
            person: teacher,
            role: Role::Curator,
            from_on: date(2026, 9, 16),
            to_on: None,
        };
        tx.insert_membership(&membership).await.unwrap();
        tx.commit().await.unwrap();
        town.app.clock.move_by(SignedDuration::from_hours(24));
        assert!(town.ctx("teacher").await.unwrap().may(Action::EditRoadmap));
        assert!(!town.ctx("mentor").await.unwrap().may(Action::EditRoadmap));
    });
}

#[test]
fn a_curator_hands_over_duties_tasks_and_access_in_one_act() {
    use crate::handing_over::{HandOver, hand_over, show_handing};
    use mentoring::handing_over::HandingObstacle;

    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let view = travels(show_handing(&curator, curator.person)).await.unwrap();
        let duties: Vec<_> = view.roles.iter().map(|it| it.position).collect();
        assert_eq!(duties, [mentoring::person::Position::Curator]);
        let ask = |to: &str| HandOver {
            to: town.person(to).unwrap(),
            roles: view.roles.iter().map(|it| it.id).collect(),
            with_tasks: true,
            with_access: true,
        };
        let mute = obstacles(hand_over(&curator, curator.person, &ask("Тихомирова")).await);
        assert_eq!(mute, [HandingObstacle::NoAccount]);
        let oneself = obstacles(hand_over(&curator, curator.person, &ask("curator")).await);
        assert_eq!(oneself, [HandingObstacle::Oneself]);
        let teacher = town.ctx("teacher").await.unwrap();
        assert!(is_not_found(&hand_over(&teacher, curator.person, &ask("teacher")).await));
        let neighbour = town.ctx("neighbour").await.unwrap();
        assert!(is_not_found(&show_handing(&neighbour, curator.person).await));
        assert!(is_not_found(&hand_over(&curator, curator.person, &ask("neighbour")).await));
        travels(hand_over(&curator, curator.person, &ask("deputy"))).await.unwrap();
        let deputy = town.ctx("deputy").await.unwrap();
        assert!(deputy.roles().contains(&mentoring::access::Role::Curator));
        assert!(town.ctx("curator").await.is_err(), "the access of the old curator has ended");
        let head = town.ctx("head").await.unwrap();
        let roles = crate::person::show_person(&head, deputy.person).await.unwrap().roles;
        let taken = roles.iter().find(|it| it.position == mentoring::person::Position::Curator);
        assert_eq!(taken.map(|it| it.period.from), Some(TODAY));
        assert!(town.app.store.verify().await.unwrap().flaws.is_empty());
    });
}
