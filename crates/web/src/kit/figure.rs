//! Figures and shares: the number opens its list, the bar shows its target.
//!
//! Bars are drawn, not styled: the content policy forbids styles in attributes.

use maud::{Markup, html};

/// A counted number with its label.
pub struct Figure<'a> {
    /// What was counted.
    pub label: &'a str,
    /// The number as words of the page: «41 %», «3 214».
    pub value: &'a str,
    /// «из скольких»; may be empty.
    pub of: &'a str,
    /// The list behind the number; empty where there is none.
    pub href: &'a str,
    /// Whether it must be acted on: then it is red.
    pub hot: bool,
}

/// Prints figures in a row.
#[must_use]
pub fn figures(all: &[Figure<'_>]) -> Markup {
    html! {
        dl.figs {
            @for it in all {
                div.fig {
                    dt { (it.label) }
                    dd class=[it.hot.then_some("t-bad")] {
                        @if it.href.is_empty() { (it.value) } @else { a href=(it.href) { (it.value) } }
                        @if !it.of.is_empty() { " " span.of { (it.of) } }
                    }
                }
            }
        }
    }
}

/// Prints a bar of a share; the number itself stands beside it in text.
///
/// - `percent`, `target`: **percent**, drawn inside 0..=100; green when the target is reached.
#[must_use]
pub fn meter(percent: u32, target: Option<u32>) -> Markup {
    let reached = target.is_some_and(|target| target <= percent);
    html! {
        svg.meter.ok[reached] aria-hidden="true" focusable="false" {
            rect.fill width={ (percent.min(100)) "%" } height="100%" rx="4" {}
            @if let Some(target) = target.map(|it| it.min(100)) {
                line.aim x1={ (target) "%" } x2={ (target) "%" } y1="0" y2="100%" {}
            }
        }
    }
}

/// Prints places of a mentor as batons; over the norm they are red. Words must follow.
#[must_use]
pub fn places(taken: u32, all: u32) -> Markup {
    html! {
        span.cap aria-hidden="true" {
            @for place in 0..taken.max(all) {
                i.on[place < taken && place < all] .over[all <= place] {}
            }
        }
    }
}
