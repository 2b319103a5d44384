//! Word files of templates: bringing one's own, taking files along.
//!
//! Deliberately absent: what makes a file a template (`app::paper`).

use app::paper::keep::{self, KeepTemplate, TemplateBody};
use app::paper::template::{self, TemplateView};
use app::paper::version::{self, SampleFormat};
use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::paper::PaperKind;
use mentoring::paper::template::TemplateForm;

use super::{crumbs, flaws, href, kind_of, show};
use crate::attachment::{disposition, named};
use crate::filled::Upload;
use crate::kit::block;
use crate::kit::form::{self, Input, Mends};
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::visit::Visit;

/// What was typed beside a file.
#[derive(Clone, Debug, Default)]
pub(super) struct Brought {
    from: String,
    why: String,
    is_given: bool,
}

/// Keeps a Word file as a new version.
pub(crate) async fn bring_file(
    visit: Visit,
    Path(slug): Path<String>,
    mut upload: Upload,
) -> Result<Response, Oops> {
    let kind = kind_of(&slug)?;
    let lang = visit.lang;
    let typed = Brought {
        from: upload.field("from").to_owned(),
        why: upload.field("why").to_owned(),
        is_given: upload.field("is_given") == "yes",
    };
    let after = upload.field("after").parse().unwrap_or(0);
    let mut mends = Mends::default();
    let from = mends.day(lang, "word-from", &typed.from);
    let file = upload.take_file("file");
    if file.is_none() {
        mends.push("file", lang.t(key("template-mend-file")));
    }
    if let Some((from, file)) = from.zip(file) {
        let body = TemplateBody::Word(file.name, file.bytes);
        let (why, is_given) = (typed.why.clone(), typed.is_given);
        let ask = KeepTemplate { kind, body, from, why, is_given, after };
        match keep::keep_template(visit.ctx()?, ask).await {
            Ok(_) => return Ok(visit.done(&href(kind), key("notice-template-word"))),
            Err(refusal) => mends = at_form(flaws::mends(lang, &obstacles(refusal)?, "file")),
        }
    }
    let view = template::show_template(visit.ctx()?, kind).await?;
    let title = lang.t(key("template-word"));
    let body = html! {
        (block::head(&title, kind.spec().title, &html! {}))
        (form::refusal(lang, &lang.t(key("template-word-refused")), &lang.t(key("template-word-again")), &mends))
        (own_word(&visit, &view, &typed, &mends))
    };
    let crumbs = crumbs(lang, kind, Some(title.clone()));
    let frame = Frame { title: &title, section: Section::Templates, crumbs: &crumbs };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, shell::page(&visit, &frame, &body)).into_response())
}

/// The fields of this form have ids of their own: the page has another form with the same names.
fn at_form(mut mends: Mends) -> Mends {
    for it in mends.0.iter_mut().filter(|it| it.field == "why") {
        it.field = "word-why".into();
    }
    mends
}

/// Prints the form that brings a Word file.
pub(super) fn own_word(
    visit: &Visit,
    view: &TemplateView,
    typed: &Brought,
    mends: &Mends,
) -> Markup {
    let lang = visit.lang;
    let today = view.today.to_string();
    let from = if typed.from.is_empty() { &today } else { &typed.from };
    let is_given = typed.is_given || view.versions.first().is_some_and(|it| it.card.is_given);
    let file = Input {
        name: "file",
        label: &lang.t(key("template-word-file")),
        hint: &lang.t(key("template-word-hint")),
        ..Input::default()
    };
    html! {
        section aria-labelledby="word" {
            (block::section_head("word", &lang.t(key("template-word")), "", None))
            p { (lang.t(key("template-word-note"))) }
            p { a href={ (href(view.kind)) "/start.docx" } { (lang.t(key("template-word-start"))) } }
            @if view.may_edit {
                form.form method="post" action={ (href(view.kind)) "/word" } enctype="multipart/form-data" {
                    (visit.hidden())
                    input type="hidden" name="after" value=(view.latest());
                    (form::file(lang, &file, ".docx", mends))
                    (show::decided(visit, view, (from, &typed.why, is_given), "word-", mends))
                    button.btn.btn-plain { (lang.t(key("template-word-keep"))) }
                }
            }
        }
    }
}

/// Prints where a filled sample of the version in force can be taken along.
pub(super) fn samples(lang: Lang, view: &TemplateView) -> Markup {
    let is_word = view.card.as_ref().is_some_and(|it| it.form == TemplateForm::Word);
    html! {
        a.btn.btn-plain href={ (href(view.kind)) "/sample.docx" } { (lang.t(key("template-sample-docx"))) }
        // The look of a school's own file belongs to its office program.
        @if !is_word { a.btn.btn-plain href={ (href(view.kind)) "/sample.pdf" } { (lang.t(key("template-sample-pdf"))) } }
    }
}

/// Gives a sample from the version in force as a Word file.
pub(crate) async fn sample_docx(visit: Visit, Path(slug): Path<String>) -> Result<Response, Oops> {
    sample(&visit, &slug, None, SampleFormat::Docx).await
}

/// Gives a sample from the version in force as a PDF.
pub(crate) async fn sample_pdf(visit: Visit, Path(slug): Path<String>) -> Result<Response, Oops> {
    sample(&visit, &slug, None, SampleFormat::Pdf).await
}

/// Gives a sample from an own version as a Word file.
pub(crate) async fn version_docx(
    visit: Visit,
    Path((slug, number)): Path<(String, String)>,
) -> Result<Response, Oops> {
    let number = number.parse().map_err(|_| Oops::NotFound)?;
    sample(&visit, &slug, Some(number), SampleFormat::Docx).await
}

async fn sample(
    visit: &Visit,
    slug: &str,
    number: Option<u32>,
    format: SampleFormat,
) -> Result<Response, Oops> {
    let kind = kind_of(slug)?;
    let bytes = version::sample_file(visit.ctx()?, kind, number, format).await?;
    Ok(give(visit.lang.t(key("template-sample-name")), kind, format, bytes))
}

/// Gives the standard text as a Word file to begin from.
pub(crate) async fn start_file(visit: Visit, Path(slug): Path<String>) -> Result<Response, Oops> {
    let kind = kind_of(&slug)?;
    let bytes = version::start_file(visit.ctx()?, kind).await?;
    Ok(give(visit.lang.t(key("template-start-name")), kind, SampleFormat::Docx, bytes))
}

/// Gives the Word file of an own version back.
pub(crate) async fn version_file(
    visit: Visit,
    Path((slug, number)): Path<(String, String)>,
) -> Result<Response, Oops> {
    let kind = kind_of(&slug)?;
    let number = number.parse().map_err(|_| Oops::NotFound)?;
    let bytes = version::template_file(visit.ctx()?, kind, number).await?;
    Ok(give(visit.lang.t(key("template-start-name")), kind, SampleFormat::Docx, bytes))
}

fn give(what: String, kind: PaperKind, format: SampleFormat, bytes: Vec<u8>) -> Response {
    let (ending, media_type) = match format {
        SampleFormat::Docx => {
            ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
        }
        SampleFormat::Pdf => ("pdf", "application/pdf"),
    };
    let name = named(&format!("{what} {}", kind.spec().title), ending);
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(header::CONTENT_DISPOSITION, disposition(&name));
    response
}
