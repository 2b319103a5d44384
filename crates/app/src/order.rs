//! The journal of orders: drafting, registering, ending, and who has read them by signature.
//!
//! It decides who sees and changes it, and that a registered order is evidence for the rows of the
//! roadmap that wait for it. Deliberately absent: which step may follow (`mentoring::order`), the
//! text of an order (`documents`).

pub mod participant;

use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::event::Event;
use mentoring::id::{OrderId, PersonId, ScanId};
use mentoring::mistake::MistakeKind;
use mentoring::order::participant::ParticipantObstacle;
use mentoring::order::{
    OrderNumber, OrderObstacle, OrderState, OrderSubject, Registration, cease, next_number,
    register, series_of, skipped_numbers,
};
use mentoring::person::Person;
use participant::NamedLine;
use store::{Acquaintance, HeadOrder, MistakeRecord, PaperRecord, StoreError, Tx};

use crate::ctx::Ctx;
use crate::paper::{settle_order, text_of_order};
use crate::person::folded;
use crate::refusal::{Nothing, Refusal};
use crate::roadmap::RowShown;
use crate::roadmap::evidence::{RecordedFact, record_fact, withdraw_fact};
use crate::roadmap::running::running_in;
use crate::scan::{
    Brought, GivenScan, ScanObstacle, ScanOf, check_scan, file_of_scan, keep_scan, scans_of,
};

/// An order of the list.
#[derive(Clone, Debug)]
pub struct OrderLine {
    /// As recorded.
    pub order: HeadOrder,
    /// Where it stands today.
    pub state: OrderState,
}

/// The journal of orders.
#[derive(Clone, Debug)]
pub struct OrderJournal {
    /// The orders asked for: drafts first, then the latest.
    pub lines: Vec<OrderLine>,
    /// How many there are in all.
    pub n_all: usize,
    /// How many registered ones have no scan.
    pub n_without_scan: usize,
    /// Years that have orders, the latest first.
    pub years: Vec<i16>,
    /// Numbers skipped in the year shown, for each suffix that is used.
    pub skipped: Vec<(String, Vec<u32>)>,
    /// Orders that were marked as mistakes, with the marks, the latest first.
    pub mistaken: Vec<(HeadOrder, MistakeRecord)>,
}

/// What of the journal is shown.
#[derive(Clone, Debug, Default)]
pub struct OrderFilter {
    /// A part of the title or number.
    pub search: String,
    /// Only signed in this year; drafts are always shown.
    pub year: Option<i16>,
    /// Only about this.
    pub subject: Option<OrderSubject>,
    /// Only registered ones whose signed paper has no scan here.
    pub without_scan: bool,
}

/// Shows the journal of orders.
///
/// - Errors: not found without the right.
pub async fn list_orders(
    ctx: &Ctx,
    filter: &OrderFilter,
) -> Result<OrderJournal, Refusal<Nothing>> {
    ctx.require(Action::SeeOrders, ctx.at())?;
    let tx = ctx.read().await?;
    let orders = tx.orders(&ctx.scope, ctx.at()).await?;
    let journal: Vec<Registration> = orders.iter().filter_map(HeadOrder::registration).collect();
    let mut years: Vec<i16> = journal.iter().map(|it| it.signed_on.year()).collect();
    years.sort_unstable_by(|a, b| b.cmp(a));
    years.dedup();
    let year = filter.year.or(years.first().copied()).unwrap_or(ctx.today().year());
    let mut suffixes: Vec<String> = journal.iter().map(|it| it.number.suffix.clone()).collect();
    suffixes.sort();
    // «-од» and «-ОД» are one series: the first way of writing it stands for both.
    let mut series = std::collections::BTreeSet::new();
    suffixes.retain(|it| series.insert(series_of(it)));
    let skipped = suffixes.into_iter().map(|it| {
        let numbers = skipped_numbers(&journal, year, &it);
        (it, numbers)
    });
    let skipped = skipped.filter(|(_, numbers)| !numbers.is_empty()).collect();
    let n_all = orders.len();
    let is_bare = |it: &&HeadOrder| it.signed_on.is_some() && it.scan.is_none();
    let n_without_scan = orders.iter().filter(is_bare).count();
    let today = ctx.today();
    let line = |order: HeadOrder| OrderLine { state: order.for_rule().state_on(today), order };
    let lines = orders.into_iter().map(line).filter(|it| is_asked_for(it, filter)).collect();
    let mistaken = mistaken(ctx, &tx).await?;
    Ok(OrderJournal { lines, n_all, n_without_scan, years, skipped, mistaken })
}

async fn mistaken(ctx: &Ctx, tx: &Tx) -> Result<Vec<(HeadOrder, MistakeRecord)>, StoreError> {
    let orders = tx.mistaken_orders(&ctx.scope, ctx.at()).await?;
    let marks = tx.mistakes(&ctx.scope, ctx.at()).await?.into_iter();
    let marks = marks.filter(|it| it.kind == MistakeKind::Order);
    let with_order = |mark: MistakeRecord| {
        let order = orders.iter().find(|it| it.id.0 == mark.record)?.clone();
        Some((order, mark))
    };
    Ok(marks.filter_map(with_order).collect())
}

fn is_asked_for(line: &OrderLine, filter: &OrderFilter) -> bool {
    let order = &line.order;
    let number = order.registration().map(|it| it.number.text()).unwrap_or_default();
    let said = folded(&format!("{} {number}", order.title));
    said.contains(folded(filter.search.trim()).as_str())
        && filter.subject.is_none_or(|it| it == order.subject)
        && (!filter.without_scan || (order.signed_on.is_some() && order.scan.is_none()))
        && filter.year.is_none_or(|year| order.signed_on.is_none_or(|it| it.year() == year))
}

/// An order with everything about it.
#[derive(Clone, Debug)]
pub struct OrderView {
    /// As recorded.
    pub order: HeadOrder,
    /// Where it stands today.
    pub state: OrderState,
    /// The order that changes it.
    pub changed_by: Option<HeadOrder>,
    /// Who has to know it, with the day of the signature.
    pub people: Vec<(Person, Option<Date>)>,
    /// The number that comes next, for the form.
    pub next_number: OrderNumber,
    /// Whom it names, where it is about mentors or pairs.
    pub named: Vec<NamedLine>,
    /// What stands against registering it because of whom it names; nothing once it is registered.
    pub against: Vec<ParticipantObstacle>,
    /// The paper that is its text, where one was made.
    pub text: Option<PaperRecord>,
    /// Scans of the signed paper, the latest first.
    pub scans: Vec<GivenScan>,
    /// The rows of the roadmaps to which it shows what they wait for.
    pub rows: Vec<RowShown>,
    /// Whether the actor may change it.
    pub may_edit: bool,
}

/// Shows an order.
///
/// - Errors: not found.
pub async fn show_order(ctx: &Ctx, id: OrderId) -> Result<OrderView, Refusal<Nothing>> {
    let tx = ctx.read().await?;
    let order = tx.order(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::SeeOrders, order.organisation)?;
    let changed_by = match order.changed_by {
        Some(id) => tx.order(&ctx.scope, id).await?,
        None => None,
    };
    let sheet = tx.acquaintances(&ctx.scope, id).await?;
    let ids: Vec<PersonId> = sheet.iter().map(|it| it.person).collect();
    let people = tx.people_by_ids(&ctx.scope, &ids).await?.into_iter().map(|person| {
        let signed_on = sheet.iter().find(|it| it.person == person.id).and_then(|it| it.signed_on);
        (person, signed_on)
    });
    let all = tx.orders(&ctx.scope, order.organisation).await?;
    let journal: Vec<Registration> = all.iter().filter_map(HeadOrder::registration).collect();
    let on_card = tx.requisites(&ctx.scope, order.organisation).await?.order_suffix;
    let suffix = match on_card.trim() {
        "" => journal.first().map(|it| it.number.suffix.clone()).unwrap_or_default(),
        suffix => suffix.to_owned(),
    };
    let against = match order.signed_on {
        None => participant::against(ctx, &tx, &order, ctx.today()).await?,
        Some(_) => Vec::new(),
    };
    let scans = scans_of(ctx, &tx, id.0, order.scan).await?;
    let rows = match order.evidence {
        Some(id) => running_in(ctx, &tx, ctx.today()).await?.rows_shown_by(id),
        None => Vec::new(),
    };
    Ok(OrderView {
        rows,
        text: text_of_order(ctx, &tx, id).await?,
        scans,
        named: participant::lines(ctx, &tx, id).await?,
        against,
        state: order.for_rule().state_on(ctx.today()),
        changed_by,
        people: people.collect(),
        next_number: next_number(&journal, ctx.today().year(), &suffix),
        may_edit: ctx.scope.may(Action::EditOrders, order.organisation),
        order,
    })
}

/// Why an order cannot be drafted or changed as asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DraftObstacle {
    /// It has no title.
    #[error("the order has no title")]
    NoTitle,
    /// The title is longer than fits.
    #[error("the title is longer than {limit} characters")]
    TooLong {
        /// Characters allowed.
        limit: usize,
    },
    /// The step does not follow.
    #[error(transparent)]
    Step(#[from] OrderObstacle),
}

/// The longest title of an order, in characters.
pub const TITLE_LIMIT: usize = 500;

/// Drafts an order.
///
/// - Errors: not found without the right; `DraftObstacle`.
pub async fn draft_order(
    ctx: &Ctx,
    subject: OrderSubject,
    title: &str,
) -> Result<OrderId, Refusal<DraftObstacle>> {
    ctx.require(Action::EditOrders, ctx.at())?;
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    if title.is_empty() {
        return Err(Refusal::because(DraftObstacle::NoTitle));
    }
    if TITLE_LIMIT < title.chars().count() {
        return Err(Refusal::because(DraftObstacle::TooLong { limit: TITLE_LIMIT }));
    }
    let order = drafted(ctx, subject, title);
    let id = order.id;
    let tx = ctx.begin().await?;
    tx.insert_order(&order).await?;
    ctx.record(&tx, Event::OrderDrafted { order: id, about: subject }).await?;
    tx.commit().await?;
    Ok(id)
}

/// Drafts an order in the transaction of another use-case: of the paper that is its text.
///
/// - Errors: of the store.
pub(crate) async fn draft_in(
    ctx: &Ctx,
    tx: &Tx,
    subject: OrderSubject,
    title: &str,
) -> Result<OrderId, StoreError> {
    let order = drafted(ctx, subject, title.chars().take(TITLE_LIMIT).collect());
    tx.insert_order(&order).await?;
    ctx.record(tx, Event::OrderDrafted { order: order.id, about: subject }).await?;
    Ok(order.id)
}

fn drafted(ctx: &Ctx, subject: OrderSubject, title: String) -> HeadOrder {
    let id: OrderId = ctx.new_id();
    HeadOrder {
        organisation: ctx.at(),
        id,
        subject,
        title,
        year: 0,
        running: 0,
        suffix: id.to_string(),
        signed_on: None,
        sent_on: None,
        acts_from: None,
        acts_to: None,
        changed_by: None,
        changed_from: None,
        discarded_on: None,
        scan: None,
        evidence: None,
        drafted_by: ctx.actor,
        drafted_at: ctx.now,
        revision: 0,
    }
}

/// Enters an order that another use-case has just put in force: the approval of a roadmap.
///
/// A number that is no number of the journal, or that the journal has, is passed over: one order
/// may approve several things, and a school writes numbers as it likes.
///
/// - Errors: of the store.
pub(crate) async fn note_order(
    ctx: &Ctx,
    tx: &Tx,
    (subject, title): (OrderSubject, &str),
    (number, signed_on): (&str, Date),
) -> Result<(), StoreError> {
    let Some(number) = OrderNumber::parse(number) else { return Ok(()) };
    let known = tx.orders(&ctx.scope, ctx.at()).await?;
    let is_known = known
        .iter()
        .filter_map(HeadOrder::registration)
        .any(|it| it.number.is_same(&number) && it.signed_on.year() == signed_on.year());
    if is_known {
        return Ok(());
    }
    let draft = drafted(ctx, subject, title.chars().take(TITLE_LIMIT).collect());
    let id = draft.id;
    let registered = Some(Registration { number, signed_on, scan: None });
    let order = mentoring::order::Order { registered, ..draft.for_rule() };
    tx.insert_order(&draft.with(&order)).await?;
    ctx.record(tx, Event::OrderRegistered { order: id, on: signed_on }).await
}

/// Sends a draft to the head for signature, or gives it up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftStep {
    /// To the head.
    Send,
    /// Given up; it stays in the journal as discarded.
    Discard,
}

/// Takes a step with a draft.
///
/// - Errors: not found without the right; the order is signed already.
pub async fn step_draft(
    ctx: &Ctx,
    id: OrderId,
    step: DraftStep,
) -> Result<(), Refusal<DraftObstacle>> {
    let tx = ctx.begin().await?;
    let order = tx.order(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditOrders, order.organisation)?;
    let on = ctx.today();
    let state = order.for_rule().state_on(on);
    let may = match step {
        DraftStep::Send => state == OrderState::Draft,
        DraftStep::Discard => matches!(state, OrderState::Draft | OrderState::ForSignature),
    };
    if !may {
        return Err(Refusal::because(OrderObstacle::WrongState { state }.into()));
    }
    let (changed, event) = match step {
        DraftStep::Send => {
            (HeadOrder { sent_on: Some(on), ..order }, Event::OrderSent { order: id, on })
        }
        DraftStep::Discard => {
            (HeadOrder { discarded_on: Some(on), ..order }, Event::OrderDiscarded { order: id })
        }
    };
    tx.save_order(&changed).await?;
    ctx.record(&tx, event).await?;
    tx.commit().await?;
    Ok(())
}

/// What registering a signed order asks.
#[derive(Clone, Debug)]
pub struct RegisterOrder {
    /// Number as written: «71-б».
    pub number: OrderNumber,
    /// The day of signing.
    pub signed_on: Date,
    /// First day it acts; `None` for the day of signing.
    pub acts_from: Option<Date>,
    /// The scan, where it is brought along.
    pub scan: Option<Brought>,
}

/// Why an order is not registered.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RegisterObstacle {
    /// The step does not follow.
    #[error(transparent)]
    Order(#[from] OrderObstacle),
    /// The scan is not taken.
    #[error(transparent)]
    Scan(#[from] ScanObstacle),
    /// Something in whom it names: nobody, a consent, a paper of article 351.8.
    #[error(transparent)]
    Participant(#[from] ParticipantObstacle),
}

/// Registers a signed order: from now on it is evidence, and the rows that wait for it look at it.
///
/// An order on mentors or pairs is not registered while it names nobody, or somebody whom the gate
/// of consents or article 351.8 does not let through on the day of the order.
///
/// - Errors: not found without the right; `RegisterObstacle`, all at once.
pub async fn register_order(
    ctx: &Ctx,
    id: OrderId,
    ask: &RegisterOrder,
) -> Result<(), Refusal<RegisterObstacle>> {
    let tx = ctx.begin().await?;
    let order = tx.order(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditOrders, order.organisation)?;
    let against = participant::against(ctx, &tx, &order, ask.signed_on).await?.into_iter();
    let mut refused: Vec<RegisterObstacle> = against.map(RegisterObstacle::Participant).collect();
    let media_type = ask.scan.as_ref().map(check_scan).transpose();
    refused.extend(media_type.err().map(RegisterObstacle::Scan));
    let all = tx.orders(&ctx.scope, order.organisation).await?;
    let journal: Vec<Registration> = all.iter().filter_map(HeadOrder::registration).collect();
    let registration =
        Registration { number: ask.number.clone(), signed_on: ask.signed_on, scan: None };
    let words = format!("{} № {}", order.title, ask.number.text());
    let step = register(&order.for_rule(), registration, ask.acts_from, &journal, ctx.today());
    let registered = match step {
        Ok(registered) if refused.is_empty() => registered,
        Ok(_) => return Err(Refusal::Obstacles(refused)),
        Err(obstacles) => {
            let of_step = obstacles.into_iter().map(RegisterObstacle::Order);
            return Err(Refusal::Obstacles(of_step.chain(refused).collect()));
        }
    };
    let fact = RecordedFact {
        kind: "order".to_owned(),
        about: order.subject.slug().to_owned(),
        true_on: ask.signed_on,
        words,
        record: ("order".to_owned(), id.0),
    };
    let evidence = record_fact(ctx, &tx, fact).await?;
    let scan = match (&ask.scan, media_type) {
        (Some(it), Ok(Some(media))) => {
            Some(keep_scan(ctx, &tx, (ScanOf::Order, id.0), (it.clone(), media)).await?)
        }
        _ => None,
    };
    let order = HeadOrder { evidence: Some(evidence), scan, ..order.with(&registered) };
    tx.save_order(&order).await?;
    ctx.record(&tx, Event::OrderRegistered { order: id, on: ask.signed_on }).await?;
    settle_order(ctx, &tx, id).await?;
    tx.commit().await?;
    Ok(())
}

/// Attaches a scan to a signed order; scans given before stay beside it.
///
/// - Errors: not found without the right; `ScanObstacle`.
pub async fn attach_order_scan(
    ctx: &Ctx,
    id: OrderId,
    brought: Brought,
) -> Result<(), Refusal<ScanObstacle>> {
    let tx = ctx.begin().await?;
    let order = tx.order(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditOrders, order.organisation)?;
    if order.organisation != ctx.at() {
        return Err(Refusal::NotFound);
    }
    if order.signed_on.is_none() {
        return Err(Refusal::because(ScanObstacle::NotSigned));
    }
    let media_type = check_scan(&brought).map_err(Refusal::because)?;
    let file = keep_scan(ctx, &tx, (ScanOf::Order, id.0), (brought, media_type)).await?;
    tx.save_order(&HeadOrder { scan: Some(file), ..order }).await?;
    tx.commit().await?;
    Ok(())
}

/// A scan of an order with its bytes, for who may see the order.
///
/// - Errors: not found.
pub async fn show_order_scan(
    ctx: &Ctx,
    id: OrderId,
    scan: ScanId,
) -> Result<store::File, Refusal<Nothing>> {
    let tx = ctx.read().await?;
    let order = tx.order(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::SeeOrders, order.organisation)?;
    file_of_scan(ctx, &tx, (order.organisation, id.0), scan).await?.ok_or(Refusal::NotFound)
}

/// Ends an order on its last day.
///
/// An order that is ended before a day it acted on shows nothing any more: its evidence goes.
///
/// - Errors: not found without the right; `OrderObstacle`.
pub async fn end_order(ctx: &Ctx, id: OrderId, last: Date) -> Result<(), Refusal<OrderObstacle>> {
    let tx = ctx.begin().await?;
    let order = tx.order(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditOrders, order.organisation)?;
    let ended = cease(&order.for_rule(), last, ctx.today()).map_err(Refusal::because)?;
    let never_acted = order.signed_on == Some(last);
    if let (Some(evidence), true) = (order.evidence, never_acted) {
        withdraw_fact(ctx, &tx, evidence).await?;
    }
    tx.save_order(&order.with(&ended)).await?;
    ctx.record(&tx, Event::OrderCeased { order: id, on: last }).await?;
    tx.commit().await?;
    Ok(())
}

/// Names people who have to know an order.
///
/// - Errors: not found without the right, or where a person is not of the organisation.
pub async fn concern_people(
    ctx: &Ctx,
    id: OrderId,
    people: &[PersonId],
) -> Result<(), Refusal<Nothing>> {
    let tx = ctx.begin().await?;
    let order = tx.order(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditOrders, order.organisation)?;
    let known = tx.people_by_ids(&ctx.scope, people).await?;
    let here = known.iter().filter(|it| it.organisation == order.organisation);
    let sheet: Vec<Acquaintance> = here
        .map(|it| Acquaintance {
            organisation: order.organisation,
            order_id: id,
            person: it.id,
            signed_on: None,
            taken_off_at: None,
            recorded_by: ctx.actor,
            recorded_at: ctx.now,
        })
        .collect();
    if sheet.len() != people.len() {
        return Err(Refusal::NotFound);
    }
    tx.insert_acquaintances(&sheet).await?;
    for it in &sheet {
        ctx.record(&tx, Event::OrderConcerns { order: id, person: it.person }).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Why a signature cannot be recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadObstacle {
    /// Nobody reads an order before it is signed, nor in the future.
    #[error("an order is read from its day of signing to today")]
    Outside,
}

/// Records that somebody signed the acquaintance sheet.
///
/// - Errors: not found without the right or for who is not on the sheet; `ReadObstacle`.
pub async fn read_order(
    ctx: &Ctx,
    id: OrderId,
    person: PersonId,
    on: Date,
) -> Result<(), Refusal<ReadObstacle>> {
    let tx = ctx.begin().await?;
    let order = tx.order(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditOrders, order.organisation)?;
    let sheet = tx.acquaintances(&ctx.scope, id).await?;
    let it = sheet.into_iter().find(|it| it.person == person).ok_or(Refusal::NotFound)?;
    if order.signed_on.is_none_or(|signed_on| on < signed_on) || ctx.today() < on {
        return Err(Refusal::because(ReadObstacle::Outside));
    }
    let signed =
        Acquaintance { signed_on: Some(on), recorded_by: ctx.actor, recorded_at: ctx.now, ..it };
    tx.save_acquaintance(&signed).await?;
    ctx.record(&tx, Event::OrderRead { order: id, person, on }).await?;
    tx.commit().await?;
    Ok(())
}
