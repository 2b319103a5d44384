//! Next year's roadmap where it is wanted: one press prepares its draft; then how far it has come.
//!
//! Shown on «Сегодня» and in the row that asks for it. Deliberately absent: whether it is wanted
//! (`app::roadmap::next_year`).

use app::roadmap::Running;
use app::roadmap::next_year::{NextYear, next_years};
use maud::{Markup, html};
use mentoring::access::Action;
use mentoring::id::LineageId;

use crate::kit::block;
use crate::lang::key;
use crate::oops::Oops;
use crate::pages::tasks::look;
use crate::visit::Visit;
use crate::words;

/// Prints what is wanted now of all roadmaps; nothing where nothing is.
pub(crate) async fn wanted(visit: &Visit, running: &Running) -> Result<Markup, Oops> {
    let all = next_years(visit.ctx()?, running).await?;
    Ok(html! { @for it in &all { (one(visit, running, it)) } })
}

/// Prints that the periods of all roadmaps are over, with the way to this year; nothing where one
/// still presses. Without it the day would look free, and nobody would know why.
pub(crate) fn all_over(visit: &Visit, running: &Running) -> Result<Markup, Oops> {
    let ctx = visit.ctx()?;
    let has_current = running.roadmaps.iter().any(|it| it.presses_on(running.today));
    let latest = running.roadmaps.iter().max_by_key(|it| it.roadmap.to_on);
    let Some(map) = latest.filter(|_| !has_current && ctx.may(Action::EditRoadmap)) else {
        return Ok(html! {});
    };
    let lang = visit.lang;
    let day = words::date(lang, map.roadmap.to_on);
    let title = lang.tn(key("next-year-over"), [("day", day.into())]);
    let act = html! { a.btn.btn-go href={ "/roadmaps/" (map.roadmap.id) "/next-year" } { (lang.t(key("decide-roll"))) } };
    Ok(block::next_step(&title, &lang.t(key("next-year-over-why")), &act))
}

/// Prints what is wanted of the row that asks for next year's roadmap; nothing in other rows.
pub(crate) async fn wanted_by(
    visit: &Visit,
    running: &Running,
    row: LineageId,
) -> Result<Markup, Oops> {
    let all = next_years(visit.ctx()?, running).await?;
    Ok(
        html! { @for it in all.iter().filter(|it| it.row == Some(row)) { (one(visit, running, it)) } },
    )
}

fn one(visit: &Visit, running: &Running, it: &NextYear) -> Markup {
    let lang = visit.lang;
    let day = words::date(lang, it.due_on);
    let title = lang.tn(key("next-year-title"), [("day", day.into())]);
    // One of several has to be told by its name.
    let named = match running.roadmap(it.roadmap) {
        Some(map) if 1 < running.roadmaps.len() => format!("{}. ", look::map_name(lang, map)),
        _ => String::new(),
    };
    let Some(draft) = it.draft else {
        let act = html! { form method="post" action={ "/roadmaps/" (it.roadmap) "/next-year" } {
            (visit.hidden())
            button.btn.btn-go { (lang.t(key("next-year-prepare"))) }
        } };
        return block::next_step(&title, &format!("{named}{}", lang.t(key("next-year-why"))), &act);
    };
    let left = lang.tn(
        key("next-year-left"),
        [("questions", it.n_questions_left.into()), ("errors", it.n_errors_left.into())],
    );
    let (path, words) = match (it.n_questions_left, it.n_errors_left) {
        (0, 0) => ("/approval", lang.t(key("version-approve"))),
        (0, _) => ("", lang.t(key("version-go-on"))),
        _ => ("/questions", lang.t(key("questions-go"))),
    };
    let act = html! { a.btn.btn-go href={ "/versions/" (draft) (path) } { (words) } };
    block::next_step(&title, &format!("{named}{left}"), &act)
}
