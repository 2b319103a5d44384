//! What is sensitive: who reads it, that it lies sealed, and that only counts leave.

use jiff::civil::date;
use mentoring::care::AccessGroup;
use mentoring::id::PersonId;

use super::support::*;
use crate::care::*;
use crate::ctx::Ctx;
use crate::town::Town;
use crate::vault::Vault;

fn with_key(ctx: Ctx, digit: char) -> Ctx {
    let vault = Vault::parse(&String::from(digit).repeat(64)).unwrap();
    Ctx { app: ctx.app.clone().with_vault(vault), ..ctx }
}

async fn as_person(town: &Town, login: &str) -> Ctx {
    with_key(town.ctx(login).await.unwrap(), '1')
}

fn need(person: PersonId) -> SaveNeed {
    SaveNeed {
        person,
        group: AccessGroup::SpecialNeeds,
        measures: "встречи на первом этаже".into(),
        from: TODAY,
        to: None,
    }
}

fn reader(person: PersonId) -> NameReader {
    let ground = "приказ № 71-б".to_owned();
    NameReader { person, ground, from: TODAY, to: None }
}

#[test]
fn only_people_named_by_the_head_read_and_the_head_is_not_one_by_itself() {
    town(async |town| {
        let head = as_person(&town, "head").await;
        let psychologist = as_person(&town, "psychologist").await;
        let curator = as_person(&town, "curator").await;
        let (mentee, reads) = (town.person("mentee").unwrap(), psychologist.person);
        assert!(is_not_found(&record_need(&head, &need(mentee)).await));
        assert!(is_not_found(&name_reader(&curator, &reader(reads)).await));
        let nothing = NameReader { ground: " ".into(), ..reader(reads) };
        let refused = obstacles(name_reader(&head, &nothing).await);
        assert_eq!(refused, [ReaderObstacle::NoGround]);
        let named = name_reader(&head, &reader(reads)).await.unwrap();
        let again = obstacles(name_reader(&head, &reader(reads)).await);
        assert_eq!(again, [ReaderObstacle::ReadsAlready { since: TODAY }]);
        let id = record_need(&psychologist, &need(mentee)).await.unwrap();
        let seen = show_accessibility(&psychologist).await.unwrap().needs.unwrap();
        assert_eq!(
            seen[0].inside,
            Some((AccessGroup::SpecialNeeds, "встречи на первом этаже".to_owned()))
        );
        for ctx in [&head, &curator] {
            let view = show_accessibility(ctx).await.unwrap();
            assert_eq!((view.needs.is_none(), view.n_people), (true, 1));
            assert!(is_not_found(&show_need(ctx, id).await));
            assert!(is_not_found(&people_to_choose(ctx).await));
        }
        let auditor = as_person(&town, "auditor").await;
        assert!(is_not_found(&show_accessibility(&auditor).await));
        end_reader(&head, named, TODAY.yesterday().unwrap()).await.unwrap();
        assert!(is_not_found(&show_need(&psychologist, id).await));
        assert_eq!(journal(&head).await[0], "sensitive_reader_ended");
        assert!(town.app.store.verify().await.unwrap().flaws.is_empty());
    });
}

#[test]
fn a_need_lies_sealed_and_opens_with_its_key_only() {
    town(async |town| {
        let head = as_person(&town, "head").await;
        name_reader(&head, &reader(head.person)).await.unwrap();
        let mentee = town.person("mentee").unwrap();
        let id = record_need(&head, &need(mentee)).await.unwrap();
        let tx = town.app.store.read().await.unwrap();
        let kept = tx.access_need(&head.scope, id).await.unwrap().unwrap();
        let text = String::from_utf8_lossy(&kept.sealed);
        assert!(!text.contains("этаже") && !text.contains("special"), "{text}");
        tx.commit().await.unwrap();
        let other = with_key(town.ctx("head").await.unwrap(), '2');
        assert_eq!(show_need(&other, id).await.unwrap().inside, None);
        let without = town.ctx("head").await.unwrap();
        let refused = obstacles(record_need(&without, &need(mentee)).await);
        assert_eq!(refused, [NeedObstacle::NoKey]);
    });
}

#[test]
fn nothing_is_kept_of_a_person_for_whom_nothing_is_done() {
    town(async |town| {
        let head = as_person(&town, "head").await;
        name_reader(&head, &reader(head.person)).await.unwrap();
        let mentee = town.person("mentee").unwrap();
        let empty = SaveNeed { measures: " ".into(), to: Some(date(2026, 9, 1)), ..need(mentee) };
        let refused = obstacles(record_need(&head, &empty).await);
        assert_eq!(refused, [NeedObstacle::NoMeasures, NeedObstacle::EndsBeforeItBegan]);
        let id = record_need(&head, &need(mentee)).await.unwrap();
        let ended =
            SaveNeed { from: date(2026, 9, 1), to: Some(date(2026, 9, 14)), ..need(mentee) };
        change_need(&head, id, &ended, 0).await.unwrap();
        assert_eq!(show_accessibility(&head).await.unwrap().n_people, 0);
        assert_eq!(journal(&head).await[0], "access_need_ended");
    });
}
