//! A zip package with limits: only the parts that are asked for are unpacked, and only so far.
//!
//! It decides how much is unpacked and how parts are found. Deliberately absent: nested archives,
//! which nobody opens.

use super::limits::{MAX_ENTRIES, MAX_PART_BYTES, MAX_UNPACKED_BYTES};
use super::not_read::NotRead;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::read::ZipFile;

/// An opened package.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Names as the formats write them (forward slashes, no leading slash) with their places.
    names: BTreeMap<String, usize>,
    unpacked: usize,
}

/// An unpacked part.
pub(crate) struct Part {
    /// Its text.
    pub(super) text: String,
    /// The part was longer than the limit and ends early.
    pub(super) cut: bool,
}

impl<'a> Package<'a> {
    /// Opens a package and lists its parts.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, NotRead> {
        // Counted before the archive is opened: its directory alone may take more memory than the
        // document is worth.
        let entries = bytes.windows(4).filter(|it| *it == b"PK\x01\x02").count();
        if entries > MAX_ENTRIES {
            return Err(NotRead::TooManyParts { entries, limit: MAX_ENTRIES });
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(NotRead::damaged)?;
        let mut names = BTreeMap::new();
        for place in 0..archive.len() {
            if let Some(Ok(name)) = archive.name_for_index(place) {
                names.insert(name.replace('\\', "/").trim_start_matches('/').to_owned(), place);
            }
        }
        Ok(Self { archive, names, unpacked: 0 })
    }

    /// Whether a part is there.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.names.contains_key(name)
    }

    /// Names of the parts, sorted.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.keys().map(String::as_str)
    }

    /// Unpacks a part that may be missing and must be whole.
    pub(crate) fn whole(&mut self, name: &str) -> Result<Option<String>, NotRead> {
        match self.part(name)? {
            Some(Part { cut: true, .. }) => Err(NotRead::UnpacksTooLarge { limit: MAX_PART_BYTES }),
            it => Ok(it.map(|it| it.text)),
        }
    }

    /// Unpacks a part piece by piece: how much of it is looked at, the one who reads decides.
    ///
    /// - Errors: the part is missing, closed by a password or damaged.
    pub(crate) fn stream(&mut self, name: &str) -> Result<impl Read, NotRead> {
        let Some(place) = self.names.get(name) else {
            return Err(NotRead::damaged(format_args!("no part {name}")));
        };
        file(&mut self.archive, *place)
    }

    /// Unpacks a part that may be missing, up to the limit.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Part>, NotRead> {
        let Some(place) = self.names.get(name) else { return Ok(None) };
        let limit = MAX_PART_BYTES.min(MAX_UNPACKED_BYTES.saturating_sub(self.unpacked));
        let file = file(&mut self.archive, *place)?;
        // A size that lies costs nothing: memory is touched only as bytes come.
        let declared = usize::try_from(file.size()).unwrap_or(limit).min(limit);
        let mut bytes = Vec::with_capacity(declared + 1);
        file.take(limit as u64 + 1).read_to_end(&mut bytes).map_err(NotRead::damaged)?;
        self.unpacked += bytes.len();
        let cut = limit < bytes.len();
        bytes.truncate(limit);
        Ok(Some(Part { text: xml_text(bytes), cut }))
    }
}

/// A part of an archive that is about to be unpacked.
fn file<'a, 'b>(
    archive: &'a mut ZipArchive<Cursor<&'b [u8]>>,
    place: usize,
) -> Result<ZipFile<'a, Cursor<&'b [u8]>>, NotRead> {
    match archive.by_index(place) {
        Ok(file) if file.encrypted() => Err(NotRead::Encrypted),
        Ok(file) => Ok(file),
        Err(zip::result::ZipError::UnsupportedArchive(why)) if why.contains("assword") => {
            Err(NotRead::Encrypted)
        }
        Err(error) => Err(NotRead::damaged(error)),
    }
}

/// XML parts are UTF-8, or UTF-16 with a mark; stray bytes do not make a document unreadable.
fn xml_text(bytes: Vec<u8>) -> String {
    let wide = match bytes.get(..2) {
        Some([0xFF, 0xFE]) => Some(encoding_rs::UTF_16LE),
        Some([0xFE, 0xFF]) => Some(encoding_rs::UTF_16BE),
        _ => None,
    };
    if let Some(wide) = wide {
        return wide.decode(&bytes).0.into_owned();
    }
    let text = String::from_utf8(bytes)
        .unwrap_or_else(|it| it.as_bytes().utf8_chunks().map(|it| it.valid()).collect());
    match text.strip_prefix('\u{FEFF}') {
        Some(rest) => rest.to_owned(),
        None => text,
    }
}
