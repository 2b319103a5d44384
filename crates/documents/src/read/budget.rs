//! How much of a document has been kept so far.
//!
//! It decides when a reader stops keeping. Deliberately absent: what is unpacked (`package`).

use super::limits::{MAX_CELLS, MAX_PARAGRAPHS, MAX_ROWS, MAX_TEXT_BYTES};
use roadmap::source::Notice;

/// A count of what is kept, with limits.
#[derive(Debug, Default)]
pub(super) struct Budget {
    rows: usize,
    cells: usize,
    paragraphs: usize,
    text: usize,
    full: bool,
    rows_left_out: bool,
}

impl Budget {
    /// Whether something was left out already; a reader may stop then.
    pub(super) fn is_full(&self) -> bool {
        self.full
    }

    /// Asks to keep one more row with so many cells.
    pub(super) fn row(&mut self, cells: usize) -> bool {
        if self.rows == MAX_ROWS || MAX_CELLS < self.cells + cells {
            self.full = true;
            self.rows_left_out = true;
            return false;
        }
        self.rows += 1;
        self.cells += cells;
        true
    }

    /// Asks to keep one more paragraph of so many bytes.
    pub(super) fn paragraph(&mut self, bytes: usize) -> bool {
        if self.paragraphs == MAX_PARAGRAPHS || MAX_TEXT_BYTES < self.text + bytes {
            self.full = true;
            return false;
        }
        self.paragraphs += 1;
        self.text += bytes;
        true
    }

    /// Remembers that a reader passed over rows that say something.
    pub(super) fn leave_rows_out(&mut self) {
        self.full = true;
        self.rows_left_out = true;
    }

    /// What to say of it.
    pub(super) fn notices(&self, notices: &mut Vec<Notice>) {
        if self.rows_left_out {
            notices.push(Notice::RowsLeftOut { kept: self.rows });
        } else if self.full {
            notices.push(Notice::TextLeftOut);
        }
    }
}
