//! How long whole documents take from their bytes to a judged plan, the fastest of thirty times:
//! `cargo bench -p documents --bench speed [-- FILE…]`.
//!
//! It decides which documents: those that are named, else the examples of the repository and the
//! five received ones, where they lie beside it. Deliberately absent: parts of the way, which have
//! benches of their own.
#![expect(clippy::print_stdout, reason = "a table for the terminal")]

use documents::read;
use roadmap::{Options, compile};
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How often each document is read: the fastest time is the least disturbed by others.
const TIMES: usize = 30;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // The runner of benches says `--bench` and may say more of its own.
    let named: Vec<PathBuf> =
        std::env::args().skip(1).filter(|it| !it.starts_with('-')).map(PathBuf::from).collect();
    let files = if named.is_empty() { known() } else { named };
    for file in files {
        let bytes = std::fs::read(&file)?;
        let name = file.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
        let (mut reading, mut compiling) = (Duration::MAX, Duration::MAX);
        for _ in 0..TIMES {
            let start = Instant::now();
            let Ok(source) = read::read(&name, &bytes) else { break };
            reading = reading.min(start.elapsed());
            let start = Instant::now();
            black_box(compile(&source, &Options::default()));
            compiling = compiling.min(start.elapsed());
        }
        println!("{name}: read in {reading:.2?}, compiled in {compiling:.2?}");
    }
    Ok(())
}

/// Word files of the examples and of the received roadmaps, in order.
fn known() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folders = [root.join("examples"), root.join("../shared/mission/seeds")];
    let files = folders.iter().filter_map(|it| std::fs::read_dir(it).ok()).flatten().flatten();
    let mut files: Vec<PathBuf> = files
        .map(|it| it.path())
        .filter(|it| it.extension().is_some_and(|it| it == "docx"))
        .collect();
    files.sort();
    files
}
