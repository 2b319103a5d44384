//! Tells how long documents take from their bytes to a judged plan, the fastest of thirty times:
//! `cargo run --release -p documents --example speed -- FILE…`.
#![expect(clippy::print_stdout, reason = "an example for the terminal")]

use documents::read;
use roadmap::{Options, compile};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// How often each document is read: the fastest time is the least disturbed by others.
const TIMES: usize = 30;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for file in std::env::args().skip(1) {
        let bytes = std::fs::read(&file)?;
        let (mut reading, mut compiling) = (Duration::MAX, Duration::MAX);
        for _ in 0..TIMES {
            let start = Instant::now();
            let Ok(source) = read::read(&file, &bytes) else { break };
            reading = reading.min(start.elapsed());
            let start = Instant::now();
            black_box(compile(&source, &Options::default()));
            compiling = compiling.min(start.elapsed());
        }
        println!("{file}: read in {reading:.2?}, compiled in {compiling:.2?}");
    }
    Ok(())
}
