//! An act of destruction: what it took, the commission, its papers, the copies that still hold it.

use app::launch::paper::Format;
use app::rights::{self, ActPaper, ActView, ActWords};
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::id::ErasureId;
use mentoring::rights::HeldKind;
use uuid::Uuid;

use super::due::{copies, crumbs_below};
use super::{DESTRUCTION, told};
use crate::kit::block;
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::visit::Visit;
use crate::words;

/// Shows an act.
pub(crate) async fn show_act(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let view = rights::show_act(visit.ctx()?, ErasureId(id)).await?;
    let lang = visit.lang;
    let it = &view.whole.erasure;
    let day = words::date(lang, it.done_on);
    let number = i64::from(it.number);
    let title = lang.tn(key("destruction-act"), [("number", number.into()), ("day", day.into())]);
    let path = format!("{DESTRUCTION}/acts/{id}");
    let body = html! {
        (block::head(&title, &lang.t(key("act-under")), &html! {}))
        p.acts {
            span.soft { (lang.t(key("destroyed-paper"))) }
            a href={ (path) "/act.docx" } { "Word" } a href={ (path) "/act.pdf" } { "PDF" }
            span.soft { (lang.t(key("act-extract"))) }
            a href={ (path) "/extract.docx" } { "Word" } a href={ (path) "/extract.pdf" } { "PDF" }
        }
        (facts(lang, &view))
        (copies(lang, &view.copies, &visit))
    };
    let crumbs = crumbs_below(lang, title.clone());
    let frame = Frame { title: &title, section: Section::PersonalData, crumbs: &crumbs };
    Ok(shell::page(&visit, &frame, &body))
}

fn facts(lang: Lang, view: &ActView) -> Markup {
    let it = &view.whole.erasure;
    let members = view.members.iter().map(|it| it.name.full()).collect::<Vec<_>>().join(", ");
    let kept = view.kept_until.map(|it| words::date(lang, it)).unwrap_or_default();
    html! {
        (block::card(&[
            (lang.t(key("act-subject")), html! { (it.person) }),
            (lang.t(key("destruction-why")), html! { (told::why(lang, it.why)) " " (words::date(lang, it.ground_on)) }),
            (lang.t(key("held-column-reach")), html! { (told::reach(lang, it.reach)) }),
            (lang.t(key("destroy-basis")), html! { (it.basis) }),
            (lang.t(key("destroy-commission")), html! { (members) }),
            (lang.t(key("act-kept")), html! { (kept) }),
        ]))
        section aria-labelledby="taken" {
            (block::section_head("taken", &lang.t(key("act-taken")), "", None))
            ul { @for line in &view.whole.lines {
                li { (told::section(lang, line.kind)) ": " (lang.tn(key("destroy-rows"), [("count", i64::from(line.n_records).into())])) }
            } }
        }
    }
}

/// Gives the act as a Word file.
pub(crate) async fn act_docx(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, Oops> {
    paper(&visit, id, ActPaper::Act, Format::Docx).await
}

/// Gives the act as a PDF.
pub(crate) async fn act_pdf(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, Oops> {
    paper(&visit, id, ActPaper::Act, Format::Pdf).await
}

/// Gives the extract of the journal as a Word file.
pub(crate) async fn extract_docx(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, Oops> {
    paper(&visit, id, ActPaper::Extract, Format::Docx).await
}

/// Gives the extract of the journal as a PDF.
pub(crate) async fn extract_pdf(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, Oops> {
    paper(&visit, id, ActPaper::Extract, Format::Pdf).await
}

async fn paper(visit: &Visit, id: Uuid, which: ActPaper, format: Format) -> Result<Response, Oops> {
    let ctx = visit.ctx()?;
    let act = rights::show_act(ctx, ErasureId(id)).await?.whole.erasure;
    let name = match which {
        ActPaper::Act => "destruction-act",
        ActPaper::Extract => "journal-extract",
    };
    let bytes =
        rights::act_paper(ctx, act.id, which, words_of(act.why, act.ground_on), format).await?;
    let place = format!("attachment; filename=\"{name}-{}.{}\"", act.done_on, format.ending());
    let headers = [
        (header::CONTENT_TYPE, format.media_type().to_owned()),
        (header::CONTENT_DISPOSITION, place),
    ];
    Ok((headers, bytes).into_response())
}

/// The words of the papers: they are Russian whatever the page speaks.
fn words_of(why: mentoring::rights::GoneWhy, on: jiff::civil::Date) -> ActWords {
    let lang = Lang::Ru;
    let category = |it: &HeldKind| (*it, told::section(lang, *it).to_lowercase());
    ActWords {
        categories: HeldKind::ALL.iter().map(category).collect(),
        subject: lang.t(key("destroyed-paper-subject")),
        system: lang.t(key("destroyed-paper-system")),
        method: lang.t(key("destroyed-paper-method")),
        reason: format!("{} {}", told::why(lang, why), words::date(lang, on)),
    }
}
