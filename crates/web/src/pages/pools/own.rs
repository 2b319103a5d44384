//! One's own consents, those of one's children, and who of the class one leads has signed.
//!
//! Deliberately absent: recording; the curator's matrix is for who sees the whole organisation.

use app::pools::consent::{ConsentLine, PersonConsents};
use app::pools::own::{OwnConsents, show_own};
use maud::{Markup, html};
use mentoring::consent::ConsentState;

use super::{gap, kind, short_kind, state};
use crate::kit::block;
use crate::kit::icon::{Icon, icon};
use crate::kit::shell::{self, Frame, Section};
use crate::kit::table::{self, Column, Heat};
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::visit::Visit;

/// Shows one's own consents.
pub(crate) async fn show_own_consents(visit: Visit) -> Result<Markup, Oops> {
    let view = show_own(visit.ctx()?).await?;
    let lang = visit.lang;
    let title = lang.t(key("own-consents"));
    let body = html! {
        (block::head(&title, &lang.t(key("own-consents-under")), &html! {
            a.btn.btn-plain href={ "/people/" (view.own.line.known.person.id) } { (lang.t(key("own-card"))) }
        }))
        (person(lang, "own", &lang.t(key("own-consents-mine")), &view.own))
        @for (number, it) in view.wards.iter().enumerate() {
            (person(lang, &format!("ward-{number}"), &it.line.known.person.name.full(), it))
        }
        (classes(lang, &view))
    };
    let frame = Frame { title: &title, section: Section::OwnConsents, crumbs: &[] };
    Ok(shell::page(&visit, &frame, &body))
}

/// What one person has signed, and what is missing for what.
fn person(lang: Lang, id: &str, title: &str, view: &PersonConsents) -> Markup {
    let href = format!("/people/{}/consents", view.line.known.person.id);
    html! {
        section.mt-5 aria-labelledby=(id) {
            (block::section_head(id, title, &view.line.known.about, None))
            @if view.given.is_empty() && view.gaps.is_empty() { p.soft { (lang.t(key("own-consents-none"))) } }
            @if !view.gaps.is_empty() {
                ul { @for it in &view.gaps { li { (gap(lang, it)) } } }
                p.soft { (lang.t(key("own-consents-how"))) }
            }
            @if !view.given.is_empty() {
                ul.plain { @for it in &view.given { li { (kind(lang, it.record.kind)) ": " (state(lang, it.state)) } } }
                p { a href=(href) { (lang.t(key("own-consents-open"))) span.visually-hidden { ": " (title) } } }
            }
        }
    }
}

fn classes(lang: Lang, view: &OwnConsents) -> Markup {
    html! {
        @for (number, (class, lines)) in view.classes.iter().enumerate() {
            @let id = format!("class-{number}");
            section.mt-5 aria-labelledby=(id) {
                (block::section_head(&id, &lang.tn(key("own-class"), [("class", class.clone().into())]), "", None))
                @if lines.is_empty() { p.soft { (lang.t(key("own-class-empty"))) } } @else { (class_table(lang, class, lines)) }
            }
        }
    }
}

fn class_table(lang: Lang, class: &str, lines: &[ConsentLine]) -> Markup {
    let heads = [lang.t(key("people-column-name")), lang.t(key("own-class-missing"))];
    let columns: Vec<_> = heads.iter().map(Column::new).collect();
    let rows = html! { @for it in lines { (row(lang, &heads, it)) } };
    table::table(&lang.tn(key("own-class"), [("class", class.to_owned().into())]), &columns, &rows)
}

fn row(lang: Lang, heads: &[String; 2], line: &ConsentLine) -> Markup {
    let is_missing = |it: &&app::pools::consent::ConsentCell| {
        it.is_wanted && it.state != Some(ConsentState::Valid)
    };
    let missing: Vec<String> =
        line.cells.iter().filter(is_missing).map(|it| short_kind(lang, it.kind)).collect();
    let (person, takes_part) = (&line.known.person, !line.deeds.is_empty());
    let heat = if missing.is_empty() { Heat::Calm } else { Heat::Warm };
    let cells = html! {
        (table::row_head(&format!("/people/{}/consents", person.id), &person.name.full(), ""))
        (table::cell(&heads[1], &html! {
            @if !takes_part { span.soft { (lang.t(key("own-class-no-part"))) } }
            @else if missing.is_empty() { span.t-ok { (icon(Icon::Done)) (lang.t(key("consents-complete"))) } }
            @else { (missing.join(", ")) }
        }))
    };
    table::row(heat, &cells)
}
