//! Templates of papers: the list, the editor with its preview, versions, Word files.

mod fields;
mod flaws;
pub(crate) mod list;
pub(crate) mod files;
pub(crate) mod show;
pub(crate) mod versions;

use app::paper::template::Origin;
use app::paper::{Flaw, NotRendered};
use mentoring::paper::{PaperKind, Phase};

use crate::kit::nav::Way;
use crate::lang::{Lang, key};
use crate::oops::Oops;

/// The address of the section.
pub(super) const HREF: &str = "/templates";

/// Reads the kind of an address.
pub(super) fn kind_of(slug: &str) -> Result<PaperKind, Oops> {
    PaperKind::from_slug(slug).ok_or(Oops::NotFound)
}

/// The address of a kind.
pub(super) fn href(kind: PaperKind) -> String {
    format!("{HREF}/{kind}")
}

/// Names a phase: «Запуск».
pub(super) fn phase(lang: Lang, it: Phase) -> String {
    lang.t(&format!("template-phase-{}", it.slug()))
}

/// Says whose text papers are made from.
pub(super) fn origin(lang: Lang, it: &Origin) -> String {
    match it {
        Origin::Standard => lang.t(key("template-origin-standard")),
        Origin::Own => lang.t(key("template-origin-own")),
        Origin::Above(name) => {
            lang.tn(key("template-origin-above"), [("name", name.clone().into())])
        }
    }
}

/// Says why a text gives no paper.
pub(super) fn not_rendered(lang: Lang, why: &NotRendered) -> String {
    flaws::words(lang, &Flaw::Not(why.clone()))
}

/// The way from the list to a kind and to a page under it.
pub(super) fn crumbs(lang: Lang, kind: PaperKind, under: Option<String>) -> Vec<Way> {
    let list = Way { href: HREF.to_owned(), words: lang.t(key("templates-title")), here: false };
    let title = kind.spec().title.to_owned();
    let own = Way { href: href(kind), words: title, here: under.is_none() };
    let last = under.map(|words| Way { href: String::new(), words, here: true });
    [list, own].into_iter().chain(last).collect()
}
