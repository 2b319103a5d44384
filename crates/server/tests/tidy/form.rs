//! Form: headers, lengths, marks of unfinished work.
//! Deliberately absent: anything `rustfmt` decides.

use std::collections::BTreeMap;

use crate::{scan, tree};

/// `STYLE`: a file that is longer is noted, one twice as long is refused.
const FILE_LINES: usize = 400;
/// `STYLE`: a function that is longer is noted, one twice as long is refused.
const FUNCTION_LINES: usize = 50;

#[test]
fn every_file_begins_by_saying_what_it_decides() {
    let mut silent = Vec::new();
    for path in tree::files("", &[".rs", ".mjs"]) {
        let text = tree::text(&path).unwrap_or_default();
        if !text.starts_with("//!") {
            silent.push(path);
        }
    }
    tree::silent(
        "Begin these files with `//!`: what it decides, what is deliberately absent.",
        &silent,
    );
}

#[test]
fn every_script_says_in_its_second_line_what_it_does() {
    let scripts = tree::files("scripts", &[]).into_iter().chain([".ci/run".to_owned()]);
    let unsaid: Vec<String> = scripts
        .filter(|path| tree::text(path).is_some_and(|text| text.starts_with("#!")))
        .filter(|path| !tree::text(path).is_some_and(|text| second_line(&text).starts_with("# ")))
        .collect();
    tree::silent("Say in the second line of these scripts what they do.", &unsaid);
}

fn second_line(text: &str) -> &str {
    text.lines().nth(1).unwrap_or_default()
}

#[test]
fn files_and_functions_stay_short_and_the_long_ones_may_only_shrink() {
    let mut lengths = BTreeMap::new();
    for path in tree::files("crates", &[".rs"]) {
        let text = tree::text(&path).unwrap_or_default();
        let n_lines = text.lines().count();
        note(&path, n_lines, FILE_LINES);
        if n_lines > 2 * FILE_LINES {
            lengths.insert(path.clone(), n_lines);
        }
        for function in scan::functions(&scan::code_of(&text)) {
            let name = format!("{path}::{}", function.name);
            note(&name, function.n_lines, FUNCTION_LINES);
            if function.n_lines > 2 * FUNCTION_LINES {
                lengths.insert(name, function.n_lines);
            }
        }
    }
    tree::silent(
        "Divide these, or shorten `tidy/long_files.txt` (it may only shrink):",
        &compare(&lengths, &tree::numbered("long_files.txt")),
    );
}

fn note(name: &str, n_lines: usize, limit: usize) {
    if n_lines > limit {
        eprintln!("note: {name} has {n_lines} lines, more than {limit}");
    }
}

/// Too long and not on the list, grown since, or on the list without need.
fn compare(found: &BTreeMap<String, usize>, listed: &BTreeMap<String, usize>) -> Vec<String> {
    let grown = found.iter().filter_map(|(name, n_lines)| match listed.get(name) {
        None => Some(format!("{name} has {n_lines} lines: divide it")),
        Some(was) if was < n_lines => Some(format!("{name} grew from {was} to {n_lines} lines")),
        Some(_) => None,
    });
    let done = listed.keys().filter(|name| !found.contains_key(*name));
    grown.chain(done.map(|name| format!("{name} is short now: take it off the list"))).collect()
}

#[test]
fn unfinished_work_names_its_issue() {
    // Put together here, so that this file does not find itself.
    let marks = [["TO", "DO"].concat(), ["FIX", "ME"].concat(), ["XX", "X"].concat()];
    let mut loose = Vec::new();
    for path in tree::files("", &[".rs", ".mjs", ".scss", ".ftl", ".toml"]) {
        for (at, line) in tree::text(&path).unwrap_or_default().lines().enumerate() {
            let marked = marks.iter().find_map(|mark| after_word(line, mark));
            if marked.is_some_and(|rest| !names_issue(rest)) {
                loose.push(format!("{path}:{}", at + 1));
            }
        }
    }
    tree::silent("Write the issue after the mark, as in `(#12)`, or do it now:", &loose);
}

/// What follows the first whole `word` of a line.
fn after_word<'a>(line: &'a str, word: &str) -> Option<&'a str> {
    let at = line.find(word)?;
    let (before, rest) = (&line[..at], &line[at + word.len()..]);
    let inside = before.ends_with(char::is_alphanumeric) || rest.starts_with(char::is_alphanumeric);
    (!inside).then_some(rest)
}

fn names_issue(rest: &str) -> bool {
    let number = rest.strip_prefix("(#").and_then(|rest| rest.split_once(')'));
    number.is_some_and(|(number, _)| number.parse::<u32>().is_ok())
}

#[test]
fn nothing_is_ignored_or_waits_by_the_clock() {
    let marks = [
        ["#[", "ignore"].concat(),
        ["#[", "should_panic"].concat(),
        ["thread::", "sleep"].concat(),
    ];
    let mut found = Vec::new();
    for path in tree::files("crates", &[".rs"]) {
        let code = scan::code_of(&tree::text(&path).unwrap_or_default());
        let hit = |mark: &&String| code.contains(mark.as_str());
        found.extend(marks.iter().filter(hit).map(|mark| format!("{path}: {mark}")));
    }
    tree::silent("Tests are neither skipped nor slept through; mend the test:", &found);
}

#[test]
fn the_list_of_long_files_catches_growth_and_forgotten_lines() {
    let found = BTreeMap::from([("a".to_owned(), 900), ("b".to_owned(), 900)]);
    let listed = BTreeMap::from([("b".to_owned(), 850), ("c".to_owned(), 900)]);
    assert_eq!(compare(&found, &listed).len(), 3);
    assert!(compare(&found, &found).is_empty());
}
