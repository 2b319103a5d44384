//! Scans, texts of consents, what may be shown where, and pages to take down.

use jiff::civil::date;
use mentoring::consent::{ConsentKind, DataCategory, Permission, may_publish};
use mentoring::id::{FileId, PersonId};
use mentoring::law::Law;
use mentoring::order::{OrderNumber, OrderSubject};

use super::support::*;
use crate::order::*;
use crate::pools::consent::*;
use crate::pools::stop::*;
use crate::pools::wording::*;
use crate::roadmap::evidence::show_file;
use crate::scan::{Brought, ScanObstacle};

fn pdf(words: &str) -> Brought {
    let content = format!("%PDF-1.7 {words}").into_bytes();
    Brought { name: "Скан.pdf".into(), content }
}

fn data(person: PersonId) -> RecordConsent {
    signed_by_oneself(person, ConsentKind::PersonalData, date(2026, 9, 10))
}

fn said(category: DataCategory, permission: Permission, condition: &str) -> SaidOfData {
    SaidOfData { category, permission, condition: condition.into() }
}

fn distribution(person: PersonId) -> RecordConsent {
    RecordConsent {
        kind: ConsentKind::Distribution,
        addresses: vec![
            "https://school.example/mentoring/news.html".into(),
            "https://vk.example/school".into(),
        ],
        categories: vec![
            said(DataCategory::Name, Permission::Allowed, ""),
            said(DataCategory::Photo, Permission::Conditional, "без подписи"),
            said(DataCategory::Video, Permission::Denied, ""),
        ],
        ..data(person)
    }
}

#[test]
fn a_scan_comes_with_a_signed_order_and_a_later_one_stays_beside_it() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let id = draft_order(&curator, OrderSubject::Other, "О наставничестве").await.unwrap();
        let early = obstacles(attach_order_scan(&curator, id, pdf("а")).await);
        assert_eq!(early, [ScanObstacle::NotSigned]);
        let number = OrderNumber::parse("71-б").unwrap();
        let html = Brought { name: "скан.pdf".into(), content: b"<html>".to_vec() };
        let ask = RegisterOrder { number, signed_on: TODAY, acts_from: None, scan: Some(html) };
        let refused = obstacles(register_order(&curator, id, &ask).await);
        assert_eq!(refused, [RegisterObstacle::Scan(ScanObstacle::Type)]);
        let bare = RegisterOrder { scan: None, ..ask };
        register_order(&curator, id, &bare).await.unwrap();
        let without = OrderFilter { without_scan: true, ..OrderFilter::default() };
        assert_eq!(list_orders(&curator, &without).await.unwrap().lines.len(), 1);

        attach_order_scan(&curator, id, pdf("первый")).await.unwrap();
        attach_order_scan(&curator, id, pdf("второй")).await.unwrap();
        let view = show_order(&curator, id).await.unwrap();
        assert_eq!(view.scans.iter().filter(|it| it.is_latest).count(), 1);
        assert_eq!((view.scans.len(), view.order.scan.is_some()), (2, true));
        assert_eq!(list_orders(&curator, &without).await.unwrap().lines.len(), 0);
        for scan in &view.scans {
            let file = show_order_scan(&curator, id, scan.id).await.unwrap();
            assert!(file.content.starts_with(b"%PDF"));
            // A scan is shown with its order alone, and to nobody outside.
            assert!(is_not_found(&show_file(&curator, file.id).await));
            let neighbour = town.ctx("neighbour").await.unwrap();
            assert!(is_not_found(&show_order_scan(&neighbour, id, scan.id).await));
            let mentor = town.ctx("mentor").await.unwrap();
            assert!(is_not_found(&show_order_scan(&mentor, id, scan.id).await));
        }
        assert!(town.app.store.verify().await.unwrap().flaws.is_empty());
    });
}

#[test]
fn a_scan_of_a_consent_is_seen_by_the_person_and_by_who_looks_after_consents() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let mentor = town.person("mentor").unwrap();
        let ask = RecordConsent { scan: Some(pdf("согласие")), ..data(mentor) };
        let id = record_consent(&curator, &ask).await.unwrap();
        let one = show_consent(&curator, mentor, id).await.unwrap();
        let scan = one.scans[0].id;
        let own = town.ctx("mentor").await.unwrap();
        assert!(show_consent_scan(&own, (mentor, id), scan).await.is_ok());
        let other = town.ctx("mentor2").await.unwrap();
        assert!(is_not_found(&show_consent_scan(&other, (mentor, id), scan).await));
        assert!(is_not_found(&attach_consent_scan(&own, (mentor, id), pdf("чужой")).await));
        let file: FileId = one.scans[0].file.id;
        assert!(is_not_found(&show_file(&curator, file).await));
        let elsewhere = town.person("mentor2").unwrap();
        assert!(is_not_found(&attach_consent_scan(&curator, (elsewhere, id), pdf("а")).await));
    });
}

#[test]
fn an_edition_is_kept_when_it_is_first_signed_and_who_signed_another_is_listed() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let (mentor, other) = (town.person("mentor").unwrap(), town.person("mentor2").unwrap());
        let id = record_consent(&curator, &data(mentor)).await.unwrap();
        record_signed(&curator, &data(other), SignedText::Other).await.unwrap();
        let view = show_consents(&curator, mentor).await.unwrap();
        let given = view.given.iter().find(|it| it.record.id == id).unwrap();
        let edition = given.edition.clone().unwrap();
        assert!(edition.is_in_force);
        assert_eq!((edition.number, edition.from), (1, date(2026, 9, 10)));
        let again = record_signed(&curator, &data(mentor), SignedText::Edition(edition.id)).await;
        again.unwrap();
        let wrong = RecordConsent { kind: ConsentKind::LabourMentoring, ..data(mentor) };
        let refused = record_signed(&curator, &wrong, SignedText::Edition(edition.id)).await;
        assert_eq!(obstacles(refused), [ConsentObstacle::WrongText]);
        let all = list_wordings(&curator).await.unwrap();
        let of_data = all.iter().find(|it| !it.editions.is_empty()).unwrap();
        assert_eq!(of_data.editions[0].people.len(), 1, "one person, however many papers");
        assert!(of_data.without.iter().any(|it| it.id == other));
        let text = show_wording(&town.ctx("mentor").await.unwrap(), edition.id).await.unwrap();
        assert!(text.wording.content.contains("персональных данных"));
        let stranger = town.ctx("mentor2").await.unwrap();
        assert!(is_not_found(&show_wording(&stranger, edition.id).await));
    });
}

#[test]
fn a_consent_to_distribution_says_each_thing_and_its_withdrawal_names_the_pages() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let mentor = town.person("mentor").unwrap();
        let silent = RecordConsent {
            categories: vec![
                said(DataCategory::Photo, Permission::Conditional, " "),
                said(DataCategory::Video, Permission::Denied, ""),
            ],
            ..distribution(mentor)
        };
        let refused = obstacles(record_consent(&curator, &silent).await);
        let category = DataCategory::Photo;
        assert_eq!(refused, [ConsentObstacle::NoCondition { category }]);
        let denied = RecordConsent {
            categories: vec![said(DataCategory::Video, Permission::Denied, "")],
            ..distribution(mentor)
        };
        let refused = obstacles(record_consent(&curator, &denied).await);
        assert_eq!(refused, [ConsentObstacle::NoCategory]);

        let id = record_consent(&curator, &distribution(mentor)).await.unwrap();
        let view = show_consents(&curator, mentor).await.unwrap();
        let rules: Vec<_> = view.given.iter().map(|it| it.record.for_rule()).collect();
        let page = "https://school.example/mentoring/news.html";
        let ask = |what: &[DataCategory], page| {
            let of = view.line.known.participant();
            may_publish(what, page, of, &rules, (TODAY, Law::built_in()))
        };
        let kept = ask(&[DataCategory::Name, DataCategory::Photo], page).unwrap();
        assert_eq!(kept[0].words, "без подписи");
        assert!(ask(&[DataCategory::Video], page).is_err());
        assert!(ask(&[DataCategory::Name], "https://school.example/other").is_err());

        assert_eq!(waiting_stops(&curator).await.unwrap(), None);
        withdraw_consent(&curator, id, TODAY).await.unwrap();
        let lines = list_stops(&curator).await.unwrap();
        assert_eq!(lines.len(), 2);
        assert_eq!(lines[0].what, [DataCategory::Name, DataCategory::Photo]);
        let by = lines[0].stop.by_on;
        assert!(TODAY < by);
        assert_eq!(waiting_stops(&curator).await.unwrap(), Some((2, by)));
        let first = lines[0].stop.id;
        let ahead = obstacles(finish_stop(&curator, first, TODAY.tomorrow().unwrap()).await);
        assert!(matches!(ahead[..], [StopObstacle::Ahead { .. }]));
        finish_stop(&curator, first, TODAY).await.unwrap();
        let twice = obstacles(finish_stop(&curator, first, TODAY).await);
        assert_eq!(twice, [StopObstacle::Done { on: TODAY }]);
        assert_eq!(waiting_stops(&curator).await.unwrap(), Some((1, by)));
        let neighbour = town.ctx("neighbour").await.unwrap();
        assert!(is_not_found(&finish_stop(&neighbour, first, TODAY).await));
        assert!(town.app.store.verify().await.unwrap().flaws.is_empty());
    });
}
