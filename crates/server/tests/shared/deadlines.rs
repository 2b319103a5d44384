//! The corpus of deadline expressions: at least 98 % are read as a person reads them.

use super::shared;
use mentoring::period::Days;
use roadmap::deadline;

/// The share of expressions that must be right, in hundredths.
const LEAST: usize = 98;

#[test]
fn nearly_all_expressions_of_the_corpus_mean_what_a_person_reads() {
    let Some(shared) = shared() else { return };
    let table = std::fs::read_to_string(shared.join("corpus/deadlines.tsv")).unwrap();
    let (mut right, mut all, mut wrong) = (0, 0, Vec::new());
    for line in table.lines().filter(|it| !it.trim().is_empty()) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [expression, years, wanted, ..] = cells.as_slice() else { panic!("{line}") };
        let days =
            roadmap::Options::for_years(years).and_then(|it| it.period).and_then(|it| it.days());
        let got = deadline::read(&expression.replace("\\n", "\n"), days).normal;
        all += 1;
        if same(wanted, &got, days) {
            right += 1;
        } else {
            wrong.push(format!("{expression} [{years}]: expected {wanted}, got {got}"));
        }
    }
    assert!(100 < all, "the corpus has {all} lines");
    assert!(LEAST * all <= 100 * right, "{right} of {all}\n{}", wrong.join("\n"));
}

/// The same form, or the same windows.
fn same(wanted: &str, got: &str, days: Option<Days>) -> bool {
    let head = |it: &str| it.split(" from ").next().unwrap_or_default().to_owned();
    let named = |it: &str| it.starts_with("dated-by") || it.starts_with("relative:");
    if wanted == got
        || named(wanted)
            && named(got)
            && (head(wanted) == head(got)
                || wanted.starts_with("dated-by") && got.starts_with("dated-by"))
    {
        return true;
    }
    let Some(days) = days else { return false };
    let windows = |it: &str| deadline::occurrences(it, days);
    !windows(wanted).is_empty() && windows(wanted) == windows(got)
}
