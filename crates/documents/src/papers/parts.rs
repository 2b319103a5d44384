//! The parts of a Word file that are the same in every paper: styles, settings, header, types.
//!
//! It decides fonts, sizes and margins after ГОСТ Р 7.0.97-2025: Times New Roman of 14 points (12 in
//! compact papers and tables), left 30 for papers that are kept longer than ten years, right 10, top
//! and bottom 20 millimetres, the number of the page at the top from the second page. Deliberately
//! absent: the text (`docx`).

use jiff::civil::Date;
use std::fmt::Write as _;

/// Twentieths of a point in a millimetre, in hundredths.
const MILLIMETRE: u32 = 5669;

pub(super) const fn millimetres(count: u32) -> u32 {
    count * MILLIMETRE / 100
}

/// The indent of a first line, 1.25 cm, in twentieths of a point.
pub(super) const INDENT: u32 = 709;

pub(super) const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
pub(super) const OFFICE: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// What every part begins with.
pub(super) const DECLARATION: &str =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// `[Content_Types].xml`
pub(super) fn content_types() -> String {
    let part = |name: &str, kind: &str| {
        format!(
            "<Override PartName=\"{name}\" ContentType=\"application/vnd.openxmlformats-{kind}+xml\"/>"
        )
    };
    format!(
        "<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>{}{}{}{}{}</Types>",
        part("/word/document.xml", "officedocument.wordprocessingml.document.main"),
        part("/word/styles.xml", "officedocument.wordprocessingml.styles"),
        part("/word/settings.xml", "officedocument.wordprocessingml.settings"),
        part("/word/header1.xml", "officedocument.wordprocessingml.header"),
        part("/docProps/core.xml", "package.core-properties"),
    )
}

/// `_rels/.rels`
pub(super) fn package_relationships() -> String {
    let properties = format!("{PACKAGE}/relationships/metadata/core-properties");
    relationships(&[
        (&format!("{OFFICE}/officeDocument"), "word/document.xml"),
        (&properties, "docProps/core.xml"),
    ])
}

/// `word/_rels/document.xml.rels`
pub(super) fn document_relationships() -> String {
    relationships(&[
        (&format!("{OFFICE}/styles"), "styles.xml"),
        (&format!("{OFFICE}/header"), "header1.xml"),
        (&format!("{OFFICE}/settings"), "settings.xml"),
    ])
}

/// `word/settings.xml`: long words are hyphenated, or justified lines and narrow columns are torn.
///
/// A number such as «71-од» may be parted at its hyphen in Word: every sign that would forbid it is
/// another letter, and then the number is not found by who searches for it.
pub(super) fn settings() -> String {
    format!(
        "<w:settings xmlns:w=\"{WORD}\"><w:autoHyphenation/><w:consecutiveHyphenLimit \
         w:val=\"3\"/><w:doNotHyphenateCaps/><w:compat><w:compatSetting w:name=\
         \"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>\
         </w:compat></w:settings>"
    )
}

fn relationships(targets: &[(&str, &str)]) -> String {
    let mut whole = format!("<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for (at, (kind, target)) in targets.iter().enumerate() {
        let id = at + 1;
        let _ = write!(whole, "<Relationship Id=\"rId{id}\" Type=\"{kind}\" Target=\"{target}\"/>");
    }
    whole.push_str("</Relationships>");
    whole
}

/// `docProps/core.xml`
pub(super) fn properties(title: &str, day: Option<Date>) -> String {
    let created = day.map(|day| {
        format!("<dcterms:created xsi:type=\"dcterms:W3CDTF\">{day}T00:00:00Z</dcterms:created>")
    });
    format!(
        "<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title>\
         <dc:language>ru-RU</dc:language>{}</cp:coreProperties>",
        escape(title),
        created.unwrap_or_default(),
    )
}

/// The header of every page but the first: its number.
pub(super) fn header() -> String {
    format!(
        "<w:hdr xmlns:w=\"{WORD}\"><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:fldSimple \
         w:instr=\"PAGE\"><w:r><w:rPr><w:sz w:val=\"24\"/></w:rPr><w:t>2</w:t></w:r>\
         </w:fldSimple></w:p></w:hdr>"
    )
}

/// A style: id, name, what paragraphs and what letters have.
type StyleOf = (&'static str, &'static str, String, String);

/// `word/styles.xml`: sizes are in half-points.
pub(super) fn styles(is_compact: bool) -> String {
    let (size, in_cells) = if is_compact { (24, 22) } else { (28, 24) };
    let mut whole = format!(
        "<w:styles xmlns:w=\"{WORD}\"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts \
         w:ascii=\"Times New Roman\" w:eastAsia=\"Times New Roman\" w:hAnsi=\"Times New Roman\" \
         w:cs=\"Times New Roman\"/>{}<w:lang w:val=\"ru-RU\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr><w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr>\
         </w:pPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" \
         w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>",
        letters("", size)
    );
    for (id, name, paragraph, run) in style_list(size, in_cells) {
        let _ = write!(
            whole,
            "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"{id}\"><w:name \
             w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>{paragraph}</w:pPr>\
             <w:rPr>{run}</w:rPr></w:style>"
        );
    }
    whole.push_str("</w:styles>");
    whole
}

fn letters(bold: &str, size: u32) -> String {
    format!("{bold}<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>")
}

fn style_list(size: u32, in_cells: u32) -> Vec<StyleOf> {
    let airy = "<w:spacing w:line=\"276\" w:lineRule=\"auto\"/>";
    let whole = "<w:suppressAutoHyphens/>";
    let bold = letters("<w:b/>", size);
    let plain = letters("", size);
    vec![
        (
            "PaperTitle",
            "Заголовок документа",
            "<w:keepNext/><w:suppressAutoHyphens/><w:spacing w:before=\"160\" w:after=\"160\"/><w:jc w:val=\"center\"/>\
             <w:outlineLvl w:val=\"0\"/>"
                .to_owned(),
            bold.clone(),
        ),
        (
            "PaperHeading",
            "Заголовок раздела",
            "<w:keepNext/><w:suppressAutoHyphens/><w:spacing w:before=\"200\" w:after=\"100\"/><w:jc w:val=\"center\"/>\
             <w:outlineLvl w:val=\"1\"/>"
                .to_owned(),
            bold,
        ),
        (
            "PaperCentre",
            "По центру",
            format!("{whole}<w:jc w:val=\"center\"/>"),
            plain.clone(),
        ),
        (
            "PaperRight",
            "В правой половине",
            format!("{whole}<w:ind w:left=\"{}\"/>", millimetres(85)),
            plain.clone(),
        ),
        ("PaperLeft", "Без отступа", format!("{whole}{airy}"), plain.clone()),
        (
            "PaperBody",
            "Основной текст документа",
            format!("{airy}<w:ind w:firstLine=\"{INDENT}\"/><w:jc w:val=\"both\"/>"),
            plain.clone(),
        ),
        ("PaperOn", "Продолжение текста", format!("{airy}<w:jc w:val=\"both\"/>"), plain),
        ("PaperCell", "Текст таблицы", String::new(), letters("", in_cells)),
        ("PaperSmall", "Мелкий текст", "<w:jc w:val=\"both\"/>".to_owned(), letters("", 20)),
        (
            "PaperCaption",
            "Подпись под чертой",
            format!("{whole}<w:jc w:val=\"center\"/>"),
            letters("", 16),
        ),
        ("PaperGap", "Промежуток", String::new(), letters("", 12)),
    ]
}

/// Escapes what XML needs and drops what it forbids.
pub(super) fn escape(text: &str) -> String {
    let mut whole = String::with_capacity(text.len() + 16);
    escape_into(text, &mut whole);
    whole
}

/// The same into a text that is being written.
pub(super) fn escape_into(text: &str, whole: &mut String) {
    // Signs that need nothing are copied in one piece.
    let needs = |it: u8| matches!(it, b'&' | b'<' | b'>' | b'"' | 0..=0x1F | 0x7F | 0xC2 | 0xEF);
    if !text.bytes().any(needs) {
        return whole.push_str(text);
    }
    for it in text.chars() {
        match it {
            '&' => whole.push_str("&amp;"),
            '<' => whole.push_str("&lt;"),
            '>' => whole.push_str("&gt;"),
            '"' => whole.push_str("&quot;"),
            '\u{FFFE}' | '\u{FFFF}' => {}
            it if it.is_control() => whole.push(' '),
            it => whole.push(it),
        }
    }
}
