//! A roadmap that is written compiles back to the same roadmap.

use documents::read;
use documents::write::{self, RoadmapPaper};
use jiff::civil::date;
use roadmap::plan::{Place, Plan};
use roadmap::source::Source;
use roadmap::standard::{document, list};
use roadmap::{Options, compile};

/// The plan without what belongs to the paper and not to the plan.
fn essence(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    plan.diagnostics.clear();
    plan.rows.iter_mut().for_each(|it| it.place = Place::default());
    plan
}

fn compiled(source: &Source) -> Plan {
    essence(&compile(source, &Options::default()))
}

fn written(plan: &Plan) -> [(&'static str, Vec<u8>); 2] {
    let about = RoadmapPaper { organisation: None, approval: None, day: date(2025, 9, 2) };
    [
        ("а.docx", write::roadmap_docx(plan, &about).expect("a roadmap is written")),
        ("а.xlsx", write::roadmap_xlsx(plan, &about).expect("a roadmap is written")),
    ]
}

#[test]
fn every_standard_roadmap_is_written_and_read_back_the_same() {
    for standard in list() {
        let plan = compiled(&document(standard, 2025, "МБОУ «Школа № 5» г. Заречный"));
        assert!(!plan.rows.is_empty(), "{standard:?}");
        for (name, bytes) in written(&plan) {
            let back = compiled(&read::read(name, &bytes).unwrap());
            assert_eq!(back.rows.len(), plan.rows.len(), "{standard:?} {name}");
            for (row, expected) in back.rows.iter().zip(&plan.rows) {
                assert_eq!(row, expected, "{standard:?} {name}");
            }
            assert_eq!(back, plan, "{standard:?} {name}");
        }
    }
}
