//! One act: what it says and demands, what cites it, and the button of whoever has to read it.

use app::act::acquaintance;
use app::act::{self, ActView};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::act::ReadingObstacle;

use super::readers::{self, NamingForm};
use super::{HREF, crumbs, key_of, named, short, term};
use crate::attachment::give;
use crate::filled::{Button, Filled};
use crate::kit::block;
use crate::kit::form::{self, Mends};
use crate::kit::icon::{Icon, icon};
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::visit::Visit;
use crate::words;

/// Shows an act.
pub(crate) async fn show_act(visit: Visit, Path(act): Path<String>) -> Result<Markup, Oops> {
    let view = act::show_act(visit.ctx()?, &key_of(&act)?).await?;
    Ok(page(&visit, &view, &NamingForm::default(), &Mends::default()))
}

/// Records that the visitor has read the act.
pub(crate) async fn read_act(
    visit: Visit,
    Path(act): Path<String>,
    _: Filled<Button>,
) -> Result<Response, Oops> {
    let key_of_act = key_of(&act)?;
    match acquaintance::read_act(visit.ctx()?, &key_of_act).await {
        Ok(()) => Ok(visit.done(&format!("{HREF}/{act}"), key("notice-act-read"))),
        Err(refusal) => {
            let mut mends = Mends::default();
            for it in obstacles(refusal)? {
                mends.push("", mend(visit.lang, it));
            }
            let view = act::show_act(visit.ctx()?, &key_of_act).await?;
            let page = page(&visit, &view, &NamingForm::default(), &mends);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// Says what to do about a reading that is not recorded.
pub(super) fn mend(lang: Lang, it: ReadingObstacle) -> String {
    let day = |it| words::date(lang, it).into();
    match it {
        ReadingObstacle::Outside { from } => {
            lang.tn(key("act-mend-read-day"), [("day", day(from))])
        }
        ReadingObstacle::Known { on } => lang.tn(key("act-mend-read"), [("day", day(on))]),
    }
}

/// Gives the file of an act.
pub(crate) async fn show_file(visit: Visit, Path(act): Path<String>) -> Result<Response, Oops> {
    Ok(give(act::edit::show_act_file(visit.ctx()?, &key_of(&act)?).await?))
}

pub(super) fn page(visit: &Visit, view: &ActView, typed: &NamingForm, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let card = &view.card;
    let title = match card.title.is_empty() {
        true => short(lang, card),
        false => card.title.clone(),
    };
    let under = if card.title.is_empty() { String::new() } else { short(lang, card) };
    let href = format!("{HREF}/{}", card.key.text());
    let acts = html! {
        @if view.may_edit {
            a.btn.btn-plain href={ (href) "/edit" } { (icon(Icon::Pen)) (lang.t(key("act-edit"))) }
            a.btn.btn-plain href={ "/acts/new?replaces=" (card.key.text()) } { (icon(Icon::Plus)) (lang.t(key("act-new-edition"))) }
        }
    };
    let body = html! {
        (block::head(&title, &under, &acts))
        (form::refusal(lang, &lang.t(key("act-refused")), &lang.t(key("person-kept")), mends))
        (own(visit, view, &href))
        (block::card(&facts(visit, view, &href)))
        @if !card.content.is_empty() {
            section aria-labelledby="text" {
                (block::section_head("text", &lang.t(key("act-content")), "", None))
                @for line in card.content.lines().filter(|it| !it.trim().is_empty()) { p { (line) } }
            }
        }
        (cited(lang, view))
        @if view.sees_readers { (readers::section(visit, view, typed, mends)) }
        @if view.may_edit && card.is_in_force(visit.today()) { (ending(visit, &href, mends)) }
    };
    let crumbs = crumbs(lang, short(lang, card));
    shell::page(visit, &Frame { title: &title, section: Section::Acts, crumbs: &crumbs }, &body)
}

/// What the visitor has to do about the act, or did.
fn own(visit: &Visit, view: &ActView, href: &str) -> Markup {
    let lang = visit.lang;
    html! {
        @if view.waits_for_me {
            form.form method="post" action={ (href) "/read" } {
                (visit.hidden())
                p { (lang.t(key("act-read-ask"))) br; span.small.soft { (lang.t(key("act-read-means"))) } }
                button.btn.btn-go { (lang.t(key("act-read-do"))) }
            }
        } @else if let Some(on) = view.read_by_me {
            p.t-ok { (icon(Icon::Done)) (lang.tn(key("act-read-on"), [("day", words::date(lang, on).into())])) }
        }
    }
}

fn facts(visit: &Visit, view: &ActView, href: &str) -> Vec<(String, Markup)> {
    let lang = visit.lang;
    let card = &view.card;
    let mut rows = vec![
        (
            lang.t(key("act-level")),
            html! { (lang.t(&format!("act-level-{}", card.scope.slug()))) @if let Some(name) = &card.entered_at { ", " (name) } },
        ),
        (
            lang.t(key("acts-column-term")),
            html! {
                (term(lang, card))
                @if !card.is_in_force(visit.today()) { ", " (lang.t(key("acts-not-in-force"))) }
            },
        ),
    ];
    let act_href = |id: mentoring::id::LocalActId| format!("{HREF}/{id}");
    if let Some(id) = view.before {
        rows.push((
            lang.t(key("act-replaces")),
            html! { a href=(act_href(id)) { (lang.t(key("act-earlier-edition"))) } },
        ));
    }
    match view.after {
        Some(id) => rows.push((
            lang.t(key("act-replaced-by")),
            html! { a href=(act_href(id)) { (card.replaced_by) } },
        )),
        None if !card.replaced_by.is_empty() => {
            rows.push((lang.t(key("act-replaced-by")), html! { (card.replaced_by) }));
        }
        None => {}
    }
    if !card.demands.is_empty() {
        rows.push((lang.t(key("act-demands")), html! { (card.demands) }));
    }
    if !card.link.is_empty() {
        rows.push((
            lang.t(key("act-link")),
            html! { a.text-break href=(card.link) rel="noreferrer" { (card.link) } },
        ));
    }
    if let Some(file) = &view.file {
        rows.push((lang.t(key("evidence-file")), html! { a href={ (href) "/file" } download { (icon(Icon::Load)) " " (file.name) } " " span.soft.small { (words::size(lang, file.size_bytes.into())) } }));
    }
    if !card.source.is_empty() {
        let unsure = (!card.is_verified).then(|| lang.t(key("act-unverified")));
        rows.push((
            lang.t(key("act-source")),
            html! { (card.source) @if let Some(words) = unsure { ", " (words) } },
        ));
    }
    rows
}

/// Rows of roadmaps in force and papers that cite the act.
fn cited(lang: Lang, view: &ActView) -> Markup {
    html! {
        @if !view.rows.is_empty() || !view.papers.is_empty() {
            section aria-labelledby="cited" {
                (block::section_head("cited", &lang.t(key("act-cited")), "", None))
                @if !view.rows.is_empty() {
                    h3 { (lang.t(key("act-cited-rows"))) }
                    ul { @for it in &view.rows { li { a href={ "/rows/" (it.lineage) } { @if !it.number.is_empty() { (it.number) ". " } (it.text) } } } }
                }
                @if !view.papers.is_empty() {
                    h3 { (lang.t(key("act-cited-papers"))) }
                    ul { @for it in &view.papers { li { (it.spec().title) } } }
                }
            }
        }
    }
}

fn ending(visit: &Visit, href: &str, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let today = visit.today().to_string();
    let on = form::Input {
        name: "on",
        label: &lang.t(key("act-end-on")),
        hint: &lang.t(key("act-end-hint")),
        value: &today,
        kind: "date",
        width: "w-date",
        ..form::Input::default()
    };
    html! {
        details.mt-4 open[mends.at("on").is_some()] {
            summary { (lang.t(key("act-end"))) }
            form.form method="post" action={ (href) "/end" } {
                (visit.hidden())
                (form::input(lang, &on, mends))
                button.btn.btn-stop { (lang.t(key("act-end-do"))) }
            }
        }
    }
}

/// The act as papers name it, in Russian whatever the language of the page.
pub(super) fn in_papers(view: &ActView) -> String {
    named(Lang::Ru, &view.card)
}
