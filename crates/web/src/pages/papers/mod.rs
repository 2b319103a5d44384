//! Papers: the catalogue of kinds, the form of a draft, a paper on the page, files, packs.

pub(crate) mod act;
pub(crate) mod amend;
pub(crate) mod catalogue;
pub(crate) mod fields;
pub(crate) mod file;
pub(crate) mod list;
pub(crate) mod new;
pub(crate) mod pack;
pub(crate) mod show;
pub(crate) mod view;

use app::paper::{PaperObstacle, PaperState, Place, TEXT_MOST, TypedObstacle};
use mentoring::paper::PaperKind;

use crate::kit::form::Mends;
use crate::kit::nav::Way;
use crate::lang::{Lang, key};

/// The address of the section.
pub(super) const HREF: &str = "/papers";

/// The way from the catalogue to a page under it.
pub(super) fn crumbs(lang: Lang, here: String) -> [Way; 2] {
    [
        Way { href: HREF.to_owned(), words: lang.t(key("papers-title")), here: false },
        Way { href: String::new(), words: here, here: true },
    ]
}

/// Tabs of the section; `here` is the address of the current one.
pub(super) fn tabs(lang: Lang, here: &str) -> [Way; 3] {
    [
        (HREF, lang.t(key("papers-tab-kinds"))),
        ("/papers/made", lang.t(key("papers-tab-made"))),
        ("/papers/packs/new", lang.t(key("papers-tab-packs"))),
    ]
    .map(|(href, words)| Way { href: href.to_owned(), words, here: href == here })
}

/// Names where a paper stands.
pub(super) fn state(lang: Lang, it: PaperState) -> String {
    match it {
        PaperState::Draft => lang.t(key("paper-state-draft")),
        PaperState::Signed => lang.t(key("paper-state-signed")),
        PaperState::Discarded => lang.t(key("paper-state-discarded")),
    }
}

/// The page where a known fact is mended; `None` where it follows from the rest.
pub(super) fn place_href(it: Place) -> Option<String> {
    Some(match it {
        Place::Organisation => "/organisation/edit".to_owned(),
        Place::Heads => "/organisation/heads/new".to_owned(),
        Place::People => "/people".to_owned(),
        Place::Person(id) => format!("/people/{id}"),
        Place::Detail(id) => format!("/people/{id}/detail"),
        Place::Consents(id) => format!("/people/{id}/consents"),
        Place::Order(id) => format!("/orders/{id}"),
        Place::Orders => "/orders".to_owned(),
        Place::Addendum(id) => format!("/addenda/{id}"),
        Place::Partner(id) => format!("/partners/{id}"),
        Place::Mentors => "/mentors".to_owned(),
        Place::Mentees => "/mentees".to_owned(),
        Place::Partners => "/partners".to_owned(),
        Place::Itself => return None,
    })
}

/// Says what to do about something typed, at its field.
pub(super) fn typed_mend(lang: Lang, it: &TypedObstacle) -> String {
    match it {
        TypedObstacle::NoDay { .. } => lang.t(key("form-mend-day")),
        TypedObstacle::NoNumber { .. } => lang.t(key("paper-mend-number")),
        TypedObstacle::Namesakes { .. } => lang.t(key("paper-mend-namesakes")),
        TypedObstacle::TooLong { .. } => {
            lang.tn(key("person-mend-long"), [("limit", TEXT_MOST.into())])
        }
        TypedObstacle::TooMany { .. } => lang.t(key("paper-mend-many")),
    }
}

/// Says what to do about everything that keeps a paper from being saved.
pub(super) fn mends_of<'a>(lang: Lang, all: impl IntoIterator<Item = &'a PaperObstacle>) -> Mends {
    let mut mends = Mends::default();
    for it in all {
        match it {
            PaperObstacle::Typed(it) => mends.push_at(it.at().to_owned(), typed_mend(lang, it)),
            PaperObstacle::Text(words) => {
                mends.push("", lang.tn(key("paper-mend-text"), [("words", words.clone().into())]))
            }
            PaperObstacle::NoDraft => mends.push("", lang.t(key("paper-mend-draft"))),
            PaperObstacle::OrderSigned => mends.push("", lang.t(key("paper-mend-order"))),
        }
    }
    mends
}

/// The address of the form of a new paper.
pub(crate) fn new_href(kind: PaperKind, about: &str) -> String {
    format!("/papers/new?kind={}{about}", kind.slug())
}
