//! Words: one Russian term has one English name; nothing is transliterated; no Cyrillic names.
//! Deliberately absent: words of the wire formats, which stand in texts and not in names.

use std::collections::BTreeSet;

use crate::{scan, tree};

/// Beginnings of Russian words in Latin letters that are met in the code of school systems.
const TRANSLITERATED: [&str; 43] = [
    "nastavn",
    "prikaz",
    "soglas",
    "dorozhn",
    "shkol",
    "uchitel",
    "kurator",
    "otvetstv",
    "polozhen",
    "meropriyat",
    "rukovod",
    "podtverzh",
    "pokazatel",
    "vstrech",
    "zayavk",
    "anket",
    "obuchayu",
    "uchenik",
    "klassn",
    "roditel",
    "rasporyazh",
    "etap",
    "srok",
    "sroki",
    "vypoln",
    "zamest",
    "zavuch",
    "psikholog",
    "pedsovet",
    "sobran",
    "otchet",
    "otchyot",
    "svod",
    "zhurnal",
    "spravk",
    "gramot",
    "dogovor",
    "mesyac",
    "mesyats",
    "kvartal",
    "polugod",
    "chetvert",
    "uchebn",
];

#[test]
fn no_name_is_transliterated_russian() {
    let mut wrong = Vec::new();
    for path in tree::files("crates", &[".rs"]) {
        if path.ends_with("tidy/words.rs") {
            continue;
        }
        let code = scan::code_of(&tree::text(&path).unwrap_or_default());
        for name in scan::identifiers(&code) {
            if scan::words_of(name).iter().any(|word| is_transliterated(word)) {
                wrong.push(format!("{path}: {name}"));
            }
            if name.chars().any(|c| matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё')) {
                wrong.push(format!("{path}: {name} is written in Cyrillic letters"));
            }
        }
    }
    tree::silent("Call these by their English names of docs/glossary.md:", &wrong);
}

fn is_transliterated(word: &str) -> bool {
    TRANSLITERATED.iter().any(|stem| word.starts_with(stem))
}

#[test]
fn what_the_glossary_does_not_say_no_type_module_or_function_says() {
    let banned = words_not_said();
    assert!(banned.len() > 20, "the glossary lost its last column: {banned:?}");
    let listed: BTreeSet<String> = tree::list("said_anyway.txt").into_iter().collect();
    let mut needed = BTreeSet::new();
    let mut wrong = Vec::new();
    for path in tree::files("crates", &[".rs"]) {
        let code = scan::code_of(&tree::text(&path).unwrap_or_default());
        for name in scan::definitions(scan::before_tests(&code)) {
            let Some(word) = scan::words_of(&name).into_iter().find(|word| banned.contains(word))
            else {
                continue;
            };
            let entry = format!("{path}::{name}");
            if listed.contains(&entry) {
                needed.insert(entry);
            } else {
                wrong.push(format!("{entry} says «{word}»"));
            }
        }
    }
    let needless = listed.difference(&needed);
    wrong.extend(needless.map(|entry| format!("{entry} need not be on the list any more")));
    tree::silent(
        "See docs/glossary.md for our word (`tidy/said_anyway.txt` may only shrink):",
        &wrong,
    );
}

/// Words in code font in the column «We do not say» of the glossary, with their plurals.
fn words_not_said() -> BTreeSet<String> {
    let glossary = tree::text("docs/glossary.md").unwrap_or_default();
    let rows = glossary.lines().filter(|line| line.starts_with('|'));
    let last = rows.filter_map(|row| row.trim_end_matches('|').rsplit('|').next());
    let quoted = last.flat_map(|cell| cell.split('`').skip(1).step_by(2));
    quoted.flat_map(|word| [word.to_owned(), format!("{word}s")]).collect()
}

#[test]
fn transliteration_is_told_from_english() {
    assert!(is_transliterated("nastavniki"));
    assert!(!is_transliterated("plan"));
    assert!(!is_transliterated("stroke"));
}
