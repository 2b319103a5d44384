//! What the sample town has done about its people: consents, pools, the dictionary, an order.
//!
//! It decides who has signed by October and who has not, so that a visitor sees both. Deliberately
//! absent: rows of the roadmap (`play`).

use jiff::civil::{Date, date};
use mentoring::consent::{ConsentKind, Signer};
use mentoring::id::PersonId;
use mentoring::labour::{MentoringMode, MentoringPay};
use mentoring::order::{OrderNumber, OrderSubject};
use mentoring::pools::{MentoringKind, Pool, TermKind};

use super::at;
use crate::ctx::Ctx;
use crate::labour::{SaveAddendum, sign_addendum};
use crate::order::{RegisterOrder, concern_people, draft_order, register_order};
use crate::pools::consent::{RecordConsent, record_consent};
use crate::pools::pool::{SaveEntry, add_term, enter_pool};
use crate::refusal::{Nothing, Refusal};
use crate::town::Town;

/// Plays what was done about people up to a day.
///
/// - `year`: the year in which the school year began.
/// - Errors: of the store; the sample gives no obstacles.
pub(super) async fn about_people(town: &Town, curator: &Ctx, (year, day): (i16, Date)) -> Played {
    let signed_on = date(year, 9, 10);
    if day < signed_on {
        return Ok(());
    }
    let ctx = &at(curator, signed_on);
    let strength = mended(add_term(ctx, TermKind::Strength, "дисциплина на уроке").await)?;
    mended(add_term(ctx, TermKind::Strength, "цифровая лаборатория").await)?;
    let need = mended(add_term(ctx, TermKind::Need, "работа с родителями").await)?;
    for (login, pool, kind, term) in [
        ("mentor", Pool::Mentors, ConsentKind::LabourMentoring, strength),
        ("mentee", Pool::Mentees, ConsentKind::Participation, need),
    ] {
        let Some(person) = town.person(login) else { continue };
        mended(record_consent(ctx, &signed(person, kind, signed_on)).await)?;
        mended(record_consent(ctx, &signed(person, ConsentKind::PersonalData, signed_on)).await)?;
        let entry = SaveEntry {
            person,
            pool,
            from: signed_on,
            capacity: 2,
            minutes_a_week: 60,
            paused: None,
            terms: vec![term],
            kinds: vec![MentoringKind::Traditional],
            note: String::new(),
        };
        mended(enter_pool(ctx, &entry).await)?;
    }
    if let Some(person) = town.person("mentor") {
        mended(sign_addendum(ctx, &addendum(person, signed_on)).await)?;
    }
    // The second mentor has signed the one and not the other: a gap to be seen.
    if let Some(person) = town.person("mentor2") {
        mended(record_consent(ctx, &signed(person, ConsentKind::PersonalData, signed_on)).await)?;
    }
    an_order(town, ctx, signed_on).await
}

/// Whether the played day went as it should.
pub(super) type Played = Result<(), Refusal<Nothing>>;

async fn an_order(town: &Town, ctx: &Ctx, on: Date) -> Played {
    let title = "Об освобождении наставников от уроков на время семинара";
    let id = mended(draft_order(ctx, OrderSubject::Release, title).await)?;
    let number = OrderNumber { running: 126, suffix: "-од".to_owned() };
    let ask = RegisterOrder { number, signed_on: on, acts_from: None, scan: None };
    mended(register_order(ctx, id, &ask).await)?;
    let people: Vec<PersonId> =
        ["mentor", "mentor2"].into_iter().filter_map(|it| town.person(it)).collect();
    mended(concern_people(ctx, id, &people).await)
}

fn addendum(person: PersonId, signed_on: Date) -> SaveAddendum {
    SaveAddendum {
        person,
        number: "1".to_owned(),
        signed_on,
        contract_number: "14-тд".to_owned(),
        contract_on: Some(date(2012, 8, 27)),
        from: date(signed_on.year(), 9, 14),
        to: Some(date(signed_on.year().saturating_add(1), 5, 31)),
        content: "помощь молодому учителю: подготовка уроков, взаимное посещение, разбор"
            .to_owned(),
        mode: Some(MentoringMode::OneInPresence),
        pay: Some(MentoringPay::Share { basis_points: 1000 }),
        pay_ground: "п. 4.7 положения об оплате труда".to_owned(),
    }
}

fn signed(person: PersonId, kind: ConsentKind, signed_on: Date) -> RecordConsent {
    RecordConsent {
        person,
        kind,
        signed_on,
        signed_by: vec![Signer::Oneself],
        guardian: None,
        until: signed_on.checked_add(jiff::ToSpan::year(1)).ok(),
        is_joined: false,
        addresses: Vec::new(),
        categories: Vec::new(),
        scan: None,
    }
}

/// The sample is written so that no rule stands against it: an obstacle is our mistake.
pub(super) fn mended<T, O: std::fmt::Debug>(
    outcome: Result<T, Refusal<O>>,
) -> Result<T, Refusal<Nothing>> {
    outcome.map_err(|refusal| match refusal {
        Refusal::Obstacles(all) => {
            Refusal::Unexpected(anyhow::anyhow!("the sample town is refused: {all:?}"))
        }
        Refusal::NotFound => Refusal::NotFound,
        Refusal::Stale => Refusal::Stale,
        Refusal::Unavailable(cause) => Refusal::Unavailable(cause),
        Refusal::Unexpected(cause) => Refusal::Unexpected(cause),
    })
}
