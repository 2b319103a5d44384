//! A signed paper: its number and day, its scan, and the rows of the roadmap that it closes.
//!
//! It decides what registering does, of a paper by itself and of one that is the text of an order.
//! Deliberately absent: numbers of orders (`order`), which rows want what (`roadmap::evidence`).

use jiff::civil::Date;
use mentoring::event::Event;
use mentoring::id::{OrderId, PaperId};
use mentoring::order::amend;
use mentoring::paper::PaperKind;
use store::{PaperRecord, Tx};

use super::draft::{kept_beside, write_wording};
use super::form::{facts_for, typed_of};
use super::require_making;
use super::show::text_of_order;
use crate::ctx::Ctx;
use crate::file::keep_file;
use crate::launch::paper::Format;
use crate::refusal::Refusal;
use crate::roadmap::evidence::{
    FILE_MOST, RecordedFact, media_type_of, record_fact, withdraw_fact,
};

/// What registering a signed paper asks.
#[derive(Clone, Debug)]
pub struct RegisterPaper {
    /// Its number; may be empty.
    pub number: String,
    /// The day of the signatures.
    pub signed_on: Date,
    /// The scan: its name and bytes.
    pub scan: Option<(String, Vec<u8>)>,
}

/// The longest number of a paper, in characters.
const NUMBER_MOST: usize = 40;

/// Why a paper is not registered.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RegisterPaperObstacle {
    /// It is the text of an order, which is registered in the journal of orders.
    #[error("an order is registered in its journal")]
    Order,
    /// It is signed already, or given up.
    #[error("the paper is a draft no more")]
    NoDraft,
    /// It is not signed.
    #[error("the paper is not signed")]
    NotSigned,
    /// It would be signed after today.
    #[error("the paper would be signed after today")]
    Ahead,
    /// The number is longer than fits.
    #[error("the number is longer than {NUMBER_MOST} characters")]
    LongNumber,
    /// The scan is larger than is kept.
    #[error("the scan has {size} bytes, at most {FILE_MOST}")]
    LargeScan {
        /// Its size in bytes.
        size: usize,
    },
    /// The scan is of a type that is not kept.
    #[error("the type of the scan is not kept")]
    ScanType,
    /// The text does not take the data; the sentence is for people, in Russian.
    #[error("{0}")]
    Text(String),
}

async fn own(
    ctx: &Ctx,
    tx: &Tx,
    id: PaperId,
) -> Result<PaperRecord, Refusal<RegisterPaperObstacle>> {
    let paper = tx.paper(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    if paper.organisation != ctx.at() {
        return Err(Refusal::NotFound);
    }
    require_making(ctx, paper.kind)?;
    Ok(paper)
}

fn check(
    paper: &PaperRecord,
    ask: &RegisterPaper,
    today: Date,
) -> Result<&'static str, Vec<RegisterPaperObstacle>> {
    let mut obstacles = Vec::new();
    let mut media_type = "";
    if paper.kind.order_subject().is_some() {
        obstacles.push(RegisterPaperObstacle::Order);
    }
    if paper.signed_on.is_some() || paper.discarded_on.is_some() {
        obstacles.push(RegisterPaperObstacle::NoDraft);
    }
    if today < ask.signed_on {
        obstacles.push(RegisterPaperObstacle::Ahead);
    }
    if NUMBER_MOST < ask.number.trim().chars().count() {
        obstacles.push(RegisterPaperObstacle::LongNumber);
    }
    if let Some((name, content)) = &ask.scan {
        match media_type_of(name, content) {
            _ if FILE_MOST < content.len() => {
                obstacles.push(RegisterPaperObstacle::LargeScan { size: content.len() });
            }
            Some(found) => media_type = found,
            None => obstacles.push(RegisterPaperObstacle::ScanType),
        }
    }
    if obstacles.is_empty() { Ok(media_type) } else { Err(obstacles) }
}

/// Registers a signed paper: it stays as it is, its file is kept, and rows that wait for a document of
/// its kind look at it.
///
/// - Errors: not found without the right; `RegisterPaperObstacle`, all at once.
pub async fn register_paper(
    ctx: &Ctx,
    id: PaperId,
    ask: RegisterPaper,
) -> Result<(), Refusal<RegisterPaperObstacle>> {
    let tx = ctx.begin().await?;
    let paper = own(ctx, &tx, id).await?;
    let media_type = check(&paper, &ask, ctx.today()).map_err(Refusal::Obstacles)?;
    let number = ask.number.trim().to_owned();
    let mut paper =
        PaperRecord { number, signed_on: Some(ask.signed_on), withdrawn_on: None, ..paper };
    if let Some((name, content)) = ask.scan {
        paper.scan = Some(keep_file(ctx, &tx, (name, media_type), content).await?);
    }
    let paper = freeze(ctx, &tx, paper, ask.signed_on).await?;
    if let Some((kind, about)) = paper.kind.shows() {
        let number =
            if paper.number.is_empty() { String::new() } else { format!(" № {}", paper.number) };
        let fact = RecordedFact {
            kind: kind.to_owned(),
            about: about.to_owned(),
            true_on: ask.signed_on,
            words: format!("{}{number}", paper.title),
            record: ("paper".to_owned(), id.0),
        };
        let evidence = record_fact(ctx, &tx, fact).await?;
        tx.save_paper(&PaperRecord { evidence: Some(evidence), ..paper }).await?;
    } else {
        tx.save_paper(&paper).await?;
    }
    ctx.record(&tx, Event::PaperRegistered { paper: id, on: ask.signed_on }).await?;
    tx.commit().await?;
    Ok(())
}

/// Makes a paper for the last time, with its number and day, and keeps the file.
async fn freeze(
    ctx: &Ctx,
    tx: &Tx,
    paper: PaperRecord,
    day: Date,
) -> Result<PaperRecord, Refusal<RegisterPaperObstacle>> {
    let revisions = tx.paper_revisions(&ctx.scope, paper.id).await?;
    let typed = revisions.first().map(|it| typed_of(&it.typed.0)).unwrap_or_default();
    let paper = PaperRecord { day_on: day, ..paper };
    let facts = facts_for(ctx, tx, day, &typed).await?;
    let more = kept_beside(ctx, tx, paper.id).await?.map(|it| (super::amend::AFTER, it));
    let docx = write_wording(ctx, tx, &facts, &paper, &typed, more)
        .await
        .map_err(|refusal| refusal.map(|it| RegisterPaperObstacle::Text(it.to_string())))?;
    let name = format!("{}.docx", paper.kind.spec().title);
    let made = keep_file(ctx, tx, (name, Format::Docx.media_type()), docx).await?;
    Ok(PaperRecord { made: Some(made), ..paper })
}

/// Takes the registration of a paper back: it is a draft again, and what it closed looks again.
///
/// - Errors: not found without the right; it is not signed, or is the text of an order.
pub async fn withdraw_paper(ctx: &Ctx, id: PaperId) -> Result<(), Refusal<RegisterPaperObstacle>> {
    let tx = ctx.begin().await?;
    let paper = own(ctx, &tx, id).await?;
    if paper.kind.order_subject().is_some() {
        return Err(Refusal::because(RegisterPaperObstacle::Order));
    }
    if paper.signed_on.is_none() {
        return Err(Refusal::because(RegisterPaperObstacle::NotSigned));
    }
    if let Some(evidence) = paper.evidence {
        withdraw_fact(ctx, &tx, evidence).await?;
    }
    let on = ctx.today();
    let draft = PaperRecord {
        number: String::new(),
        signed_on: None,
        withdrawn_on: Some(on),
        made: None,
        evidence: None,
        ..paper
    };
    tx.save_paper(&draft).await?;
    ctx.record(&tx, Event::PaperWithdrawn { paper: id, on }).await?;
    tx.commit().await?;
    Ok(())
}

/// What registering an order does to its text: it bears number and day and stays so; an amending
/// order changes the other from the day on which it acts.
///
/// - Errors: of the store; a text that does not take its data stays as it was.
pub(crate) async fn settle_order<O>(ctx: &Ctx, tx: &Tx, id: OrderId) -> Result<(), Refusal<O>> {
    let Some(text) = text_of_order(ctx, tx, id).await? else { return Ok(()) };
    let Some(order) = tx.order(&ctx.scope, id).await? else { return Ok(()) };
    let Some(registration) = order.registration() else { return Ok(()) };
    let signed_on = registration.signed_on;
    let signed = PaperRecord {
        number: registration.number.text(),
        signed_on: Some(signed_on),
        ..text.clone()
    };
    match freeze(ctx, tx, signed, signed_on).await {
        Ok(paper) => tx.save_paper(&paper).await?,
        // A template that was spoiled meanwhile must not keep a signed order out of the journal.
        Err(Refusal::Obstacles(_)) => {}
        Err(other) => return Err(without_obstacles(other)),
    }
    if let (PaperKind::AmendingOrder, Some(amended)) = (text.kind, text.amends)
        && let Some(before) = tx.order(&ctx.scope, amended).await?
    {
        let from = order.acts_from.unwrap_or(signed_on);
        // Where the other order has ended meanwhile, nothing is left to change.
        if let Ok(changed) = amend(&before.for_rule(), id, from, ctx.today()) {
            tx.save_order(&before.with(&changed)).await?;
            ctx.record(tx, Event::OrderAmended { order: amended, amending: id, from }).await?;
        }
    }
    Ok(())
}

fn without_obstacles<O, P>(refusal: Refusal<O>) -> Refusal<P> {
    match refusal {
        Refusal::NotFound | Refusal::Obstacles(_) => Refusal::NotFound,
        Refusal::Stale => Refusal::Stale,
        Refusal::Unavailable(cause) => Refusal::Unavailable(cause),
        Refusal::Unexpected(cause) => Refusal::Unexpected(cause),
    }
}
