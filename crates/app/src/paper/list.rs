//! Papers that were made: the list, narrowed by kind, year and words.
//!
//! It decides which papers somebody sees. Deliberately absent: the catalogue of kinds, which is the
//! same everywhere (`mentoring::paper`).

use mentoring::access::Action;
use mentoring::id::PersonId;
use mentoring::paper::PaperKind;
use store::{PaperPack, PaperRecord};

use super::require_seeing;
use super::show::{PaperState, state_of};
use crate::ctx::Ctx;
use crate::person::folded;
use crate::refusal::{Nothing, Refusal};

/// What of the list is shown.
#[derive(Clone, Debug, Default)]
pub struct PaperFilter {
    /// A part of the title or number.
    pub search: String,
    /// Only of this kind.
    pub kind: Option<PaperKind>,
    /// Only with a day in this year.
    pub year: Option<i16>,
    /// Only about this person.
    pub person: Option<PersonId>,
    /// Only those that stand so; without it those given up are left out.
    pub state: Option<PaperState>,
}

/// A paper of the list.
#[derive(Clone, Debug)]
pub struct PaperLine {
    /// As recorded.
    pub paper: PaperRecord,
    /// Where it stands.
    pub state: PaperState,
}

/// Papers that were made.
#[derive(Clone, Debug)]
pub struct PaperList {
    /// Those asked for, the latest first.
    pub lines: Vec<PaperLine>,
    /// How many the actor sees in all.
    pub n_all: usize,
    /// Kinds of them, in the order of the catalogue.
    pub kinds: Vec<PaperKind>,
    /// Years of them, the latest first.
    pub years: Vec<i16>,
    /// Packs whose file is still kept, the latest first.
    pub packs: Vec<PaperPack>,
}

/// Lists papers that were made.
///
/// - Errors: not found without the right.
pub async fn list_papers(ctx: &Ctx, filter: &PaperFilter) -> Result<PaperList, Refusal<Nothing>> {
    ctx.require(Action::SeePapers, ctx.at())?;
    let tx = ctx.read().await?;
    let mut papers = tx.papers(&ctx.scope, ctx.at()).await?;
    papers.retain(|it| require_seeing(ctx, it.kind).is_ok());
    let packs = tx.paper_packs(&ctx.scope, ctx.at(), ctx.now).await?;
    let packs = packs.into_iter().filter(|it| it.asked_by == ctx.actor).collect();
    let kinds = PaperKind::ALL.iter().filter(|kind| papers.iter().any(|it| it.kind == **kind));
    let kinds = kinds.copied().collect();
    let mut years: Vec<i16> = papers.iter().map(|it| it.day_on.year()).collect();
    years.sort_unstable_by(|a, b| b.cmp(a));
    years.dedup();
    let n_all = papers.len();
    let line = |paper: PaperRecord| PaperLine { state: state_of(&paper), paper };
    let lines = papers.into_iter().map(line).filter(|it| is_asked_for(it, filter)).collect();
    Ok(PaperList { lines, n_all, kinds, years, packs })
}

fn is_asked_for(line: &PaperLine, filter: &PaperFilter) -> bool {
    let paper = &line.paper;
    let said = folded(&format!("{} {} {}", paper.title, paper.kind.spec().title, paper.number));
    let state = match filter.state {
        None => line.state != PaperState::Discarded,
        Some(state) => line.state == state,
    };
    state
        && said.contains(folded(filter.search.trim()).as_str())
        && filter.kind.is_none_or(|it| it == paper.kind)
        && filter.year.is_none_or(|it| it == paper.day_on.year())
        && filter.person.is_none_or(|it| Some(it) == paper.person)
}

/// The kinds whose name or purpose has every word that is looked for, in the order of the catalogue.
///
/// - `search`: words or beginnings of words in any case; empty for all.
#[must_use]
pub fn kinds_like(search: &str) -> Vec<PaperKind> {
    let search = folded(search);
    let is_like = |it: &&PaperKind| {
        let spec = it.spec();
        let said = folded(&format!("{} {} {}", spec.title, spec.purpose, spec.number));
        search.split_whitespace().all(|word| said.contains(word))
    };
    PaperKind::ALL.iter().filter(is_like).copied().collect()
}
