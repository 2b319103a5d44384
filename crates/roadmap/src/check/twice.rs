//! Two deadlines for one thing: in two rows, or in the words of a row and beside them.
//!
//! It decides when two rows are one thing said twice: the same words, or one document of one subject
//! that is issued in both. Deliberately absent: what comes again by its nature (gatherings,
//! meetings), and windows that share a day.

use jiff::civil::Date;

use super::case::{Case, Finding, RowCase, last_day};
use super::code::TWO_DEADLINES;
use super::words::{Span, Words, is_like, letters};
use crate::deadline;
use crate::plan::{Column, Evidence};
use crate::texts::Value;

/// Things that are done once: two dates for one of them cannot both be meant.
const ONCE: &[&str] = &[
    "приказ*|положени*|распоряжени*",
    "утвержден*|утвердит*",
    "разработк*|разработат*",
    "формировани*|сформироват*",
    "назначен*|назначит*|закреплен*",
    "издани*|издат*|заключен*",
    "создани*|создат*|оформлен*",
];

/// Papers of which a plan has one for each subject.
const SINGLE: [&str; 4] = ["order", "regulation", "roadmap", "programme"];

/// What is done with a paper.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Deed {
    /// It is written.
    Drafted,
    /// It comes into force: «издание», «утверждение», or the paper alone.
    Issued,
    /// It is changed, told of, looked after: as often as needed.
    Other,
}

const OTHER_DEEDS: &str = "внесен*|изменен*|актуализ*|корректир*|пересмотр*|обновлен*|ознакомл*|изучен*|размещен*|публикац*|контрол*|исполнен*|реализац*|выполнен*|мониторинг*|анализ*|обсужден*|продлен*|дополнен*|согласован*";
const DRAFTING: &str = "разработ*|подготов*|проект|проекта|проектов|составлен*|написан*";
const ISSUING: &str = "издан*|издат*|утвержд*|утвердит*|принят*|подписан*|назначен*|назначит*|оформлен*|выпуск*|введен*";
/// Words that say nothing of which paper it is.
const COMMON: &str = "наставничеств*|наставническ*|целев*|модел*|систем*|методологи*|школ*|образовательн*|организаци*|учреждени*|педагогическ*|работник*|обучающ*|год|года|учебн*|внутренн*|локальн*|акт*";

pub(super) fn check(case: &mut Case<'_>) {
    rows_against_each_other(case);
    words_against_their_cell(case);
}

fn rows_against_each_other(case: &mut Case<'_>) {
    let things: Vec<Thing> = case.rows.iter().map(Thing::of).collect();
    for later in 1..case.rows.len() {
        for earlier in 0..later {
            let (first, second) = (&case.rows[earlier], &case.rows[later]);
            if !things[earlier].is(&things[later]) || !are_apart(first, second) {
                continue;
            }
            let finding = Finding::new(TWO_DEADLINES, second.place(Column::Deadline))
                .at(second.deadline.text.trim())
                .words("here", second.deadline.text)
                .words("there", first.deadline.text)
                .value("row", Value::Text(first.row.place.row.to_string()));
            case.report(finding);
            break;
        }
    }
}

fn are_apart(first: &RowCase<'_>, second: &RowCase<'_>) -> bool {
    match (first.windows.as_slice(), second.windows.as_slice()) {
        ([], _) | (_, []) => false,
        (a, b) => a.iter().all(|it| b.iter().all(|other| !it.overlaps(*other))),
    }
}

/// What a row is about, as far as rows are compared.
struct Thing {
    /// The letters of its words; empty where they are too few, or the thing may come again.
    letters: String,
    /// The paper that it issues or writes, with the stems that tell it from others.
    paper: Option<(Evidence, Deed, Vec<String>)>,
    /// The stage, where it names a form of mentoring: each has papers of its own.
    form: String,
}

impl Thing {
    fn of(row: &RowCase<'_>) -> Self {
        const SHORTEST: usize = 16;
        let letters = letters(row.row.text.as_str());
        let counts = SHORTEST <= letters.chars().count() && row.activity.any(ONCE).is_some();
        let stage = Words::of(row.row.path.last().map_or("", String::as_str));
        let named =
            stage.has("ученик*|учител*|педагог*|студент*|работодател*|обучающ*|воспитател*");
        let form = if named { self::letters(stage.text) } else { String::new() };
        Self { letters: if counts { letters } else { String::new() }, paper: paper(row), form }
    }

    fn is(&self, other: &Self) -> bool {
        let same_words = !self.letters.is_empty() && self.letters == other.letters;
        let same_paper = self.paper.is_some() && self.paper == other.paper;
        self.form == other.form && (same_words || same_paper)
    }
}

/// The one paper of a row, where its words are about nothing else.
fn paper(row: &RowCase<'_>) -> Option<(Evidence, Deed, Vec<String>)> {
    let [item] = row.row.items.as_slice() else { return None };
    let [evidence] = item.evidence.as_slice() else { return None };
    if evidence.about.is_empty() || !SINGLE.contains(&evidence.kind.as_str()) {
        return None;
    }
    let words = &row.activity;
    let deed = if words.has(OTHER_DEEDS) {
        Deed::Other
    } else if words.has(DRAFTING) {
        Deed::Drafted
    } else {
        Deed::Issued
    };
    let mut stems: Vec<String> = words
        .list
        .iter()
        .map(|it| it.low.as_ref())
        .filter(|it| 2 < it.chars().count())
        .filter(|it| [ISSUING, DRAFTING, COMMON].iter().all(|list| !is_like(it, list)))
        .map(|it| it.chars().take(STEM_CHARS).collect())
        .collect();
    stems.sort_unstable();
    stems.dedup();
    (deed != Deed::Other).then(|| (evidence.clone(), deed, stems))
}

/// Letters by which two forms of one word agree.
const STEM_CHARS: usize = 5;

/// «Разработать положение до 15 ноября» beside «декабрь».
fn words_against_their_cell(case: &mut Case<'_>) {
    let mut findings = Vec::new();
    for row in &case.rows {
        let Some(starts) = row.starts() else { continue };
        for span in bounds(&row.activity) {
            let written = row.activity.cut(span);
            if last_of(written, case).is_some_and(|day| day < starts) {
                findings.push(
                    Finding::new(TWO_DEADLINES, row.place(Column::Deadline))
                        .variant("own")
                        .at(row.deadline.text.trim())
                        .words("here", row.deadline.text)
                        .words("there", written),
                );
                break;
            }
        }
    }
    findings.into_iter().for_each(|it| case.report(it));
}

/// The last day that the words allow.
fn last_of(written: &str, case: &Case<'_>) -> Option<Date> {
    let normal = deadline::read(written, case.period).normal;
    last_day(normal.strip_prefix("before:")?)
}

const MONTHS: &str =
    "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря";
const BOUND: [&str; 2] = ["до|к|позднее|позже _ _", "до|к|позднее|позже _"];

/// «до 15 ноября», «не позднее 1 декабря 2025», «до декабря»: bounds of the thing itself, and not of
/// what it looks back at («собранных до 15 ноября», «за период до мая»).
fn bounds(words: &Words<'_>) -> Vec<Span> {
    let mut found = Vec::new();
    for span in BOUND.iter().flat_map(|it| words.all(it)) {
        let month = words.low(span.last);
        let is_day = words.low(span.first + 1).parse::<u8>().is_ok();
        if !is_like(month, MONTHS) || span.last == span.first + 2 && !is_day {
            continue;
        }
        let before: Vec<&str> =
            (1..=3).filter_map(|n| span.first.checked_sub(n)).map(|it| words.low(it)).collect();
        let looks_back = before.first().is_some_and(|it| {
            ["нных", "нные", "нного", "нной", "нный", "тых", "тые", "вших", "вшие", "щих", "щие"]
                .iter()
                .any(|end| it.ends_with(end))
        }) || before.iter().any(|it| is_like(it, "период*|за|с|со|от|действ*"));
        if looks_back {
            continue;
        }
        let year = words.low(span.last + 1).parse().is_ok_and(|it: i32| (1990..2100).contains(&it));
        let not = span.first.checked_sub(1).is_some_and(|it| words.low(it) == "не");
        let first = span.first - usize::from(not);
        found.push(Span { first, last: span.last + usize::from(year) });
    }
    found
}
