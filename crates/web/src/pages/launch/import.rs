//! Loading a document, and deciding what its reading becomes.

use app::Ctx;
use app::launch::view::ImportView;
use app::launch::{self, Into as Becomes, Language, ReadDocument, ReadObstacle, Roadmap, sentence};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use mentoring::access::Action;
use mentoring::id::{ImportId, RoadmapId};
use mentoring::launch::ImportState;
use serde::Deserialize;
use uuid::Uuid;

use crate::filled::{Button, Filled, Upload};
use crate::kit::block;
use crate::kit::form::{self, Answer, Input, Mends};
use crate::kit::nav::Way;
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::visit::Visit;
use crate::words;

/// What a browser offers to choose from.
pub(crate) const ACCEPTED: &str = ".docx,.xlsx,.ods,.odt,.csv,.txt";

/// Shows where a document is chosen.
pub(crate) async fn new_import(visit: Visit) -> Markup {
    upload_page(&visit, &Mends::default())
}

/// Reads a document. Where nothing acts in its year, it becomes a draft at once.
pub(crate) async fn load_document(visit: Visit, mut upload: Upload) -> Result<Response, Oops> {
    let ctx = visit.ctx()?;
    let Some(file) = upload.take_file("file") else {
        let mut mends = Mends::default();
        mends.push("file", visit.lang.t(key("import-mend-file")));
        let page = upload_page(&visit, &mends);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    let ask = ReadDocument { name: file.name, content: file.bytes };
    let import = match launch::read_document(ctx, ask).await {
        Ok(import) => import,
        Err(refusal) => {
            let mends = mends_of(visit.lang, &obstacles(refusal)?);
            let page = upload_page(&visit, &mends);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    Ok(Redirect::to(&onward(ctx, import).await?).into_response())
}

/// Where a reading leads: to a draft at once where nothing stands beside it, else to the question
/// what it becomes.
pub(crate) async fn onward(ctx: &Ctx, import: ImportId) -> Result<String, Oops> {
    let view = launch::view::show_import(ctx, import).await?;
    if view.near.is_empty() && !view.is_past {
        let version = launch::accept_import(ctx, import, Becomes::New).await?;
        return Ok(format!("/versions/{version}"));
    }
    Ok(format!("/imports/{import}"))
}

/// Says what to do about a file that was not read.
pub(crate) fn mends_of(lang: Lang, all: &[ReadObstacle]) -> Mends {
    let language = match lang {
        Lang::Ru => Language::Russian,
        Lang::En => Language::English,
    };
    let mut mends = Mends::default();
    for obstacle in all {
        let words = match obstacle {
            ReadObstacle::NotRead(why) => sentence(why, language),
            ReadObstacle::NoRoadmap => lang.t(key("import-mend-no-roadmap")),
            ReadObstacle::TooLong => lang.t(key("import-mend-too-long")),
        };
        mends.push("file", words);
    }
    mends
}

fn upload_page(visit: &Visit, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let title = lang.t(key("import-title"));
    let body = html! {
        (block::head(&title, &lang.t(key("import-under")), &html! {}))
        (form::refusal(lang, &lang.t(key("import-refused")), &lang.t(key("import-kept")), mends))
        form.form method="post" action="/imports" enctype="multipart/form-data" {
            (visit.hidden())
            (form::file(lang, &Input { name: "file", label: &lang.t(key("import-file")), hint: &lang.t(key("import-file-hint")), ..Input::default() }, ACCEPTED, mends))
            div.sticky-act { button.btn.btn-go { (lang.t(key("import-read"))) } }
        }
        p.mt-5 { (lang.t(key("import-none"))) " " a href="/roadmaps/new" { (lang.t(key("roadmaps-from-standard"))) } }
    };
    shell::page(
        visit,
        &Frame { title: &title, section: Section::Roadmaps, crumbs: &crumbs(lang, &title) },
        &body,
    )
}

fn crumbs(lang: Lang, title: &str) -> [Way; 2] {
    [
        Way { href: "/roadmaps".to_owned(), words: lang.t(key("roadmaps-title")), here: false },
        Way { href: String::new(), words: title.to_owned(), here: true },
    ]
}

/// Shows the difference to what acts in the same year, and asks what the reading becomes.
pub(crate) async fn show_import(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, Oops> {
    let view = launch::view::show_import(visit.ctx()?, ImportId(id)).await?;
    if let Some(version) = view.import.version {
        return Ok(Redirect::to(&format!("/versions/{version}")).into_response());
    }
    if view.import.state == ImportState::Discarded {
        return Err(Oops::NotFound);
    }
    Ok(decide_page(&visit, &view).into_response())
}

/// Sets a reading aside.
pub(crate) async fn discard_import(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(Button {}): Filled<Button>,
) -> Result<Response, Oops> {
    launch::discard_import(visit.ctx()?, ImportId(id)).await?;
    Ok(visit.done("/roadmaps", key("notice-import-discarded")))
}

/// Prints the files that were read and became nothing yet, each with the two ways on. Nothing for
/// whoever may not decide about them.
pub(crate) async fn waiting(visit: &Visit) -> Result<Markup, Oops> {
    let ctx = visit.ctx()?;
    if !ctx.may(Action::EditRoadmap) {
        return Ok(html! {});
    }
    let lang = visit.lang;
    let all = launch::list_waiting(ctx).await?;
    Ok(html! { @for it in &all {
        @let at = words::moment(lang, visit.local(it.read_at));
        (block::next_step(
            &lang.tn(key("import-waits"), [("file", it.file_name.clone().into())]),
            &lang.tn(key("import-waits-why"), [("at", at.into()), ("rows", it.plan.0.rows.len().into())]),
            &html! {
                a.btn.btn-plain href={ "/imports/" (it.id) } { (lang.t(key("import-go-on"))) span.visually-hidden { ": " (it.file_name) } }
                (drop_it(visit, it.id))
            },
        ))
    } })
}

/// The button that sets a reading aside.
fn drop_it(visit: &Visit, id: ImportId) -> Markup {
    html! {
        form method="post" action={ "/imports/" (id) "/discard" } {
            (visit.hidden())
            button.btn.btn-text { (visit.lang.t(key("import-discard"))) }
        }
    }
}

/// What the reading becomes: `new`, or the id of a roadmap.
#[derive(Default, Deserialize)]
pub(crate) struct DecideForm {
    #[serde(default)]
    becomes: String,
}

/// Makes the reading what was chosen.
pub(crate) async fn accept_import(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<DecideForm>,
) -> Result<Response, Oops> {
    let becomes = match form.becomes.parse::<Uuid>() {
        Ok(roadmap) => Becomes::VersionOf(RoadmapId(roadmap)),
        Err(_) => Becomes::New,
    };
    let version = launch::accept_import(visit.ctx()?, ImportId(id), becomes).await?;
    Ok(visit.done(&format!("/versions/{version}"), key("notice-draft-begun")))
}

fn decide_page(visit: &Visit, view: &ImportView) -> Markup {
    let lang = visit.lang;
    let plan = &view.import.plan.0;
    let title =
        lang.t(if view.near.is_empty() { key("decide-title-past") } else { key("decide-title") });
    let file = view.import.file_name.clone();
    let under = lang.tn(
        if view.near.is_empty() { key("decide-under-alone") } else { key("decide-under") },
        [("file", file.into()), ("rows", plan.rows.len().into())],
    );
    let next = |map: &Roadmap| Answer {
        value: map.id.to_string(),
        words: lang.tn(key("decide-version"), [("title", map.title.clone().into())]),
    };
    let mut answers: Vec<Answer> = view.near.iter().map(|(map, _)| next(map)).collect();
    answers.push(Answer { value: "new".to_owned(), words: lang.t(key("decide-new")) });
    let first = answers.first().map(|it| it.value.clone()).unwrap_or_default();
    let class = if view.is_past { "btn btn-plain" } else { "btn btn-go" };
    let body = html! {
        (block::head(&title, &under, &html! {}))
        @if view.is_past {
            (block::next_step(&lang.t(key("decide-past")), &lang.t(key("decide-past-why")), &html! {
                a.btn.btn-go href={ "/imports/" (view.import.id) "/roll" } { (lang.t(key("decide-roll"))) }
            }))
        }
        @for (map, acting) in &view.near {
            section.mt-4 {
                h2.h3 { (map.title) " " span.soft { (words::window(lang, map.from_on, map.to_on)) } }
                @if let Some(acting) = acting { (super::compare::difference(visit, acting, plan)) }
                @else { p.soft { (lang.t(key("decide-not-approved"))) } }
            }
        }
        form.form.mt-5 method="post" action={ "/imports/" (view.import.id) } {
            (visit.hidden())
            // Of one answer nobody is asked.
            @if let [only] = answers.as_slice() {
                input type="hidden" name="becomes" value=(only.value);
                div.sticky-act { button class=(class) { (lang.t(key("decide-alone"))) } }
            } @else {
                (form::one_of(lang, &Input { name: "becomes", label: &lang.t(key("decide-what")), value: &first, ..Input::default() }, &answers, &Mends::default()))
                div.sticky-act { button class=(class) { (lang.t(key("decide-go-on"))) } }
            }
        }
        div.mt-4 { (drop_it(visit, view.import.id)) }
    };
    shell::page(
        visit,
        &Frame { title: &title, section: Section::Roadmaps, crumbs: &crumbs(lang, &title) },
        &body,
    )
}
