//! How fast names are declined: a batch of the table that the tests stand on.
//!
//! `cargo bench -p grammar --bench decline`; figures in `docs/performance.md`.

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use grammar::declined_line;

fn main() {
    divan::main();
}

/// Lines as `estafeta decline --batch` gets them, in every oblique case.
fn lines() -> Vec<String> {
    let table = include_str!("../tests/names.tsv").lines().filter(|it| !it.starts_with('#'));
    let surnames: Vec<(&str, &str)> = table
        .filter_map(|line| line.strip_prefix("surname\t"))
        .filter_map(|line| line.split_once('\t'))
        .map(|(gender, forms)| (gender, forms.split('\t').next().unwrap_or_default()))
        .collect();
    let line = |(gender, surname): (&str, &str), case: &str| match gender {
        "f" => format!("{surname}\tМария\tИльинична\t\t{case}"),
        _ => format!("{surname}\tПавел\tПетрович\t{gender}\t{case}"),
    };
    let cases = ["gen", "dat", "acc", "ins", "pre"];
    cases.iter().flat_map(|case| surnames.iter().map(move |it| line(*it, case))).collect()
}

/// Every line, one after another.
#[divan::bench]
fn batch_of_the_table(bencher: Bencher<'_, '_>) {
    let lines = lines();
    bencher.counter(ItemsCount::new(lines.len())).bench(|| {
        for line in &lines {
            black_box(declined_line(black_box(line.as_bytes())));
        }
    });
}
