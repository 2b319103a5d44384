//! Writes each roadmap and reads it again, and tells what changed:
//! `cargo run -p documents --example again -- FILE…`.
#![expect(clippy::print_stdout, reason = "an example for the terminal")]

use documents::{read, write};
use roadmap::plan::{Place, Plan};
use roadmap::{Options, compile};

fn plan(name: &str, bytes: &[u8]) -> Option<Plan> {
    let mut plan = compile(&read::read(name, bytes).ok()?, &Options::default());
    plan.diagnostics.clear();
    plan.rows.iter_mut().for_each(|it| it.place = Place::default());
    Some(plan)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for file in std::env::args().skip(1) {
        let Some(first) = plan(&file, &std::fs::read(&file)?) else { continue };
        let day = jiff::civil::date(2025, 9, 2);
        let about = write::RoadmapPaper { organisation: None, approval: None, day };
        for (name, bytes) in [
            ("docx", write::roadmap_docx(&first, &about)?),
            ("xlsx", write::roadmap_xlsx(&first, &about)?),
        ] {
            let Some(again) = plan(name, &bytes) else { continue };
            println!("{file} as {name}: {}", if again == first { "the same" } else { "CHANGED" });
            let mut head = (first.clone(), again.clone());
            (head.0.rows, head.1.rows) = (Vec::new(), Vec::new());
            if head.0 != head.1 {
                println!("  was {:?}\n  is  {:?}", head.0, head.1);
            }
            if first.rows.len() != again.rows.len() {
                println!("  rows: {} → {}", first.rows.len(), again.rows.len());
            }
            for (was, is) in first.rows.iter().zip(&again.rows).filter(|(a, b)| a != b) {
                println!("  was {was:?}\n  is  {is:?}");
            }
        }
    }
    Ok(())
}
