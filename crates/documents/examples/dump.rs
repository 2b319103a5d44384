//! Shows what the reader makes of files: `cargo run -p documents --example dump -- FILE…`.
#![expect(clippy::print_stdout, reason = "an example for the terminal")]

use roadmap::source::{Block, Paragraph};

fn main() {
    for path in std::env::args().skip(1) {
        println!("=== {path}");
        match std::fs::read(&path).map(|bytes| documents::read::read(&path, &bytes)) {
            Ok(Ok(source)) => show(&source),
            Ok(Err(reason)) => {
                println!(
                    "{}",
                    documents::read::sentence(&reason, documents::read::Language::Russian)
                );
            }
            Err(error) => println!("{error}"),
        }
    }
}

fn show(source: &roadmap::source::Source) {
    println!("notices: {:?}", source.notices);
    for block in &source.blocks {
        match block {
            Block::Paragraph(it) => println!("P {}", line(it)),
            Block::Table(table) => {
                println!("TABLE");
                for (at, row) in table.rows.iter().enumerate() {
                    let cells: Vec<String> = row
                        .cells
                        .iter()
                        .map(|cell| {
                            let lines: Vec<String> = cell.paragraphs.iter().map(line).collect();
                            format!(
                                "{}{}{}{}:{}{}{}",
                                cell.column,
                                if 1 < cell.column_span {
                                    format!("→{}", cell.column_span)
                                } else {
                                    String::new()
                                },
                                if 1 < cell.row_span {
                                    format!("↓{}", cell.row_span)
                                } else {
                                    String::new()
                                },
                                if cell.continued { "^" } else { "" },
                                lines.join("¶"),
                                cell.date.map_or(String::new(), |it| format!(" ⟨{it}⟩")),
                                cell.number.map_or(String::new(), |it| format!(
                                    " ⟨{}{}⟩",
                                    it.value,
                                    if it.percent { "%" } else { "" }
                                )),
                            )
                        })
                        .collect();
                    println!(
                        "{:3}{} {}",
                        at + 1,
                        if row.header { "H" } else { " " },
                        cells.join(" | ")
                    );
                }
            }
        }
    }
}

fn line(it: &Paragraph) -> String {
    let mut marks = String::new();
    if it.bold {
        marks.push('B');
    }
    if it.centred {
        marks.push('C');
    }
    if let Some(level) = it.heading {
        marks.push_str(&format!("H{level}"));
    }
    if it.sheet_name {
        marks.push('S');
    }
    let marks = if marks.is_empty() { marks } else { format!("[{marks}]") };
    let list =
        it.list_mark.as_ref().map_or(String::new(), |mark| format!("({}{mark}) ", it.list_level));
    format!("{marks}{list}{}", it.text.replace('\n', "⏎"))
}
