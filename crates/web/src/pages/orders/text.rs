//! The text of an order beside it: made from what is known, taken away as a file, changed by another.

use app::order::OrderView;
use app::paper::may_make;
use maud::{Markup, html};
use mentoring::order::OrderState;
use mentoring::paper::PaperKind;

use crate::kit::block;
use crate::kit::icon::{Icon, icon};
use crate::lang::key;
use crate::pages::papers::new_href;
use crate::visit::Visit;

/// Prints the text of an order: its files, or ways to make it.
pub(super) fn section(visit: &Visit, view: &OrderView) -> Markup {
    let lang = visit.lang;
    let id = view.order.id;
    let is_draft = matches!(view.state, OrderState::Draft | OrderState::ForSignature);
    let may = |kind: PaperKind| visit.signed.as_ref().is_some_and(|it| may_make(it, kind));
    let of_order = format!("&order={id}");
    let sheet = html! {
        @if !view.people.is_empty() && may(PaperKind::AcquaintanceSheet) {
            a.btn.btn-plain.btn-s href=(new_href(PaperKind::AcquaintanceSheet, &of_order)) { (lang.t(key("order-sheet-paper"))) }
        }
    };
    let kinds: Vec<PaperKind> =
        PaperKind::of_order(view.order.subject).filter(|it| may(*it)).collect();
    html! {
        section.mt-5 aria-labelledby="text" {
            (block::section_head("text", &lang.t(key("order-text")), "", None))
            @match &view.text {
                Some(paper) => {
                    p.acts {
                        a.btn.btn-plain.btn-s href={ "/papers/" (paper.id) "/paper.docx" } { (icon(Icon::Load)) (lang.t(key("paper-docx"))) }
                        a.btn.btn-plain.btn-s href={ "/papers/" (paper.id) "/paper.pdf" } { (lang.t(key("paper-pdf"))) }
                        a.btn.btn-plain.btn-s href={ "/papers/" (paper.id) } { (lang.t(key("order-text-read"))) }
                        @if view.may_edit && !is_draft && view.state != OrderState::Ceased {
                            a.btn.btn-plain.btn-s href={ "/papers/" (paper.id) "/amend" } { (icon(Icon::Pen)) (lang.t(key("paper-amend"))) }
                        }
                        (sheet)
                    }
                },
                None if is_draft && !kinds.is_empty() => {
                    p.soft { (lang.t(key("order-text-none"))) }
                    p.acts {
                        @for kind in &kinds {
                            a.btn.btn-plain.btn-s href=(new_href(*kind, &of_order)) {
                                @if kinds.len() == 1 { (lang.t(key("order-text-make"))) } @else { (kind.spec().title) }
                            }
                        }
                        (sheet)
                    }
                },
                None => { p.soft { (lang.t(key("order-text-old"))) } p.acts { (sheet) } },
            }
        }
    }
}
