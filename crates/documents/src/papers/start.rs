//! A Word file to start one's own from: the standard text of a kind with its tags left in it.
//!
//! It decides how a statement on a line of its own stands in Word: as `{%tr … %}` between rows of a
//! table, as `{%p … %}` elsewhere. Deliberately absent: data, and reading the file back (`own`).

use mentoring::paper::PaperKind;

use super::{Paper, mark, parse, text};
use crate::write::NotWritten;

/// Writes the standard text of a kind as a Word file with the tags of docxtpl.
///
/// - Returns: the bytes of a `.docx` that [`super::OwnDocx`] reads and fills; the same each time.
/// - Errors: none that the text can cause.
pub fn start_docx(kind: PaperKind) -> Result<Vec<u8>, NotWritten> {
    let sheet = parse::parse(&raised(text(kind)));
    Paper { title: kind.spec().title.to_owned(), day: None, sheet }.docx()
}

/// The text with its tags as words: signs inside them are no markup, statements have places of
/// their own.
fn raised(template: &str) -> String {
    let lines: Vec<&str> = template.lines().collect();
    let mut out = String::with_capacity(template.len() * 2);
    for (at, line) in lines.iter().enumerate() {
        let Some(inside) = statement(line.trim()) else {
            hide_tags(line, &mut out);
            out.push('\n');
            continue;
        };
        // A statement between rows repeats or leaves out rows; the table must not end at it.
        let is_row = |it: &&&str| it.trim_start().starts_with('|');
        let others = |it: &&&str| statement(it.trim()).is_none();
        let before = lines[..at].iter().rfind(others);
        let after = lines[at + 1..].iter().find(others);
        let is_between =
            before.is_some_and(|it| is_row(&it)) && after.is_some_and(|it| is_row(&it));
        let is_last = before.is_some_and(|it| is_row(&it)) && closes(inside);
        match is_between || is_last {
            true => {
                out.push_str("| ");
                mark::hide(&format!("{{%tr {inside} %}}"), &mut out);
                out.push_str(" |\n");
            }
            false => {
                out.push('\n');
                mark::hide(&format!("{{%p {inside} %}}"), &mut out);
                out.push_str("\n\n");
            }
        }
    }
    out
}

/// The inside of a line that is one statement and nothing else.
fn statement(line: &str) -> Option<&str> {
    let inside = line.strip_prefix("{%")?.strip_suffix("%}")?;
    (!inside.contains("%}") && !inside.contains("{{")).then(|| inside.trim_matches(['-', '+', ' ']))
}

fn closes(inside: &str) -> bool {
    inside.starts_with("end")
}

/// Writes a line whose tags are words and not markup.
fn hide_tags(line: &str, out: &mut String) {
    let mut rest = line;
    while let Some(at) = rest.find("{{").into_iter().chain(rest.find("{%")).min() {
        out.push_str(&rest[..at]);
        let end = if rest[at..].starts_with("{{") { "}}" } else { "%}" };
        let length = rest[at..].find(end).map_or(rest.len() - at, |it| it + end.len());
        mark::hide(&rest[at..at + length], out);
        rest = &rest[at + length..];
    }
    out.push_str(rest);
}
