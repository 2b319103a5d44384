//! Loading a list of people: the file, the list as it was understood, taking it.

mod preview;
mod wrong;

use std::collections::BTreeMap;

use app::launch::Language;
use app::person::import::{
    self, ImportView, LoadObstacle, LoadPeople, answer_people_import, apply_people_import,
    discard_people_import, list_people_imports, load_people, show_people_import,
};
use app::sheet::{Sheet, SheetCell, SheetFormat, write_sheet};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use mentoring::id::PeopleImportId;
use mentoring::person::arrival::Said;
use mentoring::person::listed::ListField;
use serde::Deserialize;
use uuid::Uuid;

use crate::filled::{Filled, Upload};
use crate::kit::block;
use crate::kit::form::{self, Input, Mends};
use crate::kit::nav::Way;
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::pages::sheet::file_of;
use crate::visit::Visit;
use crate::words;

/// What a browser offers to choose from.
const ACCEPTED: &str = ".xlsx,.ods,.csv,.txt";

/// The language of sentences that are not the pages' own.
pub(super) fn language(lang: Lang) -> Language {
    match lang {
        Lang::Ru => Language::Russian,
        Lang::En => Language::English,
    }
}

/// Shows where a list is chosen, and the lists that were loaded.
pub(crate) async fn new_import(visit: Visit) -> Result<Markup, Oops> {
    upload_page(&visit, &Mends::default()).await
}

/// Loads a list.
pub(crate) async fn load(visit: Visit, mut upload: Upload) -> Result<Response, Oops> {
    let mut mends = Mends::default();
    match upload.take_file("file") {
        None => mends.push("file", visit.lang.t(key("list-mend-file"))),
        Some(file) => {
            let ask = LoadPeople { name: file.name, content: file.bytes, columns: Vec::new() };
            match load_people(visit.ctx()?, ask).await {
                Ok(id) => return Ok(Redirect::to(&format!("/people/imports/{id}")).into_response()),
                Err(refusal) => mends_of(visit.lang, &obstacles(refusal)?, &mut mends),
            }
        }
    }
    let page = upload_page(&visit, &mends).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn mends_of(lang: Lang, all: &[LoadObstacle], mends: &mut Mends) {
    for it in all {
        mends.push("file", said(lang, it));
    }
}

fn said(lang: Lang, it: &LoadObstacle) -> String {
    match it {
        LoadObstacle::NotRead(why) => import::not_read(why, language(lang)),
        LoadObstacle::TooLong => lang.t(key("list-mend-too-long")),
    }
}

async fn upload_page(visit: &Visit, mends: &Mends) -> Result<Markup, Oops> {
    let lang = visit.lang;
    let loaded = list_people_imports(visit.ctx()?).await?;
    let title = lang.t(key("list-title"));
    let body = html! {
        (block::head(&title, &lang.t(key("list-under")), &html! {}))
        (form::refusal(lang, &lang.t(key("list-refused")), "", mends))
        form.form method="post" action="/people/imports" enctype="multipart/form-data" {
            (visit.hidden())
            (form::file(lang, &Input { name: "file", label: &lang.t(key("list-file")), hint: &lang.t(key("list-file-hint")), ..Input::default() }, ACCEPTED, mends))
            div.sticky-act { button.btn.btn-go { (lang.t(key("list-read"))) } }
        }
        @if !loaded.is_empty() {
            section aria-labelledby="loaded" {
                (block::section_head("loaded", &lang.t(key("list-loaded")), "", None))
                ul.plain { @for it in loaded.iter().take(20) { li {
                    a href={ "/people/imports/" (it.id) } { (it.file_name) } " "
                    span.soft { (words::moment(lang, it.loaded_at.to_zoned(visit.ctx()?.zone.clone()).datetime())) ", "
                        @if it.discarded_at.is_some() { (lang.t(key("list-state-discarded"))) }
                        @else if it.content.is_empty() { (lang.t(key("list-state-taken"))) }
                        @else { (lang.t(key("list-state-waits"))) }
                    }
                } } }
            }
        }
    };
    Ok(inner(visit, &title, &body))
}

/// Prints a page below the list of people.
fn inner(visit: &Visit, title: &str, body: &Markup) -> Markup {
    let lang = visit.lang;
    let crumbs = [
        Way { href: "/people".to_owned(), words: lang.t(key("people-title")), here: false },
        Way { href: String::new(), words: title.to_owned(), here: true },
    ];
    shell::page(visit, &Frame { title, section: Section::People, crumbs: &crumbs }, body)
}

/// Shows a list as it was understood, or what became of it.
pub(crate) async fn show(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let view = show_people_import(visit.ctx()?, PeopleImportId(id)).await?;
    let title = view.import.file_name.clone();
    Ok(inner(&visit, &title, &preview::body(&visit, &view)))
}

/// What was chosen of columns and people: `header-1` with `column-1`, `who-0:12`.
type AnswersForm = BTreeMap<String, String>;

/// Says what columns mean and who is whom.
pub(crate) async fn answer(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<AnswersForm>,
) -> Result<Response, Oops> {
    let column = |(name, header): (&String, &String)| {
        let number = name.strip_prefix("header-")?;
        let chosen = form.get(&format!("column-{number}"))?;
        let understood = form.get(&format!("understood-{number}"));
        let field = ListField::from_slug(chosen).filter(|_| understood != Some(chosen))?;
        Some((header.clone(), field))
    };
    let columns: Vec<_> = form.iter().filter_map(column).collect();
    let answer = |(name, value): (&String, &String)| {
        let said = match value.as_str() {
            "same" => Said::Same,
            "different" => Said::Different,
            _ => return None,
        };
        Some((name.strip_prefix("who-")?.to_owned(), said))
    };
    let answers: Vec<_> = form.iter().filter_map(answer).collect();
    let revision = form.get("revision").and_then(|it| it.parse().ok()).unwrap_or_default();
    let ctx = visit.ctx()?;
    match answer_people_import(ctx, PeopleImportId(id), &columns, &answers, revision).await {
        Ok(()) => Ok(visit.done(&format!("/people/imports/{id}"), key("notice-list-answered"))),
        Err(refusal) => {
            let mut mends = Mends::default();
            for it in obstacles(refusal)? {
                mends.push("column-0", said(visit.lang, &it));
            }
            let view = show_people_import(ctx, PeopleImportId(id)).await?;
            let body = html! {
                (form::refusal(visit.lang, &visit.lang.t(key("list-columns-refused")), "", &mends))
                (preview::body(&visit, &view))
            };
            let page = inner(&visit, &view.import.file_name, &body);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// The revision that a page showed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct SeenForm {
    revision: i64,
}

/// Takes what is sound of a list.
pub(crate) async fn apply(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<SeenForm>,
) -> Result<Response, Oops> {
    apply_people_import(visit.ctx()?, PeopleImportId(id), form.revision).await?;
    Ok(visit.done(&format!("/people/imports/{id}"), key("notice-list-taken")))
}

/// Gives up what waits of a list.
pub(crate) async fn discard(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<SeenForm>,
) -> Result<Response, Oops> {
    discard_people_import(visit.ctx()?, PeopleImportId(id), form.revision).await?;
    Ok(visit.done("/people/imports/new", key("notice-list-discarded")))
}

/// Gives what is wrong with a list as a workbook, row by row.
pub(crate) async fn errors(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, Oops> {
    let (ctx, lang) = (visit.ctx()?, visit.lang);
    let view = show_people_import(ctx, PeopleImportId(id)).await?;
    let heads = [
        key("list-error-sheet"),
        key("list-error-row"),
        key("list-error-name"),
        key("list-error-column"),
        key("list-error-what"),
    ];
    let sheet = Sheet {
        title: lang.t(key("list-errors")),
        heads: heads.map(|it| lang.t(it)).to_vec(),
        rows: error_rows(lang, &view),
    };
    let bytes = write_sheet(ctx, sheet, SheetFormat::Xlsx).await?;
    Ok(file_of("errors", ctx.today(), SheetFormat::Xlsx, bytes))
}

fn error_rows(lang: Lang, view: &ImportView) -> Vec<Vec<SheetCell>> {
    let Some(list) = &view.list else { return Vec::new() };
    let cell = |it: &import::WrongCell| {
        let sheet = list.read.sheets.get(usize::from(it.place.sheet));
        vec![
            SheetCell::Text(sheet.cloned().unwrap_or_default()),
            SheetCell::Number(it.place.row.into()),
            SheetCell::Text(it.name.clone()),
            SheetCell::Text(it.column.clone()),
            SheetCell::Text(import::wrong_cell(it, language(lang))),
        ]
    };
    list.read.refused.iter().chain(&list.read.left_out).map(cell).collect()
}
