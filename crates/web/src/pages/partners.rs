//! Partners: the list with the share that gave mentors, a card, agreements, people.

pub(crate) mod edit;
pub(crate) mod parts;
pub(crate) mod sheet;

use app::partner::{self, PartnerLine, PartnersView};
use axum::extract::{Path, Query};
use maud::{Markup, html};
use mentoring::access::Action;
use mentoring::id::PartnerId;
use mentoring::partner::{Agreement, AgreementState};
use serde::Deserialize;
use uuid::Uuid;

use crate::kit::block;
use crate::kit::form::Mends;
use crate::kit::icon::{Icon, icon};
use crate::kit::nav::{self, Way};
use crate::kit::shell::{self, Frame, Section};
use crate::kit::table::{self, Column, Heat};
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::pages::sheet::links;
use crate::visit::Visit;
use crate::words;

/// What is looked for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct PartnersAsked {
    q: String,
}

impl PartnersAsked {
    fn href(&self) -> String {
        let asked = serde_html_form::to_string(vec![("q", self.q.trim())]).unwrap_or_default();
        if self.q.trim().is_empty() { "/partners".into() } else { format!("/partners?{asked}") }
    }
}

/// Shows the partners.
pub(crate) async fn list_partners(
    visit: Visit,
    Query(asked): Query<PartnersAsked>,
) -> Result<Markup, Oops> {
    let ctx = visit.ctx()?;
    let view = partner::list_partners(ctx, &asked.q).await?;
    Ok(list_page(&visit, &asked, &view, ctx.may(Action::EditPartners)))
}

fn list_page(visit: &Visit, asked: &PartnersAsked, view: &PartnersView, may_edit: bool) -> Markup {
    let lang = visit.lang;
    let title = lang.t(key("partners-title"));
    let add = html! { @if may_edit { a.btn.btn-go href="/partners/new" { (icon(Icon::Plus)) (lang.t(key("partner-add"))) } } };
    let is_empty = view.lines.is_empty() && asked.q.trim().is_empty();
    let body = html! {
        (block::head(&title, &under(lang, view), &add))
        @if is_empty {
            (block::empty(&lang.t(key("partners-empty")), &lang.t(key("partners-empty-how")), &add))
        } @else {
            (nav::search(lang, "/partners", &lang.t(key("partners-find")), &asked.q, &html! {}))
            (found(visit, view))
            (links(lang, "/partners/list", &asked.href()))
        }
    };
    shell::page(visit, &Frame { title: &title, section: Section::Partners, crumbs: &[] }, &body)
}

/// How many of the partners gave a mentor.
fn under(lang: Lang, view: &PartnersView) -> String {
    match view.share.thousandths() {
        None => String::new(),
        Some(share) => lang.tn(
            key("partners-under"),
            [
                ("gave", view.share.n_gave.into()),
                ("all", view.share.n_partners.into()),
                ("share", words::percent(lang, share).into()),
            ],
        ),
    }
}

fn found(visit: &Visit, view: &PartnersView) -> Markup {
    let lang = visit.lang;
    if view.lines.is_empty() {
        let clear = html! { a.btn.btn-plain href="/partners" { (lang.t(key("people-clear"))) } };
        let how = lang.t(key("people-nothing-how"));
        return block::empty(&lang.t(key("partners-nothing")), &how, &clear);
    }
    let heads = [
        key("partner-name"),
        key("partner-agreement"),
        key("partner-mentors"),
        key("people-column-contact"),
    ]
    .map(|it| lang.t(it));
    let columns: Vec<_> = heads.iter().map(Column::new).collect();
    let rows = html! { @for line in &view.lines { (row(visit, &heads, line)) } };
    table::table(&lang.t(key("partners-title")), &columns, &rows)
}

fn row(visit: &Visit, heads: &[String; 4], line: &PartnerLine) -> Markup {
    let lang = visit.lang;
    let partner = &line.partner;
    let best = best(&line.agreements, visit);
    let is_over = partner.to_on.is_some_and(|to| to < visit.today());
    let until = partner
        .to_on
        .map(|to| lang.tn(key("partner-until"), [("day", words::date(lang, to).into())]));
    let warm = !is_over && best.is_some_and(|(_, state)| state == AgreementState::EndsSoon);
    let names: Vec<String> = line
        .people
        .iter()
        .filter(|(_, it)| line.mentors.contains(&it.id))
        .map(|(_, it)| it.name.short())
        .collect();
    let cells = html! {
        (table::row_head(&format!("/partners/{}", partner.id), &partner.name, &until.unwrap_or_default()))
        (table::cell(&heads[1], &html! { @match best {
            Some((it, _)) => (agreement_state(lang, visit, it)),
            None => span.soft { (lang.t(key("agreement-none"))) },
        } }))
        (table::cell(&heads[2], &html! { @if names.is_empty() { span.soft { (lang.t(key("partner-no-mentors"))) } } @else { (names.join(", ")) } }))
        (table::cell(&heads[3], &html! { (partner.contact) @for it in [&partner.phone, &partner.email] { @if !it.is_empty() { div.nb { (it) } } } }))
    };
    table::row(if warm { Heat::Warm } else { Heat::Calm }, &cells)
}

/// The agreement that tells most: one that acts, or the last.
pub(super) fn best<'a>(
    all: &'a [Agreement],
    visit: &Visit,
) -> Option<(&'a Agreement, AgreementState)> {
    let with_state = all.iter().map(|it| (it, it.state(visit.today())));
    with_state.min_by_key(|(it, state)| (*state, std::cmp::Reverse(it.signed_on)))
}

/// «действует по 31 декабря 2026 г.», «кончается через 40 дней».
pub(super) fn agreement_state(lang: Lang, visit: &Visit, it: &Agreement) -> String {
    let today = visit.today();
    let last = it.last_day();
    let day = last.map(|it| words::date(lang, it)).unwrap_or_default();
    match (it.state(today), last) {
        (AgreementState::Acts, None) => lang.t(key("agreement-open")),
        (AgreementState::Acts, Some(_)) => lang.tn(key("agreement-until"), [("day", day.into())]),
        (AgreementState::EndsSoon, last) => {
            let days = last.and_then(|last| today.until(last).ok()).map_or(0, |it| it.get_days());
            lang.tn(key("agreement-soon"), [("day", day.into()), ("days", days.into())])
        }
        (AgreementState::NotYet, _) => {
            lang.tn(key("agreement-from"), [("day", words::date(lang, it.signed_on).into())])
        }
        (AgreementState::Over, _) => lang.tn(key("agreement-over"), [("day", day.into())]),
    }
}

/// Shows a partner.
pub(crate) async fn show_partner(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let line = partner::show_partner(visit.ctx()?, PartnerId(id)).await?;
    Ok(parts::card(&visit, &line, &Mends::default()))
}

/// The way down to a page about a partner.
pub(super) fn inner(visit: &Visit, title: &str, body: &Markup) -> Markup {
    let lang = visit.lang;
    let crumbs = [
        Way { href: "/partners".to_owned(), words: lang.t(key("partners-title")), here: false },
        Way { href: String::new(), words: title.to_owned(), here: true },
    ];
    shell::page(visit, &Frame { title, section: Section::Partners, crumbs: &crumbs }, body)
}
