//! Handing over of duties, tasks and access from one person to another, in one transaction.
//!
//! It decides who may do it: who keeps people and accounts. Deliberately absent: what may be handed
//! over (`mentoring::handing_over`); what is sensitive, which is given by name by the head.

use jiff::civil::Date;
use mentoring::access::{Action, Role};
use mentoring::event::Event;
use mentoring::handing_over::{Handing, HandingObstacle, check, handed};
use mentoring::id::{PersonId, PersonRoleId};
use mentoring::period::Period;
use mentoring::person::{Person, PersonRole, end_role};
use store::{Membership, StoreError, Task, Tx};

use crate::ctx::Ctx;
use crate::refusal::{Nothing, Refusal};

/// What can be handed over.
#[derive(Clone, Debug)]
pub struct HandingView {
    /// From whom.
    pub person: Person,
    /// Duties, in their order.
    pub roles: Vec<PersonRole>,
    /// Open tasks with the words of their rows, the nearest first.
    pub tasks: Vec<(Task, String)>,
    /// Access as a curator or a specialist of a centre, which goes to one other.
    pub access: Vec<Role>,
    /// People to take over, by name, and whether they can sign in.
    pub candidates: Vec<(Person, bool)>,
    /// The day.
    pub today: Date,
}

/// Shows what a person can hand over.
///
/// - Errors: not found.
pub async fn show_handing(ctx: &Ctx, id: PersonId) -> Result<HandingView, Refusal<Nothing>> {
    let tx = ctx.read().await?;
    let found = look(ctx, &tx, id).await?;
    let people = tx.people(&ctx.scope, ctx.at(), "", ctx.today()).await?;
    let has_account = |it: &Person| found.held.iter().any(|held| held.person == it.id);
    let others = people.into_iter().filter(|it| it.id != id);
    let candidates = others.map(|it| (it.clone(), has_account(&it))).collect();
    let mut tasks = Vec::new();
    for task in found.tasks {
        let row = tx.row(&ctx.scope, task.version, task.lineage).await?;
        let words = row.map(|it| it.text).unwrap_or_default();
        tasks.push((task, words));
    }
    tasks.sort_by_key(|(it, _)| (it.due_on.is_none(), it.due_on, it.id));
    Ok(HandingView {
        access: found.access.iter().map(|it| it.role).collect(),
        person: found.person,
        roles: found.roles,
        tasks,
        candidates,
        today: ctx.today(),
    })
}

struct Found {
    person: Person,
    roles: Vec<PersonRole>,
    tasks: Vec<Task>,
    /// Memberships that go along.
    access: Vec<Membership>,
    /// Everybody's memberships of the day.
    held: Vec<Membership>,
}

async fn look<O>(ctx: &Ctx, tx: &Tx, id: PersonId) -> Result<Found, Refusal<O>> {
    let (person, _) = tx.person(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditPeople, person.organisation)?;
    ctx.require(Action::ManageAccounts, person.organisation)?;
    if person.organisation != ctx.at() {
        return Err(Refusal::NotFound);
    }
    let today = ctx.today();
    let roles = handed(&tx.person_roles(&ctx.scope, &[id]).await?, today);
    let mut tasks = tx.tasks_of_person(&ctx.scope, id).await?;
    tasks.retain(|it| it.organisation == ctx.at());
    tasks.retain(|it| it.closed_on.is_none() && it.dropped_at.is_none());
    let mut held = tx.memberships(&ctx.scope, ctx.at()).await?;
    held.retain(|it| it.period().contains(today));
    let goes = |it: &&Membership| {
        let keeps = matches!(it.role, Role::Curator | Role::MunicipalCentre | Role::RegionalCentre);
        it.person == id && keeps && it.from_on < today
    };
    let access = held.iter().filter(goes).cloned().collect();
    Ok(Found { person, roles, tasks, access, held })
}

/// What handing over asks.
#[derive(Clone, Debug)]
pub struct HandOver {
    /// To whom.
    pub to: PersonId,
    /// Which duties.
    pub roles: Vec<PersonRoleId>,
    /// Whether all open tasks go along.
    pub with_tasks: bool,
    /// Whether access goes along: the one who hands over loses it from this moment.
    pub with_access: bool,
}

/// Hands over: yesterday was the last day of the one, today is the first of the other.
///
/// - Errors: not found; `HandingObstacle`, all at once.
pub async fn hand_over(
    ctx: &Ctx,
    id: PersonId,
    ask: &HandOver,
) -> Result<(), Refusal<HandingObstacle>> {
    let tx = ctx.begin().await?;
    let found = look(ctx, &tx, id).await?;
    let (to, _) = tx.person(&ctx.scope, ask.to).await?.ok_or(Refusal::NotFound)?;
    if to.organisation != ctx.at() {
        return Err(Refusal::NotFound);
    }
    let account = found.held.iter().find(|it| it.person == to.id).map(|it| it.account);
    let roles: Vec<&PersonRole> =
        found.roles.iter().filter(|it| ask.roles.contains(&it.id)).collect();
    let with_access = ask.with_access && !found.access.is_empty();
    Refusal::unless_clear(check(Handing {
        is_to_oneself: to.id == id,
        is_there: to.left_on.is_none_or(|last| ctx.today() <= last),
        has_account: account.is_some(),
        with_access,
        n_chosen: roles.len() + if ask.with_tasks { found.tasks.len() } else { 0 },
    }))?;
    for role in roles {
        hand_role(ctx, &tx, role, to.id).await?;
    }
    if ask.with_tasks {
        for task in &found.tasks {
            tx.take_task(ctx.at(), task.id, id).await?;
            ctx.record(&tx, Event::TaskTaken { task: task.id, person: id }).await?;
            tx.give_task(ctx.at(), task.id, &[to.id]).await?;
            ctx.record(&tx, Event::TaskGiven { task: task.id, person: to.id }).await?;
        }
    }
    if let Some(account) = account.filter(|_| with_access) {
        for membership in &found.access {
            hand_access(ctx, &tx, &found.held, membership, (to.id, account)).await?;
        }
    }
    Ok(tx.commit().await?)
}

async fn hand_role(
    ctx: &Ctx,
    tx: &Tx,
    role: &PersonRole,
    to: PersonId,
) -> Result<(), Refusal<HandingObstacle>> {
    let last = yesterday(ctx);
    // A role that can be handed over began before today, so that it can end yesterday.
    let ended = end_role(role, last).map_err(|error| Refusal::Unexpected(error.into()))?;
    tx.save_person_role(ctx.at(), &ended).await?;
    let (person, position) = (role.person, role.position);
    ctx.record(tx, Event::PersonRoleEnded { person, position, on: last }).await?;
    let held = tx.person_roles(&ctx.scope, &[to]).await?;
    let holds = |it: &PersonRole| {
        it.position == position && it.about == role.about && it.period.contains(ctx.today())
    };
    if held.iter().any(holds) {
        return Ok(());
    }
    let from = ctx.today();
    let given = PersonRole {
        id: ctx.new_id(),
        person: to,
        position,
        about: role.about.clone(),
        period: Period { from, to: role.period.to },
    };
    tx.insert_person_role(ctx.at(), &given).await?;
    ctx.record(tx, Event::PersonRoleGiven { person: to, position, from }).await?;
    Ok(())
}

async fn hand_access(
    ctx: &Ctx,
    tx: &Tx,
    held: &[Membership],
    membership: &Membership,
    (person, account): (PersonId, mentoring::id::AccountId),
) -> Result<(), StoreError> {
    let last = yesterday(ctx);
    tx.save_membership(&Membership { to_on: Some(last), ..membership.clone() }).await?;
    ctx.record(tx, Event::MembershipEnded { membership: membership.id, on: last }).await?;
    let role = membership.role;
    if held.iter().any(|it| it.account == account && it.role == role) {
        return Ok(());
    }
    let given = Membership {
        organisation: ctx.at(),
        id: ctx.new_id(),
        account,
        person,
        role,
        from_on: ctx.today(),
        to_on: None,
    };
    tx.insert_membership(&given).await?;
    ctx.record(tx, Event::MembershipGiven { membership: given.id, account, role }).await
}

fn yesterday(ctx: &Ctx) -> Date {
    ctx.today().yesterday().unwrap_or(ctx.today())
}
