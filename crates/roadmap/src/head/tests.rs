//! Heads of documents as people write them.

use super::*;

fn head(lines: &[&str]) -> Head {
    let paragraph =
        |it: &&str| Block::Paragraph(Paragraph { text: (*it).into(), ..Paragraph::default() });
    read(&Source { blocks: lines.iter().map(paragraph).collect(), notices: Vec::new() }, None)
}

fn period(lines: &[&str]) -> Option<(String, String)> {
    head(lines).period.map(|it| (it.from, it.to))
}

#[test]
fn the_approving_order_is_found_in_all_forms() {
    let table: &[(&[&str], &str, &str)] = &[
        (
            &[
                "Утверждено",
                "приказом директора",
                "от \"01\" сентября 2023г. №476",
                "ПЛАН МЕРОПРИЯТИЙ (дорожная карта)",
            ],
            "476",
            "2023-09-01",
        ),
        (
            &[
                "УТВЕРЖДАЮ",
                "Директор МБОУ СОШ № 9",
                "Приказ № 12/1-ОД от 30.08.2025",
                "Дорожная карта",
            ],
            "12/1-ОД",
            "2025-08-30",
        ),
        (
            &["Приложение 1 к приказу от 29 августа 2025 г. N 45-о", "Дорожная карта"],
            "45-о",
            "2025-08-29",
        ),
        (
            &[
                "ПРИКАЗ",
                "01.09.2022 г.",
                "с. Ивановка",
                "№ 71-б",
                "На основании приказа от 29.08.2022 г. № 100 «О наставничестве»",
                "Дорожная карта",
            ],
            "71-б",
            "2022-09-01",
        ),
    ];
    for (lines, number, date) in table {
        let order = head(lines).order.unwrap();
        assert_eq!(order.number.as_deref(), Some(*number), "{lines:?}");
        assert_eq!(order.date.as_deref(), Some(*date), "{lines:?}");
    }
    assert_eq!(head(&["На основании приказа от 29.08.2022 № 100", "Дорожная карта"]).order, None);
}

#[test]
fn the_period_is_read_from_the_title_in_all_forms() {
    let school = Some(("2025-09".to_owned(), "2026-08".to_owned()));
    for title in [
        "на 2025-2026 учебный год",
        "на 2025 – 2026 гг.",
        "на 2025/26 уч. г.",
        "на 2025/2026 учебный год",
        "на 2025 - 2026 год",
    ] {
        assert_eq!(period(&["Дорожная карта", title]), school, "{title}");
    }
    assert_eq!(
        period(&["План мероприятий на 2026 год"]),
        Some(("2026-01".into(), "2026-12".into()))
    );
    assert_eq!(
        period(&["Дорожная карта на 2022-2024 годы"]),
        Some(("2022-01".into(), "2024-12".into()))
    );
    assert_eq!(
        period(&["Дорожная карта", "на период с 01.09.2025 по 31.05.2026"]),
        Some(("2025-09".into(), "2026-05".into()))
    );
    assert_eq!(period(&["Дорожная карта реализации модели"]), None);
}

#[test]
fn titles_lose_the_words_that_all_of_them_have() {
    let found = head(&[
        "«Дорожная карта»",
        "реализации целевой модели наставничества",
        "в МБОУ «Школа №32»",
    ]);
    assert_eq!(found.title, "реализации целевой модели наставничества в МБОУ «Школа №32»");
    assert_eq!(found.organisation.as_deref(), Some("МБОУ «Школа №32»"));
}

#[test]
fn organisations_are_schools_and_districts() {
    let table: &[(&[&str], Option<&str>)] = &[
        (
            &["Дорожная карта", "в МБОУ СОШ № 4 с. Октябрьское", "на 2022-2023 гг."],
            Some("МБОУ СОШ № 4 с. Октябрьское"),
        ),
        (
            &["Дорожная карта на территории Таштагольского муниципального района на 2021-2022 год"],
            Some("Таштагольский муниципальный район"),
        ),
        (
            &[
                "Муниципальное бюджетное общеобразовательное учреждение",
                "«Школа № 8»",
                "Дорожная карта наставничества",
            ],
            Some("Муниципальное бюджетное общеобразовательное учреждение «Школа № 8»"),
        ),
        (&["Дорожная карта наставничества педагогических работников"], None),
    ];
    for (lines, expected) in table {
        assert_eq!(head(lines).organisation.as_deref(), *expected, "{lines:?}");
    }
}
