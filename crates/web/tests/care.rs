//! A story of what is sensitive through the pages: naming a reader, a need, and a word in a wrong place.

mod support;

use axum::http::StatusCode;
use support::town::{signed_in, town};

#[tokio::test]
async fn the_head_names_a_reader_who_alone_sees_the_needs() {
    let (town, site) = town().await;
    let mut head = signed_in(&town, &site, "head").await;
    let page = head.opens("/access-needs").await;
    insta::assert_snapshot!("access_needs_of_the_head", page.outline());
    let page = head.opens("/sensitive-readers").await;
    let psychologist = town.person("psychologist").unwrap().to_string();
    let nothing = head.sends(&page, "/sensitive-readers", &[("from", "2026-10-15")]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields =
        [("person", psychologist.as_str()), ("ground", "приказ № 71-б"), ("from", "2026-10-15")];
    let named = head.sends(&nothing, "/sensitive-readers", &fields).await;
    assert_eq!(named.leads_to(), "/sensitive-readers");
    insta::assert_snapshot!("readers", head.opens("/sensitive-readers").await.outline());

    let mut reader = signed_in(&town, &site, "psychologist").await;
    let page = reader.opens("/access-needs/new").await;
    insta::assert_snapshot!("new_need", page.outline());
    let mentee = town.person("mentee").unwrap().to_string();
    let fields = [
        ("person", mentee.as_str()),
        ("measures", "встречи на первом этаже"),
        ("group", "unnamed"),
        ("from", "2026-10-15"),
    ];
    let recorded = reader.sends(&page, "/access-needs", &fields).await;
    assert_eq!(recorded.leads_to(), "/access-needs");
    let seen = reader.opens("/access-needs").await;
    assert!(seen.text.contains("на первом этаже"));
    let unseen = head.opens("/access-needs").await;
    assert!(!unseen.text.contains("на первом этаже") && unseen.text.contains("1 человеку"));
    assert_eq!(head.opens("/access-needs/new").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_note_about_health_is_asked_about_once_and_kept_only_when_the_writer_says_so() {
    let (town, site) = town().await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let page = curator.opens("/dictionary").await;
    let fields = [("kind", "need"), ("text", "сахарный диабет")];
    let asked = curator.sends(&page, "/dictionary", &fields).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(asked.outline().contains("Похоже, здесь сведения о здоровье: «диабет»"));
    assert!(asked.outline().contains("записать как есть"), "{}", asked.outline());
    let fields = [("kind", "need"), ("text", "сахарный диабет"), ("not_sensitive", "yes")];
    assert_eq!(curator.sends(&asked, "/dictionary", &fields).await.leads_to(), "/dictionary");
}

/// Texts of several lines in which no word about health or the police is asked about, with the
/// reason. The list may only shrink.
const UNASKED: &[(&str, &str, &str)] = &[
    ("care/needs.rs", "measures", "it is sealed: here such words belong"),
    ("labour/new.rs", "content", "the work of a mentor as the contract says it"),
    ("acts/edit.rs", "title", "the name of an act as its author gave it"),
    ("acts/edit.rs", "demands", "what an act demands of everybody"),
    ("acts/edit.rs", "content", "the text of an act as its author gave it"),
    (
        "papers/fields.rs",
        "",
        "the words of a paper as it is signed: orders on accessibility name them",
    ),
    (
        "papers/fields.rs",
        "",
        "the words of a paper as it is signed: orders on accessibility name them",
    ),
    ("pools/publishing.rs", "addresses", "addresses of pages"),
    ("templates/show.rs", "text", "the text of a template names nobody"),
    (
        "launch/figure.rs",
        "indicator",
        "a roadmap may plan work with the police: no person is meant",
    ),
    ("launch/row.rs", "text", "a roadmap may plan work with the police: no person is meant"),
    ("launch/row.rs", "result", "a roadmap may plan work with the police: no person is meant"),
    ("launch/head.rs", "title", "the name of a roadmap"),
    ("letters.rs", "message", "shown to be copied"),
    ("slips.rs", "message", "a text to copy, not kept"),
    ("people/invite.rs", "message", "a text to copy, not kept"),
];

#[test]
fn every_free_text_of_a_form_asks_once_about_sensitive_words_or_says_why_not() {
    let root = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/pages");
    let mut unasked: Vec<(String, String)> =
        UNASKED.iter().map(|it| (it.0.to_owned(), it.1.to_owned())).collect();
    let mut wrong = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
            let code = std::fs::read_to_string(&path).unwrap();
            for call in code.split("form::lines(").skip(1) {
                let field = field_of(&code, call);
                // A field `reason` of the page that only asks for a reason is asked about there.
                let is_asked = code.contains(&format!("asks_about(lang, \"{field}\""))
                    || code.contains(&format!("asks_about(visit.lang, \"{field}\""));
                let excepted = unasked.iter().position(|it| *it == (name.clone(), field.clone()));
                match (is_asked, excepted) {
                    (false, Some(at)) => drop(unasked.remove(at)),
                    (true, None) => {}
                    _ => wrong.push(format!("{name}: {field}")),
                }
            }
        }
    }
    assert!(
        wrong.is_empty() && unasked.is_empty(),
        "ask by `asks_about(lang, \"field\", …)` with `confirm(…)` under the field, or say in UNASKED \
         why not: {wrong:?}; not there any more: {unasked:?}"
    );
}

/// The name of the field of a call: written in it, or in the input it names.
fn field_of(code: &str, call: &str) -> String {
    let quoted = |text: &str| {
        let rest = text.split("name: \"").nth(1)?;
        Some(rest.split('"').next().unwrap_or_default().to_owned())
    };
    let arguments = call.split("))").next().unwrap_or_default();
    let named = arguments.split('&').nth(1).unwrap_or_default();
    let variable: String =
        named.chars().take_while(|it| it.is_alphanumeric() || *it == '_').collect();
    let declared = format!("let {variable} = Input");
    if variable == "Input" {
        return quoted(arguments).unwrap_or_default();
    }
    code.split(&declared).nth(1).and_then(|it| quoted(it.split("};").next()?)).unwrap_or_default()
}
