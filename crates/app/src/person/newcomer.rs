//! A new person, written by hand on one page with everything its kind needs.
//!
//! It decides that what a list would ask is asked here too: who looks alike, how the name is spelled.
//! Deliberately absent: for which reasons two can be one (`mentoring::person::arrival`), lists
//! (`import`).

use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::event::Event;
use mentoring::id::PersonId;
use mentoring::period::Period;
use mentoring::person::arrival::lookalikes;
use mentoring::person::duplicate::DuplicateReason;
use mentoring::person::fact::FactKind;
use mentoring::person::listed::{
    ListObstacle, ListedPerson, PersonKind, QualificationCategory, check_age, check_birth,
};
use mentoring::person::spelling::{better, is_name_part};
use mentoring::person::{
    Contact, GuardianGround, NAME_LIMIT, Person, PersonName, PersonObstacle, PersonRole, Position,
    check_person,
};
use store::{Guardianship, KnownAll, PersonDetail, Tx};

use super::arrive::{known_people, school_year_of};
use super::history::{Past, records};
use super::{SavePerson, SavePersonObstacle, trimmed};
use crate::ctx::Ctx;
use crate::refusal::Refusal;

/// Somebody known who can be the one who is written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lookalike {
    /// Who.
    pub person: Person,
    /// The class of a student, the job of an employee; empty where unknown.
    pub about: String,
    /// Day of birth.
    pub birth_on: Option<Date>,
    /// Why.
    pub why: DuplicateReason,
}

/// A person as written down by hand.
#[derive(Clone, Debug)]
pub struct Newcomer {
    /// What the person is to the organisation; it tells which of the other facts are taken.
    pub kind: PersonKind,
    /// The card.
    pub card: SavePerson,
    /// A surname of before.
    pub former_surname: String,
    /// Day of birth.
    pub birth_on: Option<Date>,
    /// The first role of an employee.
    pub position: Option<Position>,
    /// The subject of a teacher.
    pub subject: String,
    /// The category of an employee.
    pub category: Option<QualificationCategory>,
    /// The class or group of a student.
    pub class: String,
    /// The representative of a student, who is new too.
    pub guardian: Option<SavePerson>,
    /// The representative of a student, who is known.
    pub known_guardian: Option<PersonId>,
    /// The student whom a guardian represents.
    pub ward: Option<PersonId>,
    /// On what ground one represents the other.
    pub ground: GuardianGround,
    /// The paper that gives the ground.
    pub paper: String,
}

/// Why a new person is not saved yet.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NewcomerObstacle {
    /// The card of the person, or what is asked about the name.
    #[error(transparent)]
    Person(#[from] SavePersonObstacle),
    /// The representative of a student.
    #[error(transparent)]
    Guardian(SavePersonObstacle),
    /// A student without a class is found in no list.
    #[error("the student has no class")]
    NoClass,
    /// The day of birth.
    #[error(transparent)]
    Birth(ListObstacle),
    /// A surname of before that is no name.
    #[error("the former surname is no name")]
    FormerSurname,
    /// A text is longer than fits.
    #[error("{field} is longer than {limit} characters")]
    TooLong {
        /// Which field.
        field: &'static str,
        /// Characters allowed.
        limit: usize,
    },
    /// The ground wants a paper and names none.
    #[error("the ground wants a paper")]
    NoPaper,
}

/// Adds a person with what its kind needs: roles, day of birth, who represents whom.
///
/// - Returns: its id.
/// - Errors: not found without the right, or for a ward or guardian who is not there;
///   `NewcomerObstacle`, all at once.
pub async fn add_newcomer(
    ctx: &Ctx,
    ask: &Newcomer,
) -> Result<PersonId, Refusal<NewcomerObstacle>> {
    ctx.require(Action::EditPeople, ctx.at())?;
    let ask = Newcomer {
        card: trimmed(&ask.card),
        guardian: ask.guardian.as_ref().map(trimmed),
        ..ask.clone()
    };
    let tx = ctx.begin().await?;
    let known = tx.known_all(&ctx.scope, ctx.at(), ctx.today()).await?;
    for id in [ask.ward, ask.known_guardian].into_iter().flatten() {
        known.people.iter().find(|(it, _)| it.id == id).ok_or(Refusal::NotFound)?;
    }
    Refusal::unless_clear(check(ctx, &ask, &known))?;
    let id = write_person(ctx, &tx, &ask).await?;
    let guardian = match &ask.guardian {
        Some(card) => Some(write_guardian(ctx, &tx, card).await?),
        None => ask.known_guardian,
    };
    let pair = match ask.kind {
        PersonKind::Student => guardian.map(|guardian| (id, guardian, ask.birth_on)),
        PersonKind::Guardian => ask.ward.map(|ward| {
            let detail = known.details.iter().find(|it| it.person == ward);
            (ward, id, detail.and_then(|it| it.birth_on))
        }),
        _ => None,
    };
    if let Some((ward, guardian, birth_on)) = pair {
        represent(ctx, &tx, &ask, (ward, guardian, birth_on)).await?;
    }
    tx.commit().await?;
    Ok(id)
}

/// What is asked about a name that is written by hand.
///
/// - `except`: the person who is being changed.
pub(super) fn asked(
    ctx: &Ctx,
    listed: &ListedPerson,
    except: Option<PersonId>,
    known: &KnownAll,
) -> Vec<SavePersonObstacle> {
    let spelling = better(&listed.name).filter(|_| is_written(&listed.name));
    let mut asked: Vec<_> =
        spelling.map(|better| SavePersonObstacle::Spelling { better }).into_iter().collect();
    let people = known_people(known, ctx.today());
    let found = lookalikes(listed, &people).into_iter().filter(|it| Some(it.id) != except);
    let of = |id, why| {
        let (person, _) = known.people.iter().find(|(it, _)| it.id == id)?;
        let class = known.roles.iter().find(|it| {
            it.person == id && it.position == Position::Student && it.period.contains(ctx.today())
        });
        let about = class.map_or_else(|| person.job_title.clone(), |it| it.about.clone());
        let birth_on = known.details.iter().find(|it| it.person == id).and_then(|it| it.birth_on);
        Some(Lookalike { person: person.clone(), about, birth_on, why })
    };
    let found = found.filter_map(|it| of(it.id, it.why));
    asked.extend(found.map(SavePersonObstacle::Lookalike));
    asked
}

/// Whether the name itself is to be mended first.
pub(super) fn is_of_name(it: &SavePersonObstacle) -> bool {
    match it {
        SavePersonObstacle::Person(
            PersonObstacle::NotAName { field } | PersonObstacle::TooLong { field, .. },
        ) => matches!(*field, "surname" | "first" | "patronymic"),
        SavePersonObstacle::Person(it) => *it == PersonObstacle::NoSurname,
        SavePersonObstacle::Spelling { .. } | SavePersonObstacle::Lookalike(_) => false,
    }
}

/// Whether every part is a name: capitals are not offered for what is none.
fn is_written(name: &PersonName) -> bool {
    let parts = [&name.surname, &name.first, &name.patronymic];
    parts.iter().all(|it| it.is_empty() || is_name_part(it))
}

fn check(ctx: &Ctx, ask: &Newcomer, known: &KnownAll) -> Vec<NewcomerObstacle> {
    let today = ctx.today();
    let of_card = |card: &SavePerson, former: &str, birth_date: Option<Date>| {
        let wrong = check_person(&card.name, &card.contact, &card.job_title).into_iter();
        let mut wrong: Vec<_> = wrong.map(SavePersonObstacle::Person).collect();
        let listed = ListedPerson {
            name: card.name.clone(),
            former_surname: former.to_owned(),
            birth_date,
            ..ListedPerson::default()
        };
        if !card.is_sure && !wrong.iter().any(is_of_name) {
            wrong.extend(asked(ctx, &listed, None, known));
        }
        wrong
    };
    let own = of_card(&ask.card, &ask.former_surname, ask.birth_on).into_iter();
    let mut obstacles: Vec<_> = own.map(NewcomerObstacle::Person).collect();
    if !ask.former_surname.trim().is_empty() && !is_name_part(&ask.former_surname) {
        obstacles.push(NewcomerObstacle::FormerSurname);
    }
    if ask.kind == PersonKind::Student && ask.class.trim().is_empty() {
        obstacles.push(NewcomerObstacle::NoClass);
    }
    if let Some(birth) = ask.birth_on {
        let checked = check_birth(birth, today);
        let checked = checked.and_then(|it| check_age(it, Some(ask.kind), &ask.class, today));
        obstacles.extend(checked.err().map(NewcomerObstacle::Birth));
    }
    for (field, text) in [
        ("class", &ask.class),
        ("subject", &ask.subject),
        ("former_surname", &ask.former_surname),
        ("paper", &ask.paper),
    ] {
        if NAME_LIMIT < text.chars().count() {
            obstacles.push(NewcomerObstacle::TooLong { field, limit: NAME_LIMIT });
        }
    }
    if let Some(card) = &ask.guardian {
        let wrong = of_card(card, "", None).into_iter();
        obstacles.extend(wrong.map(NewcomerObstacle::Guardian));
    }
    let represents = match ask.kind {
        PersonKind::Student => ask.guardian.is_some() || ask.known_guardian.is_some(),
        PersonKind::Guardian => ask.ward.is_some(),
        _ => false,
    };
    let is_parent = ask.ground == GuardianGround::Parent;
    if represents && !is_parent && ask.paper.trim().is_empty() {
        obstacles.push(NewcomerObstacle::NoPaper);
    }
    obstacles
}

/// Writes the person, the roles of the kind, and what is known beside the card.
async fn write_person(ctx: &Ctx, tx: &Tx, ask: &Newcomer) -> Result<PersonId, store::StoreError> {
    let person = insert(ctx, tx, &ask.card).await?;
    // Somebody new begins with the school year; in summer, today: next year is not begun.
    let since = school_year_of(ctx.today()).min(ctx.today());
    let (position, about) = match ask.kind {
        PersonKind::Student => (Some(Position::Student), ask.class.trim()),
        PersonKind::Guardian => (Some(Position::Guardian), ""),
        PersonKind::Graduate => (Some(Position::Graduate), ""),
        PersonKind::Partner => (Some(Position::Partner), ""),
        PersonKind::Employee => {
            let subject = ask.subject.trim();
            let by_subject = (!subject.is_empty()).then_some(Position::Teacher);
            let position = ask.position.or(by_subject);
            let about = if position == Some(Position::Teacher) { subject } else { "" };
            (position, about)
        }
    };
    if let Some(position) = position {
        give(ctx, tx, person.id, (position, about), since).await?;
    }
    let category = ask.category.filter(|_| ask.kind == PersonKind::Employee);
    if ask.birth_on.is_some() || category.is_some() {
        let detail = PersonDetail {
            organisation: ctx.at(),
            person: person.id,
            birth_on: ask.birth_on,
            gender: String::new(),
            category: category
                .map(documents::people::words::category)
                .unwrap_or_default()
                .to_owned(),
            teaches_since: None,
            works_by_contract: String::new(),
            revision: 0,
        };
        tx.insert_person_detail(&detail).await?;
        ctx.record(tx, Event::PersonDetailed { person: person.id }).await?;
    }
    let former = ask.former_surname.trim();
    if !former.is_empty() && former != person.name.surname {
        let (before, after) = (former.to_owned(), person.name.surname.clone());
        let past = vec![Past { kind: FactKind::Surname, before, after }];
        tx.set_person_facts(&records(ctx, (ctx.at(), person.id), past, None)).await?;
    }
    Ok(person.id)
}

async fn write_guardian(
    ctx: &Ctx,
    tx: &Tx,
    card: &SavePerson,
) -> Result<PersonId, store::StoreError> {
    let person = insert(ctx, tx, card).await?;
    give(ctx, tx, person.id, (Position::Guardian, ""), ctx.today()).await?;
    Ok(person.id)
}

async fn insert(ctx: &Ctx, tx: &Tx, card: &SavePerson) -> Result<Person, store::StoreError> {
    let person = Person {
        id: ctx.new_id(),
        organisation: ctx.at(),
        name: card.name.clone(),
        contact: Contact { ..card.contact.clone() },
        job_title: card.job_title.clone(),
        left_on: None,
    };
    tx.insert_person(&person).await?;
    ctx.record(tx, Event::PersonAdded { person: person.id }).await?;
    Ok(person)
}

async fn give(
    ctx: &Ctx,
    tx: &Tx,
    person: PersonId,
    (position, about): (Position, &str),
    from: Date,
) -> Result<(), store::StoreError> {
    let (id, period, about) = (ctx.new_id(), Period::since(from), about.to_owned());
    tx.insert_person_role(ctx.at(), &PersonRole { id, person, position, period, about }).await?;
    ctx.record(tx, Event::PersonRoleGiven { person, position, from }).await
}

/// Records who represents a minor: a parent since the birth, another from today on.
async fn represent(
    ctx: &Ctx,
    tx: &Tx,
    ask: &Newcomer,
    (ward, guardian, birth_on): (PersonId, PersonId, Option<Date>),
) -> Result<(), store::StoreError> {
    let since_birth = birth_on.filter(|_| ask.ground == GuardianGround::Parent);
    let it = Guardianship {
        organisation: ctx.at(),
        id: ctx.new_id(),
        ward,
        guardian,
        ground: ask.ground,
        paper: ask.paper.trim().to_owned(),
        from_on: since_birth.unwrap_or_else(|| ctx.today()),
        to_on: None,
    };
    tx.insert_guardianship(&it).await?;
    let event = Event::GuardianNamed { guardianship: it.id, person: ward, from: it.from_on };
    ctx.record(tx, event).await
}
