//! Word files of papers against ECMA-376: parts, types, relationships, order of elements, tables.
//!
//! It decides what of the schema is looked at: all that our writer uses. Deliberately absent: a whole
//! schema, and how a page looks (`scripts/papers` asks LibreOffice).

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use documents::papers::{self, PaperKind};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Children in the order in which the schema wants them, as far as our writer uses them.
const ORDERS: [(&str, &[&str]); 10] = [
    (
        "w:pPr",
        &[
            "w:pStyle",
            "w:keepNext",
            "w:keepLines",
            "w:pageBreakBefore",
            "w:pBdr",
            "w:tabs",
            "w:suppressAutoHyphens",
            "w:spacing",
            "w:ind",
            "w:jc",
            "w:outlineLvl",
        ],
    ),
    ("w:rPr", &["w:rFonts", "w:b", "w:sz", "w:szCs", "w:u", "w:lang"]),
    ("w:tblPr", &["w:tblW", "w:jc", "w:tblInd", "w:tblBorders", "w:tblLayout", "w:tblCellMar"]),
    ("w:tblBorders", &["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"]),
    ("w:tcPr", &["w:tcW", "w:gridSpan", "w:vMerge", "w:tcBorders", "w:vAlign"]),
    ("w:trPr", &["w:cantSplit", "w:tblHeader"]),
    ("w:sectPr", &["w:headerReference", "w:pgSz", "w:pgMar", "w:titlePg"]),
    (
        "w:settings",
        &["w:autoHyphenation", "w:consecutiveHyphenLimit", "w:doNotHyphenateCaps", "w:compat"],
    ),
    ("w:tbl", &["w:tblPr", "w:tblGrid", "w:tr"]),
    ("w:style", &["w:name", "w:basedOn", "w:qFormat", "w:pPr", "w:rPr"]),
];

/// Everything that the markup knows, with names as long as they get.
const EVERYTHING: &str = "@compact\n> Директору\n> школы\n\n# ПРИКАЗ\n# второй строкой\n\n## Раздел\n\n\
    ^ по центру\n< слева {{ fill('дата') }}.\n\nТекст **жирный** {{ fill('очень длинная подпись под \
    чертой, которая не входит') }}, и дальше {{ fill('ещё') }} {{ fill('коротко', 9) }}\n1. Первое\n\
    1.1. Второе\n- пункт\n@small мелко\n@gap\n| № | А | <<\n|-10-:|:-:|---|\n| 1 | а<br>б | в |\n\
    | ^^ | {{ fill('оценка') }} | |\n| 3 |\n@page\n| а |\n@signature Директор | О. А. Белова\n@signed \
    подпись | дата\n@page\n@signature Кто | То";

struct File {
    parts: Vec<(String, String)>,
}

impl File {
    fn open(bytes: &[u8]) -> Self {
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
        let mut parts = Vec::new();
        for at in 0..zip.len() {
            let mut part = zip.by_index(at).expect("a part");
            let mut text = String::new();
            part.read_to_string(&mut text).expect("UTF-8");
            parts.push((part.name().expect("a name").into_owned(), text));
        }
        Self { parts }
    }

    fn part(&self, name: &str) -> &str {
        let found = self.parts.iter().find(|(it, _)| it == name);
        &found.unwrap_or_else(|| panic!("no part {name}")).1
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|it| it.key.into_inner() == name)?;
    Some(found.value.to_string())
}

/// Calls for every start of an element, with the names of the elements around it.
fn walk(xml: &str, mut each: impl FnMut(&[String], &BytesStart<'_>)) {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().expand_empty_elements = true;
    let mut around: Vec<String> = Vec::new();
    loop {
        match reader.read_event().expect("sound XML") {
            Event::Start(tag) => {
                each(&around, &tag);
                around.push(tag.name().into_inner().to_owned());
            }
            Event::End(_) => {
                around.pop();
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(around.is_empty(), "every element is closed");
}

fn every_part_is_typed_and_every_target_there(file: &File, what: &str) {
    let mut typed = BTreeSet::new();
    let mut defaults = BTreeSet::new();
    walk(file.part("[Content_Types].xml"), |_, tag| {
        typed.extend(attribute(tag, "PartName"));
        defaults.extend(attribute(tag, "Extension"));
    });
    for (name, _) in file.parts.iter().filter(|(it, _)| it != "[Content_Types].xml") {
        let extension = name.rsplit('.').next().unwrap_or_default();
        let is_typed = typed.contains(&format!("/{name}")) || defaults.contains(extension);
        assert!(is_typed, "{what}: {name}");
    }
    for name in &typed {
        file.part(name.trim_start_matches('/'));
    }
    let mut ids = BTreeSet::new();
    for (list, folder) in [("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")] {
        walk(file.part(list), |_, tag| {
            if let Some(target) = attribute(tag, "Target") {
                file.part(&format!("{folder}{target}"));
                ids.extend(attribute(tag, "Id").filter(|_| !folder.is_empty()));
            }
        });
    }
    let mut styles = BTreeSet::new();
    walk(file.part("word/styles.xml"), |_, tag| styles.extend(attribute(tag, "w:styleId")));
    walk(file.part("word/document.xml"), |_, tag| {
        if let Some(id) = attribute(tag, "r:id") {
            assert!(ids.contains(&id), "{what}: {id}");
        }
        if tag.name().into_inner() == "w:pStyle" {
            let style = attribute(tag, "w:val").unwrap_or_default();
            assert!(styles.contains(&style), "{what}: {style}");
        }
    });
}

fn elements_stand_in_the_order_of_the_schema(xml: &str, what: &str) {
    let mut passed: Vec<(Vec<String>, usize)> = Vec::new();
    walk(xml, |around, tag| {
        let name = tag.name().into_inner().to_owned();
        passed.retain(|(it, _)| around.starts_with(it));
        let parent = around.last().map(String::as_str).unwrap_or_default();
        if let Some((_, order)) = ORDERS.iter().find(|(it, _)| *it == parent) {
            let place = order.iter().position(|it| *it == name);
            let place = place.unwrap_or_else(|| panic!("{what}: {name} in {parent}"));
            let before = passed.iter().find(|(it, _)| it == around).map_or(0, |(_, it)| *it);
            assert!(before <= place, "{what}: {name} stands too late in {parent}");
            passed.retain(|(it, _)| it != around);
            passed.push((around.to_vec(), place));
        }
        // The same path opened again begins anew.
        let mut own = around.to_vec();
        own.push(name);
        passed.retain(|(it, _)| !it.starts_with(&own));
    });
}

/// Each row fills the grid, and each cell ends with a paragraph.
fn tables_are_whole(xml: &str, what: &str) {
    let (mut n_columns, mut n_filled, mut n_rows) = (0, 0, 0);
    let mut last_in_cell = String::new();
    walk(xml, |around, tag| {
        let name = tag.name().into_inner();
        match name {
            "w:tblGrid" => {
                assert_eq!(n_filled, n_columns, "{what}: the last row of the table before");
                (n_columns, n_filled, n_rows) = (0, 0, 0);
            }
            "w:gridCol" => n_columns += 1,
            "w:tr" => {
                assert!(n_rows == 0 || n_filled == n_columns, "{what}: row {n_rows}");
                (n_filled, n_rows) = (0, n_rows + 1);
            }
            "w:tc" => {
                assert!(last_in_cell.is_empty() || last_in_cell == "w:p", "{what}: {last_in_cell}");
                last_in_cell = "nothing".to_owned();
                n_filled += 1;
            }
            "w:gridSpan" => {
                let span = attribute(tag, "w:val").and_then(|it| it.parse::<usize>().ok());
                n_filled += span.expect("a number") - 1;
            }
            _ => {}
        }
        if around.last().is_some_and(|it| it == "w:tc") {
            last_in_cell = name.to_owned();
        }
    });
}

#[test]
fn every_kind_and_every_mark_give_a_sound_word_file() {
    let sample = |kind: PaperKind| -> serde_json::Value {
        serde_json::from_str(papers::example(kind)).expect("samples are JSON")
    };
    let standard = PaperKind::ALL.iter().map(|it| (*it, papers::text(*it)));
    for (kind, text) in standard.chain([(PaperKind::DataConsent, EVERYTHING)]) {
        let paper = papers::render(kind, text, &sample(kind)).expect("the sample is complete");
        let bytes = paper.docx().expect("papers are written");
        let what = kind.slug();
        let file = File::open(&bytes);
        every_part_is_typed_and_every_target_there(&file, what);
        let parts = ["document", "styles", "settings", "header1"];
        for part in parts.map(|it| format!("word/{it}.xml")) {
            let part = part.as_str();
            elements_stand_in_the_order_of_the_schema(file.part(part), what);
        }
        tables_are_whole(file.part("word/document.xml"), what);
        let document = file.part("word/document.xml");
        assert!(document.ends_with("</w:sectPr></w:body></w:document>"), "{what}");
        let read = docx_rs::read_docx(&bytes).expect("docx-rs reads it");
        assert!(!read.document.children.is_empty(), "{what}");
    }
}
