//! The pools of mentors and mentees, and the dictionary of their profiles.
//!
//! It decides who sees and changes them. Deliberately absent: who may enter (`mentoring::pools`),
//! who fits whom.

use std::collections::BTreeMap;

use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::event::Event;
use mentoring::id::{PersonId, PoolEntryId, TermId};
use mentoring::law::{Law, LawRule};
use mentoring::period::Period;
use mentoring::pools::dictionary::same;
use mentoring::pools::{
    EntryFacts, MentoringKind, Pool, PoolEntry, PoolObstacle, Term, TermKind, check_entry,
    free_places, in_order,
};
use store::{ConsentRecord, Json, PoolRecord};

use super::{Known, known_people, known_person};
use crate::ctx::Ctx;
use crate::person::folded;
use crate::refusal::{Nothing, Refusal};

/// One line of a pool.
#[derive(Clone, Debug)]
pub struct PoolLine {
    /// Who.
    pub known: Known,
    /// The stay.
    pub record: PoolRecord,
    /// The words of the profile.
    pub terms: Vec<Term>,
    /// Places left on the day; 0 for mentees.
    pub n_free: u8,
}

/// Which entries of a pool are shown, by how they stand on the day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PoolStanding {
    /// Everybody who is in the pool.
    #[default]
    There,
    /// Mentors with a place; mentees without a mentor.
    Free,
    /// Mentors who take nobody now.
    Paused,
    /// Who was in the pool before the day and is not any more.
    Past,
}

/// What of a pool is shown.
#[derive(Clone, Debug, Default)]
pub struct PoolFilter {
    /// A part of a name, class, subject, word of the profile or note.
    pub search: String,
    /// Only with this word of the dictionary.
    pub term: Option<TermId>,
    /// Only with this kind wished.
    pub kind: Option<MentoringKind>,
    /// Only with this form of the dictionary.
    pub form: Option<TermId>,
    /// Only with this many minutes a week or more; 0 is everybody.
    pub least_minutes: u16,
    /// Which of them by how they stand.
    pub standing: PoolStanding,
    /// On which day; today where not given.
    pub day: Option<Date>,
}

/// A pool on a day.
#[derive(Clone, Debug)]
pub struct PoolView {
    /// The day.
    pub day: Date,
    /// The lines asked for: who waits longest first.
    pub lines: Vec<PoolLine>,
    /// How many are in the pool in all.
    pub n_all: usize,
    /// How many were in it before.
    pub n_past: usize,
    /// The dictionary of the day.
    pub dictionary: Vec<Term>,
}

/// Shows a pool.
///
/// - Errors: not found without the right.
pub async fn list_pool(
    ctx: &Ctx,
    pool: Pool,
    filter: &PoolFilter,
) -> Result<PoolView, Refusal<Nothing>> {
    ctx.require(Action::SeePools, ctx.at())?;
    let day = filter.day.unwrap_or_else(|| ctx.today());
    let tx = ctx.read().await?;
    let records = tx.pool_entries(&ctx.scope, ctx.at()).await?;
    let dictionary = tx.terms_on(&ctx.scope, ctx.at(), day).await?;
    let known = known_of_pool(ctx, &tx, &records, day).await?;
    let entries: Vec<PoolEntry> = records.iter().map(PoolRecord::for_rule).collect();
    // Nobody has anybody before pairs come.
    let ordered = in_order(&entries, pool, &BTreeMap::new(), day);
    let n_all = ordered.len();
    let past = past(&entries, pool, day);
    let n_past = past.len();
    let shown: Vec<&PoolEntry> = match filter.standing {
        PoolStanding::Past => past,
        _ => ordered,
    };
    let line = |entry: &PoolEntry| {
        let record = records.iter().find(|it| it.id == entry.id)?.clone();
        let terms = dictionary.iter().filter(|it| entry.terms.contains(&it.id)).cloned().collect();
        let n_free = if pool == Pool::Mentors { free_places(entry, 0, day) } else { 0 };
        Some(PoolLine { known: known.get(&entry.person)?.clone(), record, terms, n_free })
    };
    let lines = shown.into_iter().filter_map(line);
    let lines = lines.filter(|it| is_asked_for(it, pool, filter, day)).collect();
    Ok(PoolView { day, lines, n_all, n_past, dictionary })
}

/// Everybody of the organisation on a day, and those of the pool who have left since.
async fn known_of_pool(
    ctx: &Ctx,
    tx: &store::Tx,
    records: &[PoolRecord],
    day: Date,
) -> Result<BTreeMap<PersonId, Known>, store::StoreError> {
    let people = known_people(ctx, tx, "", day).await?;
    let mut known: BTreeMap<PersonId, Known> =
        people.into_iter().map(|it| (it.person.id, it)).collect();
    let mut left: Vec<PersonId> =
        records.iter().map(|it| it.person).filter(|it| !known.contains_key(it)).collect();
    left.sort_unstable();
    left.dedup();
    for id in left {
        if let Some(it) = known_person(ctx, tx, id, day).await? {
            known.insert(id, it);
        }
    }
    Ok(known)
}

/// Who was in a pool and left it before a day, the latest first.
fn past(entries: &[PoolEntry], pool: Pool, day: Date) -> Vec<&PoolEntry> {
    let is_over = |it: &&PoolEntry| it.pool == pool && it.period.to.is_some_and(|to| to < day);
    let mut past: Vec<&PoolEntry> = entries.iter().filter(is_over).collect();
    past.sort_by_key(|it| (std::cmp::Reverse(it.period.to), it.id));
    past
}

fn is_asked_for(line: &PoolLine, pool: Pool, filter: &PoolFilter, day: Date) -> bool {
    let search = folded(filter.search.trim());
    let said = || {
        let terms: Vec<&str> = line.terms.iter().map(|it| it.text.as_str()).collect();
        let person = &line.known.person;
        folded(&format!(
            "{} {} {} {} {}",
            person.name.full(),
            person.job_title,
            line.known.about,
            terms.join(" "),
            line.record.note
        ))
    };
    (search.is_empty() || said().contains(&search))
        && filter.term.is_none_or(|it| line.terms.iter().any(|term| term.id == it))
        && filter.kind.is_none_or(|it| line.record.for_rule().kinds.contains(&it))
        && filter.form.is_none_or(|it| line.terms.iter().any(|term| term.id == it))
        && filter.least_minutes <= line.record.for_rule().minutes_a_week
        && match filter.standing {
            PoolStanding::There | PoolStanding::Past => true,
            PoolStanding::Free => pool == Pool::Mentees || 0 < line.n_free,
            PoolStanding::Paused => {
                line.record.for_rule().paused.is_some_and(|it| it.contains(day))
            }
        }
}

/// What a stay in a pool is saved with.
#[derive(Clone, Debug)]
pub struct SaveEntry {
    /// Who.
    pub person: PersonId,
    /// Which pool.
    pub pool: Pool,
    /// First day; kept as it was when an entry is changed.
    pub from: Date,
    /// How many mentees at once.
    pub capacity: u8,
    /// Minutes a week.
    pub minutes_a_week: u16,
    /// «Не беру сейчас».
    pub paused: Option<Period>,
    /// Words of the dictionary.
    pub terms: Vec<TermId>,
    /// Kinds wished.
    pub kinds: Vec<MentoringKind>,
    /// A line for the curator.
    pub note: String,
}

/// The longest note of an entry, in characters.
pub const NOTE_LIMIT: usize = 1000;

/// Enters a person into a pool: only through the gate of consents.
///
/// - Errors: not found without the right; `PoolObstacle`, all at once.
pub async fn enter_pool(ctx: &Ctx, ask: &SaveEntry) -> Result<PoolEntryId, Refusal<PoolObstacle>> {
    let tx = ctx.begin().await?;
    let (record, obstacles) = entering(ctx, &tx, ask).await?;
    Refusal::unless_clear(obstacles)?;
    let id = keep_entry(ctx, &tx, &record).await?;
    tx.commit().await?;
    Ok(id)
}

/// Enters several people into a pool with the same profile: all of them, or nobody.
///
/// - Returns: how many were entered.
/// - Errors: not found without the right; whose obstacle, with the short name, all at once.
pub async fn enter_pool_together(
    ctx: &Ctx,
    people: &[PersonId],
    ask: &SaveEntry,
) -> Result<usize, Refusal<(String, PoolObstacle)>> {
    let tx = ctx.begin().await?;
    let (mut records, mut refused) = (Vec::new(), Vec::new());
    for person in people {
        let ask = SaveEntry { person: *person, ..ask.clone() };
        let (record, obstacles) = entering(ctx, &tx, &ask).await?;
        if !obstacles.is_empty() {
            let found = tx.person(&ctx.scope, *person).await?;
            let name = found.map(|(it, _)| it.name.short()).unwrap_or_default();
            refused.extend(obstacles.into_iter().map(|it| (name.clone(), it)));
        }
        records.push(record);
    }
    Refusal::unless_clear(refused)?;
    for record in &records {
        keep_entry(ctx, &tx, record).await?;
    }
    tx.commit().await?;
    Ok(records.len())
}

async fn keep_entry(
    ctx: &Ctx,
    tx: &store::Tx,
    record: &PoolRecord,
) -> Result<PoolEntryId, store::StoreError> {
    tx.insert_pool_entry(record).await?;
    let (entry, person, from) = (record.id, record.person, record.from_on);
    ctx.record(tx, Event::PoolEntered { entry, person, from }).await?;
    Ok(entry)
}

/// The stay that is asked for, and everything against it.
async fn entering<O>(
    ctx: &Ctx,
    tx: &store::Tx,
    ask: &SaveEntry,
) -> Result<(PoolRecord, Vec<PoolObstacle>), Refusal<O>> {
    let known = known_person(ctx, tx, ask.person, ask.from).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditPools, known.person.organisation)?;
    let record = record_of(ctx, ask, &known);
    let entries: Vec<PoolEntry> = tx
        .pool_entries(&ctx.scope, known.person.organisation)
        .await?
        .iter()
        .filter(|it| it.person == ask.person)
        .map(PoolRecord::for_rule)
        .collect();
    let consents = tx.consents(&ctx.scope, &[ask.person]).await?;
    let consents: Vec<_> = consents.iter().map(ConsentRecord::for_rule).collect();
    let law = Law::built_in();
    let facts = EntryFacts {
        participant: known.participant(),
        consents: &consents,
        entries: &entries,
        least_age: law.number(age_rule(ask.pool), ask.from).unwrap_or(0),
    };
    let obstacles = check_entry(&record.for_rule(), &facts, law);
    Ok((record, obstacles))
}

fn age_rule(pool: Pool) -> LawRule {
    match pool {
        Pool::Mentors => LawRule::MentorLeastAge,
        Pool::Mentees => LawRule::MenteeLeastAge,
    }
}

fn record_of(ctx: &Ctx, ask: &SaveEntry, known: &Known) -> PoolRecord {
    let empty = PoolRecord {
        organisation: known.person.organisation,
        id: ctx.new_id(),
        person: ask.person,
        pool: ask.pool,
        from_on: ask.from,
        to_on: None,
        capacity: 0,
        minutes_a_week: 0,
        paused_from: None,
        paused_to: None,
        terms: Json(Vec::new()),
        kinds: Json(Vec::new()),
        note: String::new(),
        revision: 0,
    };
    with_profile(empty, ask)
}

/// The stay with the profile as asked; a mentee has no places to give.
fn with_profile(entry: PoolRecord, ask: &SaveEntry) -> PoolRecord {
    let is_mentor = entry.pool == Pool::Mentors;
    PoolRecord {
        capacity: if is_mentor { ask.capacity.into() } else { 0 },
        minutes_a_week: ask.minutes_a_week.into(),
        paused_from: ask.paused.map(|it| it.from),
        paused_to: ask.paused.and_then(|it| it.to),
        terms: Json(ask.terms.iter().map(|it| it.0).collect()),
        kinds: Json(ask.kinds.iter().map(|it| it.slug().to_owned()).collect()),
        note: ask.note.trim().chars().take(NOTE_LIMIT).collect(),
        ..entry
    }
}

/// A stay in a pool with the person, for its form.
///
/// - Errors: not found without the right.
pub async fn show_entry(
    ctx: &Ctx,
    id: PoolEntryId,
) -> Result<(PoolRecord, Known, Vec<Term>), Refusal<Nothing>> {
    let tx = ctx.read().await?;
    let entry = tx.pool_entry(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::SeePools, entry.organisation)?;
    let today = ctx.today();
    let known = known_person(ctx, &tx, entry.person, today).await?.ok_or(Refusal::NotFound)?;
    let dictionary = tx.terms_on(&ctx.scope, entry.organisation, today).await?;
    Ok((entry, known, dictionary))
}

/// Changes the profile of a stay.
///
/// - `revision`: as it was shown.
/// - Errors: not found without the right; stale; `PoolObstacle`.
pub async fn change_entry(
    ctx: &Ctx,
    id: PoolEntryId,
    ask: &SaveEntry,
    revision: i64,
) -> Result<(), Refusal<PoolObstacle>> {
    let tx = ctx.begin().await?;
    let entry = tx.pool_entry(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditPools, entry.organisation)?;
    let is_mentor = entry.pool == Pool::Mentors;
    let most = mentoring::pools::MOST_MENTEES;
    if is_mentor && !(1..=most).contains(&ask.capacity) {
        return Err(Refusal::because(PoolObstacle::Capacity { most }));
    }
    let changed = PoolRecord { revision, ..with_profile(entry, ask) };
    tx.save_pool_entry(&changed).await?;
    ctx.record(&tx, Event::PoolEntryChanged { entry: id }).await?;
    tx.commit().await?;
    Ok(())
}

/// Ends a stay in a pool on a day; the day itself still counts, and the history stays.
///
/// - Errors: not found without the right; `PoolObstacle`.
pub async fn leave_pool(ctx: &Ctx, id: PoolEntryId, on: Date) -> Result<(), Refusal<PoolObstacle>> {
    let tx = ctx.begin().await?;
    let entry = tx.pool_entry(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditPools, entry.organisation)?;
    if on < entry.from_on {
        return Err(Refusal::because(PoolObstacle::EndsBeforeItBegan { from: entry.from_on }));
    }
    tx.save_pool_entry(&PoolRecord { to_on: Some(on), ..entry }).await?;
    ctx.record(&tx, Event::PoolLeft { entry: id, on }).await?;
    tx.commit().await?;
    Ok(())
}

/// Why a word cannot be added to the dictionary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TermObstacle {
    /// It says nothing.
    #[error("the word is empty")]
    Empty,
    /// It is longer than fits.
    #[error("the word is longer than {limit} characters")]
    TooLong {
        /// Characters allowed.
        limit: usize,
    },
    /// The dictionary has it.
    #[error("the dictionary has this word")]
    Known,
}

/// Adds a word to the school's dictionary.
///
/// - Errors: not found without the right; `TermObstacle`.
pub async fn add_term(
    ctx: &Ctx,
    kind: TermKind,
    text: &str,
) -> Result<TermId, Refusal<TermObstacle>> {
    const LIMIT: usize = 200;
    ctx.require(Action::EditPools, ctx.at())?;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let tx = ctx.begin().await?;
    let known = tx.terms_on(&ctx.scope, ctx.at(), ctx.today()).await?;
    let is_known = known.iter().any(|it| it.kind == kind && same(&it.text, &text));
    let obstacle = if text.is_empty() {
        Some(TermObstacle::Empty)
    } else if LIMIT < text.chars().count() {
        Some(TermObstacle::TooLong { limit: LIMIT })
    } else {
        is_known.then_some(TermObstacle::Known)
    };
    Refusal::unless_clear(obstacle.into_iter().collect())?;
    let term = Term { id: ctx.new_id(), kind, text, period: Period::since(ctx.today()) };
    tx.insert_term(ctx.at(), &term).await?;
    ctx.record(&tx, Event::TermAdded { term: term.id }).await?;
    tx.commit().await?;
    Ok(term.id)
}

/// Ends a word of the dictionary today: profiles keep it, new ones do not offer it from tomorrow.
///
/// - Errors: not found.
pub async fn end_term(ctx: &Ctx, id: TermId) -> Result<(), Refusal<Nothing>> {
    ctx.require(Action::EditPools, ctx.at())?;
    let tx = ctx.begin().await?;
    let known = tx.terms_on(&ctx.scope, ctx.at(), ctx.today()).await?;
    let term = known.into_iter().find(|it| it.id == id).ok_or(Refusal::NotFound)?;
    let on = ctx.today();
    let ended = Term { period: Period { to: Some(on), ..term.period }, ..term };
    tx.save_term(ctx.at(), &ended).await?;
    ctx.record(&tx, Event::TermEnded { term: id, on }).await?;
    tx.commit().await?;
    Ok(())
}
