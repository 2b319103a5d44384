//! Who may read what is sensitive: the list, naming, taking back.

use app::care::{self, NameReader, ReaderLine, ReaderObstacle, Readers};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::id::{PersonId, SensitiveReaderId};
use serde::Deserialize;
use uuid::Uuid;

use super::HREF;
use crate::filled::{Button, Filled};
use crate::kit::block;
use crate::kit::form::{self, Answer, Input, Mends};
use crate::kit::nav::Way;
use crate::kit::shell::{self, Frame, Section};
use crate::kit::table::{self, Column, Heat};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::visit::Visit;
use crate::words;

/// The address of the list.
const READERS: &str = "/sensitive-readers";

/// A reader as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ReaderForm {
    person: String,
    ground: String,
    from: String,
    to: String,
}

/// Shows who may read.
pub(crate) async fn list_readers(visit: Visit) -> Result<Markup, Oops> {
    let view = care::list_readers(visit.ctx()?).await?;
    let typed = ReaderForm { from: visit.today().to_string(), ..ReaderForm::default() };
    Ok(readers_page(&visit, &view, &typed, &Mends::default()))
}

/// Names a reader.
pub(crate) async fn name_reader(
    visit: Visit,
    Filled(form): Filled<ReaderForm>,
) -> Result<Response, Oops> {
    let lang = visit.lang;
    let mut mends = Mends::default();
    let person: Option<PersonId> = form.person.parse().ok();
    if person.is_none() {
        mends.push("person", lang.t(key("pool-mend-who")));
    }
    let from = mends.day(lang, "from", &form.from);
    let to = mends.day_if_any(lang, "to", &form.to);
    if let (Some(person), Some(from), true) = (person, from, mends.is_empty()) {
        let ask = NameReader { person, ground: form.ground.clone(), from, to };
        match care::name_reader(visit.ctx()?, &ask).await {
            Ok(_) => return Ok(visit.done(READERS, key("notice-reader-named"))),
            Err(refusal) => mends_of(lang, &obstacles(refusal)?, &mut mends),
        }
    }
    let view = care::list_readers(visit.ctx()?).await?;
    let page = readers_page(&visit, &view, &form, &mends);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// Takes the right to read back at once: yesterday was the last day.
pub(crate) async fn end_reader(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(_): Filled<Button>,
) -> Result<Response, Oops> {
    let last = visit.today().yesterday().unwrap_or(visit.today());
    match care::end_reader(visit.ctx()?, SensitiveReaderId(id), last).await {
        Ok(()) => Ok(visit.done(READERS, key("notice-reader-ended"))),
        Err(refusal) => {
            let mut mends = Mends::default();
            mends_of(visit.lang, &obstacles(refusal)?, &mut mends);
            let view = care::list_readers(visit.ctx()?).await?;
            let page = readers_page(&visit, &view, &ReaderForm::default(), &mends);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

fn mends_of(lang: Lang, all: &[ReaderObstacle], mends: &mut Mends) {
    let day = |it: jiff::civil::Date| words::date(lang, it);
    for it in all {
        match it {
            ReaderObstacle::NoGround => mends.push("ground", lang.t(key("reader-mend-ground"))),
            ReaderObstacle::TooLong { limit } => {
                mends.push("ground", lang.tn(key("person-mend-long"), [("limit", (*limit).into())]))
            }
            ReaderObstacle::ReadsAlready { since } => mends
                .push("person", lang.tn(key("reader-mend-already"), [("day", day(*since).into())])),
            ReaderObstacle::EndsBeforeItBegan { from } => mends
                .push("to", lang.tn(key("person-mend-ends-before"), [("from", day(*from).into())])),
        }
    }
}

fn readers_page(visit: &Visit, view: &Readers, typed: &ReaderForm, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let title = lang.t(key("readers-title"));
    let heads = [lang.t(key("people-column-name")), lang.t(key("readers-term"))];
    let columns: Vec<_> = heads.iter().map(Column::new).collect();
    let rows = html! { @for it in &view.lines { (row(visit, view, &heads, it)) } };
    let body = html! {
        (block::head(&title, &lang.t(key("readers-under")), &html! {}))
        (form::refusal(lang, &lang.t(key("readers-refused")), &lang.t(key("person-kept")), mends))
        @if view.lines.is_empty() { p.soft { (lang.t(key("readers-none"))) } }
        @else { (table::table(&title, &columns, &rows)) }
        section aria-labelledby="naming" {
            (block::section_head("naming", &lang.t(key("readers-name")), "", None))
            (naming(visit, view, typed, mends))
        }
    };
    let crumbs = [
        Way { href: HREF.to_owned(), words: lang.t(key("care-title")), here: false },
        Way { href: String::new(), words: title.clone(), here: true },
    ];
    let frame = Frame { title: &title, section: Section::Accessibility, crumbs: &crumbs };
    shell::page(visit, &frame, &body)
}

fn row(visit: &Visit, view: &Readers, heads: &[String; 2], it: &ReaderLine) -> Markup {
    let lang = visit.lang;
    let record = &it.record;
    let from = words::date(lang, record.from_on);
    let term = match record.to_on {
        None => lang.tn(key("person-role-since"), [("from", from.into())]),
        Some(to) => lang.tn(
            key("person-role-until"),
            [("from", from.into()), ("to", words::date(lang, to).into())],
        ),
    };
    let is_open = record.to_on.is_none_or(|to| view.today <= to);
    let cells = html! {
        (table::row_head(&format!("/people/{}", it.person.id), &it.person.name.full(), &record.ground))
        (table::cell(&heads[1], &html! {
            (term)
            @if is_open {
                form.d-inline method="post" action={ (READERS) "/" (record.id) "/end" } {
                    (visit.hidden())
                    " " button.btn-text { (lang.t(key("readers-end"))) span.visually-hidden { ": " (it.person.name.short()) } }
                }
            }
        }))
    };
    table::row(Heat::Calm, &cells)
}

fn naming(visit: &Visit, view: &Readers, typed: &ReaderForm, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let nobody = Answer { value: String::new(), words: lang.t(key("pool-choose")) };
    let people =
        view.candidates.iter().map(|it| Answer { value: it.id.to_string(), words: it.name.full() });
    let people: Vec<Answer> = std::iter::once(nobody).chain(people).collect();
    let who = Input {
        name: "person",
        label: &lang.t(key("readers-who")),
        value: &typed.person,
        ..Input::default()
    };
    let ground = Input {
        name: "ground",
        label: &lang.t(key("readers-ground")),
        hint: &lang.t(key("readers-ground-hint")),
        value: &typed.ground,
        ..Input::default()
    };
    let from = Input {
        name: "from",
        label: &lang.t(key("care-from")),
        value: &typed.from,
        kind: "date",
        width: "w-date",
        ..Input::default()
    };
    let to = Input {
        name: "to",
        label: &lang.t(key("care-to")),
        value: &typed.to,
        kind: "date",
        width: "w-date",
        optional: true,
        ..Input::default()
    };
    html! {
        form.form method="post" action=(READERS) {
            (visit.hidden())
            (form::select(lang, &who, &people, mends))
            (form::input(lang, &ground, mends))
            (form::input(lang, &from, mends))
            (form::input(lang, &to, mends))
            div.sticky-act { button.btn.btn-go { (lang.t(key("readers-name"))) } }
        }
    }
}
