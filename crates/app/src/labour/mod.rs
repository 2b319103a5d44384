//! Contract addenda of mentors who are employees: the register, one of them, who still needs one.
//!
//! It decides who sees them, and which mentors of an order lack a paper. Deliberately absent: what
//! an addendum must say and in which order papers come (`mentoring::labour`), its text (`documents`).

mod pay;
mod sign;

use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::consent::{ConsentKind, ConsentState, Deed, Standing, state};
use mentoring::id::{AddendumId, ConsentId, PersonId};
use mentoring::labour::{LabourGround, earliest_free_day};
use mentoring::law::{Law, LawRule};
use mentoring::person::Person;
use store::{AddendumRecord, ConsentRecord, StoreError, Tx};

use crate::ctx::Ctx;
use crate::person::folded;
use crate::pools::consent::deeds_of;
use crate::pools::{Known, known_people, known_person};
use crate::refusal::{Nothing, Refusal};

pub use pay::{PayLine, PayRegister, PayWords, pay_register, pay_sheet};
pub use sign::{EndRefused, SaveAddendum, SignRefused, TEXT_LIMIT, end_addendum, sign_addendum};

/// An addendum of the register.
#[derive(Clone, Debug)]
pub struct AddendumLine {
    /// As recorded.
    pub record: AddendumRecord,
    /// Whose.
    pub person: Person,
    /// When the consent it rests on was withdrawn, where it was: the work must end.
    pub withdrawn_on: Option<Date>,
}

/// A mentor who is an employee and has no addendum that acts or will act.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// Who.
    pub known: Known,
    /// The day of the written consent; `None` while that is missing too.
    pub consent_on: Option<Date>,
}

/// The register of addenda.
#[derive(Clone, Debug)]
pub struct AddendumRegister {
    /// The addenda asked for, the latest signature first.
    pub lines: Vec<AddendumLine>,
    /// How many there are in all.
    pub n_all: usize,
    /// How many act today.
    pub n_acting: usize,
    /// Mentors who still need one, by name; who has signed the consent stands first.
    pub waiting: Vec<Waiting>,
    /// Whether the actor may record and end them.
    pub may_edit: bool,
    /// The day.
    pub today: Date,
}

/// What of the register is shown.
#[derive(Clone, Debug, Default)]
pub struct AddendumFilter {
    /// A part of a name or number.
    pub search: String,
    /// Only those that act today (`true`) or have ended (`false`).
    pub acting: Option<bool>,
}

/// Shows the register of addenda.
///
/// - Errors: not found without the right.
pub async fn list_addenda(
    ctx: &Ctx,
    filter: &AddendumFilter,
) -> Result<AddendumRegister, Refusal<Nothing>> {
    ctx.require(Action::SeeAddenda, ctx.at())?;
    let tx = ctx.read().await?;
    let today = ctx.today();
    let records = tx.addenda(&ctx.scope, ctx.at()).await?;
    let consents = tx.consents_of(&ctx.scope, ctx.at()).await?;
    let waiting = waiting(ctx, &tx, &records, &consents).await?;
    let ids: Vec<PersonId> = records.iter().map(|it| it.person).collect();
    let people = tx.people_by_ids(&ctx.scope, &ids).await?;
    let n_all = records.len();
    let n_acting = records.iter().filter(|it| it.acts_on(today)).count();
    let lines = records.into_iter().filter_map(|record| {
        let person = people.iter().find(|it| it.id == record.person)?.clone();
        Some(AddendumLine { withdrawn_on: withdrawn_on(&consents, record.consent), record, person })
    });
    Ok(AddendumRegister {
        lines: lines.filter(|it| is_asked_for(it, filter, today)).collect(),
        n_all,
        n_acting,
        waiting,
        may_edit: ctx.may(Action::EditAddenda),
        today,
    })
}

fn withdrawn_on(consents: &[ConsentRecord], id: Option<ConsentId>) -> Option<Date> {
    consents.iter().find(|it| Some(it.id) == id)?.withdrawn_on
}

fn is_asked_for(line: &AddendumLine, filter: &AddendumFilter, today: Date) -> bool {
    let record = &line.record;
    let said = folded(&format!(
        "{} {} {}",
        line.person.name.full(),
        record.number,
        record.contract_number
    ));
    said.contains(folded(filter.search.trim()).as_str())
        && match filter.acting {
            None => true,
            Some(true) => record.acts_on(today),
            Some(false) => record.last() < today,
        }
}

/// Mentors for whom the law wants an addendum and none acts or will act.
async fn waiting(
    ctx: &Ctx,
    tx: &Tx,
    records: &[AddendumRecord],
    consents: &[ConsentRecord],
) -> Result<Vec<Waiting>, StoreError> {
    let today = ctx.today();
    if !Law::built_in().holds(LawRule::LabourConsent, today) {
        return Ok(Vec::new());
    }
    let pools = tx.pool_entries(&ctx.scope, ctx.at()).await?;
    let has_one = |it: PersonId| records.iter().any(|one| one.person == it && today <= one.last());
    let mut waiting: Vec<Waiting> = known_people(ctx, tx, "", today)
        .await?
        .into_iter()
        .filter(|it| needs_addendum(it, &deeds_of(it, &pools, today)) && !has_one(it.person.id))
        .map(|known| {
            let consent = labour_consent(consents, known.person.id, today);
            Waiting { consent_on: consent.map(|it| it.signed_on), known }
        })
        .collect();
    waiting.sort_by_key(|it| it.consent_on.is_none());
    Ok(waiting)
}

/// Whether article 351.8 asks for an addendum: an employee who mentors beside the contract.
fn needs_addendum(known: &Known, deeds: &[Deed]) -> bool {
    let it = known.participant();
    it.standing == Standing::Employee
        && !it.mentors_by_contract
        && deeds.contains(&Deed::PairAsMentor)
}

/// The latest written consent to mentor that holds on a day.
fn labour_consent(
    consents: &[ConsentRecord],
    person: PersonId,
    day: Date,
) -> Option<&ConsentRecord> {
    let holds = |it: &&ConsentRecord| {
        it.person == person
            && it.kind == ConsentKind::LabourMentoring
            && state(&it.for_rule(), None, day, Law::built_in()) == ConsentState::Valid
    };
    consents.iter().filter(holds).max_by_key(|it| it.signed_on)
}

/// One addendum with everything about it.
#[derive(Clone, Debug)]
pub struct AddendumView {
    /// As recorded.
    pub line: AddendumLine,
    /// The day of the consent it rests on.
    pub consent_on: Option<Date>,
    /// The first day without the work, were the mentor told today that it is cancelled.
    pub earliest_free: Date,
    /// Whether the actor may end it.
    pub may_edit: bool,
    /// The day.
    pub today: Date,
}

/// Shows an addendum: to who may see all, and to the mentor.
///
/// - Errors: not found.
pub async fn show_addendum(ctx: &Ctx, id: AddendumId) -> Result<AddendumView, Refusal<Nothing>> {
    let tx = ctx.read().await?;
    let record = tx.addendum(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require_for(Action::SeeAddenda, record.organisation, || record.person == ctx.person)?;
    let (person, _) = tx.person(&ctx.scope, record.person).await?.ok_or(Refusal::NotFound)?;
    let consents = tx.consents(&ctx.scope, &[record.person]).await?;
    let calendar = tx.working_calendar().await?;
    let consent = consents.iter().find(|it| Some(it.id) == record.consent);
    Ok(AddendumView {
        consent_on: consent.map(|it| it.signed_on),
        earliest_free: earliest_free_day(ctx.today(), &calendar, Law::built_in()),
        may_edit: ctx.scope.may(Action::EditAddenda, record.organisation),
        line: AddendumLine { withdrawn_on: consent.and_then(|it| it.withdrawn_on), record, person },
        today: ctx.today(),
    })
}

/// What the form of a new addendum begins with.
#[derive(Clone, Debug)]
pub struct AddendumDraft {
    /// Whose.
    pub known: Known,
    /// The day of the consent it will rest on.
    pub consent_on: Option<Date>,
    /// The last addendum of the person: its contract goes on.
    pub last: Option<AddendumRecord>,
    /// The act that sets the pay, as in the latest addendum of the organisation.
    pub pay_ground: String,
    /// The number that comes next within the contract.
    pub next_number: String,
}

/// Prepares the form of an addendum.
///
/// - Errors: not found without the right.
pub async fn draft_addendum(
    ctx: &Ctx,
    person: PersonId,
) -> Result<AddendumDraft, Refusal<Nothing>> {
    let tx = ctx.read().await?;
    let today = ctx.today();
    let known = known_person(ctx, &tx, person, today).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditAddenda, known.person.organisation)?;
    let all = tx.addenda(&ctx.scope, known.person.organisation).await?;
    let consents = tx.consents(&ctx.scope, &[person]).await?;
    let own: Vec<&AddendumRecord> = all.iter().filter(|it| it.person == person).collect();
    let highest = own.iter().filter_map(|it| it.number.trim().parse::<u32>().ok()).max();
    Ok(AddendumDraft {
        consent_on: labour_consent(&consents, person, today).map(|it| it.signed_on),
        last: own.first().map(|it| (*it).clone()),
        pay_ground: all.first().map(|it| it.pay_ground.clone()).unwrap_or_default(),
        next_number: highest.unwrap_or(0).saturating_add(1).to_string(),
        known,
    })
}

/// On what ground people would mentor by an order of a day.
///
/// - `order_on`: the day of the order; an addendum that ended before it is none.
/// - Returns: one line for each person, in the order given.
pub(crate) async fn grounds(
    ctx: &Ctx,
    tx: &Tx,
    people: &[PersonId],
    order_on: Date,
) -> Result<Vec<(PersonId, LabourGround)>, StoreError> {
    let consents = tx.consents(&ctx.scope, people).await?;
    let addenda = tx.addenda_of(&ctx.scope, people).await?;
    let details = tx.person_details(&ctx.scope, people).await?;
    let by_contract =
        |id: PersonId| details.iter().any(|it| it.person == id && !it.works_by_contract.is_empty());
    let ground = |id: PersonId| {
        if by_contract(id) {
            return LabourGround::WorkByContract;
        }
        let own = addenda.iter().filter(|it| it.person == id && order_on <= it.last());
        LabourGround::Addendum {
            consent_on: labour_consent(&consents, id, order_on).map(|it| it.signed_on),
            addendum_on: own.map(|it| it.signed_on).min(),
        }
    };
    Ok(people.iter().map(|id| (*id, ground(*id))).collect())
}
