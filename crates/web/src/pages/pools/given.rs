//! The consents of one person: what was given, what is missing, who represents a minor.

use app::paper::may_make;
use app::pools::consent::{self, GivenConsent, PersonConsents};
use app::pools::detail::{self, GuardianObstacle, NameGuardian};
use app::pools::stop;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::access::Action;
use mentoring::consent::{Gap, Missing, StopOf, age_on};
use mentoring::id::{ConsentId, GuardianshipId, PersonId};
use mentoring::mistake::MistakeKind;
use mentoring::paper::{IsStudent, PaperKind};
use mentoring::person::guardian::GuardianAge;
use mentoring::person::{GuardianGround, Person, Position};
use serde::Deserialize;
use uuid::Uuid;

use super::{gap, kind, state, stops};
use crate::filled::Filled;
use crate::kit::block::{self, Gravity};
use crate::kit::form::{self, Answer, Input, Mends};
use crate::kit::icon::{Icon, icon};
use crate::kit::nav::Way;
use crate::kit::shell::{self, Frame, Section};
use crate::kit::table::{self, Column, Heat};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::pages::papers::new_href;
use crate::pages::people::card::crumbs_to;
use crate::pages::{mistake, whom};
use crate::visit::Visit;
use crate::words;

/// A day as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct DayForm {
    on: String,
}

/// A representative as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct GuardianForm {
    guardian: String,
    ground: String,
    paper: String,
    from: String,
}

/// Whom to offer as a representative.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct WhoAsked {
    who: String,
}

/// Shows the consents of a person.
pub(crate) async fn show_consents(
    visit: Visit,
    Path(id): Path<Uuid>,
    Query(asked): Query<WhoAsked>,
) -> Result<Markup, Oops> {
    let view = consent::show_consents(visit.ctx()?, PersonId(id)).await?;
    Ok(consents_page(&visit, &view, &html! {}, (&asked.who, &Mends::default())))
}

/// Asks for the day of a withdrawal.
pub(crate) async fn confirm_withdraw(
    visit: Visit,
    Path((id, consent)): Path<(Uuid, Uuid)>,
) -> Result<Markup, Oops> {
    withdraw_page(&visit, PersonId(id), ConsentId(consent), "", &Mends::default()).await
}

/// Withdraws a consent, and says what stops by when.
pub(crate) async fn withdraw(
    visit: Visit,
    Path((id, given)): Path<(Uuid, Uuid)>,
    Filled(form): Filled<DayForm>,
) -> Result<Response, Oops> {
    let (id, given) = (PersonId(id), ConsentId(given));
    let mut mends = Mends::default();
    if let Some(on) = mends.day(visit.lang, "on", &form.on) {
        match consent::withdraw_consent(visit.ctx()?, given, on).await {
            Ok(stops) => {
                let view = consent::show_consents(visit.ctx()?, id).await?;
                let told = stopped(visit.lang, &stops);
                let page = consents_page(&visit, &view, &told, ("", &Mends::default()));
                return Ok(page.into_response());
            }
            Err(refusal) => {
                for it in obstacles(refusal)? {
                    mends.push("on", super::record::mend(visit.lang, &it).1);
                }
            }
        }
    }
    let page = withdraw_page(&visit, id, given, &form.on, &mends).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

async fn withdraw_page(
    visit: &Visit,
    id: PersonId,
    given: ConsentId,
    typed: &str,
    mends: &Mends,
) -> Result<Markup, Oops> {
    let lang = visit.lang;
    let view = consent::show_consents(visit.ctx()?, id).await?;
    let it = view.given.iter().find(|it| it.record.id == given).ok_or(Oops::NotFound)?;
    if !view.may_edit {
        return Err(Oops::NotFound);
    }
    let person = &view.line.known.person;
    let title = lang.tn(key("withdraw-title"), [("kind", kind(lang, it.record.kind).into())]);
    let stops = stop::preview_withdrawal(visit.ctx()?, given, visit.today()).await.ok();
    let today = visit.today().to_string();
    let input = Input {
        name: "on",
        label: &lang.t(key("withdraw-on")),
        value: if typed.is_empty() { &today } else { typed },
        kind: "date",
        width: "w-date",
        ..Input::default()
    };
    let body = html! {
        (block::head(&title, &lang.t(key("withdraw-under")), &html! {}))
        (form::refusal(lang, &lang.t(key("withdraw-refused")), "", mends))
        @if let Some(stops) = &stops { p.mb-0 { (lang.t(key("withdraw-stops"))) } (stop_list(lang, stops)) }
        form.form method="post" action={ "/people/" (id) "/consents/" (given) "/withdraw" } {
            (visit.hidden())
            (form::input(lang, &input, mends))
            div.sticky-act { button.btn.btn-stop { (lang.t(key("withdraw-do"))) } }
        }
    };
    let crumbs = crumbs_to(lang, person, lang.t(key("withdraw-do")));
    let frame = Frame { title: &title, section: Section::Consents, crumbs: &crumbs };
    Ok(shell::page(visit, &frame, &body))
}

/// What stops by when; where nothing does, why.
fn stop_list(lang: Lang, stops: &[StopOf]) -> Markup {
    html! {
        @if stops.is_empty() { p { (lang.t(key("stops-nothing"))) } }
        @else { ul { @for it in stops { li.text-break { (stops::said(lang, it)) } } } }
    }
}

fn stopped(lang: Lang, stops: &[StopOf]) -> Markup {
    html! {
        div.notice role="status" {
            (icon(Icon::Done))
            div {
                p { (lang.t(key("notice-consent-withdrawn"))) }
                (stop_list(lang, stops))
            }
        }
    }
}

fn consents_page(
    visit: &Visit,
    view: &PersonConsents,
    told: &Markup,
    (who, mends): (&str, &Mends),
) -> Markup {
    let lang = visit.lang;
    let person = &view.line.known.person;
    let title = lang.tn(key("consents-of"), [("name", person.name.full().into())]);
    let acts = html! {
        @if view.may_edit {
            a.btn.btn-go href={ "/people/" (person.id) "/consents/new" } { (icon(Icon::Plus)) (lang.t(key("consent-record"))) }
            a.btn.btn-plain href={ "/people/" (person.id) "/detail" } { (icon(Icon::Pen)) (lang.t(key("detail-edit"))) }
        }
    };
    let body = html! {
        (told)
        (block::head(&title, &under(lang, view), &acts))
        (form::refusal(lang, &lang.t(key("guardian-refused")), &lang.t(key("person-kept")), mends))
        @for it in &view.gaps { (block::remark(lang, Gravity::Mend, "", &gap(lang, it), "", &ways(visit, view, it))) }
        @if view.gaps.is_empty() && !view.line.deeds.is_empty() { p.t-ok { (icon(Icon::Done)) (lang.t(key("consents-complete"))) } }
        (given(visit, view))
        @if !view.stops.is_empty() {
            section aria-labelledby="stops" {
                (block::section_head("stops", &lang.t(key("stops-title")), "", None))
                (stops::list(visit, &view.stops))
            }
        }
        (guardians(visit, view, (who, mends)))
        (mistake::history(visit, &view.mistakes))
    };
    let sees_all = visit.signed.as_ref().is_some_and(|it| it.may(Action::SeeConsents));
    if !sees_all {
        // The lists of people are not theirs: the way up is their own page.
        let crumbs = [
            Way {
                href: "/me/consents".to_owned(),
                words: lang.t(key("own-consents")),
                here: false,
            },
            Way { href: String::new(), words: person.name.short(), here: true },
        ];
        let frame = Frame { title: &title, section: Section::OwnConsents, crumbs: &crumbs };
        return shell::page(visit, &frame, &body);
    }
    let crumbs = crumbs_to(lang, person, lang.t(key("consents-title")));
    shell::page(visit, &Frame { title: &title, section: Section::Consents, crumbs: &crumbs }, &body)
}

/// From what is missing to its blank, and to recording it once it is signed.
fn ways(visit: &Visit, view: &PersonConsents, it: &Gap) -> Markup {
    let lang = visit.lang;
    let known = &view.line.known;
    let is_student = match known.positions.contains(&Position::Student) {
        true => IsStudent::Yes,
        false => IsStudent::No,
    };
    let blank = PaperKind::of_consent(it.kind, is_student);
    let may = visit.signed.as_ref().is_some_and(|ctx| may_make(ctx, blank));
    let id = known.person.id;
    html! {
        @if view.may_edit && it.missing == Missing::AgeUnknown { a href={ "/people/" (id) "/detail" } { (lang.t(key("detail-edit"))) } " " }
        @else if view.may_edit { a href={ "/people/" (id) "/consents/new?kind=" (it.kind.slug()) } { (lang.t(key("consent-record"))) } " " }
        @if may { a href=(new_href(blank, &format!("&person={id}"))) { (lang.t(key("consent-blank"))) } }
    }
}

/// Age and standing in one line: whose signature counts follows from them.
fn under(lang: Lang, view: &PersonConsents) -> String {
    let known = &view.line.known;
    match known.participant().birth {
        Some(birth) => lang.tn(key("consents-age"), [("years", age_on(birth, view.today).into())]),
        None => known.person.job_title.clone(),
    }
}

fn given(visit: &Visit, view: &PersonConsents) -> Markup {
    let lang = visit.lang;
    if view.given.is_empty() {
        return block::empty(
            &lang.t(key("consents-none")),
            &if view.may_edit { lang.t(key("consents-none-how")) } else { String::new() },
            &html! {},
        );
    }
    let heads = [
        lang.t(key("consent-kind")),
        lang.t(key("consent-signed")),
        lang.t(key("orders-column-state")),
    ];
    let columns: Vec<_> = heads.iter().map(Column::new).collect();
    let rows = html! { @for it in &view.given { (given_row(visit, view, &heads, it)) } };
    table::table(&lang.t(key("consents-title")), &columns, &rows)
}

fn given_row(
    visit: &Visit,
    view: &PersonConsents,
    heads: &[String; 3],
    it: &GivenConsent,
) -> Markup {
    let lang = visit.lang;
    let record = &it.record;
    let person = view.line.known.person.id;
    let cells = html! {
        th scope="row" role="rowheader" {
            a href={ "/people/" (person) "/consents/" (record.id) } { (kind(lang, record.kind)) }
            @if it.edition.as_ref().is_some_and(|it| !it.is_in_force) { br; span.small.soft { (lang.t(key("consent-text-earlier"))) } }
            @if let Some(distribution) = &record.distribution {
                @for address in &distribution.0.addresses { br; span.small.soft { (address) } }
            }
        }
        (table::cell(&heads[1], &html! {
            span.nb { (words::date_short(record.signed_on)) }
            @if let Some(until) = record.until_on { br; span.small.soft { (lang.tn(key("consent-until"), [("day", words::date_short(until).into())])) } }
            @if let Some(guardian) = &it.guardian { br; span.small.soft { (lang.tn(key("consent-guardian"), [("name", guardian.name.short().into())])) } }
        }))
        (table::cell(&heads[2], &html! {
            (state(lang, it.state))
            br;
            span.small.soft { @if record.scan.is_some() { (lang.t(key("order-scan-here"))) } @else { (lang.t(key("order-scan-lacks"))) } }
            @if view.may_edit && record.withdrawn_on.is_none() {
                br;
                a href={ "/people/" (person) "/consents/" (record.id) "/withdraw" } { (lang.t(key("withdraw-do"))) span.visually-hidden { ": " (kind(lang, record.kind)) } }
            }
            @if view.may_edit {
                @if record.withdrawn_on.is_some() { br; (mistake::link(lang, MistakeKind::ConsentWithdrawal, record.id.0)) }
                br; (mistake::link(lang, MistakeKind::Consent, record.id.0))
            }
        }))
    };
    table::row(Heat::Calm, &cells)
}

/// Names a representative.
pub(crate) async fn name_guardian(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<GuardianForm>,
) -> Result<Response, Oops> {
    let lang = visit.lang;
    let ward = PersonId(id);
    let mut mends = Mends::default();
    let guardian: Option<PersonId> = form.guardian.parse().ok();
    let ground = GuardianGround::from_slug(&form.ground);
    if guardian.is_none() {
        mends.push("guardian", lang.t(key("guardian-mend-who")));
    }
    if ground.is_none() {
        mends.push("ground", lang.t(key("guardian-mend-ground")));
    }
    let n_before = mends.0.len();
    let from = mends.day_if_any(lang, "from", &form.from);
    let is_read = mends.0.len() == n_before;
    if let (Some(guardian), Some(ground), true) = (guardian, ground, is_read) {
        let ask = NameGuardian { ward, guardian, ground, paper: form.paper.clone(), from };
        match detail::name_guardian(visit.ctx()?, &ask).await {
            Ok(_) => {
                let to = format!("/people/{id}/consents");
                return Ok(visit.done(&to, key("notice-guardian-named")));
            }
            Err(refusal) => {
                for it in obstacles(refusal)? {
                    let (field, words) = guardian_mend(lang, &it);
                    mends.push(field, words);
                }
            }
        }
    }
    let view = consent::show_consents(visit.ctx()?, ward).await?;
    let page = consents_page(&visit, &view, &html! {}, ("", &mends));
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// Ends a representation with today.
pub(crate) async fn end_guardian(
    visit: Visit,
    Path((id, guardianship)): Path<(Uuid, Uuid)>,
    Filled(form): Filled<DayForm>,
) -> Result<Response, Oops> {
    let ward = PersonId(id);
    let mut mends = Mends::default();
    // The button beside a name says no day: it means today.
    let on =
        if form.on.is_empty() { Some(visit.today()) } else { mends.day(visit.lang, "", &form.on) };
    if let Some(on) = on {
        match detail::end_guardian(visit.ctx()?, ward, GuardianshipId(guardianship), on).await {
            Ok(()) => {
                let to = format!("/people/{id}/consents");
                return Ok(visit.done(&to, key("notice-guardian-ended")));
            }
            Err(refusal) => {
                for it in obstacles(refusal)? {
                    mends.push("", guardian_mend(visit.lang, &it).1);
                }
            }
        }
    }
    let view = consent::show_consents(visit.ctx()?, ward).await?;
    let page = consents_page(&visit, &view, &html! {}, ("", &mends));
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn guardian_mend(lang: Lang, it: &GuardianObstacle) -> (&'static str, String) {
    match it {
        GuardianObstacle::Oneself => ("guardian", lang.t(key("guardian-mend-oneself"))),
        GuardianObstacle::NoPaper { .. } => ("paper", lang.t(key("guardian-mend-paper"))),
        GuardianObstacle::Named { since } => (
            "guardian",
            lang.tn(key("guardian-mend-named"), [("day", words::date(lang, *since).into())]),
        ),
        GuardianObstacle::NoDay => ("from", lang.t(key("guardian-mend-day"))),
        GuardianObstacle::Age(GuardianAge::TooYoung { age, least }) => (
            "guardian",
            lang.tn(
                key("guardian-mend-young"),
                [("age", (*age).into()), ("least", (*least).into())],
            ),
        ),
        GuardianObstacle::Age(GuardianAge::Unknown) => {
            ("guardian", lang.t(key("guardian-mend-unknown")))
        }
        GuardianObstacle::Age(GuardianAge::ChildAtBirth { .. }) => {
            ("guardian", lang.t(key("guardian-mend-child")))
        }
        GuardianObstacle::EndsBeforeItBegan { from } => (
            "",
            lang.tn(key("person-mend-ends-before"), [("from", words::date(lang, *from).into())]),
        ),
    }
}

fn guardians(visit: &Visit, view: &PersonConsents, (who, mends): (&str, &Mends)) -> Markup {
    use mentoring::consent::Standing;
    let lang = visit.lang;
    let participant = view.line.known.participant();
    let person = view.line.known.person.id;
    let concerns = participant.standing == Standing::Student || !view.guardians.is_empty();
    html! {
        @if concerns {
            section aria-labelledby="guardians" {
                (block::section_head("guardians", &lang.t(key("guardians")), "", None))
                @if view.guardians.is_empty() { p.soft { (lang.t(key("guardians-none"))) } }
                ul.plain {
                    @for (it, guardian) in &view.guardians {
                        li.d-flex.flex-wrap.gap-4 {
                            span {
                                b { (guardian.name.full()) } ", " (lang.t(&format!("guardian-ground-{}", it.ground.slug())))
                                @if !it.paper.is_empty() { ", " (it.paper) }
                                " " span.soft {
                                    @if it.ground == GuardianGround::Parent { (lang.t(key("guardian-from-birth"))) }
                                    @else { (lang.tn(key("person-role-since"), [("from", words::date(lang, it.from_on).into())])) }
                                }
                                @if let Some(to) = it.to_on { " " span.soft { (lang.tn(key("guardian-to"), [("day", words::date(lang, to).into())])) } }
                            }
                            @if view.may_edit && it.to_on.is_none() {
                                form method="post" action={ "/people/" (person) "/guardians/" (it.id) "/end" } {
                                    (visit.hidden())
                                    button.btn-text { (lang.t(key("guardian-end"))) span.visually-hidden { ": " (guardian.name.short()) } }
                                }
                            }
                            @if view.may_edit {
                                @if it.to_on.is_some() { (mistake::link(lang, MistakeKind::GuardianEnding, it.id.0)) }
                                (mistake::link(lang, MistakeKind::Guardian, it.id.0))
                            }
                        }
                    }
                }
                @if view.may_edit { (guardian_form(visit, view, (who, mends))) }
            }
        }
    }
}

/// More adults than one finds in a list without a search.
const MANY_ADULTS: usize = 30;

fn guardian_form(visit: &Visit, view: &PersonConsents, (who, mends): (&str, &Mends)) -> Markup {
    let lang = visit.lang;
    let person = view.line.known.person.id;
    let nobody = Answer { value: String::new(), words: lang.t(key("guardian-choose")) };
    let wanted = words::folded(who.trim());
    let is_found = |it: &&Person| words::folded(&it.name.full()).contains(&wanted);
    let people = view.candidates.iter().filter(is_found);
    let people =
        people.map(|it| Answer { value: it.id.to_string(), words: whom::of_person(lang, it) });
    let people: Vec<Answer> = std::iter::once(nobody).chain(people).collect();
    let no_ground = Answer { value: String::new(), words: lang.t(key("guardian-choose-ground")) };
    let grounds = GuardianGround::ALL.iter().map(|it| Answer {
        value: it.slug().to_owned(),
        words: lang.t(&format!("guardian-ground-{}", it.slug())),
    });
    let grounds: Vec<Answer> = std::iter::once(no_ground).chain(grounds).collect();
    let from = Input {
        name: "from",
        label: &lang.t(key("guardian-from")),
        hint: &lang.t(key("guardian-from-hint")),
        kind: "date",
        width: "w-date",
        optional: true,
        ..Input::default()
    };
    let chosen = Input {
        name: "guardian",
        label: &lang.t(key("guardian-who")),
        hint: &lang.t(key("guardian-who-hint")),
        ..Input::default()
    };
    let ground =
        Input { name: "ground", label: &lang.t(key("guardian-ground")), ..Input::default() };
    let paper = Input {
        name: "paper",
        label: &lang.t(key("guardian-paper")),
        hint: &lang.t(key("guardian-paper-hint")),
        optional: true,
        ..Input::default()
    };
    html! {
        details id="guardian-form" open[!mends.is_empty() || !who.is_empty()] {
            summary { (lang.t(key("guardian-add"))) }
            @if MANY_ADULTS < view.candidates.len() {
                form.filters method="get" action={ "/people/" (person) "/consents#guardian-form" } role="search" {
                    div.grow {
                        label for="who" { (lang.t(key("guardian-find"))) }
                        input.form-control type="search" id="who" name="who" value=(who);
                    }
                    button.btn.btn-plain { (lang.t(key("guardian-find-do"))) }
                }
            }
            form.form method="post" action={ "/people/" (person) "/guardians" } {
                (visit.hidden())
                (form::select(lang, &chosen, &people, mends))
                (form::select(lang, &ground, &grounds, mends))
                (form::input(lang, &paper, mends))
                (form::input(lang, &from, mends))
                button.btn.btn-go { (lang.t(key("guardian-add"))) }
            }
        }
    }
}
