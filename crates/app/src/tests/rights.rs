//! Rights over personal data: who sees what is held, requests, destruction and that it stays so.

use jiff::civil::date;
use mentoring::consent::ConsentKind;
use mentoring::id::{FileId, PersonId};
use mentoring::rights::{
    Fate, GoneWhy, HeldKind, Reach, RequestKind, RequestObstacle, RequestOutcome,
};
use store::Store;

use super::support::*;
use crate::clock::Ids;
use crate::ctx::{App, Ctx, Manner};
use crate::person;
use crate::pools::consent::{RecordConsent, record_consent, withdraw_consent};
use crate::rights::*;
use crate::town::Town;

fn asks(kind: RequestKind, words: &str) -> AskRequest {
    AskRequest { kind, words: words.into(), asked_on: TODAY }
}

#[test]
fn a_person_sees_everything_held_of_oneself_and_of_nobody_else() {
    town(async |town| {
        let teacher = town.ctx("teacher").await.unwrap();
        let own = travels(show_held(&teacher, teacher.person)).await.unwrap();
        let kinds: Vec<HeldKind> = own.sections.iter().map(|it| it.kind).collect();
        assert_eq!(kinds, [HeldKind::Card, HeldKind::Roles, HeldKind::Account]);
        assert!(own.is_own && !own.may_answer && own.gone.is_none());
        let card = own.sections[0].rows[0].cells.clone();
        assert!(card.contains(&("surname".into(), "Берёзкин".into())), "{card:?}");
        let mentor = town.person("mentor").unwrap();
        assert!(is_not_found(&show_held(&teacher, mentor).await));
        let neighbour = town.ctx("neighbour").await.unwrap();
        assert!(is_not_found(&show_held(&neighbour, teacher.person).await));
        let curator = town.ctx("curator").await.unwrap();
        let taken = travels(take_held(&curator, teacher.person)).await.unwrap();
        assert_eq!(journal(&curator).await[0], "held_shown");
        let text = String::from_utf8(held_json(&taken)).unwrap();
        assert!(text.contains("Берёзкин") && !text.contains("Орлова"), "{text}");
    });
}

#[test]
fn a_request_is_answered_within_its_term_and_once() {
    town(async |town| {
        let teacher = town.ctx("teacher").await.unwrap();
        let curator = town.ctx("curator").await.unwrap();
        let nothing = asks(RequestKind::Correction, " ");
        let refused = obstacles(ask_request(&teacher, teacher.person, &nothing).await);
        assert_eq!(refused, [RequestObstacle::NoWords]);
        let ask = asks(RequestKind::Correction, "Отчество: Антонович, а не Антипович");
        let id = ask_request(&teacher, teacher.person, &ask).await.unwrap();
        let mentor = town.person("mentor").unwrap();
        assert!(is_not_found(&ask_request(&teacher, mentor, &ask).await));
        assert!(is_not_found(&list_requests(&teacher).await));
        let line = list_requests(&curator).await.unwrap().remove(0);
        assert_eq!((line.request.answer_by, line.is_late), (date(2026, 9, 24), false));
        let answer = AnswerRequest {
            outcome: RequestOutcome::Done,
            reason: "исправлено по паспорту".into(),
            on: TODAY,
            revision: 0,
        };
        assert!(is_not_found(&answer_request(&teacher, id, &answer).await));
        answer_request(&curator, id, &answer).await.unwrap();
        let again = obstacles(answer_request(&curator, id, &answer).await);
        assert_eq!(again, [RequestObstacle::AnsweredAlready { answered_on: TODAY }]);
        assert_eq!(show_request(&teacher, id).await.unwrap().request.reason, answer.reason);
        let neighbour = town.ctx("neighbour").await.unwrap();
        assert!(is_not_found(&show_request(&neighbour, id).await));
    });
}

fn to_data(person: PersonId) -> RecordConsent {
    signed_by_oneself(person, ConsentKind::PersonalData, date(2026, 9, 1))
}

/// A teacher who left yesterday, with a consent that a law keeps.
async fn somebody_who_left(town: &Town, curator: &Ctx) -> PersonId {
    let who = town.person("mentor2").unwrap();
    record_consent(curator, &to_data(who)).await.unwrap();
    person::leave(curator, who, date(2026, 9, 14)).await.unwrap();
    who
}

fn commission(town: &Town) -> Destroy {
    Destroy {
        members: vec![town.person("head").unwrap(), town.person("deputy").unwrap()],
        basis: "приказ от 14 сентября 2026 г. № 66-од".into(),
        takes_surname: true,
        files: Vec::new(),
        is_confirmed: true,
    }
}

#[test]
fn what_is_due_is_shown_destroyed_by_a_commission_and_never_due_again() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        assert!(list_due(&curator).await.unwrap().due.is_empty());
        let who = somebody_who_left(&town, &curator).await;
        let due = travels(list_due(&curator)).await.unwrap().due.remove(0);
        assert_eq!((due.gone.why, due.gone.reach), (GoneWhy::Left, Reach::Whole));
        assert_eq!((due.by, due.is_late), (date(2026, 10, 14), false));
        let goes = travels(preview(&curator, who)).await.unwrap();
        let of = |kind: HeldKind| goes.sections.iter().find(|it| it.0 == kind).map(|it| it.1);
        assert_eq!(of(HeldKind::Card), Some(Fate::Goes { by: date(2026, 10, 14) }));
        assert!(matches!(of(HeldKind::Consents), Some(Fate::Stays { .. })), "{:?}", goes.sections);
        assert!(goes.keeps_name);
        let hasty = Destroy {
            members: vec![who],
            basis: " ".into(),
            is_confirmed: false,
            ..commission(&town)
        };
        let refused = obstacles(destroy(&curator, who, &hasty).await);
        assert_eq!(
            refused,
            [
                DestroyObstacle::FewMembers { least: LEAST_MEMBERS },
                DestroyObstacle::OwnData,
                DestroyObstacle::MemberUnknown,
                DestroyObstacle::NoBasis,
                DestroyObstacle::NotConfirmed
            ]
        );
        let teacher = town.ctx("teacher").await.unwrap();
        assert!(is_not_found(&destroy(&teacher, who, &commission(&town)).await));
        let act = travels(destroy(&curator, who, &commission(&town))).await.unwrap();
        let left = list_due(&curator).await.unwrap();
        assert_eq!((left.due.len(), left.acts.len()), (0, 1));
        assert!(is_not_found(&preview(&curator, who).await));
        let view = show_act(&curator, act).await.unwrap();
        assert_eq!((view.whole.erasure.number, view.members.len()), (1, 2));
        assert_eq!(view.kept_until, Some(date(2029, 9, 15)));
        assert_eq!(journal(&curator).await[0], "data_destroyed");
        assert!(town.app.store.verify().await.unwrap().flaws.is_empty());
        // The name stays with the consent, and goes when the law keeps that no longer.
        let held = show_held(&curator, who).await.unwrap();
        let kinds: Vec<HeldKind> = held.sections.iter().map(|it| it.kind).collect();
        assert_eq!(kinds, [HeldKind::Card, HeldKind::Consents, HeldKind::Requests]);
        let later = "2029-09-16T08:00:00Z".parse().unwrap();
        let curator = Ctx { now: later, ..curator };
        assert_eq!(list_due(&curator).await.unwrap().due.len(), 1);
        destroy(&curator, who, &commission(&town)).await.unwrap();
        assert!(is_not_found(&show_held(&curator, who).await));
        assert!(list_due(&curator).await.unwrap().due.is_empty());
    });
}

#[test]
fn a_withdrawn_consent_empties_the_bank_and_leaves_the_colleague() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let who = town.person("mentor2").unwrap();
        let consent = record_consent(&curator, &to_data(who)).await.unwrap();
        withdraw_consent(&curator, consent, TODAY).await.unwrap();
        let due = list_due(&curator).await.unwrap().due.remove(0);
        assert_eq!((due.gone.why, due.gone.reach), (GoneWhy::Withdrawn, Reach::Programme));
        destroy(&curator, who, &commission(&town)).await.unwrap();
        let held = show_held(&curator, who).await.unwrap();
        assert_eq!(held.person.name.surname, "Рощин");
        assert!(held.sections.iter().any(|it| it.kind == HeldKind::Roles));
        assert!(list_due(&curator).await.unwrap().due.is_empty());
    });
}

#[test]
fn a_demand_to_destroy_is_answered_by_the_destruction() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let who = town.person("guardian").unwrap();
        let ask = asks(RequestKind::Destruction, "");
        let id = ask_request(&curator, who, &ask).await.unwrap();
        let again = obstacles(ask_request(&curator, who, &ask).await);
        assert_eq!(again, [RequestObstacle::AskedAlready { asked_on: TODAY }]);
        let due = list_due(&curator).await.unwrap().due.remove(0);
        assert_eq!((due.gone.why, due.gone.reach), (GoneWhy::Demanded, Reach::Whole));
        destroy(&curator, who, &commission(&town)).await.unwrap();
        let line = show_request(&curator, id).await.unwrap();
        assert_eq!(line.request.outcome, Some(RequestOutcome::Done));
        assert!(line.person.is_none());
        assert!(town.ctx("guardian").await.is_err(), "the account is closed");
    });
}

#[test]
fn the_papers_of_a_destruction_name_the_commission_and_not_the_person() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let who = somebody_who_left(&town, &curator).await;
        let act = destroy(&curator, who, &commission(&town)).await.unwrap();
        let words = || ActWords {
            categories: [(HeldKind::Card, "имя и контакты".to_owned())].into(),
            subject: "субъект".into(),
            system: "«Эстафета»".into(),
            method: "удаление записей".into(),
            reason: "достигнута цель обработки".into(),
        };
        for which in [ActPaper::Act, ActPaper::Extract] {
            let format = crate::launch::paper::Format::Docx;
            let bytes = act_paper(&curator, act, which, words(), format).await.unwrap();
            let read = documents::read::read("act.docx", &bytes).unwrap();
            let text = format!("{read:?}");
            assert!(text.contains(&who.to_string()) && !text.contains("Рощин"), "{text}");
            assert_eq!(text.contains("Ветров"), which == ActPaper::Act, "{text}");
        }
        let neighbour = town.ctx("neighbour").await.unwrap();
        let format = crate::launch::paper::Format::Pdf;
        let theirs = act_paper(&neighbour, act, ActPaper::Act, words(), format).await;
        assert!(is_not_found(&theirs));
    });
}

#[test]
fn a_copy_from_before_is_destroyed_again_by_ids_alone() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let who = somebody_who_left(&town, &curator).await;
        destroy(&curator, who, &commission(&town)).await.unwrap();
        let list = destroyed_list(&town.app).await.unwrap();
        assert!(!format!("{list:?}").contains("Рощин"));
        // The same town as it was before: ids are counted, so they are the same.
        let store = Store::connect("sqlite::memory:").await.unwrap();
        store.migrate().await.unwrap();
        let app = App::new(store, town.app.clock.clone(), Ids::counted(), Manner::Work);
        let copy = Town::sample(&app, date(2026, 9, 1)).await.unwrap();
        let known = |it: &Again| (it.n_done, it.n_known, it.n_unknown);
        let done = travels(destroy_again(&app, &list)).await.unwrap();
        assert_eq!(known(&done), (1, 0, 0));
        let again = destroy_again(&app, &list).await.unwrap();
        assert_eq!(known(&again), (0, 1, 0));
        let curator = copy.ctx("curator").await.unwrap();
        assert!(is_not_found(&show_held(&curator, who).await));
        assert_eq!(list_due(&curator).await.unwrap().acts.len(), 1);
        assert!(app.store.verify().await.unwrap().flaws.is_empty());
    });
}

#[test]
fn files_that_name_a_person_are_offered_and_emptied_but_not_those_a_law_keeps() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let who = somebody_who_left(&town, &curator).await;
        let tx = curator.begin().await.unwrap();
        let named = "Характеристика: Рощин П. В. ведёт кружок".as_bytes().to_vec();
        let other = "Протокол без имён".as_bytes().to_vec();
        let keep = |name: &str| (name.to_owned(), "text/plain");
        let named = crate::file::keep_file(&curator, &tx, keep("a.txt"), named).await.unwrap();
        let other = crate::file::keep_file(&curator, &tx, keep("b.txt"), other).await.unwrap();
        tx.commit().await.unwrap();
        let goes = preview(&curator, who).await.unwrap();
        let offered: Vec<FileId> = goes.files.iter().map(|it| it.card.id).collect();
        assert_eq!(offered, [named]);
        let ask = Destroy { files: vec![named, other], ..commission(&town) };
        destroy(&curator, who, &ask).await.unwrap();
        let tx = curator.read().await.unwrap();
        let size = async |id| tx.file(&curator.scope, id).await.unwrap().unwrap().size_bytes;
        assert_eq!((size(named).await, size(other).await != 0), (0, true));
        drop(tx);
        assert!(town.app.store.verify().await.unwrap().flaws.is_empty());
    });
}
