//! Many papers at once: one PDF to print, or an archive of files.
//!
//! It decides names in an archive and how many papers go into one. Deliberately absent: which papers,
//! and progress: an archive is filled one by one, so whoever fills it can tell.

use std::collections::BTreeSet;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::{Paper, pdf};
use crate::write::NotWritten;

/// Papers in one file at most; more are to be parted by the one who asks.
pub const MOST_PAPERS: usize = 2_000;

/// Writes papers as one PDF, each from a new page with its own numbers of pages.
///
/// - `papers`: at most [`MOST_PAPERS`] are written.
/// - Returns: the bytes of a `.pdf`; the same papers give the same bytes. Of no papers, one empty page.
/// - Errors: none that the papers can cause.
/// - Time: about the same for each paper, and less than for one alone: the fonts are put in once.
pub fn many_pdf(papers: &[Paper]) -> Result<Vec<u8>, NotWritten> {
    let some: Vec<&Paper> = papers.iter().take(MOST_PAPERS).collect();
    pdf::write(&some)
}

/// An archive that is being filled.
pub struct Archive {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    names: BTreeSet<String>,
}

impl Default for Archive {
    fn default() -> Self {
        Self { zip: ZipWriter::new(Cursor::new(Vec::new())), names: BTreeSet::new() }
    }
}

impl Archive {
    /// An archive with nothing in it.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts a file into the archive.
    ///
    /// - `name`: as a person reads it; signs that a file system refuses become «-», and a name that
    ///   is there already gets a number. A «/» makes a folder.
    /// - `bytes`: a `.docx` or `.pdf`, which are packed already and are stored as they are.
    /// - Returns: the name under which it stands.
    /// - Errors: none that the file can cause.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<String, NotWritten> {
        let name = self.free(&safe(name));
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        self.zip.start_file(name.as_str(), stored)?;
        self.zip.write_all(bytes)?;
        self.names.insert(name.to_lowercase());
        Ok(name)
    }

    /// How many files are in it.
    #[must_use]
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The bytes of the `.zip`; the same files in the same order give the same bytes.
    ///
    /// - Errors: none that the files can cause.
    pub fn finish(self) -> Result<Vec<u8>, NotWritten> {
        Ok(self.zip.finish()?.into_inner())
    }

    fn free(&self, name: &str) -> String {
        if !self.names.contains(&name.to_lowercase()) {
            return name.to_owned();
        }
        let (stem, extension) = match name.rsplit_once('.') {
            Some((stem, extension)) if !extension.contains('/') => (stem, format!(".{extension}")),
            _ => (name, String::new()),
        };
        let numbered = (2_usize..).map(|it| format!("{stem} ({it}){extension}"));
        let mut free = numbered.filter(|it| !self.names.contains(&it.to_lowercase()));
        free.next().unwrap_or_default()
    }
}

/// Letters of a name of a file that every file system takes.
const MOST_NAME: usize = 100;

/// A name that Windows takes too; no part climbs out of the folder.
fn safe(name: &str) -> String {
    let part = |part: &str| -> String {
        let kept = part.chars().map(|it| match it {
            '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '-',
            '\u{a0}' | '\u{202f}' => ' ',
            it if it.is_control() => '-',
            it => it,
        });
        let kept: String = kept.collect();
        let (stem, extension) = kept.rsplit_once('.').unwrap_or((&kept, ""));
        let stem: String = stem.trim().chars().take(MOST_NAME).collect();
        match extension {
            "" => stem.trim_end_matches('.').to_owned(),
            it => format!("{}.{it}", stem.trim_end_matches('.')),
        }
    };
    let parts: Vec<String> =
        name.split('/').map(part).filter(|it| !it.is_empty() && it != ".").collect();
    match parts.is_empty() {
        true => "без названия".to_owned(),
        false => parts.join("/"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_an_archive_are_safe_and_single() {
        let mut archive = Archive::new();
        for (name, stands) in [
            ("Согласие – Иванова М.\u{a0}П..docx", "Согласие – Иванова М. П.docx"),
            ("согласие – иванова М. П.docx", "согласие – иванова М. П (2).docx"),
            ("../../etc/a:b.pdf", "etc/a-b.pdf"),
            ("//", "без названия"),
        ] {
            assert_eq!(archive.add(name, b"x").unwrap(), stands);
        }
        assert_eq!(archive.len(), 4);
        assert!(archive.finish().unwrap().starts_with(b"PK"));
    }
}
