//! Whoever has forgotten the password is given a link.

use jiff::SignedDuration;
use mentoring::access::Role;

use super::support::*;
use crate::account::*;
use crate::town::Town;

const NEW: &str = "синий слон у реки";

async fn offered(town: &Town, login: &str) -> MadePasswordLink {
    let curator = town.ctx("curator").await.unwrap();
    offer_password(&curator, town.person(login).unwrap()).await.unwrap()
}

fn closed(state: PasswordLinkState) -> Vec<RenewPasswordObstacle> {
    vec![RenewPasswordObstacle::Closed(state)]
}

#[test]
fn a_link_sets_a_new_password_once_and_ends_every_session() {
    town(async |town| {
        let forgotten = "верный конь и мята";
        let ask = ChangePassword { old: String::new(), new: forgotten.into() };
        change_password(&town.ctx("mentor").await.unwrap(), &ask).await.unwrap();
        let old =
            SignIn { login: "mentor".into(), password: forgotten.into(), ..SignIn::default() };
        let before = sign_in(&town.app, &old).await.unwrap();
        let link = offered(&town, "mentor").await;
        let view = show_password_link(&town.app, &link.token).await.unwrap();
        assert_eq!((view.login.as_str(), view.state), ("mentor", PasswordLinkState::Open));
        assert_eq!(obstacles(renew_password(&town.app, &link.token, "1234", "").await).len(), 1);

        let opened = travels(renew_password(&town.app, &link.token, NEW, "")).await.unwrap();
        assert!(find_session(&town.app, &before.token).await.unwrap().is_none());
        assert_eq!(obstacles(sign_in(&town.app, &old).await), [SignInObstacle::WrongPair]);
        let mentor = find_session(&town.app, &opened.token).await.unwrap().unwrap();
        assert_eq!(mentor.roles(), [Role::Mentor]);
        let ask = SignIn { login: "mentor".into(), password: NEW.into(), ..SignIn::default() };
        assert!(sign_in(&town.app, &ask).await.is_ok());

        let again = renew_password(&town.app, &link.token, "другой слон у реки", "").await;
        assert_eq!(obstacles(again), closed(PasswordLinkState::Used));
        let told = journal(&town.ctx("curator").await.unwrap()).await;
        for kind in ["password_link_made", "password_changed"] {
            assert!(told.iter().any(|it| it == kind), "{kind}");
        }
    });
}

#[test]
fn a_link_lives_a_day_and_a_new_one_ends_it() {
    town(async |town| {
        let first = offered(&town, "mentor").await;
        let second = offered(&town, "mentor").await;
        let outcome = renew_password(&town.app, &first.token, NEW, "").await;
        assert_eq!(obstacles(outcome), closed(PasswordLinkState::Withdrawn));
        town.app.clock.move_by(SignedDuration::from_hours(24));
        let outcome = renew_password(&town.app, &second.token, NEW, "").await;
        assert_eq!(obstacles(outcome), closed(PasswordLinkState::Expired));
        assert!(is_not_found(&show_password_link(&town.app, "нет").await));
    });
}

#[test]
fn a_link_is_made_by_who_manages_the_accounts_of_every_organisation_it_opens() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let mentor = town.ctx("mentor").await.unwrap();
        let person = town.person("teacher").unwrap();
        assert!(is_not_found(&offer_password(&mentor, person).await.map(|it| it.token)));
        let foreign = town.person("neighbour").unwrap();
        assert!(is_not_found(&offer_password(&curator, foreign).await.map(|it| it.token)));

        // The curator of the neighbours teaches here too: the password is not this school's.
        let here = town.person("Тихомирова").unwrap();
        let none = offer_password(&curator, here).await.map(|it| it.token);
        assert_eq!(obstacles(none), [OfferPasswordObstacle::NoAccount]);
        let link = invite(&curator, Invite { person: here, role: Role::Teacher }).await.unwrap();
        let neighbour = town.ctx("neighbour").await.unwrap();
        join_invitation(&neighbour, &link.token).await.unwrap();
        let elsewhere = offer_password(&curator, here).await.map(|it| it.token);
        assert_eq!(obstacles(elsewhere), [OfferPasswordObstacle::Elsewhere]);
    });
}
