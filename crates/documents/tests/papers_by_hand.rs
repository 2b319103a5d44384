//! Papers of which nothing is known: every kind is still made, with blanks to fill by hand.
//! Deliberately absent: papers of whole data (`papers`, `paper_texts`).

use documents::papers::{self, PaperKind, Piece, Shown};
use serde_json::json;

#[test]
fn every_kind_is_made_from_nothing_and_every_lacking_datum_is_a_blank() {
    for kind in PaperKind::ALL {
        // Which of two texts is meant cannot be left open.
        let mut data = json!({ "model": "teachers", "day": "2026-10-09" });
        let lacked = papers::fill_by_hand(*kind, &mut data);
        assert!(!lacked.is_empty(), "{kind}");
        let paper = papers::render(*kind, papers::text(*kind), &data);
        let paper = paper.unwrap_or_else(|err| panic!("{kind}: {err}"));
        assert!(!paper.to_fill().is_empty(), "{kind}");
        assert!(!paper.plain_text().contains("{"), "{kind}");
        assert!(!paper.docx().unwrap().is_empty(), "{kind}");
        assert!(!paper.shown().is_empty(), "{kind}");
    }
}

#[test]
fn what_is_known_stays_and_only_the_rest_is_left_to_fill() {
    let kind = PaperKind::AcquaintanceSheet;
    let mut data = json!({
        "organisation": { "name": "МБОУ «Заречная СОШ»" },
        "people": [{
            "surname": "Рощин", "first": "Пётр", "patronymic": "Валерьевич",
            "position": { "$fill": "должность" },
        }],
        "document": "приказ от 1 сентября 2026 г. № 71-од",
    });
    let lacked = papers::fill_by_hand(kind, &mut data);
    assert_eq!(lacked.iter().map(|it| it.path).collect::<Vec<_>>(), ["organisation.full_name"]);
    let paper = papers::render(kind, papers::text(kind), &data).unwrap();
    let text = paper.plain_text().replace('\u{a0}', " ");
    assert!(text.contains("Рощин Пётр Валерьевич"), "{text}");
}

#[test]
fn whatever_a_text_does_to_a_blank_it_stays_a_blank() {
    let data = json!({
        "who": { "$fill": "кто", "width": 5 },
        "when": { "$fill": "когда" },
        "rows": [{ "$fill": "строка", "width": 4 }],
    });
    let kind = PaperKind::RegisterLabels;
    for (template, text) in [
        ("{{ who|dat|initials_first }}", "_____"),
        ("{{ who.position|position_dat|capitalised }} {{ who|upper }}", "________________ _____"),
        ("{{ who|by_gender(\"он\", \"она\") }}", "он (она)"),
        ("{{ when|date }}", "«___» ______________ 20___ г."),
        (
            "{{ period(when, when) }}",
            "с «___» ______________ 20___ г. по «___» ______________ 20___ г.",
        ),
        ("{{ who|counted(\"час\", \"часа\", \"часов\") }}", "_____ часов"),
        ("{% for it in rows %}{% for x in it.list %}{{ x }};{% endfor %}{% endfor %}", "____;"),
        ("{{ about(who) }} {{ who|money }}", "_____ _____"),
    ] {
        let mut data = data.clone();
        papers::fill_by_hand(kind, &mut data);
        let paper = papers::render(kind, template, &data).unwrap_or_else(|err| panic!("{err}"));
        assert_eq!(paper.plain_text().trim().replace('\u{a0}', " "), text, "{template}");
    }
}

#[test]
fn a_page_sees_the_blanks_and_the_words_of_a_paper() {
    let mut data = json!({});
    let kind = PaperKind::MentorRefusal;
    papers::fill_by_hand(kind, &mut data);
    let paper = papers::render(kind, papers::text(kind), &data).unwrap();
    let is_line = |it: &Shown| matches!(it, Shown::Line { pieces, .. } if pieces.iter().any(|it| matches!(it, Piece::Blank { .. })));
    assert!(paper.shown().iter().any(is_line));
}
