//! Paper as a Word file: our own few parts, so that the same paper gives the same bytes.
//!
//! It decides styles and page. Margins after ГОСТ Р 7.0.97: left 20, right 10, top and bottom 20
//! millimetres. Deliberately absent: automatic lists and fields, which other office programs show
//! differently.

use super::NotWritten;
use super::paper::{Line, Paper, Place};
use jiff::civil::Date;
use roadmap::source::{Cell, Paragraph, Row};
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Twentieths of a point in a millimetre, in hundredths.
const MILLIMETRE: u32 = 5669;

const fn millimetres(count: u32) -> u32 {
    count * MILLIMETRE / 100
}

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// Writes a paper.
pub(super) fn write(paper: &Paper) -> Result<Vec<u8>, NotWritten> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    for (name, text) in [
        ("[Content_Types].xml", content_types()),
        (
            "_rels/.rels",
            relationships(&[
                ("officeDocument", OFFICE, "word/document.xml"),
                (
                    "metadata/core-properties",
                    "http://schemas.openxmlformats.org/package/2006/relationships",
                    "docProps/core.xml",
                ),
            ]),
        ),
        ("docProps/core.xml", properties(&paper.title, paper.day)),
        (
            "word/_rels/document.xml.rels",
            relationships(&[("styles", OFFICE, "styles.xml"), ("footer", OFFICE, "footer1.xml")]),
        ),
        ("word/styles.xml", styles()),
        ("word/footer1.xml", footer()),
        ("word/document.xml", document(paper)),
    ] {
        zip.start_file(name, options)?;
        zip.write_all(b"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>")?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

fn content_types() -> String {
    let part = |name: &str, kind: &str| {
        format!(
            "<Override PartName=\"{name}\" ContentType=\"application/vnd.openxmlformats-{kind}+xml\"/>"
        )
    };
    format!(
        "<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>{}{}{}{}</Types>",
        part("/word/document.xml", "officedocument.wordprocessingml.document.main"),
        part("/word/styles.xml", "officedocument.wordprocessingml.styles"),
        part("/word/footer1.xml", "officedocument.wordprocessingml.footer"),
        part("/docProps/core.xml", "package.core-properties"),
    )
}

fn relationships(targets: &[(&str, &str, &str)]) -> String {
    let mut whole = format!("<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for (at, (kind, base, target)) in targets.iter().enumerate() {
        let id = at + 1;
        let _ = write!(
            whole,
            "<Relationship Id=\"rId{id}\" Type=\"{base}/{kind}\" Target=\"{target}\"/>"
        );
    }
    whole.push_str("</Relationships>");
    whole
}

fn properties(title: &str, day: Date) -> String {
    format!(
        "<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title>\
         <dc:language>ru-RU</dc:language><dcterms:created xsi:type=\"dcterms:W3CDTF\">\
         {day}T00:00:00Z</dcterms:created></cp:coreProperties>",
        escape(title)
    )
}

fn styles() -> String {
    format!(
        "<w:styles xmlns:w=\"{WORD}\"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts \
         w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\" \
         w:eastAsia=\"Times New Roman\"/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>\
         <w:lang w:val=\"ru-RU\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing \
         w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name \
         w:val=\"Normal\"/></w:style></w:styles>"
    )
}

/// The number of the page, which Word counts itself.
fn footer() -> String {
    format!(
        "<w:ftr xmlns:w=\"{WORD}\"><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:fldSimple \
         w:instr=\"PAGE\"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>"
    )
}

fn document(paper: &Paper) -> String {
    let mut body = String::new();
    paper.above.iter().for_each(|it| line(it, paper.is_wide(), &mut body));
    if !paper.table.rows.is_empty() {
        body.push_str("<w:p/>");
        table(paper, &mut body);
        body.push_str("<w:p/>");
    }
    paper.below.iter().for_each(|it| line(it, paper.is_wide(), &mut body));
    let (width, height, turned) = match paper.is_wide() {
        true => (297, 210, " w:orient=\"landscape\""),
        false => (210, 297, ""),
    };
    format!(
        "<w:document xmlns:w=\"{WORD}\" xmlns:r=\"{OFFICE}\"><w:body>{body}<w:sectPr>\
         <w:footerReference w:type=\"default\" r:id=\"rId2\"/><w:pgSz w:w=\"{}\" w:h=\"{}\"{turned}/>\
         <w:pgMar w:left=\"{}\" w:right=\"{}\" w:top=\"{edge}\" w:bottom=\"{edge}\" \
         w:header=\"{}\" w:footer=\"{}\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>",
        millimetres(width),
        millimetres(height),
        millimetres(20),
        millimetres(10),
        millimetres(10),
        millimetres(10),
        edge = millimetres(20),
    )
}

fn line(it: &Line, wide: bool, body: &mut String) {
    let place = match it.place {
        Place::Left => String::new(),
        Place::Centre => "<w:jc w:val=\"center\"/>".to_owned(),
        Place::Right => {
            format!("<w:ind w:left=\"{}\"/>", millimetres(if wide { 160 } else { 100 }))
        }
    };
    run(&it.text, it.bold, 24, &place, body);
}

fn table(paper: &Paper, body: &mut String) {
    let whole = millimetres(if paper.is_wide() { 267 } else { 180 });
    let widths: Vec<u32> = paper.widths().iter().map(|it| it * whole / 1000).collect();
    let _ = write!(body, "<w:tbl><w:tblPr><w:tblW w:w=\"{whole}\" w:type=\"dxa\"/><w:tblBorders>");
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        let _ = write!(
            body,
            "<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"
        );
    }
    body.push_str("</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
    for width in &widths {
        let _ = write!(body, "<w:gridCol w:w=\"{width}\"/>");
    }
    body.push_str("</w:tblGrid>");
    paper.table.rows.iter().for_each(|it| row(it, &widths, body));
    body.push_str("</w:tbl>");
}

fn row(row: &Row, widths: &[u32], body: &mut String) {
    body.push_str("<w:tr><w:trPr>");
    let before = row.cells.first().map_or(0, |it| it.column);
    if 0 < before {
        let _ = write!(body, "<w:gridBefore w:val=\"{before}\"/>");
    }
    body.push_str(if row.header { "<w:cantSplit/><w:tblHeader/>" } else { "" });
    body.push_str("</w:trPr>");
    row.cells.iter().for_each(|it| cell(it, row.header, widths, body));
    body.push_str("</w:tr>");
}

fn cell(cell: &Cell, header: bool, widths: &[u32], body: &mut String) {
    let width: u32 = widths.iter().skip(cell.column).take(cell.column_span).sum();
    let _ = write!(body, "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>");
    if 1 < cell.column_span {
        let _ = write!(body, "<w:gridSpan w:val=\"{}\"/>", cell.column_span);
    }
    match (cell.continued, cell.row_span) {
        (true, _) => body.push_str("<w:vMerge/>"),
        (false, 2..) => body.push_str("<w:vMerge w:val=\"restart\"/>"),
        _ => {}
    }
    body.push_str("</w:tcPr>");
    let place = if header { "<w:jc w:val=\"center\"/>" } else { "" };
    cell.paragraphs.iter().for_each(|it: &Paragraph| run(&it.text, it.bold, 22, place, body));
    // A cell without a paragraph is not a cell to Word.
    body.push_str(if cell.paragraphs.is_empty() { "<w:p/></w:tc>" } else { "</w:tc>" });
}

/// A paragraph of one run; sizes are in half-points.
fn run(text: &str, bold: bool, size: u32, place: &str, body: &mut String) {
    let bold = if bold { "<w:b/>" } else { "" };
    let text = escape(text).replace('\n', "</w:t><w:br/><w:t xml:space=\"preserve\">");
    let _ = write!(
        body,
        "<w:p><w:pPr>{place}</w:pPr><w:r><w:rPr>{bold}<w:sz w:val=\"{size}\"/></w:rPr>\
         <w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>"
    );
}

/// Escapes what XML needs and drops what it forbids.
fn escape(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    for it in text.chars() {
        match it {
            '&' => whole.push_str("&amp;"),
            '<' => whole.push_str("&lt;"),
            '>' => whole.push_str("&gt;"),
            '"' => whole.push_str("&quot;"),
            '\n' => whole.push(it),
            '\u{FFFE}' | '\u{FFFF}' => {}
            it if it.is_control() => whole.push(' '),
            it => whole.push(it),
        }
    }
    whole
}
