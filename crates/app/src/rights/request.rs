//! What people ask about the data held of them, and the answers.
//!
//! It decides who asks for whom and who answers. Deliberately absent: terms (`mentoring::rights`),
//! the corrections themselves (the pages of the card make them, with their own history).

use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::event::Event;
use mentoring::id::{PersonId, PersonRequestId};
use mentoring::law::Law;
use mentoring::person::Person;
use mentoring::rights::{
    RequestKind, RequestObstacle, RequestOutcome, answer_by, check_answer, check_request,
};
use store::PersonRequest;

use crate::ctx::Ctx;
use crate::refusal::{Nothing, Refusal};

/// A request with who asked.
#[derive(Clone, Debug)]
pub struct RequestLine {
    /// As recorded.
    pub request: PersonRequest,
    /// Who asked; `None` where the name was destroyed since.
    pub person: Option<Person>,
    /// Whether the last day has passed without an answer.
    pub is_late: bool,
}

/// What asking asks.
#[derive(Clone, Debug)]
pub struct AskRequest {
    /// For what.
    pub kind: RequestKind,
    /// In which words.
    pub words: String,
    /// When.
    pub asked_on: Date,
}

/// Records what a person asked: by oneself, or by who keeps the programme.
///
/// - Errors: not found; `RequestObstacle`, all at once.
pub async fn ask_request(
    ctx: &Ctx,
    id: PersonId,
    ask: &AskRequest,
) -> Result<PersonRequestId, Refusal<RequestObstacle>> {
    let tx = ctx.begin().await?;
    let (person, _) = tx.person(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require_for(Action::SeeHeld, person.organisation, || id == ctx.person)?;
    let known = tx.person_requests(&ctx.scope, person.organisation).await?;
    let waits =
        |it: &&PersonRequest| it.person == id && it.kind == ask.kind && it.answered_on.is_none();
    let waiting = known.iter().find(waits).map(|it| it.asked_on);
    let words = ask.words.trim().to_owned();
    let obstacles = check_request(ask.kind, &words, ask.asked_on, ctx.today(), waiting);
    Refusal::unless_clear(obstacles)?;
    let calendar = tx.working_calendar().await?;
    let request = PersonRequest {
        organisation: person.organisation,
        id: ctx.new_id(),
        person: id,
        kind: ask.kind,
        words,
        asked_on: ask.asked_on,
        answer_by: answer_by(ask.kind, ask.asked_on, &calendar, Law::built_in()),
        recorded_by: ctx.actor,
        recorded_at: ctx.now,
        outcome: None,
        reason: String::new(),
        answered_on: None,
        answered_by: None,
        answered_at: None,
        revision: 0,
    };
    tx.insert_person_request(&request).await?;
    let event = Event::RequestRecorded { request: request.id, person: id, on: ask.asked_on };
    ctx.record(&tx, event).await?;
    tx.commit().await?;
    Ok(request.id)
}

/// Lists the requests of an organisation: those that wait first, the most pressing foremost.
///
/// - Errors: not found without the right.
pub async fn list_requests(ctx: &Ctx) -> Result<Vec<RequestLine>, Refusal<Nothing>> {
    ctx.require(Action::AnswerRequests, ctx.at())?;
    let tx = ctx.read().await?;
    let mut requests = tx.person_requests(&ctx.scope, ctx.at()).await?;
    // A stable sort: those answered stay with the latest first.
    requests.sort_by_key(|it| match it.answered_on {
        None => (false, it.answer_by),
        Some(_) => (true, Date::MIN),
    });
    let ids: Vec<PersonId> = requests.iter().map(|it| it.person).collect();
    let people = tx.people_by_ids(&ctx.scope, &ids).await?;
    let line = |request: PersonRequest| line_of(ctx, request, &people);
    Ok(requests.into_iter().map(line).collect())
}

/// Shows a request: to who answers, and to who asked.
///
/// - Errors: not found.
pub async fn show_request(ctx: &Ctx, id: PersonRequestId) -> Result<RequestLine, Refusal<Nothing>> {
    let tx = ctx.read().await?;
    let request = tx.person_request(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    if request.person != ctx.person {
        ctx.require(Action::AnswerRequests, request.organisation)?;
    }
    let people = tx.people_by_ids(&ctx.scope, &[request.person]).await?;
    Ok(line_of(ctx, request, &people))
}

fn line_of(ctx: &Ctx, request: PersonRequest, people: &[Person]) -> RequestLine {
    let person = people.iter().find(|it| it.id == request.person).cloned();
    RequestLine {
        person: person.filter(|it| !it.name.surname.is_empty()),
        is_late: request.answered_on.is_none() && request.answer_by < ctx.today(),
        request,
    }
}

/// What an answer asks.
#[derive(Clone, Debug)]
pub struct AnswerRequest {
    /// What came of it.
    pub outcome: RequestOutcome,
    /// What was done, or why not.
    pub reason: String,
    /// The day.
    pub on: Date,
    /// The request as it was shown.
    pub revision: i64,
}

/// Records the answer to a request.
///
/// - Errors: not found; stale; `RequestObstacle`, all at once.
pub async fn answer_request(
    ctx: &Ctx,
    id: PersonRequestId,
    ask: &AnswerRequest,
) -> Result<(), Refusal<RequestObstacle>> {
    let tx = ctx.begin().await?;
    let request = tx.person_request(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::AnswerRequests, request.organisation)?;
    let obstacles = check_answer(request.asked_on, request.answered_on, ask.on, &ask.reason);
    Refusal::unless_clear(obstacles)?;
    let person = request.person;
    let answered = PersonRequest {
        outcome: Some(ask.outcome),
        reason: ask.reason.trim().to_owned(),
        answered_on: Some(ask.on),
        answered_by: Some(ctx.actor),
        answered_at: Some(ctx.now),
        revision: ask.revision,
        ..request
    };
    tx.save_person_request(&answered).await?;
    ctx.record(&tx, Event::RequestAnswered { request: id, person, on: ask.on }).await?;
    tx.commit().await?;
    Ok(())
}
