//! What is read of Word files, case by case.

mod support;

use documents::{fixture, read};
use roadmap::source::Notice;
use support::show;

fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn tc(properties: &str, content: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>")
}

fn tr(cells: &[String]) -> String {
    format!("<w:tr>{}</w:tr>", cells.concat())
}

fn body(xml: &str) -> Vec<String> {
    show(&read::read("а.docx", &fixture::docx_of(xml, &[])).expect("a document is read"))
}

#[test]
fn the_text_of_a_paragraph_is_what_is_printed() {
    for (xml, expected) in [
        ("<w:r><w:t>Сен</w:t></w:r><w:r><w:t>тябрь</w:t></w:r>", "¶ Сентябрь"),
        ("<w:r><w:t>май</w:t><w:br/><w:t>2025</w:t></w:r>", "¶ май⏎2025"),
        ("<w:r><w:t>а</w:t><w:tab/><w:t>б</w:t></w:r>", "¶ а б"),
        ("<w:r><w:t>настав</w:t><w:softHyphen/><w:t>ник</w:t></w:r>", "¶ наставник"),
        ("<w:r><w:t>социально</w:t><w:noBreakHyphen/><w:t>новый</w:t></w:r>", "¶ социально-новый"),
        ("<w:r><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/><w:t>55</w:t></w:r>", "¶ ≥55"),
        ("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/><w:t> да</w:t></w:r>", "¶ ☐ да"),
        ("<w:r><w:t>а</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>скрыто</w:t></w:r>", "¶ а"),
        (
            "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>3</w:t></w:r>",
            "¶ 3",
        ),
        ("<w:fldSimple w:instr=\"DATE\"><w:r><w:t>май</w:t></w:r></w:fldSimple>", "¶ май"),
        ("<w:hyperlink r:id=\"rId9\"><w:r><w:t>сайт</w:t></w:r></w:hyperlink>", "¶ сайт"),
        ("<w:r><w:t>а</w:t></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r>", "¶ а"),
        (
            "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent><w:r><w:t>поле</w:t></w:r></w:sdtContent></w:sdt>",
            "¶ поле",
        ),
        ("<w:r><w:rPr><w:b/></w:rPr><w:t>Этап</w:t></w:r><w:r><w:t> </w:t></w:r>", "¶ *Этап"),
        ("<w:r><w:rPr><w:b/></w:rPr><w:t>Этап</w:t></w:r><w:r><w:t> 1</w:t></w:r>", "¶ Этап 1"),
        ("<w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:t>План</w:t></w:r>", "¶ ~План"),
        (
            "<w:r><w:t>&lt;Школа&gt; &amp; &#1076;&#x43E;&#x43C; &nope;</w:t></w:r>",
            "¶ <Школа> & дом",
        ),
    ] {
        assert_eq!(body(&format!("<w:p>{xml}</w:p>")), [expected], "{xml}");
    }
}

#[test]
fn tracked_changes_are_read_as_accepted_and_told() {
    let xml = "<w:p><w:del><w:r><w:delText>2024</w:delText></w:r></w:del>\
               <w:ins><w:r><w:t>2025</w:t></w:r></w:ins></w:p>";
    let source = read::read("а.docx", &fixture::docx_of(xml, &[])).unwrap();
    assert_eq!(show(&source), ["¶ 2025"]);
    assert_eq!(source.notices, [Notice::TrackedChanges]);
}

#[test]
fn a_text_box_is_read_once_whichever_programs_it_is_written_for() {
    let boxed = |text: &str| format!("<w:txbxContent>{}</w:txbxContent>", p(text));
    let xml = format!(
        "<w:p><w:r><w:t>До</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">\
         <w:drawing><wps:txbx>{}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>\
         <v:textbox>{}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>{}",
        boxed("УТВЕРЖДАЮ"),
        boxed("УТВЕРЖДАЮ"),
        p("После")
    );
    assert_eq!(body(&xml), ["¶ До", "¶ УТВЕРЖДАЮ", "¶ После"]);
}

#[test]
fn merged_cells_keep_their_places_in_the_grid() {
    let xml = format!(
        "<w:tbl>{}{}{}</w:tbl>",
        tr(&[tc("", &p("а")), tc("<w:gridSpan w:val=\"2\"/>", &p("б в"))]),
        tr(&[tc("<w:vMerge w:val=\"restart\"/>", &p("г")), tc("", &p("д")), tc("", &p("е"))]),
        tr(&[tc("<w:vMerge/>", &p("не видно")), tc("", ""), tc("", &p("ё"))]),
    );
    assert_eq!(body(&xml), ["| а | →2 б в", "| ↓2 г | д | е", "| ^ |  | ё", "—"]);
}

#[test]
fn skipped_columns_headers_and_deleted_rows_are_understood() {
    let xml = format!(
        "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>{}{}</w:tr>\
         <w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>{}</w:tr>\
         <w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>{}</w:tr></w:tbl>",
        tc("", &p("№")),
        tc("", &p("Дело")),
        tc("", &p("только дело")),
        tc("", &p("вычеркнуто"))
    );
    let source = read::read("", &fixture::docx_of(&xml, &[])).unwrap();
    assert_eq!(show(&source), ["‖ № | Дело", "| только дело", "—"]);
    let roadmap::source::Block::Table(table) = &source.blocks[0] else { panic!("no table") };
    assert_eq!(table.rows[1].cells[0].column, 1);
}

#[test]
fn a_table_in_a_cell_gives_its_text_and_a_frame_around_a_table_is_taken_off() {
    let inner = format!(
        "<w:tbl>{}{}</w:tbl>",
        tr(&[tc("", &p("1")), tc("", &p("раз"))]),
        tr(&[tc("", &p("2")), tc("", &p("два"))])
    );
    let nested =
        format!("<w:tbl>{}</w:tbl>", tr(&[tc("", &p("а")), tc("", &(p("б") + &inner + "<w:p/>"))]));
    assert_eq!(body(&nested), ["| а | б ¶ 1 ¶ раз ¶ 2 ¶ два", "—"]);
    let framed = format!("<w:tbl>{}</w:tbl>", tr(&[tc("", &(p("План") + &inner + "<w:p/>"))]));
    assert_eq!(body(&framed), ["¶ План", "| 1 | раз", "| 2 | два", "—"]);
}

#[test]
fn tables_divided_by_a_paragraph_stay_two() {
    let table = |text: &str| format!("<w:tbl>{}</w:tbl>", tr(&[tc("", &p(text)), tc("", &p("б"))]));
    assert_eq!(
        body(&format!("{}{}{}", table("а"), p("между"), table("в"))),
        ["| а | б", "—", "¶ между", "| в | б", "—"]
    );
}

const NUMBERING: &str = "<w:numbering xmlns:w=\"w\">\
  <w:abstractNum w:abstractNumId=\"0\">\
    <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>\
    <w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.%2.\"/></w:lvl>\
    <w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"russianLower\"/><w:lvlText w:val=\"%3)\"/></w:lvl>\
  </w:abstractNum>\
  <w:abstractNum w:abstractNumId=\"1\">\
    <w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"&#xF0B7;\"/></w:lvl>\
    <w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"–\"/></w:lvl>\
  </w:abstractNum>\
  <w:abstractNum w:abstractNumId=\"2\">\
    <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"upperRoman\"/><w:pStyle w:val=\"Stage\"/><w:lvlText w:val=\"Этап %1.\"/></w:lvl>\
  </w:abstractNum>\
  <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>\
  <w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>\
  <w:num w:numId=\"3\"><w:abstractNumId w:val=\"2\"/></w:num>\
  <w:num w:numId=\"4\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>\
  </w:numbering>";

const STYLES: &str = "<w:styles xmlns:w=\"w\">\
  <w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"heading 2\"/><w:rPr><w:b/></w:rPr></w:style>\
  <w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:basedOn w:val=\"H\"/></w:style>\
  <w:style w:type=\"paragraph\" w:styleId=\"Stage\"><w:name w:val=\"Этап\"/><w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:style>\
  </w:styles>";

fn listed(items: &[(u8, u8, &str)]) -> String {
    let item = |(list, level, text): &(u8, u8, &str)| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>\
             </w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    items.iter().map(item).collect()
}

fn with_lists(xml: &str) -> Vec<String> {
    let parts = [("word/numbering.xml", NUMBERING), ("word/styles.xml", STYLES)];
    show(&read::read("а.docx", &fixture::docx_of(xml, &parts)).expect("a document is read"))
}

#[test]
fn automatic_numbers_are_counted_as_word_counts_them() {
    let xml = listed(&[
        (1, 0, "а"),
        (1, 1, "б"),
        (1, 1, "в"),
        (1, 2, "г"),
        (1, 0, "д"),
        (1, 1, "е"),
        (2, 0, "ж"),
        (2, 1, "з"),
        (1, 0, "и"),
        (4, 0, "заново"),
        (4, 1, "к"),
        (0, 0, "без номера"),
    ]);
    assert_eq!(
        with_lists(&xml),
        [
            "¶ [1.] а",
            "¶ [>1.1.] б",
            "¶ [>1.2.] в",
            "¶ [>>а)] г",
            "¶ [2.] д",
            "¶ [>2.1.] е",
            "¶ [•] ж",
            "¶ [>–] з",
            "¶ [3.] и",
            "¶ [1.] заново",
            "¶ [>1.1.] к",
            "¶ без номера",
        ]
    );
}

#[test]
fn a_number_column_may_hold_nothing_but_automatic_numbers() {
    let number = || listed(&[(1, 0, "")]);
    let rows: String =
        ["а", "б"].iter().map(|it| tr(&[tc("", &number()), tc("", &p(it))])).collect();
    let xml = format!("<w:tbl>{rows}</w:tbl>");
    assert_eq!(with_lists(&xml), ["| [1.]  | а", "| [2.]  | б", "—"]);
}

#[test]
fn numbers_hidden_in_merged_cells_do_not_count() {
    let cell = |merge: &str| tc(merge, &listed(&[(1, 0, "")]));
    let xml = format!(
        "<w:tbl>{}{}{}</w:tbl>",
        tr(&[cell("<w:vMerge w:val=\"restart\"/>"), tc("", &p("а"))]),
        tr(&[cell("<w:vMerge/>"), tc("", &p("б"))]),
        tr(&[cell(""), tc("", &p("в"))])
    );
    assert_eq!(with_lists(&xml), ["| ↓2 [1.]  | а", "| ^ | б", "| [2.]  | в", "—"]);
}

#[test]
fn styles_give_headings_bold_and_numbers() {
    let styled = |style: &str, text: &str| {
        format!(
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    let xml = styled("H1", "План") + &styled("Stage", "Подготовка") + &styled("Stage", "Отбор");
    assert_eq!(with_lists(&xml), ["¶ #2 *План", "¶ [Этап I.] Подготовка", "¶ [Этап II.] Отбор"]);
}

#[test]
fn a_picture_beside_text_is_noticed() {
    let xml = format!(
        "{}<w:p><w:r><w:drawing><a:blip r:embed=\"rId5\"/></w:drawing></w:r></w:p>",
        p("План")
    );
    let source = read::read("", &fixture::docx_of(&xml, &[])).unwrap();
    assert_eq!(source.notices, [Notice::Pictures(1)]);
}
