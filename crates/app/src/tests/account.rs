//! Signing in, inviting, leaving.

use jiff::SignedDuration;
use mentoring::access::Role;

use super::support::*;
use crate::account::*;
use crate::ctx::{App, Ctx, Manner};
use crate::refusal::Refusal;
use crate::town::Town;

const PASSWORD: &str = "верный конь и мята";

fn school(name: &str) -> Found {
    Found {
        name: name.into(), curator: "Куратор".into(), lang: "ru".into(), ..Found::default()
    }
}

fn pair(login: &str, password: &str) -> SignIn {
    SignIn { login: login.into(), password: password.into(), ..SignIn::default() }
}

async fn ctx(app: &App, token: &str) -> Option<Ctx> {
    find_session(app, token).await.unwrap()
}

async fn set_password(ctx: &Ctx) {
    let ask = ChangePassword { old: String::new(), new: PASSWORD.into() };
    change_password(ctx, &ask).await.unwrap();
}

#[test]
fn the_first_start_asks_the_name_of_the_school_and_nothing_else() {
    empty(Manner::Work, async |app| {
        assert!(is_first_start(&app).await.unwrap());
        assert_eq!(obstacles(found_school(&app, &school("  ")).await).len(), 1);
        let opened = found_school(&app, &school(" Школа № 7 ")).await.unwrap();
        let ctx = ctx(&app, &opened.token).await.unwrap();
        assert_eq!(ctx.organisation.card.name, "Школа № 7");
        assert_eq!(ctx.roles(), [Role::Curator]);
        assert!(!ctx.has_password);
        assert!(!is_first_start(&app).await.unwrap());
        let again = obstacles(found_school(&app, &school("Другая школа")).await);
        assert_eq!(again, [FoundObstacle::Founded]);
        assert_eq!(journal(&ctx).await[..2], ["dictionary_filled", "membership_given"]);
    });
}

#[test]
fn a_password_opens_the_door_and_another_does_not() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let wrong = [SignInObstacle::WrongPair];
        assert_eq!(obstacles(sign_in(&town.app, &pair("curator", "")).await), wrong);
        set_password(&curator).await;
        let opened = travels(sign_in(&town.app, &pair(" Curator ", PASSWORD))).await.unwrap();
        assert_eq!(ctx(&town.app, &opened.token).await.unwrap().actor, curator.actor);
        assert_eq!(obstacles(sign_in(&town.app, &pair("curator", "другой")).await), wrong);
        assert_eq!(obstacles(sign_in(&town.app, &pair("nobody", PASSWORD)).await), wrong);
        assert!(ctx(&town.app, "не токен").await.is_none());
    });
}

#[test]
fn guessing_is_slowed_down_and_the_right_password_waits_too() {
    town(async |town| {
        set_password(&town.ctx("curator").await.unwrap()).await;
        for _ in 0..10 {
            let outcome = sign_in(&town.app, &pair("curator", "мимо")).await;
            assert_eq!(obstacles(outcome), [SignInObstacle::WrongPair]);
        }
        let outcome = sign_in(&town.app, &pair("curator", PASSWORD)).await;
        assert_eq!(obstacles(outcome), [SignInObstacle::TooMany { minutes: 15 }]);
        town.app.clock.move_by(SignedDuration::from_mins(16));
        assert!(sign_in(&town.app, &pair("curator", PASSWORD)).await.is_ok());
    });
}

#[test]
fn guessing_many_logins_from_one_address_is_slowed_down() {
    town(async |town| {
        for number in 0..100 {
            let outcome = sign_in(&town.app, &pair(&format!("login{number}"), "мимо")).await;
            assert_eq!(obstacles(outcome), [SignInObstacle::WrongPair]);
        }
        let outcome = sign_in(&town.app, &pair("login-other", "мимо")).await;
        assert_eq!(obstacles(outcome), [SignInObstacle::TooMany { minutes: 15 }]);
    });
}

#[test]
fn a_session_ends_when_it_is_not_used_and_however_much_it_is() {
    empty(Manner::Work, async |app| {
        let token = found_school(&app, &school("Школа")).await.unwrap().token;
        let day = SignedDuration::from_hours(24);
        for _ in 0..59 {
            app.clock.move_by(day);
            assert!(ctx(&app, &token).await.is_some());
        }
        app.clock.move_by(day);
        assert!(ctx(&app, &token).await.is_none());
    });
    empty(Manner::Work, async |app| {
        let token = found_school(&app, &school("Школа")).await.unwrap().token;
        app.clock.move_by(SignedDuration::from_hours(7 * 24));
        assert!(ctx(&app, &token).await.is_none());
    });
}

#[test]
fn signing_out_everywhere_ends_every_session() {
    town(async |town| {
        set_password(&town.ctx("curator").await.unwrap()).await;
        let first = sign_in(&town.app, &pair("curator", PASSWORD)).await.unwrap().token;
        let second = sign_in(&town.app, &pair("curator", PASSWORD)).await.unwrap().token;
        let here = ctx(&town.app, &first).await.unwrap();
        assert_eq!(list_sessions(&here).await.unwrap().len(), 2);
        sign_out(&here).await.unwrap();
        assert!(ctx(&town.app, &first).await.is_none());
        let there = ctx(&town.app, &second).await.unwrap();
        sign_out_everywhere(&there).await.unwrap();
        assert!(ctx(&town.app, &second).await.is_none());
    });
}

#[test]
fn a_new_password_signs_out_elsewhere_and_stays_here() {
    town(async |town| {
        set_password(&town.ctx("curator").await.unwrap()).await;
        let here = sign_in(&town.app, &pair("curator", PASSWORD)).await.unwrap().token;
        let elsewhere = sign_in(&town.app, &pair("curator", PASSWORD)).await.unwrap().token;
        let curator = ctx(&town.app, &here).await.unwrap();
        let wrong = ChangePassword { old: "не тот".into(), new: "1".into() };
        assert_eq!(obstacles(change_password(&curator, &wrong).await).len(), 2);
        let right =
            ChangePassword { old: PASSWORD.into(), new: "новая мята и конь".into() };
        change_password(&curator, &right).await.unwrap();
        assert!(ctx(&town.app, &here).await.is_some());
        assert!(ctx(&town.app, &elsewhere).await.is_none());
        assert!(sign_in(&town.app, &pair("curator", PASSWORD)).await.is_err());
    });
}

async fn invite_teacher(town: &Town) -> InviteLink {
    let curator = town.ctx("curator").await.unwrap();
    let person = town.person("Тихомирова").unwrap();
    invite(&curator, Invite { person, role: Role::Teacher }).await.unwrap()
}

fn accept(token: &str) -> AcceptInvitation {
    AcceptInvitation {
        token: token.into(),
        login: "tihomirova".into(),
        password: PASSWORD.into(),
        lang: "ru".into(),
        device: String::new(),
    }
}

#[test]
fn an_invitation_opens_an_account_once() {
    town(async |town| {
        let link = invite_teacher(&town).await;
        let view = show_invitation(&town.app, &link.token).await.unwrap();
        assert_eq!((view.organisation.as_str(), view.role), ("Школа № 7", Role::Teacher));
        let opened = accept_invitation(&town.app, &accept(&link.token)).await.unwrap();
        let teacher = ctx(&town.app, &opened.token).await.unwrap();
        assert_eq!((teacher.roles(), teacher.at()), (vec![Role::Teacher], town.school));
        let mut again = accept(&link.token);
        again.login = "another".into();
        let closed = AcceptObstacle::Closed(InvitationState::Accepted);
        assert_eq!(obstacles(accept_invitation(&town.app, &again).await), [closed]);
        assert!(sign_in(&town.app, &pair("tihomirova", PASSWORD)).await.is_ok());
    });
}

#[test]
fn an_invitation_expires_and_can_be_taken_back() {
    town(async |town| {
        let link = invite_teacher(&town).await;
        let curator = town.ctx("curator").await.unwrap();
        withdraw_invitation(&curator, link.id).await.unwrap();
        assert!(is_not_found(&withdraw_invitation(&curator, link.id).await));
        let closed = AcceptObstacle::Closed(InvitationState::Withdrawn);
        assert_eq!(obstacles(accept_invitation(&town.app, &accept(&link.token)).await), [closed]);
        let link = invite_teacher(&town).await;
        town.app.clock.move_by(SignedDuration::from_hours(14 * 24));
        let closed = AcceptObstacle::Closed(InvitationState::Expired);
        assert_eq!(obstacles(accept_invitation(&town.app, &accept(&link.token)).await), [closed]);
        let states: Vec<InvitationState> = list_invitations(&town.ctx("curator").await.unwrap())
            .await
            .unwrap()
            .iter()
            .map(|it| it.state)
            .collect();
        assert_eq!(states, [InvitationState::Expired, InvitationState::Withdrawn]);
    });
}

#[test]
fn everything_wrong_with_an_acceptance_is_said_at_once() {
    town(async |town| {
        let link = invite_teacher(&town).await;
        let mut ask = accept(&link.token);
        (ask.login, ask.password) = ("т".into(), "1".into());
        assert_eq!(obstacles(accept_invitation(&town.app, &ask).await).len(), 2);
        ask = accept(&link.token);
        ask.login = "CURATOR".into();
        let taken = AcceptObstacle::Login(LoginObstacle::Taken);
        assert_eq!(obstacles(accept_invitation(&town.app, &ask).await), [taken]);
        assert!(is_not_found(&accept_invitation(&town.app, &accept("нет")).await));
    });
}

#[test]
fn nobody_is_invited_twice_or_with_a_role_that_a_school_has_not() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let person = town.person("mentor").unwrap();
        let outcome = invite(&curator, Invite { person, role: Role::Mentor }).await;
        assert_eq!(obstacles(outcome.map(|it| it.id)), [InviteObstacle::HasRole]);
        let outcome = invite(&curator, Invite { person, role: Role::RegionalCentre }).await;
        assert_eq!(obstacles(outcome.map(|it| it.id)).len(), 1);
        invite_teacher(&town).await;
        let person = town.person("Тихомирова").unwrap();
        let outcome = invite(&curator, Invite { person, role: Role::Teacher }).await;
        assert_eq!(obstacles(outcome.map(|it| it.id)), [InviteObstacle::Invited]);
        let mentor = town.ctx("mentor").await.unwrap();
        assert!(is_not_found(&invite(&mentor, Invite { person, role: Role::Teacher }).await));
        let foreign = town.person("neighbour").unwrap();
        let outcome = invite(&curator, Invite { person: foreign, role: Role::Deputy }).await;
        assert!(is_not_found(&outcome));
    });
}

#[test]
fn one_account_works_in_two_schools() {
    town(async |town| {
        let link = invite_teacher(&town).await;
        let neighbour = town.ctx("neighbour").await.unwrap();
        let joined = join_invitation(&neighbour, &link.token).await.unwrap();
        assert_eq!(joined, town.school);
        let account = neighbour.actor;
        let here = town.app.ctx_of(account, Some(town.school)).await.unwrap().unwrap();
        assert_eq!(here.roles(), [Role::Teacher]);
        let there = town.app.ctx_of(account, Some(town.other_school)).await.unwrap().unwrap();
        assert_eq!(there.roles(), [Role::Curator]);
        assert!(is_not_found(&switch_organisation(&there, town.region).await));
    });
}

#[test]
fn an_ended_membership_opens_nothing_and_the_last_manager_stays() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let members = list_members(&curator).await.unwrap();
        let of = |role| members.iter().find(|it| it.role == role).unwrap().id;
        end_membership(&curator, of(Role::Mentor)).await.unwrap();
        let gone = town.account("mentor").unwrap();
        let still = members.iter().any(|it| it.account == gone && it.role == Role::Mentor);
        assert!(still && town.app.ctx_of(gone, None).await.unwrap().is_none());
        assert_eq!(obstacles(end_membership(&curator, of(Role::Mentor)).await).len(), 1);
        end_membership(&curator, of(Role::Head)).await.unwrap();
        let last = obstacles(end_membership(&curator, of(Role::Curator)).await);
        assert_eq!(last, [EndMembershipObstacle::LastManager]);
    });
}

#[test]
fn access_given_by_mistake_ends_on_its_first_day_and_may_be_given_again() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let neighbour = town.ctx("neighbour").await.unwrap();
        let here = async || {
            let ctx = town.app.ctx_of(neighbour.actor, Some(town.school)).await.unwrap().unwrap();
            ctx.at() == town.school
        };
        for _ in 0..2 {
            let link = invite_teacher(&town).await;
            join_invitation(&neighbour, &link.token).await.unwrap();
            assert!(here().await);
            let members = list_members(&curator).await.unwrap();
            let of = |it: &&Member| it.account == neighbour.actor;
            let given: Vec<&Member> = members.iter().filter(of).collect();
            assert_eq!(given.len(), 1, "one day holds one of a kind");
            end_membership(&curator, given[0].id).await.unwrap();
            assert!(!here().await);
            let ended = EndMembershipObstacle::Ended { on: TODAY };
            assert_eq!(obstacles(end_membership(&curator, given[0].id).await), [ended]);
        }
        assert!(town.app.store.verify().await.unwrap().flaws.is_empty());
    });
}

#[test]
fn people_to_sign_in_as_are_offered_in_a_demo_only() {
    town(async |town| {
        let curator = town.account("curator").unwrap();
        assert!(is_not_found(&list_personas(&town.app).await));
        assert!(is_not_found(&sign_in_as_persona(&town.app, curator, "").await));
        let demo = App { manner: Manner::Demo, ..town.app.clone() };
        let personas = list_personas(&demo).await.unwrap();
        assert_eq!((personas.len(), personas[0].role), (13, Role::Curator));
        let opened = sign_in_as_persona(&demo, curator, "").await.unwrap();
        assert_eq!(ctx(&demo, &opened.token).await.unwrap().at(), town.school);
    });
}

#[test]
fn a_school_far_in_the_east_lets_its_curator_in_at_once() {
    // In Kamchatka it is already tomorrow when it is evening in Moscow.
    town(async |town| {
        town.app.clock.move_by(SignedDuration::from_hours(10));
        let curator = town.ctx("curator").await.unwrap();
        let card = crate::organisation::show_card(&curator, town.school).await.unwrap();
        let ask = crate::organisation::ChangeCard {
            card: card.organisation.card,
            requisites: card.requisites,
            kind: card.organisation.kind,
            zone: "Asia/Kamchatka".into(),
            revision: card.revision,
        };
        crate::organisation::change_card(&curator, &ask).await.unwrap();
        let link = invite_teacher(&town).await;
        let opened = accept_invitation(&town.app, &accept(&link.token)).await.unwrap();
        let teacher = ctx(&town.app, &opened.token).await.unwrap();
        assert_eq!(teacher.today(), TODAY.tomorrow().unwrap());
    });
}

#[test]
fn a_login_is_changed_to_a_free_one() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        assert_eq!(obstacles(change_login(&curator, "Head").await), [LoginObstacle::Taken]);
        change_login(&curator, "Орлова").await.unwrap();
        change_lang(&curator, "en").await.unwrap();
        let curator = town.app.ctx_of(curator.actor, None).await.unwrap().unwrap();
        assert_eq!((curator.login.as_str(), curator.lang.as_str()), ("орлова", "en"));
        assert!(matches!(end_session(&curator, curator.new_id()).await, Err(Refusal::NotFound)));
    });
}

#[test]
fn who_has_the_machine_resets_a_password_and_acts_by_login() {
    town(async |town| {
        let short = reset_password(&town.app, "head", "1").await;
        assert_eq!(obstacles(short).len(), 1);
        assert!(is_not_found(&reset_password(&town.app, "nobody", PASSWORD).await));
        reset_password(&town.app, "Head", PASSWORD).await.unwrap();
        let opened = sign_in(&town.app, &pair("head", PASSWORD)).await.unwrap();
        reset_password(&town.app, "head", "другая мята и конь").await.unwrap();
        assert!(ctx(&town.app, &opened.token).await.is_none());
        let head = ctx_by_login(&town.app, "head").await.unwrap();
        assert_eq!(head.roles(), [Role::Head]);
        assert_eq!(journal(&head).await[0], "password_changed");
        assert!(is_not_found(&ctx_by_login(&town.app, "nobody").await));
    });
}

#[test]
fn pages_can_call_use_cases_from_any_thread() {
    town(async |town| {
        let ctx = town.ctx("curator").await.unwrap();
        drop(travels(found_school(&town.app, &school("Школа"))));
        drop(travels(find_session(&town.app, "")));
        drop(travels(accept_invitation(&town.app, &accept(""))));
        drop(travels(sign_out_everywhere(&ctx)));
        drop(travels(change_password(&ctx, &ChangePassword::default())));
        drop(travels(crate::person::list_people(&ctx, "")));
        drop(travels(crate::network::list_schools(&ctx, &crate::network::Part::default())));
        drop(travels(crate::organisation::show_journal(&ctx, None)));
    });
}
