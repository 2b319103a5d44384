//! A stay in a pool: entering through the gate of consents, the profile, leaving.

use app::pools::pool::{self, SaveEntry};
use app::{PoolRecord, pools::Known};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::id::{PersonId, PoolEntryId, TermId};
use mentoring::period::Period;
use mentoring::pools::{MentoringKind, Pool, PoolObstacle, Term, TermKind};
use serde::Deserialize;
use uuid::Uuid;

use super::{gap, kind, mentoring_kind, pool_href};
use crate::filled::Filled;
use crate::kit::block;
use crate::kit::form::{self, Answer, Input, Mend, Mends};
use crate::kit::nav::Way;
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::pages::care::{asks_about, confirm};
use crate::pages::whom::{self, WhomAsked};
use crate::visit::Visit;
use crate::words;

/// A stay as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct EntryForm {
    person: Vec<Uuid>,
    from: String,
    capacity: String,
    minutes: String,
    paused_from: String,
    paused_to: String,
    terms: Vec<Uuid>,
    kinds: Vec<String>,
    note: String,
    /// «yes»: the writer has seen the question about the note and keeps it.
    not_sensitive: String,
    revision: i64,
}

/// A day as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct DayForm {
    on: String,
}

/// Shows the form of a new mentor in the pool.
pub(crate) async fn new_mentor(
    visit: Visit,
    Query(asked): Query<WhomAsked>,
) -> Result<Markup, Oops> {
    new_page(&visit, Pool::Mentors, (&first(&visit), &asked, &html! {}), &Mends::default()).await
}

/// Shows the form of a new mentee in the pool.
pub(crate) async fn new_mentee(
    visit: Visit,
    Query(asked): Query<WhomAsked>,
) -> Result<Markup, Oops> {
    new_page(&visit, Pool::Mentees, (&first(&visit), &asked, &html! {}), &Mends::default()).await
}

fn first(visit: &Visit) -> EntryForm {
    let from = visit.today().to_string();
    EntryForm { from, capacity: "1".to_owned(), ..EntryForm::default() }
}

/// Enters somebody into the pool of mentors.
pub(crate) async fn enter_mentors(
    visit: Visit,
    Filled(form): Filled<EntryForm>,
) -> Result<Response, Oops> {
    enter(&visit, Pool::Mentors, &form).await
}

/// Enters somebody into the pool of mentees.
pub(crate) async fn enter_mentees(
    visit: Visit,
    Filled(form): Filled<EntryForm>,
) -> Result<Response, Oops> {
    enter(&visit, Pool::Mentees, &form).await
}

async fn enter(visit: &Visit, pool: Pool, form: &EntryForm) -> Result<Response, Oops> {
    let lang = visit.lang;
    let (mut mends, mut wanted) = (Mends::default(), html! {});
    let people: Vec<PersonId> = form.person.iter().map(|it| PersonId(*it)).collect();
    if people.is_empty() {
        mends.push("person", lang.t(key("pool-mend-who")));
    }
    let from = mends.day(lang, "from", &form.from);
    let asks = asks_about_note(lang, form, &mut mends);
    if let ([first, ..], Some(from), false) = (&people[..], from, asks) {
        let ask = ask(form, pool, *first, from);
        match pool::enter_pool_together(visit.ctx()?, &people, &ask).await {
            Ok(_) => return Ok(visit.done(pool_href(pool), key("notice-pool-entered"))),
            Err(refusal) => {
                let refused = obstacles(refusal)?;
                mends = mends_of_several(lang, &people, &refused);
                wanted = consents_wanted(lang, &refused);
            }
        }
    }
    let asked = (form, &WhomAsked::default(), &wanted);
    let page = new_page(visit, pool, asked, &mends).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn asks_about_note(lang: Lang, form: &EntryForm, mends: &mut Mends) -> bool {
    asks_about(lang, "note", &form.note, form.not_sensitive == "yes", mends)
}

fn ask(form: &EntryForm, pool: Pool, person: PersonId, from: jiff::civil::Date) -> SaveEntry {
    let paused = words::read_date(&form.paused_from)
        .map(|from| Period { from, to: words::read_date(&form.paused_to) });
    SaveEntry {
        person,
        pool,
        from,
        capacity: form.capacity.trim().parse().unwrap_or(0),
        minutes_a_week: form.minutes.trim().parse().unwrap_or(0),
        paused,
        terms: form.terms.iter().map(|it| TermId(*it)).collect(),
        kinds: form.kinds.iter().filter_map(|it| MentoringKind::from_slug(it)).collect(),
        note: form.note.clone(),
    }
}

/// The obstacles of several people: each with the name, and what concerns all of them once.
fn mends_of_several(lang: Lang, people: &[PersonId], all: &[(String, PoolObstacle)]) -> Mends {
    let mut mends = Mends::default();
    for (name, it) in all {
        for mend in mends_of(lang, std::slice::from_ref(it)).0 {
            let is_of_person = mend.field == "person" && 1 < people.len();
            let words = match is_of_person {
                true => lang.tn(
                    key("order-labour"),
                    [("name", name.clone().into()), ("what", mend.words.into())],
                ),
                false => mend.words,
            };
            let mend = Mend { words, ..mend };
            if !mends.0.contains(&mend) {
                mends.0.push(mend);
            }
        }
    }
    mends
}

fn mends_of(lang: Lang, all: &[PoolObstacle]) -> Mends {
    let mut mends = Mends::default();
    for it in all {
        match it {
            PoolObstacle::Consent(it) => mends.push("person", gap(lang, it)),
            PoolObstacle::AlreadyIn { since } => mends.push(
                "person",
                lang.tn(key("pool-mend-in"), [("day", words::date(lang, *since).into())]),
            ),
            PoolObstacle::TooYoung { age, least } => mends.push(
                "person",
                lang.tn(
                    key("pool-mend-young"),
                    [("age", (*age).into()), ("least", (*least).into())],
                ),
            ),
            PoolObstacle::Capacity { most } => mends
                .push("capacity", lang.tn(key("pool-mend-capacity"), [("most", (*most).into())])),
            PoolObstacle::EndsBeforeItBegan { from } => mends.push(
                "on",
                lang.tn(
                    key("person-mend-ends-before"),
                    [("from", words::date(lang, *from).into())],
                ),
            ),
        }
    }
    mends
}

async fn new_page(
    visit: &Visit,
    pool: Pool,
    (typed, asked, wanted): (&EntryForm, &WhomAsked, &Markup),
    mends: &Mends,
) -> Result<Markup, Oops> {
    let (lang, ctx) = (visit.lang, visit.ctx()?);
    let chosen: Vec<PersonId> = typed.person.iter().map(|it| PersonId(*it)).collect();
    let found = whom::find(ctx, asked, &chosen).await?;
    let dictionary = pool::list_pool(ctx, pool, &pool::PoolFilter::default()).await?.dictionary;
    let people: Vec<Answer> = found
        .shown
        .iter()
        .map(|it| Answer { value: it.person.id.to_string(), words: whom::of_line(lang, it) })
        .collect();
    let ticked: Vec<String> = chosen.iter().map(PersonId::to_string).collect();
    let title = lang.t(key("pool-enter"));
    let who = Input {
        name: "person",
        label: &lang.t(key("pool-who")),
        hint: &lang.t(key("pool-who-hint")),
        ..Input::default()
    };
    let from = Input {
        name: "from",
        label: &lang.t(key("pool-since")),
        value: &typed.from,
        kind: "date",
        width: "w-date",
        ..Input::default()
    };
    let body = html! {
        (block::head(&title, "", &html! {}))
        (form::refusal(lang, &lang.t(key("pool-refused")), &lang.t(key("person-kept")), mends))
        (wanted)
        (whom::search(lang, &format!("{}/new", pool_href(pool)), asked, &found))
        form.form method="post" action=(pool_href(pool)) {
            (visit.hidden())
            (form::choices(lang, &who, &people, &ticked, mends))
            (whom::rest(lang, &found))
            (form::input(lang, &from, mends))
            (profile(lang, pool, &dictionary, typed, mends))
            div.sticky-act { button.btn.btn-go { (lang.t(key("pool-enter"))) } }
        }
    };
    Ok(framed(visit, pool, &title, &body))
}

/// The way on for who has not consented: a link to each consent that is missing.
fn consents_wanted(lang: Lang, refused: &[(String, PoolObstacle)]) -> Markup {
    let gaps = refused.iter().filter_map(|(name, it)| match it {
        PoolObstacle::Consent(gap) => Some((name, gap)),
        _ => None,
    });
    let gaps: Vec<_> = gaps.collect();
    html! {
        @if !gaps.is_empty() {
            p { (lang.t(key("pool-consents-first"))) }
            ul { @for (name, it) in gaps {
                li { (name) ": " a href={ "/people/" (it.person) "/consents/new?kind=" (it.kind.slug()) } { (kind(lang, it.kind)) } }
            } }
        }
    }
}

fn framed(visit: &Visit, pool: Pool, title: &str, body: &Markup) -> Markup {
    let lang = visit.lang;
    let (section, words) = match pool {
        Pool::Mentors => (Section::Mentors, lang.t(key("mentors-title"))),
        Pool::Mentees => (Section::Mentees, lang.t(key("mentees-title"))),
    };
    let crumbs = [
        Way { href: pool_href(pool).to_owned(), words, here: false },
        Way { href: String::new(), words: title.to_owned(), here: true },
    ];
    shell::page(visit, &Frame { title, section, crumbs: &crumbs }, body)
}

fn profile(
    lang: Lang,
    pool: Pool,
    dictionary: &[Term],
    typed: &EntryForm,
    mends: &Mends,
) -> Markup {
    let (wanted, label) = match pool {
        Pool::Mentors => (TermKind::Strength, lang.t(key("pool-strengths"))),
        Pool::Mentees => (TermKind::Need, lang.t(key("pool-needs"))),
    };
    let of = |kind| {
        let terms = dictionary.iter().filter(|it| it.kind == kind);
        terms
            .map(|it| Answer { value: it.id.to_string(), words: it.text.clone() })
            .collect::<Vec<Answer>>()
    };
    let (answers, forms) = (of(wanted), of(TermKind::Form));
    let kinds: Vec<Answer> = MentoringKind::ALL
        .iter()
        .map(|it| Answer { value: it.slug().to_owned(), words: mentoring_kind(lang, *it) })
        .collect();
    let chosen: Vec<String> = typed.terms.iter().map(Uuid::to_string).collect();
    let number = |name, label: &str, hint: &str, value: &str, optional| {
        let input =
            Input { name, label, hint, value, width: "w-num", optional, ..Input::default() };
        form::input(lang, &input, mends)
    };
    let day = |name, label: &str, hint: &str, value: &str| {
        let input = Input {
            name,
            label,
            hint,
            value,
            kind: "date",
            width: "w-date",
            optional: true,
            ..Input::default()
        };
        form::input(lang, &input, mends)
    };
    let terms = Input {
        name: "terms",
        label: &label,
        hint: &lang.t(key("pool-terms-hint")),
        ..Input::default()
    };
    let form_label = lang.t(key("pool-forms"));
    let formed = Input { name: "terms", id: "forms", label: &form_label, ..Input::default() };
    let wished = Input { name: "kinds", label: &lang.t(key("pool-kinds")), ..Input::default() };
    let note = Input {
        name: "note",
        label: &lang.t(key("pool-note")),
        hint: &lang.t(key("pool-note-hint")),
        value: &typed.note,
        optional: true,
        ..Input::default()
    };
    html! {
        @if !answers.is_empty() { (form::choices(lang, &terms, &answers, &chosen, mends)) }
        @if !forms.is_empty() { (form::choices(lang, &formed, &forms, &chosen, mends)) }
        (form::choices(lang, &wished, &kinds, &typed.kinds, mends))
        @if pool == Pool::Mentors { (number("capacity", &lang.t(key("pool-capacity")), "", &typed.capacity, false)) }
        (number("minutes", &lang.t(key("pool-minutes")), &lang.t(key("pool-minutes-hint")), &typed.minutes, true))
        @if pool == Pool::Mentors {
            (day("paused_from", &lang.t(key("pool-paused-from")), &lang.t(key("pool-paused-hint")), &typed.paused_from))
            (day("paused_to", &lang.t(key("pool-paused-to")), "", &typed.paused_to))
        }
        (form::lines(lang, &note, 2, mends))
        (confirm(lang, &typed.note))
    }
}

/// Shows a stay in a pool with its form.
pub(crate) async fn edit_entry(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let (entry, known, dictionary) = pool::show_entry(visit.ctx()?, PoolEntryId(id)).await?;
    let typed = typed_of(&entry);
    Ok(entry_page(&visit, (&entry, &known, &dictionary), &typed, &Mends::default()))
}

fn typed_of(entry: &PoolRecord) -> EntryForm {
    let day = |it: Option<jiff::civil::Date>| it.map(|it| it.to_string()).unwrap_or_default();
    let minutes =
        if entry.minutes_a_week == 0 { String::new() } else { entry.minutes_a_week.to_string() };
    EntryForm {
        person: vec![entry.person.0],
        from: entry.from_on.to_string(),
        capacity: entry.capacity.to_string(),
        minutes,
        paused_from: day(entry.paused_from),
        paused_to: day(entry.paused_to),
        terms: entry.terms.0.clone(),
        kinds: entry.kinds.0.clone(),
        note: entry.note.clone(),
        not_sensitive: String::new(),
        revision: entry.revision,
    }
}

/// Changes the profile of a stay.
pub(crate) async fn change_entry(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<EntryForm>,
) -> Result<Response, Oops> {
    let id = PoolEntryId(id);
    let (entry, known, dictionary) = pool::show_entry(visit.ctx()?, id).await?;
    let ask = ask(&form, entry.pool, entry.person, entry.from_on);
    let mut mends = Mends::default();
    if asks_about_note(visit.lang, &form, &mut mends) {
        let page = entry_page(&visit, (&entry, &known, &dictionary), &form, &mends);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    match pool::change_entry(visit.ctx()?, id, &ask, form.revision).await {
        Ok(()) => Ok(visit.done(pool_href(entry.pool), key("notice-pool-changed"))),
        Err(refusal) => {
            let mends = mends_of(visit.lang, &obstacles(refusal)?);
            let page = entry_page(&visit, (&entry, &known, &dictionary), &form, &mends);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// Ends a stay.
pub(crate) async fn leave(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<DayForm>,
) -> Result<Response, Oops> {
    let id = PoolEntryId(id);
    let (entry, known, dictionary) = pool::show_entry(visit.ctx()?, id).await?;
    let mut mends = Mends::default();
    if let Some(on) = mends.day(visit.lang, "on", &form.on) {
        match pool::leave_pool(visit.ctx()?, id, on).await {
            Ok(()) => return Ok(visit.done(pool_href(entry.pool), key("notice-pool-left"))),
            Err(refusal) => mends = mends_of(visit.lang, &obstacles(refusal)?),
        }
    }
    let typed = typed_of(&entry);
    let page = entry_page(&visit, (&entry, &known, &dictionary), &typed, &mends);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn entry_page(
    visit: &Visit,
    (entry, known, dictionary): (&PoolRecord, &Known, &[Term]),
    typed: &EntryForm,
    mends: &Mends,
) -> Markup {
    use mentoring::access::Action;
    let lang = visit.lang;
    let title = known.person.name.full();
    let may_edit = visit.signed.as_ref().is_some_and(|it| it.may(Action::EditPools));
    let today = visit.today().to_string();
    let on = Input {
        name: "on",
        label: &lang.t(key("pool-leave-on")),
        value: &today,
        kind: "date",
        width: "w-date",
        ..Input::default()
    };
    let since =
        lang.tn(key("person-role-since"), [("from", words::date(lang, entry.from_on).into())]);
    let acts = html! { a.btn.btn-plain href={ "/people/" (known.person.id) "/consents" } { (lang.t(key("consents-title"))) } };
    let body = html! {
        (block::head(&title, &since, &acts))
        (form::refusal(lang, &lang.t(key("pool-refused")), &lang.t(key("person-kept")), mends))
        @if may_edit && entry.to_on.is_none() {
            form.form method="post" action={ "/pool-entries/" (entry.id) } {
                (visit.hidden())
                input type="hidden" name="revision" value=(typed.revision);
                (profile(lang, entry.pool, dictionary, typed, mends))
                div.sticky-act { button.btn.btn-go { (lang.t(key("person-save"))) } }
            }
            details open[mends.at("on").is_some()] {
                summary { (lang.t(key("pool-leave"))) }
                form.form method="post" action={ "/pool-entries/" (entry.id) "/leave" } {
                    (visit.hidden())
                    (form::input(lang, &on, mends))
                    button.btn.btn-stop { (lang.t(key("pool-leave"))) }
                }
            }
        } @else {
            (summary(lang, entry, dictionary))
        }
    };
    framed(visit, entry.pool, &title, &body)
}

fn summary(lang: Lang, entry: &PoolRecord, dictionary: &[Term]) -> Markup {
    let rule = entry.for_rule();
    let terms: Vec<&str> = dictionary
        .iter()
        .filter(|it| rule.terms.contains(&it.id))
        .map(|it| it.text.as_str())
        .collect();
    let kinds: Vec<String> = rule.kinds.iter().map(|it| mentoring_kind(lang, *it)).collect();
    let mut rows = vec![
        (lang.t(key("pool-profile")), html! { (terms.join(", ")) }),
        (lang.t(key("pool-kinds")), html! { (kinds.join(", ")) }),
    ];
    if let Some(to) = entry.to_on {
        rows.push((lang.t(key("pool-left-on")), html! { (words::date(lang, to)) }));
    }
    block::card(&rows)
}
