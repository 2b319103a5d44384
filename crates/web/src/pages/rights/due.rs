//! What must be destroyed, and the acts of what was.

use app::rights::{self, Destruction, DueLine};
use app::{BackupCopy, Erasure};
use maud::{Markup, html};

use super::{DESTRUCTION, REQUESTS, told};
use crate::kit::block;
use crate::kit::nav::Way;
use crate::kit::shell::{self, Frame, Section};
use crate::kit::table::{self, Column, Heat};
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::visit::Visit;
use crate::words;

/// Lists what must be destroyed, and the acts.
pub(crate) async fn list_due(visit: Visit) -> Result<Markup, Oops> {
    let view = rights::list_due(visit.ctx()?).await?;
    let lang = visit.lang;
    let title = lang.t(key("destruction-title"));
    let body = html! {
        (block::head(&title, &lang.t(key("destruction-under")), &html! {}))
        @if view.due.is_empty() {
            (block::empty(&lang.t(key("destruction-none")), &lang.t(key("destruction-none-how")), &html! {}))
        } @else { (due(lang, &view)) }
        @if !view.acts.is_empty() { (acts(lang, &view.acts)) }
    };
    let crumbs = crumbs(lang, title.clone());
    let frame = Frame { title: &title, section: Section::PersonalData, crumbs: &crumbs };
    Ok(shell::page(&visit, &frame, &body))
}

/// The way down from the section.
fn crumbs(lang: Lang, here: String) -> [Way; 2] {
    let section = lang.t(key("section-personal-data"));
    [
        Way { href: REQUESTS.to_owned(), words: section, here: false },
        Way { href: String::new(), words: here, here: true },
    ]
}

/// The way down to one thing of destruction.
pub(super) fn crumbs_below(lang: Lang, here: String) -> [Way; 3] {
    let [section, list] = crumbs(lang, lang.t(key("destruction-title")));
    let list = Way { href: DESTRUCTION.to_owned(), here: false, ..list };
    [section, list, Way { href: String::new(), words: here, here: true }]
}

fn due(lang: Lang, view: &Destruction) -> Markup {
    let heads = [key("people-column-name"), key("destruction-why"), key("destruction-by")];
    let heads = heads.map(|it| lang.t(it));
    let columns: Vec<_> = heads.iter().map(Column::new).collect();
    let rows = html! { @for it in &view.due { (row(lang, &heads, it)) } };
    table::table(&lang.t(key("destruction-title")), &columns, &rows)
}

fn row(lang: Lang, heads: &[String; 3], it: &DueLine) -> Markup {
    let href = format!("{DESTRUCTION}/people/{}", it.person.id);
    let cells = html! {
        (table::row_head(&href, &it.person.name.full(), &it.person.job_title))
        (table::cell(&heads[1], &html! {
            (told::why(lang, it.gone.why)) " " span.soft { (words::date(lang, it.gone.on)) }
            br; span.small.soft { (told::reach(lang, it.gone.reach)) }
        }))
        (table::cell(&heads[2], &html! { (words::date(lang, it.by)) }))
    };
    table::row(if it.is_late { Heat::Hot } else { Heat::Warm }, &cells)
}

fn acts(lang: Lang, all: &[Erasure]) -> Markup {
    html! {
        section aria-labelledby="acts" {
            (block::section_head("acts", &lang.t(key("destruction-acts")), "", None))
            ul.plain { @for it in all { li {
                a href={ (DESTRUCTION) "/acts/" (it.id) } { (lang.tn(key("destruction-act"), [("number", i64::from(it.number).into()), ("day", words::date(lang, it.done_on).into())])) }
                " " span.soft { (told::why(lang, it.why)) }
            } } }
        }
    }
}

/// Prints copies of the database in which the data still are.
pub(super) fn copies(lang: Lang, all: &[BackupCopy], visit: &Visit) -> Markup {
    html! {
        section aria-labelledby="copies" {
            (block::section_head("copies", &lang.t(key("destruction-copies")), "", None))
            p.soft { (lang.t(key("destruction-copies-under"))) }
            @if all.is_empty() { p { (lang.t(key("destruction-copies-none"))) } }
            @else { ul { @for it in all { li {
                (it.name) ", " (words::date(lang, visit.local(it.made_at).date())) ": "
                @match it.kept_until {
                    Some(day) => (lang.tn(key("destruction-copy-until"), [("day", words::date(lang, day).into())])),
                    None => (lang.t(key("destruction-copy-unknown"))),
                }
            } } } }
        }
    }
}
