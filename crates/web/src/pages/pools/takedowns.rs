//! Pages from which something is taken down after a withdrawal: what, where, by when.

use app::pools::takedown::{self, TakedownLine, TakedownObstacle};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::access::Action;
use mentoring::id::TakedownId;
use serde::Deserialize;
use uuid::Uuid;

use super::publishing::data;
use crate::filled::Filled;
use crate::kit::block;
use crate::kit::form::{self, Mends};
use crate::kit::icon::{Icon, icon};
use crate::kit::nav::Way;
use crate::kit::shell::{self, Frame, Section};
use crate::kit::table::{self, Column, Heat};
use crate::lang::key;
use crate::oops::{Oops, obstacles};
use crate::visit::Visit;
use crate::words;

/// A day as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct DayForm {
    on: String,
}

/// Lists the pages.
pub(crate) async fn list_takedowns(visit: Visit) -> Result<Markup, Oops> {
    page(&visit, &Mends::default()).await
}

/// Records that something was taken down.
pub(crate) async fn take_down(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<DayForm>,
) -> Result<Response, Oops> {
    let lang = visit.lang;
    let mut mends = Mends::default();
    if let Some(on) = mends.day(lang, "", &form.on) {
        match takedown::take_down(visit.ctx()?, TakedownId(id), on).await {
            Ok(()) => return Ok(visit.done("/consents/takedowns", key("notice-taken-down"))),
            Err(refusal) => {
                for it in obstacles(refusal)? {
                    let words = match it {
                        TakedownObstacle::Done { on } => lang
                            .tn(key("takedown-mend-done"), [("day", words::date(lang, on).into())]),
                        TakedownObstacle::Ahead { .. } => lang.t(key("task-mend-ahead")),
                    };
                    mends.push("", words);
                }
            }
        }
    }
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page(&visit, &mends).await?).into_response())
}

async fn page(visit: &Visit, mends: &Mends) -> Result<Markup, Oops> {
    let lang = visit.lang;
    let all = takedown::list_takedowns(visit.ctx()?).await?;
    let title = lang.t(key("takedowns-title"));
    let n_open = all.iter().filter(|it| it.takedown.done_on.is_none()).count();
    let body = html! {
        (block::head(&title, &lang.tn(key("takedowns-under"), [("count", n_open.into())]), &html! {}))
        (form::refusal(lang, &lang.t(key("takedown-refused")), "", mends))
        @if all.is_empty() {
            (block::empty(&lang.t(key("takedowns-none")), &lang.t(key("takedowns-none-how")), &html! {}))
        } @else { (list(visit, &all)) }
    };
    let crumbs = [
        Way { href: "/consents".to_owned(), words: lang.t(key("consents-title")), here: false },
        Way { href: String::new(), words: title.clone(), here: true },
    ];
    let frame = Frame { title: &title, section: Section::Consents, crumbs: &crumbs };
    Ok(shell::page(visit, &frame, &body))
}

fn list(visit: &Visit, all: &[TakedownLine]) -> Markup {
    let lang = visit.lang;
    let heads = [
        lang.t(key("takedown-page")),
        lang.t(key("people-column-name")),
        lang.t(key("takedown-what")),
        lang.t(key("takedown-by")),
    ];
    let columns: Vec<_> = heads.iter().map(Column::new).collect();
    let rows = html! { @for it in all { (row(visit, &heads, it)) } };
    table::table(&lang.t(key("takedowns-title")), &columns, &rows)
}

fn row(visit: &Visit, heads: &[String; 4], it: &TakedownLine) -> Markup {
    let lang = visit.lang;
    let what: Vec<String> = it.what.iter().map(|it| data(lang, *it)).collect();
    let heat = match (it.takedown.done_on, it.is_overdue) {
        (Some(_), _) => Heat::Calm,
        (None, true) => Heat::Hot,
        (None, false) => Heat::Warm,
    };
    let may_edit = visit.signed.as_ref().is_some_and(|it| it.may(Action::EditConsents));
    table::row(
        heat,
        &html! {
            th.text-break scope="row" role="rowheader" { (it.takedown.address) }
            (table::cell(&heads[1], &html! { a href={ "/people/" (it.person.id) "/consents" } { (it.person.name.short()) } }))
            (table::cell(&heads[2], &html! { (what.join(", ")) }))
            (table::cell(&heads[3], &html! {
                @match it.takedown.done_on {
                    Some(on) => (lang.tn(key("takedown-done"), [("day", words::date(lang, on).into())])),
                    None => {
                        span.nb { (words::date_short(it.takedown.by_on)) }
                        @if may_edit {
                            form method="post" action={ "/consents/takedowns/" (it.takedown.id) } {
                                (visit.hidden())
                                input type="hidden" name="on" value=(visit.today());
                                button.btn-text { (lang.t(key("takedown-do"))) span.visually-hidden { ": " (it.takedown.address) } }
                            }
                        }
                    },
                }
            }))
        },
    )
}

/// Tells who looks after consents that pages wait to be mended; nothing where none does.
pub(crate) async fn told(visit: &Visit) -> Result<Markup, Oops> {
    let lang = visit.lang;
    let waiting = takedown::waiting_takedowns(visit.ctx()?).await?;
    Ok(html! {
        @if let Some((n, by)) = waiting {
            p.notice { (icon(Icon::Warn)) a href="/consents/takedowns" {
                (lang.tn(key("takedowns-told"), [("count", n.into()), ("day", words::date(lang, by).into())]))
            } }
        }
    })
}
