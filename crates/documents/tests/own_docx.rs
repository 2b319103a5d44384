//! A school's own Word file with tags of docxtpl: torn tags, rows, conditions, headers, refusals.
//! Deliberately absent: texts of our own (`papers`).

use std::io::{Cursor, Read, Write};

use documents::papers::{self, NotRendered, OwnDocx, PaperKind};
use serde_json::{Value, json};

/// A Word file of these paragraphs and rows, with a header.
fn file(body: &str, header: &str) -> Vec<u8> {
    let kind = PaperKind::DataConsent;
    let paper =
        papers::render(kind, "x", &data()).expect("it is made").docx().expect("and written");
    let mut from = zip::ZipArchive::new(Cursor::new(paper)).expect("a zip");
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..from.len() {
        let mut part = from.by_index(at).expect("a part");
        let mut text = String::new();
        part.read_to_string(&mut text).expect("UTF-8");
        let name = part.name().expect("a name").into_owned();
        let text = match name.as_str() {
            "word/document.xml" => {
                let (head, rest) = text.split_once("<w:body>").expect("a body");
                let (_, end) = rest.split_once("<w:sectPr>").expect("a section");
                format!("{head}<w:body>{body}<w:sectPr>{end}")
            }
            "word/header1.xml" => text.replace("<w:p>", &format!("{}<w:p>", p(header))),
            _ => text,
        };
        zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part");
        zip.write_all(text.as_bytes()).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}

fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn row(cells: &[&str]) -> String {
    let cells: String = cells.iter().map(|it| format!("<w:tc>{}</w:tc>", p(it))).collect();
    format!("<w:tr>{cells}</w:tr>")
}

fn data() -> Value {
    let mut data: Value =
        serde_json::from_str(papers::example(PaperKind::DataConsent)).expect("samples are JSON");
    data["organisation"]["name"] = json!("МБОУ «Школа № 5»");
    data["person"] = json!({ "surname": "Соколов", "first": "Лев", "patronymic": "Ильич" });
    data["rows"] = json!([{ "n": 1, "what": "знакомство" }, { "n": 2, "what": "А & Б <в>" }]);
    data["lines"] = json!("первая\nвторая");
    data
}

/// The texts of a file after filling, part by part.
fn filled(body: &str, header: &str) -> Result<String, NotRendered> {
    let made = OwnDocx::read(&file(body, header))?.render(PaperKind::DataConsent, &data())?;
    docx_rs::read_docx(&made.docx).expect("docx-rs reads it");
    let mut zip = zip::ZipArchive::new(Cursor::new(made.docx)).expect("a zip");
    let mut text = String::new();
    for name in ["word/header1.xml", "word/document.xml"] {
        zip.by_name(name).expect("a part").read_to_string(&mut text).expect("UTF-8");
    }
    Ok(words(&text))
}

/// What stands in `w:t`, a bar between paragraphs.
fn words(xml: &str) -> String {
    let mut whole = String::new();
    for paragraph in xml.split("</w:p>") {
        let runs = paragraph.split("<w:t xml:space=\"preserve\">").skip(1);
        let texts: Vec<&str> = runs.filter_map(|it| it.split("</w:t>").next()).collect();
        if !texts.is_empty() {
            whole.push_str(&texts.join(if paragraph.contains("<w:br/>") { "/" } else { "" }));
            whole.push('|');
        }
    }
    whole
}

#[test]
fn tags_of_docxtpl_work_in_text_rows_conditions_and_headers() {
    let torn = "<w:p><w:r><w:t>Кому: {</w:t></w:r><w:proofErr/><w:r><w:rPr><w:b/></w:rPr><w:t>{ \
                person|d</w:t></w:r><w:r><w:t>at }}!</w:t></w:r></w:p>";
    let table = [
        row(&["№", "Что"]),
        row(&["{%tr for it in rows %}", ""]),
        row(&["{{ it.n }}", "{{ it.what }}"]),
        row(&["{%tr endfor %}", ""]),
    ];
    let table = format!("<w:tbl><w:tblGrid/>{}</w:tbl>", table.concat());
    let condition = [
        p("{%p if person.surname == “Соколов” %}"),
        p("свой"),
        p("{%p else %}"),
        p("чужой"),
        p("{%p endif %}"),
        p("{{ lines }} {{ absent|default(«нет»)|e }} {{ fill('дата', 4) }}"),
    ];
    let text =
        filled(&[torn.to_owned(), table, condition.concat()].concat(), "{{ organisation.name }}");
    let wanted = "МБОУ «Школа № 5»|2|Кому: Соколову Льву Ильичу!|№|Что|1|знакомство|2|А &amp; Б \
                  &lt;в&gt;|свой|первая/вторая нет ____|";
    assert_eq!(text.expect("it is made"), wanted);
}
#[test]
fn a_row_that_is_not_repeated_leaves_no_hollow_table() {
    let hollow =
        format!("<w:tbl><w:tblGrid/>{}</w:tbl>", row(&["{%tr if false %}{{ x }}{%tr endif %}"]));
    assert_eq!(filled(&[hollow, p("после")].concat(), "x").expect("it is made"), "x|2|после|");
    let cell = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{%p if false %}</w:t></w:r></w:p><w:p><w:r><w:t>{%p \
                endif %}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    assert_eq!(filled(cell, "x").expect("it is made"), "x|2|");
}

#[test]
fn what_is_wrong_with_a_file_is_said_in_a_sentence() {
    for (body, sentence) in [
        ("{{ absent }}", "шаблон: нет поля «absent»"),
        ("{{ person.absent|date }}", "шаблон: нет поля «person.absent»"),
        ("{% include 'x' %}", "шаблон: команды «include» в шаблонах нет"),
        ("{{ nosuch() }}", "шаблон: функции «nosuch» нет"),
    ] {
        assert_eq!(filled(&p(body), "x").expect_err(body).to_string(), sentence);
    }
    let torn = [p("{{ a"), p("}}")].concat();
    assert!(matches!(filled(&torn, "x"), Err(NotRendered::Syntax { line: 0, .. })));
    assert_eq!(OwnDocx::read(b"PK").expect_err("no file"), NotRendered::NotWord);
    let refused = OwnDocx::read(&file(&p("x"), "x")).expect("a file");
    let lacks = refused.render(PaperKind::DataConsent, &json!({})).expect_err("no data");
    assert!(matches!(lacks, NotRendered::Lacking(_)));
}

#[test]
fn a_file_names_the_data_it_asks_for_and_is_the_same_each_time() {
    let own = OwnDocx::read(&file(&p("{{ person|gen }} {{ organisation.name }}"), "{{ day }}"))
        .expect("a file");
    assert_eq!(own.asked_fields(), ["day", "organisation.name", "person"]);
    let own = OwnDocx::read(&file(&p("{{ fill('подпись') }}"), "x")).expect("a file");
    let once = own.fill(&data()).expect("it is made");
    assert_eq!(
        (once.to_fill.as_slice(), &once),
        (&["подпись".to_owned()][..], &own.fill(&data()).expect("again"))
    );
}

/// The words of the text part of a file, in order.
fn text_words(docx: &[u8]) -> Vec<String> {
    let mut zip = zip::ZipArchive::new(Cursor::new(docx)).expect("a zip");
    let mut text = String::new();
    zip.by_name("word/document.xml").expect("a part").read_to_string(&mut text).expect("UTF-8");
    let whole = words(&text).replace(['|', '/', '_'], " ");
    whole.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn the_file_to_start_from_is_filled_to_the_words_of_the_standard_text() {
    let mut wrong = Vec::new();
    for kind in PaperKind::ALL {
        let start = papers::start_docx(*kind).expect("it is written");
        let own = match OwnDocx::read(&start) {
            Ok(own) => own,
            Err(err) => {
                wrong.push(format!("{kind}: {err}"));
                continue;
            }
        };
        assert_eq!(own.unknown_fields(*kind), [], "{kind}");
        let sample: Value = serde_json::from_str(papers::example(*kind)).expect("JSON");
        let filled = match own.render(*kind, &sample) {
            Ok(filled) => filled,
            Err(err) => {
                wrong.push(format!("{kind}: {err}"));
                continue;
            }
        };
        let paper = papers::render(*kind, papers::text(*kind), &sample).expect("it is made");
        let standard = text_words(&paper.docx().expect("it is written"));
        let filled = text_words(&filled.docx);
        // A line to fill has its caption on our papers only; its blank day ends with «г.».
        let captions = format!("{} г.", paper.to_fill().join(" "));
        let is_caption = |word: &str| captions.contains(word.trim_matches(['(', ')']));
        let is_lost = |it: &&String| !filled.contains(it) && !is_caption(it);
        let lost: Vec<&String> = standard.iter().filter(is_lost).collect();
        if !lost.is_empty() {
            wrong.push(format!("{kind}: {lost:?}"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn unknown_fields_of_a_file_are_named_with_the_nearest_ones() {
    let own = OwnDocx::read(&file(
        &p("{{ organisaton.full_name }} {{ organisaton.full_name }}"),
        "{{ zzzzzzzz }}",
    ));
    let unknown = own.expect("it is read").unknown_fields(PaperKind::DataConsent);
    let told: Vec<_> = unknown.iter().map(|it| (it.name.as_str(), it.nearest.as_deref())).collect();
    assert_eq!(
        told,
        [("organisaton.full_name", Some("organisation.full_name")), ("zzzzzzzz", None)]
    );
}
