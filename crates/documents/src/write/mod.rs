//! Writing: a roadmap or a list goes out as a Word file, a workbook, or a PDF.
//!
//! It decides how paper looks (margins, repeated headers, landscape where a table is wide).
//! Deliberately absent: where the facts come from, the clock (the day is given), and letters of
//! law: an order is worded by those who sign it.

mod docx;
mod list;
mod paper;
pub(crate) mod pdf;
mod roadmap;
mod slip;
mod xlsx;

pub use list::{List, Value, list_csv, list_xlsx};
pub use paper::{Line, Paper, Place};
pub use roadmap::{Approval, RoadmapPaper, roadmap_paper};
pub use slip::{Slip, slips_pdf};

use ::roadmap::plan::Plan;

/// Why a paper could not be written.
#[derive(Debug, thiserror::Error)]
pub enum NotWritten {
    /// The typesetter refused: our template and the data disagree.
    #[error("the page could not be set: {0}")]
    Typesetting(String),
    /// The workbook could not be made.
    #[error("the workbook could not be made")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// The package could not be made.
    #[error("the package could not be made")]
    Package(#[from] zip::result::ZipError),
    /// The package could not be made.
    #[error("the package could not be made")]
    Bytes(#[from] std::io::Error),
    /// A link is longer than a QR code holds.
    #[error("a link of {bytes} bytes does not fit into a QR code")]
    LinkTooLong {
        /// Its length.
        bytes: usize,
    },
}

/// Writes a roadmap as a Word file that reads back to the same roadmap.
///
/// - Returns: the bytes of a `.docx`; the same input gives the same bytes.
/// - Errors: none that the input can cause.
pub fn roadmap_docx(plan: &Plan, about: &RoadmapPaper) -> Result<Vec<u8>, NotWritten> {
    docx::write(&roadmap_paper(plan, about))
}

/// Writes a roadmap as a workbook of one sheet that reads back to the same roadmap.
///
/// - Returns: the bytes of an `.xlsx`; the same input gives the same bytes.
/// - Errors: a cell longer than a workbook holds (32 767 characters).
pub fn roadmap_xlsx(plan: &Plan, about: &RoadmapPaper) -> Result<Vec<u8>, NotWritten> {
    xlsx::write(&roadmap_paper(plan, about))
}

/// Writes a roadmap as a PDF for printing and for the public site (tagged, PDF/UA-1 and PDF/A-2a).
///
/// - Returns: the bytes of a `.pdf`; the same input gives the same bytes.
/// - Errors: none that the input can cause.
pub fn roadmap_pdf(plan: &Plan, about: &RoadmapPaper) -> Result<Vec<u8>, NotWritten> {
    pdf::write(&roadmap_paper(plan, about))
}

/// Writes any paper of lines and one table as a PDF: lists to print.
///
/// - Returns: the bytes of a `.pdf`; the same input gives the same bytes.
/// - Errors: none that the input can cause.
pub fn table_pdf(paper: &Paper) -> Result<Vec<u8>, NotWritten> {
    pdf::write(paper)
}

/// Writes any paper of lines and one table as a Word file.
///
/// - Returns: the bytes of a `.docx`; the same input gives the same bytes.
/// - Errors: none that the input can cause.
pub fn table_docx(paper: &Paper) -> Result<Vec<u8>, NotWritten> {
    docx::write(paper)
}

/// Writes any paper of lines and one table as a workbook.
///
/// - Returns: the bytes of an `.xlsx`; the same input gives the same bytes.
/// - Errors: a cell longer than a workbook holds (32 767 characters).
pub fn table_xlsx(paper: &Paper) -> Result<Vec<u8>, NotWritten> {
    xlsx::write(paper)
}
