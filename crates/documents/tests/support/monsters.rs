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
    [texts(size), words(size), sheets(size)].into_iter().flatten().collect()
}

/// A piece repeated up to a size.
fn fill(piece: &str, size: usize) -> String {
    piece.repeat(size / piece.len())
}

fn words(size: usize) -> Vec<Monster> {
    let inside = |begin: &str, piece: &str, end: &str| {
        fixture::docx_of(&format!("{begin}{}{end}", fill(piece, size)), &[])
    };
    let run = |piece: &str| inside("<w:p><w:r><w:t>", piece, "</w:t></w:r></w:p>");
    let row = "<w:tr><w:tc><w:p><w:r><w:t>а</w:t></w:r></w:p></w:tc></w:tr>";
    let item = "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>а</w:t></w:r></w:p>";
    let monsters = [
        ("docx: one endless text", run("да ")),
        ("docx: a bomb of zeros", bomb(size / 1024 / 32)),
        ("docx: endless empty paragraphs", inside("", "<w:p/>", "")),
        ("docx: endless rows", inside("<w:tbl>", row, "</w:tbl>")),
        (
            "docx: one endless row",
            inside("<w:tbl><w:tr>", "<w:tc><w:p/></w:tc>", "</w:tr></w:tbl>"),
        ),
        ("docx: endless attributes", inside("<w:p", " w:a=\"1\"", "/>")),
        ("docx: endless entities", run("&amp;&lol;")),
        ("docx: endless depth", inside("", "<w:sdt><w:sdtContent>", "")),
        ("docx: deepest tables", fixture::docx_of(&deep_tables(), &[])),
        ("docx: endless lists", inside("", item, "")),
        ("docx: endless broken letters", broken_letters(size)),
    ];
    monsters.map(|(title, bytes)| Monster { title, name: "а.docx", bytes }).into()
}

fn sheets(size: usize) -> Vec<Monster> {
    let row = "<row><c t=\"str\"><v>а</v></c><c t=\"str\"><v>б</v></c></row>";
    let merges: String =
        (1..size / 250).map(|it| format!("<mergeCell ref=\"A{it}:CX{it}\"/>")).collect();
    let corner = "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\">\
                  <c r=\"XFD1048576\"><v>1</v></c></row></sheetData>";
    let merged = format!(
        "<sheetData>{}</sheetData><mergeCells>{}</mergeCells>",
        row.repeat((size / 100).min(9000)),
        merges.repeat(10)
    );
    let endless = format!("<sheetData>{}</sheetData>", fill(row, size));
    let xlsx = |sheet: &str| fixture::xlsx_of(&[("Л", "", sheet)]);
    let monsters = [
        ("xlsx: endless rows", "а.xlsx", xlsx(&endless)),
        ("xlsx: a cell in the last corner", "а.xlsx", xlsx(corner)),
        ("xlsx: endless merged cells", "а.xlsx", xlsx(&merged)),
        ("xlsx: one long text shared by all cells", "а.xlsx", shared_text(size)),
        ("ods: everything repeated", "а.ods", repeated(size)),
    ];
    monsters.map(|(title, name, bytes)| Monster { title, name, bytes }).into()
}

fn texts(size: usize) -> Vec<Monster> {
    let fill = |piece: &str| fill(piece, size).into_bytes();
    let monsters = [
        ("text: an endless roadmap", "а.txt", endless_roadmap(size)),
        ("text: endless rows", "а.txt", fill("1\tПриказ о парах\tмай\n")),
        ("text: endless pages", "а.txt", fill("1\tприказ и\tмай\n\n\tжурнал\t\n\n")),
        (
            "text: pages of changing width",
            "а.txt",
            fill("а\tб\tв\tг\tд\tе\n\nа\tб\tв\tг\tд\n\nа\tб\tв\tг\n\n"),
        ),
        ("text: endless tabs", "а.txt", fill("\t")),
        ("text: endless marks", "а.txt", fill("*<p *а &")),
        ("text: endless stars", "а.txt", fill("*")),
        ("text: old code page", "а.txt", vec![0xC1; size]),
        ("csv: endless rows", "а.csv", fill("1;Приказ о парах;май\n")),
        ("csv: one endless quotation", "а.csv", [b"\"".to_vec(), fill("а;")].concat()),
    ];
    monsters.map(|(title, name, bytes)| Monster { title, name, bytes }).into()
}

/// A sound plan with more rows than anybody carries out.
fn endless_roadmap(size: usize) -> Vec<u8> {
    let mut plan = "№\tМероприятие\tСроки\tОжидаемый результат\tОтветственный\n".to_owned();
    for it in 1..size / 300 {
        plan.push_str(&format!(
            "{it}\tПроведение встречи наставников и наставляемых № {it}\tОктябрь 2025 г.\t\
             Протокол, не менее {}% участников\tКуратор, классные руководители\n",
            it % 100
        ));
    }
    plan.into_bytes()
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
