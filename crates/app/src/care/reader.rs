//! Who may read what is sensitive: named by the head, on a ground, from a day to a day.
//!
//! It decides who names and who can be named. Deliberately absent: any right that comes by itself —
//! the one who names readers reads nothing before being named too, which the journal shows.

use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::event::Event;
use mentoring::id::{PersonId, SensitiveReaderId};
use mentoring::person::Person;
use store::SensitiveReader;

use crate::ctx::Ctx;
use crate::refusal::{Nothing, Refusal};

/// A reader with the person.
#[derive(Clone, Debug)]
pub struct ReaderLine {
    /// As recorded.
    pub record: SensitiveReader,
    /// Who.
    pub person: Person,
}

/// Readers of all times.
#[derive(Clone, Debug)]
pub struct Readers {
    /// The latest first.
    pub lines: Vec<ReaderLine>,
    /// Who can be named, by name.
    pub candidates: Vec<Person>,
    /// The day.
    pub today: Date,
}

/// Shows who may read what is sensitive.
///
/// - Errors: not found without the right to name readers.
pub async fn list_readers(ctx: &Ctx) -> Result<Readers, Refusal<Nothing>> {
    ctx.require(Action::NameSensitiveReaders, ctx.at())?;
    let tx = ctx.read().await?;
    let today = ctx.today();
    let records = tx.sensitive_readers(&ctx.scope, ctx.at()).await?;
    let ids: Vec<PersonId> = records.iter().map(|it| it.person).collect();
    let people = tx.people_by_ids(&ctx.scope, &ids).await?;
    let mut candidates = tx.people(&ctx.scope, ctx.at(), "", today).await?;
    let reads = |id| records.iter().any(|it| it.person == id && it.holds_on(today));
    candidates.retain(|it| !reads(it.id));
    let lines = records.into_iter().rev().filter_map(|record| {
        let person = people.iter().find(|it| it.id == record.person)?.clone();
        Some(ReaderLine { record, person })
    });
    Ok(Readers { lines: lines.collect(), candidates, today })
}

/// What naming a reader asks.
#[derive(Clone, Debug)]
pub struct NameReader {
    /// Who.
    pub person: PersonId,
    /// Why: «приказ № 71-б, классный руководитель».
    pub ground: String,
    /// First day.
    pub from: Date,
    /// Last day; `None` until it is taken back.
    pub to: Option<Date>,
}

/// Why a reader is not named, or does not end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReaderObstacle {
    /// No ground is named.
    #[error("no ground is named")]
    NoGround,
    /// The ground is longer than fits.
    #[error("the ground is longer than {limit} characters")]
    TooLong {
        /// Characters allowed.
        limit: usize,
    },
    /// The person reads already.
    #[error("the person reads since {since}")]
    ReadsAlready {
        /// First day.
        since: Date,
    },
    /// It would end before it begins.
    #[error("it ends before {from}, its first day")]
    EndsBeforeItBegan {
        /// First day.
        from: Date,
    },
}

/// The longest ground, in characters.
const GROUND_LIMIT: usize = 300;

/// Names a reader.
///
/// - Errors: not found without the right, or for a person who is not of the organisation;
///   `ReaderObstacle`, all at once.
pub async fn name_reader(
    ctx: &Ctx,
    ask: &NameReader,
) -> Result<SensitiveReaderId, Refusal<ReaderObstacle>> {
    let tx = ctx.begin().await?;
    let (person, _) = tx.person(&ctx.scope, ask.person).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::NameSensitiveReaders, person.organisation)?;
    let readers = tx.sensitive_readers(&ctx.scope, person.organisation).await?;
    let mut obstacles = Vec::new();
    if ask.ground.trim().is_empty() {
        obstacles.push(ReaderObstacle::NoGround);
    }
    if GROUND_LIMIT < ask.ground.chars().count() {
        obstacles.push(ReaderObstacle::TooLong { limit: GROUND_LIMIT });
    }
    if ask.to.is_some_and(|to| to < ask.from) {
        obstacles.push(ReaderObstacle::EndsBeforeItBegan { from: ask.from });
    }
    let overlaps = |it: &&SensitiveReader| {
        it.person == ask.person
            && ask.to.is_none_or(|to| it.from_on <= to)
            && it.to_on.is_none_or(|to| ask.from <= to)
    };
    if let Some(it) = readers.iter().find(overlaps) {
        obstacles.push(ReaderObstacle::ReadsAlready { since: it.from_on });
    }
    Refusal::unless_clear(obstacles)?;
    let reader = SensitiveReader {
        organisation: person.organisation,
        id: ctx.new_id(),
        person: ask.person,
        ground: ask.ground.trim().to_owned(),
        from_on: ask.from,
        to_on: ask.to,
        named_by: ctx.actor,
        named_at: ctx.now,
    };
    tx.insert_sensitive_reader(&reader).await?;
    let event =
        Event::SensitiveReaderNamed { reader: reader.id, person: ask.person, from: ask.from };
    ctx.record(&tx, event).await?;
    tx.commit().await?;
    Ok(reader.id)
}

/// Takes the right to read back, from tomorrow on or from an earlier day that has begun.
///
/// - `last`: the last day of reading, from the first day to today.
/// - Errors: not found without the right; `ReaderObstacle`.
pub async fn end_reader(
    ctx: &Ctx,
    id: SensitiveReaderId,
    last: Date,
) -> Result<(), Refusal<ReaderObstacle>> {
    let tx = ctx.begin().await?;
    ctx.require(Action::NameSensitiveReaders, ctx.at())?;
    let readers = tx.sensitive_readers(&ctx.scope, ctx.at()).await?;
    let reader = readers.into_iter().find(|it| it.id == id).ok_or(Refusal::NotFound)?;
    if last < reader.from_on.yesterday().unwrap_or(reader.from_on) {
        let from = reader.from_on;
        return Err(Refusal::because(ReaderObstacle::EndsBeforeItBegan { from }));
    }
    tx.save_sensitive_reader(&SensitiveReader { to_on: Some(last), ..reader }).await?;
    ctx.record(&tx, Event::SensitiveReaderEnded { reader: id, on: last }).await?;
    tx.commit().await?;
    Ok(())
}
