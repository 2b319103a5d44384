//! The pool of mentors and the pool of mentees: search, filters by everything, «на дату».

use app::pools::pool::{self, PoolFilter, PoolLine, PoolStanding, PoolView};
use axum::extract::Query;
use maud::{Markup, html};
use mentoring::access::Action;
use mentoring::id::TermId;
use mentoring::paper::PaperKind;
use mentoring::pools::{MentoringKind, Pool, TermKind};
use serde::Deserialize;

use super::{mentoring_kind, of_day, pool_href};
use crate::kit::block;
use crate::kit::icon::{Icon, icon};
use crate::kit::nav;
use crate::kit::shell::{self, Frame, Section};
use crate::kit::table::{self, Column, Heat};
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::pages::papers::new_href;
use crate::pages::sheet;
use crate::visit::Visit;
use crate::words;

/// Rows of one page of a pool.
const PAGE_SIZE: usize = 50;

/// Least minutes a week that can be asked for.
const LEAST_MINUTES: [u16; 4] = [30, 60, 90, 120];

/// What is looked for.
#[derive(Deserialize)]
pub(crate) struct PoolAsked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    term: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    form: String,
    #[serde(default)]
    free: String,
    #[serde(default)]
    time: String,
    #[serde(default)]
    on: String,
    #[serde(default)]
    page: usize,
}

impl PoolAsked {
    pub(super) fn filter(&self) -> PoolFilter {
        PoolFilter {
            search: self.q.clone(),
            term: self.term.parse::<TermId>().ok(),
            kind: MentoringKind::from_slug(&self.kind),
            form: self.form.parse::<TermId>().ok(),
            standing: match self.free.as_str() {
                "" => PoolStanding::There,
                "paused" => PoolStanding::Paused,
                "past" => PoolStanding::Past,
                _ => PoolStanding::Free,
            },
            least_minutes: self.time.parse().unwrap_or(0),
            day: words::read_date(&self.on),
        }
    }

    fn href(&self, pool: Pool, page: usize) -> String {
        let page = page.to_string();
        let pairs = [
            ("q", self.q.trim()),
            ("term", &self.term),
            ("kind", &self.kind),
            ("form", &self.form),
            ("free", &self.free),
            ("time", &self.time),
            ("on", &self.on),
            ("page", &page),
        ];
        let said: Vec<_> = pairs.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        let asked = serde_html_form::to_string(said).unwrap_or_default();
        format!("{}?{asked}", pool_href(pool))
    }
}

/// Shows the pool of mentors.
pub(crate) async fn list_mentors(
    visit: Visit,
    Query(asked): Query<PoolAsked>,
) -> Result<Markup, Oops> {
    list(&visit, Pool::Mentors, &asked).await
}

/// Shows the pool of mentees.
pub(crate) async fn list_mentees(
    visit: Visit,
    Query(asked): Query<PoolAsked>,
) -> Result<Markup, Oops> {
    list(&visit, Pool::Mentees, &asked).await
}

async fn list(visit: &Visit, pool: Pool, asked: &PoolAsked) -> Result<Markup, Oops> {
    let ctx = visit.ctx()?;
    let view = pool::list_pool(ctx, pool, &asked.filter()).await?;
    Ok(pool_page(visit, pool, asked, &view, ctx.may(Action::EditPools)))
}

fn pool_page(
    visit: &Visit,
    pool: Pool,
    asked: &PoolAsked,
    view: &PoolView,
    may_edit: bool,
) -> Markup {
    let lang = visit.lang;
    let (title, under, empty) = match pool {
        Pool::Mentors => (
            key("mentors-title"),
            key("mentors-under"),
            (key("mentors-empty"), key("pool-empty-how")),
        ),
        Pool::Mentees => (
            key("mentees-title"),
            key("mentees-under"),
            (key("mentees-empty"), key("pool-empty-how")),
        ),
    };
    let title = lang.t(title);
    let acts = html! {
        @if may_edit {
            a.btn.btn-go href={ (pool_href(pool)) "/new" } { (icon(Icon::Plus)) (lang.t(key("pool-enter"))) }
            a.btn.btn-plain href="/dictionary" { (lang.t(key("terms-title"))) }
        }
    };
    let body = html! {
        (block::head(&title, &lang.tn(under, [("count", view.n_all.into())]), &acts))
        @if view.n_all + view.n_past == 0 {
            (block::empty(&lang.t(empty.0), &lang.t(empty.1), &acts))
        } @else {
            (nav::search(lang, pool_href(pool), &lang.t(key("pool-find")), &asked.q, &more(lang, pool, asked, view)))
            (of_day(lang, &asked.on, view.day))
            (found(lang, pool, asked, view))
        }
    };
    let section = match pool {
        Pool::Mentors => Section::Mentors,
        Pool::Mentees => Section::Mentees,
    };
    shell::page(visit, &Frame { title: &title, section, crumbs: &[] }, &body)
}

fn more(lang: Lang, pool: Pool, asked: &PoolAsked, view: &PoolView) -> Markup {
    let wanted = if pool == Pool::Mentors { TermKind::Strength } else { TermKind::Need };
    html! {
        div.extra {
            label for="term" { (lang.t(key("pool-term"))) }
            select.form-select id="term" name="term" {
                option value="" { (lang.t(key("pool-any"))) }
                @for it in view.dictionary.iter().filter(|it| it.kind == wanted) {
                    option value=(it.id) selected[asked.term == it.id.to_string()] { (it.text) }
                }
            }
        }
        div.extra {
            label for="kind" { (lang.t(key("pool-kind"))) }
            select.form-select id="kind" name="kind" {
                option value="" { (lang.t(key("pool-any"))) }
                @for it in MentoringKind::ALL { option value=(it.slug()) selected[asked.kind == it.slug()] { (mentoring_kind(lang, *it)) } }
            }
        }
        div.extra {
            label for="form" { (lang.t(key("form-form"))) }
            select.form-select id="form" name="form" {
                option value="" { (lang.t(key("pool-any"))) }
                @for it in view.dictionary.iter().filter(|it| it.kind == TermKind::Form) {
                    option value=(it.id) selected[asked.form == it.id.to_string()] { (it.text) }
                }
            }
        }
        div.extra {
            label for="free" { (lang.t(key("pool-standing"))) }
            select.form-select id="free" name="free" {
                option value="" { (lang.t(key("pool-there"))) }
                @if pool == Pool::Mentors {
                    option value="yes" selected[asked.free == "yes"] { (lang.t(key("pool-only-free"))) }
                    option value="paused" selected[asked.free == "paused"] { (lang.t(key("pool-paused"))) }
                }
                option value="past" selected[asked.free == "past"] { (lang.t(key("pool-past"))) }
            }
        }
        div.extra {
            label for="time" { (lang.t(key("pool-time"))) }
            select.form-select id="time" name="time" {
                option value="" { (lang.t(key("pool-any"))) }
                @for it in LEAST_MINUTES {
                    option value=(it) selected[asked.time == it.to_string()] { (lang.tn(key("pool-time-least"), [("minutes", it.into())])) }
                }
            }
        }
        div.extra {
            label for="on" { (lang.t(key("consents-on"))) }
            input.form-control.w-date type="date" id="on" name="on" value=(view.day);
        }
    }
}

fn found(lang: Lang, pool: Pool, asked: &PoolAsked, view: &PoolView) -> Markup {
    if view.lines.is_empty() {
        let clear =
            html! { a.btn.btn-plain href=(pool_href(pool)) { (lang.t(key("people-clear"))) } };
        return block::empty(
            &lang.t(key("pool-nothing")),
            &lang.t(key("orders-nothing-how")),
            &clear,
        );
    }
    let profile = match pool {
        Pool::Mentors => lang.t(key("pool-strengths")),
        Pool::Mentees => lang.t(key("pool-needs")),
    };
    let heads = [
        lang.t(key("people-column-name")),
        profile,
        lang.t(key("pool-kinds")),
        lang.t(key("pool-places")),
        lang.t(key("pool-since")),
    ];
    let columns: Vec<_> = heads.iter().map(Column::new).collect();
    let before = (asked.page.max(1) - 1).saturating_mul(PAGE_SIZE);
    let lines = view.lines.iter().skip(before).take(PAGE_SIZE);
    let rows = html! { @for line in lines { (row(lang, pool, view, &heads, line)) } };
    html! {
        (table::table(&profile_caption(lang, pool), &columns, &rows))
        (nav::pager(lang, asked.page.max(1), PAGE_SIZE, view.lines.len(), |page| asked.href(pool, page)))
        (sheet::links(lang, &format!("{}/list", pool_href(pool)), &asked.href(pool, 1)))
        (forms(lang, pool, asked))
    }
}

fn profile_caption(lang: Lang, pool: Pool) -> String {
    match pool {
        Pool::Mentors => lang.t(key("mentors-title")),
        Pool::Mentees => lang.t(key("mentees-title")),
    }
}

fn row(lang: Lang, pool: Pool, view: &PoolView, heads: &[String; 5], line: &PoolLine) -> Markup {
    let person = &line.known.person;
    let record = &line.record;
    let href = format!("/pool-entries/{}", record.id);
    let about = if line.known.about.is_empty() { &person.job_title } else { &line.known.about };
    let kinds: Vec<String> =
        record.for_rule().kinds.into_iter().map(|it| mentoring_kind(lang, it)).collect();
    let is_paused = record.for_rule().paused.is_some_and(|it| it.contains(view.day));
    let cells = html! {
        (table::row_head(&href, &person.name.full(), about))
        (table::cell(&heads[1], &html! {
            @if line.terms.is_empty() { span.soft { (lang.t(key("pool-no-profile"))) } }
            @for it in &line.terms { div { (it.text) } }
        }))
        (table::cell(&heads[2], &html! {
            div { (kinds.join(", ")) }
            @if 0 < record.minutes_a_week { span.soft { (lang.tn(key("pool-time-has"), [("minutes", record.minutes_a_week.into())])) } }
        }))
        (table::cell(&heads[3], &html! {
            @match pool {
                _ if record.to_on.is_some_and(|to| to < view.day) => span.soft { (lang.t(key("pool-left-on"))) },
                Pool::Mentors if is_paused => span.soft { (lang.t(key("pool-paused"))) },
                Pool::Mentors => (lang.tn(key("pool-free"), [("free", line.n_free.into()), ("all", record.capacity.into())])),
                Pool::Mentees => (lang.t(key("pool-waits"))),
            }
        }))
        (table::cell(&heads[4], &html! {
            span.nb { (words::date_short(record.from_on)) }
            @if let Some(to) = record.to_on { " – " span.nb { (words::date_short(to)) } }
        }))
    };
    table::row(if pool == Pool::Mentees { Heat::Warm } else { Heat::Calm }, &cells)
}

/// The paper of a pool, with the curator's signature.
fn pool_paper(pool: Pool) -> PaperKind {
    match pool {
        Pool::Mentors => PaperKind::MentorPool,
        Pool::Mentees => PaperKind::MenteePool,
    }
}

/// Where the model form of the base is taken away, as it is narrowed now.
fn forms(lang: Lang, pool: Pool, asked: &PoolAsked) -> Markup {
    let narrowed = asked.href(pool, 1);
    let asked = narrowed.split_once('?').map_or("", |(_, asked)| asked);
    let path = format!("{}/form", pool_href(pool));
    html! {
        p.acts {
            span.soft { (lang.t(key("form-take"))) }
            a href={ (path) ".xlsx?" (asked) } { (lang.t(key("sheet-xlsx"))) }
            a href={ (path) ".pdf?" (asked) } { "PDF" }
            a href=(new_href(pool_paper(pool), "")) { (lang.t(key("pool-paper"))) }
        }
    }
}
