//! One organisation below, as figures: its stages and its months.

use app::network::{self, SchoolView};
use axum::extract::Path;
use maud::{Markup, html};
use mentoring::id::OrganisationId;
use uuid::Uuid;

use super::{page, part};
use crate::kit::block;
use crate::kit::figure::{self, Figure};
use crate::kit::nav::Way;
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::terms;
use crate::visit::Visit;

/// Shows one organisation below.
pub(crate) async fn show_school(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let lang = visit.lang;
    let view = network::show_school(visit.ctx()?, OrganisationId(id)).await?;
    let title = view.line.organisation.card.name.clone();
    let crumbs = [
        Way { href: "/network".to_owned(), words: lang.t(key("section-network")), here: false },
        Way { href: String::new(), words: title, here: true },
    ];
    Ok(page(&visit, &crumbs, &school(lang, &view)))
}

fn school(lang: Lang, view: &SchoolView) -> Markup {
    let (it, count) = (&view.line.organisation, &view.line.fulfilment);
    let kind = terms::kind(lang, it.kind);
    if count.n_positions == 0 {
        return html! {
            (block::head(&it.card.name, &kind, &html! {}))
            p { (lang.t(key("network-no-roadmap"))) }
        };
    }
    let figures = [
        (key("network-column-positions"), count.n_positions, false),
        (key("network-column-done"), count.n_done, false),
        (key("network-column-on-time"), count.n_on_time, false),
        (key("network-column-overdue"), count.n_overdue, 0 < count.n_overdue),
    ]
    .map(|(name, n, hot)| (lang.t(name), n.to_string(), hot));
    let figures: Vec<_> = figures
        .iter()
        .map(|(label, value, hot)| Figure { label, value, of: "", href: "", hot: *hot })
        .collect();
    html! {
        (block::head(&it.card.name, &kind, &html! {}))
        (figure::figures(&figures))
        section.mt-5 aria-labelledby="stages" {
            (block::section_head("stages", &lang.t(key("network-by-stage")), "", None))
            (part::stages(lang, &view.stages, false))
        }
        section.mt-5 aria-labelledby="months" {
            (block::section_head("months", &lang.t(key("network-months")), "", None))
            (part::months(lang, &view.months, false))
        }
    }
}
