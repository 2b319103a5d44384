//! Many papers at once: missing consents of a class, addenda, acquaintance sheets, thanks.
//!
//! It decides which papers a pack has and in which order, that it is made in the background with its
//! progress kept, and how long its file stays. Deliberately absent: waiting and pages (`web`).

use std::collections::BTreeMap;

use documents::papers::{Archive, MOST_PAPERS, many_pdf};
use jiff::SignedDuration;
use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::event::Event;
use mentoring::id::{PaperPackId, PartnerId, PersonId};
use mentoring::paper::{IsStudent, PaperField, PaperKind};
use mentoring::person::Position;
use serde::{Deserialize, Serialize};
use store::{Json, PackContent, PaperPack};

use super::compose::compose;
use super::draft::{PaperObstacle, read};
use super::facts::Facts;
use super::form::{about, facts_for, filled};
use super::given::{Offered, Typed};
use super::known::PaperSubject;
use super::made::{Made, Maker};
use super::require_making;
use super::suggest::suggested;
use super::wording::wording_of;
use crate::ctx::Ctx;
use crate::pools::consent::{MatrixFilter, list_consents};
use crate::refusal::{Nothing, Refusal};

/// What a pack is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackWhat {
    /// Consents that are wanted and do not hold.
    Consents,
    /// Addenda that act or will act.
    Addenda,
    /// Acquaintance sheets of orders that somebody has not read.
    Sheets,
    /// Letters of thanks.
    Thanks,
    /// Certificates.
    Certificates,
}

impl PackWhat {
    /// Every kind of pack, in the order of the page.
    pub const ALL: [Self; 5] =
        [Self::Consents, Self::Addenda, Self::Sheets, Self::Thanks, Self::Certificates];

    /// The stable word.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Consents => "consents",
            Self::Addenda => "addenda",
            Self::Sheets => "sheets",
            Self::Thanks => "thanks",
            Self::Certificates => "certificates",
        }
    }

    /// The kind of pack that a word names.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.slug() == slug)
    }

    /// The kind whose right and form a pack has; consents are of several kinds.
    #[must_use]
    pub const fn kind(self) -> PaperKind {
        match self {
            Self::Consents => PaperKind::DataConsent,
            Self::Addenda => PaperKind::ContractAddendum,
            Self::Sheets => PaperKind::AcquaintanceSheet,
            Self::Thanks => PaperKind::LetterOfThanks,
            Self::Certificates => PaperKind::Certificate,
        }
    }

    /// Whether people are chosen for it and its texts are asked.
    #[must_use]
    pub const fn asks(self) -> bool {
        matches!(self, Self::Thanks | Self::Certificates)
    }
}

/// A kind of file that a pack becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackFormat {
    /// One PDF, each paper from a new page.
    Pdf,
    /// An archive of Word files.
    Zip,
}

impl PackFormat {
    /// The ending of the name, and the stable word.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Zip => "zip",
        }
    }

    /// The media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Zip => "application/zip",
        }
    }
}

/// What is asked for.
#[derive(Clone, Debug)]
pub struct AskPack {
    /// Of what.
    pub what: PackWhat,
    /// A class or subject, for consents; empty for all.
    pub about: String,
    /// Only of these people; empty for everybody whom it concerns.
    pub people: Vec<PersonId>,
    /// And of these partners.
    pub partners: Vec<PartnerId>,
    /// Texts that all papers share, as fields of the form.
    pub sent: Vec<(String, String)>,
    /// As what.
    pub format: PackFormat,
    /// What pages call it.
    pub title: String,
}

/// Why a pack is not made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackObstacle {
    /// Nothing is missing, or nobody was chosen.
    #[error("the pack would have no papers")]
    Nothing,
    /// It would have more papers than one file takes.
    #[error("{n_papers} papers, at most {MOST_PAPERS}")]
    TooMany {
        /// How many there would be.
        n_papers: usize,
    },
    /// A shared text is wrong.
    #[error(transparent)]
    Paper(#[from] PaperObstacle),
}

/// Somebody for whom a pack has papers.
#[derive(Clone, Debug)]
pub struct PackLine {
    /// Who.
    pub person: PersonId,
    /// The name with post or class.
    pub words: String,
    /// How many papers.
    pub n_papers: usize,
}

/// Lists of packs, for pages.
pub type PackList = Vec<PaperPack>;

/// What a pack would have.
#[derive(Clone, Debug)]
pub struct PackOffer {
    /// Of what.
    pub what: PackWhat,
    /// How many papers, without narrowing by people.
    pub n_papers: usize,
    /// People for whom it has papers, or who may be chosen.
    pub lines: Vec<PackLine>,
    /// Partners who may be chosen, for thanks.
    pub partners: Vec<(PartnerId, String)>,
    /// Classes and subjects to narrow by, for consents.
    pub abouts: Vec<String>,
    /// Texts that all papers share.
    pub asked: Vec<&'static PaperField>,
    /// What stands in their fields.
    pub filled: Vec<(String, String)>,
    /// People to choose from in their fields.
    pub people: Vec<Offered>,
}

/// One paper of a pack, as it is kept.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Item {
    kind: String,
    person: Option<uuid::Uuid>,
    order: Option<uuid::Uuid>,
    addendum: Option<uuid::Uuid>,
    partner: Option<uuid::Uuid>,
}

/// What a pack was asked for, as it is kept.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Asked {
    day: String,
    typed: Typed,
    papers: Vec<Item>,
}

impl Item {
    fn of(kind: PaperKind) -> Self {
        let kind = kind.slug().to_owned();
        Self { kind, person: None, order: None, addendum: None, partner: None }
    }

    fn about(self, person: PersonId) -> Self {
        Self { person: Some(person.0), ..self }
    }

    fn subject(&self) -> PaperSubject {
        PaperSubject {
            person: self.person.map(PersonId),
            order: self.order.map(mentoring::id::OrderId),
            amends: None,
            addendum: self.addendum.map(mentoring::id::AddendumId),
            partner: self.partner.map(PartnerId),
        }
    }
}

/// Shows what a pack would have.
///
/// - `about`: a class or subject, for consents; empty for all.
/// - Errors: not found without the right.
pub async fn offer_pack(
    ctx: &Ctx,
    what: PackWhat,
    about: &str,
) -> Result<PackOffer, Refusal<Nothing>> {
    require_making(ctx, what.kind())?;
    let abouts = match what {
        PackWhat::Consents => list_consents(ctx, &MatrixFilter::default()).await?.abouts,
        _ => Vec::new(),
    };
    let items = items_of(ctx, what, about).await?;
    let tx = ctx.read().await?;
    let facts = Facts::load(ctx, &tx, ctx.today()).await?;
    let people = facts.offered();
    let n_of = |person: PersonId| items.iter().filter(|it| it.person == Some(person.0)).count();
    let line = |it: &Offered| PackLine {
        person: it.person,
        words: it.words.clone(),
        n_papers: n_of(it.person),
    };
    let lines = people.iter().map(line).filter(|it| what.asks() || 0 < it.n_papers).collect();
    let of_day = facts.partners.iter().filter(|it| it.period().contains(ctx.today()));
    let partners = match what {
        PackWhat::Thanks => of_day.map(|it| (it.id, it.name.clone())).collect(),
        _ => Vec::new(),
    };
    let (asked, typed) = shared(&facts, what);
    Ok(PackOffer {
        what,
        n_papers: items.len(),
        lines,
        partners,
        abouts,
        filled: filled(what.kind(), &typed, &people),
        asked,
        people,
    })
}

/// Fields that all papers of a pack share, with what they begin with.
fn shared(facts: &Facts, what: PackWhat) -> (Vec<&'static PaperField>, Typed) {
    if !what.asks() {
        return (Vec::new(), Typed::new());
    }
    let kind = what.kind();
    let nobody = PaperSubject::default();
    let own = |it: &&'static PaperField| {
        Some(it.path) != kind.subject_field() && !matches!(it.path, "partner" | "addressee")
    };
    let asked = compose(facts, kind, &nobody, &Typed::new(), "").asked;
    let asked: Vec<_> = asked.into_iter().filter(own).collect();
    let begins = asked
        .iter()
        .filter_map(|it| Some((it.path.to_owned(), suggested(facts, kind, &nobody, it)?)));
    let typed = begins.collect();
    (asked, typed)
}

/// The papers that somebody wants, without anybody having been chosen.
async fn items_of(ctx: &Ctx, what: PackWhat, about: &str) -> Result<Vec<Item>, Refusal<Nothing>> {
    match what {
        PackWhat::Consents => missing_consents(ctx, about).await,
        PackWhat::Addenda => {
            let tx = ctx.read().await?;
            let addenda = tx.addenda(&ctx.scope, ctx.at()).await?;
            let acts = addenda.iter().filter(|it| ctx.today() <= it.last());
            let item = |it: &store::AddendumRecord| Item {
                addendum: Some(it.id.0),
                ..Item::of(PaperKind::ContractAddendum).about(it.person)
            };
            Ok(acts.map(item).collect())
        }
        PackWhat::Sheets => {
            let tx = ctx.read().await?;
            let unread = tx.acquaintances_of(&ctx.scope, ctx.at()).await?;
            let mut orders: Vec<_> =
                unread.iter().filter(|it| it.signed_on.is_none()).map(|it| it.order_id.0).collect();
            orders.dedup();
            let discarded = tx.orders(&ctx.scope, ctx.at()).await?;
            orders.retain(|id| {
                discarded.iter().any(|it| it.id.0 == *id && it.discarded_on.is_none())
            });
            let item =
                |order| Item { order: Some(order), ..Item::of(PaperKind::AcquaintanceSheet) };
            Ok(orders.into_iter().map(item).collect())
        }
        PackWhat::Thanks | PackWhat::Certificates => Ok(Vec::new()),
    }
}

/// Blanks of what is wanted and does not hold: by class, then by name, all of a person together.
async fn missing_consents(ctx: &Ctx, about: &str) -> Result<Vec<Item>, Refusal<Nothing>> {
    let filter =
        MatrixFilter { about: about.to_owned(), only_gaps: true, ..MatrixFilter::default() };
    let mut lines = list_consents(ctx, &filter).await?.lines;
    lines.sort_by_cached_key(|it| {
        (it.known.about.clone(), crate::person::folded(&it.known.person.name.full()))
    });
    let items = lines.iter().flat_map(|line| {
        let is_student = match line.known.positions.contains(&Position::Student) {
            true => IsStudent::Yes,
            false => IsStudent::No,
        };
        let gaps = line.cells.iter().filter(|it| it.is_gap());
        let person = line.known.person.id;
        gaps.map(move |it| Item::of(PaperKind::of_consent(it.kind, is_student)).about(person))
    });
    Ok(items.collect())
}

/// Asks for a pack; it is made by [`work_on_pack`].
///
/// - Errors: not found without the right; `PackObstacle`.
pub async fn ask_pack(ctx: &Ctx, ask: &AskPack) -> Result<PaperPackId, Refusal<PackObstacle>> {
    require_making(ctx, ask.what.kind())?;
    let wanted = items_of(ctx, ask.what, &ask.about).await.map_err(plain)?;
    let papers = chosen(ask, wanted);
    if papers.is_empty() {
        return Err(Refusal::because(PackObstacle::Nothing));
    }
    if MOST_PAPERS < papers.len() {
        return Err(Refusal::because(PackObstacle::TooMany { n_papers: papers.len() }));
    }
    let tx = ctx.begin().await?;
    tx.remove_old_packs(ctx.now).await?;
    let facts = Facts::load(ctx, &tx, ctx.today()).await?;
    let is_here = |it: &Item| super::form::is_here(&facts, &it.subject());
    if !papers.iter().all(is_here) {
        return Err(Refusal::NotFound);
    }
    let typed = match ask.what.asks() {
        true => read(&facts, ask.what.kind(), &PaperSubject::default(), &ask.sent)
            .map_err(|it| Refusal::Obstacles(it.into_iter().map(PackObstacle::Paper).collect()))?,
        false => Typed::new(),
    };
    let n_papers = u32::try_from(papers.len()).unwrap_or(u32::MAX);
    let asked = Asked { day: ctx.today().to_string(), typed, papers };
    let pack = PaperPack {
        organisation: ctx.at(),
        id: ctx.new_id(),
        title: ask.title.clone(),
        format: ask.format.ending().to_owned(),
        asked: Json(serde_json::to_value(&asked).map_err(anyhow::Error::from)?),
        n_papers,
        n_done: 0,
        size_bytes: 0,
        leased_until: None,
        done_at: None,
        failure: None,
        keep_until: ctx.now + SignedDuration::from_hours(KEPT_HOURS),
        asked_by: ctx.actor,
        asked_at: ctx.now,
    };
    tx.insert_paper_pack(&pack).await?;
    let (about, n_papers) = (ask.what.kind(), n_papers.into());
    ctx.record(&tx, Event::PapersPacked { pack: pack.id, about, n_papers }).await?;
    tx.commit().await?;
    Ok(pack.id)
}

/// How long the file of a pack is kept.
const KEPT_HOURS: i64 = 24;

fn plain<O>(refusal: Refusal<Nothing>) -> Refusal<O> {
    refusal.map(|it| match it {})
}

/// The papers of those who were chosen; of everybody where nobody was.
fn chosen(ask: &AskPack, wanted: Vec<Item>) -> Vec<Item> {
    if ask.what.asks() {
        let kind = ask.what.kind();
        let people = ask.people.iter().map(|it| Item::of(kind).about(*it));
        let partners = ask.partners.iter().map(|it| Item { partner: Some(it.0), ..Item::of(kind) });
        return people.chain(partners).collect();
    }
    if ask.people.is_empty() {
        return wanted;
    }
    let is_chosen = |it: &Item| it.person.is_some_and(|it| ask.people.contains(&PersonId(it)));
    wanted.into_iter().filter(is_chosen).collect()
}

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
    Zip(Archive),
}

impl PackFile {
    fn new(format: &str) -> Self {
        match format {
            "zip" => Self::Zip(Archive::new()),
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
