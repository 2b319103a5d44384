//! One way of showing what was read, shared by the tests of readers.

use roadmap::source::{Block, Cell, Paragraph, Source};

/// Blocks as lines: «¶ text» for a paragraph, «| cell | cell» for a row.
///
/// A cell shows `→n` and `↓n` for what it covers and `^` where it continues; a line shows its list
/// mark in brackets, `*` for bold, `#n` for a heading.
pub(crate) fn show(source: &Source) -> Vec<String> {
    let mut lines = Vec::new();
    for block in &source.blocks {
        match block {
            Block::Paragraph(it) => lines.push(format!("¶ {}", line(it))),
            Block::Table(table) => {
                for row in &table.rows {
                    let cells: Vec<String> = row.cells.iter().map(cell).collect();
                    let head = if row.header { "‖" } else { "|" };
                    lines.push(format!("{head} {}", cells.join(" | ")));
                }
                lines.push("—".to_owned());
            }
        }
    }
    lines
}

fn cell(it: &Cell) -> String {
    let mut marks = String::new();
    if 1 < it.column_span {
        marks.push_str(&format!("→{} ", it.column_span));
    }
    if 1 < it.row_span {
        marks.push_str(&format!("↓{} ", it.row_span));
    }
    if it.continued {
        marks.push('^');
    }
    let date = it.date.map_or(String::new(), |it| format!(" ={it}"));
    let number = it
        .number
        .map_or(String::new(), |it| format!(" ={}{}", it.value, if it.percent { "%" } else { "" }));
    let lines: Vec<String> = it.paragraphs.iter().map(line).collect();
    format!("{marks}{}{date}{number}", lines.join(" ¶ "))
}

fn line(it: &Paragraph) -> String {
    let heading = it.heading.map_or(String::new(), |it| format!("#{it} "));
    let mark = it.list_mark.as_ref().map_or(String::new(), |mark| {
        format!("[{}{mark}] ", ">".repeat(usize::from(it.list_level)))
    });
    let bold = if it.bold { "*" } else { "" };
    let centred = if it.centred { "~" } else { "" };
    let sheet = if it.sheet_name { "@" } else { "" };
    format!("{heading}{mark}{bold}{centred}{sheet}{}", it.text.replace('\n', "⏎"))
}
