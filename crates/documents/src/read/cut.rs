//! Texts longer than any person writes are cut, so that whoever reads on need not fear them.
//!
//! It decides the longest paragraph and the longest cell. Deliberately absent: how much a document
//! may hold as a whole (`budget`).

use super::limits::{MAX_CELL_BYTES, MAX_CELL_LINES};
use roadmap::source::{Block, Notice, Paragraph, Source};

/// Cuts long paragraphs and cells, and says so.
pub(super) fn cut(source: &mut Source) {
    let mut is_cut = false;
    for block in &mut source.blocks {
        match block {
            Block::Paragraph(it) => {
                is_cut |= shorten(std::slice::from_mut(it));
            }
            Block::Table(table) => {
                for cell in table.rows.iter_mut().flat_map(|it| &mut it.cells) {
                    is_cut |= MAX_CELL_LINES < cell.paragraphs.len();
                    cell.paragraphs.truncate(MAX_CELL_LINES);
                    is_cut |= shorten(&mut cell.paragraphs);
                    cell.paragraphs.retain(|it| !it.text.is_empty() || it.list_mark.is_some());
                }
            }
        }
    }
    if is_cut && !source.notices.contains(&Notice::TextLeftOut) {
        source.notices.push(Notice::TextLeftOut);
    }
}

/// Shortens lines so that together they are no longer than a cell may be.
fn shorten(lines: &mut [Paragraph]) -> bool {
    let mut room = MAX_CELL_BYTES;
    let mut is_cut = false;
    for line in lines {
        if room < line.text.len() {
            line.text.truncate(line.text.floor_char_boundary(room));
            is_cut = true;
        }
        room -= line.text.len();
    }
    is_cut
}
