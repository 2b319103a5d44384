//! The first start: a school and its curator, from nothing but the name of the school.
//!
//! Deliberately absent: asking for anything else. The rest of the card, a password and the name of
//! the curator can wait; the roadmap is the next page.

use mentoring::access::Role;
use mentoring::event::Event;
use mentoring::organisation::{
    Card, CardObstacle, Level, Organisation, OrganisationKind, check_card,
};
use mentoring::period::Period;
use mentoring::person::{Contact, Person, PersonName, PersonRole, Position};
use store::{Account, Membership, StoreError};

use super::session::{Opened, open_session};
use crate::ctx::{App, ZONE, day_in, zone_of};
use crate::pools::dictionary::begin_dictionary;
use crate::refusal::{Nothing, Refusal};

/// What the first start asks.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Name of the school, as people say it.
    pub name: String,
    /// What the curator is called until the card says it: the word for the role, in the language
    /// of the page.
    pub curator: String,
    /// Language of the page.
    pub lang: String,
    /// What the browser calls itself.
    pub device: String,
}

/// Why a school cannot be founded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FoundObstacle {
    /// There is one already: sign in, or ask its curator for an invitation.
    #[error("the installation is in use")]
    Founded,
    /// The name is empty or too long.
    #[error(transparent)]
    Card(#[from] CardObstacle),
}

/// What a curator of the first start signs in with, until it is changed.
const FIRST_LOGIN: &str = "curator";

/// Whether nobody has used this installation yet.
///
/// - Errors: of the store.
pub async fn is_first_start(app: &App) -> Result<bool, Refusal<Nothing>> {
    let tx = app.store.read().await?;
    Ok(!tx.has_organisations().await?)
}

/// Founds the first school and signs its curator in on this device.
///
/// The account has no password until the curator sets one: until then this device is the only way
/// in, and the page says so.
///
/// - Errors: `FoundObstacle`.
pub async fn found_school(app: &App, ask: &Found) -> Result<Opened, Refusal<FoundObstacle>> {
    let tx = app.store.begin().await?;
    if tx.has_organisations().await? {
        return Err(Refusal::because(FoundObstacle::Founded));
    }
    let card = Card { name: ask.name.trim().to_owned(), ..Card::default() };
    let obstacles = check_card(&card).into_iter().map(FoundObstacle::Card).collect();
    Refusal::unless_clear(obstacles)?;
    let now = app.clock.now();
    let organisation = Organisation {
        id: app.new_id(),
        parent: None,
        level: Level::Institution,
        kind: OrganisationKind::School,
        card,
        zone: ZONE.to_owned(),
    };
    let account = Account {
        id: app.new_id(),
        login: FIRST_LOGIN.to_owned(),
        password: None,
        lang: ask.lang.clone(),
        is_persona: false,
        opened_at: now,
        closed_at: None,
        revision: 0,
    };
    tx.insert_organisation(&organisation).await?;
    match tx.insert_account(&account).await {
        // Two people at once: the login of the first is the lock.
        Err(StoreError::Taken(_)) => return Err(Refusal::because(FoundObstacle::Founded)),
        outcome => outcome?,
    }
    let person = Person {
        id: app.new_id(),
        organisation: organisation.id,
        name: PersonName { surname: ask.curator.trim().to_owned(), ..PersonName::default() },
        contact: Contact::default(),
        job_title: String::new(),
        left_on: None,
    };
    settle_keeper(app, &tx, &organisation, &account, &person).await?;
    let opened = open_session(app, &tx, account.id, Some(organisation.id), &ask.device).await?;
    tx.commit().await?;
    Ok(opened)
}

/// Writes down the one who keeps a new organisation: the person, the position, the rights.
pub(super) async fn settle_keeper(
    app: &App,
    tx: &store::Tx,
    organisation: &Organisation,
    account: &Account,
    person: &Person,
) -> Result<(), StoreError> {
    let now = app.clock.now();
    let today = day_in(now, &zone_of(organisation));
    let (position, right) = match organisation.level {
        Level::Region => (Position::RegionalCentre, Role::RegionalCentre),
        Level::Municipality => (Position::MunicipalCentre, Role::MunicipalCentre),
        Level::Institution => (Position::Curator, Role::Curator),
    };
    tx.insert_person(person).await?;
    let role = PersonRole {
        id: app.new_id(),
        person: person.id,
        position,
        period: Period::since(today),
        about: String::new(),
    };
    tx.insert_person_role(organisation.id, &role).await?;
    let membership = Membership {
        organisation: organisation.id,
        id: app.new_id(),
        account: account.id,
        person: person.id,
        role: right,
        from_on: today,
        to_on: None,
    };
    tx.insert_membership(&membership).await?;
    let events = [
        Event::OrganisationFounded { organisation: organisation.id },
        Event::PersonAdded { person: person.id },
        Event::AccountOpened { account: account.id },
        Event::MembershipGiven { membership: membership.id, account: account.id, role: right },
    ];
    for event in events {
        tx.record(organisation.id, Some(account.id), now, event).await?;
    }
    begin_dictionary(app, tx, organisation, Some(account.id)).await
}
