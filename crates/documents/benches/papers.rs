//! How long reading and writing a roadmap takes: `cargo bench -p documents --bench papers`.

use divan::{Bencher, black_box};
use documents::write::{self, RoadmapPaper};
use documents::{fixture, read};
use jiff::civil::date;
use roadmap::plan::Plan;
use roadmap::source::Source;
use roadmap::standard::{Standard, document};
use roadmap::{Options, compile};

fn main() {
    divan::main();
}

/// A standard roadmap of some forty rows, as large as those that schools write.
fn sample() -> Source {
    document(Standard::Teachers, 2025, "МБОУ «Школа № 5» г. Заречный")
}

fn plan() -> (Plan, RoadmapPaper) {
    let about = RoadmapPaper { organisation: None, approval: None, day: date(2025, 9, 2) };
    (compile(&sample(), &Options::default()), about)
}

#[divan::bench(args = ["docx", "odt", "xlsx", "ods", "csv", "txt"])]
fn reads(bencher: Bencher<'_, '_>, format: &str) {
    let source = sample();
    let bytes = match format {
        "docx" => fixture::docx(&source),
        "odt" => fixture::odt(&source),
        "xlsx" => fixture::xlsx(&source),
        "ods" => fixture::ods(&source),
        "csv" => fixture::csv(&source, ';'),
        _ => fixture::text(&source),
    };
    let name = format!("roadmap.{format}");
    bencher.bench(|| read::read(black_box(&name), black_box(&bytes)));
}

#[divan::bench]
fn writes_word(bencher: Bencher<'_, '_>) {
    let (plan, about) = plan();
    bencher.bench(|| write::roadmap_docx(black_box(&plan), &about));
}

#[divan::bench]
fn writes_excel(bencher: Bencher<'_, '_>) {
    let (plan, about) = plan();
    bencher.bench(|| write::roadmap_xlsx(black_box(&plan), &about));
}

#[divan::bench]
fn writes_pdf(bencher: Bencher<'_, '_>) {
    let (plan, about) = plan();
    bencher.bench(|| write::roadmap_pdf(black_box(&plan), &about));
}
