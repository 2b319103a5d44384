//! Arrows: which crate may use which, which phase comes before which, where the outside begins.
//! Deliberately absent: arrows that the compiler refuses by itself.

use std::collections::BTreeSet;

use crate::{scan, tree};

/// Our crates and which of ours each may use. The same table stands in ARCHITECTURE.md in words.
const MAY_USE: [(&str, &[&str]); 8] = [
    ("mentoring", &[]),
    ("grammar", &[]),
    ("roadmap", &["mentoring"]),
    ("documents", &["mentoring", "grammar", "roadmap"]),
    ("store", &["mentoring", "roadmap"]),
    ("app", &["mentoring", "grammar", "roadmap", "documents", "store"]),
    ("web", &["app", "mentoring", "grammar"]),
    ("server", &["mentoring", "grammar", "roadmap", "documents", "store", "app", "web"]),
];

/// Foreign crates that carry a promise, and the only crates of ours that may use them.
const ONLY_IN: [(&str, &[&str]); 20] = [
    ("tokio", &["store", "app", "web", "server"]),
    ("serde", &["roadmap", "documents", "store", "app", "web", "server"]),
    ("sea-orm", &["store"]),
    ("sea-orm-migration", &["store"]),
    ("axum", &["web", "server"]),
    ("tower-http", &["web"]),
    ("maud", &["web"]),
    ("fluent-templates", &["roadmap", "web"]),
    ("zip", &["documents"]),
    ("quick-xml", &["documents"]),
    ("calamine", &["documents"]),
    ("rust_xlsxwriter", &["documents"]),
    ("docx-rs", &["documents"]),
    ("typst", &["documents"]),
    ("typst-layout", &["documents"]),
    ("typst-pdf", &["documents"]),
    ("argon2", &["app"]),
    ("lettre", &["app"]),
    ("icalendar", &["app"]),
    ("clap", &["server"]),
];

/// The life of a programme, in order. A module uses its own phase and earlier ones.
const PHASES: [&str; 13] = [
    "launch",
    "roadmap",
    "pools",
    "survey",
    "training",
    "pairing",
    "programme",
    "care",
    "gathering",
    "publicity",
    "completion",
    "monitoring",
    "network",
];

/// The layers in which a phase word is a file or a folder.
const LAYERS: [&str; 3] = ["crates/store/src", "crates/app/src", "crates/web/src/pages"];

#[test]
fn every_crate_uses_only_what_its_promise_allows() {
    let mut wrong = Vec::new();
    for (name, allowed) in MAY_USE {
        let used = dependencies(name);
        for other in MAY_USE.map(|(other, _)| other).iter().filter(|other| used.contains(**other)) {
            if !allowed.contains(other) {
                wrong.push(format!("{name} uses {other}"));
            }
        }
        for (foreign, homes) in ONLY_IN {
            if used.contains(foreign) && !homes.contains(&name) {
                wrong.push(format!("{name} uses {foreign}, which lives in {}", homes.join(", ")));
            }
        }
    }
    tree::silent("A new arrow between crates needs a decision record (docs/decisions):", &wrong);
}

#[test]
fn every_crate_stands_in_the_table_of_arrows_and_in_the_architecture() {
    let architecture = tree::text("ARCHITECTURE.md").unwrap_or_default();
    let known: BTreeSet<&str> = MAY_USE.iter().map(|(name, _)| *name).collect();
    let mut wrong = Vec::new();
    for path in tree::files("crates", &["Cargo.toml"]) {
        let name = path.split('/').nth(1).unwrap_or_default();
        if !known.contains(name) {
            wrong.push(format!("{name} is not in `MAY_USE` of {}", file!()));
        }
        if !architecture.contains(&format!("`{name}`")) {
            wrong.push(format!("{name} is not in ARCHITECTURE.md"));
        }
    }
    tree::silent("Say what the crate promises and what it may use:", &wrong);
}

/// Names under `[dependencies]` and `[build-dependencies]`; tests may use more.
fn dependencies(name: &str) -> BTreeSet<String> {
    let manifest = tree::text(&format!("crates/{name}/Cargo.toml")).unwrap_or_default();
    let mut inside = false;
    let mut found = BTreeSet::new();
    for line in manifest.lines().map(str::trim) {
        if line.starts_with('[') {
            inside = ["[dependencies]", "[build-dependencies]"].contains(&line);
        } else if inside && !line.starts_with('#') {
            let end = line.find(|c: char| !c.is_alphanumeric() && !"-_".contains(c));
            found.insert(line[..end.unwrap_or(line.len())].to_owned());
        }
    }
    found.remove("");
    found
}

#[test]
fn rules_compiler_and_papers_have_no_files_no_network_and_no_clock() {
    const OUTSIDE: [&str; 7] = [
        "std::fs",
        "std::net",
        "std::process",
        "std::env::var",
        "SystemTime",
        "Timestamp::now",
        "Zoned::now",
    ];
    let mut wrong = Vec::new();
    for name in ["mentoring", "grammar", "roadmap", "documents"] {
        for path in tree::files(&format!("crates/{name}/src"), &[".rs"]) {
            let code = scan::code_of(&tree::text(&path).unwrap_or_default());
            let code = scan::before_tests(&code);
            let hit = |mark: &&&str| code.contains(**mark);
            wrong.extend(OUTSIDE.iter().filter(hit).map(|mark| format!("{path}: {mark}")));
        }
    }
    tree::silent("Give these as parameters; `app` and `server` know the outside:", &wrong);
}

#[test]
fn a_phase_uses_only_itself_and_earlier_phases() {
    const FOLDERS: [&str; 4] =
        ["crates/mentoring/src", "crates/store/src", "crates/app/src", "crates/web/src/pages"];
    let mut listed: BTreeSet<String> = tree::list("later_phases.txt").into_iter().collect();
    let mut wrong = Vec::new();
    for path in FOLDERS.iter().flat_map(|folder| tree::files(folder, &[".rs"])) {
        let Some(own) = phase_of(&path) else { continue };
        let code = scan::code_of(&tree::text(&path).unwrap_or_default());
        let code = scan::before_tests(&code);
        for later in PHASES[own + 1..].iter().filter(|later| uses(code, later)) {
            let arrow = format!("{path} uses {later}");
            if !listed.remove(&arrow) {
                wrong.push(arrow);
            }
        }
    }
    wrong.extend(listed.iter().map(|arrow| format!("«{arrow}» need not be on the list any more")));
    tree::silent(
        "Read facts from the journal instead of calling a later phase (`tidy/later_phases.txt` may only shrink):",
        &wrong,
    );
}

/// The place in the life of a file that is named after a phase or lies in its folder.
fn phase_of(path: &str) -> Option<usize> {
    let mut parts = path.trim_end_matches(".rs").split('/').skip(3);
    parts.find_map(|part| PHASES.iter().position(|phase| *phase == part))
}

/// Does the code name a module `phase` in a path of ours (`crate::phase`, `mentoring::phase`)?
fn uses(code: &str, phase: &str) -> bool {
    ["crate", "super", "mentoring", "store", "app"].iter().any(|home| {
        let path = format!("{home}::{phase}");
        code.match_indices(&path).any(|(at, _)| {
            let rest = &code[at + path.len()..];
            !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_')
        })
    })
}

#[test]
fn a_phase_that_has_begun_stands_under_its_word_in_every_layer() {
    let begun = |layer: &str, phase: &str| {
        let found = tree::files(layer, &[".rs"]);
        found.iter().any(|path| {
            let rest = path[layer.len() + 1..].trim_end_matches(".rs");
            rest.split('/').any(|part| part == phase)
        })
    };
    let listed: BTreeSet<String> = tree::list("missing_layers.txt").into_iter().collect();
    let mut wrong = Vec::new();
    for phase in PHASES {
        let (there, lacking): (Vec<_>, Vec<_>) =
            LAYERS.iter().partition(|layer| begun(layer, phase));
        for layer in lacking.iter().filter(|_| !there.is_empty()) {
            let name = format!("{layer}/{phase}");
            if !listed.contains(&name) {
                wrong.push(format!("{name} is missing, though «{phase}» stands in {}", there[0]));
            }
        }
        let needless = |layer: &&&str| there.is_empty() || there.contains(layer);
        for layer in LAYERS.iter().filter(needless) {
            let name = format!("{layer}/{phase}");
            if listed.contains(&name) {
                wrong.push(format!("{name} need not be on the list any more"));
            }
        }
    }
    tree::silent(
        "One word is the file name in every layer (`tidy/missing_layers.txt` may only shrink):",
        &wrong,
    );
}

#[test]
fn a_path_is_recognised_by_whole_words() {
    assert!(uses("use crate::pairing::Pair;", "pairing"));
    assert!(!uses("use crate::pairings;", "pairing"));
    assert!(!uses("use other::pairing;", "pairing"));
    assert_eq!(phase_of("crates/app/src/roadmap/import.rs"), Some(1));
    assert_eq!(phase_of("crates/roadmap/src/lib.rs"), None);
}
