//! A person written by hand: what is asked, and what one page writes.

use jiff::civil::date;
use mentoring::person::duplicate::DuplicateReason;
use mentoring::person::listed::{ListObstacle, PersonKind};
use mentoring::person::{GuardianGround, PersonName, PersonObstacle, Position};

use super::support::*;
use crate::person::newcomer::*;
use crate::person::*;
use crate::pools::consent::show_consents;

fn card(name: &str) -> SavePerson {
    SavePerson { name: PersonName::parse(name), ..SavePerson::default() }
}

fn newcomer(kind: PersonKind, name: &str) -> Newcomer {
    Newcomer {
        kind,
        card: card(name),
        former_surname: String::new(),
        birth_on: None,
        position: None,
        subject: String::new(),
        category: None,
        class: String::new(),
        guardian: None,
        known_guardian: None,
        ward: None,
        ground: GuardianGround::Parent,
        paper: String::new(),
    }
}

#[test]
fn the_same_person_in_another_spelling_is_asked_about_and_another_one_is_written() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let first = newcomer(PersonKind::Employee, "Ёлкина Алёна Петровна");
        let known = add_newcomer(&curator, &first).await.unwrap();
        let mut ask = newcomer(PersonKind::Employee, "Елкина Алена Петровна");
        let asked = obstacles(add_newcomer(&curator, &ask).await);
        let [NewcomerObstacle::Person(SavePersonObstacle::Lookalike(alike))] = &asked[..] else {
            panic!("{asked:?}")
        };
        assert_eq!((alike.person.id, alike.why), (known, DuplicateReason::SameName));
        ask.card.is_sure = true;
        let second = add_newcomer(&curator, &ask).await.unwrap();
        // Changing a card asks by the same rule, and not about itself.
        let view = show_person(&curator, second).await.unwrap();
        let same = change_person(&curator, second, &card("Елкина А. П."), view.revision).await;
        let found = obstacles(same);
        assert!(
            matches!(&found[..], [SavePersonObstacle::Lookalike(it)] if it.person.id == known),
            "{found:?}"
        );
        let kept = card("Елкина Алена Петровна");
        change_person(&curator, second, &kept, view.revision).await.unwrap();
    });
}

#[test]
fn what_is_no_name_is_refused_and_capitals_are_offered_once() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let formula = PersonName { surname: "=HYPERLINK(\"x\")".into(), ..PersonName::default() };
        let mut ask = newcomer(PersonKind::Employee, "");
        ask.card.name = formula;
        let wrong = PersonObstacle::NotAName { field: "surname" };
        let expected = [NewcomerObstacle::Person(wrong.into())];
        assert_eq!(obstacles(add_newcomer(&curator, &ask).await), expected);
        let mut ask = newcomer(PersonKind::Employee, "иВАНОВ иван");
        let better = PersonName::parse("Иванов Иван");
        let expected = [NewcomerObstacle::Person(SavePersonObstacle::Spelling { better })];
        assert_eq!(obstacles(add_newcomer(&curator, &ask).await), expected);
        ask.card.is_sure = true;
        add_newcomer(&curator, &ask).await.unwrap();
    });
}

#[test]
fn a_student_comes_with_class_birth_and_a_parent_since_the_birth() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let mut ask = newcomer(PersonKind::Student, "Белов Артём Олегович");
        ask.birth_on = Some(date(2025, 3, 5));
        ask.ground = GuardianGround::Trustee;
        ask.guardian = Some(card("Белова Инна Павловна"));
        let found = obstacles(add_newcomer(&curator, &ask).await);
        assert_eq!(found, [NewcomerObstacle::NoClass, NewcomerObstacle::NoPaper]);
        ask.class = "7А".into();
        ask.ground = GuardianGround::Parent;
        let found = obstacles(add_newcomer(&curator, &ask).await);
        assert!(
            matches!(found[..], [NewcomerObstacle::Birth(ListObstacle::TooYoung { .. })]),
            "{found:?}"
        );
        ask.birth_on = Some(date(2013, 3, 5));
        let id = add_newcomer(&curator, &ask).await.unwrap();
        let view = show_consents(&curator, id).await.unwrap();
        let [guardian] = &view.guardians[..] else { panic!("{:?}", view.guardians) };
        assert_eq!(guardian.0.from_on, date(2013, 3, 5));
        let list = list_people(&curator, "белов").await.unwrap();
        let line = list.iter().find(|it| it.person.id == id).unwrap();
        assert_eq!(
            (line.class(), line.positions.as_slice()),
            (Some("7А"), &[Position::Student][..])
        );
        assert!(town.app.store.verify().await.unwrap().flaws.is_empty());
    });
}

#[test]
fn a_surname_of_before_finds_the_person() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let mut ask = newcomer(PersonKind::Employee, "Соснина Алёна Петровна");
        ask.former_surname = "Ёлкина".into();
        let id = add_newcomer(&curator, &ask).await.unwrap();
        let view = show_person(&curator, id).await.unwrap();
        change_person(&curator, id, &card("Берёзкина Алёна Петровна"), view.revision)
            .await
            .unwrap();
        for (search, is_found) in [
            ("ЕЛКИН", true),
            ("ёлкина алёна", true),
            ("берёзкина а", true),
            ("ёлкина ольга", false),
        ] {
            let found = list_people(&curator, search).await.unwrap();
            assert_eq!(found.iter().any(|it| it.person.id == id), is_found, "{search}");
        }
        // The neighbour has nobody of that name.
        let neighbour = town.ctx("neighbour").await.unwrap();
        assert!(list_people(&neighbour, "ёлкина").await.unwrap().is_empty());
        // A new card under the old surname is asked about.
        let again = newcomer(PersonKind::Employee, "Ёлкина Алёна Петровна");
        let found = obstacles(add_newcomer(&curator, &again).await);
        assert!(
            matches!(&found[..], [NewcomerObstacle::Person(SavePersonObstacle::Lookalike(it))]
                if it.why == DuplicateReason::FormerSurname),
            "{found:?}"
        );
    });
}

#[test]
fn a_guardian_is_written_for_a_child_and_nobody_writes_without_the_right() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let mut ask = newcomer(PersonKind::Student, "Белов Артём Олегович");
        ask.class = "7А".into();
        let child = add_newcomer(&curator, &ask).await.unwrap();
        let mut ask = newcomer(PersonKind::Guardian, "Петрова Зоя Ивановна");
        ask.ward = Some(child);
        ask.ground = GuardianGround::Trustee;
        ask.paper = "постановление от 01.02.2024 № 12".into();
        for login in ["mentor", "neighbour"] {
            let other = town.ctx(login).await.unwrap();
            assert!(is_not_found(&add_newcomer(&other, &ask).await), "{login}");
        }
        let guardian = add_newcomer(&curator, &ask).await.unwrap();
        let view = show_consents(&curator, child).await.unwrap();
        assert_eq!(view.guardians[0].0.guardian, guardian);
        assert_eq!(view.guardians[0].0.ground, GuardianGround::Trustee);
    });
}
