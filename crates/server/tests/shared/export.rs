//! The export promise: a received roadmap that is written out reads back to the same roadmap.
//!
//! It decides what may differ: the place of a row in its table, and remarks, which belong to the
//! paper. Deliberately absent: PDF, which is not
//! read, and sheets of others, which lose what stands below their table.

use super::{compiled, shared};
use documents::write::{self, RoadmapPaper};
use documents::{fixture, read};
use jiff::civil::date;
use roadmap::plan::{Place, Plan};
use roadmap::{Options, compile};

/// The plan without what belongs to the paper.
fn essence(mut plan: Plan) -> Plan {
    plan.diagnostics.clear();
    plan.rows.iter_mut().for_each(|it| it.place = Place::default());
    plan
}

#[test]
fn each_real_roadmap_written_in_any_format_reads_back_the_same() {
    let Some(shared) = shared() else { return };
    let mut wrong = Vec::new();
    for name in ["school32", "tashtagol", "oktyabrskoye", "plan2025", "tosno"] {
        let plan = essence(compiled(&shared.join(format!("mission/seeds/{name}.docx"))));
        assert!(!plan.rows.is_empty(), "{name}");
        for (file, bytes) in written(&plan) {
            let source = read::read(file, &bytes).unwrap_or_else(|err| panic!("{file}: {err:?}"));
            let back = essence(compile(&source, &Options::default()));
            differences(&format!("{name} as {file}"), &plan, &back, &mut wrong);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The formats that the product writes, and what another office makes of the Word file.
fn written(plan: &Plan) -> Vec<(&'static str, Vec<u8>)> {
    let about = RoadmapPaper { organisation: None, approval: None, day: date(2025, 9, 2) };
    let word = write::roadmap_docx(plan, &about).expect("a roadmap is written");
    let sheet = write::roadmap_xlsx(plan, &about).expect("a roadmap is written");
    let source = read::read("a.docx", &word).expect("what is written is read");
    vec![("a.odt", fixture::odt(&source)), ("a.docx", word), ("a.xlsx", sheet)]
}

fn differences(name: &str, plan: &Plan, back: &Plan, wrong: &mut Vec<String>) {
    let head = |it: &Plan| Plan { rows: Vec::new(), ..it.clone() };
    if head(plan) != head(back) {
        wrong.push(format!("{name}: head\n  was {:?}\n  is  {:?}", head(plan), head(back)));
    }
    if plan.rows.len() != back.rows.len() {
        wrong.push(format!("{name}: {} rows, {} before", back.rows.len(), plan.rows.len()));
    }
    for (was, is) in plan.rows.iter().zip(&back.rows).filter(|(was, is)| was != is) {
        wrong.push(format!("{name}: row\n  was {was:?}\n  is  {is:?}"));
    }
}
