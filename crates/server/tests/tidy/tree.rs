//! The files of the repository as the tests see them, and the lists of exceptions.
//! Deliberately absent: what is built or downloaded (`target`, `node_modules`, `assets/dist`).

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    root.canonicalize().expect("the crate stands two folders below the root")
}

/// Paths from the root, with `/`, of every file below `folder` whose name ends in one of `ends`
/// (all files where `ends` is empty), in alphabetical order.
pub(crate) fn files(folder: &str, ends: &[&str]) -> Vec<String> {
    let root = root();
    let mut found = Vec::new();
    let mut folders = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            if is_made(&root, &path, &name) {
                continue;
            }
            if path.is_dir() && !path.is_symlink() {
                folders.push(path);
            } else if ends.is_empty() || ends.iter().any(|end| name.ends_with(end)) {
                let path = path.strip_prefix(&root).expect("found below the root");
                found.push(path.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    found.sort();
    found
}

fn is_made(root: &Path, path: &Path, name: &str) -> bool {
    ["target", "node_modules", ".git", "test-results"].contains(&name)
        || path == root.join("assets/dist")
}

/// The text of a file, or nothing where it is not text.
pub(crate) fn text(path: &str) -> Option<String> {
    std::fs::read_to_string(root().join(path)).ok()
}

/// The lines of a list beside this file, without comments and empty lines.
pub(crate) fn list(name: &str) -> Vec<String> {
    let path = format!("crates/server/tests/tidy/{name}");
    let text = text(&path).unwrap_or_else(|| panic!("{path} is missing"));
    let lines = text.lines().map(|line| line.split('#').next().unwrap_or_default().trim());
    lines.filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// A list whose lines are a name and a number.
pub(crate) fn numbered(name: &str) -> BTreeMap<String, usize> {
    let read = |line: String| {
        let (key, number) = line.rsplit_once(' ').unwrap_or_else(|| panic!("{name}: «{line}»"));
        (key.trim().to_owned(), number.parse().unwrap_or_else(|_| panic!("{name}: «{line}»")))
    };
    list(name).into_iter().map(read).collect()
}

/// Fails with all complaints at once, under a sentence that says what to do.
pub(crate) fn silent(what_to_do: &str, complaints: &[String]) {
    assert!(complaints.is_empty(), "{what_to_do}\n  {}\n", complaints.join("\n  "));
}
