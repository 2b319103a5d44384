//! The catalogue of papers by the phases of the programme: what each is for, who signs it, when.

use app::paper::{kinds_like, may_make};
use axum::extract::Query;
use maud::{Markup, html};
use mentoring::paper::{PaperKind, Phase};
use serde::Deserialize;

use super::{HREF, new_href, tabs};
use crate::kit::block;
use crate::kit::nav;
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::visit::Visit;

/// What is looked for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct KindsAsked {
    q: String,
}

/// Shows the catalogue.
pub(crate) async fn list_kinds(
    visit: Visit,
    Query(asked): Query<KindsAsked>,
) -> Result<Markup, Oops> {
    visit.ctx()?;
    let lang = visit.lang;
    let title = lang.t(key("papers-title"));
    let found = kinds_like(&asked.q);
    let body = html! {
        (block::head(&title, &lang.t(key("papers-under")), &html! {}))
        (nav::tabs(&title, &tabs(lang, HREF)))
        (nav::search(lang, HREF, &lang.t(key("papers-find")), &asked.q, &html! {}))
        @if found.is_empty() {
            (block::empty(&lang.t(key("papers-nothing")), &lang.t(key("papers-nothing-how")), &html! { a.btn.btn-plain href=(HREF) { (lang.t(key("people-clear"))) } }))
        }
        @for phase in Phase::ALL { (of_phase(&visit, *phase, &found)) }
    };
    Ok(shell::page(&visit, &Frame { title: &title, section: Section::Papers, crumbs: &[] }, &body))
}

fn of_phase(visit: &Visit, phase: Phase, found: &[PaperKind]) -> Markup {
    let lang = visit.lang;
    let kinds: Vec<PaperKind> =
        found.iter().copied().filter(|it| it.spec().phase == phase).collect();
    let id = format!("phase-{}", phase.slug());
    html! {
        @if !kinds.is_empty() {
            section.mt-5 aria-labelledby=(id) {
                (block::section_head(&id, &lang.t(&format!("paper-phase-{}", phase.slug())), "", None))
                ul.paper-kinds { @for kind in kinds { (entry(visit, kind)) } }
            }
        }
    }
}

fn entry(visit: &Visit, kind: PaperKind) -> Markup {
    let lang = visit.lang;
    let spec = kind.spec();
    let may = visit.signed.as_ref().is_some_and(|it| may_make(it, kind));
    html! {
        li {
            @if may { a.person href=(new_href(kind, "")) { (spec.title) } } @else { strong { (spec.title) } }
            p.mb-0 { (spec.purpose) }
            p.small.soft.mb-0 { (signed_by(lang, kind)) (lang.tn(key("papers-when"), [("when", spec.when.into())])) }
        }
    }
}

/// «Подписывают: руководитель, наставник. »
fn signed_by(lang: Lang, kind: PaperKind) -> String {
    let who =
        kind.spec().signatures.iter().map(|it| lang.t(&format!("paper-signer-{}", it.who.slug())));
    let who: Vec<String> = who.collect();
    match who.is_empty() {
        true => String::new(),
        false => lang.tn(key("papers-signed-by"), [("who", who.join(", ").into())]) + " ",
    }
}
