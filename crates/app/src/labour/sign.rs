//! Recording a signed addendum, and how one ends before its time.
//!
//! It decides what is checked beside the rules: days in the future, a number that is taken.
//! Deliberately absent: the rules of article 351.8 (`mentoring::labour`).

use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::consent::Standing;
use mentoring::event::Event;
use mentoring::id::{AddendumId, PersonId};
use mentoring::labour::days::{AddendumDoubt, check_days, doubts};
use mentoring::labour::{
    AddendumObstacle, EarlyEnding, EndingObstacle, MentoringMode, MentoringPay, check_addendum,
    end_early,
};
use mentoring::law::{Law, LawRule};
use store::{AddendumRecord, StoreError};

use super::labour_consent;
use crate::ctx::Ctx;
use crate::pools::known_person;
use crate::refusal::Refusal;

/// The longest text of an addendum, in characters.
pub const TEXT_LIMIT: usize = 1000;

/// What recording an addendum asks.
#[derive(Clone, Debug)]
pub struct SaveAddendum {
    /// Who mentors.
    pub person: PersonId,
    /// Its number within the contract.
    pub number: String,
    /// The day of both signatures.
    pub signed_on: Date,
    /// The number of the contract.
    pub contract_number: String,
    /// The day of the contract.
    pub contract_on: Option<Date>,
    /// First day of the work.
    pub from: Date,
    /// Last day; `None` where it was not said.
    pub to: Option<Date>,
    /// What the work is.
    pub content: String,
    /// How it is done.
    pub mode: Option<MentoringMode>,
    /// What is paid.
    pub pay: Option<MentoringPay>,
    /// The act that sets the pay.
    pub pay_ground: String,
    /// Whether who records it has been asked about its doubts and keeps it.
    pub is_sure: bool,
}

/// Why an addendum is not recorded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignRefused {
    /// A rule of the article.
    #[error(transparent)]
    Rule(#[from] AddendumObstacle),
    /// Something that is more often a slip: it is asked about once.
    #[error("it is asked about once: {0:?}")]
    Doubt(AddendumDoubt),
    /// Who mentors is not an employee: another paper is signed.
    #[error("the person is not an employee")]
    NotEmployee,
    /// It would be signed after today.
    #[error("the addendum would be signed after today")]
    SignedInFuture,
    /// The work would begin before the signatures.
    #[error("the work would begin before {signed_on}, the day of the signatures")]
    BeginsBeforeSigned {
        /// The day of the signatures.
        signed_on: Date,
    },
    /// The contract has an addendum of this number.
    #[error("the contract has an addendum of this number")]
    NumberTaken,
    /// A text is longer than fits.
    #[error("a text is longer than {limit} characters")]
    TooLong {
        /// Characters allowed.
        limit: usize,
    },
}

/// Records a signed addendum.
///
/// - Errors: not found without the right; `SignRefused`, all at once.
pub async fn sign_addendum(
    ctx: &Ctx,
    ask: &SaveAddendum,
) -> Result<AddendumId, Refusal<SignRefused>> {
    let tx = ctx.begin().await?;
    let known =
        known_person(ctx, &tx, ask.person, ask.signed_on).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditAddenda, known.person.organisation)?;
    let consents = tx.consents(&ctx.scope, &[ask.person]).await?;
    let consent = labour_consent(&consents, ask.person, ask.signed_on);
    // A consent that is signed later than the addendum is found to say so.
    let later = labour_consent(&consents, ask.person, ctx.today());
    let (kopecks, basis_points) = amounts(ask.pay);
    let record = AddendumRecord {
        organisation: known.person.organisation,
        id: ctx.new_id(),
        person: ask.person,
        consent: consent.map(|it| it.id),
        number: ask.number.trim().to_owned(),
        signed_on: ask.signed_on,
        contract_number: ask.contract_number.trim().to_owned(),
        contract_on: ask.contract_on,
        from_on: ask.from,
        to_on: ask.to.unwrap_or(ask.from),
        content: ask.content.trim().to_owned(),
        mode: ask.mode.unwrap_or(MentoringMode::Mixed),
        kopecks,
        basis_points,
        pay_ground: ask.pay_ground.trim().to_owned(),
        ending: String::new(),
        told_on: None,
        last_on: None,
        recorded_by: ctx.actor,
        recorded_at: ctx.now,
        revision: 0,
    };
    let mut refused: Vec<SignRefused> = Vec::new();
    if known.participant().standing != Standing::Employee {
        refused.push(SignRefused::NotEmployee);
    }
    let consent_on = consent.or(later).map(|it| it.signed_on);
    refused.extend(by_rule(&record, ask, consent_on));
    refused.extend(beside_rules(ask, ctx.today()));
    let of_papers = check_days(ask.signed_on, ask.contract_on).into_iter();
    refused.extend(of_papers.map(SignRefused::Rule));
    if !ask.is_sure && refused.is_empty() {
        let others = tx.addenda_of(&ctx.scope, &[ask.person]).await?;
        let others: Vec<_> = others.iter().map(AddendumRecord::for_rule).collect();
        let found = doubts(&record.for_rule(), &others, Law::built_in()).into_iter();
        refused.extend(found.map(SignRefused::Doubt));
    }
    Refusal::unless_clear(refused)?;
    match tx.insert_addendum(&record).await {
        Err(StoreError::Taken(_)) => return Err(Refusal::because(SignRefused::NumberTaken)),
        inserted => inserted?,
    }
    let event =
        Event::AddendumSigned { addendum: record.id, person: ask.person, on: ask.signed_on };
    ctx.record(&tx, event).await?;
    tx.commit().await?;
    Ok(record.id)
}

fn amounts(pay: Option<MentoringPay>) -> (i64, u32) {
    match pay {
        Some(MentoringPay::Monthly { kopecks }) => (i64::try_from(kopecks).unwrap_or(0), 0),
        Some(MentoringPay::Share { basis_points }) => (0, basis_points.into()),
        None => (0, 0),
    }
}

fn by_rule(
    record: &AddendumRecord,
    ask: &SaveAddendum,
    consent_on: Option<Date>,
) -> Vec<SignRefused> {
    let mut it = record.for_rule();
    it.period.to = ask.to;
    it.mode = ask.mode;
    let wants_consent = Law::built_in().holds(LawRule::LabourConsent, ask.signed_on);
    let is_of_consent = |it: &AddendumObstacle| {
        matches!(it, AddendumObstacle::NoConsent | AddendumObstacle::BeforeConsent { .. })
    };
    let all = check_addendum(&it, consent_on).into_iter();
    all.filter(|it| wants_consent || !is_of_consent(it)).map(SignRefused::Rule).collect()
}

fn beside_rules(ask: &SaveAddendum, today: Date) -> Vec<SignRefused> {
    let signed_on = ask.signed_on;
    let mut refused = Vec::new();
    if today < signed_on {
        refused.push(SignRefused::SignedInFuture);
    }
    if ask.from < signed_on {
        refused.push(SignRefused::BeginsBeforeSigned { signed_on });
    }
    let texts = [&ask.content, &ask.pay_ground, &ask.number, &ask.contract_number];
    if texts.iter().any(|it| TEXT_LIMIT < it.chars().count()) {
        refused.push(SignRefused::TooLong { limit: TEXT_LIMIT });
    }
    refused
}

/// Why an addendum does not end as asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EndRefused {
    /// A rule of the article.
    #[error(transparent)]
    Rule(#[from] EndingObstacle),
    /// The other side would be told after today, or was told before the addendum was signed.
    #[error("the day of telling lies before {signed_on} or after today")]
    ToldOutside {
        /// The day of the signatures.
        signed_on: Date,
    },
}

/// Records that an assignment ends before its time: the mentor refused, or the employer cancelled.
///
/// - Errors: not found without the right; `EndRefused`.
pub async fn end_addendum(
    ctx: &Ctx,
    id: AddendumId,
    ending: EarlyEnding,
) -> Result<(), Refusal<EndRefused>> {
    let tx = ctx.begin().await?;
    let record = tx.addendum(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditAddenda, record.organisation)?;
    let (EarlyEnding::Refusal { told_on, .. } | EarlyEnding::Cancellation { told_on, .. }) = ending;
    let signed_on = record.signed_on;
    if told_on < signed_on || ctx.today() < told_on {
        return Err(Refusal::because(EndRefused::ToldOutside { signed_on }));
    }
    let calendar = tx.working_calendar().await?;
    end_early(&record.for_rule(), ending, &calendar, Law::built_in())
        .map_err(|it| Refusal::because(it.into()))?;
    let person = record.person;
    tx.save_addendum(&record.ended(ending)).await?;
    let event = Event::AddendumEnded { addendum: id, person, on: ending.last() };
    ctx.record(&tx, event).await?;
    tx.commit().await?;
    Ok(())
}
