//! Accounts, memberships, invitations, sessions, counters.

use jiff::SignedDuration;
use jiff::civil::Date;
use mentoring::access::{Role, Scope};
use mentoring::id::*;

use super::support::*;
use crate::*;

#[test]
fn a_login_is_taken_once() {
    both(async |store| {
        town(&store).await;
        let tx = store.begin().await.unwrap();
        let outcome = tx.insert_account(&account(2, "curator")).await;
        assert!(matches!(outcome, Err(StoreError::Taken(_))), "{outcome:?}");
    });
}

fn membership(number: u128, account: u128, from_on: Date) -> Membership {
    Membership {
        organisation: school(),
        id: MembershipId(id(number)),
        account: AccountId(id(account)),
        person: PersonId(id(10)),
        role: Role::Curator,
        from_on,
        to_on: None,
    }
}

#[test]
fn a_membership_is_found_by_its_account_near_its_days() {
    both(async |store| {
        town(&store).await;
        let tx = store.begin().await.unwrap();
        tx.insert_person(&person(10, "Келлер Елена")).await.unwrap();
        let mut held = membership(30, 1, TODAY);
        tx.insert_membership(&held).await.unwrap();
        held.to_on = Some(TODAY);
        tx.save_membership(&held).await.unwrap();
        // One day before and after are given too: the zone decides.
        for (days, n) in [(-2, 0), (-1, 1), (0, 1), (1, 1), (2, 0)] {
            let day = TODAY.checked_add(jiff::Span::new().days(days)).unwrap();
            let found = tx.memberships_near(AccountId(id(1)), day).await.unwrap();
            assert_eq!(found.len(), n, "{days}");
        }
        assert_eq!(tx.memberships(&curator(), school()).await.unwrap(), [held]);
        assert_eq!(tx.memberships(&neighbour(), school()).await.unwrap(), []);
        assert_eq!(tx.memberships(&Scope::default(), school()).await.unwrap(), []);
    });
}

#[test]
fn an_invitation_is_found_by_the_hash_of_its_token() {
    both(async |store| {
        town(&store).await;
        let tx = store.begin().await.unwrap();
        tx.insert_person(&person(10, "Келлер Елена")).await.unwrap();
        let mut invitation = Invitation {
            organisation: school(),
            id: InvitationId(id(40)),
            token_hash: vec![7; 32],
            person: PersonId(id(10)),
            role: Role::Mentor,
            made_by: AccountId(id(1)),
            made_at: now(),
            expires_at: later(60),
            accepted_at: None,
            accepted_by: None,
            withdrawn_at: None,
        };
        tx.insert_invitation(&invitation).await.unwrap();
        invitation.withdrawn_at = Some(later(5));
        tx.save_invitation(&invitation).await.unwrap();
        let found = tx.invitation_by_token(&[7; 32]).await.unwrap();
        assert_eq!(found.as_ref(), Some(&invitation));
        assert_eq!(tx.invitation_by_token(&[8; 32]).await.unwrap(), None);
        assert_eq!(tx.invitations(&curator(), school()).await.unwrap(), [invitation]);
        assert_eq!(tx.invitations(&neighbour(), school()).await.unwrap(), []);
    });
}

#[test]
fn a_link_for_a_new_password_is_found_by_its_hash_and_listed_in_its_organisation_only() {
    both(async |store| {
        town(&store).await;
        let tx = store.begin().await.unwrap();
        tx.insert_person(&person(10, "Келлер Елена")).await.unwrap();
        let mut link = PasswordLink {
            organisation: school(),
            id: PasswordLinkId(id(41)),
            token_hash: vec![9; 32],
            account: AccountId(id(1)),
            person: PersonId(id(10)),
            made_by: AccountId(id(1)),
            made_at: now(),
            expires_at: later(60),
            used_at: None,
            withdrawn_at: None,
        };
        tx.insert_password_link(&link).await.unwrap();
        link.used_at = Some(later(5));
        tx.save_password_link(&link).await.unwrap();
        assert_eq!(tx.password_link_by_token(&[9; 32]).await.unwrap().as_ref(), Some(&link));
        assert_eq!(tx.password_link_by_token(&[8; 32]).await.unwrap(), None);
        let account = AccountId(id(1));
        assert_eq!(tx.password_links(&curator(), account).await.unwrap(), [link]);
        assert_eq!(tx.password_links(&neighbour(), account).await.unwrap(), []);
    });
}

#[test]
fn an_ended_session_is_not_found() {
    both(async |store| {
        town(&store).await;
        let tx = store.begin().await.unwrap();
        let mut session = Session {
            id: SessionId(id(50)),
            token_hash: vec![1; 32],
            account: AccountId(id(1)),
            csrf: "токен".into(),
            organisation: Some(school()),
            device: "Firefox".into(),
            opened_at: now(),
            seen_at: now(),
            expires_at: later(60),
            ended_at: None,
        };
        tx.insert_session(&session).await.unwrap();
        let found = tx.session_by_token(&[1; 32]).await.unwrap();
        assert_eq!(found.as_ref(), Some(&session));
        assert_eq!(tx.sessions(AccountId(id(1))).await.unwrap(), [session.clone()]);
        session.ended_at = Some(later(5));
        tx.save_session(&session).await.unwrap();
        assert_eq!(tx.session_by_token(&[1; 32]).await.unwrap(), None);
        assert_eq!(tx.sessions(AccountId(id(1))).await.unwrap(), []);
    });
}

#[test]
fn a_closed_account_is_not_found_by_its_login() {
    both(async |store| {
        town(&store).await;
        let tx = store.begin().await.unwrap();
        let mut account = Account { is_persona: true, ..account(2, "keller") };
        tx.insert_account(&account).await.unwrap();
        assert_eq!(tx.account_by_login("KELLER").await.unwrap(), Some(account.clone()));
        assert_eq!(tx.personas().await.unwrap(), [account.clone()]);
        account.closed_at = Some(now());
        tx.save_account(&account).await.unwrap();
        assert_eq!(tx.account_by_login("keller").await.unwrap(), None);
        assert_eq!(tx.account(account.id).await.unwrap().unwrap().revision, 1);
        assert!(matches!(tx.save_account(&account).await, Err(StoreError::Stale)));
    });
}

#[test]
fn tries_are_counted_in_a_window_and_forgotten() {
    both(async |store| {
        let tx = store.begin().await.unwrap();
        for n in 1..=3 {
            assert_eq!(tx.count_try("login", later(-60), now()).await.unwrap(), n);
        }
        assert_eq!(tx.count_try("address", later(-60), now()).await.unwrap(), 1);
        assert_eq!(tx.count_try("login", later(1), later(61)).await.unwrap(), 1);
        tx.forget_tries("login").await.unwrap();
        assert_eq!(tx.count_try("login", later(1), later(61)).await.unwrap(), 1);
    });
}

fn form(key: &str, at: jiff::Timestamp) -> FormOnce {
    FormOnce { key: key.into(), account: AccountId(id(1)), location: String::new(), at }
}

#[test]
fn a_form_is_one_sendings_until_it_leads_somewhere_or_is_freed() {
    both(async |store| {
        town(&store).await;
        let tx = store.begin().await.unwrap();
        let claim = async |it: &FormOnce| {
            let outcome = tx
                .claim_form(
                    it,
                    it.at - SignedDuration::from_secs(60),
                    it.at - SignedDuration::from_secs(3600),
                )
                .await;
            outcome.unwrap()
        };
        let first = form("ключ", now());
        assert_eq!(claim(&first).await, FormClaim::Mine);
        assert_eq!(claim(&form("ключ", later(1))).await, FormClaim::UnderWay);
        tx.free_form("ключ").await.unwrap();
        assert_eq!(claim(&first).await, FormClaim::Mine, "refused, mended, sent again");
        tx.settle_form(&FormOnce { location: "/people/1".into(), ..first }).await.unwrap();
        tx.free_form("ключ").await.unwrap();
        let again = form("ключ", later(120));
        assert_eq!(claim(&again).await, FormClaim::Led("/people/1".into()), "settled stays");
        let stranger = FormOnce { account: AccountId(id(2)), ..again };
        assert_eq!(claim(&stranger).await, FormClaim::UnderWay, "another's answer is not told");
        assert_eq!(claim(&form("ключ", later(3700))).await, FormClaim::Mine, "forgotten by then");
    });
}

#[test]
fn a_claim_that_nobody_settled_is_taken_over_after_a_while() {
    both(async |store| {
        town(&store).await;
        let tx = store.begin().await.unwrap();
        let claim = async |at: jiff::Timestamp| {
            tx.claim_form(
                &form("ключ", at),
                at - SignedDuration::from_secs(60),
                at - SignedDuration::from_secs(3600),
            )
            .await
            .unwrap()
        };
        assert_eq!(claim(now()).await, FormClaim::Mine);
        assert_eq!(claim(later(60)).await, FormClaim::UnderWay);
        assert_eq!(claim(later(61)).await, FormClaim::Mine);
        assert_eq!(claim(later(62)).await, FormClaim::UnderWay);
    });
}
