//! A version as a file to take away: Word, Excel, PDF.

use app::launch::paper::{Format, version_paper};
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use mentoring::id::VersionId;
use uuid::Uuid;

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
    let paper = version_paper(visit.ctx()?, VersionId(id), format).await?;
    let place = format!("attachment; filename=\"roadmap.{}\"", format.ending());
    let headers = [
        (header::CONTENT_TYPE, format.media_type().to_owned()),
        (header::CONTENT_DISPOSITION, place),
    ];
    Ok((headers, paper).into_response())
}
