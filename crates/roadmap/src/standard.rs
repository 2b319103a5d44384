//! Standard roadmaps: a whole year's plan to begin with, for five kinds of organisations.
//!
//! It decides how a template becomes a document: years and the name put in, rows numbered. A template
//! is then read like any other document, so it can promise only what the compiler understands.
//! Deliberately absent: the rows themselves (`data/standard`).

use crate::compile::{Options, compile};
use crate::plan::Plan;
use crate::source::{Block, Cell, Paragraph, Row, Source, Table};

/// A kind of standard roadmap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standard {
    /// Teachers of a school: seven stages of the 2021 recommendations.
    Teachers,
    /// Students of a school: seven stages of Р-145.
    Students,
    /// Teachers of a kindergarten.
    Kindergarten,
    /// Students of a college, with employers.
    College,
    /// A municipal centre above its schools.
    Municipality,
}

/// A template as its file says it.
struct Template<'a> {
    name: &'a str,
    title: &'a str,
    columns: Vec<&'a str>,
    stages: Vec<Stage<'a>>,
}

/// A stage with its rows, each the cells after the number.
struct Stage<'a> {
    name: &'a str,
    rows: Vec<Vec<&'a str>>,
}

/// Every standard roadmap, in the order in which they are offered.
#[must_use]
pub fn list() -> [Standard; 5] {
    use Standard::{College, Kindergarten, Municipality, Students, Teachers};
    [Teachers, Students, Kindergarten, College, Municipality]
}

impl Standard {
    /// The word that names it in addresses and on the command line.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Teachers => "teachers",
            Self::Students => "students",
            Self::Kindergarten => "kindergarten",
            Self::College => "college",
            Self::Municipality => "municipality",
        }
    }

    /// The standard roadmap that a word names.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        list().into_iter().find(|it| it.key() == key)
    }

    /// Its name for a person, in Russian: «Обучающиеся: семь этапов методологии Р-145».
    #[must_use]
    pub fn name(self) -> &'static str {
        read(self.text()).name
    }

    fn text(self) -> &'static str {
        match self {
            Self::Teachers => include_str!("../data/standard/teachers.txt"),
            Self::Students => include_str!("../data/standard/students.txt"),
            Self::Kindergarten => include_str!("../data/standard/kindergarten.txt"),
            Self::College => include_str!("../data/standard/college.txt"),
            Self::Municipality => include_str!("../data/standard/municipality.txt"),
        }
    }
}

/// A standard roadmap as a document of one table, for a school year and an organisation.
///
/// - `year`: the calendar year in which the school year begins, 1..=9998.
/// - `organisation`: its name as it stands in papers; where it is empty, none is written.
/// - Returns: paragraphs with the organisation and the title, then a table: a header row, and for
///   each stage a row with its name over all columns and the numbered rows.
#[must_use]
pub fn document(standard: Standard, year: i16, organisation: &str) -> Source {
    let template = read(standard.text());
    let (this, next) = (year.to_string(), (year + 1).to_string());
    let fill = |text: &str| text.replace("{Y}", &this).replace("{Z}", &next);
    let n_columns = template.columns.len();
    let mut rows = vec![Row {
        cells: template.columns.iter().enumerate().map(|(at, it)| cell(at, 1, it)).collect(),
        header: true,
    }];
    for (stage, number) in template.stages.iter().zip(1..) {
        let name = fill(stage.name);
        let cells = vec![cell(0, 1, &format!("{number}.")), cell(1, n_columns - 1, &name)];
        rows.push(Row { cells, header: false });
        for (row, place) in stage.rows.iter().zip(1..) {
            let first = cell(0, 1, &format!("{number}.{place}"));
            let rest = (1..n_columns).map(|at| cell(at, 1, &fill(row.get(at - 1).unwrap_or(&""))));
            rows.push(Row { cells: std::iter::once(first).chain(rest).collect(), header: false });
        }
    }
    let mut blocks = Vec::new();
    if !organisation.trim().is_empty() {
        blocks.push(Block::Paragraph(centred(organisation.trim(), None)));
    }
    blocks.push(Block::Paragraph(centred(&fill(template.title), Some(1))));
    blocks.push(Block::Table(Table { rows }));
    Source { blocks, notices: Vec::new() }
}

/// A standard roadmap compiled, for a school year and an organisation.
///
/// - `year`, `organisation`: as of [`document`].
/// - Returns: a plan without diagnostics for the school years that a test holds it to.
#[must_use]
pub fn template(standard: Standard, year: i16, organisation: &str) -> Plan {
    compile(&document(standard, year, organisation), &Options::default())
}

fn read(text: &str) -> Template<'_> {
    let mut template = Template { name: "", title: "", columns: Vec::new(), stages: Vec::new() };
    for line in text.lines().map(str::trim).filter(|it| !it.is_empty()) {
        if let Some(name) = line.strip_prefix("# ") {
            template.stages.push(Stage { name, rows: Vec::new() });
        } else if let Some(stage) = template.stages.last_mut() {
            stage.rows.push(line.split('|').map(str::trim).collect());
        } else if let Some((key, value)) = line.split_once(": ") {
            match key {
                "name" => template.name = value,
                "title" => template.title = value,
                "columns" => template.columns = value.split('|').map(str::trim).collect(),
                _ => {}
            }
        }
    }
    template
}

fn centred(text: &str, heading: Option<u8>) -> Paragraph {
    Paragraph { text: text.to_owned(), heading, bold: true, centred: true, ..Paragraph::default() }
}

fn cell(column: usize, column_span: usize, text: &str) -> Cell {
    let line = |text: &str| Paragraph { text: text.trim().to_owned(), ..Paragraph::default() };
    let paragraphs = text.split(" // ").map(line).collect();
    Cell { column, column_span, row_span: 1, paragraphs, ..Cell::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(source: &Source) -> &Table {
        source
            .blocks
            .iter()
            .find_map(|it| match it {
                Block::Table(table) => Some(table),
                Block::Paragraph(_) => None,
            })
            .unwrap()
    }

    #[test]
    fn every_template_is_whole_and_has_nothing_left_to_fill() {
        for standard in list() {
            let source = document(standard, 2026, "МБОУ «Школа № 5»");
            let rows = &table(&source).rows;
            assert!(20 < rows.len() || standard == Standard::Municipality, "{standard:?}");
            for row in rows {
                let n_columns: usize = row.cells.iter().map(|it| it.column_span).sum();
                assert_eq!(n_columns, 6, "{standard:?}: {:?}", row.cells);
                assert!(row.cells.iter().all(|it| !it.text().contains(['{', '}', '|'])));
            }
            assert_eq!(Standard::of_key(standard.key()), Some(standard));
            assert!(!standard.name().is_empty());
        }
    }

    const OWNERS: [(Standard, &str); 5] = [
        (Standard::Teachers, "МБОУ «Школа № 5»"),
        (Standard::Students, "МБОУ «Школа № 5»"),
        (Standard::Kindergarten, "МБДОУ «Детский сад № 12»"),
        (Standard::College, "ГБПОУ «Северный колледж»"),
        (Standard::Municipality, "Управление образования Северного района"),
    ];

    #[test]
    fn every_template_compiles_without_a_single_diagnostic() {
        let mut found = Vec::new();
        for (standard, owner) in OWNERS {
            for (year, owner) in (2024..=2028).map(|it| (it, owner)).chain([(2026, "")]) {
                let plan = template(standard, year, owner);
                let source = document(standard, year, owner);
                let terminal = crate::render::Terminal::default();
                if !plan.diagnostics.is_empty() {
                    let text = crate::render::text(&plan, &plan.diagnostics, &source, &terminal);
                    found.push(format!("{standard:?} {year} «{owner}»\n{text}"));
                }
            }
        }
        assert!(found.is_empty(), "{}", found.join("\n"));
    }

    #[test]
    fn a_template_reads_back_as_it_is_written() {
        for (standard, owner) in OWNERS {
            let template = read(standard.text());
            let plan = self::template(standard, 2026, owner);
            let period = plan.period.as_ref().map(|it| (it.from.as_str(), it.to.as_str()));
            assert_eq!(period, Some(("2026-09", "2027-08")), "{standard:?}");
            assert_eq!(plan.organisation.as_deref(), Some(owner));
            let written = template.stages.iter().zip(1..).flat_map(|(stage, number)| {
                stage
                    .rows
                    .iter()
                    .zip(1..)
                    .map(move |(row, at)| (stage.name, format!("{number}.{at}"), row))
            });
            let written: Vec<_> = written.collect();
            assert_eq!(plan.rows.len(), written.len(), "{standard:?}");
            for (row, (stage, number, cells)) in plan.rows.iter().zip(written) {
                assert_eq!(row.path, [stage], "{standard:?} {number}");
                assert_eq!(row.number.as_deref(), Some(number.as_str()));
                assert_eq!(row.text, cells[0].replace(" // ", "\n"), "{standard:?}");
                assert_ne!(row.deadline.normal, "none", "{standard:?} {number}");
                assert!(
                    row.responsible.iter().all(|it| it.role.is_some()),
                    "{:?}",
                    row.responsible
                );
                // Positions that the wire format has no word for keep their own words.
                let own = ["старший воспитатель", "методист"];
                let others =
                    row.responsible.iter().filter(|it| it.role.as_deref() == Some("other"));
                others.for_each(|it| assert!(own.contains(&it.text.as_str()), "{it:?}"));
                let n_indicators = usize::from(!cells[4].is_empty());
                assert_eq!(
                    row.indicators.len(),
                    n_indicators,
                    "{standard:?} {number}: {:?}",
                    row.indicators
                );
            }
        }
    }

    #[test]
    fn years_and_the_name_are_put_in() {
        let source = document(Standard::Teachers, 2026, "МБОУ «Школа № 5»");
        let texts: Vec<_> = source
            .blocks
            .iter()
            .filter_map(|it| match it {
                Block::Paragraph(paragraph) => Some(paragraph.text.as_str()),
                Block::Table(_) => None,
            })
            .collect();
        assert_eq!(texts[0], "МБОУ «Школа № 5»");
        assert!(texts[1].ends_with("на 2026–2027 учебный год"), "{}", texts[1]);
        let first = &table(&source).rows[2].cells;
        assert_eq!(
            (first[0].text().as_str(), first[2].text().as_str()),
            ("1.1", "Сентябрь 2026 г.")
        );
        assert_eq!(document(Standard::Teachers, 2026, " ").blocks.len(), 2);
    }

    #[test]
    fn child_activities_stand_on_lines_of_their_own() {
        let source = document(Standard::Students, 2026, "");
        let rows = &table(&source).rows;
        let meetings =
            rows.iter().find(|it| it.cells[1].text().starts_with("Проведение встреч")).unwrap();
        assert_eq!(meetings.cells[1].paragraphs.len(), 6);
    }
}
