//! Any template and any data: nothing panics, data are never markup, a written file is sound XML.
//! Deliberately absent: what a paper says.

use documents::papers::{self, OwnDocx, PaperKind};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Pieces of templates and markup that meet each other in every order.
const PIECES: [&str; 40] = [
    "{{ a }}",
    "{{ a|dat }}",
    "{{ a|date }}",
    "{{ b.c }}",
    "{% if a %}",
    "{% endif %}",
    "{% else %}",
    "{% for x in b %}",
    "{{ x }}",
    "{% endfor %}",
    "{{ fill('п') }}",
    "{{ fill(a, 9) }}",
    "{{ fill_day() }}",
    "{%",
    "%}",
    "{{",
    "}}",
    "{#",
    "#}",
    "# ",
    "## ",
    "^ ",
    "> ",
    "< ",
    "- ",
    "| а | б |",
    "|---|-10-:|",
    "| ^^ | << |",
    "@signature а | б",
    "@signed а | б | в | г | д",
    "@page",
    "@gap",
    "@landscape",
    "@small",
    "\n",
    "\n\n",
    "**",
    "<br>",
    "\\",
    "\u{E100}\u{E101}\u{E00A}",
];

fn template() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(PIECES.to_vec()).prop_map(str::to_owned),
        1 => "[ -~а-яё\n|#*<>^@-]{0,12}",
        1 => "\\PC{0,8}",
    ];
    prop::collection::vec(piece, 0..24).prop_map(|it| it.concat())
}

fn data(a: &str, b: &[String]) -> Value {
    let kind = PaperKind::DataConsent;
    let mut data: Value = serde_json::from_str(papers::example(kind)).expect("samples are JSON");
    data["a"] = json!(a);
    data["b"] = json!(b);
    data["c"] = json!({ "surname": a, "first": b.first(), "position": a, "forms": { "dat": a } });
    data
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_template_with_any_data_gives_a_word_file_or_a_sentence(
        template in template(),
        a in "\\PC{0,20}",
        b in prop::collection::vec("[|#*<>@{}%а-я0-9. \n-]{0,12}", 0..4),
    ) {
        match papers::render(PaperKind::DataConsent, &template, &data(&a, &b)) {
            Ok(paper) => {
                let bytes = paper.docx().expect("papers are written");
                prop_assert!(docx_rs::read_docx(&bytes).is_ok());
            }
            Err(err) => prop_assert!(!err.to_string().is_empty()),
        }
    }

    #[test]
    fn any_text_of_data_stands_in_the_paper_as_it_is(text in "[ -~а-яё|#*<>^@{}%-]{1,40}") {
        let wanted = text.split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assume!(!wanted.is_empty());
        let made = papers::render(PaperKind::DataConsent, "| {{ a }} |", &data(&text, &[]));
        let shown = made.expect("it is made").plain_text().replace('\u{a0}', " ");
        let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assert_eq!(shown, wanted);
    }

    #[test]
    fn any_bytes_as_an_own_file_give_a_sentence(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(OwnDocx::read(&bytes).is_err());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_paper_is_set_as_a_pdf(template in template(), a in "\\PC{0,20}") {
        if let Ok(paper) = papers::render(PaperKind::DataConsent, &template, &data(&a, &[])) {
            prop_assert!(paper.pdf().expect("papers are set").starts_with(b"%PDF"));
        }
    }

    #[test]
    fn any_tags_in_an_own_file_give_a_file_or_a_sentence(template in template(), a in "\\PC{0,20}") {
        // A file of ours whose paragraph holds the template as plain words.
        let held = json!({ "t": template });
        prop_assume!(!template.trim().is_empty());
        let mut all = data(&a, &["x".to_owned()]);
        all["t"] = held["t"].clone();
        let kind = PaperKind::DataConsent;
        let holder = papers::render(kind, "{{ t }}\n\n| {{ t }} |", &all).expect("it is made");
        let file = holder.docx().expect("papers are written");
        if let Ok(own) = OwnDocx::read(&file)
            && let Ok(filled) = own.render(kind, &all)
        {
            prop_assert!(docx_rs::read_docx(&filled.docx).is_ok());
        }
    }
}
