//! A list of people is loaded, looked at, and taken: in one transaction, as a whole row or not.
//!
//! It decides who may, that a look changes nothing, and that the bytes of a list are kept only while
//! something of it waits. Deliberately absent: reading (`documents::people`), who is whom
//! (`mentoring::person::arrival`), what a row writes (`arrive`).

use std::collections::BTreeMap;
use std::time::Duration;

use documents::people::{ListNotRead, Mapping, PeopleList, words};
use documents::read::Language;
use mentoring::access::Action;
use mentoring::event::Event;
use mentoring::id::{PeopleImportId, PersonId};
use mentoring::person::arrival::{Fate, Said, SortedOut, Whom, sort_out};
use mentoring::person::listed::{ListField, ListPlace};
use mentoring::person::{Person, PersonName};
use serde::{Deserialize, Serialize};
use store::{Json, KnownAll, PeopleImport, Tx};

use super::arrive::{Writing, known_people, writing};
use crate::ctx::Ctx;
use crate::refusal::{Nothing, Refusal};

pub use documents::people::{ListColumn, WrongCell};

/// Longer than this no list is read; 200 000 rows take about two seconds.
const TIME_LIMIT: Duration = Duration::from_secs(20);
/// The setting that remembers what columns mean.
const COLUMNS: &str = "people_columns";
/// How many headers are remembered.
const MOST_COLUMNS: usize = 300;

/// What loading asks.
pub struct LoadPeople {
    /// Name of the file.
    pub name: String,
    /// Its bytes.
    pub content: Vec<u8>,
    /// What columns mean, by their headers; beside what the organisation remembers.
    pub columns: Vec<(String, ListField)>,
}

/// Why a list was not loaded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LoadObstacle {
    /// It is no list of people that can be read.
    #[error("{0}")]
    NotRead(ListNotRead),
    /// Reading took too long.
    #[error("reading took too long")]
    TooLong,
}

/// Says in words why a list was not read.
#[must_use]
pub fn not_read(why: &ListNotRead, language: Language) -> String {
    words::not_read(why, language)
}

/// Says in words what is wrong with a cell.
#[must_use]
pub fn wrong_cell(it: &WrongCell, language: Language) -> String {
    words::obstacle(&it.obstacle, language)
}

/// Says in words what is wrong with a fact that was written by hand.
#[must_use]
pub fn wrong_fact(it: &mentoring::person::listed::ListObstacle, language: Language) -> String {
    words::obstacle(it, language)
}

/// Says in words why two can be one person.
#[must_use]
pub fn why_one(
    why: mentoring::person::duplicate::DuplicateReason,
    language: Language,
) -> &'static str {
    words::duplicate(why, language)
}

/// What became of a list that was taken.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// People who were added.
    pub added: Vec<uuid::Uuid>,
    /// People of whom something changed.
    pub changed: Vec<uuid::Uuid>,
    /// How many were known with everything the list says.
    pub n_same: usize,
}

/// Loads a list; nobody is added yet. The same bytes loaded before and not yet done with are that
/// list.
///
/// - Errors: not found without the right; why it was not read.
pub async fn load_people(
    ctx: &Ctx,
    ask: LoadPeople,
) -> Result<PeopleImportId, Refusal<LoadObstacle>> {
    ctx.require(Action::EditPeople, ctx.at())?;
    let digest = store::File::digest(&ask.content);
    let tx = ctx.begin().await?;
    let remembered: Vec<(String, String)> =
        tx.setting(ctx.at(), COLUMNS).await?.unwrap_or_default();
    let chosen = ask.columns.iter().map(|(header, field)| (header.clone(), field.slug().into()));
    let columns: Vec<(String, String)> = remembered.into_iter().chain(chosen).collect();
    let list = read(ctx, &ask.name, &ask.content, &columns).await?;
    if list.people.is_empty() && list.refused.is_empty() {
        return Err(Refusal::because(LoadObstacle::NotRead(ListNotRead::NobodyListed)));
    }
    let earlier = tx.people_imports(&ctx.scope, ctx.at()).await?;
    let same = earlier.into_iter().find(|it| it.digest == digest);
    if let Some(open) = same.as_ref().filter(|it| !it.content.is_empty() && ask.columns.is_empty())
    {
        return Ok(open.id);
    }
    let import = PeopleImport {
        organisation: ctx.at(),
        id: ctx.new_id(),
        file_name: ask.name.chars().take(200).collect(),
        content: ask.content,
        digest,
        columns: Json(columns),
        // What was said about the same bytes before is not asked again.
        choices: same.map_or(Json(Vec::new()), |it| it.choices),
        loaded_by: ctx.actor,
        loaded_at: ctx.now,
        applied_at: None,
        discarded_at: None,
        outcome: None,
        revision: 0,
    };
    tx.insert_people_import(&import).await?;
    ctx.record(&tx, Event::PeopleLoaded { import: import.id }).await?;
    tx.commit().await?;
    Ok(import.id)
}

/// Reads a list without keeping a worker busy.
async fn read(
    ctx: &Ctx,
    name: &str,
    content: &[u8],
    columns: &[(String, String)],
) -> Result<PeopleList, Refusal<LoadObstacle>> {
    let mut mapping = Mapping::default();
    for (header, field) in columns {
        if let Some(field) = ListField::from_slug(field) {
            mapping.set(header, field);
        }
    }
    let (name, content, today) = (name.to_owned(), content.to_vec(), ctx.today());
    let reading = tokio::task::spawn_blocking(move || {
        documents::people::read(&name, &content, &mapping, today)
    });
    let Ok(read) = tokio::time::timeout(TIME_LIMIT, reading).await else {
        return Err(Refusal::because(LoadObstacle::TooLong));
    };
    let list = read.map_err(|error| Refusal::Unexpected(error.into()))?;
    list.map_err(|it| Refusal::because(LoadObstacle::NotRead(it)))
}

/// A list that was loaded.
#[derive(Debug)]
pub struct ImportView {
    /// What is kept of it.
    pub import: PeopleImport,
    /// The list, while something of it waits.
    pub list: Option<ListView>,
    /// What became of it, once it was taken.
    pub taken: Option<Taken>,
    /// Names of people it speaks of who are known.
    pub names: BTreeMap<PersonId, PersonName>,
}

/// A list as it was understood.
#[derive(Debug)]
pub struct ListView {
    /// Columns, rows, wrong cells.
    pub read: PeopleList,
    /// Who is whom.
    pub sorted: SortedOut,
    /// How many are new, change, are known with everything, wait, cannot be taken.
    pub count: Count,
}

/// What taking a list would do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// New people, guardians too.
    pub n_new: usize,
    /// Known people of whom something changes.
    pub n_changed: usize,
    /// Known people of whom nothing does.
    pub n_same: usize,
    /// People who wait for an answer.
    pub n_waiting: usize,
    /// Rows that cannot be taken.
    pub n_refused: usize,
}

impl Count {
    /// How many people would be written.
    #[must_use]
    pub fn n_written(&self) -> usize {
        self.n_new + self.n_changed
    }

    /// How many rows are left for later.
    #[must_use]
    pub fn n_left(&self) -> usize {
        self.n_waiting + self.n_refused
    }
}

/// Shows a loaded list: as it would be taken, or what became of it.
///
/// - Errors: not found.
pub async fn show_people_import(
    ctx: &Ctx,
    id: PeopleImportId,
) -> Result<ImportView, Refusal<Nothing>> {
    let tx = ctx.read().await?;
    let import = found(ctx, &tx, id).await?;
    let known = tx.known_all(&ctx.scope, ctx.at(), ctx.today()).await?;
    let taken = import.outcome.clone().and_then(|it| serde_json::from_value(it.0).ok());
    let name = |(person, _): &(Person, i64)| (person.id, person.name.clone());
    let names = known.people.iter().map(name).collect();
    let list = match import.content.is_empty() {
        true => None,
        false => Some(look(ctx, &import, &known).await?.0),
    };
    Ok(ImportView { import, list, taken, names })
}

/// Lists what was loaded, the latest first.
///
/// - Errors: not found without the right.
pub async fn list_people_imports(ctx: &Ctx) -> Result<Vec<PeopleImport>, Refusal<Nothing>> {
    ctx.require(Action::EditPeople, ctx.at())?;
    let tx = ctx.read().await?;
    Ok(tx.people_imports(&ctx.scope, ctx.at()).await?)
}

async fn found(ctx: &Ctx, tx: &Tx, id: PeopleImportId) -> Result<PeopleImport, Refusal<Nothing>> {
    let import = tx.people_import(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditPeople, import.organisation)?;
    if import.organisation != ctx.at() {
        return Err(Refusal::NotFound);
    }
    Ok(import)
}

/// Reads a kept list again and works out what taking it would write.
async fn look(
    ctx: &Ctx,
    import: &PeopleImport,
    known: &KnownAll,
) -> Result<(ListView, Writing), Refusal<Nothing>> {
    let read = read(ctx, &import.file_name, &import.content, &import.columns.0).await;
    let list = read.map_err(|refusal| match refusal {
        // It was read when it was loaded.
        Refusal::Obstacles(why) => Refusal::Unexpected(anyhow::anyhow!("{why:?}")),
        Refusal::NotFound => Refusal::NotFound,
        Refusal::Stale => Refusal::Stale,
        Refusal::Unavailable(cause) => Refusal::Unavailable(cause),
        Refusal::Unexpected(cause) => Refusal::Unexpected(cause),
    })?;
    let sorted = sort_out(&list.people, &known_people(known, ctx.today()), &said(import));
    let writing = writing(ctx, &list.people, &sorted, known);
    let mut refused: Vec<ListPlace> = list.refused.iter().map(|it| it.place).collect();
    refused.dedup();
    let count = Count {
        n_new: writing.arrivals.people.len(),
        n_changed: writing.changed.len(),
        n_same: writing.n_same,
        n_waiting: sorted.fates.values().filter(|it| **it == Fate::Waits).count(),
        n_refused: refused.len(),
    };
    Ok((ListView { read: list, sorted, count }, writing))
}

/// Answers kept as text: `0:12` for a person, `0:12:1` for a guardian; `same` or `different`.
fn said(import: &PeopleImport) -> BTreeMap<Whom, Said> {
    let read = |(key, value): &(String, String)| {
        let said = match value.as_str() {
            "same" => Said::Same,
            "different" => Said::Different,
            _ => return None,
        };
        Some((whom_of(key)?, said))
    };
    import.choices.0.iter().filter_map(read).collect()
}

/// The text of who is asked about, for forms and for keeping.
#[must_use]
pub fn key_of(whom: Whom) -> String {
    let ListPlace { sheet, row } = whom.place;
    match whom.guardian {
        None => format!("{sheet}:{row}"),
        Some(guardian) => format!("{sheet}:{row}:{guardian}"),
    }
}

fn whom_of(key: &str) -> Option<Whom> {
    let mut parts = key.split(':');
    let place = ListPlace { sheet: parts.next()?.parse().ok()?, row: parts.next()?.parse().ok()? };
    let guardian = match parts.next() {
        None => None,
        Some(it) => Some(it.parse().ok()?),
    };
    Some(Whom { place, guardian })
}

/// Says what columns mean and remembers it for the next list; says who is whom.
///
/// - `columns`: headers as they stand with their fields.
/// - `answers`: by [`key_of`]; one that is left out stays as it was.
/// - `revision`: as it was shown.
/// - Errors: not found; stale; columns with which there is no list any more.
pub async fn answer_people_import(
    ctx: &Ctx,
    id: PeopleImportId,
    columns: &[(String, ListField)],
    answers: &[(String, Said)],
    revision: i64,
) -> Result<(), Refusal<LoadObstacle>> {
    let tx = ctx.begin().await?;
    let mut import = found(ctx, &tx, id).await.map_err(of_any)?;
    if import.content.is_empty() {
        return Err(Refusal::NotFound);
    }
    for (header, field) in columns {
        import.columns.0.retain(|(known, _)| known != header);
        import.columns.0.push((header.clone(), field.slug().to_owned()));
    }
    for (key, said) in answers {
        let word = if *said == Said::Same { "same" } else { "different" };
        import.choices.0.retain(|(known, _)| known != key);
        import.choices.0.push((key.clone(), word.to_owned()));
    }
    if !columns.is_empty() {
        read(ctx, &import.file_name, &import.content, &import.columns.0).await?;
        let from = import.columns.0.len().saturating_sub(MOST_COLUMNS);
        tx.set_setting(ctx.at(), COLUMNS, &import.columns.0[from..].to_vec()).await?;
    }
    tx.save_people_import(&PeopleImport { revision, ..import }).await?;
    tx.commit().await?;
    Ok(())
}

/// A refusal without obstacles is the same whatever the obstacles would be.
fn of_any<O>(refusal: Refusal<Nothing>) -> Refusal<O> {
    match refusal {
        Refusal::Obstacles(_) | Refusal::NotFound => Refusal::NotFound,
        Refusal::Stale => Refusal::Stale,
        Refusal::Unavailable(cause) => Refusal::Unavailable(cause),
        Refusal::Unexpected(cause) => Refusal::Unexpected(cause),
    }
}

/// Takes everything of a list that is sound, in one transaction; what waits is left for later.
///
/// - Returns: what became of it.
/// - Errors: not found; stale.
pub async fn apply_people_import(
    ctx: &Ctx,
    id: PeopleImportId,
    revision: i64,
) -> Result<Taken, Refusal<Nothing>> {
    let tx = ctx.begin().await?;
    let import = found(ctx, &tx, id).await?;
    if import.content.is_empty() {
        return Err(Refusal::NotFound);
    }
    let known = tx.known_all(&ctx.scope, ctx.at(), ctx.today()).await?;
    let (list, writing) = look(ctx, &import, &known).await?;
    let before: Taken = import
        .outcome
        .as_ref()
        .and_then(|it| serde_json::from_value(it.0.clone()).ok())
        .unwrap_or_default();
    let added = writing.arrivals.people.iter().map(|it| it.id.0);
    let taken = Taken {
        added: before.added.into_iter().chain(added).collect(),
        changed: before.changed.into_iter().chain(writing.changed.iter().map(|it| it.0)).collect(),
        n_same: writing.n_same,
    };
    write(ctx, &tx, &writing).await?;
    let n = |it: usize| i64::try_from(it).unwrap_or(i64::MAX);
    let event = Event::PeopleImported {
        import: id,
        added: n(writing.arrivals.people.len()),
        changed: n(writing.changed.len()),
    };
    let kept = PeopleImport {
        content: if list.count.n_left() == 0 { Vec::new() } else { import.content.clone() },
        applied_at: Some(ctx.now),
        outcome: Some(Json(serde_json::to_value(&taken).map_err(anyhow::Error::from)?)),
        revision,
        ..import
    };
    tx.save_people_import(&kept).await?;
    ctx.record(&tx, event).await?;
    tx.commit().await?;
    Ok(taken)
}

async fn write(ctx: &Ctx, tx: &Tx, writing: &Writing) -> Result<(), store::StoreError> {
    tx.insert_arrivals(ctx.at(), &writing.arrivals).await?;
    for (person, revision) in &writing.people {
        tx.save_person(person, *revision).await?;
    }
    for detail in &writing.details {
        tx.save_person_detail(detail).await?;
    }
    for role in &writing.ended {
        tx.save_person_role(ctx.at(), role).await?;
    }
    tx.set_person_facts(&writing.facts).await
}

/// Gives up what waits of a list: its bytes are not kept any more.
///
/// - Errors: not found; stale.
pub async fn discard_people_import(
    ctx: &Ctx,
    id: PeopleImportId,
    revision: i64,
) -> Result<(), Refusal<Nothing>> {
    let tx = ctx.begin().await?;
    let import = found(ctx, &tx, id).await?;
    if import.content.is_empty() {
        return Err(Refusal::NotFound);
    }
    let kept =
        PeopleImport { content: Vec::new(), discarded_at: Some(ctx.now), revision, ..import };
    tx.save_people_import(&kept).await?;
    ctx.record(&tx, Event::PeopleDiscarded { import: id }).await?;
    tx.commit().await?;
    Ok(())
}
