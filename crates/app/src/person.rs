//! People of the organisation and their roles.
//!
//! It decides who sees and changes them. Deliberately absent: banks of mentors (`pools`), accounts
//! (`account`).

mod arrive;
pub(crate) mod history;
pub mod name;
pub mod import;
pub mod newcomer;

use std::collections::BTreeMap;

use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::event::Event;
use mentoring::id::{PersonId, PersonRoleId};
use mentoring::law::Law;
use mentoring::period::Period;
use mentoring::person::fact::{NameForms, PersonFact};
use mentoring::person::listed::{ListedPerson, PersonKind};
use mentoring::person::suited::check_suits;
use mentoring::person::{
    Contact, Person, PersonName, PersonObstacle, PersonRole, PersonRoleObstacle, Position,
    check_person, check_role, end_role,
};
use store::{PersonDetail, PersonFactRecord, Tx};

use self::newcomer::Lookalike;
use crate::ctx::Ctx;
use crate::refusal::{Nothing, Refusal};

/// A text as it is looked for: lower case, «ё» as «е».
pub(crate) fn folded(text: &str) -> String {
    text.to_lowercase().replace('ё', "е")
}

/// A person of a list, with the roles of the day.
#[derive(Clone, Debug)]
pub struct PersonLine {
    /// The person.
    pub person: Person,
    /// The positions held today, the oldest first.
    pub positions: Vec<Position>,
    /// The roles held today, the oldest first.
    pub roles: Vec<PersonRole>,
    /// What is known beside the card; `None` where nothing is, or it was not asked for.
    pub detail: Option<PersonDetail>,
}

impl PersonLine {
    /// What the person is to the organisation.
    #[must_use]
    pub fn kinds(&self) -> Vec<PersonKind> {
        PersonKind::all_of(&self.positions, &self.person.job_title)
    }

    /// The class of a student.
    #[must_use]
    pub fn class(&self) -> Option<&str> {
        let of_student = self.roles.iter().find(|it| it.position == Position::Student)?;
        (!of_student.about.is_empty()).then_some(of_student.about.as_str())
    }
}

/// Lists the people of the organisation, by name.
///
/// - `search`: a part of a name, in any case; empty for everybody.
/// - Errors: not found without the right.
pub async fn list_people(ctx: &Ctx, search: &str) -> Result<Vec<PersonLine>, Refusal<Nothing>> {
    ctx.require(Action::SeePeople, ctx.at())?;
    let tx = ctx.read().await?;
    let mut lines = people_of(ctx, &tx, search).await?;
    let known = tx.known_all(&ctx.scope, ctx.at(), ctx.today()).await?.details;
    let mut details: BTreeMap<PersonId, PersonDetail> =
        known.into_iter().map(|it| (it.person, it)).collect();
    for line in &mut lines {
        line.detail = details.remove(&line.person.id);
    }
    Ok(lines)
}

/// The same inside a transaction and without asking for the right: for mapping responsibles.
///
/// - Errors: of the store.
pub async fn people_of(
    ctx: &Ctx,
    tx: &Tx,
    search: &str,
) -> Result<Vec<PersonLine>, store::StoreError> {
    let people = tx.people(&ctx.scope, ctx.at(), search, ctx.today()).await?;
    let roles = tx.roles_on(&ctx.scope, ctx.at(), ctx.today()).await?;
    let mut held: BTreeMap<PersonId, Vec<PersonRole>> = BTreeMap::new();
    for role in roles {
        held.entry(role.person).or_default().push(role);
    }
    let line = |person: Person| {
        let mut roles = held.remove(&person.id).unwrap_or_default();
        roles.sort_by_key(|it| (it.period.from, it.id));
        let positions = roles.iter().map(|it| it.position).collect();
        PersonLine { positions, roles, detail: None, person }
    };
    Ok(people.into_iter().map(line).collect())
}

/// The card of a person.
#[derive(Clone, Debug)]
pub struct PersonView {
    /// The person.
    pub person: Person,
    /// To be given back when the person is changed.
    pub revision: i64,
    /// The roles of all times, the latest first.
    pub roles: Vec<PersonRole>,
    /// What is known beside the card: of oneself, and to who sees consents.
    pub detail: Option<PersonDetail>,
    /// What was true from which day on, the latest first.
    pub facts: Vec<PersonFact>,
    /// The name corrected by hand.
    pub forms: NameForms,
    /// Whether the actor may change the person.
    pub may_edit: bool,
}

/// Shows a person: anybody of the organisation to who may see people, and everybody its own card.
///
/// - Errors: not found.
pub async fn show_person(ctx: &Ctx, id: PersonId) -> Result<PersonView, Refusal<Nothing>> {
    let tx = ctx.read().await?;
    let (person, revision) = tx.person(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require_for(Action::SeePeople, person.organisation, || id == ctx.person)?;
    let roles = tx.person_roles(&ctx.scope, &[id]).await?;
    let may_edit = ctx.scope.may(Action::EditPeople, person.organisation);
    let sees_detail = id == ctx.person || ctx.scope.may(Action::SeeConsents, person.organisation);
    let detail = tx.person_details(&ctx.scope, &[id]).await?.pop().filter(|_| sees_detail);
    let facts = tx.person_facts(&ctx.scope, &[id]).await?;
    let facts = facts.iter().map(PersonFactRecord::for_rule).collect();
    let forms = tx.name_forms(&ctx.scope, &[id]).await?.pop();
    let forms = forms.map(|(_, forms)| forms).unwrap_or_default();
    Ok(PersonView { person, revision, roles, detail, facts, forms, may_edit })
}

/// What a person is saved with.
#[derive(Clone, Debug, Default)]
pub struct SavePerson {
    /// The name.
    pub name: PersonName,
    /// How to reach the person.
    pub contact: Contact,
    /// The job, as in documents.
    pub job_title: String,
    /// The writer has seen who looks alike and how the name is spelled, and keeps it.
    pub is_sure: bool,
}

/// Why a person that is written by hand is not saved yet.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SavePersonObstacle {
    /// A field of the card.
    #[error(transparent)]
    Person(#[from] PersonObstacle),
    /// The capitals of a passport are others: asked once.
    #[error("the name is spelled otherwise")]
    Spelling {
        /// As it is spelled in a passport.
        better: PersonName,
    },
    /// Somebody who is known can be the one: asked once.
    #[error("somebody known looks alike")]
    Lookalike(Lookalike),
}

/// Adds a person to the organisation.
///
/// - Returns: its id.
/// - Errors: not found without the right; `PersonObstacle`.
pub async fn add_person(ctx: &Ctx, ask: &SavePerson) -> Result<PersonId, Refusal<PersonObstacle>> {
    ctx.require(Action::EditPeople, ctx.at())?;
    let ask = trimmed(ask);
    Refusal::unless_clear(check_person(&ask.name, &ask.contact, &ask.job_title))?;
    let person = Person {
        id: ctx.new_id(),
        organisation: ctx.at(),
        name: ask.name,
        contact: ask.contact,
        job_title: ask.job_title,
        left_on: None,
    };
    let tx = ctx.begin().await?;
    tx.insert_person(&person).await?;
    ctx.record(&tx, Event::PersonAdded { person: person.id }).await?;
    tx.commit().await?;
    Ok(person.id)
}

/// Changes a person.
///
/// A name that changes is asked about as a list asks: who looks alike, how it is spelled.
///
/// - `revision`: as it was shown.
/// - Errors: not found without the right; stale; `SavePersonObstacle`.
pub async fn change_person(
    ctx: &Ctx,
    id: PersonId,
    ask: &SavePerson,
    revision: i64,
) -> Result<(), Refusal<SavePersonObstacle>> {
    let tx = ctx.begin().await?;
    let (person, _) = tx.person(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditPeople, person.organisation)?;
    let ask = trimmed(ask);
    let wrong = check_person(&ask.name, &ask.contact, &ask.job_title);
    let mut obstacles: Vec<_> = wrong.into_iter().map(SavePersonObstacle::Person).collect();
    let is_wrong = obstacles.iter().any(newcomer::is_of_name);
    if !ask.is_sure && !is_wrong && ask.name != person.name {
        let known = tx.known_all(&ctx.scope, ctx.at(), ctx.today()).await?;
        let detail = tx.person_details(&ctx.scope, &[id]).await?.pop();
        let listed = ListedPerson {
            name: ask.name.clone(),
            birth_date: detail.and_then(|it| it.birth_on),
            ..ListedPerson::default()
        };
        obstacles.extend(newcomer::asked(ctx, &listed, Some(id), &known));
    }
    Refusal::unless_clear(obstacles)?;
    let changed =
        Person { name: ask.name, contact: ask.contact, job_title: ask.job_title, ..person.clone() };
    let roles = tx.person_roles(&ctx.scope, &[id]).await?;
    let began = roles.iter().map(|it| it.period.from).min();
    let past = history::differences(&person, &changed);
    let facts = history::records(ctx, (person.organisation, id), past, began);
    tx.save_person(&changed, revision).await?;
    tx.set_person_facts(&facts).await?;
    ctx.record(&tx, Event::PersonChanged { person: id }).await?;
    tx.commit().await?;
    Ok(())
}

fn trimmed(ask: &SavePerson) -> SavePerson {
    let trim = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    SavePerson {
        name: PersonName {
            surname: trim(&ask.name.surname),
            first: trim(&ask.name.first),
            patronymic: trim(&ask.name.patronymic),
        },
        contact: Contact { email: trim(&ask.contact.email), phone: trim(&ask.contact.phone) },
        job_title: trim(&ask.job_title),
        is_sure: ask.is_sure,
    }
}

/// Records the last day of a person with the organisation; roles end with it.
///
/// - Errors: not found without the right; a role that began later.
pub async fn leave(ctx: &Ctx, id: PersonId, on: Date) -> Result<(), Refusal<PersonRoleObstacle>> {
    let tx = ctx.begin().await?;
    let (person, revision) = tx.person(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditPeople, person.organisation)?;
    let organisation = person.organisation;
    let mut obstacles = Vec::new();
    let mut ended = Vec::new();
    for role in tx.person_roles(&ctx.scope, &[id]).await? {
        if role.period.to.is_some_and(|last| last <= on) {
            continue;
        }
        match end_role(&role, on) {
            Ok(role) => ended.push(role),
            Err(obstacle) => obstacles.push(obstacle),
        }
    }
    Refusal::unless_clear(obstacles)?;
    for role in &ended {
        tx.save_person_role(organisation, role).await?;
    }
    tx.save_person(&Person { left_on: Some(on), ..person }, revision).await?;
    for role in &ended {
        let event = Event::PersonRoleEnded { person: id, position: role.position, on };
        ctx.record(&tx, event).await?;
    }
    ctx.record(&tx, Event::PersonLeft { person: id, on }).await?;
    tx.commit().await?;
    Ok(())
}

/// What giving a role asks.
#[derive(Clone, Debug)]
pub struct GiveRole {
    /// Which.
    pub position: Position,
    /// What it is limited to: a class, a subject; empty where nothing.
    pub about: String,
    /// When.
    pub period: Period,
}

/// Gives a role to a person.
///
/// - Errors: not found without the right; `PersonRoleObstacle`.
pub async fn give_role(
    ctx: &Ctx,
    id: PersonId,
    ask: &GiveRole,
) -> Result<PersonRoleId, Refusal<PersonRoleObstacle>> {
    let tx = ctx.begin().await?;
    let (person, _) = tx.person(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditPeople, person.organisation)?;
    let held = tx.person_roles(&ctx.scope, &[id]).await?;
    let about = ask.about.trim().to_owned();
    let mut obstacles: Vec<_> =
        check_role(&held, ask.position, &about, ask.period).err().into_iter().collect();
    // Papers are signed by the head: with the title and the days of office, on one page, by who may
    // change the card of the organisation.
    if ask.position == Position::Head {
        obstacles.push(PersonRoleObstacle::HeadElsewhere);
    }
    let birth = tx.person_details(&ctx.scope, &[id]).await?.pop().and_then(|it| it.birth_on);
    obstacles.extend(check_suits(&held, birth, ask.position, ask.period, Law::built_in()));
    Refusal::unless_clear(obstacles)?;
    let role = PersonRole {
        id: ctx.new_id(),
        person: id,
        position: ask.position,
        period: ask.period,
        about,
    };
    tx.insert_person_role(person.organisation, &role).await?;
    let event =
        Event::PersonRoleGiven { person: id, position: ask.position, from: ask.period.from };
    ctx.record(&tx, event).await?;
    tx.commit().await?;
    Ok(role.id)
}

/// Ends a role of a person on a day; the day itself still counts.
///
/// - Errors: not found without the right; `PersonRoleObstacle`.
pub async fn take_role(
    ctx: &Ctx,
    id: PersonId,
    role: PersonRoleId,
    on: Date,
) -> Result<(), Refusal<PersonRoleObstacle>> {
    let tx = ctx.begin().await?;
    let (person, _) = tx.person(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditPeople, person.organisation)?;
    let held = tx.person_roles(&ctx.scope, &[id]).await?;
    let role = held.into_iter().find(|it| it.id == role).ok_or(Refusal::NotFound)?;
    let ended = end_role(&role, on).map_err(Refusal::because)?;
    tx.save_person_role(person.organisation, &ended).await?;
    let event = Event::PersonRoleEnded { person: id, position: ended.position, on };
    ctx.record(&tx, event).await?;
    tx.commit().await?;
    Ok(())
}
