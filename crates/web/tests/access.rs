//! Routes × access: every row of the route table is tried by somebody of every role.
//!
//! What a role may not do must be «not found» before anything else happens; what it may do must
//! come through to its handler. A new route needs nothing here: its row in the table is enough.

mod support;

use app::Manner;
use axum::http::{Method, StatusCode};
use mentoring::access::{Relation, Role, may};
use support::town::{empty, signed_in, town};
use support::{Answer, Visitor};
use uuid::Uuid;
use web::guard::Access;
use web::kit::shell::Section;
use web::routes::{Route, table};

/// The people of the town by the role of their account.
const PEOPLE: &[(&str, Role)] = &[
    ("curator", Role::Curator),
    ("head", Role::Head),
    ("deputy", Role::Deputy),
    ("mentor", Role::Mentor),
    ("mentee", Role::Mentee),
    ("psychologist", Role::Psychologist),
    ("guardian", Role::Guardian),
    ("teacher", Role::Teacher),
    ("municipality", Role::MunicipalCentre),
    ("region", Role::RegionalCentre),
    ("auditor", Role::Auditor),
];

/// An address of the route: parameters become ids of nothing.
fn address(route: &Route) -> String {
    let part = |it: &str| if it.starts_with('{') { Uuid::nil().to_string() } else { it.to_owned() };
    route.path.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// Tries a route; a form is sent with its token and nothing else.
async fn tries(visitor: &mut Visitor, token: &str, route: &Route) -> Answer {
    match route.method {
        Method::GET => visitor.opens(&address(route)).await,
        _ => visitor.sends_raw(&address(route), &[("form_token", token)]).await,
    }
}

#[tokio::test]
async fn every_role_comes_through_exactly_where_the_table_lets_it() {
    let (town, site) = town().await;
    for (login, role) in PEOPLE {
        let mut visitor = signed_in(&town, &site, login).await;
        let token = visitor.opens("/account").await.hidden("form_token");
        for route in table() {
            let allowed = match route.access {
                Access::May(action) => may(*role, action, Relation::Own),
                Access::MayOneself(action) => may(*role, action, Relation::Oneself),
                Access::MayBelow(action) => may(*role, action, Relation::BelowAsFigures),
                // The door counts knocks, and the rest is open to everybody who is signed in.
                Access::Anyone | Access::Door | Access::Demo | Access::SignedIn => continue,
            };
            let answer = tries(&mut visitor, &token, &route).await;
            let (method, path) = (&route.method, route.path);
            assert_ne!(answer.status, StatusCode::UNAUTHORIZED, "{login}: {method} {path}");
            assert!(
                answer.status != StatusCode::INTERNAL_SERVER_ERROR,
                "{login}: {method} {path} broke"
            );
            // A thing of a nil id is not found by anybody; only pages without parameters tell more.
            if !path.contains('{') {
                let found = answer.status != StatusCode::NOT_FOUND;
                assert_eq!(found, allowed, "{login}: {method} {path} answered {}", answer.status);
            } else if !allowed {
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{login}: {method} {path}");
            }
        }
    }
}

#[tokio::test]
async fn nobody_comes_in_without_signing_in_save_through_the_door() {
    let (_, site) = town().await;
    for route in table() {
        if matches!(route.access, Access::Anyone | Access::Door | Access::Demo) {
            continue;
        }
        let mut guest = Visitor::new(&site);
        let token = guest.opens("/sign-in").await.hidden("form_token");
        let answer = tries(&mut guest, &token, &route).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{} {}", route.method, route.path);
    }
}

#[tokio::test]
async fn no_form_is_taken_without_its_token() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let mut head = signed_in(&town, &site, "head").await;
    for route in table().into_iter().filter(|it| it.method != Method::GET) {
        // Little is the head's alone: who may not come at all is told nothing of the token.
        let is_of_head = matches!(route.access, Access::May(action)
            if !may(Role::Curator, action, Relation::Own));
        let visitor = if is_of_head { &mut head } else { &mut curator };
        let answer = visitor.sends_raw(&address(&route), &[]).await;
        let refused =
            matches!(answer.status, StatusCode::FORBIDDEN | StatusCode::TOO_MANY_REQUESTS);
        assert!(
            refused,
            "{} {} answered {}: take `Filled` or `Upload`",
            route.method, route.path, answer.status
        );
    }
}

#[tokio::test]
async fn pages_of_the_sample_town_do_not_exist_where_people_work() {
    let (_, site) = empty(Manner::Work).await;
    for route in table().into_iter().filter(|it| it.access == Access::Demo) {
        let mut guest = Visitor::new(&site);
        let token = guest.opens("/sign-in").await.hidden("form_token");
        let answer = tries(&mut guest, &token, &route).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{} {}", route.method, route.path);
    }
}

#[tokio::test]
async fn every_link_of_the_side_leads_to_a_page_that_the_reader_may_open() {
    let (town, site) = town().await;
    for (login, _) in PEOPLE {
        let mut visitor = signed_in(&town, &site, login).await;
        let page = visitor.opens("/account").await;
        for section in Section::all() {
            if page.text.contains(&format!("<li><a href=\"{}\"", section.href())) {
                let answer = visitor.opens(section.href()).await;
                assert_eq!(answer.status, StatusCode::OK, "{login}: {}", section.href());
            }
        }
    }
}

#[tokio::test]
async fn one_school_never_finds_a_person_of_another() {
    let (town, site) = town().await;
    let mut neighbour = signed_in(&town, &site, "neighbour").await;
    let person = town.person("Тихомирова").unwrap();
    for path in ["", "/edit", "/invitations/new"] {
        let answer = neighbour.opens(&format!("/people/{person}{path}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert!(!neighbour.opens("/people").await.text.contains("Тихомирова"));
}
