//! One paper: what it says, what lacks, where it stands, its files.
//!
//! It decides that a registered paper is given as it was registered, and a draft as its last wording
//! says. Deliberately absent: how a page draws it.

use documents::papers::{NotRendered, Shown};
use mentoring::id::{OrderId, PaperId};
use mentoring::paper::PaperField;
use store::{HeadOrder, PaperRecord, PaperRevision, StoreError, Tx};

use super::compose::{KnownField, compose};
use super::form::{about, facts_for, subject_of, typed_of};
use super::made::{Made, Maker};
use super::require_seeing;
use super::wording::{wording_at, wording_of};
use crate::ctx::Ctx;
use crate::refusal::{Nothing, Refusal};
use crate::roadmap::RowShown;
use crate::roadmap::running::running_in;

/// Where a paper stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperState {
    /// It is written and not signed.
    Draft,
    /// It is signed and registered.
    Signed,
    /// It was given up unsigned.
    Discarded,
}

/// Where a paper stands.
pub(super) fn state_of(paper: &PaperRecord) -> PaperState {
    match (paper.signed_on, paper.discarded_on) {
        (Some(_), _) => PaperState::Signed,
        (None, Some(_)) => PaperState::Discarded,
        (None, None) => PaperState::Draft,
    }
}

/// A paper with everything about it.
#[derive(Clone, Debug)]
pub struct PaperView {
    /// As recorded.
    pub paper: PaperRecord,
    /// Where it stands.
    pub state: PaperState,
    /// What it is about, in words; may be empty.
    pub about: String,
    /// Every wording, the latest first.
    pub revisions: Vec<PaperRevision>,
    /// What it says; empty of a school's own Word file.
    pub shown: Vec<Shown>,
    /// Why the text that holds now gives no paper with these data; `None` where it does.
    pub not_made: Option<NotRendered>,
    /// What is left to fill by hand.
    pub to_fill: Vec<String>,
    /// Facts that it takes and their places do not have.
    pub lacks: Vec<KnownField>,
    /// Fields of the form that were left open, of those that the paper needs.
    pub open: Vec<&'static PaperField>,
    /// Whether what is known today would make another paper than its last wording.
    pub is_outdated: bool,
    /// Whether only a Word file can be written.
    pub is_word_only: bool,
    /// The rows of the roadmaps to which it shows what they wait for.
    pub rows: Vec<RowShown>,
    /// The order whose text it is.
    pub order: Option<HeadOrder>,
    /// The order that it changes.
    pub amends: Option<HeadOrder>,
    /// Whether the actor may change and register it.
    pub may_edit: bool,
}

/// Shows a paper.
///
/// - Errors: not found.
pub async fn show_paper(ctx: &Ctx, id: PaperId) -> Result<PaperView, Refusal<Nothing>> {
    let tx = ctx.read().await?;
    let paper = tx.paper(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    if paper.organisation != ctx.at() {
        return Err(Refusal::NotFound);
    }
    require_seeing(ctx, paper.kind)?;
    let revisions = tx.paper_revisions(&ctx.scope, id).await?;
    let last = revisions.first().ok_or(Refusal::NotFound)?;
    let typed = typed_of(&last.typed.0);
    let facts = facts_for(ctx, &tx, paper.day_on, &typed).await?;
    let subject = subject_of(&paper);
    let now = compose(&facts, paper.kind, &subject, &typed, &paper.number);
    let made = made_of(&tx, &paper, last).await?;
    let digest = match &made {
        Made::Not(_) => Vec::new(),
        made => store::File::digest(&made.docx()?),
    };
    let is_other = bare(&last.data.0) != now.data || digest != last.sha256;
    let order = |id: OrderId| facts.orders.iter().find(|it| it.id == id).cloned();
    let state = state_of(&paper);
    let rows = match paper.evidence {
        Some(id) => running_in(ctx, &tx, ctx.today()).await?.rows_shown_by(id),
        None => Vec::new(),
    };
    let is_asked = |it: &&PaperField| now.asked.iter().any(|asked| asked.path == it.path);
    Ok(PaperView {
        state,
        about: about(&facts, &subject),
        is_outdated: state == PaperState::Draft && is_other,
        shown: made.shown(),
        not_made: match &made {
            Made::Not(why) => Some(why.clone()),
            Made::Text(_) | Made::Word(..) => None,
        },
        to_fill: made.to_fill(),
        is_word_only: matches!(made, Made::Word(..)),
        rows,
        lacks: now.known.into_iter().filter(is_lacking).collect(),
        open: now.lacks.into_iter().filter(is_asked).collect(),
        order: paper.order_id.and_then(order),
        amends: paper.amends.and_then(order),
        may_edit: super::may_make(ctx, paper.kind),
        revisions,
        paper,
    })
}

/// A fact without which a line of the paper stays empty.
fn is_lacking(it: &KnownField) -> bool {
    it.words.is_empty() && (it.field.is_needed || it.field.path.starts_with("guardian"))
}

/// The data as the text takes them.
pub(super) fn bare(data: &serde_json::Value) -> serde_json::Value {
    let mut data = data.clone();
    if let Some(all) = data.as_object_mut() {
        all.remove(super::amend::AFTER);
    }
    data
}

/// The paper of a wording.
async fn made_of(
    tx: &Tx,
    paper: &PaperRecord,
    of: &PaperRevision,
) -> Result<Made, Refusal<Nothing>> {
    let (at, kind, day) = (paper.organisation, paper.kind, paper.day_on);
    let wording = match paper.signed_on {
        Some(_) => wording_at(tx, at, (kind, day), of.made_at).await?,
        None => wording_of(tx, at, kind, day).await?,
    };
    let made = Maker::new(&wording).and_then(|it| it.make(paper.kind, &bare(&of.data.0)));
    // A template changed since may want what this paper does not have: the page says so.
    Ok(made.unwrap_or_else(Made::Not))
}

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperFormat {
    /// Word.
    Docx,
    /// PDF.
    Pdf,
}

/// Gives a paper as a file: a registered Word file as it was registered.
///
/// - Returns: the words for its name, and the bytes.
/// - Errors: not found; a school's own Word file has no PDF.
pub async fn paper_file(
    ctx: &Ctx,
    id: PaperId,
    format: PaperFormat,
) -> Result<(String, Vec<u8>), Refusal<Nothing>> {
    let tx = ctx.read().await?;
    let paper = tx.paper(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    if paper.organisation != ctx.at() {
        return Err(Refusal::NotFound);
    }
    require_seeing(ctx, paper.kind)?;
    let name = name_of(&paper);
    if let (PaperFormat::Docx, Some(made)) = (format, paper.made) {
        let file = tx.file(&ctx.scope, made).await?.ok_or(Refusal::NotFound)?;
        return Ok((name, file.content));
    }
    let revisions = tx.paper_revisions(&ctx.scope, id).await?;
    let made = made_of(&tx, &paper, revisions.first().ok_or(Refusal::NotFound)?).await?;
    let bytes = match (format, made) {
        (_, Made::Not(_)) => return Err(Refusal::NotFound),
        (PaperFormat::Docx, made) => made.docx()?,
        (PaperFormat::Pdf, Made::Word(..)) => return Err(Refusal::NotFound),
        (PaperFormat::Pdf, Made::Text(paper)) => {
            let written = tokio::task::spawn_blocking(move || paper.pdf());
            let written = written.await.map_err(|err| Refusal::Unexpected(err.into()))?;
            written.map_err(|err| Refusal::Unexpected(err.into()))?
        }
    };
    Ok((name, bytes))
}

fn name_of(paper: &PaperRecord) -> String {
    let (title, kind) = (&paper.title, paper.kind.spec().title);
    let words = match paper.kind.order_subject() {
        Some(_) => format!("Приказ {title}"),
        None if title.is_empty() => kind.to_owned(),
        None => title.clone(),
    };
    match paper.number.as_str() {
        "" => words,
        number => format!("{words} № {number}"),
    }
}

/// The paper that is the text of an order; its sheets are others.
pub(crate) async fn text_of_order(
    ctx: &Ctx,
    tx: &Tx,
    order: OrderId,
) -> Result<Option<PaperRecord>, StoreError> {
    let found = tx.papers_of_order(&ctx.scope, order).await?;
    Ok(found.into_iter().find(|it| it.kind.order_subject().is_some()))
}
