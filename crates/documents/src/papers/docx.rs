//! A paper as a Word file: our own few parts, so that the same paper gives the same bytes.
//!
//! It decides how each block is drawn with what every office program knows: paragraphs, tables,
//! tabs, borders. Deliberately absent: automatic lists, fields but the number of the page, pictures.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::sync::LazyLock;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::Paper;
use super::parts::{self, INDENT, OFFICE, WORD, escape_into, millimetres};
use super::sheet::{Align, Blank, Block, Cell, Paragraph, Sheet, Span, Style, Table};
use crate::write::NotWritten;

/// Writes a paper.
pub(super) fn write(paper: &Paper) -> Result<Vec<u8>, NotWritten> {
    let ready = if paper.sheet.is_compact { &*COMPACT } else { &*USUAL };
    let mut bytes = Vec::with_capacity(ready.len() + (8 << 10));
    bytes.extend_from_slice(ready);
    let mut zip = match bytes.is_empty() {
        true => ZipWriter::new(Cursor::new(bytes)),
        false => ZipWriter::new_append(Cursor::new(bytes))?,
    };
    add(&mut zip, "docProps/core.xml", &parts::properties(&paper.title, paper.day))?;
    add(&mut zip, "word/document.xml", &document(&paper.sheet))?;
    Ok(zip.finish()?.into_inner())
}

/// The parts that every paper shares, packed once.
static USUAL: LazyLock<Vec<u8>> = LazyLock::new(|| ready(false).unwrap_or_default());
static COMPACT: LazyLock<Vec<u8>> = LazyLock::new(|| ready(true).unwrap_or_default());

fn ready(is_compact: bool) -> Result<Vec<u8>, NotWritten> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        ("[Content_Types].xml", parts::content_types()),
        ("_rels/.rels", parts::package_relationships()),
        ("word/_rels/document.xml.rels", parts::document_relationships()),
        ("word/styles.xml", parts::styles(is_compact)),
        ("word/settings.xml", parts::settings()),
        ("word/header1.xml", parts::header()),
    ] {
        add(&mut zip, name, &text)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Packs a part: quickly rather than tightly, for a paper is small either way.
fn add(zip: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, text: &str) -> Result<(), NotWritten> {
    zip.start_file(name, SimpleFileOptions::default().compression_level(Some(LEVEL)))?;
    zip.write_all(parts::DECLARATION.as_bytes())?;
    zip.write_all(text.as_bytes())?;
    Ok(())
}

const LEVEL: i64 = 1;

/// Sizes of a page, in millimetres.
struct Page {
    width: u32,
    height: u32,
    left: u32,
}

const RIGHT: u32 = 10;

impl Page {
    fn of(sheet: &Sheet) -> Self {
        match sheet.is_wide {
            true => Self { width: 297, height: 210, left: 20 },
            false => Self { width: 210, height: 297, left: 30 },
        }
    }

    /// The width of the text, in twentieths of a point.
    fn text(&self) -> u32 {
        millimetres(self.width - self.left - RIGHT)
    }
}

/// `word/document.xml`
fn document(sheet: &Sheet) -> String {
    let page = Page::of(sheet);
    let mut writer =
        Writer { body: String::with_capacity(1 << 14), width: page.text(), breaks: false };
    for (at, block) in sheet.blocks.iter().enumerate() {
        let next = sheet.blocks.get(at + 1);
        writer.block(block, next);
    }
    if let Some(Block::Table(_) | Block::Signature { .. } | Block::Signed(_)) = sheet.blocks.last()
    {
        writer.gap();
    }
    let turned = if sheet.is_wide { " w:orient=\"landscape\"" } else { "" };
    format!(
        "<w:document xmlns:w=\"{WORD}\" xmlns:r=\"{OFFICE}\"><w:body>{body}<w:sectPr>\
         <w:headerReference w:type=\"default\" r:id=\"rId2\"/><w:pgSz w:w=\"{}\" \
         w:h=\"{}\"{turned}/><w:pgMar w:top=\"{edge}\" w:right=\"{}\" w:bottom=\"{edge}\" \
         w:left=\"{}\" w:header=\"{narrow}\" w:footer=\"{narrow}\" w:gutter=\"0\"/><w:titlePg/>\
         </w:sectPr></w:body></w:document>",
        millimetres(page.width),
        millimetres(page.height),
        millimetres(RIGHT),
        millimetres(page.left),
        edge = millimetres(20),
        narrow = millimetres(10),
        body = writer.body,
    )
}

struct Writer {
    body: String,
    /// Of the text, in twentieths of a point.
    width: u32,
    /// Whether the next block begins a page.
    breaks: bool,
}

impl Writer {
    fn block(&mut self, block: &Block, next: Option<&Block>) {
        // What is signed is never alone on a page.
        let stays = matches!(next, Some(Block::Signature { .. } | Block::Signed(_)));
        match block {
            Block::Paragraph(it) => {
                let width = self.width;
                self.paragraph(it, stays, width);
            }
            Block::PageBreak => self.breaks = true,
            Block::Gap => {
                let stays = if stays { "<w:keepNext/>" } else { "" };
                self.open("PaperOn", stays, "");
                self.body.push_str("</w:p>");
            }
            Block::Table(it) => {
                self.gap();
                self.table(it);
                self.gap();
            }
            Block::Signature { post, name } => self.signature(post, name),
            Block::Requisites(parts) => self.requisites(parts),
            Block::Signed(captions) => self.signed(captions),
        }
    }

    /// Opens a paragraph: what Word wants in its order is style, keeping, page, borders, the rest.
    fn open(&mut self, style: &str, keeping: &str, rest: &str) {
        let page = if self.breaks { "<w:pageBreakBefore/>" } else { "" };
        self.breaks = false;
        let _ = write!(
            self.body,
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{keeping}{page}{rest}</w:pPr>"
        );
    }

    /// A thin empty paragraph, without which two tables would grow together.
    fn gap(&mut self) {
        self.open("PaperGap", "", "");
        self.body.push_str("</w:p>");
    }

    /// A paragraph with the line to fill behind it.
    ///
    /// - `width`: of the place it stands in, in twentieths of a point.
    fn paragraph(&mut self, it: &Paragraph, stays: bool, width: u32) {
        let style = style_of(it);
        let align = match it.style {
            Style::Cell(Align::Centre) => "<w:jc w:val=\"center\"/>",
            Style::Cell(Align::Right) => "<w:jc w:val=\"right\"/>",
            _ => "",
        };
        let stays = if stays || it.blank.is_some() { "<w:keepNext/>" } else { "" };
        let Some(blank) = &it.blank else {
            self.open(style, stays, align);
            self.spans(&it.spans);
            return self.body.push_str("</w:p>");
        };
        if blank.is_apart {
            if !it.spans.is_empty() {
                self.open(style, stays, align);
                self.spans(&it.spans);
                self.body.push_str("</w:p>");
            }
            let style = if matches!(it.style, Style::Cell(_)) { "PaperCell" } else { "PaperOn" };
            // A cell has margins of its own.
            let room =
                if style == "PaperCell" { width.saturating_sub(CELL_MARGINS) } else { width };
            self.open(style, stays, &format!("{}<w:jc w:val=\"left\"/>", leader(room, blank)));
        } else {
            let indent = match it.style.is_indented() && !it.is_continued {
                true => format!("<w:ind w:firstLine=\"{INDENT}\"/>"),
                false => String::new(),
            };
            self.open(
                style,
                stays,
                &format!("{}{indent}<w:jc w:val=\"left\"/>", leader(width, blank)),
            );
            self.spans(&it.spans);
        }
        self.body.push_str("<w:r><w:tab/></w:r>");
        self.run(&blank.tail, false);
        self.body.push_str("</w:p>");
        self.open("PaperCaption", "", "");
        self.run(&format!("({})", blank.caption), false);
        self.body.push_str("</w:p>");
    }

    fn spans(&mut self, spans: &[Span]) {
        for it in spans {
            match it {
                Span::Words { text, is_bold } => self.run(text, *is_bold),
                Span::Break => self.body.push_str("<w:r><w:br/></w:r>"),
                Span::Short { width, .. } => self.run(&"_".repeat(*width), false),
                Span::Line { .. } => {}
            }
        }
    }

    fn run(&mut self, text: &str, is_bold: bool) {
        if text.is_empty() {
            return;
        }
        let bold = if is_bold { "<w:rPr><w:b/></w:rPr>" } else { "" };
        let _ = write!(self.body, "<w:r>{bold}<w:t xml:space=\"preserve\">");
        escape_into(text, &mut self.body);
        self.body.push_str("</w:t></w:r>");
    }

    fn table(&mut self, table: &Table) {
        let widths: Vec<u32> = table.widths.iter().map(|it| it * self.width / 1000).collect();
        self.open_table(&widths, Borders::All);
        for (at, row) in table.rows.iter().enumerate() {
            self.body.push_str("<w:tr><w:trPr><w:cantSplit/>");
            if at < table.n_header {
                self.body.push_str("<w:tblHeader/>");
            }
            self.body.push_str("</w:trPr>");
            row.iter().for_each(|it| self.cell(it, at < table.n_header, &widths));
            self.body.push_str("</w:tr>");
        }
        self.body.push_str("</w:tbl>");
    }

    fn open_table(&mut self, widths: &[u32], borders: Borders) {
        let whole: u32 = widths.iter().sum();
        let _ = write!(self.body, "<w:tbl><w:tblPr><w:tblW w:w=\"{whole}\" w:type=\"dxa\"/>");
        // Else Word puts a table's text, and not its edge, at the edge of the page.
        let margin = if borders == Borders::None { 0 } else { CELL_MARGINS / 2 };
        let _ = write!(self.body, "<w:tblInd w:w=\"{margin}\" w:type=\"dxa\"/>");
        if borders == Borders::All {
            self.body.push_str("<w:tblBorders>");
            for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
                let _ = write!(
                    self.body,
                    "<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"
                );
            }
            self.body.push_str("</w:tblBorders>");
        }
        let _ = write!(
            self.body,
            "<w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"{margin}\" w:type=\"dxa\"/>\
             <w:right w:w=\"{margin}\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>"
        );
        for width in widths {
            let _ = write!(self.body, "<w:gridCol w:w=\"{width}\"/>");
        }
        self.body.push_str("</w:tblGrid>");
    }

    fn cell(&mut self, cell: &Cell, is_header: bool, widths: &[u32]) {
        let width: u32 = widths.iter().skip(cell.column).take(cell.across).sum();
        let _ = write!(self.body, "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>");
        if 1 < cell.across {
            let _ = write!(self.body, "<w:gridSpan w:val=\"{}\"/>", cell.across);
        }
        match (cell.is_continued, cell.down) {
            (true, _) => self.body.push_str("<w:vMerge/>"),
            (false, 2..) => self.body.push_str("<w:vMerge w:val=\"restart\"/>"),
            _ => {}
        }
        let middle = if is_header { "<w:vAlign w:val=\"center\"/>" } else { "" };
        let _ = write!(self.body, "{middle}</w:tcPr>");
        cell.paragraphs.iter().for_each(|it| self.paragraph(it, false, width));
        // A cell without a paragraph is not a cell to Word.
        if cell.paragraphs.is_empty() {
            self.open("PaperCell", "", "");
            self.body.push_str("</w:p>");
        }
        self.body.push_str("</w:tc>");
    }

    /// Post, line, name: a table without borders keeps them on one line however long they are.
    fn signature(&mut self, post: &[Span], name: &[Span]) {
        self.gap();
        let widths = [46, 22, 32].map(|it| it * self.width / 100);
        self.open_table(&widths, Borders::None);
        self.body.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (at, width) in widths.iter().enumerate() {
            let line = match at {
                1 => {
                    "<w:tcBorders><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" \
                     w:color=\"000000\"/></w:tcBorders>"
                }
                _ => "",
            };
            let _ = write!(
                self.body,
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{line}<w:vAlign \
                 w:val=\"bottom\"/></w:tcPr>"
            );
            match at {
                0 => {
                    self.open("PaperOn", "", "<w:suppressAutoHyphens/><w:jc w:val=\"left\"/>");
                    self.spans(post);
                }
                1 => self.open("PaperOn", "", ""),
                _ => {
                    self.open("PaperOn", "", "<w:suppressAutoHyphens/><w:jc w:val=\"right\"/>");
                    self.spans(name);
                }
            }
            self.body.push_str("</w:p></w:tc>");
        }
        self.body.push_str("</w:tr></w:tbl>");
    }

    /// Texts beside each other: at the left, in the middle, at the right.
    fn requisites(&mut self, parts: &[Vec<Span>]) {
        let (last, middle) = (self.width, self.width / 2);
        let stops = match parts.len() {
            0 | 1 => String::new(),
            2 => format!("<w:tabs><w:tab w:val=\"right\" w:pos=\"{last}\"/></w:tabs>"),
            _ => format!(
                "<w:tabs><w:tab w:val=\"center\" w:pos=\"{middle}\"/>\
                 <w:tab w:val=\"right\" w:pos=\"{last}\"/></w:tabs>"
            ),
        };
        let space = "<w:spacing w:before=\"160\" w:after=\"200\"/>";
        self.open("PaperLeft", "", &format!("{stops}{space}"));
        for (at, part) in parts.iter().enumerate() {
            if at != 0 {
                self.body.push_str("<w:r><w:tab/></w:r>");
            }
            self.spans(part);
        }
        self.body.push_str("</w:p>");
    }

    /// Lines beside each other with captions beneath.
    fn signed(&mut self, captions: &[Vec<Span>]) {
        self.open("PaperGap", "<w:keepNext/>", "");
        self.body.push_str("</w:p>");
        let count = u32::try_from(captions.len()).unwrap_or(1).max(1);
        let widths = vec![self.width / count; captions.len()];
        self.open_table(&widths, Borders::None);
        self.body.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (caption, width) in captions.iter().zip(&widths) {
            let _ =
                write!(self.body, "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>");
            self.open(
                "PaperOn",
                "<w:keepNext/>",
                "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>\
                 </w:pBdr><w:ind w:right=\"170\"/>",
            );
            self.body.push_str("</w:p>");
            self.open("PaperCaption", "", "<w:ind w:right=\"170\"/>");
            self.spans(caption);
            self.body.push_str("</w:p></w:tc>");
        }
        self.body.push_str("</w:tr></w:tbl>");
    }
}

/// Left and right of a cell of a table, together, in twentieths of a point.
const CELL_MARGINS: u32 = 160;

/// A tab that draws the line to fill; it ends before the signs behind it.
fn leader(width: u32, blank: &Blank) -> String {
    let edge = width.saturating_sub(millimetres(if blank.tail.is_empty() { 0 } else { 3 }));
    format!("<w:tabs><w:tab w:val=\"left\" w:leader=\"underscore\" w:pos=\"{edge}\"/></w:tabs>")
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Borders {
    All,
    None,
}

fn style_of(it: &Paragraph) -> &'static str {
    match it.style {
        Style::Title => "PaperTitle",
        Style::Heading => "PaperHeading",
        Style::Centre => "PaperCentre",
        Style::Right => "PaperRight",
        Style::Left => "PaperLeft",
        Style::Small => "PaperSmall",
        Style::Cell(_) => "PaperCell",
        Style::Body | Style::Point | Style::Dash if it.is_continued => "PaperOn",
        Style::Body | Style::Point | Style::Dash => "PaperBody",
    }
}
