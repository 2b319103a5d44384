//! The guide: what each remark of the compiler means, an example and the mend.

use app::guide::{self, Chapter, Explanation, Language, Severity};
use axum::extract::Path;
use maud::{Markup, html};

use crate::kit::block;
use crate::kit::icon::{Icon, sign};
use crate::kit::nav::Way;
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::visit::Visit;

fn language(lang: Lang) -> Language {
    match lang {
        Lang::Ru => Language::Russian,
        Lang::En => Language::English,
    }
}

/// Shows all remarks by what they are about.
pub(crate) async fn list_explanations(visit: Visit) -> Markup {
    let lang = visit.lang;
    let title = lang.t(key("section-guide"));
    let chapters = guide::chapters(language(lang));
    let body = html! {
        (block::head(&title, &lang.t(key("guide-under")), &html! {}))
        @for (number, it) in chapters.iter().enumerate() { (chapter(lang, number, it)) }
    };
    shell::page(&visit, &Frame { title: &title, section: Section::Guide, crumbs: &[] }, &body)
}

fn chapter(lang: Lang, number: usize, it: &Chapter) -> Markup {
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
