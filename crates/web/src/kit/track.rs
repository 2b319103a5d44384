//! The year as batons, the list of things to do, the line of a life, and what happened.

use maud::{Markup, html};

use super::icon::icon;
use super::status::Status;
use crate::lang::{Lang, key};

/// One row of the roadmap on the track.
pub struct Baton {
    /// Where the row opens.
    pub href: String,
    /// Number of the row, or its beginning where it has none.
    pub name: String,
    /// Its state.
    pub status: Status,
}

/// One section of the track.
pub struct Stretch {
    /// Name of the section.
    pub title: String,
    /// «4 из 11».
    pub count: String,
    /// Its rows, in order.
    pub batons: Vec<Baton>,
}

/// Prints the year: one baton is one row of the roadmap.
#[must_use]
pub fn track(lang: Lang, stretches: &[Stretch]) -> Markup {
    html! {
        ul.track aria-label=(lang.t(key("track-label"))) {
            @for stretch in stretches {
                li {
                    span { (stretch.title) " " span.num { (stretch.count) } }
                    ol { @for it in &stretch.batons { (baton(lang, it)) } }
                }
            }
        }
        (legend(lang))
    }
}

fn baton(lang: Lang, it: &Baton) -> Markup {
    let words = it.status.words(lang);
    let said = lang
        .tn(key("track-row"), [("row", it.name.clone().into()), ("status", words.clone().into())]);
    html! {
        li {
            a class=(it.status.baton()) href=(it.href) title={ (it.name) " — " (words) } {
                i {} span.visually-hidden { (said) }
            }
        }
    }
}

/// Prints what the batons mean.
#[must_use]
pub fn legend(lang: Lang) -> Markup {
    let all = [
        Status::Done,
        Status::Late,
        Status::Going,
        Status::Overdue(1),
        Status::Todo,
        Status::NotApplicable,
    ];
    html! {
        ul.legend aria-label=(lang.t(key("track-legend"))) {
            @for it in &all { li { i class={ "bt " (it.baton()) } {} (legend_word(lang, it)) } }
        }
    }
}

fn legend_word(lang: Lang, status: &Status) -> String {
    match status {
        Status::Overdue(_) => lang.t(key("legend-overdue")),
        other => lang.tn(key("legend-word"), [("word", lowered(&other.words(lang)).into())]),
    }
}

fn lowered(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// One thing to do.
pub struct Todo {
    /// Its state.
    pub status: Status,
    /// What it is called.
    pub title: String,
    /// Where it opens.
    pub href: String,
    /// Why it stands here; may be empty.
    pub why: Markup,
    /// Deadline and holder.
    pub facts: Markup,
    /// The one button.
    pub act: Markup,
}

/// Prints things to do under a heading with their count.
///
/// - `colour`: `bad`, `soon` or empty.
/// - `count`: how many there are; `all` may be the first of them.
#[must_use]
pub fn todos(lang: Lang, title: &str, colour: &str, count: usize, all: &[Todo]) -> Markup {
    let class =
        if colour.is_empty() { "group-h".to_owned() } else { format!("group-h t-{colour}") };
    html! {
        h3 class=(class) { (title) " " span.n { (count) } }
        ul.todo {
            @for it in all {
                li {
                    (it.status.sign(lang))
                    div {
                        a.what href=(it.href) { (it.title) }
                        @if !it.why.0.is_empty() { p.why { (it.why) } }
                        div.facts { (it.facts) }
                    }
                    (it.act)
                }
            }
        }
    }
}

/// One stage of a life line.
pub struct Step {
    /// Name of the stage.
    pub title: String,
    /// Date and document; may be empty.
    pub detail: Markup,
    /// Its state.
    pub status: Status,
    /// Whether the thing stands here now.
    pub now: bool,
}

/// Prints the stages that a thing passes.
#[must_use]
pub fn life(lang: Lang, steps: &[Step]) -> Markup {
    html! {
        ol.life {
            @for step in steps {
                li.ok[step.status.colour() == "ok"] aria-current=[step.now.then_some("step")] {
                    (step.status.sign(lang))
                    b { (step.title) }
                    (step.detail)
                }
            }
        }
    }
}

/// One line of a history: when as words, the machine's form of when, what.
pub struct Happened {
    /// The moment or the day as a person reads it.
    pub when: String,
    /// The same for machines: `2023-11-17` or with a time.
    pub datetime: String,
    /// Who did what, from what to what.
    pub what: Markup,
}

/// Prints what happened, in the order given.
#[must_use]
pub fn history(all: &[Happened]) -> Markup {
    html! {
        ol.hist { @for it in all { li { time datetime=(it.datetime) { (it.when) } span { (it.what) } } } }
    }
}

/// Prints the steps of a work in several pages.
#[must_use]
pub fn steps(lang: Lang, all: &[(String, Status, bool)]) -> Markup {
    html! {
        ol.steps {
            @for (title, status, now) in all {
                li aria-current=[now.then_some("step")] {
                    (icon(status.icon())) (title)
                    @if status.colour() == "ok" { span.visually-hidden { ": " (status.words(lang)) } }
                }
            }
        }
    }
}
