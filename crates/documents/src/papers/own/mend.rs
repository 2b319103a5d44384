//! What a template has written is made sound again: no table without rows, no cell without a
//! paragraph; what cannot be made sound is refused.
//!
//! It decides what Word refuses to open. Deliberately absent: looks.

use super::pieces::{MOST_DEPTH, Piece, Tag, pieces, tag};

struct Open<'a> {
    name: &'a str,
    begin: usize,
    /// The last child.
    last: &'a str,
    /// Whether anything but properties is inside.
    has_child: bool,
}

/// Mends the XML of a part.
///
/// - Returns: `None` where elements are not closed in their order: a condition or a repetition has
///   begun in one place of the document and ended in another.
pub(super) fn mend(xml: &str) -> Option<String> {
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
                if MOST_DEPTH <= open.len() {
                    return None;
                }
                note(&mut open, name);
                open.push(Open { name, begin: out.len(), last: "", has_child: false });
                out.push_str(text);
            }
            Tag::Empty(name) => {
                note(&mut open, name);
                out.push_str(text);
            }
            Tag::Close(name) => {
                let it = open.pop().filter(|it| it.name == name)?;
                close(&it, text, &mut open, &mut out);
            }
            Tag::Other => out.push_str(text),
        }
    }
    open.is_empty().then_some(out)
}

fn note<'a>(open: &mut [Open<'a>], name: &'a str) {
    if let Some(it) = open.last_mut() {
        it.last = name;
        // Rows and cells may stand inside other elements (`w:sdt`): whatever is no property counts.
        it.has_child |= !matches!(name, "w:tblPr" | "w:tblGrid" | "w:trPr" | "w:tblPrEx");
    }
}

fn close(it: &Open<'_>, text: &str, open: &mut [Open<'_>], out: &mut String) {
    let is_hollow = matches!(it.name, "w:tbl" | "w:tr") && !it.has_child;
    if is_hollow {
        out.truncate(it.begin);
        // The parent has no such child after all.
        if let Some(parent) = open.last_mut() {
            parent.last = "";
        }
        return;
    }
    // A cell has a paragraph, and one behind a table.
    if it.name == "w:tc" && matches!(it.last, "" | "w:tcPr" | "w:tbl") {
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
            ("<w:tbl><w:sdt><w:tr/></w:sdt></w:tbl>", "<w:tbl><w:sdt><w:tr/></w:sdt></w:tbl>"),
            ("<w:tc><w:p/><w:x/></w:tc>", "<w:tc><w:p/><w:x/></w:tc>"),
        ] {
            assert_eq!(mend(xml).as_deref(), Some(wanted), "{xml}");
        }
        for xml in ["<w:p><w:r></w:p>", "</w:p>", "<w:p>"] {
            assert_eq!(mend(xml), None, "{xml}");
        }
    }
}
