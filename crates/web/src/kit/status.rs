//! The state of a thing: a word, a shape and a colour; and at whom the thing stands.
//!
//! Eight states and no more (LOOK.md §5); what is new takes one of these shapes. Deliberately
//! absent: how a state is found. That is a rule, not a look.

use jiff::civil::Date;
use maud::{Markup, html};

use super::icon::{Icon, icon, sign};
use crate::lang::{Lang, key};
use crate::words;

/// A state as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// No record yet, the deadline ahead.
    Todo,
    /// A first record exists.
    Going,
    /// The deadline is a week away or nearer.
    Soon(Date),
    /// Only another person can step; the name in the accusative: «Рудакова Е. О.».
    Waiting(String),
    /// The deadline passed so many days ago.
    Overdue(i64),
    /// The document is there and the figure is met.
    Done,
    /// The same, after the deadline.
    Late,
    /// Decided so, the reason recorded.
    NotApplicable,
}

impl Status {
    /// Gives the shape.
    #[must_use]
    pub const fn icon(&self) -> Icon {
        match self {
            Self::Todo => Icon::Todo,
            Self::Going => Icon::Going,
            Self::Soon(_) => Icon::Soon,
            Self::Waiting(_) => Icon::Waiting,
            Self::Overdue(_) => Icon::Bad,
            Self::Done => Icon::Done,
            Self::Late => Icon::Late,
            Self::NotApplicable => Icon::NotApplicable,
        }
    }

    /// Gives the name of the colour in the style sheet: `ok`, `go`, `soon`, `bad`, `wait`, `mute`.
    #[must_use]
    pub const fn colour(&self) -> &'static str {
        match self {
            Self::Todo | Self::NotApplicable => "mute",
            Self::Going => "go",
            Self::Soon(_) => "soon",
            Self::Waiting(_) => "wait",
            Self::Overdue(_) => "bad",
            Self::Done | Self::Late => "ok",
        }
    }

    /// Gives the class of its baton on the track of the year; empty for the outline.
    #[must_use]
    pub const fn baton(&self) -> &'static str {
        match self {
            Self::Todo => "",
            Self::Going | Self::Soon(_) | Self::Waiting(_) => "go",
            Self::Overdue(_) => "bad",
            Self::Done => "ok",
            Self::Late => "late",
            Self::NotApplicable => "na",
        }
    }

    /// Says the state in words.
    #[must_use]
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Self::Todo => lang.t(key("status-todo")),
            Self::Going => lang.t(key("status-going")),
            Self::Soon(day) => {
                lang.tn(key("status-soon"), [("day", words::day(lang, *day).into())])
            }
            Self::Waiting(name) => lang.tn(key("status-waiting"), [("name", name.clone().into())]),
            Self::Overdue(days) => lang.tn(key("status-overdue"), [("days", (*days).into())]),
            Self::Done => lang.t(key("status-done")),
            Self::Late => lang.t(key("status-late")),
            Self::NotApplicable => lang.t(key("status-not-applicable")),
        }
    }

    /// Prints shape and word, for a cell or a line.
    #[must_use]
    pub fn show(&self, lang: Lang) -> Markup {
        html! { span class={ "st st-" (self.colour()) } { (icon(self.icon())) (self.words(lang)) } }
    }

    /// Prints shape and word in a filled box, for the head of a page.
    #[must_use]
    pub fn show_boxed(&self, lang: Lang) -> Markup {
        html! { span class={ "st st-box st-" (self.colour()) } { (icon(self.icon())) (self.words(lang)) } }
    }

    /// Prints the shape alone; the word is its label.
    #[must_use]
    pub fn sign(&self, lang: Lang) -> Markup {
        sign(self.icon(), &format!("t-{}", self.colour()), &self.words(lang))
    }
}

/// At whom a thing stands now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holder {
    /// At the reader of the page.
    Me,
    /// At somebody: role and name in the genitive, «директора, Гущиной О. П.».
    Other(String),
}

/// Prints the sign «the matter is with…».
///
/// - `since`: how long, as words: «4-й день», «с 25 октября»; may be empty.
#[must_use]
pub fn holder(lang: Lang, at: &Holder, since: &str) -> Markup {
    let (class, words) = match at {
        Holder::Me => ("at at-me", lang.t(key("holder-me"))),
        Holder::Other(name) => {
            ("at", lang.tn(key("holder-other"), [("name", name.clone().into())]))
        }
    };
    html! {
        span class=(class) { span { (words) @if !since.is_empty() { " " span.days { "· " (since) } } } }
    }
}
