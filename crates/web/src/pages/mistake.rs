//! Marking a record as a mistake: what it was, why, and what follows.
//!
//! Deliberately absent: changing a record in place. The right one is recorded anew.

use app::MistakeRecord;
use app::mistake::{self, MistakeView};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::mistake::{MistakeKind, MistakeObstacle};
use serde::Deserialize;
use uuid::Uuid;

use crate::filled::Filled;
use crate::kit::block;
use crate::kit::form::{self, Input, Mends};
use crate::kit::nav::Way;
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::pages::care::{asks_about, confirm};
use crate::visit::Visit;
use crate::words;

/// Which record.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct MistakeForm {
    of: String,
    id: Uuid,
    reason: String,
    not_sensitive: String,
}

/// Shows what would be marked.
pub(crate) async fn new_mistake(
    visit: Visit,
    Query(form): Query<MistakeForm>,
) -> Result<Markup, Oops> {
    let kind = MistakeKind::from_slug(&form.of).ok_or(Oops::NotFound)?;
    let view = mistake::show_mistake(visit.ctx()?, kind, form.id).await?;
    Ok(mistake_page(&visit, &view, "", &Mends::default()))
}

/// Marks it.
pub(crate) async fn mark_mistake(
    visit: Visit,
    Filled(form): Filled<MistakeForm>,
) -> Result<Response, Oops> {
    let (ctx, lang) = (visit.ctx()?, visit.lang);
    let kind = MistakeKind::from_slug(&form.of).ok_or(Oops::NotFound)?;
    let view = mistake::show_mistake(ctx, kind, form.id).await?;
    let mut mends = Mends::default();
    asks_about(lang, "reason", &form.reason, form.not_sensitive == "yes", &mut mends);
    if !mends.is_empty() {
        let page = mistake_page(&visit, &view, &form.reason, &mends);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    match mistake::mark_mistake(ctx, kind, form.id, &form.reason).await {
        Ok(_) => Ok(visit.done(&back(&view, true).0, key("notice-mistake-marked"))),
        Err(refusal) => {
            for it in obstacles(refusal)? {
                let (field, words) = mend(lang, &it);
                mends.push(field, words);
            }
            let page = mistake_page(&visit, &view, &form.reason, &mends);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

fn mend(lang: Lang, it: &MistakeObstacle) -> (&'static str, String) {
    match it {
        MistakeObstacle::NoReason => ("reason", lang.t(key("mistake-mend-reason"))),
        MistakeObstacle::TooLong { limit } => {
            ("reason", lang.tn(key("mistake-mend-long"), [("limit", (*limit).into())]))
        }
        MistakeObstacle::Nothing => ("", lang.t(key("mistake-mend-nothing"))),
        MistakeObstacle::RestedOn { n_others } => ("", rested(lang, *n_others)),
    }
}

fn rested(lang: Lang, n_others: usize) -> String {
    lang.tn(key("mistake-rested"), [("count", n_others.into())])
}

/// Where the page came from: the record, or its list once the record is gone.
fn back(view: &MistakeView, is_marked: bool) -> (String, Section) {
    let person = view.person.as_ref().map(|it| it.id);
    let whole = view.kind.is_whole() && is_marked;
    match view.kind {
        MistakeKind::Order | MistakeKind::OrderEnding if whole => {
            ("/orders".to_owned(), Section::Orders)
        }
        MistakeKind::Order | MistakeKind::OrderEnding => {
            (format!("/orders/{}", view.record), Section::Orders)
        }
        MistakeKind::Addendum | MistakeKind::AddendumEnding if whole => {
            ("/addenda".to_owned(), Section::Addenda)
        }
        MistakeKind::Addendum | MistakeKind::AddendumEnding => {
            (format!("/addenda/{}", view.record), Section::Addenda)
        }
        _ => match person {
            Some(id) => (format!("/people/{id}/consents"), Section::Consents),
            None => ("/consents".to_owned(), Section::Consents),
        },
    }
}

/// What was recorded: «Приказ № 71-б от 14 сентября 2026 г.».
fn what(lang: Lang, kind: MistakeKind, said: &str, on: Option<jiff::civil::Date>) -> String {
    let day = on.map(|it| words::date(lang, it)).unwrap_or_default();
    let said = match kind {
        MistakeKind::Consent | MistakeKind::ConsentWithdrawal => lang.t(&format!("consent-{said}")),
        MistakeKind::Guardian | MistakeKind::GuardianEnding => {
            lang.t(&format!("guardian-ground-{said}"))
        }
        _ => said.to_owned(),
    };
    let slug = kind.slug().replace('_', "-");
    lang.tn(&format!("mistake-of-{slug}"), [("said", said.into()), ("day", day.into())])
}

fn mistake_page(visit: &Visit, view: &MistakeView, typed: &str, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let title = lang.t(key("mistake-title"));
    let what = what(lang, view.kind, &view.said, view.said_on);
    let (href, section) = back(view, false);
    let reason = Input {
        name: "reason",
        label: &lang.t(key("mistake-reason")),
        hint: &lang.t(key("mistake-reason-hint")),
        value: typed,
        ..Input::default()
    };
    let follows = lang.t(&format!("mistake-follows-{}", view.kind.slug().replace('_', "-")));
    let body = html! {
        (block::head(&title, &what, &html! {}))
        (form::refusal(lang, &lang.t(key("mistake-refused")), &lang.t(key("person-kept")), mends))
        @if let Some(person) = &view.person { p { b { (person.name.full()) } } }
        @if 0 < view.n_others { p.t-bad { (rested(lang, view.n_others)) } }
        @else {
            p { (follows) " " (lang.t(key("mistake-history"))) }
            form.form method="post" action="/mistakes" {
                (visit.hidden())
                input type="hidden" name="of" value=(view.kind.slug());
                input type="hidden" name="id" value=(view.record);
                (form::lines(lang, &reason, 3, mends))
                (confirm(lang, typed))
                div.sticky-act { button.btn.btn-stop { (lang.t(key("mistake-do"))) } }
            }
        }
    };
    let crumbs = [
        Way { href, words: what.clone(), here: false },
        Way { href: String::new(), words: title.clone(), here: true },
    ];
    shell::page(visit, &Frame { title: &title, section, crumbs: &crumbs }, &body)
}

/// The way to mark a record, in small letters under it.
pub(crate) fn link(lang: Lang, kind: MistakeKind, record: Uuid) -> Markup {
    html! { a.small href={ "/mistakes/new?of=" (kind.slug()) "&id=" (record) } { (lang.t(key("mistake-link"))) } }
}

/// What was recorded by mistake, struck through, with the reason and the day of the mark.
pub(crate) fn history(visit: &Visit, marks: &[MistakeRecord]) -> Markup {
    let lang = visit.lang;
    html! {
        @if !marks.is_empty() {
            details {
                summary { (lang.tn(key("mistakes-title"), [("count", marks.len().into())])) }
                ul.plain {
                    @for it in marks {
                        li {
                            s { (what(lang, it.kind, &it.said, it.said_on)) } " — " (it.reason)
                            " " span.small.soft { (words::date_short(visit.local(it.marked_at).date())) }
                        }
                    }
                }
            }
        }
    }
}
