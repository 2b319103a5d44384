//! Files that are no documents, broken ones and monstrous ones: each gets one clear answer.

#[path = "support/monsters.rs"]
mod monsters;

use documents::fixture;
use documents::read::{self, Kind, Language, MAX_FILE_BYTES, MAX_ROWS, NotRead};
use roadmap::source::{Block, Notice};

fn old_office(stream: &str) -> Vec<u8> {
    let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    bytes.extend([0; 600]);
    bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
    bytes
}

fn zip_of(name: &str) -> Vec<u8> {
    fixture::package(&[(name, b"<x/>")])
}

fn picture() -> &'static str {
    "<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>"
}

/// Every reason with a file that has it.
fn refused() -> Vec<(&'static str, Vec<u8>, NotRead)> {
    let format = NotRead::Format;
    let whole = fixture::docx_of("<w:p><w:r><w:t>План</w:t></w:r></w:p>", &[]);
    let deep = "<w:sdt>".repeat(300);
    vec![
        ("а.docx", Vec::new(), NotRead::Empty),
        ("а.txt", b" \r\n\t\n".to_vec(), NotRead::Empty),
        (
            "а.docx",
            vec![b'x'; MAX_FILE_BYTES + 1],
            NotRead::TooLarge { bytes: MAX_FILE_BYTES + 1, limit: MAX_FILE_BYTES },
        ),
        ("а.doc", old_office("WordDocument"), format(Kind::OldWord)),
        ("а.docx", old_office("WordDocument"), format(Kind::OldWord)),
        ("а.xls", old_office("Workbook"), format(Kind::OldExcel)),
        ("а.ppt", old_office("PowerPoint Document"), format(Kind::Presentation)),
        ("а.msg", old_office("__substg"), format(Kind::OldOffice)),
        ("а.docx", old_office("EncryptedPackage"), NotRead::Encrypted),
        (
            "а.odt",
            fixture::package(&[
                ("META-INF/manifest.xml", b"<m><encryption-data/></m>"),
                ("content.xml", b"\x01\x02"),
            ]),
            NotRead::Encrypted,
        ),
        ("а.pdf", b"%PDF-1.7\n%\xE2\xE3".to_vec(), format(Kind::Pdf)),
        ("а.docx", b"\n\n%PDF-1.4".to_vec(), format(Kind::Pdf)),
        ("а.rtf", b"{\\rtf1\\ansi}".to_vec(), format(Kind::Rtf)),
        ("а.doc", b"<html><body><table></table></body></html>".to_vec(), format(Kind::Html)),
        ("а.xls", "\u{FEFF}<!DOCTYPE html>\n<title>а".as_bytes().to_vec(), format(Kind::Html)),
        ("а.doc", b"MIME-Version: 1.0\nContent-Type: x".to_vec(), format(Kind::Html)),
        ("а.doc", b"<?xml version=\"1.0\"?><w:wordDocument/>".to_vec(), format(Kind::OfficeXml)),
        ("а.png", b"\x89PNG\r\n\x1A\n\0\0".to_vec(), format(Kind::Picture)),
        ("а.docx", b"\xFF\xD8\xFF\xE0\0\x10JFIF".to_vec(), format(Kind::Picture)),
        ("а.rar", b"Rar!\x1A\x07\0".to_vec(), format(Kind::Archive)),
        ("а.zip", zip_of("план.docx"), format(Kind::Archive)),
        ("а.xlsb", zip_of("xl/workbook.bin"), format(Kind::BinaryExcel)),
        ("а.pptx", zip_of("ppt/presentation.xml"), format(Kind::Presentation)),
        ("а.txt", b"\0\x01\x02\x03\x05plan\0\0\x07".to_vec(), format(Kind::Unknown)),
        (
            "а.docx",
            fixture::docx_of(&picture().repeat(3), &[]),
            NotRead::OnlyPictures { pictures: 3 },
        ),
        ("а.docx", fixture::docx_of("<w:p/>", &[]), NotRead::NoText),
        ("а.docx", fixture::docx_of(&deep, &[]), NotRead::TooDeep { limit: 256 }),
        ("а.docx", whole[..whole.len() / 2].to_vec(), NotRead::Damaged { detail: String::new() }),
        (
            "а.docx",
            fixture::docx_of("<w:p><w:r></w:p></w:r>", &[]),
            NotRead::Damaged { detail: String::new() },
        ),
        ("а.docx", zip_of("word/other.xml"), NotRead::Damaged { detail: String::new() }),
    ]
}

#[test]
fn every_file_that_is_not_read_says_why() {
    for (name, bytes, expected) in refused() {
        let reason = read::read(name, &bytes).expect_err(name);
        match expected {
            NotRead::Damaged { .. } => {
                assert!(matches!(reason, NotRead::Damaged { .. }), "{reason:?}")
            }
            expected => assert_eq!(reason, expected, "{name}"),
        }
    }
}

#[test]
fn every_reason_is_told_in_both_languages_with_what_to_do() {
    for (_, _, reason) in refused() {
        let russian = read::sentence(&reason, Language::Russian);
        let english = read::sentence(&reason, Language::English);
        assert!(russian.ends_with('.') && 1 < russian.matches(['.', ':']).count(), "{russian}");
        assert!(russian.chars().filter(|it| ('а'..='я').contains(it)).count() > 20, "{russian}");
        assert!(english.ends_with('.') && english.is_ascii() || english.contains('→'), "{english}");
    }
}

#[test]
fn entities_of_the_document_s_own_are_not_expanded() {
    let xml = "<!DOCTYPE x [<!ENTITY a \"да да да\"><!ENTITY b \"&a;&a;&a;\">]><w:document>\
               <w:body><w:p><w:r><w:t>План &b;</w:t></w:r></w:p></w:body></w:document>";
    let bytes = fixture::package(&[("word/document.xml", xml.as_bytes())]);
    let source = read::read("а.docx", &bytes).unwrap();
    assert_eq!(source.blocks, [fixture::paragraph("План")]);
}

#[test]
fn rows_beyond_the_limit_are_left_out_with_a_notice() {
    let many = MAX_ROWS + 5;
    let docx = "<w:tr><w:tc><w:p><w:r><w:t>а</w:t></w:r></w:p></w:tc></w:tr>".repeat(many);
    let cells = "<c t=\"str\"><v>а</v></c><c t=\"str\"><v>б</v></c>";
    let sheet = format!("<sheetData>{}</sheetData>", format!("<row>{cells}</row>").repeat(many));
    let ods = format!(
        "<d><body><spreadsheet><table><table-row number-rows-repeated=\"{many}\"><table-cell><p>а</p>\
         </table-cell><table-cell><p>б</p></table-cell></table-row></table></spreadsheet></body></d>"
    );
    for (name, bytes) in [
        ("а.docx", fixture::docx_of(&format!("<w:tbl>{docx}</w:tbl>"), &[])),
        ("а.xlsx", fixture::xlsx_of(&[("Л", "", &sheet)])),
        ("а.ods", fixture::package(&[("content.xml", ods.as_bytes())])),
        ("а.csv", "а;б\n".repeat(many).into_bytes()),
        ("а.txt", "а\tб\n".repeat(many).into_bytes()),
    ] {
        let read = read::read(name, &bytes).unwrap();
        let rows = read.blocks.iter().map(|it| match it {
            Block::Table(table) => table.rows.len(),
            Block::Paragraph(_) => 0,
        });
        assert_eq!(rows.sum::<usize>(), MAX_ROWS, "{name}");
        assert_eq!(read.notices, [Notice::RowsLeftOut { kept: MAX_ROWS }], "{name}");
    }
}

#[test]
fn monsters_are_read_to_a_limit_or_refused() {
    for it in monsters::all(64 * 1024) {
        if let Err(reason) = read::read(it.name, &it.bytes) {
            let expected = matches!(
                reason,
                NotRead::TooDeep { .. }
                    | NotRead::NoText
                    | NotRead::Damaged { .. }
                    | NotRead::Empty
                    | NotRead::UnpacksTooLarge { .. }
            );
            assert!(expected, "{}: {reason:?}", it.title);
        }
    }
}

#[test]
fn a_bomb_is_not_unpacked_to_its_end() {
    // A gibibyte of zeros in seven megabytes.
    let bytes = monsters::bomb(1024);
    assert!(bytes.len() < MAX_FILE_BYTES);
    assert!(matches!(read::read("а.docx", &bytes), Err(NotRead::UnpacksTooLarge { .. })));
    // A bomb inside an archive stays there: nobody opens what an archive holds.
    let nested = fixture::package(&[("а.docx", &monsters::bomb(8))]);
    assert_eq!(read::read("а.zip", &nested), Err(NotRead::Format(Kind::Archive)));
}

#[test]
fn a_package_of_too_many_parts_is_refused() {
    let names: Vec<String> = (0..10_001).map(|it| format!("word/{it}.xml")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|it| (it.as_str(), &b""[..])).collect();
    assert_eq!(
        read::read("а.docx", &fixture::package(&parts)),
        Err(NotRead::TooManyParts { entries: 10_001, limit: 10_000 })
    );
}
