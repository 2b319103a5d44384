//! Measures reading a list of people, for `docs/performance.md`:
//! `cargo run --release -p documents --example people -- FILE…`.
#![expect(clippy::print_stdout, reason = "an example for the terminal")]

use documents::people::{self, Mapping};
use jiff::civil::date;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("| file | KiB | CPU, ms | peak, MiB | people | refused | duplicates |");
    println!("| --- | --- | --- | --- | --- | --- | --- |");
    for file in std::env::args().skip(1) {
        let bytes = std::fs::read(&file)?;
        // A peak counted from here, where the system lets us.
        let _ = std::fs::write("/proc/self/clear_refs", "5");
        let start = processor();
        let list = people::read(&file, &bytes, &Mapping::default(), date(2026, 9, 1));
        let (spent, peak) = (processor() - start, memory("VmHWM:") / 1024);
        let size = bytes.len() / 1024;
        match list {
            Ok(it) => println!(
                "| {file} | {size} | {spent} | {peak} | {} | {} | {} |",
                it.people.len(),
                it.refused.len(),
                it.duplicates.len()
            ),
            Err(it) => println!("| {file} | {size} | {spent} | {peak} | {it:?} | | |"),
        }
    }
    Ok(())
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
