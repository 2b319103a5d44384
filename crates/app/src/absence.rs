//! Absences: who is away from a day to a day, and who acts instead.
//!
//! It decides who records them and who is told. Deliberately absent: the rights between the days
//! (`ctx` gives them, by `mentoring::absence`).

use jiff::civil::Date;
use mentoring::absence::{Absence, AbsenceObstacle, Stand, check_absence};
use mentoring::access::{Action, Role};
use mentoring::event::Event;
use mentoring::id::{AbsenceId, PersonId};
use mentoring::person::{Person, PersonRole, Position};
use store::{AbsenceRecord, Tx};

use crate::ctx::Ctx;
use crate::refusal::{Nothing, Refusal};

/// An absence with the people.
#[derive(Clone, Debug)]
pub struct AbsenceLine {
    /// As the rules look at it.
    pub absence: Absence,
    /// Who is away.
    pub person: Person,
    /// Who acts.
    pub deputy: Person,
}

/// The absences of an organisation that stand, the latest first.
async fn lines(ctx: &Ctx, tx: &Tx) -> Result<Vec<AbsenceLine>, store::StoreError> {
    let records = tx.absences(&ctx.scope, ctx.at()).await?;
    let ids: Vec<PersonId> = records.iter().flat_map(|it| [it.person, it.deputy]).collect();
    let people = tx.people_by_ids(&ctx.scope, &ids).await?;
    let find = |id: PersonId| people.iter().find(|it| it.id == id).cloned();
    let line = |it: &AbsenceRecord| {
        let (person, deputy) = (find(it.person)?, find(it.deputy)?);
        Some(AbsenceLine { absence: it.for_rule(), person, deputy })
    };
    Ok(records.iter().filter_map(line).collect())
}

/// The absences of today, for whoever sees people or is one of the two.
///
/// - Errors: of the store.
pub async fn away_today(ctx: &Ctx) -> Result<Vec<AbsenceLine>, Refusal<Nothing>> {
    let tx = ctx.read().await?;
    let today = ctx.today();
    let concerns = |it: &AbsenceLine| {
        ctx.may(Action::SeePeople) || [it.person.id, it.deputy.id].contains(&ctx.person)
    };
    let all = lines(ctx, &tx).await?;
    Ok(all.into_iter().filter(|it| it.absence.days.contains(today) && concerns(it)).collect())
}

/// The absences of a person, the latest first, and who can act for it.
#[derive(Clone, Debug)]
pub struct AbsencesView {
    /// Who.
    pub person: Person,
    /// What was recorded and stands.
    pub absences: Vec<AbsenceLine>,
    /// Whether acting for the person gives the rights of the curator.
    pub is_curator: bool,
    /// Whether the actor may record one: for a curator only who holds the curator's rights.
    pub may_record: bool,
    /// Staff with an account, to choose from: deputies first, then by name.
    pub candidates: Vec<Person>,
}

/// Shows the absences of a person.
///
/// - Errors: not found.
pub async fn show_absences(ctx: &Ctx, id: PersonId) -> Result<AbsencesView, Refusal<Nothing>> {
    let tx = ctx.read().await?;
    let (person, _) = tx.person(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditPeople, person.organisation)?;
    let mut absences = lines(ctx, &tx).await?;
    absences.retain(|it| it.person.id == id);
    let staff = Staff::today(ctx, &tx).await?;
    let is_curator = staff.roles_of(id).contains(&Role::Curator);
    let may_record = !is_curator || ctx.holds_itself(&tx, Action::ManageAccounts).await?;
    let mut candidates = tx.people_by_ids(&ctx.scope, &staff.acting(id)).await?;
    candidates.sort_by_key(|it| staff.stand(it.id, |stand| stand.rank()));
    Ok(AbsencesView { person, absences, is_curator, may_record, candidates })
}

/// What everybody of the organisation is today: roles of accounts, positions.
struct Staff {
    accounts: Vec<(PersonId, Role)>,
    positions: Vec<PersonRole>,
}

impl Staff {
    async fn today(ctx: &Ctx, tx: &Tx) -> Result<Self, store::StoreError> {
        let today = ctx.today();
        let held = tx.memberships(&ctx.scope, ctx.at()).await?;
        let there = held.into_iter().filter(|it| it.period().contains(today));
        Ok(Self {
            accounts: there.map(|it| (it.person, it.role)).collect(),
            positions: tx.roles_on(&ctx.scope, ctx.at(), today).await?,
        })
    }

    fn roles_of(&self, id: PersonId) -> Vec<Role> {
        self.accounts.iter().filter(|(it, _)| *it == id).map(|(_, role)| *role).collect()
    }

    fn stand<T>(&self, id: PersonId, told: impl FnOnce(Stand<'_>) -> T) -> T {
        let positions: Vec<Position> =
            self.positions.iter().filter(|it| it.person == id).map(|it| it.position).collect();
        told(Stand { roles: &self.roles_of(id), positions: &positions })
    }

    /// Who can act for somebody.
    fn acting(&self, absent: PersonId) -> Vec<PersonId> {
        let mut ids: Vec<PersonId> = self.accounts.iter().map(|(it, _)| *it).collect();
        ids.sort_unstable();
        ids.dedup();
        ids.retain(|it| *it != absent && self.stand(*it, |stand| stand.is_staff()));
        ids
    }
}

/// Records that somebody is away and who acts.
///
/// Who acts for a curator gets the curator's rights, and only who holds them hands them out: not
/// who merely edits people, and not a deputy, who could otherwise prolong the own days.
///
/// - Errors: not found without the right; `AbsenceObstacle`.
pub async fn record_absence(
    ctx: &Ctx,
    id: PersonId,
    deputy: PersonId,
    days: (Date, Date),
) -> Result<AbsenceId, Refusal<AbsenceObstacle>> {
    let tx = ctx.begin().await?;
    let (person, _) = tx.person(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditPeople, person.organisation)?;
    let (acting, _) = tx.person(&ctx.scope, deputy).await?.ok_or(Refusal::NotFound)?;
    if person.organisation != ctx.at() || acting.organisation != ctx.at() {
        return Err(Refusal::NotFound);
    }
    let known: Vec<Absence> =
        tx.absences(&ctx.scope, ctx.at()).await?.iter().map(AbsenceRecord::for_rule).collect();
    let staff = Staff::today(ctx, &tx).await?;
    let is_curator = staff.roles_of(id).contains(&Role::Curator);
    if is_curator && !ctx.holds_itself(&tx, Action::ManageAccounts).await? {
        return Err(Refusal::NotFound);
    }
    let obstacles = staff.stand(deputy, |it| check_absence(id, deputy, days, &known, it));
    Refusal::unless_clear(obstacles)?;
    let record = AbsenceRecord {
        organisation: ctx.at(),
        id: ctx.new_id(),
        person: id,
        deputy,
        from_on: days.0,
        to_on: days.1,
        withdrawn_at: None,
        recorded_by: ctx.actor,
        recorded_at: ctx.now,
    };
    tx.insert_absence(&record).await?;
    let event = Event::AbsenceRecorded {
        absence: record.id,
        person: id,
        from: record.from_on,
        on: record.to_on,
    };
    ctx.record(&tx, event).await?;
    tx.commit().await?;
    Ok(record.id)
}

/// Withdraws an absence: who was away is back, and nobody acts any more.
///
/// - Errors: not found.
pub async fn withdraw_absence(
    ctx: &Ctx,
    id: PersonId,
    absence: AbsenceId,
) -> Result<(), Refusal<Nothing>> {
    ctx.require(Action::EditPeople, ctx.at())?;
    let tx = ctx.begin().await?;
    let known = tx.absences(&ctx.scope, ctx.at()).await?;
    let found = known.into_iter().find(|it| it.id == absence && it.person == id);
    let record = found.ok_or(Refusal::NotFound)?;
    tx.save_absence(&AbsenceRecord { withdrawn_at: Some(ctx.now), ..record }).await?;
    ctx.record(&tx, Event::AbsenceWithdrawn { absence, person: id }).await?;
    tx.commit().await?;
    Ok(())
}
