//! Acquaintance with acts: who has to know one, who has read it, and the row that is done by it.
//!
//! It decides who names and records, that a press in the product is the person's own, and that a
//! row of studying acts is done when nobody is left. Deliberately absent: who is meant by a concern
//! (`mentoring::act`).

use documents::papers;
use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::act::{
    ActKey, Concerned, ReadingObstacle, ReadingWay, check_reading, who_has_not_read,
};
use mentoring::event::Event;
use mentoring::id::{ActConcernId, PersonId};
use mentoring::paper::PaperKind;
use mentoring::person::{Gender, Person};
use store::{ActConcern, ActReading, StoreError, Tx};

use super::{ActCard, Kept, card, cards};
use crate::ctx::Ctx;
use crate::launch::paper::Format;
use crate::refusal::{Nothing, Refusal};
use crate::roadmap::evidence::{RecordedFact, record_fact};

/// Acquaintance with one act on a day.
pub(crate) struct Acquaintances {
    /// Who has to know it.
    pub(crate) must: Vec<PersonId>,
    /// Who has read it.
    pub(crate) readings: Vec<ActReading>,
}

impl Acquaintances {
    /// Who has to know it and has not read it.
    pub(crate) fn left(&self) -> Vec<PersonId> {
        let have: Vec<PersonId> = self.readings.iter().map(|it| it.person).collect();
        who_has_not_read(&self.must, &have)
    }
}

/// Whom an act concerns, as its page tells.
#[derive(Clone, Debug)]
pub struct Concerning {
    /// As recorded.
    pub concern: ActConcern,
    /// The person, where it is one.
    pub person: Option<Person>,
}

/// Somebody who has to know an act or has read it.
#[derive(Clone, Debug)]
pub struct ReaderLine {
    /// Who.
    pub person: Person,
    /// Whether the person has to know it today.
    pub must: bool,
    /// When and how the person read it.
    pub read: Option<(Date, ReadingWay)>,
}

impl Kept {
    /// Whom an act concerns, of all times.
    pub(super) fn concerning(&self, key: &ActKey) -> Vec<Concerning> {
        let text = key.text();
        let told = self.concerns.iter().filter(|it| it.act == text).map(|it| Concerning {
            person: it.person.and_then(|id| self.person(id).cloned()),
            concern: it.clone(),
        });
        told.collect()
    }

    /// Everybody who has to know an act or has read it: who has not read it first.
    pub(super) fn readers_of(&self, of: &Acquaintances) -> Vec<ReaderLine> {
        let line = |it: &crate::pools::Known| {
            let read = of.readings.iter().find(|reading| reading.person == it.person.id);
            let must = of.must.contains(&it.person.id);
            (must || read.is_some()).then(|| ReaderLine {
                person: it.person.clone(),
                must,
                read: read.map(|it| (it.read_on, it.way)),
            })
        };
        let mut lines: Vec<ReaderLine> = self.people.iter().filter_map(line).collect();
        lines.sort_by_key(|it| it.read.is_some());
        lines
    }

    /// How many readings are wanted and lacking over all acts.
    fn n_left(&self, today: Date) -> usize {
        self.keys().iter().map(|key| self.of(key, today).left().len()).sum()
    }
}

/// Names who has to know an act.
///
/// - `whom`: each a concern of its own; one that acts already is passed over.
/// - Errors: not found without the right, for an unknown act or person.
pub async fn name_concerns(
    ctx: &Ctx,
    key: &ActKey,
    whom: &[Concerned],
    from: Date,
) -> Result<(), Refusal<Nothing>> {
    ctx.require(Action::EditOrders, ctx.at())?;
    let tx = ctx.begin().await?;
    card(ctx, &tx, key).await?.ok_or(Refusal::NotFound)?;
    let kept = Kept::load(ctx, &tx).await?;
    let known = kept.concerning(key);
    for audience in whom {
        let (audience_slug, position, person) = audience.parts();
        if person.is_some_and(|it| kept.person(it).is_none()) {
            return Err(Refusal::NotFound);
        }
        let is_known = known.iter().any(|it| {
            let rule = it.concern.for_rule();
            rule.is_some_and(|rule| rule.audience == *audience && rule.period.contains(from))
        });
        if is_known {
            continue;
        }
        let concern = ActConcern {
            organisation: ctx.at(),
            id: ctx.new_id(),
            act: key.text(),
            audience: audience_slug,
            position,
            person,
            from_on: from,
            to_on: None,
            named_by: ctx.actor,
            named_at: ctx.now,
        };
        tx.insert_act_concern(&concern).await?;
        ctx.record(&tx, Event::ActConcernNamed { concern: concern.id, from }).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Ends that somebody has to know an act, with yesterday: from today nobody waits for them.
///
/// - Errors: not found without the right.
pub async fn end_concern(
    ctx: &Ctx,
    key: &ActKey,
    id: ActConcernId,
) -> Result<(), Refusal<Nothing>> {
    ctx.require(Action::EditOrders, ctx.at())?;
    let tx = ctx.begin().await?;
    let before = Kept::load(ctx, &tx).await?;
    let found = before.concerning(key).into_iter().find(|it| it.concern.id == id);
    let concern = found.ok_or(Refusal::NotFound)?.concern;
    if concern.to_on.is_some() {
        return Ok(());
    }
    let today = ctx.today();
    let last = today.yesterday().unwrap_or(today);
    tx.save_act_concern(&ActConcern { to_on: Some(last), ..concern }).await?;
    ctx.record(&tx, Event::ActConcernEnded { concern: id, on: last }).await?;
    tell_when_done(ctx, &tx, before.n_left(today), today).await?;
    tx.commit().await?;
    Ok(())
}

/// Records that the one who acts has read an act: a press in the product, no signature.
///
/// - Errors: not found for who need not know it; `ReadingObstacle`.
pub async fn read_act(ctx: &Ctx, key: &ActKey) -> Result<(), Refusal<ReadingObstacle>> {
    ctx.require(Action::SeeOrganisation, ctx.at())?;
    let tx = ctx.begin().await?;
    let act = card(ctx, &tx, key).await?.ok_or(Refusal::NotFound)?;
    let before = Kept::load(ctx, &tx).await?;
    let of_act = before.of(key, ctx.today());
    if !of_act.must.contains(&ctx.person) {
        return Err(Refusal::NotFound);
    }
    let today = ctx.today();
    keep_reading(ctx, &tx, (&act, &of_act), (ctx.person, today, ReadingWay::InApp)).await?;
    tell_when_done(ctx, &tx, before.n_left(today), today).await?;
    tx.commit().await?;
    Ok(())
}

/// Records that people signed the acquaintance sheet on paper.
///
/// - Errors: not found without the right, or for somebody who is not here; `ReadingObstacle`, all at
///   once.
pub async fn record_readings(
    ctx: &Ctx,
    key: &ActKey,
    people: &[PersonId],
    on: Date,
) -> Result<(), Refusal<ReadingObstacle>> {
    ctx.require(Action::EditOrders, ctx.at())?;
    let tx = ctx.begin().await?;
    let act = card(ctx, &tx, key).await?.ok_or(Refusal::NotFound)?;
    let before = Kept::load(ctx, &tx).await?;
    let of_act = before.of(key, ctx.today());
    if people.iter().any(|it| before.person(*it).is_none()) {
        return Err(Refusal::NotFound);
    }
    for person in people {
        keep_reading(ctx, &tx, (&act, &of_act), (*person, on, ReadingWay::Paper)).await?;
    }
    tell_when_done(ctx, &tx, before.n_left(ctx.today()), on).await?;
    tx.commit().await?;
    Ok(())
}

async fn keep_reading(
    ctx: &Ctx,
    tx: &Tx,
    (act, known): (&ActCard, &Acquaintances),
    (person, on, way): (PersonId, Date, ReadingWay),
) -> Result<(), Refusal<ReadingObstacle>> {
    let known = known.readings.iter().find(|it| it.person == person).map(|it| it.read_on);
    let from = act.signed_on.unwrap_or(act.from);
    Refusal::unless_clear(check_reading(from, on, known, ctx.today()))?;
    let reading = ActReading {
        organisation: ctx.at(),
        id: ctx.new_id(),
        act: act.key.text(),
        person,
        read_on: on,
        way,
        recorded_by: ctx.actor,
        recorded_at: ctx.now,
    };
    if tx.insert_act_reading(&reading).await? {
        ctx.record(tx, Event::ActRead { reading: reading.id, person, on }).await?;
    }
    Ok(())
}

/// Where the last one who had to has read the last act, the rows of studying acts look at it.
async fn tell_when_done(
    ctx: &Ctx,
    tx: &Tx,
    n_left_before: usize,
    on: Date,
) -> Result<(), StoreError> {
    let kept = Kept::load(ctx, tx).await?;
    if n_left_before == 0 || kept.n_left(ctx.today()) != 0 {
        return Ok(());
    }
    let last = kept.readings.iter().max_by_key(|it| it.read_on);
    let Some(last) = last else { return Ok(()) };
    let keys = kept.keys();
    let named: Vec<String> = cards(ctx, tx)
        .await?
        .into_iter()
        .filter(|it| keys.contains(&it.key))
        .map(|it| format!("{} № {}", it.heading, it.number))
        .collect();
    let fact = RecordedFact {
        kind: "familiarisation".to_owned(),
        about: "acts".to_owned(),
        true_on: last.read_on.max(on).min(ctx.today()),
        words: named.join("; "),
        record: ("act_reading".to_owned(), last.id.0),
    };
    record_fact(ctx, tx, fact).await.map(|_| ())
}

/// The acts that the one who acts has to read still.
///
/// - Errors: of the store.
pub async fn acts_for_me(ctx: &Ctx) -> Result<Vec<ActCard>, Refusal<Nothing>> {
    if !ctx.may(Action::SeeOrganisation) {
        return Ok(Vec::new());
    }
    let tx = ctx.read().await?;
    // «Сегодня» asks this of everybody: a school that named nobody reads no people for it.
    if tx.act_concerns(&ctx.scope, ctx.at()).await?.is_empty() {
        return Ok(Vec::new());
    }
    let kept = Kept::of_actor(ctx, &tx).await?;
    let today = ctx.today();
    let waits = |it: &ActCard| kept.of(&it.key, today).left().contains(&ctx.person);
    Ok(cards(ctx, &tx).await?.into_iter().filter(waits).collect())
}

/// Why the acquaintance sheet is not made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SheetObstacle {
    /// Nobody has to know the act.
    #[error("nobody is on the sheet")]
    Nobody,
}

/// Makes the acquaintance sheet of an act to print and sign: those who have to know it and have not
/// read it, or all of them where everybody has.
///
/// - `document`: the act as papers name it, in the nominative.
/// - Errors: not found without the right; `SheetObstacle`.
pub async fn acquaintance_sheet(
    ctx: &Ctx,
    key: &ActKey,
    document: String,
    format: Format,
) -> Result<Vec<u8>, Refusal<SheetObstacle>> {
    ctx.require(Action::SeeOrders, ctx.at())?;
    let tx = ctx.read().await?;
    card(ctx, &tx, key).await?.ok_or(Refusal::NotFound)?;
    let kept = Kept::load(ctx, &tx).await?;
    let of_act = kept.of(key, ctx.today());
    let left = of_act.left();
    let on_sheet = if left.is_empty() { &of_act.must } else { &left };
    let people: Vec<serde_json::Value> = kept
        .people
        .iter()
        .filter(|it| on_sheet.contains(&it.person.id))
        .map(|it| {
            let gender = it.detail.as_ref().and_then(|it| Gender::from_slug(&it.gender)).map(
                |it| match it {
                    Gender::Feminine => "f",
                    Gender::Masculine => "m",
                },
            );
            let name = &it.person.name;
            let position =
                if it.person.job_title.is_empty() { &it.about } else { &it.person.job_title };
            serde_json::json!({
                "surname": name.surname, "first": name.first, "patronymic": name.patronymic,
                "gender": gender, "position": position,
            })
        })
        .collect();
    if people.is_empty() {
        return Err(Refusal::because(SheetObstacle::Nobody));
    }
    let organisation = &ctx.organisation.card;
    let full = match organisation.full_name.is_empty() {
        true => &organisation.name,
        false => &organisation.full_name,
    };
    let data = serde_json::json!({
        "organisation": { "full_name": full, "name": organisation.name },
        "document": document,
        "people": people,
    });
    drop(tx);
    let kind = PaperKind::AcquaintanceSheet;
    let written = tokio::task::spawn_blocking(move || -> anyhow::Result<Vec<u8>> {
        let paper = papers::render(kind, papers::text(kind), &data)?;
        Ok(match format {
            Format::Pdf => paper.pdf()?,
            Format::Docx | Format::Xlsx => paper.docx()?,
        })
    });
    let written = written.await.map_err(|error| Refusal::Unexpected(error.into()))?;
    written.map_err(Refusal::Unexpected)
}
