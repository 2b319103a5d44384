//! Measures time and memory of the reader on hostile files, the limits of `docs/performance.md`:
//! `cargo run --release -p documents --example monsters [MEBIBYTES]`.
#![expect(clippy::print_stdout, reason = "an example for the terminal")]

#[path = "../tests/support/monsters.rs"]
mod monsters;

use std::time::Instant;

fn main() {
    let mebibytes = std::env::args().nth(1).and_then(|it| it.parse().ok()).unwrap_or(39);
    println!("{:44} {:>9} {:>8} {:>9}  result", "monster", "file KiB", "ms", "peak MiB");
    for it in monsters::all(mebibytes * 1024 * 1024) {
        let bytes = &it.bytes[..it.bytes.len().min(documents::read::MAX_FILE_BYTES)];
        // A peak counted from here, where the system lets us.
        let _ = std::fs::write("/proc/self/clear_refs", "5");
        let before = memory("VmRSS:");
        let start = Instant::now();
        let result = documents::read::read(it.name, bytes);
        let spent = start.elapsed().as_millis();
        let peak = memory("VmHWM:").saturating_sub(before) + bytes.len() / 1024;
        let result = match result {
            Ok(source) => format!("{} blocks, {:?}", source.blocks.len(), source.notices),
            Err(reason) => reason.to_string(),
        };
        println!(
            "{:44} {:>9} {spent:>8} {:>9}  {result}",
            it.title,
            bytes.len() / 1024,
            peak / 1024
        );
    }
}

/// A line of the process's own record, KiB; 0 where there is none.
fn memory(what: &str) -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|it| it.strip_prefix(what));
    line.and_then(|it| it.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
}
