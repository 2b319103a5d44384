//! What is sensitive: needs of accessibility, read by people named for it and by nobody else.
//!
//! It decides who reads, and that only counts leave the section. Deliberately absent: the cipher
//! (`vault`), casework with pupils.

mod reader;

use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::care::AccessGroup;
use mentoring::event::Event;
use mentoring::id::{AccessNeedId, OrganisationId, PersonId};
use mentoring::person::Person;
use serde::{Deserialize, Serialize};
use store::{AccessNeedRecord, StoreError, Tx};

use crate::ctx::Ctx;
use crate::refusal::{Nothing, Refusal};
use crate::vault::VaultError;

pub use reader::{
    NameReader, ReaderLine, ReaderObstacle, Readers, end_reader, list_readers, name_reader,
};

/// The longest text of measures, in characters.
pub const MEASURES_LIMIT: usize = 2000;

/// What lies under the seal.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Inside {
    group: String,
    measures: String,
}

/// A need as its readers see it.
#[derive(Clone, Debug)]
pub struct AccessNeed {
    /// Its id.
    pub id: AccessNeedId,
    /// Of whom.
    pub person: Person,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Option<Date>,
    /// What is under the seal; `None` where its key is not at hand.
    pub inside: Option<(AccessGroup, String)>,
    /// How many times it was changed.
    pub revision: i64,
}

/// The section as one visitor sees it.
#[derive(Clone, Debug)]
pub struct Accessibility {
    /// The needs of today, by name; `None` for who is not a reader.
    pub needs: Option<Vec<AccessNeed>>,
    /// How many people have one today: the only figure that leaves the section.
    pub n_people: usize,
    /// Whether the installation has a key to seal with.
    pub has_key: bool,
    /// Whether the visitor names readers.
    pub names_readers: bool,
    /// The day.
    pub today: Date,
}

/// Shows the needs of accessibility: to readers whole, to others as a count.
///
/// - Errors: not found without the right to knock.
pub async fn show_accessibility(ctx: &Ctx) -> Result<Accessibility, Refusal<Nothing>> {
    ctx.require(Action::KnockSensitive, ctx.at())?;
    let tx = ctx.read().await?;
    let today = ctx.today();
    let mut records = tx.access_needs(&ctx.scope, ctx.at()).await?;
    records.retain(|it| it.holds_on(today));
    let mut people: Vec<PersonId> = records.iter().map(|it| it.person).collect();
    people.sort_unstable();
    people.dedup();
    let needs = match is_reader(ctx, &tx, ctx.at()).await? {
        false => None,
        true => {
            let known = tx.people_by_ids(&ctx.scope, &people).await?;
            let mut needs: Vec<AccessNeed> =
                records.iter().filter_map(|it| need_of(ctx, it, &known)).collect();
            needs.sort_by_cached_key(|it| (it.person.name.full(), it.from));
            Some(needs)
        }
    };
    Ok(Accessibility {
        needs,
        n_people: people.len(),
        has_key: ctx.app.vault.has_key(),
        names_readers: ctx.may(Action::NameSensitiveReaders),
        today,
    })
}

/// Whether the one who asks was named to read what is sensitive, today.
pub(crate) async fn is_reader(ctx: &Ctx, tx: &Tx, at: OrganisationId) -> Result<bool, StoreError> {
    let today = ctx.today();
    let readers = tx.sensitive_readers(&ctx.scope, at).await?;
    Ok(readers.iter().any(|it| it.person == ctx.person && it.holds_on(today)))
}

fn need_of(ctx: &Ctx, record: &AccessNeedRecord, people: &[Person]) -> Option<AccessNeed> {
    let inside = ctx
        .app
        .vault
        .open(&record.key_name, &record.sealed, &place(record.organisation, record.id))
        .ok()
        .and_then(|it| serde_json::from_slice::<Inside>(&it).ok());
    Some(AccessNeed {
        id: record.id,
        person: people.iter().find(|it| it.id == record.person)?.clone(),
        from: record.from_on,
        to: record.to_on,
        inside: inside.map(|it| {
            let group = AccessGroup::from_slug(&it.group).unwrap_or(AccessGroup::Unnamed);
            (group, it.measures)
        }),
        revision: record.revision,
    })
}

/// What a sealed need is tied to: moved to another organisation or row it does not open.
fn place(organisation: OrganisationId, id: AccessNeedId) -> Vec<u8> {
    format!("access_need\n{organisation}\n{id}").into_bytes()
}

/// What recording a need asks.
#[derive(Clone, Debug)]
pub struct SaveNeed {
    /// Of whom.
    pub person: PersonId,
    /// The group; unnamed where the measures alone are enough.
    pub group: AccessGroup,
    /// What is done so that the programme is accessible.
    pub measures: String,
    /// First day.
    pub from: Date,
    /// Last day; `None` while it lasts.
    pub to: Option<Date>,
}

/// Why a need is not recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NeedObstacle {
    /// Nothing is done for the person: then nothing is kept of the person either.
    #[error("no measures are named")]
    NoMeasures,
    /// The text is longer than fits.
    #[error("the text is longer than {limit} characters")]
    TooLong {
        /// Characters allowed.
        limit: usize,
    },
    /// It would end before it begins.
    #[error("it ends before it begins")]
    EndsBeforeItBegan,
    /// The installation has no key to seal with.
    #[error("the installation has no key")]
    NoKey,
}

impl From<VaultError> for Refusal<NeedObstacle> {
    fn from(error: VaultError) -> Self {
        match error {
            VaultError::NoKey => Self::because(NeedObstacle::NoKey),
            other => Self::Unexpected(other.into()),
        }
    }
}

/// Records a need, sealed.
///
/// - Errors: not found for who is not a reader; `NeedObstacle`, all at once.
pub async fn record_need(ctx: &Ctx, ask: &SaveNeed) -> Result<AccessNeedId, Refusal<NeedObstacle>> {
    let tx = ctx.begin().await?;
    let (person, _) = tx.person(&ctx.scope, ask.person).await?.ok_or(Refusal::NotFound)?;
    require_reader(ctx, &tx, person.organisation).await?;
    Refusal::unless_clear(check(ctx, ask))?;
    let id: AccessNeedId = ctx.new_id();
    let record = sealed(ctx, ask, person.organisation, id, 0)?;
    tx.insert_access_need(&record).await?;
    ctx.record(&tx, Event::AccessNeedRecorded { need: id, from: ask.from }).await?;
    tx.commit().await?;
    Ok(id)
}

/// Changes a need, sealed anew; its person stays.
///
/// - `revision`: as it was shown.
/// - Errors: not found for who is not a reader; stale; `NeedObstacle`.
pub async fn change_need(
    ctx: &Ctx,
    id: AccessNeedId,
    ask: &SaveNeed,
    revision: i64,
) -> Result<(), Refusal<NeedObstacle>> {
    let tx = ctx.begin().await?;
    let old = tx.access_need(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    require_reader(ctx, &tx, old.organisation).await?;
    let ask = SaveNeed { person: old.person, ..ask.clone() };
    Refusal::unless_clear(check(ctx, &ask))?;
    let record = sealed(ctx, &ask, old.organisation, id, revision)?;
    tx.save_access_need(&record).await?;
    let event = match ask.to {
        Some(on) if old.to_on.is_none() => Event::AccessNeedEnded { need: id, on },
        _ => Event::AccessNeedChanged { need: id },
    };
    ctx.record(&tx, event).await?;
    tx.commit().await?;
    Ok(())
}

/// Shows one need with its form.
///
/// - Errors: not found for who is not a reader.
pub async fn show_need(ctx: &Ctx, id: AccessNeedId) -> Result<AccessNeed, Refusal<Nothing>> {
    let tx = ctx.read().await?;
    let record = tx.access_need(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    require_reader(ctx, &tx, record.organisation).await?;
    let people = tx.people_by_ids(&ctx.scope, &[record.person]).await?;
    need_of(ctx, &record, &people).ok_or(Refusal::NotFound)
}

/// People for whom a need can be recorded, by name: for readers only.
///
/// - Errors: not found for who is not a reader.
pub async fn people_to_choose(ctx: &Ctx) -> Result<Vec<Person>, Refusal<Nothing>> {
    let tx = ctx.read().await?;
    require_reader(ctx, &tx, ctx.at()).await?;
    Ok(tx.people(&ctx.scope, ctx.at(), "", ctx.today()).await?)
}

async fn require_reader<O>(ctx: &Ctx, tx: &Tx, at: OrganisationId) -> Result<(), Refusal<O>> {
    ctx.require(Action::KnockSensitive, at)?;
    match is_reader(ctx, tx, at).await? {
        true => Ok(()),
        false => Err(Refusal::NotFound),
    }
}

fn check(ctx: &Ctx, ask: &SaveNeed) -> Vec<NeedObstacle> {
    let mut obstacles = Vec::new();
    if !ctx.app.vault.has_key() {
        obstacles.push(NeedObstacle::NoKey);
    }
    if ask.measures.trim().is_empty() {
        obstacles.push(NeedObstacle::NoMeasures);
    }
    if MEASURES_LIMIT < ask.measures.chars().count() {
        obstacles.push(NeedObstacle::TooLong { limit: MEASURES_LIMIT });
    }
    if ask.to.is_some_and(|to| to < ask.from) {
        obstacles.push(NeedObstacle::EndsBeforeItBegan);
    }
    obstacles
}

fn sealed(
    ctx: &Ctx,
    ask: &SaveNeed,
    organisation: OrganisationId,
    id: AccessNeedId,
    revision: i64,
) -> Result<AccessNeedRecord, Refusal<NeedObstacle>> {
    let inside =
        Inside { group: ask.group.slug().to_owned(), measures: ask.measures.trim().to_owned() };
    let text = serde_json::to_vec(&inside).map_err(|error| Refusal::Unexpected(error.into()))?;
    let sealed = ctx.app.vault.seal(&text, &place(organisation, id))?;
    Ok(AccessNeedRecord {
        organisation,
        id,
        person: ask.person,
        from_on: ask.from,
        to_on: ask.to,
        key_name: sealed.key_name,
        sealed: sealed.bytes,
        recorded_by: ctx.actor,
        recorded_at: ctx.now,
        revision,
    })
}
