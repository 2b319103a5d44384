//! Slips of paper with a link: four to a page, to cut apart and hand out.
//!
//! It decides the look of a slip (A6, a QR code with the link printed under it). Deliberately
//! absent: what the link leads to.

use super::{NotWritten, pdf};
use jiff::civil::Date;
use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};
use serde_json::json;

/// One slip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// What it is about, in large letters.
    pub title: String,
    /// For whom: «Веровой А. С., 7 «Б»»; may be empty.
    pub whom: String,
    /// What to do, one or two sentences.
    pub text: String,
    /// The link, shown in letters and as a QR code.
    pub link: String,
}

/// Writes slips as a PDF, four A6 slips on each A4 page with lines to cut along.
///
/// - `title`: what the file is called inside; not printed.
/// - Returns: the bytes of a `.pdf`; the same input gives the same bytes.
/// - Errors: [`NotWritten::LinkTooLong`] beyond what a QR code holds (about 2 300 bytes).
pub fn slips_pdf(title: &str, slips: &[Slip], day: Date) -> Result<Vec<u8>, NotWritten> {
    let mut data = Vec::with_capacity(slips.len());
    for it in slips {
        let code = QrCode::with_error_correction_level(it.link.as_bytes(), EcLevel::M)
            .map_err(|_| NotWritten::LinkTooLong { bytes: it.link.len() })?;
        let picture = code.render::<svg::Color<'_>>().quiet_zone(false).build();
        data.push(json!({
            "title": it.title, "whom": it.whom, "text": it.text, "link": it.link, "code": picture,
        }));
    }
    pdf::set(include_str!("slip.typ"), &json!({ "title": title, "slips": data }), day)
}
