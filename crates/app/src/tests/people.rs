//! People, cards, and what is seen from where.

use jiff::civil::date;
use mentoring::access::Action;
use mentoring::organisation::requisites::Requisites;
use mentoring::organisation::{Card, Level, OrganisationKind, TargetGroup};
use mentoring::period::Period;
use mentoring::person::{PersonName, Position};

use super::support::*;
use crate::network::{Part, list_schools};
use crate::organisation::*;
use crate::person::*;
use crate::refusal::Refusal;

fn keller() -> SavePerson {
    SavePerson {
        name: PersonName::parse("Келлер Елена Викторовна"), ..SavePerson::default()
    }
}

#[test]
fn a_person_is_added_found_changed_and_the_journal_tells() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let id = add_person(&curator, &keller()).await.unwrap();
        let found = list_people(&curator, "келлер").await.unwrap();
        assert_eq!(found.len(), 1);
        let view = show_person(&curator, id).await.unwrap();
        let mut ask = keller();
        ask.job_title = " учитель   химии ".into();
        change_person(&curator, id, &ask, view.revision).await.unwrap();
        let stale = change_person(&curator, id, &ask, view.revision).await;
        assert!(matches!(stale, Err(Refusal::Stale)));
        assert_eq!(show_person(&curator, id).await.unwrap().person.job_title, "учитель химии");
        assert_eq!(journal(&curator).await[..2], ["person_changed", "person_added"]);
        assert!(town.app.store.verify().await.unwrap().flaws.is_empty());
    });
}

#[test]
fn a_person_without_a_surname_is_refused_and_nothing_is_saved() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let n = list_people(&curator, "").await.unwrap().len();
        let mut ask = SavePerson::default();
        ask.contact.email = "не адрес".into();
        assert_eq!(obstacles(add_person(&curator, &ask).await).len(), 2);
        assert_eq!(list_people(&curator, "").await.unwrap().len(), n);
    });
}

#[test]
fn a_mentor_sees_its_own_card_and_no_others() {
    town(async |town| {
        let mentor = town.ctx("mentor").await.unwrap();
        let own = show_person(&mentor, mentor.person).await.unwrap();
        assert!(!own.may_edit);
        let other = town.person("mentee").unwrap();
        assert!(is_not_found(&show_person(&mentor, other).await));
        assert!(is_not_found(&list_people(&mentor, "").await));
        assert!(is_not_found(&add_person(&mentor, &keller()).await));
    });
}

#[test]
fn a_school_never_sees_another_school() {
    town(async |town| {
        let neighbour = town.ctx("neighbour").await.unwrap();
        let stranger = town.person("mentor").unwrap();
        assert!(is_not_found(&show_person(&neighbour, stranger).await));
        assert!(is_not_found(&change_person(&neighbour, stranger, &keller(), 0).await));
        assert!(is_not_found(&leave(&neighbour, stranger, TODAY).await));
        assert!(is_not_found(&show_card(&neighbour, town.school).await));
    });
}

#[test]
fn a_centre_sees_cards_and_figures_below_and_no_people() {
    town(async |town| {
        let centre = town.ctx("municipality").await.unwrap();
        let names: Vec<String> = list_schools(&centre, &Part::default())
            .await
            .unwrap()
            .into_iter()
            .map(|it| it.organisation.card.name)
            .collect();
        assert_eq!(names, ["Гимназия № 2", "Школа № 7"]);
        assert!(!show_card(&centre, town.school).await.unwrap().may_edit);
        let stranger = town.person("mentor").unwrap();
        assert!(is_not_found(&show_person(&centre, stranger).await));
        let region = town.ctx("region").await.unwrap();
        assert_eq!(list_schools(&region, &Part::default()).await.unwrap().len(), 3);
        assert!(is_not_found(
            &list_schools(&town.ctx("curator").await.unwrap(), &Part::default()).await
        ));
    });
}

#[test]
fn a_centre_adds_a_school_below_itself_and_a_school_adds_none() {
    town(async |town| {
        let ask = AddOrganisation {
            level: Level::Institution,
            kind: OrganisationKind::Kindergarten,
            card: Card {
                name: "Детский сад «Колосок»".into(), ..Card::default()
            },
        };
        let centre = town.ctx("municipality").await.unwrap();
        add_organisation(&centre, &ask).await.unwrap();
        assert_eq!(list_schools(&centre, &Part::default()).await.unwrap().len(), 3);
        let wrong = AddOrganisation { level: Level::Region, ..ask.clone() };
        assert_eq!(obstacles(add_organisation(&centre, &wrong).await).len(), 1);
        let curator = town.ctx("curator").await.unwrap();
        assert!(is_not_found(&add_organisation(&curator, &ask).await));
    });
}

#[test]
fn a_role_is_given_from_a_day_and_ends_on_one() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let id = town.person("Тихомирова").unwrap();
        let ask = GiveRole {
            position: Position::Mentor,
            about: String::new(),
            period: Period::since(date(2026, 9, 10)),
        };
        let role = give_role(&curator, id, &ask).await.unwrap();
        assert_eq!(obstacles(give_role(&curator, id, &ask).await).len(), 1);
        let early = take_role(&curator, id, role, date(2026, 9, 9)).await;
        assert_eq!(obstacles(early).len(), 1);
        take_role(&curator, id, role, date(2026, 9, 14)).await.unwrap();
        let line = list_people(&curator, "Тихомирова").await.unwrap().remove(0);
        assert_eq!(line.positions, [Position::SocialPedagogue]);
        assert_eq!(journal(&curator).await[0], "person_role_ended");
    });
}

#[test]
fn who_leaves_has_no_roles_any_more_and_stays_known() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let id = town.person("mentor2").unwrap();
        assert_eq!(obstacles(leave(&curator, id, date(2026, 8, 31)).await).len(), 2);
        leave(&curator, id, date(2026, 9, 14)).await.unwrap();
        assert!(list_people(&curator, "Рощин").await.unwrap().is_empty());
        let view = show_person(&curator, id).await.unwrap();
        assert_eq!(view.person.left_on, Some(date(2026, 9, 14)));
        assert!(view.roles.iter().all(|it| it.period.to.is_some()));
    });
}

#[test]
fn a_card_and_the_sizes_of_groups_are_changed_by_the_curator() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let view = show_card(&curator, town.school).await.unwrap();
        let mut ask = ChangeCard {
            card: view.organisation.card,
            requisites: Requisites::default(),
            kind: OrganisationKind::School,
            zone: "Марс/Олимп".into(),
            revision: view.revision,
        };
        ask.card.taxpayer_number = "123".into();
        assert_eq!(obstacles(change_card(&curator, &ask).await).len(), 2);
        ask.card.taxpayer_number.clear();
        ask.zone = "Asia/Omsk".into();
        change_card(&curator, &ask).await.unwrap();
        assert!(matches!(change_card(&curator, &ask).await, Err(Refusal::Stale)));
        for n in [500, 512] {
            set_group_size(&curator, TargetGroup::Students, n, TODAY).await.unwrap();
        }
        let sizes = show_card(&curator, town.school).await.unwrap().sizes;
        assert_eq!(sizes.iter().map(|it| it.n_people).collect::<Vec<_>>(), [512]);
        let mentor = town.ctx("mentor").await.unwrap();
        assert!(!mentor.may(Action::EditOrganisation));
        assert!(is_not_found(&change_card(&mentor, &ask).await));
    });
}
