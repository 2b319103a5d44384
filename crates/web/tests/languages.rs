//! Both languages say everything, nothing is said that no page asks for, and no sentence stands in
//! code. The files themselves are read: what is true of them is true of the site.
#![expect(clippy::unwrap_used, reason = "a test stops where its ground is missing")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Sources that may hold Cyrillic letters in code, with the reason. The list may only shrink.
const CYRILLIC_ALLOWED: &[(&str, &str)] = &[];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|it| it == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Every text of a language: its key, and the names of the values it needs.
fn texts(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut texts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for path in files(&root().join("locales").join(language), "ftl") {
        let mut current = None;
        for line in fs::read_to_string(&path).unwrap().lines().filter(|it| !it.starts_with('#')) {
            let named = line.split_once(" =").map(|(key, _)| key);
            if let Some(key) = named.filter(|it| !it.contains(char::is_whitespace)) {
                let fresh = texts.insert(key.to_owned(), BTreeSet::new()).is_none();
                assert!(fresh, "{}: «{key}» stands twice: remove one", path.display());
                current = Some(key.to_owned());
            }
            if let Some(key) = &current {
                texts.get_mut(key).unwrap().extend(values(line));
            }
        }
    }
    texts
}

fn values(line: &str) -> impl Iterator<Item = String> + '_ {
    let name = |it: &str| {
        it.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect()
    };
    line.split('$').skip(1).map(name)
}

/// Code without comments, and without the tests at the end of a file.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    text.lines().map(without_comment).collect::<Vec<_>>().join("\n")
}

fn without_comment(line: &str) -> &str {
    let mut in_text = false;
    let mut before = ' ';
    for (index, letter) in line.char_indices() {
        match letter {
            '"' if before != '\\' => in_text = !in_text,
            '/' if before == '/' && !in_text => return &line[..index - 1],
            _ => {}
        }
        before = letter;
    }
    line
}

fn sources() -> Vec<(PathBuf, String)> {
    files(&root().join("src"), "rs").into_iter().map(|path| (path.clone(), code(&path))).collect()
}

/// What stands in quotes right after `before`, wherever it stands in the code.
fn quoted_after<'a>(code: &'a str, before: &'a str) -> impl Iterator<Item = &'a str> {
    code.split(before)
        .skip(1)
        .filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next())
}

#[test]
fn both_languages_have_every_text_with_the_same_values() {
    let (russian, english) = (texts("ru"), texts("en"));
    let of =
        |texts: &BTreeMap<String, BTreeSet<String>>| texts.keys().cloned().collect::<BTreeSet<_>>();
    let missing: Vec<_> = of(&russian).symmetric_difference(&of(&english)).cloned().collect();
    assert!(missing.is_empty(), "only one language has: {missing:?}");
    for (key, values) in &russian {
        assert_eq!(values, &english[key], "«{key}» needs other values in the other language");
    }
}

#[test]
fn every_text_that_a_page_asks_for_exists() {
    let known = texts("ru");
    for (path, code) in sources() {
        for before in ["key(", ".t(", ".tn("] {
            for key in quoted_after(&code, before) {
                assert!(known.contains_key(key), "{}: no text «{key}» in locales", path.display());
            }
        }
    }
}

#[test]
fn every_text_is_asked_for_by_some_page() {
    let all: String = sources().into_iter().map(|(_, code)| code).collect();
    for key in texts("ru").keys() {
        // A family of texts is asked for as `format!("role-{}", …)`: its beginning stands in code.
        let in_family =
            key.match_indices('-').any(|(at, _)| all.contains(&format!("\"{}{{", &key[..=at])));
        assert!(
            in_family || all.contains(&format!("\"{key}\"")),
            "no page asks for «{key}»: remove it"
        );
    }
}

#[test]
fn no_sentence_stands_in_code() {
    let cyrillic = |it: char| ('\u{400}'..='\u{4ff}').contains(&it);
    let mut found = BTreeSet::new();
    for (path, code) in sources() {
        if code.contains(cyrillic) {
            found.insert(path.strip_prefix(root()).unwrap().to_string_lossy().into_owned());
        }
    }
    let allowed: BTreeSet<_> =
        CYRILLIC_ALLOWED.iter().map(|(path, _)| (*path).to_owned()).collect();
    assert_eq!(
        found, allowed,
        "put the words into locales; a file that is clean now leaves the list"
    );
}
