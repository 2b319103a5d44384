//! The network: how far the organisations below a centre have come, as figures and not names.
//!
//! It decides what a centre may know of a school: counts and days. Deliberately absent: rows, texts,
//! people and documents of another organisation; nothing here ever reads them.

use std::collections::BTreeMap;

use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::id::{LineageId, OrganisationId};
use mentoring::organisation::Organisation;
use mentoring::task::{Fulfilment, TaskFacts, TaskState, fulfilment};

use crate::ctx::Ctx;
use crate::refusal::{Nothing, Refusal};

/// An organisation below, in figures.
#[derive(Clone, Debug)]
pub struct SchoolLine {
    /// The organisation.
    pub organisation: Organisation,
    /// How far its roadmaps are fulfilled today; without a position where none is in force.
    pub fulfilment: Fulfilment,
    /// The last day on which a task was done.
    pub last_done_on: Option<Date>,
}

/// The tasks of an organisation that fall due in one month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MonthCount {
    /// The first day of the month; `None` for tasks without a due day.
    pub month: Option<Date>,
    /// Tasks that apply.
    pub n_tasks: u32,
    /// Of those, done.
    pub n_done: u32,
    /// Of those, overdue.
    pub n_overdue: u32,
}

/// One organisation below, in figures.
#[derive(Clone, Debug)]
pub struct SchoolView {
    /// Its line.
    pub line: SchoolLine,
    /// Its tasks by the month they fall due in, those without a day last.
    pub months: Vec<MonthCount>,
}

/// Lists the organisations below the one that is being worked in, by name.
///
/// - Errors: not found without the right.
pub async fn list_schools(ctx: &Ctx) -> Result<Vec<SchoolLine>, Refusal<Nothing>> {
    let found = read(ctx).await?;
    Ok(found.into_iter().map(|(line, _)| line).collect())
}

/// Shows one organisation below.
///
/// - Errors: not found without the right, or where it does not stand below.
pub async fn show_school(ctx: &Ctx, id: OrganisationId) -> Result<SchoolView, Refusal<Nothing>> {
    let found = read(ctx).await?.into_iter().find(|(line, _)| line.organisation.id == id);
    let (line, facts) = found.ok_or(Refusal::NotFound)?;
    Ok(SchoolView { line, months: months(&facts, ctx.today()) })
}

type Facts = Vec<(LineageId, TaskFacts)>;

async fn read(ctx: &Ctx) -> Result<Vec<(SchoolLine, Facts)>, Refusal<Nothing>> {
    if !ctx.scope.may_below(Action::SeeFulfilment, ctx.at()) {
        return Err(Refusal::NotFound);
    }
    let tx = ctx.read().await?;
    let below = tx.organisations_below(&ctx.scope, ctx.at()).await?;
    let mut by_organisation: BTreeMap<OrganisationId, Facts> = BTreeMap::new();
    for (at, row, facts) in tx.task_facts_below(&ctx.scope, ctx.at()).await? {
        by_organisation.entry(at).or_default().push((row, facts));
    }
    let line = |organisation: Organisation| {
        let facts = by_organisation.remove(&organisation.id).unwrap_or_default();
        let last_done_on = facts.iter().filter_map(|(_, it)| it.closed).map(|(on, _)| on).max();
        let fulfilment = fulfilment(facts.iter().copied(), ctx.today());
        (SchoolLine { organisation, fulfilment, last_done_on }, facts)
    };
    Ok(below.into_iter().map(|it| it.organisation).map(line).collect())
}

fn months(facts: &[(LineageId, TaskFacts)], today: Date) -> Vec<MonthCount> {
    // The key puts tasks without a day behind all others.
    let mut months: BTreeMap<(bool, Option<Date>), MonthCount> = BTreeMap::new();
    for (_, it) in facts {
        let state = it.state(today);
        if state == TaskState::NotApplicable {
            continue;
        }
        let month = it.due_on.map(Date::first_of_month);
        let count = months.entry((month.is_none(), month)).or_default();
        count.month = month;
        count.n_tasks += 1;
        count.n_done += u32::from(matches!(state, TaskState::Done | TaskState::DoneLate));
        count.n_overdue += u32::from(state == TaskState::Overdue);
    }
    months.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use mentoring::id::LineageId;
    use mentoring::task::Closing;

    #[test]
    fn tasks_are_counted_by_the_month_they_fall_due_in() {
        let row = LineageId(uuid::Uuid::nil());
        let task = |due_on, closed| (row, TaskFacts { due_on, started_on: None, closed });
        let done = Some((date(2026, 9, 20), Closing::ByHand));
        let aside = Some((date(2026, 9, 20), Closing::NotApplicable));
        let facts = [
            task(None, None),
            task(Some(date(2026, 10, 30)), None),
            task(Some(date(2026, 9, 30)), done),
            task(Some(date(2026, 9, 1)), None),
            task(Some(date(2026, 9, 1)), aside),
        ];
        let counted: Vec<_> = months(&facts, date(2026, 10, 15))
            .into_iter()
            .map(|it| (it.month, it.n_tasks, it.n_done, it.n_overdue))
            .collect();
        let expected = [
            (Some(date(2026, 9, 1)), 2, 1, 1),
            (Some(date(2026, 10, 1)), 1, 0, 0),
            (None, 1, 0, 0),
        ];
        assert_eq!(counted, expected);
    }
}
