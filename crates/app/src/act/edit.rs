//! Entering acts: what they say, the file, a new edition that replaces the one before.
//!
//! It decides who enters and changes them, and that an edition that replaces another ends it. An act
//! of the municipality or region is entered once, above, and seen below. Deliberately absent: acts
//! of the federation, which come with the program.

use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::act::ActKey;
use mentoring::event::Event;
use mentoring::id::{FileId, LocalActId};
use mentoring::organisation::requisites::{ActBody, LocalAct, LocalActObstacle, check_local_act};
use store::{File, FileCard, StoreError, Tx};

use crate::ctx::Ctx;
use crate::file::keep_file;
use crate::organisation::act::AddLocalAct;
use crate::refusal::{Nothing, Refusal};
use crate::roadmap::evidence::{FILE_MOST, media_type_of};
use crate::scan::Brought;

/// What an act says, as entered.
#[derive(Clone, Debug, Default)]
pub struct SaveActBody {
    /// The text; may be empty.
    pub content: String,
    /// Where it is published; may be empty.
    pub link: String,
    /// What it demands of the programme; may be empty.
    pub demands: String,
    /// The file, where one is brought; otherwise the one before stays.
    pub file: Option<Brought>,
}

/// Why an act is not saved.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ActObstacle {
    /// The act itself.
    #[error(transparent)]
    Act(#[from] LocalActObstacle),
    /// The file is empty.
    #[error("no file")]
    NoFile,
    /// It is larger than is kept.
    #[error("{size} bytes, at most {FILE_MOST}")]
    LargeFile {
        /// Its size in bytes.
        size: usize,
    },
    /// It is of a type that is not kept.
    #[error("type not kept")]
    FileType,
}

/// Enters an act.
///
/// - `replaces`: the act of one's own of which this is a new edition; it ends with the day this one
///   is signed.
/// - Errors: not found without the right or for an unknown act; `ActObstacle`, all at once.
pub async fn enter_act(
    ctx: &Ctx,
    ask: &AddLocalAct,
    body: SaveActBody,
    replaces: Option<LocalActId>,
) -> Result<LocalActId, Refusal<ActObstacle>> {
    ctx.require(Action::EditOrganisation, ctx.at())?;
    let tx = ctx.begin().await?;
    let before = match replaces {
        Some(id) => Some(own(ctx, &tx, id).await?.ok_or(Refusal::NotFound)?),
        None => None,
    };
    let trim = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (body, mut obstacles, file) = taken(body);
    let act = LocalAct {
        id: ctx.new_id(),
        level: ask.level,
        title: trim(&ask.title),
        number: trim(&ask.number),
        signed_on: ask.signed_on,
        until: ask.until,
        ended_on: None,
        body: ActBody { replaces, ..body },
    };
    obstacles.extend(check_local_act(&act).into_iter().map(ActObstacle::Act));
    let acting = before.filter(|it| it.is_in_force(ask.signed_on));
    let ended = acting.map(|it| LocalAct { ended_on: Some(ask.signed_on), ..it });
    obstacles.extend(ended.iter().flat_map(check_local_act).map(ActObstacle::Act));
    Refusal::unless_clear(obstacles)?;
    let act = with_file(ctx, &tx, act, file).await?;
    tx.insert_local_act(ctx.at(), &act, (ctx.actor, ctx.now)).await?;
    ctx.record(&tx, Event::LocalActAdded { act: act.id }).await?;
    if let Some(it) = ended {
        tx.end_local_act(ctx.at(), it.id, ask.signed_on).await?;
        ctx.record(&tx, Event::LocalActEnded { act: it.id, on: ask.signed_on }).await?;
    }
    tx.commit().await?;
    Ok(act.id)
}

/// Changes what an act of one's own says; its name, number and day stay, since papers cite them.
///
/// - Errors: not found without the right; `ActObstacle`, all at once.
pub async fn change_act(
    ctx: &Ctx,
    id: LocalActId,
    body: SaveActBody,
) -> Result<(), Refusal<ActObstacle>> {
    ctx.require(Action::EditOrganisation, ctx.at())?;
    let tx = ctx.begin().await?;
    let act = own(ctx, &tx, id).await?.ok_or(Refusal::NotFound)?;
    let (body, mut obstacles, file) = taken(body);
    let ActBody { replaces, file: kept, .. } = act.body;
    let act = LocalAct { body: ActBody { replaces, file: kept, ..body }, ..act };
    obstacles.extend(check_local_act(&act).into_iter().map(ActObstacle::Act));
    Refusal::unless_clear(obstacles)?;
    let act = with_file(ctx, &tx, act, file).await?;
    tx.save_act_body(ctx.at(), id, &act.body).await?;
    ctx.record(&tx, Event::LocalActChanged { act: id }).await?;
    tx.commit().await?;
    Ok(())
}

async fn own(ctx: &Ctx, tx: &Tx, id: LocalActId) -> Result<Option<LocalAct>, StoreError> {
    Ok(tx.local_acts(&ctx.scope, ctx.at()).await?.into_iter().find(|it| it.id == id))
}

/// What was brought, checked: the words, what is wrong with the file, the file with its type.
fn taken(body: SaveActBody) -> (ActBody, Vec<ActObstacle>, Option<(Brought, &'static str)>) {
    let words = ActBody {
        content: body.content.trim().to_owned(),
        link: body.link.trim().to_owned(),
        demands: body.demands.split_whitespace().collect::<Vec<_>>().join(" "),
        ..ActBody::default()
    };
    let Some(file) = body.file else { return (words, Vec::new(), None) };
    let size = file.content.len();
    let found = media_type_of(&file.name, &file.content);
    match found {
        _ if size == 0 => (words, vec![ActObstacle::NoFile], None),
        _ if FILE_MOST < size => (words, vec![ActObstacle::LargeFile { size }], None),
        None => (words, vec![ActObstacle::FileType], None),
        Some(media_type) => (words, Vec::new(), Some((file, media_type))),
    }
}

async fn with_file(
    ctx: &Ctx,
    tx: &Tx,
    act: LocalAct,
    file: Option<(Brought, &'static str)>,
) -> Result<LocalAct, StoreError> {
    let Some((brought, media_type)) = file else { return Ok(act) };
    let file = keep_file(ctx, tx, (brought.name, media_type), brought.content).await?;
    Ok(LocalAct { body: ActBody { file: Some(file), ..act.body }, ..act })
}

/// The file of an act without its bytes: of one's own, or of an organisation above.
pub(super) async fn file_card(
    ctx: &Ctx,
    tx: &Tx,
    id: FileId,
) -> Result<Option<FileCard>, StoreError> {
    if let Some(it) = tx.file_cards(&ctx.scope, &[id]).await?.pop() {
        return Ok(Some(it));
    }
    let found = tx.file_from_above(&ctx.scope, ctx.at(), id).await?;
    Ok(found.map(|it| FileCard {
        organisation: it.organisation,
        id: it.id,
        name: it.name,
        media_type: it.media_type,
        size_bytes: it.size_bytes,
        sha256: it.sha256,
        kept_by: it.kept_by,
        kept_at: it.kept_at,
    }))
}

/// The file of an act, for whoever sees the act.
///
/// - Errors: not found.
pub async fn show_act_file(ctx: &Ctx, key: &ActKey) -> Result<File, Refusal<Nothing>> {
    ctx.require(Action::SeeOrganisation, ctx.at())?;
    let tx = ctx.read().await?;
    let card = super::card(ctx, &tx, key).await?.ok_or(Refusal::NotFound)?;
    let id = card.entered.and_then(|it| it.body.file).ok_or(Refusal::NotFound)?;
    let own = tx.file(&ctx.scope, id).await?;
    match own {
        Some(it) => Ok(it),
        None => tx.file_from_above(&ctx.scope, ctx.at(), id).await?.ok_or(Refusal::NotFound),
    }
}

/// Ends an act of one's own on a day.
///
/// - Errors: not found without the right; `LocalActObstacle`.
pub async fn end_act(ctx: &Ctx, id: LocalActId, on: Date) -> Result<(), Refusal<LocalActObstacle>> {
    crate::organisation::act::end_local_act(ctx, id, on).await
}
