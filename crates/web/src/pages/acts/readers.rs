//! Who has to know an act, who has read it and how; naming them, paper signatures, the sheet.

use app::act::acquaintance::{self, Concerning, ReaderLine, SheetObstacle};
use app::act::{self, ActView};
use app::launch::paper::Format;
use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::act::{Concerned, ReadingWay};
use mentoring::id::{ActConcernId, PersonId};
use mentoring::person::Position;
use serde::Deserialize;
use uuid::Uuid;

use super::show::{self, in_papers};
use super::{HREF, key_of};
use crate::attachment::{disposition, named};
use crate::filled::{Button, Filled};
use crate::kit::block;
use crate::kit::form::{self, Answer, Input, Mends};
use crate::kit::icon::{Icon, icon};
use crate::kit::table::{self, Column, Heat};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::terms;
use crate::visit::Visit;
use crate::words;

/// Who is to know an act, as chosen.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct NamingForm {
    employees: String,
    position: Vec<String>,
    reader: Vec<Uuid>,
    from: String,
}

/// Who signed the sheet on paper, as ticked.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct PaperForm {
    signed: Vec<Uuid>,
    on: String,
}

impl NamingForm {
    fn whom(&self) -> Vec<Concerned> {
        let employees = (!self.employees.is_empty()).then_some(Concerned::Employees);
        let positions = self.position.iter().filter_map(|it| Position::from_slug(it));
        let people = self.reader.iter().map(|it| Concerned::Person(PersonId(*it)));
        employees.into_iter().chain(positions.map(Concerned::Position)).chain(people).collect()
    }
}

/// Names who has to know an act.
pub(crate) async fn name_readers(
    visit: Visit,
    Path(act): Path<String>,
    Filled(form): Filled<NamingForm>,
) -> Result<Response, Oops> {
    let lang = visit.lang;
    let key_of_act = key_of(&act)?;
    let mut mends = Mends::default();
    let whom = form.whom();
    if whom.is_empty() {
        mends.push("employees", lang.t(key("act-mend-whom")));
    }
    let from = mends.day(lang, "from", &form.from);
    if let Some(from) = from.filter(|_| mends.is_empty()) {
        acquaintance::name_concerns(visit.ctx()?, &key_of_act, &whom, from).await?;
        return Ok(visit.done(&format!("{HREF}/{act}"), key("notice-act-named")));
    }
    let view = act::show_act(visit.ctx()?, &key_of_act).await?;
    let page = show::page(&visit, &view, &form, &mends);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// Ends that somebody has to know an act.
pub(crate) async fn end_concern(
    visit: Visit,
    Path((act, concern)): Path<(String, Uuid)>,
    _: Filled<Button>,
) -> Result<Response, Oops> {
    acquaintance::end_concern(visit.ctx()?, &key_of(&act)?, ActConcernId(concern)).await?;
    Ok(visit.done(&format!("{HREF}/{act}"), key("notice-act-concern-ended")))
}

/// Records signatures on the paper sheet.
pub(crate) async fn record_readings(
    visit: Visit,
    Path(act): Path<String>,
    Filled(form): Filled<PaperForm>,
) -> Result<Response, Oops> {
    let lang = visit.lang;
    let key_of_act = key_of(&act)?;
    let people: Vec<PersonId> = form.signed.iter().copied().map(PersonId).collect();
    let mut mends = Mends::default();
    if people.is_empty() {
        mends.push("signed", lang.t(key("act-mend-signed")));
    }
    let on = mends.day(lang, "on-paper", &form.on);
    if let Some(on) = on.filter(|_| mends.is_empty()) {
        match acquaintance::record_readings(visit.ctx()?, &key_of_act, &people, on).await {
            Ok(()) => {
                return Ok(visit.done(&format!("{HREF}/{act}"), key("notice-act-signed")));
            }
            Err(refusal) => {
                for it in obstacles(refusal)? {
                    mends.push("on-paper", show::mend(lang, it));
                }
            }
        }
    }
    let view = act::show_act(visit.ctx()?, &key_of_act).await?;
    let page = show::page(&visit, &view, &NamingForm::default(), &mends);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// Gives the acquaintance sheet as a Word file.
pub(crate) async fn sheet_docx(visit: Visit, Path(act): Path<String>) -> Result<Response, Oops> {
    sheet(&visit, &act, Format::Docx).await
}

/// Gives the acquaintance sheet as a PDF.
pub(crate) async fn sheet_pdf(visit: Visit, Path(act): Path<String>) -> Result<Response, Oops> {
    sheet(&visit, &act, Format::Pdf).await
}

async fn sheet(visit: &Visit, act: &str, format: Format) -> Result<Response, Oops> {
    let key_of_act = key_of(act)?;
    let ctx = visit.ctx()?;
    let view = act::show_act(ctx, &key_of_act).await?;
    let made = acquaintance::acquaintance_sheet(ctx, &key_of_act, in_papers(&view), format).await;
    let bytes = match made {
        Ok(bytes) => bytes,
        Err(refusal) => {
            let mut mends = Mends::default();
            for SheetObstacle::Nobody in obstacles(refusal)? {
                mends.push("employees", visit.lang.t(key("act-mend-nobody")));
            }
            let page = show::page(visit, &view, &NamingForm::default(), &mends);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    let mut response = bytes.into_response();
    let name = Lang::Ru.tn(key("act-sheet-name"), [("number", view.card.number.clone().into())]);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(format.media_type()));
    headers.insert(header::CONTENT_DISPOSITION, disposition(&named(&name, format.ending())));
    Ok(response)
}

/// Prints who has to know the act and who has read it, with the forms of whoever looks after it.
pub(super) fn section(visit: &Visit, view: &ActView, typed: &NamingForm, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let n_left = view.readers.iter().filter(|it| it.must && it.read.is_none()).count();
    let note = lang.tn(key("act-readers-left"), [("count", n_left.into())]);
    let href = format!("{HREF}/{}", view.card.key.text());
    html! {
        section aria-labelledby="readers" {
            (block::section_head("readers", &lang.t(key("act-readers")), if view.readers.is_empty() { "" } else { &note }, None))
            @if view.concerns.is_empty() { p.soft { (lang.t(key("act-readers-none"))) } }
            ul.plain { @for it in view.concerns.iter().filter(|it| it.concern.to_on.is_none()) { li.d-flex.flex-wrap.gap-4 {
                span { (whom(lang, it)) " " span.soft { (lang.tn(key("person-role-since"), [("from", words::date(lang, it.concern.from_on).into())])) } }
                @if view.may_record {
                    form method="post" action={ (href) "/concerns/" (it.concern.id) "/end" } {
                        (visit.hidden())
                        button.btn-text { (lang.t(key("act-concern-end"))) span.visually-hidden { ": " (whom(lang, it)) } }
                    }
                }
            } } }
            @if !view.readers.is_empty() {
                (list(lang, &view.readers))
                p.acts {
                    a.btn.btn-plain.btn-s href={ (href) "/sheet.pdf" } { (icon(Icon::Load)) (lang.t(key("act-sheet-pdf"))) }
                    a.btn.btn-plain.btn-s href={ (href) "/sheet.docx" } { (icon(Icon::Load)) (lang.t(key("act-sheet-docx"))) }
                }
            }
            @if view.may_record {
                @if 0 < n_left { (on_paper(visit, view, &href, mends)) }
                (naming(visit, view, &href, typed, mends))
            }
        }
    }
}

fn whom(lang: Lang, it: &Concerning) -> String {
    match (it.concern.position, &it.person) {
        (_, Some(person)) => person.name.full(),
        (Some(position), _) => {
            let words = terms::position(lang, position);
            lang.tn(key("act-whom-position"), [("position", words.into())])
        }
        (None, None) => lang.t(key("act-whom-employees")),
    }
}

fn list(lang: Lang, readers: &[ReaderLine]) -> Markup {
    let heads = [lang.t(key("people-column-name")), lang.t(key("order-read-on"))];
    let columns: Vec<_> = heads.iter().map(Column::new).collect();
    let rows = html! {
        @for it in readers {
            (table::row(if it.read.is_some() { Heat::Calm } else { Heat::Warm }, &html! {
                (table::row_head(&format!("/people/{}", it.person.id), &it.person.name.full(), &it.person.job_title))
                (table::cell(&heads[1], &html! {
                    @match it.read {
                        Some((on, way)) => {
                            (words::date(lang, on)) br;
                            span.small.soft { (lang.t(match way { ReadingWay::InApp => key("act-way-in-app"), ReadingWay::Paper => key("act-way-paper") })) }
                        },
                        None => span.soft { (lang.t(key("act-not-read"))) },
                    }
                }))
            }))
        }
    };
    table::table(&lang.t(key("act-readers")), &columns, &rows)
}

fn on_paper(visit: &Visit, view: &ActView, href: &str, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let today = visit.today().to_string();
    let left = view.readers.iter().filter(|it| it.must && it.read.is_none());
    let people: Vec<Answer> = left
        .map(|it| Answer { value: it.person.id.to_string(), words: it.person.name.full() })
        .collect();
    let who = Input { name: "signed", label: &lang.t(key("act-signed")), ..Input::default() };
    let on = Input {
        name: "on",
        id: "on-paper",
        label: &lang.t(key("act-signed-day")),
        value: &today,
        kind: "date",
        width: "w-date",
        ..Input::default()
    };
    html! {
        details.mt-4 open[mends.at("signed").is_some() || mends.at("on-paper").is_some()] {
            summary { (lang.t(key("act-paper"))) }
            form.form method="post" action={ (href) "/readings" } {
                (visit.hidden())
                (form::choices(lang, &who, &people, &[], mends))
                (form::input(lang, &on, mends))
                button.btn.btn-go { (lang.t(key("act-paper-do"))) }
            }
        }
    }
}

fn naming(visit: &Visit, view: &ActView, href: &str, typed: &NamingForm, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let today = visit.today().to_string();
    let from = Input {
        name: "from",
        label: &lang.t(key("act-whom-from")),
        value: if typed.from.is_empty() { &today } else { &typed.from },
        kind: "date",
        width: "w-date",
        ..Input::default()
    };
    let positions = Input {
        name: "position",
        label: &lang.t(key("act-whom-positions")),
        optional: true,
        ..Input::default()
    };
    let people = Input {
        name: "reader",
        label: &lang.t(key("act-whom-people")),
        optional: true,
        ..Input::default()
    };
    let chosen: Vec<String> = typed.reader.iter().map(Uuid::to_string).collect();
    let answers: Vec<Answer> = view
        .candidates
        .iter()
        .map(|it| Answer { value: it.id.to_string(), words: it.name.full() })
        .collect();
    html! {
        details.mt-4 open[mends.at("employees").is_some() || mends.at("from").is_some()] {
            summary { (lang.t(key("act-name"))) }
            form.form method="post" action={ (href) "/readers" } {
                (visit.hidden())
                (form::tick("employees", &lang.t(key("act-whom-employees")), !typed.employees.is_empty()))
                details { summary { (lang.t(key("act-whom-positions"))) } (form::choices(lang, &positions, &terms::positions(lang), &typed.position, mends)) }
                details { summary { (lang.t(key("act-whom-people"))) } (form::choices(lang, &people, &answers, &chosen, mends)) }
                (form::input(lang, &from, mends))
                button.btn.btn-go { (lang.t(key("act-name-do"))) }
            }
        }
    }
}
