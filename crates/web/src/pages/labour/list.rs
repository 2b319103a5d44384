//! The register of addenda: who still needs one, and all that were signed.

use app::labour::{self, AddendumFilter, AddendumLine, AddendumRegister, Waiting};
use axum::extract::Query;
use maud::{Markup, html};
use serde::Deserialize;

use super::{HREF, pay_words};
use mentoring::mistake::MistakeKind;

use crate::kit::block;
use crate::kit::icon::{Icon, icon};
use crate::kit::nav::{self, Way};
use crate::kit::shell::{self, Frame, Section};
use crate::kit::table::{self, Column, Heat};
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::visit::Visit;
use crate::words;

/// Rows of one page of the list.
const PAGE_SIZE: usize = 50;

/// What is looked for.
#[derive(Deserialize)]
pub(crate) struct AddendaAsked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    show: String,
    #[serde(default)]
    page: usize,
}

impl AddendaAsked {
    fn filter(&self) -> AddendumFilter {
        let acting = match self.show.as_str() {
            "acting" => Some(true),
            "ended" => Some(false),
            _ => None,
        };
        AddendumFilter { search: self.q.clone(), acting }
    }

    fn href(&self, page: usize) -> String {
        let page = page.to_string();
        let pairs = [("q", self.q.trim()), ("show", &self.show), ("page", page.as_str())];
        let said: Vec<_> = pairs.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        serde_html_form::to_string(said)
            .map_or_else(|_| HREF.to_owned(), |it| format!("{HREF}?{it}"))
    }
}

/// Shows the register.
pub(crate) async fn list_addenda(
    visit: Visit,
    Query(asked): Query<AddendaAsked>,
) -> Result<Markup, Oops> {
    let register = labour::list_addenda(visit.ctx()?, &asked.filter()).await?;
    let kinds = [MistakeKind::Addendum, MistakeKind::AddendumEnding];
    let marks = app::mistake::list_mistakes(visit.ctx()?, &kinds).await?;
    let lang = visit.lang;
    let title = lang.t(key("addenda-title"));
    let under = lang.tn(key("addenda-under"), [("count", register.n_acting.into())]);
    let pay = html! { a.btn.btn-plain href="/addenda/pay" { (lang.t(key("pay-title"))) } };
    let body = html! {
        (block::head(&title, &under, &pay))
        (waiting(lang, &register))
        @if register.n_all == 0 {
            @if register.waiting.is_empty() {
                (block::empty(&lang.t(key("addenda-empty")), &lang.t(key("addenda-empty-how")), &html! {}))
            }
        } @else {
            section aria-labelledby="all" {
                (block::section_head("all", &lang.t(key("addenda-signed")), "", None))
                (nav::search(lang, HREF, &lang.t(key("addenda-find")), &asked.q, &html! {}))
                (nav::chips(&lang.t(key("addenda-show")), &shows(lang, &asked)))
                (found(lang, &asked, &register))
            }
        }
        (crate::pages::mistake::history(&visit, &marks))
    };
    let frame = Frame { title: &title, section: Section::Addenda, crumbs: &[] };
    Ok(shell::page(&visit, &frame, &body))
}

fn shows(lang: Lang, asked: &AddendaAsked) -> [Way; 3] {
    let way = |show: &str, words: String| Way {
        href: if show.is_empty() { HREF.to_owned() } else { format!("{HREF}?show={show}") },
        words,
        here: asked.show == show,
    };
    [
        way("", lang.t(key("addenda-all"))),
        way("acting", lang.t(key("addenda-acting"))),
        way("ended", lang.t(key("addenda-ended"))),
    ]
}

/// Who must have an addendum before an order may put them to work.
fn waiting(lang: Lang, register: &AddendumRegister) -> Markup {
    if register.waiting.is_empty() {
        return html! {};
    }
    let note = lang.tn(key("addenda-waiting-note"), [("count", register.waiting.len().into())]);
    let heads = [lang.t(key("people-column-name")), lang.t(key("addenda-waiting-step"))];
    let columns: Vec<_> = heads.iter().map(Column::new).collect();
    let rows = html! {
        @for it in &register.waiting { (waiting_row(lang, register, &heads[1], it)) }
    };
    html! {
        section aria-labelledby="waiting" {
            (block::section_head("waiting", &lang.t(key("addenda-waiting")), &note, None))
            (table::table(&lang.t(key("addenda-waiting")), &columns, &rows))
        }
    }
}

fn waiting_row(lang: Lang, register: &AddendumRegister, head: &str, it: &Waiting) -> Markup {
    let person = &it.known.person;
    let cells = html! {
        (table::row_head(&format!("/people/{}", person.id), &person.name.full(), &person.job_title))
        (table::cell(head, &html! {
            @match it.consent_on {
                Some(on) => {
                    (lang.tn(key("addenda-has-consent"), [("day", words::date(lang, on).into())]))
                    @if register.may_edit { br; a href={ "/people/" (person.id) "/addenda/new" } { (lang.t(key("addendum-record"))) span.visually-hidden { ": " (person.name.short()) } } }
                },
                None => {
                    (lang.t(key("addenda-no-consent")))
                    @if register.may_edit { br; a href={ "/people/" (person.id) "/consents/new?kind=labour_mentoring" } { (lang.t(key("consent-record"))) span.visually-hidden { ": " (person.name.short()) } } }
                },
            }
        }))
    };
    table::row(Heat::Warm, &cells)
}

fn found(lang: Lang, asked: &AddendaAsked, register: &AddendumRegister) -> Markup {
    if register.lines.is_empty() {
        let clear = html! { a.btn.btn-plain href=(HREF) { (lang.t(key("people-clear"))) } };
        return block::empty(&lang.t(key("addenda-nothing")), "", &clear);
    }
    let heads = [
        lang.t(key("people-column-name")),
        lang.t(key("addendum-number")),
        lang.t(key("addendum-term")),
        lang.t(key("addendum-pay")),
    ];
    let columns: Vec<_> = heads.iter().map(Column::new).collect();
    let page = asked.page.max(1);
    let shown = register.lines.iter().skip((page - 1).saturating_mul(PAGE_SIZE)).take(PAGE_SIZE);
    let rows = html! { @for line in shown { (row(lang, register, &heads, line)) } };
    html! {
        (table::table(&lang.t(key("addenda-title")), &columns, &rows))
        (nav::pager(lang, page, PAGE_SIZE, register.lines.len(), |page| asked.href(page)))
    }
}

fn row(
    lang: Lang,
    register: &AddendumRegister,
    heads: &[String; 4],
    line: &AddendumLine,
) -> Markup {
    let it = &line.record;
    let must_end = line.withdrawn_on.filter(|_| it.acts_on(register.today));
    let cells = html! {
        (table::row_head(&format!("{HREF}/{}", it.id), &line.person.name.full(), &line.person.job_title))
        (table::cell(&heads[1], &html! {
            span.nb { "№\u{a0}" (it.number) } br; span.small.soft { (words::date_short(it.signed_on)) }
        }))
        (table::cell(&heads[2], &html! {
            span.nb { (words::date_short(it.from_on)) "–" (words::date_short(it.last())) }
            @if it.early_ending().is_some() { br; span.small.soft { (lang.t(key("addendum-ended-early"))) } }
            @if let Some(on) = must_end {
                br; span.st.st-bad { (icon(Icon::Bad)) (lang.tn(key("addendum-must-end"), [("day", words::date(lang, on).into())])) }
            }
        }))
        (table::cell(&heads[3], &html! { @if let Some(pay) = it.pay() { (pay_words(lang, pay)) } }))
    };
    table::row(if must_end.is_some() { Heat::Hot } else { Heat::Calm }, &cells)
}
