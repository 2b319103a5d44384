//! Acts of the region, the municipality and the school that papers name, on the card.
//!
//! Deliberately absent: entering and ending them (the library of acts).

use maud::{Markup, html};
use mentoring::organisation::requisites::LocalAct;

use crate::kit::block;
use crate::lang::{Lang, key};
use crate::visit::Visit;
use crate::words;

/// Prints the acts, for the card of the organisation.
pub(super) fn acts(visit: &Visit, all: &[LocalAct], may_edit: bool) -> Markup {
    let lang = visit.lang;
    html! {
        section aria-labelledby="acts" {
            (block::section_head("acts", &lang.t(key("acts")), &lang.t(key("acts-under")), None))
            @if all.is_empty() { p.soft { (lang.t(key("acts-none"))) } }
            ul.plain { @for it in all { li {
                a href={ "/acts/" (it.id) } { (it.title) " " (named(lang, it)) }
                br; span.soft { (lang.t(&format!("act-level-{}", it.level))) ", " (state(visit, it)) }
            } } }
            p.mt-4 {
                @if may_edit { a.btn.btn-plain.btn-s href="/acts/new" { (lang.t(key("act-add"))) } " " }
                a.btn.btn-plain.btn-s href="/acts" { (lang.t(key("acts-all"))) }
            }
        }
    }
}

/// «от 1 сентября 2022 г. № 71-б».
fn named(lang: Lang, act: &LocalAct) -> String {
    let day = words::date(lang, act.signed_on).into();
    match act.number.is_empty() {
        true => lang.tn(key("act-of-day"), [("day", day)]),
        false => {
            lang.tn(key("act-of-day-number"), [("day", day), ("number", act.number.clone().into())])
        }
    }
}

fn state(visit: &Visit, act: &LocalAct) -> String {
    let lang = visit.lang;
    let last = act.ended_on.and_then(|it| it.yesterday().ok()).or(act.until);
    let day = last.map(|it| words::date(lang, it));
    match (act.is_in_force(visit.today()), day) {
        (true, None) => lang.t(key("act-acts")),
        (true, Some(day)) => lang.tn(key("act-acts-until"), [("day", day.into())]),
        (false, Some(day)) if act.signed_on <= visit.today() => {
            lang.tn(key("act-acted-until"), [("day", day.into())])
        }
        (false, _) => lang.t(key("act-not-yet")),
    }
}
