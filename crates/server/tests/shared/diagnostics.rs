//! The remarks on the five real roadmaps, each read by eye and found true.
//!
//! Every line is a code, the row and the column; the Word file and the text as received say the same.
//! Deliberately absent: the words of the remarks, which may be bettered.

use crate::{compiled, shared};

/// Names of the documents, with what is to be said of each.
const EXPECTED: [(&str, &[&str]); 5] = [
    // МБОУ: a preparing row, the act for students by its misquoted title in a plan for teachers,
    // «ГОУ» twice, entry 4 missing, a round table that nobody plans.
    (
        "oktyabrskoye",
        &[
            "R015 2 deadline",
            "R103 2 activity",
            "R112 2 activity",
            "R091 3 sub_stage",
            "R091 4 sub_stage",
            "R031 5 activity",
            "R071 8 activity",
        ],
    ),
    // The bare model plan of 2025: no dates, nobody, no labour papers of the mentors.
    ("plan2025", &["R042 0 deadline", "R044 0 responsible", "R115 0"]),
    // Four stages, no years in the title, the same misquoted title.
    ("school32", &["R101 0 stage", "R131 0", "R112 2 activity"]),
    // May before the plan's September; «определение модели» stands in no row.
    ("tashtagol", &["R012 4 deadline", "R071 12 deadline"]),
    // Nobody involved three times, «[ссылки]» twice, December 2021, «на 2021 год», an empty deadline.
    (
        "tosno",
        &[
            "R045 4 responsible",
            "R045 5 responsible",
            "R045 6 responsible",
            "R081 20 result",
            "R011 26 deadline",
            "R081 29 result",
            "R014 37 activity",
            "R041 38 deadline",
        ],
    ),
];

#[test]
fn each_real_roadmap_gets_the_remarks_that_are_true_of_it_and_no_others() {
    let Some(folder) = shared() else { return };
    let seeds = folder.join("mission/seeds");
    for (name, expected) in EXPECTED {
        for file in [seeds.join(format!("{name}.docx")), seeds.join(format!("text/{name}.txt"))] {
            let plan = compiled(&file);
            let found: Vec<String> = plan.diagnostics.iter().map(written).collect();
            assert_eq!(found, expected, "{}: {:#?}", file.display(), plan.diagnostics);
        }
    }
}

/// `R011 26 deadline`.
fn written(it: &roadmap::plan::Diagnostic) -> String {
    let column = it.place.column.and_then(|it| serde_json::to_value(it).ok());
    let column = column.as_ref().and_then(|it| it.as_str()).map(|it| format!(" {it}"));
    format!("{} {}{}", it.code, it.place.row, column.unwrap_or_default())
}
