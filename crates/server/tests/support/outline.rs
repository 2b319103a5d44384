//! Outlines of the example documents: one plain file from which each binary is made.
//!
//! A line `| a | b |` is a row of a table (`<` continues the cell on the left, `^` the one above,
//! `\n` begins a new line of the cell, `@2025-09-01` is a real date, `%0.7` a real percentage, `=12`
//! a real number); an empty line ends a table; `=` before a line centres it, `*` makes it bold. Deliberately absent:
//! formats (`documents::fixture` writes them).

use documents::fixture;
use roadmap::source::{Block, Number, Paragraph, Source};

/// Reads an outline.
pub(crate) fn source(outline: &str) -> Source {
    let mut blocks: Vec<Block> = Vec::new();
    let mut rows: Vec<Vec<String>> = Vec::new();
    for line in outline.lines().chain([""]) {
        if let Some(cells) = line.strip_prefix('|') {
            let cells = cells.trim_end().strip_suffix('|').unwrap_or(cells);
            rows.push(cells.split('|').map(|it| it.trim().replace("\\n", "\n")).collect());
            continue;
        }
        if !rows.is_empty() {
            blocks.push(table(&std::mem::take(&mut rows)));
        }
        if !line.trim().is_empty() {
            blocks.push(Block::Paragraph(paragraph(line)));
        }
    }
    Source { blocks, notices: Vec::new() }
}

fn paragraph(line: &str) -> Paragraph {
    let centred = line.starts_with('=');
    let text = line.trim_start_matches('=').trim();
    let bold = text.starts_with('*');
    Paragraph {
        text: text.trim_start_matches('*').to_owned(),
        bold,
        centred,
        ..Paragraph::default()
    }
}

fn table(rows: &[Vec<String>]) -> Block {
    let texts: Vec<Vec<&str>> =
        rows.iter().map(|it| it.iter().map(String::as_str).collect()).collect();
    let slices: Vec<&[&str]> = texts.iter().map(Vec::as_slice).collect();
    let mut block = fixture::table(&slices);
    if let Block::Table(table) = &mut block {
        for cell in table.rows.iter_mut().flat_map(|it| &mut it.cells) {
            let text = cell.text();
            if let Some(date) = text.strip_prefix('@').and_then(|it| it.parse().ok()) {
                cell.date = Some(date);
                cell.paragraphs.clear();
            } else if let Some(value) = text.strip_prefix('%').and_then(|it| it.parse().ok()) {
                cell.number = Some(Number { value, percent: true });
                cell.paragraphs.clear();
            } else if let Some(value) = text.strip_prefix('=').and_then(|it| it.parse().ok()) {
                cell.number = Some(Number { value, percent: false });
                cell.paragraphs =
                    vec![Paragraph { text: text[1..].to_owned(), ..Paragraph::default() }];
            }
            for it in &mut cell.paragraphs {
                it.bold = it.text.starts_with('*');
                it.text = it.text.trim_start_matches('*').to_owned();
            }
        }
    }
    block
}

/// Writes a source in the format of an extension.
pub(crate) fn written(source: &Source, extension: &str) -> Vec<u8> {
    match extension {
        "docx" => fixture::docx(source),
        "xlsx" => fixture::xlsx(source),
        "ods" => fixture::ods(source),
        "odt" => fixture::odt(source),
        "csv" => fixture::csv(source, ';'),
        _ => fixture::text(source),
    }
}
