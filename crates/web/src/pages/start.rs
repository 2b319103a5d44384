//! The first start: the name of the organisation and its roadmap, nothing else is asked.

use app::account::{self, Found, FoundObstacle, Opened};
use app::launch::{self, ReadDocument};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use mentoring::organisation::CardObstacle;

use crate::filled::{BroughtFile, Upload};
use crate::kit::form::{self, Input, Mends};
use crate::kit::shell;
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::pages::door;
use crate::pages::launch::import;
use crate::visit::Visit;

/// What was typed.
#[derive(Default)]
pub(crate) struct StartForm {
    school: String,
}

/// Shows the beginning; once somebody has begun, this page leads home.
pub(crate) async fn new_school(visit: Visit) -> Result<Response, Oops> {
    match account::is_first_start(&visit.web.app).await? {
        true => Ok(start_page(&visit, &StartForm::default(), &Mends::default()).into_response()),
        false => Ok(Redirect::to("/").into_response()),
    }
}

/// Founds the first organisation, reads its roadmap where one was brought, and lets its curator in.
///
/// A file that cannot be read is refused before anything is founded: nothing is half-done.
pub(crate) async fn found_school(visit: Visit, mut upload: Upload) -> Result<Response, Oops> {
    let form = StartForm { school: upload.field("school").to_owned() };
    let file = upload.take_file("file");
    if let Some(file) = &file
        && let Err(refusal) = launch::try_document(&file.name, &file.bytes).await
    {
        let mends = import::mends_of(visit.lang, &obstacles(refusal)?);
        return Ok(
            (StatusCode::UNPROCESSABLE_ENTITY, start_page(&visit, &form, &mends)).into_response()
        );
    }
    let ask = Found {
        name: form.school.clone(),
        curator: visit.lang.t(key("start-curator")),
        lang: visit.lang.code().to_owned(),
        device: visit.device.clone(),
    };
    match account::found_school(&visit.web.app, &ask).await {
        Ok(opened) => {
            let onward = match file {
                Some(file) => read_first(&visit, &opened, file).await?,
                None => "/roadmaps".to_owned(),
            };
            Ok(door::entered(&visit, &opened, &onward, true))
        }
        Err(refusal) => {
            let mends = mends_of(visit.lang, &obstacles(refusal)?);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, start_page(&visit, &form, &mends))
                .into_response())
        }
    }
}

/// Reads the first roadmap as the curator who has just begun.
async fn read_first(visit: &Visit, opened: &Opened, file: BroughtFile) -> Result<String, Oops> {
    let ctx = account::find_session(&visit.web.app, &opened.token).await?.ok_or(Oops::SignedOut)?;
    let ask = ReadDocument { name: file.name, content: file.bytes };
    let import = launch::read_document(&ctx, ask)
        .await
        .map_err(|it| obstacles(it).err().unwrap_or(Oops::Unreadable))?;
    import::onward(&ctx, import).await
}

fn mends_of(lang: Lang, all: &[FoundObstacle]) -> Mends {
    let mut mends = Mends::default();
    for obstacle in all {
        match obstacle {
            FoundObstacle::Founded => mends.push("", lang.t(key("start-mend-founded"))),
            FoundObstacle::Card(CardObstacle::TooLong { limit, .. }) => {
                mends.push(
                    "school",
                    lang.tn(key("organisation-mend-long"), [("limit", (*limit).into())]),
                );
            }
            FoundObstacle::Card(_) => mends.push("school", lang.t(key("start-mend-school"))),
        }
    }
    mends
}

fn start_page(visit: &Visit, typed: &StartForm, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let inner = html! {
        a.skip href="#main" { (lang.t(key("skip"))) }
        div.door {
            main.door-l id="main" tabindex="-1" {
                (shell::brand(lang, ""))
                h1.big { (lang.t(key("start-promise"))) }
                (form::refusal(lang, &lang.t(key("start-refused")), "", mends))
                form.form method="post" action="/start" enctype="multipart/form-data" {
                    (visit.hidden())
                    (form::input(lang, &Input { name: "school", label: &lang.t(key("start-school")), value: &typed.school, autocomplete: "organization", ..Input::default() }, mends))
                    (form::file(lang, &Input { name: "file", label: &lang.t(key("start-file")), hint: &lang.t(key("start-file-hint")), optional: true, ..Input::default() }, import::ACCEPTED, mends))
                    div.acts { button.btn.btn-go.btn-l { (lang.t(key("start-do"))) } }
                }
                p.small.soft.mt-5.mb-0 { (lang.t(key("door-own-data"))) }
            }
            aside.door-r aria-labelledby="how" {
                (shell::view_choices(visit))
                (how_it_goes(lang))
            }
        }
    };
    shell::bare_page(visit, &lang.t(key("start-title")), &inner)
}

fn how_it_goes(lang: Lang) -> Markup {
    let steps = [key("start-step-name"), key("start-step-roadmap"), key("start-step-people")]
        .map(|it| lang.t(it));
    let examples = [
        (key("start-how-month"), key("start-how-month-read")),
        (key("start-how-range"), key("start-how-range-read")),
        (key("start-how-monthly"), key("start-how-monthly-read")),
    ];
    html! {
        h2 id="how" { (lang.t(key("start-how-it-goes"))) }
        ol { @for step in &steps { li { (step) } } }
        h2.h3.mt-5 { (lang.t(key("start-how"))) }
        dl.kv.small { @for (text, read) in examples { dt { (lang.t(text)) } dd { (lang.t(read)) } } }
    }
}
