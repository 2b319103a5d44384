//! Measures time and memory of reading and compiling hostile files, for `docs/performance.md`:
//! `cargo run --release -p documents --example monsters [MEBIBYTES]`.
#![expect(clippy::print_stdout, reason = "an example for the terminal")]

#[path = "../tests/support/monsters.rs"]
mod monsters;

use roadmap::{Options, compile};

fn main() {
    let mebibytes = std::env::args().nth(1).and_then(|it| it.parse().ok()).unwrap_or(39);
    println!("| file | KiB | read, ms | compile, ms | peak, MiB | answer |");
    println!("| --- | --- | --- | --- | --- | --- |");
    for it in monsters::all(mebibytes * 1024 * 1024) {
        let bytes = &it.bytes[..it.bytes.len().min(documents::read::MAX_FILE_BYTES)];
        // A peak counted from here, where the system lets us.
        let _ = std::fs::write("/proc/self/clear_refs", "5");
        let (before, start) = (memory("VmRSS:"), processor());
        let result = documents::read::read(it.name, bytes);
        let read = processor() - start;
        let plan = result.as_ref().ok().map(|it| compile(it, &Options::default()));
        let compiled = processor() - start - read;
        // The file itself is in memory too.
        let peak = memory("VmHWM:").saturating_sub(before) + bytes.len() / 1024;
        let answer = match (&result, plan) {
            (Ok(source), Some(plan)) => format!("{} rows, {:?}", plan.rows.len(), source.notices),
            (Err(reason), _) => reason.to_string(),
            (Ok(_), None) => String::new(),
        };
        let (title, size) = (it.title, bytes.len() / 1024);
        println!("| {title} | {size} | {read} | {compiled} | {} | {answer} |", peak / 1024);
    }
}

/// Milliseconds that this thread has spent on a processor: a busy machine does not count.
fn processor() -> u64 {
    let spent = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds: Option<u64> = spent.split(' ').next().and_then(|it| it.parse().ok());
    nanoseconds.unwrap_or(0) / 1_000_000
}

/// A line of the process's own record, KiB; 0 where there is none.
fn memory(what: &str) -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|it| it.strip_prefix(what));
    line.and_then(|it| it.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
}
