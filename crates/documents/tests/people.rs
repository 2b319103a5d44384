//! Lists of people in every format, hostile ones, and what holds for any list at all.
//!
//! Deliberately absent: shapes of real lists, which are the examples (`estafeta`'s own tests).

#[path = "support/monsters.rs"]
mod monsters;

use documents::fixture;
use documents::people::{self, ListNotRead, MAX_LIST_BYTES, MAX_LIST_ROWS, Mapping, PeopleList};
use documents::read::{Language, NotRead};
use jiff::civil::{Date, date};
use mentoring::person::listed::{ListField, ListObstacle};
use proptest::prelude::*;
use roadmap::source::Source;

const TODAY: Date = date(2026, 9, 1);

fn read(name: &str, bytes: &[u8]) -> Result<PeopleList, ListNotRead> {
    people::read(name, bytes, &Mapping::default(), TODAY)
}

fn sample() -> Source {
    let rows: [&[&str]; 6] = [
        &["№", "ФИО", "Класс", "Дата рождения", "Телефон"],
        &["1", "Белов Артём Олегович", "7-а", "04.05.2013", "8 900 000-00-01"],
        &["2", "ГУСЕВА ЗЛАТА", "^", "15.09.13", ""],
        &["3", "Дроздов Мирон", "8Б", "31.02.2013", ""],
        &["4", "Белов Артем Олегович", "", "2013-05-04", "89000000001"],
        &["Итого", "4", "", "", ""],
    ];
    fixture::source(vec![fixture::paragraph("Список обучающихся"), fixture::table(&rows)])
}

#[test]
fn one_list_is_the_same_people_in_every_format() {
    let source = sample();
    let workbook = read("а.xlsx", &fixture::xlsx(&source)).unwrap();
    assert_eq!(workbook.people.len(), 3);
    assert_eq!(workbook.refused.len(), 1);
    assert_eq!(workbook.duplicates.len(), 1);
    assert_eq!(workbook.people[1].class, "7А");
    let open = read("а.ods", &fixture::ods(&source)).unwrap();
    assert_eq!((&open.people, &open.refused), (&workbook.people, &workbook.refused));
    // Merged cells are empty in a text: the class of the second is not known there.
    let mut expected = workbook.people.clone();
    expected[1].class.clear();
    for (name, bytes) in [
        ("а.csv", fixture::csv(&source, ';')),
        ("а.csv", fixture::csv(&source, ',')),
        ("а.txt", fixture::csv(&source, '\t')),
    ] {
        assert_eq!(read(name, &bytes).unwrap().people, expected, "{name}");
    }
}

#[test]
fn a_column_given_by_hand_means_what_was_said() {
    let text = "Кто;Где;Когда\nБелов Артём;7А;04.05.2013\n";
    assert_eq!(read("а.csv", text.as_bytes()), Err(ListNotRead::NoPeople));
    let mut mapping = Mapping::default();
    mapping.set("кто", ListField::FullName);
    mapping.set("ГДЕ:", ListField::Class);
    mapping.set("Когда", ListField::Ignored);
    let list = people::read("а.csv", text.as_bytes(), &mapping, TODAY).unwrap();
    assert_eq!((list.people[0].class.as_str(), list.people[0].birth_date), ("7А", None));
}

#[test]
fn a_list_without_a_header_is_told_by_what_stands_in_it() {
    let text = "Верова Анна Ильинична;12.03.1985;учитель\nСомов Пётр Львович;;учитель химии\n";
    let list = read("а.csv", text.as_bytes()).unwrap();
    let jobs: Vec<&str> = list.people.iter().map(|it| it.position.as_str()).collect();
    assert_eq!(jobs, ["учитель", "учитель химии"]);
    assert_eq!(list.columns[0].header, "A");
    assert!(read("а.csv", b"a;b\nc;d\n").is_err());
}

#[test]
fn papers_of_identity_never_leave_their_columns() {
    let text = "ФИО;СНИЛС;Паспорт;Полис ОМС\nБелов Артём;000-000-000 11;0000 000022;00330033\n";
    let list = read("а.csv", text.as_bytes()).unwrap();
    let whole = format!("{list:?}");
    for number in ["000-000-000 11", "000022", "00330033"] {
        assert!(!whole.contains(number), "{number}");
    }
    assert_eq!(list.columns.iter().filter(|it| it.field == ListField::NotRead).count(), 3);
}

#[test]
fn dates_of_excel_are_days_whatever_their_format() {
    let sheet = "<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>ФИО</v></c><c r=\"B1\" t=\"str\">\
        <v>Дата рождения</v></c></row><row r=\"7\"><c r=\"A7\" t=\"str\"><v>Белов Артём</v></c>\
        <c r=\"B7\" s=\"1\"><v>41398</v></c></row><row r=\"9\"><c r=\"A9\" t=\"str\"><v>Гусева Злата\
        </v></c><c r=\"B9\"><v>41398</v></c></row></sheetData>";
    let list = read("а.xlsx", &fixture::xlsx_of(&[("Л", "", sheet)])).unwrap();
    let days: Vec<_> = list.people.iter().map(|it| (it.place.row, it.birth_date)).collect();
    let day = Some(date(2013, 5, 4));
    assert_eq!(days, [(7, day), (9, day)]);
}

#[test]
fn a_hidden_sheet_is_not_read() {
    let shown = fixture::worksheet(&sample());
    let bytes = fixture::xlsx_of(&[("Старые", " state=\"hidden\"", &shown), ("7А", "", &shown)]);
    let list = read("а.xlsx", &bytes).unwrap();
    assert_eq!((list.sheets.as_slice(), list.people.len()), (&["7А".to_owned()][..], 3));
}

#[test]
fn what_is_no_list_says_why_in_both_languages() {
    let docx = fixture::docx(&sample());
    for (name, bytes, expected) in [
        ("а.docx", docx, ListNotRead::NotASheet),
        ("а.odt", fixture::odt(&sample()), ListNotRead::NotASheet),
        ("а.csv", b"1;2\n3;4\n".to_vec(), ListNotRead::NoPeople),
        ("а.csv", Vec::new(), ListNotRead::File(NotRead::Empty)),
        (
            "а.csv",
            vec![b'x'; MAX_LIST_BYTES + 1],
            ListNotRead::File(NotRead::TooLarge {
                bytes: MAX_LIST_BYTES + 1,
                limit: MAX_LIST_BYTES,
            }),
        ),
    ] {
        let reason = read(name, &bytes).expect_err(name);
        assert_eq!(reason, expected, "{name}");
        let russian = people::words::not_read(&reason, Language::Russian);
        assert!(russian.ends_with('.') && 1 < russian.matches(['.', ':']).count(), "{russian}");
        assert!(!people::words::not_read(&reason, Language::English).is_empty());
    }
}

#[test]
fn what_is_said_of_a_list_speaks_of_spreadsheets_and_not_of_documents() {
    let mut broken = fixture::xlsx(&sample());
    broken.truncate(broken.len() / 2);
    for (name, bytes) in [
        ("а.xlsx", broken),
        ("а.exe", b"MZ\x90\x00\x03\x00\x00\x00".to_vec()),
        ("а.pdf", b"%PDF-1.7 1 0 obj".to_vec()),
        ("а.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec()),
        ("а.png", b"\x89PNG\r\n\x1a\n".to_vec()),
    ] {
        let reason = read(name, &bytes).expect_err(name);
        let russian = people::words::not_read(&reason, Language::Russian);
        assert!(!russian.contains("Word") && !russian.contains(".docx"), "{name}: {russian}");
        assert!(russian.contains("xlsx"), "{name}: {russian}");
    }
}

#[test]
fn no_row_and_no_sheet_vanishes_uncounted() {
    let text = "Л;ФИО;Должность\n1;Верова Анна Ильинична;учитель\n2;Вакансия;учитель физики\n\
        3;;\n;Итого: 2;\n;Директор;Ветров А. Н.\n";
    let list = read("а.csv", text.as_bytes()).unwrap();
    let passed: Vec<_> = list.passed.iter().map(|it| (it.place.row, it.text.as_str())).collect();
    let expected =
        [(3, "2 Вакансия учитель физики"), (5, "Итого: 2"), (6, "Директор Ветров А. Н.")];
    assert_eq!((list.people.len(), passed.as_slice()), (1, &expected[..]));
    let people = fixture::worksheet(&sample());
    let words =
        "<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>Памятка</v></c></row></sheetData>";
    let empty = "<sheetData></sheetData>";
    let sheets = [("7А", "", people.as_str()), ("Памятка", "", words), ("Лист3", "", empty)];
    let list = read("а.xlsx", &fixture::xlsx_of(&sheets)).unwrap();
    assert_eq!(list.passed_sheets, ["Памятка"]);
}

#[test]
fn half_a_list_is_worse_than_none() {
    let rows = "Белов Артём;7А\n".repeat(MAX_LIST_ROWS);
    let reason = read("а.csv", format!("ФИО;Класс\n{rows}").as_bytes());
    assert!(matches!(reason, Err(ListNotRead::File(NotRead::UnpacksTooLarge { .. }))));
}

#[test]
fn monsters_are_read_or_refused_and_never_believed() {
    // One is refused only after four million cells: too slow for a test that is not optimised, it is
    // measured by the example `people`.
    let quick = |it: &monsters::Monster| it.title != "ods: everything repeated";
    for it in monsters::all(64 * 1024).into_iter().filter(quick) {
        if let Ok(list) = read(it.name, &it.bytes) {
            assert!(list.people.is_empty(), "{}", it.title);
        }
    }
    let header = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>ФИО</v></c></row>";
    let corner = "<row r=\"4294967295\"><c r=\"XFD4294967295\" t=\"str\"><v>а</v></c></row>";
    let merges =
        "<mergeCell ref=\"A1:XFD1048576\"/><mergeCell ref=\"B2:A1\"/><mergeCell ref=\"A0:B0\"/>";
    for sheet in [
        format!("<sheetData>{header}{corner}</sheetData><mergeCells>{merges}</mergeCells>"),
        format!("<sheetData>{header}{}</sheetData>", "<row r=\"2\"/>".repeat(10_000)),
        format!("<sheetData>{}</sheetData>", header.repeat(1000)),
        "<sheetData><row><c><v>1</v></c><c t=\"s\"><v>99999</v></c></row>".to_owned(),
        format!(
            "<sheetData><row><c t=\"str\"><v>{}</v></c></row></sheetData>",
            "ФИО ".repeat(300_000)
        ),
    ] {
        let read = read("а.xlsx", &fixture::xlsx_of(&[("Л", "", &sheet)]));
        assert!(read.is_err() || read.is_ok_and(|it| it.people.is_empty()));
    }
}

fn cell() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "ФИО",
        "Фамилия",
        "Имя",
        "Класс",
        "Дата рождения",
        "Должность",
        "Телефон",
        "Мать",
        "СНИЛС",
        "Белов Артём Олегович",
        "ГУСЕВА",
        "7а",
        "31.02.2013",
        "04.05.13",
        "Итого",
        "7А класс",
        "",
        "",
        "учитель",
        "8 900 000-00-01",
        "12 лет",
        "a@b.example",
        "№",
        "1",
        "2",
        "=1+1",
    ]);
    prop_oneof![4 => known.prop_map(str::to_owned), 1 => "[^;\"\\r\\n]{0,12}"]
}

proptest! {
    #[test]
    fn any_table_gives_people_with_names_in_rows_that_exist(
        rows in prop::collection::vec(prop::collection::vec(cell(), 1..6), 1..14),
    ) {
        let lines: Vec<String> = rows.iter().map(|it| it.join(";")).collect();
        if let Ok(list) = read("а.csv", lines.join("\n").as_bytes()) {
            let mut before = 0;
            for it in &list.people {
                prop_assert!(before < it.place.row && it.place.row as usize <= rows.len());
                before = it.place.row;
                prop_assert!(!it.name.surname.is_empty() && !it.name.first.is_empty());
                prop_assert!(it.birth_date.is_none_or(|day| day <= TODAY));
            }
            for it in &list.refused {
                let taken = list.people.iter().any(|person| person.place == it.place);
                prop_assert!(!taken);
                prop_assert!(!people::words::obstacle(&it.obstacle, Language::Russian).is_empty());
            }
            let hard = |it: &&people::WrongCell| matches!(it.obstacle, ListObstacle::NoSuchDay { .. });
            prop_assert!(!list.left_out.iter().any(|it| hard(&it)));
        }
    }
}
