//! What stops after withdrawals of consents: what, of whom, by when; and who says that it is done.

use app::pools::stop::{self, StopLine, StopObstacle};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::access::Action;
use mentoring::consent::{StopKind, StopOf};
use mentoring::id::StopId;
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
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::visit::Visit;
use crate::words;

/// The address of the list.
pub(super) const HREF: &str = "/consents/stops";

/// A day as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct DayForm {
    on: String,
}

/// Lists what stops.
pub(crate) async fn list_stops(visit: Visit) -> Result<Markup, Oops> {
    page(&visit, &Mends::default()).await
}

/// Records that something stopped.
pub(crate) async fn finish_stop(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<DayForm>,
) -> Result<Response, Oops> {
    let lang = visit.lang;
    let is_here = stop::list_stops(visit.ctx()?).await?.iter().any(|it| it.stop.id.0 == id);
    if !is_here {
        return Err(Oops::NotFound);
    }
    let mut mends = Mends::default();
    if let Some(on) = mends.day(lang, "", &form.on) {
        match stop::finish_stop(visit.ctx()?, StopId(id), on).await {
            Ok(()) => return Ok(visit.done(HREF, key("notice-stop-done"))),
            Err(refusal) => {
                for it in obstacles(refusal)? {
                    let words = match it {
                        StopObstacle::Done { on } => {
                            lang.tn(key("stop-mend-done"), [("day", words::date(lang, on).into())])
                        }
                        StopObstacle::Ahead { .. } => lang.t(key("task-mend-ahead")),
                    };
                    mends.push("", words);
                }
            }
        }
    }
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page(&visit, &mends).await?).into_response())
}

/// Says what stops by when: «публикации, снять с сайта: до 5 ноября 2026 г.».
pub(super) fn said(lang: Lang, it: &StopOf) -> String {
    let what = lang.t(&format!("stop-{}", it.stop.kind.slug()));
    let what = if it.page.is_empty() { what } else { format!("{what}, {}", it.page) };
    let day = words::date(lang, it.stop.by).into();
    match it.stop.kind.is_done_at_once() {
        true => lang.tn(key("stop-at-once"), [("what", what.into())]),
        false => lang.tn(key("stop-by"), [("what", what.into()), ("day", day)]),
    }
}

async fn page(visit: &Visit, mends: &Mends) -> Result<Markup, Oops> {
    let lang = visit.lang;
    let all = stop::list_stops(visit.ctx()?).await?;
    let title = lang.t(key("stops-title"));
    let n_open = all.iter().filter(|it| it.stop.done_on.is_none()).count();
    let body = html! {
        (block::head(&title, &lang.tn(key("stops-under"), [("count", n_open.into())]), &html! {}))
        (form::refusal(lang, &lang.t(key("stop-refused")), "", mends))
        @if all.is_empty() {
            (block::empty(&lang.t(key("stops-none")), &lang.t(key("stops-none-how")), &html! {}))
        } @else { (list(visit, &all)) }
    };
    let crumbs = [
        Way { href: "/consents".to_owned(), words: lang.t(key("consents-title")), here: false },
        Way { href: String::new(), words: title.clone(), here: true },
    ];
    let frame = Frame { title: &title, section: Section::Consents, crumbs: &crumbs };
    Ok(shell::page(visit, &frame, &body))
}

/// Prints what stops, with a button for what waits where the visitor may say that it is done.
pub(super) fn list(visit: &Visit, all: &[StopLine]) -> Markup {
    let lang = visit.lang;
    let heads =
        [lang.t(key("stop-what")), lang.t(key("people-column-name")), lang.t(key("stop-until"))];
    let columns: Vec<_> = heads.iter().map(Column::new).collect();
    let rows = html! { @for it in all { (row(visit, &heads, it)) } };
    table::table(&lang.t(key("stops-title")), &columns, &rows)
}

fn row(visit: &Visit, heads: &[String; 3], it: &StopLine) -> Markup {
    let lang = visit.lang;
    let stop = &it.stop;
    let what: Vec<String> = it.what.iter().map(|it| data(lang, *it)).collect();
    let heat = match (stop.done_on, it.is_overdue) {
        (Some(_), _) => Heat::Calm,
        (None, true) => Heat::Hot,
        (None, false) => Heat::Warm,
    };
    let may_edit = visit.signed.as_ref().is_some_and(|it| it.may(Action::EditConsents));
    let named = lang.t(&format!("stop-{}", stop.kind.slug()));
    table::row(
        heat,
        &html! {
            th.text-break scope="row" role="rowheader" {
                (named)
                @if !stop.page.is_empty() { br; (stop.page) }
                @if stop.kind == StopKind::Publications && !what.is_empty() { br; span.small.soft { (what.join(", ")) } }
            }
            (table::cell(&heads[1], &html! { a href={ "/people/" (it.person.id) "/consents" } { (it.person.name.short()) } }))
            (table::cell(&heads[2], &html! {
                @match stop.done_on {
                    Some(on) => (lang.tn(key("stop-done"), [("day", words::date(lang, on).into())])),
                    None => {
                        span.nb { (words::date_short(stop.by_on)) }
                        @if it.is_overdue { " " span.t-bad { (lang.t(key("stop-overdue"))) } }
                        @if may_edit {
                            form method="post" action={ (HREF) "/" (stop.id) } {
                                (visit.hidden())
                                input type="hidden" name="on" value=(visit.today());
                                button.btn-text { (lang.t(key("stop-do"))) span.visually-hidden { ": " (named) " " (stop.page) } }
                            }
                        }
                    },
                }
            }))
        },
    )
}

/// Tells who looks after consents that something waits to be stopped; nothing where nothing does.
pub(crate) async fn told(visit: &Visit) -> Result<Markup, Oops> {
    let lang = visit.lang;
    let waiting = stop::waiting_stops(visit.ctx()?).await?;
    Ok(html! {
        @if let Some((n, by)) = waiting {
            p.notice { (icon(Icon::Warn)) a href=(HREF) {
                (lang.tn(key("stops-told"), [("count", n.into()), ("day", words::date(lang, by).into())]))
            } }
        }
    })
}
