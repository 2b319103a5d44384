//! Destruction of the data of one person by a commission: what is due, what goes, doing it.
//!
//! It decides who may destroy, that everything is shown before and confirmed, and that it is one
//! transaction. Nobody undoes it. Deliberately absent: when the ground has gone
//! (`mentoring::rights`), in which tables (`store`), the act on paper (`act`).

use std::collections::BTreeMap;

use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::consent::Standing;
use mentoring::event::Event;
use mentoring::id::{ErasureId, FileId, OrganisationId, PersonId};
use mentoring::law::Law;
use mentoring::person::Person;
use mentoring::rights::{
    Fate, Gone, HeldKind, Reach, RequestKind, RequestOutcome, fates, gone, must_go_by,
};
use store::{
    BackupCopy, ErasePlan, Erasure, ErasureFile, ErasureLine, ErasureMember, HeldRow, Mention,
    Needles, PersonRequest, Tx, WholeErasure,
};

use super::facts::{Known, known};
use super::files::{FileNamed, files_naming, scans_of};
use super::names::{Named, named};
use crate::ctx::Ctx;
use crate::refusal::{Nothing, Refusal};

/// The least commission: one person alone is none.
pub const LEAST_MEMBERS: usize = 2;
/// The longest name of the order that named the commission, in characters.
const BASIS_LIMIT: usize = 300;

/// A person whose data must be destroyed.
#[derive(Clone, Debug)]
pub struct DueLine {
    /// Whose.
    pub person: Person,
    /// Why, since when, how far.
    pub gone: Gone,
    /// The last day for it.
    pub by: Date,
    /// Whether that day has passed.
    pub is_late: bool,
}

/// The page of destruction.
#[derive(Clone, Debug)]
pub struct Destruction {
    /// What must be destroyed, the most pressing first.
    pub due: Vec<DueLine>,
    /// Acts of what was destroyed, the latest first.
    pub acts: Vec<Erasure>,
    /// The day.
    pub today: Date,
}

/// Lists what must be destroyed, and the acts of what was.
///
/// - Errors: not found without the right.
pub async fn list_due(ctx: &Ctx) -> Result<Destruction, Refusal<Nothing>> {
    ctx.require(Action::DestroyData, ctx.at())?;
    let tx = ctx.read().await?;
    let known = known(ctx, &tx).await?;
    let acts = tx.erasures(&ctx.scope, ctx.at()).await?;
    let today = ctx.today();
    let of = |person: &Person| due_of(&known, &acts, person, today);
    let mut due: Vec<DueLine> = known.people.iter().filter_map(of).collect();
    due.sort_by_cached_key(|it| (it.by, it.person.name.full(), it.person.id));
    Ok(Destruction { due, acts, today })
}

fn due_of(known: &Known, acts: &[Erasure], person: &Person, today: Date) -> Option<DueLine> {
    let law = Law::built_in();
    let facts = known.facts(person, today);
    let gone = gone(&facts, today)?;
    let is_done = acts.iter().any(|it| {
        it.person == person.id && gone.on <= it.done_on && wide(gone.reach) <= wide(it.reach)
    });
    // What a law kept then and keeps no longer has become due in its turn.
    let has_ripened = facts.kept.iter().any(|it| !it.stays_on(today, law));
    if is_done && !has_ripened {
        return None;
    }
    let by = must_go_by(gone, law);
    Some(DueLine { person: person.clone(), gone, by, is_late: by < today })
}

fn wide(reach: Reach) -> u8 {
    u8::from(reach == Reach::Whole)
}

/// What a destruction would take, before it is done.
#[derive(Clone, Debug)]
pub struct WhatGoes {
    /// Whose data, why, by when.
    pub due: DueLine,
    /// Every section with what becomes of it and what is in it.
    pub sections: Vec<(HeldKind, Fate, Vec<HeldRow>)>,
    /// Whether the name stays, because a paper kept by law names the person.
    pub keeps_name: bool,
    /// Texts that name the person beyond doubt.
    pub mentions: Vec<Mention>,
    /// Texts with the surname alone, which may be another's.
    pub surname_mentions: Vec<Mention>,
    /// Whether somebody else of the organisation has the surname.
    pub has_namesake: bool,
    /// Files that name the person, or may.
    pub files: Vec<FileNamed>,
    /// Copies of the database in which the data are still, with the day they go.
    pub copies: Vec<BackupCopy>,
    /// People who work here, of whom a commission can be made, by name.
    pub candidates: Vec<Person>,
    /// The day.
    pub today: Date,
}

/// Shows exactly what a destruction would take and what would stay.
///
/// - Errors: not found, also where nothing of the person must be destroyed.
pub async fn preview(ctx: &Ctx, id: PersonId) -> Result<WhatGoes, Refusal<Nothing>> {
    let tx = ctx.read().await?;
    let found = look(ctx, &tx, id).await?;
    let due = found.due.ok_or(Refusal::NotFound)?;
    let person = &due.person;
    let at = person.organisation;
    let mut rows: BTreeMap<HeldKind, Vec<HeldRow>> = BTreeMap::new();
    for row in tx.held_rows(at, id).await? {
        rows.entry(row.kind).or_default().push(row);
    }
    let is_whole = due.gone.reach == Reach::Whole;
    let (mut mentions, mut surname_mentions, mut files) = (Vec::new(), Vec::new(), Vec::new());
    if is_whole {
        mentions = tx.mentions(at, id, &found.named.whole()).await?;
        surname_mentions = tx.mentions(at, id, &found.named.with_surname()).await?;
        surname_mentions.retain(|it| !mentions.contains(it));
        files = files_naming(ctx, &tx, id, &found.named.with_surname()).await?;
    }
    let mut candidates = tx.people(&ctx.scope, at, "", ctx.today()).await?;
    let works_here =
        |it: &Person| found.known.facts(it, ctx.today()).standing == Standing::Employee;
    candidates.retain(|it| it.id != id && works_here(it));
    let section =
        |(kind, fate): (HeldKind, Fate)| (kind, fate, rows.remove(&kind).unwrap_or_default());
    let sections: Vec<_> = found.fates.into_iter().map(section).collect();
    Ok(WhatGoes {
        sections: sections.into_iter().filter(|(.., rows)| !rows.is_empty()).collect(),
        keeps_name: !found.kept.is_empty(),
        has_namesake: found.known.has_namesake(person, &found.named.surnames),
        mentions,
        surname_mentions,
        files,
        copies: tx.backup_copies(ctx.now, ctx.today()).await?,
        candidates,
        today: ctx.today(),
        due,
    })
}

/// What was found out of a person.
struct Found {
    due: Option<DueLine>,
    fates: Vec<(HeldKind, Fate)>,
    /// Rows that a law keeps.
    kept: Vec<uuid::Uuid>,
    named: Named,
    known: Known,
}

async fn look<O>(ctx: &Ctx, tx: &Tx, id: PersonId) -> Result<Found, Refusal<O>> {
    let (person, _) = tx.person(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::DestroyData, person.organisation)?;
    // One works with the people of the organisation one is in.
    if person.organisation != ctx.at() || person.name.surname.is_empty() {
        return Err(Refusal::NotFound);
    }
    let (known, today, law) = (known(ctx, tx).await?, ctx.today(), Law::built_in());
    let acts = tx.erasures(&ctx.scope, ctx.at()).await?;
    let facts = known.facts(&person, today);
    let kept = known.kept(&person, today);
    let staying = kept.iter().filter(|it| it.kept.stays_on(today, law));
    Ok(Found {
        due: due_of(&known, &acts, &person, today),
        fates: fates(&facts, today, law),
        kept: staying.map(|it| it.id).collect(),
        named: named(ctx, tx, &person).await?,
        known,
    })
}

/// What destroying asks.
#[derive(Clone, Debug)]
pub struct Destroy {
    /// The commission, its chair first.
    pub members: Vec<PersonId>,
    /// The order that named it: «приказ от 18 июня 2027 г. № 66-од».
    pub basis: String,
    /// Whether the surname alone is taken out of texts too.
    pub takes_surname: bool,
    /// Files to be emptied.
    pub files: Vec<FileId>,
    /// Whether it was confirmed that this is for ever.
    pub is_confirmed: bool,
}

/// Why nothing is destroyed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DestroyObstacle {
    /// The commission is too small.
    #[error("a commission has at least {least} members")]
    FewMembers {
        /// How many it must have.
        least: usize,
    },
    /// The person whose data it is sits in the commission.
    #[error("nobody destroys the own data")]
    OwnData,
    /// A member is not of the organisation.
    #[error("a member of the commission is not there")]
    MemberUnknown,
    /// The order that named the commission is not said.
    #[error("the order is not named")]
    NoBasis,
    /// The text is longer than fits.
    #[error("the text is longer than {limit} characters")]
    TooLong {
        /// Characters allowed.
        limit: usize,
    },
    /// It was not confirmed.
    #[error("it was not confirmed")]
    NotConfirmed,
}

/// Destroys the data of a person whose ground has gone, for ever.
///
/// - Returns: the act.
/// - Errors: not found, also where nothing must be destroyed; `DestroyObstacle`, all at once.
pub async fn destroy(
    ctx: &Ctx,
    id: PersonId,
    ask: &Destroy,
) -> Result<ErasureId, Refusal<DestroyObstacle>> {
    let tx = ctx.begin().await?;
    let found = look(ctx, &tx, id).await?;
    let due = found.due.clone().ok_or(Refusal::NotFound)?;
    let people = tx.people_by_ids(&ctx.scope, &ask.members).await?;
    Refusal::unless_clear(check(ctx, id, ask, &people))?;
    let plan = plan(ctx, &tx, &found, &due, ask).await?;
    let erasure = Erasure {
        organisation: ctx.at(),
        id: ctx.new_id(),
        person: id,
        number: next_number(&tx.erasures(&ctx.scope, ctx.at()).await?),
        reach: due.gone.reach,
        why: due.gone.why,
        ground_on: due.gone.on,
        done_on: ctx.today(),
        basis: ask.basis.trim().to_owned(),
        is_surname_removed: ask.takes_surname,
        done_by: ctx.actor,
        done_at: ctx.now,
    };
    // The demand is answered by what is done.
    let demands = answered_demands(ctx, &tx, id).await?;
    let taken = tx.erase(&plan).await?;
    let whole = whole_of(erasure, &taken, &ask.members, &plan.files);
    tx.insert_erasure(&whole).await?;
    for request in demands {
        let event = Event::RequestAnswered { request, person: id, on: ctx.today() };
        ctx.record(&tx, event).await?;
    }
    let event = Event::DataDestroyed { erasure: whole.erasure.id, person: id, on: ctx.today() };
    ctx.record(&tx, event).await?;
    tx.commit().await?;
    // What was freed is overwritten already; this clears what lay free from before.
    if let Err(error) = ctx.app.store.scrub().await {
        tracing::warn!(error = format!("{error:#}"), "the database was not written anew");
    }
    Ok(whole.erasure.id)
}

fn check(ctx: &Ctx, id: PersonId, ask: &Destroy, people: &[Person]) -> Vec<DestroyObstacle> {
    let mut members = ask.members.clone();
    members.sort_unstable();
    members.dedup();
    let mut obstacles = Vec::new();
    if members.len() < LEAST_MEMBERS {
        obstacles.push(DestroyObstacle::FewMembers { least: LEAST_MEMBERS });
    }
    if members.contains(&id) || ctx.person == id {
        obstacles.push(DestroyObstacle::OwnData);
    }
    let is_there = |it: &PersonId| {
        let found = people.iter().find(|person| person.id == *it);
        found.is_some_and(|it| {
            it.organisation == ctx.at() && it.left_on.is_none_or(|last| ctx.today() <= last)
        })
    };
    if !members.iter().all(is_there) {
        obstacles.push(DestroyObstacle::MemberUnknown);
    }
    if ask.basis.trim().is_empty() {
        obstacles.push(DestroyObstacle::NoBasis);
    }
    if BASIS_LIMIT < ask.basis.chars().count() {
        obstacles.push(DestroyObstacle::TooLong { limit: BASIS_LIMIT });
    }
    if !ask.is_confirmed {
        obstacles.push(DestroyObstacle::NotConfirmed);
    }
    obstacles
}

async fn plan(
    ctx: &Ctx,
    tx: &Tx,
    found: &Found,
    due: &DueLine,
    ask: &Destroy,
) -> Result<ErasePlan, Refusal<DestroyObstacle>> {
    let is_whole = due.gone.reach == Reach::Whole;
    let needles = match (is_whole, ask.takes_surname) {
        (false, _) => Needles::default(),
        (true, false) => found.named.whole(),
        (true, true) => found.named.with_surname(),
    };
    let mut files = Vec::new();
    if is_whole {
        // Only what was offered: a file that a law keeps is not emptied by a made-up form.
        let offered = files_naming(ctx, tx, due.person.id, &found.named.with_surname()).await?;
        let may_go = offered.into_iter().filter(|it| !it.is_kept).map(|it| it.card.id);
        files.extend(may_go.filter(|it| ask.files.contains(it)));
    }
    let kinds = going(&found.fates);
    if kinds.contains(&HeldKind::Consents) {
        files.extend(scans_going(ctx, tx, due.person.id, &found.kept).await?);
    }
    files.sort_unstable();
    files.dedup();
    Ok(ErasePlan {
        organisation: ctx.at(),
        person: due.person.id,
        kinds,
        kept: found.kept.clone(),
        keeps_name: !found.kept.is_empty(),
        needles,
        files,
        on: ctx.today(),
        at: ctx.now,
    })
}

/// Sections that go; of one that a law keeps, the rows it does not keep.
fn going(fates: &[(HeldKind, Fate)]) -> Vec<HeldKind> {
    let goes = fates.iter().filter(|(_, fate)| *fate != Fate::InUse);
    goes.map(|(kind, _)| *kind).collect()
}

/// Scans of the consents that go, unless one that stays is on the same paper.
async fn scans_going(
    ctx: &Ctx,
    tx: &Tx,
    id: PersonId,
    kept: &[uuid::Uuid],
) -> Result<Vec<FileId>, store::StoreError> {
    let all = tx.consents_of(&ctx.scope, ctx.at()).await?;
    let goes = |it: &store::ConsentRecord| it.person == id && !kept.contains(&it.id.0);
    let scans = tx.all_scans(&ctx.scope, ctx.at()).await?;
    let staying = scans_of(&all, &scans, |it| !goes(it));
    let mut going = scans_of(&all, &scans, goes);
    going.retain(|it| !staying.contains(it));
    Ok(going)
}

/// Answers the demands of a person that wait.
async fn answered_demands(
    ctx: &Ctx,
    tx: &Tx,
    id: PersonId,
) -> Result<Vec<mentoring::id::PersonRequestId>, store::StoreError> {
    let mut answered = Vec::new();
    for request in tx.person_requests(&ctx.scope, ctx.at()).await? {
        let waits = request.kind == RequestKind::Destruction && request.answered_on.is_none();
        if request.person != id || !waits {
            continue;
        }
        answered.push(request.id);
        let done = PersonRequest {
            outcome: Some(RequestOutcome::Done),
            answered_on: Some(ctx.today()),
            answered_by: Some(ctx.actor),
            answered_at: Some(ctx.now),
            ..request
        };
        tx.save_person_request(&done).await?;
    }
    Ok(answered)
}

fn next_number(acts: &[Erasure]) -> u32 {
    acts.iter().map(|it| it.number).max().unwrap_or_default() + 1
}

/// A destruction with its parts.
pub(super) fn whole_of(
    erasure: Erasure,
    taken: &BTreeMap<HeldKind, u64>,
    members: &[PersonId],
    files: &[FileId],
) -> WholeErasure {
    let (organisation, id): (OrganisationId, ErasureId) = (erasure.organisation, erasure.id);
    let line = |(kind, n): (&HeldKind, &u64)| ErasureLine {
        organisation,
        erasure: id,
        kind: *kind,
        n_records: u32::try_from(*n).unwrap_or(u32::MAX),
    };
    let mut seen = Vec::new();
    let mut distinct = members.to_vec();
    distinct.retain(|it| {
        let is_new = !seen.contains(it);
        seen.push(*it);
        is_new
    });
    let member = |(place, person): (u32, PersonId)| ErasureMember {
        organisation,
        erasure: id,
        place,
        person,
    };
    WholeErasure {
        lines: taken.iter().map(line).collect(),
        members: (1..).zip(distinct).map(member).collect(),
        files: files
            .iter()
            .map(|file| ErasureFile { organisation, erasure: id, file: *file })
            .collect(),
        erasure,
    }
}
