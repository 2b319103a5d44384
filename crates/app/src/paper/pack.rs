//! Many papers at once: missing consents of a class, addenda, acquaintance sheets, thanks.
//!
//! It decides which papers a pack has and in which order, and how long
//! its file stays. Deliberately absent: making it (`packing`).

use std::collections::BTreeSet;

use documents::papers::MOST_PAPERS;
use jiff::SignedDuration;
use mentoring::event::Event;
use mentoring::id::{PaperPackId, PartnerId, PersonId};
use mentoring::paper::{IsStudent, PaperField, PaperKind};
use mentoring::person::Position;
use serde::{Deserialize, Serialize};
use store::{Json, PaperPack, StoreError, Tx};

use super::compose::compose;
use super::draft::{PaperObstacle, read};
use super::facts::Facts;
use super::form::filled;
use super::given::{Offered, Typed};
use super::known::PaperSubject;
use super::made::Maker;
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
    /// A kind is made from the school's own Word file, which has no PDF.
    #[error("papers of {kind} are Word files")]
    WordOnly {
        /// Which kind.
        kind: PaperKind,
    },
    /// A text of the school's own does not do; the sentence is for people, in Russian.
    #[error("{why}")]
    Text {
        /// Of which kind.
        kind: PaperKind,
        /// What is wrong.
        why: String,
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
pub(super) struct Item {
    pub(super) kind: String,
    person: Option<uuid::Uuid>,
    order: Option<uuid::Uuid>,
    addendum: Option<uuid::Uuid>,
    partner: Option<uuid::Uuid>,
}

/// What a pack was asked for, as it is kept.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Asked {
    pub(super) day: String,
    pub(super) typed: Typed,
    pub(super) papers: Vec<Item>,
}

impl Item {
    fn of(kind: PaperKind) -> Self {
        let kind = kind.slug().to_owned();
        Self { kind, person: None, order: None, addendum: None, partner: None }
    }

    fn about(self, person: PersonId) -> Self {
        Self { person: Some(person.0), ..self }
    }

    pub(super) fn subject(&self) -> PaperSubject {
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

/// Asks for a pack; it is made by [`super::work_on_pack`].
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
    Refusal::unless_clear(unmade(ctx, &tx, ask.format, &papers).await?)?;
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

/// Kinds of which no such file can be made, each once.
async fn unmade(
    ctx: &Ctx,
    tx: &Tx,
    format: PackFormat,
    papers: &[Item],
) -> Result<Vec<PackObstacle>, StoreError> {
    let kinds = papers.iter().filter_map(|it| PaperKind::from_slug(&it.kind));
    let kinds: BTreeSet<PaperKind> = kinds.collect();
    let mut obstacles = Vec::new();
    for kind in kinds {
        let wording = wording_of(tx, ctx.at(), kind, ctx.today()).await?;
        match Maker::new(&wording) {
            Ok(Maker::Word(_)) if format == PackFormat::Pdf => {
                obstacles.push(PackObstacle::WordOnly { kind });
            }
            Ok(_) => {}
            Err(err) => obstacles.push(PackObstacle::Text { kind, why: err.to_string() }),
        }
    }
    Ok(obstacles)
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
