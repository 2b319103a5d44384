//! Consents: who has given which, what is missing for what, recording and withdrawing.
//!
//! It decides who sees them, and what a withdrawal does at once. Deliberately absent: who signs at
//! which age and what a deed wants (`mentoring::consent`), the papers themselves (`documents`).

use std::collections::BTreeMap;

use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::consent::{
    ConsentKind, ConsentState, DataCategory, Deed, Gap, Participant, Permission, Signer, StopOf,
    Unfit, gaps, is_whole_address, offered, outgrown_on, paper_of, signers, state, unfit, wanted,
};
use mentoring::event::Event;
use mentoring::id::{ConsentId, PersonId, ScanId};
use mentoring::law::Law;
use mentoring::mistake::MistakeKind;
use mentoring::paper::PaperKind;
use mentoring::person::{Person, Position};
use mentoring::pools::Pool;
use store::{
    ConsentRecord, Guardianship, Json, KeptDistribution, MistakeRecord, PoolRecord, StoreError, Tx,
};

use super::stop::{StopLine, record_stops, stops_for, stops_of_person};
use super::wording::{SignedEdition, SignedText, is_text_of, named_editions, note_wording};
use super::{Known, known_people, known_person};
use crate::ctx::Ctx;
use crate::person::folded;
use crate::refusal::{Nothing, Refusal};
use crate::scan::{
    Brought, GivenScan, ScanObstacle, ScanOf, check_scan, file_of_scan, keep_scan, scans_of,
};

/// How one wanted or given consent of one person stands.
#[derive(Clone, Debug)]
pub struct ConsentCell {
    /// Which.
    pub kind: ConsentKind,
    /// Whether something the person takes part in wants it.
    pub is_wanted: bool,
    /// How the best paper stands; `None` where there is none.
    pub state: Option<ConsentState>,
    /// The last day on which it still holds, where that is known: the term, or the day before the
    /// person reaches an age.
    pub last: Option<Date>,
}

impl ConsentCell {
    /// Whether it is wanted and does not hold.
    #[must_use]
    pub fn is_gap(&self) -> bool {
        self.is_wanted && self.state != Some(ConsentState::Valid)
    }
}

/// One line of the matrix.
#[derive(Clone, Debug)]
pub struct ConsentLine {
    /// Who.
    pub known: Known,
    /// What the person takes part in.
    pub deeds: Vec<Deed>,
    /// The cells, in the order of [`ConsentKind::ALL`].
    pub cells: Vec<ConsentCell>,
}

impl ConsentLine {
    /// How many wanted consents do not hold.
    #[must_use]
    pub fn n_gaps(&self) -> usize {
        self.cells.iter().filter(|it| it.is_gap()).count()
    }
}

/// The matrix who × what on a day.
#[derive(Clone, Debug)]
pub struct ConsentMatrix {
    /// The day.
    pub day: Date,
    /// The lines that were asked for, by name.
    pub lines: Vec<ConsentLine>,
    /// Of how many participants in all.
    pub n_participants: usize,
    /// How many of them have every wanted consent.
    pub n_complete: usize,
    /// Classes and subjects to narrow by.
    pub abouts: Vec<String>,
}

/// What of the matrix is shown.
#[derive(Clone, Debug, Default)]
pub struct MatrixFilter {
    /// A part of a name.
    pub search: String,
    /// A class or subject; empty for all.
    pub about: String,
    /// Only participants with gaps.
    pub only_gaps: bool,
    /// Everybody of the organisation, not only participants.
    pub everybody: bool,
    /// On which day; today where not given.
    pub day: Option<Date>,
}

/// Shows who has given which consent, and what is missing.
///
/// - Errors: not found without the right.
pub async fn list_consents(
    ctx: &Ctx,
    filter: &MatrixFilter,
) -> Result<ConsentMatrix, Refusal<Nothing>> {
    ctx.require(Action::SeeConsents, ctx.at())?;
    let day = filter.day.unwrap_or_else(|| ctx.today());
    let tx = ctx.read().await?;
    let people = known_people(ctx, &tx, "", day).await?;
    let all = tx.consents_of(&ctx.scope, ctx.at()).await?;
    let pools = tx.pool_entries(&ctx.scope, ctx.at()).await?;
    let mut of_person: BTreeMap<PersonId, Vec<ConsentRecord>> = BTreeMap::new();
    for it in all {
        of_person.entry(it.person).or_default().push(it);
    }
    let none = Vec::new();
    let lines: Vec<ConsentLine> = people
        .into_iter()
        .map(|it| {
            let given = of_person.get(&it.person.id).unwrap_or(&none);
            line_of(it, given, &pools, day)
        })
        .collect();
    let participants = || lines.iter().filter(|it| !it.deeds.is_empty());
    let mut abouts: Vec<String> = participants().map(|it| it.known.about.clone()).collect();
    abouts.retain(|it| !it.is_empty());
    abouts.sort();
    abouts.dedup();
    Ok(ConsentMatrix {
        day,
        n_participants: participants().count(),
        n_complete: participants().filter(|it| it.n_gaps() == 0).count(),
        abouts,
        lines: lines.into_iter().filter(|it| is_asked_for(it, filter)).collect(),
    })
}

fn is_asked_for(line: &ConsentLine, filter: &MatrixFilter) -> bool {
    let name = folded(&line.known.person.name.full());
    (filter.everybody || !line.deeds.is_empty())
        && (!filter.only_gaps || 0 < line.n_gaps())
        && (filter.about.is_empty() || line.known.about == filter.about)
        && name.contains(folded(filter.search.trim()).as_str())
}

pub(super) fn line_of(
    known: Known,
    given: &[ConsentRecord],
    pools: &[PoolRecord],
    day: Date,
) -> ConsentLine {
    let deeds = deeds_of(&known, pools, day);
    let participant = known.participant();
    let cells = cells_of(participant, &deeds, given, day);
    ConsentLine { known, deeds, cells }
}

/// What a person takes part in on a day: by position, or by a stay in a pool.
pub(crate) fn deeds_of(known: &Known, pools: &[PoolRecord], day: Date) -> Vec<Deed> {
    let is_in = |pool| {
        let mut of_person = pools.iter().filter(|it| it.person == known.person.id);
        of_person.any(|it| it.pool == pool && it.for_rule().period.contains(day))
    };
    let has = |it: Position| known.positions.contains(&it);
    let mut deeds = Vec::new();
    if has(Position::Mentor) || is_in(Pool::Mentors) {
        deeds.push(Deed::PairAsMentor);
    }
    if has(Position::Mentee) || is_in(Pool::Mentees) {
        deeds.push(Deed::PairAsMentee);
    }
    deeds
}

fn cells_of(
    participant: Participant,
    deeds: &[Deed],
    given: &[ConsentRecord],
    day: Date,
) -> Vec<ConsentCell> {
    let law = Law::built_in();
    let wanted: Vec<ConsentKind> =
        deeds.iter().flat_map(|it| wanted(*it, participant, day, law)).collect();
    let cell = |kind: &ConsentKind| {
        let best = given
            .iter()
            .filter(|it| it.kind == *kind)
            .map(ConsentRecord::for_rule)
            .map(|it| (state(&it, participant.birth, day, law), it))
            // The list is the latest first, and the first of equals is the least.
            .min_by_key(|(state, _)| *state != ConsentState::Valid);
        let last = best.as_ref().and_then(|(_, it)| {
            let outgrown = outgrown_on(it, participant.birth, law);
            let before = outgrown.and_then(|it| it.yesterday().ok());
            [it.until, before].into_iter().flatten().min()
        });
        ConsentCell {
            kind: *kind,
            is_wanted: wanted.contains(kind),
            state: best.map(|(state, _)| state),
            last,
        }
    };
    ConsentKind::ALL.iter().map(cell).collect()
}

/// A consent of a person with how it stands.
#[derive(Clone, Debug)]
pub struct GivenConsent {
    /// As recorded.
    pub record: ConsentRecord,
    /// How it stands on the day.
    pub state: ConsentState,
    /// Who signed as the representative.
    pub guardian: Option<Person>,
    /// Which edition of the text was signed; `None` where it is not recorded.
    pub edition: Option<SignedEdition>,
    /// The day on which others must sign, where it is known and lies after the signature.
    pub outgrown_on: Option<Date>,
}

/// Everything about the consents of a person.
#[derive(Clone, Debug)]
pub struct PersonConsents {
    /// The person.
    pub line: ConsentLine,
    /// What was given, the latest first, withdrawn too.
    pub given: Vec<GivenConsent>,
    /// What is missing for what.
    pub gaps: Vec<Gap>,
    /// Representatives of all times with the people.
    pub guardians: Vec<(Guardianship, Person)>,
    /// Adults of the organisation who can be named as representatives, by name; empty for who may
    /// not record.
    pub candidates: Vec<Person>,
    /// The kinds that make sense for the person today.
    pub offered: Vec<ConsentKind>,
    /// What stops after withdrawals, what waits first.
    pub stops: Vec<StopLine>,
    /// Editions that can be named when a consent is recorded, with their papers.
    pub editions: Vec<(PaperKind, SignedEdition)>,
    /// What was recorded about the person by mistake, the latest first; for who may record.
    pub mistakes: Vec<MistakeRecord>,
    /// Whether the actor may record and withdraw.
    pub may_edit: bool,
    /// The day.
    pub today: Date,
}

/// Shows the consents of a person: to who may see consents, to oneself, to the representative, to
/// the class teacher.
///
/// - Errors: not found.
pub async fn show_consents(ctx: &Ctx, id: PersonId) -> Result<PersonConsents, Refusal<Nothing>> {
    let tx = ctx.read().await?;
    let today = ctx.today();
    let known = known_person(ctx, &tx, id, today).await?.ok_or(Refusal::NotFound)?;
    let guardianships = tx.guardianships(&ctx.scope, &[id]).await?;
    let represents = |it: &Guardianship| it.guardian == ctx.person && it.holds_on(today);
    if !super::own::leads(ctx, &tx, &known).await? {
        ctx.require_for(Action::SeeConsents, known.person.organisation, || {
            id == ctx.person || guardianships.iter().any(represents)
        })?;
    }
    let records = tx.consents(&ctx.scope, &[id]).await?;
    let pools = tx.pool_entries(&ctx.scope, known.person.organisation).await?;
    let people = guardians_among(ctx, &tx, &guardianships, &records).await?;
    let person_of = |id: PersonId| people.iter().find(|it| it.id == id).cloned();
    let participant = known.participant();
    let law = Law::built_in();
    let rules: Vec<_> = records.iter().map(ConsentRecord::for_rule).collect();
    let may_edit = ctx.scope.may(Action::EditConsents, known.person.organisation);
    let candidates = match may_edit {
        true => candidates(ctx, &tx, id, today).await?,
        false => Vec::new(),
    };
    let stops = stops_of_person(ctx, &tx, id).await?;
    let editions = named_editions(ctx, &tx).await?;
    let edition_of = |id| editions.iter().find(|(_, it)| id == Some(it.id));
    let mistakes = match may_edit {
        true => mistakes_of(ctx, &tx, id).await?,
        false => Vec::new(),
    };
    let line = line_of(known, &records, &pools, today);
    let missing = |it: &Deed| gaps(*it, participant, &rules, today, law);
    Ok(PersonConsents {
        gaps: line.deeds.iter().flat_map(missing).collect(),
        given: records
            .into_iter()
            .zip(&rules)
            .map(|(record, rule)| GivenConsent {
                state: state(rule, participant.birth, today, law),
                guardian: record.guardian.and_then(person_of),
                edition: edition_of(record.wording).map(|(_, it)| it.clone()),
                outgrown_on: outgrown_on(rule, participant.birth, law),
                record,
            })
            .collect(),
        guardians: guardianships
            .into_iter()
            .filter_map(|it| person_of(it.guardian).map(|person| (it, person)))
            .collect(),
        line,
        candidates,
        editions,
        stops,
        offered: offered(participant, today, law),
        mistakes,
        may_edit,
        today,
    })
}

/// A consent with its scans, for its own page.
#[derive(Clone, Debug)]
pub struct OneConsent {
    /// The person with all consents.
    pub of_person: PersonConsents,
    /// Which of them.
    pub id: ConsentId,
    /// Its scans, the latest first.
    pub scans: Vec<GivenScan>,
}

impl OneConsent {
    /// The consent itself.
    #[must_use]
    pub fn given(&self) -> Option<&GivenConsent> {
        self.of_person.given.iter().find(|it| it.record.id == self.id)
    }
}

/// Shows one consent of a person: to who may see consents, to oneself, to the representative.
///
/// - Errors: not found.
pub async fn show_consent(
    ctx: &Ctx,
    person: PersonId,
    id: ConsentId,
) -> Result<OneConsent, Refusal<Nothing>> {
    let of_person = show_consents(ctx, person).await?;
    let found = of_person.given.iter().find(|it| it.record.id == id).ok_or(Refusal::NotFound)?;
    let tx = ctx.read().await?;
    let scans = scans_of(ctx, &tx, id.0, found.record.scan).await?;
    Ok(OneConsent { of_person, id, scans })
}

/// A scan of a consent with its bytes, for who may see the consent.
///
/// - Errors: not found.
pub async fn show_consent_scan(
    ctx: &Ctx,
    (person, id): (PersonId, ConsentId),
    scan: ScanId,
) -> Result<store::File, Refusal<Nothing>> {
    let one = show_consent(ctx, person, id).await?;
    let record = &one.given().ok_or(Refusal::NotFound)?.record;
    let tx = ctx.read().await?;
    file_of_scan(ctx, &tx, (record.organisation, id.0), scan).await?.ok_or(Refusal::NotFound)
}

/// Attaches a scan to a consent; scans given before stay beside it.
///
/// - Errors: not found without the right; `ScanObstacle`.
pub async fn attach_consent_scan(
    ctx: &Ctx,
    (person, id): (PersonId, ConsentId),
    brought: Brought,
) -> Result<(), Refusal<ScanObstacle>> {
    let tx = ctx.begin().await?;
    let consent = tx.consent(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditConsents, consent.organisation)?;
    if consent.person != person || consent.organisation != ctx.at() {
        return Err(Refusal::NotFound);
    }
    let media_type = check_scan(&brought).map_err(Refusal::because)?;
    let file = keep_scan(ctx, &tx, (ScanOf::Consent, id.0), (brought, media_type)).await?;
    tx.save_consent(&ConsentRecord { scan: Some(file), ..consent }).await?;
    tx.commit().await?;
    Ok(())
}

async fn mistakes_of(
    ctx: &Ctx,
    tx: &Tx,
    person: PersonId,
) -> Result<Vec<MistakeRecord>, StoreError> {
    let mut marks = tx.mistakes_about(&ctx.scope, person).await?;
    marks.retain(|it| !matches!(it.kind, MistakeKind::Addendum | MistakeKind::AddendumEnding));
    Ok(marks)
}

/// Everybody who is not a student: a student represents nobody.
async fn candidates(
    ctx: &Ctx,
    tx: &Tx,
    ward: PersonId,
    today: Date,
) -> Result<Vec<Person>, StoreError> {
    let people = known_people(ctx, tx, "", today).await?;
    let is_adult = |it: &Known| it.person.id != ward && !it.positions.contains(&Position::Student);
    Ok(people.into_iter().filter(is_adult).map(|it| it.person).collect())
}

async fn guardians_among(
    ctx: &Ctx,
    tx: &Tx,
    guardianships: &[Guardianship],
    records: &[ConsentRecord],
) -> Result<Vec<Person>, StoreError> {
    let signed = records.iter().filter_map(|it| it.guardian);
    let mut ids: Vec<PersonId> = guardianships.iter().map(|it| it.guardian).chain(signed).collect();
    ids.sort_unstable();
    ids.dedup();
    tx.people_by_ids(&ctx.scope, &ids).await
}

/// What recording a consent asks.
#[derive(Clone, Debug)]
pub struct RecordConsent {
    /// Whose.
    pub person: PersonId,
    /// To what.
    pub kind: ConsentKind,
    /// The day of the signatures.
    pub signed_on: Date,
    /// Who signed.
    pub signed_by: Vec<Signer>,
    /// Which representative signed.
    pub guardian: Option<PersonId>,
    /// The last day of the term; `None` until it is withdrawn.
    pub until: Option<Date>,
    /// Whether it stands in one paper with others.
    pub is_joined: bool,
    /// Addresses of pages, for distribution.
    pub addresses: Vec<String>,
    /// What is said of each kind of data, for distribution; silence is left out.
    pub categories: Vec<SaidOfData>,
    /// The scan, where it is brought along.
    pub scan: Option<Brought>,
}

/// What a consent to distribution says of one kind of data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidOfData {
    /// Of which.
    pub category: DataCategory,
    /// What.
    pub permission: Permission,
    /// Under which condition; empty except for a conditional permission.
    pub condition: String,
}

/// The longest term of a consent that is taken for meant, in years: beyond it a year is mistyped.
pub const TERM_YEARS_MOST: i16 = 10;

/// Why a consent cannot be recorded or withdrawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ConsentObstacle {
    /// It would be signed after today.
    #[error("the consent would be signed on {signed_on}, after today")]
    SignedInFuture {
        /// The day.
        signed_on: Date,
    },
    /// A student's age is not known, so nobody can tell who signs.
    #[error("the day of birth of the student is not known")]
    NoBirth,
    /// Somebody who must sign on the day did not.
    #[error("{signer} must sign on the day")]
    SignatureMissing {
        /// Who.
        signer: Signer,
    },
    /// A representative signed, and nobody said which.
    #[error("it is not said which representative signed")]
    NoGuardian,
    /// Who signed does not represent the person on the day.
    #[error("who signed does not represent the person on that day")]
    NotGuardian,
    /// It would end before it begins.
    #[error("the term ends before the signature")]
    TermBeforeSigning,
    /// The term is longer than can be meant.
    #[error("the term is longer than {TERM_YEARS_MOST} years")]
    TermTooLong,
    /// A consent to distribution names no whole address.
    #[error("no whole address of a page is named")]
    NoAddress,
    /// A consent to distribution names nothing to show.
    #[error("nothing to show is named")]
    NoCategory,
    /// A conditional permission does not tell its condition.
    #[error("the condition is not told")]
    NoCondition {
        /// Of which kind of data.
        category: DataCategory,
    },
    /// The edition named is of another paper.
    #[error("the text is of another paper")]
    WrongText,
    /// The scan is not taken.
    #[error(transparent)]
    Scan(#[from] ScanObstacle),
    /// The kind is not for this person on the day.
    #[error(transparent)]
    Unfit(#[from] Unfit),
    /// It was withdrawn already.
    #[error("it was withdrawn on {on}")]
    AlreadyWithdrawn {
        /// The day.
        on: Date,
    },
    /// It would be withdrawn before it was signed, or in the future.
    #[error("it was signed on {signed_on}; it is withdrawn from then to today")]
    WithdrawnOutside {
        /// Day of the signature.
        signed_on: Date,
    },
}

/// Records a consent that was signed on the text in force.
///
/// - Returns: its id.
/// - Errors: not found without the right; `ConsentObstacle`, all at once.
pub async fn record_consent(
    ctx: &Ctx,
    ask: &RecordConsent,
) -> Result<ConsentId, Refusal<ConsentObstacle>> {
    record_signed(ctx, ask, SignedText::InForce).await
}

/// Records a consent that was signed on a text.
///
/// - Returns: its id.
/// - Errors: not found without the right; `ConsentObstacle`, all at once.
pub async fn record_signed(
    ctx: &Ctx,
    ask: &RecordConsent,
    text: SignedText,
) -> Result<ConsentId, Refusal<ConsentObstacle>> {
    let tx = ctx.begin().await?;
    let known =
        known_person(ctx, &tx, ask.person, ask.signed_on).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditConsents, known.person.organisation)?;
    let guardianships = tx.guardianships(&ctx.scope, &[ask.person]).await?;
    if known.person.organisation != ctx.at() {
        return Err(Refusal::NotFound);
    }
    let mut obstacles = check(ask, known.participant(), &guardianships, ctx.today());
    let media_type = ask.scan.as_ref().map(check_scan).transpose();
    obstacles.extend(media_type.err().map(ConsentObstacle::Scan));
    let paper = paper_of(ask.kind, known.participant().standing);
    if !is_text_of(ctx, &tx, paper, text).await? {
        obstacles.push(ConsentObstacle::WrongText);
    }
    Refusal::unless_clear(obstacles)?;
    let wording = note_wording(ctx, &tx, paper, (text, ask.signed_on)).await?;
    let id: ConsentId = ctx.new_id();
    let scan = match (&ask.scan, media_type) {
        (Some(it), Ok(Some(media))) => {
            Some(keep_scan(ctx, &tx, (ScanOf::Consent, id.0), (it.clone(), media)).await?)
        }
        _ => None,
    };
    let is_distribution = ask.kind == ConsentKind::Distribution;
    let consent = ConsentRecord {
        organisation: known.person.organisation,
        id,
        kind: ask.kind,
        person: ask.person,
        text_version: 1,
        signed_on: ask.signed_on,
        by_oneself: ask.signed_by.contains(&Signer::Oneself),
        by_guardian: ask.signed_by.contains(&Signer::Guardian),
        guardian: ask.guardian.filter(|_| ask.signed_by.contains(&Signer::Guardian)),
        until_on: ask.until,
        withdrawn_on: None,
        withdrawn_by: None,
        scan,
        is_joined: ask.is_joined,
        distribution: is_distribution.then(|| Json(kept(ask))),
        recorded_by: ctx.actor,
        recorded_at: ctx.now,
        wording,
    };
    tx.insert_consent(&consent).await?;
    let event = Event::ConsentRecorded {
        consent: consent.id,
        person: ask.person,
        consent_kind: ask.kind,
        on: ask.signed_on,
    };
    ctx.record(&tx, event).await?;
    tx.commit().await?;
    Ok(consent.id)
}

fn kept(ask: &RecordConsent) -> KeptDistribution {
    let addresses = ask.addresses.iter().map(|it| it.trim().to_owned());
    let of = |permission| ask.categories.iter().filter(move |it| it.permission == permission);
    let slug = |it: &SaidOfData| it.category.slug().to_owned();
    KeptDistribution {
        addresses: addresses.filter(|it| !it.is_empty()).collect(),
        categories: of(Permission::Allowed).map(slug).collect(),
        conditions: of(Permission::Conditional)
            .map(|it| (slug(it), it.condition.trim().to_owned()))
            .collect(),
        denied: of(Permission::Denied).map(slug).collect(),
    }
}

fn check(
    ask: &RecordConsent,
    participant: Participant,
    guardianships: &[Guardianship],
    today: Date,
) -> Vec<ConsentObstacle> {
    use ConsentObstacle::*;
    let law = Law::built_in();
    let signed_on = ask.signed_on;
    let mut obstacles = Vec::new();
    if today < signed_on {
        obstacles.push(SignedInFuture { signed_on });
    }
    match unfit(ask.kind, participant, signed_on, law) {
        Some(mentoring::consent::Unfit::NoBirth) => obstacles.push(NoBirth),
        not_theirs => {
            obstacles.extend(not_theirs.map(ConsentObstacle::Unfit));
            let needed = signers(ask.kind, participant.birth, signed_on, law);
            let absent = needed.iter().filter(|it| !ask.signed_by.contains(it));
            obstacles.extend(absent.map(|it| SignatureMissing { signer: *it }));
        }
    }
    if ask.signed_by.contains(&Signer::Guardian) {
        let represents =
            |it: &Guardianship, guardian| it.guardian == guardian && it.holds_on(signed_on);
        match ask.guardian {
            None => obstacles.push(NoGuardian),
            Some(guardian) if !guardianships.iter().any(|it| represents(it, guardian)) => {
                obstacles.push(NotGuardian);
            }
            Some(_) => {}
        }
    }
    if ask.until.is_some_and(|it| it < signed_on) {
        obstacles.push(TermBeforeSigning);
    }
    let longest = signed_on.checked_add(jiff::Span::new().years(TERM_YEARS_MOST));
    if ask.until.is_some_and(|it| longest.is_ok_and(|longest| longest < it)) {
        obstacles.push(TermTooLong);
    }
    if ask.kind == ConsentKind::Distribution {
        obstacles.extend(check_distribution(ask));
    }
    obstacles
}

/// What a consent to distribution lacks: whole addresses, something to show, each condition.
fn check_distribution(ask: &RecordConsent) -> Vec<ConsentObstacle> {
    let mut obstacles = Vec::new();
    let said: Vec<&String> = ask.addresses.iter().filter(|it| !it.trim().is_empty()).collect();
    if said.is_empty() || !said.into_iter().all(|it| is_whole_address(it)) {
        obstacles.push(ConsentObstacle::NoAddress);
    }
    if ask.categories.iter().all(|it| it.permission == Permission::Denied) {
        obstacles.push(ConsentObstacle::NoCategory);
    }
    let without = ask
        .categories
        .iter()
        .filter(|it| it.permission == Permission::Conditional && it.condition.trim().is_empty());
    obstacles.extend(without.map(|it| ConsentObstacle::NoCondition { category: it.category }));
    obstacles
}

/// Withdraws a consent, and at once ends the person's stay in the pools that rest on it.
///
/// - Returns: what stops and by when; it stays on the person's page until it is done.
/// - Errors: not found without the right; `ConsentObstacle`.
pub async fn withdraw_consent(
    ctx: &Ctx,
    id: ConsentId,
    on: Date,
) -> Result<Vec<StopOf>, Refusal<ConsentObstacle>> {
    let tx = ctx.begin().await?;
    let consent = tx.consent(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditConsents, consent.organisation)?;
    if let Some(on) = consent.withdrawn_on {
        return Err(Refusal::because(ConsentObstacle::AlreadyWithdrawn { on }));
    }
    let signed_on = consent.signed_on;
    if on < signed_on || ctx.today() < on {
        return Err(Refusal::because(ConsentObstacle::WithdrawnOutside { signed_on }));
    }
    let (person, kind) = (consent.person, consent.kind);
    let stops = stops_for(ctx, &tx, &consent, on).await?;
    let withdrawn =
        ConsentRecord { withdrawn_on: Some(on), withdrawn_by: Some(ctx.actor), ..consent };
    tx.save_consent(&withdrawn).await?;
    ctx.record(&tx, Event::ConsentWithdrawn { consent: id, person, on }).await?;
    record_stops(ctx, &tx, &withdrawn, (&stops, on)).await?;
    if kind != ConsentKind::Distribution {
        leave_closed_pools(ctx, &tx, person, on).await?;
    }
    tx.commit().await?;
    Ok(stops)
}

/// Ends the stays in pools whose gate no longer opens.
pub(crate) async fn leave_closed_pools(
    ctx: &Ctx,
    tx: &Tx,
    person: PersonId,
    on: Date,
) -> Result<(), StoreError> {
    let Some(known) = known_person(ctx, tx, person, on).await? else { return Ok(()) };
    let records = tx.consents(&ctx.scope, &[person]).await?;
    let consents: Vec<_> = records.iter().map(ConsentRecord::for_rule).collect();
    for entry in tx.pool_entries(&ctx.scope, known.person.organisation).await? {
        let acts = entry.person == person && entry.for_rule().period.contains(on);
        let deed = match entry.pool {
            Pool::Mentors => Deed::EnterMentorBank,
            Pool::Mentees => Deed::EnterMenteeBank,
        };
        let is_closed = !gaps(deed, known.participant(), &consents, on, Law::built_in()).is_empty();
        if acts && is_closed {
            let last = on.max(entry.from_on);
            let id = entry.id;
            tx.save_pool_entry(&PoolRecord { to_on: Some(last), ..entry }).await?;
            ctx.record(tx, Event::PoolLeft { entry: id, on: last }).await?;
        }
    }
    Ok(())
}
