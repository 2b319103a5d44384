//! Records marked as mistakes: what they undo, what stays in history, who may mark.

use jiff::civil::{Date, date};
use mentoring::consent::ConsentKind;
use mentoring::id::PersonId;
use mentoring::labour::{EarlyEnding, MentoringMode, MentoringPay};
use mentoring::mistake::{MistakeKind, MistakeObstacle};
use mentoring::order::{OrderNumber, OrderSubject};
use mentoring::person::GuardianGround;

use super::support::*;
use crate::labour::*;
use crate::mistake::*;
use crate::order::*;
use crate::pools::consent::*;
use crate::pools::detail::*;

fn consent(person: PersonId) -> RecordConsent {
    signed_by_oneself(person, ConsentKind::LabourMentoring, date(2026, 9, 10))
}

fn addendum(person: PersonId) -> SaveAddendum {
    SaveAddendum {
        person,
        number: "1".into(),
        signed_on: date(2026, 9, 11),
        contract_number: "12-тд".into(),
        contract_on: None,
        from: date(2026, 9, 14),
        to: Some(date(2027, 5, 31)),
        content: "помощь молодому учителю".into(),
        mode: Some(MentoringMode::OneInPresence),
        pay: Some(MentoringPay::Monthly { kopecks: 300_000 }),
        pay_ground: "п. 4.7 положения об оплате труда".into(),
        is_sure: false,
    }
}

fn registration(number: &str, signed_on: Date) -> RegisterOrder {
    let number = OrderNumber::parse(number).unwrap();
    RegisterOrder { number, signed_on, acts_from: None, scan: None }
}

#[test]
fn a_mistaken_order_frees_its_number_and_stays_in_history() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let id = draft_order(&curator, OrderSubject::Other, "О разном").await.unwrap();
        let draft = mark_mistake(&curator, MistakeKind::Order, id.0, "не тот").await;
        assert_eq!(obstacles(draft), [MistakeObstacle::Nothing]);
        let ask = registration("71-б", date(2026, 9, 14));
        register_order(&curator, id, &ask).await.unwrap();
        let silent = mark_mistake(&curator, MistakeKind::Order, id.0, " ").await;
        assert_eq!(obstacles(silent), [MistakeObstacle::NoReason]);
        mark_mistake(&curator, MistakeKind::Order, id.0, "дата с другой бумаги").await.unwrap();
        assert!(is_not_found(&show_order(&curator, id).await));
        let list = list_orders(&curator, &OrderFilter::default()).await.unwrap();
        assert_eq!((list.n_all, list.mistaken.len()), (0, 1));
        let mark = &list.mistaken[0].1;
        assert_eq!((mark.said.as_str(), mark.said_on), ("71-б", Some(date(2026, 9, 14))));
        assert_eq!(journal(&curator).await[0], "mistake_marked");
        let again = draft_order(&curator, OrderSubject::Other, "О разном").await.unwrap();
        register_order(&curator, again, &ask).await.unwrap();
        assert!(town.app.store.verify().await.unwrap().flaws.is_empty());
    });
}

#[test]
fn a_mistaken_end_lets_the_order_act_again() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let id = draft_order(&curator, OrderSubject::Other, "О разном").await.unwrap();
        register_order(&curator, id, &registration("1", date(2026, 9, 1))).await.unwrap();
        let kind = MistakeKind::OrderEnding;
        let nothing = mark_mistake(&curator, kind, id.0, "ошибка").await;
        assert_eq!(obstacles(nothing), [MistakeObstacle::Nothing]);
        end_order(&curator, id, date(2026, 9, 10)).await.unwrap();
        mark_mistake(&curator, kind, id.0, "не тот приказ").await.unwrap();
        assert_eq!(show_order(&curator, id).await.unwrap().order.acts_to, None);
    });
}

#[test]
fn a_mistaken_addendum_leaves_the_pay_register_and_its_consent_can_be_marked_then() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let mentor = town.person("mentor").unwrap();
        let paper = record_consent(&curator, &consent(mentor)).await.unwrap();
        let id = sign_addendum(&curator, &addendum(mentor)).await.unwrap();
        let rested = mark_mistake(&curator, MistakeKind::Consent, paper.0, "не та бумага").await;
        assert_eq!(obstacles(rested), [MistakeObstacle::RestedOn { n_others: 1 }]);
        let told_on = date(2026, 9, 14);
        let ending = EarlyEnding::Refusal { told_on, last: told_on };
        end_addendum(&curator, id, ending).await.unwrap();
        mark_mistake(&curator, MistakeKind::AddendumEnding, id.0, "не тот").await.unwrap();
        assert!(show_addendum(&curator, id).await.unwrap().line.record.acts_on(TODAY));
        mark_mistake(&curator, MistakeKind::Addendum, id.0, "не та сумма").await.unwrap();
        assert!(is_not_found(&show_addendum(&curator, id).await));
        assert!(pay_register(&curator, TODAY).await.unwrap().lines.is_empty());
        sign_addendum(&curator, &addendum(mentor)).await.unwrap();
        let kinds = [MistakeKind::Addendum, MistakeKind::AddendumEnding];
        assert_eq!(list_mistakes(&curator, &kinds).await.unwrap().len(), 2);
    });
}

#[test]
fn a_mistaken_consent_and_representative_count_nowhere() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let mentor = town.person("mentor").unwrap();
        let paper = record_consent(&curator, &consent(mentor)).await.unwrap();
        withdraw_consent(&curator, paper, TODAY).await.unwrap();
        let kind = MistakeKind::ConsentWithdrawal;
        mark_mistake(&curator, kind, paper.0, "отозвал другой").await.unwrap();
        assert_eq!(
            show_consents(&curator, mentor).await.unwrap().given[0].record.withdrawn_on,
            None
        );
        mark_mistake(&curator, MistakeKind::Consent, paper.0, "не та бумага").await.unwrap();
        let view = show_consents(&curator, mentor).await.unwrap();
        assert_eq!((view.given.len(), view.mistakes.len()), (0, 2));
        let (ward, guardian) = (town.person("mentee").unwrap(), town.person("guardian").unwrap());
        let ground = GuardianGround::Parent;
        let ask = NameGuardian { ward, guardian, ground, paper: String::new(), from: None };
        let id = name_guardian(&curator, &ask).await.unwrap();
        mark_mistake(&curator, MistakeKind::Guardian, id.0, "это тётя").await.unwrap();
        assert!(show_consents(&curator, ward).await.unwrap().guardians.is_empty());
        name_guardian(&curator, &ask).await.unwrap();
    });
}

#[test]
fn only_who_may_record_marks_and_only_at_home() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let mentor = town.person("mentor").unwrap();
        let paper = record_consent(&curator, &consent(mentor)).await.unwrap();
        for login in ["mentor", "auditor", "neighbour", "psychologist"] {
            let other = town.ctx(login).await.unwrap();
            let marked = mark_mistake(&other, MistakeKind::Consent, paper.0, "ошибка").await;
            assert!(is_not_found(&marked), "{login}");
            let seen = show_mistake(&other, MistakeKind::Consent, paper.0).await;
            assert!(is_not_found(&seen), "{login}");
        }
    });
}
