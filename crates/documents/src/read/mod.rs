//! Reading: the bytes of a document become paragraphs and tables.
//!
//! It decides which reader a file belongs to, by its content and not by its name. Deliberately
//! absent: what the text means (`roadmap`), and any refusal because of what is written.

mod budget;
pub(crate) mod csv;
mod cut;
mod docx;
pub(crate) mod encoding;
mod grid;
pub(crate) mod letters;
mod limits;
mod marks;
mod not_read;
mod odf;
pub(crate) mod package;
mod sheet;
pub(crate) mod sniff;
mod text;
mod words;
pub(crate) mod xlsx;
pub(crate) mod xml;

pub use limits::{MAX_COLUMNS, MAX_FILE_BYTES, MAX_ROWS};
pub use not_read::{Kind, NotRead};
pub use words::{Language, sentence};

use roadmap::source::{Block, Notice, Source};
use sniff::Found;

/// Reads a document of any known format.
///
/// - `name`: the name of the file as the person sees it; only its ending is looked at, and only
///   where the content leaves a choice (text or comma-separated values). May be empty.
/// - `bytes`: the whole file, at most [`MAX_FILE_BYTES`].
/// - Returns: blocks in reading order; at most [`MAX_ROWS`] table rows, the rest named in a notice.
/// - Errors: [`NotRead`] where the file is not a document that can be opened. Never because of what
///   is written in it.
/// - Time: linear in the unpacked size, which is limited too.
pub fn read(name: &str, bytes: &[u8]) -> Result<Source, NotRead> {
    if bytes.len() > MAX_FILE_BYTES {
        return Err(NotRead::TooLarge { bytes: bytes.len(), limit: MAX_FILE_BYTES });
    }
    let (mut source, pictures) = match sniff::sniff(name, bytes)? {
        Found::Docx(package) => docx::read(package)?,
        Found::Xlsx(package) => xlsx::read(package)?,
        Found::OpenDocument(package) => odf::read(package)?,
        Found::Separated => csv::read(bytes),
        Found::Text => text::read(bytes)?,
    };
    text::drop_remnants(&mut source);
    cut::cut(&mut source);
    not_empty(source, pictures)
}

/// Refuses a document without a single letter or digit: pictures of text, or nothing at all.
fn not_empty(source: Source, pictures: usize) -> Result<Source, NotRead> {
    if source.blocks.iter().any(has_text) {
        return Ok(source);
    }
    // Something stood there that was longer than a document may be.
    if source.notices.iter().any(|it| matches!(it, Notice::TextLeftOut)) {
        return Err(NotRead::UnpacksTooLarge { limit: limits::MAX_TEXT_BYTES });
    }
    match pictures {
        0 => Err(NotRead::NoText),
        pictures => Err(NotRead::OnlyPictures { pictures }),
    }
}

fn has_text(block: &Block) -> bool {
    let speaks = |text: &str| text.chars().any(char::is_alphanumeric);
    match block {
        Block::Paragraph(it) => speaks(&it.text),
        Block::Table(it) => it
            .rows
            .iter()
            .flat_map(|row| &row.cells)
            .any(|cell| cell.paragraphs.iter().any(|line| speaks(&line.text))),
    }
}
