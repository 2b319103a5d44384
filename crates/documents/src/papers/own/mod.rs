//! A school's own Word file as a template, with the tags of docxtpl: `{{ name }}`, `{% if %}`, whole
//! rows `{%tr for … %}`, cells `{%tc … %}` and paragraphs `{%p if … %}`.
//!
//! It decides which parts of a file are templates (text, headers, footers, notes) and what a file
//! may be. Deliberately absent: what docxtpl does beyond words (pictures, documents inside documents,
//! rich texts), and a PDF: the look of a school's file belongs to its office program.

mod join;
mod mend;
mod pieces;
mod raise;

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::sync::LazyLock;

use minijinja::{Environment, Error, Output, State, Value};
use serde_json::Value as Json;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::limits::{MOST_OWN_FILE_BYTES, MOST_OWN_PART_BYTES};
use super::mark::{FILL, FILL_END, FILL_WIDTH};
use super::parts::escape_into;
use super::template::{self, Template};
use super::{NotRendered, PaperKind, UnknownField, checked, data, unknown_fields};
use crate::read::package::Package;
use crate::write::NotWritten;

/// A Word file that is a template.
#[derive(Clone, Debug)]
pub struct OwnDocx {
    bytes: Vec<u8>,
    /// Parts with tags: name in the package, text with its tags joined and raised.
    parts: Vec<(String, Template)>,
}

/// A paper made from a school's own Word file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// The bytes of a `.docx`; the same input gives the same bytes.
    pub docx: Vec<u8>,
    /// What is left to fill by hand: captions in order, each once.
    pub to_fill: Vec<String>,
}

static WORD: LazyLock<Environment<'static>> = LazyLock::new(|| {
    let mut env = template::environment(print_xml);
    // docxtpl escapes only where it is asked to; here everything is escaped once.
    env.add_filter("e", |it: Value| it);
    env.add_filter("escape", |it: Value| it);
    env
});

impl OwnDocx {
    /// Reads a Word file as a template.
    ///
    /// - Errors: no Word file, too large a one, one with macros; a tag that is not understood.
    pub fn read(bytes: &[u8]) -> Result<Self, NotRendered> {
        if MOST_OWN_FILE_BYTES < bytes.len() {
            return Err(NotRendered::TemplateTooLong);
        }
        let refused = |_| NotRendered::NotWord;
        let mut package = Package::open(bytes).map_err(refused)?;
        if !package.has("word/document.xml") {
            return Err(NotRendered::NotWord);
        }
        let names: Vec<String> = package.names().map(str::to_owned).collect();
        if names.iter().any(|it| it.ends_with("vbaProject.bin")) {
            return Err(NotRendered::Macros);
        }
        let mut parts = Vec::new();
        for name in names.into_iter().filter(|it| is_template(it)) {
            let text = package.whole(&name).map_err(refused)?.unwrap_or_default();
            if MOST_OWN_PART_BYTES < text.len() {
                return Err(NotRendered::TemplateTooLong);
            }
            // Signs of ours have no business in a file.
            let text = text.replace([FILL, FILL_WIDTH, FILL_END], "");
            let joined = join::join(&text).and_then(|it| raise::raise(&it));
            let raised = joined.ok_or(NotRendered::NotWord)?;
            parts.push((name, Template::of(&WORD, &raised).map_err(placeless)?));
        }
        Ok(Self { bytes: bytes.to_owned(), parts })
    }

    /// Names of data that the file asks for, as far as they are plain: `organisation.name`.
    #[must_use]
    pub fn asked_fields(&self) -> Vec<String> {
        let mut all: Vec<String> = self.parts.iter().flat_map(|(_, it)| it.asked()).collect();
        all.sort();
        all.dedup();
        all
    }

    /// The fields that the file asks for and a kind does not have, each name once.
    #[must_use]
    pub fn unknown_fields(&self, kind: PaperKind) -> Vec<UnknownField> {
        let mut all: Vec<UnknownField> = Vec::new();
        for it in self.parts.iter().flat_map(|(_, it)| unknown_fields(kind, &it.source())) {
            if !all.iter().any(|known| known.name == it.name) {
                // Lines of XML mean nothing to a person.
                all.push(UnknownField { line: 0, ..it });
            }
        }
        all
    }

    /// Fills the file with data.
    ///
    /// - `data`: the fields of the kind; the file may use any of them.
    /// - Errors: as of [`super::render`].
    pub fn render(&self, kind: PaperKind, data: &Json) -> Result<Filled, NotRendered> {
        checked(kind, data)?;
        self.fill(data)
    }

    /// Fills the file with data of no kind, as templates from elsewhere have them.
    ///
    /// - Errors: as of [`super::render`], but nothing is needed beside what the file asks for.
    pub fn fill(&self, data: &Json) -> Result<Filled, NotRendered> {
        let value = data::value(data)?;
        let mut made = Vec::with_capacity(self.parts.len());
        let mut to_fill = Vec::new();
        for (name, it) in &self.parts {
            let written = it.run(value.clone()).map_err(placeless)?;
            let mended = mend::mend(&blanks(&written, &mut to_fill));
            made.push((name.as_str(), mended.ok_or(NotRendered::TornApart)?));
        }
        let docx = packed(&self.bytes, &made).map_err(|_| NotRendered::NotWord)?;
        Ok(Filled { docx, to_fill })
    }
}

/// Whether a part of a package may hold tags.
fn is_template(name: &str) -> bool {
    let Some(part) = name.strip_prefix("word/").and_then(|it| it.strip_suffix(".xml")) else {
        return false;
    };
    let is_numbered =
        |of: &str| part.strip_prefix(of).is_some_and(|it| it.bytes().all(|it| it.is_ascii_digit()));
    ["document", "header", "footer", "footnotes", "endnotes"].into_iter().any(is_numbered)
}

/// Lines of XML mean nothing to a person: the place is not told.
fn placeless(err: NotRendered) -> NotRendered {
    match err {
        NotRendered::Undefined { name, .. } => NotRendered::Undefined { line: 0, name },
        NotRendered::Syntax { what, .. } => NotRendered::Syntax { line: 0, what },
        NotRendered::Forbidden { what, .. } => NotRendered::Forbidden { line: 0, what },
        NotRendered::Refused { what, .. } => NotRendered::Refused { line: 0, what },
        it => it,
    }
}

/// The package with its templates filled; every other part is copied as it is.
fn packed(bytes: &[u8], made: &[(&str, String)]) -> Result<Vec<u8>, NotWritten> {
    let mut from = ZipArchive::new(Cursor::new(bytes))?;
    let mut zip = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len())));
    for place in 0..from.len() {
        let file = from.by_index_raw(place)?;
        let name = file.name()?.replace('\\', "/").trim_start_matches('/').to_owned();
        match made.iter().find(|(it, _)| *it == name) {
            Some((_, text)) => {
                drop(file);
                zip.start_file(name, SimpleFileOptions::default())?;
                zip.write_all(text.as_bytes())?;
            }
            None => zip.raw_copy_file(file)?,
        }
    }
    Ok(zip.finish()?.into_inner())
}

/// Prints a value into the text of a run.
fn print_xml(out: &mut Output, _state: &mut State, value: &Value) -> Result<(), Error> {
    let mut written = String::new();
    for (at, line) in template::plain(value)?.split('\n').enumerate() {
        if at != 0 {
            written.push_str("</w:t><w:br/><w:t xml:space=\"preserve\">");
        }
        escape_into(line, &mut written);
    }
    out.write_str(&written).map_err(Error::from)
}

/// Letters of a line to fill whose width nobody gave.
const BLANK: usize = 24;

/// Lines to fill become underscores; their captions are listed.
fn blanks(text: &str, to_fill: &mut Vec<String>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(FILL) {
        out.push_str(before);
        let (inside, behind) = after.split_once(FILL_END).unwrap_or((after, ""));
        let (caption, width) = inside.split_once(FILL_WIDTH).unwrap_or((inside, ""));
        let width = width.parse().unwrap_or(BLANK);
        let _ = write!(out, "{}", "_".repeat(usize::min(width, 60)));
        if !caption.is_empty() && !to_fill.iter().any(|it| it == caption) {
            to_fill.push(caption.to_owned());
        }
        rest = behind;
    }
    out.push_str(rest);
    out
}
