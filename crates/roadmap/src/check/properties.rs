//! What holds for every plan, whatever its cells say.

use proptest::prelude::*;

use super::*;
use crate::plan::{Column, Place, PlanDeadline, PlanPeriod, PlanRow, Responsible, Text};
use crate::render;
use crate::source::{Block, Cell, Paragraph, Row, Table};

/// Pieces that rules look for, glued together in any order.
fn words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("№ 145-р".to_owned()),
        Just("от 25.12.2019".to_owned()),
        Just("распоряжение Минпросвещения".to_owned()),
        Just("ст. 358.1 ТК РФ наставника".to_owned()),
        Just("«Об утверждении методологии (целевой модели)".to_owned()),
        Just("на 2021-2022 учебный год".to_owned()),
        Just("после завершения круглого".to_owned()),
        Just("1. Анализ. 3. Сбор".to_owned()),
        Just("не менее 55 %".to_owned()),
        Just("[ссылки".to_owned()),
        Just("20__".to_owned()),
        Just("МБОУ «Лицей № 7".to_owned()),
        Just("в детском саду".to_owned()),
        Just("согласие на участие и обработку персональных данных".to_owned()),
        Just("(указать".to_owned()),
        "\\PC{0,12}",
        "[а-яё №.,;:«»()0-9%_/–-]{0,20}",
    ];
    prop::collection::vec(piece, 0..6).prop_map(|it| it.join(" "))
}

fn row() -> impl Strategy<Value = PlanRow> {
    let normal = prop_oneof![
        Just("none"),
        Just("month:2021-12"),
        Just("range:2024-05..2023-10"),
        Just("list:month:2021-12;month:2024-05"),
        Just("range:..:"),
        Just("as-needed"),
    ];
    let days = prop::collection::vec(("\\PC{0,10}", Just("2023-10-31".to_owned())), 0..2);
    (words(), words(), words(), words(), words(), normal, days, 0_usize..5).prop_map(
        |(text, deadline, result, indicator, who, normal, occurrences, at)| PlanRow {
            place: Place { table: 1, row: at },
            path: vec![indicator.clone()],
            number: Some(format!("{at}.{at}")),
            text,
            deadline: PlanDeadline { text: deadline, normal: normal.to_owned(), occurrences },
            responsible: vec![Responsible { text: who, ..Responsible::default() }],
            result: Some(Text { text: result }),
            indicator_text: Some(Text { text: indicator }),
            ..PlanRow::default()
        },
    )
}

fn plan() -> impl Strategy<Value = (Plan, Source)> {
    (prop::collection::vec(row(), 0..4), words(), words()).prop_map(
        |(rows, organisation, above)| {
            let paragraph = Paragraph { text: above, ..Paragraph::default() };
            let cells = |row: &PlanRow| {
                let paragraphs = vec![Paragraph { text: row.text.clone(), ..Paragraph::default() }];
                vec![Cell { column_span: 2, row_span: 1, paragraphs, ..Cell::default() }]
            };
            let table = rows.iter().map(|it| Row { cells: cells(it), header: false }).collect();
            let blocks = vec![Block::Paragraph(paragraph), Block::Table(Table { rows: table })];
            let plan = Plan {
                title: organisation.clone(),
                organisation: Some(organisation),
                period: Some(PlanPeriod { from: "2023-09".into(), to: "2024-08".into() }),
                columns: vec![
                    Column::Number,
                    Column::Activity,
                    Column::Deadline,
                    Column::Responsible,
                    Column::Result,
                    Column::Indicator,
                ],
                rows,
                ..Plan::default()
            };
            (plan, Source { blocks, notices: Vec::new() })
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_plan_is_judged_and_shown_without_a_panic((plan, source) in plan()) {
        let found = diagnostics(&plan, &source, &Options::default());
        for it in &found {
            prop_assert!(!it.message.contains('{') || it.message.contains('«'), "{}", it.message);
            prop_assert!(!it.message.is_empty() && !it.help_en.is_empty());
        }
        for width in [0, 40, 100] {
            let terminal = render::Terminal { width, ..render::Terminal::default() };
            let text = render::text(&plan, &found, &source, &terminal);
            prop_assert_eq!(text.is_empty(), found.is_empty());
        }
    }

    #[test]
    fn diagnostics_do_not_depend_on_being_asked_twice((plan, source) in plan()) {
        let ask = || diagnostics(&plan, &source, &Options::default());
        prop_assert_eq!(ask(), ask());
    }
}
