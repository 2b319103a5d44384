//! What a file is, by its content.
//!
//! It decides which reader a file goes to and which files are refused as another format.
//! Deliberately absent: trust in the ending of a name.

use super::not_read::{Kind, NotRead};
use super::package::Package;

/// A file that has a reader.
pub(crate) enum Found<'a> {
    /// Word.
    Docx(Package<'a>),
    /// Excel.
    Xlsx(Package<'a>),
    /// A text or a spreadsheet of OpenDocument.
    OpenDocument(Package<'a>),
    /// Separated values of any code page.
    Separated,
    /// Text of any code page.
    Text,
}

/// Beginnings that tell a format which is not read.
const MAGIC: [(&[u8], Kind); 15] = [
    (b"{\\rtf", Kind::Rtf),
    (b"%PDF-", Kind::Pdf),
    (b"\x89PNG", Kind::Picture),
    (b"\xFF\xD8\xFF", Kind::Picture),
    (b"GIF8", Kind::Picture),
    (b"II*\0", Kind::Picture),
    (b"MM\0*", Kind::Picture),
    (b"AT&TFORM", Kind::Picture),
    (b"Rar!", Kind::Archive),
    (b"7z\xBC\xAF\x27\x1C", Kind::Archive),
    (b"\x1F\x8B", Kind::Archive),
    (b"BZh", Kind::Archive),
    (b"\xFD7zXZ", Kind::Archive),
    (b"MZ", Kind::Unknown),
    (b"\x7FELF", Kind::Unknown),
];

/// How many bytes at the beginning are looked at for a web page or a stray heading.
const HEAD: usize = 4096;

/// Tells what a file is.
pub(crate) fn sniff<'a>(name: &str, bytes: &'a [u8]) -> Result<Found<'a>, NotRead> {
    let head = &bytes[..bytes.len().min(HEAD)];
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(NotRead::Empty);
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return package(Package::open(bytes)?);
    }
    if head.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Err(old_office(bytes));
    }
    if let Some((_, kind)) = MAGIC.iter().find(|(magic, _)| head.starts_with(magic)) {
        return Err(NotRead::Format(*kind));
    }
    if is_picture(head) {
        return Err(NotRead::Format(Kind::Picture));
    }
    if contains(&head[..head.len().min(1024)], b"%PDF-") {
        return Err(NotRead::Format(Kind::Pdf));
    }
    if let Some(kind) = markup(head) {
        return Err(NotRead::Format(kind));
    }
    if is_binary(bytes) {
        return Err(NotRead::Format(Kind::Unknown));
    }
    let name = name.to_lowercase();
    let named = name.ends_with(".csv") || name.ends_with(".tsv");
    match named || super::csv::looks_separated(bytes) {
        true => Ok(Found::Separated),
        false => Ok(Found::Text),
    }
}

/// Which document a zip package is.
fn package(mut package: Package<'_>) -> Result<Found<'_>, NotRead> {
    if package.has("EncryptedPackage") {
        return Err(NotRead::Encrypted);
    }
    let has = |prefix: &str| package.names().any(|it| it.starts_with(prefix));
    if has("word/") {
        return Ok(Found::Docx(package));
    }
    if has("xl/workbook.bin") {
        return Err(NotRead::Format(Kind::BinaryExcel));
    }
    if has("xl/") {
        return Ok(Found::Xlsx(package));
    }
    if has("ppt/") {
        return Err(NotRead::Format(Kind::Presentation));
    }
    if let Some(kind) = package.whole("mimetype")?
        && kind.contains("presentation")
    {
        return Err(NotRead::Format(Kind::Presentation));
    }
    match package.has("content.xml") {
        true => Ok(Found::OpenDocument(package)),
        false => Err(NotRead::Format(Kind::Archive)),
    }
}

/// Which program made an old office container; its streams are named in two-byte letters.
fn old_office(bytes: &[u8]) -> NotRead {
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        contains(bytes, &wide)
    };
    if has("EncryptedPackage") {
        return NotRead::Encrypted;
    }
    NotRead::Format(match () {
        () if has("WordDocument") => Kind::OldWord,
        () if has("Workbook") => Kind::OldExcel,
        () if has("PowerPoint Document") => Kind::Presentation,
        () => Kind::OldOffice,
    })
}

fn is_picture(head: &[u8]) -> bool {
    let riff = head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP");
    let heif = head.get(4..8) == Some(b"ftyp");
    let bitmap = head.starts_with(b"BM") && head.get(6..10) == Some(&[0, 0, 0, 0]);
    riff || heif || bitmap
}

/// A web page, a page with its pictures in one file, or an XML document of Office 2003.
fn markup(head: &[u8]) -> Option<Kind> {
    let text: String =
        head.iter().filter(|it| it.is_ascii() && **it != 0).map(|it| *it as char).collect();
    let text = text.to_ascii_lowercase();
    let start = text.trim_start();
    if start.starts_with("mime-version:")
        || start.starts_with("<!doctype html")
        || text.contains("<html")
    {
        return Some(Kind::Html);
    }
    if start.starts_with("<?xml") {
        return Some(Kind::OfficeXml);
    }
    // Many programs «export to Excel» as a bare table of a web page.
    (start.starts_with("<table") || start.starts_with("<meta")).then_some(Kind::Html)
}

/// Text has no zero bytes, unless every second byte is one (two-byte letters).
fn is_binary(bytes: &[u8]) -> bool {
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return false;
    }
    let head = &bytes[..bytes.len().min(64 * 1024)];
    let control = |it: &&u8| **it < 9 || (13 < **it && **it < 32 && **it != 26 && **it != 27);
    let zeros = head.iter().filter(|it| **it == 0).count();
    let wide = super::encoding::looks_wide(head);
    if wide {
        return false;
    }
    0 < zeros || head.len() < head.iter().filter(control).count() * 50
}

fn contains(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|it| it == what)
}
