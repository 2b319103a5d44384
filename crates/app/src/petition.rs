//! What mentors and mentees ask for and propose; the answers, with their day and author.
//!
//! It decides who asks, who answers and who sees it. Deliberately absent: who may ask for what
//! (`mentoring::petition`), doing what was asked.

use mentoring::access::Action;
use mentoring::event::Event;
use mentoring::id::{PersonId, PetitionId};
use mentoring::person::{Person, PersonName, Position};
use mentoring::petition::{
    PetitionKind, PetitionObstacle, PetitionOutcome, check_answer, check_petition,
};
use store::{Petition, StoreError, Tx};

use crate::ctx::Ctx;
use crate::organisation::names_of_accounts;
use crate::pools::known_person;
use crate::refusal::{Nothing, Refusal};

/// A petition with the people of it.
#[derive(Clone, Debug)]
pub struct PetitionLine {
    /// As recorded.
    pub petition: Petition,
    /// Who asks.
    pub person: Person,
    /// Who answered; `None` until somebody did.
    pub answered_by: Option<PersonName>,
}

/// What the one who acts asked for, and may ask for.
#[derive(Clone, Debug)]
pub struct OwnPetitions {
    /// What was asked for, the latest first.
    pub lines: Vec<PetitionLine>,
    /// What the positions of today permit to ask for.
    pub kinds: Vec<PetitionKind>,
}

/// Shows what the one who acts asked for.
///
/// - Errors: not found for who has no card here.
pub async fn own_petitions(ctx: &Ctx) -> Result<OwnPetitions, Refusal<Nothing>> {
    let tx = ctx.read().await?;
    let positions = own_positions(ctx, &tx).await?;
    let all = tx.petitions(&ctx.scope, ctx.at()).await?;
    let own = all.into_iter().filter(|it| it.person == ctx.person).collect();
    let kinds = PetitionKind::ALL.iter().copied();
    Ok(OwnPetitions {
        lines: lines(ctx, &tx, own).await?,
        kinds: kinds.filter(|it| it.is_open_to(&positions)).collect(),
    })
}

async fn own_positions<O>(ctx: &Ctx, tx: &Tx) -> Result<Vec<Position>, Refusal<O>> {
    let known = known_person(ctx, tx, ctx.person, ctx.today()).await?.ok_or(Refusal::NotFound)?;
    let organisation = known.person.organisation;
    ctx.require_for(Action::SeePeople, organisation, || organisation == ctx.at())?;
    Ok(known.positions)
}

async fn lines(ctx: &Ctx, tx: &Tx, all: Vec<Petition>) -> Result<Vec<PetitionLine>, StoreError> {
    let ids: Vec<PersonId> = all.iter().map(|it| it.person).collect();
    let people = tx.people_by_ids(&ctx.scope, &ids).await?;
    let names = names_of_accounts(ctx, tx).await?;
    let name_of = |by| names.iter().find(|(it, _)| *it == by).map(|(_, name)| name.clone());
    let line = |petition: Petition| {
        let person = people.iter().find(|it| it.id == petition.person)?.clone();
        let answered_by = petition.answered_by.and_then(name_of);
        Some(PetitionLine { petition, person, answered_by })
    };
    Ok(all.into_iter().filter_map(line).collect())
}

/// Asks for something in the own name.
///
/// - Errors: not found for who has no card here; `PetitionObstacle`, all at once.
pub async fn make_petition(
    ctx: &Ctx,
    kind: PetitionKind,
    words: &str,
) -> Result<PetitionId, Refusal<PetitionObstacle>> {
    let tx = ctx.begin().await?;
    let positions = own_positions(ctx, &tx).await?;
    let words = words.trim();
    Refusal::unless_clear(check_petition(kind, words, &positions))?;
    let petition = Petition {
        organisation: ctx.at(),
        id: ctx.new_id(),
        person: ctx.person,
        kind,
        words: words.to_owned(),
        made_on: ctx.today(),
        made_by: ctx.actor,
        made_at: ctx.now,
        withdrawn_on: None,
        outcome: None,
        answer: String::new(),
        answered_on: None,
        answered_by: None,
        revision: 0,
    };
    tx.insert_petition(&petition).await?;
    let person = ctx.person;
    ctx.record(&tx, Event::PetitionMade { petition: petition.id, person }).await?;
    tx.commit().await?;
    Ok(petition.id)
}

/// Takes back what the one who acts asked for.
///
/// - Errors: not found where it is another's; `PetitionObstacle`.
pub async fn withdraw_petition(ctx: &Ctx, id: PetitionId) -> Result<(), Refusal<PetitionObstacle>> {
    let tx = ctx.begin().await?;
    let petition = tx.petition(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    if petition.person != ctx.person || petition.organisation != ctx.at() {
        return Err(Refusal::NotFound);
    }
    let closed = petition.closed_on().map(|on| PetitionObstacle::Closed { on });
    Refusal::unless_clear(closed.into_iter().collect())?;
    let on = ctx.today();
    tx.save_petition(&Petition { withdrawn_on: Some(on), ..petition }).await?;
    ctx.record(&tx, Event::PetitionWithdrawn { petition: id, on }).await?;
    tx.commit().await?;
    Ok(())
}

/// Shows what was asked for in the organisation: what waits for an answer first, the longest
/// foremost.
///
/// - Errors: not found without the right.
pub async fn list_petitions(ctx: &Ctx) -> Result<Vec<PetitionLine>, Refusal<Nothing>> {
    ctx.require(Action::EditPeople, ctx.at())?;
    let tx = ctx.read().await?;
    let all = tx.petitions(&ctx.scope, ctx.at()).await?;
    let (mut open, closed): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|it| it.closed_on().is_none());
    open.reverse();
    open.extend(closed);
    Ok(lines(ctx, &tx, open).await?)
}

/// How many petitions wait for an answer; none for who may not answer.
///
/// - Errors: of the store.
pub async fn waiting_petitions(ctx: &Ctx) -> Result<usize, Refusal<Nothing>> {
    if !ctx.may(Action::EditPeople) {
        return Ok(0);
    }
    let tx = ctx.read().await?;
    let all = tx.petitions(&ctx.scope, ctx.at()).await?;
    Ok(all.iter().filter(|it| it.closed_on().is_none()).count())
}

/// Answers a petition.
///
/// - Errors: not found without the right; `PetitionObstacle`, all at once.
pub async fn answer_petition(
    ctx: &Ctx,
    id: PetitionId,
    outcome: PetitionOutcome,
    words: &str,
) -> Result<(), Refusal<PetitionObstacle>> {
    ctx.require(Action::EditPeople, ctx.at())?;
    let tx = ctx.begin().await?;
    let petition = tx.petition(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    if petition.organisation != ctx.at() {
        return Err(Refusal::NotFound);
    }
    let words = words.trim();
    Refusal::unless_clear(check_answer(words, petition.closed_on()))?;
    let on = ctx.today();
    let answered = Petition {
        outcome: Some(outcome),
        answer: words.to_owned(),
        answered_on: Some(on),
        answered_by: Some(ctx.actor),
        ..petition
    };
    tx.save_petition(&answered).await?;
    ctx.record(&tx, Event::PetitionAnswered { petition: id, on }).await?;
    tx.commit().await?;
    Ok(())
}
