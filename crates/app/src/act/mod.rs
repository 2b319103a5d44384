//! The library of acts: federal, of the region and municipality, of the school; what cites them;
//! who has to know them and has read them.
//!
//! It decides which acts somebody sees and where each is told to be cited. Deliberately absent: which
//! act is in force (its dated data say), acquaintance (beside), entering an act (`edit`).

pub mod edit;
pub mod acquaintance;

use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::act::{ActKey, ActScope, Reader, cites};
use mentoring::consent::Standing;
use mentoring::id::{LineageId, LocalActId, PersonId};
use mentoring::organisation::requisites::{ActLevel, LocalAct};
use mentoring::paper::PaperKind;
use mentoring::person::Person;
use roadmap::law::Law;
use store::{ActConcern, ActReading, FileCard, StoreError, Tx};

use crate::ctx::Ctx;
use crate::person::folded;
use crate::pools::{Known, known_people, known_person};
use crate::refusal::{Nothing, Refusal};
use crate::roadmap::running::running_in;
use acquaintance::{Acquaintances, Concerning, ReaderLine};

/// An act as the library tells of it.
#[derive(Clone, Debug)]
pub struct ActCard {
    /// Which.
    pub key: ActKey,
    /// Whose.
    pub scope: ActScope,
    /// What it is and who issued it: «распоряжение Минпросвещения России»; for an act that somebody
    /// entered everything in one line.
    pub heading: String,
    /// Its name in quotes; empty where it is not known or stands in the heading.
    pub title: String,
    /// Its number; may be empty.
    pub number: String,
    /// Other ways to write the number.
    pub also: Vec<String>,
    /// The day of signing, where it is known.
    pub signed_on: Option<Date>,
    /// First day in force.
    pub from: Date,
    /// Last day in force.
    pub to: Option<Date>,
    /// What came instead, in words; empty where nothing did.
    pub replaced_by: String,
    /// What it demands of the programme; may be empty.
    pub demands: String,
    /// Its text; may be empty.
    pub content: String,
    /// Where it is published; may be empty.
    pub link: String,
    /// Where the facts of a federal act were read; empty for others.
    pub source: String,
    /// Whether those were compared with a published text.
    pub is_verified: bool,
    /// The act as entered, for those that were.
    pub entered: Option<LocalAct>,
    /// The organisation above that entered it; `None` for one's own and for federal ones.
    pub entered_at: Option<String>,
}

impl ActCard {
    /// Whether it is in force on a day.
    #[must_use]
    pub fn is_in_force(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }

    /// Whether a text cites it by its number.
    #[must_use]
    pub fn is_cited_in(&self, text: &str) -> bool {
        std::iter::once(&self.number).chain(&self.also).any(|number| cites(text, number))
    }
}

/// Everything that somebody of the organisation sees, the federal first, then by level, each level
/// with the latest first.
pub(crate) async fn cards(ctx: &Ctx, tx: &Tx) -> Result<Vec<ActCard>, StoreError> {
    let mut all: Vec<ActCard> = Law::built_in().acts.iter().map(federal).collect();
    all.sort_by_key(|it| std::cmp::Reverse(it.signed_on.unwrap_or(it.from)));
    let own = tx.local_acts(&ctx.scope, ctx.at()).await?.into_iter().map(|it| (it, None));
    let above = tx.acts_from_above(&ctx.scope, ctx.at()).await?.into_iter();
    let above = above.filter(|it| it.act.level != ActLevel::Local);
    let entered: Vec<_> = own.chain(above.map(|it| (it.act, Some(it.entered_at)))).collect();
    let later: Vec<LocalAct> = entered.iter().map(|(it, _)| it.clone()).collect();
    let mut entered: Vec<ActCard> =
        entered.into_iter().map(|(it, above)| card_of(it, above, &later)).collect();
    entered.sort_by_key(|it| (it.scope, std::cmp::Reverse(it.signed_on)));
    all.extend(entered);
    Ok(all)
}

fn federal(act: &roadmap::law::Act) -> ActCard {
    ActCard {
        key: ActKey::Federal(act.id.clone()),
        scope: ActScope::Federal,
        heading: format!("{} {}", act.kind, act.issuer).trim().to_owned(),
        title: act.title.clone(),
        number: act.number.clone(),
        also: act.also.clone(),
        signed_on: act.date,
        from: act.in_force.from,
        to: act.in_force.to,
        replaced_by: act.replaced_by.clone().unwrap_or_default(),
        demands: act.demands.clone(),
        content: String::new(),
        link: String::new(),
        source: act.source.clone(),
        is_verified: act.verified,
        entered: None,
        entered_at: None,
    }
}

fn card_of(act: LocalAct, entered_at: Option<String>, all: &[LocalAct]) -> ActCard {
    let last = [act.until, act.ended_on.and_then(|it| it.yesterday().ok())];
    let later = all.iter().find(|it| it.body.replaces == Some(act.id));
    ActCard {
        key: ActKey::Entered(act.id),
        scope: match act.level {
            ActLevel::Regional => ActScope::Regional,
            ActLevel::Municipal => ActScope::Municipal,
            ActLevel::Local => ActScope::Local,
        },
        heading: act.title.clone(),
        title: String::new(),
        number: act.number.clone(),
        also: Vec::new(),
        signed_on: Some(act.signed_on),
        from: act.signed_on,
        to: last.into_iter().flatten().min(),
        replaced_by: later.map(|it| it.title.clone()).unwrap_or_default(),
        demands: act.body.demands.clone(),
        content: act.body.content.clone(),
        link: act.body.link.clone(),
        source: String::new(),
        is_verified: true,
        entered_at,
        entered: Some(act),
    }
}

/// A line of the library.
#[derive(Clone, Debug)]
pub struct ActLine {
    /// The act.
    pub card: ActCard,
    /// Whether it is in force on the day asked for.
    pub is_in_force: bool,
    /// How many people have to know it.
    pub n_must: usize,
    /// How many of them have not read it.
    pub n_left: usize,
    /// Whether the one who looks has to read it still.
    pub waits_for_me: bool,
}

/// What of the library is shown.
#[derive(Clone, Debug, Default)]
pub struct ActFilter {
    /// A part of the name or number.
    pub search: String,
    /// Only of this level.
    pub scope: Option<ActScope>,
    /// Only in force on this day.
    pub in_force_on: Option<Date>,
    /// Only those that somebody still has to read.
    pub only_unread: bool,
}

/// The library.
#[derive(Clone, Debug)]
pub struct ActLibrary {
    /// What was asked for.
    pub lines: Vec<ActLine>,
    /// How many acts there are in all.
    pub n_all: usize,
    /// Whether the actor sees how many have not read an act.
    pub sees_readers: bool,
    /// Whether the actor may add acts.
    pub may_edit: bool,
}

/// Lists the acts.
///
/// - Errors: not found without the right.
pub async fn list_acts(ctx: &Ctx, filter: &ActFilter) -> Result<ActLibrary, Refusal<Nothing>> {
    ctx.require(Action::SeeOrganisation, ctx.at())?;
    let tx = ctx.read().await?;
    let all = cards(ctx, &tx).await?;
    let kept = Kept::load(ctx, &tx).await?;
    let today = ctx.today();
    let n_all = all.len();
    let line = |card: ActCard| {
        let of_act = kept.of(&card.key, today);
        let left = of_act.left();
        ActLine {
            is_in_force: card.is_in_force(filter.in_force_on.unwrap_or(today)),
            n_must: of_act.must.len(),
            n_left: left.len(),
            waits_for_me: left.contains(&ctx.person),
            card,
        }
    };
    let lines = all.into_iter().map(line).filter(|it| is_asked_for(it, filter));
    Ok(ActLibrary {
        lines: lines.collect(),
        n_all,
        sees_readers: ctx.may(Action::SeeOrders),
        may_edit: ctx.may(Action::EditOrganisation),
    })
}

fn is_asked_for(line: &ActLine, filter: &ActFilter) -> bool {
    let card = &line.card;
    let said = folded(&format!("{} {} {}", card.heading, card.title, card.number));
    said.contains(folded(filter.search.trim()).as_str())
        && filter.scope.is_none_or(|it| it == card.scope)
        && (filter.in_force_on.is_none() || line.is_in_force)
        && (!filter.only_unread || 0 < line.n_left)
}

/// What is kept of acquaintance in an organisation, with its people.
pub(crate) struct Kept {
    people: Vec<Known>,
    readers: Vec<Reader>,
    concerns: Vec<ActConcern>,
    readings: Vec<ActReading>,
}

impl Kept {
    pub(crate) async fn load(ctx: &Ctx, tx: &Tx) -> Result<Self, StoreError> {
        let people = known_people(ctx, tx, "", ctx.today()).await?;
        Self::among(ctx, tx, people).await
    }

    /// The same for the one who acts alone: what every page of the day asks.
    pub(crate) async fn of_actor(ctx: &Ctx, tx: &Tx) -> Result<Self, StoreError> {
        let own = known_person(ctx, tx, ctx.person, ctx.today()).await?;
        Self::among(ctx, tx, own.into_iter().collect()).await
    }

    async fn among(ctx: &Ctx, tx: &Tx, people: Vec<Known>) -> Result<Self, StoreError> {
        let reader = |it: &Known| Reader {
            person: it.person.id,
            positions: it.positions.clone(),
            is_employee: it.participant().standing == Standing::Employee,
        };
        Ok(Self {
            readers: people.iter().map(reader).collect(),
            people,
            concerns: tx.act_concerns(&ctx.scope, ctx.at()).await?,
            readings: tx.act_readings(&ctx.scope, ctx.at()).await?,
        })
    }

    /// Acquaintance with one act on a day.
    pub(crate) fn of(&self, key: &ActKey, day: Date) -> Acquaintances {
        let text = key.text();
        let concerns = self.concerns.iter().filter(|it| it.act == text);
        let rules: Vec<_> = concerns.filter_map(ActConcern::for_rule).collect();
        let readings = self.readings.iter().filter(|it| it.act == text);
        Acquaintances {
            must: mentoring::act::who_must_know(&rules, &self.readers, day),
            readings: readings.cloned().collect(),
        }
    }

    /// Keys of the acts that anybody had to know at any time.
    pub(crate) fn keys(&self) -> Vec<ActKey> {
        let mut keys: Vec<ActKey> =
            self.concerns.iter().filter_map(|it| ActKey::parse(&it.act)).collect();
        keys.sort();
        keys.dedup();
        keys
    }

    fn person(&self, id: PersonId) -> Option<&Person> {
        self.people.iter().find(|it| it.person.id == id).map(|it| &it.person)
    }
}

/// A row of a roadmap in force that cites an act.
#[derive(Clone, Debug)]
pub struct CitingRow {
    /// The row through all versions.
    pub lineage: LineageId,
    /// Its number as written; may be empty.
    pub number: String,
    /// The activity.
    pub text: String,
}

/// An act with everything about it.
#[derive(Clone, Debug)]
pub struct ActView {
    /// The act.
    pub card: ActCard,
    /// Its file without the bytes.
    pub file: Option<FileCard>,
    /// Rows of roadmaps in force that cite it; empty for who may not see roadmaps.
    pub rows: Vec<CitingRow>,
    /// Papers whose standard text cites it.
    pub papers: Vec<PaperKind>,
    /// The act of which this is a new edition, and the one that replaces it, where they are here.
    pub before: Option<LocalActId>,
    /// The one that replaces it.
    pub after: Option<LocalActId>,
    /// Who has to know it; empty for who may not see.
    pub concerns: Vec<Concerning>,
    /// Everybody who has to know it or has read it, by name; empty for who may not see.
    pub readers: Vec<ReaderLine>,
    /// Everybody who can be named; empty for who may not.
    pub candidates: Vec<Person>,
    /// Whether the one who looks has to read it still.
    pub waits_for_me: bool,
    /// The day the one who looks read it.
    pub read_by_me: Option<Date>,
    /// Whether the actor sees who has read it.
    pub sees_readers: bool,
    /// Whether the actor may name people and record paper signatures.
    pub may_record: bool,
    /// Whether the actor may change the act.
    pub may_edit: bool,
}

/// One act of those somebody sees.
pub(crate) async fn card(ctx: &Ctx, tx: &Tx, key: &ActKey) -> Result<Option<ActCard>, StoreError> {
    Ok(cards(ctx, tx).await?.into_iter().find(|it| it.key == *key))
}

/// Shows an act.
///
/// - Errors: not found.
pub async fn show_act(ctx: &Ctx, key: &ActKey) -> Result<ActView, Refusal<Nothing>> {
    ctx.require(Action::SeeOrganisation, ctx.at())?;
    let tx = ctx.read().await?;
    let card = card(ctx, &tx, key).await?.ok_or(Refusal::NotFound)?;
    let kept = Kept::load(ctx, &tx).await?;
    let of_act = kept.of(key, ctx.today());
    let sees_readers = ctx.may(Action::SeeOrders);
    let may_record = ctx.may(Action::EditOrders);
    let own = of_act.readings.iter().find(|it| it.person == ctx.person);
    let all = tx.local_acts(&ctx.scope, ctx.at()).await?;
    let id = card.entered.as_ref().map(|it| it.id);
    let file = match card.entered.as_ref().and_then(|it| it.body.file) {
        Some(id) => edit::file_card(ctx, &tx, id).await?,
        None => None,
    };
    let is_own = card.entered.is_some() && card.entered_at.is_none();
    Ok(ActView {
        file,
        rows: citing_rows(ctx, &tx, &card).await?,
        papers: citing_papers(&card),
        before: card.entered.as_ref().and_then(|it| it.body.replaces),
        after: all.iter().find(|it| id.is_some() && it.body.replaces == id).map(|it| it.id),
        concerns: if sees_readers { kept.concerning(key) } else { Vec::new() },
        readers: if sees_readers { kept.readers_of(&of_act) } else { Vec::new() },
        candidates: match may_record {
            true => kept.people.iter().map(|it| it.person.clone()).collect(),
            false => Vec::new(),
        },
        waits_for_me: of_act.left().contains(&ctx.person),
        read_by_me: own.map(|it| it.read_on),
        sees_readers,
        may_record,
        may_edit: is_own && ctx.may(Action::EditOrganisation),
        card,
    })
}

async fn citing_rows(ctx: &Ctx, tx: &Tx, card: &ActCard) -> Result<Vec<CitingRow>, StoreError> {
    if !ctx.may(Action::SeeRoadmap) {
        return Ok(Vec::new());
    }
    let running = running_in(ctx, tx, ctx.today()).await?;
    let rows = running.roadmaps.iter().flat_map(|it| &it.rows);
    let citing = rows.filter(|it| {
        let items = it.row.items.0.iter().any(|item| card.is_cited_in(&item.text));
        let result = it.row.result.as_deref().is_some_and(|text| card.is_cited_in(text));
        card.is_cited_in(&it.row.text) || items || result
    });
    let told = citing.map(|it| CitingRow {
        lineage: it.row.lineage,
        number: it.row.number.clone().unwrap_or_default(),
        text: it.row.text.clone(),
    });
    Ok(told.collect())
}

fn citing_papers(card: &ActCard) -> Vec<PaperKind> {
    let all = PaperKind::ALL.iter().copied();
    all.filter(|it| card.is_cited_in(documents::papers::text(*it))).collect()
}
