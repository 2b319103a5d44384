//! The example documents: invented schools, kindergartens, colleges and a municipality, in many
//! shapes and all formats, each with a reading written by hand.
//!
//! It decides whether the compiler understands shapes that the real documents beside the repository
//! do not have. Deliberately absent: real schools and people.

#[path = "support/outline.rs"]
mod outline;
#[path = "support/reading.rs"]
mod reading;

use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples")
}

/// Outlines: name, extension, text.
fn outlines() -> Vec<(String, String, String)> {
    let mut all: Vec<(String, String, String)> = Vec::new();
    for entry in std::fs::read_dir(folder().join("outlines")).expect("the outlines stand there") {
        let path = entry.expect("an outline").path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let (name, extension) = name.split_once('.').expect("NAME.FORMAT.outline");
        all.push((
            name.into(),
            extension.into(),
            std::fs::read_to_string(&path).expect("an outline is text"),
        ));
    }
    all.sort();
    all
}

#[test]
fn examples_are_the_documents_of_their_outlines() {
    let write = std::env::var_os("ESTAFETA_WRITE_EXAMPLES").is_some();
    let mut stale = Vec::new();
    for (name, extension, text) in outlines() {
        let file = folder().join(format!("{name}.{extension}"));
        let bytes = outline::written(&outline::source(&text), &extension);
        if write {
            std::fs::write(&file, &bytes).unwrap();
        } else if std::fs::read(&file).ok().as_deref() != Some(&bytes) {
            stale.push(file.display().to_string());
        }
    }
    assert!(
        stale.is_empty(),
        "these examples differ from their outlines; run once with ESTAFETA_WRITE_EXAMPLES=1: {stale:?}"
    );
}

#[test]
fn every_example_is_read_as_a_person_reads_it() {
    let mut wrong = Vec::new();
    let all = outlines();
    assert!(12 <= all.len());
    for (name, extension, text) in all {
        let json = std::fs::read_to_string(folder().join(format!("{name}.expected.json"))).unwrap();
        let expected: serde_json::Value = serde_json::from_str(&json).unwrap();
        let bytes = outline::written(&outline::source(&text), &extension);
        let source = documents::read::read(&format!("{name}.{extension}"), &bytes).unwrap();
        let plan = roadmap::compile(&source, &roadmap::Options::default());
        wrong.extend(
            reading::differences(&expected, &plan).into_iter().map(|it| format!("{name}: {it}")),
        );
    }
    assert!(wrong.is_empty(), "{} differences\n{}", wrong.len(), wrong.join("\n"));
}
