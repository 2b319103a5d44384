//! What is written reads back; pages are pages; the same paper gives the same bytes.

use documents::read;
use documents::write::{
    self, Approval, Line, Paper, Place, RoadmapPaper, Slip, roadmap_paper, slips_pdf,
};
use jiff::civil::date;
use proptest::prelude::*;
use roadmap::plan::{
    ApprovingOrder, Column, Item, Plan, PlanDeadline, PlanPeriod, PlanRow, Responsible, Text,
};
use roadmap::source::{Block, Cell, Paragraph, Source, Table};

fn row(path: &[&str], number: Option<&str>, text: &str, deadline: &str) -> PlanRow {
    PlanRow {
        path: path.iter().map(|it| (*it).to_owned()).collect(),
        number: number.map(str::to_owned),
        text: text.to_owned(),
        items: vec![Item { text: text.to_owned(), ..Item::default() }],
        deadline: PlanDeadline { text: deadline.to_owned(), ..PlanDeadline::default() },
        responsible: vec![Responsible {
            text: "Куратор".to_owned(), ..Responsible::default()
        }],
        ..PlanRow::default()
    }
}

/// A plan with stages in columns of their own.
fn staged() -> Plan {
    let result = |text: &str| Some(Text { text: text.to_owned() });
    let mut rows = vec![
        row(
            &["Подготовка", "Изучение"],
            Some("1"),
            "Изучить распоряжение\nОзнакомить педагогов",
            "Сентябрь 2025",
        ),
        row(&["Подготовка", "Изучение"], Some("1"), "Издать приказ", "до 10 сентября 2025"),
        row(&["Подготовка", "Выбор форм"], Some("1"), "Провести совещание", "Октябрь 2025"),
        row(&["Завершение", "Итоги"], Some("2"), "Провести встречу", "Май 2026"),
    ];
    rows[1].result = result("Приказ о назначении куратора");
    rows[3].nobody = true;
    rows[3].responsible.clear();
    Plan {
        title: "реализации целевой модели наставничества".to_owned(),
        organisation: Some("МБОУ «Школа № 5» г. Заречный".to_owned()),
        order: Some(ApprovingOrder {
            number: Some("71-б".to_owned()),
            date: Some("2025-09-01".to_owned()),
        }),
        period: Some(PlanPeriod { from: "2025-09".to_owned(), to: "2026-08".to_owned() }),
        columns: vec![
            Column::Number,
            Column::Stage,
            Column::SubStage,
            Column::Activity,
            Column::Deadline,
            Column::Responsible,
        ],
        rows,
        ..Plan::default()
    }
}

/// A plan with sections across the table and numbers below them.
fn sectioned() -> Plan {
    Plan {
        title: "по внедрению наставничества".to_owned(),
        columns: vec![Column::Number, Column::Activity, Column::Deadline, Column::Responsible],
        rows: vec![
            row(&["Нормы"], Some("1.1"), "Назначить ответственных", "Май 2025"),
            row(&["Нормы"], Some("1.2"), "Утвердить карты", "Сентябрь 2025"),
            row(&["Контроль", "Контроль хода"], Some("2.1.1"), "В школах", "Ежеквартально"),
        ],
        ..Plan::default()
    }
}

fn about() -> RoadmapPaper {
    RoadmapPaper { organisation: None, approval: None, day: date(2025, 9, 2) }
}

/// Texts of the rows, a cell that goes on shown as `^`.
fn texts(source: &Source) -> Vec<String> {
    let cell = |it: &Cell| match it.continued {
        true => "^".to_owned(),
        false => format!("{}{}", it.text().replace('\n', "/"), "→".repeat(it.column_span - 1)),
    };
    let mut lines = Vec::new();
    for block in &source.blocks {
        match block {
            Block::Paragraph(it) => lines.push(it.text.clone()),
            Block::Table(table) => lines.extend(
                table
                    .rows
                    .iter()
                    .map(|row| row.cells.iter().map(cell).collect::<Vec<_>>().join(" | ")),
            ),
        }
    }
    lines
}

#[test]
fn stages_are_merged_and_approval_period_and_people_are_told() {
    assert_eq!(
        texts(&roadmap_paper(&staged(), &about()).source()),
        [
            "МБОУ «Школа № 5» г. Заречный",
            "УТВЕРЖДЕНО",
            "приказом от 01.09.2025 № 71-б",
            "ПЛАН МЕРОПРИЯТИЙ (дорожная карта)",
            "реализации целевой модели наставничества на 2025-2026 учебный год",
            "№ п/п | Наименование этапа | Содержание подэтапа | Мероприятия | Сроки | Ответственные | Ожидаемый результат",
            "1 | Подготовка | Изучение | Изучить распоряжение/Ознакомить педагогов | Сентябрь 2025 | Куратор | ",
            "^ | ^ | ^ | Издать приказ | до 10 сентября 2025 | Куратор | Приказ о назначении куратора",
            "^ | ^ | Выбор форм | Провести совещание | Октябрь 2025 | Куратор | ",
            "2 | Завершение | Итоги | Провести встречу | Май 2026 | НЕ ПРИВЛЕКАЮТСЯ | ",
        ]
    );
}

#[test]
fn sections_stand_across_the_table_with_their_numbers() {
    let approval = Approval { number: Some("12".to_owned()), day: None };
    let about = RoadmapPaper { approval: Some(approval), ..about() };
    assert_eq!(
        texts(&roadmap_paper(&sectioned(), &about).source()),
        [
            "УТВЕРЖДЕНО",
            "приказом № 12",
            "ПЛАН МЕРОПРИЯТИЙ (дорожная карта)",
            "по внедрению наставничества",
            "№ п/п | Мероприятия | Сроки | Ответственные",
            "1. | Нормы→→",
            "1.1 | Назначить ответственных | Май 2025 | Куратор",
            "1.2 | Утвердить карты | Сентябрь 2025 | Куратор",
            "2. | Контроль→→",
            "2.1. | Контроль хода→→",
            "2.1.1 | В школах | Ежеквартально | Куратор",
        ]
    );
}

/// What differs between formats and does not change what a roadmap says.
fn plain(source: &Source) -> Source {
    let line = |it: &Paragraph| Paragraph { text: it.text.clone(), ..Paragraph::default() };
    let mut source = source.clone();
    source.blocks.retain(|it| !matches!(it, Block::Paragraph(it) if it.sheet_name));
    for block in &mut source.blocks {
        match block {
            Block::Paragraph(it) => *it = line(it),
            Block::Table(table) => {
                for row in &mut table.rows {
                    row.header = false;
                    for cell in &mut row.cells {
                        cell.paragraphs = cell.paragraphs.iter().map(line).collect();
                    }
                }
            }
        }
    }
    source
}

#[test]
fn a_written_roadmap_reads_back_to_the_same_table_and_text() {
    for plan in [staged(), sectioned(), Plan::default()] {
        let expected = roadmap_paper(&plan, &about()).source();
        let docx = write::roadmap_docx(&plan, &about()).unwrap();
        assert_eq!(read::read("а.docx", &docx), Ok(with_centred_heads(&expected)));
        if plan != Plan::default() {
            let xlsx = write::roadmap_xlsx(&plan, &about()).unwrap();
            assert_eq!(plain(&read::read("а.xlsx", &xlsx).unwrap()), plain(&expected));
        }
    }
}

/// The header of a written table is centred.
fn with_centred_heads(source: &Source) -> Source {
    let mut source = source.clone();
    for block in &mut source.blocks {
        if let Block::Table(table) = block {
            let heads = table.rows.iter_mut().filter(|it| it.header);
            let lines = heads.flat_map(|it| &mut it.cells).flat_map(|it| &mut it.paragraphs);
            lines.for_each(|it| it.centred = true);
        }
    }
    source
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    let plan = staged();
    assert_eq!(
        write::roadmap_docx(&plan, &about()).unwrap(),
        write::roadmap_docx(&plan, &about()).unwrap()
    );
    assert_eq!(
        write::roadmap_xlsx(&plan, &about()).unwrap(),
        write::roadmap_xlsx(&plan, &about()).unwrap()
    );
    assert_eq!(
        write::roadmap_pdf(&plan, &about()).unwrap(),
        write::roadmap_pdf(&plan, &about()).unwrap()
    );
}

fn holds(bytes: &[u8], what: &str) -> bool {
    bytes.windows(what.len()).any(|it| it == what.as_bytes())
}

#[test]
fn a_pdf_is_tagged_and_keeps_the_promise_of_an_archive() {
    let pdf = write::roadmap_pdf(&staged(), &about()).unwrap();
    assert!(pdf.starts_with(b"%PDF-"));
    for what in ["/StructTreeRoot", "pdfuaid:part", "pdfaid:part", "Tinos"] {
        assert!(holds(&pdf, what), "{what}");
    }
}

#[test]
fn texts_of_people_are_never_read_as_markup() {
    let wild = "#panic(\"нет\") *не жирно* $x$ @ссылка <метка> \\ ] // # ``` \u{0} 中 🙂";
    let mut plan = staged();
    plan.title = wild.to_owned();
    plan.rows[0].text = wild.to_owned();
    // Letters that the font lacks only lose the promise of an archive.
    let pdf = write::roadmap_pdf(&plan, &about()).unwrap();
    assert!(holds(&pdf, "/StructTreeRoot"));
    let docx = write::roadmap_docx(&plan, &about()).unwrap();
    assert!(texts(&read::read("", &docx).unwrap())[4].starts_with("#panic(\"нет\") *не жирно*"));
    let slip = Slip {
        title: wild.to_owned(),
        whom: wild.to_owned(),
        text: wild.to_owned(),
        link: wild.to_owned(),
    };
    assert!(slips_pdf(wild, &[slip], date(2025, 9, 2)).is_ok());
}

#[test]
fn lists_and_slips_are_set_page_by_page() {
    let rows: Vec<Vec<String>> = (1..120)
        .map(|it| vec![it.to_string(), format!("Верова Анна, {it}"), String::new()])
        .collect();
    let list = Paper::list(
        "Лист ознакомления",
        &["№", "Фамилия, имя", "Подпись"],
        &rows,
        date(2025, 9, 2),
    );
    let pdf = write::table_pdf(&list).unwrap();
    assert!(holds(&pdf, "/Count 4") || holds(&pdf, "/Count 3") || holds(&pdf, "/Count 5"));
    let slips: Vec<Slip> = (0..5)
        .map(|it| Slip {
            title: "Встреча".to_owned(),
            whom: format!("Наставнику {it}"),
            text: "Отметьте встречу по ссылке.".to_owned(),
            link: format!("https://school.example/m/{it}"),
        })
        .collect();
    assert!(holds(&slips_pdf("Листки", &slips, date(2025, 9, 2)).unwrap(), "/Count 2"));
    assert!(slips_pdf("Листки", &[], date(2025, 9, 2)).is_ok());
    let long = Slip { link: "x".repeat(5000), ..slips[0].clone() };
    assert!(matches!(
        slips_pdf("Листки", &[long], date(2025, 9, 2)),
        Err(write::NotWritten::LinkTooLong { bytes: 5000 })
    ));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_list_reads_back_the_same(
        texts in prop::collection::vec(
            prop::collection::vec("[а-яА-Я0-9«»<>&\"№%., -]{0,30}", 3), 1..8),
        above in "[а-яА-Я]{1,10}( [а-яА-Я<&>]{1,10}){0,4}",
    ) {
        let rows: Vec<Vec<String>> = texts
            .iter()
            .map(|row| row.iter().map(|it| format!("д{}", it.trim())).collect())
            .collect();
        let mut list = Paper::list("Список", &["Первый", "Второй", "Третий"], &rows, date(2025, 9, 2));
        list.above.push(Line::new(above, Place::Right));
        let expected = plain(&list.source());
        let docx = read::read("", &write::table_docx(&list).unwrap()).unwrap();
        prop_assert_eq!(plain(&docx), expected.clone());
        let xlsx = read::read("", &write::table_xlsx(&list).unwrap()).unwrap();
        prop_assert_eq!(plain(&xlsx), expected);
    }
}

#[test]
fn a_paper_without_a_table_is_only_its_lines() {
    let paper = Paper {
        title: "Записка".to_owned(),
        above: vec![Line::new("Первая\nвторая", Place::Left)],
        table: Table::default(),
        below: vec![Line::new("Третья", Place::Right)],
        day: date(2025, 9, 2),
    };
    let docx = read::read("", &write::table_docx(&paper).unwrap()).unwrap();
    assert_eq!(texts(&docx), ["Первая\nвторая", "Третья"]);
    assert!(write::table_pdf(&paper).is_ok());
}

#[test]
fn readers_of_others_find_the_same_words() {
    use calamine::{Reader, Xlsx};
    use std::io::Cursor;
    let plan = staged();
    let xlsx = write::roadmap_xlsx(&plan, &about()).unwrap();
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(xlsx)).unwrap();
    let sheet = workbook.worksheet_range_at(0).unwrap().unwrap();
    let said: Vec<String> = sheet.used_cells().map(|(_, _, it)| it.to_string()).collect();
    let merged = workbook.merge_cells_by_sheet_id(0).unwrap();
    // Five lines across the page; the number, the stage and the sub-stage over their rows.
    assert_eq!(merged.len(), 8);
    let docx = docx_rs::read_docx(&write::roadmap_docx(&plan, &about()).unwrap()).unwrap();
    let json = docx.json();
    for text in ["УТВЕРЖДЕНО", "Подготовка", "Издать приказ", "НЕ ПРИВЛЕКАЮТСЯ"]
    {
        assert!(said.iter().any(|it| it == text), "{text}");
        assert!(json.contains(text), "{text}");
    }
}
