//! Files that nobody honest sends: as long, as deep, as wide as a format allows.
//!
//! Shared by the test of limits and by the example that measures time and memory.

use documents::fixture;

/// A file with a name that tells what is monstrous about it.
pub(crate) struct Monster {
    /// What it is.
    pub(crate) title: &'static str,
    /// The name it comes with.
    pub(crate) name: &'static str,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
}

/// All monsters; `size` is that of their content, unpacked, bytes.
pub(crate) fn all(size: usize) -> Vec<Monster> {
    let fill = |piece: &str| piece.repeat(size / piece.len());
    let row = "<w:tr><w:tc><w:p><w:r><w:t>а</w:t></w:r></w:p></w:tc></w:tr>";
    let docx = |body: &str| fixture::docx_of(body, &[]);
    let sheet_row = "<row><c t=\"inlineStr\"><is><t>а</t></is></c><c t=\"inlineStr\"><is><t>б</t></is></c></row>";
    let merges: String =
        (1..size / 250).map(|it| format!("<mergeCell ref=\"A{it}:CX{it}\"/>")).collect();
    let monster = |title, name, bytes| Monster { title, name, bytes };
    vec![
        monster("text: an endless roadmap", "а.txt", endless_roadmap(size).into_bytes()),
        monster(
            "docx: one endless text",
            "а.docx",
            docx(&format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", fill("да "))),
        ),
        monster("docx: a bomb of zeros", "а.docx", bomb(size / 1024 / 32)),
        monster("docx: endless empty paragraphs", "а.docx", docx(&fill("<w:p/>"))),
        monster("docx: endless rows", "а.docx", docx(&format!("<w:tbl>{}</w:tbl>", fill(row)))),
        monster(
            "docx: one endless row",
            "а.docx",
            docx(&format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", fill("<w:tc><w:p/></w:tc>"))),
        ),
        monster(
            "docx: endless attributes",
            "а.docx",
            docx(&format!("<w:p{}/>", fill(" w:a=\"1\""))),
        ),
        monster(
            "docx: endless entities",
            "а.docx",
            docx(&format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", fill("&amp;&lol;"))),
        ),
        monster("docx: endless depth", "а.docx", docx(&fill("<w:sdt><w:sdtContent>"))),
        monster("docx: deepest tables", "а.docx", docx(&deep_tables())),
        monster(
            "docx: endless lists",
            "а.docx",
            docx(&fill(
                "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>а</w:t></w:r></w:p>",
            )),
        ),
        monster("docx: endless broken letters", "а.docx", broken_letters(size)),
        monster(
            "xlsx: endless rows",
            "а.xlsx",
            fixture::xlsx_of(&[("Л", "", &format!("<sheetData>{}</sheetData>", fill(sheet_row)))]),
        ),
        monster(
            "xlsx: a cell in the last corner",
            "а.xlsx",
            fixture::xlsx_of(&[(
                "Л",
                "",
                "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>",
            )]),
        ),
        monster(
            "xlsx: endless merged cells",
            "а.xlsx",
            fixture::xlsx_of(&[(
                "Л",
                "",
                &format!(
                    "<sheetData>{}</sheetData><mergeCells>{}</mergeCells>",
                    sheet_row.repeat((size / 100).min(9000)),
                    merges.repeat(10)
                ),
            )]),
        ),
        monster("xlsx: one long text shared by all cells", "а.xlsx", shared_text(size)),
        monster("ods: everything repeated", "а.ods", repeated(size)),
        monster("csv: endless rows", "а.csv", fill("1;Приказ о парах;май\n").into_bytes()),
        monster("csv: one endless quotation", "а.csv", format!("\"{}", fill("а;")).into_bytes()),
        monster("text: endless rows", "а.txt", fill("1\tПриказ о парах\tмай\n").into_bytes()),
        monster(
            "text: endless pages",
            "а.txt",
            fill("1\tприказ и\tмай\n\n\tжурнал\t\n\n").into_bytes(),
        ),
        monster(
            "text: pages of changing width",
            "а.txt",
            fill("а\tб\tв\tг\tд\tе\n\nа\tб\tв\tг\tд\n\nа\tб\tв\tг\n\n").into_bytes(),
        ),
        monster("text: endless tabs", "а.txt", fill("\t").into_bytes()),
        monster("text: endless marks", "а.txt", fill("*<p *а &").into_bytes()),
        monster("text: endless stars", "а.txt", fill("*").into_bytes()),
        monster(
            "text: old code page",
            "а.txt",
            fill("\u{41}").bytes().map(|it| it | 0xC0).collect(),
        ),
    ]
}

fn endless_roadmap(size: usize) -> String {
    let head = "№\tМероприятие\tСроки\tОжидаемый результат\tОтветственный\n".to_owned();
    let row = |it: usize| {
        format!(
            "{it}\tПроведение встречи наставников и наставляемых № {it}\tОктябрь 2025 г.\tПротокол, не менее {}% участников\tКуратор, классные руководители\n",
            it % 100
        )
    };
    std::iter::once(head).chain((1..size / 300).map(row)).collect()
}

fn deep_tables() -> String {
    let depth = 80;
    format!(
        "{}{}",
        "<w:tbl><w:tr><w:tc>".repeat(depth),
        "<w:p/></w:tc></w:tr></w:tbl>".repeat(depth)
    )
}

fn broken_letters(size: usize) -> Vec<u8> {
    let mut xml = b"<w:document><w:body><w:p><w:r><w:t>".to_vec();
    xml.extend(std::iter::repeat_n(0xC3, size));
    xml.extend(b"</w:t></w:r></w:p></w:body></w:document>");
    fixture::package(&[("word/document.xml", &xml)])
}

fn shared_text(size: usize) -> Vec<u8> {
    let text = "да ".repeat(size / 2 / 5);
    let cells = "<c t=\"s\"><v>0</v></c>".repeat(100);
    let rows = format!("<row>{cells}</row>").repeat(size / 2 / 2200);
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let strings = format!("<sst><si><t>{text}</t></si></sst>");
    let workbook = "<workbook><sheets><sheet name=\"Л\" r:id=\"r1\"/></sheets></workbook>";
    let rels =
        "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/s.xml\"/></Relationships>";
    fixture::package(&[
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", rels.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
        ("xl/worksheets/s.xml", sheet.as_bytes()),
    ])
}

fn repeated(size: usize) -> Vec<u8> {
    let text = "да ".repeat(size / 40 / 5);
    let content = format!(
        "<d><body><spreadsheet><table name=\"Л\"><table-row number-rows-repeated=\"1048576\">\
         <table-cell number-columns-repeated=\"16384\"><p>{text}</p></table-cell></table-row></table>\
         </spreadsheet></body></d>"
    );
    fixture::package(&[("content.xml", content.as_bytes())])
}

/// A Word file of a few megabytes that unpacks to so many mebibytes of zeros.
///
/// Written bit by bit: a packer would have to see all of them.
pub(crate) fn bomb(mebibytes: usize) -> Vec<u8> {
    // Fixed Huffman codes: a literal zero, then «repeat the byte before 258 times», then the end.
    let mut bits = Bits::default();
    bits.push(0b011, 3);
    bits.push_code(0b0011_0000, 8);
    for _ in 0..mebibytes * 1024 * 1024 / 258 {
        bits.push_code(0b1100_0101, 8);
        bits.push_code(0, 5);
    }
    bits.push_code(0, 7);
    let data = bits.finish();
    let name = b"word/document.xml";
    let (packed, unpacked) = (data.len() as u32, 0xFFFF_FFF0_u32);
    let mut common = vec![20, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    common.extend(packed.to_le_bytes());
    common.extend(unpacked.to_le_bytes());
    common.extend((name.len() as u16).to_le_bytes());
    common.extend([0, 0]);
    let mut bytes = b"PK\x03\x04".to_vec();
    bytes.extend(&common);
    bytes.extend(name);
    bytes.extend(&data);
    let directory = bytes.len() as u32;
    bytes.extend(b"PK\x01\x02\x14\0");
    bytes.extend(&common);
    bytes.extend([0; 14]);
    bytes.extend(name);
    let length = bytes.len() as u32 - directory;
    bytes.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
    bytes.extend(length.to_le_bytes());
    bytes.extend(directory.to_le_bytes());
    bytes.extend([0, 0]);
    bytes
}

#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    last: u32,
    count: u32,
}

impl Bits {
    /// Adds bits from the lowest.
    fn push(&mut self, bits: u32, count: u32) {
        self.last |= bits << self.count;
        self.count += count;
        while 8 <= self.count {
            self.bytes.push((self.last & 0xFF) as u8);
            self.last >>= 8;
            self.count -= 8;
        }
    }

    /// Adds a Huffman code, which goes from its highest bit.
    fn push_code(&mut self, code: u32, count: u32) {
        self.push(code.reverse_bits() >> (32 - count), count);
    }

    fn finish(mut self) -> Vec<u8> {
        self.push(0, 7);
        self.bytes
    }
}
