//! The partners as a file.

use app::partner::{self, PartnerLine, PartnersView};
use app::sheet::{Sheet, SheetCell, SheetFormat};
use axum::extract::Query;
use axum::response::Response;

use super::{PartnersAsked, agreement_state, best};
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::pages::sheet::{give, text};
use crate::visit::Visit;

/// Gives the partners as a workbook.
pub(crate) async fn xlsx(
    visit: Visit,
    Query(asked): Query<PartnersAsked>,
) -> Result<Response, Oops> {
    sheet(&visit, &asked, SheetFormat::Xlsx).await
}

/// Gives the partners as values between semicolons.
pub(crate) async fn csv(
    visit: Visit,
    Query(asked): Query<PartnersAsked>,
) -> Result<Response, Oops> {
    sheet(&visit, &asked, SheetFormat::Csv).await
}

async fn sheet(
    visit: &Visit,
    asked: &PartnersAsked,
    format: SheetFormat,
) -> Result<Response, Oops> {
    let view = partner::list_partners(visit.ctx()?, &asked.q).await?;
    give(visit, "partners", list_of(visit, visit.lang, &view), format).await
}

/// Prints the partners.
pub(crate) fn list_of(visit: &Visit, lang: Lang, view: &PartnersView) -> Sheet {
    let heads = [
        key("partner-name"),
        key("partner-contact"),
        key("person-phone"),
        key("person-email"),
        key("partner-agreement"),
        key("partner-agreement-state"),
        key("partner-mentors"),
        key("partner-from"),
        key("partner-to"),
    ];
    let rows = view.lines.iter().map(|it| row(visit, lang, it));
    Sheet {
        title: lang.t(key("partners-title")),
        heads: heads.map(|it| lang.t(it)).to_vec(),
        rows: rows.collect(),
    }
}

fn row(visit: &Visit, lang: Lang, line: &PartnerLine) -> Vec<SheetCell> {
    let best = best(&line.agreements, visit).map(|(it, _)| it);
    let mentors = line.people.iter().filter(|(_, it)| line.mentors.contains(&it.id));
    let mentors: Vec<String> = mentors.map(|(_, it)| it.name.full()).collect();
    let partner = &line.partner;
    let named = best.map(|it| format!("{} № {}", it.subject, it.number)).unwrap_or_default();
    let state = best.map(|it| agreement_state(lang, visit, it)).unwrap_or_default();
    vec![
        text(&partner.name),
        text(&partner.contact),
        text(&partner.phone),
        text(&partner.email),
        text(named.trim_end_matches(" № ")),
        text(state),
        text(mentors.join(", ")),
        SheetCell::Day(Some(partner.from_on)),
        SheetCell::Day(partner.to_on),
    ]
}
