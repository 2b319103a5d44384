//! Requests of people about the data held of them: asking, the list, the answer.

use app::PersonRequest;
use app::rights::{self, AnswerRequest, AskRequest, RequestLine};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::access::Action;
use mentoring::id::{PersonId, PersonRequestId};
use mentoring::rights::{RequestKind, RequestObstacle, RequestOutcome};
use serde::Deserialize;
use uuid::Uuid;

use super::{DESTRUCTION, REQUESTS};
use crate::filled::Filled;
use crate::kit::block;
use crate::kit::form::{self, Answer, Input, Mends};
use crate::kit::nav::Way;
use crate::kit::shell::{self, Frame, Section};
use crate::kit::table::{self, Column, Heat};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::pages::care::{asks_about, confirm};
use crate::visit::Visit;
use crate::words;

/// Lists the requests of the organisation.
pub(crate) async fn list_requests(visit: Visit) -> Result<Markup, Oops> {
    let lines = rights::list_requests(visit.ctx()?).await?;
    let lang = visit.lang;
    let title = lang.t(key("section-personal-data"));
    let acts = html! {
        a.btn.btn-plain href=(DESTRUCTION) { (lang.t(key("destruction-title"))) }
    };
    let heads = [key("people-column-name"), key("request-what"), key("request-state")];
    let heads = heads.map(|it| lang.t(it));
    let columns: Vec<_> = heads.iter().map(Column::new).collect();
    let rows = html! { @for it in &lines { (row(lang, &heads, it)) } };
    let body = html! {
        (block::head(&title, &lang.t(key("requests-under")), &acts))
        @if lines.is_empty() {
            (block::empty(&lang.t(key("requests-none")), &lang.t(key("requests-none-how")), &html! {}))
        } @else { (table::table(&lang.t(key("requests-title")), &columns, &rows)) }
    };
    let frame = Frame { title: &title, section: Section::PersonalData, crumbs: &[] };
    Ok(shell::page(&visit, &frame, &body))
}

fn row(lang: Lang, heads: &[String; 3], it: &RequestLine) -> Markup {
    let heat = match (it.is_late, it.request.answered_on) {
        (true, _) => Heat::Hot,
        (false, None) => Heat::Warm,
        (false, Some(_)) => Heat::Calm,
    };
    let cells = html! {
        (table::row_head(&format!("{REQUESTS}/{}", it.request.id), &who(lang, it), &words::date(lang, it.request.asked_on)))
        (table::cell(&heads[1], &html! { (kind(lang, it.request.kind)) }))
        (table::cell(&heads[2], &html! { (state(lang, &it.request)) }))
    };
    table::row(heat, &cells)
}

fn who(lang: Lang, it: &RequestLine) -> String {
    let destroyed = || lang.t(key("held-destroyed"));
    it.person.as_ref().map_or_else(destroyed, |it| it.name.full())
}

fn kind(lang: Lang, it: RequestKind) -> String {
    lang.t(&format!("request-kind-{}", it.slug()))
}

/// Says how a request stands: waits until a day, or answered on one.
pub(super) fn state(lang: Lang, it: &PersonRequest) -> String {
    match (it.outcome, it.answered_on) {
        (Some(outcome), Some(on)) => {
            let outcome = lang.t(&format!("request-outcome-{}", outcome.slug()));
            format!("{outcome} {}", words::date(lang, on))
        }
        _ => lang.tn(key("request-waits"), [("day", words::date(lang, it.answer_by).into())]),
    }
}

/// A request as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct RequestForm {
    kind: String,
    words: String,
    asked: String,
    not_sensitive: String,
}

/// Shows the form of a request of a person.
pub(crate) async fn new_request(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let card = rights::show_held(visit.ctx()?, PersonId(id)).await?;
    let typed = RequestForm {
        kind: RequestKind::Access.slug().to_owned(),
        asked: visit.today().to_string(),
        ..RequestForm::default()
    };
    Ok(new_page(&visit, &card, &typed, &Mends::default()))
}

/// Records a request.
pub(crate) async fn ask_request(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<RequestForm>,
) -> Result<Response, Oops> {
    let (ctx, lang, id) = (visit.ctx()?, visit.lang, PersonId(id));
    let mut mends = Mends::default();
    let kind = RequestKind::from_slug(&form.kind);
    if kind.is_none() {
        mends.push("kind", lang.t(key("request-mend-kind")));
    }
    // One's own request is of today; who keeps the programme writes down the day of the paper.
    let asked_on = match ctx.may(Action::AnswerRequests) {
        true => mends.day(lang, "asked", &form.asked),
        false => Some(visit.today()),
    };
    asks_about(lang, "words", &form.words, form.not_sensitive == "yes", &mut mends);
    if let (Some(kind), Some(asked_on), true) = (kind, asked_on, mends.is_empty()) {
        let ask = AskRequest { kind, words: form.words.clone(), asked_on };
        match rights::ask_request(ctx, id, &ask).await {
            Ok(id) => {
                return Ok(visit.done(&format!("{REQUESTS}/{id}"), key("notice-request-recorded")));
            }
            Err(refusal) => mends_of(lang, &obstacles(refusal)?, &mut mends),
        }
    }
    let card = rights::show_held(ctx, id).await?;
    let page = new_page(&visit, &card, &form, &mends);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn mends_of(lang: Lang, all: &[RequestObstacle], mends: &mut Mends) {
    let day = |it: jiff::civil::Date| words::date(lang, it);
    for it in all {
        match it {
            RequestObstacle::NoWords => mends.push("words", lang.t(key("request-mend-words"))),
            RequestObstacle::TooLong { limit } => {
                mends.push("words", lang.tn(key("person-mend-long"), [("limit", (*limit).into())]))
            }
            RequestObstacle::AskedAhead => mends.push("asked", lang.t(key("request-mend-ahead"))),
            RequestObstacle::AskedAlready { asked_on } => mends.push(
                "kind",
                lang.tn(key("request-mend-already"), [("day", day(*asked_on).into())]),
            ),
            RequestObstacle::NoReason => mends.push("words", lang.t(key("request-mend-reason"))),
            RequestObstacle::AnsweredBefore { asked_on } => mends
                .push("on", lang.tn(key("request-mend-before"), [("day", day(*asked_on).into())])),
            RequestObstacle::AnsweredAlready { answered_on } => mends.push(
                "",
                lang.tn(key("request-mend-answered"), [("day", day(*answered_on).into())]),
            ),
        }
    }
}

fn new_page(visit: &Visit, card: &rights::HeldCard, typed: &RequestForm, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let title = lang.t(key("request-new"));
    let path = format!("/people/{}", card.person.id);
    let kinds: Vec<Answer> = RequestKind::ALL
        .iter()
        .map(|it| Answer { value: it.slug().to_owned(), words: kind(lang, *it) })
        .collect();
    let what = lang.t(key("request-what"));
    let what = Input { name: "kind", label: &what, value: &typed.kind, ..Input::default() };
    let body = html! {
        (block::head(&title, &card.person.name.full(), &html! {}))
        (form::refusal(lang, &lang.t(key("request-refused")), &lang.t(key("person-kept")), mends))
        form.form method="post" action={ (path) "/requests" } {
            (visit.hidden())
            (form::one_of(lang, &what, &kinds, mends))
            (form::lines(lang, &Input { name: "words", label: &lang.t(key("request-words")), hint: &lang.t(key("request-words-hint")), value: &typed.words, optional: true, ..Input::default() }, 4, mends))
            (confirm(lang, &typed.words))
            @if card.may_answer {
                (form::input(lang, &Input { name: "asked", label: &lang.t(key("request-asked")), value: &typed.asked, kind: "date", width: "w-date", ..Input::default() }, mends))
            }
            div.sticky-act { button.btn.btn-go { (lang.t(key("request-do"))) } }
        }
    };
    let crumbs = [
        Way { href: format!("{path}/held"), words: lang.t(key("held-title")), here: false },
        Way { href: String::new(), words: title.clone(), here: true },
    ];
    let at = if card.is_own { Section::Account } else { Section::PersonalData };
    shell::page(visit, &Frame { title: &title, section: at, crumbs: &crumbs }, &body)
}

/// An answer as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct AnswerForm {
    outcome: String,
    words: String,
    on: String,
    revision: i64,
    not_sensitive: String,
}

/// Shows a request with its answer, or the form of it.
pub(crate) async fn show_request(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let line = rights::show_request(visit.ctx()?, PersonRequestId(id)).await?;
    let typed = AnswerForm {
        outcome: RequestOutcome::Done.slug().to_owned(),
        on: visit.today().to_string(),
        revision: line.request.revision,
        ..AnswerForm::default()
    };
    Ok(request_page(&visit, &line, &typed, &Mends::default()))
}

/// Records the answer.
pub(crate) async fn answer_request(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<AnswerForm>,
) -> Result<Response, Oops> {
    let (ctx, lang, id) = (visit.ctx()?, visit.lang, PersonRequestId(id));
    let mut mends = Mends::default();
    let outcome = RequestOutcome::from_slug(&form.outcome);
    if outcome.is_none() {
        mends.push("outcome", lang.t(key("request-mend-outcome")));
    }
    let on = mends.day(lang, "on", &form.on);
    asks_about(lang, "words", &form.words, form.not_sensitive == "yes", &mut mends);
    if let (Some(outcome), Some(on), true) = (outcome, on, mends.is_empty()) {
        let ask =
            AnswerRequest { outcome, reason: form.words.clone(), on, revision: form.revision };
        match rights::answer_request(ctx, id, &ask).await {
            Ok(()) => {
                return Ok(visit.done(&format!("{REQUESTS}/{id}"), key("notice-request-answered")));
            }
            Err(refusal) => mends_of(lang, &obstacles(refusal)?, &mut mends),
        }
    }
    let line = rights::show_request(ctx, id).await?;
    let page = request_page(&visit, &line, &form, &mends);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn request_page(visit: &Visit, line: &RequestLine, typed: &AnswerForm, mends: &Mends) -> Markup {
    let (lang, it) = (visit.lang, &line.request);
    let title = kind(lang, it.kind);
    let may_answer = visit.signed.as_ref().is_some_and(|ctx| ctx.may(Action::AnswerRequests));
    let said = |text: &str| html! { @if text.is_empty() { "–" } @else { (text) } };
    let body = html! {
        (block::head(&title, &who(lang, line), &html! {}))
        (form::refusal(lang, &lang.t(key("request-answer-refused")), &lang.t(key("person-kept")), mends))
        (block::card(&[
            (lang.t(key("request-asked")), html! { (words::date(lang, it.asked_on)) }),
            (lang.t(key("request-words")), said(&it.words)),
            (lang.t(key("request-state")), html! { (state(lang, it)) }),
            (lang.t(key("request-reason")), said(&it.reason)),
        ]))
        @if may_answer && it.answered_on.is_none() { (answering(visit, line, typed, mends)) }
    };
    let crumbs = match may_answer {
        true => (REQUESTS.to_owned(), lang.t(key("section-personal-data"))),
        false => (format!("/people/{}/held", it.person), lang.t(key("held-title"))),
    };
    let crumbs = [
        Way { href: crumbs.0, words: crumbs.1, here: false },
        Way { href: String::new(), words: title.clone(), here: true },
    ];
    let at = if may_answer { Section::PersonalData } else { Section::Account };
    shell::page(visit, &Frame { title: &title, section: at, crumbs: &crumbs }, &body)
}

fn answering(visit: &Visit, line: &RequestLine, typed: &AnswerForm, mends: &Mends) -> Markup {
    let (lang, it) = (visit.lang, &line.request);
    let outcomes: Vec<Answer> = RequestOutcome::ALL
        .iter()
        .map(|it| Answer {
            value: it.slug().to_owned(),
            words: lang.t(&format!("request-outcome-{}", it.slug())),
        })
        .collect();
    let outcome = lang.t(key("request-outcome"));
    let outcome =
        Input { name: "outcome", label: &outcome, value: &typed.outcome, ..Input::default() };
    let how = lang.t(&format!("request-how-{}", it.kind.slug()));
    html! {
        section aria-labelledby="answer" {
            (block::section_head("answer", &lang.t(key("request-answer")), "", None))
            p { (how) " " a href={ "/people/" (it.person) @match it.kind { RequestKind::Correction => "", _ => "/held" } } { (lang.t(key("request-how-link"))) } }
            form.form method="post" action={ (REQUESTS) "/" (it.id) "/answer" } {
                (visit.hidden())
                input type="hidden" name="revision" value=(typed.revision);
                (form::one_of(lang, &outcome, &outcomes, mends))
                (form::lines(lang, &Input { name: "words", label: &lang.t(key("request-reason")), hint: &lang.t(key("request-reason-hint")), value: &typed.words, ..Input::default() }, 3, mends))
                (confirm(lang, &typed.words))
                (form::input(lang, &Input { name: "on", label: &lang.t(key("request-on")), value: &typed.on, kind: "date", width: "w-date", ..Input::default() }, mends))
                div.sticky-act { button.btn.btn-go { (lang.t(key("request-answer-do"))) } }
            }
        }
    }
}
