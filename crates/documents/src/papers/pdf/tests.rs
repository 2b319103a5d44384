//! Where words end up on pages: nothing over anything else, nothing beyond the edge, numbers whole.
//! Deliberately absent: what the words are (`tests/paper_texts`).

use super::*;
use crate::papers::{PaperKind, example, render, text};
use typst::layout::{Frame, FrameItem, Point};

/// A piece of text on a page, in points from its top left corner.
struct Piece {
    text: String,
    left: f64,
    right: f64,
    y: f64,
    size: f64,
}

fn gather(frame: &Frame, at: Point, all: &mut Vec<Piece>) {
    for (place, item) in frame.items() {
        let here = at + *place;
        match item {
            FrameItem::Group(it) => gather(&it.frame, here, all),
            FrameItem::Text(it) => all.push(Piece {
                text: it.text.to_string(),
                left: here.x.to_pt(),
                right: (here.x + it.width()).to_pt(),
                y: here.y.to_pt(),
                size: it.size.to_pt(),
            }),
            _ => {}
        }
    }
}

/// What stands wrong on the pages of a paper.
fn faults(paper: &Paper) -> Vec<String> {
    let laid = pdf::laid(LOOK, &data(&[paper]), jiff::civil::Date::default());
    let laid = laid.unwrap_or_else(|err| panic!("{err}"));
    let mut faults = Vec::new();
    for page in laid.pages() {
        let mut all = Vec::new();
        gather(&page.frame, Point::zero(), &mut all);
        let edge = page.frame.width().to_pt() - 28.3;
        let beyond = all.iter().filter(|it| edge + 1.0 < it.right);
        faults.extend(beyond.map(|it| format!("«{}» is beyond the edge", it.text)));
        for (at, it) in all.iter().enumerate() {
            let over = all[at + 1..].iter().filter(|other| {
                (it.y - other.y).abs() < it.size.min(other.size) * 0.6
                    && it.left + 0.5 < other.right
                    && other.left + 0.5 < it.right
                    && !it.text.trim().is_empty()
                    && !other.text.trim().is_empty()
            });
            faults.extend(over.map(|other| format!("«{}» is over «{}»", it.text, other.text)));
        }
    }
    faults
}

fn made(template: &str, more: &[(&str, Json)]) -> Paper {
    let kind = PaperKind::DataConsent;
    let mut data: Json = serde_json::from_str(example(kind)).unwrap();
    for (name, value) in more {
        data[*name] = value.clone();
    }
    render(kind, template, &data).unwrap_or_else(|err| panic!("{err}"))
}

#[test]
fn no_text_of_a_sample_runs_over_another_or_beyond_the_edge() {
    for kind in PaperKind::ALL {
        let sample: Json = serde_json::from_str(example(*kind)).unwrap();
        let paper = render(*kind, text(*kind), &sample).unwrap();
        assert_eq!(faults(&paper), Vec::<String>::new(), "{kind}");
    }
}

#[test]
fn whatever_a_word_it_stays_in_its_place() {
    let table = "@landscape\n@compact\n| № | Слово | Ещё | А | Б | В | Г |\n\
                 |-3-|-8-|-30-|-30-|-10-|-10-|-9-|\n| 1 | {{ it }} | {{ it }} | а | б | в | {{ it }} |\n";
    let whole = "> {{ it }}\n\n# {{ it }}\n\n{{ it }}\n\n- {{ it }}\n\n{{ it }} {{ it }} {{ it }}\n\n\
                 @requisites {{ it }} | {{ it }} | {{ it }}\n\n@signature {{ it }} | {{ it }}\n";
    for word in [
        "сельскохозяйственный".to_owned(),
        "профориентационно-просветительский".to_owned(),
        "Абдурахмангаджиева-Старовойтовская Анна-Мария Абдурахмангаджиевна".to_owned(),
        "aleksandra.konstantinopolskaya@zarechenskaya-school.example.com".to_owned(),
        "https://zarechnoe.example/nastavnichestvo/dokumenty/2026-2027/prikaz-71-od.pdf".to_owned(),
        "ГБПОУ«ЗАРЕЧЕНСКИЙТЕХНИКУМПРОМЫШЛЕННОЙАВТОМАТИКИ»".to_owned(),
        "8 (000) 000-00-00, 8 (000) 000-00-01".to_owned(),
        "1234567890123456789012345678901234567890".to_owned(),
        "№ 12345678-одоооооооооооооооооооо/2026–2027".to_owned(),
        "ж".repeat(300),
        "Щ".repeat(90),
        "m".repeat(120),
        "а-".repeat(70),
    ] {
        for template in [table, whole] {
            let paper = made(template, &[("it", json!(word))]);
            assert_eq!(faults(&paper), Vec::<String>::new(), "{word}");
        }
    }
}

#[test]
fn numbers_years_phones_and_addresses_stand_whole_and_keep_their_letters() {
    let pieces =
        ["№ 71-од", "2026–2027", "8 (000) 000-00-08", "https://zarechnoe.example", "351.8"];
    // Whatever stands before them, so that each comes to the end of a line once.
    for before in 0..60 {
        let text = format!("{}{}", "о".repeat(before), " ");
        let words = pieces.map(|it| format!("{text}{it} и так далее "));
        let paper = made("{{ it }}", &[("it", json!(words.join(", ")))]);
        let laid = pdf::laid(LOOK, &data(&[&paper]), jiff::civil::Date::default()).unwrap();
        let mut all = Vec::new();
        laid.pages().iter().for_each(|it| gather(&it.frame, Point::zero(), &mut all));
        for whole in ["71-од", "2026–2027", "000-00-08", "https://zarechnoe.example"] {
            assert!(all.iter().any(|it| it.text.contains(whole)), "{whole} after {before}");
        }
        let line = |word: &str| all.iter().find(|it| it.text.contains(word)).map(|it| it.y as i64);
        assert_eq!(line("(000)"), line("000-00-08"), "after {before}");
    }
}
