//! One order: where it stands, the next step, who has to know it and who has signed that they do.

use app::order::{self, DraftStep, OrderView, ReadObstacle, RegisterOrder};
use app::scan::Brought;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::id::{OrderId, PersonId};
use mentoring::mistake::MistakeKind;
use mentoring::order::{OrderNumber, OrderObstacle, OrderState};
use serde::Deserialize;
use uuid::Uuid;

use super::{crumbs, participants, state, subject};
use crate::filled::{Filled, Upload};
use crate::kit::block;
use crate::kit::form::{self, Input, Mends};
use crate::kit::shell::{self, Frame, Section};
use crate::kit::table::{self, Column, Heat};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::pages::{mistake, scans, whom};
use crate::visit::Visit;
use crate::words;

/// A registration as typed.
#[derive(Clone, Debug, Default)]
pub(crate) struct RegisterForm {
    number: String,
    signed_on: String,
    acts_from: String,
}

/// A day as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct DayForm {
    on: String,
}

/// A step with a draft.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct StepForm {
    step: String,
}

/// People to name.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct PeopleForm {
    person: Vec<Uuid>,
}

/// Shows an order.
pub(crate) async fn show_order(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let view = order::show_order(visit.ctx()?, OrderId(id)).await?;
    let typed = RegisterForm {
        number: view.next_number.text(),
        signed_on: visit.today().to_string(),
        acts_from: String::new(),
    };
    Ok(order_page(&visit, &view, &typed, &Mends::default()))
}

/// Sends a draft to the head, or gives it up.
pub(crate) async fn step(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<StepForm>,
) -> Result<Response, Oops> {
    let id = OrderId(id);
    let (step, notice) = match form.step.as_str() {
        "discard" => (DraftStep::Discard, key("notice-order-discarded")),
        _ => (DraftStep::Send, key("notice-order-sent")),
    };
    match order::step_draft(visit.ctx()?, id, step).await {
        Ok(()) => Ok(visit.done(&format!("/orders/{id}"), notice)),
        Err(refusal) => {
            let mut mends = Mends::default();
            for it in obstacles(refusal)? {
                if let order::DraftObstacle::Step(it) = it {
                    mends.push("", obstacle(visit.lang, &it).1);
                }
            }
            refused(&visit, id, &RegisterForm::default(), &mends).await
        }
    }
}

/// Registers a signed order.
pub(crate) async fn register(
    visit: Visit,
    Path(id): Path<Uuid>,
    mut upload: Upload,
) -> Result<Response, Oops> {
    let id = OrderId(id);
    let form = RegisterForm::of(&upload);
    let mends = match read(visit.lang, &form, scans::brought(&mut upload)) {
        Err(mends) => mends,
        Ok(ask) => match order::register_order(visit.ctx()?, id, &ask).await {
            Ok(()) => {
                return Ok(visit.done(&format!("/orders/{id}"), key("notice-order-registered")));
            }
            Err(refusal) => {
                let mut mends = Mends::default();
                let view = order::show_order(visit.ctx()?, id).await?;
                for it in obstacles(refusal)? {
                    let (field, words) = register_mend(visit.lang, &view, &it);
                    mends.push(field, words);
                }
                mends
            }
        },
    };
    refused(&visit, id, &form, &mends).await
}

impl RegisterForm {
    fn of(upload: &Upload) -> Self {
        let said = |name| upload.field(name).to_owned();
        Self { number: said("number"), signed_on: said("signed_on"), acts_from: said("acts_from") }
    }
}

fn read(lang: Lang, form: &RegisterForm, scan: Option<Brought>) -> Result<RegisterOrder, Mends> {
    let mut mends = Mends::default();
    let number = OrderNumber::parse(&form.number);
    if number.is_none() {
        mends.push("number", lang.t(key("order-mend-number")));
    }
    let signed_on = mends.day(lang, "signed_on", &form.signed_on);
    let acts_from = mends.day_if_any(lang, "acts_from", &form.acts_from);
    match number.zip(signed_on) {
        Some((number, signed_on)) if mends.is_empty() => {
            Ok(RegisterOrder { number, signed_on, acts_from, scan })
        }
        _ => Err(mends),
    }
}

/// Ends an order on its last day.
pub(crate) async fn end(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<DayForm>,
) -> Result<Response, Oops> {
    let id = OrderId(id);
    let mut mends = Mends::default();
    if let Some(on) = mends.day(visit.lang, "on", &form.on) {
        match order::end_order(visit.ctx()?, id, on).await {
            Ok(()) => return Ok(visit.done(&format!("/orders/{id}"), key("notice-order-ended"))),
            Err(refusal) => {
                for it in obstacles(refusal)? {
                    mends.push("on", obstacle(visit.lang, &it).1);
                }
            }
        }
    }
    refused(&visit, id, &RegisterForm::default(), &mends).await
}

/// Shows who can be put on the acquaintance sheet.
pub(crate) async fn choose_people(
    visit: Visit,
    Path(id): Path<Uuid>,
    Query(asked): Query<whom::WhomAsked>,
) -> Result<Markup, Oops> {
    let ctx = visit.ctx()?;
    let view = order::show_order(ctx, OrderId(id)).await?;
    let found = whom::find(ctx, &asked, &[]).await?;
    let lang = visit.lang;
    let title = lang.t(key("order-people-choose"));
    let on_sheet = |id: PersonId| view.people.iter().any(|(it, _)| it.id == id);
    let body = html! {
        (block::head(&title, &view.order.title, &html! {}))
        (whom::search(lang, &format!("/orders/{id}/people/new"), &asked, &found))
        form.form method="post" action={ "/orders/" (id) "/people" } {
            (visit.hidden())
            fieldset.field {
                legend { (lang.t(key("order-people-legend"))) }
                div.choices {
                    @for it in found.shown.iter().filter(|it| !on_sheet(it.person.id)) {
                        label.choice {
                            input type="checkbox" name="person" value=(it.person.id);
                            span { (whom::of_line(lang, it)) }
                        }
                    }
                }
            }
            (whom::rest(lang, &found))
            div.sticky-act { button.btn.btn-go { (lang.t(key("order-people-add"))) } }
        }
    };
    let crumbs = crumbs(lang, title.clone());
    let frame = Frame { title: &title, section: Section::Orders, crumbs: &crumbs };
    Ok(shell::page(&visit, &frame, &body))
}

/// Puts people on the acquaintance sheet.
pub(crate) async fn concern(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<PeopleForm>,
) -> Result<Response, Oops> {
    let id = OrderId(id);
    let people: Vec<PersonId> = form.person.into_iter().map(PersonId).collect();
    order::concern_people(visit.ctx()?, id, &people).await?;
    Ok(visit.done(&format!("/orders/{id}"), key("notice-order-people")))
}

/// Records that somebody signed the acquaintance sheet.
pub(crate) async fn read_by(
    visit: Visit,
    Path((id, person)): Path<(Uuid, Uuid)>,
    Filled(form): Filled<DayForm>,
) -> Result<Response, Oops> {
    let id = OrderId(id);
    let mut mends = Mends::default();
    if let Some(on) = mends.day(visit.lang, "", &form.on) {
        match order::read_order(visit.ctx()?, id, PersonId(person), on).await {
            Ok(()) => return Ok(visit.done(&format!("/orders/{id}"), key("notice-order-read"))),
            Err(refusal) => {
                for ReadObstacle::Outside in obstacles(refusal)? {
                    mends.push("", visit.lang.t(key("order-mend-read")));
                }
            }
        }
    }
    refused(&visit, id, &RegisterForm::default(), &mends).await
}

pub(super) async fn refused(
    visit: &Visit,
    id: OrderId,
    typed: &RegisterForm,
    mends: &Mends,
) -> Result<Response, Oops> {
    let view = order::show_order(visit.ctx()?, id).await?;
    let page = order_page(visit, &view, typed, mends);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn register_mend(
    lang: Lang,
    view: &OrderView,
    it: &order::RegisterObstacle,
) -> (&'static str, String) {
    match it {
        order::RegisterObstacle::Order(it) => obstacle(lang, it),
        order::RegisterObstacle::Scan(it) => ("file", scans::mend(lang, *it)),
        order::RegisterObstacle::Participant(it) => ("", participants::words(lang, view, it)),
    }
}

/// Says what to do about an obstacle, and at which field.
pub(super) fn obstacle(lang: Lang, it: &OrderObstacle) -> (&'static str, String) {
    let day = |it: jiff::civil::Date| words::date(lang, it);
    match it {
        OrderObstacle::WrongState { state: at } => {
            ("", lang.tn(key("order-mend-state"), [("state", state(lang, *at).into())]))
        }
        OrderObstacle::NumberTaken { number, year } => (
            "number",
            lang.tn(
                key("order-mend-taken"),
                [("number", number.clone().into()), ("year", year.to_string().into())],
            ),
        ),
        OrderObstacle::SignedInFuture { .. } => ("signed_on", lang.t(key("order-mend-future"))),
        OrderObstacle::TooEarly { earliest } => {
            ("signed_on", lang.tn(key("order-mend-early"), [("day", day(*earliest).into())]))
        }
        OrderObstacle::ActsTooLate { acts_from } => {
            ("acts_from", lang.tn(key("order-mend-late"), [("day", day(*acts_from).into())]))
        }
        OrderObstacle::ActsBeforeSigned { signed_on, .. } => {
            ("acts_from", lang.tn(key("order-mend-acts"), [("day", day(*signed_on).into())]))
        }
        OrderObstacle::OutOfOrder { number, other_on } => (
            "number",
            lang.tn(
                key("order-mend-series"),
                [("number", number.clone().into()), ("day", day(*other_on).into())],
            ),
        ),
        OrderObstacle::EndsBeforeItActs { acts_from } => {
            ("on", lang.tn(key("order-mend-ends"), [("day", day(*acts_from).into())]))
        }
    }
}

pub(super) fn order_page(
    visit: &Visit,
    view: &OrderView,
    typed: &RegisterForm,
    mends: &Mends,
) -> Markup {
    let lang = visit.lang;
    let order = &view.order;
    let title = order.title.clone();
    let scans_href = format!("/orders/{}/scans", order.id);
    let body = html! {
        (block::head(&title, &stands(lang, view), &html! {}))
        (form::refusal(lang, &lang.t(key("order-refused")), &lang.t(key("person-kept")), mends))
        (block::card(&facts(lang, view)))
        @if mends.is_empty() { (participants::against(lang, view)) }
        (participants::named(visit, view))
        (super::text::section(visit, view))
        @if view.may_edit { (steps(visit, view, typed, mends)) }
        @if order.signed_on.is_some() { (scans::section(visit, &scans_href, &view.scans, view.may_edit, &of_file(mends))) }
        (sheet(visit, view))
    };
    let short = order.registration().map_or_else(
        || lang.t(key("order-no-number")),
        |it| format!("№\u{a0}{}", it.number.text()),
    );
    let crumbs = crumbs(lang, short);
    shell::page(visit, &Frame { title: &title, section: Section::Orders, crumbs: &crumbs }, &body)
}

/// Where it stands, and whether the signed paper is here: «действует, скан приложен».
fn stands(lang: Lang, view: &OrderView) -> String {
    let state = state(lang, view.state);
    match (view.order.signed_on, view.order.scan) {
        (None, _) => state,
        (Some(_), Some(_)) => lang.tn(key("order-with-scan"), [("state", state.into())]),
        (Some(_), None) => lang.tn(key("order-without-scan"), [("state", state.into())]),
    }
}

/// What is wrong with the file alone: the form of the scan opens with it.
fn of_file(mends: &Mends) -> Mends {
    Mends(mends.0.iter().filter(|it| it.field == "file").cloned().collect())
}

fn facts(lang: Lang, view: &OrderView) -> Vec<(String, Markup)> {
    let order = &view.order;
    let day = |it: jiff::civil::Date| html! { (words::date(lang, it)) };
    let mut rows = vec![(lang.t(key("order-about")), html! { (subject(lang, order.subject)) })];
    if let Some(it) = order.registration() {
        rows.push((lang.t(key("orders-column-number")), html! { "№\u{a0}" (it.number.text()) }));
        rows.push((lang.t(key("order-signed-on")), day(it.signed_on)));
        rows.push((lang.t(key("order-acts-from")), day(order.acts_from.unwrap_or(it.signed_on))));
    }
    if let Some(it) = order.sent_on {
        rows.push((lang.t(key("order-sent-on")), day(it)));
    }
    if let Some(it) = order.acts_to {
        let label = match view.state {
            OrderState::Ceased => lang.t(key("order-acts-to")),
            _ => lang.t(key("order-acts-until")),
        };
        rows.push((label, day(it)));
    }
    if order.evidence.is_some() {
        let shown = html! {
            @if view.rows.is_empty() { (lang.t(key("order-no-rows"))) }
            @else { (crate::pages::papers::show::rows_shown(lang, &view.rows)) }
        };
        rows.push((lang.t(key("paper-evidence")), shown));
    }
    if let Some(it) = &view.changed_by {
        let href = format!("/orders/{}", it.id);
        rows.push((lang.t(key("order-changed-by")), html! { a href=(href) { (it.title) } }));
    }
    rows
}

fn steps(visit: &Visit, view: &OrderView, typed: &RegisterForm, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let action = format!("/orders/{}", view.order.id);
    let step = |value: &str, words: String| {
        html! {
            form.d-inline method="post" action={ (action) "/step" } {
                (visit.hidden())
                button.btn.btn-plain.btn-s name="step" value=(value) { (words) }
            }
        }
    };
    match view.state {
        OrderState::Draft | OrderState::ForSignature => html! {
            section aria-labelledby="registering" {
                (block::section_head("registering", &lang.t(key("order-register")), &lang.t(key("order-register-why")), None))
                (register_form(visit, &action, typed, mends))
                p.acts.mt-4 {
                    @if view.state == OrderState::Draft { (step("send", lang.t(key("order-send")))) }
                    (step("discard", lang.t(key("order-discard"))))
                }
            }
        },
        OrderState::Signed | OrderState::InForce | OrderState::Changed
            if view.order.acts_to.is_none() =>
        {
            let input = Input {
                name: "on",
                label: &lang.t(key("order-end-on")),
                kind: "date",
                width: "w-date",
                ..Input::default()
            };
            html! {
                details open[mends.at("on").is_some()] {
                    summary { (lang.t(key("order-end"))) }
                    form.form method="post" action={ (action) "/end" } {
                        (visit.hidden())
                        (form::input(lang, &input, mends))
                        button.btn.btn-stop { (lang.t(key("order-end"))) }
                    }
                }
                p { (mistake::link(lang, MistakeKind::Order, view.order.id.0)) }
            }
        }
        OrderState::Signed | OrderState::InForce | OrderState::Changed | OrderState::Ceased => {
            html! {
                p { (mistake::link(lang, MistakeKind::OrderEnding, view.order.id.0)) }
                p { (mistake::link(lang, MistakeKind::Order, view.order.id.0)) }
            }
        }
        _ => html! {},
    }
}

fn register_form(visit: &Visit, action: &str, typed: &RegisterForm, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let number = Input {
        name: "number",
        label: &lang.t(key("orders-column-number")),
        hint: &lang.t(key("order-number-hint")),
        value: &typed.number,
        width: "w-mid",
        ..Input::default()
    };
    let signed_on = Input {
        name: "signed_on",
        label: &lang.t(key("order-signed-on")),
        value: &typed.signed_on,
        kind: "date",
        width: "w-date",
        ..Input::default()
    };
    let acts_from = Input {
        name: "acts_from",
        label: &lang.t(key("order-acts-from")),
        hint: &lang.t(key("order-acts-hint")),
        value: &typed.acts_from,
        kind: "date",
        width: "w-date",
        optional: true,
        ..Input::default()
    };
    html! {
        form.form method="post" action={ (action) "/register" } enctype="multipart/form-data" {
            (visit.hidden())
            (form::input(lang, &number, mends))
            (form::input(lang, &signed_on, mends))
            (form::input(lang, &acts_from, mends))
            (scans::field(lang, true, mends))
            div.sticky-act { button.btn.btn-go { (lang.t(key("order-register-do"))) } }
        }
    }
}

/// The acquaintance sheet: who has not signed stands first.
fn sheet(visit: &Visit, view: &OrderView) -> Markup {
    let lang = visit.lang;
    let n_left = view.people.iter().filter(|(_, on)| on.is_none()).count();
    let note = lang.tn(key("order-people-left"), [("count", n_left.into())]);
    let heads = [lang.t(key("people-column-name")), lang.t(key("order-read-on"))];
    let columns: Vec<_> = heads.iter().map(Column::new).collect();
    let mut people: Vec<_> = view.people.iter().collect();
    people.sort_by_key(|(_, on)| on.is_some());
    let is_signed = view.order.signed_on.is_some();
    let rows = html! {
        @for (person, on) in people {
            (table::row(if on.is_some() { Heat::Calm } else { Heat::Warm }, &html! {
                (table::row_head(&format!("/people/{}", person.id), &person.name.full(), &person.job_title))
                (table::cell(&heads[1], &html! {
                    @match on {
                        Some(day) => (words::date(lang, *day)),
                        None if view.may_edit && is_signed => {
                            form.d-inline method="post" action={ "/orders/" (view.order.id) "/people/" (person.id) } {
                                (visit.hidden())
                                input type="hidden" name="on" value=(visit.today());
                                button.btn-text { (lang.t(key("order-read-today"))) span.visually-hidden { ": " (person.name.short()) } }
                            }
                        },
                        None => span.soft { (lang.t(key("order-read-not"))) },
                    }
                    @if view.may_edit && on.is_none() {
                        form.d-inline method="post" action={ "/orders/" (view.order.id) "/people/" (person.id) "/remove" } {
                            (visit.hidden())
                            " " button.btn-text { (lang.t(key("order-people-remove"))) span.visually-hidden { ": " (person.name.short()) } }
                        }
                    }
                }))
            }))
        }
    };
    html! {
        section aria-labelledby="sheet" {
            (block::section_head("sheet", &lang.t(key("order-people")), if view.people.is_empty() { "" } else { &note }, None))
            @if view.people.is_empty() { p.soft { (lang.t(key("order-people-none"))) } }
            @else { (table::table(&lang.t(key("order-people")), &columns, &rows)) }
            @if view.may_edit { p.acts.mt-4 { a.btn.btn-plain.btn-s href={ "/orders/" (view.order.id) "/people/new" } { (lang.t(key("order-people-choose"))) } } }
        }
    }
}
