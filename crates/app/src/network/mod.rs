//! The network: how far the organisations below a centre have come, as figures and not names.
//!
//! It decides what a centre may know of a school: counts, days, headings of stages. Deliberately
//! absent: rows, people and documents of another organisation; nothing here ever reads them.

mod part;
mod sheet;

use std::collections::BTreeMap;

use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::id::{LineageId, OrganisationId};
use mentoring::organisation::Organisation;
use mentoring::task::{Fulfilment, TaskFacts, fulfilment};

use crate::ctx::Ctx;
use crate::refusal::{Nothing, Refusal};

pub use part::{MonthCount, Part, StageLine};
pub use sheet::{SheetWords, network_sheet};

/// An organisation below, in figures.
#[derive(Clone, Debug)]
pub struct SchoolLine {
    /// The organisation.
    pub organisation: Organisation,
    /// The name of the organisation it belongs to, where that stands below the centre too.
    pub above: Option<String>,
    /// Whether a roadmap is in force there.
    pub has_roadmap: bool,
    /// How far its roadmaps, or the part that was asked for, are fulfilled today.
    pub fulfilment: Fulfilment,
    /// The last day on which a task was done.
    pub last_done_on: Option<Date>,
}

impl SchoolLine {
    /// Whether something there is overdue.
    #[must_use]
    pub fn is_late(&self) -> bool {
        0 < self.fulfilment.n_overdue
    }
}

/// One organisation below, in figures.
#[derive(Clone, Debug)]
pub struct SchoolView {
    /// Its line.
    pub line: SchoolLine,
    /// The stages of its roadmaps, in their order.
    pub stages: Vec<StageLine>,
    /// Its tasks by the month they fall due in, those without a day last.
    pub months: Vec<MonthCount>,
}

/// All organisations below, in figures.
#[derive(Clone, Debug)]
pub struct NetworkView {
    /// How many they are.
    pub n_schools: usize,
    /// The stages of their roadmaps, in the order in which they are met; alike ones together.
    pub stages: Vec<StageLine>,
    /// Their tasks by the month they fall due in, those without a day last.
    pub months: Vec<MonthCount>,
}

/// Lists the organisations below the one that is being worked in, by name.
///
/// - `part`: what of their roadmaps is counted.
/// - Errors: not found without the right.
pub async fn list_schools(ctx: &Ctx, part: &Part) -> Result<Vec<SchoolLine>, Refusal<Nothing>> {
    let found = read(ctx).await?;
    Ok(found.into_iter().map(|it| it.line(part, ctx.today())).collect())
}

/// Shows the stages and months of all organisations below together.
///
/// - Errors: not found without the right.
pub async fn show_network(ctx: &Ctx) -> Result<NetworkView, Refusal<Nothing>> {
    let found = read(ctx).await?;
    let facts: Vec<&Fact> = found.iter().flat_map(|it| &it.facts).collect();
    let today = ctx.today();
    let (stages, months) = (part::stages(&facts, today), part::months(&facts, today));
    Ok(NetworkView { n_schools: found.len(), stages, months })
}

/// Shows one organisation below.
///
/// - Errors: not found without the right, or where it does not stand below.
pub async fn show_school(ctx: &Ctx, id: OrganisationId) -> Result<SchoolView, Refusal<Nothing>> {
    let found = read(ctx).await?.into_iter().find(|it| it.organisation.id == id);
    let school = found.ok_or(Refusal::NotFound)?;
    let facts: Vec<&Fact> = school.facts.iter().collect();
    let today = ctx.today();
    let (stages, months) = (part::stages(&facts, today), part::months(&facts, today));
    Ok(SchoolView { line: school.line(&Part::default(), today), stages, months })
}

/// One task, as a centre may know it.
#[derive(Clone, Debug)]
struct Fact {
    at: OrganisationId,
    row: LineageId,
    /// The heading of its stage; `None` outside stages.
    stage: Option<String>,
    /// Where its row stands in the order of all rows that were read.
    place: usize,
    task: TaskFacts,
}

/// One organisation with its tasks.
struct School {
    organisation: Organisation,
    above: Option<String>,
    facts: Vec<Fact>,
}

impl School {
    fn line(self, part: &Part, today: Date) -> SchoolLine {
        let inside = || self.facts.iter().filter(|it| part.holds(it));
        SchoolLine {
            has_roadmap: !self.facts.is_empty(),
            fulfilment: fulfilment(inside().map(|it| (it.row, it.task)), today),
            last_done_on: inside().filter_map(|it| it.task.closed).map(|(on, _)| on).max(),
            organisation: self.organisation,
            above: self.above,
        }
    }
}

async fn read(ctx: &Ctx) -> Result<Vec<School>, Refusal<Nothing>> {
    if !ctx.scope.may_below(Action::SeeFulfilment, ctx.at()) {
        return Err(Refusal::NotFound);
    }
    let tx = ctx.read().await?;
    let below = tx.organisations_below(&ctx.scope, ctx.at()).await?;
    let mut stages: BTreeMap<(OrganisationId, LineageId), (usize, Option<String>)> =
        BTreeMap::new();
    let rows = tx.row_stages_below(&ctx.scope, ctx.at()).await?;
    for (place, row) in rows.into_iter().enumerate() {
        let stage = row.path.0.into_iter().find(|it| !it.trim().is_empty());
        stages.insert((row.organisation, row.lineage), (place, stage));
    }
    let mut by_organisation: BTreeMap<OrganisationId, Vec<Fact>> = BTreeMap::new();
    for (at, row, task) in tx.task_facts_below(&ctx.scope, ctx.at()).await? {
        // A task of a row that the version in force left out stands after all stages.
        let (place, stage) = stages.get(&(at, row)).cloned().unwrap_or((usize::MAX, None));
        by_organisation.entry(at).or_default().push(Fact { at, row, stage, place, task });
    }
    let names: BTreeMap<OrganisationId, String> =
        below.iter().map(|it| (it.organisation.id, it.organisation.card.name.clone())).collect();
    let school = |organisation: Organisation| School {
        above: organisation.parent.and_then(|it| names.get(&it).cloned()),
        facts: by_organisation.remove(&organisation.id).unwrap_or_default(),
        organisation,
    };
    Ok(below.into_iter().map(|it| it.organisation).map(school).collect())
}
