//! Organisations set up from the console of the machine: a region, its municipalities, their schools.
//!
//! It decides that each begins with one person who keeps it, so that nobody from above ever has to
//! act inside a school. Deliberately absent: passwords (the console sets one for the login).

use mentoring::id::OrganisationId;
use mentoring::organisation::{
    Card, CardObstacle, Level, Organisation, OrganisationKind, check_card, may_stand_below,
};
use mentoring::person::{Contact, Person, PersonName};
use store::{Account, StoreError};

use super::password::{LoginObstacle, check_login};
use super::start::settle_keeper;
use crate::ctx::{App, ZONE};
use crate::refusal::Refusal;

/// What setting up an organisation asks.
#[derive(Clone, Debug)]
pub struct Establish {
    /// Name, as people say it.
    pub name: String,
    /// Its level.
    pub level: Level,
    /// Its kind.
    pub kind: OrganisationKind,
    /// The organisation it belongs to: id or name as its card says it; empty for none.
    pub above: String,
    /// Who keeps it.
    pub keeper: PersonName,
    /// What the keeper signs in with.
    pub login: String,
}

/// Why an organisation is not set up.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EstablishObstacle {
    /// The name is empty, or the level cannot stand there.
    #[error(transparent)]
    Card(#[from] CardObstacle),
    /// The login is refused.
    #[error(transparent)]
    Login(#[from] LoginObstacle),
    /// No organisation, or several, are called so.
    #[error("{n_found} organisations are called «{name}»: name it by its id")]
    Above {
        /// What was asked for.
        name: String,
        /// How many were found.
        n_found: usize,
    },
    /// There is an organisation of this name in the same place already.
    #[error("there is an organisation of this name there already")]
    Known,
}

/// Sets up an organisation with the account of its keeper, who has no password yet.
///
/// - Errors: `EstablishObstacle`.
pub async fn establish(
    app: &App,
    ask: &Establish,
) -> Result<OrganisationId, Refusal<EstablishObstacle>> {
    let tx = app.store.begin().await?;
    let all = tx.organisations_for_jobs().await?;
    let login = ask.login.trim().to_lowercase();
    let card = Card { name: ask.name.trim().to_owned(), ..Card::default() };
    let mut obstacles: Vec<EstablishObstacle> =
        check_card(&card).into_iter().map(EstablishObstacle::Card).collect();
    obstacles.extend(check_login(&login).into_iter().map(EstablishObstacle::Login));
    let above = above(&all, ask, &mut obstacles);
    let parent = above.map(|it| it.id);
    if all.iter().any(|it| it.parent == parent && same(&it.card.name, &card.name)) {
        obstacles.push(EstablishObstacle::Known);
    }
    Refusal::unless_clear(obstacles)?;
    let zone = above.map_or_else(|| ZONE.to_owned(), |it| it.zone.clone());
    let (level, kind) = (ask.level, ask.kind);
    let organisation = Organisation { id: app.new_id(), parent, level, kind, card, zone };
    let account = Account {
        id: app.new_id(),
        login,
        password: None,
        lang: "ru".to_owned(),
        is_persona: false,
        opened_at: app.clock.now(),
        closed_at: None,
        revision: 0,
    };
    tx.insert_organisation(&organisation).await?;
    match tx.insert_account(&account).await {
        Err(StoreError::Taken(_)) => return Err(Refusal::because(LoginObstacle::Taken.into())),
        outcome => outcome?,
    }
    let person = Person {
        id: app.new_id(),
        organisation: organisation.id,
        name: ask.keeper.clone(),
        contact: Contact::default(),
        job_title: String::new(),
        left_on: None,
    };
    settle_keeper(app, &tx, &organisation, &account, &person).await?;
    tx.commit().await?;
    Ok(organisation.id)
}

/// The organisation it belongs to; tells what stands against it.
fn above<'a>(
    all: &'a [Organisation],
    ask: &Establish,
    obstacles: &mut Vec<EstablishObstacle>,
) -> Option<&'a Organisation> {
    let name = ask.above.trim();
    if name.is_empty() {
        return None;
    }
    let is_it = |it: &&Organisation| it.id.to_string() == name || same(&it.card.name, name);
    let found: Vec<&Organisation> = all.iter().filter(is_it).collect();
    let [above] = found.as_slice() else {
        let (name, n_found) = (name.to_owned(), found.len());
        obstacles.push(EstablishObstacle::Above { name, n_found });
        return None;
    };
    if !may_stand_below(above.level, ask.level) {
        let wrong = CardObstacle::WrongLevel { above: above.level, below: ask.level };
        obstacles.push(EstablishObstacle::Card(wrong));
    }
    Some(above)
}

fn same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}
