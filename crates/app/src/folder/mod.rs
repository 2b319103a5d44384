//! «Папка куратора»: one archive of everything that an inspection asks for, made while one waits.
//!
//! It decides who has it made and who takes it along, and how long it is kept. Deliberately absent:
//! what is expected (`mentoring::folder`), filling it (`make`), words.

mod facts;
mod make;

use jiff::SignedDuration;
use mentoring::access::Action;
use mentoring::event::Event;
use mentoring::folder::{FolderSection, MissingItem, missing};
use mentoring::id::FolderId;
use mentoring::law::Law;
use mentoring::person::PersonName;
use store::{Folder, FolderCard};

use crate::ctx::Ctx;
use crate::organisation::names_of_accounts;
use crate::refusal::{Nothing, Refusal};
use crate::sheet::Sheet;

pub use make::{FolderWord, FolderWords};

/// For how long a folder is kept.
const KEPT: SignedDuration = SignedDuration::from_hours(24);
/// After so long without a step the work has stopped: the process ended.
const PATIENCE: SignedDuration = SignedDuration::from_mins(3);

/// How a folder stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FolderState {
    /// It is being filled.
    UnderWay,
    /// It is there.
    Made,
    /// It could not be made, or the program stopped meanwhile.
    Stopped,
}

/// A folder of the list.
#[derive(Clone, Debug)]
pub struct FolderLine {
    /// Its progress and size.
    pub card: FolderCard,
    /// How it stands.
    pub state: FolderState,
    /// Who asked for it.
    pub by: Option<PersonName>,
}

/// The page of the folder.
#[derive(Clone, Debug)]
pub struct FolderView {
    /// What is missing today.
    pub missing: Vec<MissingItem>,
    /// Folders of the last day, the latest first.
    pub folders: Vec<FolderLine>,
    /// Whether the actor may have one made.
    pub may_make: bool,
}

impl FolderView {
    /// What is missing in one section.
    pub fn missing_in(&self, section: FolderSection) -> impl Iterator<Item = &MissingItem> {
        self.missing.iter().filter(move |it| it.item.section() == section)
    }

    /// Whether one is being made.
    #[must_use]
    pub fn is_under_way(&self) -> bool {
        self.folders.iter().any(|it| it.state == FolderState::UnderWay)
    }
}

/// Shows what the folder would lack, and the folders of the last day.
///
/// - Errors: not found without the right.
pub async fn show_folders(ctx: &Ctx) -> Result<FolderView, Refusal<Nothing>> {
    ctx.require(Action::SeeFolder, ctx.at())?;
    let facts = facts::facts(ctx).await?;
    let tx = ctx.read().await?;
    let names = names_of_accounts(ctx, &tx).await?;
    let kept = tx.folders(&ctx.scope, ctx.at()).await?;
    let line = |card: FolderCard| FolderLine {
        state: state(&card, ctx),
        by: names.iter().find(|(it, _)| *it == card.asked_by).map(|(_, name)| name.clone()),
        card,
    };
    let is_kept = |it: &FolderCard| ctx.now - KEPT <= it.asked_at;
    Ok(FolderView {
        missing: missing(&facts, Law::built_in()),
        folders: kept.into_iter().filter(is_kept).map(line).collect(),
        may_make: ctx.may(Action::MakeFolder),
    })
}

fn state(card: &FolderCard, ctx: &Ctx) -> FolderState {
    match card.made_at {
        Some(_) => FolderState::Made,
        None if card.has_failed || card.moved_at < ctx.now - PATIENCE => FolderState::Stopped,
        None => FolderState::UnderWay,
    }
}

/// A list that goes into the folder as a workbook and as paper.
#[derive(Clone, Debug)]
pub struct FolderList {
    /// In which section.
    pub section: FolderSection,
    /// The list with its words.
    pub sheet: Sheet,
}

/// Why no folder is begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FolderRefused {
    /// One is being made already.
    #[error("a folder is being made already")]
    UnderWay,
}

/// Has a folder made; the work goes on after the answer.
///
/// - `lists`: what other pages give away as lists, with their words.
/// - `words`: how files are called.
/// - Returns: the folder, to ask how far it is.
/// - Errors: not found without the right; `FolderRefused`.
pub async fn ask_folder(
    ctx: &Ctx,
    lists: Vec<FolderList>,
    words: FolderWords,
) -> Result<FolderId, Refusal<FolderRefused>> {
    let folder = begin(ctx, &lists).await?;
    let (ctx, id) = (ctx.clone(), folder.id);
    tokio::spawn(async move { make::make(&ctx, folder, lists, &words).await });
    Ok(id)
}

/// Notes that a folder is asked for, and lets those of before yesterday go.
pub(crate) async fn begin(
    ctx: &Ctx,
    lists: &[FolderList],
) -> Result<Folder, Refusal<FolderRefused>> {
    ctx.require(Action::MakeFolder, ctx.at())?;
    let tx = ctx.begin().await?;
    tx.remove_folders_before(ctx.now - KEPT).await?;
    let known = tx.folders(&ctx.scope, ctx.at()).await?;
    if known.iter().any(|it| state(it, ctx) == FolderState::UnderWay) {
        return Err(Refusal::because(FolderRefused::UnderWay));
    }
    let folder = Folder {
        organisation: ctx.at(),
        id: ctx.new_id(),
        asked_by: ctx.actor,
        asked_at: ctx.now,
        n_all: u32::try_from(lists.len()).unwrap_or(u32::MAX),
        n_done: 0,
        moved_at: ctx.now,
        made_at: None,
        has_failed: false,
        n_missing: 0,
        size_bytes: 0,
        content: Vec::new(),
    };
    tx.insert_folder(&folder).await?;
    ctx.record(&tx, Event::FolderAsked { folder: folder.id }).await?;
    tx.commit().await?;
    Ok(folder)
}

/// Makes a folder and waits for it: for tests and the command line.
#[cfg(test)]
pub(crate) async fn make_folder(
    ctx: &Ctx,
    lists: Vec<FolderList>,
    words: FolderWords,
) -> Result<FolderId, Refusal<FolderRefused>> {
    let folder = begin(ctx, &lists).await?;
    let id = folder.id;
    make::make(ctx, folder, lists, &words).await;
    Ok(id)
}

/// The archive of a folder that is made.
///
/// - Errors: not found, also where it is not made, or is older than a day.
pub async fn folder_file(ctx: &Ctx, id: FolderId) -> Result<Vec<u8>, Refusal<Nothing>> {
    let tx = ctx.read().await?;
    let folder = tx.folder(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::SeeFolder, folder.organisation)?;
    let is_there = folder.made_at.is_some() && ctx.now - KEPT <= folder.asked_at;
    if is_there { Ok(folder.content) } else { Err(Refusal::NotFound) }
}
