//! Texts of consents: every edition that somebody signed, and who signed an earlier one.

use app::pools::wording::{self, Edition, EditionsOf};
use axum::extract::Path;
use maud::{Markup, html};
use mentoring::id::WordingId;
use mentoring::person::Person;
use uuid::Uuid;

use crate::kit::block;
use crate::kit::nav::Way;
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::visit::Visit;
use crate::words;

/// Lists the texts of consents.
pub(crate) async fn list_texts(visit: Visit) -> Result<Markup, Oops> {
    let all = wording::list_wordings(visit.ctx()?).await?;
    let lang = visit.lang;
    let title = lang.t(key("texts-title"));
    let n_earlier: usize = all.iter().map(EditionsOf::n_earlier).sum();
    let under = lang.tn(key("texts-under"), [("count", n_earlier.into())]);
    let body = html! {
        (block::head(&title, &under, &html! {}))
        @for it in &all { (of_paper(lang, it)) }
    };
    let crumbs = crumbs(lang, title.clone());
    let frame = Frame { title: &title, section: Section::Consents, crumbs: &crumbs };
    Ok(shell::page(&visit, &frame, &body))
}

/// Shows the text of an edition.
pub(crate) async fn show_text(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let it = wording::show_wording(visit.ctx()?, WordingId(id)).await?;
    let lang = visit.lang;
    let title = it.wording.paper.spec().title;
    let body = html! {
        (block::head(title, &named(lang, &it), &html! {}))
        @if it.wording.content.is_empty() { p.soft { (lang.t(key("texts-word"))) } }
        @else { p.soft { (lang.t(key("texts-places"))) } pre.quoted lang="ru" tabindex="0" { (it.wording.content) } }
    };
    let crumbs = crumbs(lang, title.to_owned());
    let frame = Frame { title, section: Section::Consents, crumbs: &crumbs };
    Ok(shell::page(&visit, &frame, &body))
}

fn crumbs(lang: Lang, here: String) -> [Way; 2] {
    [
        Way { href: "/consents".to_owned(), words: lang.t(key("consents-title")), here: false },
        Way { href: String::new(), words: here, here: true },
    ]
}

/// «редакция 2, подписывают с 1 сентября 2026 г.».
fn named(lang: Lang, it: &Edition) -> String {
    let day = words::date(lang, it.wording.from_on).into();
    let said = lang.tn(key("edition"), [("number", it.number.into()), ("day", day)]);
    let state = if it.is_in_force { key("edition-in-force") } else { key("edition-earlier") };
    format!("{said}, {}", lang.t(state))
}

fn of_paper(lang: Lang, it: &EditionsOf) -> Markup {
    let id = it.paper.slug();
    html! {
        section aria-labelledby=(id) {
            (block::section_head(id, it.paper.spec().title, "", None))
            @if it.is_unsigned() { p.soft { (lang.t(key("texts-unsigned"))) } }
            ul.plain {
                @for edition in &it.editions {
                    li {
                        a href={ "/consents/texts/" (edition.wording.id) } { (named(lang, edition)) }
                        @match edition.is_in_force {
                            true => { br; span.soft { (lang.tn(key("texts-signed"), [("count", edition.people.len().into())])) } },
                            false => (people(lang, &lang.t(key("texts-signed-earlier")), &edition.people)),
                        }
                    }
                }
            }
            (people(lang, &lang.t(key("texts-signed-unknown")), &it.without))
        }
    }
}

fn people(lang: Lang, what: &str, all: &[Person]) -> Markup {
    html! {
        @if !all.is_empty() {
            details {
                summary { (what) ": " (lang.tn(key("texts-people"), [("count", all.len().into())])) }
                ul { @for it in all { li { a href={ "/people/" (it.id) "/consents" } { (it.name.full()) } } } }
            }
        }
    }
}
