//! The library of acts: the list, one act, entering it, and who has read it.

pub(crate) mod list;
pub(crate) mod show;
pub(crate) mod edit;
pub(crate) mod readers;

use app::act::ActCard;
use mentoring::act::ActKey;

use crate::kit::nav::Way;
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::words;

/// The address of the section.
pub(super) const HREF: &str = "/acts";

/// Reads the key of an act from an address; what can be none is not there.
pub(super) fn key_of(text: &str) -> Result<ActKey, Oops> {
    ActKey::parse(text).ok_or(Oops::NotFound)
}

/// Names an act as papers do: «приказ Минпросвещения России от 24 марта 2023 г. № 196 «О порядке»».
pub(crate) fn named(lang: Lang, act: &ActCard) -> String {
    let mut said = act.heading.clone();
    if let Some(day) = act.signed_on {
        said = format!(
            "{said} {}",
            lang.tn(key("act-of-day"), [("day", words::date(lang, day).into())])
        );
    }
    if !act.number.is_empty() {
        said = format!("{said} № {}", act.number);
    }
    if !act.title.is_empty() {
        said = format!("{said} «{}»", act.title);
    }
    said
}

/// Names an act in a few words: without its title, where it has another name.
pub(super) fn short(lang: Lang, act: &ActCard) -> String {
    named(lang, &ActCard { title: String::new(), ..act.clone() })
}

/// Says from when to when an act is in force.
pub(super) fn term(lang: Lang, act: &ActCard) -> String {
    let day = |it| words::date(lang, it).into();
    match act.to {
        None => lang.tn(key("acts-from"), [("from", day(act.from))]),
        Some(to) => lang.tn(key("acts-from-to"), [("from", day(act.from)), ("to", day(to))]),
    }
}

/// The way from the list to a page under it.
pub(super) fn crumbs(lang: Lang, here: String) -> [Way; 2] {
    [
        Way { href: HREF.to_owned(), words: lang.t(key("section-acts")), here: false },
        Way { href: String::new(), words: here, here: true },
    ]
}
