//! How fast deadlines are read: a batch of the table that the tests stand on, and odd cells.
//!
//! `cargo bench -p roadmap --bench deadline`; figures in `docs/performance.md`.

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use roadmap::deadline::{occurrences, plan_years, read_line};

fn main() {
    divan::main();
}

/// Lines as `estafeta deadline --batch` gets them.
fn lines() -> Vec<&'static [u8]> {
    include_str!("../tests/deadlines.tsv")
        .lines()
        .filter(|it| !it.is_empty() && !it.starts_with('#'))
        .map(|it| it.rsplit_once('\t').map_or(it, |(line, _)| line).as_bytes())
        .collect()
}

/// Every line of the table, read one after another.
#[divan::bench]
fn batch_of_the_table(bencher: Bencher<'_, '_>) {
    let lines = lines();
    bencher.counter(ItemsCount::new(lines.len())).bench(|| {
        for line in &lines {
            black_box(read_line(black_box(line)));
        }
    });
}

/// A cell of the greatest length that is read: words that say nothing, and words that all do.
#[divan::bench(args = ["индивидуальная беседа ", "с 1 по ", "Сентябр\\nь", "декабоь ", "1-"])]
fn a_long_cell(bencher: Bencher<'_, '_>, words: &str) {
    let cell = words.repeat(2000 / words.len());
    bencher.bench(|| read_line(black_box(cell.as_bytes())));
}

/// Windows of the form that has most of them.
#[divan::bench]
fn windows_of_a_daily_deadline(bencher: Bencher<'_, '_>) {
    let plan = plan_years("2025-2026");
    bencher.bench(|| plan.map(|it| occurrences(black_box("daily"), it)));
}
