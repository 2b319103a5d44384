//! Organisations and people: who sees whom.

use jiff::civil::{Date, date};
use mentoring::access::{Relation, Role, Scope};
use mentoring::id::*;
use mentoring::organisation::{GroupSize, TargetGroup};
use mentoring::period::Period;
use mentoring::person::{Person, PersonRole, Position};

use super::support::*;
use crate::StoreError;

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

fn group_size(number: u128, n_people: u32, from: Date) -> GroupSize {
    GroupSize { id: GroupSizeId(id(number)), group: TargetGroup::Teachers, n_people, from }
}

#[test]
fn the_size_of_a_group_is_a_fact_from_a_day_on() {
    both(async |store| {
        town(&store).await;
        let tx = store.begin().await.unwrap();
        let earlier = date(2025, 9, 1);
        for size in [group_size(1, 40, earlier), group_size(2, 41, TODAY), group_size(3, 42, TODAY)]
        {
            tx.set_group_size(school(), size).await.unwrap();
        }
        let sizes = tx.group_sizes(&curator(), school()).await.unwrap();
        let known: Vec<_> = sizes.iter().map(|it| (it.n_people, it.from)).collect();
        assert_eq!(known, [(42, TODAY), (40, earlier)]);
        assert_eq!(tx.group_sizes(&neighbour(), school()).await.unwrap(), []);
    });
}

#[test]
fn a_setting_is_set_once_and_again() {
    both(async |store| {
        town(&store).await;
        let tx = store.begin().await.unwrap();
        assert_eq!(tx.setting::<u32>(school(), "letters_a_day").await.unwrap(), None);
        for n in [3_u32, 5] {
            tx.set_setting(school(), "letters_a_day", &n).await.unwrap();
            assert_eq!(tx.setting::<u32>(school(), "letters_a_day").await.unwrap(), Some(n));
        }
        let wrong = tx.setting::<String>(school(), "letters_a_day").await;
        assert!(matches!(wrong, Err(StoreError::Broken(_))));
    });
}

#[test]
fn a_changed_card_is_saved_under_its_revision() {
    both(async |store| {
        town(&store).await;
        let tx = store.begin().await.unwrap();
        assert!(tx.has_organisations().await.unwrap());
        let seen = tx.organisation(&curator(), school()).await.unwrap().unwrap();
        let mut organisation = seen.organisation;
        organisation.card.name = "Лицей № 3".into();
        tx.save_organisation(&organisation, seen.revision).await.unwrap();
        let stale = tx.save_organisation(&organisation, seen.revision).await;
        assert!(matches!(stale, Err(StoreError::Stale)));
        let own = tx.own_organisations(&curator()).await.unwrap();
        assert_eq!(own[0].card.name, "Лицей № 3");
        assert_eq!(tx.organisations_for_jobs().await.unwrap().len(), 5);
    });
}

#[test]
fn roles_are_found_by_the_day() {
    both(async |store| {
        town(&store).await;
        let tx = store.begin().await.unwrap();
        let keller = person(10, "Келлер Елена");
        tx.insert_person(&keller).await.unwrap();
        let mut role = PersonRole {
            id: PersonRoleId(id(20)),
            person: keller.id,
            position: Position::Curator,
            period: Period { from: date(2026, 9, 1), to: None },
            about: String::new(),
        };
        tx.insert_person_role(school(), &role).await.unwrap();
        role.period.to = Some(TODAY);
        tx.save_person_role(school(), &role).await.unwrap();
        for (day, n) in [
            (date(2026, 8, 31), 0),
            (date(2026, 9, 1), 1),
            (TODAY, 1),
            (TODAY.tomorrow().unwrap(), 0),
        ] {
            assert_eq!(tx.roles_on(&curator(), school(), day).await.unwrap().len(), n, "{day}");
        }
        assert_eq!(tx.person_roles(&curator(), &[keller.id]).await.unwrap(), [role]);
        assert_eq!(tx.person_roles(&neighbour(), &[keller.id]).await.unwrap(), []);
        let found = tx.people_by_ids(&curator(), &[keller.id]).await.unwrap();
        assert_eq!(found, std::slice::from_ref(&keller));
        assert_eq!(tx.people_by_ids(&neighbour(), &[keller.id]).await.unwrap(), []);
    });
}

#[test]
fn who_has_left_is_not_listed_from_the_next_day() {
    both(async |store| {
        town(&store).await;
        let tx = store.begin().await.unwrap();
        let keller = Person { left_on: Some(TODAY), ..person(10, "Келлер Елена") };
        tx.insert_person(&keller).await.unwrap();
        let tomorrow = TODAY.tomorrow().unwrap();
        assert_eq!(tx.people(&curator(), school(), "", TODAY).await.unwrap().len(), 1);
        assert_eq!(tx.people(&curator(), school(), "", tomorrow).await.unwrap().len(), 0);
    });
}
