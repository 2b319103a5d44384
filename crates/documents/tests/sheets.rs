//! What is read of workbooks, OpenDocument and separated values, case by case.

mod support;

use documents::{fixture, read};
use support::show;

fn cell(place: &str, text: &str) -> String {
    format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

fn row(at: usize, cells: &[&str]) -> String {
    let cells: String = cells
        .iter()
        .enumerate()
        .filter(|(_, it)| !it.is_empty())
        .map(|(column, it)| match it.strip_prefix('<') {
            // Written as XML already: an own value and style.
            Some(xml) => format!("<c r=\"{}{at}\" {xml}", ["A", "B", "C", "D"][column]),
            None => cell(&format!("{}{at}", ["A", "B", "C", "D"][column]), it),
        })
        .collect();
    format!("<row r=\"{at}\">{cells}</row>")
}

fn sheet(rows: &[String], merges: &[&str]) -> String {
    let merges: String = merges.iter().map(|it| format!("<mergeCell ref=\"{it}\"/>")).collect();
    format!("<sheetData>{}</sheetData><mergeCells>{merges}</mergeCells>", rows.concat())
}

#[test]
fn dates_and_percentages_are_read_as_values_and_as_words() {
    let xml = sheet(
        &[
            row(1, &["Дело", "Срок", "Показатель"]),
            row(2, &["приказ", "<s=\"1\"><v>45901</v></c>", "<s=\"2\"><v>0.55</v></c>"]),
            row(3, &["журнал", "май", "<s=\"0\"><v>12.5</v></c>"]),
        ],
        &[],
    );
    let source = read::read("", &fixture::xlsx_of(&[("План", "", &xml)])).unwrap();
    assert_eq!(
        show(&source),
        [
            "¶ @План",
            "| Дело | Срок | Показатель",
            "| приказ | 01.09.2025 =2025-09-01 | 55% =0.55%",
            "| журнал | май | 12.5 =12.5",
            "—",
        ]
    );
}

#[test]
fn merged_cells_text_above_and_signatures_below_are_told_from_the_table() {
    let xml = sheet(
        &[
            row(1, &["УТВЕРЖДАЮ"]),
            row(3, &["План на 2025-2026 учебный год"]),
            row(5, &["№", "Дело", "Срок"]),
            row(6, &["Подготовка"]),
            row(7, &["1", "приказ", "май"]),
            row(8, &["", "", "июнь"]),
            row(9, &["2", "журнал", "май"]),
            row(11, &["Куратор"]),
        ],
        &["A6:C6", "A7:A8", "A3:C3", "B7:B8"],
    );
    let source = read::read("", &fixture::xlsx_of(&[("План", "", &xml)])).unwrap();
    assert_eq!(
        show(&source),
        [
            "¶ @План",
            "¶ УТВЕРЖДАЮ",
            "¶ План на 2025-2026 учебный год",
            "| № | Дело | Срок",
            "| →3 Подготовка",
            "| ↓2 1 | ↓2 приказ | май",
            "| ^ | ^ | июнь",
            "| 2 | журнал | май",
            "—",
            "¶ Куратор",
        ]
    );
}

#[test]
fn hidden_sheets_are_passed_over_and_others_follow_each_other() {
    let one = |text: &str| sheet(&[row(1, &["а", "б", "в"]), row(2, &[text, "б", "в"])], &[]);
    let source = read::read(
        "",
        &fixture::xlsx_of(&[
            ("Первый", "", &one("1")),
            ("Черновик", " state=\"hidden\"", &one("2")),
            ("Второй", "", &one("3")),
        ]),
    );
    assert_eq!(
        show(&source.unwrap()),
        [
            "¶ @Первый",
            "| а | б | в",
            "| 1 | б | в",
            "—",
            "¶ @Второй",
            "| а | б | в",
            "| 3 | б | в",
            "—"
        ]
    );
}

#[test]
fn shared_texts_are_joined_and_lines_of_a_cell_are_kept() {
    let xml = sheet(
        &[
            row(1, &["а", "б", "в"]),
            row(2, &["<t=\"s\"><v>0</v></c>", "раз&#10;два", "<t=\"s\"><v>99</v></c>"]),
        ],
        &[],
    );
    let mut parts = fixture::xlsx_of(&[("Л", "", &xml)]);
    let strings = "<sst><si><r><t>Сен</t></r><r><t>тябрь</t></r><rPh><t>x</t></rPh></si></sst>";
    parts = add(&parts, "xl/sharedStrings.xml", strings);
    assert_eq!(
        show(&read::read("", &parts).unwrap())[1..3],
        ["| а | б | в", "| Сентябрь | раз ¶ два | "]
    );
}

/// The package with one more part.
fn add(package: &[u8], name: &str, text: &str) -> Vec<u8> {
    use std::io::{Cursor, Write};
    let archive = zip::ZipArchive::new(Cursor::new(package)).expect("a package is copied");
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.merge_archive(archive).expect("a package is copied");
    zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("a package is copied");
    zip.write_all(text.as_bytes()).expect("a package is copied");
    zip.finish().expect("a package is copied").into_inner()
}

fn open(kind: &str, styles: &str, body: &str) -> Vec<String> {
    let content = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"b\" \
         xmlns:style=\"s\" xmlns:fo=\"f\" xmlns:draw=\"d\"><office:automatic-styles>{styles}\
         </office:automatic-styles><office:body><office:{kind}>{body}</office:{kind}></office:body>\
         </office:document-content>"
    );
    show(
        &read::read("", &fixture::package(&[("content.xml", content.as_bytes())]))
            .expect("a document is read"),
    )
}

#[test]
fn an_open_document_text_keeps_lists_breaks_boxes_and_bold() {
    let styles = "<style:style style:name=\"P1\"><style:paragraph-properties fo:text-align=\"center\"/>\
        <style:text-properties fo:font-weight=\"bold\"/></style:style>\
        <text:list-style style:name=\"L\"><text:list-level-style-number text:level=\"1\" \
        style:num-format=\"1\" style:num-suffix=\".\"/><text:list-level-style-number \
        text:level=\"2\" style:num-format=\"1\" style:num-suffix=\")\" text:display-levels=\"2\"/>\
        </text:list-style>";
    let body = "<text:p text:style-name=\"P1\">План<text:s text:c=\"2\"/>работы</text:p>\
        <text:p>май<text:line-break/>2025<text:note><text:p>сноска</text:p></text:note></text:p>\
        <text:p><draw:frame><draw:text-box><text:p>УТВЕРЖДАЮ</text:p></draw:text-box></draw:frame></text:p>\
        <text:list text:style-name=\"L\"><text:list-item><text:p>раз</text:p><text:list>\
        <text:list-item><text:p>внутри</text:p></text:list-item></text:list></text:list-item>\
        <text:list-item><text:p>два</text:p><text:p>ещё</text:p></text:list-item></text:list>\
        <text:p>между</text:p>\
        <text:list text:style-name=\"L\" text:continue-numbering=\"true\"><text:list-item>\
        <text:p>три</text:p></text:list-item></text:list>\
        <text:list text:style-name=\"L\"><text:list-item><text:p>заново</text:p></text:list-item></text:list>";
    assert_eq!(
        open("text", styles, body),
        [
            "¶ *~План  работы",
            "¶ май⏎2025",
            "¶ УТВЕРЖДАЮ",
            "¶ [1.] раз",
            "¶ [>1.1)] внутри",
            "¶ [2.] два",
            "¶ ещё",
            "¶ между",
            "¶ [3.] три",
            "¶ [1.] заново",
        ]
    );
}

#[test]
fn an_open_document_table_repeats_rows_and_covers_cells() {
    let cell = |more: &str, text: &str| {
        format!("<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>")
    };
    let body = format!(
        "<table:table table:name=\"План\"><table:table-header-rows><table:table-row>{}{}{}</table:table-row></table:table-header-rows>\
         <table:table-row>{}<table:covered-table-cell/>{}</table:table-row>\
         <table:table-row><table:covered-table-cell table:number-columns-repeated=\"2\"/>{}</table:table-row>\
         <table:table-row table:number-rows-repeated=\"2\">{}{}</table:table-row>\
         <table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row></table:table>",
        cell("", "№"),
        cell("", "Дело"),
        cell("", "Срок"),
        cell("table:number-columns-spanned=\"2\" table:number-rows-spanned=\"2\"", "а"),
        cell("office:value-type=\"date\" office:date-value=\"2025-09-01\"", "01.09.25"),
        cell("office:value-type=\"date\" office:date-value=\"2025-09-01\"", "сентябрь 2025"),
        cell("table:number-columns-repeated=\"2\"", "б"),
        cell("office:value-type=\"percentage\" office:value=\"0.7\"", "70 %"),
    );
    let rows = [
        "| →2 ↓2 а | 01.09.2025 =2025-09-01",
        "| →2 ^ | сентябрь 2025",
        "| б | б | 70 % =0.7%",
        "| б | б | 70 % =0.7%",
        "—",
    ];
    assert_eq!(open("spreadsheet", "", &body)[2..], rows);
    assert_eq!(open("text", "", &body)[0], "‖ № | Дело | Срок");
    assert_eq!(open("text", "", &body)[1..], rows);
}

#[test]
fn a_hidden_sheet_of_open_document_is_passed_over() {
    let styles = "<style:style style:name=\"ta2\"><style:table-properties table:display=\"false\"/></style:style>";
    let table = |style: &str| {
        format!(
            "<table:table table:name=\"Л\" table:style-name=\"{style}\"><table:table-row><table:table-cell>\
                 <text:p>а</text:p></table:table-cell><table:table-cell><text:p>б</text:p></table:table-cell>\
                 </table:table-row></table:table>"
        )
    };
    let shown = open("spreadsheet", styles, &(table("ta1") + &table("ta2")));
    assert_eq!(shown, ["¶ @Л", "| а | б", "—"]);
}

#[test]
fn separated_values_are_read_whatever_the_separator_and_the_code_page() {
    let text = "План работы;;\n№;Дело;Срок\n1;\"Приказ; распоряжение\";май\n2;\"Педсовет\nи собрание\";июнь\n";
    let expected = [
        "¶ План работы",
        "| № | Дело | Срок",
        "| 1 | Приказ; распоряжение | май",
        "| 2 | Педсовет ¶ и собрание | июнь",
        "—",
    ];
    assert_eq!(show(&read::read("план.csv", text.as_bytes()).unwrap()), expected);
    assert_eq!(show(&read::read("план.txt", text.as_bytes()).unwrap()), expected);
    let (old, _, _) = encoding_rs::WINDOWS_1251.encode(text);
    assert_eq!(show(&read::read("план.csv", &old).unwrap()), expected);
    let told = format!("sep=|\n{}", text.replace(';', "|"));
    assert_eq!(show(&read::read("план.csv", told.as_bytes()).unwrap())[1], "| № | Дело | Срок");
}

#[test]
fn an_empty_line_of_separated_values_parts_the_table_from_the_text_below() {
    for end in ["\n", "\r\n"] {
        let lines = ["№;Дело;Срок", "1;приказ;май", "", "2;журнал;июнь", "", "Охват не менее 70 %"];
        let source = read::read("а.csv", (lines.join(end) + end).as_bytes()).unwrap();
        assert_eq!(
            show(&source),
            [
                "| № | Дело | Срок",
                "| 1 | приказ | май",
                "|  |  | ",
                "| 2 | журнал | июнь",
                "—",
                "¶ Охват не менее 70 %",
            ],
            "{end:?}"
        );
    }
}
