//! The dictionary that an organisation begins with, and what of it a school lacks.
//!
//! It decides that a new organisation has its first words from the day it is founded, and that one
//! which has begun is asked. Deliberately absent: the words (`mentoring::pools::dictionary`).

use mentoring::access::Action;
use mentoring::event::Event;
use mentoring::id::AccountId;
use mentoring::organisation::Organisation;
use mentoring::period::Period;
use mentoring::pools::dictionary::{FirstTerm, edition, first_terms, lacking};
use mentoring::pools::{Term, TermKind};
use store::{StoreError, Tx};

use crate::ctx::{App, Ctx, day_in, zone_of};
use crate::refusal::{Nothing, Refusal};

/// The dictionary of a school, and what of the first dictionary it never had.
#[derive(Clone, Debug)]
pub struct DictionaryView {
    /// The words of today.
    pub terms: Vec<Term>,
    /// Words that travel with the program and were never in the dictionary.
    pub lacking: Vec<&'static FirstTerm>,
}

/// Shows the dictionary.
///
/// - Errors: not found without the right.
pub async fn show_dictionary(ctx: &Ctx) -> Result<DictionaryView, Refusal<Nothing>> {
    ctx.require(Action::SeePools, ctx.at())?;
    let tx = ctx.read().await?;
    let all = tx.terms(&ctx.scope, ctx.at()).await?;
    let lacking = lacking(ctx.organisation.kind, &all);
    let today = ctx.today();
    let terms = all.into_iter().filter(|it| it.period.contains(today)).collect();
    Ok(DictionaryView { terms, lacking })
}

/// Adds words that travel with the program to the dictionary of a school that lacks them.
///
/// - `chosen`: what each names, and the words; what is not lacking is passed over.
/// - Returns: how many were added.
/// - Errors: not found without the right.
pub async fn add_lacking(
    ctx: &Ctx,
    chosen: &[(TermKind, String)],
) -> Result<usize, Refusal<Nothing>> {
    ctx.require(Action::EditPools, ctx.at())?;
    let tx = ctx.begin().await?;
    let all = tx.terms(&ctx.scope, ctx.at()).await?;
    let is_chosen =
        |it: &&FirstTerm| chosen.iter().any(|(k, text)| *k == it.kind && *text == it.text);
    let found = lacking(ctx.organisation.kind, &all).into_iter().filter(is_chosen);
    let terms: Vec<Term> = found.map(|it| begun(&ctx.app, it, ctx.today())).collect();
    if terms.is_empty() {
        return Ok(0);
    }
    tx.insert_terms(ctx.at(), &terms).await?;
    ctx.record(&tx, filled(&ctx.organisation, terms.len())).await?;
    tx.commit().await?;
    Ok(terms.len())
}

/// Gives a new organisation its first words, in the transaction that founds it.
///
/// - `by`: who founds it; `None` where nobody has an account yet.
/// - Errors: of the store.
pub(crate) async fn begin_dictionary(
    app: &App,
    tx: &Tx,
    organisation: &Organisation,
    by: Option<AccountId>,
) -> Result<(), StoreError> {
    let now = app.clock.now();
    let today = day_in(now, &zone_of(organisation));
    let first = first_terms(organisation.kind).into_iter();
    let terms: Vec<Term> = first.map(|it| begun(app, it, today)).collect();
    if terms.is_empty() {
        return Ok(());
    }
    tx.insert_terms(organisation.id, &terms).await?;
    tx.record(organisation.id, by, now, filled(organisation, terms.len())).await
}

fn begun(app: &App, it: &FirstTerm, today: jiff::civil::Date) -> Term {
    let period = Period::since(today);
    Term { id: app.new_id(), kind: it.kind, text: it.text.clone(), period }
}

fn filled(organisation: &Organisation, n_terms: usize) -> Event {
    Event::DictionaryFilled {
        organisation: organisation.id,
        edition: edition().into(),
        added: i64::try_from(n_terms).unwrap_or(i64::MAX),
    }
}
