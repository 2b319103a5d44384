//! Filling a folder, step by step, beside the answer to whoever asked for it.
//!
//! It decides which files stand in which section, that the folder never grows beyond what memory
//! takes, and that its first page is made last, when everything is known. Deliberately absent:
//! which section a paper belongs to (`mentoring::folder`), making one (`paper`).

use std::fmt;
use std::sync::Arc;

use documents::papers::{Archive, folder_index};
use jiff::civil::Date;
use mentoring::consent::ConsentKind;
use mentoring::folder::{FolderItem, FolderSection, MissingItem, missing, section_of};
use mentoring::id::{FileId, PaperId, VersionId};
use mentoring::law::Law;
use mentoring::order::OrderSubject;
use mentoring::organisation::requisites::LocalAct;
use serde_json::{Value as Json, json};
use store::{ConsentRecord, Folder, PaperRecord, Tx};

use super::FolderList;
use super::facts::{facts, number_of, registered};
use crate::ctx::Ctx;
use crate::launch::paper::{Format, version_paper};
use crate::paper::{PaperFormat, paper_file};
use crate::refusal::{Nothing, Refusal};
use crate::roadmap::running::{proves, running_in};
use crate::sheet::{Sheet, SheetFormat, write_sheet};

/// Bytes of all files of a folder together: it is put together in memory.
const MOST_BYTES: usize = 200 << 20;

/// Something that is called by a word of the pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FolderWord<'a> {
    /// The folder of a section in the archive: without its number.
    Section(FolderSection),
    /// The first page.
    Index,
    /// A roadmap of years.
    Roadmap(&'a str),
    /// An order: its number, its day, what it is about.
    Order(&'a str, Date, OrderSubject),
    /// A consent of a person.
    Consent(&'a str, Date, ConsentKind),
    /// A paper that was made here: what it is called, its number, its day.
    Paper(&'a str, &'a str, Date),
    /// An act: its name, its number, its day.
    Act(&'a str, &'a str, Date),
    /// The file of a row of the roadmap.
    Row(&'a str),
    /// What is missing.
    Item(FolderItem),
    /// What demands it.
    Ground(FolderItem),
    /// How many of it, and which.
    Count(&'a MissingItem),
    /// The size of a file.
    Size(u64),
}

/// Gives words to what stands in a folder.
#[derive(Clone)]
pub struct FolderWords(Arc<dyn Fn(FolderWord<'_>) -> String + Send + Sync>);

impl FolderWords {
    /// These words.
    pub fn new(words: impl Fn(FolderWord<'_>) -> String + Send + Sync + 'static) -> Self {
        Self(Arc::new(words))
    }

    fn of(&self, it: FolderWord<'_>) -> String {
        (self.0)(it)
    }
}

impl fmt::Debug for FolderWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FolderWords")
    }
}

/// One step of the work: it gives one file.
enum Step {
    /// A list in a format.
    List(Sheet, SheetFormat),
    /// A version of a roadmap in a format.
    Roadmap(VersionId, Format),
    /// A paper that was made here, in a format.
    Paper(PaperId, PaperFormat),
    /// A file that somebody kept.
    Kept(FileId),
}

/// A file that is to come: section, name within it without number, how it comes.
struct Planned {
    section: FolderSection,
    name: String,
    step: Step,
}

/// Fills a folder and keeps it; what goes wrong is logged and told by the folder.
pub(super) async fn make(ctx: &Ctx, folder: Folder, lists: Vec<FolderList>, words: &FolderWords) {
    let id = folder.id;
    let kept = match filled(ctx, &folder, lists, words).await {
        Ok(made) => Folder { made_at: Some(ctx.app.clock.now()), ..made },
        Err(error) => {
            let error: anyhow::Error = match error {
                Refusal::Unexpected(error) => error,
                other => anyhow::anyhow!("{other}"),
            };
            tracing::warn!(folder = %id, error = format!("{error:#}"), "a folder was not made");
            Folder { has_failed: true, ..folder }
        }
    };
    let saved = async {
        let tx = ctx.app.store.begin().await?;
        tx.save_folder(&kept).await?;
        tx.commit().await
    };
    if let Err(error) = saved.await {
        tracing::warn!(folder = %id, %error, "a folder was not kept");
    }
}

async fn filled(
    ctx: &Ctx,
    folder: &Folder,
    lists: Vec<FolderList>,
    words: &FolderWords,
) -> Result<Folder, Refusal<Nothing>> {
    let lacking = missing(&facts(ctx).await?, Law::built_in());
    let tx = ctx.read().await?;
    let planned = planned(ctx, &tx, lists, words).await?;
    let acts = tx.local_acts(&ctx.scope, ctx.at()).await?;
    drop(tx);
    let n_all = u32::try_from(planned.len()).unwrap_or(u32::MAX).saturating_add(1);
    let mut files = Files::default();
    for (n_done, it) in (0_u32..).zip(planned) {
        tell(ctx, folder, (n_done, n_all)).await?;
        let name = format!("{}/{}", folder_name(it.section, words), it.name);
        match bytes_of(ctx, it.step).await {
            Ok(bytes) => files.add(&name, bytes),
            // What was taken away meanwhile is not there; the rest is.
            Err(Refusal::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    let index = index(ctx, &lacking, &acts, &files, words);
    let archive = tokio::task::spawn_blocking(move || archive(&index.0, &index.1, files));
    let content = archive.await.map_err(|error| Refusal::Unexpected(error.into()))??;
    Ok(Folder {
        n_all,
        n_done: n_all,
        moved_at: ctx.app.clock.now(),
        n_missing: u32::try_from(lacking.len()).unwrap_or(u32::MAX),
        size_bytes: u32::try_from(content.len()).unwrap_or(u32::MAX),
        content,
        ..folder.clone()
    })
}

/// «02 Дорожная карта»: the number keeps the order in every file manager.
fn folder_name(section: FolderSection, words: &FolderWords) -> String {
    format!("{:02} {}", section.number(), words.of(FolderWord::Section(section)))
}

/// Tells how far the folder is.
async fn tell(ctx: &Ctx, folder: &Folder, so_far: (u32, u32)) -> Result<(), Refusal<Nothing>> {
    let tx = ctx.app.store.begin().await?;
    tx.move_folder(folder.organisation, folder.id, so_far, ctx.app.clock.now()).await?;
    tx.commit().await?;
    Ok(())
}

/// The files that have been gathered.
#[derive(Default)]
struct Files {
    /// Name and bytes, in the order of the archive.
    all: Vec<(String, Vec<u8>)>,
    n_bytes: usize,
    /// Names of those that did not fit.
    left_out: Vec<String>,
}

impl Files {
    fn add(&mut self, name: &str, bytes: Vec<u8>) {
        if MOST_BYTES < self.n_bytes + bytes.len() {
            self.left_out.push(name.to_owned());
            return;
        }
        self.n_bytes += bytes.len();
        self.all.push((name.to_owned(), bytes));
    }
}

/// What is to be gathered, section by section.
async fn planned(
    ctx: &Ctx,
    tx: &Tx,
    lists: Vec<FolderList>,
    words: &FolderWords,
) -> Result<Vec<Planned>, Refusal<Nothing>> {
    let mut all = Vec::new();
    let running = running_in(ctx, tx, ctx.today()).await?;
    for map in &running.roadmaps {
        let (from, to) = (map.roadmap.from_on.year(), map.roadmap.to_on.year());
        let years = if from == to { from.to_string() } else { format!("{from}-{to}") };
        for format in [Format::Docx, Format::Pdf] {
            let name = words.of(FolderWord::Roadmap(&years));
            let name = format!("{name}.{}", format.ending());
            let step = Step::Roadmap(map.version.id, format);
            all.push(Planned { section: FolderSection::Roadmap, name, step });
        }
    }
    all.extend(acts(ctx, tx, words).await?);
    all.extend(orders(ctx, tx, words).await?);
    all.extend(papers(ctx, tx, words).await?);
    for list in lists {
        for format in [SheetFormat::Xlsx, SheetFormat::Pdf] {
            let name = format!("{}.{}", list.sheet.title, format.ending());
            let step = Step::List(list.sheet.clone(), format);
            all.push(Planned { section: list.section, name, step });
        }
    }
    all.extend(consents(ctx, tx, words).await?);
    for (_, row, task) in running.pressing() {
        for given in task.given.iter().filter(|it| proves(it)) {
            let Some(file) = &given.file else { continue };
            let row = words.of(FolderWord::Row(&number_of(&row.row)));
            let name = format!("{row}/{}", file.name);
            let step = Step::Kept(file.id);
            all.push(Planned { section: FolderSection::Evidence, name, step });
        }
    }
    // Sections in order; within one as they were found.
    all.sort_by_key(|it| it.section);
    Ok(all)
}

async fn acts(ctx: &Ctx, tx: &Tx, words: &FolderWords) -> Result<Vec<Planned>, Refusal<Nothing>> {
    let mut all = Vec::new();
    let known = tx.local_acts(&ctx.scope, ctx.at()).await?;
    for it in known.iter().filter(|it| it.is_in_force(ctx.today())) {
        let Some(file) = it.body.file else { continue };
        let name = words.of(FolderWord::Act(&it.title, &it.number, it.signed_on));
        all.push(kept(ctx, tx, FolderSection::Acts, &name, file).await?);
    }
    Ok(all)
}

/// Papers that were signed, and the texts of registered orders.
async fn papers(ctx: &Ctx, tx: &Tx, words: &FolderWords) -> Result<Vec<Planned>, Refusal<Nothing>> {
    let orders = registered(tx.orders(&ctx.scope, ctx.at()).await?, ctx.today());
    let is_wanted = |it: &PaperRecord| {
        let is_of_order = it.order_id.is_some_and(|id| orders.iter().any(|it| it.id == id));
        let is_signed = it.signed_on.is_some() && it.withdrawn_on.is_none();
        it.discarded_on.is_none() && (is_signed || is_of_order)
    };
    let mut all = Vec::new();
    for it in tx.papers(&ctx.scope, ctx.at()).await?.into_iter().filter(is_wanted) {
        let section = section_of(it.kind);
        let title = if it.title.is_empty() { it.kind.spec().title } else { &it.title };
        let name = words.of(FolderWord::Paper(title, &it.number, it.day_on));
        for (format, ending) in [(PaperFormat::Docx, "docx"), (PaperFormat::Pdf, "pdf")] {
            let step = Step::Paper(it.id, format);
            all.push(Planned { section, name: format!("{name}.{ending}"), step });
        }
        if let Some(scan) = it.scan {
            all.push(kept(ctx, tx, section, &name, scan).await?);
        }
    }
    Ok(all)
}

async fn orders(ctx: &Ctx, tx: &Tx, words: &FolderWords) -> Result<Vec<Planned>, Refusal<Nothing>> {
    let mut all = Vec::new();
    for it in registered(tx.orders(&ctx.scope, ctx.at()).await?, ctx.today()) {
        let Some((registration, scan)) = it.registration().zip(it.scan) else { continue };
        let (number, on) = (registration.number.text(), registration.signed_on);
        let name = words.of(FolderWord::Order(&number, on, it.subject));
        all.push(kept(ctx, tx, FolderSection::Orders, &name, scan).await?);
    }
    Ok(all)
}

async fn consents(
    ctx: &Ctx,
    tx: &Tx,
    words: &FolderWords,
) -> Result<Vec<Planned>, Refusal<Nothing>> {
    let given = tx.consents_of(&ctx.scope, ctx.at()).await?;
    let scanned: Vec<&ConsentRecord> = given.iter().filter(|it| it.scan.is_some()).collect();
    let ids: Vec<_> = scanned.iter().map(|it| it.person).collect();
    let people = tx.people_by_ids(&ctx.scope, &ids).await?;
    let mut all = Vec::new();
    for it in scanned {
        let person = people.iter().find(|person| person.id == it.person);
        let Some((person, scan)) = person.zip(it.scan) else { continue };
        let name = words.of(FolderWord::Consent(&person.name.full(), it.signed_on, it.kind));
        all.push(kept(ctx, tx, FolderSection::Consents, &name, scan).await?);
    }
    Ok(all)
}

/// A kept file under a name that tells what it is; its ending stays.
async fn kept(
    ctx: &Ctx,
    tx: &Tx,
    section: FolderSection,
    name: &str,
    file: FileId,
) -> Result<Planned, Refusal<Nothing>> {
    let card = tx.file_cards(&ctx.scope, &[file]).await?.pop();
    let ending = card.as_ref().and_then(|it| it.name.rsplit_once('.')).map(|(_, it)| it);
    let name = ending.map_or_else(|| name.to_owned(), |it| format!("{name}.{it}"));
    Ok(Planned { section, name, step: Step::Kept(file) })
}

async fn bytes_of(ctx: &Ctx, step: Step) -> Result<Vec<u8>, Refusal<Nothing>> {
    match step {
        Step::List(sheet, format) => write_sheet(ctx, sheet, format).await,
        Step::Roadmap(version, format) => version_paper(ctx, version, format).await,
        Step::Paper(id, format) => Ok(paper_file(ctx, id, format).await?.1),
        Step::Kept(id) => {
            let tx = ctx.read().await?;
            let file = tx.file(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
            Ok(file.content)
        }
    }
}

/// The name of the first page and what stands on it.
fn index(
    ctx: &Ctx,
    lacking: &[MissingItem],
    acts: &[LocalAct],
    files: &Files,
    words: &FolderWords,
) -> (String, Json) {
    let missing = lacking.iter().map(|it| {
        json!({
            "what": words.of(FolderWord::Item(it.item)),
            "how_many": words.of(FolderWord::Count(it)),
            "ground": words.of(FolderWord::Ground(it.item)),
        })
    });
    let acts = acts.iter().filter(|it| it.is_in_force(ctx.today())).map(
        |it| json!({ "title": it.title, "number": it.number, "day": it.signed_on.to_string() }),
    );
    let listed = files.all.iter().map(|(name, bytes)| {
        json!({ "name": name, "size": words.of(FolderWord::Size(bytes.len() as u64)) })
    });
    let card = &ctx.organisation.card;
    let name = if card.full_name.is_empty() { &card.name } else { &card.full_name };
    let data = json!({
        "organisation": { "full_name": name },
        "day": ctx.today().to_string(),
        "made_by": ctx.name.short(),
        "missing": missing.collect::<Vec<_>>(),
        "acts": acts.collect::<Vec<_>>(),
        "files": listed.collect::<Vec<_>>(),
        "left_out": files.left_out,
    });
    (format!("00 {}", words.of(FolderWord::Index)), data)
}

fn archive(name: &str, data: &Json, files: Files) -> Result<Vec<u8>, anyhow::Error> {
    let paper = folder_index(data)?;
    let mut archive = Archive::new();
    archive.add(&format!("{name}.docx"), &paper.docx()?)?;
    archive.add(&format!("{name}.pdf"), &paper.pdf()?)?;
    for (name, bytes) in files.all {
        archive.add(&name, &bytes)?;
    }
    Ok(archive.finish()?)
}
