//! The guide: how to work with Estafeta, and what each remark of the compiler means.
//!
//! Deliberately absent: the texts (`manual` embeds them, `app::guide` has those of the remarks).

use app::guide::{self, Chapter, Explanation, Language, Severity};
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use crate::kit::block;
use crate::kit::icon::{Icon, sign};
use crate::kit::nav::Way;
use crate::kit::prose::prose;
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::manual;
use crate::oops::Oops;
use crate::visit::Visit;

fn language(lang: Lang) -> Language {
    match lang {
        Lang::Ru => Language::Russian,
        Lang::En => Language::English,
    }
}

/// Shows what the guide tells of: its chapters, then all remarks by what they are about.
pub(crate) async fn list_chapters(visit: Visit) -> Markup {
    let lang = visit.lang;
    let title = lang.t(key("section-guide"));
    let remarks = guide::chapters(language(lang));
    let body = html! {
        (block::head(&title, &lang.t(key("guide-under")), &html! {}))
        ol.plain lang="ru" {
            @for it in manual::chapters() {
                li { p { a href={ "/guide/chapters/" (it.name) } { (it.title) } br; span.soft { (it.about) } } }
            }
        }
        h2.mt-5 id="remarks" { (lang.t(key("guide-remarks"))) }
        p.soft { (lang.t(key("guide-remarks-under"))) }
        @for (number, it) in remarks.iter().enumerate() { (remarks_of(lang, number, it)) }
    };
    shell::page(&visit, &Frame { title: &title, section: Section::Guide, crumbs: &[] }, &body)
}

/// Shows a chapter, with the way to the next one.
pub(crate) async fn show_chapter(visit: Visit, Path(name): Path<String>) -> Result<Markup, Oops> {
    let lang = visit.lang;
    let it = manual::chapter(&name).ok_or(Oops::NotFound)?;
    let next = manual::chapters().skip_while(|other| other.name != it.name).nth(1);
    let body = html! {
        (block::head(&it.title, "", &html! {}))
        div lang="ru" {
            (prose(&it.text, &manual::leads))
            @if let Some(next) = next {
                p.mt-5 { (lang.t(key("guide-next"))) " " a href={ "/guide/chapters/" (next.name) } { (next.title) } }
            }
        }
    };
    let crumbs = [
        Way { href: "/guide".to_owned(), words: lang.t(key("section-guide")), here: false },
        Way { href: String::new(), words: it.title.clone(), here: true },
    ];
    let frame = Frame { title: &it.title, section: Section::Guide, crumbs: &crumbs };
    Ok(shell::page(&visit, &frame, &body))
}

/// Sends a picture of a chapter.
pub(crate) async fn show_picture(Path(name): Path<String>) -> Result<Response, Oops> {
    let picture = manual::picture(&name).ok_or(Oops::NotFound)?;
    // Nothing of a person is in it: the pictures are of the sample town.
    let headers = [(header::CONTENT_TYPE, "image/png"), (header::CACHE_CONTROL, "max-age=3600")];
    Ok((headers, picture).into_response())
}

fn remarks_of(lang: Lang, number: usize, it: &Chapter) -> Markup {
    let id = format!("chapter-{number}");
    html! {
        section aria-labelledby=(id) {
            (block::section_head(&id, &it.title, "", None))
            ul.plain {
                @for it in &it.explanations {
                    li { (gravity(lang, it.severity)) " " a href={ "/guide/" (it.code.as_str()) } { (it.title) } " " span.small.soft { (it.code.as_str()) } }
                }
            }
        }
    }
}

fn gravity(lang: Lang, severity: Severity) -> Markup {
    match severity {
        Severity::Error => sign(Icon::Bad, "t-bad", &lang.t(key("remark-mend"))),
        Severity::Warning => sign(Icon::Warn, "t-soon", &lang.t(key("remark-look"))),
        Severity::Note => sign(Icon::Info, "", &lang.t(key("remark-know"))),
    }
}

/// Shows what one remark means.
pub(crate) async fn show_explanation(
    visit: Visit,
    Path(code): Path<String>,
) -> Result<Markup, Oops> {
    let lang = visit.lang;
    let it = guide::explanation(&code, language(lang)).ok_or(Oops::NotFound)?;
    let crumbs = [
        Way { href: "/guide".to_owned(), words: lang.t(key("section-guide")), here: false },
        Way { href: String::new(), words: it.code.as_str().to_owned(), here: true },
    ];
    let frame = Frame { title: &it.title, section: Section::Guide, crumbs: &crumbs };
    Ok(shell::page(&visit, &frame, &explanation(lang, &it)))
}

fn explanation(lang: Lang, it: &Explanation) -> Markup {
    let how_grave = match it.severity {
        Severity::Error => lang.t(key("guide-error")),
        Severity::Warning => lang.t(key("guide-warning")),
        Severity::Note => lang.t(key("guide-note")),
    };
    html! {
        (block::head(&it.title, &how_grave, &html! {}))
        p { (it.meaning) }
        h2.mt-5 { (lang.t(key("guide-example"))) }
        blockquote.panel { (it.example) }
        h2.mt-5 { (lang.t(key("guide-mend"))) }
        blockquote.panel { (it.mend) }
    }
}
