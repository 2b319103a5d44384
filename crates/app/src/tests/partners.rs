//! Partners: agreements with their terms, people who become mentors, the share that gave some.

use jiff::civil::date;
use mentoring::consent::ConsentKind;
use mentoring::partner::{AgreementState, PartnerObstacle, PartnerShare};
use mentoring::person::Position;
use mentoring::pools::Pool;

use super::support::*;
use crate::ctx::Ctx;
use crate::partner::*;
use crate::person::{SavePerson, add_person, show_person};
use crate::pools::consent::{RecordConsent, record_consent};
use crate::pools::pool::{SaveEntry, enter_pool};

fn named(name: &str) -> SavePartner {
    SavePartner { name: name.into(), ..SavePartner::default() }
}

async fn mentor_of(ctx: &Ctx, partner: mentoring::id::PartnerId) -> mentoring::id::PersonId {
    let ask = SavePerson {
        name: mentoring::person::PersonName::parse("Мастеров Олег Ильич"),
        ..SavePerson::default()
    };
    let person = add_person(ctx, &ask).await.unwrap();
    name_person(ctx, partner, person, date(2026, 9, 1)).await.unwrap();
    let consent = signed_by_oneself(person, ConsentKind::PersonalData, date(2026, 9, 2));
    record_consent(ctx, &consent).await.unwrap();
    let to_mentor = RecordConsent { kind: ConsentKind::VolunteerMentoring, ..consent };
    record_consent(ctx, &to_mentor).await.unwrap();
    let entry = SaveEntry {
        person,
        pool: Pool::Mentors,
        from: date(2026, 9, 3),
        capacity: 1,
        minutes_a_week: 0,
        paused: None,
        terms: Vec::new(),
        kinds: Vec::new(),
        note: String::new(),
    };
    enter_pool(ctx, &entry).await.unwrap();
    person
}

#[test]
fn the_share_of_partners_counts_those_whose_person_is_in_the_pool_of_mentors() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let plant =
            add_partner(&curator, &named("Заречный завод"), date(2026, 9, 1)).await.unwrap();
        add_partner(&curator, &named("Музей"), date(2026, 9, 1)).await.unwrap();
        let view = list_partners(&curator, "").await.unwrap();
        assert_eq!(view.share, PartnerShare { n_partners: 2, n_gave: 0 });
        let person = mentor_of(&curator, plant).await;
        let view = list_partners(&curator, "").await.unwrap();
        assert_eq!(view.share.thousandths(), Some(500));
        let roles = show_person(&curator, person).await.unwrap().roles;
        assert!(roles.iter().any(|it| it.position == Position::Partner));
        let again = name_person(&curator, plant, person, TODAY).await;
        let since = date(2026, 9, 1);
        assert_eq!(obstacles(again), [PartnerObstacle::Named { since }]);
        end_partner(&curator, plant, TODAY).await.unwrap();
        let view = list_partners(&curator, "мастеров").await.unwrap();
        assert_eq!(view.lines.len(), 1, "what ended is still found");
    });
}

#[test]
fn a_partner_is_named_once_and_an_agreement_is_told_of_before_it_ends() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let id = add_partner(&curator, &named("Музей"), TODAY).await.unwrap();
        let same = add_partner(&curator, &named(" музей "), TODAY).await;
        assert_eq!(obstacles(same), [PartnerObstacle::Known]);
        let ask = SaveAgreement {
            number: "7".into(),
            subject: "о сотрудничестве".into(),
            signed_on: date(2026, 1, 10),
            until: Some(date(2026, 10, 31)),
        };
        let agreement = record_agreement(&curator, id, &ask).await.unwrap();
        let line = show_partner(&curator, id).await.unwrap();
        assert_eq!(line.agreements[0].state(TODAY), AgreementState::EndsSoon);
        end_agreement(&curator, id, agreement, TODAY).await.unwrap();
        let line = show_partner(&curator, id).await.unwrap();
        assert_eq!(line.agreements[0].state(TODAY.tomorrow().unwrap()), AgreementState::Over);
        assert_eq!(journal(&curator).await[..2], ["agreement_ended", "agreement_recorded"]);
    });
}

#[test]
fn partners_are_seen_by_their_school_and_changed_by_its_curator() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let id = add_partner(&curator, &named("Музей"), TODAY).await.unwrap();
        let revision = show_partner(&curator, id).await.unwrap().partner.revision;
        change_partner(&curator, id, &named("Музей края"), revision).await.unwrap();
        assert!(change_partner(&curator, id, &named("Музей"), revision).await.is_err());
        let neighbour = town.ctx("neighbour").await.unwrap();
        assert!(is_not_found(&show_partner(&neighbour, id).await));
        assert!(is_not_found(&end_partner(&neighbour, id, TODAY).await));
        assert!(is_not_found(&list_partners(&town.ctx("mentor").await.unwrap(), "").await));
    });
}
