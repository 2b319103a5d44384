//! One paper: what it says, what lacks, its files, signing, its wordings.

use app::paper::{self, NotRendered, PaperState, PaperView};
use app::roadmap::RowShown;
use axum::extract::Path;
use maud::{Markup, html};
use mentoring::id::PaperId;
use uuid::Uuid;

use super::{crumbs, place_href, state, view};
use crate::kit::block::{self, Gravity};
use crate::kit::form::{self, Input, Mends};
use crate::kit::icon::{Icon, icon};
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::pages::templates;
use crate::visit::Visit;
use crate::words;

/// Endings of scans that browsers offer.
const SCANS: &str = ".pdf,.jpg,.jpeg,.png,.docx,.zip";

/// A registration as typed.
#[derive(Clone, Debug, Default)]
pub(super) struct RegisterTyped {
    pub(super) number: String,
    pub(super) signed_on: String,
}

/// Shows a paper.
pub(crate) async fn show_paper(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    paper_page(&visit, PaperId(id), &RegisterTyped::default(), &Mends::default()).await
}

/// The page of a paper, with what a refused form held.
pub(super) async fn paper_page(
    visit: &Visit,
    id: PaperId,
    typed: &RegisterTyped,
    mends: &Mends,
) -> Result<Markup, Oops> {
    let it = paper::show_paper(visit.ctx()?, id).await?;
    let lang = visit.lang;
    let title = it.paper.title.clone();
    let body = html! {
        (block::head(&title, &under(lang, &it), &acts(lang, &it)))
        (form::refusal(lang, &lang.t(key("paper-step-refused")), &lang.t(key("person-kept")), mends))
        (remarks(visit, &it))
        (block::card(&facts(lang, &it)))
        @if let Some(why) = &it.not_made { (not_made(lang, &it, why)) }
        @else if it.shown.is_empty() { p { (lang.t(key("paper-word-only"))) } } @else { (view::paper(lang, &it.shown)) }
        @if it.may_edit { (signing(visit, &it, typed, mends)) }
        (wordings(visit, &it))
    };
    let crumbs = crumbs(lang, it.paper.kind.spec().title.to_owned());
    let frame = Frame { title: &title, section: Section::Papers, crumbs: &crumbs };
    Ok(shell::page(visit, &frame, &body))
}

/// Says why the text that holds now gives no paper, and where it is mended.
fn not_made(lang: Lang, it: &PaperView, why: &NotRendered) -> Markup {
    let mend =
        html! { a href={ "/templates/" (it.paper.kind) } { (lang.t(key("paper-template"))) } };
    let what = templates::not_rendered(lang, why);
    block::remark(lang, Gravity::Mend, "", &lang.t(key("paper-not-made")), &what, &mend)
}

fn under(lang: Lang, it: &PaperView) -> String {
    match it.paper.signed_on {
        Some(on) => {
            let day = words::date(lang, on);
            match it.paper.number.as_str() {
                "" => lang.tn(key("paper-signed-on"), [("day", day.into())]),
                number => lang.tn(
                    key("paper-registered"),
                    [("number", number.to_owned().into()), ("day", day.into())],
                ),
            }
        }
        None => state(lang, it.state),
    }
}

fn acts(lang: Lang, it: &PaperView) -> Markup {
    let id = it.paper.id;
    html! {
        @if it.not_made.is_none() { a.btn.btn-go href={ "/papers/" (id) "/paper.docx" } { (icon(Icon::Load)) (lang.t(key("paper-docx"))) } }
        @if it.not_made.is_none() && !it.is_word_only { a.btn.btn-plain href={ "/papers/" (id) "/paper.pdf" } { (lang.t(key("paper-pdf"))) } }
        @if it.may_edit && it.state == PaperState::Draft {
            a.btn.btn-plain href={ "/papers/" (id) "/edit" } { (icon(Icon::Pen)) (lang.t(key("paper-edit"))) }
        }
    }
}

/// What lacks with its place, what changed since, what is left to fill by hand.
fn remarks(visit: &Visit, it: &PaperView) -> Markup {
    let lang = visit.lang;
    html! {
        @for known in &it.lacks {
            @let mend = html! { @if let Some(href) = place_href(known.place) { a href=(href) { (lang.t(key("paper-write-down"))) } } };
            (block::remark(lang, Gravity::Mend, "", &lang.tn(key("paper-lacks"), [("what", known.field.label.into())]), &lang.t(key("paper-lacks-how")), &mend))
        }
        @if it.is_outdated && it.may_edit {
            (block::remark(lang, Gravity::Look, "", &lang.t(key("paper-outdated")), &lang.t(key("paper-outdated-how")), &button(visit, it, "refresh", &lang.t(key("paper-refresh")))))
        }
        @if it.state == PaperState::Draft && !it.to_fill.is_empty() {
            details {
                summary { (lang.tn(key("paper-to-fill"), [("count", it.to_fill.len().into())])) }
                ul { @for caption in &it.to_fill { li { (caption) } } }
            }
        }
    }
}

fn button(visit: &Visit, it: &PaperView, step: &str, words: &str) -> Markup {
    html! {
        form.d-inline method="post" action={ "/papers/" (it.paper.id) "/step" } {
            (visit.hidden())
            button.btn.btn-plain.btn-s name="step" value=(step) { (words) }
        }
    }
}

fn facts(lang: Lang, it: &PaperView) -> Vec<(String, Markup)> {
    let paper = &it.paper;
    let kind = html! {
        (paper.kind.spec().title) " "
        a.small href={ "/templates/" (paper.kind) } { (lang.t(key("paper-template"))) }
    };
    let mut rows = vec![(lang.t(key("papers-kind")), kind)];
    if let Some(order) = &it.order {
        let href = format!("/orders/{}", order.id);
        rows.push((lang.t(key("paper-order")), html! { a href=(href) { (order.title) } }));
    }
    if let Some(order) = &it.amends {
        let href = format!("/orders/{}", order.id);
        rows.push((lang.t(key("paper-amends")), html! { a href=(href) { (order.title) } }));
    }
    if let Some(person) = paper.person {
        let href = format!("/people/{person}");
        rows.push((lang.t(key("paper-about")), html! { a href=(href) { (it.about) } }));
    }
    if let Some(scan) = paper.scan {
        let href = format!("/files/{scan}");
        rows.push((
            lang.t(key("paper-scan")),
            html! { a href=(href) { (lang.t(key("paper-scan-open"))) } },
        ));
    }
    if !it.rows.is_empty() {
        rows.push((lang.t(key("paper-evidence")), rows_shown(lang, &it.rows)));
    }
    rows
}

/// Rows of the roadmap that a signed document closed, or helped to.
pub(crate) fn rows_shown(lang: Lang, rows: &[RowShown]) -> Markup {
    html! {
        ul.mb-0 { @for it in rows { li {
            a href={ "/rows/" (it.lineage) } { @if !it.number.is_empty() { (it.number) " " } (it.activity) } " "
            span.soft { @if it.is_done { (lang.t(key("paper-row-done"))) } @else { (lang.t(key("paper-row-part"))) } }
        } } }
    }
}

fn signing(visit: &Visit, it: &PaperView, typed: &RegisterTyped, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let order = it.paper.order_id.filter(|_| it.paper.kind.order_subject().is_some());
    match (it.state, order) {
        (PaperState::Draft, Some(order)) => html! {
            section.mt-5 aria-labelledby="signing" {
                (block::section_head("signing", &lang.t(key("paper-signed")), &lang.t(key("paper-order-why")), None))
                p.acts { a.btn.btn-plain href={ "/orders/" (order) } { (lang.t(key("paper-order-go"))) } (button(visit, it, "discard", &lang.t(key("paper-discard")))) }
            }
        },
        (PaperState::Draft, None) => html! {
            section.mt-5 aria-labelledby="signing" {
                (block::section_head("signing", &lang.t(key("paper-signed")), &lang.t(key("paper-signed-why")), None))
                (register_form(visit, it, typed, mends))
                p.acts.mt-4 { (button(visit, it, "discard", &lang.t(key("paper-discard")))) }
            }
        },
        (PaperState::Signed, Some(_)) => html! {
            p.acts.mt-5 { a.btn.btn-plain href={ "/papers/" (it.paper.id) "/amend" } { (icon(Icon::Pen)) (lang.t(key("paper-amend"))) } }
        },
        (PaperState::Signed, None) => html! {
            p.acts.mt-5 { (button(visit, it, "withdraw", &lang.t(key("paper-withdraw")))) }
        },
        (PaperState::Discarded, _) => html! {},
    }
}

fn register_form(visit: &Visit, it: &PaperView, typed: &RegisterTyped, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let today = visit.today().to_string();
    let number = Input {
        name: "number",
        label: &lang.t(key("orders-column-number")),
        hint: &lang.t(key("paper-number-hint")),
        value: &typed.number,
        width: "w-mid",
        optional: true,
        ..Input::default()
    };
    let signed_on = Input {
        name: "signed_on",
        label: &lang.t(key("paper-signed-day")),
        value: if typed.signed_on.is_empty() { &today } else { &typed.signed_on },
        kind: "date",
        width: "w-date",
        ..Input::default()
    };
    let scan = Input {
        name: "file",
        label: &lang.t(key("paper-scan")),
        hint: &lang.t(key("paper-scan-hint")),
        optional: true,
        ..Input::default()
    };
    let action = format!("/papers/{}/register", it.paper.id);
    html! {
        form.form method="post" action=(action) enctype="multipart/form-data" {
            (visit.hidden())
            (form::input(lang, &number, mends))
            (form::input(lang, &signed_on, mends))
            (form::file(lang, &scan, SCANS, mends))
            div.sticky-act { button.btn.btn-go { (lang.t(key("paper-register"))) } }
        }
    }
}

/// Every wording with the digest of its file: what was printed can be told from what is.
fn wordings(visit: &Visit, it: &PaperView) -> Markup {
    let lang = visit.lang;
    html! {
        details.mt-5 {
            summary { (lang.tn(key("paper-wordings"), [("count", it.revisions.len().into())])) }
            ul { @for wording in &it.revisions { li {
                (lang.tn(key("paper-wording"), [("number", wording.number.into()), ("at", words::moment(lang, visit.local(wording.made_at)).into())]))
                " " span.small.soft { "SHA-256 " code { (digits(&wording.sha256)) } }
            } } }
        }
    }
}

/// The first half of a digest: as much as anybody compares by eye.
fn digits(sha256: &[u8]) -> String {
    sha256.iter().take(16).map(|it| format!("{it:02x}")).collect()
}
