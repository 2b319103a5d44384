//! A paper as a file to take away.

use app::paper::{self, PaperFormat};
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use mentoring::id::PaperId;
use uuid::Uuid;

use crate::attachment::{disposition, named};
use crate::oops::Oops;
use crate::visit::Visit;

/// Gives the paper as a Word file.
pub(crate) async fn docx(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, Oops> {
    let media = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    let (words, bytes) = paper::paper_file(visit.ctx()?, PaperId(id), PaperFormat::Docx).await?;
    Ok(given(&words, ("docx", media), bytes))
}

/// Gives the paper as a PDF.
pub(crate) async fn pdf(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, Oops> {
    let (words, bytes) = paper::paper_file(visit.ctx()?, PaperId(id), PaperFormat::Pdf).await?;
    Ok(given(&words, ("pdf", "application/pdf"), bytes))
}

/// Answers with a file under a name made of words.
pub(super) fn given(
    words: &str,
    (ending, media): (&str, &'static str),
    bytes: Vec<u8>,
) -> Response {
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
    headers.insert(header::CONTENT_DISPOSITION, disposition(&named(words, ending)));
    response
}
