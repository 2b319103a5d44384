//! The letters of the sample town, for looking at: what would have gone to whom, and when.
//!
//! It decides that they are shown in the sample town alone, all of them to who sees all tasks, one's
//! own to the rest. Deliberately absent: the outbox where people really work; what stands in a
//! letter is the matter of the one it went to.

use mentoring::access::Action;
use mentoring::id::{LetterId, PersonId};
use mentoring::person::PersonName;
use store::{Letter, Tx};

use crate::ctx::{Ctx, Manner};
use crate::refusal::{Nothing, Refusal};

/// The latest letters that are looked through; a town of one school writes fewer in its year.
const MOST: u32 = 5_000;

/// A letter with the name of the one it is written to.
#[derive(Clone, Debug)]
pub struct LetterView {
    /// The letter.
    pub letter: Letter,
    /// To whom.
    pub name: PersonName,
}

/// Lists the letters of the organisation, the latest first.
///
/// - `asked`: words that stand in the name, address, subject or text, in any case; empty for all.
/// - Errors: not found where people really work, or without tasks to see.
pub async fn list_letters(ctx: &Ctx, asked: &str) -> Result<Vec<LetterView>, Refusal<Nothing>> {
    may_look(ctx)?;
    let tx = ctx.read().await?;
    let mut all = tx.letters(&ctx.scope, ctx.at(), MOST).await?;
    all.retain(|it| is_for_eyes(ctx, it));
    let mut views = named(ctx, &tx, all).await?;
    tx.commit().await?;
    let asked = asked.to_lowercase();
    views.retain(|it| {
        let text = [&it.name.full(), &it.letter.address, &it.letter.subject, &it.letter.body];
        let text = text.map(|it| it.to_lowercase());
        asked.split_whitespace().all(|word| text.iter().any(|it| it.contains(word)))
    });
    Ok(views)
}

/// Shows one letter.
///
/// - Errors: not found, as for the list.
pub async fn show_letter(ctx: &Ctx, id: LetterId) -> Result<LetterView, Refusal<Nothing>> {
    may_look(ctx)?;
    let tx = ctx.read().await?;
    let found = tx.letter(&ctx.scope, id).await?;
    let is_here = |it: &Letter| it.organisation == ctx.at() && is_for_eyes(ctx, it);
    let letter = found.filter(is_here).ok_or(Refusal::NotFound)?;
    let view = named(ctx, &tx, vec![letter]).await?.pop();
    tx.commit().await?;
    view.ok_or(Refusal::NotFound)
}

fn may_look(ctx: &Ctx) -> Result<(), Refusal<Nothing>> {
    let may = ctx.app.manner == Manner::Demo && ctx.may_oneself(Action::SeeTasks);
    may.then_some(()).ok_or(Refusal::NotFound)
}

fn is_for_eyes(ctx: &Ctx, letter: &Letter) -> bool {
    ctx.may(Action::SeeTasks) || letter.person == Some(ctx.person)
}

async fn named(ctx: &Ctx, tx: &Tx, all: Vec<Letter>) -> Result<Vec<LetterView>, Refusal<Nothing>> {
    let mut ids: Vec<PersonId> = all.iter().filter_map(|it| it.person).collect();
    ids.sort_unstable();
    ids.dedup();
    let people = tx.people_by_ids(&ctx.scope, &ids).await?;
    let name = |id| people.iter().find(|it| Some(it.id) == id).map(|it| it.name.clone());
    let view =
        |letter: Letter| LetterView { name: name(letter.person).unwrap_or_default(), letter };
    Ok(all.into_iter().map(view).collect())
}
