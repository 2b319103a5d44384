//! Acts that papers name, and who heads the organisation from when to when.
//!
//! It decides who records them. Deliberately absent: which paper names which act.

use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::event::Event;
use mentoring::id::{LocalActId, PersonId};
use mentoring::law::Law;
use mentoring::organisation::in_office::head_on;
use mentoring::organisation::requisites::{ActLevel, LocalAct, LocalActObstacle, check_local_act};
use mentoring::period::Period;
use mentoring::person::suited::check_suits;
use mentoring::person::{Person, PersonRole, PersonRoleObstacle, Position, check_role, end_role};
use store::{StoreError, Tx};

use crate::ctx::Ctx;
use crate::refusal::Refusal;

/// What names an act that is entered (`crate::act`).
#[derive(Clone, Debug)]
pub struct AddLocalAct {
    /// Whose it is.
    pub level: ActLevel,
    /// Its name with who issued it.
    pub title: String,
    /// Its number; may be empty.
    pub number: String,
    /// The day of signing.
    pub signed_on: Date,
    /// The last day it says it acts.
    pub until: Option<Date>,
}

/// Records that an act was repealed on a day.
///
/// - Errors: not found; `LocalActObstacle`.
pub async fn end_local_act(
    ctx: &Ctx,
    id: LocalActId,
    on: Date,
) -> Result<(), Refusal<LocalActObstacle>> {
    ctx.require(Action::EditOrganisation, ctx.at())?;
    let tx = ctx.begin().await?;
    let known = tx.local_acts(&ctx.scope, ctx.at()).await?;
    let act = known.into_iter().find(|it| it.id == id).ok_or(Refusal::NotFound)?;
    let ended = LocalAct { ended_on: Some(on), ..act };
    Refusal::unless_clear(check_local_act(&ended))?;
    tx.end_local_act(ctx.at(), id, on).await?;
    ctx.record(&tx, Event::LocalActEnded { act: id, on }).await?;
    tx.commit().await?;
    Ok(())
}

/// Somebody who heads or headed the organisation.
#[derive(Clone, Debug)]
pub struct InOffice {
    /// Who.
    pub person: Person,
    /// From when to when; `about` is the post where it is not the usual one.
    pub role: PersonRole,
    /// The post as papers write it: of the role, of the card, or the person's job.
    pub title: String,
}

/// Everybody who heads or headed the organisation, the latest first.
///
/// - Errors: of the store.
pub async fn heads(ctx: &Ctx, tx: &Tx) -> Result<Vec<InOffice>, StoreError> {
    let roles = tx.roles_of_position(&ctx.scope, ctx.at(), Position::Head).await?;
    let ids: Vec<PersonId> = roles.iter().map(|it| it.person).collect();
    let people = tx.people_by_ids(&ctx.scope, &ids).await?;
    let usual = tx.requisites(&ctx.scope, ctx.at()).await?.head_title;
    let held = roles.into_iter().filter_map(|role| {
        let person = people.iter().find(|it| it.id == role.person)?.clone();
        let titles = [&role.about, &usual, &person.job_title];
        let title = titles.into_iter().find(|it| !it.is_empty()).cloned().unwrap_or_default();
        Some(InOffice { person, role, title })
    });
    Ok(held.collect())
}

/// Who heads the organisation on a day, for its papers; `None` where nobody is recorded.
///
/// - Errors: of the store.
pub async fn head_of_day(ctx: &Ctx, tx: &Tx, day: Date) -> Result<Option<InOffice>, StoreError> {
    let all = heads(ctx, tx).await?;
    let roles: Vec<PersonRole> = all.iter().map(|it| it.role.clone()).collect();
    let of_day = head_on(&roles, day).map(|it| it.id);
    Ok(all.into_iter().find(|it| Some(it.role.id) == of_day))
}

/// What a new head asks.
#[derive(Clone, Debug)]
pub struct NameHead {
    /// Who.
    pub person: PersonId,
    /// The post where it is not the usual one: «и. о. директора»; may be empty.
    pub title: String,
    /// First day.
    pub from: Date,
    /// Last day of somebody who acts for a time; `None` for a head.
    pub to: Option<Date>,
}

/// Names who heads the organisation from a day on. A head without a last day takes over from the
/// one before, whose last day is the day before; an acting one does not.
///
/// - Errors: not found; `PersonRoleObstacle`.
pub async fn name_head(ctx: &Ctx, ask: &NameHead) -> Result<(), Refusal<PersonRoleObstacle>> {
    ctx.require(Action::EditOrganisation, ctx.at())?;
    let tx = ctx.begin().await?;
    let (person, _) = tx.person(&ctx.scope, ask.person).await?.ok_or(Refusal::NotFound)?;
    if person.organisation != ctx.at() {
        return Err(Refusal::NotFound);
    }
    let mut obstacles = Vec::new();
    let held = tx.person_roles(&ctx.scope, &[ask.person]).await?;
    let title = ask.title.trim().to_owned();
    let period = Period { from: ask.from, to: ask.to };
    if ask.to.is_some_and(|to| to < ask.from) {
        obstacles.push(PersonRoleObstacle::EndsBeforeItBegan { from: ask.from });
    }
    obstacles.extend(check_role(&held, Position::Head, &title, period).err());
    let detail = tx.person_details(&ctx.scope, &[ask.person]).await?.pop();
    let birth = detail.and_then(|it| it.birth_on);
    obstacles.extend(check_suits(&held, birth, Position::Head, period, Law::built_in()));
    let before = if ask.to.is_none() { predecessors(ctx, &tx, ask).await? } else { Vec::new() };
    let ended: Vec<_> =
        before.iter().map(|it| end_role(it, ask.from.yesterday().unwrap_or(ask.from))).collect();
    obstacles.extend(ended.iter().filter_map(|it| it.as_ref().err().cloned()));
    Refusal::unless_clear(obstacles)?;
    for role in ended.into_iter().flatten() {
        tx.save_person_role(ctx.at(), &role).await?;
        let on = role.period.to.unwrap_or(ask.from);
        let event = Event::PersonRoleEnded { person: role.person, position: role.position, on };
        ctx.record(&tx, event).await?;
    }
    let role = PersonRole {
        id: ctx.new_id(),
        person: ask.person,
        position: Position::Head,
        period,
        about: title,
    };
    tx.insert_person_role(ctx.at(), &role).await?;
    let event =
        Event::PersonRoleGiven { person: ask.person, position: Position::Head, from: ask.from };
    ctx.record(&tx, event).await?;
    tx.commit().await?;
    Ok(())
}

/// Heads of others who would be in office beside the new one.
async fn predecessors(ctx: &Ctx, tx: &Tx, ask: &NameHead) -> Result<Vec<PersonRole>, StoreError> {
    let all = tx.roles_of_position(&ctx.scope, ctx.at(), Position::Head).await?;
    let lasts = |it: &PersonRole| it.period.to.is_none() && it.person != ask.person;
    Ok(all.into_iter().filter(lasts).collect())
}
