//! What is known of a person beside the card, and who represents a minor.
//!
//! It decides who sees and changes it. Deliberately absent: names and roles (`person`).

use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::event::Event;
use mentoring::id::{GuardianshipId, PersonId};
use mentoring::law::Law;
use mentoring::person::fact::FactKind;
use mentoring::person::guardian::{GuardianAge, GuardianFacts, check_guardian_age};
use mentoring::person::{Gender, GuardianGround, Position};
use store::{Guardianship, PersonDetail, StoreError, Tx};

use crate::ctx::Ctx;
use crate::person::history::{Past, records};
use crate::pools::known_person;
use crate::refusal::Refusal;

/// The longest text of a detail, in characters.
pub const DETAIL_LIMIT: usize = 300;

/// What a person's details are saved with.
#[derive(Clone, Debug, Default)]
pub struct SaveDetail {
    /// The day of birth.
    pub birth_on: Option<Date>,
    /// The gender; `None` where it is told from the name.
    pub gender: Option<Gender>,
    /// The qualification category.
    pub category: String,
    /// Since when the person teaches.
    pub teaches_since: Option<Date>,
    /// The clause by which mentoring is the person's work.
    pub works_by_contract: String,
}

/// What is wrong with details.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DetailObstacle {
    /// A day of birth in the future or more than 120 years ago.
    #[error("nobody alive was born on {birth_on}")]
    Birth {
        /// The day.
        birth_on: Date,
    },
    /// The person would teach before the sixteenth birthday, or from the future on.
    #[error("the person cannot teach since {since}")]
    TeachesSince {
        /// The day.
        since: Date,
    },
    /// A text is longer than fits.
    #[error("a text is longer than {limit} characters")]
    TooLong {
        /// Characters allowed.
        limit: usize,
    },
}

/// Saves what is known of a person beside the card.
///
/// - `revision`: as it was shown; 0 where nothing was known.
/// - Errors: not found without the right; stale; `DetailObstacle`.
pub async fn save_detail(
    ctx: &Ctx,
    id: PersonId,
    ask: &SaveDetail,
    revision: i64,
) -> Result<(), Refusal<DetailObstacle>> {
    let tx = ctx.begin().await?;
    let (person, _) = tx.person(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditConsents, person.organisation)?;
    Refusal::unless_clear(check(ask, ctx.today()))?;
    let detail = PersonDetail {
        organisation: person.organisation,
        person: id,
        birth_on: ask.birth_on,
        gender: ask.gender.map(|it| it.slug().to_owned()).unwrap_or_default(),
        category: ask.category.trim().to_owned(),
        teaches_since: ask.teaches_since,
        works_by_contract: ask.works_by_contract.trim().to_owned(),
        revision,
    };
    match tx.person_details(&ctx.scope, &[id]).await?.pop() {
        None => tx.insert_person_detail(&detail).await?,
        Some(before) => {
            tx.save_person_detail(&detail).await?;
            let (before, after) = (before.category, detail.category.clone());
            let kind = FactKind::Category;
            let past = if before == after { vec![] } else { vec![Past { kind, before, after }] };
            let began = tx.person_roles(&ctx.scope, &[id]).await?;
            let began = began.iter().map(|it| it.period.from).min();
            let facts = records(ctx, (person.organisation, id), past, began);
            tx.set_person_facts(&facts).await?;
        }
    }
    ctx.record(&tx, Event::PersonDetailed { person: id }).await?;
    tx.commit().await?;
    Ok(())
}

fn check(ask: &SaveDetail, today: Date) -> Vec<DetailObstacle> {
    const OLDEST: i16 = 120;
    const YOUNGEST_TEACHER: i16 = 16;
    let mut obstacles = Vec::new();
    if let Some(birth_on) = ask.birth_on
        && (today < birth_on || birth_on.year() + OLDEST < today.year())
    {
        obstacles.push(DetailObstacle::Birth { birth_on });
    }
    if let Some(since) = ask.teaches_since {
        let is_early = ask.birth_on.is_some_and(|it| since.year() < it.year() + YOUNGEST_TEACHER);
        if today < since || is_early {
            obstacles.push(DetailObstacle::TeachesSince { since });
        }
    }
    let is_long = |it: &&&String| DETAIL_LIMIT < it.chars().count();
    let long = [&ask.category, &ask.works_by_contract].iter().filter(is_long).count();
    obstacles.extend((0..long.min(1)).map(|_| DetailObstacle::TooLong { limit: DETAIL_LIMIT }));
    obstacles
}

/// What naming a representative asks.
#[derive(Clone, Debug)]
pub struct NameGuardian {
    /// The minor.
    pub ward: PersonId,
    /// The representative.
    pub guardian: PersonId,
    /// On what ground.
    pub ground: GuardianGround,
    /// The paper that gives the ground.
    pub paper: String,
    /// First day; `None` for a parent, who is one from the birth of the child.
    pub from: Option<Date>,
}

/// Why a representative cannot be named or ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GuardianObstacle {
    /// Nobody represents oneself.
    #[error("nobody represents oneself")]
    Oneself,
    /// The ground wants a paper and names none.
    #[error("the ground {ground} wants a paper")]
    NoPaper {
        /// The ground.
        ground: GuardianGround,
    },
    /// The two are named already on some of the days.
    #[error("the person represents the minor since {since}")]
    Named {
        /// First day.
        since: Date,
    },
    /// The representative is too young, or nobody knows the age.
    #[error(transparent)]
    Age(#[from] GuardianAge),
    /// Every ground but a parent's begins with the day of its paper.
    #[error("the first day is not said")]
    NoDay,
    /// It would end before it began.
    #[error("it began on {from} and cannot end before")]
    EndsBeforeItBegan {
        /// First day.
        from: Date,
    },
}

/// Names a representative of a minor.
///
/// - Errors: not found without the right; `GuardianObstacle`.
pub async fn name_guardian(
    ctx: &Ctx,
    ask: &NameGuardian,
) -> Result<GuardianshipId, Refusal<GuardianObstacle>> {
    let tx = ctx.begin().await?;
    let (ward, _) = tx.person(&ctx.scope, ask.ward).await?.ok_or(Refusal::NotFound)?;
    let (guardian, _) = tx.person(&ctx.scope, ask.guardian).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditConsents, ward.organisation)?;
    if guardian.organisation != ward.organisation {
        return Err(Refusal::NotFound);
    }
    let named = tx.guardianships(&ctx.scope, &[ask.ward]).await?;
    if let Some(it) = named.iter().find(|it| lacks_paper(it, ask)) {
        // A list brought the trustee and not the act: it is written down and nothing begins anew.
        let from_on = ask.from.map_or(it.from_on, |from| from.min(it.from_on));
        let paper = ask.paper.trim().to_owned();
        let proved = Guardianship { paper, from_on, ..it.clone() };
        tx.save_guardianship(&proved).await?;
        let event = Event::GuardianNamed { guardianship: it.id, person: ask.ward, from: from_on };
        ctx.record(&tx, event).await?;
        tx.commit().await?;
        return Ok(it.id);
    }
    let mut obstacles = Vec::new();
    if ask.ward == ask.guardian {
        obstacles.push(GuardianObstacle::Oneself);
    }
    let is_parent = ask.ground == GuardianGround::Parent;
    if !is_parent && ask.paper.trim().is_empty() {
        obstacles.push(GuardianObstacle::NoPaper { ground: ask.ground });
    }
    let details = tx.person_details(&ctx.scope, &[ask.ward, ask.guardian]).await?;
    let birth = |id: PersonId| details.iter().find(|it| it.person == id).and_then(|it| it.birth_on);
    let facts = GuardianFacts {
        birth: birth(ask.guardian),
        is_student: is_student(ctx, &tx, ask.guardian).await?,
        of_ward: birth(ask.ward),
    };
    let age = check_guardian_age(ask.ground, facts, ctx.today(), Law::built_in());
    obstacles.extend(age.map(GuardianObstacle::Age));
    // A parent without a day is one from birth; where that is unknown, the day of writing stands in.
    let from_on = match ask.from {
        None if !is_parent => {
            obstacles.push(GuardianObstacle::NoDay);
            ctx.today()
        }
        from => from.or(facts.of_ward).unwrap_or_else(|| ctx.today()),
    };
    let same =
        |it: &&Guardianship| it.guardian == ask.guardian && it.to_on.is_none_or(|to| from_on <= to);
    if let Some(it) = named.iter().find(same) {
        obstacles.push(GuardianObstacle::Named { since: it.from_on });
    }
    Refusal::unless_clear(obstacles)?;
    let guardianship = Guardianship {
        organisation: ward.organisation,
        id: ctx.new_id(),
        ward: ask.ward,
        guardian: ask.guardian,
        ground: ask.ground,
        paper: ask.paper.trim().to_owned(),
        from_on,
        to_on: None,
    };
    tx.insert_guardianship(&guardianship).await?;
    let event =
        Event::GuardianNamed { guardianship: guardianship.id, person: ask.ward, from: from_on };
    ctx.record(&tx, event).await?;
    tx.commit().await?;
    Ok(guardianship.id)
}

/// Whether somebody represents on the ground that is asked, without the paper that it wants.
fn lacks_paper(it: &Guardianship, ask: &NameGuardian) -> bool {
    it.guardian == ask.guardian
        && it.ground == ask.ground
        && ask.ground != GuardianGround::Parent
        && it.to_on.is_none()
        && it.paper.is_empty()
        && !ask.paper.trim().is_empty()
}

async fn is_student(ctx: &Ctx, tx: &Tx, id: PersonId) -> Result<bool, StoreError> {
    let known = known_person(ctx, tx, id, ctx.today()).await?;
    Ok(known.is_some_and(|it| it.positions.contains(&Position::Student)))
}

/// Ends a representation on a day; the day itself still counts.
///
/// - Errors: not found without the right; `GuardianObstacle`.
pub async fn end_guardian(
    ctx: &Ctx,
    ward: PersonId,
    id: GuardianshipId,
    on: Date,
) -> Result<(), Refusal<GuardianObstacle>> {
    let tx = ctx.begin().await?;
    let (person, _) = tx.person(&ctx.scope, ward).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditConsents, person.organisation)?;
    let named = tx.guardianships(&ctx.scope, &[ward]).await?;
    let it = named.into_iter().find(|it| it.id == id).ok_or(Refusal::NotFound)?;
    if on < it.from_on && it.ground != GuardianGround::Parent {
        return Err(Refusal::because(GuardianObstacle::EndsBeforeItBegan { from: it.from_on }));
    }
    tx.save_guardianship(&Guardianship { to_on: Some(on), ..it }).await?;
    ctx.record(&tx, Event::GuardianEnded { guardianship: id, on }).await?;
    tx.commit().await?;
    Ok(())
}
