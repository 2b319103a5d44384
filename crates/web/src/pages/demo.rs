//! The bar of the sample town: its day, and the buttons that move its clock.
//!
//! Deliberately absent: what the people of the town do meanwhile (`app::play`).

use app::play::{Step, forward};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use serde::Deserialize;

use crate::filled::Filled;
use crate::lang::key;
use crate::oops::Oops;
use crate::pages::view::own_address;
use crate::visit::Visit;
use crate::words;

/// How far, and where to go back.
#[derive(Deserialize)]
pub(crate) struct ClockForm {
    #[serde(default)]
    step: String,
    #[serde(default)]
    back: String,
}

impl ClockForm {
    /// The step whose button was pressed; a day where it is none of them.
    fn step(&self) -> Step {
        match self.step.as_str() {
            "week" => Step::Week,
            "month" => Step::Month,
            "deadline" => Step::NextDeadline,
            _ => Step::Day,
        }
    }
}

/// Moves the clock and goes back to the page.
pub(crate) async fn move_clock(
    visit: Visit,
    Filled(form): Filled<ClockForm>,
) -> Result<Response, Oops> {
    let Ok(ctx) = visit.ctx() else { return Ok(Redirect::to("/personas").into_response()) };
    forward(ctx, form.step()).await?;
    Ok(visit.done(own_address(&form.back), key("notice-clock-moved")))
}

/// Prints the bar; nothing where people really work or nobody is signed in.
pub(crate) fn bar(visit: &Visit) -> Markup {
    let lang = visit.lang;
    if !visit.is_demo() || visit.signed.is_none() {
        return html! {};
    }
    let today = visit.today();
    let day = format!("{}, {}", words::date(lang, today), words::weekday(lang, today));
    let steps = [
        ("day", key("demo-day")),
        ("week", key("demo-week")),
        ("month", key("demo-month")),
        ("deadline", key("demo-deadline")),
    ];
    html! {
        form.town.no-print method="post" action="/clock" aria-label=(lang.t(key("demo-label"))) {
            (visit.hidden())
            input type="hidden" name="back" value=(visit.address);
            span { (lang.tn(key("demo-today"), [("day", day.into())])) }
            @for (step, words) in steps { button.btn.btn-plain.btn-s name="step" value=(step) { (lang.t(words)) } }
            a href="/personas" { (lang.t(key("demo-other-person"))) }
        }
    }
}
