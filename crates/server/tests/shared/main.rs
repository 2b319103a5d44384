//! The suite "shared": the real documents that stand beside the repository.
//!
//! It decides whether they are there: in CI they must be; elsewhere the suite says aloud that it
//! skips. Deliberately absent: invented documents (`examples`), which need nothing beside them.

mod deadlines;
mod diagnostics;
mod export;
mod declension;
mod readings;
#[path = "../support/reading.rs"]
mod reading;

use roadmap::plan::Plan;
use std::path::{Path, PathBuf};

/// The folder beside the repository, or `None` where the suite is skipped.
///
/// - Panics in CI when it is missing.
fn shared() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    if folder.join("mission/seeds").is_dir() {
        return Some(folder);
    }
    assert!(std::env::var_os("CI").is_none(), "the suite \"shared\" needs {}", folder.display());
    eprintln!(
        "\n*** SKIPPED: no ../shared beside the repository; its documents are not tested ***\n"
    );
    None
}

/// Compiles a document.
fn compiled(file: &Path) -> Plan {
    let bytes = std::fs::read(file).unwrap_or_else(|err| panic!("{}: {err}", file.display()));
    let source = documents::read::read(&file.to_string_lossy(), &bytes)
        .unwrap_or_else(|err| panic!("{}: {err:?}", file.display()));
    roadmap::compile(&source, &roadmap::Options::default())
}
