//! Small documents for tests, made from a [`Source`]: the same table in every format that is read.
//!
//! It decides only what tests need: text, merged cells, bold, real dates and percentages.
//! Deliberately absent: looks, automatic lists (a test writes its own XML through [`docx_of`]);
//! nothing here is used when the program runs.

use roadmap::source::{Block, Cell, Paragraph, Row, Source, Table};
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A paragraph of plain text.
#[must_use]
pub fn paragraph(text: &str) -> Block {
    Block::Paragraph(Paragraph { text: text.to_owned(), ..Paragraph::default() })
}

/// A table from rows of texts; a line feed inside a text begins another line of the cell.
///
/// A text `<` continues the cell on its left, `^` the cell above.
#[must_use]
pub fn table(rows: &[&[&str]]) -> Block {
    let mut table = Table::default();
    for texts in rows {
        let mut row = Row::default();
        for (column, text) in texts.iter().enumerate() {
            match (*text, row.cells.last_mut()) {
                ("<", Some(left)) => left.column_span += 1,
                ("^", _) => row.cells.push(Cell { continued: true, ..cell(column, "") }),
                (text, _) => row.cells.push(cell(column, text)),
            }
        }
        table.rows.push(row);
    }
    count_rows(&mut table);
    Block::Table(table)
}

/// A document of blocks.
#[must_use]
pub fn source(blocks: Vec<Block>) -> Source {
    Source { blocks, notices: Vec::new() }
}

/// A cell whose lines are those of the text.
#[must_use]
pub fn cell(column: usize, text: &str) -> Cell {
    let paragraphs = text.split('\n').filter(|it| !it.is_empty());
    let paragraphs =
        paragraphs.map(|it| Paragraph { text: it.to_owned(), ..Paragraph::default() }).collect();
    Cell { column, column_span: 1, row_span: 1, paragraphs, ..Cell::default() }
}

/// Sets how many rows each cell covers and gives continued cells the width of their first.
fn count_rows(table: &mut Table) {
    for at in 1..table.rows.len() {
        for place in 0..table.rows[at].cells.len() {
            if !table.rows[at].cells[place].continued {
                continue;
            }
            let column = table.rows[at].cells[place].column;
            for above in (0..at).rev() {
                let Some(it) = table.rows[above].cells.iter_mut().find(|it| it.column == column)
                else {
                    break;
                };
                if !it.continued {
                    it.row_span = at - above + 1;
                    let span = it.column_span;
                    table.rows[at].cells[place].column_span = span;
                    break;
                }
            }
        }
    }
}

/// A zip package of parts, in order.
///
/// - Panics: never with parts in memory.
#[must_use]
pub fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    for (name, bytes) in parts {
        zip.start_file(*name, options).expect("a part begins in memory");
        zip.write_all(bytes).expect("a part is written in memory");
    }
    zip.finish().expect("a package ends in memory").into_inner()
}

const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// A Word file with this XML inside `w:body`, and other parts beside it.
#[must_use]
pub fn docx_of(body: &str, others: &[(&str, &str)]) -> Vec<u8> {
    let rels = format!(
        "<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" \
         Type=\"{RELATIONSHIPS}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
    );
    let types = format!(
        "<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default \
         Extension=\"xml\" ContentType=\"application/vnd.openxmlformats-officedocument.\
         wordprocessingml.document.main+xml\"/></Types>"
    );
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document \
         xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
         xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
         xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" \
         xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
         xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:r=\"{RELATIONSHIPS}\"><w:body>{body}\
         </w:body></w:document>"
    );
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", rels.as_bytes()),
        ("word/document.xml", document.as_bytes()),
    ];
    parts.extend(others.iter().map(|(name, text)| (*name, text.as_bytes())));
    package(&parts)
}

/// A Word file of a source.
#[must_use]
pub fn docx(source: &Source) -> Vec<u8> {
    let mut body = String::new();
    for block in &source.blocks {
        match block {
            Block::Paragraph(it) => body.push_str(&docx_paragraph(it)),
            Block::Table(table) => {
                body.push_str("<w:tbl>");
                table.rows.iter().for_each(|row| docx_row(row, &mut body));
                body.push_str("</w:tbl>");
            }
        }
    }
    docx_of(&body, &[])
}

fn docx_row(row: &Row, body: &mut String) {
    body.push_str("<w:tr>");
    if row.header {
        body.push_str("<w:trPr><w:tblHeader/></w:trPr>");
    }
    for cell in &row.cells {
        let merge = match (cell.continued, cell.row_span) {
            (true, _) => "<w:vMerge/>",
            (false, 2..) => "<w:vMerge w:val=\"restart\"/>",
            _ => "",
        };
        let span = cell.column_span;
        let _ = write!(body, "<w:tc><w:tcPr><w:gridSpan w:val=\"{span}\"/>{merge}</w:tcPr>");
        cell.paragraphs.iter().for_each(|it| body.push_str(&docx_paragraph(it)));
        body.push_str("<w:p/></w:tc>");
    }
    body.push_str("</w:tr>");
}

fn docx_paragraph(it: &Paragraph) -> String {
    let across = if it.centred { "<w:pPr><w:jc w:val=\"center\"/></w:pPr>" } else { "" };
    let bold = if it.bold { "<w:rPr><w:b/></w:rPr>" } else { "" };
    let text = escape(&it.text).replace('\n', "</w:t><w:br/><w:t xml:space=\"preserve\">");
    format!("<w:p>{across}<w:r>{bold}<w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

/// A text of OpenDocument.
#[must_use]
pub fn odt(source: &Source) -> Vec<u8> {
    let mut body = String::new();
    for block in &source.blocks {
        match block {
            Block::Paragraph(it) => body.push_str(&open_paragraph(it)),
            Block::Table(table) => open_table(table, "", &mut body),
        }
    }
    open_document("text", &body)
}

/// A spreadsheet of OpenDocument: paragraphs are rows of one cell, all in one sheet.
#[must_use]
pub fn ods(source: &Source) -> Vec<u8> {
    let mut body = String::new();
    open_table(&sheet(source), "Лист1", &mut body);
    open_document("spreadsheet", &body)
}

fn open_document(kind: &str, body: &str) -> Vec<u8> {
    let office = "urn:oasis:names:tc:opendocument:xmlns";
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content \
         xmlns:office=\"{office}:office:1.0\" xmlns:text=\"{office}:text:1.0\" \
         xmlns:table=\"{office}:table:1.0\" xmlns:style=\"{office}:style:1.0\" \
         xmlns:fo=\"{office}:xsl-fo-compatible:1.0\"><office:automatic-styles>\
         <style:style style:name=\"B\" style:family=\"paragraph\"><style:text-properties \
         fo:font-weight=\"bold\"/></style:style></office:automatic-styles><office:body>\
         <office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    );
    let mimetype = format!("application/vnd.oasis.opendocument.{kind}");
    package(&[("mimetype", mimetype.as_bytes()), ("content.xml", content.as_bytes())])
}

fn open_paragraph(it: &Paragraph) -> String {
    let style = if it.bold { " text:style-name=\"B\"" } else { "" };
    let text = escape(&it.text).replace('\n', "<text:line-break/>");
    format!("<text:p{style}>{text}</text:p>")
}

fn open_table(table: &Table, name: &str, body: &mut String) {
    let _ = write!(body, "<table:table table:name=\"{name}\">");
    for row in &table.rows {
        body.push_str("<table:table-row>");
        for cell in &row.cells {
            let covered = "<table:covered-table-cell/>";
            if cell.continued {
                body.push_str(&covered.repeat(cell.column_span));
                continue;
            }
            let value = match (cell.date, cell.number) {
                (Some(date), _) => {
                    format!(" office:value-type=\"date\" office:date-value=\"{date}\"")
                }
                (_, Some(it)) => {
                    let kind = if it.percent { "percentage" } else { "float" };
                    format!(" office:value-type=\"{kind}\" office:value=\"{}\"", it.value)
                }
                _ => String::new(),
            };
            let _ = write!(
                body,
                "<table:table-cell table:number-columns-spanned=\"{}\" \
                 table:number-rows-spanned=\"{}\"{value}>",
                cell.column_span, cell.row_span
            );
            cell.paragraphs.iter().for_each(|it| body.push_str(&open_paragraph(it)));
            body.push_str("</table:table-cell>");
            body.push_str(&covered.repeat(cell.column_span - 1));
        }
        body.push_str("</table:table-row>");
    }
    body.push_str("</table:table>");
}

/// A workbook with one sheet: paragraphs are rows of one cell.
#[must_use]
pub fn xlsx(source: &Source) -> Vec<u8> {
    xlsx_of(&[("Лист1", "", &worksheet(source))])
}

/// The XML of a worksheet, for [`xlsx_of`].
#[must_use]
pub fn worksheet(source: &Source) -> String {
    let table = sheet(source);
    let (mut rows, mut merges) = (String::new(), String::new());
    for (at, row) in table.rows.iter().enumerate() {
        let _ = write!(rows, "<row r=\"{}\">", at + 1);
        for cell in row.cells.iter().filter(|it| !it.continued) {
            let place = place(at, cell.column);
            if 1 < cell.column_span || 1 < cell.row_span {
                let end = self::place(at + cell.row_span - 1, cell.column + cell.column_span - 1);
                let _ = write!(merges, "<mergeCell ref=\"{place}:{end}\"/>");
            }
            xlsx_cell(cell, &place, &mut rows);
        }
        rows.push_str("</row>");
    }
    format!("<sheetData>{rows}</sheetData><mergeCells>{merges}</mergeCells>")
}

fn xlsx_cell(cell: &Cell, place: &str, rows: &mut String) {
    let _ = match (cell.date, cell.number) {
        (Some(date), _) => {
            let first = jiff::civil::date(1899, 12, 30);
            let days = first.until(date).map_or(0, |it| it.get_days());
            write!(rows, "<c r=\"{place}\" s=\"1\"><v>{days}</v></c>")
        }
        (_, Some(it)) => {
            let style = if it.percent { 2 } else { 0 };
            write!(rows, "<c r=\"{place}\" s=\"{style}\"><v>{}</v></c>", it.value)
        }
        _ => {
            let bold = cell.paragraphs.first().is_some_and(|it| it.bold);
            let style = if bold { 3 } else { 0 };
            let text = escape(&cell.text());
            write!(
                rows,
                "<c r=\"{place}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\
                 {text}</t></is></c>"
            )
        }
    };
}

/// A workbook of sheets: name, attributes of its entry (` state="hidden"`), XML of its worksheet.
///
/// Cell styles: 0 plain, 1 a date, 2 a percentage, 3 bold.
#[must_use]
pub fn xlsx_of(sheets: &[(&str, &str, &str)]) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let styles = format!(
        "<styleSheet xmlns=\"{main}\"><numFmts><numFmt numFmtId=\"164\" \
         formatCode=\"dd.mm.yyyy\"/></numFmts><fonts><font/><font><b/></font></fonts><cellXfs>\
         <xf numFmtId=\"0\" fontId=\"0\"/><xf numFmtId=\"164\" fontId=\"0\"/>\
         <xf numFmtId=\"9\" fontId=\"0\"/><xf numFmtId=\"0\" fontId=\"1\"/></cellXfs></styleSheet>"
    );
    let (mut list, mut rels, mut parts) = (String::new(), String::new(), Vec::new());
    for (at, (name, state, xml)) in sheets.iter().enumerate() {
        let id = at + 1;
        let name = escape(name);
        let _ = write!(list, "<sheet name=\"{name}\" sheetId=\"{id}\" r:id=\"rId{id}\"{state}/>");
        let _ = write!(
            rels,
            "<Relationship Id=\"rId{id}\" Type=\"{RELATIONSHIPS}/worksheet\" \
             Target=\"worksheets/sheet{id}.xml\"/>"
        );
        let sheet = format!("<worksheet xmlns=\"{main}\">{xml}</worksheet>");
        parts.push((format!("xl/worksheets/sheet{id}.xml"), sheet));
    }
    let workbook = format!(
        "<workbook xmlns=\"{main}\" xmlns:r=\"{RELATIONSHIPS}\"><sheets>{list}</sheets></workbook>"
    );
    let rels = format!("<Relationships xmlns=\"{PACKAGE}/relationships\">{rels}</Relationships>");
    parts.push(("xl/workbook.xml".to_owned(), workbook));
    parts.push(("xl/_rels/workbook.xml.rels".to_owned(), rels));
    parts.push(("xl/styles.xml".to_owned(), styles));
    let parts: Vec<(&str, &[u8])> =
        parts.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    package(&parts)
}

/// Separated values: paragraphs are rows of one cell, merged cells are empty.
#[must_use]
pub fn csv(source: &Source, separator: char) -> Vec<u8> {
    grid_text(source, separator, |text| {
        let quoted = text.contains(['"', '\n', '\r', separator]);
        if quoted { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
    })
}

/// A text with tabs: lines of a cell are joined by spaces, merged cells are empty.
#[must_use]
pub fn text(source: &Source) -> Vec<u8> {
    let mut whole = String::new();
    for block in &source.blocks {
        let one = Source { blocks: vec![block.clone()], notices: Vec::new() };
        let bytes = grid_text(&one, '\t', |text| text.replace(['\n', '\t'], " "));
        whole.push_str(&String::from_utf8_lossy(&bytes));
        whole.push('\n');
    }
    whole.into_bytes()
}

fn grid_text(source: &Source, separator: char, write: impl Fn(&str) -> String) -> Vec<u8> {
    let mut whole = String::new();
    for row in &sheet(source).rows {
        let mut column = 0;
        for cell in &row.cells {
            if 0 < column {
                whole.push(separator);
            }
            whole.push_str(&write(&cell.text()));
            whole.extend(std::iter::repeat_n(separator, cell.column_span - 1));
            column += cell.column_span;
        }
        whole.push('\n');
    }
    whole.into_bytes()
}

/// All blocks as one sheet: a paragraph is a row of one cell.
fn sheet(source: &Source) -> Table {
    let mut whole = Table::default();
    for block in &source.blocks {
        match block {
            Block::Paragraph(it) => {
                let cell = Cell { paragraphs: vec![it.clone()], ..cell(0, "") };
                whole.rows.push(Row { cells: vec![cell], header: false });
            }
            Block::Table(table) => whole.rows.extend(table.rows.iter().cloned()),
        }
    }
    whole
}

/// `B12` for row 11 and column 1, both from 0.
fn place(row: usize, column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while 0 < rest {
        letters.push(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0));
        rest = (rest - 1) / 26;
    }
    letters.reverse();
    format!("{}{}", String::from_utf8_lossy(&letters), row + 1)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
