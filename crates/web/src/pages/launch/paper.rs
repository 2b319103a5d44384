//! A version as a file to take away: Word, Excel, PDF, under a name that tells which it is.

use app::launch::paper::{Format, version_paper};
use app::launch::{self, VersionView};
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use mentoring::id::VersionId;
use mentoring::launch::VersionState;
use uuid::Uuid;

use crate::attachment::{disposition, named};
use crate::lang::key;
use crate::oops::Oops;
use crate::visit::Visit;

/// Gives the version as a Word file.
pub(crate) async fn docx(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, Oops> {
    paper(&visit, id, Format::Docx).await
}

/// Gives the version as a workbook.
pub(crate) async fn xlsx(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, Oops> {
    paper(&visit, id, Format::Xlsx).await
}

/// Gives the version as a PDF.
pub(crate) async fn pdf(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, Oops> {
    paper(&visit, id, Format::Pdf).await
}

async fn paper(visit: &Visit, id: Uuid, format: Format) -> Result<Response, Oops> {
    let ctx = visit.ctx()?;
    let paper = version_paper(ctx, VersionId(id), format).await?;
    let view = launch::show_version(ctx, VersionId(id)).await?;
    let mut response = paper.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(format.media_type()));
    headers.insert(
        header::CONTENT_DISPOSITION,
        disposition(&named(&words_of(visit, &view), format.ending())),
    );
    Ok(response)
}

/// «Дорожная карта 2026-2027 Школа № 5»; what is not in force says so.
fn words_of(visit: &Visit, view: &VersionView) -> String {
    let (from, to) = (view.roadmap.from_on.year(), view.roadmap.to_on.year());
    let years = if from == to { from.to_string() } else { format!("{from}-{to}") };
    let school = visit.signed.as_ref().map(|it| it.organisation.card.name.clone());
    let school = school.unwrap_or_default();
    let words = match view.version.state {
        VersionState::Approved => key("paper-name"),
        VersionState::Draft => key("paper-name-draft"),
        VersionState::Superseded | VersionState::Discarded => key("paper-name-old"),
    };
    let number = view.version.number.to_string();
    visit
        .lang
        .tn(words, [("years", years.into()), ("school", school.into()), ("number", number.into())])
}
