//! Article 351.8: consent, addendum, order, pay, and how an assignment ends.

use jiff::civil::{Date, date};
use mentoring::consent::{ConsentKind, Deed, Gap, Missing};
use mentoring::id::PersonId;
use mentoring::labour::days::AddendumDoubt;
use mentoring::labour::{
    AddendumObstacle, ChainObstacle, EarlyEnding, EndingObstacle, MentoringMode, MentoringPay,
};
use mentoring::order::participant::ParticipantObstacle;
use mentoring::order::{OrderNumber, OrderSubject};

use super::support::*;
use crate::ctx::Ctx;
use crate::labour::*;
use crate::order::participant::name_participants;
use crate::order::*;
use crate::pools::consent::*;
use crate::pools::detail::{SaveDetail, save_detail};
use crate::town::Town;

fn consent(person: PersonId, signed_on: Date) -> RecordConsent {
    signed_by_oneself(person, ConsentKind::LabourMentoring, signed_on)
}

fn addendum(person: PersonId) -> SaveAddendum {
    SaveAddendum {
        person,
        number: "1".into(),
        signed_on: date(2026, 9, 11),
        contract_number: "12-тд".into(),
        contract_on: Some(date(2015, 8, 25)),
        from: date(2026, 9, 14),
        to: Some(date(2027, 5, 31)),
        content: "помощь молодому учителю".into(),
        mode: Some(MentoringMode::OneInPresence),
        pay: Some(MentoringPay::Monthly { kopecks: 300_000 }),
        pay_ground: "п. 4.7 положения об оплате труда".into(),
        is_sure: false,
    }
}

fn registration(signed_on: Date) -> RegisterOrder {
    let number = OrderNumber::parse("71-б").unwrap();
    RegisterOrder { number, signed_on, acts_from: None, scan: None }
}

/// A draft on one pair, whose mentee has signed everything, and the mentor the consent to data.
async fn order_on_pairs(town: &Town, curator: &Ctx, mentor: PersonId) -> mentoring::id::OrderId {
    let id = draft_order(curator, OrderSubject::Pairs, "О закреплении пар").await.unwrap();
    let mentee = town.person("mentee").unwrap();
    let data = |person| RecordConsent {
        kind: ConsentKind::PersonalData,
        ..consent(person, date(2026, 9, 1))
    };
    for ask in [
        data(mentor),
        data(mentee),
        RecordConsent { kind: ConsentKind::Participation, ..data(mentee) },
    ] {
        record_consent(curator, &ask).await.unwrap();
    }
    name_participants(curator, id, &[mentor], &[mentee]).await.unwrap();
    id
}

#[test]
fn an_order_on_pairs_waits_for_the_consent_and_then_the_addendum_of_each_mentor() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let mentor = town.person("mentor").unwrap();
        let order = order_on_pairs(&town, &curator, mentor).await;
        let labour = |obstacle| {
            RegisterObstacle::Participant(ParticipantObstacle::Labour { person: mentor, obstacle })
        };
        let absent = RegisterObstacle::Participant(ParticipantObstacle::Consent(Gap {
            kind: ConsentKind::LabourMentoring,
            person: mentor,
            deed: Deed::PairAsMentor,
            missing: Missing::Absent,
        }));
        let ask = registration(date(2026, 9, 14));
        let refused = obstacles(register_order(&curator, order, &ask).await);
        assert_eq!(refused, [absent, labour(ChainObstacle::NoAddendum)]);
        assert_eq!(show_order(&curator, order).await.unwrap().against.len(), 2);
        let early = obstacles(sign_addendum(&curator, &addendum(mentor)).await);
        assert_eq!(early, [SignRefused::Rule(AddendumObstacle::NoConsent)]);
        record_consent(&curator, &consent(mentor, date(2026, 9, 10))).await.unwrap();
        let view = list_addenda(&curator, &AddendumFilter::default()).await.unwrap();
        let of_mentor = view.waiting.iter().find(|it| it.known.person.id == mentor).unwrap();
        assert_eq!(of_mentor.consent_on, Some(date(2026, 9, 10)));
        sign_addendum(&curator, &addendum(mentor)).await.unwrap();
        let before = registration(date(2026, 9, 10));
        let refused = obstacles(register_order(&curator, order, &before).await);
        let (addendum_on, order_on) = (date(2026, 9, 11), date(2026, 9, 10));
        assert_eq!(refused, [labour(ChainObstacle::OrderBeforeAddendum { addendum_on, order_on })]);
        register_order(&curator, order, &ask).await.unwrap();
        let view = list_addenda(&curator, &AddendumFilter::default()).await.unwrap();
        assert!(view.waiting.iter().all(|it| it.known.person.id != mentor));
        assert_eq!((view.n_all, view.n_acting), (1, 1));
        assert!(town.app.store.verify().await.unwrap().flaws.is_empty());
    });
}

#[test]
fn a_list_of_mentors_waits_for_the_consent_and_not_for_the_addendum() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let mentor = town.person("mentor").unwrap();
        let id = draft_order(&curator, OrderSubject::Mentors, "О наставниках").await.unwrap();
        let ask = registration(date(2026, 9, 14));
        let nobody = RegisterObstacle::Participant(ParticipantObstacle::Nobody);
        assert_eq!(obstacles(register_order(&curator, id, &ask).await), [nobody]);
        name_participants(&curator, id, &[mentor], &[]).await.unwrap();
        assert_eq!(obstacles(register_order(&curator, id, &ask).await).len(), 2);
        for kind in [ConsentKind::LabourMentoring, ConsentKind::PersonalData] {
            let ask = RecordConsent { kind, ..consent(mentor, date(2026, 9, 10)) };
            record_consent(&curator, &ask).await.unwrap();
        }
        register_order(&curator, id, &ask).await.unwrap();
    });
}

#[test]
fn two_addenda_for_the_same_days_are_asked_about_once_and_a_later_contract_is_refused() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let mentor = town.person("mentor").unwrap();
        record_consent(&curator, &consent(mentor, date(2026, 9, 10))).await.unwrap();
        let later = SaveAddendum { contract_on: Some(date(2030, 8, 28)), ..addendum(mentor) };
        let refused = obstacles(sign_addendum(&curator, &later).await);
        assert!(matches!(refused[..], [SignRefused::Rule(AddendumObstacle::ContractAfter { .. })]));
        sign_addendum(&curator, &addendum(mentor)).await.unwrap();
        let second = SaveAddendum { number: "2".into(), ..addendum(mentor) };
        let asked = obstacles(sign_addendum(&curator, &second).await);
        assert!(matches!(asked[..], [SignRefused::Doubt(AddendumDoubt::Overlaps { .. })]));
        let sure = SaveAddendum { is_sure: true, ..second };
        sign_addendum(&curator, &sure).await.unwrap();
    });
}

#[test]
fn who_mentors_by_contract_needs_neither_consent_nor_addendum() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let mentor = town.person("mentor").unwrap();
        let clause = "п. 3.12 должностной инструкции".to_owned();
        let detail = SaveDetail { works_by_contract: clause, ..SaveDetail::default() };
        save_detail(&curator, mentor, &detail, 0).await.unwrap();
        let order = order_on_pairs(&town, &curator, mentor).await;
        register_order(&curator, order, &registration(TODAY)).await.unwrap();
    });
}

#[test]
fn an_addendum_says_everything_that_the_article_wants() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let mentor = town.person("mentor").unwrap();
        record_consent(&curator, &consent(mentor, date(2026, 9, 12))).await.unwrap();
        let empty = SaveAddendum {
            number: String::new(),
            content: " ".into(),
            to: None,
            mode: None,
            pay: None,
            pay_ground: String::new(),
            from: date(2026, 9, 1),
            ..addendum(mentor)
        };
        use AddendumObstacle::*;
        let (consent_on, addendum_on) = (date(2026, 9, 12), date(2026, 9, 11));
        let rules =
            [BeforeConsent { consent_on, addendum_on }, NoNumber, NoContent, NoTerm, NoMode, NoPay]
                .into_iter()
                .chain([NoPayGround])
                .map(SignRefused::Rule);
        let begins = SignRefused::BeginsBeforeSigned { signed_on: addendum_on };
        let expected: Vec<SignRefused> = rules.chain([begins]).collect();
        assert_eq!(obstacles(sign_addendum(&curator, &empty).await), expected);
        let good = SaveAddendum { signed_on: date(2026, 9, 12), ..addendum(mentor) };
        sign_addendum(&curator, &good).await.unwrap();
        let sure = SaveAddendum { is_sure: true, ..good };
        let twice = obstacles(sign_addendum(&curator, &sure).await);
        assert_eq!(twice, [SignRefused::NumberTaken]);
    });
}

#[test]
fn an_employer_tells_three_working_days_ahead_and_a_mentor_refuses_from_any_day() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let mentor = town.person("mentor").unwrap();
        record_consent(&curator, &consent(mentor, date(2026, 9, 10))).await.unwrap();
        let id = sign_addendum(&curator, &addendum(mentor)).await.unwrap();
        // Told on Tuesday the 15th: Wednesday, Thursday, Friday lie between.
        let cancel = |last| EarlyEnding::Cancellation { told_on: TODAY, last };
        let soon = obstacles(end_addendum(&curator, id, cancel(date(2026, 9, 17))).await);
        let earliest = date(2026, 9, 19);
        let rule = EndingObstacle::TooSoon { told_on: TODAY, earliest };
        assert_eq!(soon, [EndRefused::Rule(rule)]);
        let view = show_addendum(&curator, id).await.unwrap();
        assert_eq!(view.earliest_free, earliest);
        let told_on = date(2026, 9, 14);
        let refuse = EarlyEnding::Refusal { told_on, last: told_on };
        end_addendum(&curator, id, refuse).await.unwrap();
        let pay = pay_register(&curator, TODAY).await.unwrap();
        assert_eq!(pay.n_working_days, 22);
        let days = pay.lines[0].period.days;
        assert_eq!((days.from, days.to, pay.lines[0].period.n_working_days), (told_on, told_on, 1));
        assert!(pay_register(&curator, date(2026, 10, 5)).await.unwrap().lines.is_empty());
        let again = obstacles(end_addendum(&curator, id, refuse).await);
        assert_eq!(again, [EndRefused::Rule(EndingObstacle::AlreadyEnded { last: told_on })]);
        assert_eq!(journal(&curator).await[0], "addendum_ended");
    });
}

#[test]
fn a_mentor_sees_the_own_addendum_and_no_other_and_no_register() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let mentor = town.person("mentor").unwrap();
        record_consent(&curator, &consent(mentor, date(2026, 9, 10))).await.unwrap();
        let id = sign_addendum(&curator, &addendum(mentor)).await.unwrap();
        let own = town.ctx("mentor").await.unwrap();
        assert!(!show_addendum(&own, id).await.unwrap().may_edit);
        assert!(is_not_found(&list_addenda(&own, &AddendumFilter::default()).await));
        assert!(is_not_found(&pay_register(&own, TODAY).await));
        let other = town.ctx("mentor2").await.unwrap();
        assert!(is_not_found(&show_addendum(&other, id).await));
        let told_on = date(2026, 9, 14);
        let refuse = EarlyEnding::Refusal { told_on, last: told_on };
        assert!(is_not_found(&end_addendum(&own, id, refuse).await));
    });
}
