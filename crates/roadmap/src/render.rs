//! Diagnostics beside the offending cell, as compilers show them on a terminal.
//!
//! It decides which line of a cell is shown, how much of it fits, and what is underlined. Deliberately
//! absent: whether there is a terminal (`server` knows) and the words themselves (`texts`).

use crate::explain;
use crate::language::Language;
use crate::plan::{Column, Diagnostic, Plan, PlanRow, Severity};
use crate::source::{Block, Source};
use crate::texts::{Value, text as say};

/// Whether the terminal shows colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colour {
    /// Plain text, for files and pipes.
    #[default]
    Never,
    /// ANSI colours.
    Always,
}

/// What the text is written for.
#[derive(Clone, Copy, Debug)]
pub struct Terminal {
    /// Colours or none.
    pub colour: Colour,
    /// The language of messages; the document keeps its own.
    pub language: Language,
    /// Columns of the terminal, at least 40.
    pub width: usize,
}

impl Default for Terminal {
    fn default() -> Self {
        Self { colour: Colour::Never, language: Language::Russian, width: 100 }
    }
}

/// Columns below which a cell cannot be shown with its mark.
const NARROWEST: usize = 40;

/// Writes diagnostics for a terminal, each with the words of its cell and a line under the excerpt.
///
/// - `diagnostics`: those of `plan`, in the order to be shown.
/// - `source`: the document, for remarks that stand outside rows.
/// - Returns: lines that end with a line feed; empty where there is nothing to say.
#[must_use]
pub fn text(
    plan: &Plan,
    diagnostics: &[Diagnostic],
    source: &Source,
    terminal: &Terminal,
) -> String {
    let mut pages = diagnostics.iter().map(|it| one(plan, it, source, terminal));
    let first = pages.next().unwrap_or_default();
    pages.fold(first, |all, page| format!("{all}\n{page}"))
}

/// One line that counts errors, warnings and notes; empty where there are none.
#[must_use]
pub fn summary(diagnostics: &[Diagnostic], language: Language) -> String {
    let kinds = [
        (Severity::Error, "summary-errors"),
        (Severity::Warning, "summary-warnings"),
        (Severity::Note, "summary-notes"),
    ];
    let count = |severity| diagnostics.iter().filter(|it| it.severity == severity).count();
    let parts: Vec<String> = kinds
        .into_iter()
        .map(|(severity, id)| (count(severity), id))
        .filter(|(n, _)| *n > 0)
        .map(|(n, id)| say(language, id, "", &[("n", Value::Text(n.to_string()))]))
        .collect();
    parts.join(", ")
}

fn one(plan: &Plan, it: &Diagnostic, source: &Source, terminal: &Terminal) -> String {
    let Terminal { colour, language, width } = *terminal;
    let width = width.max(NARROWEST);
    let (message, help) = match language {
        Language::Russian => (&it.message, &it.help),
        Language::English => (&it.message_en, &it.help_en),
    };
    let shade = match it.severity {
        Severity::Error => "1;31",
        Severity::Warning => "1;33",
        Severity::Note => "1;36",
    };
    let number = if it.place.row == 0 { String::new() } else { it.place.row.to_string() };
    let gutter = " ".repeat(number.len().max(1));
    let bar = paint(colour, "34", "|");
    let head = format!("{}[{}]", explain::severity(it.severity, language), it.code);
    let mut page = wrap(&format!("{head}: {message}"), width, "  ").replacen(
        &head,
        &paint(colour, shade, &head),
        1,
    );
    page.push_str(&format!("\n{gutter}{} {}\n", paint(colour, "34", "-->"), place(it, language)));
    if let Some(shown) = shown(plan, it, source, language) {
        let room = width - gutter.len() - 3;
        let (line, under) = fit(&shown, room);
        page.push_str(&format!("{gutter} {bar}\n{} {bar} {line}\n", paint(colour, "34", &number)));
        if !under.is_empty() {
            page.push_str(&format!("{gutter} {bar} {}\n", paint(colour, shade, &under)));
        }
    }
    let label = say(language, "help-label", "", &[]);
    let lines = wrap(&format!("{label}: {help}"), width - gutter.len() - 3, "  ");
    let indent = format!("\n{gutter}   ");
    page.push_str(&format!(
        "{gutter} {} {}\n",
        paint(colour, "34", "="),
        lines.replace('\n', &indent)
    ));
    page
}

/// Where a diagnostic points, in words: «таблица 1, строка 26, столбец «Сроки»».
#[must_use]
pub fn place(it: &Diagnostic, language: Language) -> String {
    let place = it.place;
    let number = |name, n: usize| [(name, Value::Text(n.to_string()))];
    let mut parts = Vec::new();
    match (place.table, place.row) {
        (0, 0) => parts.push(say(language, "place-document", "", &[])),
        (0, row) => parts.push(say(language, "place-text", "", &number("row", row))),
        (table, row) => {
            parts.push(say(language, "place-table", "", &number("table", table)));
            if row != 0 {
                parts.push(say(language, "place-row", "", &number("row", row)));
            }
        }
    }
    if let Some(column) = place.column {
        let name = Value::Text(column_name(column, language));
        parts.push(say(language, "place-column", "", &[("column", name)]));
    }
    parts.join(", ")
}

/// The heading that a column of the meaning usually has.
#[must_use]
pub fn column_name(column: Column, language: Language) -> String {
    let id = match column {
        Column::Number => "column-number",
        Column::Stage => "column-stage",
        Column::SubStage => "column-sub-stage",
        Column::Activity => "column-activity",
        Column::Deadline => "column-deadline",
        Column::StartDate => "column-start-date",
        Column::EndDate => "column-end-date",
        Column::Responsible => "column-responsible",
        Column::Result => "column-result",
        Column::Indicator => "column-indicator",
        Column::Audience => "column-audience",
        Column::Form => "column-form",
        Column::Note => "column-note",
        Column::Other => "column-other",
    };
    say(language, id, "", &[])
}

/// A line of a cell and what of it is underlined, in characters.
struct Shown {
    line: String,
    from: usize,
    length: usize,
}

fn shown(plan: &Plan, it: &Diagnostic, source: &Source, language: Language) -> Option<Shown> {
    if it.place.row == 0 {
        return None;
    }
    if it.place.table == 0 {
        let paragraph = source
            .blocks
            .iter()
            .filter_map(|it| match it {
                Block::Paragraph(paragraph) => Some(paragraph.text.as_str()),
                Block::Table(_) => None,
            })
            .nth(it.place.row - 1)?;
        return Some(line_of(paragraph, &it.excerpt));
    }
    let row = plan
        .rows
        .iter()
        .find(|row| row.place.table == it.place.table && row.place.row == it.place.row)?;
    let mut cell = it.place.column.map(|column| cell(row, column)).unwrap_or_default();
    if cell.trim().is_empty() {
        // Words that the plan keeps as a mark only («НЕ ПРИВЛЕКАЮТСЯ»).
        cell.clone_from(&it.excerpt);
    }
    if cell.trim().is_empty() {
        let head = one_line(row.text.lines().next().unwrap_or_default());
        let kept: String = head.chars().take(48).collect();
        let dots = if kept.len() < head.len() { "…" } else { "" };
        let empty = say(language, "place-empty", "", &[]);
        let line = format!("{}{dots} | {empty}", kept.trim_end());
        let length = empty.chars().count();
        return Some(Shown { from: line.chars().count() - length, length, line });
    }
    Some(line_of(&cell, &it.excerpt))
}

fn cell(row: &PlanRow, column: Column) -> String {
    let text =
        |it: &Option<crate::plan::Text>| it.as_ref().map(|it| it.text.clone()).unwrap_or_default();
    match column {
        Column::Number => row.number.clone().unwrap_or_default(),
        Column::Stage => row.path.first().cloned().unwrap_or_default(),
        Column::SubStage => row.path.last().cloned().unwrap_or_default(),
        Column::Deadline | Column::StartDate | Column::EndDate => row.deadline.text.clone(),
        Column::Responsible => {
            row.responsible.iter().map(|it| it.text.as_str()).collect::<Vec<_>>().join(", ")
        }
        Column::Result => text(&row.result),
        Column::Indicator => text(&row.indicator_text),
        Column::Audience => text(&row.audience),
        Column::Note => text(&row.note),
        Column::Activity | Column::Form | Column::Other => row.text.clone(),
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The line of a cell that the excerpt begins in; the whole first line where there is none.
fn line_of(cell: &str, excerpt: &str) -> Shown {
    let wanted = one_line(excerpt);
    let head = one_line(excerpt.lines().next().unwrap_or_default());
    let lines: Vec<String> = cell.lines().map(one_line).filter(|it| !it.is_empty()).collect();
    let found = |words: &str| {
        let line = lines.iter().find(|it| !words.is_empty() && it.contains(words))?;
        let from = line.get(..line.find(words)?)?.chars().count();
        Some(Shown { line: line.clone(), from, length: words.chars().count() })
    };
    found(&wanted).or_else(|| found(&head)).unwrap_or_else(|| {
        let line = lines.first().cloned().unwrap_or_default();
        Shown { from: 0, length: line.chars().count(), line }
    })
}

/// Cuts a line to the room, keeping the beginning of the excerpt in sight.
fn fit(shown: &Shown, room: usize) -> (String, String) {
    let letters: Vec<char> = shown.line.chars().collect();
    let before = match shown.from + shown.length.min(room / 2) <= room {
        true => 0,
        false => (shown.from - room / 4).min(letters.len().saturating_sub(room)),
    };
    let mut line: String = letters.iter().skip(before).take(room).collect();
    let is_cut = before + room < letters.len();
    if is_cut {
        line.pop();
        line.push('…');
    }
    if before > 0 {
        line = std::iter::once('…').chain(line.chars().skip(1)).collect();
    }
    let from = shown.from - before;
    let visible: usize = letters.iter().skip(before).take(from).filter(|it| is_seen(**it)).count();
    let marked =
        letters.iter().skip(shown.from).take(shown.length).filter(|it| is_seen(**it)).count();
    let length = marked.min(room.saturating_sub(from));
    (line, format!("{}{}", " ".repeat(visible), "^".repeat(length)))
}

/// Whether a character takes a column of the terminal: combining marks and soft hyphens take none.
fn is_seen(it: char) -> bool {
    !matches!(it, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}')
}

fn wrap(text: &str, width: usize, indent: &str) -> String {
    let mut lines = String::new();
    let mut column = 0;
    for word in text.split(' ') {
        let length = word.chars().filter(|it| is_seen(*it)).count();
        if column > 0 && width < column + 1 + length {
            lines.push('\n');
            lines.push_str(indent);
            column = indent.len();
        } else if column > 0 {
            lines.push(' ');
            column += 1;
        }
        lines.push_str(word);
        column += length;
    }
    lines
}

fn paint(colour: Colour, shade: &str, words: &str) -> String {
    match colour {
        Colour::Never => words.to_owned(),
        Colour::Always if words.is_empty() => String::new(),
        Colour::Always => format!("\u{1b}[{shade}m{words}\u{1b}[0m"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{Options, diagnostics};
    use crate::plan::{Place, PlanDeadline, PlanPeriod, Responsible};
    use crate::source::Paragraph;

    fn plan() -> (Plan, Source) {
        let row =
            |row: usize, text: &str, deadline: &str, normal: &str, days: (&str, &str)| PlanRow {
                place: Place { table: 1, row },
                text: text.into(),
                deadline: PlanDeadline {
                    text: deadline.into(),
                    normal: normal.into(),
                    occurrences: vec![(days.0.into(), days.1.into())],
                },
                responsible: vec![Responsible {
                    text: "Куратор".into(), ..Responsible::default()
                }],
                ..PlanRow::default()
            };
        let mut empty = row(
            28,
            "Создание условий для участия представителей организации в региональных событиях",
            "",
            "none",
            ("", ""),
        );
        empty.deadline.occurrences.clear();
        let october = ("2023-10-01", "2023-10-31");
        let long = "1. Проведение анкетирования на предмет предпочитаемого наставника или наставляемого, \
                    заполнение анкет всеми участниками программы после завершения круглого стола.\n2. Анализ анкет.";
        let plan = Plan {
            organisation: Some("МБОУ «СОШ № 4 г. Тосно»".into()),
            period: Some(PlanPeriod { from: "2023-09".into(), to: "2024-08".into() }),
            columns: vec![Column::Activity, Column::Deadline, Column::Responsible],
            rows: vec![
                row(3, long, "октябрь 2023 г.", "month:2023-10", october),
                row(
                    26,
                    "Внесение данных в формы наблюдения",
                    "Декабрь 2021",
                    "month:2021-12",
                    ("2021-12-01", "2021-12-31"),
                ),
                empty,
            ],
            ..Plan::default()
        };
        let text = "Утверждено приказом директора от «__» ________ 2023 г. № ___".to_owned();
        let paragraph = Paragraph { text, ..Paragraph::default() };
        (plan, Source { blocks: vec![Block::Paragraph(paragraph)], notices: Vec::new() })
    }

    fn shown(terminal: &Terminal) -> String {
        let (plan, source) = plan();
        let found = diagnostics(&plan, &source, &Options::default());
        format!(
            "{}\n{}\n",
            text(&plan, &found, &source, terminal),
            summary(&found, terminal.language)
        )
    }

    #[test]
    fn each_diagnostic_stands_beside_its_cell() {
        insta::assert_snapshot!(shown(&Terminal { width: 80, ..Terminal::default() }));
    }

    #[test]
    fn the_same_in_english() {
        let terminal = Terminal { language: Language::English, width: 80, ..Terminal::default() };
        insta::assert_snapshot!(shown(&terminal));
    }

    #[test]
    fn colours_add_nothing_but_themselves() {
        let plain = shown(&Terminal::default());
        let coloured = shown(&Terminal { colour: Colour::Always, ..Terminal::default() });
        let mut bare = String::new();
        for (at, piece) in coloured.split("\u{1b}[").enumerate() {
            bare.push_str(if at == 0 { piece } else { piece.split_once('m').unwrap().1 });
        }
        assert_eq!(bare, plain);
    }

    #[test]
    fn the_line_under_the_excerpt_counts_letters_not_bytes() {
        let shown = line_of("Сбор анкет, декабрь 2021\nИтог", "декабрь 2021");
        assert_eq!(fit(&shown, 60).1, format!("{}{}", " ".repeat(12), "^".repeat(12)));
    }
}
