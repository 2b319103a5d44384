//! What a template has written is made sound again: no table without rows, no cell without a
//! paragraph.
//!
//! It decides what Word refuses to open. Deliberately absent: looks.

use super::pieces::{Piece, Tag, pieces, tag};

struct Open<'a> {
    name: &'a str,
    begin: usize,
    /// The last child.
    last: &'a str,
    /// Whether a row (in a table) or a cell (in a row) is inside.
    has_child: bool,
}

/// Mends the XML of a part.
pub(super) fn mend(xml: &str) -> String {
    let mut out = String::with_capacity(xml.len());
    let mut open: Vec<Open<'_>> = Vec::new();
    for piece in pieces(xml) {
        let Piece::Tag(text) = piece else {
            if let Piece::Text(text) = piece {
                out.push_str(text);
            }
            continue;
        };
        match tag(text) {
            Tag::Open(name) => {
                note(&mut open, name);
                open.push(Open { name, begin: out.len(), last: "", has_child: false });
                out.push_str(text);
            }
            Tag::Empty(name) => {
                note(&mut open, name);
                out.push_str(text);
            }
            Tag::Close(name) => close(name, text, &mut open, &mut out),
            Tag::Other => out.push_str(text),
        }
    }
    out
}

fn note<'a>(open: &mut [Open<'a>], name: &'a str) {
    if let Some(it) = open.last_mut() {
        it.last = name;
        it.has_child |= matches!((it.name, name), ("w:tbl", "w:tr") | ("w:tr", "w:tc" | "w:sdt"));
    }
}

fn close<'a>(name: &'a str, text: &str, open: &mut Vec<Open<'a>>, out: &mut String) {
    let Some(at) = open.iter().rposition(|it| it.name == name) else {
        return out.push_str(text);
    };
    let Some(it) = open.drain(at..).next() else { return };
    let is_hollow = matches!(name, "w:tbl" | "w:tr") && !it.has_child;
    if is_hollow {
        out.truncate(it.begin);
        // The parent has no such child after all.
        if let Some(parent) = open.last_mut() {
            parent.last = "";
        }
        return;
    }
    // A cell ends with a paragraph.
    if name == "w:tc" && it.last != "w:p" {
        out.push_str("<w:p/>");
    }
    out.push_str(text);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hollow_tables_go_and_hollow_cells_get_a_paragraph() {
        for (xml, wanted) in [
            ("<w:body><w:tbl><w:tblPr/></w:tbl><w:p/></w:body>", "<w:body><w:p/></w:body>"),
            ("<w:tc><w:tcPr/></w:tc>", "<w:tc><w:tcPr/><w:p/></w:tc>"),
            ("<w:tc><w:p>а</w:p></w:tc>", "<w:tc><w:p>а</w:p></w:tc>"),
            ("<w:tc></w:tc>", "<w:tc><w:p/></w:tc>"),
        ] {
            assert_eq!(mend(xml), wanted, "{xml}");
        }
    }
}
