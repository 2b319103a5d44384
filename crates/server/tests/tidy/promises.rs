//! Promises: requirements name tests that exist, links of the documents lead somewhere, nothing
//! committed names the place it was written in.
//! Deliberately absent: whether a test proves its requirement; people read that.

use std::collections::BTreeSet;

use crate::{scan, tree};

/// How many requirements each letter has, from `mission/REQUIREMENTS.md`; `E` counts from 0.
const LETTERS: [(char, usize); 13] = [
    ('A', 8),
    ('B', 5),
    ('C', 8),
    ('D', 4),
    ('E', 7),
    ('F', 5),
    ('G', 6),
    ('H', 5),
    ('I', 4),
    ('J', 4),
    ('K', 1),
    ('L', 5),
    ('M', 17),
];

/// A row of docs/requirements.md.
struct Requirement {
    id: String,
    state: String,
    shown_by: Vec<String>,
}

fn requirements() -> Vec<Requirement> {
    let text = tree::text("docs/requirements.md").unwrap_or_default();
    let read = |line: &str| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [id, _, state, shown_by] = cells[..] else { return None };
        let n = id.strip_prefix(|c: char| c.is_ascii_uppercase())?;
        n.parse::<u32>().ok()?;
        let shown_by = shown_by.split('`').skip(1).step_by(2).map(str::to_owned).collect();
        Some(Requirement { id: id.to_owned(), state: state.to_owned(), shown_by })
    };
    text.lines().filter_map(read).collect()
}

#[test]
fn every_requirement_has_one_row() {
    let found: Vec<String> = requirements().into_iter().map(|one| one.id).collect();
    let mut wrong = Vec::new();
    for (letter, n) in LETTERS {
        let of_letter: BTreeSet<&String> =
            found.iter().filter(|id| id.starts_with(letter)).collect();
        let rows = found.iter().filter(|id| id.starts_with(letter)).count();
        if of_letter.len() != n || rows != n {
            wrong.push(format!("{letter}: {rows} rows, {} ids, {n} requirements", of_letter.len()));
        }
    }
    tree::silent("docs/requirements.md names every requirement once:", &wrong);
}

#[test]
fn every_requirement_names_tests_that_exist_or_the_issue_that_will_bring_it() {
    let rust = rust_tests();
    let browser: String = tree::files("tests/browser", &[".mjs"])
        .iter()
        .filter_map(|path| tree::text(path))
        .collect();
    let mut wrong = Vec::new();
    for Requirement { id, state, shown_by } in requirements() {
        let (word, issue) = state.split_once(' ').unwrap_or((&state, ""));
        match word {
            "done" | "partly" if shown_by.is_empty() => wrong.push(format!("{id} names no test")),
            "done" => {}
            "partly" | "later" if is_issue(issue) => {}
            _ => wrong.push(format!("{id}: «{state}» is none of: done, partly #n, later #n")),
        }
        let unknown =
            |name: &&String| !rust.contains(*name) && !browser.contains(&format!("\"{name}\""));
        let missing = shown_by.iter().filter(unknown);
        wrong.extend(missing.map(|name| format!("{id}: there is no test «{name}»")));
    }
    tree::silent("Name a test that exists in docs/requirements.md:", &wrong);
}

fn is_issue(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|n| n.parse::<u32>().is_ok())
}

/// Names of functions under a test attribute.
fn rust_tests() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for path in tree::files("crates", &[".rs"]) {
        let code = scan::code_of(&tree::text(&path).unwrap_or_default());
        // Every attribute of a test ends in the word: `#[test]`, `#[tokio::test]`, `#[store_test]`;
        // inside `proptest!` and `macro_rules!` too.
        for part in code.split("#[").skip(1) {
            let attribute = part.split(']').next().unwrap_or_default();
            let name = attribute.split('(').next().unwrap_or_default().trim();
            if name.ends_with("test") {
                found.extend(scan::functions(part).into_iter().next().map(|one| one.name));
            }
        }
    }
    found
}

#[test]
fn links_of_the_documents_lead_to_files() {
    let mut broken = Vec::new();
    for path in tree::files("", &[".md"]) {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        for target in links(&tree::text(&path).unwrap_or_default()) {
            let file = target.split('#').next().unwrap_or_default();
            let outside = file.is_empty() || file.contains("://") || file.starts_with("mailto:");
            if !outside && !tree::root().join(folder).join(file).exists() {
                broken.push(format!("{path}: {target}"));
            }
        }
    }
    tree::silent("Mend these links:", &broken);
}

/// Targets of `[text](target)`.
fn links(markdown: &str) -> Vec<&str> {
    markdown.split("](").skip(1).filter_map(|rest| rest.split(')').next()).collect()
}

#[test]
fn every_decision_is_in_the_index() {
    let index = tree::text("docs/decisions/README.md").unwrap_or_default();
    let names = tree::files("docs/decisions", &[".md"]).into_iter();
    let names = names.filter_map(|path| path.rsplit_once('/').map(|(_, name)| name.to_owned()));
    let missing = names.filter(|name| name != "README.md" && !index.contains(&format!("({name})")));
    tree::silent("Add these to docs/decisions/README.md:", &missing.collect::<Vec<_>>());
}

#[test]
fn nothing_names_the_place_it_was_written_in() {
    // Put together here, so that this file does not find itself.
    let hosts = [
        ["registry.npm", "js.org"],
        ["index.cra", "tes.io"],
        ["static.cra", "tes.io"],
        ["files.python", "hosted"],
    ]
    .map(|parts| parts.concat());
    let places = [["/wo", "rk/"].concat(), [".lib", "rary/"].concat(), ["/ro", "ot/"].concat()];
    let mut wrong = Vec::new();
    for path in tree::files("", &[]) {
        let Some(text) = tree::text(&path) else { continue };
        for (at, line) in text.lines().enumerate() {
            let host = hosts.iter().any(|host| line.contains(host));
            if host || places.iter().any(|place| names_place(line, place)) {
                wrong.push(format!("{path}:{}", at + 1));
            }
        }
    }
    tree::silent("These lines name a machine or a package registry; say it without:", &wrong);
}

/// Does the line name the place itself, and not a longer path that ends so?
fn names_place(line: &str, place: &str) -> bool {
    let starts = |(at, _): (usize, &str)| {
        !line[..at].ends_with(|c: char| c.is_alphanumeric() || "_.-}".contains(c))
    };
    line.match_indices(place).any(starts)
}

#[test]
fn a_place_is_not_found_inside_a_longer_path() {
    let place = ["/wo", "rk/"].concat();
    assert!(names_place(&format!("cd {place}main"), &place));
    assert!(!names_place(&format!("see docs{place}main"), &place));
}

#[test]
fn every_snapshot_belongs_to_a_test_file_that_exists() {
    let mut stray = Vec::new();
    for path in tree::files("crates", &[".snap", ".snap.new"]) {
        let text = tree::text(&path).unwrap_or_default();
        let source = text.lines().find_map(|line| line.strip_prefix("source: "));
        let source = source.map(|source| source.trim_matches('"'));
        let exists = source.is_some_and(|source| tree::root().join(source).exists());
        if path.ends_with(".new") || !exists {
            stray.push(path);
        }
    }
    tree::silent("Remove snapshots that no test takes, and accept or refuse the new ones:", &stray);
}
