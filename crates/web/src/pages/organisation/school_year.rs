//! Terms and holidays of a school year: the usual days are offered, the school writes its own.

use app::organisation::terms::{self, STRETCHES, Stretch, TermsObstacle};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use maud::{Markup, html};
use mentoring::period::Days;
use serde::Deserialize;
use std::collections::BTreeMap;

use super::inner_page;
use crate::filled::Filled;
use crate::kit::block;
use crate::kit::form::{self, Input, Mends};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::visit::Visit;
use crate::words;

/// Which year is asked for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct TermsAsked {
    year: Option<i16>,
}

/// The days as typed: `year`, and `from-1`, `to-1` by the place of the stretch.
type TermsForm = BTreeMap<String, String>;

/// The school year of a day; in summer it is the one to come.
fn year_of(today: Date) -> i16 {
    today.year() - i16::from(today.month() < 6)
}

/// A year that pages offer; far ones are not asked for by people.
fn within_reason(year: i16, today: Date) -> Option<i16> {
    (today.year() - 20..=today.year() + 5).contains(&year).then_some(year)
}

/// Shows the days of a school year.
pub(crate) async fn show_terms(
    visit: Visit,
    Query(asked): Query<TermsAsked>,
) -> Result<Markup, Oops> {
    let today = visit.today();
    let year = asked.year.and_then(|it| within_reason(it, today)).unwrap_or(year_of(today));
    let known = terms::show_terms(visit.ctx()?, year).await?;
    let mut typed = TermsForm::new();
    for (index, it) in known.iter().enumerate() {
        if let Some(days) = it.days {
            typed.insert(format!("from-{index}"), days.from.to_string());
            typed.insert(format!("to-{index}"), days.to.to_string());
        }
    }
    Ok(terms_page(&visit, year, &known, &typed, &Mends::default()))
}

/// Sets the days of a school year.
pub(crate) async fn set_terms(
    visit: Visit,
    Filled(form): Filled<TermsForm>,
) -> Result<Response, Oops> {
    let (ctx, today) = (visit.ctx()?, visit.today());
    let typed_year = form.get("year").and_then(|it| it.parse().ok());
    let year = typed_year.and_then(|it| within_reason(it, today)).unwrap_or(year_of(today));
    let mends = match read(visit.lang, &form) {
        Ok(days) => match terms::set_terms(ctx, year, &days).await {
            Ok(()) => {
                let back = format!("/organisation/terms?year={year}");
                return Ok(visit.done(&back, key("notice-quarters-set")));
            }
            Err(refusal) => mends_of(visit.lang, &obstacles(refusal)?),
        },
        Err(mends) => mends,
    };
    let known = terms::show_terms(ctx, year).await?;
    let page = terms_page(&visit, year, &known, &form, &mends);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn read(lang: Lang, form: &TermsForm) -> Result<Vec<(&'static str, Days)>, Mends> {
    let mut mends = Mends::default();
    let mut days = Vec::new();
    for (index, part) in STRETCHES.iter().enumerate() {
        let typed = |which: &str| {
            form.get(&format!("{which}-{index}")).map(|it| it.trim()).unwrap_or_default()
        };
        let (from, to) = (words::read_date(typed("from")), words::read_date(typed("to")));
        match (from, to) {
            (Some(from), Some(to)) => match Days::new(from, to) {
                Some(stretch) => days.push((*part, stretch)),
                None => mends.push_at(format!("to-{index}"), lang.t(key("quarters-mend-order"))),
            },
            (None, None) if typed("from").is_empty() && typed("to").is_empty() => {}
            (None, _) => mends.push_at(format!("from-{index}"), lang.t(key("form-mend-day"))),
            (_, None) => mends.push_at(format!("to-{index}"), lang.t(key("form-mend-day"))),
        }
    }
    if mends.is_empty() && days.is_empty() {
        mends.push("from-0", lang.t(key("quarters-mend-nothing")));
    }
    if mends.is_empty() { Ok(days) } else { Err(mends) }
}

fn mends_of(lang: Lang, all: &[TermsObstacle]) -> Mends {
    let mut mends = Mends::default();
    for it in all {
        let (part, words) = match it {
            TermsObstacle::Outside { part } => (part, lang.t(key("quarters-mend-outside"))),
            TermsObstacle::Overlaps { part } => (part, lang.t(key("quarters-mend-overlaps"))),
        };
        let index = STRETCHES.iter().position(|it| it == part).unwrap_or_default();
        mends.push_at(format!("from-{index}"), words);
    }
    mends
}

/// «2026–2027».
fn of_year(year: i16) -> String {
    format!("{year}–{}", year + 1)
}

fn name(lang: Lang, part: &str) -> String {
    lang.t(&format!("stretch-{}", part.replace(':', "-")))
}

fn terms_page(
    visit: &Visit,
    year: i16,
    known: &[Stretch],
    typed: &TermsForm,
    mends: &Mends,
) -> Markup {
    let lang = visit.lang;
    let title = lang.tn(key("quarters-title"), [("year", of_year(year).into())]);
    let may_edit =
        visit.signed.as_ref().is_some_and(|it| it.may(mentoring::access::Action::EditOrganisation));
    let is_own = known.iter().any(|it| it.is_own);
    let under = lang.t(if is_own { key("quarters-own") } else { key("quarters-usual") });
    let body = html! {
        (block::head(&title, &under, &html! {}))
        nav.acts aria-label=(lang.t(key("quarters-years"))) {
            a href={ "/organisation/terms?year=" (year - 1) } { (of_year(year - 1)) }
            " " a href={ "/organisation/terms?year=" (year + 1) } { (of_year(year + 1)) }
        }
        @if may_edit { (terms_form(visit, year, typed, mends)) }
        @else { (block::card(&known.iter().map(|it| (name(lang, it.part), said(lang, it))).collect::<Vec<_>>())) }
    };
    inner_page(visit, &title, &body)
}

fn said(lang: Lang, it: &Stretch) -> Markup {
    html! { @match it.days {
        Some(days) => (words::window(lang, days.from, days.to)),
        None => span.soft { (lang.t(key("organisation-unknown"))) },
    } }
}

fn terms_form(visit: &Visit, year: i16, typed: &TermsForm, mends: &Mends) -> Markup {
    let lang = visit.lang;
    html! {
        (form::refusal(lang, &lang.t(key("quarters-refused")), &lang.t(key("person-kept")), mends))
        form.form method="post" action="/organisation/terms" {
            (visit.hidden())
            input type="hidden" name="year" value=(year);
            @for (part, [from, to]) in STRETCHES.iter().zip(NAMES) {
                fieldset.field {
                    legend { (name(lang, part)) }
                    div.d-flex.flex-wrap.gap-4 {
                        (day(lang, typed, from, &lang.t(key("quarters-from")), mends))
                        (day(lang, typed, to, &lang.t(key("quarters-to")), mends))
                    }
                }
            }
            div.sticky-act { button.btn.btn-go { (lang.t(key("person-save"))) } }
        }
    }
}

fn day(lang: Lang, typed: &TermsForm, name: &'static str, label: &str, mends: &Mends) -> Markup {
    let value = typed.get(name).map(String::as_str).unwrap_or_default();
    let input = Input { name, label, value, kind: "date", width: "w-date", ..Input::default() };
    form::input(lang, &input, mends)
}

/// The names of the fields of each stretch.
const NAMES: [[&str; 2]; 8] = [
    ["from-0", "to-0"],
    ["from-1", "to-1"],
    ["from-2", "to-2"],
    ["from-3", "to-3"],
    ["from-4", "to-4"],
    ["from-5", "to-5"],
    ["from-6", "to-6"],
    ["from-7", "to-7"],
];
