//! Making a pack: its papers one by one, its file, how far it is.
//!
//! It decides that one worker makes a pack, that its progress is kept as it goes, and who may take
//! the file. Deliberately absent: which papers it has (`pack`), waiting (`web`).

use std::collections::BTreeMap;

use documents::papers::{Archive, many_pdf};
use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::id::PaperPackId;
use mentoring::paper::PaperKind;
use store::{PackContent, PaperPack};

use super::compose::compose;
use super::facts::Facts;
use super::form::{about, facts_for};
use super::given::Typed;
use super::known::PaperSubject;
use super::made::{Made, Maker};
use super::pack::{Asked, PackFormat};
use super::suggest::suggested;
use super::wording::wording_of;
use crate::ctx::Ctx;
use crate::refusal::{Nothing, Refusal};

/// How long one worker may be busy with a pack before another takes it.
const LEASE_SECONDS: u32 = 900;
/// Papers made between two savings of the progress.
const STEP: usize = 20;

/// Makes a pack: nothing where it is done already, or somebody else is at it.
///
/// - Errors: the database is away; a pack that cannot be made is told of on its page and is no error.
pub async fn work_on_pack(ctx: &Ctx, id: PaperPackId) -> Result<(), Refusal<Nothing>> {
    let tx = ctx.begin().await?;
    let taken = tx.take_paper_pack(&ctx.scope, id, ctx.app.clock.now(), LEASE_SECONDS).await?;
    tx.commit().await?;
    let Some(mut pack) = taken else { return Ok(()) };
    let outcome = make(ctx, &mut pack).await;
    let now = ctx.app.clock.now();
    let tx = ctx.begin().await?;
    let done = PaperPack { leased_until: None, done_at: Some(now), ..pack };
    match outcome {
        Ok(content) => {
            let size_bytes = i64::try_from(content.len()).unwrap_or(i64::MAX);
            let kept = PackContent { organisation: done.organisation, pack: id, content };
            tx.insert_pack_content(&kept).await?;
            let n_done = done.n_papers;
            tx.save_paper_pack(&PaperPack { size_bytes, n_done, ..done }).await?;
        }
        Err(err) => {
            tracing::warn!(pack = %id, error = format!("{err:#}"), "a pack of papers failed");
            let failure = Some(format!("{err:#}"));
            tx.save_paper_pack(&PaperPack { failure, ..done }).await?;
        }
    }
    tx.commit().await?;
    Ok(())
}

/// Makes all papers of a pack and the file of them; says how far it is as it goes.
async fn make(ctx: &Ctx, pack: &mut PaperPack) -> anyhow::Result<Vec<u8>> {
    let asked: Asked = serde_json::from_value(pack.asked.0.clone())?;
    let day: Date = asked.day.parse()?;
    let tx = ctx.read().await?;
    let facts = facts_for(ctx, &tx, day, &asked.typed).await?;
    let mut makers = BTreeMap::new();
    for item in &asked.papers {
        if let Some(kind) = PaperKind::from_slug(&item.kind)
            && !makers.contains_key(&kind)
        {
            let wording = wording_of(&tx, ctx.at(), kind, day).await?;
            makers.insert(kind, Maker::new(&wording)?);
        }
    }
    tx.commit().await?;
    let mut file = PackFile::new(&pack.format);
    // Another worker may have been stopped half-way.
    pack.n_done = 0;
    for some in asked.papers.chunks(STEP) {
        for item in some {
            let kind = PaperKind::from_slug(&item.kind);
            if let Some((kind, maker)) = kind.and_then(|it| Some((it, makers.get(&it)?))) {
                file.add(&facts, kind, &item.subject(), &asked.typed, maker)?;
            }
            pack.n_done = (pack.n_done + 1).min(pack.n_papers);
        }
        let tx = ctx.begin().await?;
        tx.save_paper_pack(pack).await?;
        tx.commit().await?;
        tokio::task::yield_now().await;
    }
    tokio::task::spawn_blocking(move || file.finish()).await?
}

/// The file of a pack while it grows.
enum PackFile {
    Pdf(Vec<documents::papers::Paper>),
    Zip(Box<Archive>),
}

impl PackFile {
    fn new(format: &str) -> Self {
        match format {
            "zip" => Self::Zip(Box::new(Archive::new())),
            _ => Self::Pdf(Vec::new()),
        }
    }

    fn add(
        &mut self,
        facts: &Facts,
        kind: PaperKind,
        subject: &PaperSubject,
        shared: &Typed,
        maker: &Maker,
    ) -> anyhow::Result<()> {
        let asked = compose(facts, kind, subject, &Typed::new(), "").asked;
        let own = asked
            .iter()
            .filter_map(|it| Some((it.path.to_owned(), suggested(facts, kind, subject, it)?)));
        let mut typed: Typed = own.collect();
        typed.extend(shared.clone());
        let made = maker.make(kind, &compose(facts, kind, subject, &typed, "").data)?;
        match (self, made) {
            (_, Made::Not(why)) => return Err(why.into()),
            (Self::Pdf(papers), Made::Text(paper)) => papers.push(paper),
            (Self::Pdf(_), Made::Word(..)) => {
                anyhow::bail!("the school's own Word file has no PDF: ask for an archive")
            }
            (Self::Zip(archive), made) => {
                let of = about(facts, subject);
                let folder = subject.person.and_then(|id| facts.people.get(&id));
                let folder = folder.map(|it| it.about.clone()).filter(|it| !it.is_empty());
                let folder = folder.map(|it| format!("{it}/")).unwrap_or_default();
                let name = format!("{folder}{of} – {}.docx", kind.spec().title);
                archive.add(&name, &made.docx()?)?;
            }
        }
        Ok(())
    }

    fn finish(self) -> anyhow::Result<Vec<u8>> {
        match self {
            Self::Pdf(papers) => Ok(many_pdf(&papers)?),
            Self::Zip(archive) => Ok(archive.finish()?),
        }
    }
}

/// A pack and how far it is.
#[derive(Clone, Debug)]
pub struct PackView {
    /// As recorded.
    pub pack: PaperPack,
    /// Whether nobody works on it though it is not done: the process that did was stopped.
    pub is_left: bool,
    /// Whether its file can be taken.
    pub is_ready: bool,
}

/// Shows how far a pack is, to who asked for it.
///
/// - Errors: not found.
pub async fn show_pack(ctx: &Ctx, id: PaperPackId) -> Result<PackView, Refusal<Nothing>> {
    ctx.require(Action::SeePapers, ctx.at())?;
    let tx = ctx.read().await?;
    let pack = tx.paper_pack(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    if pack.organisation != ctx.at() || pack.asked_by != ctx.actor {
        return Err(Refusal::NotFound);
    }
    let is_open = pack.done_at.is_none();
    let is_ready = !is_open && pack.failure.is_none() && ctx.now < pack.keep_until;
    let is_left = is_open && pack.leased_until.is_none_or(|until| until <= ctx.now);
    Ok(PackView { is_left, is_ready, pack })
}

/// Gives the file of a pack.
///
/// - Errors: not found; not ready; its day is over.
pub async fn pack_file(
    ctx: &Ctx,
    id: PaperPackId,
) -> Result<(PackFormat, String, Vec<u8>), Refusal<Nothing>> {
    let view = show_pack(ctx, id).await?;
    if !view.is_ready {
        return Err(Refusal::NotFound);
    }
    let tx = ctx.read().await?;
    let kept = tx.pack_content(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    let format = if view.pack.format == "zip" { PackFormat::Zip } else { PackFormat::Pdf };
    Ok((format, view.pack.title, kept.content))
}
