//! Paper as a PDF, set by typst with fonts that travel in the program.
//!
//! It decides the world a template sees: itself, its data, four fonts, a given day. Texts of people
//! reach it only as data (JSON) and are never read as markup. Deliberately absent: files, packages,
//! the network, the clock.

use super::NotWritten;
use super::paper::{Line, Paper, Place};
use jiff::civil::Date;
use roadmap::source::{Cell, Row};
use serde_json::{Value, json};
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

macro_rules! font {
    ($name:literal) => {
        include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/dist/fonts/", $name))
    };
}

/// Tinos has the metrics of Times New Roman and may be given away with the program.
static FONTS: [&[u8]; 4] = [
    font!("Tinos_400Regular.ttf"),
    font!("Tinos_400Regular_Italic.ttf"),
    font!("Tinos_700Bold.ttf"),
    font!("Tinos_700Bold_Italic.ttf"),
];

/// What all papers share; made once.
struct Press {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    template: FileId,
    data: FileId,
}

static PRESS: LazyLock<Press> = LazyLock::new(|| {
    let fonts: Vec<Font> = FONTS.into_iter().flat_map(|it| Font::iter(Bytes::new(it))).collect();
    let file = |name| {
        let path = VirtualPath::new(name).expect("a plain name is a path");
        FileId::new(RootedPath::new(VirtualRoot::Project, path))
    };
    Press {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        template: file("paper.typ"),
        data: file("data.json"),
    }
});

/// How many compilations unused memory of the typesetter is kept for.
const KEPT: usize = 2;

/// A template with its data on a day.
struct Sheet {
    template: Source,
    data: Bytes,
    day: Date,
}

impl World for Sheet {
    fn library(&self) -> &LazyHash<Library> {
        &PRESS.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &PRESS.book
    }

    fn main(&self) -> FileId {
        PRESS.template
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        match id == PRESS.template {
            true => Ok(self.template.clone()),
            false => Err(FileError::AccessDenied),
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match id == PRESS.data {
            true => Ok(self.data.clone()),
            false => Err(FileError::AccessDenied),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        PRESS.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        datetime(self.day)
    }
}

fn datetime(day: Date) -> Option<Datetime> {
    let (month, of_month) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
    Datetime::from_ymd_hms(i32::from(day.year()), month, of_month, 0, 0, 0)
}

/// Writes a paper.
pub(super) fn write(paper: &Paper) -> Result<Vec<u8>, NotWritten> {
    let widths: Vec<u32> = paper.widths();
    let headers = paper.table.rows.iter().take_while(|it| it.header).count();
    let data = json!({
        "title": paper.title,
        "wide": paper.is_wide(),
        "above": paper.above.iter().map(line).collect::<Vec<_>>(),
        "below": paper.below.iter().map(line).collect::<Vec<_>>(),
        "widths": widths,
        "headers": headers,
        "cells": paper.table.rows.iter().enumerate().flat_map(cells).collect::<Vec<_>>(),
        "rows": paper.table.rows.len(),
    });
    set(include_str!("paper.typ"), &data, paper.day)
}

fn line(it: &Line) -> Value {
    let place = match it.place {
        Place::Left => "left",
        Place::Centre => "centre",
        Place::Right => "right",
    };
    json!({ "text": it.text, "place": place, "bold": it.bold })
}

fn cells((at, row): (usize, &Row)) -> Vec<Value> {
    let cell = |it: &Cell| {
        let lines: Vec<Value> =
            it.paragraphs.iter().map(|it| json!({ "text": it.text, "bold": it.bold })).collect();
        json!({
            "x": it.column, "y": at, "across": it.column_span, "down": it.row_span, "lines": lines,
        })
    };
    row.cells.iter().filter(|it| !it.continued).map(cell).collect()
}

/// Sets a template with its data.
///
/// A text with letters that no font has cannot be an archive; it is set without that promise rather
/// than not at all.
pub(crate) fn set(template: &str, data: &Value, day: Date) -> Result<Vec<u8>, NotWritten> {
    let written = laid(template, data, day).and_then(|document| {
        let strict = options(day, &[PdfStandard::A_2a, PdfStandard::Ua_1]);
        typst_pdf::pdf(&document, &strict)
            .or_else(|_| typst_pdf::pdf(&document, &options(day, &[])))
            .map_err(refused)
    });
    // What is remembered of earlier pages would grow for ever, also when a page failed.
    typst::comemo::evict(KEPT);
    written
}

/// Lays a template with its data out on pages.
pub(crate) fn laid(template: &str, data: &Value, day: Date) -> Result<PagedDocument, NotWritten> {
    let bytes = data.to_string().into_bytes();
    let sheet = Sheet {
        template: Source::new(PRESS.template, template.to_owned()),
        data: Bytes::new(bytes),
        day,
    };
    typst::compile::<PagedDocument>(&sheet).output.map_err(refused)
}

fn options(day: Date, standards: &[PdfStandard]) -> PdfOptions {
    PdfOptions {
        timestamp: datetime(day).map(Timestamp::new_utc),
        standards: PdfStandards::new(standards).unwrap_or_default(),
        ..PdfOptions::default()
    }
}

fn refused(reasons: impl IntoIterator<Item = SourceDiagnostic>) -> NotWritten {
    let messages: Vec<String> = reasons.into_iter().map(|it| it.message.to_string()).collect();
    NotWritten::Typesetting(messages.join("; "))
}
